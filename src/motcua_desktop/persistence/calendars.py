"""The office's calendar decisions: a list of editions, the newest one stands."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import func, insert, select
from sqlalchemy.engine import Connection

from motcua_desktop.domain.calendar_change import Edition, OfficeDecisions
from motcua_desktop.domain.lifecycle import RUNNING
from motcua_desktop.domain.terms import Pause
from motcua_desktop.persistence.codec import from_json, to_json
from motcua_desktop.persistence.instants import sure_text
from motcua_desktop.persistence.schema import calendar_editions, dossiers, snapshots, supplements

_E, _D, _S = calendar_editions.c, dossiers.c, supplements.c
#: Rows read at once.
_PART = 2000
_RUNNING = _D.status.in_([status.value for status in sorted(RUNNING)])


def newest(connection: Connection) -> int:
    """The number of the newest edition, 0 when there is none."""
    return connection.execute(select(func.max(_E.number))).scalar() or 0


def read(connection: Connection) -> OfficeDecisions:
    """The office's decisions as they stand."""
    return edition(connection, newest(connection)) or OfficeDecisions()


def edition(connection: Connection, number: int) -> OfficeDecisions | None:
    """All the office had decided in an edition; 0 is the calendar before it decided anything."""
    if number == 0:
        return OfficeDecisions()
    body = connection.execute(select(_E.body).where(_E.number == number)).scalar()
    return None if body is None else from_json(body, OfficeDecisions)


def add(connection: Connection, at: datetime, officer: str, note: str, kept: OfficeDecisions) -> int:
    """Write a new edition; returns its number."""
    number = newest(connection) + 1
    connection.execute(
        insert(calendar_editions).values(
            number=number, at=sure_text(at), officer=officer, note=note, body=to_json(kept)
        )
    )
    return number


def every(connection: Connection) -> tuple[Edition, ...]:
    """Who decided what when, newest first."""
    query = select(_E.number, _E.at, _E.officer, _E.note).order_by(_E.number.desc())
    return tuple(
        Edition(row.number, datetime.fromisoformat(row.at), row.officer, row.note)
        for row in connection.execute(query)
    )


def running(connection: Connection) -> Iterator[Any]:
    """Every dossier whose clock runs and that has a term, only what a due date is made from.

    Rows of id, snapshot, clock_start, term_value, term_unit, due_at, appointment_at, provisional, apologised,
    limit_at (instants as texts). Read in large parts: a calendar change asks for all of them.
    """
    query = select(
        _D.id,
        _D.snapshot,
        _D.clock_start,
        _D.term_value,
        _D.term_unit,
        _D.due_at,
        _D.appointment_at,
        _D.provisional,
        _D.apologised,
        _D.limit_at,
    ).where(_RUNNING, _D.term_value.is_not(None), _D.due_at.is_not(None))
    for part in connection.execution_options(stream_results=True).execute(query).partitions(_PART):
        yield from part


def pauses(connection: Connection) -> dict[int, list[Pause]]:
    """The ended pauses of every running dossier that had one, by dossier."""
    rows = connection.execute(
        select(_S.dossier, _S.asked_at, _S.completed_at)
        .join(dossiers, _D.id == _S.dossier)
        .where(_RUNNING, _S.undone_at.is_(None), _S.at_intake.is_(False), _S.completed_at.is_not(None))
        .order_by(_S.dossier, _S.number)
    )
    found: dict[int, list[Pause]] = {}
    for dossier, asked, completed in rows:
        found.setdefault(dossier, []).append(Pause(minute(asked), minute(completed)))
    return found


def names(connection: Connection, keys: Sequence[int]) -> dict[int, tuple[str, str, str]]:
    """Code, applicant and procedure of some dossiers, by id."""
    procedures = {
        row.hash: row.name for row in connection.execute(select(snapshots.c.hash, snapshots.c.name))
    }
    query = select(_D.id, _D.code, _D.name, _D.snapshot)
    found: dict[int, tuple[str, str, str]] = {}
    for start in range(0, len(keys), _PART):
        rows = connection.execute(query.where(_D.id.in_(keys[start : start + _PART])))
        for key, code, name, snapshot in rows.all():
            found[key] = code, name, procedures[snapshot]
    return found


def minute(text: str) -> datetime:
    """The whole minute behind an instant's text: what due dates are counted in."""
    return datetime.fromisoformat(text[:16])
