"""Settings: found without marks, written at once, taken back with Ctrl+Z; colours of states are refused."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLineEdit
from pytestqt.qtbot import QtBot
from tests.gui.standing import press, standing

from motcua_desktop.counter.counter import Counter
from motcua_desktop.gui.main_window import MainWindow
from motcua_desktop.gui.office_look import colour_of, picture, read_look
from motcua_desktop.gui.pages.settings import SettingsPage
from motcua_desktop.gui.pages.settings_colour import ColourBox, office_colours
from motcua_desktop.gui.pages.settings_general import GeneralPane
from motcua_desktop.gui.pages.settings_paper import PaperPane
from motcua_desktop.gui.theme import look
from motcua_desktop.gui.theme.tokens import LIGHT, contrast
from motcua_desktop.gui.window_settings import WindowSettings

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
    control = general(window).rows[key].control
    line = control.lineEdit() if isinstance(control, QComboBox) else control
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


def test_enter_after_the_search_is_in_the_setting_that_was_sought(
    window: MainWindow, counter: Counter
) -> None:
    pane = general(window)
    pane.search.setFocus()
    QTest.keyClicks(pane.search, "dien thoai")
    press(window, Qt.Key.Key_Return)
    assert pane.rows["office.phone"].control.hasFocus()
    QTest.keyClicks(window.focusWidget(), "0255 3867 000")
    press(window, Qt.Key.Key_Return)
    assert counter.office.office().phone.endswith("0255 3867 000")


def test_the_settings_are_scrolled_from_the_search_field(window: MainWindow) -> None:
    pane = general(window)
    pane.search.setFocus()
    press(window, Qt.Key.Key_PageDown)
    assert pane.area.verticalScrollBar().value() > 0
    press(window, Qt.Key.Key_PageUp)
    assert pane.area.verticalScrollBar().value() == 0


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


def test_a_colour_of_a_state_is_refused(window: MainWindow, counter: Counter) -> None:
    type_into(window, "accent", "B3261E")
    assert look().accent is None
    assert "trạng thái" in general(window).rows["accent"].sentence.text()
    type_into(window, "accent", "0f5c6e")
    assert look().accent == "#0F5C6E"
    assert counter.office.setting("accent") == "#0F5C6E"
    general(window).search.setFocus()
    press(window, Qt.Key.Key_Z, CTRL)
    assert look().accent is None


def test_what_is_no_colour_is_said_to_be_none(window: MainWindow, counter: Counter) -> None:
    type_into(window, "nav", "xanh")
    assert look().nav is None and counter.office.setting("nav") is None
    assert "sáu chữ số" in general(window).rows["nav"].sentence.text()


def test_a_colour_too_bright_is_darkened_and_the_line_says_so(window: MainWindow, counter: Counter) -> None:
    type_into(window, "accent", "FFFF00")
    row = general(window).rows["accent"]
    assert counter.office.setting("accent") == "#FFFF00"
    worn = look().tokens.accentfill
    assert contrast(worn, LIGHT.surface) >= 7
    assert f"máy dùng {worn.removeprefix('#')}" in row.sentence.text()


def test_a_colour_is_chosen_by_its_name_and_the_programs_own_comes_back(
    window: MainWindow, counter: Counter
) -> None:
    box = general(window).rows["nav"].control
    assert isinstance(box, ColourBox)
    for colour, words in office_colours():
        assert colour_of(colour) == colour, words
        box.setCurrentIndex(box.findText(words))
        box.activated.emit(box.currentIndex())
        assert window.tasks.wait_idle()
        assert (counter.office.setting("nav") or "") == colour
        assert "sáng quá" not in general(window).rows["nav"].sentence.text()
    box.setCurrentIndex(0)
    box.activated.emit(0)
    assert window.tasks.wait_idle()
    assert look().nav is None


def test_the_logo_and_the_folder_of_copies_are_taken_away_again(
    window: MainWindow, counter: Counter, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pane, drawn = general(window), QImage(80, 80, QImage.Format.Format_RGB32)
    drawn.fill(Qt.GlobalColor.blue)
    drawn.save(str(tmp_path / "logo.png"))
    monkeypatch.setattr(pane, "choose_logo", lambda: tmp_path / "logo.png")
    monkeypatch.setattr(pane, "choose_folder", lambda: tmp_path)
    for key in ("logo", "backup_folder"):
        row = pane.rows[key]
        assert row.clear is not None and not row.clear.isVisible()
        row.control.click()  # type: ignore[attr-defined]
        assert window.tasks.wait_idle()
        kept = counter.office.setting(key)
        assert kept and row.clear.isVisible()
        row.clear.click()
        assert window.tasks.wait_idle()
        assert counter.office.setting(key) == "" and not row.clear.isVisible()
        window.undo()
        assert window.tasks.wait_idle()
        assert counter.office.setting(key) == kept
    # A long path may go on in the next line anywhere.
    assert str(tmp_path) in pane.rows["backup_folder"].sentence.text().replace("\u200b", "")


def test_the_offices_logo_travels_with_the_register(
    window: MainWindow, counter: Counter, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pane, drawn = general(window), QImage(900, 450, QImage.Format.Format_RGB32)
    drawn.fill(Qt.GlobalColor.blue)
    drawn.save(str(tmp_path / "logo.jpg"))
    (tmp_path / "logo.txt").write_text("no picture")
    for name in ("logo.txt", "logo.jpg"):
        monkeypatch.setattr(pane, "choose_logo", lambda name=name: tmp_path / name)
        pane.rows["logo"].control.click()  # type: ignore[attr-defined]
        assert window.tasks.wait_idle()
        kept = counter.office.setting("logo", "")
        assert bool(kept) == (name == "logo.jpg")
    (tmp_path / "logo.jpg").unlink()
    shown = picture(read_look(counter).logo)
    assert (shown.width(), shown.height()) == (160, 80)


def test_a_desk_learns_the_offices_colours_at_opening_and_keeps_them(tmp_path: Path) -> None:
    desk = WindowSettings(tmp_path)
    desk.wear_office("#0F5C6E", None)
    assert look().accent == "#0F5C6E"
    look().set(accent="")
    WindowSettings(tmp_path).use()
    assert look().accent == "#0F5C6E"


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


def test_a_setting_of_another_part_leads_there(window: MainWindow) -> None:
    general(window).rows["paper"].control.click()  # type: ignore[attr-defined]
    assert window.tasks.wait_idle()
    assert isinstance(window.page, SettingsPage)
    assert isinstance(window.page.part, PaperPane)


def test_the_hours_lead_to_the_calendar(window: MainWindow) -> None:
    general(window).rows["calendar"].control.click()  # type: ignore[attr-defined]
    assert window.tasks.wait_idle()
    assert window.pages.key == "calendar"
