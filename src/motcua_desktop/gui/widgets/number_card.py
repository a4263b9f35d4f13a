"""Number cards: the whole card is a button that opens its list."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from motcua_desktop.gui.theme import colour, font, paint_icon, px, width_of
from motcua_desktop.gui.theme.paint import RADIUS_CARD, edge_of_focus, frame, words
from motcua_desktop.i18n import _

PAD, END, HEAD_LEFT, STOCK_LEFT = 17, 12, 45, 49
TALL, FLAT, FLAT_LINE, STOCK = 112, 64, 24, 56


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
        self.updateGeometry()
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
    """Icon and word, figure, one line (208 × 112). `strong` tints the figure too: overdue and due today,
    where there are any. Given less height it is flat: the figure stands after the word, in line with the
    stock cards below."""

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
        return QSize(max(px(208), self.minimumSizeHint().width()), px(TALL))

    def minimumSizeHint(self) -> QSize:
        head = px(HEAD_LEFT) + width_of(self._words, bold=True)
        return QSize(max(px(128), max(head, px(PAD) + width_of(self._line)) + px(END)), px(TALL))

    def flat_size(self) -> QSize:
        """What it needs when it is flat."""
        head = width_of(self._words, bold=True) + px(12) + max(px(24), width_of(self._number, 16, bold=True))
        return QSize(px(STOCK_LEFT + PAD) + max(head, width_of(self._line)) + 1, px(FLAT))

    def paintEvent(self, event: object) -> None:
        painter = QPainter(self)
        self._ground(painter)
        if self.height() < px(TALL):
            self._paint_flat(painter)
            return
        left, width = px(PAD), self.width() - px(PAD + END) + 1
        paint_icon(painter, QRect(left, px(13), px(20), px(20)), self._icon, f"{self._tint}_text")
        head = QRect(px(HEAD_LEFT), px(12), self.width() - px(HEAD_LEFT + END) + 1, px(22))
        words(painter, head, self._words, font(bold=True), f"{self._tint}_text")
        words(painter, QRect(left, px(36), width, px(40)), self._number, font(25, bold=True), self._ink)
        words(painter, QRect(left, px(75), width, px(22)), self._line, font(), "text2")

    @property
    def _ink(self) -> str:
        return f"{self._tint}_text" if self._strong and self._number != "0" else "text"

    def _paint_flat(self, painter: QPainter) -> None:
        width = self.width() - px(STOCK_LEFT + PAD)
        top = (self.height() - px(FLAT_LINE) * (2 if self._line else 1)) // 2
        head = QRect(px(STOCK_LEFT), top, width, px(FLAT_LINE))
        right = Qt.AlignmentFlag.AlignRight
        used = words(painter, head, self._number, font(16, bold=True), self._ink, right)
        paint_icon(painter, QRect(px(PAD), top, px(20), px(FLAT_LINE)), self._icon, f"{self._tint}_text")
        shown = head.adjusted(0, 0, -used - px(12), 0)
        words(painter, shown, self._words, font(bold=True), f"{self._tint}_text")
        words(painter, head.translated(0, px(FLAT_LINE)), self._line, font(), "text2")


class StockCard(_Card):
    """Icon, word and figure in one line (56 high)."""

    def __init__(self, words: str, icon: str, parent: QWidget | None = None) -> None:
        super().__init__(words, icon, parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(max(px(264), self.minimumSizeHint().width()), px(STOCK))

    def minimumSizeHint(self) -> QSize:
        shown = width_of(self._words) + width_of(self._number, 16, bold=True)
        return QSize(max(px(150), px(STOCK_LEFT + 8 + PAD) + shown + 1), px(STOCK))

    def flat_size(self) -> QSize:
        """It is flat already."""
        return self.minimumSizeHint()

    def paintEvent(self, event: object) -> None:
        painter = QPainter(self)
        self._ground(painter)
        height = self.height()
        paint_icon(painter, QRect(px(PAD), 0, px(20), height), self._icon, "accent")
        place = QRect(px(STOCK_LEFT), 0, self.width() - px(STOCK_LEFT + PAD), height)
        used = words(painter, place, self._number, font(16, bold=True), "text", Qt.AlignmentFlag.AlignRight)
        words(painter, place.adjusted(0, 0, 1 - used - px(8), 0), self._words, font())


AnyCard = NumberCard | StockCard
