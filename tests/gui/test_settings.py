"""Settings: found without marks, written at once, taken back with Ctrl+Z; colours of states are refused."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLineEdit
from pytestqt.qtbot import QtBot
from tests.gui.standing import press, standing

from motcua_desktop.counter.counter import Counter
from motcua_desktop.gui.main_window import MainWindow
from motcua_desktop.gui.pages.settings import SettingsPage
from motcua_desktop.gui.pages.settings_general import GeneralPane
from motcua_desktop.gui.theme import look

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def window(qtbot: QtBot, counter: Counter, tmp_path: Path) -> Iterator[MainWindow]:
    with standing(qtbot, counter, tmp_path / "desk", "settings") as made:
        yield made


def general(window: MainWindow) -> GeneralPane:
    assert isinstance(window.page, SettingsPage)
    assert isinstance(window.page.part, GeneralPane)
    return window.page.part


def type_into(window: MainWindow, key: str, text: str) -> None:
    line = general(window).rows[key].control
    assert isinstance(line, QLineEdit)
    line.setFocus()
    line.selectAll()
    QTest.keyClicks(line, text)
    press(window, Qt.Key.Key_Return)


def test_words_without_marks_find_a_setting_and_its_group(window: MainWindow, qtbot: QtBot) -> None:
    pane = general(window)
    qtbot.keyClicks(pane.search, "ky thay")
    press(window, Qt.Key.Key_Return)
    assert [key for key, row in pane.rows.items() if row.isVisible()] == ["office.signer_for"]
    press(window, Qt.Key.Key_Escape)
    assert all(row.isVisibleTo(pane) for row in pane.rows.values())


def test_the_offices_name_is_written_at_once_and_taken_back(window: MainWindow, counter: Counter) -> None:
    before = counter.office.office().phone
    type_into(window, "office.phone", "0255 386 7777")
    assert counter.office.office().phone == "0255 386 7777"
    general(window).search.setFocus()
    press(window, Qt.Key.Key_Z, CTRL)
    assert counter.office.office().phone == before


def test_leaving_a_line_unchanged_writes_nothing(window: MainWindow, counter: Counter) -> None:
    before = counter.accounts.log(1)
    press(window, Qt.Key.Key_Tab)
    press(window, Qt.Key.Key_Tab)
    assert counter.accounts.log(1) == before


def test_a_code_pattern_that_cannot_be_read_back_is_refused_beside_its_line(
    window: MainWindow, counter: Counter
) -> None:
    before = counter.numbering.pattern()
    type_into(window, "pattern.agency", "quay 1")
    assert counter.numbering.pattern() == before
    assert general(window).rows["pattern.agency"].sentence.property("role") == "error"


def test_a_colour_of_a_state_is_refused(window: MainWindow) -> None:
    type_into(window, "look/accent", "B3261E")
    assert look().accent is None
    assert "trạng thái" in general(window).rows["look/accent"].sentence.text()
    type_into(window, "look/accent", "0F5C6E")
    assert look().accent == "#0F5C6E"


def test_what_is_no_colour_is_said_to_be_none(window: MainWindow) -> None:
    type_into(window, "look/nav", "xanh")
    assert look().nav is None
    assert "sáu chữ số" in general(window).rows["look/nav"].sentence.text()


def test_the_scale_is_chosen_and_taken_back(window: MainWindow) -> None:
    box = general(window).rows["look/scale"].control
    assert isinstance(box, QComboBox)
    box.setCurrentIndex(2)
    box.activated.emit(2)
    assert look().scale == 1.25
    press(window, Qt.Key.Key_Z, CTRL)
    assert look().scale == 1.0


def test_a_copy_of_the_register_is_made_where_the_officer_says(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pane = general(window)
    monkeypatch.setattr(pane, "choose_backup", lambda name: tmp_path / name)
    pane.rows["backup"].control.click()  # type: ignore[attr-defined]
    assert window.tasks.wait_idle()
    assert len(list(tmp_path.glob("motcua-20260302-*.db"))) == 1


def test_the_hours_lead_to_the_calendar(window: MainWindow) -> None:
    general(window).rows["calendar"].control.click()  # type: ignore[attr-defined]
    assert window.tasks.wait_idle()
    assert window.pages.key == "calendar"
