"""What is loaded only once the window is painted: the counter behind it, the words it then needs, and the
pages not yet in sight."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from motcua_desktop import paths

if TYPE_CHECKING:
    from motcua_desktop.counter.counter import Counter
    from motcua_desktop.gui.main_window import MainWindow

DEMO_FOLDER = "dung-thu"
#: What the window needs once it has a counter, and does not before it is painted.
_BEHIND = ("frame_words", "daily_copy", "reminders", "reprint", "printing", "pages.home")
#: In the order they are likely to be wanted.
_TO_BUILD = ("intake", "register", "dossier", "due", "letters", "handover", "reports", "calendar", "settings")
#: Loaded only: this page counts over the whole register once it is built.
_TO_LOAD = ("gui.pages.sync", "counter.letters", "counter.exchange", "counter.reports")


def open_late(folder: Path) -> Counter:
    """The counter of a data folder. Raises what `open_counter` raises."""
    from motcua_desktop.counter.counter import open_counter

    for module in _BEHIND:
        import_module(f"motcua_desktop.gui.{module}")
    return open_counter(folder)


def explain(error: Exception) -> str:
    """The sentence for an error that no page took."""
    from motcua_desktop.say import say

    return say(error)


def open_demo(folder: Path) -> Counter:
    """The counter of the demonstration folder, played first when there is none."""
    from motcua_desktop.counter.demonstration import play

    if not paths.database(folder).exists():
        play(folder).close()
    return open_late(folder)


def prepare_pages(window: MainWindow, done: Callable[[], object]) -> None:
    """Load and build the other pages while nothing else is asked, so that the first visit of one is quick.

    One step at a time, none of which stops the window for long: what the officer does in between goes first.
    """
    waiting = [*((f"gui.pages.{page}", page) for page in _TO_BUILD), *((module, "") for module in _TO_LOAD)]

    def load_next() -> None:
        if not waiting:
            done()
        else:
            module, page = waiting.pop(0)
            name = f"motcua_desktop.{module}"
            window.tasks.ask(window, import_module, name, then=lambda _module: build(page), quiet=True)

    def build(page: str) -> None:
        if page:
            window.pages.build(page)
        window.tasks.ask(window, _let_others_first, then=lambda _nothing: dress(page), quiet=True)

    def dress(page: str) -> None:
        window.pages.dress(page)
        load_next()

    load_next()


def _let_others_first() -> None:
    """A step on the way: what was asked meanwhile is answered before the next."""
