"""Working time that has passed, is left, or is overdue, and the class a finished dossier falls in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from motcua_desktop.domain.calendar import WorkingCalendar, whole_minute
from motcua_desktop.domain.terms import Pause, merged

#: Past this many working days a badge only says that there is time.
FAR_DAYS = 5
#: From this many working days on a badge counts lateness in days, before in hours.
LATE_DAYS = 2


@dataclass(frozen=True, slots=True)
class Span:
    """A length of the office's time: whole working days of this office, then hours and minutes of a day.

    `total` is all of it in working minutes. A day is a day of the calendar, however long it is.
    """

    days: int
    hours: int
    minutes: int
    total: int


@dataclass(frozen=True, slots=True)
class TimeLeft:
    """The time from now to due or, when `late`, from due to now.

    `minutes_left` is signed. `days_away` counts working days from today to the due day, 0 for today.
    """

    span: Span
    minutes_left: int
    late: bool
    today: bool
    days_away: int
    due_at: datetime


class Outcome(StrEnum):
    """How a dossier ended against its due instant. No due date is a class of its own."""

    EARLY = "early"
    ON_TIME = "on_time"
    LATE = "late"
    NO_DUE = "no_due"


def elapsed(calendar: WorkingCalendar, a: datetime, b: datetime, pauses: Sequence[Pause] = ()) -> int:
    """Working minutes from `a` to `b`, the pauses left out; an open pause lasts until `b`. Never below 0."""
    a, b = whole_minute(a), whole_minute(b)
    if b <= a:
        return 0
    count = calendar.working_minutes_between
    return count(a, b) - sum(count(start, end) for start, end in merged(pauses, a, b))


def span(calendar: WorkingCalendar, a: datetime, b: datetime) -> Span:
    """The working time from `a` to `b` (not before `a`) in days, hours and minutes of this office."""
    start = calendar.deemed_start(a)
    days = max(0, calendar.working_days_between(start.date(), b.date()))
    if days and _same_clock(calendar, start, days) > b:
        days -= 1
    rest = calendar.working_minutes_between(_same_clock(calendar, start, days), b)
    return Span(days, *divmod(max(0, rest), 60), calendar.working_minutes_between(a, b))


def _same_clock(calendar: WorkingCalendar, start: datetime, days: int) -> datetime:
    """The same time of day `days` working days on, or the session end before it, or the opening."""
    day = calendar.nth_working_day(start.date(), days)
    sessions = calendar.sessions(day)
    begun = [session for session in sessions if session.start <= start.time()]
    clock = min(start.time(), begun[-1].end) if begun else sessions[0].start
    return datetime.combine(day, clock)


def left(calendar: WorkingCalendar, now: datetime, due_at: datetime) -> TimeLeft:
    """How long until due, or how late. Late is strictly after the due instant."""
    now, due_at = whole_minute(now), whole_minute(due_at)
    late = now > due_at
    length = span(calendar, due_at, now) if late else span(calendar, now, due_at)
    return TimeLeft(
        span=length,
        minutes_left=-length.total if late else length.total,
        late=late,
        today=now.date() == due_at.date(),
        days_away=calendar.working_days_between(now.date(), due_at.date()),
        due_at=due_at,
    )


def classify(finished: datetime, due_at: datetime | None) -> Outcome:
    """Early: before the due day; on time: on it, not after the due instant; late: after it."""
    if due_at is None:
        return Outcome.NO_DUE
    if whole_minute(finished) > due_at:
        return Outcome.LATE
    return Outcome.EARLY if finished.date() < due_at.date() else Outcome.ON_TIME


def words(time_left: TimeLeft) -> str:
    """`còn 1 ngày 2 giờ làm việc`, `quá hạn 3 giờ làm việc`; minutes only below one hour."""
    return f"{'quá hạn' if time_left.late else 'còn'} {_length(time_left.span)} làm việc"


def badge(time_left: TimeLeft) -> str:
    """`Còn 1 ngày`, `Hôm nay 10:15`, `Quá hạn 3 giờ`, `Trong hạn`: the short form for lists."""
    if time_left.late:
        if time_left.span.days >= LATE_DAYS:
            return f"Quá hạn {time_left.span.days} ngày"
        hours = time_left.span.total // 60
        return f"Quá hạn {hours} giờ" if hours else f"Quá hạn {time_left.span.total} phút"
    if time_left.today:
        return f"Hôm nay {time_left.due_at:%H:%M}"
    if time_left.days_away > FAR_DAYS:
        return "Trong hạn"
    if time_left.days_away < 1:  # a due instant on a day off: hours of the clock are the only such term
        return f"Đến {time_left.due_at:%H:%M %d/%m}"
    return f"Còn {time_left.days_away} ngày"


def _length(length: Span) -> str:
    parts = [
        *([f"{length.days} ngày"] if length.days else []),
        *([f"{length.hours} giờ"] if length.hours else []),
    ]
    return " ".join(parts) if parts else f"{length.minutes} phút"
