"""One database: opened, checked, read and written in transactions."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import text
from sqlalchemy.engine import Connection, Engine

from motcua_desktop.domain.errors import (
    DatabaseDamaged,
    DatabaseLocked,
    DatabaseTooNew,
    DiskFailing,
    DiskFull,
    FolderNotWritable,
)
from motcua_desktop.persistence import dialect, driver_words, places, schema
from motcua_desktop.persistence import exchange_tables as exchange_tables  # its tables join the metadata

__all__ = ["Connection", "Database"]

#: Folder of the copies made before an upgrade, beside the register.
BEFORE_UPGRADE = "before-upgrade"


class Database:
    """A register. `read` gives a consistent view, `write` the one writer of this process.

    `path` is the file, also where messages say the trouble is. `read_only` opens a file that nothing may be
    written to. `engine` stands in for the file where the register is on a server.
    Raises DatabaseDamaged when the file is no database of ours, DatabaseTooNew when a newer program made it.
    """

    def __init__(
        self,
        path: Path,
        key: str = "",
        *,
        read_only: bool = False,
        patience: float = dialect.PATIENCE,
        engine: Engine | None = None,
    ) -> None:
        self.path = path
        self.read_only = read_only
        self._write_lock = threading.RLock()
        self.engine = engine or dialect.sqlite_engine(path, key, read_only=read_only, patience=patience)
        try:
            with _in_plain_words(path):
                self._prepare()
        except BaseException:
            self.close()
            raise

    def _prepare(self) -> None:
        found = self._revision()
        if found != "" and not self.read_only:
            dialect.set_journal(self.engine, places.journal_for(self.path))
        if found == schema.REVISION:
            return
        if found is None:
            with self.write() as connection:
                # Another program may have made the tables while this one waited for the lock.
                if not dialect.has_table(connection, "alembic_version"):
                    create(connection)
            return
        if not found:
            raise DatabaseDamaged(str(self.path), "no register of this program")
        from motcua_desktop.persistence import upgrade

        if found not in upgrade.known_revisions():
            raise DatabaseTooNew(str(self.path), found, schema.REVISION)
        upgrade.upgrade(self, found, self.path.parent / BEFORE_UPGRADE)

    def _revision(self) -> str | None:
        """The schema's number; None for an empty file, "" for one that is not ours."""
        with self.engine.connect() as connection:
            dialect.begin(connection, write=False)
            try:
                if dialect.has_table(connection, "alembic_version"):
                    return str(
                        connection.execute(text("SELECT version_num FROM alembic_version")).scalar() or ""
                    )
                return "" if dialect.has_any_table(connection) else None
            finally:
                connection.rollback()

    @contextmanager
    def read(self) -> Iterator[Connection]:
        """A reading transaction: what it sees does not change while it lasts."""
        with _in_plain_words(self.path), self.engine.connect() as connection:
            dialect.begin(connection, write=False)
            try:
                yield connection
            finally:
                connection.rollback()

    @contextmanager
    def write(self) -> Iterator[Connection]:
        """A writing transaction: all of it is on disk when the block ends, or none of it.

        Raises DatabaseLocked, DiskFull, DiskFailing or FolderNotWritable, and leaves nothing behind.
        """
        if self.read_only:
            raise FolderNotWritable(str(self.path.parent), "")
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


def create(connection: Connection) -> None:
    """Make every table, index and trigger in an empty database."""
    schema.metadata.create_all(connection)
    dialect.create_objects(connection)
    connection.exec_driver_sql(
        "CREATE TABLE alembic_version ( "  # word for word as Alembic makes it
        "version_num VARCHAR(32) NOT NULL, CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num) )"
    )
    connection.execute(text("INSERT INTO alembic_version VALUES (:revision)"), {"revision": schema.REVISION})


@contextmanager
def _in_plain_words(path: Path) -> Iterator[None]:
    """Turn the driver's errors into the refusals an officer can act on."""
    from sqlalchemy.exc import DBAPIError

    try:
        yield
    except DBAPIError as error:
        if driver_words.is_locked(error):
            raise DatabaseLocked(str(path)) from error
        if driver_words.is_full(error):
            raise DiskFull(str(path.parent)) from error
        if driver_words.is_damaged(error):
            raise DatabaseDamaged(str(path), driver_words.says(error)) from error
        if driver_words.is_read_only(error):
            raise FolderNotWritable(str(path.parent), driver_words.says(error)) from error
        if driver_words.is_disk_trouble(error):
            raise DiskFailing(str(path), driver_words.says(error)) from error
        raise
