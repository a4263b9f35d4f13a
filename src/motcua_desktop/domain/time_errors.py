"""What the working calendar and the due-date engine refuse: facts; sentences are made at the edge."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from motcua_desktop.domain.errors import Refusal


@dataclass
class TermOutOfBounds(Refusal):
    """A term below zero, no number at all, or longer than anybody means (`highest`, in its own unit)."""

    value: str
    unit: str
    highest: int
    field = "term"


@dataclass
class TermNotWhole(Refusal):
    """Half a calendar day or half a month: no law defines them (halves exist for working days and hours)."""

    value: str
    unit: str
    field = "term"


@dataclass
class TimeZoneGiven(Refusal):
    """An instant with a time zone: all times here are Asia/Ho_Chi_Minh wall clock."""

    instant: datetime
    field = "received"


@dataclass
class PauseBackwards(Refusal):
    """A pause that ends before it starts."""

    start: datetime
    end: datetime
    field = "pauses"


@dataclass
class StillPaused(Refusal):
    """The dossier waits for its supplement since `since`: no due date exists until it is complete."""

    since: datetime
    field = "pauses"


@dataclass
class NoSuchTime(Refusal):
    """A date or time that does not exist or cannot be read, like 2026-02-30 or 25:00."""

    where: str
    text: str
    field = "date"


@dataclass
class BadSession(Refusal):
    """A session that ends before or when it starts."""

    weekday: str
    start: str
    end: str
    field = "sessions"


@dataclass
class OverlappingSessions(Refusal):
    """Two sessions of one day share time."""

    weekday: str
    first: str
    second: str
    field = "sessions"


@dataclass
class WeekWithoutWork(Refusal):
    """A weekly pattern with no session at all."""

    effective_from: date
    field = "sessions"


@dataclass
class TwoPatterns(Refusal):
    """Two weekly patterns start on the same day, or there is none."""

    effective_from: date | None
    field = "patterns"


@dataclass
class ContradictoryDays(Refusal):
    """Two entries say different things about one date."""

    day: date
    kinds: tuple[str, ...]
    field = "days"


@dataclass
class SessionsMissing(Refusal):
    """A special opening or a reception-only desk without its hours."""

    day: date
    kind: str
    field = "days"


@dataclass
class NoWorkingDay(Refusal):
    """No working day within `within` days after `after`: nothing can be counted on such a calendar."""

    after: date
    within: int
    field = "calendar"


@dataclass
class BeforeCalendar(Refusal):
    """The date lies before the first day whose days off are known."""

    day: date
    first: date
    field = "calendar"


@dataclass
class CalendarEnds(Refusal):
    """The count runs past the last day the forecast reaches (the lunar table ends there)."""

    last: date
    field = "calendar"


@dataclass
class StepsDoNotAddUp(Refusal):
    """The shares of the internal steps are not the term of the procedure."""

    total: str
    term: str
    unit: str
    field = "steps"


@dataclass
class CounterClosed(Refusal):
    """An appointment at a time when nobody is at the counter to return the result.

    `kind` and `name` say which day off it is, "" for one of the week; `hours` are those of a working day;
    `offered` is an open instant near it that would do.
    """

    at: datetime
    kind: str = ""
    name: str = ""
    hours: tuple[str, ...] = ()
    offered: datetime | None = None
    field: str = "new_date"
