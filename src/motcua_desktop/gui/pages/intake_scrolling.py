"""A column that scrolls for itself, its bar over its own edge: nothing moves aside when the bar appears."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QScrollBar, QWidget

from motcua_desktop.gui.theme import px

BAR_ROOM = 12
"""Kept free at the right of what scrolls: there the bar stands, and takes no width."""
LEAST = 120


class Scrolling(QScrollArea):
    """Shows `content` in its own width; lists in it shrink to their least before it scrolls.

    `whole`: it asks for all the height it needs, so that what it stands in scrolls instead. `grown` when the
    content needs another height.
    """

    grown = Signal()

    def __init__(self, content: QWidget) -> None:
        super().__init__()
        self.whole = False
        self._asked = 0
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        content.setProperty("plain", True)
        self.viewport().setAutoFillBackground(False)
        self.content = content
        self.setWidget(content)
        content.setAutoFillBackground(False)
        content.installEventFilter(self)
        self.bar = QScrollBar(Qt.Orientation.Vertical, self)
        self.bar.hide()
        own = self.verticalScrollBar()
        own.rangeChanged.connect(self._range_changed)
        own.valueChanged.connect(self.bar.setValue)
        self.bar.valueChanged.connect(own.setValue)

    def _range_changed(self, least: int, most: int) -> None:
        own = self.verticalScrollBar()
        self.bar.setPageStep(own.pageStep())
        self.bar.setSingleStep(own.singleStep())
        self.bar.setRange(least, most)
        self.bar.setValue(own.value())
        self.bar.setVisible(most > least)
        self.bar.raise_()

    def needed(self) -> int:
        """The height below which the content has to scroll."""
        layout = self.content.layout()
        if layout is None:
            return self.content.height()
        if layout.hasHeightForWidth():
            return layout.minimumHeightForWidth(self.width())
        return layout.totalMinimumSize().height()

    def minimumSizeHint(self) -> QSize:
        height = self.needed()
        return QSize(self.content.minimumSizeHint().width(), height if self.whole else min(height, px(LEAST)))

    def sizeHint(self) -> QSize:
        return QSize(self.content.minimumSizeHint().width(), self.needed())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.content and event.type() == QEvent.Type.LayoutRequest:
            self._fit()
        return False

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wide = self.bar.sizeHint().width()
        self.bar.setGeometry(self.width() - wide, 0, wide, self.height())
        self._fit()

    def showEvent(self, event: QEvent) -> None:
        super().showEvent(event)  # type: ignore[arg-type]
        self._fit()

    def _fit(self) -> None:
        needed = self.needed()
        self.content.resize(self.width(), max(self.height(), needed))
        if needed != self._asked:
            self._asked = needed
            self.updateGeometry()
            self.grown.emit()
