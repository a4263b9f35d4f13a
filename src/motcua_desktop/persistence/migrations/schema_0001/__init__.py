"""Schema 0001 as it was released; never changed."""

from sqlalchemy.engine import Connection

from motcua_desktop.persistence.migrations.schema_0001 import exchange_tables as exchange_tables
from motcua_desktop.persistence.migrations.schema_0001.schema import metadata
from motcua_desktop.persistence.migrations.schema_0001.sqlite_objects import STATEMENTS


def make(connection: Connection) -> None:
    """Make everything in an empty database."""
    metadata.create_all(connection)
    if connection.dialect.name == "sqlite":
        for statement in STATEMENTS:
            connection.exec_driver_sql(statement)
