"""The file dialog, which opens no file it only lists.

Qt's own dialog looks into files to find their kind. Where POSIX locks are used, closing any handle of a file
drops every lock the process has on it: a look at `motcua.db-shm` took SQLite's locks away, another program on
the same folder then believed itself alone and removed the log the window was still writing to, and what had
been acknowledged was lost.
"""

from __future__ import annotations

from enum import Enum
from pathlib import Path

from PySide6.QtCore import QDir, QFileInfo
from PySide6.QtGui import QAbstractFileIconProvider, QIcon
from PySide6.QtWidgets import QFileDialog, QFileIconProvider, QWidget


class Want(Enum):
    """What is asked for."""

    FILE = "file"
    FILES = "files"
    SAVE = "save"
    FOLDER = "folder"


_MODES = {
    Want.FILE: QFileDialog.FileMode.ExistingFile,
    Want.FILES: QFileDialog.FileMode.ExistingFiles,
    Want.SAVE: QFileDialog.FileMode.AnyFile,
    Want.FOLDER: QFileDialog.FileMode.Directory,
}


class _NamesOnly(QFileIconProvider):
    """Knows a file by its name alone. Qt asks it on a thread of its own."""

    def icon(self, what: QFileInfo | QAbstractFileIconProvider.IconType) -> QIcon:
        kinds = QAbstractFileIconProvider.IconType
        if isinstance(what, QFileInfo):
            what = kinds.Folder if what.isDir() else kinds.File
        return super().icon(what)

    def type(self, info: QFileInfo) -> str:
        return "" if info.isDir() else info.suffix().upper()


def ask(
    parent: QWidget | None, title: str, start: Path, kinds: str = "", want: Want = Want.FILE
) -> tuple[list[Path], str]:
    """Ask for files or a folder: what was chosen ([] for nothing), and which of `kinds` it was chosen by.

    start: the folder to begin in, or a file in it that is proposed.
    """
    dialog, icons = _made(parent, title, kinds, want), _NamesOnly()
    try:
        _begin(dialog, icons, start)
        chosen = [Path(one) for one in dialog.selectedFiles()] if dialog.exec() else []
        return chosen, dialog.selectedNameFilter()
    finally:
        _let_go(dialog, icons)


_leaving: list[tuple[QFileDialog, QFileIconProvider]] = []


def _let_go(dialog: QFileDialog, icons: QFileIconProvider) -> None:
    """Leave the end to the event loop: it waits for the listing thread, which may be asking Python for an
    icon, without holding Python itself."""
    pair = (dialog, icons)
    _leaving.append(pair)
    dialog.destroyed.connect(lambda: _leaving.remove(pair))
    dialog.deleteLater()


def _made(parent: QWidget | None, title: str, kinds: str, want: Want) -> QFileDialog:
    """The dialog, still at the root of the disk: it lists nothing of ours before it knows how to."""
    dialog = QFileDialog(parent, title, QDir.rootPath(), kinds)
    dialog.setFileMode(_MODES[want])
    dialog.setOption(QFileDialog.Option.ShowDirsOnly, want is Want.FOLDER)
    if want is Want.SAVE:
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    return dialog


def _begin(dialog: QFileDialog, icons: QFileIconProvider, start: Path) -> None:
    """Go to where it starts."""
    dialog.setIconProvider(icons)
    if start.is_dir():
        dialog.setDirectory(str(start))
    else:
        dialog.setDirectory(str(start.parent))
        dialog.selectFile(start.name)
