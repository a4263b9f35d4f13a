"""What stands in the window when the register could not be opened."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QFrame, QVBoxLayout

from motcua_desktop.gui.theme import colour, margins
from motcua_desktop.gui.widgets.button import Button
from motcua_desktop.gui.widgets.card import Card
from motcua_desktop.gui.widgets.empty_state import EmptyState
from motcua_desktop.i18n import _


class Trouble(QFrame):
    """Why the register could not be opened, and what to do."""

    def __init__(self, sentence: str, again: Callable[[], object]) -> None:
        super().__init__()
        self.sentence = sentence
        layout = QVBoxLayout(self)
        margins(layout, 24, 24, 24, 24)
        card = Card(flush=True)
        button = Button(_("Thử lại"), again, icon="refresh-cw", kind="main")
        card.add(EmptyState("octagon-alert", _("Chưa mở được sổ hồ sơ"), sentence, button, tint="red"), 1)
        layout.addWidget(card)
        self.setFocusProxy(button)

    def paintEvent(self, event: object) -> None:
        QPainter(self).fillRect(self.rect(), colour("bg"))
