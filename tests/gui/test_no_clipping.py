"""Nothing is cut off: every page at 1366 × 690 in both languages, on a played day."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from contextlib import ExitStack
from datetime import date, datetime
from pathlib import Path

import pytest
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot
from tests.counter_fixtures import Clock
from tests.gui.standing import standing

from motcua_desktop import i18n
from motcua_desktop.counter.counter import open_counter
from motcua_desktop.counter.demonstration import play
from motcua_desktop.gui.main_window import MainWindow
from motcua_desktop.gui.pages import PAGES
from motcua_desktop.gui.widgets.button import Button

KEYS = [row[0] for row in PAGES]
SLACK = 1
"""Widths of text and of widgets are rounded each for itself."""


@pytest.fixture(scope="session")
def played(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A day of sixty dossiers, the long Vietnamese names of the real catalogue in them."""
    folder = tmp_path_factory.mktemp("played") / "demo"
    play(folder, dossiers=60, day=date(2026, 11, 20), papers=False).close()
    return folder


@pytest.fixture
def pages(qtbot: QtBot, played: Path, tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[MainWindow]:
    """The window of one language on a copy of the day."""
    i18n.use_language(request.param)
    folder = tmp_path / "demo"
    shutil.copytree(played, folder)
    counter = open_counter(folder, now=Clock(datetime(2026, 11, 20, 16, 5)))
    with ExitStack() as stack:
        stack.callback(counter.close)
        window = stack.enter_context(standing(qtbot, counter, tmp_path / "desk", "home"))
        yield window


def width_of(label: QLabel) -> float:
    """How wide the text stands, on one line; of wrapped text its longest word."""
    if label.wordWrap():
        plain = re.sub(r"<[^>]*>", "", label.text())
        return max((label.fontMetrics().horizontalAdvance(word) for word in plain.split()), default=0)
    if "<" in label.text():
        document = QTextDocument()
        document.setDocumentMargin(0)
        document.setDefaultFont(label.font())
        document.setHtml(label.text())
        return document.idealWidth()
    lines = label.text().split("\n")
    return max(label.fontMetrics().horizontalAdvance(line) for line in lines)


def cut_labels(root: QWidget) -> list[str]:
    """Labels in sight whose text has not enough room and which say no more in a tool tip."""
    found = []
    for label in root.findChildren(QLabel):
        if not label.isVisibleTo(root) or not label.text().strip() or not label.pixmap().isNull():
            continue
        if label.toolTip() or label.visibleRegion().isEmpty():
            continue
        room = label.contentsRect().width() - 2 * label.margin() + SLACK
        tall = label.heightForWidth(label.width()) if label.wordWrap() else label.fontMetrics().height()
        if width_of(label) > room:
            found.append(f"{label.text()!r}: {width_of(label):.0f} > {room} px")
        elif tall > label.height() + 2:
            found.append(f"{label.text()!r}: {tall} > {label.height()} px high")
    return found


def cut_buttons(root: QWidget) -> list[str]:
    """Buttons in sight that are narrower than what stands on them."""
    found = []
    for button in root.findChildren(QPushButton):
        if not button.isVisibleTo(root) or not button.text() or button.toolTip():
            continue
        needs = button.sizeHint().width()
        if not isinstance(button, Button):
            needs = button.fontMetrics().horizontalAdvance(button.text())
        if needs > button.width() + SLACK:
            found.append(f"{button.text()!r}: {needs} > {button.width()} px")
    return found


@pytest.mark.parametrize("pages", ["vi", "en"], indirect=True)
def test_no_text_is_wider_than_its_place(qtbot: QtBot, pages: MainWindow) -> None:
    cut: dict[str, list[str]] = {}
    newest = pages.counter.register.newest(1)[0]
    for key in KEYS:
        pages.go(key, newest.id if key == "dossier" else None)
        assert pages.tasks.wait_idle()
        for _ in range(3):  # a wrapped sentence gets its height one layout pass after its width
            QApplication.processEvents()
        pages.grab()  # a line that gives way puts the whole into its tool tip when it is painted
        found = [*cut_labels(pages), *cut_buttons(pages)]
        if found:
            cut[key] = found
    assert [f"{key}: {line}" for key, lines in cut.items() for line in lines] == []


@pytest.mark.parametrize("pages", ["vi", "en"], indirect=True)
def test_no_page_needs_more_than_the_window_has(pages: MainWindow) -> None:
    wide = {}
    for key in KEYS:
        pages.go(key)
        assert pages.tasks.wait_idle()
        for _ in range(3):  # a wrapped sentence gets its height one layout pass after its width
            QApplication.processEvents()
        if pages.width() > 1366 or pages.height() > 690:
            wide[key] = (pages.width(), pages.height())
    assert wide == {}
