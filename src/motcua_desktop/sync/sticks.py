"""Removable disks that are plugged in, so that nobody has to look for the stick in a file dialog."""

from __future__ import annotations

import os
import re
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

from motcua_desktop.domain.exchange import Stick

_MOUNTS = Path("/proc/self/mounts")
_PLACES = ("/media/", "/run/media/")
_REMOVABLE = 2  # GetDriveType: DRIVE_REMOVABLE


def sticks(mounts: Path = _MOUNTS) -> tuple[Stick, ...]:
    """The removable disks of this machine, by name; none where the system does not say."""
    if sys.platform == "win32":
        found = _windows_drives()
    else:
        found = _mounted(mounts)
    return tuple(sorted((stick for path in found if (stick := _stick(path))), key=lambda stick: stick.name))


def _stick(path: Path) -> Stick | None:
    try:
        free = shutil.disk_usage(path).free
    except OSError:
        return None
    return Stick(path, path.name or str(path), free, os.access(path, os.W_OK))


def _mounted(mounts: Path) -> Iterator[Path]:
    try:
        lines = mounts.read_text(encoding="utf-8", errors="surrogateescape").splitlines()
    except OSError:
        return
    for line in lines:
        parts = line.split(" ")
        if len(parts) > 2:
            # The kernel writes a space in a name as \040.
            place = re.sub(r"\\([0-7]{3})", lambda found: chr(int(found[1], 8)), parts[1])
            if place.startswith(_PLACES):
                yield Path(place)


def _windows_drives() -> Iterator[Path]:
    import ctypes

    kernel = getattr(ctypes, "windll").kernel32  # noqa: B009 - only Windows has it
    letters = kernel.GetLogicalDrives()
    for number in range(26):
        root = f"{chr(ord('A') + number)}:\\"
        if letters >> number & 1 and kernel.GetDriveTypeW(root) == _REMOVABLE:
            yield Path(root)
