"""A database for the persistence tests: a SQLite file, or the server MOTCUA_TEST_URL names."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from motcua_desktop.persistence import dialect, engine, schema
from motcua_desktop.persistence.engine import Database


@pytest.fixture
def empty_database(tmp_path: Path) -> Iterator[Database]:
    """An empty register. With MOTCUA_TEST_URL (a PostgreSQL URL) it lies on that server, made anew."""
    url = os.environ.get("MOTCUA_TEST_URL")
    if not url:
        database = Database(tmp_path / "motcua.db")
        yield database
        database.close()
        return
    server = dialect.postgresql_engine(url)
    with server.begin() as connection:
        schema.metadata.drop_all(connection)
        connection.exec_driver_sql("DROP TABLE IF EXISTS alembic_version")
        engine.create(connection)
    database = Database(tmp_path / "server", engine=server)
    yield database
    database.close()
