"""Why a date is what it is: day strip, one sentence, and every day with its reason."""

from __future__ import annotations

from datetime import datetime
from itertools import groupby

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from motcua_desktop.domain.trace import Trace, TraceDay, TraceKind, Why
from motcua_desktop.gui.pages.dossier_view import strip_days
from motcua_desktop.gui.pages.moments import long_moment, weekday_short
from motcua_desktop.gui.theme import margins, spacing
from motcua_desktop.gui.widgets.day_strip import DayStrip
from motcua_desktop.gui.widgets.text import label
from motcua_desktop.i18n import _
from motcua_desktop.say_trace import trace_words

#: Longer terms fold equal days that follow one another.
MOST_DAYS = 14


class TraceView(QWidget):
    """The whole trace; `wide` sets the days beside one another in two columns, `at` is the date
    promised where it is another than the term gives, `why` says so."""

    def __init__(
        self,
        trace: Trace,
        *,
        wide: bool = False,
        at: datetime | None = None,
        why: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setProperty("plain", True)
        layout = QVBoxLayout(self)
        margins(layout, 0, 0, 0, 0)
        spacing(layout, 10)
        words = trace_words(trace)
        layout.addWidget(label(long_moment(at or trace.due.at), "sum", wrap=True))
        if why:
            layout.addWidget(label(why, wrap=True))
        strip = DayStrip()
        strip.set_days(strip_days(trace), words, every_day=trace.counts_every_day)
        layout.addWidget(strip)
        layout.addWidget(label(words, wrap=True))
        if trace.articles:
            layout.addWidget(label(", ".join(trace.articles), "hint", wrap=True))
        layout.addWidget(_day_table(trace, 2 if wide else 1))
        layout.addStretch(1)


def _day_table(trace: Trace, across: int) -> QWidget:
    made = QWidget()
    made.setProperty("plain", True)
    grid = QGridLayout(made)
    margins(grid, 0, 4, 0, 0)
    grid.setHorizontalSpacing(12)
    grid.setVerticalSpacing(4)
    lines = day_lines(trace)
    down = -(-len(lines) // across)
    for number, (days, words, role) in enumerate(lines):
        side, line = divmod(number, down)
        grid.addWidget(label(days, role), line, 2 * side, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(label(words, role, wrap=True), line, 2 * side + 1)
    for side in range(across):
        grid.setColumnStretch(2 * side + 1, 1)
    return made


def day_lines(trace: Trace) -> list[tuple[str, str, str]]:
    """(days, words, role) of every day; in a long term equal days that follow one another share a line."""
    fold = len(trace.days) > MOST_DAYS
    lines = []
    for _kind, group in groupby(trace.days, key=(lambda day: (day.kind, day.why)) if fold else _itself):
        days = list(group)
        first, last = days[0], days[-1]
        role = "strong" if first.kind is TraceKind.DUE else "hint" if first.kind is TraceKind.OFF else "body"
        if first is last:
            date, words = f"{weekday_short(first.date)} {first.date:%d/%m/%Y}", day_words(first, trace)
        else:
            date = f"{first.date:%d/%m} – {last.date:%d/%m/%Y}"
            words = _("Ngày thứ {a} đến {b}").format(a=first.number, b=last.number)
            if not first.number:
                words = day_words(first, trace)
        lines.append((date, words, role))
    return lines


def _itself(day: TraceDay) -> object:
    return day.date


def day_words(day: TraceDay, trace: Trace) -> str:
    """What this day did for the term, and why."""
    if day.kind is TraceKind.OFF:
        return _why_off(day)
    if day.kind is TraceKind.PAUSED:
        return _("Chờ bổ sung, không tính")
    head = {
        TraceKind.RECEIVED: _("Nhận hồ sơ") if day.why is not Why.COMPLETED else _("Hồ sơ đủ"),
        TraceKind.START: _("Bắt đầu tính"),
        TraceKind.COUNTED: _("Ngày thứ {n}").format(n=day.number) if day.number else _("Tính giờ làm việc"),
        TraceKind.DUE: _("Trả kết quả"),
    }.get(day.kind, "")
    more = {
        Why.AFTER_CUTOFF: _("nhận sau giờ chốt, tính từ ngày làm việc sau"),
        Why.OUTSIDE_HOURS: _outside_hours(day, trace),
        Why.FIRST_DAY: _("tính từ ngày làm việc tiếp theo"),
        Why.MAKEUP_WORKDAY: _("ngày làm bù"),
        Why.RESTARTED: _("tính lại từ đầu khi hồ sơ đủ"),
    }.get(day.why, "")
    minutes = _("{n} phút làm việc").format(n=day.minutes) if day.minutes else ""
    numbered = _("ngày thứ {n}").format(n=day.number) if day.kind is TraceKind.DUE and day.number else ""
    words = ", ".join(part for part in (head, numbered, minutes, more) if part)
    return words + (" " + _("(tạm tính)") if day.provisional else "")


def _outside_hours(day: TraceDay, trace: Trace) -> str:
    """That it was brought outside office hours; beside a result of the same day that changes nothing."""
    if day.kind is TraceKind.DUE and not trace.term.value:
        return ""
    return _("nhận ngoài giờ làm việc, tính từ đầu buổi làm việc sau")


def _why_off(day: TraceDay) -> str:
    return {
        Why.WEEKEND: _("Nghỉ cuối tuần"),
        Why.HOLIDAY: day.name or _("Nghỉ lễ"),
        Why.SUBSTITUTE: _("Nghỉ bù {name}").format(name=day.name).strip(),
        Why.SWAP_DAY_OFF: _("Nghỉ hoán đổi {name}").format(name=day.name).strip(),
        Why.CLOSURE: day.name or _("Cơ quan đóng cửa"),
    }.get(day.why, day.name or _("Nghỉ"))
