"""What the tests of the lists of dossiers share: received dossiers, typed words, keys."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QWidget
from pytestqt.qtbot import QtBot
from tests.counter_fixtures import draft
from tests.gui.standing import press

from motcua_desktop.counter.counter import Counter
from motcua_desktop.domain.applicant import Applicant
from motcua_desktop.gui.main_window import MainWindow

BUSINESS = "1.001612"  # three working days
CERTIFIED_COPY = "2.000815"  # the same day
CTRL = Qt.KeyboardModifier.ControlModifier


def received(counter: Counter, name: str, procedure: str = BUSINESS, **who: str) -> str:
    """The code of a dossier received now."""
    person = Applicant(
        name=name, id_number="051197007731", phone="0351234592", address="Thôn Bắc An Bình", **who
    )
    return counter.intake.receive(draft(procedure, applicant=person)).dossier.code


def letter(window: MainWindow, text: str) -> None:
    """A letter key where the focus is, and what follows."""
    target: QWidget = window.focusWidget() or window
    write(target, text)
    assert window.tasks.wait_idle()


def write(field: QWidget, text: str) -> None:
    """Text with marks comes as a Vietnamese keyboard sends it: written by the input method."""
    if text.isascii():
        QTest.keyClicks(field, text)
        return
    event = QInputMethodEvent()
    event.setCommitString(text)
    QApplication.sendEvent(field, event)


def type_into(window: MainWindow, text: str) -> None:
    """Replace what stands in the line with the focus."""
    field = window.focusWidget()
    line = field.lineEdit() if isinstance(field, QComboBox) else field
    assert isinstance(line, QLineEdit)
    line.selectAll()
    write(line, text)


def search(qtbot: QtBot, window: MainWindow, words: str, hits: int) -> None:
    """Type into the register's search and wait for the answer."""
    press(window, Qt.Key.Key_F, CTRL)
    type_into(window, words)
    page = window.page
    qtbot.waitUntil(lambda: page.rows.rowCount() == hits and not window.tasks.is_busy)  # type: ignore[attr-defined]


def down_to_list(window: MainWindow) -> None:
    """From the search field to the list."""
    press(window, Qt.Key.Key_Down)
