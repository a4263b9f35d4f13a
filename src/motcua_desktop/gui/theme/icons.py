"""Lucide icons, tinted when drawn: 20 px with a stroke of 1.75, 16 px with a stroke of 2."""

from __future__ import annotations

import re
from functools import cache

from PySide6.QtCore import QByteArray, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QLabel, QWidget

from motcua_desktop.assets import resource
from motcua_desktop.gui.theme.appearance import colour, px

STATE_ICONS = {
    "overdue": "octagon-alert",
    "today": "alarm-clock",
    "soon": "clock",
    "in_time": "clock",
    "waiting": "circle-pause",
    "ready": "circle-check",
    "returned": "check-check",
    "letter": "mail",
    "provisional": "calendar-clock",
}


@cache
def _svg(name: str) -> str:
    return (resource("icons") / f"{name}.svg").read_text(encoding="utf-8")


@cache
def _pixmap(name: str, rgb: str, side: int, ratio: float, stroke: float) -> QPixmap:
    source = _svg(name).replace("currentColor", rgb)
    source = re.sub(r'stroke-width="[\d.]+"', f'stroke-width="{stroke}"', source, count=1)
    renderer = QSvgRenderer(QByteArray(source.encode()))
    drawn = QPixmap(round(side * ratio), round(side * ratio))
    drawn.fill(Qt.GlobalColor.transparent)
    painter = QPainter(drawn)
    renderer.render(painter, QRectF(drawn.rect()))
    painter.end()
    drawn.setDevicePixelRatio(ratio)
    return drawn


def pixmap(name: str, tint: str | QColor = "text2", size: int = 20, ratio: float = 1.0) -> QPixmap:
    """Icon `name` in a token's colour (or a QColor), `size` unscaled pixels."""
    shade = tint if isinstance(tint, QColor) else colour(tint)
    # The stroke is given in the picture's 24 units: 1.75 and 2 are what Lucide itself draws at 20 and 16 px.
    stroke = 2.0 if size <= 16 else 1.75
    return _pixmap(name, shade.name(), px(size), ratio, stroke)


def paint_icon(
    painter: QPainter, rect: QRect, name: str, tint: str | QColor = "text2", size: int = 20
) -> None:
    """Draw the icon in the middle of `rect`."""
    ratio = painter.device().devicePixelRatioF()
    drawn = pixmap(name, tint, size, ratio)
    side = px(size)
    painter.drawPixmap(
        rect.x() + (rect.width() - side) // 2, rect.y() + (rect.height() - side) // 2, side, side, drawn
    )


def icon(name: str, tint: str = "text2", size: int = 20) -> QIcon:
    """A QIcon for menus and window titles; its colour is the one in force now."""
    made = QIcon()
    for ratio in (1.0, 2.0):
        made.addPixmap(pixmap(name, tint, size, ratio))
    return made


class IconLabel(QLabel):
    """An icon on a page; it follows the theme and the scale."""

    def __init__(self, name: str, tint: str = "text2", size: int = 20, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name, self._tint, self._size = name, tint, size

    def set_icon(self, name: str, tint: str | None = None) -> None:
        """Show another icon, in another tint if given."""
        self._name, self._tint = name, tint or self._tint
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(px(self._size), px(self._size))

    minimumSizeHint = sizeHint

    def paintEvent(self, event: object) -> None:
        paint_icon(QPainter(self), self.rect(), self._name, self._tint, self._size)
