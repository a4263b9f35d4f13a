"""The working calendar of the office: the shipped days off, the forecast, and the office's own decisions."""

from __future__ import annotations

from datetime import date
from functools import cache
from pathlib import Path

from motcua_desktop.assets import read_json, resource
from motcua_desktop.domain.calendar import WorkingCalendar
from motcua_desktop.domain.days_off import OfficeDay, OfficialDay, official_days_from
from motcua_desktop.domain.forecast import Forecast
from motcua_desktop.domain.office_hours import WeekPattern
from motcua_desktop.persistence import calendars
from motcua_desktop.persistence.engine import Connection, Database


@cache
def official_days() -> tuple[OfficialDay, ...]:
    """Every day of the shipped notices, one file a year."""
    files = sorted(resource("calendar").glob("[0-9][0-9][0-9][0-9].json"))
    return tuple(day for file in files for day in official_days_from(read_json(f"calendar/{file.name}")))


@cache
def forecast() -> Forecast:
    """The rule-based forecast for years without a notice."""
    return Forecast.from_dict(read_json("calendar/lunar.json"))


@cache
def pending_days() -> tuple[OfficialDay, ...]:
    """Proposed days: shown, never applied until the office confirms them."""
    return official_days_from(read_json("calendar/pending.json"))


def covered_until() -> date:
    """The last day the shipped notices speak of."""
    return date(max(day.date.year for day in official_days()), 12, 31)


def newest_edition(connection: Connection) -> int:
    """The number of the office's newest calendar decision, 0 when it has made none."""
    return calendars.newest(connection)


def assemble(
    edition: str, days: tuple[OfficeDay, ...] = (), patterns: tuple[WeekPattern, ...] = ()
) -> WorkingCalendar:
    """A calendar of the shipped days with the office's own days and hours."""
    return WorkingCalendar.build(
        official_days(),
        patterns or (WeekPattern.monday_to_friday(),),
        days,
        edition=edition,
        covered_until=covered_until(),
        pending=pending_days(),
        forecast=forecast(),
    )


def build(connection: Connection) -> WorkingCalendar:
    """The calendar in the office's newest edition."""
    number = calendars.newest(connection)
    days, patterns = calendars.read(connection)
    return assemble(f"{covered_until().year}.{number}", days, patterns)


def calendar_of(folder: Path) -> WorkingCalendar:
    """The calendar of a data folder; where there is no register yet, the shipped one."""
    from motcua_desktop import paths

    if not paths.database(folder).exists():
        return assemble(f"{covered_until().year}.0")
    database = Database(paths.database(folder))
    try:
        with database.read() as connection:
            return build(connection)
    finally:
        database.close()
