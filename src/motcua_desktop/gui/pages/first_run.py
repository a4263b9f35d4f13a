"""The first run."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from motcua_desktop.gui.pages import PageContext


class FirstRun(QWidget):
    finished = Signal()
    demo_wanted = Signal()

    def __init__(self, context: PageContext) -> None:
        super().__init__()
