"""The frequent papers as buttons: as many as fit side by side, the others by their keys alone."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from motcua_desktop.gui.theme import px
from motcua_desktop.gui.widgets.button import Button

GAP = 8


class ButtonRow(QWidget):
    """One row of buttons that take no focus; long words never widen what the row stands in. `fitted` tells
    when other buttons are in sight."""

    fitted = Signal()

    def __init__(self, buttons: Sequence[Button]) -> None:
        super().__init__()
        self.setProperty("plain", True)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.buttons = list(buttons)
        self._count = 0
        for button in self.buttons:
            button.setParent(self)
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            button.hide()

    def show_first(self, count: int) -> None:
        """Offer the first `count` buttons, as far as there is room."""
        self._count = count
        self.setVisible(count > 0)
        self._arrange()

    @property
    def in_sight(self) -> int:
        """How many buttons an officer sees."""
        return 0 if self.isHidden() else sum(not button.isHidden() for button in self.buttons)

    def setVisible(self, visible: bool) -> None:
        super().setVisible(visible)
        self.fitted.emit()

    def sizeHint(self) -> QSize:
        return QSize(0, max(button.sizeHint().height() for button in self.buttons))

    minimumSizeHint = sizeHint

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self._arrange()
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        left, is_full, before = 0, False, self.in_sight
        for number, button in enumerate(self.buttons):
            size = button.sizeHint()
            is_full = is_full or number >= self._count or left + size.width() > self.width()
            button.setVisible(not is_full)
            if not is_full:
                button.setGeometry(QRect(left, 0, size.width(), size.height()))
                left += size.width() + px(GAP)
        if self.in_sight != before:
            self.fitted.emit()
