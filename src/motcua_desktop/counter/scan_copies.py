"""Copies of the scans beside the copies of the register: each file once, known by its content.

They lie under the same names as in the data folder, so that a person who has nothing but the copies finds a
dossier's papers by its code. A name holds the start of its content's hash: no two scans share one, and
several machines may copy to one place.
"""

from __future__ import annotations

import errno
import json
import os
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from motcua_desktop.counter import scans
from motcua_desktop.counter.scan_files import digest_of
from motcua_desktop.domain.lifecycle import Move
from motcua_desktop.domain.scans import Scan, ScansBack, ScansCopied, Step, no_step, scans_of
from motcua_desktop.files import free_bytes, write_whole
from motcua_desktop.persistence import events
from motcua_desktop.persistence.engine import Connection, Database

#: So much room stays free for the copies of the register, in bytes: they come before the scans.
ROOM_LEFT = 200_000_000
#: A place is looked over file by file at least so often; between, only new scans are thought of.
LOOKED_OVER_EVERY = timedelta(days=7)


def copy(
    database: Database, folder: Path, to: Path, today: date, *, whole: bool = False, step: Step = no_step
) -> ScansCopied:
    """Copy what `to` does not hold yet of the scans this machine keeps, each verified by its hash.

    A mark in `to` says up to which line of the log all is there; `whole` looks every file over again.
    Whatever stops the run (`step`, the disk), the next one finds what is there. Raises OSError.
    """
    if not (folder / scans.FOLDER).is_dir():
        return ScansCopied()
    with database.read() as connection:
        before = _read_mark(connection, to)
        whole = whole or today - before.looked_over >= LOOKED_OVER_EVERY
        kept = list(_kept(connection, 0 if whole else before.line))
        end = events.head(connection).count
    written, amiss = 0, []
    for done, (_line, scan) in enumerate(kept):
        step(done, len(kept))
        outcome = _copy_one(folder, to, scan)
        written += outcome is True
        if outcome is None:
            amiss.append(scan.path)
    if kept:
        _write_mark(database, to, _Mark(end, today if whole else before.looked_over))
    return ScansCopied(written, len(kept) - len(amiss), tuple(amiss))


def bring_back(database: Database, folder: Path, place: Path) -> ScansBack:
    """Fill what is gone from the data folder with the copies in `place`; nothing that is there is touched.

    What the disk does not take is missing too: the register is back already.
    """
    with database.read() as connection:
        kept = [scan for _line, scan in _kept(connection, 0)]
    brought, missing = 0, []
    for scan in kept:
        path = scans.place(folder, scan)
        if path is not None and not path.is_file():
            if _put(path, scans.as_kept(scans.place(place, scan), scan)):
                brought += 1
            else:
                missing.append(scan.path)
    return ScansBack(brought, tuple(missing))


def _put(path: Path, content: bytes | None) -> bool:
    try:
        if content is not None:
            write_whole(path, content)
    except OSError:
        return False
    return content is not None


def lacking(database: Database, place: Path) -> Iterator[str]:
    """The scans a place should hold by its own mark and does not, read again one by one."""
    with database.read() as connection:
        passed = _read_mark(connection, place).line
        kept = [scan for line, scan in _kept(connection, 0) if line <= passed]
    for scan in kept:
        if scans.as_kept(scans.place(place, scan), scan) is None:
            yield scan.path


def _kept(connection: Connection, after: int) -> Iterator[tuple[int, Scan]]:
    """The scans said to lie on this machine by lines of the log after `after`, each with its line."""
    told: dict[str, Scan] = {}
    for line, entry in events.numbered(connection, (Move.SCAN, scans.KEPT), after):
        if entry.kind != scans.KEPT:
            told.update({scan.uid: scan for scan in scans_of([events.as_event(entry)])})
            continue
        for uid in (entry.facts or {}).get("scans", "").split():
            # One that another counter added was told long before its file came.
            scan = told.pop(uid, None) or _of_dossier(connection, entry.dossier, uid)
            if scan is not None and scans.place(Path(), scan) is not None:
                yield line, scan


def _of_dossier(connection: Connection, dossier: int | None, uid: str) -> Scan | None:
    told = () if dossier is None else events.of_dossier(connection, dossier)
    return next((scan for scan in scans_of(told, removed=True) if scan.uid == uid), None)


def _copy_one(folder: Path, to: Path, scan: Scan) -> bool | None:
    """True for a file written, False for one that was there, None where ours is not what was kept."""
    target = to / scan.path
    if target.is_file() and target.stat().st_size == scan.bytes:
        return False
    content = scans.as_kept(folder / scan.path, scan)
    if content is None:
        return None
    target.parent.mkdir(parents=True, exist_ok=True)
    room = free_bytes(target.parent)
    if room is not None and room < ROOM_LEFT + len(content):
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), str(to))
    write_whole(target, content)
    if digest_of(target) != scan.sha256:
        target.unlink(missing_ok=True)
        raise OSError(errno.EIO, os.strerror(errno.EIO), str(target))
    return True


@dataclass(frozen=True, slots=True)
class _Mark:
    """Up to which line of the log a place holds the scans, and when it was last looked over file by file.

    Kept in the place itself, so that another stick starts anew; so does a register that was put back or
    another one, which has another line under that number.
    """

    line: int = 0
    looked_over: date = date.min


def _mark_file(connection: Connection, place: Path) -> Path:
    """One for each register that copies to the place."""
    return place / scans.FOLDER / f"motcua-{events.hash_at(connection, 1).hex()[:12]}.json"


def _read_mark(connection: Connection, place: Path) -> _Mark:
    try:
        told = json.loads(_mark_file(connection, place).read_text(encoding="utf-8"))
        mark = _Mark(int(told["line"]), date.fromisoformat(told["looked_over"]))
        return mark if told["hash"] == events.hash_at(connection, mark.line).hex() else _Mark()
    except (OSError, ValueError, KeyError, TypeError):
        return _Mark()


def _write_mark(database: Database, place: Path, mark: _Mark) -> None:
    with database.read() as connection:
        path = _mark_file(connection, place)
        said = {
            "line": mark.line,
            "hash": events.hash_at(connection, mark.line).hex(),
            "looked_over": mark.looked_over.isoformat(),
        }
    write_whole(path, json.dumps(said).encode())
