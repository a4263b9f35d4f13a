"""Reminders: when something comes due, once, and only while the office works."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QSystemTrayIcon

from motcua_desktop.gui.main_window import MainWindow
from motcua_desktop.gui.tasks import Tasks
from motcua_desktop.gui.theme import icon
from motcua_desktop.i18n import _

if TYPE_CHECKING:
    from motcua_desktop.counter.counter import Counter
    from motcua_desktop.domain.dossier import DossierLine

EVERY_MS = 60_000
AHEAD = timedelta(minutes=30)


@dataclass(frozen=True, slots=True)
class Reminder:
    """What is said once: `key` tells it apart, `code` is the dossier or "" for several."""

    key: str
    words: str
    code: str = ""


def due_reminders(counter: Counter) -> tuple[Reminder, ...]:
    """What comes due within half an hour, what has passed its time today, and that older ones wait; nothing
    outside working time, nothing while nobody is signed in."""
    if not counter.accounts.is_signed_in:
        return ()
    now = counter.now()
    sessions = counter.calendar_office.calendar().sessions(now.date())
    if not any(session.start <= now.time() < session.end for session in sessions):
        return ()
    found = [
        Reminder(
            f"due|{line.code}|{line.appointment_at}",
            _("{code} hẹn trả lúc {time}: {name}").format(
                code=line.short_code, time=f"{line.appointment_at:%H:%M}", name=line.applicant
            ),
            line.code,
        )
        for line in counter.register.near_due(0)
        if line.appointment_at is not None and _is_near(line.appointment_at, now)
    ]
    late = counter.register.overdue()
    found += [_passed(line) for line in late if _is_of(line.appointment_at, now)]
    before = sum(not _is_of(line.appointment_at, now) for line in late)
    if before:  # once a day: that fewer are left is no news
        words = _("{n} hồ sơ quá hạn đang chờ").format(n=before)
        found.append(Reminder(f"late|{now:%Y-%m-%d}", words))
    return tuple(found)


def _passed(line: DossierLine) -> Reminder:
    words = _("{code} quá hạn từ {time}: {name}").format(
        code=line.short_code, time=f"{line.appointment_at:%H:%M}", name=line.applicant
    )
    return Reminder(f"passed|{line.code}|{line.appointment_at}", words, line.code)


def _is_of(at: datetime | None, now: datetime) -> bool:
    return at is not None and at.date() == now.date()


def _is_near(at: datetime, now: datetime) -> bool:
    return now <= at <= now + AHEAD


class Reminders(QObject):
    """Asks each minute, tells each once: `reminded(reminders)` for all new ones, and a bubble of the tray.

    `opened(code)` when the bubble was pressed ("" for the list of what is due).
    """

    reminded = Signal(object)
    opened = Signal(str)

    def __init__(self, counter: Counter, tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._counter, self._tasks = counter, tasks
        self._told: set[str] = set()
        self._last = ""
        self._tray: QSystemTrayIcon | None = None
        if QSystemTrayIcon.isSystemTrayAvailable():
            self._tray = QSystemTrayIcon(icon("alarm-clock", "accent"), self)
            self._tray.setToolTip(_("Một Cửa"))
            self._tray.messageClicked.connect(lambda: self.opened.emit(self._last))
            self._tray.activated.connect(lambda _why: self.opened.emit(""))
            self._tray.show()
        self._timer = QTimer(self, interval=EVERY_MS)
        self._timer.timeout.connect(self.look)
        self._timer.start()

    def look(self) -> None:
        """Ask now."""
        self._tasks.ask(
            self, due_reminders, self._counter, then=self._came, fail=lambda _error: None, name="reminders"
        )

    def _came(self, found: tuple[Reminder, ...]) -> None:
        fresh = [one for one in found if one.key not in self._told]
        for one in fresh:
            self._told.add(one.key)
        if fresh:
            self.reminded.emit(tuple(fresh))
        if fresh and self._tray is not None:
            self._last = fresh[0].code if len(fresh) == 1 else ""
            self._tray.showMessage(_("Một Cửa"), "\n".join(one.words for one in fresh[:4]))

    def close(self) -> None:
        """Say nothing more."""
        self._timer.stop()
        if self._tray is not None:
            self._tray.hide()
        self.deleteLater()


def remind(window: MainWindow, counter: Counter) -> Reminders:
    """Reminders told by the window: a toast for what is new, the dossier when its bubble was pressed."""
    made = Reminders(counter, window.tasks, window)

    def show(reminders: tuple[Reminder, ...]) -> None:
        words = "; ".join(one.words for one in reminders[:2])
        if more := len(reminders[2:]):
            words = _("{words} và {n} việc khác").format(words=words, n=more)
        window.toast.say(words, kind="warning")  # not window.say: the last act can still be undone

    def open_code(code: str) -> None:
        window.raise_()
        window.activateWindow()
        if not counter.accounts.is_signed_in:
            return
        if not code:
            window.go("due")
            return
        window.tasks.ask(
            made, counter.register.dossier, code, then=lambda dossier: window.go("dossier", dossier.id)
        )

    made.reminded.connect(show)
    made.opened.connect(open_code)
    return made
