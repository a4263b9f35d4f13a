"""The accounts of the office's officers."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import func, insert, select, update
from sqlalchemy.engine import Connection, Row

from motcua_desktop.persistence.instants import instant, sure_text
from motcua_desktop.persistence.schema import accounts

_A = accounts.c


@dataclass(frozen=True, slots=True)
class AccountRow:
    """An account with its password's hash, which never leaves the counter."""

    login: str
    name: str
    role: str
    title: str
    desk: str
    hash: str
    active: bool
    failures: int
    wait_until: datetime | None
    last_at: datetime | None


def any_there(connection: Connection) -> bool:
    """Whether an account was ever made."""
    return connection.execute(select(_A.login).limit(1)).first() is not None


def get(connection: Connection, login: str) -> AccountRow | None:
    """One account."""
    row = connection.execute(select(accounts).where(_A.login == login)).first()
    return None if row is None else _row(row)


def every(connection: Connection) -> tuple[AccountRow, ...]:
    """All accounts by login."""
    return tuple(_row(row) for row in connection.execute(select(accounts).order_by(_A.login)))


def administrators(connection: Connection) -> int:
    """How many active administrators there are."""
    query = select(func.count()).select_from(accounts).where(_A.role == "admin", _A.active.is_(True))
    return connection.execute(query).scalar_one()


def add(connection: Connection, at: datetime, **columns: Any) -> None:
    """Make an account."""
    connection.execute(insert(accounts).values(made_at=sure_text(at), **columns))


def change(connection: Connection, login: str, **columns: Any) -> None:
    """Set columns of an account."""
    connection.execute(update(accounts).where(_A.login == login).values(columns))


def _row(row: Row[Any]) -> AccountRow:
    return AccountRow(
        row.login,
        row.name,
        row.role,
        row.title,
        row.desk,
        row.hash,
        bool(row.active),
        row.failures,
        instant(row.wait_until),
        instant(row.last_at),
    )
