"""The calendars the time tests count on."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from functools import cache

from motcua_desktop.assets import read_json, resource
from motcua_desktop.domain.calendar import OfficeDay, WeekPattern, WorkingCalendar
from motcua_desktop.domain.official import OfficialDays

#: A Quảng Ngãi office, a 7-hour office, one open on Saturday mornings, and one with other hours each day.
QN = {day: ["07:00-11:30", "13:30-17:00"] for day in ("mon", "tue", "wed", "thu", "fri")}
EIGHT = {day: ["07:30-11:30", "13:00-17:00"] for day in ("mon", "tue", "wed", "thu", "fri")}
SEVEN = {day: ["08:00-11:30", "13:30-17:00"] for day in ("mon", "tue", "wed", "thu", "fri")}
SATURDAY = {**QN, "sat": ["07:00-11:30"]}
MIXED = {
    "mon": ["07:00-11:30", "13:30-17:00"],
    "tue": ["07:30-11:30"],
    "thu": ["08:00-11:30", "13:00-18:00"],
    "fri": ["13:00-17:00"],
}
WEEKS: dict[str, Mapping[str, Sequence[str]]] = {
    "QN": QN,
    "EIGHT": EIGHT,
    "SEVEN": SEVEN,
    "SATURDAY": SATURDAY,
    "MIXED": MIXED,
}


@cache
def official() -> OfficialDays:
    """The shipped days off."""
    files = sorted(resource("calendar").glob("[0-9][0-9][0-9][0-9].json"))
    return OfficialDays.from_files(
        [read_json(f"calendar/{file.name}") for file in files],
        read_json("calendar/lunar.json"),
        read_json("calendar/pending.json"),
    )


def calendar(
    week: Mapping[str, Sequence[str]] = QN,
    office_days: Iterable[OfficeDay] = (),
    covered_until: date | None = None,
) -> WorkingCalendar:
    """A calendar on the shipped days off."""
    days = official()
    return WorkingCalendar.build(
        days.days,
        [WeekPattern.from_words(week)],
        office_days,
        edition=days.edition,
        covered_until=covered_until or days.covered_until,
        pending=days.pending,
        forecast=days.forecast,
    )


@cache
def office(name: str = "QN") -> WorkingCalendar:
    """A calendar of one of the weeks above, without days of its own."""
    return calendar(WEEKS[name])


def at(text: str) -> datetime:
    """An instant from its ISO form."""
    return datetime.fromisoformat(text)
