"""Accounts: who may sit at the desk and do what."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import zip_longest
from typing import Any

from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from motcua_desktop.domain.errors import Refusal
from motcua_desktop.domain.lifecycle import Role
from motcua_desktop.gui.actions import Action, Hint
from motcua_desktop.gui.pages import PageContext
from motcua_desktop.gui.pages.settings_pane import SettingsPane
from motcua_desktop.gui.pages.telling import tell
from motcua_desktop.gui.table_model import Column, TableModel
from motcua_desktop.gui.theme import margins, spacing
from motcua_desktop.gui.widgets.badge import BadgeFace
from motcua_desktop.gui.widgets.button import Button
from motcua_desktop.gui.widgets.card import Card
from motcua_desktop.gui.widgets.field import Field
from motcua_desktop.gui.widgets.inputs import ComboBox
from motcua_desktop.gui.widgets.table import Table
from motcua_desktop.gui.widgets.text import label, row
from motcua_desktop.i18n import _
from motcua_desktop.say import say


def role_words() -> dict[Role, str]:
    """What an account may do, in words."""
    return {
        Role.RECEIVE: _("Tiếp nhận"),
        Role.SETTLE: _("Giải quyết"),
        Role.LEAD: _("Lãnh đạo"),
        Role.ADMIN: _("Quản trị"),
        Role.READ_ONLY: _("Chỉ xem"),
    }


class AccountsPane(SettingsPane):
    """The list; each act is a short form or one key."""

    def __init__(self, context: PageContext) -> None:
        super().__init__(context)
        self._save: Callable[[], object] | None = None
        self._titles: tuple[str, ...] = ()
        add = Button(_("Thêm tài khoản"), self.open_new, icon="plus", key="N", small=True)
        self.words = label("", "second", wrap=True)
        line = row(self.words, add, gap=12)
        line.setStretch(0, 1)
        self.body.addLayout(line)
        self.rows = TableModel(_columns(), self, id_of=lambda account: account.login)
        self.table = Table(self.rows, _("Tài khoản"))
        self.table.opened.connect(lambda _row: self.open_role())
        card = Card(flush=True)
        card.add(self.table, 1)
        self.panel = self.put_list(card, self._closed)
        self.refresh()

    def refresh(self) -> None:
        counter = self.context.counter
        self.context.tasks.ask(
            self,
            lambda: (counter.accounts.list(), counter.office.names("account_titles")),
            then=lambda read: self._came(*read),
            fail=self.failed,
            name="accounts",
        )

    def _came(self, found: Sequence[Any], titles: tuple[str, ...]) -> None:
        self._titles = titles
        self.rows.show_rows(found)
        nobody = _("Chưa có tài khoản thì ai mở máy cũng làm được mọi việc.")
        self.words.setText(_("Mỗi người vào quầy bằng tài khoản của mình.") if found else nobody)
        self.stated.emit()

    def _closed(self) -> None:
        self._save = None
        self.table.setFocus()
        self.stated.emit()

    # ------------------------------------------------------------ forms
    def _open(self, title: str, fields: Sequence[Field], save: Callable[[], object]) -> None:
        form = QWidget()
        form.setProperty("plain", True)
        layout = QVBoxLayout(form)
        margins(layout, 16, 12, 16, 12)
        spacing(layout, 10)
        for one, other in zip_longest(fields[::2], fields[1::2]):
            layout.addLayout(row(one, other, gap=12))
        layout.addStretch(1)
        self.panel.open_form(title, form, Button(_("Ghi"), save, key="F12", kind="main", small=True))
        fields[0].setFocus()
        self._save = save
        self.stated.emit()

    def open_new(self) -> None:
        """N: a new account. The first must be an administrator."""
        accounts = self.context.counter.accounts
        login, name = Field(_("Tên đăng nhập")), Field(_("Họ tên"))
        title, desk = Field(_("Chức vụ"), TypedBox(self._titles)), Field(_("Quầy"))
        first = not self.rows.rowCount()
        roles = list(role_words().items())
        role = Field(_("Quyền"), ComboBox(roles[3:4] if first else roles))
        password, again = _passwords(_("Mật khẩu"))

        def save() -> None:
            if not _is_same(password, again):
                return
            who = (login.text(), name.text(), password.text())
            if first:
                work: Callable[[], Any] = lambda: accounts.create_first(*who, title.text())  # noqa: E731
            else:
                chosen = Role(str(role.edit.value()))  # type: ignore[attr-defined]
                work = lambda: accounts.add(*who, chosen, title=title.text(), desk=desk.text())  # noqa: E731
            told = _("Đã thêm tài khoản {login}").format(login=login.text())
            self._do(work, told, {"login": login, "name": name, "password": password})

        self._open(_("Thêm tài khoản"), (login, name, title, desk, password, again, role), save)

    def open_role(self) -> None:
        """Enter: what the account may do."""
        account = self.table.current()
        if account is None:
            return
        role = Field(_("Quyền của {name}").format(name=account.name), ComboBox(list(role_words().items())))
        role.edit.set_value(account.role)  # type: ignore[attr-defined]
        accounts = self.context.counter.accounts

        def save() -> None:
            chosen = Role(str(role.edit.value()))  # type: ignore[attr-defined]
            told = _("Đã đổi quyền của {name}").format(name=account.name)
            self._do(lambda: accounts.set_role(account.login, chosen), told, {"login": role})

        self._open(_("Đổi quyền"), (role,), save)

    def open_password(self) -> None:
        """P: a new password for the account."""
        account = self.table.current()
        if account is None:
            return
        password, again = _passwords(_("Mật khẩu mới của {name}").format(name=account.name))
        accounts = self.context.counter.accounts

        def save() -> None:
            if not _is_same(password, again):
                return
            told = _("Đã đổi mật khẩu của {name}").format(name=account.name)
            new = password.text()
            self._do(lambda: accounts.set_password(account.login, new), told, {"password": password})

        self._open(_("Đổi mật khẩu"), (password, again), save)

    def switch(self) -> None:
        """D: stop the account, or let it be used again."""
        account = self.table.current()
        if account is None:
            return
        accounts = self.context.counter.accounts
        stops, starts = accounts.deactivate, accounts.activate
        act, back = (stops, starts) if account.active else (starts, stops)
        words = _("Đã ngừng {name}") if account.active else _("Đã mở lại {name}")

        def undo() -> None:
            self.context.tasks.do(self, back, account.login, fail=self.failed)

        told = words.format(name=account.name)
        self.context.tasks.do(
            self, act, account.login, then=lambda _n: tell(self, told, undo), fail=self.failed
        )

    def _do(self, work: Callable[[], Any], told: str, fields: dict[str, Field]) -> None:
        def done(_value: object) -> None:
            self.panel.close_form()
            tell(self, told)

        def refused(error: Exception) -> None:
            field = fields.get(error.field) if isinstance(error, Refusal) else None
            if field is not None:
                field.fail(say(error))
                field.setFocus()
            else:
                self.failed(error)

        for field in fields.values():
            field.calm()
        self.context.tasks.do(self, work, then=done, fail=refused)

    # ------------------------------------------------------------ what the page asks
    def keys(self) -> Sequence[Hint]:
        if self._save is not None:
            return [Hint("Tab", _("Ô kế tiếp")), Hint("F12", _("Ghi")), Hint("Esc", _("Bỏ"))]
        return [
            Hint("N", _("Thêm")),
            Hint("Enter", _("Đổi quyền")),
            Hint("P", _("Đổi mật khẩu")),
            Hint("D", _("Ngừng, mở lại")),
        ]

    def actions(self) -> list[Action]:  # type: ignore[override]
        if self._save is not None:
            return [Action("F12", _("Ghi"), self._save, "save")]
        return [
            Action("N", _("Thêm tài khoản"), self.open_new, "plus"),
            Action("P", _("Đổi mật khẩu"), self.open_password, "key-round"),
            Action("D", _("Ngừng hoặc mở lại tài khoản"), self.switch, "ban"),
        ]

    def panes(self) -> Sequence[QWidget]:
        return [self.table]

    def focus_first(self) -> None:
        self.table.setFocus()

    def escape(self) -> bool:
        return self.panel.close_form()


class TypedBox(ComboBox):
    """A choice in which anything else may be typed; nothing is chosen at first."""

    def __init__(self, names: Sequence[str]) -> None:
        super().__init__([(name, name) for name in names])
        self.setEditable(True)
        self.setInsertPolicy(ComboBox.InsertPolicy.NoInsert)
        self.setCurrentIndex(-1)


def _passwords(words: str) -> tuple[Field, Field]:
    """A password and once more: it cannot be read while it is typed, and a slip would lock the desk."""
    fields = Field(words, hint=_("Ít nhất 8 ký tự.")), Field(_("Gõ lại mật khẩu"))
    for field in fields:
        field.line.setEchoMode(QLineEdit.EchoMode.Password)
        field.edited.connect(lambda _text, field=field: field.calm())
    return fields


def _is_same(password: Field, again: Field) -> bool:
    """Whether both say the same; said beside the second where not."""
    if password.text() == again.text():
        return True
    again.fail(_("Hai lần gõ khác nhau. Gõ lại cả hai."))
    password.set_text("")
    again.set_text("")
    password.setFocus()
    return False


def _columns() -> list[Column]:
    return [
        Column("login", _("Tên đăng nhập"), lambda a: a.login, width=160),
        Column("name", _("Họ tên"), lambda a: a.name, stretch=1, bold=True),
        Column("role", _("Quyền"), lambda a: role_words()[a.role], width=136),
        Column("desk", _("Quầy"), lambda a: a.desk, width=112),
        Column(
            "last", _("Lần cuối"), lambda a: f"{a.last_at:%d/%m/%Y %H:%M}" if a.last_at else "", width=160
        ),
        Column("active", _("Trạng thái"), lambda _a: "", width=144, badge=_badge),
    ]


def _badge(account: Any) -> BadgeFace:
    if account.active:
        return BadgeFace(_("Đang dùng"), "circle-check", "green")
    return BadgeFace(_("Đã ngừng"), "ban", "neutral")
