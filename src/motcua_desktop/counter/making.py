"""From a checked draft to a dossier: dates, fees, code, first event."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from motcua_desktop.counter import dates, numbering
from motcua_desktop.counter.checking import Checked
from motcua_desktop.counter.desk import Desk
from motcua_desktop.domain.appointments import check_open
from motcua_desktop.domain.dossier import Dossier, Draft, Event, Promise, PromiseReason
from motcua_desktop.domain.errors import AppointmentAfterDue
from motcua_desktop.domain.fees import FeeLine, fee_lines
from motcua_desktop.domain.lifecycle import Move, Status
from motcua_desktop.domain.procedure import Procedure
from motcua_desktop.domain.terms import Term, Unit
from motcua_desktop.persistence import catalogue, dossiers, events, settings
from motcua_desktop.persistence.engine import Connection

#: The rules dossiers are received under today; a dossier keeps the name of its edition.
RULE_EDITION = "ND118-2025+ND309-2026"


@dataclass(frozen=True, slots=True)
class Promised:
    """The dates of a new dossier: the legal limit, when the citizen may come, on which calendar."""

    due_at: datetime | None
    appointment_at: datetime | None
    provisional: bool
    edition: str


def promised(
    desk: Desk,
    connection: Connection,
    procedure: Procedure,
    start: datetime,
    term: Term | None,
    wished: datetime | None = None,
) -> Promised:
    """What receiving at `start` promises.

    Raises AppointmentAfterDue for a wish past the legal limit, CounterClosed where nobody would be there.
    """
    calendar = desk.calendar(connection)
    if term is None:
        if wished is not None:
            raise AppointmentAfterDue(wished.isoformat(), "")
        return Promised(None, None, False, calendar.edition)
    due = dates.due_of(calendar, procedure, start, term, desk.policy(connection))
    if wished is not None and wished > due.at:
        raise AppointmentAfterDue(wished.isoformat(), due.at.isoformat())
    if wished is not None and term.unit is not Unit.CLOCK_HOUR:  # such a term runs day and night
        check_open(calendar, wished, after=start, before=due.at, field="appointment")
    lead = dates.lead_from(str(settings.get(connection, "appointment_lead", "")))
    appointment = wished or dates.promised_at(calendar, start, due.at, lead)
    return Promised(due.at, appointment, due.provisional, calendar.edition)


def fees_of(draft: Draft, procedure: Procedure, now: datetime) -> tuple[FeeLine, ...]:
    """What is to be paid: as typed, else by the procedure's rules on that day."""
    if draft.fees is not None:
        return draft.fees
    return fee_lines(
        procedure.fees,
        channel=draft.channel.value,
        on=now.date(),
        pages=draft.pages,
        copies=draft.copies,
    )


def first_promise(dates_: Promised, at: datetime, officer: str) -> Promise:
    """The promise on the receipt."""
    return Promise(
        1,
        at,
        officer,
        PromiseReason.RECEIPT,
        dates_.due_at,
        dates_.appointment_at,
        dates_.provisional,
        dates_.edition,
    )


def make(
    desk: Desk,
    connection: Connection,
    checked: Checked,
    procedure: Procedure,
    now: datetime,
    promise: Promised | None,
) -> Dossier:
    """Write the dossier and its first event; with a `promise` it is received, without it only registered.

    Returns it as it now stands. The code is claimed in the caller's transaction.
    """
    draft, who, at = checked.draft, desk.officer.name, desk.event_time(connection)
    move, status = (Move.RECEIVE, Status.RECEIVED) if promise else (Move.REGISTER, Status.REGISTERED)
    code = numbering.claim(desk, connection, now.date())
    facts = {"code": code} | ({"official_code": draft.official_code} if draft.official_code else {})
    event = Event(desk.new_uid(), at, who, move, status, facts=facts)
    dossier = Dossier(
        id=0,
        uid=draft.uid or desk.new_uid(),
        code=code,
        procedure=procedure,
        status=status,
        received_at=now,
        clock_start=now,
        officer=who,
        term=draft.term or procedure.term,
        papers=checked.papers,
        promises=(first_promise(promise, at, who),) if promise else (),
        events=(event,),
        fees=fees_of(draft, procedure, now),
        **{name: getattr(draft, name) for name in _AS_TYPED},
        **register_place(connection, procedure, now, received=promise is not None),
        rule_edition=RULE_EDITION,
        form_edition=settings.get(connection, "form_edition", "2025"),
        calendar_edition=promise.edition if promise else desk.calendar(connection).edition,
    )
    return _keep(connection, dossier, event)


#: What a dossier takes over from the draft as it is.
_AS_TYPED = (
    "official_code",
    "applicant",
    "channel",
    "return_method",
    "involved",
    "subject",
    "pages",
    "copies",
    "paid_by",
    "note",
    "term_reason",
)


def register_place(
    connection: Connection, procedure: Procedure, now: datetime, *, received: bool
) -> dict[str, Any]:
    """The dossier's line in the register of its field and year; only received dossiers have one."""
    if not received:
        return {}
    number = settings.next_serial(connection, f"register|{now.year}|{procedure.field}")
    return {"register_volume": "01", "register_number": number}


def _keep(connection: Connection, dossier: Dossier, event: Event) -> Dossier:
    number = events.next_number(connection)
    snapshot = catalogue.take_snapshot(connection, dossier.procedure)
    key = dossiers.add(connection, dossier, snapshot, changed=number)
    entry = events.LogEntry(
        event.uid, event.at, event.officer, event.move, key, event.status, event.reason, event.facts
    )
    events.append(connection, entry)
    return replace(dossier, id=key)
