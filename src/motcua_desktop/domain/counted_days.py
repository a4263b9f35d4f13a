"""Walks from receipt to due and says of each day whether it counted and why."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

from motcua_desktop.domain.calendar import DayInfo, DayKind, WorkingCalendar
from motcua_desktop.domain.terms import (
    EVERY_DAY_UNITS,
    Due,
    OnResume,
    Pause,
    Policy,
    Term,
    Unit,
    merged,
    months_after,
)
from motcua_desktop.domain.trace_values import Trace, TraceDay, TraceKind, Why

#: How many days past the due day a trace knows, for the day strip.
_AFTER = 4
_DAY = timedelta(days=1)
_WHY_OFF = {
    DayKind.HOLIDAY: Why.HOLIDAY,
    DayKind.SUBSTITUTE: Why.SUBSTITUTE,
    DayKind.SWAP_DAY_OFF: Why.SWAP_DAY_OFF,
    DayKind.CLOSURE: Why.CLOSURE,
}


def trace_of(
    calendar: WorkingCalendar,
    due: Due,
    *,
    received: datetime,
    resumed: datetime | None,
    start: datetime,
    term: Term,
    policy: Policy,
    cutoff: time | None,
    pauses: tuple[Pause, ...],
    on_resume: OnResume,
) -> Trace:
    """The trace of a due date that was already counted."""
    suspended = merged(pauses, start, due.at) if on_resume is OnResume.SUSPEND else []
    walk = _Walk(calendar, due, received, resumed, start, term, policy, cutoff, suspended)
    return Trace(
        due=due,
        received=received,
        resumed=resumed,
        start=start,
        term=term,
        policy=policy,
        cutoff=cutoff,
        pauses=pauses,
        on_resume=on_resume,
        moved_by=sum(calendar.working_minutes_between(a, b) for a, b in suspended),
        edition=calendar.edition,
        articles=_articles(received.date(), term, policy, resumed),
        days=walk.days(),
        after=walk.after(),
    )


class _Walk:
    """One walk over the days of a count."""

    def __init__(
        self,
        calendar: WorkingCalendar,
        due: Due,
        received: datetime,
        resumed: datetime | None,
        start: datetime,
        term: Term,
        policy: Policy,
        cutoff: time | None,
        suspended: list[tuple[datetime, datetime]],
    ) -> None:
        self._calendar = calendar
        self._due = due
        self._received = received
        self._resumed = resumed
        self._begin = resumed or received
        self._start = start
        self._every_day = term.unit in EVERY_DAY_UNITS
        self._by_minutes = term.unit is Unit.WORKING_HOUR or (
            term.unit is Unit.WORKING_DAY and policy is Policy.WORKING_MINUTES
        )
        self._last = self._nominal_last(term)
        self._cutoff = cutoff
        self._suspended = suspended
        self._number = 0

    def days(self) -> tuple[TraceDay, ...]:
        """Every day from receipt to due."""
        length = (self._due.at.date() - self._received.date()).days
        return tuple(self._day(self._received.date() + _DAY * offset) for offset in range(length + 1))

    def after(self) -> tuple[TraceDay, ...]:
        """The days that follow."""
        infos = [
            self._calendar.day_info(self._due.at.date() + _DAY * offset) for offset in range(1, _AFTER + 1)
        ]
        return tuple(
            TraceDay(
                info.date,
                TraceKind.LATER if info.is_working else TraceKind.OFF,
                _why(info),
                info.name,
                is_working=info.is_working,
                provisional=info.provisional,
            )
            for info in infos
        )

    def _day(self, day: date) -> TraceDay:
        info = self._calendar.day_info(day)
        kind, why = self._role(day, info)
        counts = kind is TraceKind.COUNTED or (kind is TraceKind.DUE and day != self._begin.date())
        if counts:
            self._number += 1
        return TraceDay(
            day,
            kind,
            why,
            info.name,
            number=self._number if counts else 0,
            minutes=self._minutes(day),
            is_working=info.is_working,
            provisional=info.provisional,
        )

    def _role(self, day: date, info: DayInfo) -> tuple[TraceKind, Why]:
        if day < self._begin.date():
            is_receipt = day == self._received.date()
            return (TraceKind.RECEIVED, Why.RECEIPT) if is_receipt else (TraceKind.PAUSED, Why.RESTARTED)
        if day == self._due.at.date():
            return TraceKind.DUE, self._why_receipt(info) if day == self._begin.date() else _why(info)
        if day == self._begin.date():
            return TraceKind.RECEIVED, self._why_receipt(info)
        if self._every_day:
            return (TraceKind.COUNTED, _why(info)) if day <= self._last else (TraceKind.OFF, _why(info))
        if not info.is_working or day < self._start.date():
            return TraceKind.OFF, _why(info)
        if day == self._start.date() and not self._by_minutes:
            return TraceKind.START, Why.FIRST_DAY
        if self._is_paused(day):
            return TraceKind.PAUSED, Why.SUPPLEMENT
        return TraceKind.COUNTED, _why(info)

    def _why_receipt(self, info: DayInfo) -> Why:
        if self._resumed is not None:
            return Why.COMPLETED
        if self._start == self._begin:
            return Why.RECEIPT
        if self._cutoff is not None and self._begin.time() > self._cutoff and info.is_working:
            return Why.AFTER_CUTOFF
        return Why.OUTSIDE_HOURS

    def _nominal_last(self, term: Term) -> date:
        """The last day of a term that counts every day, before a day off moves it."""
        if term.unit is Unit.CALENDAR_DAY:
            return self._begin.date() + _DAY * term.whole
        if term.unit is Unit.MONTH:
            return months_after(self._begin.date(), term.whole)
        return self._due.at.date()

    def _is_paused(self, day: date) -> bool:
        """Whether a suspended term stood still for all of the day's working time."""
        opening, closing = self._calendar.open_of(day), self._calendar.close_of(day)
        return any(
            opening is not None and closing is not None and start <= opening and closing <= end
            for start, end in self._suspended
        )

    def _minutes(self, day: date) -> int:
        if not self._by_minutes:
            return 0
        midnight = datetime(day.year, day.month, day.day)
        first, last = max(self._start, midnight), min(self._due.at, midnight + _DAY)
        if first >= last:
            return 0
        count = self._calendar.working_minutes_between
        paused = sum(count(max(a, first), min(b, last)) for a, b in self._suspended if a < last and b > first)
        return count(first, last) - paused


def _why(info: DayInfo) -> Why:
    if info.is_working:
        return Why.MAKEUP_WORKDAY if info.kind is DayKind.MAKEUP_WORKDAY else Why.ORDINARY
    return Why.WEEKEND if info.kind is None else _WHY_OFF.get(info.kind, Why.WEEKEND)


def _articles(received: date, term: Term, policy: Policy, resumed: datetime | None) -> tuple[str, ...]:
    """The articles the count rests on, by the decree in force on the day of receipt."""
    current = received >= date(2025, 7, 1)
    clock = "NĐ 118/2025/NĐ-CP, Điều 17 khoản 3" if current else "NĐ 61/2018/NĐ-CP, Điều 17"
    restart = "NĐ 118/2025/NĐ-CP, Điều 19 khoản 5" if current else "NĐ 61/2018/NĐ-CP, Điều 19 khoản 4"
    articles = [clock, *([restart] if resumed else [])]
    if term.unit is Unit.CLOCK_HOUR:
        articles.append("BLDS 2015, Điều 147 khoản 1")
    elif term.unit in EVERY_DAY_UNITS or policy is Policy.CIVIL_STRICT:
        articles.append("BLDS 2015, Điều 147, 148")
    return tuple(articles)
