"""What the calendar page shows, read off the window's thread, and how days look and are called."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from motcua_desktop.domain.calendar import DayInfo
from motcua_desktop.domain.calendar_change import (
    CalendarChange,
    CalendarPreview,
    Edition,
    OfficeDecisions,
)
from motcua_desktop.domain.days_off import DayKind, OfficeDay, OfficialDay
from motcua_desktop.domain.errors import BadValue
from motcua_desktop.domain.office_hours import Sessions
from motcua_desktop.gui.pages.moments import long_day
from motcua_desktop.gui.widgets.year_calendar import DayFace
from motcua_desktop.i18n import _
from motcua_desktop.say_time import kind_word

if TYPE_CHECKING:
    from motcua_desktop.counter.calendar_office import YearSheet
    from motcua_desktop.counter.counter import Counter

_MARKS = {
    DayKind.HOLIDAY: "holiday",
    DayKind.SUBSTITUTE: "in_lieu",
    DayKind.SWAP_DAY_OFF: "swap",
    DayKind.MAKEUP_WORKDAY: "makeup",
    DayKind.SPECIAL_OPENING: "makeup",
    DayKind.CLOSURE: "closed",
    DayKind.RECEPTION_ONLY: "desk",
}


@dataclass(frozen=True)
class CalendarView:
    """A year as it stands, or as a change that is being weighed would make it."""

    sheet: YearSheet
    provisional: dict[int, bool]
    today: date
    pending: tuple[OfficialDay, ...]
    decisions: OfficeDecisions
    editions: tuple[Edition, ...]
    change: CalendarChange | None = None
    preview: CalendarPreview | None = None

    @property
    def days(self) -> dict[date, DayInfo]:
        """The days of the year by date."""
        return {day.date: day for day in self.sheet.days}

    def is_off(self, day: date) -> bool:
        """Whether nothing is done on the day without the office having entered it."""
        found = self.days.get(day)
        return found is not None and not (found.sessions or found.reception or self.is_own(day))

    def works(self, day: date) -> bool:
        """Whether the day is worked without the office having entered it."""
        found = self.days.get(day)
        return found is not None and found.is_working and not self.is_own(day)

    def needed(self, days: tuple[OfficeDay, ...]) -> tuple[OfficeDay, ...]:
        """Of a run of days those to be entered: days off between them are off already."""
        makes_off = (DayKind.CLOSURE, DayKind.HOLIDAY)
        return tuple(day for day in days if day.kind not in makes_off or not self.is_off(day.date))

    def is_own(self, day: date) -> bool:
        """Whether the office itself has entered something for the day."""
        added = self.change.add if self.change else ()
        return any(one.date == day for one in (*self.decisions.days, *added))


def read_view(counter: Counter, year: int, change: CalendarChange | None) -> CalendarView:
    """Everything the page shows. Raises what the change is refused for."""
    office = counter.calendar_office
    calendar, today = office.calendar(), counter.now().date()
    years = (today.year - 1, today.year, today.year + 1)
    return CalendarView(
        sheet=office.year(year) if change is None else office.outlook(change, year),
        provisional={one: one > calendar.covered_until.year for one in years},
        today=today,
        pending=calendar.pending,
        decisions=office.decisions(),
        editions=office.editions()[:1],
        change=change,
        preview=None if change is None else office.preview(change),
    )


def read_file(counter: Counter, path: Path) -> CalendarChange:
    """The change a file describes. Refuses a file that is none."""
    try:
        value = json.loads(path.read_text(encoding="utf-8-sig"))
    except ValueError as error:
        raise BadValue("change", path.name, ("JSON",)) from error
    return counter.calendar_office.read_change(value)


def with_days(
    change: CalendarChange | None, own: tuple[OfficeDay, ...], days: tuple[OfficeDay, ...]
) -> CalendarChange:
    """The change with these days too; they replace what it, or the office before, has for their dates."""
    before = change if change is not None and (change.add or change.remove) else CalendarChange()
    taken = {day.date for day in days}
    kept = tuple(day for day in before.add if day.date not in taken)
    gone = {day.date for day in own if day.date in taken} | set(before.remove)
    return replace(before, add=(*kept, *days), remove=tuple(sorted(gone)))


def without_day(
    change: CalendarChange | None, own: tuple[OfficeDay, ...], day: date
) -> CalendarChange | None:
    """The change with the office's own entry for a date taken away; None when nothing of a change is left."""
    before = change or CalendarChange()
    added = tuple(one for one in before.add if one.date != day)
    gone = {*before.remove, *(one.date for one in own if one.date == day)}
    after = replace(before, add=added, remove=tuple(sorted(gone)))
    return None if after == CalendarChange(note=after.note) else after


def faces(sheet: YearSheet) -> dict[date, DayFace]:
    """How each day looks and what it is."""
    return {day.date: DayFace(mark_of(day), day_words(day)) for day in sheet.days}


def mark_of(day: DayInfo) -> str:
    """The mark of a day, "" for an ordinary one."""
    if day.kind is not None:
        return _MARKS[day.kind]
    return "proposed" if day.proposed else ""


def hours_words(sessions: Sessions) -> str:
    """ "07:00–11:30, 13:30–17:00"."""
    return ", ".join(f"{one.start:%H:%M}–{one.end:%H:%M}" for one in sessions)


def kind_line(day: DayInfo) -> str:
    """What a day is, in one line."""
    if day.kind is not None:
        words = kind_word(day.kind)
        if day.kind is DayKind.CLOSURE and day.sessions:
            words = _("Đóng cửa một buổi")
    elif day.proposed:
        words = _("Đề xuất hoán đổi, chưa áp dụng")
    else:
        words = _("Ngày làm việc") if day.is_working else _("Cuối tuần")
    name = day.name or (day.proposed.name if day.proposed and day.kind is None else "")
    return f"{words}, {name}" if name else words


def day_words(day: DayInfo) -> str:
    """A day in words, for tool tips and screen readers."""
    parts = [long_day(day.date), kind_line(day)]
    parts += [hours_words(day.sessions)] if day.sessions else []
    parts += [_("chỉ tiếp nhận {hours}").format(hours=hours_words(day.reception))] if day.reception else []
    parts += [_("tạm tính")] if day.provisional else []
    return ", ".join(parts)
