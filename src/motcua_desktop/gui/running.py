"""The program with its window, from the first picture to the exit code."""

from __future__ import annotations

import gc
import sys
from pathlib import Path

from PySide6.QtWidgets import QApplication

from motcua_desktop.gui import qt_vietnamese
from motcua_desktop.gui.app import CounterWindow


def open_window(folder: Path) -> int:
    """Show the window on a data folder until it is closed; the exit code of the program."""
    app = QApplication.instance() or QApplication(["motcua"])
    assert isinstance(app, QApplication)
    app.setApplicationName("motcua")
    desk = CounterWindow(folder)
    qt_vietnamese.install(app)
    # What stands after the start stays until the end: looking through all of it for what nobody needs any
    # more would stop the window for 150 ms now and then.
    desk.prepared.connect(gc.freeze)
    desk.show()
    before = sys.excepthook
    sys.excepthook = desk.tell_fault
    try:
        return app.exec()
    finally:
        sys.excepthook = before
        desk.close()
