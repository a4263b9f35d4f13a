"""A list in the order of work: what is in work by the time left, then what waits, then what has ended."""

from __future__ import annotations

from dataclasses import replace

from sqlalchemy import case, select
from sqlalchemy.engine import Connection

from motcua_desktop.domain.lifecycle import OPEN, RUNNING, Status
from motcua_desktop.domain.query import MOST_FOUND, Moment, Query, Sort
from motcua_desktop.persistence import queries, search
from motcua_desktop.persistence.schema import dossiers

_D = dossiers.c
_WAITING = OPEN - RUNNING
_ENDED = frozenset(Status) - OPEN


def ids(connection: Connection, query: Query, moment: Moment, offset: int, limit: int) -> list[int]:
    """Ids of a query's dossiers in the order of work, from `offset` on. Each group is an indexed walk."""
    if query.words.strip():
        return _found(connection, query, moment)[offset : offset + limit]
    keys: list[int] = []
    allowed = search.statuses_of(query)
    for group, sort, descending, has_due in (
        (RUNNING, Sort.DUE, False, True),
        (RUNNING, Sort.RECEIVED, False, False),  # without a term nothing can be late: behind those with one
        (_WAITING, Sort.RECEIVED, True, None),
        (_ENDED, Sort.RECEIVED, True, None),
    ):
        statuses = tuple(sorted(group & allowed if allowed else group))
        if not statuses or (has_due is not None and query.has_due not in (None, has_due)):
            continue
        due = query.has_due if has_due is None else has_due
        part = replace(query, statuses=statuses, sort=sort, descending=descending, has_due=due)
        keys += queries.ids(connection, part, moment, offset, limit - len(keys))
        if len(keys) >= limit:
            break
        if group is not _ENDED:
            offset = max(0, offset - queries.count_found(connection, part, moment))
    return keys


def _found(connection: Connection, query: Query, moment: Moment) -> list[int]:
    found = search.found_ids(connection, query, moment, MOST_FOUND)
    running = _D.status.in_([status.value for status in sorted(RUNNING)])
    waiting = _D.status.in_([status.value for status in sorted(_WAITING)])
    ordered = (
        select(_D.id)
        .where(_D.id.in_(found))
        .order_by(
            case((running & _D.appointment_at.is_not(None), 0), (running, 1), (waiting, 2), else_=3),
            case((running, _D.appointment_at)),
            _D.received_at.desc(),
            _D.id.desc(),
        )
    )
    return list(connection.execute(ordered).scalars())
