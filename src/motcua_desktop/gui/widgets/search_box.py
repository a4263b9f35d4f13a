"""The search field of a list: icon before, count of hits inside at the right."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from motcua_desktop.gui.theme import fixed, px
from motcua_desktop.gui.widgets.inputs import LineEdit

LEAST = 200


class SearchBox(LineEdit):
    """As wide as `width`, narrower where the row is full (large letters). `asked` carries the
    text shortly (150 ms) after the last letter, and at once on Enter."""

    asked = Signal(str)

    def __init__(self, placeholder: str = "", *, width: int = 360, parent: QWidget | None = None) -> None:
        super().__init__(placeholder, parent)
        self.set_lead("search")
        self.setClearButtonEnabled(False)
        fixed(self, height=36)
        self._most = width
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._last = ""
        self._wait = QTimer(self, singleShot=True, interval=150)
        self._wait.timeout.connect(self._ask)
        self.textChanged.connect(lambda _text: self._wait.start())
        self.returnPressed.connect(self._ask)

    def sizeHint(self) -> QSize:
        return QSize(px(self._most), px(36))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(min(self._most, LEAST)), px(36))

    def take(self) -> None:
        """Ctrl+F: ready for other words, which replace those of the last search."""
        self.setFocus()
        self.selectAll()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Letters can be undone only while they are typed: afterwards Ctrl+Z is of the last act again."""
        super().focusOutEvent(event)
        passing = (Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason)
        if event.reason() not in passing and self.isUndoAvailable():
            place = self.cursorPosition()
            self.setText(self.text())  # Qt forgets what could be undone
            self.setCursorPosition(place)

    def _ask(self) -> None:
        self._wait.stop()
        if self.text() != self._last:
            self._last = self.text()
            self.asked.emit(self._last)
