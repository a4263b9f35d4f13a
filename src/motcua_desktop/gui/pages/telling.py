"""How a page tells: toasts, bars, papers. The window is whatever the page stands in."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from motcua_desktop.gui.main_window import MainWindow
from motcua_desktop.gui.pages import PageContext
from motcua_desktop.gui.widgets.bar import Bar
from motcua_desktop.gui.widgets.button import Button
from motcua_desktop.i18n import _


def tell(page: QWidget, words: str, undo: Callable[[], object] | None = None, *, kind: str = "good") -> None:
    """A toast, with an undo if there is one."""
    window = page.window()
    if isinstance(window, MainWindow):
        window.say(words, undo, kind=kind)


def tell_aside(page: QWidget, words: str) -> None:
    """A toast that leaves Ctrl+Z with what it took back before."""
    window = page.window()
    if isinstance(window, MainWindow):
        window.toast.say(words, "", None, kind="info")


def keep_undo(page: QWidget, words: str, undo: Callable[[], object]) -> None:
    """Let Ctrl+Z take back what the page itself tells in a bar: a screen reader hears `words`, no toast says
    them a second time."""
    window = page.window()
    if isinstance(window, MainWindow):
        window.say(words, undo)
        window.toast.hide()


def offer_undo(page: QWidget, words: str) -> None:
    """Show in the status bar what can still be undone, "" while the page itself offers it."""
    window = page.window()
    if isinstance(window, MainWindow) and window.can_undo:
        window.status.set_undo(words)


def undo_last(page: QWidget) -> None:
    """What Ctrl+Z does, for a button on the page."""
    window = page.window()
    if isinstance(window, MainWindow):
        window.undo()


def can_undo(page: QWidget) -> bool:
    """Whether the window still holds an act that Ctrl+Z takes back."""
    window = page.window()
    return isinstance(window, MainWindow) and window.can_undo


def keys_are_listed(page: QWidget) -> bool:
    """Whether the list of all keys ("?") stands open over the page."""
    window = page.window()
    return isinstance(window, MainWindow) and window.keys_box.isVisible()


def tell_trouble(page: QWidget, sentence: str, kind: str = "error", *action: QWidget) -> None:
    """A bar over the page: what happened, what is safe, what to do (`action`: a button)."""
    window = page.window()
    if isinstance(window, MainWindow):
        window.show_bar(kind, sentence, *action)


def take_back(page: QWidget, sentence: str) -> None:
    """Close the bar that says this: what it spoke of is no longer in hand. Another bar stays."""
    window = page.window()
    if isinstance(window, MainWindow):
        closed = Qt.WidgetAttribute.WA_WState_ExplicitShowHide  # one just made is not in sight yet
        bars = [bar for bar in window.findChildren(Bar) if bar.isVisible() or not bar.testAttribute(closed)]
        if sentence and any(sentence in bar.accessibleName() for bar in bars):
            window.clear_bars()


def print_paper(page: QWidget, context: PageContext, path: Path | None, *, asked: bool = False) -> None:
    """Send a paper to the printer; without one the bar says where it lies and opens it.

    A desk that only saves a form prints it where somebody `asked` for it.
    """
    if path is None:
        return
    printing = context.printing
    if not (printing.send if asked else printing.offer)(path):
        look = Button(
            _("Mở giấy"), lambda: show_paper(page, context, path, path.name), kind="link", small=True
        )
        words = _("Chưa có máy in. Giấy đã lưu ở {path}.").format(path=within(context, path))
        tell_trouble(page, words, "warning", look)


def within(context: PageContext, path: Path) -> str:
    """Where a paper lies, as seen from the office's folder."""
    folder = context.counter.folder
    return path.relative_to(folder).as_posix() if path.is_relative_to(folder) else str(path)


def send_paper(context: PageContext, path: Path, form: str) -> str:
    """Send a form that was just made to its printer; the sentence says what became of it."""
    printing, where = context.printing, within(context, path).rpartition("/")[0]
    if not printing.offer(path):
        return _("Chưa có máy in, giấy lưu ở {path}.").format(path=where)
    if context.settings.only_saves(form):
        return _("Chỉ lưu, chưa in; giấy ở {path}.").format(path=where)
    return _("Đang in ở máy {printer}.").format(printer=printing.printer(path))


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
