"""Reports: figures of a period straight from the register, to screen, Excel and paper."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime, time
from functools import lru_cache
from pathlib import Path

from motcua_desktop.assets import resource
from motcua_desktop.counter import clocks
from motcua_desktop.counter.desk import Desk
from motcua_desktop.domain.dossier import DossierLine, Period
from motcua_desktop.domain.report import (
    Report,
    ReportColumn,
    ReportFileWrong,
    ReportHead,
    ReportName,
    ReportRow,
    UnknownReport,
)
from motcua_desktop.domain.report_period import CALENDAR, PeriodKind, ReportPeriod
from motcua_desktop.domain.reported import Counted
from motcua_desktop.domain.rights import CARRIERS
from motcua_desktop.domain.statutory import Clock, limit
from motcua_desktop.files import write_whole
from motcua_desktop.persistence import reporting
from motcua_desktop.persistence.engine import Connection
from motcua_desktop.reports import tabulation
from motcua_desktop.reports.definition import Definition, load
from motcua_desktop.reports.marking import Choices, marks_of
from motcua_desktop.reports.wording import Wording, load_wording
from motcua_desktop.sync import sheets

Step = Callable[[int, int], object]
#: Dossiers of a cell are read so many at a time.
LISTED = 500


class Reports:
    """Counting, and the dossiers behind each figure."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    # ------------------------------------------------------------ what there is
    def names(self) -> tuple[ReportName, ...]:
        """The reports there are, those of the office among them, in their order."""
        return tuple(one.name for one in self._definitions()[0].values())

    def faults(self) -> tuple[ReportFileWrong, ...]:
        """What is wrong with the report files that had to be left out."""
        return self._definitions()[1]

    def _definitions(self) -> tuple[dict[str, Definition], tuple[ReportFileWrong, ...]]:
        shipped, wrong = _read(resource("reports"), _seen(resource("reports")))
        folder = self._desk.folder / "reports"
        own, faults = _read(folder, _seen(folder))
        taken = tuple(ReportFileWrong(str(folder), "name_taken", key) for key in own if key in shipped)
        every = {**own, **shipped}
        ordered = sorted(every.items(), key=lambda one: (one[1].order, one[0]))
        return dict(ordered), (*wrong, *faults, *taken)

    @property
    def _wording(self) -> Wording:
        return _words(resource("reports"))

    # ------------------------------------------------------------ periods
    def cutoff_day(self) -> int:
        """The day a period begins on (setting `report_cutoff_day`; 1 for calendar months)."""
        with self._desk.database.read() as connection:
            return int(self._desk.setting(connection, "report_cutoff_day", self._wording.cutoff_day))

    def usual_period(self) -> PeriodKind:
        """The kind of period reports are usually asked for."""
        return self._wording.usual

    def days_of(self, period: ReportPeriod, *, calendar: bool = False) -> Period:
        """First and last day of a period as this office cuts it, or by calendar months."""
        return period.days(CALENDAR if calendar else self.cutoff_day())

    # ------------------------------------------------------------ counting
    def count(
        self, key: str, period: ReportPeriod | Period, *, calendar: bool = False, step: Step | None = None
    ) -> Report:
        """A report of a period or of any days, up to now while they last.

        `step(done, total)` hears how many dossiers were read and may raise to stop. Raises UnknownReport.
        """
        known, _faults = self._definitions()
        if key not in known:
            raise UnknownReport(key, tuple(known))
        days = period if isinstance(period, Period) else self.days_of(period, calendar=calendar)
        named = self._wording.name_of(None if isinstance(period, Period) else period)
        with self._desk.database.read() as connection:
            tally, until = self._tally(connection, days, step)
            office = self._desk.office(connection)
            receiver = self._desk.setting(connection, "report_receiver", "") or office.parent
        made = self._desk.now(), until
        return _report(known[key], self._wording, tally, days, named, made, (office.name, receiver))

    def _tally(
        self, connection: Connection, days: Period, step: Step | None
    ) -> tuple[tabulation.Tally, datetime]:
        start = datetime.combine(days.start, time.min)
        end = min(datetime.combine(days.end, time(23, 59, 59)), self._desk.now())
        choices, tally = self._choices(connection), tabulation.Tally()
        calendar = self._desk.calendar(connection)

        def answer_by(registered: datetime) -> datetime | None:
            rule = clocks.rule(connection, Clock.ONLINE_ACCEPTANCE, registered.date())
            return None if rule is None else limit(calendar, rule, registered).at

        done, total = 0, reporting.count_between(connection, start, end) if step else 0
        for dossiers in reporting.reported(connection, start, end) if start <= end else ():
            for dossier in dossiers:
                tally.add(dossier.id, dossier.field, marks_of(dossier, start, end, choices, answer_by))
            done += len(dossiers)
            if step:
                step(done, max(total, done))
        return tally, end

    def _choices(self, connection: Connection) -> Choices:
        def chosen(key: str, usual: str) -> str:
            return str(self._desk.setting(connection, key, usual))

        return Choices(
            waiting_settled=chosen("report_waiting", "pending") == "settled",
            ended_apart=chosen("report_ended", "settled") == "apart",
            refused_on_time=chosen("report_refused", "dated") == "on_time",
            transfer_online=chosen("report_transfer", "direct") == "online",
        )

    def lines(self, ids: Sequence[int]) -> tuple[DossierLine, ...]:
        """Dossiers of a cell as rows of a list, in their order."""
        with self._desk.database.read() as connection:
            return reporting.lines_of(connection, ids)

    def counted(self, report: Report, ids: Sequence[int]) -> tuple[Counted, ...]:
        """Dossiers of a cell with the limit the report judged them by: no letter of apology moves it."""
        with self._desk.database.read() as connection:
            lines = reporting.lines_of(connection, ids)
            limits = reporting.limits(connection, ids, report.counted_at)
        return tuple(Counted(line, limits.get(line.id)) for line in lines)

    # ------------------------------------------------------------ out
    def to_excel(self, report: Report, out: Path) -> int:
        """Write a report as an Excel file; returns how many lines. Raises OSError."""
        from motcua_desktop.reports import workbook

        self._desk.require(CARRIERS, "export")
        workbook.write(report, out)
        with self._desk.database.write() as connection:
            self._desk.note(
                connection, "export", file=out.name, list=report.name.name, count=len(report.rows)
            )
        return len(report.rows)

    def cell_to_excel(self, report: Report, row: ReportRow, column: ReportColumn, out: Path) -> int:
        """Write the dossiers of a cell as an Excel list, without ID numbers; returns how many.

        Raises NotPermitted, OSError.
        """
        self._desk.require(CARRIERS, "export")
        ids = report.ids(row, column)
        pieces = (self.counted(report, ids[at : at + LISTED]) for at in range(0, len(ids), LISTED))
        rows = (_listed(one) for piece in pieces for one in piece)
        count = sheets.write(out, [(report.name.name, _HEADS, rows)])
        with self._desk.database.write() as connection:
            listed = f"{report.name.name}: {column.name}"
            self._desk.note(connection, "export", file=out.name, list=listed, count=count)
        return count

    def pdf(self, report: Report) -> bytes:
        """The report on paper, A4 landscape. Raises MissingOfficeName."""
        from motcua_desktop.documents import report_paper

        with self._desk.database.read() as connection:
            office = self._desk.office(connection)
        return report_paper.draw(report, office, self._desk.officer.name)

    def to_pdf(self, report: Report, out: Path) -> None:
        """Write the report as a PDF. Raises OSError."""
        write_whole(out, self.pdf(report))
        with self._desk.database.write() as connection:
            self._desk.note(connection, "print", form=report.name.name, count=len(report.rows))

    def paper(self, report: Report) -> Path:
        """The report as a PDF among the papers of this data folder, to be looked at and printed."""
        end = report.counted_at
        name = f"bao-cao-{report.name.key}-{report.period.start:%y%m%d}-{report.period.end:%y%m%d}.pdf"
        path = self._desk.folder / "papers" / f"{end:%Y}" / f"{end:%m}" / name
        self.to_pdf(report, path)
        return path


_HEADS = ("Mã hồ sơ", "Người nộp", "Thủ tục", "Lĩnh vực", "Tiếp nhận", "Hạn đầu", "Hẹn trả", "Xong", "Trả")


def _listed(one: Counted) -> tuple[object, ...]:
    line = one.line
    instants = (line.received_at, one.limit, line.appointment_at, line.finished_at, line.returned_at)
    return line.official_code or line.code, line.applicant, line.procedure, line.field, *instants


def _report(
    of: Definition,
    wording: Wording,
    tally: tabulation.Tally,
    days: Period,
    named: str,
    instants: tuple[datetime, datetime],
    offices: tuple[str, str],
) -> Report:
    """The values together; `instants` are when it is made and what it stands for, `offices` who reports to
    whom."""
    made, until = instants
    office, receiver = offices
    figures = tally.figures(of)
    rows, total, broken = tabulation.table(of, figures)
    return Report(
        name=of.name,
        head=_head(of, wording, days, named, until, offices),
        period=days,
        period_name=named,
        counted_at=until,
        made_at=made,
        office=office,
        receiver=receiver,
        columns=of.columns,
        rows=rows,
        total=total,
        notes=tabulation.notes(of, figures),
        broken=broken,
        hidden=of.hidden,
        members=tally.members([name for name, _figures in figures]),
    )


def _head(
    of: Definition,
    wording: Wording,
    days: Period,
    named: str,
    until: datetime,
    offices: tuple[str, str],
) -> ReportHead:
    """The words above and below the table."""
    words = wording.words
    office, receiver = offices
    return ReportHead(
        of.form,
        of.issued,
        of.title,
        words["unit"].format(unit=of.unit),
        of.row_title,
        of.row_number,
        words["prepared"],
        words["signed"],
        words["hint"],
        words["page"],
        words["period"].format(name=named),
        words["between"].format(start=f"{days.start:%d/%m/%Y}", end=f"{days.end:%d/%m/%Y}"),
        words["office"].format(office=office),
        words["receiver"].format(receiver=receiver),
        words["counted"].format(time=f"{until:%H:%M}", day=f"{until:%d/%m/%Y}"),
    )


def _seen(folder: Path) -> tuple[object, ...]:
    """What the files of a folder look like from outside: read again only when one was changed."""
    files = sorted(folder.glob("*.json")) if folder.is_dir() else []
    return tuple((one.name, stat.st_mtime_ns, stat.st_size) for one in files for stat in (one.stat(),))


@lru_cache(maxsize=4)
def _read(
    folder: Path, seen: tuple[object, ...]
) -> tuple[dict[str, Definition], tuple[ReportFileWrong, ...]]:
    return load(folder)


@lru_cache(maxsize=1)
def _words(folder: Path) -> Wording:
    return load_wording(folder)
