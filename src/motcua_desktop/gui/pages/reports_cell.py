"""The dossiers a figure of a report counts, read as they are looked at."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QWidget

from motcua_desktop.gui.pages import PageContext
from motcua_desktop.gui.table_model import Column, TableModel
from motcua_desktop.gui.theme import least
from motcua_desktop.gui.widgets.table import Table
from motcua_desktop.gui.widgets.text import row
from motcua_desktop.i18n import _


class CellDossiers(QWidget):
    """All dossiers of a cell, as many as its figure says; `opened(id)` on Enter."""

    def __init__(
        self,
        context: PageContext,
        title: str,
        ids: Sequence[int],
        opened: Callable[[int], object],
    ) -> None:
        super().__init__()
        self.setProperty("plain", True)
        self._ids = ids
        self.rows = TableModel(_columns(), self)
        self.table = Table(self.rows, title)
        least(self.table, 480, 220)
        self.table.opened.connect(lambda line: opened(line.id))
        self.setLayout(row(self.table))
        self.setFocusProxy(self.table)
        reports = context.counter.reports
        self.rows.show_query(
            len(ids),
            lambda offset, limit: reports.lines(ids[offset : offset + limit]),
            lambda work, then: context.tasks.ask(self, work, then=then),
        )

    def begin(self) -> None:
        """Put the cursor on the first dossier."""
        self.table.setFocus()
        if self._ids:
            self.table.choose(0)


def _columns() -> list[Column]:
    return [
        Column("code", _("Mã hồ sơ"), lambda x: x.short_code, fit=True),
        Column("name", _("Người nộp"), lambda x: x.applicant, fit=True, bold=True),
        Column("procedure", _("Thủ tục"), lambda x: x.procedure, stretch=1),
        Column("received", _("Nhận"), lambda x: f"{x.received_at:%d/%m/%Y}", width=112),
        Column("due", _("Hạn"), lambda x: f"{x.due_at:%d/%m/%Y}" if x.due_at else "", width=112),
        Column("done", _("Xong"), lambda x: f"{x.finished_at:%d/%m/%Y}" if x.finished_at else "", width=112),
    ]
