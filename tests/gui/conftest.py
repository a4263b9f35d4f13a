"""What window tests stand on: the kit's look, and nothing left running or open behind them."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from motcua_desktop.gui.tasks import Tasks
from motcua_desktop.gui.theme import look


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """A warning of Qt fails the test, but for what the screenless platform says of itself."""
    for item in items:
        if "/gui/" in item.nodeid:
            item.add_marker(pytest.mark.qt_log_level_fail("WARNING"))
            item.add_marker(pytest.mark.qt_log_ignore("This plugin does not support"))


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
