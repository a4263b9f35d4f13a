"""A search of before: ready to be written over when its page is entered, and in nobody's way."""

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from tests.gui.lists import CTRL, search, write
from tests.gui.register_desk import codes, names, page_of, window
from tests.gui.standing import press

from motcua_desktop.counter.counter import Counter
from motcua_desktop.gui.main_window import MainWindow
from motcua_desktop.gui.pages.settings import SettingsPage
from motcua_desktop.gui.pages.settings_general import GeneralPane

F2, F3, F10 = Qt.Key.Key_F2, Qt.Key.Key_F3, Qt.Key.Key_F10


def type_on(qtbot: QtBot, window: MainWindow, words: str) -> None:
    """Words where the cursor is, and the answer to them."""
    field = window.focusWidget()
    assert field is not None
    write(field, words)
    qtbot.waitUntil(lambda: not field._wait.isActive() and not window.tasks.is_busy)  # type: ignore[attr-defined]
    assert window.tasks.wait_idle()


def command(window: MainWindow, words: str) -> None:
    press(window, Qt.Key.Key_K, CTRL)
    field = window.focusWidget()
    assert field is not None
    write(field, words)
    press(window, Qt.Key.Key_Return)


def general(window: MainWindow) -> GeneralPane:
    assert isinstance(window.page, SettingsPage)
    assert isinstance(window.page.part, GeneralPane)
    return window.page.part


def shown(pane: GeneralPane) -> list[str]:
    return [made.setting.key for made in pane.rows.values() if not made.isHidden()]


def test_back_in_the_register_typing_begins_another_search(
    qtbot: QtBot, window: MainWindow, codes: dict[str, str]
) -> None:
    search(qtbot, window, "linh", 1)
    press(window, F2)
    press(window, F3)
    type_on(qtbot, window, "hai")
    page = page_of(window)
    assert page.search.text() == "hai"
    assert names(page) == ["Võ Minh Hải"]


def test_a_dossier_asked_for_by_its_code_is_shown_whatever_was_searched_for(
    qtbot: QtBot, window: MainWindow, counter: Counter, codes: dict[str, str]
) -> None:
    search(qtbot, window, "linh", 1)
    window.go("register", codes["ready"])
    assert window.tasks.wait_idle()
    assert names(page_of(window)) == ["Võ Minh Hải"]
    type_on(qtbot, window, "duong")
    assert names(page_of(window)) == ["Dương Thị Bé", "Dương Thị Mỹ Linh"]


def test_the_search_of_the_settings_is_written_over_too(qtbot: QtBot, window: MainWindow) -> None:
    press(window, F10)
    type_on(qtbot, window, "nguoi ky")
    press(window, F2)
    press(window, F10)
    type_on(qtbot, window, "co chu")
    assert "look/scale" in shown(general(window))
    assert "office.signer_name" not in shown(general(window))


def test_a_command_shows_the_setting_it_was_found_by(qtbot: QtBot, window: MainWindow) -> None:
    press(window, F10)
    type_on(qtbot, window, "nguoi ky")
    press(window, F2)
    command(window, "sao luu")
    assert {"backup", "backup_folder"} <= set(shown(general(window)))
    assert "office.signer_name" not in shown(general(window))
    press(window, F2)
    command(window, "cai dat")
    assert len(shown(general(window))) == len(general(window).rows), "all of them, found by their name"
    press(window, F2)
    command(window, "tai khoan")
    assert isinstance(window.page, SettingsPage)
    assert window.page.chips.value() == "accounts"


def test_enter_goes_to_the_first_line_of_the_group_that_was_asked_for(
    qtbot: QtBot, window: MainWindow
) -> None:
    press(window, F10)
    type_on(qtbot, window, "nguoi ky")
    press(window, Qt.Key.Key_Return)
    pane = general(window)
    assert pane.rows["office.signer_for"].isAncestorOf(window.focusWidget())
