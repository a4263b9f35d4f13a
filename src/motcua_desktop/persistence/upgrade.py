"""Older registers brought to today's schema by Alembic, after a copy; imported only when one is needed."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from alembic import command
from alembic.config import Config
from alembic.script import ScriptDirectory

from motcua_desktop.persistence import backup, dialect

if TYPE_CHECKING:
    from motcua_desktop.persistence.engine import Database


def _config() -> Config:
    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations"))
    return config


def known_revisions() -> frozenset[str]:
    """The revisions this program can start from."""
    return frozenset(script.revision for script in ScriptDirectory.from_config(_config()).walk_revisions())


def upgrade(database: Database, found: str, copies: Path) -> None:
    """Copy the file to `copies`, then run the missing steps in one transaction: all of them or none."""
    copies.mkdir(parents=True, exist_ok=True)
    copy = copies / f"{database.path.stem}-{found}{database.path.suffix}"
    if not copy.exists():
        backup.copy(database, copy)
    steps(database)


def steps(database: Database) -> None:
    """Run what is missing, in one transaction. Foreign keys rest meanwhile and are checked at the end."""
    config = _config()
    with database.engine.connect() as connection:
        dialect.rest_foreign_keys(connection, True)
        dialect.begin(connection, write=True)
        try:
            config.attributes["connection"] = connection
            command.upgrade(config, "head")
            dialect.check_foreign_keys(connection)
        except BaseException:
            connection.rollback()
            raise
        connection.commit()
        dialect.rest_foreign_keys(connection, False)
