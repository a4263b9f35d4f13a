"""Nothing is cut off: every page at 1366 × 690, in both languages and with large letters, on a played day."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import ExitStack
from datetime import date, datetime
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot
from tests.counter_fixtures import Clock
from tests.gui.clipped import cut_off
from tests.gui.standing import standing

from motcua_desktop import i18n
from motcua_desktop.counter.counter import open_counter
from motcua_desktop.counter.demonstration import play
from motcua_desktop.gui.main_window import MainWindow
from motcua_desktop.gui.pages import PAGES
from motcua_desktop.gui.theme import look
from motcua_desktop.gui.widgets.number_card import StockCard

KEYS = [row[0] for row in PAGES]


@pytest.fixture(scope="session")
def played(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A day of sixty dossiers, the long Vietnamese names of the real catalogue in them."""
    folder = tmp_path_factory.mktemp("played") / "demo"
    play(folder, dossiers=60, day=date(2026, 11, 20), papers=False).close()
    return folder


@pytest.fixture
def pages(qtbot: QtBot, played: Path, tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[MainWindow]:
    """The window of one language and scale on a copy of the day."""
    language, scale = request.param
    i18n.use_language(language)
    folder = tmp_path / "demo"
    shutil.copytree(played, folder)
    counter = open_counter(folder, now=Clock(datetime(2026, 11, 20, 16, 5)))
    with ExitStack() as stack:
        stack.callback(counter.close)
        window = stack.enter_context(standing(qtbot, counter, tmp_path / "desk", "home"))
        look().set(scale=scale)
        yield window


def turn_to(window: MainWindow, key: str) -> None:
    """Show a page and let it settle."""
    newest = window.counter.register.newest(1)[0]
    window.go(key, newest.id if key == "dossier" else None)
    assert window.tasks.wait_idle()
    for _ in range(3):  # a wrapped sentence gets its height one layout pass after its width
        QApplication.processEvents()


@pytest.mark.parametrize("pages", [("vi", 1.0), ("en", 1.0), ("vi", 1.5)], indirect=True, ids=str)
def test_no_text_is_wider_than_its_place(pages: MainWindow) -> None:
    cut: list[str] = []
    wide = {}
    for key in KEYS:
        turn_to(pages, key)
        cut += [f"{key}: {line}" for line in cut_off(pages)]
        if pages.width() > 1366 or pages.height() > 690:
            wide[key] = (pages.width(), pages.height())
    assert cut == []
    assert wide == {}


def test_the_check_finds_words_without_room_and_parts_outside_their_frame(qtbot: QtBot) -> None:
    frame = QWidget()
    qtbot.addWidget(frame)
    frame.resize(200, 100)
    words = QLabel("Giấy tiếp nhận hồ sơ và hẹn trả kết quả", frame)
    words.resize(60, 20)
    card = StockCard("Chưa đồng bộ", "usb", frame)
    card.set_number(1200)
    card.setGeometry(120, 40, 120, 56)
    frame.show()
    found = " ".join(cut_off(frame))
    assert "Giấy tiếp nhận" in found
    assert "'Chưa đồng bộ'" in found
    assert "outside" in found
