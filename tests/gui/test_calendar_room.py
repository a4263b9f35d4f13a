"""The calendar on small and large windows, and the dossiers a change would move beside it."""

from datetime import date
from typing import cast

import pytest
from PySide6.QtWidgets import QApplication
from tests.gui.standing import press
from tests.gui.test_calendar_page import FRIDAY, Key, close_friday, dossiers, page, window

from motcua_desktop.counter.counter import Counter
from motcua_desktop.domain.calendar_change import CalendarChange
from motcua_desktop.domain.calendar_file import swap
from motcua_desktop.domain.days_off import DayKind, OfficeDay
from motcua_desktop.gui.main_window import MainWindow
from motcua_desktop.gui.pages.calendar import CalendarPage
from motcua_desktop.gui.pages.calendar_change_card import change_title
from motcua_desktop.gui.pages.calendar_forms import DayForm
from motcua_desktop.gui.theme import look
from motcua_desktop.gui.widgets.decision_list import _detail

__all__ = ["dossiers", "page", "window"]


def test_after_weighing_the_keys_are_on_the_first_dossier_to_decide(
    window: MainWindow, page: CalendarPage, counter: Counter
) -> None:
    close_friday(window, page)
    assert page.change_card.list.hasFocus()
    assert "←→" in [hint.key for hint in list(page.keys())]
    for key in (Key.Key_Left, Key.Key_Down, Key.Key_Right, Key.Key_F12):
        press(window, key)
    assert len(counter.calendar_office.editions()) == 1


def test_with_the_action_bar_on_the_small_screen_weeks_keep_their_distance(
    window: MainWindow, page: CalendarPage
) -> None:
    close_friday(window, page)
    QApplication.processEvents()
    first, next_week = (page.calendar.place_of(date(2026, 3, day)) for day in (9, 16))
    assert next_week.top() - first.top() >= 18
    assert page.calendar.visibleRegion().boundingRect() == page.calendar.rect()


def test_days_grow_with_the_window(window: MainWindow, page: CalendarPage) -> None:
    small = page.calendar.place_of(FRIDAY)
    window.resize(1920, 1040)
    QApplication.processEvents()
    large = page.calendar.place_of(FRIDAY)
    assert large.width() > 1.4 * small.width()
    assert large.height() > 1.4 * small.height()
    for day in (date(2026, 1, 1), date(2026, 7, 15), date(2026, 12, 31)):
        assert page.calendar.day_at(page.calendar.place_of(day).center()) == day


@pytest.mark.parametrize("scale", [1.0, 1.25])
def test_the_notice_is_read_whole_before_keys_are_named(
    window: MainWindow, page: CalendarPage, scale: float
) -> None:
    look().set(scale=scale)
    QApplication.processEvents()
    notice = page.top._notice
    assert notice.text()
    assert notice.width() >= notice.sizeHint().width()


def test_both_dates_are_read_whole_beside_the_choices(window: MainWindow, page: CalendarPage) -> None:
    close_friday(window, page)
    page.move_all()
    press(window, Key.Key_F12)
    window.undo()
    assert window.tasks.wait_idle()
    listed = page.change_card.list
    assert listed.lines[0].detail.endswith("(sớm hơn)")
    shown = _detail(listed.visualRect(listed.model().index(0, 0)), listed.lines[0])
    assert " ".join(shown) == listed.lines[0].detail


def test_a_change_that_moves_nothing_says_so_once(window: MainWindow, page: CalendarPage) -> None:
    page.weigh(CalendarChange(add=(OfficeDay(date(2026, 8, 5), DayKind.CLOSURE, "Bão"),)))
    assert window.tasks.wait_idle()
    assert page.change_card._line.text() == "Bão. Không hồ sơ nào đổi ngày hẹn."
    assert page.can_save()


def test_a_storm_of_several_days_is_entered_once(window: MainWindow, page: CalendarPage) -> None:
    page.calendar.set_day(date(2026, 3, 5))
    press(window, Key.Key_D)
    form = cast("DayForm", page.form)
    form.reason.set_text("Bão số 12")
    assert form.until is not None
    form.until.set_text("4/3")
    form.run()
    assert form.until.state == "error"
    form.until.set_text("9/3")
    form.run()
    assert window.tasks.wait_idle()
    assert page.change is not None
    closed = [day.date for day in page.change.add]
    assert closed == [date(2026, 3, 5), FRIDAY, date(2026, 3, 9)], "the weekend is off already"


def test_a_day_closed_once_more_is_one_day() -> None:
    again = OfficeDay(date(2026, 11, 23), DayKind.CLOSURE, "Bão số 13")
    other = OfficeDay(date(2026, 11, 25), DayKind.CLOSURE, "Bão số 13")
    assert change_title(CalendarChange(add=(again,), remove=(again.date,))) == "Đóng cửa T2 23/11"
    assert change_title(CalendarChange(add=(again, other))) == "Đóng cửa T2 23/11, T4 25/11"
    third = OfficeDay(date(2026, 11, 26), DayKind.CLOSURE, "Bão số 13")
    assert change_title(CalendarChange(add=(again, other, third))) == "Đóng cửa T2 23/11 và 2 ngày"


def test_a_swap_names_both_its_days() -> None:
    days = swap(date(2026, 12, 10), date(2026, 12, 12), "Ngày hội")
    assert change_title(CalendarChange(add=days)) == "Hoán đổi T5 10/12, làm bù T7 12/12"
