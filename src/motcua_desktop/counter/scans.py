"""Scans of papers: copied whole into the data folder first, then told by an event of their dossier."""

from __future__ import annotations

import hashlib
import json
import logging
import re
from collections.abc import Iterator, Sequence
from datetime import datetime
from itertools import islice
from pathlib import Path

from motcua_desktop.counter import moves, scan_files
from motcua_desktop.counter.desk import Desk
from motcua_desktop.counter.scan_files import ScanFile, Unreadable, digest_of, read
from motcua_desktop.domain.answers import Finding
from motcua_desktop.domain.carried import Carried
from motcua_desktop.domain.dossier import Dossier, Event
from motcua_desktop.domain.errors import FileExists, Refusal, UnknownComponent
from motcua_desktop.domain.lifecycle import Move, Status
from motcua_desktop.domain.rights import CARRIERS
from motcua_desktop.domain.scans import (
    FreshFile,
    Scan,
    ScanAlreadyThere,
    ScanChanged,
    ScanMissing,
    Scanned,
    UnknownScan,
    scans_of,
)
from motcua_desktop.files import write_whole
from motcua_desktop.persistence import events
from motcua_desktop.persistence.engine import Connection
from motcua_desktop.say import say

_LOG = logging.getLogger(__name__)
FOLDER = "scans"
#: The line of the log that says these scans lie on this machine; it does not travel.
KEPT = "scan_kept"
#: How many lines of the log are looked through for what the scanner's files became.
_LATELY = 5_000
_PATH = re.compile(r"scans/\d{4}/\d{2}/[0-9A-Za-z][0-9A-Za-z._-]{0,150}\.(pdf|jpg|png|tif)")


class Scans:
    """The scans of a dossier. Nothing is ever deleted: a scan that is removed can be brought back."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def of(self, dossier: Dossier) -> tuple[Scan, ...]:
        """The scans that stand, in the order they came."""
        return scans_of(dossier.events)

    def add(self, code: str, files: Sequence[Path], component: int = 0) -> Scanned:
        """Copy files into the data folder and keep them as scans of a dossier; the originals stay untouched.

        A file that is no PDF, JPEG, PNG or TIFF, breaks off, is too large, is there already or cannot be read
        is left out and told; it stops no other. `component`: the component they show, 0 for the whole
        dossier. Raises UnknownDossier, NotPermitted, UnknownComponent, or OSError when the data folder takes
        nothing; no scan is then kept.
        """
        with self._desk.database.read() as connection:
            dossier = moves.find(connection, code)
        moves.allow(self._desk, dossier, Move.SCAN, "")
        highest = max((c.number for c in dossier.procedure.components), default=0)
        if component and component not in {c.number for c in dossier.procedure.components}:
            raise UnknownComponent(component, highest)
        copied: list[Scan] = []
        left_out: list[tuple[str, str]] = []
        try:
            for path in files:
                try:
                    copied.append(self._copy(dossier, read(path), component, copied))
                except (Refusal, Unreadable) as trouble:
                    left_out.append((path.name, say(trouble.__cause__ or trouble)))
            added = self._tell(dossier, copied, left_out) if copied else ()
        except BaseException:
            self._drop(dossier, copied)
            raise
        return Scanned(self._again(dossier), added, tuple(left_out))

    def _copy(self, dossier: Dossier, file: ScanFile, component: int, copied: Sequence[Scan]) -> Scan:
        """Write the copy under its own name; its content is part of the name, so none is written over."""
        digest, known = file.sha256, scans_of(dossier.events, removed=True)
        _refuse_double(file.name, digest, [*(scan for scan in known if not scan.removed), *copied])
        number = max((scan.number for scan in known), default=0) + len(copied) + 1
        now = self._desk.now()
        name = f"{dossier.code}-{number:02d}-{digest[:8]}{file.ending}"
        scan = Scan(
            uid=self._desk.new_uid(),
            number=number,
            component=component,
            name=file.name,
            sha256=digest,
            bytes=len(file.content),
            at=now,
            officer=self._desk.officer.name,
            path=f"{FOLDER}/{now:%Y}/{now:%m}/{name}",
        )
        write_whole(self._desk.folder / scan.path, file.content)
        return scan

    def _tell(
        self, dossier: Dossier, copied: Sequence[Scan], left_out: list[tuple[str, str]]
    ) -> tuple[Scan, ...]:
        """One event a scan, all in one transaction; another window may have added one of them meanwhile."""
        told: list[str] = []
        with self._desk.database.write() as connection:
            now = moves.by_id(connection, dossier.id)
            for scan in copied:
                try:
                    _refuse_double(scan.name, scan.sha256, scans_of(now.events))
                except ScanAlreadyThere as refusal:
                    left_out.append((scan.name, say(refusal)))
                    continue
                moves.write(self._desk, connection, now, Move.SCAN, "", scan.facts())
                told.append(scan.uid)
            if told:
                self._desk.note(connection, KEPT, dossier.id, scans=" ".join(told))
            return tuple(s for s in scans_of(moves.by_id(connection, dossier.id).events) if s.uid in told)

    def _drop(self, dossier: Dossier, copied: Sequence[Scan]) -> None:
        """Copies nobody was told of; one that another window's scan needs stays."""
        needed = {scan.path for scan in scans_of(self._again(dossier).events, removed=True)}
        for scan in copied:
            if scan.path not in needed:
                try:
                    (self._desk.folder / scan.path).unlink(missing_ok=True)
                except OSError:
                    _LOG.warning("a copy of a scan of %s stays behind", dossier.code)

    def _again(self, dossier: Dossier) -> Dossier:
        with self._desk.database.read() as connection:
            return moves.by_id(connection, dossier.id)

    # -- taking one away, and back
    def remove(self, code: str, uid: str) -> Scanned:
        """Take a scan off its dossier. Its file stays, so that it can be brought back. Raises UnknownScan."""
        return self._mark(code, uid, Move.SCAN_REMOVED, removed=False)

    def bring_back(self, code: str, uid: str) -> Scanned:
        """Put a scan that was removed back on its dossier. Raises UnknownScan."""
        return self._mark(code, uid, Move.SCAN, removed=True)

    def _mark(self, code: str, uid: str, move: Move, *, removed: bool) -> Scanned:
        with self._desk.database.write() as connection:
            dossier = moves.find(connection, code)
            moves.allow(self._desk, dossier, move, "")
            for scan in scans_of(dossier.events, removed=True):
                if scan.uid == uid and scan.removed is removed:
                    moves.write(self._desk, connection, dossier, move, "", scan.facts())
                    return Scanned(moves.by_id(connection, dossier.id), (scan,))
        raise UnknownScan(dossier.code)

    # -- the scanner
    def fresh(self, folder: Path, most: int = 5) -> tuple[FreshFile, ...]:
        """The newest files of the scanner's folder that lately became no scan of any dossier, newest first.

        Raises OSError when the folder cannot be read.
        """
        found = scan_files.newest(folder)
        if not found:
            return ()
        with self._desk.database.read() as connection:
            since = events.head(connection).count - _LATELY
            told = events.of_kinds(connection, (Move.SCAN,), after=since)
            known = {(entry.facts or {}).get("sha256", "") for entry in told}
        unknown = (file for file in found if not scan_files.is_known(file, known))
        return tuple(islice(unknown, most))

    # -- the file
    def kept(self, scan: Scan) -> Path:
        """Its file, brought back from the copies when it is gone here.

        Raises ScanMissing, or ScanChanged when it is no longer what was kept.
        """
        path = place(self._desk.folder, scan)
        if path is None or not (path.is_file() or self._brought_back(scan, path)):
            raise ScanMissing(scan.name, scan.path)
        if digest_of(path) != scan.sha256:
            raise ScanChanged(scan.name, str(path))
        return path

    def export(self, code: str, folder: Path) -> tuple[Path, ...]:
        """Copy a dossier's scans into a folder under the names they are kept by; the log tells of it.

        What lies there already with the same content stays. Raises UnknownDossier, ScanMissing, ScanChanged
        before anything is written, FileExists for another file of that name, OSError.
        """
        self._desk.require(CARRIERS, "export")
        with self._desk.database.read() as connection:
            dossier = moves.find(connection, code)
        sources = [self.kept(scan) for scan in scans_of(dossier.events)]
        for source in sources:
            target = folder / source.name
            if target.exists() and digest_of(target) != digest_of(source):
                raise FileExists(str(target))
        if sources:
            self._desk.note_reading("export", dossier.id, scans=len(sources))
        for source in sources:
            write_whole(folder / source.name, source.read_bytes())
        return tuple(folder / source.name for source in sources)

    def _brought_back(self, scan: Scan, path: Path) -> bool:
        with self._desk.database.read() as connection:
            copies = self._desk.setting(connection, "backup_folder", "")
        content = as_kept(place(Path(copies), scan) if copies else None, scan)
        if content is not None:
            write_whole(path, content)
        return content is not None


def as_kept(path: Path | None, scan: Scan) -> bytes | None:
    """The content of a file when it is what was kept; None also for one that cannot be read."""
    try:
        content = path.read_bytes() if path is not None else b""
    except OSError:
        return None
    return content if hashlib.sha256(content).hexdigest() == scan.sha256 else None


def _refuse_double(name: str, digest: str, scans: Sequence[Scan]) -> None:
    for scan in scans:
        if scan.sha256 == digest:
            raise ScanAlreadyThere(name, scan.number)


def place(folder: Path, scan: Scan) -> Path | None:
    """Where a scan's file lies; None for a path no program of ours writes (another counter said it)."""
    if ".." in scan.path or not _PATH.fullmatch(scan.path):
        return None
    return folder / scan.path


def of_carried(carried: Carried) -> tuple[Scan, ...]:
    """The scans of a dossier as it travels."""
    kinds = {Move.SCAN.value, Move.SCAN_REMOVED.value}
    return scans_of(
        Event(
            line["uid"],
            datetime.fromisoformat(line["at"]),
            line["officer"],
            Move(line["kind"]),
            Status(line["status"]),
            facts=json.loads(line["facts"]),
        )
        for line in carried.events
        if line["kind"] in kinds
    )


def findings(connection: Connection, folder: Path) -> Iterator[Finding]:
    """Scans that stand and whose file is gone or is another one.

    A scan of another machine is looked at only where its file is here.
    """
    kept: set[str] = set()
    of_dossier: dict[int, list[events.LogEntry]] = {}
    for entry in events.of_kinds(connection, (Move.SCAN, Move.SCAN_REMOVED, KEPT)):
        if entry.kind == KEPT:
            kept.update((entry.facts or {}).get("scans", "").split())
        elif entry.dossier is not None:
            of_dossier.setdefault(entry.dossier, []).append(entry)
    for told in of_dossier.values():
        for scan in scans_of(map(events.as_event, told)):
            path = place(folder, scan)
            if path is not None and path.is_file():
                if digest_of(path) != scan.sha256:
                    yield Finding("scan_changed", scan.path)
            elif scan.uid in kept:
                yield Finding("scan_missing", scan.path)
