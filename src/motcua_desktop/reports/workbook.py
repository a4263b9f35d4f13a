"""A report as an Excel file that looks like the form: heads in two levels, numbers as numbers."""

from __future__ import annotations

from datetime import datetime
from itertools import groupby
from pathlib import Path
from typing import Any

from motcua_desktop.domain.report import Report, ReportRow, figure_words
from motcua_desktop.files import whole_file

_FIRST = 6  # rows above the table
_FORMATS: dict[str, dict[str, Any]] = {
    "bold": {"bold": True, "text_wrap": True, "valign": "top"},
    "plain": {"text_wrap": True, "valign": "top"},
    "title": {"bold": True, "font_size": 13, "align": "center", "text_wrap": True, "valign": "vcenter"},
    "middle": {"align": "center"},
    "slanted": {"italic": True, "text_wrap": True, "valign": "top"},
    "unit": {"italic": True, "align": "right"},
    "head": {"bold": True, "align": "center", "valign": "vcenter", "text_wrap": True, "border": 1},
    "mark": {"italic": True, "align": "center", "border": 1},
    "text": {"num_format": "@", "text_wrap": True, "valign": "top", "border": 1},
    "count": {"num_format": "#,##0", "valign": "top", "border": 1},
    "rate": {"num_format": "0.0%", "valign": "top", "border": 1},
    "word": {"align": "right", "valign": "top", "border": 1},
}
_IN_TOTAL = ("text", "count", "rate", "word")


def write(report: Report, out: Path) -> None:
    """Write the report, whole or not at all; the same report gives the same file. Raises OSError."""
    import xlsxwriter

    with whole_file(out) as file:
        book = xlsxwriter.Workbook(
            file, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
        )
        book.set_properties(
            {"title": report.head.form, "author": report.office, "created": datetime(2026, 1, 1)}
        )
        looks = {key: book.add_format({"font_name": "Times New Roman", **look}) for key, look in _looks()}
        sheet = book.add_worksheet(report.name.name[:31])
        _set_up(sheet, report)
        _above(sheet, report, looks)
        first = _heads(sheet, report, looks)
        for n, row in enumerate(report.lines, start=1):
            _line(sheet, report, looks, first + n - 1, n, row)
        _below(sheet, report, looks, first + len(report.lines))
        sheet.repeat_rows(_FIRST, first - 1)
        sheet.freeze_panes(first, 2)
        book.close()


def _looks() -> list[tuple[str, dict[str, Any]]]:
    return [*_FORMATS.items(), *((f"total_{key}", {**_FORMATS[key], "bold": True}) for key in _IN_TOTAL)]


def _set_up(sheet: Any, report: Report) -> None:
    """A4 landscape, as many columns as there are on one page's width."""
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.set_margins(0.5, 0.5, 0.6, 0.6)
    sheet.set_footer("&R&P/&N")
    sheet.set_column(0, 0, 5)
    sheet.set_column(1, 1, 34)
    sheet.set_column(2, len(report.columns) + 1, 9.5)


def _above(sheet: Any, report: Report, looks: dict[str, Any]) -> None:
    head, last = report.head, len(report.columns) + 1
    right = max(3, last - 4)
    places = (
        (0, 0, 1, head.form, "bold"),
        (1, 0, 1, head.issued, "slanted"),
        (0, 2, right - 1, head.title, "title"),
        (1, 2, right - 1, head.period, "middle"),
        (2, 2, right - 1, head.between, "middle"),
        (0, right, last, head.office, "plain"),
        (1, right, last, head.receiver, "plain"),
        (4, right, last, head.unit, "unit"),
    )
    sheet.set_row(0, 36)
    sheet.set_row(1, 32)
    for row, start, end, words, look in places:
        if start < end:
            sheet.merge_range(row, start, row, end, words, looks[look])
        else:
            sheet.write_string(row, start, words, looks[look])


def _heads(sheet: Any, report: Report, looks: dict[str, Any]) -> int:
    """The headings and, where the form has them, the numbers; gives the row below."""
    top, look = _FIRST, looks["head"]
    sheet.set_row(top, 32)
    sheet.set_row(top + 1, 64)
    sheet.merge_range(top, 0, top + 1, 0, "STT", look)
    sheet.merge_range(top, 1, top + 1, 1, report.head.row_title, look)
    for over, members in groupby(enumerate(report.columns, start=2), key=lambda one: one[1].over):
        placed = list(members)
        if over and len(placed) > 1:
            sheet.merge_range(top, placed[0][0], top, placed[-1][0], over, look)
        for place, column in placed:
            if not over:
                sheet.merge_range(top, place, top + 1, place, column.title, look)
                continue
            if len(placed) == 1:
                sheet.write_string(top, place, over, look)
            sheet.write_string(top + 1, place, column.title, look)
    if not any(column.number for column in report.columns):
        return top + 2
    first = report.head.row_number
    for place, number in enumerate((first - 1, first, *(column.number for column in report.columns))):
        sheet.write_string(top + 2, place, f"({number})" if number > 0 else "", looks["mark"])
    return top + 3


def _line(sheet: Any, report: Report, looks: dict[str, Any], at: int, n: int, row: ReportRow) -> None:
    kind = "total_" if row is report.total else ""
    sheet.write_string(at, 0, "" if kind else str(n), looks[f"{kind}word"])
    sheet.write_string(at, 1, row.title, looks[f"{kind}text"])
    for place, figure in enumerate(row.figures, start=2):
        if isinstance(figure, float):
            sheet.write_number(at, place, figure, looks[f"{kind}rate"])
        elif isinstance(figure, int):
            sheet.write_number(at, place, figure, looks[f"{kind}count"])
        else:
            sheet.write_string(at, place, figure_words(figure), looks[f"{kind}word"])


def _below(sheet: Any, report: Report, looks: dict[str, Any], at: int) -> None:
    last = len(report.columns) + 1
    for n, words in enumerate((*report.notes, report.head.counted)):
        sheet.merge_range(at + n, 0, at + n, last, words, looks["slanted"])
        sheet.set_row(at + n, 15 * (1 + len(words) // 150))
    at += len(report.notes) + 2
    middle = max(2, last - 4)
    sheet.merge_range(at, 0, at, 1, report.head.prepared.upper(), looks["title"])
    sheet.merge_range(at, middle, at, last, report.head.signed.upper(), looks["title"])
