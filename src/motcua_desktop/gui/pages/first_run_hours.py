"""The step of the first run that asks for working hours, with a date that proves them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QGridLayout, QLabel, QSizePolicy, QStackedWidget, QWidget

from motcua_desktop.domain.errors import Refusal
from motcua_desktop.domain.office_hours import QUANG_NGAI_DAY, WEEKDAYS, Sessions
from motcua_desktop.domain.time_errors import OverlappingSessions
from motcua_desktop.gui.pages.first_run_steps import Step
from motcua_desktop.gui.pages.first_run_values import (
    SATURDAY,
    SetUp,
    Trial,
    session,
    tidy_time,
    week_change,
)
from motcua_desktop.gui.pages.intake_promise import promise_sentence, strip_days
from motcua_desktop.gui.pages.moments import long_moment, weekday
from motcua_desktop.gui.theme import fixed, least, margins, spacing
from motcua_desktop.gui.widgets.bar import Bar
from motcua_desktop.gui.widgets.card import Card
from motcua_desktop.gui.widgets.day_strip import DayStrip
from motcua_desktop.gui.widgets.inputs import CheckBox, LineEdit
from motcua_desktop.gui.widgets.page import Columns
from motcua_desktop.gui.widgets.text import column, holder, label, restyle, row, rule
from motcua_desktop.i18n import _
from motcua_desktop.say import say

WAIT_MS = 150
#: A typed time, the word between two, and the gap.
TIME, TO, GAP = 64, 30, 8
Ask = Callable[[SetUp, Callable[[Trial], object], Callable[[Exception], object]], object]


@dataclass(frozen=True, slots=True)
class _Day:
    works: CheckBox
    hours: QStackedWidget
    times: tuple[LineEdit, LineEdit, LineEdit, LineEdit]


class HoursStep(Step):
    """Seven days with two sessions; the example is counted by the counter's own calendar."""

    def __init__(self, ask: Ask) -> None:
        super().__init__()
        self._ask = ask
        self.words, self.question = _("Giờ làm việc"), _("Cơ quan làm việc giờ nào?")
        self.purpose = _("Chương trình đếm ngày hẹn trả theo giờ này.")
        self.later = _("Buổi sáng, buổi chiều")
        self._wait = QTimer(self, singleShot=True, interval=WAIT_MS)
        self._wait.timeout.connect(self._try)
        self._days: list[_Day] = []
        self._so_far = SetUp()
        self._marked: tuple[LineEdit, ...] = ()
        parts = Columns()
        spacing(parts, 16)
        parts.addWidget(self._week_card(), 1)
        parts.addWidget(self._trial())
        self.column.addLayout(parts)
        self.column.addStretch(1)
        self.edited.connect(self._wait.start)
        self.setFocusProxy(self._days[0].works)

    def _week_card(self) -> Card:
        card = Card()
        grid = QGridLayout()
        margins(grid, 0, 0, 0, 0)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(3)
        morning, afternoon = label(_("Buổi sáng"), "strong"), label(_("Buổi chiều"), "strong")
        fixed(morning, 2 * TIME + TO + 2 * GAP)
        grid.addWidget(label(_("Ngày"), "strong"), 0, 0)
        grid.addWidget(holder(row(morning, afternoon, 1, gap=GAP)), 0, 1)
        for number in range(7):
            name = weekday(date(2026, 6, 1 + number))
            day = self._day(name, works=number < SATURDAY)
            grid.addWidget(rule(), 2 * number + 1, 0, 1, 2)
            grid.addWidget(day.works, 2 * number + 2, 0)
            grid.addWidget(day.hours, 2 * number + 2, 1)
            self._days.append(day)
        grid.setColumnStretch(1, 1)
        card.add(grid)
        card.body.addStretch(1)
        return card

    def _day(self, name: str, *, works: bool) -> _Day:
        box = CheckBox(name[:1].upper() + name[1:])
        box.setChecked(works)
        fixed(box, 128)
        first, second, third, fourth = (_time_edit() for _n in range(4))
        times = (first, second, third, fourth)
        usual = [moment for part in QUANG_NGAI_DAY for moment in (part.start, part.end)]
        for edit, moment in zip(times, usual, strict=True):
            edit.setText(f"{moment:%H:%M}")
            edit.setAccessibleName(f"{name}, {moment:%H:%M}")
            edit.textEdited.connect(lambda _text: self.edited.emit())
        hours = QStackedWidget()
        hours.addWidget(holder(row(label(_("Nghỉ"), "second"), 1)))
        hours.addWidget(holder(row(first, _to(), second, third, _to(), fourth, 1, gap=GAP)))
        hours.setCurrentIndex(works)
        made = _Day(box, hours, times)
        box.toggled.connect(lambda on: self._toggled(made, on))
        return made

    def _toggled(self, day: _Day, works: bool) -> None:
        day.hours.setCurrentIndex(works)
        self.edited.emit()

    def _trial(self) -> QWidget:
        self.strip, self.due = DayStrip(), label("", "body", wrap=True)
        self.why = label("", "second", wrap=True)
        self.what = label("", "second", wrap=True)
        self.saturday = CheckBox(_("Nhận hồ sơ sáng thứ Bảy"), _("Chỉ nhận, không tính vào thời hạn"))
        self.saturday.toggled.connect(lambda _on: self.edited.emit())
        self.trouble = Bar("error", "")
        self.trouble.hide()
        self.known = Bar("info", "")
        self.known.hide()
        card = Card(_("Thử ngay"), lined=False)
        card.add(column(self.what, self.strip, self.due, self.why, gap=6))
        desk = Card()
        desk.add(self.saturday)
        whole = holder(column(card, desk, self.trouble, self.known, 1, gap=16))
        least(whole, 360)
        self.strip.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        return whole

    # ------------------------------------------------------------ values
    def read(self, set_up: SetUp) -> SetUp:
        """Raises NoSuchTime or BadSession for times that are none."""
        week = tuple(self._sessions(day) for day in self._days)
        return replace(set_up, week=week, saturday_desk=self.saturday.isChecked())

    def _sessions(self, day: _Day) -> Sessions:
        if not day.works.isChecked():
            return ()
        texts = [edit.text().strip() for edit in day.times]
        pairs = [(texts[0], texts[1]), (texts[2], texts[3])]
        return tuple(session(start, end) for start, end in pairs if start or end)

    def show_answers(self, set_up: SetUp) -> None:
        self._so_far = set_up
        self._try()

    def _try(self) -> None:
        try:
            set_up = self.read(self._so_far)
            week_change(set_up)
        except Refusal as refusal:
            self._show_trouble(refusal)
            return
        self._ask(set_up, self._show_trial, self._show_trouble)

    def _show_trouble(self, error: Exception) -> None:
        """What is wrong, on which day, with the times it is about marked."""
        number, edits = self._wrong_times(error)
        words = say(error)
        if edits and not isinstance(error, OverlappingSessions):  # that sentence names the day
            words = f"{self._days[number].works.text()}: {words}"
        self._mark(edits)
        self.trouble.say("error", words)
        self.trouble.show()

    def _wrong_times(self, error: Exception) -> tuple[int, tuple[LineEdit, ...]]:
        if isinstance(error, OverlappingSessions):
            number = WEEKDAYS.index(error.weekday)
            return number, self._days[number].times
        for number, day in enumerate(self._days):
            for pair in (day.times[:2], day.times[2:]) if day.works.isChecked() else ():
                start, end = (edit.text() for edit in pair)
                try:
                    if start.strip() or end.strip():
                        session(start, end)
                except Refusal:
                    return number, pair
        return 0, ()

    def _mark(self, wrong: tuple[LineEdit, ...]) -> None:
        for edit in (edit for day in self._days for edit in day.times):
            state = "error" if edit in wrong else ""
            if (edit.property("state") or "") != state:
                edit.setProperty("state", state)
                restyle(edit)
        self._marked = wrong

    def _show_trial(self, answer: Trial) -> None:
        self.trouble.hide()
        self._mark(())
        trace, year = answer.trace, answer.covered_year
        known = _("Ngày nghỉ lễ đến hết năm {year} đã có sẵn. Năm {next} tạm tính đến khi có thông báo.")
        self.known.say("info", known.format(year=year, next=year + 1))
        self.known.show()
        at = trace.due.at
        self.what.setText(_("Hồ sơ 3 ngày làm việc, nhận {time} hôm nay").format(time=f"{trace.begin:%H:%M}"))
        self.strip.set_days(strip_days(trace, at), promise_sentence(trace, at))
        self.due.setText(_("Hẹn trả <b>{moment}</b>").format(moment=long_moment(at)))
        self.why.setText(promise_sentence(trace, at))

    def summary(self, set_up: SetUp) -> str:
        day = next((sessions for sessions in set_up.week if sessions), ())
        return f"{day[0].start:%H:%M} – {day[-1].end:%H:%M}" if day else ""

    def wrong(self) -> bool:
        for day in self._days:
            for edit in day.times:
                edit.setText(tidy_time(edit.text()))
        try:
            week_change(self.read(self._so_far))
        except Refusal as refusal:
            self._show_trouble(refusal)
            if self._marked:
                self._marked[0].setFocus()
            return True
        return False


def _time_edit() -> LineEdit:
    edit = LineEdit()
    fixed(edit, TIME, 36)
    return edit


def _to() -> QLabel:
    made = label(_("đến"), "second")
    fixed(made, TO)
    return made
