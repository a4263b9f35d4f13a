"""The working calendar of the office: the shipped days off, the forecast, and the office's own decisions."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import cache
from pathlib import Path

from motcua_desktop import paths
from motcua_desktop.assets import read_json, resource
from motcua_desktop.domain.calendar import WorkingCalendar
from motcua_desktop.domain.calendar_change import OfficeDecisions
from motcua_desktop.domain.days_off import OfficeDay, OfficialDay
from motcua_desktop.domain.forecast import Forecast
from motcua_desktop.domain.office_hours import WeekPattern
from motcua_desktop.domain.official import OfficialDays
from motcua_desktop.domain.terms import Policy
from motcua_desktop.persistence import calendars, settings
from motcua_desktop.persistence.engine import Connection, Database


@cache
def official() -> OfficialDays:
    """The shipped notices, one file a year, the forecast and what is only proposed."""
    files = sorted(resource("calendar").glob("[0-9][0-9][0-9][0-9].json"))
    return OfficialDays.from_files(
        [read_json(f"calendar/{file.name}") for file in files],
        read_json("calendar/lunar.json"),
        read_json("calendar/pending.json"),
    )


def forecast() -> Forecast:
    """The rule-based forecast for years without a notice."""
    return official().forecast


def newest_edition(connection: Connection) -> int:
    """The number of the office's newest calendar decision, 0 when it has made none."""
    return calendars.newest(connection)


def covered_until(decisions: OfficeDecisions) -> date:
    """The last day of the years whose notices are known, without a gap."""
    entered = {notice.year for notice in decisions.notices}
    year = official().covered_until.year
    while year + 1 in entered:
        year += 1
    return date(year, 12, 31)


def assemble(number: int = 0, decisions: OfficeDecisions | None = None) -> WorkingCalendar:
    """The calendar of the shipped days with the office's decisions, edition `number` of them.

    Raises what a calendar that contradicts itself is refused for.
    """
    decisions = decisions or OfficeDecisions()
    shipped, last = official(), covered_until(decisions)
    entered = {notice.year: notice.days for notice in decisions.notices}
    days = [day for day in shipped.days if day.date.year not in entered]
    days += [day for notice in entered.values() for day in notice]
    told = {day.date for day in days}
    swaps = [day for day in decisions.confirmed if day.date not in told]
    week = WeekPattern.monday_to_friday()
    first = () if any(one.effective_from == week.effective_from for one in decisions.patterns) else (week,)
    return WorkingCalendar.build(
        [*days, *(day for day in swaps if day.date <= last)],
        (*first, *decisions.patterns),
        [*decisions.days, *(_own(day) for day in swaps if day.date > last)],
        edition=f"{last.year}.{number}",
        covered_until=last,
        pending=_open_proposals(decisions, told),
        forecast=shipped.forecast,
    )


def _own(day: OfficialDay) -> OfficeDay:
    """A confirmed day of a year without a notice: past the covered day only the office's own days count."""
    return OfficeDay(day.date, day.kind, day.name, (), day.basis)


def _open_proposals(decisions: OfficeDecisions, told: set[date]) -> tuple[OfficialDay, ...]:
    settled = {*decisions.dismissed, *(day.date for day in decisions.confirmed), *told}
    return tuple(day for day in official().pending if day.date not in settled)


def week_on(decisions: OfficeDecisions, day: date) -> WeekPattern:
    """The week that holds on `day`: the newest own one whose date has come, else the usual one."""
    begun = [pattern for pattern in decisions.patterns if pattern.effective_from <= day]
    return max(begun, key=lambda pattern: pattern.effective_from, default=WeekPattern.monday_to_friday())


def notices(decisions: OfficeDecisions) -> Mapping[int, str]:
    """By year, the notice its days come from."""
    return {**(official().notices or {}), **{one.year: one.notice for one in decisions.notices}}


def build(connection: Connection) -> WorkingCalendar:
    """The calendar in the office's newest edition."""
    return assemble(calendars.newest(connection), calendars.read(connection))


def calendar_of(folder: Path) -> tuple[WorkingCalendar, Policy]:
    """The calendar of a data folder and the office's way of counting; without a register, the shipped one."""
    if not paths.database(folder).exists():
        return assemble(), Policy.SAME_CLOCK
    database = Database(paths.database(folder))
    try:
        with database.read() as connection:
            policy = Policy(settings.get(connection, "policy", Policy.SAME_CLOCK.value))
            return build(connection), policy
    finally:
        database.close()
