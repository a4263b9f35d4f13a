"""File dialogs: they begin on a plugged-in stick, where the last file was, or among the documents."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QWidget

from motcua_desktop.gui import file_dialog
from motcua_desktop.gui.file_dialog import Want
from motcua_desktop.i18n import _

if TYPE_CHECKING:
    from motcua_desktop.gui.pages import PageContext

_LAST = "files/last"
EXCEL = "Excel (*.xlsx)"


def first_folder(context: PageContext) -> Path:
    """Where a dialog begins: a stick that can be written, else the folder of last time, else the documents.

    Never the folder the program was started in, which nobody at a counter knows, nor the one of the register,
    where there is nothing to choose.
    """
    for stick in context.counter.exchange.sticks():
        if stick.writable:
            return stick.path
    last = context.settings.text(_LAST)
    documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    return next((Path(one) for one in (last, documents) if one and Path(one).is_dir()), Path.home())


def save_file(parent: QWidget, context: PageContext, title: str, name: str, kinds: str = "") -> Path | None:
    """Ask where a file called `name` goes; None when nobody wants it. Its ending is
    added if it was left out."""
    return save_as(parent, context, title, name, [kinds])[0]


def save_as(
    parent: QWidget, context: PageContext, title: str, name: str, kinds: Sequence[str]
) -> tuple[Path | None, int]:
    """The same where the officer may choose what goes into the file: which of `kinds` was chosen."""
    start = first_folder(context) / name
    chosen, kind = file_dialog.ask(parent, title, start, ";;".join(kinds), Want.SAVE)
    number = kinds.index(kind) if kind in kinds else 0
    if not chosen:
        return None, number
    path = chosen[0]
    ended = path.with_name(path.name + Path(name).suffix)
    # Only the name that was typed has been asked about: another file is never written over.
    return _remember(context, path if path.suffix or ended.exists() else ended), number


def open_file(parent: QWidget, context: PageContext, title: str, kinds: str = "") -> Path | None:
    """Ask for a file to read."""
    chosen, _kind = file_dialog.ask(parent, title, first_folder(context), _or_any(kinds))
    return _remember(context, chosen[0]) if chosen else None


def open_files(
    parent: QWidget, context: PageContext, title: str, kinds: str = "", start: Path | None = None
) -> list[Path]:
    """Ask for files to read, `start` being the folder to begin in; none when nobody wants any."""
    begin = start if start is not None and start.is_dir() else first_folder(context)
    chosen, _kind = file_dialog.ask(parent, title, begin, _or_any(kinds), Want.FILES)
    if chosen and start is None:
        _remember(context, chosen[0])
    return chosen


def choose_folder(parent: QWidget, context: PageContext, title: str) -> Path | None:
    """Ask for a folder."""
    chosen, _kind = file_dialog.ask(parent, title, first_folder(context), want=Want.FOLDER)
    return chosen[0] if chosen else None


def _or_any(kinds: str) -> str:
    any_file = _("Mọi tệp") + " (*)"
    return f"{kinds};;{any_file}" if kinds else ""


def _remember(context: PageContext, path: Path) -> Path:
    context.settings.put(_LAST, str(path.parent))
    return path
