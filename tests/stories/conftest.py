"""A desk for a story: the program on a folder, a clock the story moves, keys and scans only."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from tests.counter_fixtures import Clock
from tests.gui.hands import CTRL, NONE, Hands

from motcua_desktop.counter.counter import Counter, open_counter
from motcua_desktop.domain.dossier import Dossier, Officer
from motcua_desktop.domain.lifecycle import Role
from motcua_desktop.gui.app import CounterWindow
from motcua_desktop.gui.pages.intake import IntakePage
from motcua_desktop.gui.pages.register import RegisterPage
from motcua_desktop.gui.theme import look

KEY = Qt.Key


class Desk:
    """An officer at the real window: opens it in the morning, presses keys, closes it in the evening."""

    def __init__(self, qtbot: QtBot, folder: Path, clock: Clock) -> None:
        self.qtbot, self.folder, self.clock = qtbot, folder, clock
        self.program: CounterWindow | None = None
        self._keyboard_clock = 1000
        self._selected = ""

    # ------------------------------------------------------------ morning and evening
    def open(self) -> None:
        """Start the program and wait until something can be typed."""
        who = Officer("Bùi Thị Hạnh", Role.ADMIN)
        self.program = CounterWindow(
            self.folder, lambda where: open_counter(where, now=self.clock, officer=who)
        )
        self.window.resize(1366, 690)
        self.window.show()
        self.window.activateWindow()
        self.program.open()
        self.qtbot.waitUntil(lambda: bool(self.window.pages.key), timeout=10_000)
        self.hands = Hands(self.qtbot, self.window)
        assert self.window.tasks.wait_idle()

    def close(self) -> None:
        """Close the window; the register is given back."""
        if self.program is not None:
            assert self.window.tasks.wait_idle()
            self.program.close()
            self.program = None
            QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    @property
    def window(self):  # type: ignore[no-untyped-def]
        assert self.program is not None
        return self.program.window

    @property
    def counter(self) -> Counter:
        """The counter behind the window, to ask what the register says."""
        assert self.program is not None and self.program.counter is not None
        return self.program.counter

    # ------------------------------------------------------------ hands
    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = NONE) -> None:
        self.hands.press(key, modifiers)

    def type(self, text: str) -> None:
        """Letters by the keyboard, words with marks as an input method commits them."""
        if text.isascii():
            self.hands.type(text)
            return
        event = QInputMethodEvent()
        event.setCommitString(text)
        QApplication.sendEvent(self._focus, event)
        assert self.window.tasks.wait_idle()

    def replace(self, text: str) -> None:
        """Type over what stands in the field."""
        self.press(KEY.Key_A, CTRL)
        self.type(text)

    def scan(self, card: str) -> None:
        """The card in the scanner: its letters arrive as a burst of keys, wherever the cursor is."""
        for letter in card + "\r":
            key = KEY.Key_Return if letter == "\r" else KEY.Key_unknown
            self._keyboard_clock += 4
            event = QKeyEvent(QEvent.Type.KeyPress, key, NONE, letter)
            event.setTimestamp(self._keyboard_clock)
            QCoreApplication.sendEvent(self._focus, event)
        self._keyboard_clock += 60_000
        assert self.window.tasks.wait_idle()

    @property
    def _focus(self):  # type: ignore[no-untyped-def]
        return QApplication.focusWidget() or self.window.focusWidget() or self.window

    # ------------------------------------------------------------ what an officer does all day
    def choose(self, alias: str) -> None:
        """F2 and the procedure by its short name."""
        self.press(KEY.Key_F2)
        self.type(alias)
        self.press(KEY.Key_Return)
        page = self.window.page
        assert isinstance(page, IntakePage)
        self.hands.until(lambda: page.form.procedure.value is not None)

    def receive(self) -> Dossier:
        """F12; the dossier as the register has it."""
        before = self.counter.register.newest(1)
        self.press(KEY.Key_F12)
        (line,) = self.counter.register.newest(1)
        assert [line.id] != [one.id for one in before], "nothing was received"
        return self.read(line.code)

    def select(self, dossier: Dossier) -> None:
        """Search a dossier by its number in the register and go down to it."""
        self._selected = dossier.code
        self.press(KEY.Key_F3)
        self.press(KEY.Key_F, CTRL)
        self.replace(dossier.short_code)
        page = self.window.page
        assert isinstance(page, RegisterPage)
        self.hands.until(
            lambda: (
                page.pane.view is not None
                and page.pane.view.dossier.code == dossier.code
                and page.rows.rowCount() == 1
            )
        )
        self.press(KEY.Key_Down)

    def act(self, letter: str, *typed: str) -> None:
        """A letter key in the list, then Enter, or `typed` for the fields of its form and F12."""
        events = len(self.read(self._selected).events)
        self.type(letter)  # the scanner keeps a lone letter for a moment, to see whether a card follows
        self.hands.until(lambda: self.window.page.pane.has_form)
        if not typed:
            self.press(KEY.Key_Return)
            self.hands.until(lambda: len(self.read(self._selected).events) > events)
            return
        for number, words in enumerate(typed):
            if number:
                self.press(KEY.Key_Tab)
            if words:
                self.type(words)
        self.press(KEY.Key_F12)

    def read(self, code: str) -> Dossier:
        """What the register says of a dossier now."""
        return self.counter.register.dossier(code)

    def said(self) -> str:
        """The last thing the window told."""
        return str(self.window.toast._words.text())


@pytest.fixture
def desk(qtbot: QtBot, qapp: QApplication, office_template: Path, tmp_path: Path) -> Iterator[Desk]:
    """Lý Sơn on Monday 2 March 2026, before the doors open."""
    folder = tmp_path / "quay"
    shutil.copytree(office_template, folder)
    look().set(mode="light", scale=1.0, accent="", nav="")
    made = Desk(qtbot, folder, Clock(datetime(2026, 3, 2, 6, 50)))
    yield made
    made.close()
