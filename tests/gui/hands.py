"""The hands of an officer: they press keys, and count them."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from motcua_desktop.gui.main_window import MainWindow

NONE = Qt.KeyboardModifier.NoModifier
CTRL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier


class Hands:
    """Keys go where the focus is. `keys` counts them; a scan is no key."""

    def __init__(self, qtbot: QtBot, window: MainWindow) -> None:
        self.qtbot, self.window, self.keys = qtbot, window, 0

    def _target(self) -> QWidget:
        return QApplication.focusWidget() or self.window.focusWidget() or self.window

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = NONE) -> None:
        """One key, and what the counter answers to it."""
        self.keys += 1
        QTest.keyClick(self._target(), key, modifiers)
        assert self.window.tasks.wait_idle()

    def type(self, text: str) -> None:
        """Letters as a Vietnamese keyboard sends them, one key each."""
        for letter in text:
            self.keys += 1
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                QApplication.sendEvent(self._target(), QKeyEvent(kind, 0, NONE, letter))
        assert self.window.tasks.wait_idle()

    def scan(self, text: str) -> None:
        """A scan, as the window gets it from the scanner."""
        self.window.take_scan(text)
        assert self.window.tasks.wait_idle()

    def until(self, condition: object) -> None:
        """Wait for what comes after a moment of quiet (search, preview)."""
        self.qtbot.waitUntil(condition, timeout=5000)  # type: ignore[arg-type]
        assert self.window.tasks.wait_idle()
