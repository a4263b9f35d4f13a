"""One database file: opened, checked, read and written in transactions."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import text
from sqlalchemy.engine import Connection

from motcua_desktop.domain.errors import DatabaseDamaged, DatabaseLocked, DatabaseTooNew
from motcua_desktop.persistence import dialect, schema
from motcua_desktop.persistence import exchange_tables as exchange_tables  # its tables join the metadata

__all__ = ["Connection", "Database"]


class Database:
    """A register file. `read` gives a consistent view, `write` the one writer of this process.

    Raises DatabaseDamaged when the file is no database of ours, DatabaseTooNew when a newer program made it.
    """

    def __init__(self, path: Path, key: str = "") -> None:
        self.path = path
        self._write_lock = threading.RLock()
        fresh = not path.exists() or path.stat().st_size == 0
        self.engine = dialect.sqlite_engine(path, key)
        try:
            with _in_plain_words(path):
                self._create() if fresh else self._check_revision()
        except BaseException:
            self.close()
            raise

    def _create(self) -> None:
        with self.write() as connection:
            schema.metadata.create_all(connection)
            for trigger in schema.SQLITE_TRIGGERS:
                connection.exec_driver_sql(trigger)
            connection.exec_driver_sql("CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL)")
            connection.execute(
                text("INSERT INTO alembic_version VALUES (:revision)"), {"revision": schema.REVISION}
            )

    def _check_revision(self) -> None:
        with self.read() as connection:
            tables = connection.execute(
                text("SELECT name FROM sqlite_master WHERE name = 'alembic_version'")
            ).scalar()
            found = tables and connection.execute(text("SELECT version_num FROM alembic_version")).scalar()
        if found == schema.REVISION:
            return
        if not found:
            raise DatabaseDamaged(str(self.path), "no register of this program")
        raise DatabaseTooNew(str(self.path), str(found), schema.REVISION)

    @contextmanager
    def read(self) -> Iterator[Connection]:
        """A reading transaction: what it sees does not change while it lasts."""
        with self.engine.connect() as connection:
            dialect.begin(connection, write=False)
            try:
                yield connection
            finally:
                connection.rollback()

    @contextmanager
    def write(self) -> Iterator[Connection]:
        """A writing transaction: all of it is on disk when the block ends, or none of it."""
        with self._write_lock, _in_plain_words(self.path), self.engine.connect() as connection:
            dialect.begin(connection, write=True)
            try:
                yield connection
            except BaseException:
                connection.rollback()
                raise
            connection.commit()

    def close(self) -> None:
        """Give the file back."""
        self.engine.dispose()


@contextmanager
def _in_plain_words(path: Path) -> Iterator[None]:
    """Turn the driver's errors into the refusals an officer can act on."""
    from sqlalchemy.exc import DBAPIError

    try:
        yield
    except DBAPIError as error:
        if dialect.is_locked(error):
            raise DatabaseLocked(str(path)) from error
        if dialect.is_damaged(error):
            raise DatabaseDamaged(str(path), str(error.orig)) from error
        raise
