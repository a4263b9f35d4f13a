"""A part of the settings page: general settings, procedures, applicants, accounts."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from motcua_desktop.domain.errors import Refusal
from motcua_desktop.gui.actions import Action, Hint
from motcua_desktop.gui.pages import PageContext
from motcua_desktop.gui.pages.telling import take_back, tell_trouble
from motcua_desktop.gui.theme import least, margins, spacing
from motcua_desktop.gui.widgets.card import Card
from motcua_desktop.gui.widgets.side_panel import SidePanel
from motcua_desktop.say import say


class SettingsPane(QWidget):
    """What the settings page asks of each of its parts; `stated` when keys or words have changed."""

    stated = Signal()
    wanted = Signal(str, object)

    def __init__(self, context: PageContext) -> None:
        super().__init__()
        self.setProperty("plain", True)
        self.context, self._blamed = context, ""
        self.body = QVBoxLayout(self)
        margins(self.body, 0, 0, 0, 0)
        spacing(self.body, 12)

    def put_list(self, card: Card, closed: Callable[[], object]) -> SidePanel:
        """The list of this part, which fills the rest of it; its forms open in the panel that comes back."""
        least(card, 480, 200)
        panel = SidePanel(card)
        panel.form_closed.connect(closed)
        self.body.addWidget(panel, 1)
        return panel

    @property
    def context_line(self) -> str:
        """One line beside the page's title."""
        return ""

    def keys(self) -> Sequence[Hint]:
        """Keys for the status bar."""
        return ()

    def actions(self) -> list[Action]:  # type: ignore[override]
        """The keys of this part."""
        return []

    def panes(self) -> Sequence[QWidget]:
        """What Ctrl+Tab goes round."""
        return ()

    def focus_first(self) -> None:
        """Put the focus where work begins."""
        self.setFocus()

    def refresh(self) -> None:
        """Read again."""

    def escape(self) -> bool:
        """Close what is open here; False when nothing was."""
        return False

    def failed(self, error: Exception) -> None:
        """Say what was refused."""
        self.blame(say(error), "warning" if isinstance(error, Refusal) else "error")

    def blame(self, sentence: str, kind: str) -> None:
        """Say in a bar what went wrong, until it is `mended`."""
        self._blamed = sentence
        tell_trouble(self, sentence, kind)

    def mended(self) -> None:
        """It has been done rightly since: the bar goes."""
        take_back(self, self._blamed)
        self._blamed = ""
