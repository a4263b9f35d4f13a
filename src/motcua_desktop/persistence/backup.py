"""Copies of the register: made by SQLite itself, opened and checked before they count."""

from __future__ import annotations

import os
import shutil
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import text

from motcua_desktop.domain.errors import BackupBroken, DatabaseLocked, FileExists
from motcua_desktop.persistence import dialect, driver_words, events

if TYPE_CHECKING:
    from motcua_desktop.persistence.engine import Database

_STAMP = "%Y%m%d-%H%M%S"


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
        sync(beside)
        beside.replace(out)
    finally:
        beside.unlink(missing_ok=True)


def sync(path: Path) -> None:
    """Wait until the disk has the file."""
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def verify(path: Path) -> int:
    """Open a copy and check its pages and the end of its log; returns how many dossiers it holds.

    Raises BackupBroken.
    """
    from sqlalchemy.exc import DBAPIError

    engine = dialect.sqlite_engine(path, read_only=True)
    try:
        with engine.connect() as connection:
            answer = connection.execute(text("PRAGMA quick_check(1)")).scalar()
            dossiers = connection.execute(text("SELECT count(*) FROM dossiers")).scalar()
            lines = connection.execute(text("SELECT count(*) FROM events")).scalar()
            whole = dossiers is not None and lines == events.head(connection).count
        if answer != "ok" or not whole:
            raise BackupBroken(str(path), str(answer))
        return int(dossiers or 0)
    except DBAPIError as error:
        raise BackupBroken(str(path), driver_words.says(error)) from error
    finally:
        engine.dispose()


def name_of(at: datetime) -> str:
    """The name of an automatic copy, sorting by time."""
    return f"motcua-{at:{_STAMP}}.db"


def made_at(path: Path) -> datetime | None:
    """When an automatic copy was made, by its name."""
    try:
        return datetime.strptime(path.stem.removeprefix("motcua-"), _STAMP)
    except ValueError:
        return None


def automatic_copies(folder: Path) -> list[Path]:
    """The automatic copies in a folder, the newest first."""
    if not folder.is_dir():
        return []
    return sorted((p for p in folder.glob("motcua-*.db") if made_at(p) is not None), reverse=True)


def too_many(copies: list[Path], days: int, weeks: int, months: int) -> list[Path]:
    """Which of the copies (newest first) may go: the newest of each of the last days, weeks, months stays."""
    kept: set[Path] = set(copies[:1])
    for number, part in ((days, _day), (weeks, _week), (months, _month)):
        newest: dict[tuple[int, ...], Path] = {}
        for copy_ in copies:
            at = made_at(copy_)
            if at is not None:
                newest.setdefault(part(at.date()), copy_)
        kept.update(list(newest.values())[:number])
    return [copy_ for copy_ in copies if copy_ not in kept]


def _day(day: date) -> tuple[int, ...]:
    return (day.toordinal(),)


def _week(day: date) -> tuple[int, ...]:
    return day.isocalendar()[:2]


def _month(day: date) -> tuple[int, ...]:
    return (day.year, day.month)


def put_back(copy_file: Path, register: Path, at: datetime) -> Path | None:
    """Make a copy the register; what was there is first kept under a dated name, which is returned.

    Raises BackupBroken, or DatabaseLocked while a program has the register open.
    """
    verify(copy_file)
    kept = None
    if register.exists():
        _nobody_has(register)
        kept = register.with_name(f"{register.stem}-truoc-khi-khoi-phuc-{at:{_STAMP}}{register.suffix}")
        if kept.exists():
            raise FileExists(str(kept))
    beside = register.with_name(f".{register.name}.{os.getpid()}.part")
    try:
        shutil.copyfile(copy_file, beside)
        sync(beside)
        verify(beside)
        if kept is not None:
            for ending in ("", "-wal", "-shm"):
                part = Path(f"{register}{ending}")
                if part.exists():
                    part.replace(f"{kept}{ending}")
        beside.replace(register)
    finally:
        beside.unlink(missing_ok=True)
    return kept


def _nobody_has(register: Path) -> None:
    """Refuse while somebody else writes; a damaged register is nobody's."""
    from sqlalchemy.exc import DBAPIError

    engine = dialect.sqlite_engine(register, patience=1)
    try:
        with engine.connect() as connection:
            connection.exec_driver_sql("PRAGMA locking_mode=EXCLUSIVE")
            connection.exec_driver_sql("BEGIN EXCLUSIVE")
            connection.rollback()
            connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
    except DBAPIError as error:
        if driver_words.is_locked(error):
            raise DatabaseLocked(str(register)) from error
    finally:
        engine.dispose()
