"""The window opened and closed by itself, for `motcua --self-test`."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication

from motcua_desktop.gui.app import CounterWindow
from motcua_desktop.i18n import _


def open_and_close(folder: Path, limit_ms: int = 30_000) -> str:
    """Open the window, wait for its first page, close it; says what was seen (`motcua --self-test`).

    Raises the error that kept the register shut, TimeoutError when nothing stood after `limit_ms`.
    """
    app = QApplication.instance() or QApplication(["motcua"])
    assert isinstance(app, QApplication)
    desk, loop, limit = CounterWindow(folder), QEventLoop(), QTimer(singleShot=True, interval=limit_ms)
    troubles: list[Exception] = []
    desk.ready.connect(loop.quit)
    desk.refused.connect(troubles.append)
    desk.refused.connect(loop.quit)
    limit.timeout.connect(loop.quit)
    limit.start()
    desk.show()
    loop.exec()
    seen = desk.window.page.title if desk.window.pages.key else ""
    desk.close()
    if troubles:
        raise troubles[0]
    if not seen:
        raise TimeoutError(_("cửa sổ không mở trong {n} giây").format(n=limit_ms // 1000))
    return f"{seen} ({app.platformName()})"
