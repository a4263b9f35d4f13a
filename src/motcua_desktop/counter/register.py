"""Finding and reading dossiers; nothing here changes one."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from motcua_desktop.counter import dates, moves
from motcua_desktop.counter.desk import Desk
from motcua_desktop.domain.dossier import Dossier, DossierLine
from motcua_desktop.domain.lifecycle import Move, Role, moves_from
from motcua_desktop.domain.trace import Trace
from motcua_desktop.persistence import dossiers, queries

#: A dossier is near due when it falls due within this many working days (setting `near_due_days`).
NEAR_DUE_DAYS = 3


class Register:
    """Lists by working time left, single dossiers, and why their dates are what they are."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def dossier(self, code: str) -> Dossier:
        """The dossier with this code, ours or the official one. Raises UnknownDossier."""
        with self._desk.database.read() as connection:
            return moves.find(connection, code)

    def by_id(self, key: int) -> Dossier | None:
        """The dossier of a list row."""
        with self._desk.database.read() as connection:
            return dossiers.get(connection, key)

    def why(self, dossier: Dossier) -> Trace | None:
        """Every day between receipt and due, and why it counted or not; None without a running term."""
        with self._desk.database.read() as connection:
            calendar = self._desk.calendar(connection)
            return dates.trace_of_dossier(calendar, dossier, self._desk.policy(connection))

    def may(self, dossier: Dossier) -> tuple[Move, ...]:
        """What the officer at the desk may do to it now."""
        return moves_from(dossier.status, Role(self._desk.officer.role))

    def newest(self, limit: int = 100, before: tuple[datetime, int] | None = None) -> list[DossierLine]:
        """The newest dossiers, a page at a time."""
        with self._desk.database.read() as connection:
            return queries.newest(connection, limit, before)

    def overdue(self) -> list[DossierLine]:
        """Dossiers in work whose promise has passed, latest first in need."""
        now = self._desk.now()
        with self._desk.database.read() as connection:
            return queries.running_until(connection, now - timedelta(seconds=1))

    def near_due(self, working_days: int = NEAR_DUE_DAYS) -> list[DossierLine]:
        """Dossiers in work that fall due today or within `working_days` working days, and are not late."""
        now = self._desk.now()
        with self._desk.database.read() as connection:
            calendar = self._desk.calendar(connection)
            last = calendar.nth_working_day(now.date(), working_days)
            until = datetime.combine(last, datetime.max.time())
            return queries.running_until(connection, until, after=now - timedelta(seconds=1))

    def summary(self) -> dict[str, Any]:
        """What the register says of itself, every number read from the database."""
        now = self._desk.now()
        near, late = len(self.near_due()), len(self.overdue())
        with self._desk.database.read() as connection:
            numbers = queries.summary(connection, now)
            office = self._desk.office(connection).counter_name
        return {"office": office, "now": now, **numbers, "near_due": near, "overdue": late}
