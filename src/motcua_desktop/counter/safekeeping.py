"""Keeping the register safe: check-up and copies."""

from __future__ import annotations

from pathlib import Path

from motcua_desktop.counter.desk import Desk
from motcua_desktop.domain.answers import Checkup
from motcua_desktop.persistence import backup, invariants


class Safekeeping:
    """What an officer does once a day and before anything risky."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def check(self) -> Checkup:
        """Look the register over: the file itself, its references, and what must always hold."""
        with self._desk.database.read() as connection:
            return invariants.check(connection)

    def backup(self, out: Path) -> Path:
        """A verified copy of the register at `out`, never over another file. Raises FileExists or OSError."""
        backup.copy(self._desk.database, out)
        with self._desk.database.write() as connection:
            self._desk.note(connection, "backup", to=out.name)
        return out
