"""Notices a stick that is plugged in or pulled out while a page that speaks of it is in sight."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal

from motcua_desktop.domain.exchange import Stick
from motcua_desktop.gui.pages.settings_pane import SettingsPane

EVERY_MS = 2_000


class StickWatch(QObject):
    """`changed` when the sticks of this machine are others than `seen` said last."""

    changed = Signal()

    def __init__(self, pane: SettingsPane) -> None:
        super().__init__(pane)
        self._pane = pane
        self._known: tuple[str, ...] | None = None
        self._timer = QTimer(self, interval=EVERY_MS)
        self._timer.timeout.connect(self.look)
        self._timer.start()

    def seen(self, sticks: tuple[Stick, ...]) -> None:
        """These are shown now."""
        self._known = _names(sticks)

    def look(self) -> None:
        """Ask once, in the background, while the page is in sight."""
        if not self._pane.isVisible():
            return
        context = self._pane.context
        context.tasks.ask(self, context.counter.exchange.sticks, then=self._came, name="sticks")

    def _came(self, sticks: tuple[Stick, ...]) -> None:
        if self._known is not None and _names(sticks) != self._known:
            self.seen(sticks)
            self.changed.emit()


def _names(sticks: tuple[Stick, ...]) -> tuple[str, ...]:
    """What tells sticks apart; the room left on one changes all the time."""
    return tuple(f"{stick.path}|{stick.writable}" for stick in sticks)
