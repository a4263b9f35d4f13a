"""Dossiers as they travel, read in a stream of batches: memory does not grow with the register."""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Sequence
from typing import Any

from sqlalchemy import Boolean, ColumnElement, Integer, Select, Table, and_, func, select
from sqlalchemy.engine import Connection

from motcua_desktop.domain.carried import (
    APOLOGY_FIELDS,
    EVENT_FIELDS,
    PROMISE_FIELDS,
    SUPPLEMENT_FIELDS,
    Carried,
    ColumnKind,
    RowColumn,
)
from motcua_desktop.persistence.exchange_tables import accepted
from motcua_desktop.persistence.schema import (
    apologies,
    dossiers,
    events,
    promises,
    snapshots,
    supplements,
)

BATCH = 500
#: What belongs to this machine, or can be made again from the rest.
_NOT_CARRIED = {"id", "uid", "changed", "person", "code_key", "name_fold", "name_sort"}
_COLUMNS = [column for column in dossiers.c if column.name not in _NOT_CARRIED]
_NAMES = [column.name for column in _COLUMNS]


def row_columns() -> tuple[RowColumn, ...]:
    """The columns of the travelling row, as this register has them."""
    return tuple(RowColumn(column.name, _kind(column.type), bool(column.nullable)) for column in _COLUMNS)


def _kind(column_type: object) -> ColumnKind:
    if isinstance(column_type, Boolean):
        return ColumnKind.FLAG
    return ColumnKind.NUMBER if isinstance(column_type, Integer) else ColumnKind.TEXT


def last_event(connection: Connection) -> int:
    """The number of the newest line of the log."""
    return connection.execute(select(func.max(events.c.id))).scalar() or 0


def waiting(until: int | None = None) -> ColumnElement[bool]:
    """Which dossiers hold a change the province has not taken (of those up to the event `until`)."""
    taken = select(accepted.c.event).where(accepted.c.dossier == dossiers.c.id).scalar_subquery()
    condition = dossiers.c.changed > func.coalesce(taken, 0)
    return condition if until is None else and_(condition, dossiers.c.changed <= until)


def changed_after(event: int) -> ColumnElement[bool]:
    """Which dossiers changed after an event."""
    return dossiers.c.changed > event


def received_between(start: str, end: str) -> ColumnElement[bool]:
    """Which dossiers were received from `start` until before `end` (ISO texts)."""
    return and_(dossiers.c.received_at >= start, dossiers.c.received_at < end)


def keys_of(connection: Connection, condition: ColumnElement[bool]) -> array[int]:
    """The ids of the dossiers that meet the condition, in order: eight bytes each, whatever their number."""
    query = select(dossiers.c.id).where(condition).order_by(dossiers.c.id)
    return array("q", connection.execution_options(yield_per=5_000).execute(query).scalars())


def carried(connection: Connection, keys: array[int]) -> Iterator[tuple[int, Carried]]:
    """These dossiers with their ids, a batch in memory at a time."""
    for start in range(0, len(keys), BATCH):
        yield from carried_by_id(connection, keys[start : start + BATCH]).items()


def carried_by_id(connection: Connection, keys: Sequence[int]) -> dict[int, Carried]:
    """These dossiers (a batch of them), in the order of their ids."""
    query = select(dossiers.c.id, dossiers.c.uid, *_COLUMNS).where(dossiers.c.id.in_(keys))
    rows = connection.execute(query.order_by(dossiers.c.id))
    found = {row[0]: Carried(row[1], dict(zip(_NAMES, row[2:], strict=True))) for row in rows}
    fill(connection, found)
    return found


def fill(connection: Connection, found: dict[int, Carried]) -> None:
    """Add what belongs to the dossiers of a batch: one query for each kind."""
    for table, names, order, where, place in _CHILDREN:
        query = _of(table, names, list(found), order, where)
        for row in connection.execute(query):
            getattr(found[row[0]], place).append(dict(zip(names, row[1:], strict=True)))


def _of(
    table: Table, names: Sequence[str], keys: list[int], order: str, where: ColumnElement[bool] | None
) -> Select[Any]:
    query = select(table.c.dossier, *(table.c[name] for name in names)).where(table.c.dossier.in_(keys))
    if where is not None:
        query = query.where(where)
    return query.order_by(table.c.dossier, table.c[order])


_CHILDREN: tuple[tuple[Table, Sequence[str], str, ColumnElement[bool] | None, str], ...] = (
    (events, EVENT_FIELDS, "id", events.c.status != "", "events"),
    (promises, PROMISE_FIELDS, "number", None, "promises"),
    (supplements, SUPPLEMENT_FIELDS, "id", None, "supplements"),
    (apologies, APOLOGY_FIELDS, "number", None, "apologies"),
)


def snapshot_bodies(connection: Connection, hashes: Sequence[str]) -> Iterator[tuple[str, str]]:
    """The procedures behind the dossiers' snapshot keys, as JSON texts, in the order of the keys."""
    query = select(snapshots.c.hash, snapshots.c.body).where(snapshots.c.hash.in_(hashes))
    for row in connection.execute(query.order_by(snapshots.c.hash)):
        yield row[0], row[1]


def first_event_of(connection: Connection, until: int) -> int:
    """The event after which every change is waiting: the newest change that was taken, 0 when none was."""
    query = select(func.max(dossiers.c.changed)).where(~waiting(), dossiers.c.changed <= until)
    return connection.execute(query).scalar() or 0
