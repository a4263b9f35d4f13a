"""A real window on a real counter, shown at one page, for the tests of pages."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from motcua_desktop.counter.counter import Counter
from motcua_desktop.gui.main_window import MainWindow
from motcua_desktop.gui.pages import PAGES, PageContext, build_page
from motcua_desktop.gui.printing import Printing
from motcua_desktop.gui.widgets.page import Page
from motcua_desktop.gui.window_settings import WindowSettings
from motcua_desktop.say import say

Make = Callable[[Any], Page]


@contextmanager
def standing(qtbot: QtBot, counter: Counter, folder: Path, page: str) -> Iterator[MainWindow]:
    """The window at `page`, everything it asked for answered; nothing of it is left afterwards."""
    folder.mkdir(parents=True, exist_ok=True)
    settings = WindowSettings(folder)
    held: list[PageContext] = []

    def factory(key: str) -> Make:
        return lambda _window: build_page(key, held[0])

    window = MainWindow(
        counter, [(key, icon, words, factory(key)) for key, icon, words, _ in PAGES], explain=say
    )
    printing = Printing(counter.paper, settings)
    held.append(PageContext(counter, window.tasks, settings, printing))
    qtbot.addWidget(window)
    window.resize(1366, 690)
    window.show()
    window.activateWindow()
    window.go(page)
    assert window.tasks.wait_idle()
    yield window
    assert window.tasks.wait_idle()
    printing.close()
    window.close()


def press(window: MainWindow, key: Qt.Key, modifiers: Qt.KeyboardModifier | None = None) -> None:
    """A key where the focus is, and what follows from it."""
    target: QWidget = window.focusWidget() or window
    QTest.keyClick(target, key, modifiers or Qt.KeyboardModifier.NoModifier)
    assert window.tasks.wait_idle()


def turn_to(window: MainWindow, key: str) -> None:
    """Show a page and let it settle."""
    newest = window.counter.register.newest(1)[0]
    window.go(key, newest.id if key == "dossier" else None)
    assert window.tasks.wait_idle()
    for _ in range(3):  # a wrapped sentence gets its height one layout pass after its width
        QApplication.processEvents()
