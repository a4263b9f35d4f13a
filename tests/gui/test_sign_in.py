"""Signing in: the name used last is offered, and an empty field is named as what is missing."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from tests.counter_fixtures import Clock
from tests.gui.settings_desk import part, window
from tests.gui.standing import press
from tests.gui.started import folder_of, hands_of, start
from tests.gui.test_first_run import account

from motcua_desktop.counter.counter import Counter, open_counter
from motcua_desktop.gui.app import CounterWindow
from motcua_desktop.gui.main_window import MainWindow
from motcua_desktop.gui.pages.accounts import AccountsPane
from motcua_desktop.gui.sign_in import SignIn
from motcua_desktop.gui.window_settings import WindowSettings

__all__ = ["start", "window"]

KEY = Qt.Key


def asked(desk: CounterWindow) -> SignIn:
    assert isinstance(desk.cover.widget, SignIn)
    return desk.cover.widget


def test_the_administrator_of_a_new_folder_is_offered_at_the_next_start(  # type: ignore[no-untyped-def]
    start, qtbot: QtBot, clock: Clock, tmp_path: Path
) -> None:
    folder = tmp_path / "new"
    desk = CounterWindow(folder, lambda where: open_counter(where, now=clock))
    desk.window.show()
    desk.window.activateWindow()
    desk.open()
    qtbot.waitUntil(lambda: desk.cover.widget is not None, timeout=10_000)
    assert desk.window.tasks.wait_idle()
    hands = hands_of(qtbot, desk)
    for _step in range(4):
        hands.press(KEY.Key_Return)
    account(hands)
    qtbot.waitUntil(lambda: desk.cover.widget is None)
    assert desk.window.tasks.wait_idle()
    desk.close()
    again = start(folder)
    cover = asked(again)
    assert cover.login.text() == "quantri"
    hands_of(qtbot, again).type("matkhau123")
    hands_of(qtbot, again).press(KEY.Key_Return)
    assert again.cover.widget is None


def test_enter_on_an_empty_name_asks_for_the_name_and_not_for_another_password(  # type: ignore[no-untyped-def]
    start, qtbot: QtBot, counter: Counter
) -> None:
    counter.accounts.create_first("hanh", "Bùi Thị Hạnh", "matkhau123")
    desk = start(folder_of(counter))
    hands, cover = hands_of(qtbot, desk), asked(desk)
    hands.press(KEY.Key_Return)
    assert cover.login.sentence.text() == "Gõ tên đăng nhập."
    assert cover.password.state == ""
    hands.type("hanh")
    assert cover.login.state == ""
    hands.press(KEY.Key_Return)
    assert cover.password.edit.hasFocus() and cover.password.state == ""
    hands.press(KEY.Key_Return)
    assert cover.password.sentence.text() == "Gõ mật khẩu."
    assert cover.login.state == ""
    hands.type("matkhau123")
    cover.login.edit.clear()
    hands.press(KEY.Key_Return)
    assert cover.login.state == "error" and cover.login.edit.hasFocus()
    assert cover.password.text() == "matkhau123", "what was typed is not lost"


def test_the_account_just_made_is_the_current_one(
    window: MainWindow, counter: Counter, tmp_path: Path
) -> None:
    pane = part(window, "accounts")
    assert isinstance(pane, AccountsPane)
    for login in ("hanh", "bich", "tam"):
        press(window, KEY.Key_N)
        for text in (login, f"Ban {login}", "", "", "mat-khau-1", "mat-khau-1"):
            QTest.keyClicks(window.focusWidget(), text)
            press(window, KEY.Key_Tab)
        press(window, KEY.Key_F12)
        assert pane.table.current().login == login
    assert WindowSettings(tmp_path / "desk").text("login") == "hanh"
