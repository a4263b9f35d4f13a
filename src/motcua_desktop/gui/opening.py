"""The counter behind the window, loaded only once the window is painted."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from motcua_desktop import paths
from motcua_desktop.gui.tasks import Tasks

if TYPE_CHECKING:
    from motcua_desktop.counter.counter import Counter

DEMO_FOLDER = "dung-thu"
#: In the order they are likely to be wanted.
_LATER = (
    *(f"gui.pages.{page}" for page in ("intake", "register", "dossier", "due", "letters", "handover")),
    *(f"counter.{area}" for area in ("letters", "exchange", "reports")),
    *(f"gui.pages.{page}" for page in ("sync", "reports", "calendar", "settings")),
)


def open_late(folder: Path) -> Counter:
    """The counter of a data folder. Raises what `open_counter` raises."""
    from motcua_desktop.counter.counter import open_counter

    return open_counter(folder)


def open_demo(folder: Path) -> Counter:
    """The counter of the demonstration folder, played first when there is none."""
    from motcua_desktop.counter.demonstration import play

    if not paths.database(folder).exists():
        play(folder).close()
    return open_late(folder)


def bring_modules(tasks: Tasks, owner: QObject) -> None:
    """Load what the other pages need while nothing else is asked, so that the first visit of one is quick.

    One module at a time: whatever the officer asks for in between goes first.
    """
    waiting = list(_LATER)

    def next_one(_module: object = None) -> None:
        if waiting:
            tasks.ask(owner, import_module, f"motcua_desktop.{waiting.pop(0)}", then=next_one)

    next_one()
