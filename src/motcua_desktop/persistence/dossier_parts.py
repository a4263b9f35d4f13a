"""What belongs to a dossier and stands in rows of its own: promises, supplements, apologies, papers drawn."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import insert, or_, select, update
from sqlalchemy.engine import Connection

from motcua_desktop.domain.dossier import Apology, Event, Printed, Promise, PromiseReason, Supplement
from motcua_desktop.domain.lifecycle import Move
from motcua_desktop.persistence.instants import instant, sure_text, text
from motcua_desktop.persistence.schema import apologies, printed, promises, supplements

_PROMISE = insert(promises)


def add_promise(connection: Connection, dossier: int, promise: Promise) -> None:
    """Append a promise to the dossier's list."""
    row = {
        "dossier": dossier,
        "number": promise.number,
        "made_at": sure_text(promise.made_at),
        "officer": promise.officer,
        "reason": promise.reason.value,
        "due_at": text(promise.due_at),
        "appointment_at": text(promise.appointment_at),
        "provisional": promise.provisional,
        "edition": promise.edition,
        "note": promise.note,
    }
    connection.execute(_PROMISE, row)


def put_supplement(
    connection: Connection, dossier: int, supplement: Supplement, recorded_at: datetime | None = None
) -> None:
    """Write a supplement request, or (when it has a row) its answer over it."""
    row = {
        "asked_at": sure_text(supplement.asked_at),
        "asked_by": supplement.asked_by,
        "content": supplement.content,
        "reason": supplement.reason,
        "completed_at": text(supplement.completed_at),
        "completed_by": supplement.completed_by,
        "closed_at": text(supplement.closed_at),
        "at_intake": supplement.at_intake,
    }
    if supplement.id:
        connection.execute(update(supplements).where(supplements.c.id == supplement.id).values(row))
        return
    recorded = sure_text(recorded_at or supplement.asked_at)
    connection.execute(
        insert(supplements).values(dossier=dossier, number=supplement.number, recorded_at=recorded, **row)
    )


def undo_supplement(connection: Connection, supplement: Supplement, at: datetime) -> None:
    """The row no longer stands from `at` on; it stays to be seen."""
    where = supplements.c.id == supplement.id
    connection.execute(update(supplements).where(where).values(undone_at=sure_text(at)))


def add_apology(connection: Connection, dossier: int, apology: Apology, year: int) -> None:
    """Keep the one apology a dossier may have.

    The row of a cancelled letter stays; the letter made after it is kept by its event alone.
    """
    if connection.execute(select(apologies.c.dossier).where(apologies.c.dossier == dossier)).first():
        return
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


def promises_of(connection: Connection, key: int, until: datetime | None = None) -> tuple[Promise, ...]:
    """The promises in their order; with `until` only those made by then."""
    query = select(promises).where(promises.c.dossier == key).order_by(promises.c.number)
    if until is not None:
        query = query.where(promises.c.made_at <= sure_text(until))
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
        for row in connection.execute(query)
    )


def supplements_of(connection: Connection, key: int, until: datetime | None = None) -> tuple[Supplement, ...]:
    """The supplement requests that stand now, or that stood at `until` as they were then."""
    s = supplements.c
    query = select(supplements).where(s.dossier == key).order_by(s.number, s.id)
    if until is None:
        query = query.where(s.undone_at.is_(None))
    else:
        stamp = sure_text(until)
        query = query.where(s.recorded_at <= stamp, or_(s.undone_at.is_(None), s.undone_at > stamp))

    def by_then(value: str | None) -> datetime | None:
        found = instant(value)
        return None if found is None or (until is not None and found > until) else found

    return tuple(
        Supplement(
            row.number,
            datetime.fromisoformat(row.asked_at),
            row.asked_by,
            row.content,
            row.reason,
            by_then(row.completed_at),
            row.completed_by if by_then(row.completed_at) else "",
            by_then(row.closed_at),
            bool(row.at_intake),
            row.id,
        )
        for row in connection.execute(query)
    )


def apologies_of(connection: Connection, key: int, until: datetime | None = None) -> tuple[Apology, ...]:
    """The letter of apology, if one was made (by `until`)."""
    query = select(apologies).where(apologies.c.dossier == key)
    if until is not None:
        query = query.where(apologies.c.made_at <= sure_text(until))
    return tuple(
        Apology(
            row.number,
            datetime.fromisoformat(row.made_at),
            row.reason,
            datetime.fromisoformat(row.old_date),
            datetime.fromisoformat(row.new_date),
            row.signer,
        )
        for row in connection.execute(query)
    )


def letters_standing(rows: tuple[Apology, ...], moves: Sequence[Event]) -> tuple[Apology, ...]:
    """The letter that stands after what was taken back: of `rows`, or of the event that made it anew.

    A dossier has one row at most, of its first letter; a row without an event came with an old register.
    """
    undone = {event.facts.get("undone") for event in moves if event.move is Move.UNDO}
    made = [event for event in moves if event.move is Move.APOLOGISE]
    if not made or made[0].uid not in undone:
        return rows
    return tuple(
        Apology(
            event.facts["number"],
            event.at,
            event.reason,
            datetime.fromisoformat(event.facts["old"]),
            datetime.fromisoformat(event.facts["new"]),
            event.facts.get("signer", ""),
        )
        for event in made[1:]
        if event.uid not in undone
    )[-1:]


def printed_of(connection: Connection, key: int, until: datetime | None = None) -> tuple[Printed, ...]:
    """The papers drawn (by `until`), oldest first."""
    query = select(printed).where(printed.c.dossier == key).order_by(printed.c.id)
    if until is not None:
        query = query.where(printed.c.at <= sure_text(until))
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
