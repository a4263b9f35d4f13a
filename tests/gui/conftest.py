"""What window tests stand on: the kit's look, and nothing left running or open behind them."""

import shutil
from collections.abc import Iterator
from contextlib import ExitStack
from datetime import date, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from tests.counter_fixtures import Clock
from tests.gui.standing import standing

from motcua_desktop import i18n
from motcua_desktop.counter.counter import open_counter
from motcua_desktop.counter.demonstration import play
from motcua_desktop.gui.main_window import MainWindow
from motcua_desktop.gui.tasks import Tasks
from motcua_desktop.gui.theme import look


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """A warning of Qt fails the test, but for what the screenless platform says of itself."""
    for item in items:
        if "/gui/" in item.nodeid:
            item.add_marker(pytest.mark.qt_log_level_fail("WARNING"))
            item.add_marker(pytest.mark.qt_log_ignore("This plugin does not support"))


@pytest.fixture(autouse=True)
def leaves(monkeypatch: pytest.MonkeyPatch) -> None:
    """A window that would lose something closes after its test all the same: nobody answers the question."""
    monkeypatch.setattr("motcua_desktop.gui.main_window.stays", lambda _window, _reason: False)


@pytest.fixture(autouse=True)
def calm_window(qapp: QApplication) -> Iterator[None]:
    """Every test begins in the light look at 100 % and ends with no modal window and no pop-up."""
    current = look()
    found = (current.mode, current.scale, current.accent, current.nav)
    if not current.family or found != ("light", 1.0, None, None):
        current.set(mode="light", scale=1.0, accent="", nav="")
    yield
    assert QApplication.activeModalWidget() is None
    assert QApplication.activePopupWidget() is None
    # Without a running event loop nobody deletes what asked to be: windows would pile up from test to test.
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def tasks(qtbot: QtBot) -> Iterator[Tasks]:
    """Two workers, closed after the test, with nothing of theirs left undone."""
    made = Tasks()
    yield made
    assert made.wait_idle()
    made.close()


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
