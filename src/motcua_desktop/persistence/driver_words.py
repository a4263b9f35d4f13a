"""What the database driver means by its error texts, on SQLite and on a server."""

from __future__ import annotations


def says(error: BaseException) -> str:
    """What the driver said, without our statement and its values."""
    return str(getattr(error, "orig", None) or error).lower()


def is_locked(error: BaseException) -> bool:
    """Whether the database said that somebody else holds it."""
    return any(word in says(error) for word in ("is locked", "is busy", "lock timeout"))


def is_full(error: BaseException) -> bool:
    """Whether there is no room left on the disk."""
    return "is full" in says(error) or "no space left" in says(error)


def is_read_only(error: BaseException) -> bool:
    """Whether the file or its folder may not be written to."""
    return any(
        word in says(error) for word in ("readonly", "read-only", "unable to open", "permission denied")
    )


def is_damaged(error: BaseException) -> bool:
    """Whether the file is no database, or a broken one."""
    return any(word in says(error) for word in ("malformed", "not a database", "corrupt", "encrypted"))


def is_disk_trouble(error: BaseException) -> bool:
    """Whether the disk itself failed while reading or writing."""
    return "disk i/o error" in says(error)
