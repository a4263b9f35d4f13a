"""The lists an office chooses from: sections, signers of letters, frequent papers, titles of officers."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QPlainTextEdit, QWidget

from motcua_desktop.domain.errors import Refusal
from motcua_desktop.domain.paper_answers import Signer
from motcua_desktop.domain.text import clean
from motcua_desktop.gui.actions import Action, Hint
from motcua_desktop.gui.pages import PageContext
from motcua_desktop.gui.pages.letters_foot import signer_words
from motcua_desktop.gui.pages.settings_pane import SettingsPane
from motcua_desktop.gui.pages.settings_rights import may_keep, only_seen_words
from motcua_desktop.gui.pages.telling import tell
from motcua_desktop.gui.pages.typed_rows import TypedColumn, TypedRows
from motcua_desktop.gui.theme import fixed, margins
from motcua_desktop.gui.widgets.button import Button
from motcua_desktop.gui.widgets.card import Card
from motcua_desktop.gui.widgets.field import Field
from motcua_desktop.gui.widgets.text import column, holder, label, row, rule, scrolled
from motcua_desktop.i18n import _
from motcua_desktop.say import say

if TYPE_CHECKING:
    from motcua_desktop.counter.counter import Counter

NAME_LISTS = ("sections", "frequent_papers", "account_titles")
SIGNERS = "signers"


@dataclass(frozen=True, slots=True)
class OfficeLists:
    """All lists of an office at one moment."""

    names: dict[str, tuple[str, ...]]
    signers: tuple[Signer, ...]
    #: The office's own signer, who is listed before them.
    first: str = dataclasses.field(default="", compare=False)


def read_lists(counter: Counter) -> OfficeLists:
    """The lists as they stand."""
    desk = counter.office
    office = desk.office()
    own = Signer(office.signer_name, office.signer_title, office.signer_for)
    first = signer_words(own) if own.name else ""
    return OfficeLists({key: desk.names(key) for key in NAME_LISTS}, desk.signers(), first)


def write_lists(counter: Counter, wish: OfficeLists) -> OfficeLists:
    """Write what differs. Raises BadValue naming the list."""
    desk, before = counter.office, read_lists(counter)
    if wish.signers != before.signers:
        desk.set_signers(wish.signers)
    for key, names in wish.names.items():
        if names != before.names[key]:
            desk.set_names(key, names)
    return read_lists(counter)


class ListsPane(SettingsPane):
    """Names are lines of a field, signers rows of three fields; F12 writes what was changed."""

    def __init__(self, context: PageContext) -> None:
        super().__init__(context)
        self._kept: OfficeLists | None = None
        self.fields = {key: _field(title, hint) for key, title, hint in _lists()}
        for field in self.fields.values():
            field.edit.textChanged.connect(self._edited)  # type: ignore[attr-defined]
        self.signers = TypedRows(
            _("Người ký thư"),
            _signer_columns(),
            add=_("Thêm người ký"),
            none="",
        )
        self.signers.edited.connect(self._edited)
        names = row(*self.fields.values(), gap=16)
        inside = column(names, rule(), self.signers, 1, gap=12)
        margins(inside, 16, 12, 16, 12)
        card = Card(flush=True)
        card.add(scrolled(holder(inside)), 1)
        self.save_button = Button(_("Ghi"), self.save, icon="save", key="F12", kind="main", small=True)
        self._may = may_keep(context.counter)
        usual = _("Mỗi dòng một mục; để trống một danh mục thì lấy lại mục thường dùng.")
        words = label(usual if self._may else only_seen_words(), "second")
        if not self._may:
            self.save_button.hide()
            self.signers.adder.hide()
        self.signers.setEnabled(self._may)
        for field in self.fields.values():
            _edit(field).setReadOnly(not self._may)
        foot = row(words, 1, self.save_button)
        margins(foot, 16, 8, 16, 8)
        card.add_foot(holder(foot))
        self.body.addWidget(card, 1)
        self.refresh()

    # ------------------------------------------------------------ reading
    def refresh(self) -> None:
        if not self.is_changed:
            self.context.tasks.ask(
                self, read_lists, self.context.counter, then=self._came, fail=self.failed, name="lists"
            )

    def _came(self, lists: OfficeLists) -> None:
        self._kept = lists
        for key, field in self.fields.items():
            text = "\n".join(lists.names[key])
            if _edit(field).toPlainText() != text:
                _edit(field).setPlainText(text)
            field.calm()
        if self._signers() != lists.signers:
            self.signers.show_rows([(one.name, one.title, one.power) for one in lists.signers])
        self.signers.calm()
        words = _("{signer} là người ký của cơ quan, đổi ở phần Chung. Thêm ở đây người khác cũng ký thư.")
        words = words if self._may else _("{signer} là người ký của cơ quan.")
        self.signers.say_note(words.format(signer=lists.first) if lists.first else "")
        self._edited()

    @property
    def is_changed(self) -> bool:
        """Whether something is typed that is not kept yet."""
        return self._kept is not None and self._read() != self._kept

    def _edited(self) -> None:
        self.save_button.setEnabled(self.is_changed)
        self.stated.emit()

    # ------------------------------------------------------------ writing
    def _read(self) -> OfficeLists:
        return OfficeLists({key: _lines(field) for key, field in self.fields.items()}, self._signers())

    def _signers(self) -> tuple[Signer, ...]:
        return tuple(Signer(*texts) for texts in self.signers.rows())

    def save(self) -> None:
        """F12: write the lists; a signer who is not whole is said beside the row."""
        if not self.is_changed or self._kept is None:
            return
        for field in self.fields.values():
            field.calm()
        if self.signers.is_whole():
            self._write(self._read(), self._kept)

    def _write(self, wish: OfficeLists, before: OfficeLists | None) -> None:
        def done(made: OfficeLists) -> None:
            self._came(made)
            undo = None if before is None else lambda: self._write(before, None)
            tell(self, _("Đã ghi các danh mục") if before else _("Đã lấy lại các danh mục"), undo)

        self.context.tasks.do(self, write_lists, self.context.counter, wish, then=done, fail=self._refused)

    def _refused(self, error: Exception) -> None:
        field = self.fields.get(error.field) if isinstance(error, Refusal) else None
        if field is not None:
            field.fail(say(error))
            field.setFocus()
        elif isinstance(error, Refusal) and error.field == SIGNERS:
            self.signers.fail(say(error))
        else:
            self.failed(error)

    # ------------------------------------------------------------ what the page asks
    def keys(self) -> Sequence[Hint]:
        if not self._may:
            return [Hint("Ctrl+Tab", _("Danh mục kế tiếp"))]
        return [
            Hint("Ctrl+Tab", _("Danh mục kế tiếp")),
            Hint("Ctrl+Enter", _("Thêm người ký")),
            Hint("Ctrl+D", _("Bỏ người ký")),
            Hint("F12", _("Ghi")),
        ]

    def actions(self) -> list[Action]:  # type: ignore[override]
        signers = self.signers
        if not self._may:
            return []
        return [
            Action("F12", _("Ghi"), self.save, "save", can=lambda: self.is_changed),
            Action("Ctrl+Return", _("Thêm người ký"), signers.add, "plus"),
            Action("Ctrl+D", _("Bỏ người ký"), signers.drop_here, "trash-2", can=lambda: signers.here >= 0),
        ]

    def panes(self) -> Sequence[QWidget]:
        first = self.signers.lines[0].edits[0] if self.signers.lines else self.signers.adder
        return [*(field.edit for field in self.fields.values()), first]

    def focus_first(self) -> None:
        self.fields["sections"].setFocus()

    def escape(self) -> bool:
        """What was typed and not kept is dropped."""
        if not self.is_changed or self._kept is None:
            return False
        self._came(self._kept)
        return True


def _lists() -> tuple[tuple[str, str, str], ...]:
    return (
        ("sections", _("Phòng, bộ phận nhận bàn giao"), _("Đứng trong ô Chuyển cho.")),
        ("frequent_papers", _("Giấy tờ hay chứng thực"), _("Alt+1, Alt+2, … ở trang Tiếp nhận.")),
        ("account_titles", _("Chức vụ của công chức"), _("Gợi ý khi thêm tài khoản.")),
    )


def _signer_columns() -> tuple[TypedColumn, ...]:
    return (
        TypedColumn(_("Họ và tên"), 3, "", _("Gõ họ và tên người ký.")),
        TypedColumn(_("Chức vụ"), 3, _("PHÓ CHỦ TỊCH"), _("Gõ chức vụ người ký.")),
        TypedColumn(_("Ký thay (bỏ trống nếu là người đứng đầu)"), 3, _("KT. CHỦ TỊCH")),
    )


def _field(title: str, hint: str) -> Field:
    edit = QPlainTextEdit()
    edit.setTabChangesFocus(True)
    fixed(edit, height=148)
    return Field(title, edit, hint=hint)


def _edit(field: Field) -> QPlainTextEdit:
    assert isinstance(field.edit, QPlainTextEdit)
    return field.edit


def _lines(field: Field) -> tuple[str, ...]:
    lines = map(clean, _edit(field).toPlainText().splitlines())
    return tuple(dict.fromkeys(line for line in lines if line))
