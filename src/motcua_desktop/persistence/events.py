"""The one append-only list of what happened, chained by hashes."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from weakref import WeakKeyDictionary

from sqlalchemy import insert, select, update
from sqlalchemy.engine import Connection, Row

from motcua_desktop.domain.dossier import Event
from motcua_desktop.domain.lifecycle import Move, Status
from motcua_desktop.persistence import dialect
from motcua_desktop.persistence.instants import sure_text
from motcua_desktop.persistence.schema import events, log_head

_FIRST = bytes(32)
_HEAD = select(log_head.c.count, log_head.c.at, log_head.c.hash).where(log_head.c.id == 1)


@dataclass(frozen=True, slots=True)
class LogEntry:
    """A line of the log: `kind` is a move of a dossier or an act such as view, print, export, sign_in."""

    uid: str
    at: datetime
    officer: str
    kind: str
    dossier: int | None = None
    status: str = ""
    reason: str = ""
    facts: dict[str, str] | None = None


@dataclass(frozen=True, slots=True)
class Head:
    """The end of the log: how many lines, the latest instant, the last hash."""

    count: int
    at: str
    hash: bytes


def link(before: bytes, fields: tuple[Any, ...]) -> bytes:
    """The hash of a line: of the one before it and of all it says."""
    line = json.dumps(fields, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(before + line.encode()).digest()


def facts_text(facts: dict[str, str] | None) -> str:
    """Facts as the log keeps them."""
    return json.dumps(facts or {}, ensure_ascii=False, separators=(",", ":"), sort_keys=True)


#: Where the log ends as one transaction sees it. A connection is one transaction here.
_heads: WeakKeyDictionary[Connection, Head] = WeakKeyDictionary()
_ADD = insert(events)
_MOVE_HEAD = update(log_head).where(log_head.c.id == 1)


def head(connection: Connection) -> Head:
    """Where the log ends now."""
    found = _heads.get(connection)
    if found is None:
        row = connection.execute(dialect.in_series(connection, _HEAD)).first()
        found = Head(0, "", _FIRST) if row is None else Head(row[0], row[1], row[2])
        _heads[connection] = found
    return found


def next_number(connection: Connection) -> int:
    """The number the next line will have. Ask inside a writing transaction."""
    return head(connection).count + 1


def append(connection: Connection, entry: LogEntry) -> int:
    """Add a line to the chain in the caller's writing transaction; returns its number."""
    before = head(connection)
    at = sure_text(entry.at)
    fields = (
        entry.uid,
        entry.dossier,
        at,
        entry.officer,
        str(entry.kind),
        str(entry.status),
        entry.reason,
        facts_text(entry.facts),
    )
    end = Head(before.count + 1, max(at, before.at), link(before.hash, fields))
    names = ("uid", "dossier", "at", "officer", "kind", "status", "reason", "facts")
    row = {"id": end.count, "hash": end.hash, **dict(zip(names, fields, strict=True))}
    connection.execute(_ADD, row)
    set_head(connection, end, new=before.count == 0)
    return end.count


def set_head(connection: Connection, end: Head, *, new: bool) -> None:
    """Keep where the log ends."""
    values = {"count": end.count, "at": end.at, "hash": end.hash}
    if new:
        connection.execute(insert(log_head), {"id": 1, **values})
    else:
        connection.execute(_MOVE_HEAD, values)
    _heads[connection] = end


def of_dossier(connection: Connection, dossier: int) -> tuple[Event, ...]:
    """The moves of a dossier in the order they were written; acts that change nothing are left out."""
    rows = connection.execute(
        select(events).where(events.c.dossier == dossier, events.c.status != "").order_by(events.c.id)
    )
    return tuple(_event(row) for row in rows)


def _event(row: Row[Any]) -> Event:
    return Event(
        uid=row.uid,
        at=datetime.fromisoformat(row.at),
        officer=row.officer,
        move=Move(row.kind),
        status=Status(row.status),
        reason=row.reason,
        facts=json.loads(row.facts),
    )


def as_event(entry: LogEntry) -> Event:
    """A line of a move as what happened to its dossier."""
    return Event(
        entry.uid,
        entry.at,
        entry.officer,
        Move(entry.kind),
        Status(entry.status),
        entry.reason,
        entry.facts or {},
    )


def numbered(
    connection: Connection, kinds: Collection[str], after: int = 0
) -> Iterator[tuple[int, LogEntry]]:
    """The lines of these kinds after a number, each with its own, the oldest first. All are read."""
    query = select(events).where(events.c.id > after, events.c.kind.in_(kinds)).order_by(events.c.id)
    for row in connection.execution_options(yield_per=2000).execute(query):
        yield row.id, _entry(row)


def of_kinds(connection: Connection, kinds: Collection[str], after: int = 0) -> Iterator[LogEntry]:
    """`numbered`, without the numbers."""
    return (entry for _number, entry in numbered(connection, kinds, after))


def hash_at(connection: Connection, number: int) -> bytes:
    """The hash of a line, which is that of all before it too; b"" for a line there is not."""
    return connection.execute(select(events.c.hash).where(events.c.id == number)).scalar() or b""


def entries(
    connection: Connection, *, dossier: int | None = None, before: int | None = None, limit: int = 200
) -> list[tuple[int, LogEntry]]:
    """Lines of the log with their numbers, newest first: of one dossier or of all."""
    query = select(events).order_by(events.c.id.desc()).limit(limit)
    if dossier is not None:
        query = query.where(events.c.dossier == dossier)
    if before is not None:
        query = query.where(events.c.id < before)
    return [(row.id, _entry(row)) for row in connection.execute(query)]


def acts(connection: Connection, kinds: Collection[str], since: datetime) -> list[LogEntry]:
    """Acts of these kinds that are about no single dossier, written since then, the oldest first.

    The log has no index by kind: it is walked back from its end, no further than to `since`. Lines of
    dossiers may be older than their place (another counter wrote them), lines of acts are not.
    """
    own = events.c.dossier.is_(None)
    older = (
        select(events.c.id).where(own, events.c.at < sure_text(since)).order_by(events.c.id.desc()).limit(1)
    )
    start = connection.execute(older).scalar() or 0
    query = select(events).where(events.c.id > start, own, events.c.kind.in_(kinds)).order_by(events.c.id)
    return [_entry(row) for row in connection.execute(query)]


def _entry(row: Row[Any]) -> LogEntry:
    return LogEntry(
        row.uid,
        datetime.fromisoformat(row.at),
        row.officer,
        row.kind,
        row.dossier,
        row.status,
        row.reason,
        json.loads(row.facts),
    )


def broken_links(connection: Connection) -> Iterator[int]:
    """The numbers of the log lines that were edited, or stand where one is missing."""
    before, number = _FIRST, 0
    query = select(events).order_by(events.c.id)
    for row in connection.execution_options(yield_per=2000).execute(query):
        fields = (row.uid, row.dossier, row.at, row.officer, row.kind, row.status, row.reason, row.facts)
        if row.id != number + 1 or row.hash != link(before, fields):
            yield number + 1 if row.id != number + 1 else row.id
        before, number = row.hash, row.id
    end = head(connection)
    if (end.count, end.hash) != (number, before):
        yield number + 1
