"""Copies of the register: made by SQLite itself, opened and checked before they count."""

from __future__ import annotations

import os
from pathlib import Path

from sqlalchemy import text

from motcua_desktop.domain.errors import BackupBroken, FileExists
from motcua_desktop.persistence import dialect
from motcua_desktop.persistence.engine import Database


def copy(database: Database, out: Path) -> None:
    """Write a complete copy at `out`, verify it by opening it, then give it its name.

    Raises FileExists rather than write over a file, BackupBroken when the copy does not check out.
    """
    if out.exists():
        raise FileExists(str(out))
    out.parent.mkdir(parents=True, exist_ok=True)
    beside = out.with_name(f".{out.name}.{os.getpid()}.part")
    beside.unlink(missing_ok=True)
    try:
        with database.engine.connect() as connection:
            connection.execute(text("VACUUM INTO :path"), {"path": str(beside)})
        verify(beside)
        with beside.open("rb+") as file:
            os.fsync(file.fileno())
        beside.replace(out)
    finally:
        beside.unlink(missing_ok=True)


def verify(path: Path) -> None:
    """Open a copy and check its pages. Raises BackupBroken."""
    engine = dialect.sqlite_engine(path, read_only=True)
    try:
        with engine.connect() as connection:
            answer = connection.execute(text("PRAGMA quick_check(1)")).scalar()
            dossiers = connection.execute(text("SELECT count(*) FROM dossiers")).scalar()
        if answer != "ok" or dossiers is None:
            raise BackupBroken(str(path), str(answer))
    finally:
        engine.dispose()
