"""What follows F12 on the calendar: slips, an undo that waits, proposals and notices."""

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
from tests.gui.test_calendar_page import FRIDAY, Key, close_friday, dossiers, page, window

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

__all__ = ["dossiers", "page", "window"]


def test_a_slip_that_could_not_be_drawn_is_told_and_printed_again(
    window: MainWindow,
    page: CalendarPage,
    counter: Counter,
    dossiers: list[Dossier],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    close_friday(window, page)
    page.move_all()
    with monkeypatch.context() as broken:
        broken.setattr(counter.paper, "issue", refuse_paper)
        press(window, Key.Key_F12)
        assert window.tasks.wait_idle()
    (bar,) = window._shown_bars
    assert "2 giấy hẹn mới chưa in được" in bar.accessibleName()
    assert counter.register.dossier(dossiers[0].code).due_at == datetime(2026, 3, 9, 8)
    again = next(one for one in bar.findChildren(Button) if one.text() == "In lại")
    again.click()
    assert window.tasks.wait_idle()
    for one in dossiers:
        printed = counter.register.dossier(one.code).printed
        assert [paper.form for paper in printed] == ["receipt"]
        assert (counter.folder / printed[0].path).is_file()


def refuse_paper(*_args: object, **_facts: object) -> Path:
    raise OSError(28, "No space left on device")


def test_every_dossier_printed_anew_has_a_new_slip_noted_and_kept(
    window: MainWindow, page: CalendarPage, counter: Counter, dossiers: list[Dossier]
) -> None:
    close_friday(window, page)
    press(window, Key.Key_I, Qt.KeyboardModifier.ControlModifier)
    press(window, Key.Key_F12)
    assert window.tasks.wait_idle()
    for one in dossiers:
        (paper,) = counter.register.dossier(one.code).printed
        assert (counter.folder / paper.path).read_bytes().startswith(b"%PDF")
    assert "in lại 2 giấy hẹn" in window.toast.accessibleName() + window._undo_words


def test_an_undo_that_waits_says_so_and_stays_as_a_draft(
    window: MainWindow, page: CalendarPage, counter: Counter
) -> None:
    close_friday(window, page)
    page.move_all()
    press(window, Key.Key_F12)
    window.undo()
    assert window.tasks.wait_idle()
    waiting = page.side.waiting
    assert waiting.isVisible()
    assert waiting.accessibleName().startswith("Chưa hoàn tác: 2 hồ sơ chờ quyết định")
    press(window, Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert "Không còn việc nào" not in window.toast.accessibleName()
    window.go("due")
    QApplication.processEvents()
    (bar,) = window._shown_bars
    assert "Chưa hoàn tác, lịch đã lưu vẫn áp dụng" in bar.accessibleName()
    window.go("calendar")
    assert window.tasks.wait_idle()
    assert page.change is not None
    page.move_all()
    assert waiting.accessibleName() == "Chưa hoàn tác. F12 để lưu, Esc để bỏ."
    press(window, Key.Key_F12)
    assert window.tasks.wait_idle()
    assert counter.calendar_office.calendar().is_working(FRIDAY)
    assert not waiting.isVisible()


def test_a_day_off_cannot_be_closed_once_more(window: MainWindow, page: CalendarPage) -> None:
    page.calendar.setFocus()
    page.calendar.set_day(date(2026, 3, 7))
    press(window, Key.Key_D)
    assert page.form is None
    assert page.change is None
    press(window, Key.Key_B)
    assert page.form is not None


def test_a_proposal_is_settled_by_its_key(window: MainWindow, page: CalendarPage, counter: Counter) -> None:
    press(window, Key.Key_Q)
    assert page.change is not None
    assert page.change.confirm == (date(2026, 11, 23),)
    press(window, Key.Key_Escape)
    press(window, Key.Key_X)
    assert page.change is not None
    assert page.change.dismiss == (date(2026, 11, 23),)


def test_a_notice_says_where_its_file_comes_from_and_gives_a_sample(
    window: MainWindow, page: CalendarPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    press(window, Key.Key_O, Qt.KeyboardModifier.ControlModifier)
    form = cast("NoticeForm", page.form)
    assert page.main_action is not None
    assert page.main_action.words == "Chọn tệp"
    sample = tmp_path / "mau.json"
    monkeypatch.setattr("motcua_desktop.gui.pages.calendar_notice.save_file", lambda *_a: sample)
    form.save_sample()
    assert json.loads(sample.read_text("utf-8"))["year"] == 2026
    page.open_file(sample)
    assert window.tasks.wait_idle()
    assert page.change is not None, "the sample is of the right form"
