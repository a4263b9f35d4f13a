"""Keys of long and grouped lists, the menu of columns, and what a search understands."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from tests.counter_fixtures import Clock
from tests.gui.lists import CTRL, down_to_list, letter, received, search
from tests.gui.register_desk import codes, page_of, window
from tests.gui.standing import press, standing

from motcua_desktop.counter.counter import Counter
from motcua_desktop.gui.main_window import MainWindow
from motcua_desktop.gui.pages.due import DuePage
from motcua_desktop.gui.pages.register import RegisterPage

LONG_NAME = "1.001612"


@pytest.fixture
def long_register(qtbot: QtBot, counter: Counter, tmp_path: Path) -> Iterator[MainWindow]:
    """More dossiers than one block, whose names of procedures need a third line."""
    for number in range(130):
        received(counter, f"Nguyễn Văn {number}", ("2.000815", LONG_NAME)[number % 2])
    with standing(qtbot, counter, tmp_path / "desk", "register") as made:
        yield made


def test_end_shows_the_last_row_at_the_first_press(long_register: MainWindow) -> None:
    page = long_register.page
    assert isinstance(page, RegisterPage)
    page.table.setFocus()
    press(long_register, Qt.Key.Key_End)
    QApplication.processEvents()
    table = page.table
    assert table.currentIndex().row() == 129
    assert table.viewport().rect().contains(table.visualRect(table.currentIndex()).center())
    assert table.visualRect(table.currentIndex()).bottom() <= table.viewport().height()


def test_home_goes_to_the_first_dossier_below_its_heading(
    qtbot: QtBot, counter: Counter, clock: Clock, tmp_path: Path
) -> None:
    for number in range(30):
        received(counter, f"Nguyễn Văn {number}")
    clock.set("2026-03-09T09:00")
    with standing(qtbot, counter, tmp_path / "desk", "due") as made:
        page = made.page
        assert isinstance(page, DuePage)
        page.table.setFocus()
        press(made, Qt.Key.Key_End)
        assert page.table.currentIndex().row() == 30
        press(made, Qt.Key.Key_Home)
        assert page.table.currentIndex().row() == 1
        assert page.table.verticalScrollBar().value() == 0


def test_a_column_more_takes_none_away(window: MainWindow) -> None:
    page = page_of(window)
    keys = [column.key for column in page.rows.columns]
    window.resize(1024, 690)
    page.column_choice.choose("received", True, page.table)
    QApplication.processEvents()
    assert not page.table.isColumnHidden(keys.index("received"))
    assert not page.table.isColumnHidden(keys.index("due"))


def test_the_menu_of_columns_stays_for_the_next_tick(window: MainWindow) -> None:
    page = page_of(window)
    keys = [column.key for column in page.rows.columns]
    menu = page.column_choice.ask(page.columns_button, page.table)
    for key, pressed in (("received", True), ("phone", False)):
        entry = menu.actions()[keys.index(key)]
        menu.setActiveAction(entry)
        if pressed:
            QTest.keyClick(menu, Qt.Key.Key_Space)
        else:
            QTest.mouseClick(
                menu, Qt.MouseButton.LeftButton, pos=menu.actionGeometry(entry).center() + QPoint(0, 0)
            )
        assert menu.isVisible()
        assert not page.table.isColumnHidden(keys.index(key))
    menu.close()


def test_a_code_with_a_space_in_it_is_found(qtbot: QtBot, window: MainWindow, codes: dict[str, str]) -> None:
    day, serial = codes["late"][-11:].split("-")
    search(qtbot, window, f"{day} {serial}", 1)
    down_to_list(window)
    current = page_of(window).table.current()
    assert current is not None and current.line.code == codes["late"]


def test_the_list_of_keys_names_those_of_the_list(window: MainWindow) -> None:
    page = page_of(window)
    page.table.setFocus()
    letter(window, "?")
    shown = {entry.key for entry in window.keys_box._rows.values}
    assert {"Space", "Ctrl+A", "Enter"} <= shown
    press(window, Qt.Key.Key_Escape)


def test_what_f12_and_enter_do_alike_is_named_once(window: MainWindow) -> None:
    page_of(window).table.setFocus()
    press(window, Qt.Key.Key_A, CTRL)
    letter(window, "k")
    letter(window, "?")
    shown = [(entry.words, entry.key) for entry in window.keys_box._rows.values]
    assert [key for words, key in shown if words == "Có kết quả 2 hồ sơ"] == ["F12"]
    assert "Return" not in {key for _words, key in shown}


def test_the_keys_of_the_groups_are_named_as_their_chips(
    qtbot: QtBot, counter: Counter, tmp_path: Path
) -> None:
    with standing(qtbot, counter, tmp_path / "desk", "due") as made:
        letter(made, "?")
        shown = {entry.key: entry.words for entry in made.keys_box._rows.values}
        assert (shown["Ctrl+1"], shown["Ctrl+2"], shown["Ctrl+7"]) == ("Tất cả", "Quá hạn", "Cần thư xin lỗi")


def test_a_group_that_has_emptied_does_not_hide_the_others_at_the_next_visit(
    qtbot: QtBot, counter: Counter, clock: Clock, tmp_path: Path
) -> None:
    code = received(counter, "Dương Thị Bé")
    clock.set("2026-03-09T09:00")
    with standing(qtbot, counter, tmp_path / "desk", "home") as made:
        made.go("due", "today")
        assert made.tasks.wait_idle()
        page = made.page
        assert isinstance(page, DuePage)
        assert page.chips.value() == "today", "as the card asked for"
        made.go("register")
        press(made, Qt.Key.Key_F4)
        assert page.chips.value() == "all"
        assert [found.line.code for found in page.rows.loaded()] == [code]
        press(made, Qt.Key.Key_2, CTRL)
        counter.handling.result_ready(code)
        made.tasks.changed.emit()
        assert made.tasks.wait_idle()
        assert page.chips.value() == "late", "emptied by the officer's own work it stays"
