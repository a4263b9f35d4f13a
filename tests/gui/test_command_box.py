"""The command box: what it finds, what it says when it finds nothing, the keys that work over it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from tests.gui.lists import CTRL
from tests.gui.standing import press, standing

from motcua_desktop.counter.counter import Counter
from motcua_desktop.gui.main_window import MainWindow
from motcua_desktop.gui.theme import look
from motcua_desktop.gui.window_actions import entries_of


@pytest.fixture
def window(qtbot: QtBot, counter: Counter, tmp_path: Path) -> Iterator[MainWindow]:
    with standing(qtbot, counter, tmp_path / "desk", "home") as made:
        yield made


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("giao dien toi", "Giao diện tối"),
        ("nen toi", "Giao diện tối"),
        ("chu to", "Chữ to hơn"),
        ("phong to", "Chữ to hơn"),
        ("sao luu", "Cài đặt"),
        ("usb", "Đồng bộ"),
    ],
)
def test_the_look_is_found_by_several_words_without_marks(window: MainWindow, typed: str, found: str) -> None:
    assert [entry.words for entry in entries_of(window.window_actions(), typed)] == [found]


def test_every_command_of_the_window_can_be_painted_in_the_box(window: MainWindow, qtbot: QtBot) -> None:
    press(window, Qt.Key.Key_K, CTRL)
    box = window.command_box
    for letter in "aehtr":
        box.edit.clear()
        QTest.keyClicks(box.edit, letter)
        qtbot.waitUntil(box.list.isVisible)
        for row in range(box.list.model().rowCount()):
            box.list.setCurrentIndex(box.list.model().index(row, 0))
            assert not box.list.grab().isNull()  # a missing picture is an error in the painting, which fails


def test_a_box_that_finds_nothing_says_so(window: MainWindow, qtbot: QtBot) -> None:
    press(window, Qt.Key.Key_K, CTRL)
    box = window.command_box
    QTest.keyClicks(box.edit, "qqqq")
    qtbot.waitUntil(box.nothing.isVisible)
    assert box.nothing.text().startswith("Không thấy hồ sơ hay lệnh nào.")
    assert not box.list.isVisible()


def test_a_function_key_goes_to_its_page_while_the_box_is_open(window: MainWindow) -> None:
    press(window, Qt.Key.Key_K, CTRL)
    press(window, Qt.Key.Key_F3)
    assert not window.command_box.isVisible()
    assert window.pages.key == "register"


def test_escape_on_the_guide_returns_to_the_page_it_was_opened_on(window: MainWindow) -> None:
    press(window, Qt.Key.Key_F3)
    press(window, Qt.Key.Key_F1)
    press(window, Qt.Key.Key_F1)
    assert window.pages.key == "help"
    press(window, Qt.Key.Key_Escape)
    assert window.pages.key == "register"


def test_with_large_letters_on_the_small_screen_the_box_stays_in_the_window(window: MainWindow) -> None:
    look().set(scale=1.5)
    window.open_command_box()
    QApplication.processEvents()
    assert window.rect().contains(window.command_box.geometry())
    assert len(window.command_box._rows.values) > 9
