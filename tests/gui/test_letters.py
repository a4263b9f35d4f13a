"""Letters of apology and hand-over: many dossiers at one press, each once."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from tests.counter_fixtures import Clock
from tests.gui.lists import received
from tests.gui.standing import press, standing

from motcua_desktop.counter.counter import Counter
from motcua_desktop.gui.main_window import MainWindow
from motcua_desktop.gui.pages.forms.moment import parse_moment
from motcua_desktop.gui.pages.letters import LettersPage


@pytest.fixture
def codes(counter: Counter, clock: Clock) -> list[str]:
    """Three late dossiers; the last had its letter already."""
    made = [received(counter, name) for name in ("Dương Thị Hồng", "Ngô Văn Thới", "Huỳnh Công Đức")]
    clock.set("2026-03-09T09:00")
    counter.handling.apologise(made[2], "Chờ xác minh")
    clock.set("2026-03-16T09:00")
    return made


@pytest.fixture
def window(qtbot: QtBot, counter: Counter, codes: list[str], tmp_path: Path) -> Iterator[MainWindow]:
    with standing(qtbot, counter, tmp_path / "desk", "letters") as made:
        yield made


def page_of(window: MainWindow) -> LettersPage:
    assert isinstance(window.page, LettersPage)
    return window.page


def letters(counter: Counter, codes: list[str]) -> list[int]:
    return [len(counter.register.dossier(code).apologies) for code in codes]


def test_f12_makes_every_ticked_letter_once(window: MainWindow, counter: Counter, codes: list[str]) -> None:
    action = page_of(window).main_action
    assert action is not None
    assert action.words == "Ghi số và in 2 thư"
    press(window, Qt.Key.Key_F12)
    assert letters(counter, codes) == [1, 1, 1]
    assert list((counter.folder / "papers").rglob("thu-xin-loi-*.pdf"))
    assert page_of(window).main_action is None


def test_a_dossier_re_appointed_once_is_locked_with_the_article(window: MainWindow) -> None:
    page = page_of(window)
    (locked,) = [one for one in page.rows.rows if one.draft.locked]
    assert locked.draft.applicant == "Huỳnh Công Đức"
    assert "Điều 19 khoản 6" in locked.said.text()
    page.rows.go(page.rows.rows.index(locked))
    press(window, Qt.Key.Key_Space)
    assert not locked.is_ticked


def test_space_leaves_a_letter_out(window: MainWindow, counter: Counter, codes: list[str]) -> None:
    first = page_of(window).rows.current
    assert first is not None
    press(window, Qt.Key.Key_Space)
    press(window, Qt.Key.Key_F12)
    left_out = codes.index(first.draft.code)
    assert letters(counter, codes)[left_out] == 0
    assert sum(letters(counter, codes)) == 2


def test_reason_and_date_typed_here_stand_in_the_letter(
    window: MainWindow, counter: Counter, codes: list[str]
) -> None:
    row = page_of(window).rows.current
    assert row is not None
    row.reason.setCurrentText("Tàu không chạy do sóng lớn")
    row.date.setText("16:00 20/03/2026")
    press(window, Qt.Key.Key_F12)
    (letter,) = counter.register.dossier(row.draft.code).apologies
    assert (letter.reason, f"{letter.new_date:%H:%M %d/%m/%Y}") == (
        "Tàu không chạy do sóng lớn",
        "16:00 20/03/2026",
    )


def test_a_date_that_is_none_stops_the_press_and_says_where(
    window: MainWindow, counter: Counter, codes: list[str]
) -> None:
    row = page_of(window).rows.current
    assert row is not None
    row.date.setText("mai")
    press(window, Qt.Key.Key_F12)
    assert sum(letters(counter, codes)) == 1
    assert "Chưa đọc được" in row.said.text()


def test_the_letter_is_drawn_beside_the_list(qtbot: QtBot, window: MainWindow) -> None:
    page = page_of(window)
    qtbot.waitUntil(lambda: bool(page._pdf))
    assert page._pdf.startswith(b"%PDF")


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
