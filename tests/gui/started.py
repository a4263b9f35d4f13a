"""The program as an officer starts it, on the folder of a counter."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot
from tests.counter_fixtures import Clock
from tests.gui.hands import Hands

from motcua_desktop.counter.counter import Counter, open_counter
from motcua_desktop.gui.app import CounterWindow


@pytest.fixture
def start(qtbot: QtBot, clock: Clock) -> Iterator[object]:
    """Starts the program on a folder and waits until something can be typed."""
    opened: list[CounterWindow] = []

    def begin(folder: Path) -> CounterWindow:
        desk = CounterWindow(folder, lambda where: open_counter(where, now=clock))
        opened.append(desk)
        desk.window.resize(1366, 690)
        desk.window.show()
        desk.window.activateWindow()
        desk.open()
        qtbot.waitUntil(lambda: desk.cover.widget is not None or bool(desk.window.pages.key), timeout=10_000)
        assert desk.window.tasks.wait_idle()
        return desk

    yield begin
    for desk in opened:
        desk.close()


def hands_of(qtbot: QtBot, desk: CounterWindow) -> Hands:
    return Hands(qtbot, desk.window)


def folder_of(counter: Counter) -> Path:
    counter.close()
    return counter.folder
