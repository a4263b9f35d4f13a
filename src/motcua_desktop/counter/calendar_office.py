"""The office's calendar: what a day is, and why."""

from __future__ import annotations

from motcua_desktop.counter.desk import Desk
from motcua_desktop.domain.calendar import WorkingCalendar


class CalendarOffice:
    """Reading the working calendar and deciding changes of it."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def calendar(self) -> WorkingCalendar:
        """The working calendar in its newest edition."""
        with self._desk.database.read() as connection:
            return self._desk.calendar(connection)
