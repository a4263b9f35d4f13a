"""Trials of the forms: an invented person's dossier, so that an office sees a paper before it uses it."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from io import BytesIO
from typing import TYPE_CHECKING, Any

from motcua_desktop.counter import making
from motcua_desktop.counter.desk import Desk
from motcua_desktop.domain.applicant import Applicant
from motcua_desktop.domain.dossier import (
    Apology,
    Channel,
    Dossier,
    Event,
    Office,
    Paper,
    PromiseReason,
    ReturnMethod,
    Supplement,
)
from motcua_desktop.domain.fees import FeeKind, FeeLine, fee_lines
from motcua_desktop.domain.lifecycle import Move, Status
from motcua_desktop.domain.procedure import Component, Procedure
from motcua_desktop.domain.terms import Term
from motcua_desktop.persistence import catalogue
from motcua_desktop.persistence.engine import Connection

if TYPE_CHECKING:
    from motcua_desktop.documents.edition import Edition

#: Nobody's name; who finds the paper sees that it is worth nothing.
NAME = "Nguyễn Văn In Thử"
_NOBODY = Applicant(
    name=NAME,
    id_number="000000000000",
    birth="1990-01-01",
    address="Thôn Tây An Hải",
    phone="0900 000 000",
)
_REASON = "in thử để xem mẫu giấy"
_SOME = Procedure(
    "0.000000", "Thủ tục in thử", "In thử", term=Term.of(3, "working_day"), components=(Component(1, "Đơn"),)
)


def draw_trial(
    desk: Desk, connection: Connection, edition: Edition, form: str, *, copies: int, on_a4: bool, title: str
) -> bytes:
    """A form of an edition for an invented dossier; raises what drawing it in earnest would."""
    from motcua_desktop.documents import forms

    office, dossier = desk.office(connection), sample(desk, connection)
    if form == "register":
        return _book(desk, connection, edition, dossier)
    facts: dict[str, Any] = {}
    about: Dossier | None = dossier
    if form in forms.WITHOUT_DOSSIER:
        about, facts = None, _facts_of_none(desk, office, form, dossier)
    elif form == "return":
        about = replace(
            dossier, status=Status.RETURNED, returned_at=desk.now(), returned_to=dossier.applicant.name
        )
    return forms.draw(
        form,
        edition,
        office,
        about,
        now=desk.now(),
        officer=desk.officer,
        copies=copies,
        on_a4=on_a4,
        title=title,
        **facts,
    )


def _facts_of_none(desk: Desk, office: Office, form: str, dossier: Dossier) -> dict[str, Any]:
    """What a paper of no single dossier needs."""
    if form == "handover":
        giver = office.counter_name or office.name
        return {"dossiers": (dossier,), "from_unit": giver, "to_unit": "Phòng Kinh tế"}
    if form == "procedure":
        return {"procedure": dossier.procedure}
    if form == "package":
        file, made = (
            f"{office.agency_id}-in-thu.motcua.zip",
            {"made_at": desk.now(), "maker": desk.officer.name},
        )
        return {"sequence": 1, "count": 1, "file": file, "hash": "0" * 64, **made}
    return {}


def sample(desk: Desk, connection: Connection) -> Dossier:
    """A dossier nobody brought, with all that any form speaks of. Its code ends in zeros; it is not kept."""
    now = desk.now().replace(second=0, microsecond=0)
    procedure = next(iter(catalogue.find(connection, "", 1)), None) or _SOME
    promised = making.promised(desk, connection, procedure, now, procedure.term or _SOME.term)
    promise = making.first_promise(promised, now, desk.officer.name)
    fees = fee_lines(procedure.fees, channel=Channel.DIRECT.value, on=now.date())
    code = desk.code_pattern(connection).code(now.date(), 0)
    old = promise.appointment_at or now
    return Dossier(
        id=0,
        uid="",
        code=code,
        official_code="",
        procedure=procedure,
        applicant=_NOBODY,
        status=Status.RECEIVED,
        channel=Channel.DIRECT,
        return_method=ReturnMethod.COUNTER,
        received_at=now,
        clock_start=now,
        officer=desk.officer.name,
        term=procedure.term,
        papers=tuple(
            Paper(c.number, c.originals, c.copies) for c in procedure.required(Channel.DIRECT.value)
        ),
        promises=(replace(promise, reason=PromiseReason.RECEIPT),),
        events=tuple(_events(desk, now)),
        supplements=(Supplement(1, now, desk.officer.name, "Bản in thử của đơn đề nghị", _REASON),),
        apologies=(Apology("00", now, _REASON, old, old),),
        subject="In thử, không có giá trị",
        fees=fees or (FeeLine("Lệ phí", FeeKind.CHARGE, 8_000),),
        paid_by="cash",
        register_volume="00",
    )


def _events(desk: Desk, now: datetime) -> list[Event]:
    who, to = desk.officer.name, {"from": "Bộ phận một cửa", "to": "Phòng Kinh tế"}
    return [
        Event("", now, who, Move.RECEIVE, Status.RECEIVED),
        Event("", now, who, Move.HAND_OVER, Status.IN_PROCESS, facts=to),
        Event("", now, who, Move.REFUSE, Status.REFUSED, _REASON),
        Event("", now, who, Move.STOP, Status.STOPPED, _REASON),
    ]


def _book(desk: Desk, connection: Connection, edition: Edition, dossier: Dossier) -> bytes:
    from motcua_desktop.documents.register_book import RegisterRow, draw_register

    out, now = BytesIO(), desk.now()
    promised = dossier.appointment_at
    row = RegisterRow(
        1,
        dossier.code,
        dossier.procedure.name,
        NAME,
        contact=dossier.applicant.address,
        handled_by="Phòng Kinh tế",
        received=f"{now:%d/%m/%Y}",
        due=f"{promised:%d/%m/%Y}" if promised else "",
        method="Tại quầy",
    )
    draw_register(
        edition,
        desk.office(connection),
        [row],
        year=now.year,
        field_group="In thử",
        volume="00",
        out=out,
        now=now,
    )
    return out.getvalue()
