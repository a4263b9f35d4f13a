"""Reports: figures of a period straight from the register."""

from __future__ import annotations

from pathlib import Path

from motcua_desktop.counter.desk import Desk
from motcua_desktop.counter.exchange import Exchange
from motcua_desktop.domain.dossier import DossierLine, Period
from motcua_desktop.domain.report import CUTOFF_DAY, Report, ReportPeriod
from motcua_desktop.persistence import reporting
from motcua_desktop.persistence.engine import Connection
from motcua_desktop.reports import on_time

#: A cell lists at most so many dossiers.
MOST_LINES = 2000


class Reports:
    """Counting, and the dossiers behind each figure."""

    def __init__(self, desk: Desk, exchange: Exchange) -> None:
        self._desk, self._exchange = desk, exchange

    def cutoff_day(self) -> int:
        """The day a period begins on (setting `report_cutoff_day`; 1 for calendar months)."""
        with self._desk.database.read() as connection:
            return int(self._desk.setting(connection, "report_cutoff_day", CUTOFF_DAY))

    def days_of(self, period: ReportPeriod) -> Period:
        """First and last day of a period as this office cuts it."""
        return period.days(self.cutoff_day())

    def on_time(self, period: Period) -> Report:
        """Form 06a for these days, up to now while they last."""
        with self._desk.database.read() as connection:
            counted = reporting.by_field(connection, self._conditions(connection, period))
            return on_time.report(self._desk.office(connection).name, period, counted)

    def dossiers(self, report: Report, row: str | None, column: str) -> tuple[DossierLine, ...]:
        """The dossiers a cell counts: `row` is the key of its line, None for the total."""
        with self._desk.database.read() as connection:
            condition = self._conditions(connection, report.period)[column]
            return reporting.lines_of(connection, condition, row, MOST_LINES)

    def _conditions(self, connection: Connection, period: Period) -> reporting.Conditions:
        settled = self._desk.setting(connection, "report_waiting", "pending") == "settled"
        return reporting.on_time_conditions(period, self._desk.now(), waiting_settled=settled)

    def to_excel(self, report: Report, out: Path) -> int:
        """Write a report as an Excel file; returns how many lines. Raises OSError."""
        headers = [report.row_title, *(f"({c.number}) {c.over}: {c.title}" for c in report.columns)]
        rows = [[row.title, *row.figures] for row in (*report.rows, report.total)]
        return self._exchange.to_excel(out, report.form.rpartition(" ")[2].replace("/", "."), headers, rows)
