"""The search field of a list: icon before, count of hits inside at the right."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QWidget

from motcua_desktop.gui.theme import fixed
from motcua_desktop.gui.widgets.inputs import LineEdit


class SearchBox(LineEdit):
    """`asked` carries the text shortly (150 ms) after the last letter, and at once on Enter."""

    asked = Signal(str)

    def __init__(self, placeholder: str = "", *, width: int = 360, parent: QWidget | None = None) -> None:
        super().__init__(placeholder, parent)
        self.set_lead("search")
        self.setClearButtonEnabled(False)
        fixed(self, width or None, 36)
        self._last = ""
        self._wait = QTimer(self, singleShot=True, interval=150)
        self._wait.timeout.connect(self._ask)
        self.textChanged.connect(lambda _text: self._wait.start())
        self.returnPressed.connect(self._ask)

    def _ask(self) -> None:
        self._wait.stop()
        if self.text() != self._last:
            self._last = self.text()
            self.asked.emit(self._last)
