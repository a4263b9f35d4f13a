"""`motcua report`: any report of any period to the screen, Excel, PDF or JSON."""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from typing import Any

from motcua_desktop.cli import output
from motcua_desktop.cli.app import counter_of
from motcua_desktop.cli.parser import WrongUsage, add_command, day, whole
from motcua_desktop.domain.dossier import Period
from motcua_desktop.domain.report import Report, figure_words
from motcua_desktop.domain.report_period import CALENDAR, PeriodKind, ReportPeriod
from motcua_desktop.files import write_whole
from motcua_desktop.i18n import _
from motcua_desktop.say import say

_ENDINGS = (".xlsx", ".pdf", ".json")


def add(commands: Any, common: argparse.ArgumentParser) -> None:
    """Add the command."""
    parser = add_command(
        commands,
        common,
        "report",
        _("lập báo cáo của một kỳ"),
        more=_("Không có mã biểu thì kể các biểu. Không có kỳ thì lấy kỳ đang chạy."),
        examples=(
            "motcua report 06a --quarter 4 --year 2026 --out bao-cao.xlsx",
            "motcua report 07a --month 11 --calendar --out bao-cao.pdf",
            "motcua report on-time --from 2026-11-01 --to 2026-11-20 --json",
        ),
    )
    parser.add_argument(
        "report", nargs="?", default="", metavar=_("BIỂU"), help=_("mã biểu như 06a, 07a, on-time")
    )
    kinds = parser.add_mutually_exclusive_group()
    for kind, highest, metavar, words in (
        ("month", 12, _("THÁNG"), _("tháng 1 đến 12")),
        ("quarter", 4, _("QUÝ"), _("quý 1 đến 4")),
        ("half", 2, _("KỲ"), _("6 tháng: 1 hoặc 2")),
    ):
        kinds.add_argument(f"--{kind}", type=whole(1, highest), metavar=metavar, help=words)
    kinds.add_argument("--whole-year", action="store_true", help=_("cả năm"))
    kinds.add_argument("--from", dest="start", type=day, metavar=_("NGÀY"), help=_("từ ngày"))
    parser.add_argument("--to", dest="end", type=day, metavar=_("NGÀY"), help=_("đến ngày, đi với --from"))
    parser.add_argument("--year", type=whole(2000, 2100), metavar=_("NĂM"), help=_("mặc định năm nay"))
    parser.add_argument(
        "--calendar", action="store_true", help=_("kỳ theo tháng dương lịch, không theo ngày chốt")
    )
    parser.add_argument("--out", type=Path, metavar=_("TỆP"), help=_("tệp sẽ ghi: .xlsx, .pdf hoặc .json"))
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Count a report and write or show it; without a key, tell which there are."""
    if options.out is not None and options.out.suffix.lower() not in _ENDINGS:
        said = _("Tệp “{name}” không lập được. Đặt tên kết thúc bằng .xlsx, .pdf hoặc .json.")
        raise WrongUsage(said.format(name=options.out.name), "motcua report")
    counter = counter_of(options)
    try:
        if not options.report:
            return _tell_names(counter, options)
        span = _span(counter, options)
        report: Report = counter.reports.count(options.report, span, calendar=options.calendar)
        if options.out is not None:
            _write(counter, report, options.out)
    finally:
        counter.close()
    if options.out is not None:
        if options.json:
            output.as_json({"report": report.name.key, "file": str(options.out), "rows": len(report.rows)})
        else:
            output.line(_("Đã ghi {file}").format(file=options.out))
    elif options.json:
        output.as_json(report_json(report))
    else:
        _show(report)
    return output.DONE


def _tell_names(counter: Any, options: argparse.Namespace) -> int:
    names, faults = counter.reports.names(), counter.reports.faults()
    if options.json:
        output.as_json([{"key": one.key, "name": one.name, "about": one.about} for one in names])
    else:
        for one in names:
            output.line(f"{one.key:<10} {one.name} · {one.about}")
        for fault in faults:
            output.line(say(fault))
    return output.DONE


def _span(counter: Any, options: argparse.Namespace) -> ReportPeriod | Period:
    """What was asked for, else the usual period of today."""
    today = counter.now().date()
    if (options.start is None) != (options.end is None):
        raise WrongUsage(_("--from và --to đi cùng nhau."), "motcua report")
    if options.start is not None:
        if options.end < options.start:
            raise WrongUsage(_("Ngày sau --to phải không trước ngày sau --from."), "motcua report")
        return Period(options.start, options.end)
    cutoff = CALENDAR if options.calendar else counter.reports.cutoff_day()
    for kind in (PeriodKind.MONTH, PeriodKind.QUARTER, PeriodKind.HALF):
        if (number := getattr(options, kind.value)) is not None:
            return ReportPeriod(kind, options.year or today.year, number)
    kind = PeriodKind.YEAR if options.whole_year or options.year else counter.reports.usual_period()
    now = ReportPeriod.holding(today, kind, cutoff)
    return ReportPeriod(kind, options.year or now.year, now.number)


def _write(counter: Any, report: Report, out: Path) -> None:
    ending = out.suffix.lower()
    if ending == ".xlsx":
        counter.reports.to_excel(report, out)
    elif ending == ".pdf":
        counter.reports.to_pdf(report, out)
    else:
        text = json.dumps(report_json(report), ensure_ascii=False, indent=1)
        write_whole(out, f"{text}\n".encode())


def report_json(report: Report) -> dict[str, Any]:
    """A report as one JSON object; a figure the register has no fact for is null."""
    keys = [column.key for column in report.columns]
    return {
        "report": report.name.key,
        "form": report.head.form,
        "title": report.head.title.replace("\u00a0", " "),
        "period": report.period_name,
        "from": report.period.start.isoformat(),
        "to": report.period.end.isoformat(),
        "counted": output.iso(report.counted_at),
        "office": report.office,
        "columns": [{"key": one.key, "title": one.name, "number": one.number} for one in report.columns],
        "rows": [{"title": row.title, **dict(zip(keys, row.figures, strict=True))} for row in report.rows],
        "total": dict(zip(keys, report.total.figures, strict=True)),
        "notes": list(report.notes),
        "unconfirmed": list(report.name.unconfirmed),
        "broken": [
            {"row": b.row, "formula": b.formula, "left": b.left, "right": b.right} for b in report.broken
        ],
    }


def _show(report: Report) -> None:
    """The total line, figure by figure, then each field in one line."""
    output.line(f"{report.head.form} · {report.period_name} {report.head.between}")
    for column, figure in zip(report.columns, report.total.figures, strict=True):
        output.line(f"  {figure_words(figure):>10}  {column.name}")
    for row in report.rows:
        output.line(f"  {row.title}: " + " · ".join(figure_words(figure) for figure in row.figures))
    for note in report.notes:
        output.line(note)
