"""Conflicts between two counters: shown side by side, decided by a person; a decision is an event."""

from __future__ import annotations

import json
from datetime import datetime
from typing import Any

from motcua_desktop.counter import numbering
from motcua_desktop.counter.desk import Desk
from motcua_desktop.counter.merging import letter_of
from motcua_desktop.domain.carried import Carried
from motcua_desktop.domain.errors import ReasonMissing
from motcua_desktop.domain.exchange import Conflict, ConflictKind, Decision, Side
from motcua_desktop.domain.lifecycle import Move, Status
from motcua_desktop.domain.rights import KEEPERS
from motcua_desktop.domain.sync_errors import UnknownConflict
from motcua_desktop.domain.text import clean_lines, mask_number
from motcua_desktop.persistence import (
    catalogue,
    exchange_doubts,
    exchange_merge,
    exchange_rows,
)
from motcua_desktop.persistence.engine import Connection
from motcua_desktop.persistence.instants import instant
from motcua_desktop.sync.merge import differing, promises_to_bring

_CHOICES = {
    ConflictKind.BOTH_CHANGED: (Decision.MINE, Decision.THEIRS),
    ConflictKind.SAME_CODE: (Decision.MINE, Decision.BOTH),
    ConflictKind.SAME_LETTER: (Decision.MINE, Decision.BOTH),
}


def conflicts(desk: Desk) -> tuple[Conflict, ...]:
    """What a person has to decide, oldest first; our side as it is now."""
    with desk.database.read() as connection:
        return tuple(_conflict(connection, row) for row in exchange_doubts.open_conflicts(connection))


def _conflict(connection: Connection, row: Any) -> Conflict:
    mine, theirs = _sides(connection, row)
    kind = ConflictKind(row.kind)
    return Conflict(
        id=row.id,
        kind=kind,
        machine=row.machine,
        at=datetime.fromisoformat(row.at),
        mine=_side(connection, mine),
        theirs=_side(connection, theirs),
        differs=differing(mine.row, theirs.row),
        choices=_CHOICES[kind],
    )


def _sides(connection: Connection, row: Any) -> tuple[Carried, Carried]:
    mine = exchange_rows.carried_by_id(connection, [row.dossier])[row.dossier]
    return mine, exchange_merge.from_text(row.theirs)


def _side(connection: Connection, carried: Carried) -> Side:
    row, last = carried.row, carried.events[-1]
    return Side(
        code=row["official_code"] or row["code"],
        applicant=row["name"],
        id_masked=mask_number(row["id_number"]),
        procedure=catalogue.snapshot(connection, row["snapshot"]).name,
        status=Status(row["status"]),
        appointment_at=instant(row["appointment_at"]),
        changed_at=instant(last["at"]),
        changed_by=last["officer"],
        events=tuple(
            (datetime.fromisoformat(e["at"]), e["officer"], e["kind"], e["reason"]) for e in carried.events
        ),
    )


def decide(desk: Desk, number: int, decision: Decision, reason: str) -> None:
    """Carry a decision out. Both histories stay; the decision is an event that says who decided and why.

    Raises UnknownConflict, ReasonMissing or NotPermitted.
    """
    desk.require(KEEPERS, "conflict")
    reason = clean_lines(reason)
    if not reason:
        raise ReasonMissing("conflict")
    with desk.database.write() as connection:
        row = exchange_doubts.conflict(connection, number)
        if row is None or decision not in _CHOICES[ConflictKind(row.kind)]:
            raise UnknownConflict(number, decision)
        mine, theirs = _sides(connection, row)
        if row.kind == ConflictKind.BOTH_CHANGED:
            _join(desk, connection, row, mine, theirs, decision, reason)
        elif decision is Decision.BOTH:
            _take_in(desk, connection, row, theirs, reason)
        exchange_doubts.decide(connection, number, decision, desk.now(), desk.officer.name, reason)
        desk.note(connection, "conflict_decided", row.dossier, conflict=number, decision=decision.value)


def _event(desk: Desk, connection: Connection, status: str, reason: str, **facts: str) -> dict[str, Any]:
    return {
        "uid": desk.new_uid(),
        "at": desk.event_time(connection).isoformat(timespec="seconds"),
        "officer": desk.officer.name,
        "kind": Move.CORRECT.value,
        "status": status,
        "reason": reason,
        "facts": json.dumps(facts, ensure_ascii=False, separators=(",", ":"), sort_keys=True),
    }


def _join(
    desk: Desk,
    connection: Connection,
    row: Any,
    mine: Carried,
    theirs: Carried,
    decision: Decision,
    reason: str,
) -> None:
    known = {event["uid"] for event in mine.events}
    missing = [event for event in theirs.events if event["uid"] not in known]
    chosen = theirs if decision is Decision.THEIRS else mine
    told = _event(
        desk, connection, chosen.row["status"], reason, decision=decision.value, machine=row.machine
    )
    bring = promises_to_bring(mine.promises, chosen.promises) if chosen is theirs else []
    has_letter = bool(mine.apologies)
    exchange_merge.go_on(connection, row.dossier, chosen, [*missing, told], bring, has_letter=has_letter)


def _take_in(desk: Desk, connection: Connection, row: Any, theirs: Carried, reason: str) -> None:
    """Both stay: theirs gets a code of ours, or its letter a number that says whose it is."""
    former = theirs.row["code"]
    if row.kind == ConflictKind.SAME_CODE:
        day = datetime.fromisoformat(theirs.row["received_at"]).date()
        theirs.row["code"] = numbering.claim(desk, connection, day)
    if theirs.apologies and exchange_merge.letters_taken(connection, [letter_of(theirs)]):
        letter = theirs.apologies[0]
        letter["number"] = f"{letter['number']} ({row.machine[:4]})"
    theirs.events.append(
        _event(desk, connection, theirs.row["status"], reason, decision="both", former_code=former)
    )
    exchange_merge.add_new(connection, [theirs], row.machine)
