"""Dossiers to rows and back: the one place that maps them."""

from __future__ import annotations

import json
from datetime import datetime
from decimal import Decimal
from typing import Any

from sqlalchemy import insert, or_, select, update
from sqlalchemy.engine import Connection, Row

from motcua_desktop.domain.applicant import Applicant, ApplicantKind, Involved
from motcua_desktop.domain.terms import Term, Unit
from motcua_desktop.domain.dossier import (
    Apology,
    Channel,
    Dossier,
    Paper,
    Printed,
    Promise,
    PromiseReason,
    ReturnMethod,
    Supplement,
)
from motcua_desktop.domain.fees import FeeLine
from motcua_desktop.domain.lifecycle import Status
from motcua_desktop.domain.text import fold, name_sort_key
from motcua_desktop.persistence import catalogue, events
from motcua_desktop.persistence.codec import from_json, to_json
from motcua_desktop.persistence.instants import instant, sure_text, text
from motcua_desktop.persistence.schema import apologies, dossiers, printed, promises, supplements


def row_of(dossier: Dossier, snapshot: str, changed: int) -> dict[str, Any]:
    """The dossier's own row; `changed` is the number of the event that last touched it."""
    who, term = dossier.applicant, dossier.term
    return {
        "uid": dossier.uid,
        "code": dossier.code,
        "official_code": dossier.official_code,
        "snapshot": snapshot,
        "procedure_code": dossier.procedure.code,
        "field": dossier.procedure.field,
        "kind": who.kind.value,
        "name": who.name,
        "name_fold": fold(who.name),
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
        "involved": to_json(dossier.involved, tuple[Involved, ...]),
        "status": dossier.status.value,
        "channel": dossier.channel.value,
        "return_method": dossier.return_method.value,
        "received_at": sure_text(dossier.received_at),
        "clock_start": sure_text(dossier.clock_start),
        "term_value": None if term is None else str(term.value),
        "term_unit": None if term is None else term.unit.value,
        "term_reason": dossier.term_reason,
        "limit_at": text(dossier.due_at),
        "due_at": text(dossier.due_at),
        "appointment_at": text(dossier.appointment_at),
        "provisional": dossier.promise.provisional,
        "apologised": bool(dossier.apologies),
        "finished_at": text(dossier.finished_at),
        "returned_at": text(dossier.returned_at),
        "returned_to": dossier.returned_to,
        "papers": _papers_text(dossier.papers),
        "pages": dossier.pages,
        "copies": dossier.copies,
        "fees": to_json(dossier.fees, tuple[FeeLine, ...]),
        "paid_by": dossier.paid_by,
        "subject": dossier.subject,
        "note": dossier.note,
        "holder": dossier.holder,
        "officer": dossier.officer,
        "register_volume": dossier.register_volume,
        "register_number": dossier.register_number,
        "rule_edition": dossier.rule_edition,
        "form_edition": dossier.form_edition,
        "calendar_edition": dossier.calendar_edition,
        "changed": changed,
    }


def _papers_text(papers: tuple[Paper, ...]) -> str:
    rows = [[p.number, p.originals, p.copies, int(p.from_data)] for p in papers]
    return json.dumps(rows, separators=(",", ":"))


def add(connection: Connection, dossier: Dossier, snapshot: str) -> int:
    """Write a new dossier's row and its promises; events are appended by the caller. Returns its id."""
    key = connection.execute(insert(dossiers).values(row_of(dossier, snapshot, 0))).inserted_primary_key[0]
    for promise in dossier.promises:
        add_promise(connection, key, promise)
    return int(key)


def add_promise(connection: Connection, dossier: int, promise: Promise) -> None:
    """Append a promise to the dossier's list."""
    connection.execute(
        insert(promises).values(
            dossier=dossier,
            number=promise.number,
            made_at=sure_text(promise.made_at),
            officer=promise.officer,
            reason=promise.reason.value,
            due_at=text(promise.due_at),
            appointment_at=text(promise.appointment_at),
            provisional=promise.provisional,
            edition=promise.edition,
            note=promise.note,
        )
    )


def change(connection: Connection, dossier: int, **columns: Any) -> None:
    """Set columns of the dossier's row (already as texts)."""
    connection.execute(update(dossiers).where(dossiers.c.id == dossier).values(columns))


def put_supplement(connection: Connection, dossier: int, supplement: Supplement) -> None:
    """Write a supplement request, or its answer over it."""
    row = {
        "asked_at": sure_text(supplement.asked_at),
        "asked_by": supplement.asked_by,
        "content": supplement.content,
        "reason": supplement.reason,
        "completed_at": text(supplement.completed_at),
        "completed_by": supplement.completed_by,
        "closed_at": text(supplement.closed_at),
    }
    where = (supplements.c.dossier == dossier) & (supplements.c.number == supplement.number)
    if not connection.execute(update(supplements).where(where).values(row)).rowcount:
        connection.execute(insert(supplements).values(dossier=dossier, number=supplement.number, **row))


def add_apology(connection: Connection, dossier: int, apology: Apology, year: int) -> None:
    """Keep the one apology a dossier may have."""
    connection.execute(
        insert(apologies).values(
            dossier=dossier,
            number=apology.number,
            year=year,
            made_at=sure_text(apology.made_at),
            reason=apology.reason,
            old_date=sure_text(apology.old_date),
            new_date=sure_text(apology.new_date),
            signer=apology.signer,
        )
    )


def add_printed(connection: Connection, dossier: int, paper: Printed) -> None:
    """Note that a paper of the dossier was drawn."""
    connection.execute(
        insert(printed).values(
            dossier=dossier,
            form=paper.form,
            edition=paper.edition,
            at=sure_text(paper.at),
            officer=paper.officer,
            path=paper.path,
            reprint=paper.reprint,
        )
    )


def id_of(connection: Connection, code: str) -> int | None:
    """The dossier with this code, ours or the official one."""
    query = select(dossiers.c.id).where(or_(dossiers.c.code == code, dossiers.c.official_code == code))
    return connection.execute(query.where(dossiers.c.code != "").limit(1)).scalar()


def id_of_uid(connection: Connection, uid: str) -> int | None:
    """The dossier made from the draft with this uid."""
    return connection.execute(select(dossiers.c.id).where(dossiers.c.uid == uid)).scalar()


def get(connection: Connection, key: int) -> Dossier | None:
    """A dossier with all that belongs to it."""
    row = connection.execute(select(dossiers).where(dossiers.c.id == key)).first()
    return None if row is None else _dossier(connection, row)


def _dossier(connection: Connection, row: Row[Any]) -> Dossier:
    return Dossier(
        id=row.id,
        uid=row.uid,
        code=row.code,
        official_code=row.official_code,
        procedure=catalogue.snapshot(connection, row.snapshot),
        applicant=_applicant(row),
        status=Status(row.status),
        channel=Channel(row.channel),
        return_method=ReturnMethod(row.return_method),
        received_at=datetime.fromisoformat(row.received_at),
        clock_start=datetime.fromisoformat(row.clock_start),
        officer=row.officer,
        term=None if row.term_value is None else Term(Decimal(row.term_value), Unit(row.term_unit)),
        papers=tuple(Paper(n, o, c, bool(d)) for n, o, c, d in json.loads(row.papers)),
        promises=_promises(connection, row.id),
        events=events.of_dossier(connection, row.id),
        involved=from_json(row.involved, tuple[Involved, ...]),
        supplements=_supplements(connection, row.id),
        apologies=_apologies(connection, row.id),
        printed=_printed(connection, row.id),
        subject=row.subject,
        pages=row.pages,
        copies=row.copies,
        fees=from_json(row.fees, tuple[FeeLine, ...]),
        paid_by=row.paid_by,
        note=row.note,
        term_reason=row.term_reason,
        holder=row.holder,
        finished_at=instant(row.finished_at),
        returned_at=instant(row.returned_at),
        returned_to=row.returned_to,
        register_volume=row.register_volume,
        register_number=row.register_number,
        rule_edition=row.rule_edition,
        form_edition=row.form_edition,
        calendar_edition=row.calendar_edition,
    )


def _applicant(row: Row[Any]) -> Applicant:
    return Applicant(
        name=row.name,
        kind=ApplicantKind(row.kind),
        id_number=row.id_number,
        birth=row.birth,
        sex=row.sex,
        address=row.address,
        unit_code=row.unit_code,
        former_address=row.former_address,
        phone=row.phone,
        email=row.email,
        tax_code=row.tax_code,
    )


def _promises(connection: Connection, key: int) -> tuple[Promise, ...]:
    rows = connection.execute(select(promises).where(promises.c.dossier == key).order_by(promises.c.number))
    return tuple(
        Promise(
            row.number,
            datetime.fromisoformat(row.made_at),
            row.officer,
            PromiseReason(row.reason),
            instant(row.due_at),
            instant(row.appointment_at),
            bool(row.provisional),
            row.edition,
            row.note,
        )
        for row in rows
    )


def _supplements(connection: Connection, key: int) -> tuple[Supplement, ...]:
    query = select(supplements).where(supplements.c.dossier == key).order_by(supplements.c.number)
    return tuple(
        Supplement(
            row.number,
            datetime.fromisoformat(row.asked_at),
            row.asked_by,
            row.content,
            row.reason,
            instant(row.completed_at),
            row.completed_by,
            instant(row.closed_at),
        )
        for row in connection.execute(query)
    )


def _apologies(connection: Connection, key: int) -> tuple[Apology, ...]:
    return tuple(
        Apology(
            row.number,
            datetime.fromisoformat(row.made_at),
            row.reason,
            datetime.fromisoformat(row.old_date),
            datetime.fromisoformat(row.new_date),
            row.signer,
        )
        for row in connection.execute(select(apologies).where(apologies.c.dossier == key))
    )


def _printed(connection: Connection, key: int) -> tuple[Printed, ...]:
    query = select(printed).where(printed.c.dossier == key).order_by(printed.c.id)
    return tuple(
        Printed(
            row.form,
            row.edition,
            datetime.fromisoformat(row.at),
            row.officer,
            row.path,
            bool(row.reprint),
        )
        for row in connection.execute(query)
    )


def columns_of(connection: Connection, key: int, names: list[str]) -> dict[str, Any]:
    """Some columns of a dossier's row as the table holds them."""
    row = connection.execute(select(*(dossiers.c[name] for name in names)).where(dossiers.c.id == key)).one()
    return dict(row._mapping)
