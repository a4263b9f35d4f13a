"""Keeping the register and its scans safe: check-up, copies, and putting a copy back."""

from __future__ import annotations

import errno
import logging
import os
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path

from motcua_desktop import paths
from motcua_desktop.counter.desk import Desk
from motcua_desktop.domain.answers import Caution, Checkup, Finding
from motcua_desktop.domain.file_errors import CopyPlaceGone
from motcua_desktop.domain.rights import ADMINISTRATORS, CARRIERS
from motcua_desktop.domain.scans import ScansBack, ScansCopied, Step, no_step
from motcua_desktop.files import free_bytes
from motcua_desktop.persistence import backup, events, invariants, places, settings
from motcua_desktop.persistence.engine import Database

_LOG = logging.getLogger(__name__)
#: How many daily, weekly and monthly copies stay (setting `backup_kept`), and where they lie.
KEPT = (7, 4, 12)
FOLDER = "backups"
#: Below this much room the officer is told, in bytes.
LITTLE_ROOM = 500_000_000


@dataclass(frozen=True, slots=True)
class Copy:
    """The newest automatic copy: where and when, and how many lines the log had."""

    path: Path
    at: datetime
    lines: int


@dataclass(frozen=True, slots=True)
class CopyState:
    """How the copies stand, and where they go.

    `apart`: that lies outside the data folder, so scans go there too; `is_there`: the place is there now;
    `trouble`: what last kept scans from being copied.
    """

    folder: Path
    apart: bool
    is_there: bool
    last: Copy | None
    trouble: OSError | None


@dataclass(frozen=True, slots=True)
class Restored:
    """A copy was put back. `kept` is the register that was there before; `missing` the codes it had more.

    `scans` tells the files of scans that came back with it and those no copy holds.
    """

    kept: Path | None
    dossiers: int
    missing: tuple[str, ...]
    scans: ScansBack = field(default_factory=ScansBack)


class Safekeeping:
    """What an officer does once a day and before anything risky."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def check(self) -> Checkup:
        """Look the register over: the file itself, its references, what must always hold, and its scans."""
        from motcua_desktop.counter import scans

        with self._desk.database.read() as connection:
            found = invariants.check(connection)
            amiss = tuple(scans.findings(connection, self._desk.folder))
        return replace(found, findings=found.findings + tuple(self._with_copies(amiss)))

    def _with_copies(self, amiss: tuple[Finding, ...]) -> Iterator[Finding]:
        """What is amiss with scans, seen together with their copies; these are read again too."""
        from motcua_desktop.counter import scan_copies

        state = self.state()
        for finding in amiss:
            copied = state.apart and (state.folder / finding.where).is_file()
            yield Finding("scan_in_copy", finding.where) if copied else finding
        if state.apart and state.is_there:
            for path in scan_copies.lacking(self._desk.database, state.folder):
                yield Finding("scan_copy_missing", path)

    def backup(self, out: Path) -> Path:
        """A verified copy of the register at `out`, never over another file.

        It holds every citizen's data: raises NotPermitted for those who only look, FileExists or OSError.
        """
        self._desk.require(CARRIERS, "backup")
        backup.copy(self._desk.database, out)
        with self._desk.database.write() as connection:
            self._desk.note(connection, "backup", to=out.name)
        return out

    def automatic(self, *, closing: bool = False) -> Copy | None:
        """The daily copy, or the one made on closing, where the register has changed since the last there.

        Copies too many are removed. Returns the new copy, None when none was needed. Where the chosen place
        is not there, the copy is made beside the register, and CopyPlaceGone is raised all the same.
        """
        if self._desk.open_database.read_only:
            return None
        try:
            return self._copy_to(self._place(), closing)
        except CopyPlaceGone:
            self._copy_to(self._desk.folder / FOLDER, closing)
            raise

    def _copy_to(self, folder: Path, closing: bool) -> Copy | None:
        database, now, last = self._desk.open_database, self._desk.now(), self.last_copy()
        with database.read() as connection:
            lines = events.head(connection).count
            kept = tuple(settings.get(connection, "backup_kept", KEPT))
        there = last is not None and last.path.parent == folder
        if last and there and (last.lines == lines or (not closing and last.at.date() == now.date())):
            return None
        out = folder / backup.name_of(now)
        if out.exists():
            return None
        backup.copy(database, out)
        made = Copy(out, now, lines + 1)
        with database.write() as connection:
            self._desk.note(connection, "backup", to=out.name)
            value = {"path": str(out), "at": now.isoformat(timespec="seconds"), "lines": made.lines}
            settings.put(connection, "last_backup", value)
        for old in backup.too_many(backup.automatic_copies(folder), *kept):
            old.unlink(missing_ok=True)
        return made

    def copy_scans(self, beside: Path | None = None, *, step: Step = no_step) -> ScansCopied:
        """Copy scans that are not there yet beside a copy of the register, or where the automatic ones go.

        Nothing is done where that lies in the data folder: a second copy on one disk takes its room and is
        lost with it. What stands in the way of an automatic run is kept for `state`, and raised (OSError).
        """
        from motcua_desktop.counter import scan_copies

        desk, place = self._desk, beside or self._place()
        if desk.open_database.read_only or not self._is_apart(place):
            return ScansCopied()
        try:
            copied = scan_copies.copy(
                desk.open_database, desk.folder, place, desk.now().date(), whole=beside is not None, step=step
            )
        except OSError as error:
            if beside is None:
                self._keep_trouble([error.errno or errno.EIO, str(error.filename or place)])
            raise
        if beside is None:
            self._keep_trouble(None)
        return copied

    def _keep_trouble(self, told: list[int | str] | None) -> None:
        with self._desk.open_database.read() as connection:
            before = settings.get(connection, "scans_not_copied")
        if told != before:
            with self._desk.open_database.write() as connection:
                settings.put(connection, "scans_not_copied", told)

    def _place(self) -> Path:
        """Where the automatic copies go. Raises CopyPlaceGone for a chosen one that is not there: a stick
        pulled out must not become a folder of this disk."""
        with self._desk.open_database.read() as connection:
            chosen = settings.get(connection, "backup_folder", "")
        if chosen and not Path(chosen).is_dir():
            raise CopyPlaceGone(chosen)
        return self._folder(chosen)

    def _is_apart(self, place: Path) -> bool:
        return not place.resolve().is_relative_to(self._desk.folder.resolve())

    def state(self) -> CopyState:
        """How the copies stand now."""
        with self._desk.open_database.read() as connection:
            folder = self._folder(settings.get(connection, "backup_folder", ""))
            told = settings.get(connection, "scans_not_copied")
        trouble = OSError(told[0], os.strerror(told[0]), told[1]) if told else None
        apart = self._is_apart(folder)
        return CopyState(folder, apart, folder.is_dir() or not apart, self.last_copy(), trouble)

    def _folder(self, chosen: str) -> Path:
        return Path(chosen) if chosen else self._desk.folder / FOLDER

    def last_copy(self) -> Copy | None:
        """The newest automatic copy."""
        with self._desk.open_database.read() as connection:
            value = settings.get(connection, "last_backup")
        if not value:
            return None
        return Copy(Path(value["path"]), datetime.fromisoformat(value["at"]), int(value["lines"]))

    def copies(self) -> tuple[Path, ...]:
        """The automatic copies that are there, the newest first."""
        with self._desk.database.read() as connection:
            folder = self._folder(settings.get(connection, "backup_folder", ""))
        return tuple(backup.automatic_copies(folder))

    def cautions(self) -> tuple[Caution, ...]:
        """What threatens the register where it lies, in words `say` knows; empty when all is well."""
        database, found = self._desk.open_database, []
        if database.read_only:
            found.append(Caution("folder", "read_only", (str(self._desk.folder),)))
        if places.is_on_network(database.path):
            found.append(Caution("folder", "network_share", (str(self._desk.folder),)))
        room = free_bytes(self._desk.folder)
        if room is not None and room < LITTLE_ROOM:
            found.append(Caution("folder", "little_room", (str(room // 1_000_000),)))
        state = self.state()
        if not state.is_there:
            found.append(Caution("folder", "copies_gone", (str(state.folder),)))
        elif state.trouble is not None:
            found.append(Caution("folder", "scans_not_copied", (str(state.folder),)))
        with database.read() as connection:
            newest = self._desk.clock_set_back(connection)
        if newest is not None:
            found.append(Caution("clock", "clock_set_back", (f"{newest:%H:%M %d/%m/%Y}",)))
        return tuple(found)

    def restore(self, copy_file: Path) -> Restored:
        """Put a copy back as the register; this counter is closed by it and must be opened again.

        Only for administrators. Raises BackupBroken, DatabaseLocked.
        """
        self._desk.require(ADMINISTRATORS, "restore")
        who, now = self._desk.officer.name, self._desk.now()
        self._desk.open_database.close()
        _LOG.info("restore by an administrator")
        return restore(self._desk.folder, copy_file, now, who)


def restore(folder: Path, copy_file: Path, now: datetime, officer: str) -> Restored:
    """Put a copy back where nobody has the register open; what was there stays under a dated name.

    Serials given out since the copy are never given again, and the log of the restored register says so.
    Scans that are gone from the data folder come back from beside the copy.
    """
    from motcua_desktop.counter import scan_copies

    register = paths.database(folder)
    folder.mkdir(parents=True, exist_ok=True)
    kept = backup.put_back(copy_file, register, now)
    database = Database(register)
    try:
        missing = invariants.take_over_serials(database, kept)
        with database.write() as connection:
            at = max(now, datetime.fromisoformat(events.head(connection).at or now.isoformat()))
            facts = {"from": copy_file.name, "kept": kept.name if kept else "", "missing": str(len(missing))}
            uid = f"restore-{now:%Y%m%d%H%M%S}-{events.head(connection).count}"
            events.append(connection, events.LogEntry(uid, at, officer, "restore", facts=facts))
        with database.read() as connection:
            dossiers = invariants.count_dossiers(connection)
        back = scan_copies.bring_back(database, folder, copy_file.parent)
    finally:
        database.close()
    return Restored(kept, dossiers, missing, back)
