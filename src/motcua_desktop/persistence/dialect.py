"""What differs between SQLite and PostgreSQL, and nothing else."""

from __future__ import annotations

import re
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path
from typing import Any

from sqlalchemy import (
    URL,
    Engine,
    Integer,
    Select,
    Table,
    and_,
    column,
    create_engine,
    event,
    inspect,
    table,
    text,
)
from sqlalchemy.engine import Connection, CursorResult
from sqlalchemy.pool import QueuePool

from motcua_desktop.persistence.schema import RUNNING_SQL, dossiers

#: How long a writer waits for another program before it gives up, in seconds.
PATIENCE = 30.0

_PRAGMAS = (
    "PRAGMA synchronous=FULL",  # islands have power cuts; NORMAL in WAL may lose the last commits
    "PRAGMA foreign_keys=ON",
    "PRAGMA cache_size=-32000",
    "PRAGMA temp_store=MEMORY",
)

#: Names and short codes as SQLite searches them; the texts themselves stay in `dossiers`.
_WORD_INDEXES = {
    "dossiers_names": ("name_fold", 'detail=none, tokenize="unicode61 remove_diacritics 0"'),
    "dossiers_marks": ("name", 'detail=none, tokenize="unicode61 remove_diacritics 0"'),
    "dossiers_codes": ("code_key", 'tokenize="trigram"'),
}
_APPEND_ONLY = ("events", "promises", "apologies", "calendar_editions")


def _word_index(name: str, column: str, options: str) -> tuple[str, ...]:
    add = f"INSERT INTO {name} (rowid, {column}) VALUES (new.id, new.{column});"  # noqa: S608 - our own names
    drop = f"INSERT INTO {name} ({name}, rowid, {column}) VALUES ('delete', old.id, old.{column});"  # noqa: S608
    made = f"fts5 ({column}, content='dossiers', content_rowid='id', {options})"
    told = f"WHEN old.{column} IS NOT new.{column}"
    return (
        f"CREATE VIRTUAL TABLE {name} USING {made}",
        f"CREATE TRIGGER {name}_added AFTER INSERT ON dossiers BEGIN {add} END",
        f"CREATE TRIGGER {name}_removed AFTER DELETE ON dossiers BEGIN {drop} END",
        f"CREATE TRIGGER {name}_changed AFTER UPDATE OF {column} ON dossiers {told} BEGIN {drop} {add} END",
    )


#: What SQLite needs beside the tables: word indexes kept by triggers, and triggers that keep the append-only
#: tables append-only, whoever opens the file.
SQLITE_OBJECTS: tuple[str, ...] = (
    *(sql for name, made in _WORD_INDEXES.items() for sql in _word_index(name, *made)),
    *(
        f"CREATE TRIGGER {table}_no_{act.lower()} BEFORE {act} ON {table} "
        f"BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END"
        for table in _APPEND_ONLY
        for act in ("UPDATE", "DELETE")
    ),
)


def create_objects(connection: Connection) -> None:
    """Make the triggers and word indexes of the connection's dialect."""
    if connection.dialect.name == "sqlite":
        for statement in SQLITE_OBJECTS:
            connection.exec_driver_sql(statement)


def rebuild_words(connection: Connection) -> None:
    """Build the word indexes anew from the dossiers."""
    if connection.dialect.name == "sqlite":
        for name in _WORD_INDEXES:
            connection.exec_driver_sql(f"INSERT INTO {name} ({name}) VALUES ('rebuild')")  # noqa: S608


def sqlite_engine(
    path: Path,
    key: str = "",
    *,
    read_only: bool = False,
    patience: float = PATIENCE,
) -> Engine:
    """An engine on a SQLite file through sqlcipher3 (SQLite 3.53: the WAL-reset bug of 3.40 is fixed).

    With `key` the file is encrypted at rest. Transactions are begun by us (`begin`), never by the driver.
    `read_only` opens the file as it lies, for a folder nothing may be written to.
    """
    import sqlcipher3.dbapi2 as driver

    def connect() -> Any:
        target = f"{path.absolute().as_uri()}?{'mode=ro&immutable=1' if read_only else 'mode=rwc'}"
        connection = driver.connect(
            target,
            uri=True,
            isolation_level=None,
            check_same_thread=False,
            timeout=patience,
            cached_statements=512,
        )
        if key:
            connection.execute("PRAGMA key = '" + key.replace("'", "''") + "'")
        for pragma in _PRAGMAS:
            connection.execute(pragma)
        return connection

    return create_engine(
        "sqlite://", creator=connect, module=driver, poolclass=QueuePool, pool_size=8, max_overflow=8
    )


def set_journal(engine: Engine, mode: str) -> None:
    """Let SQLite keep its journal so; it is remembered in the file, so only a register of ours is asked."""
    if engine.dialect.name == "sqlite":
        with engine.connect() as connection:
            connection.exec_driver_sql(f"PRAGMA journal_mode={mode}")


def postgresql_engine(url: str | URL) -> Engine:
    """An engine on a PostgreSQL server, for several counters on one database."""
    running = next(index for index in dossiers.indexes if index.name == "ix_dossiers_running")
    # Said here and not in the schema: naming the dialect there would load it at every start of a counter.
    running.dialect_options["postgresql"]["where"] = text(RUNNING_SQL)
    engine = create_engine(url, isolation_level="READ COMMITTED")
    event.listen(engine, "connect", lambda dbapi, _record: setattr(dbapi, "autocommit", False))
    return engine


def begin(connection: Connection, *, write: bool) -> None:
    """Begin a transaction; a writing one takes SQLite's write lock at once, so it can never fail half-way."""
    if connection.dialect.name == "sqlite":
        connection.exec_driver_sql("BEGIN IMMEDIATE" if write else "BEGIN")


def insert(connection: Connection, table: Table) -> Any:
    """An INSERT that knows ON CONFLICT in the connection's dialect."""
    return insert_for(connection.dialect.name, table)


def insert_for(dialect_name: str, table: Table) -> Any:
    """The same by the dialect's name, for statements made once."""
    return import_module(f"sqlalchemy.dialects.{dialect_name}").insert(table)


def in_series(connection: Connection, head: Select[Any]) -> Select[Any]:
    """The chain's head read so that two writers can never both build on it."""
    return head if connection.dialect.name == "sqlite" else head.with_for_update()


def with_words(connection: Connection, index: str, words: Sequence[Sequence[str]]) -> tuple[Any, Any]:
    """Where to look for dossiers by the words of a name: the table with its id column, and the condition.

    Of each group of `words` one must stand in the indexed column. SQLite walks the newest first without
    sorting; PostgreSQL reads the column itself (pg_trgm serves it).
    """
    if connection.dialect.name == "sqlite":
        match = " AND ".join("(" + " OR ".join(f'"{word}"' for word in group) + ")" for group in words)
        return _walk(index), text(f"{index} MATCH :words").bindparams(words=match)
    column = dossiers.c[_WORD_INDEXES[index][0]]
    spoken = (rf"\m({'|'.join(map(re.escape, group))})\M" for group in words)
    return dossiers.c.id, and_(*(column.op("~*")(pattern) for pattern in spoken))


def with_code_part(connection: Connection, part: str) -> tuple[Any, Any]:
    """Where to look for dossiers by a part of a short code, three characters or more."""
    if connection.dialect.name == "sqlite":
        quoted = '"' + part.replace('"', '""') + '"'
        return _walk("dossiers_codes"), text("dossiers_codes MATCH :part").bindparams(part=quoted)
    return dossiers.c.id, dossiers.c.code_key.contains(part, autoescape=True)


def _walk(index: str) -> Any:
    return table(index, column("rowid", Integer)).c.rowid


def row_made(result: CursorResult[Any]) -> int:
    """The number of the row an INSERT made."""
    key = result.inserted_primary_key
    if key is None:  # pragma: no cover - every table here has one
        raise LookupError("no row was made")
    return int(key[0])


def has_table(connection: Connection, name: str) -> bool:
    """Whether the database has this table."""
    return inspect(connection).has_table(name)


def has_any_table(connection: Connection) -> bool:
    """Whether somebody has made tables in it."""
    return bool(inspect(connection).get_table_names())


def rest_foreign_keys(connection: Connection, rest: bool) -> None:
    """Switch SQLite's foreign keys off for a change of tables, or on again; only outside a transaction."""
    if connection.dialect.name == "sqlite":
        connection.exec_driver_sql(f"PRAGMA foreign_keys={'OFF' if rest else 'ON'}")
        connection.rollback()


def check_foreign_keys(connection: Connection) -> None:
    """Refuse a change of tables that left a row pointing nowhere."""
    if connection.dialect.name == "sqlite":
        lost = connection.exec_driver_sql("PRAGMA foreign_key_check").first()
        if lost is not None:
            raise LookupError(f"row {lost[1]} of {lost[0]} points nowhere")


def haste(connection: Connection, on: bool) -> None:
    """Write without waiting for the disk and without looking at foreign keys, or again with."""
    if connection.dialect.name == "sqlite":
        connection.exec_driver_sql(f"PRAGMA synchronous={'OFF' if on else 'FULL'}")
        connection.exec_driver_sql(f"PRAGMA foreign_keys={'OFF' if on else 'ON'}")
        connection.exec_driver_sql(f"PRAGMA cache_size={-200_000 if on else -32_000}")
        if not on:
            connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
        connection.rollback()


def lay_aside(connection: Connection, tables: Sequence[str]) -> list[str]:
    """Drop the indexes and triggers of these tables; returns the statements that make them again."""
    if connection.dialect.name != "sqlite":
        return []
    made = []
    for kind, name, sql in tables_and_more(connection):
        about = connection.exec_driver_sql("SELECT tbl_name FROM sqlite_master WHERE name = ?", (name,))
        if kind in ("index", "trigger") and sql and about.scalar() in tables:
            connection.exec_driver_sql(f"DROP {kind} {name}")
            made.append(sql)
    return made


def take_up(connection: Connection, statements: Sequence[str]) -> None:
    """Make again what was laid aside."""
    for statement in statements:
        connection.exec_driver_sql(statement)


def file_faults(connection: Connection) -> list[tuple[str, str]]:
    """What is wrong with the file itself and with rows that point nowhere; empty on a server."""
    if connection.dialect.name != "sqlite":
        return []
    pages = connection.exec_driver_sql("PRAGMA integrity_check(20)").all()
    lost = connection.exec_driver_sql("PRAGMA foreign_key_check").all()
    return [
        *(("integrity", str(row[0])) for row in pages if row[0] != "ok"),
        *(("reference", f"{row[0]} {row[1]}") for row in lost),
    ]


def tables_and_more(connection: Connection) -> list[tuple[str, str, str]]:
    """Every table, index and trigger of the file with the words that made it, for comparing two files."""
    rows = connection.execute(
        text(
            "SELECT type, name, coalesce(sql, '') FROM sqlite_master "
            "WHERE name NOT LIKE 'sqlite_%' ORDER BY type, name"
        )
    )
    return [(kind, name, " ".join(sql.split())) for kind, name, sql in rows]
