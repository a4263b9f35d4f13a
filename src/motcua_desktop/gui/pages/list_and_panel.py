"""A list with its panel at its right; where both do not fit (150 %) a form takes the place of the list."""

from __future__ import annotations

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from motcua_desktop.gui.pages.panel_pane import PanelPane
from motcua_desktop.gui.theme import fixed, least, look, margins, px, spacing

LIST, PANEL, GAP = 520, 368, 16


class ListAndPanel(QWidget):
    """`content` grows; the panel keeps its width. Too narrow for both, the list has the whole room, Enter
    opens the dossier's page, and a form is shown alone until it is closed."""

    def __init__(self, content: QWidget, pane: PanelPane, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("plain", True)
        self.content, self.pane = content, pane
        self.is_narrow = self._is_alone = False
        layout = QHBoxLayout(self)
        margins(layout, 0, 0, 0, 0)
        spacing(layout, GAP)
        layout.addWidget(content, 1)
        layout.addWidget(pane)
        least(content, LIST, 200)
        fixed(pane, PANEL)
        least(pane, PANEL, 200)
        least(self, LIST, 200)
        pane.acts.changed.connect(self._arrange)
        look().changed.connect(self._arrange)

    def leave_alone(self, alone: bool) -> None:
        """Whether the panel has nothing to show: a list without dossiers has the whole room."""
        if alone != self._is_alone:
            self._is_alone = alone
            self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        self.is_narrow = self.width() < px(LIST + GAP + PANEL)
        form = self.pane.has_form
        self.pane.setVisible(form or not (self.is_narrow or self._is_alone))
        self.content.setVisible(not (form and self.is_narrow))
