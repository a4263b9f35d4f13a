"""The pictures of `docs/screens`, taken of the real window on a played demo day.

python -m tests.screens [FOLDER]        offscreen; FOLDER defaults to docs/screens
"""

from __future__ import annotations

import os
import sys
import tempfile
from datetime import date
from pathlib import Path

os.environ["QT_QPA_PLATFORM"] = "offscreen"
os.environ["MOTCUA_NOW"] = "2026-11-20T16:05:00"
os.environ["MOTCUA_LANG"] = "vi"

ROOT = Path(__file__).resolve().parent.parent
PAGES = "home intake register due letters handover sync reports calendar settings help".split()
SIZE = (1366, 740)


def main(folder: Path) -> None:
    """Play a day, open the window on it and keep a picture of every page, Home also in dark."""
    from PySide6.QtWidgets import QApplication

    from motcua_desktop.counter.demonstration import play
    from motcua_desktop.gui.app import CounterWindow
    from motcua_desktop.gui.theme import look

    folder.mkdir(parents=True, exist_ok=True)
    app = QApplication(["motcua"])
    with tempfile.TemporaryDirectory() as temporary:
        data = Path(temporary) / "demo"
        play(data, dossiers=400, day=date(2026, 11, 20)).close()
        look().set(mode="light")
        desk = CounterWindow(data)
        desk.show()
        desk.window.showNormal()  # the screenless platform has a small screen, which the window fills
        desk.window.resize(*SIZE)
        _settle(app, desk)
        for number, page in enumerate(PAGES, start=1):
            desk.window.go(page)
            _settle(app, desk)
            if page == "intake":
                _fill_intake(app, desk)
            _keep(desk, folder / f"{number:02d}-{page}.png")
        desk.window.go("dossier", desk.counter.register.newest(1)[0].id)
        _settle(app, desk)
        _keep(desk, folder / "13-dossier.png")
        look().set(mode="dark")
        desk.window.go("home")
        _settle(app, desk)
        _keep(desk, folder / f"{len(PAGES) + 1:02d}-home-dark.png")
        desk.window.pages.built["intake"].start_anew()  # type: ignore[attr-defined]  # else leaving asks
        desk.close()
        look().set(mode="light")
        desk = CounterWindow(Path(temporary) / "new")
        desk.show()
        desk.window.showNormal()
        desk.window.resize(*SIZE)
        _settle(app, desk)
        _keep(desk, folder / "14-first-run.png")
        desk.close()


def _settle(app: object, desk: object, ms: int = 700) -> None:
    """Let everything asked for arrive and be painted; what is typed is looked up after a short rest."""
    from PySide6.QtCore import QElapsedTimer

    timer = QElapsedTimer()
    timer.start()
    while not timer.hasExpired(ms):
        app.processEvents()  # type: ignore[attr-defined]
        desk.window.tasks.wait_idle(2000)  # type: ignore[attr-defined]


def _fill_intake(app: object, desk: object) -> None:
    """A birth registration as it looks just before F12."""
    from PySide6.QtCore import Qt
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QApplication

    QTest.keyClicks(QApplication.focusWidget(), "ks")
    _settle(app, desk)
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    _settle(app, desk)
    card = "051197001234||Nguyễn Thị Thu Thảo|14031997|Nữ|Thôn Tây An Hải, đặc khu Lý Sơn|01012022"
    desk.window.take_scan(card)  # type: ignore[attr-defined]
    _settle(app, desk)
    focus = QApplication.focusWidget()
    QTest.keyClick(focus, Qt.Key.Key_Space, Qt.KeyboardModifier.ControlModifier)
    _settle(app, desk)


def _keep(desk: object, path: Path) -> None:
    window = desk.window  # type: ignore[attr-defined]
    window.grab().save(str(path))
    print(path.name)


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "docs" / "screens")
