"""Counting for reports: each column is one condition, and a cell's dossiers are found by the same."""

from __future__ import annotations

from datetime import datetime, time
from typing import Any

from sqlalchemy import ColumnElement, and_, case, exists, func, not_, or_, select
from sqlalchemy.engine import Connection

from motcua_desktop.domain.dossier import DossierLine, Period
from motcua_desktop.persistence import queries
from motcua_desktop.persistence.instants import sure_text
from motcua_desktop.persistence.schema import dossiers, promises, supplements

_D = dossiers.c
_NEVER_RECEIVED = ("registered", "to_complete", "not_accepted")
_WITHOUT_RESULT = ("withdrawn", "stopped", "closed")
Conditions = dict[str, ColumnElement[bool]]


def on_time_conditions(period: Period, now: datetime, *, waiting_settled: bool) -> Conditions:
    """The columns of form 06a at the end of the period (or now, while it lasts).

    Settled dossiers are judged by the limit no apology has moved; withdrawn, stopped and closed ones count as
    on time. `waiting_settled`: dossiers waiting for their supplement count as settled on time (some prints
    label the column so), else as pending in time.
    """
    start = sure_text(datetime.combine(period.start, time.min))
    end = sure_text(min(datetime.combine(period.end, time(23, 59, 59)), now))
    received = and_(_D.received_at <= end, _D.status.not_in(_NEVER_RECEIVED))
    fresh, online = _D.received_at >= start, _D.channel == "online"
    finished = _D.finished_at.is_not(None) & (_D.finished_at <= end)
    carried = and_(received, not_(fresh), or_(_D.finished_at.is_(None), _D.finished_at >= start))
    reported = or_(and_(received, fresh), carried)
    open_then = and_(reported, not_(finished))
    waits, done = and_(open_then, _waiting_at(end)), and_(reported, finished)
    without = _D.status.in_(_WITHOUT_RESULT)
    late = and_(done, not_(without), _D.limit_at.is_not(None), _D.finished_at > _D.limit_at)
    day, limit_day = func.substr(_D.finished_at, 1, 10), func.substr(_D.limit_at, 1, 10)
    early = and_(done, not_(without), _D.limit_at.is_not(None), day < limit_day)
    on_time = and_(done, not_(late), or_(without, _D.limit_at.is_(None), day >= limit_day))
    overdue = and_(open_then, not_(waits), func.coalesce(_limit_at(end), end) < end)
    in_time = and_(open_then, or_(waits, func.coalesce(_limit_at(end), end) >= end))
    settled, pending = done, open_then
    if waiting_settled:
        settled, on_time = or_(done, waits), or_(on_time, waits)
        pending, in_time = and_(open_then, not_(waits)), and_(in_time, not_(waits))
    return {
        "taken": reported,
        "online": and_(received, fresh, online),
        "direct": and_(received, fresh, not_(online)),
        "carried": carried,
        "settled": settled,
        "early": early,
        "on_time": on_time,
        "late": late,
        "pending": pending,
        "in_time": in_time,
        "overdue": overdue,
    }


def _waiting_at(end: str) -> ColumnElement[bool]:
    """Whether the citizen had been asked and had not answered then."""
    s = supplements.c
    return exists().where(
        s.dossier == _D.id,
        s.at_intake.is_(False),
        s.undone_at.is_(None),
        s.asked_at <= end,
        or_(s.completed_at.is_(None), s.completed_at > end),
        or_(s.closed_at.is_(None), s.closed_at > end),
    )


def _limit_at(end: str) -> Any:
    """The legal limit that stood then, as no apology moves it."""
    p = promises.c
    made = select(p.due_at).where(p.dossier == _D.id, p.made_at <= end, p.reason != "apology")
    return made.order_by(p.number.desc()).limit(1).scalar_subquery()


def by_field(connection: Connection, conditions: Conditions) -> list[tuple[str, dict[str, int]]]:
    """How many dossiers of each field meet each condition; fields without any are left out."""
    counted = [func.sum(case((condition, 1), else_=0)).label(key) for key, condition in conditions.items()]
    query = (
        select(_D.field, *counted)
        .where(or_(conditions["taken"], conditions["settled"], conditions["pending"]))
        .group_by(_D.field)
        .order_by(_D.field)
    )
    return [
        (row.field, {key: int(row._mapping[key] or 0) for key in conditions})
        for row in connection.execute(query)
    ]


def lines_of(
    connection: Connection, condition: ColumnElement[bool], field: str | None, limit: int
) -> tuple[DossierLine, ...]:
    """The dossiers behind a cell, oldest first; `field` None for the total."""
    wanted = [condition] if field is None else [condition, _D.field == field]
    query = select(_D.id).where(*wanted).order_by(_D.received_at, _D.id).limit(limit)
    return queries.lines(connection, list(connection.execute(query).scalars()))
