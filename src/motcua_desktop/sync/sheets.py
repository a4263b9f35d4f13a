"""Excel in and out: what goes out are texts, never formulas; what comes in is measured first."""

from __future__ import annotations

import zipfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from datetime import date, datetime, time
from pathlib import Path
from typing import Any

from motcua_desktop.domain.sync_errors import NotASheet, TooLarge
from motcua_desktop.domain.text import clean
from motcua_desktop.files import whole_file

LARGEST_FILE, LARGEST_CONTENT = 50 * 1024 * 1024, 500 * 1024 * 1024
MOST_ROWS, MOST_COLUMNS, LONGEST_CELL = 50_000, 200, 10_000
_WIDEST = 60


def write(
    out: Path,
    sheets: Iterable[tuple[str, Sequence[str], Iterable[Sequence[object]]]],
    choices: Mapping[int, Sequence[str]] | None = None,
) -> int:
    """Write sheets of (name, headers, rows) as one workbook, whole or not at all; returns how many rows.

    `choices` gives columns of the first sheet a list to choose from. Raises OSError.
    """
    import xlsxwriter

    count = 0
    with whole_file(out) as file:
        book = xlsxwriter.Workbook(
            file,
            {
                "constant_memory": True,
                "strings_to_numbers": False,
                "strings_to_formulas": False,
                "strings_to_urls": False,
                "default_date_format": "dd/mm/yyyy hh:mm",
            },
        )
        # Without a fixed date of making, the same list would give another file each time.
        book.set_properties({"created": datetime(2026, 1, 1)})
        try:
            for number, (name, headers, rows) in enumerate(sheets):
                sheet = book.add_worksheet(name[:31])
                count += _fill(book, sheet, headers, rows)
                for column, values in (choices or {}).items() if number == 0 else ():
                    sheet.data_validation(
                        1, column, MOST_ROWS, column, {"validate": "list", "source": list(values)}
                    )
        finally:
            book.close()  # given up half-way, the rows must not stay in a temporary file
    return count


def _fill(book: Any, sheet: Any, headers: Sequence[str], rows: Iterable[Sequence[object]]) -> int:
    head = book.add_format({"bold": True, "text_wrap": True, "valign": "top", "bottom": 1})
    text = book.add_format({"num_format": "@", "valign": "top"})
    day = book.add_format({"num_format": "dd/mm/yyyy", "valign": "top"})
    hour = book.add_format({"num_format": "hh:mm", "valign": "top"})
    widths = [max(12, len(title) + 2) for title in headers]
    sheet.freeze_panes(1, 0)
    for column, title in enumerate(headers):
        sheet.write_string(0, column, title, head)
    count = 0
    for count, row in enumerate(rows, start=1):
        for column, value in enumerate(row):
            if value is None or value == "":
                continue
            widths[column] = max(widths[column], _length(value) + 2)
            if isinstance(value, datetime):
                sheet.write_datetime(count, column, value)
            elif isinstance(value, date):
                sheet.write_datetime(count, column, datetime(value.year, value.month, value.day), day)
            elif isinstance(value, time):
                sheet.write_datetime(count, column, value, hour)
            elif isinstance(value, int) and not isinstance(value, bool):
                sheet.write_number(count, column, value)
            else:
                sheet.write_string(count, column, str(value), text)
    for column, width in enumerate(widths):
        sheet.set_column(column, column, min(_WIDEST, width), text)
    return count


def _length(value: object) -> int:
    """How many letters a cell shows."""
    if isinstance(value, datetime):
        return len("dd/mm/yyyy hh:mm")
    return len("dd/mm/yyyy") if isinstance(value, date) else len(str(value))


@contextmanager
def opened(path: Path) -> Iterator[tuple[tuple[str, ...], Iterator[tuple[int, tuple[str, ...]]]]]:
    """The headers of a workbook's first sheet and its rows with their numbers, every cell as text.

    Raises NotASheet, TooLarge or OSError.
    """
    import openpyxl
    from openpyxl.utils.exceptions import InvalidFileException

    _measure(path)
    unreadable = (InvalidFileException, zipfile.BadZipFile, KeyError, ValueError, IndexError, SyntaxError)
    try:
        book = openpyxl.load_workbook(path, read_only=True, data_only=True, keep_links=False)
    except unreadable as error:
        raise NotASheet(str(path), "unreadable") from error
    with ExitStack() as stack:
        stack.callback(book.close)
        try:
            cells = book.worksheets[0].iter_rows(
                max_row=MOST_ROWS + 2, max_col=MOST_COLUMNS, values_only=True
            )
            stack.callback(cells.close)  # it holds the file open on its own
            headers = next(cells, ())
        except unreadable as error:
            raise NotASheet(str(path), "unreadable") from error
        titles = tuple(_cell(value) for value in headers)
        while titles and not titles[-1]:
            titles = titles[:-1]
        if not titles:
            raise NotASheet(str(path), "empty")
        yield titles, _rows(path, cells, len(titles))


def _rows(path: Path, cells: Iterator[Any], width: int) -> Iterator[tuple[int, tuple[str, ...]]]:
    try:
        for number, row in enumerate(cells, start=2):
            if number > MOST_ROWS + 1:
                raise TooLarge(str(path), "rows", number, MOST_ROWS)
            texts = tuple(_cell(value) for value in row[:width])
            if any(texts):
                yield number, texts
    except (ValueError, KeyError, SyntaxError, zipfile.BadZipFile) as error:
        raise NotASheet(str(path), "unreadable") from error


def _measure(path: Path) -> None:
    """Refuse a workbook that would unpack to more than any list of dossiers."""
    size = path.stat().st_size
    if size > LARGEST_FILE:
        raise TooLarge(str(path), "file", size, LARGEST_FILE)
    try:
        with zipfile.ZipFile(path) as file:
            total = sum(info.file_size for info in file.infolist())
    except zipfile.BadZipFile as error:
        raise NotASheet(str(path), "unreadable") from error
    if total > LARGEST_CONTENT:
        raise TooLarge(str(path), "total", total, LARGEST_CONTENT)


def _cell(value: object) -> str:
    """A cell as an officer reads it: 12-digit numbers without a point, dates as day/month/year."""
    if value is None or isinstance(value, bool):
        return ""
    if isinstance(value, datetime):
        whole_day = (value.hour, value.minute, value.second) == (0, 0, 0)
        return f"{value:%d/%m/%Y}" if whole_day else f"{value:%d/%m/%Y %H:%M}"
    if isinstance(value, date):
        return f"{value:%d/%m/%Y}"
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:
        return str(int(value))
    return clean(str(value)[:LONGEST_CELL])
