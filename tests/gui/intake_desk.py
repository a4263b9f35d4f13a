"""Receiving at the counter by keys alone, with a real counter behind the page."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from tests.gui.hands import Hands
from tests.gui.standing import standing

from motcua_desktop.counter.counter import Counter
from motcua_desktop.domain.dossier import Dossier
from motcua_desktop.gui.main_window import MainWindow
from motcua_desktop.gui.pages.intake import IntakePage

KEY = Qt.Key
CARD = "051197000123||Nguyễn Thị Thu Thảo|14031997|Nữ|Thôn Tây An Hải, đặc khu Lý Sơn|01012022"
OTHER_CARD = "051188002467|212345678|Phạm Văn Diễm|05061988|Nam|Thôn Đông An Vĩnh, đặc khu Lý Sơn|01012022"


@pytest.fixture
def window(qtbot: QtBot, counter: Counter, tmp_path: Path) -> Iterator[MainWindow]:
    with standing(qtbot, counter, tmp_path / "desk", "intake") as made:
        yield made


@pytest.fixture
def hands(qtbot: QtBot, window: MainWindow) -> Hands:
    return Hands(qtbot, window)


def page_of(window: MainWindow) -> IntakePage:
    page = window.pages.built["intake"]
    assert isinstance(page, IntakePage)
    return page


def kept(counter: Counter) -> list[Dossier]:
    """Every dossier of the register, the newest first."""
    found = [counter.register.by_id(line.id) for line in counter.register.newest(20)]
    return [dossier for dossier in found if dossier is not None]


def choose(hands: Hands, words: str) -> None:
    hands.press(KEY.Key_F2)
    hands.type(words)
    hands.press(KEY.Key_Return)
    hands.until(lambda: page_of(hands.window).form.procedure.value is not None)


def previewed(hands: Hands) -> None:
    """Let the quiet moment pass after which the counter is asked again."""
    page = page_of(hands.window)
    hands.until(lambda: not page._wait.isActive())
