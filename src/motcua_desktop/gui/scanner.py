"""A scanner that types like a keyboard: its burst of letters is told from typing.

A burst: keys at most 25 ms apart, none repeated by holding, 8 or more, ended by Enter or Tab. In a field the
keys pass at once and the field gets its old text back when the burst proves to be a scan. Elsewhere a single
letter may be a shortcut, so keys wait 40 ms: a burst is swallowed, a lone key is sent on.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

import shiboken6
from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QPlainTextEdit, QTextEdit, QWidget

from motcua_desktop.gui.actions import is_editing

GAP_MS = 25
HOLD_MS = 40
LEAST = 8
# An identity card begins with its 12 digits; our own papers carry the dossier code.
LOOKS_SCANNED = re.compile(r"^(\d{12}\||H\d{2}(\.\d{2,3})*\.\d{2}-\d{6}-\d{4}$|\d{6}-\d{4}$)", re.IGNORECASE)


@dataclass
class _Field:
    widget: QWidget
    text: str
    position: int


class Scanner(QObject):
    """Listens to the whole application; `scanned` carries the raw text of one scan."""

    scanned = Signal(str)

    def __init__(self, parent: QObject, looks_scanned: Callable[[str], bool] | None = None) -> None:
        super().__init__(parent)
        self._looks_scanned = looks_scanned or (lambda text: LOOKS_SCANNED.match(text) is not None)
        self._letters = ""
        self._last = 0
        self._field: _Field | None = None
        self._held: list[tuple[QWidget, QKeyEvent]] = []
        self._replaying = False
        self._release = QTimer(self, singleShot=True, interval=HOLD_MS)
        self._release.timeout.connect(self._let_go)
        QApplication.instance().installEventFilter(self)  # type: ignore[union-attr]

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # The class first: this sees every event of the program, and asking for the type costs more.
        if not isinstance(event, QKeyEvent) or self._replaying or event.type() != QEvent.Type.KeyPress:
            return False
        if not isinstance(watched, QWidget):
            return False
        return self._pressed(watched, event)

    def _pressed(self, widget: QWidget, event: QKeyEvent) -> bool:
        """Whether the key is kept from its widget."""
        in_burst = bool(self._letters) and event.timestamp() - self._last <= GAP_MS
        if not in_burst and not self._held:
            self._forget()
        self._last = event.timestamp()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab):
            return self._ended(in_burst)
        letter = event.text()
        plain = not event.modifiers() & ~(
            Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier
        )
        starts_with_space = letter == " " and not self._letters
        if (
            event.isAutoRepeat()
            or not plain
            or len(letter) != 1
            or not letter.isprintable()
            or starts_with_space
        ):
            self._let_go()
            self._forget()
            return False
        if not self._letters:
            self._field = _remembered(widget)
        self._letters += letter
        if self._field or is_editing(widget):
            return False
        self._held.append((widget, event.clone()))
        self._release.start()
        return True

    def _ended(self, in_burst: bool) -> bool:
        text, place = self._letters, self._field
        if not in_burst or len(text) < LEAST or not self._looks_scanned(text):
            self._let_go()
            self._forget()
            return False
        self._release.stop()
        self._held.clear()
        self._forget()
        if place and shiboken6.isValid(place.widget):
            _restored(place)
        self.scanned.emit(text)
        return True

    def _forget(self) -> None:
        self._letters, self._field = "", None

    def _let_go(self) -> None:
        """Send the keys that waited on to where they were pressed."""
        self._release.stop()
        held, self._held = self._held, []
        if held:
            self._forget()
        self._replaying = True
        try:
            for widget, event in held:
                if shiboken6.isValid(widget):
                    QCoreApplication.sendEvent(widget, event)
        finally:
            self._replaying = False


def _remembered(widget: QWidget) -> _Field | None:
    if isinstance(widget, QComboBox) and (inner := widget.lineEdit()) is not None:
        widget = inner
    if isinstance(widget, QLineEdit) and not widget.isReadOnly():
        return _Field(widget, widget.text(), widget.cursorPosition())
    if isinstance(widget, (QPlainTextEdit, QTextEdit)) and not widget.isReadOnly():
        return _Field(widget, widget.toPlainText(), widget.textCursor().position())
    return None


def _restored(place: _Field) -> None:
    if isinstance(place.widget, QLineEdit):
        place.widget.setText(place.text)
        place.widget.setCursorPosition(place.position)
    elif isinstance(place.widget, (QPlainTextEdit, QTextEdit)):
        place.widget.setPlainText(place.text)
        cursor = place.widget.textCursor()
        cursor.setPosition(min(place.position, len(place.text)))
        place.widget.setTextCursor(cursor)
