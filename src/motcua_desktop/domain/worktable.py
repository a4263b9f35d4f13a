"""A calendar unrolled into plain integers, so that a due date is a few look-ups and one bisect.

Days are numbered from the table's first day, minutes from midnight. A question past the table's end raises
IndexError: the calendar then makes a longer table and asks again.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from datetime import datetime, timedelta

MINUTES_OF_DAY = 1440
#: Every minute of a day as a length of time, made once.
MINUTE = tuple(timedelta(minutes=minute) for minute in range(MINUTES_OF_DAY))
NOON = 12 * 60


class Hours:
    """The counted sessions of a kind of day, with an answer ready for each of its minutes.

    `start[m]`: the first counted minute at or after m, -1 after closing; `clip[m]`: m while open, else the
    nearest earlier session end, else the opening; `worked[m]`: working minutes before m; `minute_at[w]`: the
    earliest minute by which w working minutes are done; `half[m]`: which half-day m belongs to.
    """

    __slots__ = (
        "clip",
        "closing",
        "half",
        "half_ends",
        "minute_at",
        "opening",
        "sessions",
        "start",
        "total",
        "worked",
    )

    def __init__(self, sessions: tuple[tuple[int, int], ...]) -> None:
        self.sessions = sessions
        self.opening = sessions[0][0] if sessions else -1
        self.closing = sessions[-1][1] if sessions else -1
        self.total = sum(end - start for start, end in sessions)
        self.half_ends = _half_ends(sessions)
        self.start = [-1] * MINUTES_OF_DAY
        self.clip = [self.opening] * MINUTES_OF_DAY
        self.worked = [0] * MINUTES_OF_DAY
        self.half = [0] * MINUTES_OF_DAY
        self.minute_at = [self.opening] * (self.total + 1)
        self._fill()

    def _fill(self) -> None:
        done, free = 0, 0
        for start, end in self.sessions:
            for minute in range(free, end + 1):
                self.start[minute] = max(minute, start)
            self.clip[start:] = [*range(start, end + 1), *[end] * (MINUTES_OF_DAY - end - 1)]
            self.worked[start:] = [
                *range(done, done + end - start),
                *[done + end - start] * (MINUTES_OF_DAY - end),
            ]
            self.minute_at[done + 1 : done + end - start + 1] = range(start + 1, end + 1)
            done, free = done + end - start, end + 1
        for minute in range(MINUTES_OF_DAY):
            self.half[minute] = bisect_left(self.half_ends, minute)


def _half_ends(sessions: tuple[tuple[int, int], ...]) -> list[int]:
    """When the half-days end: sessions begun before noon are the morning, later ones the afternoon.

    A straight day (begun before noon, open past 13:00) is cut at noon.
    """
    morning = [end for start, end in sessions if start < NOON]
    afternoon = [end for start, end in sessions if start >= NOON]
    if morning and morning[-1] > NOON + 60:
        morning[-1], afternoon = NOON, [*afternoon, morning[-1]]
    return [max(half) for half in (morning, afternoon) if half]


class WorkTable:
    """Working days and minutes from the day with ordinal `first` on, one entry of `hours` per day.

    `rank[d]`: working days up to and including day d; `working[k]`: the day of the k-th working day (from 0);
    `ends[k]`, `halves[k]`: working minutes, half-days, up to its closing. `covered`: the last firm day;
    `longest`: the working minutes of the longest day.
    """

    __slots__ = ("covered", "ends", "first", "halves", "hours", "longest", "midnight", "rank", "working")

    def __init__(self, first: int, hours: Sequence[Hours], covered: int) -> None:
        self.first = first
        self.covered = covered - first
        self.hours = hours
        self.midnight = [datetime.fromordinal(first + day) for day in range(len(hours))]
        self.longest = max((kind.total for kind in set(hours)), default=1) or 1
        self.rank: list[int] = []
        self.working: list[int] = []
        self.ends: list[int] = []
        self.halves: list[int] = []
        minutes = halves = 0
        for day, kind in enumerate(hours):
            if kind.total:
                minutes += kind.total
                halves += len(kind.half_ends)
                self.working.append(day)
                self.ends.append(minutes)
                self.halves.append(halves)
            self.rank.append(len(self.working))

    def worked(self, day: int, minute: int) -> int:
        """Working minutes from the table's first day to this instant."""
        rank = self.rank[day]
        if rank == 0:
            return 0
        kind = self.hours[day]
        return self.ends[rank - 1] - kind.total + kind.worked[minute]

    def instant(self, worked: int) -> tuple[int, int]:
        """The earliest day and minute by which `worked` (> 0) working minutes are done."""
        k = bisect_left(self.ends, worked)
        day = self.working[k]
        kind = self.hours[day]
        return day, kind.minute_at[worked - self.ends[k] + kind.total]

    def half_day(self, halves: int) -> tuple[int, int]:
        """The day and minute at which the half-day with this running number (> 0) ends."""
        k = bisect_left(self.halves, halves)
        day = self.working[k]
        ends = self.hours[day].half_ends
        return day, ends[halves - self.halves[k] + len(ends) - 1]
