"""Writing very many dossiers at once into a new register: for load data, never for an office's own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from sqlalchemy import Table, insert

from motcua_desktop.persistence import dialect, events
from motcua_desktop.persistence.engine import Connection, Database
from motcua_desktop.persistence.schema import dossiers, people, promises, supplements, syllables
from motcua_desktop.persistence.schema import events as events_table

_BATCH = 5000
#: The columns of a log line in the order its hash covers them.
LINE = ("uid", "dossier", "at", "officer", "kind", "status", "reason", "facts")


class Pen:
    """Rows are gathered and written in batches; log lines are chained as they come."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._rows: dict[Table, list[dict[str, Any]]] = {}
        end = events.head(connection)
        self._count, self._hash, self._at = end.count, end.hash, end.at
        self._fresh = end.count == 0

    def add(self, table: Table, row: dict[str, Any]) -> None:
        """Write a row soon."""
        rows = self._rows.setdefault(table, [])
        rows.append(row)
        if len(rows) >= _BATCH:
            self._write(table)

    def _write(self, table: Table) -> None:
        rows = self._rows.pop(table, [])
        if rows:
            self._connection.execute(insert(table), rows)

    def log(self, line: Sequence[Any]) -> int:
        """Add a log line, its values in the order of `LINE`; returns its number."""
        self._count += 1
        self._hash = events.link(self._hash, tuple(line))
        self._at = max(self._at, line[2])
        row = dict(zip(LINE, line, strict=True))
        self.add(events_table, {"id": self._count, "hash": self._hash, **row})
        return self._count

    def finish(self) -> None:
        """Write what is left, and where the log ends now."""
        for table in (people, dossiers, promises, supplements, events_table, syllables):
            self._write(table)
        end = events.Head(self._count, self._at, self._hash)
        events.set_head(self._connection, end, new=self._fresh)


@contextmanager
def writing(database: Database) -> Iterator[Pen]:
    """One long write without indexes and triggers, which are made again at its end."""
    with database.engine.connect() as connection:
        dialect.haste(connection, True)
        dialect.begin(connection, write=True)
        try:
            laid_aside = dialect.lay_aside(connection, ("dossiers", "events", "promises", "people"))
            pen = Pen(connection)
            yield pen
            pen.finish()
            dialect.rebuild_words(connection)
            dialect.take_up(connection, laid_aside)
        except BaseException:
            connection.rollback()
            raise
        connection.commit()
        dialect.haste(connection, False)
