"""The counter behind the window, loaded only once the window is painted."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from motcua_desktop import paths

if TYPE_CHECKING:
    from motcua_desktop.counter.counter import Counter

DEMO_FOLDER = "dung-thu"


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
