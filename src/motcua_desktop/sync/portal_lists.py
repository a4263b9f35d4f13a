"""Reading what the national portal gives of procedures: its Excel lists and LayThuTuc answers."""

from __future__ import annotations

import json
import zipfile
from dataclasses import dataclass, field
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any

import openpyxl
from openpyxl.utils.exceptions import InvalidFileException

from motcua_desktop.domain.catalogue_change import NotAPortalList
from motcua_desktop.domain.errors import Refusal
from motcua_desktop.domain.fees import CHARGE_NAME, FeeKind, FeeRule
from motcua_desktop.domain.procedure import Component, Procedure, Result
from motcua_desktop.domain.terms import Term, Unit
from motcua_desktop.domain.text import clean, fold

SHEET = "Danh sách TTHC"
HEADERS = ("Mã số", "Tên", "Cơ quan ban hành", "Cơ quan thực hiện", "Lĩnh vực")
LARGEST, MOST_ROWS = 20_000_000, 50_000
_CHANNELS = {"1": "direct", "2": "online", "3": "post"}
_UNITS = (("ngày làm việc", Unit.WORKING_DAY), ("giờ", Unit.WORKING_HOUR), ("ngày", Unit.CALENDAR_DAY))


@dataclass(frozen=True, slots=True)
class PortalList:
    """Procedures as the portal says them. `whole_of`: the ministries whose every procedure is listed.

    `full`: the entries tell terms, fees and papers too, and not only names.
    """

    entries: tuple[Procedure, ...]
    full: bool
    whole_of: frozenset[str] = field(default_factory=frozenset)


def read(path: Path) -> PortalList:
    """Read either kind of file. Raises NotAPortalList or OSError."""
    if path.stat().st_size > LARGEST:
        raise NotAPortalList(str(path), "size")
    with path.open("rb") as file:
        is_book = file.read(2) == b"PK"
    return _read_book(path) if is_book else _read_answer(path)


def _read_book(path: Path) -> PortalList:
    try:
        with zipfile.ZipFile(path) as parts:
            if sum(part.file_size for part in parts.infolist()) > 10 * LARGEST:
                raise NotAPortalList(str(path), "size")
        book = openpyxl.load_workbook(path, read_only=True, data_only=True)
    except (zipfile.BadZipFile, InvalidFileException, KeyError, ValueError) as error:
        raise NotAPortalList(str(path), "excel") from error
    try:
        if SHEET not in book.sheetnames:
            raise NotAPortalList(str(path), "sheet")
        rows = book[SHEET].iter_rows(min_row=2, max_row=MOST_ROWS, max_col=len(HEADERS), values_only=True)
        heads = tuple(clean(str(cell or "")) for cell in next(rows, ()))
        if heads != HEADERS:
            raise NotAPortalList(str(path), "headers")
        told = ([clean(str(cell or "").replace("\n", "; ")) for cell in row] for row in rows)
        entries = tuple(_listed(row) for row in told if row[0] and row[1])
    finally:
        book.close()
    return PortalList(entries, False, frozenset(entry.promulgated_by for entry in entries))


def _listed(row: list[str]) -> Procedure:
    code, name, by, handled, of = row
    return Procedure(
        code=code,
        name=name,
        field=of,
        promulgated_by=by,
        handled_by=handled,
        unverified=("time", "fee", "components"),
    )


def _read_answer(path: Path) -> PortalList:
    try:
        told: Any = json.loads(path.read_text(encoding="utf-8-sig"))
        found = told.get("result", [told]) if isinstance(told, dict) else told
        return PortalList(tuple(_answered(one) for one in found), True)
    except (ValueError, KeyError, TypeError, AttributeError, IndexError, InvalidOperation, Refusal) as error:
        raise NotAPortalList(str(path), "json") from error


def _answered(told: dict[str, Any]) -> Procedure:
    fields, ways = told.get("LINHVUCTHUCHIEN") or [{}], told.get("CACHTHUCTHUCHIEN") or []
    times = [(str(way.get("KENH")), time) for way in ways for time in way.get("THOIGIAN") or []]
    papers = [paper for group in told.get("THANHPHANHOSO") or [] for paper in group.get("GIAYTO") or []]
    return Procedure(
        code=clean(told["MATTHC"]),
        name=clean(told["TENTTHC"]),
        field=clean(fields[0].get("TENLINHVUC") or ""),
        field_code=clean(fields[0].get("MALINHVUC") or ""),
        term=next((term for _way, time in times if (term := _term(time))), None),
        term_note=clean(next((time["MOTA"] for _way, time in times if time.get("MOTA")), "")),
        fees=tuple(_fees(times)),
        components=tuple(
            Component(n, clean(paper["TENGIAYTO"]), code=clean(paper.get("MAGIAYTO") or ""))
            for n, paper in enumerate(papers, start=1)
        ),
        results=tuple(
            Result(clean(one["TENKETQUA"]), clean(one.get("MAKETQUA") or ""))
            for one in told.get("KETQUATHUCHIEN") or []
        ),
        channels=tuple(_CHANNELS[str(w["KENH"])] for w in ways if str(w.get("KENH")) in _CHANNELS),
        legal_basis=tuple(clean(one["SOVANBAN"]) for one in told.get("CANCUPHAPLY") or []),
        handled_by="; ".join(clean(one["TENDONVI"]) for one in told.get("COQUANTHUCHIEN") or []),
    )


def _term(time: dict[str, Any]) -> Term | None:
    value, unit = time.get("THOIGIANGIAIQUYET"), fold(str(time.get("DONVITINH") or ""))
    if value in (None, ""):
        return None
    found = next((kind for words, kind in _UNITS if fold(words) in unit), None)
    return Term(Decimal(str(value).replace(",", ".")), found) if found else None


def _fees(times: list[tuple[str, dict[str, Any]]]) -> list[FeeRule]:
    found: dict[tuple[str, int, str], FeeRule] = {}
    for way, time in times:
        for fee in time.get("PHILEPHI") or []:
            name, amount = clean(fee.get("MOTA") or "") or CHARGE_NAME, int(fee.get("SOTIEN") or 0)
            kind = FeeKind.FEE if fold(name).startswith("phi") else FeeKind.CHARGE
            rule = FeeRule(name, kind, amount, channel=_CHANNELS.get(way, ""))
            found.setdefault((name, amount, rule.channel), rule)
    return list(found.values())
