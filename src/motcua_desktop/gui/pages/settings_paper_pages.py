"""Small pictures of pages beside one another: how many sheets come out, and how they look."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from motcua_desktop.gui.printing import PagePicture
from motcua_desktop.gui.theme import colour, px

#: How high pages are: larger while all of them still stand on one line.
HEIGHT, MOST, GAP = 292, 360, 12


class SmallPages(QWidget):
    """Every page as high as the others, from left to right, then on the next line."""

    def __init__(self) -> None:
        super().__init__()
        self._pages: tuple[PagePicture, ...] = ()
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_pages(self, pages: Sequence[PagePicture]) -> None:
        """Show these pages."""
        self._pages = tuple(pages)
        self.updateGeometry()
        self.update()

    def places(self, room: int) -> list[QRect]:
        """Where each page lies in a room so wide."""
        found: list[QRect] = []
        left = top = 1
        full = self._full(room)
        for page in self._pages:
            height = full
            width = round(height * page.width_mm / page.height_mm)
            if width > room - 2:
                width, height = room - 2, round((room - 2) * page.height_mm / page.width_mm)
            if left > 1 and left + width > room:
                left, top = 1, top + full + px(GAP)
            found.append(QRect(left, top, width, height))
            left += width + px(GAP)
        return found

    def _full(self, room: int) -> int:
        """The height of every page in a room so wide."""
        shapes = sum(page.width_mm / page.height_mm for page in self._pages)
        free = room - 2 - px(GAP) * max(0, len(self._pages) - 1)
        return max(px(HEIGHT), min(px(MOST), int(free / shapes))) if shapes else px(HEIGHT)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return max((place.bottom() for place in self.places(width)), default=0) + 2

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        for page, place in zip(self._pages, self.places(self.width()), strict=True):
            painter.fillRect(place.adjusted(-1, -1, 1, 1), colour("line"))
            painter.fillRect(place, QColor("white"))
            painter.drawImage(place, page.image)
