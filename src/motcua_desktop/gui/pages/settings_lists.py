"""The lists an office chooses from: sections, signers of letters, frequent papers, titles of officers."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QGridLayout, QPlainTextEdit, QWidget

from motcua_desktop.domain.errors import Refusal
from motcua_desktop.domain.paper_answers import Signer
from motcua_desktop.domain.text import clean
from motcua_desktop.gui.actions import Action, Hint
from motcua_desktop.gui.pages import PageContext
from motcua_desktop.gui.pages.settings_pane import SettingsPane
from motcua_desktop.gui.pages.telling import tell
from motcua_desktop.gui.theme import fixed, margins, spacing
from motcua_desktop.gui.widgets.button import Button
from motcua_desktop.gui.widgets.card import Card
from motcua_desktop.gui.widgets.field import Field
from motcua_desktop.gui.widgets.text import holder, label, row, scrolled
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
    first = _signer_lines((own,))[0] if own.name else ""
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
    """Each list is a field of lines; F12 writes what was changed."""

    def __init__(self, context: PageContext) -> None:
        super().__init__(context)
        self._kept: OfficeLists | None = None
        self.fields = {key: _field(title, hint) for key, title, hint in _lists()}
        grid = QGridLayout()
        margins(grid, 16, 12, 16, 12)
        spacing(grid, 16)
        for number, field in enumerate(self.fields.values()):
            grid.addWidget(field, number // 2, number % 2)
            field.edit.textChanged.connect(self._edited)  # type: ignore[attr-defined]
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        card = Card(flush=True)
        card.add(scrolled(holder(grid)), 1)
        self.save_button = Button(_("Ghi"), self.save, icon="save", key="F12", kind="main", small=True)
        words = label(_("Mỗi dòng một mục; để trống một danh mục thì lấy lại mục thường dùng."), "second")
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
            lines = _signer_lines(lists.signers) if key == SIGNERS else lists.names[key]
            text = "\n".join(lines)
            if _edit(field).toPlainText() != text:
                _edit(field).setPlainText(text)
            field.calm()
        if lists.first:
            words = _("Đã có: {signer} (người ký của cơ quan). Thêm mỗi dòng một người khác: {form}")
            form = _("họ tên; chức vụ; ký thay")
            self.fields[SIGNERS].calm(words.format(signer=lists.first, form=form))
        self._edited()

    @property
    def is_changed(self) -> bool:
        """Whether something is typed that is not kept yet."""
        wish = self._read()
        return self._kept is not None and (wish is None or wish != self._kept)

    def _edited(self) -> None:
        self.save_button.setEnabled(self.is_changed)
        self.stated.emit()

    # ------------------------------------------------------------ writing
    def _read(self) -> OfficeLists | None:
        lines = {key: _lines(field) for key, field in self.fields.items()}
        signers = [_signer(line) for line in lines.pop(SIGNERS)]
        found = tuple(one for one in signers if one is not None)
        return OfficeLists({k: tuple(v) for k, v in lines.items()}, found) if all(signers) else None

    def save(self) -> None:
        """F12: write the lists; a line that cannot be read is said beside its list."""
        if not self.is_changed or self._kept is None:
            return
        for field in self.fields.values():
            field.calm()
        wish = self._read()
        if wish is None:
            bad = next(line for line in _lines(self.fields[SIGNERS]) if _signer(line) is None)
            words = _("Dòng “{line}” cần họ tên và chức vụ, ngăn bằng dấu chấm phẩy.")
            self.fields[SIGNERS].fail(words.format(line=bad))
            self.fields[SIGNERS].setFocus()
            return
        self._write(wish, self._kept)

    def _write(self, wish: OfficeLists, before: OfficeLists | None) -> None:
        def done(made: OfficeLists) -> None:
            self._came(made)
            undo = None if before is None else lambda: self._write(before, None)
            tell(self, _("Đã ghi các danh mục") if before else _("Đã lấy lại các danh mục"), undo)

        self.context.tasks.do(self, write_lists, self.context.counter, wish, then=done, fail=self._refused)

    def _refused(self, error: Exception) -> None:
        field = self.fields.get(error.field) if isinstance(error, Refusal) else None
        if field is None:
            self.failed(error)
        else:
            field.fail(say(error))
            field.setFocus()

    # ------------------------------------------------------------ what the page asks
    def keys(self) -> Sequence[Hint]:
        return [Hint("Ctrl+Tab", _("Danh mục kế tiếp")), Hint("F12", _("Ghi")), Hint("Ctrl+Z", _("Hoàn tác"))]

    def actions(self) -> list[Action]:  # type: ignore[override]
        return [Action("F12", _("Ghi"), self.save, "save", can=lambda: self.is_changed)]

    def panes(self) -> Sequence[QWidget]:
        return [field.edit for field in self.fields.values()]

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
        (
            SIGNERS,
            _("Người ký thư"),
            _("Họ tên; chức vụ; ký thay, như: Trần Văn A; PHÓ CHỦ TỊCH; KT. CHỦ TỊCH"),
        ),
        ("frequent_papers", _("Giấy tờ hay chứng thực"), _("Alt+1, Alt+2, … ở trang Tiếp nhận.")),
        ("account_titles", _("Chức vụ của công chức"), _("Gợi ý khi thêm tài khoản.")),
    )


def _field(title: str, hint: str) -> Field:
    edit = QPlainTextEdit()
    edit.setTabChangesFocus(True)
    fixed(edit, height=148)
    return Field(title, edit, hint=hint)


def _edit(field: Field) -> QPlainTextEdit:
    assert isinstance(field.edit, QPlainTextEdit)
    return field.edit


def _lines(field: Field) -> list[str]:
    return list(dict.fromkeys(line for line in map(clean, _edit(field).toPlainText().splitlines()) if line))


def _signer_lines(signers: Sequence[Signer]) -> list[str]:
    return ["; ".join(part for part in (one.name, one.title, one.power) if part) for one in signers]


def _signer(line: str) -> Signer | None:
    """A signer from "name; title" or "name; title; power"."""
    parts = [clean(part) for part in line.split(";")]
    if len(parts) not in (2, 3) or not all(parts[:2]):
        return None
    return Signer(*parts)
