"""A whole number between two limits as an officer types it: nothing is dropped, nothing is made to fit."""

from __future__ import annotations

import re

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from motcua_desktop.gui.widgets.inputs import LineEdit
from motcua_desktop.i18n import _


class NumberLine(LineEdit):
    """The arrows go up and down by one. A spin box would leave out the digit that leads past its limits, and
    40 would be kept as 4; here what was typed stands until it is read."""

    def __init__(self, lowest: int, highest: int, unit: str = "") -> None:
        super().__init__()
        self._lowest, self._highest = lowest, highest
        self.set_note(unit)

    def value(self) -> int | None:
        """The number that stands there, None for one outside the limits or for none."""
        found = re.fullmatch(r"\s*([0-9]{1,9})\s*", self.text())
        number = int(found[1]) if found else None
        return number if number is not None and self._lowest <= number <= self._highest else None

    def limits(self) -> str:
        """What can be typed."""
        return _("Gõ một số từ {least} đến {most}.").format(least=self._lowest, most=self._highest)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1}.get(Qt.Key(event.key()))
        number = self.value()
        if step is None or number is None or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            super().keyPressEvent(event)
            return
        self.setText(str(min(max(number + step, self._lowest), self._highest)))
