"""What the tests of the page of letters share: late dossiers, the page, a reason for all, the whole press."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from tests.counter_fixtures import Clock
from tests.gui.lists import CTRL, received, write
from tests.gui.standing import press, standing

from motcua_desktop.counter.counter import Counter
from motcua_desktop.gui.main_window import MainWindow
from motcua_desktop.gui.pages.letters import LettersPage


@pytest.fixture
def codes(counter: Counter, clock: Clock) -> list[str]:
    """Three late dossiers; the last had its letter already, numbered 01."""
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


def give_reason(window: MainWindow, words: str = "Chờ xác minh") -> None:
    """M, the reason, and the same for all with one key."""
    press(window, Qt.Key.Key_M)
    focus = window.focusWidget()
    assert focus is not None
    write(focus, words)
    press(window, Qt.Key.Key_D, CTRL)


def make_all(window: MainWindow) -> None:
    """The whole way: a reason for all, F12 to see, F12 to do."""
    give_reason(window)
    press(window, Qt.Key.Key_F12)
    press(window, Qt.Key.Key_F12)
