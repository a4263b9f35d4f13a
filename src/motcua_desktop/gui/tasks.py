"""Background work: `ask` reads, `do` changes.

The work runs on one of three threads, each in order: one for changes, one for reads, one for reads that take
long and say so in words, so that nobody at the counter waits for a copy or a report. It never touches a
widget; the answer runs on the window's thread and never touches a file or the database. An answer whose owner
is gone, or which a newer question of the same `name` has overtaken, is dropped.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from threading import Event, Lock
from typing import Any

import shiboken6
from PySide6.QtCore import QDeadlineTimer, QEventLoop, QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication

_log = logging.getLogger(__name__)

SLOW_MS = 100
LONG_MS = 1000


class Cancelled(Exception):
    """The officer stopped the work (Esc); raised inside the work at its next step."""


@dataclass(eq=False)
class Job:
    """One piece of work on its way. `step` is called by the work, the rest by the window."""

    owner: QObject | None
    words: str
    changes: bool
    then: Callable[[Any], object] | None
    fail: Callable[[Exception], object] | None
    name: str = ""
    can_cancel: bool = False
    quiet: bool = False
    done: int = 0
    total: int = 0
    _stop: Event = field(default_factory=Event)
    _told: Callable[[Job], None] | None = None

    def step(self, done: int, total: int = 0) -> None:
        """Tell how far the work is; raises `Cancelled` when it should stop."""
        if self._stop.is_set():
            raise Cancelled
        self.done, self.total = done, total
        if self._told:
            self._told(self)

    def cancel(self) -> None:
        """Ask the work to stop at its next step."""
        self._stop.set()

    @property
    def is_cancelled(self) -> bool:
        """Whether it was asked to stop."""
        return self._stop.is_set()


@dataclass(frozen=True, eq=False)
class _Answer:
    job: Job
    value: Any = None
    error: BaseException | None = None


class Tasks(QObject):
    """The workers of a window.

    Signals: `changed` after each successful `do` (pages refresh), `slow(bool)` when something has run for 100
    ms and when nothing runs any more, `long(Job | None)` when something has run for a second or moved on
    after that, `trouble(Exception, Job)` for an error nobody else takes.
    """

    changed = Signal()
    slow = Signal(bool)
    long = Signal(object)
    trouble = Signal(object, object)
    idle = Signal()
    _arrived = Signal(object)
    _moved = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._readers = ThreadPoolExecutor(1, "reads")
        self._long_readers = ThreadPoolExecutor(1, "long reads")
        self._changers = ThreadPoolExecutor(1, "changes")
        self._jobs: list[Job] = []
        self._lock = Lock()
        self._closed = False
        self._is_slow = self._is_long = False
        self._arrived.connect(self._answer, Qt.ConnectionType.QueuedConnection)
        self._moved.connect(self._progress, Qt.ConnectionType.QueuedConnection)
        self._slow_timer = QTimer(self, singleShot=True, interval=SLOW_MS)
        self._slow_timer.timeout.connect(self._now_slow)
        self._long_timer = QTimer(self, singleShot=True, interval=LONG_MS)
        self._long_timer.timeout.connect(self._now_long)

    def ask(
        self,
        owner: QObject | None,
        work: Callable[..., Any],
        *args: Any,
        then: Callable[[Any], object] | None = None,
        fail: Callable[[Exception], object] | None = None,
        words: str = "",
        name: str = "",
        steps: bool = False,
        quiet: bool = False,
    ) -> Job:
        """Read: run `work(*args)` and give its value to `then`.

        owner: the widget that waits; once it is deleted the answer is dropped. name: a newer `ask` of the
        same owner and name overtakes an older one. words: what the status bar says after a second; whoever
        gives them expects to take long, and keeps no other reader waiting. steps: the work gets the `Job` as
        keyword `job`, calls `job.step(done, total)`, and can be stopped with Esc. quiet: nobody waits for it,
        so nothing is shown however long it takes.
        """
        readers = self._long_readers if words else self._readers
        job = Job(owner, words, False, then, fail, name, can_cancel=steps, quiet=quiet)
        return self._start(readers, job, work, args)

    def do(
        self,
        owner: QObject | None,
        work: Callable[..., Any],
        *args: Any,
        then: Callable[[Any], object] | None = None,
        fail: Callable[[Exception], object] | None = None,
        words: str = "",
        steps: bool = False,
    ) -> Job:
        """Change: as `ask`, in the order given, one after the other; `changed` follows each success."""
        job = Job(owner, words, True, then, fail, can_cancel=steps)
        return self._start(self._changers, job, work, args)

    def _start(
        self, pool: ThreadPoolExecutor, job: Job, work: Callable[..., Any], args: tuple[Any, ...]
    ) -> Job:
        job._told = self._moved.emit
        if self._closed:
            if job.changes:
                raise RuntimeError("a change was started after the window had closed")
            job.cancel()  # a search still waiting for a moment of quiet when the officer left: nobody looks
            return job
        if job.name:
            for older in self._jobs:
                if older.owner is job.owner and older.name == job.name:
                    older.cancel()
        if not job.quiet and not self._waited_for:
            self._slow_timer.start()
            self._long_timer.start()
        self._jobs.append(job)
        pool.submit(self._run, job, work, args, {"job": job} if job.can_cancel else {})
        return job

    @property
    def _waited_for(self) -> list[Job]:
        """What somebody at the window may be waiting for."""
        return [job for job in self._jobs if not job.quiet]

    def _run(self, job: Job, work: Callable[..., Any], args: tuple[Any, ...], extra: dict[str, Any]) -> None:
        """On a worker thread. A question overtaken before its turn is not asked at all."""
        try:
            if job.is_cancelled and not job.changes:
                raise Cancelled
            answer = _Answer(job, work(*args, **extra))
        except BaseException as error:
            answer = _Answer(job, error=error)
        with self._lock:
            if not self._closed:
                self._arrived.emit(answer)

    def _answer(self, answer: _Answer) -> None:
        job = answer.job
        if job not in self._jobs:
            return  # the window has closed meanwhile
        self._jobs.remove(job)
        try:
            self._deliver(job, answer)
        finally:
            if not self._waited_for:
                self._rest()
            if not self._jobs:
                self.idle.emit()

    def _deliver(self, job: Job, answer: _Answer) -> None:
        overtaken = job.is_cancelled and job.name
        gone = job.owner is not None and not shiboken6.isValid(job.owner)
        if answer.error is None:
            if job.then and not overtaken and not gone:
                job.then(answer.value)
            if job.changes:
                self.changed.emit()
        elif isinstance(answer.error, Cancelled):
            if job.fail and not job.name and not gone:
                job.fail(answer.error)
        elif isinstance(answer.error, Exception):
            if overtaken:
                return
            if job.fail and not gone:
                job.fail(answer.error)
            else:
                _log.error("background work failed", exc_info=answer.error)
                self.trouble.emit(answer.error, job)
        else:
            raise answer.error

    def _rest(self) -> None:
        self._slow_timer.stop()
        self._long_timer.stop()
        if self._is_slow:
            self._is_slow = False
            self.slow.emit(False)
        if self._is_long:
            self._is_long = False
            self.long.emit(None)

    def _now_slow(self) -> None:
        self._is_slow = True
        self.slow.emit(True)

    def _now_long(self) -> None:
        self._is_long = True
        self.long.emit(next(iter(self._waited_for), None))

    def _progress(self, job: Job) -> None:
        if self._is_long and job in self._waited_for:
            self.long.emit(job)

    @property
    def is_busy(self) -> bool:
        """Whether anything runs or waits for its turn."""
        return bool(self._jobs)

    @property
    def is_changing(self) -> bool:
        """Whether a change is on its way: leaving now would interrupt it."""
        return any(job.changes for job in self._jobs)

    def cancel(self) -> bool:
        """Stop the newest work that can be stopped (Esc); False when there is none."""
        for job in reversed(self._jobs):
            if job.can_cancel and not job.is_cancelled:
                job.cancel()
                return True
        return False

    def wait_idle(self, limit_ms: int = 10_000) -> bool:
        """Let the window's events run until no work is left (tests, leaving); False when the limit passed."""
        deadline = QDeadlineTimer(limit_ms)
        while self._jobs and not deadline.hasExpired():
            QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents, min(50, limit_ms))
        return not self._jobs

    def close(self) -> None:
        """Finish what runs, drop what waits, end the threads. Answers still on their way are dropped."""
        with self._lock:
            self._closed = True
        for job in self._jobs:
            job.cancel()
        self._readers.shutdown(wait=True, cancel_futures=True)
        self._long_readers.shutdown(wait=True, cancel_futures=True)
        self._changers.shutdown(wait=True)
        self._jobs.clear()
        self._slow_timer.stop()
        self._long_timer.stop()
