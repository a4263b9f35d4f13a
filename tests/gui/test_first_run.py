"""From an empty folder to the first page: five steps by keys, and what the counter then holds."""

from collections.abc import Iterator
from datetime import date, time
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from tests.counter_fixtures import Clock
from tests.gui.hands import Hands

from motcua_desktop.counter.counter import open_counter
from motcua_desktop.gui.app import CounterWindow
from motcua_desktop.gui.pages.first_run import FirstRun
from motcua_desktop.gui.pages.first_run_hours import HoursStep
from motcua_desktop.gui.pages.first_run_steps import OfficeStep
from motcua_desktop.gui.pages.first_run_values import tidy_time
from motcua_desktop.gui.theme import look

KEY = Qt.Key


@pytest.fixture
def desk(qtbot: QtBot, clock: Clock, tmp_path: Path) -> Iterator[CounterWindow]:
    made = CounterWindow(tmp_path / "new", lambda folder: open_counter(folder, now=clock))
    made.window.resize(1366, 690)
    made.window.show()
    made.window.activateWindow()
    made.open()
    qtbot.waitUntil(lambda: made.cover.widget is not None, timeout=10_000)
    assert made.window.tasks.wait_idle()
    yield made
    made.close()


def first_of(desk: CounterWindow) -> FirstRun:
    assert isinstance(desk.cover.widget, FirstRun)
    return desk.cover.widget


def account(hands: Hands) -> None:
    """Name and password twice, Enter after each."""
    for words in ("Trần Thị Quản", "matkhau123", "matkhau123"):
        hands.type(words)
        hands.press(KEY.Key_Return)


def test_enter_five_times_a_name_and_a_password_are_enough(qtbot: QtBot, desk: CounterWindow) -> None:
    hands = Hands(qtbot, desk.window)
    for _step in range(4):
        hands.press(KEY.Key_Return)
    account(hands)
    qtbot.waitUntil(lambda: desk.cover.widget is None)
    counter = desk.counter
    assert counter is not None
    assert counter.office.office().name == "UBND ĐẶC KHU LÝ SƠN"
    assert counter.numbering.pattern().code(date(2026, 3, 2), 1) == "H48.25.12-260302-0001"
    assert (counter.officer.name, counter.officer.login) == ("Trần Thị Quản", "quantri")
    assert counter.officer.title == "Quản trị"
    assert desk.window.pages.key == "intake"


def test_the_administrator_has_the_title_that_was_typed(qtbot: QtBot, desk: CounterWindow) -> None:
    hands, first = Hands(qtbot, desk.window), first_of(desk)
    for _step in range(4):
        hands.press(KEY.Key_Return)
    first.steps[4].fields["title"].set_text("Phó Giám đốc Trung tâm")
    account(hands)
    qtbot.waitUntil(lambda: desk.cover.widget is None)
    assert desk.counter is not None
    assert desk.counter.officer.title == "Phó Giám đốc Trung tâm"


def test_another_unit_needs_its_own_code_before_going_on(qtbot: QtBot, desk: CounterWindow) -> None:
    hands, first = Hands(qtbot, desk.window), first_of(desk)
    office = first.steps[0]
    assert isinstance(office, OfficeStep)
    office.unit.set_value("21025")
    office.unit.picked.emit("21025")
    hands.press(KEY.Key_Return)
    hands.press(KEY.Key_Return)
    assert first.here == 1
    assert first.steps[1].fields["agency"].state == "error"
    hands.type("h48.25.30")
    hands.press(KEY.Key_Return)
    assert first.here == 2
    assert first.set_up.office.name == "UBND PHƯỜNG CẨM THÀNH"
    assert first.set_up.pattern.agency == "H48.25.30"


def test_the_only_unit_the_typed_words_mean_is_the_one_chosen(qtbot: QtBot, desk: CounterWindow) -> None:
    hands, first = Hands(qtbot, desk.window), first_of(desk)
    hands.type("TINH KHE")
    hands.press(KEY.Key_Tab)
    office = first.steps[0]
    assert isinstance(office, OfficeStep)
    assert office.unit.currentText() == "Xã Tịnh Khê"
    assert office.value("name") == "UBND XÃ TỊNH KHÊ"
    hands.press(KEY.Key_Return)
    assert first.here == 1
    assert first.set_up.office.name == "UBND XÃ TỊNH KHÊ"
    assert first.steps[1].value("agency") == ""


def test_enter_takes_the_marked_unit_of_the_list_then_goes_on(qtbot: QtBot, desk: CounterWindow) -> None:
    hands, first = Hands(qtbot, desk.window), first_of(desk)
    office = first.steps[0]
    assert isinstance(office, OfficeStep)
    hands.type("tịnh khê")
    assert office.unit.is_open
    hands.press(KEY.Key_Return)
    assert (first.here, office.unit.currentText(), office.unit.is_open) == (0, "Xã Tịnh Khê", False)
    hands.press(KEY.Key_Return)
    assert first.here == 1


@pytest.mark.parametrize("typed", ["khong co xa nay", "tinh"])
def test_words_that_mean_no_unit_or_several_keep_the_step(
    qtbot: QtBot, desk: CounterWindow, typed: str
) -> None:
    hands, first = Hands(qtbot, desk.window), first_of(desk)
    hands.type(typed)
    hands.press(KEY.Key_Tab)
    hands.press(KEY.Key_Return)
    office = first.steps[0]
    assert isinstance(office, OfficeStep)
    assert first.here == 0
    assert typed in office.unit_field.sentence.text()
    assert office.unit.hasFocus()


def test_a_telephone_nobody_can_call_keeps_the_step(qtbot: QtBot, desk: CounterWindow) -> None:
    hands, first = Hands(qtbot, desk.window), first_of(desk)
    office = first.steps[0]
    phone = office.fields["phone"]
    phone.edit.setFocus()
    hands.type("abc")
    hands.press(KEY.Key_Return)
    assert first.here == 0 and phone.state == "error" and phone.edit.hasFocus()
    assert "in trên mọi phiếu" in phone.sentence.text()
    phone.edit.selectAll()
    hands.type("0255 3867 890 (máy lẻ 12)")
    hands.press(KEY.Key_Return)
    assert first.here == 1


def test_a_code_of_another_form_is_refused_with_what_it_looks_like(qtbot: QtBot, desk: CounterWindow) -> None:
    hands, first = Hands(qtbot, desk.window), first_of(desk)
    hands.press(KEY.Key_Return)
    first.steps[1].fields["agency"].set_text("kheH48.25.12")
    hands.press(KEY.Key_Return)
    assert first.here == 1
    assert "như H48.25.12" in first.steps[1].fields["agency"].sentence.text()


def test_going_back_for_another_unit_empties_the_code_of_the_first(qtbot: QtBot, desk: CounterWindow) -> None:
    hands, first = Hands(qtbot, desk.window), first_of(desk)
    hands.press(KEY.Key_Return)
    assert first.steps[1].value("agency") == "H48.25.12"
    hands.press(KEY.Key_Escape)
    hands.type("tinh khe")
    hands.press(KEY.Key_Return)
    hands.press(KEY.Key_Return)
    assert (first.here, first.steps[1].value("agency")) == (1, "")


def test_hours_of_the_office_count_from_the_first_day(qtbot: QtBot, desk: CounterWindow) -> None:
    hands, first = Hands(qtbot, desk.window), first_of(desk)
    hands.press(KEY.Key_Return)
    hands.press(KEY.Key_Return)
    hours = first.steps[2]
    assert isinstance(hours, HoursStep)
    qtbot.waitUntil(lambda: "thứ Năm 05/03/2026" in hours.due.text())
    for day in hours._days[:5]:
        day.times[0].setText("7h30")
    hours.saturday.setChecked(True)
    hands.press(KEY.Key_Return)
    hands.press(KEY.Key_Return)
    account(hands)
    qtbot.waitUntil(lambda: desk.cover.widget is None)
    assert desk.counter is not None
    calendar = desk.counter.calendar_office.calendar()
    assert calendar.sessions(date(2026, 3, 3))[0].start == time(7, 30)
    assert not calendar.is_working(date(2026, 3, 7))


def test_a_week_without_work_keeps_the_step(qtbot: QtBot, desk: CounterWindow) -> None:
    hands, first = Hands(qtbot, desk.window), first_of(desk)
    hands.press(KEY.Key_Return)
    hands.press(KEY.Key_Return)
    hours = first.steps[2]
    assert isinstance(hours, HoursStep)
    for day in hours._days:
        day.works.setChecked(False)
    hands.press(KEY.Key_Return)
    assert first.here == 2
    assert hours.trouble.isVisible()


def test_a_short_password_is_refused_and_nothing_is_written(qtbot: QtBot, desk: CounterWindow) -> None:
    hands, first = Hands(qtbot, desk.window), first_of(desk)
    for _step in range(4):
        hands.press(KEY.Key_Return)
    hands.type("Trần Thị Quản")
    hands.press(KEY.Key_Return)
    assert first.steps[4].fields["password"].state != "error", "Enter goes on to what is still empty"
    hands.type("ngan")
    hands.press(KEY.Key_Return)
    assert first.steps[4].fields["password"].state == "error"
    assert desk.counter is not None
    assert not desk.counter.accounts.any()
    assert desk.counter.office.office().name == ""


def test_escape_goes_back_and_keeps_what_was_typed(qtbot: QtBot, desk: CounterWindow) -> None:
    hands, first = Hands(qtbot, desk.window), first_of(desk)
    hands.press(KEY.Key_Return)
    first.steps[1].fields["agency"].edit.clear()
    hands.type("H48.99.01")
    hands.press(KEY.Key_Escape)
    assert first.here == 0
    hands.press(KEY.Key_Return)
    assert first.steps[1].value("agency") == "H48.99.01"


@pytest.mark.parametrize(
    ("typed", "time_of_day"), [("7", "07:00"), ("730", "07:30"), ("7h30", "07:30"), ("13.30", "13:30")]
)
def test_times_are_understood_as_people_write_them(typed: str, time_of_day: str) -> None:
    assert tidy_time(typed) == time_of_day


def test_an_office_of_no_list_is_typed(qtbot: QtBot, desk: CounterWindow) -> None:
    hands, first = Hands(qtbot, desk.window), first_of(desk)
    hands.press(KEY.Key_Delete)  # the whole name is marked
    assert first.steps[0].value("name") == ""
    hands.press(KEY.Key_Return)
    assert first.here == 0
    assert first.steps[0].fields["name"].state == "error"
    hands.type("UBND PHƯỜNG AN THỚI")
    hands.press(KEY.Key_Return)
    assert first.here == 1
    assert first.set_up.office.name == "UBND PHƯỜNG AN THỚI"
    assert first.set_up.office.unit_code == ""
    assert first.steps[1].value("agency") == ""


def test_a_day_off_asks_for_no_hours(qtbot: QtBot, desk: CounterWindow) -> None:
    hands, first = Hands(qtbot, desk.window), first_of(desk)
    hands.press(KEY.Key_Return)
    hands.press(KEY.Key_Return)
    hours = first.steps[2]
    assert isinstance(hours, HoursStep)
    friday, saturday = hours._days[4], hours._days[5]
    assert friday.times[0].isVisible()
    assert not saturday.times[0].isVisible()
    saturday.works.setFocus()
    hands.press(KEY.Key_Space)
    assert saturday.times[0].isVisible()


@pytest.mark.parametrize("scale", [1.0, 1.25, 1.5])
def test_the_date_that_proves_the_hours_is_never_cut(qtbot: QtBot, desk: CounterWindow, scale: float) -> None:
    hands, first = Hands(qtbot, desk.window), first_of(desk)
    look().set(scale=scale)
    hands.press(KEY.Key_Return)
    hands.press(KEY.Key_Return)
    hours = first.steps[2]
    assert isinstance(hours, HoursStep)
    qtbot.waitUntil(lambda: "thứ Năm 05/03/2026" in hours.due.text())
    stage = first.stack.currentWidget()
    right = hours.strip.mapTo(stage, hours.strip.rect().topRight()).x()
    assert right <= stage.width()


def test_enter_on_the_link_asks_for_demonstration_data_and_not_for_the_next_step(
    qtbot: QtBot, desk: CounterWindow
) -> None:
    hands, first = Hands(qtbot, desk.window), first_of(desk)
    first.demo_wanted.disconnect()
    asked: list[bool] = []
    first.demo_wanted.connect(lambda: asked.append(True))
    first.demo.setFocus()
    hands.press(KEY.Key_Return)
    assert asked == [True]
    assert first.here == 0
