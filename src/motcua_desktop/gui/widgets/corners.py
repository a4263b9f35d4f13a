"""Keeps what fills a card to its edge (a table head, a chosen row) out of the card's round corners."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QWidget

from motcua_desktop.gui.theme import colour, px
from motcua_desktop.gui.theme.paint import RADIUS_CARD


class Corners(QWidget):
    """Lies over a card and paints its four corners; the mouse goes through it."""

    def __init__(self, card: QWidget) -> None:
        super().__init__(card)
        self._card = card
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_NoSystemBackground)
        card.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind in (QEvent.Type.Resize, QEvent.Type.Show, QEvent.Type.LayoutRequest):
            self.setGeometry(self._card.rect())
            self.raise_()
        return False

    def _outside(self) -> QColor:
        """The ground the card stands on: the window's, or that of a card round it."""
        around = self._card.parentWidget()
        while around is not None:
            if around.property("kind") == "card":
                return colour("surface")
            around = around.parentWidget()
        return colour("bg")

    def paintEvent(self, event: object) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        radius = px(RADIUS_CARD)
        whole, inside = QPainterPath(), QPainterPath()
        whole.addRect(QRectF(self.rect()))
        inside.addRoundedRect(QRectF(self.rect()), radius, radius)
        painter.fillPath(whole.subtracted(inside), self._outside())
        painter.setPen(QPen(colour("line"), 1))
        shape = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(shape, radius, radius)
