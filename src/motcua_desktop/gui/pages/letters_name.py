"""A procedure's name on two lines at most: no name of a letter's row makes it taller than its fields."""

from __future__ import annotations

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy

from motcua_desktop.gui.pages.dossier_table import lines_of


class TwoLines(QLabel):
    """What has no room on the second line is in the tool tip, and told to a screen reader."""

    def __init__(self, words: str) -> None:
        super().__init__(words)
        self._words = words
        self.setProperty("role", "second")
        self.setAccessibleName(words)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        lines = lines_of(self._words, self.width())
        self.setText("\n".join(lines))
        self.setToolTip(self._words if lines[-1].endswith("…") else "")
        self.setFixedHeight(self.fontMetrics().lineSpacing() * len(lines))
