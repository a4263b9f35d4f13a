"""The settings on an office with one dossier, for the tests of their parts."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot
from tests.counter_fixtures import draft
from tests.gui.standing import standing

from motcua_desktop.counter.counter import Counter
from motcua_desktop.gui.main_window import MainWindow
from motcua_desktop.gui.pages.settings import SettingsPage


@pytest.fixture
def window(qtbot: QtBot, counter: Counter, tmp_path: Path) -> Iterator[MainWindow]:
    counter.intake.receive(draft(name="Cao Văn Nghĩa"))
    with standing(qtbot, counter, tmp_path / "desk", "settings") as made:
        yield made


def part(window: MainWindow, key: str) -> object:
    assert isinstance(window.page, SettingsPage)
    window.page.show_part(key)
    assert window.tasks.wait_idle()
    return window.page.part
