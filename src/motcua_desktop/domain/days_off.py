"""Days that differ from the week: official days off and make-up days, and the office's own days."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from motcua_desktop.domain.errors import BadValue
from motcua_desktop.domain.office_hours import Sessions, in_order
from motcua_desktop.domain.time_errors import ContradictoryDays, NoSuchTime, SessionsMissing


class DayKind(StrEnum):
    """Why a day is not what the week says. The first four are official, the last three the office's own."""

    HOLIDAY = "holiday"
    SUBSTITUTE = "substitute"
    SWAP_DAY_OFF = "swap_day_off"
    MAKEUP_WORKDAY = "makeup_workday"
    CLOSURE = "closure"
    SPECIAL_OPENING = "special_opening"
    RECEPTION_ONLY = "reception_only"


OFFICIAL_KINDS = (DayKind.HOLIDAY, DayKind.SUBSTITUTE, DayKind.SWAP_DAY_OFF, DayKind.MAKEUP_WORKDAY)


@dataclass(frozen=True, slots=True)
class OfficialDay:
    """A day of the yearly notice. `pair` is the other day of a swap; `basis` the notice or article."""

    date: dt.date
    kind: DayKind
    name: str
    basis: str = ""
    pair: dt.date | None = None


@dataclass(frozen=True, slots=True)
class OfficeDay:
    """A day the office enters itself; it beats the official days and the week.

    A closure without sessions is the whole day, with sessions only those stretches. A special opening and a
    reception-only desk carry their own; a make-up day has a normal weekday's unless it names its own.
    """

    date: dt.date
    kind: DayKind
    name: str = ""
    sessions: Sessions = ()
    basis: str = ""

    def __post_init__(self) -> None:
        """Hours that are needed are there, and do not overlap."""
        if self.kind in (DayKind.SPECIAL_OPENING, DayKind.RECEPTION_ONLY) and not self.sessions:
            raise SessionsMissing(self.date, self.kind.value)
        object.__setattr__(self, "sessions", in_order(self.sessions, self.date.isoformat()))


def day_from(text: str, where: str = "date") -> dt.date:
    """A date from `2026-11-24`; refuses one that does not exist."""
    try:
        return dt.date.fromisoformat(text)
    except (TypeError, ValueError):
        raise NoSuchTime(where, str(text)) from None


def official_days_from(year_file: Mapping[str, Any]) -> tuple[OfficialDay, ...]:
    """The days of a parsed `resources/calendar/YYYY.json`.

    Refuses unknown kinds, dates that do not exist, entries of another year and days said to be both.
    """
    days = [_official_day(entry) for entry in year_file.get("days", ())]
    year = year_file.get("year")
    for day in days:
        if year is not None and day.date.year != year:
            raise NoSuchTime(f"days of {year}", day.date.isoformat())
    one_per_date(days)
    return tuple(days)


def _official_day(entry: Mapping[str, Any]) -> OfficialDay:
    kind = entry.get("kind", "")
    if kind not in OFFICIAL_KINDS:
        raise BadValue("kind", str(kind), OFFICIAL_KINDS)
    pair = entry.get("pair")
    return OfficialDay(
        date=day_from(entry.get("date", "")),
        kind=DayKind(kind),
        name=entry.get("name", ""),
        basis=entry.get("basis", ""),
        pair=None if pair is None else day_from(pair, "pair"),
    )


def one_per_date(days: Iterable[OfficialDay]) -> dict[dt.date, OfficialDay]:
    """The days by date. Two holidays on one date become one with both names; a day off that is also a
    make-up day is refused."""
    found: dict[dt.date, OfficialDay] = {}
    for day in days:
        other = found.get(day.date)
        if other is None or other == day:
            found[day.date] = day
        elif DayKind.MAKEUP_WORKDAY in (day.kind, other.kind):
            raise ContradictoryDays(day.date, (other.kind.value, day.kind.value))
        elif day.name not in other.name:
            name = f"{other.name}, {day.name}"
            found[day.date] = OfficialDay(day.date, other.kind, name, other.basis, other.pair or day.pair)
    return found
