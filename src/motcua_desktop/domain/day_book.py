"""What each day is: the week, beaten by the official days, beaten by the office's own days."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from motcua_desktop.domain.days_off import DayKind, OfficeDay, OfficialDay, one_per_date
from motcua_desktop.domain.forecast import Forecast
from motcua_desktop.domain.office_hours import Session, Sessions, WeekPattern
from motcua_desktop.domain.time_errors import ContradictoryDays, TwoPatterns

_OFF = (DayKind.HOLIDAY, DayKind.SUBSTITUTE, DayKind.SWAP_DAY_OFF)


@dataclass(frozen=True, slots=True)
class DayInfo:
    """What a day is: `kind` None on an ordinary day of the week, `proposed` a pending change not applied.

    `sessions` count time; `reception` only receives.
    """

    date: date
    is_working: bool
    sessions: Sessions
    kind: DayKind | None = None
    name: str = ""
    basis: str = ""
    provisional: bool = False
    reception: Sessions = ()
    proposed: OfficialDay | None = None


class DayBook:
    """Answers what a single day is; knows nothing of counting."""

    def __init__(
        self,
        official_days: Iterable[OfficialDay],
        patterns: Sequence[WeekPattern],
        office_days: Iterable[OfficeDay],
        covered_until: date,
        pending: tuple[OfficialDay, ...],
        forecast: Forecast | None,
    ) -> None:
        self.official_days = one_per_date(day for day in official_days if day.date <= covered_until)
        self._office, self._desks = _by_date(office_days)
        self._patterns = _newest_first(patterns)
        self._covered_until = covered_until
        self._pending = pending
        self._forecast = forecast
        self._forecast_years: dict[int, dict[date, OfficialDay]] = {}

    def info(self, day: date) -> DayInfo:
        """All that is known about the day."""
        official, office = self._official(day), self._office.get(day)
        source = office[0] if office else official
        desk = self._desks.get(day)
        sessions = self.sessions(day)
        if source is None and desk is not None:
            source = desk
        return DayInfo(
            date=day,
            is_working=bool(sessions),
            sessions=sessions,
            kind=source.kind if source else None,
            name=source.name if source else "",
            basis=source.basis if source else "",
            provisional=day > self._covered_until,
            reception=self._reception(day, official, desk),
            proposed=next((one for one in self._pending if day in (one.date, one.pair)), None),
        )

    def sessions(self, day: date) -> Sessions:
        """The counted sessions of the day."""
        official = self._official(day)
        pattern = self._pattern(day)
        sessions = pattern.sessions[day.weekday()]
        if official is not None:
            sessions = pattern.normal_day if official.kind == DayKind.MAKEUP_WORKDAY else ()
        for entry in self._office.get(day, ()):
            sessions = _with_office_day(sessions, entry, pattern)
        return sessions

    def _official(self, day: date) -> OfficialDay | None:
        if day <= self._covered_until or self._forecast is None:
            return self.official_days.get(day)
        year = self._forecast_years.get(day.year)
        if year is None:
            year = one_per_date(self._forecast.year(day.year))
            self._forecast_years[day.year] = year
        return year.get(day)

    def _pattern(self, day: date) -> WeekPattern:
        for pattern in self._patterns:
            if pattern.effective_from <= day:
                return pattern
        return self._patterns[-1]

    def _reception(self, day: date, official: OfficialDay | None, desk: OfficeDay | None) -> Sessions:
        if desk is not None:
            return desk.sessions
        is_off = official is not None and official.kind in _OFF
        return () if is_off or day in self._office else self._pattern(day).reception[day.weekday()]


def _with_office_day(sessions: Sessions, entry: OfficeDay, pattern: WeekPattern) -> Sessions:
    if entry.kind == DayKind.MAKEUP_WORKDAY:
        return entry.sessions or pattern.normal_day
    if entry.kind == DayKind.SPECIAL_OPENING:
        return entry.sessions
    if entry.kind == DayKind.CLOSURE and entry.sessions:
        for closed in entry.sessions:
            sessions = tuple(piece for session in sessions for piece in _without(session, closed))
        return sessions
    return ()


def _without(session: Session, closed: Session) -> tuple[Session, ...]:
    edges = ((session.start, min(session.end, closed.start)), (max(session.start, closed.end), session.end))
    return tuple(Session(start, end) for start, end in edges if start < end)


def _by_date(days: Iterable[OfficeDay]) -> tuple[dict[date, tuple[OfficeDay, ...]], dict[date, OfficeDay]]:
    """The office's days and its reception-only desks. Only closures of single stretches may share a date."""
    office: dict[date, tuple[OfficeDay, ...]] = {}
    desks: dict[date, OfficeDay] = {}
    for day in dict.fromkeys(days):
        if day.kind == DayKind.RECEPTION_ONLY:
            if day.date in desks:
                raise ContradictoryDays(day.date, (day.kind.value, day.kind.value))
            desks[day.date] = day
            continue
        others = office.get(day.date, ())
        partial = all(one.kind == DayKind.CLOSURE and one.sessions for one in (*others, day))
        if others and not partial:
            raise ContradictoryDays(day.date, tuple(one.kind.value for one in (*others, day)))
        office[day.date] = (*others, day)
    return office, desks


def _newest_first(patterns: Sequence[WeekPattern]) -> tuple[WeekPattern, ...]:
    dates = [pattern.effective_from for pattern in patterns]
    if len(set(dates)) != len(dates) or not dates:
        raise TwoPatterns(max(dates, key=dates.count) if dates else None)
    return tuple(sorted(patterns, key=lambda pattern: pattern.effective_from, reverse=True))
