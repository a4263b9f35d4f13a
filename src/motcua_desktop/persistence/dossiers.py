"""Dossiers to rows and back: the one place that maps them."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import datetime
from decimal import Decimal
from typing import Any

from sqlalchemy import bindparam, insert, select, update
from sqlalchemy.engine import Connection

from motcua_desktop.domain.applicant import Applicant, ApplicantKind, Involved
from motcua_desktop.domain.dossier import Channel, Dossier, Event, Paper, ReturnMethod
from motcua_desktop.domain.fees import FeeLine
from motcua_desktop.domain.lifecycle import Status
from motcua_desktop.domain.numbering import search_key
from motcua_desktop.domain.terms import Term, Unit
from motcua_desktop.domain.text import fold, name_sort_key
from motcua_desktop.persistence import catalogue, dialect, events, people
from motcua_desktop.persistence.codec import from_json, to_json
from motcua_desktop.persistence.dossier_parts import (
    add_apology,
    add_printed,
    add_promise,
    apologies_of,
    letters_standing,
    printed_of,
    promises_of,
    put_supplement,
    supplements_of,
    undo_supplement,
)
from motcua_desktop.persistence.instants import instant, sure_text, text
from motcua_desktop.persistence.schema import dossiers

__all__ = [
    "add",
    "add_apology",
    "add_printed",
    "add_promise",
    "applicant_columns",
    "as_of",
    "change",
    "code_columns",
    "columns_of",
    "get",
    "id_of",
    "id_of_uid",
    "papers_text",
    "put_supplement",
    "row_of",
    "undo_supplement",
]


def row_of(dossier: Dossier, snapshot: str, changed: int) -> dict[str, Any]:
    """The dossier's own row; `changed` is the number of the event that last touched it."""
    term, promise = dossier.term, dossier.promises[-1] if dossier.promises else None
    return {
        "uid": dossier.uid,
        "code": dossier.code,
        **code_columns(dossier.code, dossier.official_code),
        "snapshot": snapshot,
        "procedure_code": dossier.procedure.code,
        "field": dossier.procedure.field,
        **applicant_columns(dossier.applicant, dossier.involved),
        "status": dossier.status.value,
        "channel": dossier.channel.value,
        "return_method": dossier.return_method.value,
        "received_at": sure_text(dossier.received_at),
        "clock_start": sure_text(dossier.clock_start),
        "term_value": None if term is None else str(term.value),
        "term_unit": None if term is None else term.unit.value,
        "limit_at": text(dossier.due_at),
        "due_at": text(dossier.due_at),
        "appointment_at": text(dossier.appointment_at),
        "provisional": promise is not None and promise.provisional,
        "apologised": bool(dossier.apologies),
        "waiting_since": text(dossier.waiting_since),
        "finished_at": text(dossier.finished_at),
        "returned_at": text(dossier.returned_at),
        "papers": papers_text(dossier.papers),
        "fees": to_json(dossier.fees, tuple[FeeLine, ...]),
        "officer": dossier.officer,
        **{name: getattr(dossier, name) for name in _PLAIN},
        "changed": changed,
    }


_INSERT = insert(dossiers)
_BY_UID = select(dossiers.c.id).where(dossiers.c.uid == bindparam("of"))


def code_columns(code: str, official_code: str) -> dict[str, Any]:
    """The columns an official code sets: itself, and what a search for a part of a code reads."""
    return {"official_code": official_code, "code_key": search_key(code, official_code)}


def fee_columns(fees: tuple[FeeLine, ...]) -> dict[str, Any]:
    """The columns of what is to be paid."""
    return {"fees": to_json(fees, tuple[FeeLine, ...])}


def applicant_columns(who: Applicant, involved: tuple[Involved, ...]) -> dict[str, Any]:
    """The columns that say who a dossier is for; a search by name finds everybody involved."""
    everybody = (who.name, *(other.person.name for other in involved))
    return {
        "kind": who.kind.value,
        "name": who.name,
        "name_fold": fold(" ".join(everybody)),
        "name_sort": name_sort_key(who.name),
        "id_number": who.id_number,
        "birth": who.birth,
        "sex": who.sex,
        "address": who.address,
        "unit_code": who.unit_code,
        "former_address": who.former_address,
        "phone": who.phone,
        "email": who.email,
        "tax_code": who.tax_code,
        "involved": to_json(involved, tuple[Involved, ...]),
    }


def papers_text(papers: tuple[Paper, ...]) -> str:
    """The papers held, as their column keeps them."""
    rows = [[p.number, p.originals, p.copies, int(p.from_data)] for p in papers]
    return json.dumps(rows, separators=(",", ":"))


def add(connection: Connection, dossier: Dossier, snapshot: str, changed: int = 0) -> int:
    """Write a new dossier's row and what belongs to it, but not its events. Returns its id.

    `changed` is the number of its first event where it is known already.
    """
    row = row_of(dossier, snapshot, changed)
    row["person"] = people.meet(connection, dossier.applicant, dossier.received_at)
    people.keep_syllables(connection, " ".join((row["name"], row["name_fold"])))
    key = dialect.row_made(connection.execute(_INSERT, row))
    for promise in dossier.promises:
        add_promise(connection, key, promise)
    for supplement in dossier.supplements:
        put_supplement(connection, key, supplement)
    return key


def change(connection: Connection, dossier: int, **columns: Any) -> None:
    """Set columns of the dossier's row (already as texts)."""
    if "name_fold" in columns:
        people.keep_syllables(connection, " ".join((columns["name"], columns["name_fold"])))
    connection.execute(update(dossiers).where(dossiers.c.id == dossier).values(columns))


def id_of(connection: Connection, code: str) -> int | None:
    """The dossier with this code, ours or the official one."""
    if not code:
        return None
    own = connection.execute(select(dossiers.c.id).where(dossiers.c.code == code)).scalar()
    if own is not None:
        return int(own)
    official = select(dossiers.c.id).where(dossiers.c.official_code == code, dossiers.c.official_code != "")
    return connection.execute(official.limit(1)).scalar()


def id_of_uid(connection: Connection, uid: str) -> int | None:
    """The dossier made from the draft with this uid."""
    return connection.execute(_BY_UID, {"of": uid}).scalar()


def get(connection: Connection, key: int) -> Dossier | None:
    """A dossier with all that belongs to it."""
    row = connection.execute(select(dossiers).where(dossiers.c.id == key)).first()
    if row is None:
        return None
    return _dossier(connection, dict(row._mapping), events.of_dossier(connection, key))


def as_of(connection: Connection, key: int, at: datetime) -> Dossier | None:
    """The dossier as it stood at a past instant, or None when it was not there yet.

    Every later event holds what the columns it changed held before; they are put back, newest first.
    """
    row = connection.execute(select(dossiers).where(dossiers.c.id == key)).first()
    known = () if row is None else events.of_dossier(connection, key)
    by_then = tuple(event for event in known if event.at <= at)
    if row is None or not by_then:
        return None
    values = dict(row._mapping)
    for event in reversed(known):
        if event.at > at:
            values |= json.loads(event.facts.get("before", "{}"))
    return _dossier(connection, values, by_then, at)


def _dossier(
    connection: Connection, row: Mapping[str, Any], moves: tuple[Event, ...], until: datetime | None = None
) -> Dossier:
    key = row["id"]
    return Dossier(
        id=key,
        uid=row["uid"],
        code=row["code"],
        official_code=row["official_code"],
        procedure=catalogue.snapshot(connection, row["snapshot"]),
        applicant=_applicant(row),
        status=Status(row["status"]),
        channel=Channel(row["channel"]),
        return_method=ReturnMethod(row["return_method"]),
        received_at=datetime.fromisoformat(row["received_at"]),
        clock_start=datetime.fromisoformat(row["clock_start"]),
        officer=row["officer"],
        term=None if row["term_value"] is None else Term(Decimal(row["term_value"]), Unit(row["term_unit"])),
        papers=tuple(Paper(n, o, c, bool(d)) for n, o, c, d in json.loads(row["papers"])),
        promises=promises_of(connection, key, until),
        events=moves,
        involved=from_json(row["involved"], tuple[Involved, ...]),
        supplements=supplements_of(connection, key, until),
        apologies=letters_standing(apologies_of(connection, key, until), moves),
        printed=printed_of(connection, key, until),
        fees=from_json(row["fees"], tuple[FeeLine, ...]),
        finished_at=instant(row["finished_at"]),
        returned_at=instant(row["returned_at"]),
        **{name: row[name] for name in _PLAIN},
    )


_PLAIN = (
    "subject",
    "pages",
    "copies",
    "paid_by",
    "note",
    "term_reason",
    "holder",
    "returned_to",
    "register_volume",
    "register_number",
    "rule_edition",
    "form_edition",
    "calendar_edition",
)


def _applicant(row: Mapping[str, Any]) -> Applicant:
    return Applicant(
        name=row["name"],
        kind=ApplicantKind(row["kind"]),
        id_number=row["id_number"],
        birth=row["birth"],
        sex=row["sex"],
        address=row["address"],
        unit_code=row["unit_code"],
        former_address=row["former_address"],
        phone=row["phone"],
        email=row["email"],
        tax_code=row["tax_code"],
    )


def columns_of(connection: Connection, key: int, names: list[str]) -> dict[str, Any]:
    """Some columns of a dossier's row as the table holds them."""
    row = connection.execute(select(*(dossiers.c[name] for name in names)).where(dossiers.c.id == key)).one()
    return dict(row._mapping)
