"""Instants and days as the texts the tables hold."""

from __future__ import annotations

from datetime import datetime


def text(instant: datetime | None) -> str | None:
    """ISO with seconds, or None."""
    return None if instant is None else instant.isoformat(timespec="seconds")


def sure_text(instant: datetime) -> str:
    """ISO with seconds."""
    return instant.isoformat(timespec="seconds")


def instant(value: str | None) -> datetime | None:
    """The instant behind `text`."""
    return None if value is None else datetime.fromisoformat(value)
