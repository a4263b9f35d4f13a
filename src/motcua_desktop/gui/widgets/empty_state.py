"""What a list shows when there is nothing in it."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from motcua_desktop.gui.theme import colour, margins, paint_icon, px, spacing
from motcua_desktop.gui.theme.paint import RADIUS_CARD, frame
from motcua_desktop.gui.widgets.button import Button
from motcua_desktop.gui.widgets.text import label, row


class _Square(QWidget):
    """The icon in its tinted square of 96 px."""

    def __init__(self, icon: str, tint: str) -> None:
        super().__init__()
        self._icon, self._tint = icon, tint
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(px(96), px(96))

    def paintEvent(self, event: object) -> None:
        painter = QPainter(self)
        rect = QRect(0, 0, self.width(), self.height())
        back, line = colour(f"{self._tint}_back"), colour(f"{self._tint}_line")
        frame(painter, rect, back, line, radius=RADIUS_CARD)
        paint_icon(painter, rect, self._icon, f"{self._tint}_text", 44)


class EmptyState(QWidget):
    """Icon, one sentence what it means, one line, the nearest next thing, at most two buttons."""

    def __init__(
        self,
        icon: str,
        sentence: str,
        detail: str = "",
        *buttons: Button,
        tint: str = "green",
        nearest: QWidget | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setProperty("plain", True)
        layout = QVBoxLayout(self)
        margins(layout, 24, 16, 24, 16)
        spacing(layout, 0)
        centre = Qt.AlignmentFlag.AlignHCenter
        layout.addStretch(1)
        layout.addWidget(_Square(icon, tint), 0, centre)
        self.sentence = label(sentence, "title", wrap=True)
        self.detail = label(detail, "second", wrap=True)
        for shown, above in ((self.sentence, 20), (self.detail, 6)):
            shown.setAlignment(Qt.AlignmentFlag.AlignCenter)
            shown.setContentsMargins(0, px(above), 0, 0)
            layout.addWidget(shown)
        self.detail.setVisible(bool(detail))
        if nearest:
            nearest.setMaximumWidth(px(560))
            layout.addSpacing(px(24))
            layout.addLayout(row(1, nearest, 1))
        if buttons:
            layout.addSpacing(px(24))
            layout.addLayout(row(1, *buttons, 1))
        layout.addStretch(1)

    def say(self, sentence: str, detail: str = "") -> None:
        """Change the words."""
        self.sentence.setText(sentence)
        self.detail.setText(detail)
        self.detail.setVisible(bool(detail))
