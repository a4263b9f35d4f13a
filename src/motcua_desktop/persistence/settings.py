"""Settings and serials: small facts of the office, kept as JSON values."""

from __future__ import annotations

import json
from typing import Any, TypeVar

from sqlalchemy import select
from sqlalchemy.engine import Connection

from motcua_desktop.persistence import dialect
from motcua_desktop.persistence.codec import from_json, to_json
from motcua_desktop.persistence.schema import serials, settings

T = TypeVar("T")


def get(connection: Connection, key: str, default: Any = None) -> Any:
    """The plain JSON value of a setting."""
    found = connection.execute(select(settings.c.value).where(settings.c.key == key)).scalar()
    return default if found is None else json.loads(found)


def put(connection: Connection, key: str, value: Any) -> None:
    """Set a plain JSON value."""
    _put_text(connection, key, json.dumps(value, ensure_ascii=False))


def get_value(connection: Connection, key: str, as_type: type[T]) -> T | None:
    """A frozen value kept as one setting, None when never set."""
    found = connection.execute(select(settings.c.value).where(settings.c.key == key)).scalar()
    return None if found is None else from_json(found, as_type)


def put_value(connection: Connection, key: str, value: object) -> None:
    """Keep a frozen value as one setting."""
    _put_text(connection, key, to_json(value))


def _put_text(connection: Connection, key: str, text: str) -> None:
    statement = dialect.insert(connection, settings).values(key=key, value=text)
    connection.execute(statement.on_conflict_do_update(index_elements=["key"], set_={"value": text}))


def next_serial(connection: Connection, scope: str) -> int:
    """Claim the next number of a series, in the caller's transaction: a rollback leaves no gap."""
    statement = dialect.insert(connection, serials).values(scope=scope, last=1)
    claimed = statement.on_conflict_do_update(
        index_elements=["scope"], set_={"last": serials.c.last + 1}
    ).returning(serials.c.last)
    return int(connection.execute(claimed).scalar_one())


def last_serial(connection: Connection, scope: str) -> int:
    """The last number claimed in a series, 0 when none."""
    return connection.execute(select(serials.c.last).where(serials.c.scope == scope)).scalar() or 0
