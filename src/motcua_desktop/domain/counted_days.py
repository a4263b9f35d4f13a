"""Walks from receipt to due and says of each day whether it counted and why."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta

from motcua_desktop.domain.calendar import DayInfo, DayKind, WorkingCalendar
from motcua_desktop.domain.terms import (
    OnResume,
    Policy,
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


def with_days(trace: Trace, calendar: WorkingCalendar) -> Trace:
    """The trace of a date that is already counted, filled with its days."""
    suspended = merged(trace.pauses, trace.start, trace.due.at) if trace.on_resume is OnResume.SUSPEND else []
    walk = _Walk(trace, calendar, suspended)
    moved_by = sum(calendar.working_minutes_between(start, end) for start, end in suspended)
    return replace(trace, days=walk.days(), after=walk.after(), moved_by=moved_by)


class _Walk:
    """One walk over the days of a count."""

    def __init__(
        self, trace: Trace, calendar: WorkingCalendar, suspended: list[tuple[datetime, datetime]]
    ) -> None:
        self._trace = trace
        self._calendar = calendar
        self._suspended = suspended
        self._received, self._begin = trace.received.date(), trace.begin.date()
        self._start, self._due = trace.start.date(), trace.due.at.date()
        self._last = _nominal_last(trace)
        self._by_minutes = trace.term.unit is Unit.WORKING_HOUR or (
            trace.term.unit is Unit.WORKING_DAY and trace.policy is Policy.WORKING_MINUTES
        )
        self._number = 0

    def days(self) -> tuple[TraceDay, ...]:
        """Every day from receipt to due."""
        length = (self._due - self._received).days
        return tuple(self._day(self._received + _DAY * offset) for offset in range(length + 1))

    def after(self) -> tuple[TraceDay, ...]:
        """The days that follow."""
        infos = [self._calendar.day_info(self._due + _DAY * offset) for offset in range(1, _AFTER + 1)]
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
        counts = kind is TraceKind.COUNTED or (kind is TraceKind.DUE and day != self._begin)
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
        if day < self._begin:
            is_receipt = day == self._received
            return (TraceKind.RECEIVED, Why.RECEIPT) if is_receipt else (TraceKind.PAUSED, Why.RESTARTED)
        if day == self._due:
            return TraceKind.DUE, self._why_receipt(info) if day == self._begin else _why(info)
        if day == self._begin:
            return TraceKind.RECEIVED, self._why_receipt(info)
        if self._trace.counts_every_day:
            return (TraceKind.COUNTED if day < self._last else TraceKind.OFF), _why(info)
        if not info.is_working or day < self._start:
            return TraceKind.OFF, _why(info)
        if day == self._start and not self._by_minutes:
            return TraceKind.START, Why.FIRST_DAY
        if self._is_paused(day):
            return TraceKind.PAUSED, Why.SUPPLEMENT
        return TraceKind.COUNTED, _why(info)

    def _why_receipt(self, info: DayInfo) -> Why:
        trace = self._trace
        if trace.resumed is not None:
            return Why.COMPLETED
        if trace.start == trace.begin:
            return Why.RECEIPT
        if trace.cutoff is not None and trace.begin.time() > trace.cutoff and info.is_working:
            return Why.AFTER_CUTOFF
        return Why.OUTSIDE_HOURS

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
        first, last = max(self._trace.start, midnight), min(self._trace.due.at, midnight + _DAY)
        if first >= last:
            return 0
        count = self._calendar.working_minutes_between
        paused = sum(count(max(a, first), min(b, last)) for a, b in self._suspended if a < last and b > first)
        return count(first, last) - paused


def _why(info: DayInfo) -> Why:
    if info.is_working:
        return Why.MAKEUP_WORKDAY if info.kind is DayKind.MAKEUP_WORKDAY else Why.ORDINARY
    return Why.WEEKEND if info.kind is None else _WHY_OFF.get(info.kind, Why.WEEKEND)


def _nominal_last(trace: Trace) -> date:
    """The last day of a term that counts every day, before a day off moves it."""
    if trace.term.unit is Unit.CALENDAR_DAY:
        return trace.begin.date() + _DAY * trace.term.whole
    if trace.term.unit is Unit.MONTH:
        return months_after(trace.begin.date(), trace.term.whole)
    return trace.due.at.date()
