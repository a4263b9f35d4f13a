"""What a page is to the window."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from motcua_desktop.gui.actions import Action, Hint
from motcua_desktop.gui.theme import margins, spacing


class Page(QWidget):
    """Base of every page. The window draws head, action bar and status bar from what the page says.

    A page puts its content into `body` (24 px margins, 12 px gap). It is built when it is first shown.

    Signals: `stated` when title, context line, keys, actions or what can be done have changed (the window
    reads them again); `wanted(page, argument)` to go to another page. Toasts and bars are the window's:
    `window.say`, `window.show_bar`; background work is `window.tasks.ask` and `window.tasks.do`.
    """

    title = ""
    #: What the page says depends on the time of day: the window tells it each minute (`keep_time`).
    follows_clock = False
    stated = Signal()
    wanted = Signal(str, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.losing: list[Callable[[], str]] = []
        self.setProperty("plain", True)
        self.body = QVBoxLayout(self)
        margins(self.body, 24, 12, 24, 12)
        spacing(self.body, 12)

    @property
    def context_line(self) -> str:
        """One line beside the title."""
        return ""

    def keys(self) -> Sequence[Hint]:
        """Keys for the status bar which no action stands for ("↑↓", "Chọn")."""
        return ()

    def actions(self) -> list[Action]:  # type: ignore[override]
        """The page's table of keys (Qt's own list of QAction is not used); one marked `show="bar"` is a
        button, `"status"` is named below."""
        return []

    @property
    def main_action(self) -> Action | None:
        """The one filled button; its key is usually F12."""
        return None

    def bar_widgets(self) -> Sequence[QWidget]:
        """Widgets at the left of the action bar, before its buttons (a signer, a number, a sentence). Made
        once."""
        return ()

    def panes(self) -> Sequence[QWidget]:
        """What Ctrl+Tab goes round (a list, a panel, a search field)."""
        return ()

    def focus_first(self) -> None:
        """Put the focus where work begins."""
        self.setFocus()

    def on_enter(self, argument: Any = None) -> None:
        """The page comes into sight; `argument` is what `wanted` carried."""

    def on_return(self, argument: Any = None) -> None:
        """The page comes back into sight by Esc or Alt+←; `argument` is what it came with before."""
        self.on_enter(argument)

    def on_leave(self) -> None:
        """Another page comes into sight; keep drafts here."""

    def refresh(self) -> None:
        """Something has changed in the data: read again, keep selection and what is typed."""

    def keep_time(self) -> bool:
        """Another minute has begun: read again what depends on it, and keep all that `refresh` keeps and the
        place scrolled to. False when that has to wait (a form is open): it is asked again soon."""
        self.refresh()
        return True

    def escape(self) -> bool:
        """Esc: close a form or box of the page; False lets the window go back."""
        return False

    def scanned(self, text: str) -> bool:
        """A scan while this page is in sight; False hands it to the intake page."""
        return False

    def unsaved(self) -> str:
        """Why leaving the program now would lose something, "" when it would not: asked of the page's parts
        in `losing`."""
        return next((why for ask in self.losing if (why := ask())), "")


class Columns(QBoxLayout):
    """Columns side by side; where the window is too narrow for them (150 %) they stand one below the
    other."""

    def __init__(self) -> None:
        super().__init__(QBoxLayout.Direction.LeftToRight)

    def suit(self, room: int) -> None:
        """Side by side if `room` scaled pixels are enough for it, else one below the other."""
        needed = sum(item.minimumSize().width() for n in range(self.count()) if (item := self.itemAt(n)))
        needed += self.spacing() * max(0, self.count() - 1)
        directions = QBoxLayout.Direction
        wanted = directions.TopToBottom if needed > room else directions.LeftToRight
        if self.direction() != wanted:
            self.setDirection(wanted)
            for number in range(self.count()):
                item = self.itemAt(number)
                if item is not None and (widget := item.widget()) is not None:
                    widget.updateGeometry()  # what a column needs may depend on where it stands


def page_columns(page: Page, gap: int = 16) -> Columns:
    """A row of columns filling the page's body; the page's stage stacks them where they do not fit."""
    columns = Columns()
    margins(columns, 0, 0, 0, 0)
    spacing(columns, gap)
    page.body.addLayout(columns, 1)
    return columns
