"""Changing one's mind on the calendar: what waits goes before what is saved, the keys stay on the days."""

import json
from datetime import date, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from tests.counter_fixtures import Clock, draft
from tests.gui.standing import press
from tests.gui.test_calendar_page import FRIDAY, Key, close_friday, dossiers, page, window

from motcua_desktop.assets import resource
from motcua_desktop.counter.counter import Counter
from motcua_desktop.domain.calendar_change import CalendarChange
from motcua_desktop.domain.dossier import Dossier
from motcua_desktop.domain.terms import Term
from motcua_desktop.gui.main_window import MainWindow
from motcua_desktop.gui.pages.calendar import CalendarPage

__all__ = ["dossiers", "page", "window"]

CTRL = Qt.KeyboardModifier.ControlModifier


def toast(window: MainWindow) -> str:
    return window.toast._words.toolTip() or window.toast._words.text()


def test_the_arrows_walk_days_again_after_a_weighed_change_is_left(
    window: MainWindow, page: CalendarPage
) -> None:
    close_friday(window, page)
    assert page.change_card.list.hasFocus()
    press(window, Key.Key_Escape)
    assert page.calendar.hasFocus()
    press(window, Key.Key_Right)
    assert page.calendar.day == date(2026, 3, 7)


def test_the_arrows_walk_days_again_after_a_year_is_chosen(window: MainWindow, page: CalendarPage) -> None:
    later = next(one for one in page.top._years if one.year == 2027)
    QTest.mouseClick(later, Qt.MouseButton.LeftButton)
    assert window.tasks.wait_idle()
    assert page.year == 2027
    assert page.calendar.hasFocus()


def test_the_arrows_walk_days_after_a_change_that_moves_no_dossier(
    window: MainWindow, page: CalendarPage
) -> None:
    page.side._cards[0].findChildren(type(page.day_card._undo))[1].click()
    assert window.tasks.wait_idle()
    assert page.change is not None and not page.side.has_to_decide
    assert page.calendar.hasFocus()


def test_ctrl_z_drops_the_change_that_waits_and_only_then_undoes_a_saved_one(
    window: MainWindow, page: CalendarPage, counter: Counter
) -> None:
    close_friday(window, page)
    page.move_all()
    press(window, Key.Key_F12)
    press(window, Key.Key_X)
    assert page.change is not None and page.change.dismiss
    press(window, Key.Key_Z, CTRL)
    assert page.change is None
    assert toast(window) == "Đã bỏ thay đổi chưa lưu: Bỏ đề xuất 23/11."
    press(window, Key.Key_Z, CTRL)
    assert page.change is not None and page.change.undo == 1
    press(window, Key.Key_Z, CTRL)
    assert page.change.undo == 1, "an undo that waits has to be settled itself"


def test_the_undo_offered_by_an_older_toast_drops_what_waits_first(
    window: MainWindow, page: CalendarPage
) -> None:
    close_friday(window, page)
    page.move_all()
    press(window, Key.Key_F12)
    press(window, Key.Key_X)
    window.undo()  # a click on the toast or the status bar
    assert window.tasks.wait_idle()
    assert page.change is None
    window.undo()
    assert window.tasks.wait_idle()
    assert page.change is not None and page.change.undo == 1


def test_an_undo_is_called_one_where_it_is_told_and_in_the_history(
    window: MainWindow, page: CalendarPage, counter: Counter
) -> None:
    press(window, Key.Key_X)
    press(window, Key.Key_F12)
    assert toast(window) == "Đã lưu lịch lần 1"
    assert "Bỏ đề xuất 23/11" in page.day_card._edition.text()
    press(window, Key.Key_Z, CTRL)
    press(window, Key.Key_F12)
    assert toast(window) == "Đã hoàn tác lần sửa 1"
    assert "Sửa lần 2: Hoàn tác lần sửa 1." in page.day_card._edition.text()


def test_a_bad_file_is_not_blamed_any_more_once_a_good_one_is_saved(
    window: MainWindow, page: CalendarPage, tmp_path: Path
) -> None:
    bad, good = tmp_path / "bad.json", tmp_path / "2027.json"
    bad.write_text("{", "utf-8")
    year = json.loads(resource("calendar/2026.json").read_text("utf-8"))
    good.write_text(json.dumps(year), "utf-8")
    page.open_file(bad)
    assert window.tasks.wait_idle()
    assert len(window._shown_bars) == 1
    page.open_file(good)
    assert window.tasks.wait_idle()
    assert page.change is not None
    assert window._shown_bars == []


@pytest.fixture
def gone_by(window: MainWindow, page: CalendarPage, counter: Counter, clock: Clock) -> Dossier:
    """Friday was closed and its slips moved to Monday; on Monday morning the closure is taken back. The new
    day of two dossiers is then last Friday, of this one today."""
    term = Term.of(5, "working_day")
    wanted = draft("1.001612", "Võ Thị Năm", term=term, term_reason="thử")
    later = counter.intake.receive(wanted, slip=False).dossier
    close_friday(window, page)
    page.move_all()
    press(window, Key.Key_F12)
    clock.set("2026-03-09T07:30")
    window.undo()
    assert window.tasks.wait_idle()
    return later


def test_a_day_that_has_gone_by_is_never_promised_anew(
    window: MainWindow, page: CalendarPage, counter: Counter, dossiers: list[Dossier], gone_by: Dossier
) -> None:
    listed = page.change_card.list
    assert [line.chosen for line in listed.lines] == [0, 0, None]
    assert "đã qua" in listed.lines[0].detail
    assert "2 hồ sơ tính ra ngày đã qua: giữ lời hẹn cũ" in page.change_card._line.text()
    listed.setFocus()
    press(window, Key.Key_Right)
    assert listed.lines[0].chosen == 0
    assert "không hẹn lại được" in toast(window)
    press(window, Key.Key_I, CTRL)
    assert [line.chosen for line in listed.lines] == [0, 0, 1]
    press(window, Key.Key_F12)
    kept = [counter.register.dossier(one.code).due_at for one in dossiers]
    assert kept == [datetime(2026, 3, 9, 8)] * 2
    assert counter.register.dossier(gone_by.code).due_at == datetime(2026, 3, 9, 8)


def test_a_make_up_day_on_a_working_day_is_said_to_mean_nothing(
    window: MainWindow, page: CalendarPage
) -> None:
    page.calendar.setFocus()
    press(window, Key.Key_B)
    assert page.form is None
    assert toast(window) == "Thứ Hai 02/03/2026 là ngày làm việc sẵn, lịch không đổi."


def test_a_closed_day_of_the_offices_own_can_be_made_a_working_day(
    window: MainWindow, page: CalendarPage, counter: Counter
) -> None:
    close_friday(window, page)
    page.move_all()
    press(window, Key.Key_F12)
    page.calendar.set_day(FRIDAY)
    press(window, Key.Key_B)
    assert page.form is not None


def test_each_kind_of_change_has_its_own_sign(window: MainWindow, page: CalendarPage) -> None:
    close_friday(window, page)
    assert page.change_card.sign._name == "calendar-off"
    press(window, Key.Key_Escape)
    press(window, Key.Key_Q)
    assert page.change_card.sign._name == "arrow-left-right"
    page.weigh(CalendarChange(dismiss=(date(2026, 11, 23),)))
    assert window.tasks.wait_idle()
    assert page.change_card.sign._tint == "accent"
