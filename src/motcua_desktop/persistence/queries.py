"""Lists of dossiers: one indexed query each."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from sqlalchemy import Select, Table, func, select
from sqlalchemy.engine import Connection, Row

from motcua_desktop.domain.dossier import Channel, DossierLine
from motcua_desktop.domain.lifecycle import RUNNING, Status
from motcua_desktop.domain.text import mask_number
from motcua_desktop.persistence.instants import instant, sure_text
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
    _D.status,
    _D.received_at,
    _D.due_at,
    _D.appointment_at,
    _D.provisional,
    _D.finished_at,
    _D.returned_at,
    _D.apologised,
    _D.channel,
    _D.officer,
    snapshots.c.name.label("procedure"),
)
_RUNNING = _D.status.in_([s.value for s in sorted(RUNNING)])


def _lines() -> Select[Any]:
    return select(*_COLUMNS).join(snapshots, snapshots.c.hash == _D.snapshot)


def line(row: Row[Any]) -> DossierLine:
    """A list row of `_COLUMNS`."""
    return DossierLine(
        id=row.id,
        code=row.code,
        official_code=row.official_code,
        applicant=row.name,
        id_masked=mask_number(row.id_number),
        phone_masked=mask_number(row.phone),
        procedure=row.procedure,
        procedure_code=row.procedure_code,
        status=Status(row.status),
        received_at=datetime.fromisoformat(row.received_at),
        due_at=instant(row.due_at),
        appointment_at=instant(row.appointment_at),
        provisional=bool(row.provisional),
        finished_at=instant(row.finished_at),
        returned_at=instant(row.returned_at),
        apologised=bool(row.apologised),
        channel=Channel(row.channel),
        officer=row.officer,
    )


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
