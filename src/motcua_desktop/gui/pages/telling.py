"""How a page tells: toasts, bars, papers. The window is whatever the page stands in."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QWidget

from motcua_desktop.gui.main_window import MainWindow
from motcua_desktop.gui.pages import PageContext
from motcua_desktop.i18n import _


def tell(page: QWidget, words: str, undo: Callable[[], object] | None = None, *, kind: str = "good") -> None:
    """A toast, with an undo if there is one."""
    window = page.window()
    if isinstance(window, MainWindow):
        window.say(words, undo, kind=kind)


def tell_trouble(page: QWidget, sentence: str, kind: str = "error") -> None:
    """A bar over the page: what happened, what is safe, what to do."""
    window = page.window()
    if isinstance(window, MainWindow):
        window.show_bar(kind, sentence)


def print_paper(page: QWidget, context: PageContext, path: Path | None) -> None:
    """Send a paper to the printer; without one it is shown, and the bar says where it lies."""
    if path is None:
        return
    if not context.printing.send(path):
        tell_trouble(page, _("Chưa có máy in. Giấy đã lưu ở {path}.").format(path=path), "warning")


def show_paper(page: QWidget, context: PageContext, path: Path, title: str) -> None:
    """Show a paper at its true size."""
    try:
        from motcua_desktop.gui.paper_view import show_pdf
    except ImportError:
        from PySide6.QtCore import QUrl
        from PySide6.QtGui import QDesktopServices

        QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
        return
    show_pdf(page.window(), context, path, title)
