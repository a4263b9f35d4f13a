"""A sentence that wraps and keeps its height to itself."""

from __future__ import annotations

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy


class Wrapped(QLabel):
    """A label of as many lines as its words need at its width.

    Unlike Qt's own it asks no layout for a height by width: a column with one such label in it squeezes the
    fields beside it below what they need.
    """

    def __init__(self, role: str) -> None:
        super().__init__()
        self.setProperty("role", role)
        self.setWordWrap(True)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def setText(self, text: str) -> None:
        super().setText(text)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        policy = self.sizePolicy()
        policy.setHeightForWidth(False)  # each new text sets it again
        self.setSizePolicy(policy)
        self.setMinimumHeight(0)  # a label never says it needs less than its least height
        self.setFixedHeight(max(self.fontMetrics().height(), self.heightForWidth(self.width())))
