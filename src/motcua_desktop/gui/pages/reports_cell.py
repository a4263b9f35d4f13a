"""The dossiers a figure of a report counts, read as they are looked at."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime

from PySide6.QtWidgets import QWidget

from motcua_desktop.domain.report import Report
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
        report: Report,
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
            lambda offset, limit: reports.counted(report, ids[offset : offset + limit]),
            lambda work, then: context.tasks.ask(self, work, then=then),
        )

    def begin(self) -> None:
        """Put the cursor on the first dossier."""
        self.table.setFocus()
        if self._ids:
            self.table.choose(0)


def _columns() -> list[Column]:
    """The day counted by stands before the one that holds now: a figure must not look wrong in its list."""
    return [
        Column("code", _("Mã hồ sơ"), lambda x: x.line.short_code, fit=True),
        Column("name", _("Người nộp"), lambda x: x.line.applicant, fit=True, bold=True),
        Column("procedure", _("Thủ tục"), lambda x: x.line.procedure, stretch=1),
        Column("received", _("Nhận"), lambda x: _day(x.line.received_at), fit=True),
        Column("limit", _("Hạn đầu"), lambda x: _day(x.limit), fit=True),
        Column("again", _("Ngày hẹn lại"), lambda x: _day(x.appointed_again), fit=True),
        Column("done", _("Xong"), lambda x: _day(x.line.finished_at), fit=True),
    ]


def _day(at: datetime | None) -> str:
    return f"{at:%d/%m/%Y}" if at else ""
