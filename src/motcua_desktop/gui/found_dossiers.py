"""Dossiers as lines of the command box."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from typing import TYPE_CHECKING, Any

from motcua_desktop.domain.dossier import DossierLine
from motcua_desktop.domain.query import Query
from motcua_desktop.gui.pages.row_state import short_procedure
from motcua_desktop.gui.widgets.command_box import Entry

if TYPE_CHECKING:
    from motcua_desktop.counter.counter import Counter
    from motcua_desktop.gui.main_window import MainWindow

SHOWN = 8


def find(window: MainWindow, counter: Counter, words: str, show: Callable[[list[Entry]], None]) -> None:
    """Look for the nearest dossiers and show their entries when they are found."""
    window.tasks.ask(
        window,
        found,
        counter,
        words,
        then=lambda lines: show(entries(lines, window.go)),
        name="find",
    )


def found(counter: Counter, words: str) -> tuple[DossierLine, ...]:
    """The nearest dossiers for what was typed."""
    return counter.register.window(Query(words=words), 0, SHOWN)


def entries(lines: Iterable[DossierLine], go: Callable[[str, Any], object]) -> list[Entry]:
    """One line for each dossier; it opens the dossier in the register."""
    return [
        Entry(
            "file-text",
            line.applicant,
            f"{line.short_code} · {short_procedure(line.procedure)}",
            partial(go, "register", line.code),
        )
        for line in lines
    ]
