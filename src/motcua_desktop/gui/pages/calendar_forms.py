"""Short forms of the calendar: a day of one kind, and the hours of the week."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta
from typing import TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from motcua_desktop.domain.calendar_file import HALVES, swap
from motcua_desktop.domain.days_off import DayKind, OfficeDay
from motcua_desktop.domain.errors import Refusal
from motcua_desktop.domain.office_hours import WEEKDAYS, Session, Sessions, WeekPattern
from motcua_desktop.domain.time_errors import NoSuchTime, OverlappingSessions
from motcua_desktop.gui.pages.calendar_view import hours_words
from motcua_desktop.gui.pages.moments import long_day, weekday
from motcua_desktop.gui.theme import fixed, spacing
from motcua_desktop.gui.widgets.field import Field
from motcua_desktop.gui.widgets.segments import Segments
from motcua_desktop.gui.widgets.text import label, row
from motcua_desktop.i18n import _
from motcua_desktop.say import say

_SATURDAY, _SUNDAY = 5, 6
#: Width of the names of days beside their hours.
NAMES = 84
T = TypeVar("T")
_DAY = re.compile(r"\s*(\d{1,2})[/.-](\d{1,2})(?:[/.-](\d{4}))?\s*")


def read_day(text: str, year: int) -> date:
    """A date from `28/11` or `28/11/2026`; refuses one that does not exist."""
    found = _DAY.fullmatch(text)
    try:
        if found is None:
            raise ValueError(text)
        return date(int(found[3] or year), int(found[2]), int(found[1]))
    except ValueError:
        raise NoSuchTime("date", text) from None


class DayForm(QWidget):
    """One day of one kind. `done` carries the office's days it makes; `works` says of a day whether it is
    worked already, so that nothing can be made up on it."""

    done = Signal(object)

    @property
    def main_words(self) -> str:
        """What F12 does."""
        return _("Xem hồ sơ đổi ngày")

    def __init__(self, kind: DayKind, day: date, works: Callable[[date], bool] = lambda _day: False) -> None:
        super().__init__()
        self.setProperty("plain", True)
        self.kind, self.day, self._works = kind, day, works
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        words = long_day(day)
        layout.addWidget(label(f"<b>{words[:1].upper()}{words[1:]}</b>", wrap=True))
        self.reason = Field(_("Lý do"), hint=_("Ghi vào lịch và vào lời hẹn nào in lại"))
        self.basis = Field(_("Văn bản"), aside=_("nếu có"))
        self.part: Segments | None = None
        self.other: Field | None = None
        if kind is DayKind.CLOSURE:
            choices = [("", _("Cả ngày")), ("morning", _("Buổi sáng")), ("afternoon", _("Buổi chiều"))]
            self.part = Segments(choices, name=_("Đóng cửa buổi nào"))
            layout.addWidget(self.part)
        self.until: Field | None = None
        if kind in (DayKind.CLOSURE, DayKind.HOLIDAY):
            self.until = Field(_("Đến hết ngày"), aside=_("nếu nhiều ngày"), placeholder=f"{day:%d/%m}")
        if kind is DayKind.SWAP_DAY_OFF:
            self.other = Field(_("Làm bù vào ngày"), hint=_("Ngày/tháng, như 28/11"))
            self.other.set_text(f"{_next_saturday(day):%d/%m/%Y}")
            layout.addWidget(self.other)
        for field in (self.reason, self.until, self.basis):
            if field is not None:
                layout.addWidget(field)
        layout.addStretch(1)
        self.setFocusProxy(self.reason)
        for field in (self.reason, self.basis, self.until, self.other):
            if field is not None:
                field.entered.connect(self.run)

    @property
    def title(self) -> str:
        """What the form makes."""
        return {
            DayKind.HOLIDAY: _("Thêm ngày nghỉ"),
            DayKind.MAKEUP_WORKDAY: _("Thêm ngày làm bù"),
            DayKind.SWAP_DAY_OFF: _("Hoán đổi ngày làm việc"),
        }.get(self.kind, _("Đóng cửa"))

    def run(self) -> None:
        """Hand the days over, or say beside the field what is wrong."""
        name, basis = self.reason.text().strip(), self.basis.text().strip()
        if not name:
            self.reason.fail(_("Cần ghi lý do, như “Bão số 12”."))
            self.reason.setFocus()
            return
        if self.other is not None:
            if (other := self._made_up(self.other)) is not None:
                self.done.emit(swap(self.day, other, name, basis))
            return
        half = str(self.part.value()) if self.part else ""
        sessions = (HALVES[half],) if half else ()
        days = self._days()
        if days:
            self.done.emit(tuple(OfficeDay(day, self.kind, name, sessions, basis) for day in days))

    def _made_up(self, field: Field) -> date | None:
        """The day worked for the one swapped, None for one that is none, which is said."""
        field.calm()
        try:
            other = read_day(field.text(), self.day.year)
        except Refusal as refusal:
            field.fail(say(refusal))
        else:
            if not self._works(other):
                return other
            words = _("{day} là ngày làm việc sẵn. Chọn một ngày nghỉ.").format(day=long_day(other))
            field.fail(words[:1].upper() + words[1:])
        field.setFocus()
        return None

    def _days(self) -> list[date]:
        """The day, or the run of days up to the last one; none when that one is wrong, which is said."""
        if self.until is None or not self.until.text().strip():
            return [self.day]
        try:
            last = read_day(self.until.text(), self.day.year)
        except Refusal as refusal:
            self.until.fail(say(refusal))
            self.until.setFocus()
            return []
        if not self.day <= last <= date(self.day.year, 12, 31):
            words = _("Ngày cuối phải từ {first} đến hết năm {year}.")
            self.until.fail(words.format(first=f"{self.day:%d/%m}", year=self.day.year))
            self.until.setFocus()
            return []
        return [self.day + timedelta(days=number) for number in range((last - self.day).days + 1)]


def _next_saturday(day: date) -> date:
    return day + timedelta(days=(_SATURDAY - day.weekday()) % 7 or 7)


class HoursForm(QWidget):
    """The week from a date on: the sessions of each weekday, and whether Saturday's count. `done` carries the
    new pattern."""

    done = Signal(object)

    @property
    def main_words(self) -> str:
        """What F12 does."""
        return _("Xem hồ sơ đổi ngày")

    @property
    def title(self) -> str:
        """What the form makes."""
        return _("Giờ làm việc")

    def __init__(self, week: WeekPattern, from_day: date) -> None:
        super().__init__()
        self.setProperty("plain", True)
        self._from = from_day
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        spacing(layout, 4)
        self.start = Field(_("Từ ngày"))
        self.start.set_text(f"{from_day:%d/%m/%Y}")
        layout.addLayout(_beside(self.start))
        self.days: list[Field] = []
        layout.addWidget(
            label(_("Mỗi buổi như 07:00-11:30, cách nhau bằng dấu phẩy; để trống là nghỉ"), "hint", wrap=True)
        )
        monday = from_day - timedelta(days=from_day.weekday())
        for number in range(7):
            name = weekday(monday + timedelta(days=number))
            field = Field(name[:1].upper() + name[1:])
            shown = week.sessions[number] or week.reception[number]
            field.set_text(hours_words(shown).replace("–", "-"))
            self.days.append(field)
            layout.addLayout(_beside(field))
        only = any(week.reception[number] for number in (_SATURDAY, _SUNDAY))
        choices = [(True, _("Tính giờ")), (False, _("Chỉ tiếp nhận"))]
        self.counts = Segments(choices, name=_("Giờ thứ Bảy, Chủ nhật"))
        self.counts.set_value(not only)
        weekend = label(_("Cuối tuần"), "second")
        fixed(weekend, NAMES)
        layout.addLayout(row(weekend, self.counts))
        layout.addStretch(1)
        for field in (self.start, *self.days):
            field.entered.connect(self.run)
        self.setFocusProxy(self.days[0])

    def run(self) -> None:
        """Hand the week over, or say beside the field what is wrong."""
        start = self._read(self.start, lambda text: read_day(text, self._from.year))
        days = [self._read(field, read_sessions) for field in self.days]
        if start is None or None in days:
            next(field for field in (self.start, *self.days) if field.state == "error").setFocus()
            return
        week: list[Sessions] = [day or () for day in days]
        none: list[Sessions] = [()] * 7
        counted = week if self.counts.value() else [*week[:_SATURDAY], (), ()]
        reception = none if self.counts.value() else [*none[:_SATURDAY], *week[_SATURDAY:]]
        try:
            self.done.emit(WeekPattern(tuple(counted), start, tuple(reception)))
        except Refusal as refusal:
            number = WEEKDAYS.index(refusal.weekday) if isinstance(refusal, OverlappingSessions) else 0
            self.days[number].fail(say(refusal))
            self.days[number].setFocus()

    def _read(self, field: Field, read: Callable[[str], T]) -> T | None:
        try:
            value = read(field.text())
        except Refusal as refusal:
            field.fail(say(refusal))
            return None
        field.calm()
        return value


def _beside(field: Field) -> QHBoxLayout:
    """A field with its name at the left: a week is read in one look."""
    field.label.hide()
    name = label(field.label.text(), "second", buddy=field.edit)
    fixed(name, NAMES, 36)
    made = row(name, field)
    made.setAlignment(name, Qt.AlignmentFlag.AlignTop)
    return made


def read_sessions(text: str) -> Sessions:
    """Sessions from `07:00-11:30, 13:30-17:00` or `7h-11h30`; none from an empty text."""
    parts = [part.strip() for part in re.split(r"[,;]", text.replace("–", "-")) if part.strip()]
    return tuple(Session.parse(part) for part in parts)
