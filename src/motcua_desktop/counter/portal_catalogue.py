"""The shipped list of procedures, read as the portal publishes it, into the counter's own values."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import time
from decimal import Decimal
from typing import Any

from motcua_desktop.assets import read_json
from motcua_desktop.counter import portal_papers
from motcua_desktop.domain.fees import FeeKind, FeeRule, Per
from motcua_desktop.domain.procedure import Component, Procedure, Result
from motcua_desktop.domain.terms import Policy, Term, Unit
from motcua_desktop.domain.text import clean

ORIGIN = "portal-2026-07-18"
_UNITS = {"gio": Unit.WORKING_HOUR, "ngay": Unit.CALENDAR_DAY, "ngay_lam_viec": Unit.WORKING_DAY}
_CHANNELS = {"truc_tiep": "direct", "truc_tuyen": "online", "buu_chinh": "post"}


def shipped_procedures() -> Iterator[Procedure]:
    """The 414 procedures of `resources/catalogue`, as read by `office_reading.json`."""
    reading = read_json("catalogue/office_reading.json")
    for entry in read_json("catalogue/procedures.json")["procedures"]:
        yield _procedure(entry, reading)


def shipped_papers() -> Iterator[tuple[str, tuple[Component, ...], tuple[Component, ...]]]:
    """Of each procedure the code, its papers as the portal marks them, and as this program reads them."""
    for entry in read_json("catalogue/procedures.json")["procedures"]:
        marked = _as_marked(entry)
        yield entry["code"], marked, portal_papers.read(marked)


def shipped_notes() -> Iterator[tuple[str, str, str]]:
    """Of each procedure the code, the note on its time as the list has it, and as an officer reads it."""
    reading = read_json("catalogue/office_reading.json")
    for entry in read_json("catalogue/procedures.json")["procedures"]:
        yield entry["code"], clean(entry.get("time_note") or ""), _note(entry, reading)


def _note(entry: dict[str, Any], reading: dict[str, Any]) -> str:
    told = clean(entry.get("time_note") or "")
    return str(reading["time_notes"]["words"].get(told, told))


def _procedure(entry: dict[str, Any], reading: dict[str, Any]) -> Procedure:
    same_day = entry.get("time_rule") == "trong_ngay_truoc_15h"
    term = _term(entry, reading, same_day)
    return Procedure(
        code=entry["code"],
        name=clean(entry["name"]),
        field=entry["field"] or "",
        field_code=entry["field_code"] or "",
        common=bool(entry["common"]),
        term=term,
        term_note=_note(entry, reading),
        policy=Policy.END_OF_DAY if same_day and term is not None and term.value == 0 else None,
        cutoff=time(15, 0) if same_day else None,
        fees=tuple(_fees(entry, reading)),
        fee_note=clean(entry.get("fee_note") or ""),
        components=portal_papers.read(_as_marked(entry)),
        results=tuple(Result(clean(r["name"]), r.get("code") or "") for r in entry["result"] or ()),
        channels=tuple(_CHANNELS[c] for c in entry["channel"] or () if c in _CHANNELS),
        online_level=entry["online_level"] or "",
        legal_basis=tuple(entry["legal_basis"] or ()),
        alias=reading["alias"].get(entry["code"], ""),
        promulgated_by=entry["promulgated_by"] or "",
        handled_by=entry["handled_by"] or "",
        decision=entry.get("decision") or "",
        unverified=tuple(entry["unverified"] or ()),
        source=ORIGIN,
    )


def _term(entry: dict[str, Any], reading: dict[str, Any], same_day: bool) -> Term | None:
    value, unit = entry["time_value"], entry["time_unit"]
    if same_day and value in (None, 1):
        return Term(Decimal(0), Unit.WORKING_DAY)
    if value is None or unit not in _UNITS:
        return None
    if unit == "gio" and entry["code"] in reading["clock_hours"]["codes"]:
        return Term(Decimal(str(value)), Unit.CLOCK_HOUR)
    return Term(Decimal(str(value)), _UNITS[unit])


def _fees(entry: dict[str, Any], reading: dict[str, Any]) -> Iterator[FeeRule]:
    """Zero on the portal often means "the provincial council decides": such a line is not confirmed."""
    field = entry["field"] or ""
    name = reading["fee_names"].get(field, reading["fee_names"][""])
    kind = FeeKind.CHARGE if field in reading["charge_fields"] else FeeKind.FEE
    confirmed = not entry.get("fee_set_by") and "fee" not in entry["unverified"]
    for page_fee in reading["page_fees"]:
        if entry["code"] in page_fee["codes"]:
            yield FeeRule(
                name=page_fee["name"],
                kind=FeeKind.FEE,
                amount=page_fee["amount"],
                per=Per.PAGE,
                first_pages=page_fee["first_pages"],
                amount_after=page_fee["amount_after"],
                cap=page_fee["cap"],
            )
            return
    if entry.get("fee_by_channel"):
        for channel, amount in entry["fee_by_channel"].items():
            yield FeeRule(name, kind, int(amount), channel=_CHANNELS[channel], confirmed=confirmed)
    elif entry["fee_vnd"] is not None:
        yield FeeRule(name, kind, int(entry["fee_vnd"]), confirmed=confirmed)


def _as_marked(entry: dict[str, Any]) -> tuple[Component, ...]:
    return tuple(_component(number, row) for number, row in enumerate(entry["components"], start=1))


def _component(number: int, row: dict[str, Any]) -> Component:
    return Component(
        number=number,
        name=clean(row["name"]),
        originals=int(row["original"] or 0),
        copies=int(row["copy"] or 0),
        to_show=row["kind"] == "xuat_trinh",
        conditional=bool(row.get("conditional")),
        only_channel=_CHANNELS.get(row.get("only_channel") or "", ""),
        code=row.get("code") or "",
        group=row.get("group") or "",
    )
