"""The dossiers of a reported period, each with its facts as they stood at the period's end."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, case, exists, func, or_, select
from sqlalchemy.engine import Connection, Row

from motcua_desktop.domain.dossier import DossierLine
from motcua_desktop.domain.reported import Reported
from motcua_desktop.persistence import queries
from motcua_desktop.persistence.instants import sure_text
from motcua_desktop.persistence.schema import dossiers, events, promises, supplements

_D = dossiers.c
_NEVER_RECEIVED = ("registered", "to_complete", "not_accepted")
_AMOUNT = re.compile(r'"amount":\s*[1-9]')
#: How many dossiers are read at a time: between two of them the work can be stopped.
CHUNK = 1000
_instant = datetime.fromisoformat


def reported(connection: Connection, start: datetime, end: datetime) -> Iterator[list[Reported]]:
    """Every dossier that came or was open between two instants, oldest first, in pieces.

    A dossier is as it was at `end`; what happened to it later is not seen.
    """
    first, last = sure_text(start), sure_text(end)
    facts = _facts(last)
    carried = _carried(connection, first)
    for place in range(0, len(carried), CHUNK // 2):
        ids = carried[place : place + CHUNK // 2]
        found = facts.where(_D.id.in_(ids)).order_by(_D.received_at, _D.id)
        yield [_reported(row) for row in connection.execute(found)]
    fresh = facts.where(_D.received_at >= first, _D.received_at <= last).order_by(_D.received_at, _D.id)
    for rows in connection.execute(fresh).partitions(CHUNK):
        yield [_reported(row) for row in rows]


def count_between(connection: Connection, start: datetime, end: datetime) -> int:
    """How many dossiers came between two instants."""
    between = (_D.received_at >= sure_text(start), _D.received_at <= sure_text(end))
    return connection.execute(select(func.count()).select_from(dossiers).where(*between)).scalar_one()


def _carried(connection: Connection, first: str) -> list[int]:
    """What came before and was not finished before, oldest first. Each half is read from an index alone,
    so that it costs the same for a period of last week and of five years ago."""
    before = select(_D.id).where(_D.received_at < first)
    later = before.intersect(select(_D.id).where(_D.finished_at >= first))
    still = before.where(_D.finished_at.is_(None))
    found = {*connection.execute(later).scalars(), *connection.execute(still).scalars()}
    return sorted(found)


def _facts(last: str) -> Select[Any]:
    """The columns of `Reported` at an instant. What few dossiers need is asked of those alone."""
    open_then = or_(_D.finished_at.is_(None), _D.finished_at > last)
    withdrawn = _D.status == "withdrawn"
    return select(
        _D.id,
        _D.field,
        _D.status,
        _D.channel,
        _D.received_at,
        case((_D.clock_start != _D.received_at, _accepted_at())),
        case((withdrawn, exists().where(promises.c.dossier == _D.id)), else_=True),
        _D.finished_at,
        _limit_judged(last),
        case((open_then, _asked_at(last)), else_=False),
        case((_D.apologised, _letters_at(last) > 0), else_=False),
        case((_D.finished_at > _D.limit_at, _happened("refuse")), else_=False),
        case((withdrawn, _happened("withdraw", events.c.facts.like('%"mistake":%'))), else_=False),
        _D.fees,
        _D.paid_by,
    )


def limits(connection: Connection, ids: Sequence[int], end: datetime) -> dict[int, datetime | None]:
    """The limit each dossier was judged by at an instant: dossier's row → instant, None where it has none."""
    found = select(_D.id, _limit_judged(sure_text(end))).where(_D.id.in_(list(ids)))
    return {key: _instant(limit) if limit else None for key, limit in connection.execute(found)}


def _limit_judged(last: str) -> ColumnElement[Any]:
    open_then = or_(_D.finished_at.is_(None), _D.finished_at > last)
    return case((open_then, _limit_at(last)), else_=_D.limit_at)


def _accepted_at() -> Any:
    """When a dossier that was first only registered was received (Decree 118/2025 Art. 17.2)."""
    of = select(func.min(events.c.at)).where(events.c.dossier == _D.id, events.c.kind == "accept")
    return of.scalar_subquery()


def _limit_at(last: str) -> Any:
    """The legal limit that stood then, as no apology moves it."""
    p = promises.c
    made = select(p.due_at).where(p.dossier == _D.id, p.made_at <= last, p.reason != "apology")
    return made.order_by(p.number.desc()).limit(1).scalar_subquery()


def _asked_at(last: str) -> ColumnElement[bool]:
    """Whether the citizen had been asked and had not answered then."""
    s = supplements.c
    return exists().where(
        s.dossier == _D.id,
        s.undone_at.is_(None),
        s.asked_at <= last,
        or_(s.completed_at.is_(None), s.completed_at > last),
        or_(s.closed_at.is_(None), s.closed_at > last),
    )


def _letters_at(last: str) -> Any:
    """Letters of apology that stood then: those made less those taken back."""
    e = events.c
    back = and_(e.kind == "undo", e.facts.like('%"move":"apologise"%'))
    counted = func.sum(case((e.kind == "apologise", 1), (back, -1), else_=0))
    return select(func.coalesce(counted, 0)).where(e.dossier == _D.id, e.at <= last).scalar_subquery()


def _happened(kind: str, *more: ColumnElement[bool]) -> ColumnElement[bool]:
    return exists().where(events.c.dossier == _D.id, events.c.kind == kind, *more)


def _reported(row: Row[Any]) -> Reported:
    (key, field, status, channel, came, accepted, promised, finished, limit, asked, apologised, refused,
     mistaken, fees, paid_by) = tuple[Any, ...](row)  # fmt: skip
    registered = _instant(came)
    received = None if status in _NEVER_RECEIVED or not promised else registered
    return Reported(
        key,
        field,
        status,
        channel,
        registered,
        _instant(accepted) if received and accepted else received,
        _instant(finished) if finished else None,
        _instant(limit) if limit else None,
        bool(asked),
        bool(apologised),
        bool(refused),
        bool(mistaken),
        bool(_AMOUNT.search(fees)),
        paid_by,
    )


def lines_of(connection: Connection, ids: Sequence[int]) -> tuple[DossierLine, ...]:
    """These dossiers as rows of a list, in this order."""
    return queries.lines(connection, list(ids))
