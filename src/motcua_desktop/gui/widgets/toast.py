"""A toast: in the lane of the status bar, six seconds, what was done and how to undo it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEasingCurve, QEvent, QPoint, QPropertyAnimation, QRect, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QHideEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from motcua_desktop.gui.theme import IconLabel, margins, px, spacing, width_of
from motcua_desktop.gui.widgets.button import Button
from motcua_desktop.gui.widgets.motion import wants_motion
from motcua_desktop.gui.widgets.status_bar import StatusBar
from motcua_desktop.gui.widgets.text import elided, restyle

SHOWN_MS, SLIDE_MS = 6000, 120
LANE, SIDE, ICON, GAP = 32, 24, 16, 8
_KINDS = {
    "good": ("circle-check", "green"),
    "info": ("info", "accent"),
    "warning": ("triangle-alert", "amber"),
}


def announce(widget: QWidget, words: str) -> None:
    """Let a screen reader say `words` without moving the focus."""
    QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, words))


class Toast(QFrame):
    """One at a time, over the right end of `lane` (the status bar, whose keys it hides and where neither a
    button nor the last backup is covered). It stays while hovered or focused. `told` when it says something,
    `gone` when it has left."""

    told = Signal()
    gone = Signal()

    def __init__(self, parent: QWidget, lane: StatusBar | None = None) -> None:
        super().__init__(parent)
        self._around, self._lane = parent, lane
        self._icon = IconLabel("circle-check", "green", ICON)
        self._words = elided("", "strong")
        self._action = Button("", self._pressed, key="Ctrl+Z", kind="link", small=True)
        self._run: Callable[[], object] | None = None
        layout = QHBoxLayout(self)
        margins(layout, 12, 0, 12, 0)
        spacing(layout, GAP)
        layout.addWidget(self._icon)
        layout.addWidget(self._words)
        layout.addWidget(self._action)
        self._timer = QTimer(self, singleShot=True, interval=SHOWN_MS)
        self._timer.timeout.connect(self._leave)
        self._slide = QPropertyAnimation(self, b"pos", self)
        self._slide.setDuration(SLIDE_MS)
        self._slide.setEasingCurve(QEasingCurve.Type.OutCubic)
        parent.installEventFilter(self)
        if lane is not None:
            lane.installEventFilter(self)
        self.hide()

    def fits(self, words: str, action: str = "", key: str = "Ctrl+Z") -> bool:
        """Whether these words would stand whole in the lane."""
        needed = width_of(words, bold=True) + px(2 * 12 + ICON + GAP) + 2
        if action:
            needed += Button(action, key=key, kind="link", small=True).sizeHint().width() + px(GAP)
        return needed <= self._room().width()

    def say(
        self,
        words: str,
        action: str = "",
        run: Callable[[], object] | None = None,
        *,
        key: str = "Ctrl+Z",
        kind: str = "good",
    ) -> None:
        """Show `words`; `action` (with `run`) is the link beside them. kind: good, info, warning."""
        self._icon.set_icon(*_KINDS[kind])
        self.setProperty("bar", kind)
        restyle(self)
        self._words.setText(words)
        self.setAccessibleName(words)
        self._run = run
        self._action.setVisible(run is not None)
        self._action.set_words(action, key=key)
        place = self._place()
        self.setFixedSize(place.size())
        self.show()
        self.raise_()
        if wants_motion():
            self._slide.stop()
            self._slide.setStartValue(place.topLeft() + QPoint(0, px(16)))
            self._slide.setEndValue(place.topLeft())
            self._slide.start()
        else:
            self.move(place.topLeft())
        self._timer.start()
        self.told.emit()
        announce(self, f"{words} {action}".strip())

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._timer.stop()
        if not event.spontaneous():
            self.gone.emit()

    def _room(self) -> QRect:
        """The part of the lane it may take."""
        lane = self._lane
        if lane is None:
            around = self._around.rect()
            inside = around.adjusted(0, around.height() - px(LANE), 0, 0)
        else:
            free = lane.free
            inside = QRect(lane.mapTo(self._around, free.topLeft()), free.size())
        return inside.adjusted(px(SIDE), 2, -px(SIDE), -1)

    def _place(self) -> QRect:
        room = self._room()
        width = min(self.sizeHint().width(), room.width())
        return QRect(room.right() + 1 - width, room.top(), width, room.height())

    def _pressed(self) -> None:
        run, self._run = self._run, None
        self.hide()
        if run:
            run()

    def _leave(self) -> None:
        if self.underMouse() or self._action.hasFocus():
            self._timer.start()
        else:
            self.hide()

    def eventFilter(self, watched: object, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Resize, QEvent.Type.Move) and self.isVisible():
            self._slide.stop()
            place = self._place()
            self.setFixedSize(place.size())
            self.move(place.topLeft())
        return False
