"""Settings and serials: small facts of the office, kept as JSON values."""

from __future__ import annotations

import json
from functools import lru_cache
from typing import Any, TypeVar
from weakref import WeakKeyDictionary

from sqlalchemy import bindparam, select
from sqlalchemy.engine import Connection

from motcua_desktop.persistence import dialect
from motcua_desktop.persistence.codec import from_json, to_json
from motcua_desktop.persistence.schema import serials, settings

T = TypeVar("T")


#: The settings as one transaction sees them, read once. A connection is one transaction here.
_read: WeakKeyDictionary[Connection, dict[str, str]] = WeakKeyDictionary()
_ALL = select(settings.c.key, settings.c.value)


def _text(connection: Connection, key: str) -> str | None:
    kept = _read.get(connection)
    if kept is None:
        kept = _read[connection] = {row[0]: row[1] for row in connection.execute(_ALL)}
    return kept.get(key)


def get(connection: Connection, key: str, default: Any = None) -> Any:
    """The plain JSON value of a setting."""
    found = _text(connection, key)
    return default if found is None else json.loads(found)


def put(connection: Connection, key: str, value: Any) -> None:
    """Set a plain JSON value."""
    _put_text(connection, key, json.dumps(value, ensure_ascii=False))


def get_value(connection: Connection, key: str, as_type: type[T]) -> T | None:
    """A frozen value kept as one setting, None when never set."""
    found = _text(connection, key)
    kind: Any = as_type
    value: T | None = None if found is None else _value(found, kind)
    return value


@lru_cache(maxsize=64)
def _value(text: str, as_type: Any) -> Any:
    return from_json(text, as_type)


def put_value(connection: Connection, key: str, value: object) -> None:
    """Keep a frozen value as one setting."""
    _put_text(connection, key, to_json(value))


def _put_text(connection: Connection, key: str, text: str) -> None:
    statement = dialect.insert(connection, settings).values(key=key, value=text)
    connection.execute(statement.on_conflict_do_update(index_elements=["key"], set_={"value": text}))
    _read.pop(connection, None)


@lru_cache(maxsize=4)
def _claim(dialect_name: str) -> Any:
    statement = dialect.insert_for(dialect_name, serials).values(scope=bindparam("of"), last=1)
    return statement.on_conflict_do_update(
        index_elements=["scope"], set_={"last": serials.c.last + 1}
    ).returning(serials.c.last)


def next_serial(connection: Connection, scope: str) -> int:
    """Claim the next number of a series, in the caller's transaction: a rollback leaves no gap."""
    return int(connection.execute(_claim(connection.dialect.name), {"of": scope}).scalar_one())


def last_serial(connection: Connection, scope: str) -> int:
    """The last number claimed in a series, 0 when none."""
    return connection.execute(select(serials.c.last).where(serials.c.scope == scope)).scalar() or 0
