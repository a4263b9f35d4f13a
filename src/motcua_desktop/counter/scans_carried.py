"""Files that came along in a package: scans where their dossier's log says that they lie, and papers."""

from __future__ import annotations

import hashlib
import logging
from collections.abc import Iterator
from pathlib import Path

from motcua_desktop.counter import moves, papers_carried, scans
from motcua_desktop.counter.desk import Desk
from motcua_desktop.domain.errors import UnknownDossier
from motcua_desktop.domain.scans import LARGEST, Scan, scans_of
from motcua_desktop.files import whole_file
from motcua_desktop.sync.opening import Package

_LOG = logging.getLogger(__name__)


class _NotTheScan(Exception):
    """The file is not what the dossier's log says."""


def keep(desk: Desk, package: Package, sender: str) -> int:
    """Keep the files whose dossier is here now; returns how many. The package of `sender` was merged before.

    What is neither scan nor paper of ours, is here already or is not what the log says is passed over.
    Trouble with the disk stops it and is written to the log: the dossiers are safe, and a check does not look
    for files that were not kept.
    """
    kept = 0
    try:
        for name, blocks in package.attachments():
            found = _scan_called(desk, name)
            if found is None:
                kept += papers_carried.keep(desk, name, blocks, sender)
            if found is not None and _write(desk.folder, found[1], blocks):
                with desk.database.write() as connection:
                    desk.note(connection, scans.KEPT, found[0], scans=found[1].uid)
                kept += 1
    except OSError:
        _LOG.exception("the files of a package")
    return kept


def _scan_called(desk: Desk, name: str) -> tuple[int, Scan] | None:
    """The scan with a file of this name (code-number-hash), and its dossier's row."""
    code = name.rsplit("-", 2)[0]
    with desk.database.read() as connection:
        try:
            dossier = moves.find(connection, code)
        except UnknownDossier:
            return None
    for scan in scans_of(dossier.events):
        if Path(scan.path).name == name and scans.place(desk.folder, scan) is not None:
            return dossier.id, scan
    return None


def _write(folder: Path, scan: Scan, blocks: Iterator[bytes]) -> bool:
    path, digest, size = scans.place(folder, scan), hashlib.sha256(), 0
    if path is None or path.exists():
        return False
    try:
        with whole_file(path) as file:
            for block in blocks:
                size += len(block)
                if size > LARGEST:
                    raise _NotTheScan
                digest.update(block)
                file.write(block)
            if digest.hexdigest() != scan.sha256:
                raise _NotTheScan
    except _NotTheScan:
        return False
    return True
