"""The register book (form 07): the year's dossiers of a field group as pages to sign and seal."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

from motcua_desktop.counter.desk import Desk
from motcua_desktop.counter.paper import PaperDesk
from motcua_desktop.domain.text import dong
from motcua_desktop.files import whole_file
from motcua_desktop.persistence import book

_METHODS = {"counter": "Tại quầy", "post": "Bưu chính", "electronic": "Điện tử"}


class Books:
    """Writing register books."""

    def __init__(self, desk: Desk, paper: PaperDesk) -> None:
        self._desk = desk
        self._paper = paper

    def register_book(
        self,
        out: Path,
        year: int,
        field: str = "",
        volume: str = "01",
        progress: Callable[[int], None] | None = None,
        cancelled: Callable[[], bool] | None = None,
    ) -> int:
        """Write the book of `year` to `out`, whole or not at all; returns how many dossiers it lists."""
        from motcua_desktop.documents.register_book import RegisterRow, draw_register

        def lines() -> Iterator[RegisterRow]:
            for number, row in enumerate(book.rows(connection, year, field), start=1):
                gone = book.cancelled_letters(connection, row.id) if row.letter_cancelled else []
                yield RegisterRow(number, **_cells(row, gone))

        with self._desk.database.read() as connection, whole_file(out) as file:
            count = draw_register(
                self._paper.current_edition(),
                self._desk.office(connection),
                lines(),
                year=year,
                field_group=field or "Tất cả lĩnh vực",
                volume=volume,
                out=file,
                now=self._desk.now(),
                progress=progress,
                cancelled=cancelled,
            )
        with self._desk.database.write() as connection:
            self._desk.note(connection, "print", form="register", year=year, field=field, count=count)
        return count


def _cells(row: Any, cancelled: list[str]) -> dict[str, str]:
    """The cells of a row; the number of a cancelled letter stays used, so the book says where it went."""
    contact = ", ".join(part for part in (row.address, row.phone) if part)
    notes = ["Đã xin lỗi, hẹn lại"] if row.apologised else []
    notes += [f"Hủy thư xin lỗi số {number}" for number in cancelled]
    if debt := sum(line["amount"] for line in json.loads(row.owed)):
        notes.append(f"Chưa thu phí, lệ phí {dong(debt)}")
    return {
        "code": row.official_code or row.code,
        "procedure": row.procedure,
        "applicant": row.name,
        "contact": contact,
        "handled_by": row.holder or json.loads(row.handed_over or "{}").get("to", ""),
        "received": _day(row.received_at),
        "due": _day(row.appointment_at),
        "returned": _day(row.returned_at),
        "method": _METHODS.get(row.return_method, ""),
        "signature": "",
        "note": "; ".join(notes),
    }


def _day(text: str | None) -> str:
    return f"{datetime.fromisoformat(text):%d/%m/%Y}" if text else ""
