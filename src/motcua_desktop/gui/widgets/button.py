"""Buttons with an icon before the words and the key after them."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from motcua_desktop.gui.theme import colour, font, paint_icon, px, width_of
from motcua_desktop.gui.theme.paint import edge_of_focus, frame, words
from motcua_desktop.gui.widgets.key_cap import key_cap_width, paint_key_cap

NORMAL, SMALL = 36, 32


class Button(QPushButton):
    """A button of the window.

    kind: "plain" (framed), "main" (filled: one at most in sight), "link" (words only), "icon" (icon only,
    `words` become tool tip and accessible name). The key is only shown; the action table is what listens to
    it.
    """

    def __init__(
        self,
        words: str,
        pressed: Callable[[], object] | None = None,
        *,
        icon: str = "",
        key: str = "",
        kind: str = "plain",
        small: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(words, parent)
        self._icon, self._key, self._kind, self._small = icon, key, kind, small
        self._hides_key = False
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAutoDefault(False)
        self.setAccessibleName(words)
        if kind == "icon":
            self.setToolTip(f"{words}  {key}".strip())
        if pressed:
            self.clicked.connect(lambda _checked=False: pressed())

    def set_words(self, words: str, *, icon: str | None = None, key: str | None = None) -> None:
        """Change what the button says."""
        self.setText(words)
        self.setAccessibleName(words)
        self._icon = self._icon if icon is None else icon
        self._key = self._key if key is None else key
        self.updateGeometry()
        self.update()

    def show_key(self, shown: bool) -> None:
        """Leave the key cap out where there is no room for it."""
        if shown == self._hides_key:
            self._hides_key = not shown
            self.updateGeometry()
            self.update()

    @property
    def _cap(self) -> str:
        return "" if self._hides_key else self._key

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.isAutoRepeat():
            self.click()  # Qt's own knows only the space bar outside dialogs
            return
        super().keyPressEvent(event)

    def set_kind(self, kind: str) -> None:
        """Change between plain, main and link."""
        self._kind = kind
        self.updateGeometry()
        self.update()

    @property
    def is_main(self) -> bool:
        """Whether this is the one filled button."""
        return self._kind == "main"

    def _bold(self) -> bool:
        return self._kind == "main"

    def _pad(self) -> int:
        return 0 if self._kind == "link" else (10 if self._small else 14)

    def sizeHint(self) -> QSize:
        height = px(SMALL if self._small else NORMAL)
        if self._kind == "icon":
            return QSize(height, height)
        width = width_of(self.text(), bold=self._bold()) + 2 * px(self._pad()) + 2
        width += px(24) if self._icon else 0
        width += key_cap_width(self._cap) + px(8) if self._cap else 0
        return QSize(width, height)

    minimumSizeHint = sizeHint

    def paintEvent(self, event: object) -> None:
        painter = QPainter(self)
        rect = self.rect()
        ink = self._paint_ground(painter, rect)
        if self._kind == "icon":
            paint_icon(painter, rect, self._icon, ink, 20 if not self._small else 16)
        else:
            self._paint_content(painter, rect, ink)
        if self.hasFocus():
            inner = rect.adjusted(px(3), px(3), -px(3), -px(3)) if self._kind == "main" else rect
            frame(
                painter, inner, None, colour("on_accent"), radius=4
            ) if self._kind == "main" else edge_of_focus(painter, rect)

    def _paint_ground(self, painter: QPainter, rect: QRect) -> str:
        """Frame and ground; returns the token of the ink on it."""
        if not self.isEnabled():
            if self._kind in ("plain", "main"):
                frame(painter, rect, colour("surface2"), colour("line"))
            return "text3"
        if self._kind == "main":
            fill = colour("accentfill")
            fill = fill.darker(115) if self.isDown() else fill.lighter(112) if self.underMouse() else fill
            frame(painter, rect, fill, None)
            return "on_accent"
        if self.isDown() or self.underMouse():
            frame(painter, rect, colour("soft" if self.isDown() else "surface2"), None)
        elif self._kind == "plain":
            frame(painter, rect, colour("surface"), None)
        if self._kind == "plain":
            frame(painter, rect, None, colour("line"))
        return "accent" if self._kind in ("link", "icon") else "text"

    def _paint_content(self, painter: QPainter, rect: QRect, ink: str) -> None:
        pad = px(self._pad()) + 1
        left, right = rect.left() + pad, rect.right() + 1 - pad
        if self._icon:
            paint_icon(painter, QRect(left, rect.top(), px(16), rect.height()), self._icon, ink, 16)
            left += px(24)
        if self._cap:
            main = self._kind == "main" and self.isEnabled()
            cap = paint_key_cap(painter, right, rect.center().y() + 1, self._cap, on_fill=main)
            right = cap.left() - px(8)
        place = QRect(left, rect.top(), right - left, rect.height())
        words(painter, place, self.text(), font(bold=self._bold()), ink, elide=False)
