"""A toast: bottom right, six seconds, what was done and how to undo it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEasingCurve, QEvent, QPoint, QPropertyAnimation, QRect, QTimer
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QColor
from PySide6.QtWidgets import QFrame, QGraphicsDropShadowEffect, QHBoxLayout, QWidget

from motcua_desktop.gui.theme import IconLabel, margins, px, spacing
from motcua_desktop.gui.widgets.button import Button
from motcua_desktop.gui.widgets.motion import wants_motion
from motcua_desktop.gui.widgets.text import label

SHOWN_MS, SLIDE_MS = 6000, 120


def announce(widget: QWidget, words: str) -> None:
    """Let a screen reader say `words` without moving the focus."""
    QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, words))


class Toast(QFrame):
    """One at a time over `parent`, `above` unscaled pixels from its bottom. It stays while hovered or
    focused."""

    def __init__(self, parent: QWidget, above: int = 48) -> None:
        super().__init__(parent)
        self._around, self._above = parent, above
        self.setProperty("kind", "card")
        self._icon = IconLabel("circle-check", "green")
        self._words = label()
        self._action = Button("", self._pressed, key="Ctrl+Z", kind="link", small=True)
        self._run: Callable[[], object] | None = None
        layout = QHBoxLayout(self)
        margins(layout, 16, 8, 16, 8)
        spacing(layout, 12)
        layout.addWidget(self._icon)
        layout.addWidget(self._words)
        layout.addWidget(self._action)
        shadow = QGraphicsDropShadowEffect(self)
        shadow.setBlurRadius(16)
        shadow.setOffset(0, 4)
        shadow.setColor(QColor(0, 0, 0, 41))
        self.setGraphicsEffect(shadow)
        self._timer = QTimer(self, singleShot=True, interval=SHOWN_MS)
        self._timer.timeout.connect(self._leave)
        self._slide = QPropertyAnimation(self, b"pos", self)
        self._slide.setDuration(SLIDE_MS)
        self._slide.setEasingCurve(QEasingCurve.Type.OutCubic)
        parent.installEventFilter(self)
        self.hide()

    def set_above(self, above: int) -> None:
        """How far from the bottom of the window it stands, in unscaled pixels."""
        self._above = above

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
        icon, tint = {
            "good": ("circle-check", "green"),
            "info": ("info", "accent"),
            "warning": ("triangle-alert", "amber"),
        }[kind]
        self._icon.set_icon(icon, tint)
        self._words.setText(words)
        self._run = run
        self._action.setVisible(run is not None)
        self._action.set_words(action, key=key)
        self.adjustSize()
        place = self._place()
        self.show()
        self.raise_()
        if wants_motion():
            self._slide.stop()
            self._slide.setStartValue(place + QPoint(0, px(16)))
            self._slide.setEndValue(place)
            self._slide.start()
        else:
            self.move(place)
        self._timer.start()
        announce(self, f"{words} {action}".strip())

    def _place(self) -> QPoint:
        around: QRect = self._around.rect()
        return QPoint(
            around.right() - self.width() - px(24), around.bottom() - self.height() - px(self._above)
        )

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
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self._slide.stop()
            self.move(self._place())
        return False
