"""How the intake page uses its room: what the citizen brings beside what is promised, or one above the
other."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QRect, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from motcua_desktop.gui.pages.intake_copies import CopiesCard
from motcua_desktop.gui.pages.intake_scrolling import BAR_ROOM, Scrolling
from motcua_desktop.gui.theme import look, px, spacing
from motcua_desktop.gui.widgets.page import Columns

RIGHT_WIDTH, RIGHT_NARROW = 376, 316
LEFT_WIDE, LEFT_LEAST = 640, 500
"""Below the first the applicant's fields stand in four rows; below the second the columns do not fit."""
GAP, BETWEEN_CARDS, LEAST_TOP, LEAST_LEFT = 16, 12, 96, 240
_ANY_WIDTH = 16_777_215


@dataclass(frozen=True, slots=True)
class Room:
    """stacked: the promise stands below the form; narrow: the form has four rows; right: width of the
    promise, 0 for all there is. Unscaled pixels."""

    stacked: bool
    narrow: bool
    right: int


def room_for(width: float) -> Room:
    """How `width` unscaled pixels are used; only the width decides, never what stands in the columns."""
    for right in (RIGHT_WIDTH, RIGHT_NARROW):
        if width - right - GAP - BAR_ROOM >= LEFT_WIDE:
            return Room(False, False, right)
    if width - RIGHT_NARROW - GAP - BAR_ROOM >= LEFT_LEAST:
        return Room(False, True, RIGHT_NARROW)
    return Room(True, width < LEFT_WIDE, 0)


class LeftColumn(QWidget):
    """`top` scrolls; the table of copies stands whole below it, so that its sum is always in sight."""

    def __init__(self, top: Scrolling, copies: CopiesCard) -> None:
        super().__init__()
        self.setProperty("plain", True)
        self.top, self._copies = top, copies
        for part in (top, copies):
            part.setParent(self)

    @property
    def _is_copying(self) -> bool:
        return not self._copies.isHidden()

    def minimumSizeHint(self) -> QSize:
        if not self.top.whole:
            return QSize(px(LEFT_LEAST), px(LEAST_LEFT))
        below = self._copies.sizeHint().height() + px(BETWEEN_CARDS) if self._is_copying else 0
        return QSize(px(LEFT_LEAST), self.top.needed() + below)

    def sizeHint(self) -> QSize:
        return self.minimumSizeHint()

    def show_end(self) -> None:
        """Scroll to the applicant: whoever types the copies sees whose they are."""
        own = self.top.verticalScrollBar()
        own.setValue(own.maximum())

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self._arrange()
            self.updateGeometry()
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        whole, gap = self.rect(), px(BETWEEN_CARDS)
        if not self._is_copying:
            self.top.setGeometry(whole)
            return
        room = whole.height() - gap
        self._copies.fit_height(room - self.top.needed())
        top = min(self.top.needed(), max(px(LEAST_TOP), room - self._copies.minimumSizeHint().height()))
        self.top.setGeometry(QRect(0, 0, whole.width(), top))
        below = QRect(0, top + gap, whole.width() - px(BAR_ROOM), whole.height() - top - gap)
        self._copies.setGeometry(below)
        focus: QWidget | None = self.window().focusWidget()
        if focus is not None and self._copies.isAncestorOf(focus):
            self.show_end()


class IntakeColumns(Columns):
    """`arranged(Room)` is called when the width gives another arrangement."""

    def __init__(self, left: LeftColumn, panel: QWidget, arranged: Callable[[Room], None]) -> None:
        super().__init__()
        self._left, self._panel, self._arranged = left, panel, arranged
        self.room = Room(False, False, RIGHT_WIDTH)
        self.setContentsMargins(0, 0, 0, 0)
        self.addWidget(left, 1)
        self.addWidget(panel)

    def suit(self, room: int) -> None:
        wanted = room_for(room / look().scale)
        wide = px(wanted.right + BAR_ROOM)
        self._panel.setMinimumWidth(0 if wanted.stacked else wide)
        self._panel.setMaximumWidth(_ANY_WIDTH if wanted.stacked else wide)
        if wanted == self.room and self.property("arranged"):
            return
        self.room = wanted
        self.setProperty("arranged", True)
        directions = QBoxLayout.Direction
        self.setDirection(directions.TopToBottom if wanted.stacked else directions.LeftToRight)
        # Side by side the room for the bar of the left column is a part of the gap.
        spacing(self, BETWEEN_CARDS if wanted.stacked else GAP - BAR_ROOM)
        self._arranged(wanted)
        for part in (self._left, self._panel):
            part.updateGeometry()
