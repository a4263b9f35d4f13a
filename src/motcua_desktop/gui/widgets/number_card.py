"""Number cards: the whole card is a button that opens its list."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from motcua_desktop.gui.theme import colour, font, paint_icon, px
from motcua_desktop.gui.theme.paint import RADIUS_CARD, edge_of_focus, frame, words
from motcua_desktop.i18n import _


class _Card(QAbstractButton):
    def __init__(self, shown: str, icon: str, parent: QWidget | None) -> None:
        super().__init__(parent)
        self._words, self._icon = shown, icon
        self._number, self._line = "", ""
        self.setText(shown)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def set_number(self, number: int | str, line: str = "") -> None:
        """The figure, and one line below it (only the tall card shows the line)."""
        self._number, self._line = str(number), line
        self.setAccessibleName(_("{words}, {number} hồ sơ").format(words=self._words, number=self._number))
        self.setAccessibleDescription(line)
        self.setToolTip(line)
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
            return
        super().keyPressEvent(event)

    def _ground(self, painter: QPainter) -> None:
        back = "surface2" if self.underMouse() or self.isDown() else "surface"
        frame(painter, self.rect(), colour(back), colour("line"), radius=RADIUS_CARD)
        if self.hasFocus():
            edge_of_focus(painter, self.rect(), RADIUS_CARD)


class NumberCard(_Card):
    """Icon and word, figure, one line (208 × 112). `strong` tints the figure too: overdue and due today."""

    def __init__(
        self,
        words: str,
        icon: str,
        tint: str = "amber",
        *,
        strong: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(words, icon, parent)
        self._tint, self._strong = tint, strong
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(px(208), px(112))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(150), px(112))

    def paintEvent(self, event: object) -> None:
        painter = QPainter(self)
        self._ground(painter)
        left, width = px(17), self.width() - px(17 + 12)
        paint_icon(painter, QRect(left, px(13), px(20), px(20)), self._icon, f"{self._tint}_text")
        head = QRect(left + px(28), px(12), width - px(28), px(22))
        words(painter, head, self._words, font(bold=True), f"{self._tint}_text")
        ink = f"{self._tint}_text" if self._strong else "text"
        words(painter, QRect(left, px(36), width, px(40)), self._number, font(25, bold=True), ink)
        words(painter, QRect(left, px(75), width, px(22)), self._line, font(), "text2")


class StockCard(_Card):
    """Icon, word and figure in one line (56 high)."""

    def __init__(self, words: str, icon: str, parent: QWidget | None = None) -> None:
        super().__init__(words, icon, parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(px(264), px(56))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(150), px(56))

    def paintEvent(self, event: object) -> None:
        painter = QPainter(self)
        self._ground(painter)
        height = self.height()
        paint_icon(painter, QRect(px(17), 0, px(20), height), self._icon, "accent")
        place = QRect(px(49), 0, self.width() - px(49 + 17), height)
        used = words(painter, place, self._number, font(16, bold=True), "text", Qt.AlignmentFlag.AlignRight)
        words(painter, place.adjusted(0, 0, -used - px(8), 0), self._words, font())
