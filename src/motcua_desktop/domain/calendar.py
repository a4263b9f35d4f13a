"""The working calendar: on which days and minutes the office's time runs.

Built once and never changed. Past the last day the notices cover, days off come from the rule-based
forecast and every answer there is provisional (tạm tính).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime, time, timedelta

from motcua_desktop.domain.day_book import DayBook, DayInfo
from motcua_desktop.domain.days_off import DayKind, OfficeDay, OfficialDay, official_days_from
from motcua_desktop.domain.forecast import Forecast
from motcua_desktop.domain.office_hours import Session, Sessions, WeekPattern
from motcua_desktop.domain.time_errors import BeforeCalendar, CalendarEnds, NoWorkingDay, TimeZoneGiven
from motcua_desktop.domain.worktable import MINUTE, Hours, WorkTable

__all__ = [
    "DayInfo",
    "DayKind",
    "Forecast",
    "OfficeDay",
    "OfficialDay",
    "Session",
    "WeekPattern",
    "WorkingCalendar",
    "official_days_from",
    "whole_minute",
]

#: A longer stretch without a working day is a mistake in the calendar, not a calendar.
LONGEST_GAP = 400
#: Where a calendar without official days or without a lunar table starts and ends.
FIRST_YEAR, LAST_YEAR = 2000, 2100


def whole_minute(instant: datetime) -> datetime:
    """The instant without its seconds. Refuses one with a time zone: all times are wall clock."""
    if instant.tzinfo is not None:
        raise TimeZoneGiven(instant)
    return instant.replace(second=0, microsecond=0)


class WorkingCalendar:
    """The office's time. Days are dates, instants naive wall-clock datetimes counted in whole minutes."""

    __slots__ = ("_book", "_first", "_hours", "_last", "covered_until", "edition", "pending", "table")

    edition: str
    covered_until: date
    pending: tuple[OfficialDay, ...]
    table: WorkTable
    _book: DayBook
    _first: date
    _last: date
    _hours: dict[Sessions, Hours]

    @classmethod
    def build(
        cls,
        official_days: Iterable[OfficialDay],
        patterns: Sequence[WeekPattern],
        overrides: Iterable[OfficeDay] = (),
        *,
        edition: str,
        covered_until: date,
        pending: Iterable[OfficialDay] = (),
        forecast: Forecast | None = None,
    ) -> WorkingCalendar:
        """A calendar of this edition.

        `patterns`: the week from each of several dates on (the first also before its date). `overrides`: the
        office's own days. `pending`: proposed days, shown and never applied. `forecast`: days off after
        `covered_until`; without it only the week holds there. Refuses what contradicts itself.
        """
        self = cls()
        self.edition, self.covered_until, self.pending = edition, covered_until, tuple(pending)
        self._book = DayBook(official_days, patterns, overrides, covered_until, self.pending, forecast)
        self._first = date(min((day.year for day in self._book.official_days), default=FIRST_YEAR), 1, 1)
        self._last = date(forecast.last_year if forecast else LAST_YEAR, 12, 31)
        self._hours = {}
        self.table = self._unroll(covered_until.year + 1)
        return self

    # -- days

    def day_info(self, day: date) -> DayInfo:
        """What the day is, and why."""
        self._reach(day)
        return self._book.info(day)

    def sessions(self, day: date) -> Sessions:
        """The counted sessions of the day, empty on a day off."""
        self._reach(day)
        return self._book.sessions(day)

    def is_working(self, day: date) -> bool:
        """Whether the day has at least one counted session."""
        return self._hours_of(day).total > 0

    def open_of(self, day: date) -> datetime | None:
        """The opening of the day, None on a day off."""
        hours = self._hours_of(day)
        return _at(day, hours.opening) if hours.total else None

    def close_of(self, day: date) -> datetime | None:
        """The closing of the day, None on a day off."""
        hours = self._hours_of(day)
        return _at(day, hours.closing) if hours.total else None

    def next_working_day(self, day: date) -> date:
        """The first working day after `day`."""
        return self.nth_working_day(day, 1)

    def nth_working_day(self, day: date, number: int) -> date:
        """The `number`-th working day after `day`, before it when negative; 0: `day`, or the next one."""
        table = self._reach(day)
        index = day.toordinal() - table.first
        is_working = table.hours[index].total > 0
        target = table.rank[index] + number - (1 if number > 0 or is_working else 0)
        if target < 0:
            raise BeforeCalendar(day, self._first)
        while target >= len(self.table.working):
            self._grow()
        return date.fromordinal(self.table.first + self.table.working[target])

    def working_days_between(self, first: date, last: date) -> int:
        """Working days after `first` up to and including `last`; negative when `last` comes first."""
        self._reach(first)
        table = self._reach(last)
        return table.rank[last.toordinal() - table.first] - table.rank[first.toordinal() - table.first]

    # -- instants

    def deemed_start(self, instant: datetime, cutoff: time | None = None) -> datetime:
        """When the office's time starts for something that came at `instant`.

        Inside a session (its end included) itself, else the next opening; strictly after the cut-off of its
        day, the opening of the next working day.
        """
        instant = whole_minute(instant)
        start = self._hours_of(instant.date()).start[_minute(instant)]
        if start < 0 or (cutoff is not None and instant.time() > cutoff):
            day = self.next_working_day(instant.date())
            return _at(day, self._hours_of(day).opening)
        return _at(instant.date(), start)

    def working_minutes_between(self, a: datetime, b: datetime) -> int:
        """Counted minutes from `a` to `b`; negative when `b` comes first."""
        return self._worked(b) - self._worked(a)

    def add_working_minutes(self, instant: datetime, minutes: int) -> datetime:
        """The earliest instant by which `minutes` counted minutes have passed; with 0 the deemed start."""
        if minutes <= 0:
            return self.deemed_start(instant)
        target = self._worked(instant) + minutes
        while target > self.table.ends[-1]:
            self._grow()
        day, minute = self.table.instant(target)
        return self.table.midnight[day] + MINUTE[minute]

    def is_open(self, instant: datetime) -> bool:
        """Whether the instant lies in a counted session, its end included."""
        return self._hours_of(instant.date()).start[_minute(instant)] == _minute(instant)

    def next_change(self, instant: datetime) -> datetime:
        """The next instant, strictly later, at which a session starts or ends."""
        for session in self._hours_of(instant.date()).sessions:
            for edge in session:
                if edge > _minute(instant):
                    return _at(instant.date(), edge)
        day = self.next_working_day(instant.date())
        return _at(day, self._hours_of(day).opening)

    # -- the table behind it

    def grow_past(self, table: WorkTable) -> None:
        """Make a table longer than `table`. Raises CalendarEnds, or NoWorkingDay where days off never end."""
        if len(self.table.hours) <= len(table.hours):
            self._grow()

    def _grow(self) -> None:
        last = self.table.first + len(self.table.hours) - 1
        latest = self.table.first + (self.table.working[-1] if self.table.working else 0)
        if last - latest >= LONGEST_GAP:
            raise NoWorkingDay(date.fromordinal(latest), LONGEST_GAP)
        if last >= self._last.toordinal():
            raise CalendarEnds(self._last)
        # A quarter longer each time: a far date costs few rebuilds. Readers of the old table keep it whole.
        self.table = self._unroll(date.fromordinal(last).year + 2 + len(self.table.hours) // 1461)

    def _unroll(self, last_year: int) -> WorkTable:
        hours: list[Hours] = []
        gap = 0
        end = date(max(min(last_year, self._last.year), self._first.year), 12, 31).toordinal()
        for ordinal in range(self._first.toordinal(), end + 1):
            kind = self._intern(self._book.sessions(date.fromordinal(ordinal)))
            hours.append(kind)
            gap = 0 if kind.total else gap + 1
            if gap > LONGEST_GAP:
                break
        return WorkTable(self._first.toordinal(), hours, self.covered_until.toordinal())

    def _intern(self, sessions: Sessions) -> Hours:
        found = self._hours.get(sessions)
        if found is None:
            found = self._hours[sessions] = Hours(tuple(session.minutes for session in sessions))
        return found

    def _reach(self, day: date) -> WorkTable:
        if day < self._first:
            raise BeforeCalendar(day, self._first)
        while day.toordinal() - self.table.first >= len(self.table.hours):
            self._grow()
        return self.table

    def _hours_of(self, day: date) -> Hours:
        table = self._reach(day)
        return table.hours[day.toordinal() - table.first]

    def _worked(self, instant: datetime) -> int:
        instant = whole_minute(instant)
        table = self._reach(instant.date())
        return table.worked(instant.toordinal() - table.first, _minute(instant))


def _minute(instant: datetime) -> int:
    return instant.hour * 60 + instant.minute


def _at(day: date, minute: int) -> datetime:
    return datetime(day.year, day.month, day.day) + timedelta(minutes=minute)
