"""The badge: icon, word, tint. Painted by delegates, and a label on pages."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from motcua_desktop.gui.theme import STATE_ICONS, colour, font, paint_icon, px, width_of
from motcua_desktop.gui.theme.paint import frame, words

HEIGHT = 24
_STATE_TINTS = {
    "overdue": "red",
    "today": "orange",
    "soon": "amber",
    "in_time": "neutral",
    "waiting": "violet",
    "ready": "green",
    "returned": "neutral",
    "letter": "orange",
    "provisional": "amber",
}


@dataclass(frozen=True, slots=True)
class BadgeFace:
    """What a badge shows. tint: red, orange, amber, green, violet, neutral or blue."""

    words: str
    icon: str
    tint: str = "neutral"


def state_badge(state: str, words: str) -> BadgeFace:
    """The fixed icon and tint of a state (overdue, today, soon, in_time, waiting, ready, returned, letter,
    provisional) with the words of this case ("Còn 1 ngày")."""
    return BadgeFace(words, STATE_ICONS[state], _STATE_TINTS[state])


def badge_width(face: BadgeFace) -> int:
    """Width of the painted badge in scaled pixels."""
    lead = px(22) if face.icon else 0
    return width_of(face.words) + lead + px(17)


def paint_badge(painter: QPainter, rect: QRect, face: BadgeFace) -> QRect:
    """Draw at the left, in the vertical middle of `rect`, elided if too narrow; returns the badge's place."""
    width = min(badge_width(face), rect.width())
    height = px(HEIGHT)
    place = QRect(rect.x(), rect.y() + (rect.height() - height) // 2, width, height)
    frame(painter, place, colour(f"{face.tint}_back"), colour(f"{face.tint}_line"))
    left = place.left() + px(9)
    if face.icon:
        icon_place = QRect(left, place.top(), px(16), height)
        paint_icon(painter, icon_place, face.icon, f"{face.tint}_text", 16)
        left += px(22)
    inner = QRect(left, place.top(), place.right() - left - px(5), height)
    words(painter, inner, face.words, font(), f"{face.tint}_text")
    return place


class Badge(QLabel):
    """A badge on a page."""

    def __init__(self, face: BadgeFace, parent: QWidget | None = None) -> None:
        super().__init__(face.words, parent)
        self._face = face
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_face(self, face: BadgeFace) -> None:
        """Show another state."""
        self._face = face
        self.setText(face.words)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(badge_width(self._face), px(HEIGHT))

    minimumSizeHint = sizeHint

    def paintEvent(self, event: object) -> None:
        paint_badge(QPainter(self), self.rect(), self._face)
