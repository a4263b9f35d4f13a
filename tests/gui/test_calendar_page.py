"""The calendar page: days by keys, dossiers decided one by one, nothing moved silently."""

import json
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path
from typing import cast

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from tests.counter_fixtures import draft
from tests.gui.standing import press, standing

from motcua_desktop.counter.counter import Counter
from motcua_desktop.domain.dossier import Dossier
from motcua_desktop.domain.terms import Term
from motcua_desktop.gui.main_window import MainWindow
from motcua_desktop.gui.pages.calendar import CalendarPage
from motcua_desktop.gui.pages.calendar_forms import DayForm, HoursForm, read_day, read_sessions
from motcua_desktop.gui.pages.calendar_notice import NoticeForm
from motcua_desktop.gui.theme import look
from motcua_desktop.gui.widgets.button import Button
from motcua_desktop.gui.widgets.day_marks import Legend
from motcua_desktop.gui.widgets.decision_list import choice_places

Key = Qt.Key
FRIDAY = date(2026, 3, 6)


def receive(counter: Counter, name: str) -> Dossier:
    term = Term.of(4, "working_day")
    wanted = draft("1.001612", name, term=term, term_reason="thử")
    return counter.intake.receive(wanted, slip=False).dossier


@pytest.fixture
def dossiers(counter: Counter) -> list[Dossier]:
    """Two dossiers due on Friday 6 March 2026, 08:00."""
    return [receive(counter, "Lý Thị Cúc"), receive(counter, "Phan Văn Bảy")]


@pytest.fixture
def window(qtbot: QtBot, counter: Counter, dossiers: list[Dossier], tmp_path: Path) -> Iterator[MainWindow]:
    with standing(qtbot, counter, tmp_path / "desk", "calendar") as opened:
        yield opened


@pytest.fixture
def page(window: MainWindow) -> CalendarPage:
    return cast("CalendarPage", window.page)


def close_friday(window: MainWindow, page: CalendarPage) -> None:
    """Arrows to Friday, D, a reason, Enter."""
    page.calendar.setFocus()
    for _day in range(4):
        press(window, Key.Key_Right)
    assert page.calendar.day == FRIDAY
    press(window, Key.Key_D)
    QTest.keyClicks(window.focusWidget(), "Bao so 12")
    press(window, Key.Key_Return)


def test_the_year_stands_with_its_working_days_and_today_under_the_cursor(page: CalendarPage) -> None:
    assert page.context_line == "Năm 2026, 249 ngày làm việc"
    assert page.calendar.day == date(2026, 3, 2)
    assert page.main_action is None
    assert "thứ Hai 02/03/2026" in page.calendar.accessibleDescription()


def test_every_kind_of_day_has_its_mark(page: CalendarPage) -> None:
    marks = {
        day: page.calendar._face(day).mark
        for day in (
            date(2026, 9, 2),
            date(2026, 4, 27),
            date(2026, 8, 31),
            date(2026, 8, 22),
            date(2026, 11, 23),
            FRIDAY,
        )
    }
    assert list(marks.values()) == ["holiday", "in_lieu", "swap", "makeup", "proposed", ""]


def test_a_closure_is_saved_only_when_every_dossier_is_decided(
    window: MainWindow, page: CalendarPage, counter: Counter, dossiers: list[Dossier]
) -> None:
    close_friday(window, page)
    assert page.main_action is not None
    assert not page.can_save()
    press(window, Key.Key_F12)
    assert counter.calendar_office.editions() == ()
    listed = page.change_card.list
    assert [line.title for line in listed.lines] == ["Lý Thị Cúc", "Phan Văn Bảy"]
    assert listed.lines[0].detail == "08:00 T6 06/03 → T2 09/03"
    listed.setFocus()
    press(window, Key.Key_Left)
    press(window, Key.Key_Down)
    press(window, Key.Key_Right)
    assert page.can_save()
    press(window, Key.Key_F12)
    kept, moved = (counter.register.dossier(one.code) for one in dossiers)
    assert kept.promises == dossiers[0].promises
    assert moved.due_at == datetime(2026, 3, 9, 8)
    assert [paper.form for paper in moved.printed] == ["receipt"]
    assert page.change is None
    assert "Bao so 12" in page.day_card._edition.text()


def test_a_click_decides_as_a_key_does(window: MainWindow, page: CalendarPage) -> None:
    close_friday(window, page)
    listed = page.change_card.list
    row = listed.visualRect(listed.model().index(1, 0))
    QTest.mouseClick(listed.viewport(), Qt.MouseButton.LeftButton, pos=choice_places(row)[1].center())
    assert [line.chosen for line in listed.lines] == [None, 1]


def test_all_slips_anew_with_one_key_and_undo_is_weighed_again(
    window: MainWindow, page: CalendarPage, counter: Counter, dossiers: list[Dossier]
) -> None:
    close_friday(window, page)
    press(window, Key.Key_I, Qt.KeyboardModifier.ControlModifier)
    press(window, Key.Key_F12)
    assert counter.register.dossier(dossiers[0].code).due_at == datetime(2026, 3, 9, 8)
    window.undo()
    assert window.tasks.wait_idle()
    assert page.change is not None
    assert page.change.undo == 1
    assert "sớm hơn" in page.change_card.list.lines[0].detail
    assert len(counter.calendar_office.editions()) == 1, "an undo moves dates too and has to be decided"


def test_escape_leaves_form_then_change_and_writes_nothing(
    window: MainWindow, page: CalendarPage, counter: Counter
) -> None:
    close_friday(window, page)
    page.calendar.setFocus()
    press(window, Key.Key_N)
    assert page.form is not None
    press(window, Key.Key_Escape)
    assert page.form is None
    assert page.unsaved()
    press(window, Key.Key_Escape)
    assert page.change is None
    assert page.calendar.day == FRIDAY
    assert counter.calendar_office.editions() == ()


def test_a_proposal_is_confirmed_or_dismissed_never_applied_by_itself(
    window: MainWindow, page: CalendarPage, counter: Counter
) -> None:
    assert counter.calendar_office.calendar().is_working(date(2026, 11, 23))
    page.side._cards[0].settled.emit(date(2026, 11, 23), True)
    assert window.tasks.wait_idle()
    press(window, Key.Key_F12)
    assert not counter.calendar_office.calendar().is_working(date(2026, 11, 23))
    assert page.side._cards == []


def test_a_day_needs_a_reason_and_a_swap_its_other_day(window: MainWindow, page: CalendarPage) -> None:
    page.calendar.setFocus()
    press(window, Key.Key_H)
    form = cast("DayForm", page.form)
    form.run()
    assert form.reason.state == "error"
    form.reason.set_text("Hoán đổi")
    assert form.other is not None
    assert form.other.line.text() == "07/03/2026"
    form.other.set_text("31/2")
    form.run()
    assert form.other.state == "error"
    form.other.set_text("14/3")
    form.run()
    assert window.tasks.wait_idle()
    assert page.change is not None
    assert [day.date for day in page.change.add] == [date(2026, 3, 2), date(2026, 3, 14)]


def test_new_hours_are_weighed_from_their_date(window: MainWindow, page: CalendarPage) -> None:
    press(window, Key.Key_T, Qt.KeyboardModifier.ControlModifier)
    form = cast("HoursForm", page.form)
    assert form.days[0].line.text() == "07:00-11:30, 13:30-17:00"
    form.days[4].set_text("09:00-11:30")
    form.days[5].set_text("7:00")
    form.run()
    assert form.days[5].state == "error"
    form.days[5].set_text("07:30-11:00")
    form.counts.set_value(False)
    form.run()
    assert window.tasks.wait_idle()
    assert [line.detail for line in page.change_card.list.lines] == ["T6 06/03: 08:00 → 09:00"] * 2
    assert page.change is not None
    assert [str(one) for one in page.change.patterns[0].reception[5]] == ["07:30-11:00"]


def test_a_year_without_notice_is_provisional(window: MainWindow, page: CalendarPage) -> None:
    page.calendar.setFocus()
    for _month in range(10):
        press(window, Key.Key_PageDown)
    assert page.year == 2027
    assert page.context_line.endswith("tạm tính")
    assert page.top._notice.text() == "Chưa có thông báo nghỉ lễ, tính theo luật"


def test_a_wrong_file_is_told_and_changes_nothing(
    window: MainWindow, page: CalendarPage, tmp_path: Path
) -> None:
    file = tmp_path / "2027.json"
    file.write_text(json.dumps({"year": 2027, "days": []}), "utf-8")
    page.open_file(file)
    assert window.tasks.wait_idle()
    assert page.change is None


def test_what_the_office_entered_can_be_taken_away(
    window: MainWindow, page: CalendarPage, counter: Counter
) -> None:
    close_friday(window, page)
    page.move_all()
    press(window, Key.Key_F12)
    page.calendar.setFocus()
    press(window, Key.Key_Delete)
    page.move_all()
    press(window, Key.Key_F12)
    assert counter.calendar_office.calendar().is_working(FRIDAY)


def test_the_page_fits_the_small_screen_with_its_action_bar(window: MainWindow, page: CalendarPage) -> None:
    close_friday(window, page)
    legend_end = page.card.mapTo(window, QPoint(0, page.card.height())).y()
    assert legend_end <= window.action_bar.mapTo(window, QPoint(0, 0)).y()


@pytest.mark.parametrize("scale", [1.0, 1.25, 1.5])
def test_the_legend_and_the_day_in_hand_are_always_in_sight(
    window: MainWindow, page: CalendarPage, scale: float
) -> None:
    look().set(scale=scale)
    close_friday(window, page)
    for _pass in range(4):
        QApplication.processEvents()
    (legend,) = page.card.findChildren(Legend)
    assert legend.visibleRegion().boundingRect() == legend.rect()
    page.calendar.setFocus()
    for key in (Key.Key_PageUp, Key.Key_PageUp, Key.Key_PageDown, Key.Key_PageDown, Key.Key_PageDown):
        press(window, key)
        place = page.calendar.place_of(page.calendar.day)
        assert page.calendar.visibleRegion().contains(place)


def test_a_year_stands_whole_without_scrolling_on_the_small_screen(page: CalendarPage) -> None:
    assert page.calendar.columns(page.calendar.width()) == 4
    assert page.calendar.visibleRegion().boundingRect() == page.calendar.rect()


@pytest.mark.parametrize("scale", [1.0, 1.25, 1.5])
def test_days_are_found_where_they_are_drawn(page: CalendarPage, scale: float) -> None:
    look().set(scale=scale)
    for day in (date(2026, 1, 1), date(2026, 3, 31), date(2026, 12, 31)):
        assert page.calendar.day_at(page.calendar.place_of(day).center()) == day


def test_dates_and_sessions_are_read_as_they_are_typed() -> None:
    assert read_day("28/11", 2026) == date(2026, 11, 28)
    assert read_day("5-1-2027", 2026) == date(2027, 1, 5)
    assert [str(one) for one in read_sessions("07:00–11:30; 13:30-17:00")] == ["07:00-11:30", "13:30-17:00"]
    assert read_sessions(" ") == ()
