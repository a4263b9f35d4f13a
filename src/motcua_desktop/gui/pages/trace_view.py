"""Why a date is what it is: day strip, one sentence, and every day with its reason."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from motcua_desktop.domain.trace import Trace, TraceDay, TraceKind, Why, sentence
from motcua_desktop.gui.pages.dossier_view import strip_days
from motcua_desktop.gui.pages.moments import long_moment, weekday_short
from motcua_desktop.gui.theme import margins, spacing
from motcua_desktop.gui.widgets.day_strip import DayStrip
from motcua_desktop.gui.widgets.text import label
from motcua_desktop.i18n import _

MOST_DAYS = 60


class TraceView(QWidget):
    """The whole trace; `wide` sets the days beside one another in two columns."""

    def __init__(self, trace: Trace, *, wide: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("plain", True)
        layout = QVBoxLayout(self)
        margins(layout, 0, 0, 0, 0)
        spacing(layout, 10)
        words = sentence(trace)
        layout.addWidget(label(long_moment(trace.due.at), "sum", wrap=True))
        strip = DayStrip()
        strip.set_days(strip_days(trace), words)
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
    days = trace.days[:MOST_DAYS]
    down = -(-len(days) // across)
    for number, day in enumerate(days):
        side, line = divmod(number, down)
        role = "strong" if day.kind is TraceKind.DUE else "hint" if day.kind is TraceKind.OFF else "body"
        date = f"{weekday_short(day.date)} {day.date:%d/%m/%Y}"
        grid.addWidget(label(date, role), line, 2 * side, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(label(day_words(day, trace), role, wrap=True), line, 2 * side + 1)
    for side in range(across):
        grid.setColumnStretch(2 * side + 1, 1)
    if len(trace.days) > MOST_DAYS:
        left = _("… và {n} ngày nữa").format(n=len(trace.days) - MOST_DAYS)
        grid.addWidget(label(left, "hint"), down, 1)
    return made


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
        Why.OUTSIDE_HOURS: _("ngoài giờ làm việc, tính từ đầu buổi làm việc sau"),
        Why.FIRST_DAY: _("tính từ ngày làm việc tiếp theo"),
        Why.MAKEUP_WORKDAY: _("ngày làm bù"),
        Why.RESTARTED: _("tính lại từ đầu khi hồ sơ đủ"),
    }.get(day.why, "")
    minutes = _("{n} phút làm việc").format(n=day.minutes) if day.minutes else ""
    numbered = _("ngày thứ {n}").format(n=day.number) if day.kind is TraceKind.DUE and day.number else ""
    words = ", ".join(part for part in (head, numbered, minutes, more) if part)
    return words + (" " + _("(tạm tính)") if day.provisional else "")


def _why_off(day: TraceDay) -> str:
    return {
        Why.WEEKEND: _("Nghỉ cuối tuần"),
        Why.HOLIDAY: day.name or _("Nghỉ lễ"),
        Why.SUBSTITUTE: _("Nghỉ bù {name}").format(name=day.name).strip(),
        Why.SWAP_DAY_OFF: _("Nghỉ hoán đổi {name}").format(name=day.name).strip(),
        Why.CLOSURE: day.name or _("Cơ quan đóng cửa"),
    }.get(day.why, day.name or _("Nghỉ"))
