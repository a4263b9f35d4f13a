"""Scans of a dossier's papers (Decree 118/2025 Art. 17.1c): what was kept, what is refused."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from motcua_desktop.domain.dossier import Dossier, Event
from motcua_desktop.domain.errors import Refusal
from motcua_desktop.domain.lifecycle import Move

#: The largest scan that is kept, in bytes.
LARGEST = 30_000_000


@dataclass(frozen=True, slots=True)
class Scan:
    """One scanned paper. `component` is the number of the component it shows, 0 for the whole dossier.

    `uid` tells scans apart on every machine; `number` counts them within the dossier and is never used
    again. `name` is what the file was called, `path` where its copy lies in the data folder, `bytes` its
    size.
    """

    uid: str
    number: int
    component: int
    name: str
    sha256: str
    bytes: int
    at: datetime
    officer: str
    path: str
    removed: bool = False

    def facts(self) -> dict[str, str]:
        """What the log says of it; officer and instant are the line's own."""
        return {
            "scan": self.uid,
            "number": str(self.number),
            "component": str(self.component),
            "name": self.name,
            "sha256": self.sha256,
            "bytes": str(self.bytes),
            "path": self.path,
        }


@dataclass(frozen=True, slots=True)
class FreshFile:
    """A file that lies in the scanner's folder: since when, and how many bytes."""

    path: Path
    at: datetime
    bytes: int


@dataclass(frozen=True, slots=True)
class Scanned:
    """The answer of a press: the scans that were kept, each file left out (its name, the sentence why)."""

    dossier: Dossier
    added: tuple[Scan, ...] = ()
    left_out: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class ScansCopied:
    """What copying did: files written, files that are there now, paths whose file here is gone or changed."""

    written: int = 0
    there: int = 0
    amiss: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ScansBack:
    """What came back into the data folder, and the paths no copy holds."""

    brought: int = 0
    missing: tuple[str, ...] = ()


#: Told how far work on many files is (done, of how many); raises to stop it between two of them.
Step = Callable[[int, int], None]


def no_step(_done: int, _total: int) -> None:
    """Nobody watches."""


def scans_of(events: Iterable[Event], *, removed: bool = False) -> tuple[Scan, ...]:
    """The scans of a dossier in the order they came; those taken away only with `removed`.

    Events of another counter may say anything: one that makes no scan is passed over.
    """
    found: dict[str, Scan] = {}
    for event in events:
        uid = str(event.facts.get("scan", ""))
        if event.move is Move.SCAN and uid in found:
            found[uid] = replace(found[uid], removed=False)
        elif event.move is Move.SCAN and (made := _scan(uid, event)) is not None:
            found[uid] = made
        elif event.move is Move.SCAN_REMOVED and uid in found:
            found[uid] = replace(found[uid], removed=True)
    return tuple(scan for scan in found.values() if removed or not scan.removed)


def _scan(uid: str, event: Event) -> Scan | None:
    facts = event.facts
    try:
        return Scan(
            uid=uid,
            number=int(facts["number"]),
            component=int(facts["component"]),
            name=str(facts["name"]),
            sha256=str(facts["sha256"]),
            bytes=int(facts["bytes"]),
            at=event.at,
            officer=event.officer,
            path=str(facts["path"]),
        )
    except (KeyError, ValueError, TypeError):
        return None


@dataclass
class NotAScan(Refusal):
    """The file is no picture and no PDF, whatever its name says."""

    name: str


@dataclass
class ScanUnfinished(Refusal):
    """The file breaks off: the scanner still writes it, or it was cut."""

    name: str


@dataclass
class ScanTooLarge(Refusal):
    """The file is larger than what is kept; both in megabytes."""

    name: str
    megabytes: int
    most: int


@dataclass
class ScanAlreadyThere(Refusal):
    """The dossier has a scan with just this content."""

    name: str
    number: int


@dataclass
class UnknownScan(Refusal):
    """The dossier has no such scan, or it stands already as is wanted."""

    code: str


@dataclass
class ScanMissing(Refusal):
    """The file is not on this machine: another one added it, or it was taken out of the folder."""

    name: str
    path: str


@dataclass
class ScanChanged(Refusal):
    """The file is no longer what was kept."""

    name: str
    path: str
