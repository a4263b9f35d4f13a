"""The automatic copies of register and scans: made once a day and on closing, told in the status bar."""

from __future__ import annotations

import logging
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

from motcua_desktop.domain.file_errors import CopyPlaceGone
from motcua_desktop.gui.main_window import MainWindow
from motcua_desktop.gui.tasks import Cancelled, Job, Tasks
from motcua_desktop.i18n import _
from motcua_desktop.say import say

if TYPE_CHECKING:
    from motcua_desktop.counter.counter import Counter
    from motcua_desktop.counter.safekeeping import CopyState
    from motcua_desktop.domain.scans import ScansCopied

_LOG = logging.getLogger(__name__)
HOUR_MS, SOON_MS = 3_600_000, 60_000
#: How many scans are still copied while the program closes: nobody waits for a stick.
LAST_SCANS = 40


class DailyCopy(QObject):
    """Makes the day's copy in the background; `close` makes the last one where something has changed.

    Scans go to a stick for minutes, so they have workers of their own: neither a page nor F12 waits for them.
    """

    def __init__(self, window: MainWindow, counter: Counter) -> None:
        super().__init__(window)
        self._window, self._counter = window, counter
        self._said = ""
        self.tasks = Tasks(self)
        self.tasks.long.connect(self._tell_work)
        window.status.stop_asked.connect(self.tasks.cancel)
        self.tasks.idle.connect(self._idle)
        self._timer = QTimer(self, interval=HOUR_MS)
        self._timer.timeout.connect(self.look)
        self._timer.start()
        self.look()

    def look(self) -> None:
        """Copy where the day has none yet and scans where they are missing; say how the copies stand."""
        # Asked, not done: no page shows it, and leaving need not wait for it (`close` makes the last copy).
        words = _("Đang sao lưu")
        self._window.tasks.ask(
            self, _copied, self._counter, then=self._register_copied, fail=self._warn, words=words
        )

    def _register_copied(self, state: CopyState) -> None:
        self._tell(state)
        if state.apart and not self.tasks.is_busy:
            self.carry(None, lambda _copied: self._ask_state(), self._warn)

    def _ask_state(self) -> None:
        self._window.tasks.ask(self, self._counter.safekeeping.state, then=self._tell)

    def carry(
        self,
        beside: Path | None,
        then: Callable[[ScansCopied], object],
        fail: Callable[[Exception], object],
    ) -> None:
        """Copy scans beside a copy of the register, or where the automatic ones go; Esc stops it."""
        words = _("Đang sao lưu bản chụp")
        # Only while something can be stopped: a filter of the whole program sees every event.
        QApplication.instance().installEventFilter(self)  # type: ignore[union-attr]
        self.tasks.ask(self, _carried, self._counter, beside, then=then, fail=fail, words=words, steps=True)

    def _tell(self, state: CopyState) -> None:
        # The words are a page's: not loaded before the window is painted.
        from motcua_desktop.gui.pages.settings_backup import state_words

        words, worry = state_words(state, self._counter.now().date())
        self._said = self._said if worry else ""
        if not worry:
            self._look_every(HOUR_MS)
        self._window.status.set_backup(words, worry=worry)

    def _warn(self, error: Exception) -> None:
        if isinstance(error, Cancelled):
            return  # the next hour goes on where it stood
        _LOG.warning("automatic copy: %s", type(error).__name__)
        self._window.status.set_backup(_("Chưa sao lưu được"), worry=True)
        sentence = say(error)
        if sentence != self._said:  # said once: an officer who cannot fetch the stick is not asked every hour
            self._window.show_bar("warning", sentence)
        self._said = sentence
        self._look_every(SOON_MS)  # somebody is fetching the stick

    def _look_every(self, milliseconds: int) -> None:
        if self._timer.interval() != milliseconds:
            self._timer.start(milliseconds)

    # ------------------------------------------------------------ while scans are on their way
    def _tell_work(self, job: Job | None) -> None:
        status = self._window.status
        if job is None:
            status.set_work("")
        else:
            status.set_work(job.words, job.done, job.total, can_stop=True)

    def _idle(self) -> None:
        QApplication.instance().removeEventFilter(self)  # type: ignore[union-attr]

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Esc stops the scans where it would stop work of the window: after boxes and forms, before Home."""
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return False
        window = self._window
        if event.key() != Qt.Key.Key_Escape or not isinstance(watched, QWidget):
            return False
        if watched.window() is not window or QApplication.activeModalWidget():
            return False
        if window.command_box.isVisible() or window.keys_box.isVisible() or not window.pages.isEnabled():
            return False  # boxes and the sign-in have an Esc of their own
        return window.page.escape() or self.tasks.cancel()

    def close(self) -> None:
        """The copy on closing; trouble is logged, it never keeps the program open."""
        self._timer.stop()
        self.tasks.close()
        try:
            keeping = self._counter.safekeeping
            keeping.automatic(closing=True)
            with suppress(_Enough):
                keeping.copy_scans(step=_few)
        except CopyPlaceGone:
            _LOG.warning("copy on closing: the place is not there")
        except Exception:
            _LOG.exception("copy on closing")


class _Enough(Exception):
    """So many scans were copied on closing; the others go in the morning."""


def _few(done: int, _total: int) -> None:
    if done >= LAST_SCANS:
        raise _Enough


def _copied(counter: Counter) -> CopyState:
    counter.safekeeping.automatic()
    return counter.safekeeping.state()


def _carried(counter: Counter, beside: Path | None, job: Job) -> ScansCopied:
    return counter.safekeeping.copy_scans(beside, step=job.step)
