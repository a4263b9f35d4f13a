"""The register: found while typing, answered beside the list, handled by one key and a small form."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot
from tests.counter_fixtures import Clock
from tests.gui.lists import CERTIFIED_COPY, received
from tests.gui.standing import standing

from motcua_desktop.counter.counter import Counter
from motcua_desktop.gui.main_window import MainWindow
from motcua_desktop.gui.pages.register import RegisterPage


@pytest.fixture
def codes(counter: Counter, clock: Clock) -> dict[str, str]:
    """Three dossiers: one late, one running, one with its result ready."""
    made = {"late": received(counter, "Dương Thị Bé")}
    clock.set("2026-03-09T09:00")
    made["running"] = received(counter, "Dương Thị Mỹ Linh")
    made["ready"] = received(counter, "Võ Minh Hải", CERTIFIED_COPY)
    counter.handling.result_ready(made["ready"])
    return made


@pytest.fixture
def window(qtbot: QtBot, counter: Counter, codes: dict[str, str], tmp_path: Path) -> Iterator[MainWindow]:
    with standing(qtbot, counter, tmp_path / "desk", "register") as made:
        yield made


def page_of(window: MainWindow) -> RegisterPage:
    assert isinstance(window.page, RegisterPage)
    return window.page


def names(page: RegisterPage) -> list[str]:
    return [found.line.applicant for found in page.rows.loaded()]


def words_in(page: RegisterPage) -> str:
    QApplication.processEvents()
    return " ".join(label.text() for label in page.pane.findChildren(QLabel) if label.isVisibleTo(page.pane))
