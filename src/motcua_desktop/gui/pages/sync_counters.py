"""Other counters: their packages looked at and read in, and what a person must decide between two."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from motcua_desktop.domain.errors import ReasonMissing
from motcua_desktop.domain.exchange import Conflict, ConflictKind, Decision, Imported
from motcua_desktop.gui.actions import Action, Hint
from motcua_desktop.gui.choosing_files import open_file
from motcua_desktop.gui.pages import PageContext
from motcua_desktop.gui.pages.emptied import empty
from motcua_desktop.gui.pages.settings_pane import SettingsPane
from motcua_desktop.gui.pages.sync_compare import decision_effect, decision_words, side_by_side
from motcua_desktop.gui.pages.sync_incoming import Incoming
from motcua_desktop.gui.pages.sync_work import bring_in, imported_words, look_in
from motcua_desktop.gui.pages.telling import tell
from motcua_desktop.gui.table_model import Column, TableModel
from motcua_desktop.gui.theme import fixed, least, margins, spacing
from motcua_desktop.gui.widgets.bar import Bar
from motcua_desktop.gui.widgets.button import Button
from motcua_desktop.gui.widgets.card import Card
from motcua_desktop.gui.widgets.empty_state import EmptyState
from motcua_desktop.gui.widgets.field import Field
from motcua_desktop.gui.widgets.page import Columns
from motcua_desktop.gui.widgets.segments import Segments
from motcua_desktop.gui.widgets.side_panel import SidePanel
from motcua_desktop.gui.widgets.table import Table
from motcua_desktop.gui.widgets.text import column, holder, label, row, scrolled
from motcua_desktop.i18n import _
from motcua_desktop.say import say

if TYPE_CHECKING:
    from motcua_desktop.counter.counter import Counter


class CountersPane(SettingsPane):
    """Nothing is overwritten: what is new comes in, what two counters changed waits here for a person."""

    def __init__(self, context: PageContext) -> None:
        super().__init__(context)
        self._names: dict[str, str] = {}
        self._shown: Conflict | None = None
        self.incoming: Incoming | None = None
        words = _("Gói của quầy khác được xem trước, chưa ghi gì. Nhập lại một gói không tạo hồ sơ trùng.")
        self.choose_button = Button(_("Chọn gói"), self.choose, icon="folder-open", key="Ctrl+O", small=True)
        self.body.addWidget(Bar("info", words, self.choose_button))
        self.rows = TableModel(_columns(), self)
        self.table = Table(self.rows, _("Cần quyết định"))
        self.table.chosen.connect(self._show)
        self._list = Card(_("Cần quyết định"), flush=True)
        self._list.add(self.table, 1)
        fixed(self._list, 368)
        least(self._list, 368, 180)
        self.panel = SidePanel(self._make_compare())
        self.panel.form_closed.connect(self._closed)
        least(self.panel, 480, 400)
        columns = Columns()
        spacing(columns, 16)
        columns.addWidget(self._list)
        columns.addWidget(self.panel, 1)
        self.body.addLayout(columns, 1)
        self.refresh()

    def _make_compare(self) -> Card:
        card = Card(_("So hai bên"), flush=True)
        self._inside = QVBoxLayout()
        margins(self._inside, 16, 12, 16, 12)
        self._area = scrolled(holder(self._inside))
        self._area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # what is long is read with the arrow keys
        self._area.setAccessibleName(_("So hai bên"))
        card.add(self._area, 1)
        self.choice = Segments(list(decision_words().items()), name=_("Quyết định"))
        self.choice.changed.connect(lambda _value: self._say_effect())
        self.reason = Field(_("Lý do"), placeholder=_("ví dụ: đã hỏi người nộp"))
        self.reason.entered.connect(self.decide)
        self._effect = label("", "second", wrap=True)
        button = Button(_("Ghi quyết định"), self.decide, key="F12", kind="main")
        line = row(self.reason, column(1, button, gap=0), gap=12)
        line.setStretch(0, 1)
        self._choice_line = row(self.choice, self._effect, gap=12)
        foot = column(self._choice_line, line, gap=8)
        margins(foot, 16, 10, 16, 10)
        self._foot = holder(foot)
        card.add_foot(self._foot)
        return card

    # ------------------------------------------------------------ reading
    def refresh(self) -> None:
        self.context.tasks.ask(
            self, _read, self.context.counter, then=lambda read: self._came(*read), fail=self.failed, name="c"
        )

    def _came(self, found: tuple[Conflict, ...], names: dict[str, str]) -> None:
        self._names = names
        self.rows.show_rows(found)
        self._list.set_count(str(len(found)) if found else "")
        if not found:
            self._show(None)
            if self.table.hasFocus():
                self.choose_button.setFocus()  # an empty list does not show that it has the focus
        elif self.table.current() is None:
            self.table.choose(0)
        self.stated.emit()

    def _show(self, conflict: Conflict | None) -> None:
        if conflict is not None and self._shown is not None and conflict.id == self._shown.id:
            return
        self._shown = conflict
        empty(self._inside)
        self._foot.setVisible(conflict is not None)
        self.reason.set_text("")
        self.reason.calm()
        if conflict is None:
            words = (
                _("Không có gì phải quyết định"),
                _("Hai quầy nói khác nhau về một hồ sơ thì hiện ở đây."),
            )
            self._inside.addWidget(EmptyState("circle-check", *words), 1)
        else:
            machine = self._names.get(conflict.machine, conflict.machine[:9])
            self._inside.addWidget(side_by_side(conflict, machine), 1)
            self._offer(conflict)
        self.stated.emit()

    def _offer(self, conflict: Conflict) -> None:
        """A choice of just what can be decided here; the old one is replaced."""
        fresh = Segments(
            [(choice, decision_words()[choice]) for choice in conflict.choices], name=_("Quyết định")
        )
        fresh.changed.connect(lambda _value: self._say_effect())
        self._choice_line.replaceWidget(self.choice, fresh)
        self.choice.hide()
        self.choice.deleteLater()
        self.choice = fresh
        fresh.set_value(conflict.choices[0])
        self._say_effect()

    def _say_effect(self) -> None:
        if self._shown is not None:
            self._effect.setText(decision_effect(Decision(str(self.choice.value())), self._shown))

    def decide(self) -> None:
        """F12: carry out what was chosen. Both histories stay, with who decided and why."""
        conflict = self._shown
        if conflict is None:
            return
        decision, reason = Decision(str(self.choice.value())), self.reason.text()
        told = _("Đã quyết định hồ sơ {code}: {words}").format(
            code=conflict.mine.code, words=decision_words()[decision].lower()
        )
        self.context.tasks.do(
            self,
            self.context.counter.exchange.decide,
            conflict.id,
            decision,
            reason,
            then=lambda _none: tell(self, told),
            fail=self._refused,
        )

    def _refused(self, error: Exception) -> None:
        if isinstance(error, ReasonMissing):
            self.reason.fail(say(error))
            self.reason.setFocus()
        else:
            self.failed(error)

    # ------------------------------------------------------------ a package
    def choose_file(self) -> Path | None:
        """Ask for the package of another counter."""
        return open_file(self, self.context, _("Gói của quầy khác"), "motcua (*.zip)")

    def choose(self) -> None:
        """Ctrl+O: choose a package and look at it."""
        path = self.choose_file()
        if path is not None:
            self.look(path)

    def look(self, path: Path) -> None:
        """What a package would bring, without writing anything."""
        self.context.tasks.do(
            self,
            look_in,
            self.context.counter,
            path,
            then=lambda read: self._open(path, read),
            fail=self.failed,
            words=_("Đang xem gói"),
            steps=True,
        )

    def _open(self, path: Path, read: Imported) -> None:
        form = Incoming(path, read)
        leave = Button(_("Bỏ qua"), self.panel.close_form, key="Esc", small=True)
        bring = Button(_("Nhập gói"), self.bring, key="F12", kind="main", small=True)
        bring.setEnabled(form.brings)
        self.panel.open_form(_("Xem trước gói {n}").format(n=read.facts.sequence), form, leave, bring)
        self.incoming = form
        leave.setFocus()  # brings the form into sight at 150 %, and Enter writes nothing
        self.stated.emit()

    def bring(self) -> None:
        """F12: read the package that was looked at into the register."""
        form = self.incoming
        if form is None or not form.brings:
            return

        def done(read: Imported) -> None:
            self.panel.close_form()
            tell(self, imported_words(read), kind="warning" if read.conflicts else "good")

        self.context.tasks.do(
            self,
            bring_in,
            self.context.counter,
            form.path,
            then=done,
            fail=self.failed,
            words=_("Đang nhập gói"),
            steps=True,
        )

    def _closed(self) -> None:
        self.incoming = None
        self.table.setFocus()
        self.stated.emit()

    # ------------------------------------------------------------ what the page asks
    @property
    def context_line(self) -> str:
        number = self.rows.rowCount()
        return _("{n} hồ sơ cần quyết định").format(n=number) if number else _("Không có xung đột")

    def keys(self) -> Sequence[Hint]:
        if self.incoming is not None:
            return [Hint("F12", _("Nhập gói")), Hint("Esc", _("Bỏ qua"))]
        read = [Hint("↑↓", _("Chọn hồ sơ")), Hint("Ctrl+↑↓", _("Đọc tiếp"))]
        decide = [*read, Hint("F12", _("Ghi quyết định"))] if self._shown else []
        return [*decide, Hint("Ctrl+O", _("Chọn gói"))]

    def actions(self) -> list[Action]:  # type: ignore[override]
        if self.incoming is not None:
            return [Action("F12", _("Nhập gói"), self.bring, "download")]
        return [
            Action("F12", _("Ghi quyết định"), self.decide, "check", can=lambda: self._shown is not None),
            Action("Ctrl+O", _("Chọn gói"), self.choose, "folder-open"),
            Action("Ctrl+Down", _("Đọc tiếp phần so sánh"), lambda: self._scroll(1), "arrow-down"),
            Action("Ctrl+Up", _("Đọc lại phần so sánh"), lambda: self._scroll(-1), "arrow-up"),
        ]

    def _scroll(self, direction: int) -> None:
        """Move the comparison, wherever the cursor stands."""
        bar = self._area.verticalScrollBar()
        bar.setValue(bar.value() + direction * bar.pageStep() // 2)

    def panes(self) -> Sequence[QWidget]:
        return [self.table, self._area, self.choice, self.reason]

    def focus_first(self) -> None:
        self.table.setFocus()

    def escape(self) -> bool:
        return self.panel.close_form()


def _read(counter: Counter) -> tuple[tuple[Conflict, ...], dict[str, str]]:
    exchange = counter.exchange
    return exchange.conflicts(), {key.fingerprint: key.name for key in exchange.keys.trusted()}


def _columns() -> list[Column]:
    why = {
        ConflictKind.BOTH_CHANGED: _("Cùng thay đổi"),
        ConflictKind.SAME_CODE: _("Trùng mã"),
        ConflictKind.SAME_LETTER: _("Trùng số thư"),
    }
    return [
        Column("who", _("Người nộp"), lambda one: one.mine.applicant, stretch=1, bold=True),
        Column("why", _("Vì sao"), lambda one: why[one.kind], width=136, tint="text2"),
    ]
