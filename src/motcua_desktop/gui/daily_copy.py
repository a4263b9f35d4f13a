"""The register's automatic copies: looked after once an hour and on closing, told in the status bar."""

from __future__ import annotations

import logging
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from motcua_desktop.gui.main_window import MainWindow
from motcua_desktop.i18n import _
from motcua_desktop.say import say

if TYPE_CHECKING:
    from motcua_desktop.counter.counter import Counter

_LOG = logging.getLogger(__name__)
HOUR_MS = 3_600_000


class DailyCopy(QObject):
    """Makes the day's copy in the background; `close` makes the last one where something has changed."""

    def __init__(self, window: MainWindow, counter: Counter) -> None:
        super().__init__(window)
        self._window, self._counter = window, counter
        self._timer = QTimer(self, interval=HOUR_MS)
        self._timer.timeout.connect(self.look)
        self._timer.start()
        self.look()

    def look(self) -> None:
        """Copy where the day has none yet, and say when the last one was made."""
        # Asked, not done: no page shows it, and leaving need not wait for it (`close` makes the last copy).
        self._window.tasks.ask(self, _copied, self._counter, then=self._tell, fail=self._warn)

    def _tell(self, at: datetime | None) -> None:
        if at is None:
            self._window.status.set_backup(_("Chưa có bản sao lưu"), worry=True)
            return
        today = at.date() == self._counter.now().date()
        when = f"{at:%H:%M}" if today else f"{at:%d/%m}"
        self._window.status.set_backup(_("Đã sao lưu {when}").format(when=when), worry=not today)

    def _warn(self, error: Exception) -> None:
        _LOG.warning("automatic copy: %s", type(error).__name__)
        self._window.status.set_backup(_("Chưa sao lưu được"), worry=True)
        self._window.show_bar("warning", say(error))

    def close(self) -> None:
        """The copy on closing; trouble is logged, it never keeps the program open."""
        self._timer.stop()
        try:
            self._counter.safekeeping.automatic(closing=True)
        except Exception:
            _LOG.exception("copy on closing")


def _copied(counter: Counter) -> datetime | None:
    counter.safekeeping.automatic()
    last = counter.safekeeping.last_copy()
    return None if last is None else last.at
