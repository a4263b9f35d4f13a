"""Where a page stands: it fills the room there is, and scrolls rather than being squeezed below what it
needs."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QLayout, QScrollArea, QWidget

from motcua_desktop.gui.widgets.page import Columns


class Stage(QScrollArea):
    """A scroll area for a whole page. Unlike Qt's own it lets lists shrink to their minimum before it
    scrolls."""

    def __init__(self, content: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._content = content
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.viewport().setAutoFillBackground(False)
        self.setWidget(content)
        content.setAutoFillBackground(False)
        content.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest and watched is self._content:
            self._fit()
        return False

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def showEvent(self, event: QEvent) -> None:
        super().showEvent(event)  # type: ignore[arg-type]
        self._fit()

    def _fit(self) -> None:
        content, layout = self._content, self._content.layout()
        if layout is None:
            content.resize(self.maximumViewportSize())
            return
        room = self.maximumViewportSize()
        edges = layout.contentsMargins()
        for columns in content.findChildren(Columns):
            columns.suit(room.width() - edges.left() - edges.right())
        least = layout.totalMinimumSize()
        width = max(room.width(), least.width())
        height = max(room.height(), _least_height(layout, width))
        if height > room.height() and width == room.width():
            width = max(least.width(), width - self.verticalScrollBar().sizeHint().width())
            height = max(room.height(), _least_height(layout, width))
        content.resize(width, height)


def _least_height(layout: QLayout, width: int) -> int:
    if layout.hasHeightForWidth():
        return layout.minimumHeightForWidth(width)
    return layout.totalMinimumSize().height()
