"""Carrying the counter's work to the province."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from motcua_desktop.counter.desk import Desk
from motcua_desktop.domain.dossier import Period
from motcua_desktop.persistence import dossiers, queries
from motcua_desktop.sync import lines, portal


class Exchange:
    """Sync files out and in."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def export_day(self, out: Path, period: Period | None = None) -> int:
        """Write the dossiers received in the period (today) as a sealed JSON-lines file.

        Returns how many. Raises OSError; a file is there whole or not at all.
        """
        today = self._desk.now().date()
        period = period or Period(today, today)
        count = lines.write(out, self._records(period))
        with self._desk.database.write() as connection:
            self._desk.note(connection, "export", file=out.name, count=count)
        return count

    def _records(self, period: Period) -> Iterator[dict[str, Any]]:
        start = datetime.combine(period.start, datetime.min.time())
        end = datetime.combine(period.end + timedelta(days=1), datetime.min.time())
        with self._desk.database.read() as connection:
            office = self._desk.office(connection)
            for key in queries.received_between(connection, start, end):
                dossier = dossiers.get(connection, key)
                if dossier is not None:
                    yield portal.dossier_record(dossier, office)


def verify_file(path: Path) -> int:
    """Check a sync file's seals; returns how many dossiers it holds. Raises SyncFileBroken or OSError."""
    return lines.verify(path)
