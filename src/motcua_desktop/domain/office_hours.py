"""The office's week: sessions per weekday, from a date on."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, time
from itertools import pairwise

from motcua_desktop.domain.time_errors import BadSession, NoSuchTime, OverlappingSessions, WeekWithoutWork

WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


@dataclass(frozen=True, slots=True)
class Session:
    """A stretch of a day in which the office works. Half-open, yet its end instant still belongs to it."""

    start: time
    end: time

    def __post_init__(self) -> None:
        """A session has a length, in whole minutes."""
        if not self.start < self.end or any(t.second or t.microsecond for t in (self.start, self.end)):
            raise BadSession("", _written(self.start), _written(self.end))

    @classmethod
    def parse(cls, text: str) -> Session:
        """A session from `07:00-11:30` or `7h-11h30`."""
        start, _, end = text.partition("-")
        return cls(clock(start), clock(end))

    def __str__(self) -> str:
        """The form `parse` reads."""
        return f"{self.start:%H:%M}-{self.end:%H:%M}"

    @property
    def minutes(self) -> tuple[int, int]:
        """Start and end in minutes from midnight."""
        return self.start.hour * 60 + self.start.minute, self.end.hour * 60 + self.end.minute


_CLOCK = re.compile(r"(\d{1,2})(?:\s*[:hg.]\s*(\d\d)?)?|(\d{1,2})(\d\d)")


def clock(text: str) -> time:
    """A time of day from `07:00`, `7h30`, `7g`, `0730` or `7`, as officers write it; refuses what is none."""
    bare = text.strip().lower()
    found = _CLOCK.fullmatch(bare)
    try:
        if found is None:
            return time.fromisoformat(bare)
        return time(int(found[1] or found[3]), int(found[2] or found[4] or 0))
    except ValueError:
        raise NoSuchTime("time", text) from None


def _written(moment: time) -> str:
    return f"{moment:%H:%M}" if not (moment.second or moment.microsecond) else moment.isoformat()


Sessions = tuple[Session, ...]
#: Working hours of a Quảng Ngãi office (law digest: TO CONFIRM, therefore a setting of the office).
QUANG_NGAI_DAY: Sessions = (Session(time(7), time(11, 30)), Session(time(13, 30), time(17)))


def in_order(sessions: Sequence[Session], weekday: str) -> Sessions:
    """The sessions of a day by time; refuses two that overlap."""
    ordered = tuple(sorted(sessions, key=lambda session: session.start))
    for first, second in pairwise(ordered):
        if second.start < first.end:
            raise OverlappingSessions(weekday, str(first), str(second))
    return ordered


@dataclass(frozen=True)
class WeekPattern:
    """The week from `effective_from` on: seven tuples of sessions, Monday first.

    `reception` holds desks that only receive (a Saturday morning, say): they count no time and move no date.
    """

    sessions: tuple[Sessions, ...]
    effective_from: date = date.min
    reception: tuple[Sessions, ...] = ((),) * 7

    def __post_init__(self) -> None:
        """Order each day and refuse a week in which nobody ever works."""
        for name in ("sessions", "reception"):
            days = zip(getattr(self, name), WEEKDAYS, strict=True)
            object.__setattr__(self, name, tuple(in_order(day, weekday) for day, weekday in days))
        if not any(self.sessions):
            raise WeekWithoutWork(self.effective_from)

    @classmethod
    def monday_to_friday(cls, day: Sessions = QUANG_NGAI_DAY, effective_from: date = date.min) -> WeekPattern:
        """The same sessions from Monday to Friday."""
        return cls((day,) * 5 + ((), ()), effective_from)

    @classmethod
    def from_words(
        cls,
        sessions: Mapping[str, Sequence[str]],
        effective_from: date = date.min,
        reception: Mapping[str, Sequence[str]] | None = None,
    ) -> WeekPattern:
        """A pattern from `{"mon": ["07:00-11:30", "13:30-17:00"], …}`; a weekday left out has no session."""
        return cls(_week(sessions), effective_from, _week(reception or {}))

    @property
    def normal_day(self) -> Sessions:
        """A normal weekday's sessions: the hours most of Monday to Friday have (else of the whole week)."""
        days = [day for day in self.sessions[:5] if day] or [day for day in self.sessions if day]
        return Counter(days).most_common(1)[0][0]


def _week(words: Mapping[str, Sequence[str]]) -> tuple[Sessions, ...]:
    unknown = set(words) - set(WEEKDAYS)
    if unknown:
        raise NoSuchTime("weekday", min(unknown))
    return tuple(tuple(Session.parse(text) for text in words.get(weekday, ())) for weekday in WEEKDAYS)
