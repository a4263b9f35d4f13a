"""Letters of apology as a list: what the law wants, why, which reason and date, the letter beside it."""

import json
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from tests.counter_fixtures import Clock
from tests.gui.letters_desk import codes, give_reason, letters, make_all, page_of, window
from tests.gui.lists import CTRL, received
from tests.gui.standing import press, standing

from motcua_desktop import i18n
from motcua_desktop.assets import resource
from motcua_desktop.counter.counter import Counter
from motcua_desktop.gui.main_window import MainWindow
from motcua_desktop.gui.pages.forms.moment import parse_moment
from motcua_desktop.gui.pages.forms.short_form import reason_choices
from motcua_desktop.gui.pages.sync import SyncPage
from motcua_desktop.gui.theme import look


def test_only_what_the_law_wants_now_is_ticked_and_each_row_says_why(
    qtbot: QtBot, counter: Counter, clock: Clock, tmp_path: Path
) -> None:
    received(counter, "Dương Thị Hồng")
    clock.set("2026-03-03T09:00")
    received(counter, "Ngô Văn Thới")
    clock.set("2026-03-04T09:00")
    received(counter, "Huỳnh Công Đức")
    clock.set("2026-03-06T08:30")
    with standing(qtbot, counter, tmp_path / "desk", "letters") as window:
        told = {row.draft.applicant: (row.is_ticked, row.why.text()) for row in page_of(window).rows.rows}
        assert "Phải gửi".lower() in page_of(window).bar.accessibleName().lower()
        assert page_of(window).foot_words.text().startswith("2 cần thư, 1 kịp hẹn thì không cần.")
    assert told == {
        "Dương Thị Hồng": (True, "đã quá hạn"),
        "Huỳnh Công Đức": (True, "gửi trước 17:00 hôm nay"),
        "Ngô Văn Thới": (False, "kịp hẹn thì không cần thư"),
    }


def test_reasons_stand_in_vietnamese_whatever_the_windows_language(
    qtbot: QtBot, counter: Counter, codes: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class English:
        gettext = staticmethod(lambda text: f"EN {text}")
        ngettext = staticmethod(lambda text, _many, _number: f"EN {text}")

    monkeypatch.setattr(i18n, "_loaded", English)
    with standing(qtbot, counter, tmp_path / "desk", "letters") as window:
        row = page_of(window).rows.rows[0]
        offered = [row.reason.itemText(number) for number in range(row.reason.count())]
        assert page_of(window).title == "EN Thư xin lỗi"
    assert offered == [words for _value, words in reason_choices("apology")]
    assert offered == json.loads(resource("forms/late_reasons.json").read_text("utf-8"))["reasons"]


def test_ctrl_l_goes_to_the_public_lists(window: MainWindow) -> None:
    press(window, Qt.Key.Key_L, CTRL)
    assert isinstance(window.page, SyncPage)
    assert window.page.chips.value() == "sheets"


def test_a_dossier_re_appointed_once_is_locked_with_the_article(
    qtbot: QtBot, window: MainWindow, codes: list[str]
) -> None:
    page = page_of(window)
    (locked,) = [one for one in page.rows.rows if one.draft.locked]
    assert locked.draft.applicant == "Huỳnh Công Đức"
    assert "Điều 19 khoản 6" in locked.said.text()
    page.rows.go(page.rows.rows.index(locked))
    press(window, Qt.Key.Key_Space)
    press(window, Qt.Key.Key_M)
    assert not locked.is_ticked
    assert not locked.reason.isVisible()


def test_where_only_re_appointed_dossiers_are_left_nothing_is_offered_for_them(
    window: MainWindow, counter: Counter
) -> None:
    assert any(action.key == "Ctrl+M" and action.can() for action in page_of(window).actions())
    make_all(window)
    page = page_of(window)
    assert [row.draft.locked for row in page.rows.rows] == [True]
    assert not any(action.can() for action in page.actions() if action.key in ("M", "Ctrl+M", "Ctrl+A"))


def test_space_leaves_a_letter_out(window: MainWindow, counter: Counter, codes: list[str]) -> None:
    first = page_of(window).rows.current
    assert first is not None
    press(window, Qt.Key.Key_Space)
    press(window, Qt.Key.Key_Down)
    make_all(window)
    left_out = codes.index(first.draft.code)
    assert letters(counter, codes)[left_out] == 0
    assert sum(letters(counter, codes)) == 2


def test_reason_and_date_typed_here_stand_in_the_letter(
    window: MainWindow, counter: Counter, codes: list[str]
) -> None:
    give_reason(window, "Tàu không chạy do sóng lớn")
    row = page_of(window).rows.current
    assert row is not None
    press(window, Qt.Key.Key_Return)
    assert row.date.hasFocus()
    row.date.selectAll()
    QTest.keyClicks(row.date, "16:00 20/03/2026")
    press(window, Qt.Key.Key_F12)
    press(window, Qt.Key.Key_F12)
    (letter,) = counter.register.dossier(row.draft.code).apologies
    assert (letter.reason, f"{letter.new_date:%H:%M %d/%m/%Y}") == (
        "Tàu không chạy do sóng lớn",
        "16:00 20/03/2026",
    )


def test_a_date_that_is_none_stops_the_press_and_says_where(
    window: MainWindow, counter: Counter, codes: list[str]
) -> None:
    give_reason(window)
    row = page_of(window).rows.current
    assert row is not None
    row.date.setText("mai")
    press(window, Qt.Key.Key_F12)
    press(window, Qt.Key.Key_F12)
    assert sum(letters(counter, codes)) == 1
    assert "Chưa đọc được" in row.said.text()
    assert row.date.hasFocus()


@pytest.mark.parametrize("scale", [1.0, 1.5])
def test_the_letter_in_hand_is_in_sight_from_its_top(
    window: MainWindow, codes: list[str], scale: float
) -> None:
    look().set(scale=scale)
    QApplication.processEvents()
    page = page_of(window)
    for key in (None, Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_Up):
        if key is not None:
            press(window, key)
        QApplication.processEvents()
        row = page.rows.current
        assert row is not None
        shown = row.visibleRegion().boundingRect()
        assert shown.top() == 0 and shown.height() >= min(row.height(), 120), page.rows.at


def test_the_letter_is_drawn_beside_the_list(qtbot: QtBot, window: MainWindow) -> None:
    page = page_of(window)
    qtbot.waitUntil(lambda: bool(page.preview.pdf))
    assert isinstance(page.preview.pdf, bytes) and page.preview.pdf.startswith(b"%PDF")


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("16:00 27/11", "2026-11-27T16:00"),
        ("27/11/2026 8h30", "2026-11-27T08:30"),
        ("27/11", "2026-11-27T09:15"),
        ("05/01", "2027-01-05T09:15"),
    ],
)
def test_a_moment_is_read_as_people_write_it(typed: str, meant: str) -> None:
    from datetime import datetime

    found = parse_moment(typed, datetime(2026, 11, 25, 9, 15))
    assert found is not None
    assert found.isoformat(timespec="minutes") == meant


@pytest.mark.parametrize("typed", ["", "mai", "31/02", "25:00 27/11"])
def test_what_is_no_moment_is_none(typed: str) -> None:
    from datetime import datetime

    assert parse_moment(typed, datetime(2026, 11, 25, 9, 15)) is None
