"""The step of the first run that makes the first account."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QGridLayout, QLineEdit

from motcua_desktop.gui.pages.first_run_steps import Step
from motcua_desktop.gui.pages.first_run_values import SetUp
from motcua_desktop.gui.theme import margins, spacing
from motcua_desktop.gui.widgets.card import Card
from motcua_desktop.gui.widgets.field import Field
from motcua_desktop.i18n import _

if TYPE_CHECKING:
    from motcua_desktop.counter.counter import Counter

LEAST_PASSWORD = 8
#: The fields as Enter goes through them; the title need not be filled.
ORDER = ("name", "login", "title", "password", "again")


class AdminStep(Step):
    """The first account; it may do everything."""

    def __init__(self, counter: Counter) -> None:
        super().__init__()
        self.words, self.question = _("Người quản trị"), _("Ai quản trị chương trình?")
        self.purpose = _("Tài khoản đầu tiên, làm được mọi việc. Tài khoản khác thêm ở Cài đặt.")
        self.later = _("Tên và mật khẩu")
        card = Card()
        grid = QGridLayout()
        margins(grid, 0, 0, 0, 0)
        spacing(grid, 12)
        grid.addWidget(self.add_field("name", Field(_("Họ và tên"))), 0, 0, 1, 2)
        grid.addWidget(self.add_field("login", Field(_("Tên đăng nhập"))), 1, 0)
        grid.addWidget(self.add_field("title", Field(_("Chức vụ"))), 1, 1)
        usual = SetUp()
        self.fields["login"].set_text(usual.login)
        self.fields["title"].set_text(usual.admin_title)
        hint = _("Ít nhất 8 ký tự")
        for place, (name, words) in enumerate((("password", _("Mật khẩu")), ("again", _("Gõ lại mật khẩu")))):
            field = self.add_field(name, Field(words, hint=hint if not place else ""))
            field.line.setEchoMode(QLineEdit.EchoMode.Password)
            grid.addWidget(field, 2, place)
        self.edited.connect(self._calm_again)
        card.add(grid)
        self.column.addWidget(card)
        self.column.addStretch(1)
        self.setFocusProxy(self.fields["name"].edit)

    def read(self, set_up: SetUp) -> SetUp:
        return replace(
            set_up,
            admin_name=self.value("name"),
            login=self.value("login"),
            admin_title=self.value("title"),
            password=self.fields["password"].text(),
        )

    def to_next_field(self) -> bool:
        here = next((name for name in ORDER if self.fields[name].edit.hasFocus()), "")
        short = here == "password" and len(self.fields[here].text()) < LEAST_PASSWORD
        if not here or short or not (self.value(here) or here == "title"):
            return False
        later = ORDER[ORDER.index(here) + 1 :]
        empty = next((name for name in later if name != "title" and not self.fields[name].text()), "")
        if empty:
            self.fields[empty].edit.setFocus()
        return bool(empty)

    def _calm_again(self) -> None:
        """Red that two are not the same stays no longer than that is so."""
        if self.fields["password"].text() == self.fields["again"].text():
            self.fields["again"].calm()

    def wrong(self) -> bool:
        if self._needs("name", _("Chưa có họ tên người quản trị.")):
            return True
        if self._needs("login", _("Chưa có tên đăng nhập.")):
            return True
        first, again = self.fields["password"], self.fields["again"]
        if len(first.text()) < LEAST_PASSWORD:
            first.fail(_("Mật khẩu cần ít nhất 8 ký tự, đang có {n}.").format(n=len(first.text())))
            first.edit.setFocus()
            return True
        first.calm()
        if first.text() != again.text():
            again.fail(_("Hai lần gõ khác nhau. Gõ lại."))
            again.edit.setFocus()
            return True
        return False
