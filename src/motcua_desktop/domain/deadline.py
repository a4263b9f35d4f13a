"""The due-date engine: the one function that turns a receipt and a term into a due instant.

Law: Decree 118/2025 Art. 17.3 (the clock starts with the complete dossier) and 19.5 (a supplement restarts
it), Civil Code 2015 Art. 147–148 (calendar days, months, hours).
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta

from motcua_desktop.domain.calendar import WorkingCalendar, whole_minute
from motcua_desktop.domain.counted_days import with_days
from motcua_desktop.domain.errors import BadValue
from motcua_desktop.domain.terms import (
    DAY_MINUTES,
    EVERY_DAY_UNITS,
    HIGHEST,
    Due,
    OnResume,
    Pause,
    Policy,
    Term,
    Unit,
    merged,
    months_after,
)
from motcua_desktop.domain.time_errors import BeforeCalendar, StillPaused, TimeZoneGiven
from motcua_desktop.domain.trace import Trace
from motcua_desktop.domain.worktable import MINUTE, WorkTable

__all__ = [
    "DAY_MINUTES",
    "HIGHEST",
    "Due",
    "OnResume",
    "Pause",
    "Policy",
    "Term",
    "Unit",
    "due",
    "explain",
]

# Looked up once: an enum's member costs more than the whole count.
_SAME_CLOCK, _END_OF_DAY, _CIVIL_STRICT = Policy.SAME_CLOCK, Policy.END_OF_DAY, Policy.CIVIL_STRICT
_WORKING_MINUTES, _SESSION = Policy.WORKING_MINUTES, Policy.SESSION
_WORKING_DAY, _WORKING_HOUR, _CLOCK_HOUR = Unit.WORKING_DAY, Unit.WORKING_HOUR, Unit.CLOCK_HOUR
_MONTH = Unit.MONTH
_RESTART = OnResume.RESTART
_new_due = object.__new__
_set_at, _set_provisional = Due.__dict__["at"].__set__, Due.__dict__["provisional"].__set__
_DAY_END_POLICIES = (Policy.END_OF_DAY, Policy.CIVIL_STRICT)


def due(
    calendar: WorkingCalendar,
    received: datetime,
    term: Term,
    *,
    policy: Policy = _SAME_CLOCK,
    cutoff: time | None = None,
    pauses: Sequence[Pause] = (),
    on_resume: OnResume = _RESTART,
) -> Due:
    """When the term of a dossier received at `received` ends (seconds are dropped). Raises StillPaused."""
    if pauses:
        return _due_with_pauses(calendar, received, term, policy, cutoff, pauses, on_resume)
    table = calendar.table
    day, minute = received.toordinal() - table.first, received.hour * 60 + received.minute
    if day < 0 or received.tzinfo is not None:
        raise _unusable(received, table)
    try:
        start = table.hours[day].start[minute]  # the deemed start, on the k-th working day of the table
        if start < 0 or (cutoff is not None and minute > cutoff.hour * 60 + cutoff.minute):
            k = table.rank[day]
            start = table.hours[table.working[k]].opening
        else:
            k = table.rank[day] - 1
        if policy is _SAME_CLOCK and term.plain_days:
            day = table.working[k + term.plain_days]
            minute = table.hours[day].clip[start]
        elif term.unit is _WORKING_HOUR:
            day, minute = _after_minutes(table, k, start, term.minutes)
        else:
            day, minute = _landing(table, received, k, start, term, policy)
        at = table.midnight[day] + MINUTE[minute]
    except IndexError:  # past the end of the table
        calendar.grow_past(table)
        return due(calendar, received, term, policy=policy, cutoff=cutoff)
    answer = _new_due(Due)  # Due(at, …) spelled out: a frozen __init__ costs as much as the count
    _set_at(answer, at)
    _set_provisional(answer, day > table.covered)
    return answer


def _unusable(received: datetime, table: WorkTable) -> Exception:
    if received.tzinfo is not None:
        return TimeZoneGiven(received)
    return BeforeCalendar(received.date(), date.fromordinal(table.first))


def explain(
    calendar: WorkingCalendar,
    received: datetime,
    term: Term,
    *,
    policy: Policy = _SAME_CLOCK,
    cutoff: time | None = None,
    pauses: Sequence[Pause] = (),
    on_resume: OnResume = _RESTART,
) -> Trace:
    """The same answer as `due`, with each day counted, skipped and why. Raises what `due` raises."""
    answer = due(calendar, received, term, policy=policy, cutoff=cutoff, pauses=pauses, on_resume=on_resume)
    resumed = _resumed(received, pauses) if on_resume == _RESTART else None
    begin = whole_minute(resumed or received)
    trace = Trace(
        due=answer,
        received=whole_minute(received),
        resumed=whole_minute(resumed) if resumed else None,
        start=_clock_start(calendar, begin, term, policy, cutoff),
        term=term,
        policy=_policy(policy),
        cutoff=cutoff,
        pauses=tuple(pauses),
        on_resume=OnResume(on_resume),
        edition=calendar.edition,
        articles=_articles(received.date(), term, policy, resumed),
    )
    return with_days(trace, calendar)


def _articles(received: date, term: Term, policy: Policy, resumed: datetime | None) -> tuple[str, ...]:
    """The articles the count rests on, by the decree in force on the day of receipt."""
    current = received >= date(2025, 7, 1)
    clock = "NĐ 118/2025/NĐ-CP, Điều 17 khoản 3" if current else "NĐ 61/2018/NĐ-CP, Điều 17"
    restart = "NĐ 118/2025/NĐ-CP, Điều 19 khoản 5" if current else "NĐ 61/2018/NĐ-CP, Điều 19 khoản 4"
    articles = [clock, *([restart] if resumed else [])]
    if term.unit is _CLOCK_HOUR:
        articles.append("BLDS 2015, Điều 147 khoản 1")
    elif term.unit in EVERY_DAY_UNITS or policy == _CIVIL_STRICT:
        articles.append("BLDS 2015, Điều 147, 148")
    return tuple(articles)


def _policy(policy: str) -> Policy:
    try:
        return Policy(policy)
    except ValueError:
        raise BadValue("policy", str(policy), tuple(Policy)) from None


def _resumed(received: datetime, pauses: Sequence[Pause]) -> datetime | None:
    """When the dossier was last completed after its receipt. Raises StillPaused while it waits."""
    waiting = [pause.start for pause in pauses if pause.end is None]
    if waiting:
        raise StillPaused(min(waiting))
    return max(
        (pause.end for pause in pauses if pause.end is not None and pause.end > received), default=None
    )


def _clock_start(
    calendar: WorkingCalendar, begin: datetime, term: Term, policy: Policy, cutoff: time | None
) -> datetime:
    """The instant counting runs from: the deemed start, or the receipt itself where the term starts with the
    following day (Civil Code 147)."""
    next_day = term.unit is _WORKING_DAY and policy == _CIVIL_STRICT and term.minutes > 0
    return begin if next_day or term.unit in EVERY_DAY_UNITS else calendar.deemed_start(begin, cutoff)


def _due_with_pauses(
    calendar: WorkingCalendar,
    received: datetime,
    term: Term,
    policy: Policy,
    cutoff: time | None,
    pauses: Sequence[Pause],
    on_resume: OnResume,
) -> Due:
    resumed = _resumed(received, pauses)
    if on_resume == _RESTART:
        return due(calendar, resumed or received, term, policy=policy, cutoff=cutoff)
    promised = due(calendar, received, term, policy=policy, cutoff=cutoff)
    begin = _clock_start(calendar, whole_minute(received), term, policy, cutoff)
    at, paused = promised.at, 0
    for start, end in merged(pauses, begin):
        if start >= at:  # the term had already run out: a later pause cannot bring it back
            break
        paused += _minutes_between(calendar, start, end, term)
        at = _moved(calendar, promised.at, paused, term, policy)
    return Due(at, at.date() > calendar.covered_until)


def _minutes_between(calendar: WorkingCalendar, start: datetime, end: datetime, term: Term) -> int:
    if term.unit is _CLOCK_HOUR:
        return int((end - start).total_seconds()) // 60
    return calendar.working_minutes_between(start, end)


def _moved(calendar: WorkingCalendar, at: datetime, minutes: int, term: Term, policy: Policy) -> datetime:
    """The due instant moved by paused minutes; a term that ends with a day still ends with one."""
    if term.unit is _CLOCK_HOUR:
        return at + timedelta(minutes=minutes)
    if not minutes:
        return at
    at = calendar.add_working_minutes(at, minutes)
    ends_with_day = term.unit is not _WORKING_HOUR and (
        term.unit is not _WORKING_DAY or not term.minutes or policy in _DAY_END_POLICIES
    )
    return calendar.close_of(at.date()) or at if ends_with_day else at


def _landing(
    table: WorkTable, received: datetime, k: int, start: int, term: Term, policy: Policy
) -> tuple[int, int]:
    """The day of the table and the minute at which the term ends, counted from minute `start` of the k-th
    working day. IndexError past the table's end."""
    if term.unit in EVERY_DAY_UNITS:
        return _civil_landing(table, received, term)
    if not term.minutes:  # "within the day": until closing, whatever the policy
        target = table.working[k]
        return target, table.hours[target].closing
    if policy is _SAME_CLOCK:
        day = table.working[k + term.whole]
        return _after_minutes(table, k + term.whole, table.hours[day].clip[start], term.rest_minutes)
    if policy is _END_OF_DAY:
        target = table.working[k + term.whole_up]
        return target, table.hours[target].closing
    if policy is _CIVIL_STRICT:
        target = table.working[table.rank[received.toordinal() - table.first] + term.whole_up - 1]
        return target, table.hours[target].closing
    if policy is _WORKING_MINUTES:
        return _after_minutes(table, k, start, term.minutes)
    if policy is not _SESSION:
        return _landing(table, received, k, start, term, _policy(policy))
    here = table.hours[table.working[k]]
    halves = table.halves[k] - len(here.half_ends) + here.half[start] + 1
    return table.half_day(halves + 2 * term.whole + -(-term.rest_minutes // (DAY_MINUTES // 2)))


def _after_minutes(table: WorkTable, k: int, start: int, minutes: int) -> tuple[int, int]:
    """The earliest day and minute `minutes` working minutes after minute `start` of the k-th working day."""
    day = table.working[k]
    if not minutes:
        return day, start
    here = table.hours[day]
    ends = table.ends
    target = ends[k] - here.total + here.worked[start] + minutes
    k += (minutes - 1) // table.longest  # never too far, and seldom more than a day short
    while ends[k] < target:
        k += 1
    day = table.working[k]
    there = table.hours[day]
    return day, there.minute_at[target - ends[k] + there.total]


def _civil_landing(table: WorkTable, received: datetime, term: Term) -> tuple[int, int]:
    """Civil Code 147–148: clock hours from the instant itself; days and months from the day after receipt, to
    closing of the last day, moved to the next working day when that is a day off."""
    day = received.toordinal() - table.first
    if term.unit is _CLOCK_HOUR:
        days, minute = divmod(received.hour * 60 + received.minute + term.minutes, 1440)
        return day + days, minute
    if term.unit is _MONTH:
        day = months_after(received.date(), term.whole).toordinal() - table.first
    else:
        day += term.whole
    if not table.hours[day].total:
        day = table.working[table.rank[day]]
    return day, table.hours[day].closing
