"""The buttons under a dossier: the likeliest step filled, two more, and the rest in a menu."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from motcua_desktop.gui.actions import Action
from motcua_desktop.gui.pages.emptied import empty
from motcua_desktop.gui.theme import margins, px, spacing
from motcua_desktop.gui.widgets.button import Button
from motcua_desktop.i18n import _

SHOWN = 3


class ActionFoot(QWidget):
    """Shows as many buttons as fit, at most three; every other action is one press further."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("plain", True)
        self._actions: list[Action] = []
        self._filled = True
        self._blocked: list[tuple[Action, str]] = []
        self._row = QHBoxLayout(self)
        margins(self._row, 16, 10, 16, 10)
        spacing(self._row, 8)
        self.menu: QMenu | None = None

    def show_actions(
        self, actions: list[Action], blocked: Sequence[tuple[Action, str]] = (), *, filled: bool = True
    ) -> None:
        """Show these, the likeliest first and `filled`; without any the foot is hidden.

        blocked: what cannot be done now with the sentence that says why; grey at the end of the menu.
        """
        self._actions, self._blocked, self._filled = list(actions), list(blocked), filled
        self.setVisible(bool(actions))
        self._fill()

    def buttons(self) -> list[Button]:
        """The buttons in sight, left to right."""
        items = [self._row.itemAt(n) for n in range(self._row.count())]
        found = [item.widget() for item in items if item is not None]
        return [widget for widget in found if isinstance(widget, Button)]

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            QTimer.singleShot(0, self, self._fill)

    def _fill(self) -> None:
        empty(self._row)
        room = self.width() - px(32 + 40)
        rest = list(self._actions)
        while rest and self._row.count() < SHOWN:
            action, first = rest[0], self._row.count() == 0
            kind = "main" if first and self._filled else "plain"
            button = Button(action.words, action.run, key=action.key, kind=kind, small=True)
            room -= button.sizeHint().width() + px(8)
            if room < 0 and not first:
                button.deleteLater()
                break
            self._row.addWidget(button)
            rest.pop(0)
        self._row.addStretch(1)
        if rest or self._blocked:
            self._row.addWidget(self._more(rest))
        for button in self.buttons()[:1]:
            self.setFocusProxy(button)

    def _more(self, rest: list[Action]) -> Button:
        more = Button(_("Việc khác"), icon="ellipsis", kind="icon", small=True)
        self.menu = menu = QMenu(more)
        menu.setToolTipsVisible(True)
        for action in rest:
            entry = menu.addAction(_entry_words(action))
            entry.triggered.connect(lambda _on=False, run=action.run: run())
        if rest and self._blocked:
            menu.addSeparator()
        for action, why in self._blocked:
            entry = menu.addAction(_entry_words(action))
            entry.setEnabled(False)
            entry.setToolTip(why)
        more.clicked.connect(lambda _on=False: self._open_menu(more, menu))
        return more

    def _open_menu(self, more: Button, menu: QMenu) -> None:
        size = menu.sizeHint()
        menu.popup(more.mapToGlobal(more.rect().topRight()) - QPoint(size.width(), size.height()))


def _entry_words(action: Action) -> str:
    return f"{action.words}\t{action.key}" if action.key else action.words
