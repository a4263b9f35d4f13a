"""Lists of dossiers: one indexed query each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import Column, Select, Table, case, func, select
from sqlalchemy.engine import Connection, Row

from motcua_desktop.domain.dossier import Channel, DossierLine, ReturnMethod
from motcua_desktop.domain.lifecycle import RUNNING, Status
from motcua_desktop.domain.query import MOST_FOUND, Moment, PageKey, Query, Sort
from motcua_desktop.domain.text import mask_number
from motcua_desktop.persistence import search
from motcua_desktop.persistence.instants import sure_text
from motcua_desktop.persistence.schema import (
    apologies,
    dossiers,
    events,
    printed,
    procedures,
    snapshots,
    supplements,
)

_D = dossiers.c
_COLUMNS = (
    _D.id,
    _D.code,
    _D.official_code,
    _D.name,
    _D.id_number,
    _D.phone,
    _D.procedure_code,
    _D.field,
    _D.subject,
    _D.status,
    _D.received_at,
    _D.due_at,
    _D.appointment_at,
    _D.provisional,
    _D.finished_at,
    _D.returned_at,
    _D.apologised,
    _D.channel,
    _D.return_method,
    _D.officer,
    _D.holder,
    _D.waiting_since,
    snapshots.c.name.label("procedure"),
)
_RUNNING = _D.status.in_([s.value for s in sorted(RUNNING)])
_FINISHED = ("result_ready", "refused", "returned")
_SORTED: dict[Sort, Column[Any]] = {
    Sort.WORK: _D.received_at,  # pages of it are made of ids (`work_order`)
    Sort.RECEIVED: _D.received_at,
    Sort.DUE: _D.appointment_at,
    Sort.CODE: _D.code,
    Sort.NAME: _D.name_sort,
}


def _lines() -> Select[Any]:
    return select(*_COLUMNS).join(snapshots, snapshots.c.hash == _D.snapshot)


_STATUS = {status.value: status for status in Status}
_CHANNEL = {channel.value: channel for channel in Channel}
_RETURN = {method.value: method for method in ReturnMethod}
_instant = datetime.fromisoformat


def line(row: Row[Any]) -> DossierLine:
    """A list row of `_COLUMNS`, read by place: a page has fifty of them."""
    (key, code, official, name, id_number, phone, procedure_code, field, subject, status, received, due,
     appointment, provisional, finished, returned, apologised, channel, return_method, officer, holder,
     waiting, procedure) = tuple[Any, ...](row)  # fmt: skip
    return DossierLine(
        key,
        code,
        official,
        name,
        mask_number(id_number),
        mask_number(phone),
        procedure,
        procedure_code,
        _STATUS[status],
        _instant(received),
        due and _instant(due),
        appointment and _instant(appointment),
        bool(provisional),
        finished and _instant(finished),
        returned and _instant(returned),
        bool(apologised),
        _CHANNEL[channel],
        officer,
        holder,
        waiting and _instant(waiting),
        field,
        _RETURN[return_method],
        subject,
    )


def count_found(connection: Connection, query: Query, moment: Moment) -> int:
    """How many dossiers a query finds; by words at most MOST_FOUND."""
    if query.words.strip():
        return len(search.found_ids(connection, query, moment, MOST_FOUND))
    return count(connection, *search.conditions(query, moment, ordered=False))


def ids(connection: Connection, query: Query, moment: Moment, offset: int, limit: int) -> list[int]:
    """Ids of a query's dossiers in its order, from `offset` on."""
    if query.words.strip():
        found = search.found_ids(connection, query, moment, MOST_FOUND)
        return _sorted(connection, found, query)[offset : offset + limit]
    ordered = select(_D.id).where(*search.conditions(query, moment)).order_by(*_order(query))
    return list(connection.execute(ordered.offset(offset).limit(limit)).scalars())


def _sorted(connection: Connection, found: list[int], query: Query) -> list[int]:
    if not found or (query.sort is Sort.RECEIVED and query.descending):
        return found
    return list(connection.execute(select(_D.id).where(_D.id.in_(found)).order_by(*_order(query))).scalars())


def _order(query: Query) -> tuple[Any, Any]:
    column = _SORTED[query.sort]
    return (column.desc(), _D.id.desc()) if query.descending else (column.asc(), _D.id.asc())


def lines(connection: Connection, keys: Sequence[int]) -> tuple[DossierLine, ...]:
    """The rows of these ids, in their order; an id that is not there is left out."""
    if not keys:
        return ()
    rows = {row.id: line(row) for row in connection.execute(_lines().where(_D.id.in_(list(keys))))}
    return tuple(rows[key] for key in keys if key in rows)


def page(
    connection: Connection, query: Query, moment: Moment, after: PageKey | None, limit: int
) -> tuple[DossierLine, ...]:
    """The `limit` rows behind `after` in the query's order; what lies before costs nothing.

    Found by words, only the first page has a start; the rest is asked for by `ids`.
    """
    if query.words.strip():
        most = limit if query.sort is Sort.RECEIVED and query.descending else MOST_FOUND
        found = search.found_ids(connection, query, moment, most)
        return lines(connection, _sorted(connection, found, query)[:limit])
    wanted = _lines().where(*search.conditions(query, moment)).order_by(*_order(query)).limit(limit)
    if after is not None:
        column = _SORTED[query.sort]
        beyond = (column < after.value) if query.descending else (column > after.value)
        same = _D.id < after.id if query.descending else _D.id > after.id
        reached = column <= after.value if query.descending else column >= after.value
        wanted = wanted.where(reached & (beyond | same))
    return tuple(line(row) for row in connection.execute(wanted))


def key_of(connection: Connection, row: DossierLine, sort: Sort) -> PageKey:
    """Where a page that ends with this row goes on."""
    value = connection.execute(select(_SORTED[sort]).where(_D.id == row.id)).scalar()
    return PageKey(value or "", row.id)


def of_person(connection: Connection, query: Query, now: datetime, limit: int) -> tuple[DossierLine, ...]:
    """The dossiers of one person, the newest first."""
    return page(connection, query, Moment(now, now, now, now.date()), None, limit)


def running_until(
    connection: Connection, until: datetime, after: datetime | None = None
) -> list[DossierLine]:
    """Dossiers in work whose promise falls after `after` (or ever) and not after `until`, earliest first."""
    query = _lines().where(_RUNNING, _D.appointment_at <= sure_text(until))
    if after is not None:
        query = query.where(_D.appointment_at > sure_text(after))
    return [line(row) for row in connection.execute(query.order_by(_D.appointment_at, _D.id))]


def newest(
    connection: Connection, limit: int, before: tuple[datetime, int] | None = None
) -> list[DossierLine]:
    """The newest dossiers, a page at a time; `before` is the instant and id of the last one seen."""
    query = _lines().order_by(_D.received_at.desc(), _D.id.desc()).limit(limit)
    if before is not None:
        stamp, key = sure_text(before[0]), before[1]
        query = query.where(
            (_D.received_at <= stamp) & ((_D.received_at < stamp) | (_D.id < key)),
        )
    return [line(row) for row in connection.execute(query)]


def every_id(connection: Connection, *conditions: Any) -> Iterator[int]:
    """The ids of all dossiers that meet the conditions, oldest first."""
    query = select(_D.id).where(*conditions).order_by(_D.received_at, _D.id)
    for row in connection.execution_options(yield_per=1000).execute(query):
        yield row.id


def received_between(connection: Connection, start: datetime, end: datetime) -> list[int]:
    """The ids of the dossiers received from `start` until before `end`, oldest first."""
    return list(every_id(connection, _D.received_at >= sure_text(start), _D.received_at < sure_text(end)))


def counts_by_status(connection: Connection) -> dict[Status, int]:
    """How many dossiers stand in each status."""
    rows = connection.execute(select(_D.status, func.count()).group_by(_D.status))
    return {Status(status): number for status, number in rows}


def count(connection: Connection, *conditions: Any) -> int:
    """How many dossiers meet the conditions."""
    return connection.execute(select(func.count()).select_from(dossiers).where(*conditions)).scalar_one()


def provisional(connection: Connection) -> int:
    """How many running dossiers carry a promise past the calendar's notices."""
    return count(connection, _RUNNING, _D.provisional.is_(True))


def waiting_longest(connection: Connection, limit: int) -> list[DossierLine]:
    """Received dossiers waiting for their supplement, the longest first."""
    waiting = _lines().where(_D.status == "waiting").order_by(_D.waiting_since, _D.id).limit(limit)
    return [line(row) for row in connection.execute(waiting)]


def due_by_day(connection: Connection, first: date, last: date) -> dict[date, int]:
    """How many running dossiers fall due on each day of a stretch."""
    day = func.substr(_D.appointment_at, 1, 10)
    query = (
        select(day, func.count())
        .where(_RUNNING, _D.appointment_at >= first.isoformat(), _D.appointment_at < f"{last.isoformat()}~")
        .group_by(day)
    )
    return {date.fromisoformat(found): number for found, number in connection.execute(query)}


def on_time_by_month(
    connection: Connection, start: date, before: date | None = None
) -> dict[str, tuple[int, int]]:
    """By month ("2026-11") from `start` until `before`: how many were finished, how many of them in time."""
    month = func.substr(_D.finished_at, 1, 7)
    in_time = func.sum(case((_D.finished_at <= func.coalesce(_D.limit_at, _D.finished_at), 1), else_=0))
    query = (
        select(month, func.count(), in_time)
        # The index on `finished_at` holds all that is asked; that on `status` leads through every row.
        .where(_D.finished_at >= start.isoformat(), _D.status.concat("").in_(_FINISHED))
        .group_by(month)
    )
    if before is not None:
        query = query.where(_D.finished_at < before.isoformat())
    return {found: (number, int(good)) for found, number, good in connection.execute(query)}


def summary(connection: Connection, now: datetime) -> dict[str, int]:
    """The register in numbers at `now`."""
    status = counts_by_status(connection)
    today = sure_text(now)[:10]
    finished = _D.finished_at.is_not(None) & _D.status.in_(("result_ready", "refused", "returned"))
    return {
        "procedures": _size(connection, procedures),
        "dossiers": _size(connection, dossiers),
        "received_today": count(connection, _D.received_at >= today, _D.received_at <= sure_text(now)),
        "finished_in_time": count(connection, finished, _D.finished_at <= _D.limit_at),
        "finished_late": count(connection, finished, _D.finished_at > _D.limit_at),
        "running": sum(status.get(s, 0) for s in RUNNING),
        "waiting": status.get(Status.WAITING, 0),
        "result_ready": status.get(Status.RESULT_READY, 0),
        "returned": status.get(Status.RETURNED, 0),
        "withdrawn": status.get(Status.WITHDRAWN, 0),
        "supplements": _size(connection, supplements),
        "apologies": _size(connection, apologies),
        "papers": _size(connection, printed),
        "events": _size(connection, events),
    }


def _size(connection: Connection, table: Table) -> int:
    return connection.execute(select(func.count()).select_from(table)).scalar_one()
