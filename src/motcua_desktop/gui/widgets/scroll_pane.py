"""Something to read that scrolls by keys: it takes the focus, and shows that it has it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QScrollArea, QWidget

from motcua_desktop.gui.theme import px
from motcua_desktop.gui.theme.paint import edge_of_focus
from motcua_desktop.gui.widgets.text import scrolled

STEP = 36


class _Edge(QWidget):
    """The edge of the focus over what scrolls; the mouse does not notice it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setProperty("plain", True)
        self.hide()

    def paintEvent(self, event: QPaintEvent) -> None:
        edge_of_focus(QPainter(self), self.rect(), 4)


class ScrollPane(QScrollArea):
    """`content` in a vertical scroll area without frame, as wide as the area. Arrows, PgUp, PgDn, Home and
    End scroll it."""

    def __init__(self, content: QWidget, name: str = "") -> None:
        super().__init__()
        self.setAccessibleName(name)
        scrolled(content, self)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._edge = _Edge(self)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.verticalScrollBar().setSingleStep(px(STEP))
        self._edge.setGeometry(self.viewport().geometry())

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._edge.setGeometry(self.viewport().geometry())
        self._edge.raise_()
        self._edge.show()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._edge.hide()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        down = self.verticalScrollBar()
        ends = {Qt.Key.Key_Home: down.minimum(), Qt.Key.Key_End: down.maximum()}
        if event.key() in ends and not event.modifiers():
            down.setValue(ends[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)
