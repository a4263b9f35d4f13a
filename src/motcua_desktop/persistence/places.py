"""Where a register file lies: on this computer's disk, or on another machine's."""

from __future__ import annotations

import os
import sys
from pathlib import Path

_REMOTE = frozenset(
    "nfs nfs4 cifs smb smb2 smb3 smbfs ncpfs afs 9p davfs fuse.sshfs fuse.rclone fuse.davfs glusterfs".split()
)
_DRIVE_REMOTE = 4


def is_on_network(path: Path) -> bool:
    """Whether the file is on a network share, where SQLite's locks cannot be trusted."""
    full = path.absolute()
    if sys.platform == "win32":  # pragma: no cover - asked of Windows itself
        import ctypes

        if str(full).startswith("\\\\"):
            return True
        return bool(ctypes.windll.kernel32.GetDriveTypeW(full.anchor) == _DRIVE_REMOTE)
    try:
        mounts = Path("/proc/mounts").read_text(encoding="utf-8").splitlines()
    except OSError:
        return False
    return kind_of_place(full, mounts) in _REMOTE


def kind_of_place(path: Path, mounts: list[str]) -> str:
    """The file system type of the longest mount point above `path`, "" when none is."""
    best, kind = "", ""
    for line in mounts:
        _device, point, found, *_rest = line.split(" ")
        point = point.replace("\\040", " ")
        inside = point == "/" or f"{path}/".startswith(f"{point.rstrip('/')}/")
        if inside and len(point) >= len(best):
            best, kind = point, found
    return kind


def journal_for(path: Path) -> str:
    """WAL needs shared memory, which a network share does not give."""
    return "DELETE" if is_on_network(path) else "WAL"


def is_writable(folder: Path) -> bool:
    """Whether this user may write into the folder."""
    return os.access(folder, os.W_OK)
