"""The window: keys lead to pages and back, boxes open and close, and nothing is left running behind it."""

import threading
from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from motcua_desktop.gui.actions import Action, checked
from motcua_desktop.gui.main_window import PAGE_KEYS, SAME_AS_LAST, MainWindow
from motcua_desktop.gui.theme import look
from motcua_desktop.gui.widgets.command_box import Entry
from motcua_desktop.gui.widgets.page import Page


class Desk(Page):
    """A page that notes what the window does with it."""

    title = "Bàn"

    def __init__(self, window: Any) -> None:
        super().__init__()
        self.window_given = window
        self.entered: list[Any] = []
        self.done: list[str] = []
        self.refreshed = 0
        self.form_open = False
        self.edit, self.other = QLineEdit(), QLineEdit()
        self.list = QWidget()
        self.list.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        for part in (self.edit, self.other, self.list):
            self.body.addWidget(part)

    def on_enter(self, argument: Any = None) -> None:
        self.entered.append(argument)

    def refresh(self) -> None:
        self.refreshed += 1

    def actions(self) -> list[Action]:  # type: ignore[override]
        return [
            Action("K", "Có kết quả", lambda: self.done.append("K")),
            Action("Ctrl+U", "Lấy số cũ", lambda: self.done.append("Ctrl+U")),
            Action("Ctrl+A", "Chọn hết", lambda: self.done.append("Ctrl+A")),
            Action("Ctrl+B", "Bổ sung", lambda: self.done.append("Ctrl+B"), show="bar", can=lambda: False),
        ]

    @property
    def main_action(self) -> Action:
        return Action("F12", "Nhận", lambda: self.done.append("F12"))

    def panes(self) -> list[QWidget]:
        return [self.edit, self.list]

    def focus_first(self) -> None:
        self.edit.setFocus()

    def escape(self) -> bool:
        was_open, self.form_open = self.form_open, False
        return was_open


@pytest.fixture
def window(qtbot: QtBot) -> Iterator[MainWindow]:
    made = MainWindow("counter", [(page, "house", page.title(), Desk) for page in PAGE_KEYS])
    qtbot.addWidget(made)
    made.go("home")
    made.show()
    made.activateWindow()
    qtbot.waitUntil(lambda: made.page.edit.hasFocus())  # type: ignore[attr-defined]
    yield made
    assert made.tasks.wait_idle()
    made.close()


NONE = Qt.KeyboardModifier.NoModifier
CONTROL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier


def press(
    window: MainWindow, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
) -> None:
    QTest.keyClick(window.focusWidget() or window, key, modifiers)


def desk(window: MainWindow) -> Desk:
    page = window.page
    assert isinstance(page, Desk)
    return page


@pytest.mark.parametrize(("page", "key"), [(page, key) for page, key in PAGE_KEYS.items() if page != "home"])
def test_every_page_has_its_key_even_from_a_field(window: MainWindow, page: str, key: str) -> None:
    press(window, getattr(Qt.Key, f"Key_{key}"))
    assert window.pages.key == page


def test_escape_closes_the_form_first_and_then_goes_home(window: MainWindow) -> None:
    press(window, Qt.Key.Key_F3)
    desk(window).form_open = True
    press(window, Qt.Key.Key_Escape)
    assert (window.pages.key, desk(window).form_open) == ("register", False)
    press(window, Qt.Key.Key_Escape)
    assert window.pages.key == "home"


def test_f11_takes_the_last_dossier_to_the_intake_from_anywhere(window: MainWindow) -> None:
    press(window, Qt.Key.Key_F5)
    press(window, Qt.Key.Key_F11)
    assert window.pages.key == "intake"
    assert desk(window).entered == [SAME_AS_LAST]


def test_f12_is_the_pages_main_action(window: MainWindow) -> None:
    press(window, Qt.Key.Key_F12)
    assert desk(window).done == ["F12"]


def test_a_letter_in_a_field_is_a_letter_and_on_a_list_an_action(window: MainWindow) -> None:
    page = desk(window)
    press(window, Qt.Key.Key_K)
    assert (page.edit.text(), page.done) == ("k", [])
    page.list.setFocus()
    press(window, Qt.Key.Key_K)
    assert page.done == ["K"]


def test_keys_a_line_input_would_keep_are_taken_back(window: MainWindow) -> None:
    page = desk(window)
    page.edit.setText("090 512 34")
    press(window, Qt.Key.Key_U, CONTROL)
    assert (page.edit.text(), page.done) == ("090 512 34", ["Ctrl+U"])


def test_marking_all_in_a_field_belongs_to_the_field(window: MainWindow) -> None:
    page = desk(window)
    page.edit.setText("Dương")
    press(window, Qt.Key.Key_A, CONTROL)
    assert (page.edit.selectedText(), page.done) == ("Dương", [])
    page.list.setFocus()
    press(window, Qt.Key.Key_A, CONTROL)
    assert page.done == ["Ctrl+A"]


def test_undo_in_a_field_with_something_typed_is_the_fields(window: MainWindow) -> None:
    page, undone = desk(window), []
    window.say("Đã trả kết quả 261118-0009", lambda: undone.append(1))
    press(window, Qt.Key.Key_X)
    press(window, Qt.Key.Key_Z, CONTROL)
    assert (page.edit.text(), undone) == ("", [])
    page.list.setFocus()
    press(window, Qt.Key.Key_Z, CONTROL)
    press(window, Qt.Key.Key_Z, CONTROL)
    assert undone == [1]
    assert window.toast._words.text() == "Không còn việc nào để hoàn tác"


def test_what_cannot_be_done_is_grey_and_its_key_does_nothing(window: MainWindow) -> None:
    press(window, Qt.Key.Key_B, CONTROL)
    assert desk(window).done == []
    assert window.action_bar.isVisible()


def test_alt_left_and_right_go_back_and_forward(window: MainWindow) -> None:
    press(window, Qt.Key.Key_F2)
    press(window, Qt.Key.Key_F3)
    press(window, Qt.Key.Key_Left, ALT)
    assert window.pages.key == "intake"
    press(window, Qt.Key.Key_Right, ALT)
    assert window.pages.key == "register"


def test_ctrl_tab_goes_round_the_panes(window: MainWindow) -> None:
    page = desk(window)
    press(window, Qt.Key.Key_Tab, CONTROL)
    assert page.list.hasFocus()
    press(window, Qt.Key.Key_Tab, CONTROL)
    assert page.edit.hasFocus()


def test_the_scale_changes_with_ctrl_plus_minus_and_zero(window: MainWindow, qtbot: QtBot) -> None:
    restyled: list[float] = []
    look().changed.connect(lambda: restyled.append(look().scale))
    for _step in range(5):
        press(window, Qt.Key.Key_Plus, CONTROL)
    qtbot.waitUntil(lambda: look().scale == 1.5)
    assert restyled == [1.5]  # five keys restyle the window once
    press(window, Qt.Key.Key_Minus, CONTROL)
    qtbot.waitUntil(lambda: look().scale == 1.4)
    press(window, Qt.Key.Key_0, CONTROL)
    qtbot.waitUntil(lambda: look().scale == 1.0)


def test_pages_are_built_when_first_shown_and_get_the_window(window: MainWindow) -> None:
    assert list(window.pages.built) == ["home"]
    press(window, Qt.Key.Key_F4)
    assert list(window.pages.built) == ["home", "due"]
    assert desk(window).window_given is window
    assert window.counter == "counter"


def test_after_a_change_the_page_in_sight_reads_again_and_the_others_when_shown(window: MainWindow) -> None:
    press(window, Qt.Key.Key_F3)
    home, register = window.pages.built["home"], desk(window)
    assert isinstance(home, Desk)
    window.tasks.do(register, lambda: None)
    assert window.tasks.wait_idle()
    assert (register.refreshed, home.refreshed) == (1, 0)
    press(window, Qt.Key.Key_Escape)
    assert home.refreshed == 1


def test_the_command_box_finds_commands_without_marks_and_runs_them(window: MainWindow, qtbot: QtBot) -> None:
    press(window, Qt.Key.Key_K, CONTROL)
    assert window.command_box.isVisible()
    QTest.keyClicks(window.command_box.edit, "co ket qua")
    press(window, Qt.Key.Key_Return)
    assert not window.command_box.isVisible()
    assert desk(window).done == ["K"]
    assert desk(window).edit.hasFocus()


def test_the_command_box_shows_dossiers_before_commands(qtbot: QtBot) -> None:
    opened: list[str] = []
    entry = Entry("file-text", "Dương Thị Lài", "261118-0009", lambda: opened.append("261118-0009"))
    window = MainWindow(
        None,
        [("home", "house", "Trang chính", Desk)],
        find=lambda search, show: show([entry] if search else []),
    )
    qtbot.addWidget(window)
    window.go("home")
    window.show()
    window.open_command_box()
    QTest.keyClicks(window.command_box.edit, "k")
    QTest.keyClick(window.command_box.edit, Qt.Key.Key_Return)
    assert opened == ["261118-0009"]
    window.close()


def test_escape_closes_the_command_box_and_stays_on_the_page(window: MainWindow) -> None:
    press(window, Qt.Key.Key_F3)
    press(window, Qt.Key.Key_K, CONTROL)
    press(window, Qt.Key.Key_Escape)
    assert not window.command_box.isVisible()
    assert window.pages.key == "register"
    assert desk(window).edit.hasFocus()


def test_an_error_no_page_took_is_said_over_the_page(qtbot: QtBot, caplog: pytest.LogCaptureFixture) -> None:
    window = MainWindow(None, [("home", "house", "Trang chính", Desk)], explain=lambda error: f"Lỗi: {error}")
    qtbot.addWidget(window)
    window.go("home")
    shown: list[tuple[str, str]] = []
    window.show_bar = lambda kind, sentence, *_a: shown.append((kind, sentence))  # type: ignore[method-assign]

    def break_down() -> None:
        raise OSError("đĩa đầy")

    window.tasks.ask(None, break_down)
    assert window.tasks.wait_idle()
    assert shown == [("error", "Lỗi: đĩa đầy")]
    window.close()


def test_closing_ends_the_workers(qtbot: QtBot) -> None:
    window = MainWindow(None, [("home", "house", "Trang chính", Desk)])
    qtbot.addWidget(window)
    window.go("home")
    window.tasks.ask(None, lambda: None)
    window.tasks.ask(None, lambda: None, words="Đang sao lưu")
    window.tasks.do(None, lambda: None)
    assert window.tasks.wait_idle()
    names = ("reads", "long reads", "changes")
    workers = [thread for thread in threading.enumerate() if thread.name.startswith(names)]
    assert len(workers) >= 3
    window.close()
    assert not any(thread.is_alive() for thread in workers)


def test_a_scan_goes_to_the_intake_page_when_the_page_in_sight_has_no_use_for_it(window: MainWindow) -> None:
    press(window, Qt.Key.Key_F6)
    window.take_scan("051097000123||Nguyễn Thị Thu Thảo|14031997|Nữ|Lý Sơn|01012022")
    assert window.pages.key == "intake"


def test_the_window_has_every_key_once(window: MainWindow) -> None:
    for page in PAGE_KEYS:
        window.go(page)
        for table in window.contexts():
            assert checked(table) == table
