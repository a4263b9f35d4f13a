"""A change of the calendar as a file: plain JSON values to a checked change (docs/calendar-file.md)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, time
from typing import Any

from motcua_desktop.domain.calendar_change import CalendarChange, YearNotice
from motcua_desktop.domain.calendar_errors import NoticeIncomplete
from motcua_desktop.domain.days_off import DayKind, OfficeDay, day_from, official_days_from
from motcua_desktop.domain.errors import BadValue
from motcua_desktop.domain.forecast import Forecast
from motcua_desktop.domain.office_hours import Session, Sessions, WeekPattern

_KEYS = (
    "note",
    "add",
    "remove",
    "patterns",
    "remove_patterns",
    "confirm",
    "dismiss",
    "notice",
    "undo",
)
_DAY_KEYS = ("date", "kind", "name", "sessions", "basis", "pair")
_PATTERN_KEYS = ("from", "sessions", "reception")
_NOTICE_KEYS = ("year", "notice", "days", "edition", "as_of", "sources", "source", "note")
#: Half a day, whatever the sessions are: a closure takes away what lies in it.
HALVES = {"morning": Session(time(0), time(12)), "afternoon": Session(time(12), time(23, 59))}


def change_from(value: Any, forecast: Forecast) -> CalendarChange:
    """A change from the parsed file; a year file (`{"year", "days"}`) is the entry of its notice.

    Refuses unknown keys and kinds, dates that do not exist, sessions that overlap and a notice without the
    holidays of the law (`forecast` knows them).
    """
    file = _mapping("change", value)
    if "year" in file:
        return CalendarChange(notice=notice_from(file, forecast))
    _known("change", file, _KEYS)
    undo = file.get("undo")
    if undo is not None and (not isinstance(undo, int) or isinstance(undo, bool)):
        raise BadValue("undo", str(undo), ("1, 2, 3 …",))
    return CalendarChange(
        note=_text("note", file.get("note", "")),
        add=tuple(day for entry in _list("add", file) for day in office_days_from(entry)),
        remove=_dates("remove", file),
        patterns=tuple(pattern_from(entry) for entry in _list("patterns", file)),
        remove_patterns=_dates("remove_patterns", file),
        confirm=_dates("confirm", file),
        dismiss=_dates("dismiss", file),
        notice=None if file.get("notice") is None else notice_from(file["notice"], forecast),
        undo=undo,
    )


def office_days_from(value: Any) -> tuple[OfficeDay, ...]:
    """A day of the office's own; with `pair` a swap, which is two."""
    entry = _mapping("add", value)
    _known("add", entry, _DAY_KEYS)
    kind = entry.get("kind", "")
    if kind not in tuple(DayKind):
        raise BadValue("kind", str(kind), tuple(DayKind))
    day = OfficeDay(
        day_from(entry.get("date", "")),
        DayKind(kind),
        _text("name", entry.get("name", "")),
        _sessions(entry.get("sessions") or ()),
        _text("basis", entry.get("basis", "")),
    )
    if entry.get("pair") is None:
        return (day,)
    if day.kind is not DayKind.SWAP_DAY_OFF:
        raise BadValue("pair", str(kind), (DayKind.SWAP_DAY_OFF,))
    return swap(day.date, day_from(entry["pair"], "pair"), day.name, day.basis)


def swap(off: date, worked: date, name: str = "", basis: str = "") -> tuple[OfficeDay, ...]:
    """A working day off and the day off worked for it."""
    return (
        OfficeDay(off, DayKind.SWAP_DAY_OFF, name, (), basis),
        OfficeDay(worked, DayKind.MAKEUP_WORKDAY, name, (), basis),
    )


def pattern_from(value: Any) -> WeekPattern:
    """The week from a date on: `sessions` count, `reception` only receives (a Saturday desk)."""
    entry = _mapping("patterns", value)
    _known("patterns", entry, _PATTERN_KEYS)
    return WeekPattern.from_words(
        _week("sessions", entry.get("sessions")),
        day_from(entry.get("from", ""), "from"),
        _week("reception", entry.get("reception") or {}),
    )


def notice_from(value: Any, forecast: Forecast) -> YearNotice:
    """A year's notice; refuses one that lacks a holiday whose date the law fixes."""
    file = _mapping("notice", value)
    _known("notice", file, _NOTICE_KEYS)
    year = file.get("year")
    if not isinstance(year, int) or isinstance(year, bool) or not 2000 <= year <= forecast.last_year:
        raise BadValue("year", str(year), (f"2000–{forecast.last_year}",))
    days = official_days_from({**file, "days": [_mapping("days", day) for day in _list("days", file)]})
    told = {day.date for day in days}
    missing = [day for day in _fixed_holidays(year, forecast) if day not in told]
    if missing:
        raise NoticeIncomplete(year, tuple(f"{day:%d/%m}" for day in missing))
    return YearNotice(year, _text("notice", file.get("notice", "")), tuple(sorted(days, key=_date)))


def _date(day: Any) -> date:
    found: date = day.date
    return found


def _fixed_holidays(year: int, forecast: Forecast) -> list[date]:
    """The holidays no notice can move: the first of Tết, Giỗ Tổ and the days of the solar calendar."""
    days = [date(year, 1, 1), date(year, 4, 30), date(year, 5, 1), date(year, 9, 2)]
    days += [table[year] for table in (forecast.tet, forecast.hung_kings) if year in table]
    if year >= 2026:
        days.append(date(year, 11, 24))
    return sorted(days)


def _sessions(value: Any) -> Sessions:
    if isinstance(value, str):
        value = [value]
    if not isinstance(value, Sequence):
        raise BadValue("sessions", str(value), ("07:00-11:30",))
    return tuple(HALVES.get(text) or Session.parse(_text("sessions", text)) for text in value)


def _week(where: str, value: Any) -> dict[str, list[str]]:
    week = _mapping(where, value)
    return {day: [_text(where, text) for text in _list(day, week)] for day in week}


def _mapping(where: str, value: Any) -> Mapping[str, Any]:
    if not isinstance(value, Mapping):
        raise BadValue(where, str(value)[:60], ("{…}",))
    return value


def _known(where: str, value: Mapping[str, Any], keys: tuple[str, ...]) -> None:
    unknown = [str(key) for key in value if key not in keys]
    if unknown:
        raise BadValue(where, min(unknown), keys)


def _list(where: str, value: Mapping[str, Any]) -> Sequence[Any]:
    found = value.get(where) or []
    if not isinstance(found, list | tuple):
        raise BadValue(where, str(found)[:60], ("[…]",))
    return found


def _dates(where: str, value: Mapping[str, Any]) -> tuple[date, ...]:
    return tuple(day_from(text, where) for text in _list(where, value))


def _text(where: str, value: Any) -> str:
    if not isinstance(value, str):
        raise BadValue(where, str(value)[:60], ('"…"',))
    return value
