"""Whether a citizen can be told to come at an instant: somebody must be there to return the result."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, time

from motcua_desktop.domain.calendar import WorkingCalendar
from motcua_desktop.domain.days_off import DayKind
from motcua_desktop.domain.time_errors import CounterClosed


def check_open(
    calendar: WorkingCalendar,
    at: datetime,
    *,
    after: datetime,
    before: datetime | None = None,
    field: str = "new_date",
) -> None:
    """Refuse an appointment while the counter is closed (Decree 118/2025 Art. 20: returned at the counter).

    Raises CounterClosed with an open instant after `after` and before `before`, if one is near: the same
    clock time of the next working day, else its closing; CalendarEnds past the years that are known.
    """
    if calendar.is_open(at):
        return
    info = calendar.day_info(at.date())
    fits = (one for one in _near(calendar, at) if one > after and (before is None or one < before))
    named = None if info.sessions or info.kind is DayKind.RECEPTION_ONLY else info.kind
    raise CounterClosed(
        at,
        kind=named.value if named else "",
        name=info.name if named else "",
        hours=tuple(str(session) for session in info.sessions),
        offered=next(fits, None),
        field=field,
    )


def _near(calendar: WorkingCalendar, at: datetime) -> Iterator[datetime]:
    """Open instants, the one most likely meant first."""
    day = at.date()
    closing = calendar.close_of(day)
    if closing is not None:
        yield closing if at > closing else calendar.deemed_start(at)
    yield same_clock(calendar, calendar.next_working_day(day), at.time())
    yield same_clock(calendar, calendar.nth_working_day(day, -1), at.time())


def same_clock(calendar: WorkingCalendar, day: date, clock: time) -> datetime:
    """The clock time on a working day, its closing where it is closed then."""
    wished = datetime.combine(day, clock)
    return wished if calendar.is_open(wished) else calendar.close_of(day) or wished
