"""The catalogue of procedures and the snapshots dossiers keep of them."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from datetime import date, datetime
from functools import lru_cache
from typing import Any

from sqlalchemy import bindparam, delete, func, select, update
from sqlalchemy.engine import Connection

from motcua_desktop.domain.procedure import Procedure
from motcua_desktop.domain.sought import Named, rank
from motcua_desktop.domain.text import fold
from motcua_desktop.persistence import dialect
from motcua_desktop.persistence.codec import from_json, to_json
from motcua_desktop.persistence.instants import sure_text
from motcua_desktop.persistence.schema import dossiers, procedures, snapshots

_ALL = 200
"""So many codes are not listed one by one: the whole catalogue is read."""


@lru_cache(maxsize=512)
def _procedure(body: str) -> Procedure:
    return from_json(body, Procedure)


def _day(value: date | None) -> str | None:
    return None if value is None else value.isoformat()


def put(connection: Connection, entries: Iterable[Procedure], origin: str, now: datetime) -> int:
    """Add or replace procedures; `origin` says where they were read. Returns how many."""
    count = 0
    for entry in entries:
        row = {
            "name": entry.name,
            "fold": fold(f"{entry.alias} {entry.name} {entry.field}"),
            "field": entry.field,
            "alias": entry.alias,
            "common": entry.common,
            "effective_from": _day(entry.effective_from),
            "effective_to": _day(entry.effective_to),
            "body": to_json(entry),
            "origin": origin,
            "changed_at": sure_text(now),
        }
        statement = dialect.insert(connection, procedures).values(code=entry.code, **row)
        connection.execute(statement.on_conflict_do_update(index_elements=["code"], set_=row))
        count += 1
    return count


def put_body(connection: Connection, entry: Procedure, now: datetime) -> None:
    """Replace what a procedure holds; where it was read stays."""
    row = {"body": to_json(entry), "changed_at": sure_text(now)}
    connection.execute(update(procedures).where(procedures.c.code == entry.code).values(row))


def drop_unused(connection: Connection, code: str) -> bool:
    """Take a procedure out again, unless a dossier names it; whether it is gone."""
    if connection.execute(select(dossiers.c.id).where(dossiers.c.procedure_code == code).limit(1)).first():
        return False
    connection.execute(delete(procedures).where(procedures.c.code == code))
    return True


_BY_CODE = (
    select(procedures.c.body)
    .where(procedures.c.code.in_((bindparam("of"), bindparam("start"))))
    .order_by(procedures.c.code != bindparam("of"))
    .limit(1)
)


def get(connection: Connection, code: str) -> Procedure | None:
    """The procedure as the catalogue has it today; codes match on their first 8 characters too."""
    body = connection.execute(_BY_CODE, {"of": code, "start": code[:8]}).scalar()
    return None if body is None else _procedure(body)


def count(connection: Connection) -> int:
    """How many procedures the catalogue holds."""
    return connection.execute(select(func.count()).select_from(procedures)).scalar_one()


def find(connection: Connection, words: str, limit: int) -> tuple[Procedure, ...]:
    """Procedures whose code, alias, name or field holds every word (without marks), by `sought.rank`; the
    everyday ones first for no words."""
    row = procedures.c
    query = select(row.code, row.name, row.alias, row.field, row.common)
    for word in fold(words).split():
        query = query.where(row.fold.contains(word, autoescape=True) | row.code.contains(word))
    found = [Named(*entry) for entry in connection.execute(query)]
    if words.strip():
        found.sort(key=lambda entry: rank(words, entry))
    else:
        found.sort(key=lambda entry: (not entry.common, len(entry.name), entry.code))
    codes = [entry.code for entry in found[:limit]]
    bodies = select(row.code, row.body)
    if len(codes) < _ALL:
        bodies = bodies.where(row.code.in_(codes))
    by_code = {entry.code: entry.body for entry in connection.execute(bodies)}
    return tuple(_procedure(by_code[code]) for code in codes)


def every(connection: Connection) -> tuple[Procedure, ...]:
    """The whole catalogue by code."""
    query = select(procedures.c.body).order_by(procedures.c.code)
    return tuple(_procedure(row.body) for row in connection.execute(query))


@lru_cache(maxsize=512)
def _snapshot_of(entry: Procedure) -> tuple[str, str]:
    body = to_json(entry)
    return hashlib.sha256(body.encode()).hexdigest()[:32], body


@lru_cache(maxsize=4)
def _keep_snapshot(dialect_name: str) -> Any:
    return dialect.insert_for(dialect_name, snapshots).on_conflict_do_nothing(index_elements=["hash"])


def take_snapshot(connection: Connection, entry: Procedure) -> str:
    """Keep a procedure exactly as it is now; equal ones are kept once. Returns its key."""
    key, body = _snapshot_of(entry)
    row = {"hash": key, "name": entry.name, "body": body}
    connection.execute(_keep_snapshot(connection.dialect.name), row)
    return key


def snapshot(connection: Connection, key: str) -> Procedure:
    """The procedure behind a snapshot's key."""
    return _procedure(
        connection.execute(select(snapshots.c.body).where(snapshots.c.hash == key)).scalar_one()
    )
