"""The values a due date is made from: terms, units, policies, pauses, and the due date itself."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal, InvalidOperation
from enum import StrEnum
from math import ceil

from motcua_desktop.domain.errors import BadValue
from motcua_desktop.domain.time_errors import PauseBackwards, StillPaused, TermNotWhole, TermOutOfBounds

#: Minutes of one working day where a term is counted in working minutes (8 working hours).
DAY_MINUTES = 480


class Unit(StrEnum):
    """What a term is counted in."""

    WORKING_HOUR = "working_hour"
    WORKING_DAY = "working_day"
    CALENDAR_DAY = "calendar_day"
    MONTH = "month"
    CLOCK_HOUR = "clock_hour"


class Policy(StrEnum):
    """When a term in working days ends (of the procedure, else of the office)."""

    SAME_CLOCK = "same_clock"
    END_OF_DAY = "end_of_day"
    CIVIL_STRICT = "civil_strict"
    WORKING_MINUTES = "working_minutes"
    SESSION = "session"


class OnResume(StrEnum):
    """What a completed supplement does: the whole term again (Decree 118/2025 Art. 19.5), or its rest."""

    RESTART = "restart"
    SUSPEND = "suspend"


#: The longest term anybody can mean, about ten years in each unit; a longer one is a slip of the finger.
HIGHEST = {
    Unit.WORKING_HOUR: 20_800,
    Unit.WORKING_DAY: 2_600,
    Unit.CALENDAR_DAY: 3_660,
    Unit.MONTH: 120,
    Unit.CLOCK_HOUR: 87_840,
}
#: Units in which days off count too (Civil Code 147–148).
EVERY_DAY_UNITS = frozenset({Unit.CALENDAR_DAY, Unit.MONTH, Unit.CLOCK_HOUR})
_WHOLE_ONLY = frozenset({Unit.CALENDAR_DAY, Unit.MONTH})
_MINUTES = {Unit.WORKING_HOUR: 60, Unit.WORKING_DAY: DAY_MINUTES, Unit.CLOCK_HOUR: 60}


@dataclass(frozen=True, slots=True)
class Term:
    """A legal time limit: `value` in `unit`. Refuses negative, absurd and, for calendar units, broken values.

    Worked out once, so that no due date pays for them: `whole` units, the `rest_minutes` of a broken day, all
    of it in `minutes` (rounded up to a whole one), and `plain_days`, the whole working days of a term that is
    nothing else.
    """

    value: Decimal
    unit: Unit
    whole: int = field(init=False, repr=False, compare=False)
    rest_minutes: int = field(init=False, repr=False, compare=False)
    minutes: int = field(init=False, repr=False, compare=False)
    plain_days: int = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Check the value and work out its parts."""
        highest = HIGHEST[self.unit]
        if not (self.value.is_finite() and 0 <= self.value <= highest):
            raise TermOutOfBounds(str(self.value), self.unit.value, highest)
        whole = int(self.value)
        if self.unit in _WHOLE_ONLY and whole != self.value:
            raise TermNotWhole(str(self.value), self.unit.value)
        per_unit = _MINUTES.get(self.unit, 0)
        object.__setattr__(self, "whole", whole)
        object.__setattr__(self, "rest_minutes", ceil((self.value - whole) * per_unit))
        object.__setattr__(self, "minutes", ceil(self.value * per_unit))
        plain = self.unit is Unit.WORKING_DAY and whole == self.value
        object.__setattr__(self, "plain_days", whole if plain else 0)

    @classmethod
    def of(cls, value: int | float | str | Decimal, unit: str | Unit) -> Term:
        """A term from plain values, as `Term.of(3, "working_day")`; refuses what is no number or no unit."""
        try:
            number = Decimal(str(value))
        except InvalidOperation:
            raise BadValue("term", str(value)) from None
        try:
            return cls(number, Unit(unit))
        except ValueError:
            raise BadValue("unit", str(unit), tuple(Unit)) from None

    @property
    def whole_up(self) -> int:
        """The number of units begun: 2 for 1.5."""
        return self.whole + (self.rest_minutes > 0)


@dataclass(frozen=True, slots=True)
class Pause:
    """A stretch in which the dossier waits for its supplement; `end` None while it still waits."""

    start: datetime
    end: datetime | None

    def __post_init__(self) -> None:
        """A pause never ends before it starts."""
        if self.end is not None and self.end < self.start:
            raise PauseBackwards(self.start, self.end)


@dataclass(frozen=True, slots=True)
class Due:
    """The instant a term ends. `provisional` (tạm tính): past the last day the calendar's notices cover."""

    at: datetime
    provisional: bool


def months_after(day: date, months: int) -> date:
    """The same day of a later month, else that month's last day (Civil Code 148.3)."""
    years, month = divmod(day.month - 1 + months, 12)
    year, month = day.year + years, month + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))


def merged(
    pauses: Iterable[Pause], begin: datetime, end: datetime | None = None
) -> list[tuple[datetime, datetime]]:
    """The paused stretches after `begin` in order, overlapping ones as one, whole minutes.

    A pause still open counts until `end`; nothing after `end` counts. Open pauses need an `end`.
    """
    stretches: list[tuple[datetime, datetime]] = []
    for pause in sorted(pauses, key=lambda pause: pause.start):
        start = max(pause.start.replace(second=0, microsecond=0), begin)
        stop = pause.end or end
        if stop is None:
            raise StillPaused(pause.start)
        stop = stop.replace(second=0, microsecond=0)
        stop = stop if end is None else min(stop, end)
        if stretches and start <= stretches[-1][1]:
            stretches[-1] = (stretches[-1][0], max(stretches[-1][1], stop))
        elif start < stop:
            stretches.append((start, stop))
    return stretches
