"""What differs between SQLite and PostgreSQL, and nothing else."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Engine, Table, create_engine, event
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.engine import Connection
from sqlalchemy.pool import QueuePool

_PRAGMAS = (
    "PRAGMA journal_mode=WAL",
    "PRAGMA synchronous=FULL",  # islands have power cuts; NORMAL in WAL may lose the last commits
    "PRAGMA foreign_keys=ON",
    "PRAGMA busy_timeout=30000",
    "PRAGMA cache_size=-32000",
    "PRAGMA temp_store=MEMORY",
)


def sqlite_engine(path: Path, key: str = "", *, read_only: bool = False) -> Engine:
    """An engine on a SQLite file through sqlcipher3 (SQLite 3.53: the WAL-reset bug of 3.40 is fixed).

    With `key` the file is encrypted at rest. Transactions are begun by us (`begin`), never by the driver.
    """
    import sqlcipher3.dbapi2 as driver

    def connect() -> Any:
        target = f"{path.absolute().as_uri()}?mode={'ro' if read_only else 'rwc'}"
        connection = driver.connect(
            target, uri=True, isolation_level=None, check_same_thread=False, timeout=30, cached_statements=512
        )
        if key:
            connection.execute("PRAGMA key = '" + key.replace("'", "''") + "'")
        for pragma in _PRAGMAS[1:] if read_only else _PRAGMAS:
            connection.execute(pragma)
        return connection

    return create_engine("sqlite://", creator=connect, module=driver, poolclass=QueuePool, pool_size=8, max_overflow=8)


def postgresql_engine(url: str | URL) -> Engine:
    """An engine on a PostgreSQL server, for several counters on one database."""
    engine = create_engine(url, isolation_level="READ COMMITTED")
    event.listen(engine, "connect", lambda dbapi, _record: setattr(dbapi, "autocommit", False))
    return engine


def begin(connection: Connection, *, write: bool) -> None:
    """Begin a transaction; a writing one takes SQLite's write lock at once, so it can never fail half-way."""
    if connection.dialect.name == "sqlite":
        connection.exec_driver_sql("BEGIN IMMEDIATE" if write else "BEGIN")


def insert(connection: Connection, table: Table) -> Any:
    """An INSERT that knows ON CONFLICT in the connection's dialect."""
    if connection.dialect.name == "sqlite":
        return sqlite.insert(table)
    return postgresql.insert(table)


def is_locked(error: BaseException) -> bool:
    """Whether the database said that somebody else holds it."""
    return "locked" in str(error).lower() or "busy" in str(error).lower()


def is_damaged(error: BaseException) -> bool:
    """Whether the file is no database, or a broken one."""
    text = str(error).lower()
    return any(word in text for word in ("malformed", "not a database", "corrupt", "encrypted"))


SQLITE_ERRORS: tuple[type[BaseException], ...] = (sqlite3.Error,)
