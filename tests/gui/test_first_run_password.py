"""The first password, typed twice: what is said while the two differ, and after."""

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from tests.gui.hands import Hands
from tests.gui.test_first_run import desk, first_of

from motcua_desktop.gui.app import CounterWindow

KEY = Qt.Key
__all__ = ["desk"]


def test_red_goes_as_soon_as_both_passwords_are_the_same(qtbot: QtBot, desk: CounterWindow) -> None:
    hands = Hands(qtbot, desk.window)
    for _step in range(4):
        hands.press(KEY.Key_Return)
    for words in ("Trần Thị Quản", "matkhau123", "matkhau12"):
        hands.type(words)
        hands.press(KEY.Key_Return)
    again = first_of(desk).steps[4].fields["again"]
    assert again.label.text() == "Gõ lại mật khẩu"
    assert (again.state, again.sentence.text()) == ("error", "Hai lần gõ khác nhau. Gõ lại.")
    hands.press(KEY.Key_End)
    hands.type("3")
    assert (again.state, again.sentence.isVisible()) == ("", False)
    hands.press(KEY.Key_Return)
    qtbot.waitUntil(lambda: desk.cover.widget is None)
