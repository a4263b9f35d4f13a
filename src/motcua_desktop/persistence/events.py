"""The one append-only list of what happened, chained by hashes."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import insert, select
from sqlalchemy.engine import Connection, Row

from motcua_desktop.domain.dossier import Event
from motcua_desktop.domain.lifecycle import Move, Status
from motcua_desktop.persistence.instants import sure_text
from motcua_desktop.persistence.schema import events

_FIRST = "0" * 64


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


def _hash(before: str, *fields: object) -> str:
    line = json.dumps([before, *fields], ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(line.encode()).hexdigest()


def append(connection: Connection, entry: LogEntry) -> int:
    """Add a line to the chain in the caller's writing transaction; returns its number."""
    before = (
        connection.execute(select(events.c.hash).order_by(events.c.id.desc()).limit(1)).scalar() or _FIRST
    )
    facts = json.dumps(entry.facts or {}, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    row = {
        "uid": entry.uid,
        "dossier": entry.dossier,
        "at": sure_text(entry.at),
        "officer": entry.officer,
        "kind": entry.kind,
        "status": entry.status,
        "reason": entry.reason,
        "facts": facts,
    }
    row["hash"] = _hash(before, *row.values())
    return int(connection.execute(insert(events).values(row)).inserted_primary_key[0])


def of_dossier(connection: Connection, dossier: int) -> tuple[Event, ...]:
    """The moves of a dossier in the order they were written; acts that change nothing are left out."""
    rows = connection.execute(
        select(events).where(events.c.dossier == dossier, events.c.status != "").order_by(events.c.id)
    )
    return tuple(_event(row) for row in rows)


def _event(row: Row[tuple[object, ...]]) -> Event:
    return Event(
        uid=row.uid,
        at=datetime.fromisoformat(row.at),
        officer=row.officer,
        move=Move(row.kind),
        status=Status(row.status),
        reason=row.reason,
        facts=json.loads(row.facts),
    )


def broken_links(connection: Connection) -> Iterator[int]:
    """The numbers of the log lines that were edited, or stand where one is missing."""
    before = _FIRST
    for row in connection.execution_options(yield_per=1000).execute(select(events).order_by(events.c.id)):
        fields = (row.uid, row.dossier, row.at, row.officer, row.kind, row.status, row.reason, row.facts)
        if row.hash != _hash(before, *fields):
            yield row.id
        before = row.hash
