"""The key cap: how a key is shown beside what it does."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from motcua_desktop.gui.theme import colour, font, px, width_of
from motcua_desktop.gui.theme.paint import frame, words

HEIGHT = 22
_CENTRE = Qt.AlignmentFlag.AlignHCenter
_ARROWS = {"Up": "↑", "Down": "↓", "Left": "←", "Right": "→"}


def key_words(key: str) -> str:
    """A key sequence as it is printed on caps: "Ctrl+Up" becomes "Ctrl+↑"."""
    return "+".join(_ARROWS.get(part, part) for part in key.split("+")) if key != "+" else key


def key_cap_width(key: str) -> int:
    """Width of the painted cap in scaled pixels."""
    return max(px(HEIGHT), width_of(key_words(key)) + px(14))


def paint_key_cap(painter: QPainter, right: int, middle: int, key: str, *, on_fill: bool = False) -> QRect:
    """Draw a cap ending at x `right`, centred on y `middle`; `on_fill` is for the main button. Returns its
    place."""
    width, height = key_cap_width(key), px(HEIGHT)
    rect = QRect(right - width, middle - height // 2, width, height)
    if on_fill:
        white = colour("on_accent")
        edge = QColor(white)
        edge.setAlphaF(0.55)
        frame(painter, rect, None, edge, radius=4)
        words(painter, rect, key_words(key), font(bold=True), white, _CENTRE, elide=False)
    else:
        frame(painter, rect, colour("surface2"), colour("line"), radius=4)
        words(painter, rect, key_words(key), font(), "text2", _CENTRE, elide=False)
    return rect


class KeyCap(QLabel):
    """A cap on a page."""

    def __init__(self, key: str, parent: QWidget | None = None) -> None:
        super().__init__(key_words(key), parent)
        self._key = key
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(key_cap_width(self._key), px(HEIGHT))

    minimumSizeHint = sizeHint

    def paintEvent(self, event: object) -> None:
        painter = QPainter(self)
        paint_key_cap(painter, self.width(), self.height() // 2, self._key)
