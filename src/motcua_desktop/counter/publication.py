"""The lists that are made public: progress, results, apologies; people are masked (Law 91/2025)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from motcua_desktop.counter.desk import Desk
from motcua_desktop.domain.dossier import Period
from motcua_desktop.domain.exchange import Published
from motcua_desktop.domain.rights import CARRIERS
from motcua_desktop.domain.text import mask_number
from motcua_desktop.files import whole_file
from motcua_desktop.persistence import exchange_public
from motcua_desktop.persistence.engine import Connection
from motcua_desktop.say import status_word
from motcua_desktop.sync import public_page, sheets

_PROGRESS = ("Mã hồ sơ", "Người nộp", "Số định danh", "Thủ tục", "Tiếp nhận", "Hẹn trả", "Trạng thái")
_RESULTS = (
    "Mã hồ sơ",
    "Người nộp",
    "Số định danh",
    "Thủ tục",
    "Hẹn trả",
    "Có kết quả",
    "Đã trả",
    "Trạng thái",
)
_LETTERS = ("Mã hồ sơ", "Người nộp", "Số văn bản", "Ngày", "Thủ tục", "Hẹn cũ", "Hẹn lại", "Lý do")


def mask_name(name: str) -> str:
    """A name for the public: the first and the last word stay, of those between the first letter."""
    words = name.split(" ")
    return " ".join(
        word if place in (0, len(words) - 1) and len(words) > 1 else f"{word[:1]}***"
        for place, word in enumerate(words)
    )


def publish(desk: Desk, folder: Path, period: Period) -> Published:
    """Write the lists of a period into a folder as Excel and as one HTML page. Raises OSError."""
    desk.require(CARRIERS, "publish")
    start = datetime.combine(period.start, datetime.min.time())
    end = datetime.combine(period.end + timedelta(days=1), datetime.min.time())
    name = f"cong-khai-{period.start:%Y%m%d}-{period.end:%Y%m%d}"
    sheet, page = folder / f"{name}.xlsx", folder / f"{name}.html"
    with desk.database.read() as connection:
        office = desk.office(connection)
        tables = _tables(connection, start, end)
        sheets.write(sheet, tables)
        counts = [0, 0, 0]
        title = f"{office.counter_name or office.name}: công khai tiến độ và kết quả giải quyết hồ sơ"
        under = f"Từ {period.start:%d/%m/%Y} đến {period.end:%d/%m/%Y}. Lập lúc {desk.now():%H:%M %d/%m/%Y}."
        counted = [
            (title, headers, _counted(rows, counts, place))
            for place, (title, headers, rows) in enumerate(_tables(connection, start, end))
        ]
        with whole_file(page) as file:
            for piece in public_page.page(title, under, counted):
                file.write(piece.encode())
    with desk.database.write() as connection:
        desk.note(connection, "publish", file=sheet.name, progress=counts[0], results=counts[1])
    return Published(sheet, page, *counts)


def _counted(rows: Iterable[Sequence[str]], counts: list[int], place: int) -> Iterator[Sequence[str]]:
    for row in rows:
        counts[place] += 1
        yield row


def _tables(connection: Connection, start: datetime, end: datetime) -> list[public_page.Table]:
    return [
        ("Tiến độ", _PROGRESS, map(_progress, exchange_public.progress(connection, start, end))),
        ("Kết quả", _RESULTS, map(_result, exchange_public.results(connection, start, end))),
        ("Xin lỗi và hẹn lại", _LETTERS, map(_letter, exchange_public.letters(connection, start, end))),
    ]


def _who(row: Any) -> tuple[str, str, str]:
    return row.official_code or row.code, mask_name(row.name), mask_number(row.id_number)


def _day(value: str | None) -> str:
    return f"{datetime.fromisoformat(value):%d/%m/%Y %H:%M}" if value else ""


def _progress(row: Any) -> tuple[str, ...]:
    return (
        *_who(row),
        row.procedure,
        _day(row.received_at),
        _day(row.appointment_at),
        status_word(row.status),
    )


def _result(row: Any) -> tuple[str, ...]:
    return (
        *_who(row),
        row.procedure,
        _day(row.appointment_at),
        _day(row.finished_at),
        _day(row.returned_at),
        status_word(row.status),
    )


def _letter(row: Any) -> tuple[str, ...]:
    code, name, _number = _who(row)
    dates = (_day(row.old_date), _day(row.new_date))
    return (code, name, row.number, _day(row.made_at)[:10], row.procedure, *dates, row.reason)
