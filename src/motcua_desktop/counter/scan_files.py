"""Files that may become scans: what they are by their content, and which of them are new in a folder."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from motcua_desktop.clock import VIETNAM
from motcua_desktop.domain.scans import (
    LARGEST,
    FreshFile,
    NotAScan,
    ScanTooLarge,
    ScanUnfinished,
)
from motcua_desktop.domain.text import clean

_LONGEST_NAME = 120
_ENDINGS = (".pdf", ".jpg", ".jpeg", ".png", ".tif", ".tiff")
#: How many of the newest files of a folder are looked at.
_NEWEST = 12


@dataclass(frozen=True, slots=True)
class ScanFile:
    """A file that may be kept: what it is called, what is in it, which ending its content has."""

    name: str
    content: bytes
    ending: str

    @property
    def sha256(self) -> str:
        """The hash of its content."""
        return hashlib.sha256(self.content).hexdigest()


class Unreadable(Exception):
    """The file could not be read; its cause says why."""


def read(path: Path) -> ScanFile:
    """A file somebody chose. Raises NotAScan, ScanUnfinished, ScanTooLarge or Unreadable."""
    name = clean(path.name)[-_LONGEST_NAME:]
    try:
        with path.open("rb") as file:
            content = file.read(LARGEST + 1)
            size = max(len(content), path.stat().st_size)
    except OSError as error:
        raise Unreadable from error
    if size > LARGEST:
        raise ScanTooLarge(name, -(-size // 1_000_000), LARGEST // 1_000_000)
    ending = ending_of(content)
    if not ending:
        raise NotAScan(name)
    if not _is_whole(content, ending):
        raise ScanUnfinished(name)
    return ScanFile(name, content, ending)


def ending_of(content: bytes) -> str:
    """The ending a file has by what is in it, "" when it is no scan."""
    if b"%PDF-" in content[:1024]:
        return ".pdf"
    kinds = {b"\xff\xd8\xff": ".jpg", b"\x89PNG\r\n\x1a\n": ".png", b"II*\0": ".tif", b"MM\0*": ".tif"}
    return next((ending for start, ending in kinds.items() if content.startswith(start)), "")


def _is_whole(content: bytes, ending: str) -> bool:
    """Whether the end mark of its format is there; a TIFF has none."""
    if ending == ".pdf":
        return b"%%EOF" in content[-4096:]
    marks = {".jpg": b"\xff\xd9", ".png": b"IEND"}
    return ending not in marks or marks[ending] in content


def digest_of(path: Path) -> str:
    """The SHA-256 of a file's content. Raises OSError."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def newest(folder: Path) -> list[FreshFile]:
    """The newest files of a folder that look like scans, newest first. Raises OSError."""
    found = []
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.name.lower().endswith(_ENDINGS) and not entry.name.startswith(".") and entry.is_file():
                told = entry.stat()
                at = datetime.fromtimestamp(told.st_mtime, VIETNAM).replace(tzinfo=None, microsecond=0)
                found.append((told.st_mtime_ns, FreshFile(Path(entry.path), at, told.st_size)))
    return [file for _at, file in sorted(found, key=lambda one: one[0], reverse=True)[:_NEWEST]]


def is_known(file: FreshFile, digests: Collection[str]) -> bool:
    """Whether its content is one of these; what is too large or cannot be read is not."""
    try:
        return file.bytes <= LARGEST and digest_of(file.path) in digests
    except OSError:
        return False
