"""The window at work: keys per task, the longest time it stood still, memory over many receipts.

python benchmarks/window.py [RECEIPTS [DATA_DIR]]     RECEIPTS defaults to 500; 10000 on demand

DATA_DIR: a folder of `motcua demo --bulk 1000000`, which gets the receipts; else a new office.
"""

from __future__ import annotations

import os
import sys
import tempfile
import time
from datetime import datetime, timedelta
from pathlib import Path

os.environ["QT_QPA_PLATFORM"] = "offscreen"
os.environ["MOTCUA_LANG"] = "vi"

from PySide6.QtCore import QCoreApplication, QEvent, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from motcua_desktop.counter.counter import Counter, open_counter
from motcua_desktop.counter.demonstration import LY_SON
from motcua_desktop.domain.numbering import CodePattern
from motcua_desktop.gui.app import CounterWindow

KEY = Qt.Key
NONE, CTRL = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier
CARD = "05119700{n:04d}||Nguyễn Thị Thu Thảo|14031997|Nữ|Thôn Tây An Hải, đặc khu Lý Sơn|01012022"
BEAT_MS = 5


class Heartbeat(QTimer):
    """Beats every 5 ms; the longest pause between two beats is how long nothing could be drawn or typed."""

    def __init__(self) -> None:
        super().__init__(interval=BEAT_MS, timerType=Qt.TimerType.PreciseTimer)
        self.pauses: dict[str, float] = {}
        self.doing = ""
        self._last = time.perf_counter()
        self.timeout.connect(self._beat)

    def _beat(self) -> None:
        now = time.perf_counter()
        self.pauses[self.doing] = max(now - self._last, self.pauses.get(self.doing, 0.0))
        self._last = now

    def begin(self) -> None:
        """Start, or forget what was measured."""
        self.pauses.clear()
        self._last = time.perf_counter()
        self.start()

    def longest(self) -> str:
        """The three longest pauses, in milliseconds, with the key and page they came after."""
        worst = sorted(self.pauses.items(), key=lambda one: -one[1])[:3]
        return ", ".join(f"{pause * 1000:.0f} ms ({doing})" for doing, pause in worst)


class Desk:
    """The window on an office, its keys counted."""

    def __init__(self, folder: Path) -> None:
        self.now = datetime(2026, 3, 2, 7, 10)
        made = open_counter(folder, now=lambda: self.now)
        if made.office.office().name:
            self.now = made.register.newest(1)[0].received_at + timedelta(minutes=1)
        else:
            made.office.set_up(LY_SON, CodePattern(LY_SON.agency_id))
        made.close()
        self.keys = self.receipts = 0
        self.beat = Heartbeat()
        self.program = CounterWindow(folder, lambda where: open_counter(where, now=lambda: self.now))
        self.window = self.program.window
        self.window.resize(1366, 690)
        self.window.show()
        self.window.activateWindow()
        self.program.open()
        while not self.window.pages.key:
            QTest.qWait(10)
        self.rest()

    @property
    def counter(self) -> Counter:
        """The counter behind the window."""
        assert self.program.counter is not None
        return self.program.counter

    def rest(self, quiet_ms: int = 0) -> None:
        """Until nothing runs; with a moment of quiet before where an answer waits for one."""
        if quiet_ms:
            QTest.qWait(quiet_ms)
        assert self.window.tasks.wait_idle(120_000)
        QApplication.processEvents()
        # Without a running event loop nobody deletes what asked to be: that would look like a leak.
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = NONE) -> None:
        """One key."""
        self.keys += 1
        self.beat.doing = f"{key.name} on {self.window.pages.key}"
        QTest.keyClick(QApplication.focusWidget() or self.window, key, modifiers)
        self.rest()

    def type(self, text: str) -> None:
        """Letters, one key each."""
        for letter in text:
            self.keys += 1
            self.beat.doing = f"{letter!r} on {self.window.pages.key}"
            target = QApplication.focusWidget() or self.window
            QApplication.sendEvent(target, QKeyEvent(QEvent.Type.KeyPress, 0, NONE, letter))
        self.rest()

    def scan(self) -> None:
        """A card: no key."""
        self.beat.doing = f"scan on {self.window.pages.key}"
        self.window.take_scan(CARD.format(n=self.receipts % 10_000))
        self.rest()

    def choose(self, alias: str) -> None:
        """F2, the short name, Enter."""
        self.press(KEY.Key_F2)
        self.type(alias)
        self.press(KEY.Key_Return)
        while self.window.page.form.procedure.value is None:  # type: ignore[attr-defined]
            self.rest(20)

    def copy(self) -> None:
        """A certified copy like the last one."""
        self.receipts += 1
        self.now += timedelta(minutes=1)
        self.press(KEY.Key_F11)
        self.scan()
        self.type("4")
        self.press(KEY.Key_Tab)
        self.type("3")
        self.press(KEY.Key_F12)

    def birth(self) -> None:
        """A birth registration."""
        self.receipts += 1
        self.choose("ks")
        self.scan()
        self.press(KEY.Key_Return)
        self.type("Lê Gia Hân")
        self.press(KEY.Key_Space, CTRL)
        self.press(KEY.Key_F12)

    def close(self) -> None:
        """Give the register back."""
        self.beat.stop()
        self.rest()
        self.program.close()


def resident_mb() -> float:
    """Memory this process holds now."""
    words = Path("/proc/self/statm").read_text(encoding="ascii").split()
    return int(words[1]) * os.sysconf("SC_PAGE_SIZE") / 2**20


def counted(desk: Desk, task: str) -> int:
    """Keys of one task; the dossier must be in the register afterwards."""
    before, desk.keys = desk.counter.register.chips(), 0
    getattr(desk, task)()
    assert desk.counter.register.chips() != before, f"{task}: nothing was received"
    return desk.keys


def story(desk: Desk) -> None:
    """Every page once, a search, an act with its undo, receipts between."""
    desk.beat.begin()
    for page in (KEY.Key_F3, KEY.Key_F4, KEY.Key_F5, KEY.Key_F6, KEY.Key_F7, KEY.Key_F8, KEY.Key_F9):
        desk.press(page)
        desk.rest(150)
        desk.copy()
        desk.rest(150)
    desk.press(KEY.Key_F3)
    desk.press(KEY.Key_F, CTRL)
    desk.type("nguyen thi")
    desk.rest(400)
    desk.press(KEY.Key_Down)
    desk.rest(200)
    desk.press(KEY.Key_K)
    desk.rest(200)
    desk.press(KEY.Key_Z, CTRL)
    desk.rest(200)


def main(receipts: int, folder: Path | None) -> None:
    """Print the figures."""
    app = QApplication(["motcua"])
    with tempfile.TemporaryDirectory() as temporary:
        desk = Desk(folder or Path(temporary) / "data")
        desk.choose("sy")
        desk.scan()
        desk.press(KEY.Key_F12)
        print(f"keys, certified copy again   {counted(desk, 'copy'):6d}      (at most 8)")
        print(f"keys, birth with card scan   {counted(desk, 'birth'):6d}      (at most 30)")
        desk.choose("sy")
        desk.scan()
        desk.press(KEY.Key_F12)
        story(desk)
        print(f"event loop blocked, first    {desk.beat.longest()}")
        story(desk)
        print(f"event loop blocked, again    {desk.beat.longest()}; goal 100")
        desk.beat.stop()
        before, began = resident_mb(), time.perf_counter()
        for _n in range(receipts):
            desk.copy()
        taken = (time.perf_counter() - began) / receipts * 1000
        print(f"memory                       {before:6.0f} MB before, {resident_mb():.0f} MB after")
        print(f"growth over {receipts} receipts     {resident_mb() - before:6.1f} MB, {taken:.0f} ms each")
        desk.close()
    app.processEvents()


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 500, Path(sys.argv[2]) if len(sys.argv) > 2 else None)
