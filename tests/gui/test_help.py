"""Help: F1 opens the guide where the officer is, and it can be searched without marks."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from tests.gui.standing import press, standing

from motcua_desktop.counter.counter import Counter
from motcua_desktop.gui.main_window import MainWindow
from motcua_desktop.gui.pages import PAGES
from motcua_desktop.gui.pages.help import HelpPage
from motcua_desktop.gui.pages.help_guide import rich_text, sections
from motcua_desktop.gui.theme import look


@pytest.fixture
def window(qtbot: QtBot, counter: Counter, tmp_path: Path) -> Iterator[MainWindow]:
    with standing(qtbot, counter, tmp_path / "desk", "help") as made:
        yield made


def page_of(window: MainWindow) -> HelpPage:
    assert isinstance(window.page, HelpPage)
    return window.page


def test_every_page_has_its_part_in_both_languages() -> None:
    keys = {row[0] for row in PAGES}
    assert {section.key for section in sections("vi")} == keys
    assert [s.key for s in sections("en")] == [s.key for s in sections("vi")]


def test_both_guides_name_the_same_keys_in_each_part() -> None:
    def keys(code: str) -> dict[str, list[str]]:
        return {s.key: sorted(re.findall(r"`([^`]+)`", s.body)) for s in sections(code)}

    assert keys("en") == keys("vi")


@pytest.mark.parametrize("section", sections("vi"), ids=lambda s: s.key)
def test_no_mark_of_the_source_is_left_in_what_is_shown(section: object) -> None:
    shown = re.sub(r"<[^>]+>", "", rich_text(section))  # type: ignore[arg-type]
    assert not re.search(r"\*\*|`|^#|\|", shown, re.MULTILINE)


def test_f1_opens_the_part_of_the_page_in_sight(window: MainWindow) -> None:
    window.go("settings")
    press(window, Qt.Key.Key_F1)
    assert window.pages.key == "help"
    assert page_of(window).context_line == "Cài đặt"
    assert "Sao lưu ngay" in page_of(window).text.toPlainText()


def test_arrows_turn_to_the_next_part(window: MainWindow) -> None:
    page_of(window).show_section("home")
    press(window, Qt.Key.Key_Down)
    assert page_of(window).text.toPlainText().startswith("Tiếp nhận")


def test_words_without_marks_find_the_parts_that_hold_them(window: MainWindow, qtbot: QtBot) -> None:
    page = page_of(window)
    press(window, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClicks(page.search, "sao luu")
    press(window, Qt.Key.Key_Return)
    assert [section.key for section in page.rows.loaded()] == ["register", "settings", "help"]
    press(window, Qt.Key.Key_Escape)
    assert len(page.rows.loaded()) == len(PAGES)


def test_the_guide_follows_the_look(window: MainWindow) -> None:
    page = page_of(window)
    light = page.text.document().defaultStyleSheet()
    look().set(mode="dark")
    assert page.text.document().defaultStyleSheet() != light


def test_page_down_scrolls_what_is_read_and_with_ctrl_turns_to_the_next_part(window: MainWindow) -> None:
    page = page_of(window)
    page.show_section("settings")
    page.table.setFocus()
    press(window, Qt.Key.Key_PageDown)
    assert page.context_line == "Cài đặt"
    assert page.text.verticalScrollBar().value() > 0
    press(window, Qt.Key.Key_PageUp)
    assert page.text.verticalScrollBar().value() == 0
    press(window, Qt.Key.Key_PageUp, Qt.KeyboardModifier.ControlModifier)
    assert page.context_line == "Lịch làm việc"


def test_a_letter_on_the_contents_begins_a_search(window: MainWindow) -> None:
    page = page_of(window)
    page.table.setFocus()
    for letter in "xin loi":
        QTest.keyClicks(window.focusWidget(), letter)
    assert page.search.text() == "xin loi"
    assert page.search.hasFocus()
