"""People who applied here: found as typed, with the dossiers of each."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QStackedWidget, QWidget

from motcua_desktop.domain.applicant import KnownPerson
from motcua_desktop.domain.dossier import DossierLine
from motcua_desktop.domain.text import mask_number
from motcua_desktop.gui.actions import Action, Hint
from motcua_desktop.gui.pages import PageContext
from motcua_desktop.gui.pages.settings_pane import SettingsPane
from motcua_desktop.gui.table_model import Column, TableModel
from motcua_desktop.gui.theme import least, spacing
from motcua_desktop.gui.widgets.card import Card
from motcua_desktop.gui.widgets.empty_state import EmptyState
from motcua_desktop.gui.widgets.page import Columns
from motcua_desktop.gui.widgets.search_box import SearchBox
from motcua_desktop.gui.widgets.table import Table
from motcua_desktop.gui.widgets.text import row
from motcua_desktop.i18n import _
from motcua_desktop.say import status_word

MOST = 100
#: Letters a search needs.
FEWEST = 2


class PeoplePane(SettingsPane):
    """IDs and telephones are masked here; a dossier's own page shows them on demand and notes it."""

    def __init__(self, context: PageContext) -> None:
        super().__init__(context)
        self.search = SearchBox(_("Tìm người nộp"), width=420)
        self.search.setAccessibleName(_("Tìm người nộp"))
        self.search.asked.connect(self._load)
        self.search.entered.connect(self._to_table)
        self.body.addLayout(row(self.search, 1, gap=12))
        self.rows = TableModel(_person_columns(), self)
        self.table = Table(self.rows, _("Người nộp"))
        self.table.chosen.connect(self._chosen)
        self.table.opened.connect(self._to_dossiers)
        self.none = EmptyState("users", "", "", tint="neutral")
        self.shown = QStackedWidget()
        for part in (self.none, self.table):
            self.shown.addWidget(part)
        self.dossiers = TableModel(_dossier_columns(), self)
        self.listed = Table(self.dossiers, _("Hồ sơ của người nộp"))
        self.listed.opened.connect(lambda line: self.wanted.emit("dossier", line.id))
        side_by_side = Columns()
        spacing(side_by_side, 16)
        people, self._of = Card(_("Người nộp"), flush=True), Card(_("Hồ sơ đã nộp"), flush=True)
        for card, inside, stretch in ((people, self.shown, 4), (self._of, self.listed, 5)):
            least(card, 440, 200)
            card.add(inside, 1)
            side_by_side.addWidget(card, stretch)
        self.body.addLayout(side_by_side, 1)
        self._came(())

    def _load(self, words: str) -> None:
        known = self.context.counter.people.known
        self.context.tasks.ask(self, known, words, MOST, then=self._came, fail=self.failed, name="people")

    def _came(self, found: Sequence[KnownPerson]) -> None:
        self.rows.show_rows(found)
        self.shown.setCurrentWidget(self.table if found else self.none)
        self._of.setVisible(bool(found))
        if len(self.search.text().strip()) < FEWEST:
            words = _("Gõ tên không dấu, số định danh hoặc điện thoại; từ hai chữ.")
            self.none.say(_("Tìm người đã nộp hồ sơ ở đây"), words)
        else:
            self.none.say(_("Không có người nộp nào khớp"), _("Gõ ít chữ hơn, hoặc gõ số định danh."))
        self.search.set_note(_("{n} người").format(n=len(found)) if self.search.text() else "")
        if found and not self.table.currentIndex().isValid():
            self.table.choose(0)

    def _chosen(self, person: KnownPerson | None) -> None:
        if person is None:
            self.dossiers.show_rows(())
            self._of.set_count("")
            return
        self.context.tasks.ask(
            self,
            self.context.counter.people.dossiers_of,
            person.id,
            then=self._show,
            fail=self.failed,
            name="history",
        )

    def _show(self, found: Sequence[DossierLine]) -> None:
        self.dossiers.show_rows(found)
        self._of.set_count(str(len(found)))

    def keys(self) -> Sequence[Hint]:
        return [Hint("↑↓", _("Chọn")), Hint("Enter", _("Xem hồ sơ")), Hint("Ctrl+F", _("Tìm"))]

    def actions(self) -> list[Action]:  # type: ignore[override]
        searching = self.search.hasFocus
        return [
            Action("Ctrl+F", _("Tìm người nộp"), self.search.take, "search"),
            Action("Down", _("Xuống danh sách"), self._to_table, can=searching),
        ]

    def _to_table(self) -> None:
        if self.rows.rowCount():
            self.table.setFocus()

    def _to_dossiers(self, _person: KnownPerson) -> None:
        self.listed.setFocus()

    def panes(self) -> Sequence[QWidget]:
        return [self.search, self.table, self.listed]

    def focus_first(self) -> None:
        self.search.take()

    def refresh(self) -> None:
        self._load(self.search.text())

    def escape(self) -> bool:
        if not self.search.text():
            return False
        self.search.setText("")
        self._load("")
        return True


def _person_columns() -> list[Column]:
    return [
        Column("name", _("Họ tên"), lambda p: p.person.name, fit=True, bold=True),
        Column("birth", _("Sinh"), lambda p: p.person.birth[:4], width=64),
        Column("id", _("Số định danh"), lambda p: mask_number(p.person.id_number), width=128, stretch=1),
        Column("count", _("Hồ sơ"), lambda p: str(p.dossiers), width=72, right=True),
    ]


def _dossier_columns() -> list[Column]:
    return [
        Column("code", _("Mã hồ sơ"), lambda x: x.short_code, fit=True),
        Column("procedure", _("Thủ tục"), lambda x: x.procedure, stretch=1),
        Column("received", _("Nhận"), lambda x: f"{x.received_at:%d/%m/%Y}", width=112),
        Column("status", _("Trạng thái"), lambda x: status_word(x.status), width=136),
    ]
