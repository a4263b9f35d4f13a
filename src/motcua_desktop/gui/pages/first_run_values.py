"""What the first run gathers, and writing it through the counter."""

from __future__ import annotations

import re
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from typing import TYPE_CHECKING

from motcua_desktop.counter.office import ADMIN_TITLE
from motcua_desktop.domain.calendar_change import CalendarChange
from motcua_desktop.domain.calendar_errors import NothingChanges
from motcua_desktop.domain.deadline import explain
from motcua_desktop.domain.dossier import Office
from motcua_desktop.domain.numbering import CodePattern
from motcua_desktop.domain.office_hours import QUANG_NGAI_DAY, Session, Sessions, WeekPattern, clock
from motcua_desktop.domain.terms import Policy, Term
from motcua_desktop.domain.time_errors import NoSuchTime
from motcua_desktop.domain.trace import Trace

if TYPE_CHECKING:
    from motcua_desktop.counter.counter import Counter

SATURDAY = 5
_MORNING = QUANG_NGAI_DAY[0]


@dataclass(frozen=True, slots=True)
class SetUp:
    """The answers of the five steps."""

    office: Office = field(default_factory=Office)
    agency: str = ""
    week: tuple[Sessions, ...] = (*(QUANG_NGAI_DAY,) * 5, (), ())
    saturday_desk: bool = False
    admin_name: str = ""
    login: str = "quantri"
    admin_title: str = ADMIN_TITLE
    password: str = ""

    @property
    def pattern(self) -> CodePattern:
        """How codes will be made."""
        return CodePattern(self.agency.strip().upper())


def names_agency(code: str) -> bool:
    """Whether it has the form of an identification code of a province's office: H48.25.12."""
    return re.fullmatch(r"H[0-9]{2}(\.[0-9A-Z]{1,4}){1,4}", code) is not None


def week_change(set_up: SetUp) -> CalendarChange | None:
    """What the hours change in the shipped calendar, None when they are the usual ones.

    Raises BadSession, OverlappingSessions or WeekWithoutWork.
    """
    reception: list[Sessions] = [()] * 7
    if set_up.saturday_desk and not set_up.week[SATURDAY]:
        reception[SATURDAY] = (_MORNING,)
    pattern = WeekPattern(set_up.week, date.min, tuple(reception))
    return None if pattern == WeekPattern.monday_to_friday() else CalendarChange(patterns=(pattern,))


@dataclass(frozen=True, slots=True)
class Trial:
    """A date that proves the hours, and the last year whose days off are known."""

    trace: Trace
    covered_year: int


def trial(counter: Counter, set_up: SetUp, days: int = 3) -> Trial:
    """A dossier of some working days received now, by these hours. Raises what `week_change` raises."""
    change = week_change(set_up)
    office = counter.calendar_office
    calendar = office.calendar() if change is None else office.calendar_with(change)
    at: datetime = counter.now().replace(second=0, microsecond=0)
    trace = explain(calendar, at, Term.of(days, "working_day"), policy=Policy.SAME_CLOCK)
    return Trial(trace, calendar.covered_until.year)


def write(counter: Counter, set_up: SetUp) -> None:
    """Write everything: the account first, for it is what may be refused. Raises Refusal."""
    if not counter.accounts.any():
        counter.accounts.create_first(
            set_up.login, set_up.admin_name, set_up.password, set_up.admin_title or ADMIN_TITLE
        )
    pattern = set_up.pattern
    counter.office.set_up(replace(set_up.office, agency_id=pattern.agency), pattern)
    change = week_change(set_up)
    if change is not None:
        with suppress(NothingChanges):  # written by an earlier try
            counter.calendar_office.apply(change)


def session(start: str, end: str) -> Session:
    """A session from two typed times; raises NoSuchTime or BadSession."""
    return Session(clock(start), clock(end))


def tidy_time(text: str) -> str:
    """ "7", "730", "7h30" as "07:30"; what is none as it is."""
    try:
        return f"{clock(text):%H:%M}"
    except NoSuchTime:
        return text
