"""Hours as officers write them: 7h30, 7g30, 0730; what cannot be read is said where it stands."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import cast

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from tests.gui.hands import Hands
from tests.gui.standing import press, standing
from tests.gui.test_first_run import KEY, desk, first_of

from motcua_desktop.counter.counter import Counter
from motcua_desktop.domain.office_hours import Session, clock
from motcua_desktop.domain.time_errors import BadSession, NoSuchTime
from motcua_desktop.gui.app import CounterWindow
from motcua_desktop.gui.main_window import MainWindow
from motcua_desktop.gui.pages.calendar import CalendarPage
from motcua_desktop.gui.pages.calendar_forms import DayForm, HoursForm, read_sessions
from motcua_desktop.gui.pages.first_run_hours import HoursStep
from motcua_desktop.say import say

__all__ = ["desk"]

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def window(qtbot: QtBot, counter: Counter, tmp_path: Path) -> Iterator[MainWindow]:
    with standing(qtbot, counter, tmp_path / "desk", "calendar") as opened:
        yield opened


@pytest.mark.parametrize("typed", ["07:30", "7:30", "7h30", "7g30", "7 h 30", "0730", "730", "7.30", "7H30"])
def test_an_hour_is_read_as_officers_write_it(typed: str) -> None:
    assert f"{clock(typed):%H:%M}" == "07:30"
    assert str(read_sessions(f"{typed}-11h30")[0]) == "07:30-11:30"


@pytest.mark.parametrize("typed", ["25h", "7h75", "7h5", "sáng", "7-30", ""])
def test_an_hour_that_cannot_be_read_says_how_to_write_it(typed: str) -> None:
    with pytest.raises(NoSuchTime) as refused:
        clock(typed)
    assert "Ghi giờ như 07:30" in say(refused.value)


def test_a_session_that_ends_before_it_begins_is_said_without_seconds() -> None:
    with pytest.raises(BadSession) as refused:
        Session.parse("7h30-6h")
    assert say(refused.value).startswith("Buổi 07:30–06:00 kết thúc trước khi bắt đầu.")
    with pytest.raises(BadSession) as refused:
        Session.parse("7h30-7h30")
    assert "bắt đầu và kết thúc cùng lúc" in say(refused.value)


def test_the_calendars_hours_are_blamed_on_the_day_they_stand_at(window: MainWindow) -> None:
    page = cast("CalendarPage", window.page)
    press(window, Qt.Key.Key_T, CTRL)
    form = cast("HoursForm", page.form)
    form.days[1].set_text("7h30-6h")
    form.days[3].set_text("sáng")
    form.run()
    assert "kết thúc trước khi bắt đầu" in form.days[1].sentence.text()
    assert [field.state for field in form.days[:4]] == ["", "error", "", "error"]
    assert form.days[1].edit.hasFocus(), "the first that is wrong"
    form.days[1].set_text("7h30-11h30, 11h-17h")
    form.days[3].set_text("7g30-11g30; 1330-17h")
    form.run()
    assert "trùng giờ" in form.days[1].sentence.text()
    form.days[1].set_text("7h30-11h30")
    form.run()
    assert window.tasks.wait_idle()
    assert page.change is not None
    week = page.change.patterns[0].sessions
    assert [str(one) for one in week[3]] == ["07:30-11:30", "13:30-17:00"]


def test_the_first_run_names_the_day_and_marks_the_times_that_are_wrong(
    qtbot: QtBot, desk: CounterWindow
) -> None:
    hands, first = Hands(qtbot, desk.window), first_of(desk)
    hands.press(KEY.Key_Return)
    hands.press(KEY.Key_Return)
    hours = first.steps[2]
    assert isinstance(hours, HoursStep)
    tuesday = hours._days[1]
    tuesday.times[1].setText("6h")
    hands.press(KEY.Key_Return)
    assert first.here == 2
    said = hours.trouble.accessibleName()
    assert said.startswith("Thứ Ba: Buổi 07:00–06:00 kết thúc trước khi bắt đầu.")
    assert [edit.property("state") or "" for edit in tuesday.times] == ["error", "error", "", ""]
    assert tuesday.times[0].hasFocus()
    tuesday.times[1].setText("11h30")
    hands.press(KEY.Key_Return)
    assert first.here == 3


def test_a_day_is_not_made_up_on_a_day_that_is_worked_anyway(window: MainWindow) -> None:
    page = cast("CalendarPage", window.page)
    page.calendar.setFocus()
    press(window, Qt.Key.Key_H)
    form = cast("DayForm", page.form)
    assert form.other is not None
    form.reason.set_text("Hoán đổi")
    form.other.set_text("10/3")
    form.run()
    assert form.other.sentence.text() == "Thứ Ba 10/03/2026 là ngày làm việc sẵn. Chọn một ngày nghỉ."
    assert page.change is None
    form.other.set_text("14/3")
    form.run()
    assert window.tasks.wait_idle()
    assert page.change is not None
    assert [day.date for day in page.change.add] == [date(2026, 3, 2), date(2026, 3, 14)]
