"""A paper inside the program: at its true size over the page, or as wide as the side panel."""

from __future__ import annotations

import errno
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QRect, QSize, Qt
from PySide6.QtGui import QColor, QImage, QImageReader, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from motcua_desktop.gui.printing import PagePicture, pictures
from motcua_desktop.gui.theme import colour, fixed, look, margins, px, spacing
from motcua_desktop.gui.widgets.bar import Bar
from motcua_desktop.gui.widgets.button import Button
from motcua_desktop.gui.widgets.side_panel import SidePanel
from motcua_desktop.gui.widgets.text import label, scrolled
from motcua_desktop.i18n import _

if TYPE_CHECKING:
    from motcua_desktop.gui.pages import PageContext

SCREEN_DPI, SHARP, GAP = 96, 2, 12
#: A picture is shown this wide at most: a page across can be read, a card is seen whole.
_PICTURE_MM = 240.0


class Sheets(QWidget):
    """Pages below one another on the page's ground; `fit` makes them as wide as the room, never larger."""

    def __init__(self, *, fit: bool = False) -> None:
        super().__init__()
        self._pages: list[PagePicture] = []
        self._fit = fit
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_pages(self, pages: Sequence[PagePicture]) -> None:
        """Show these pages."""
        self._pages = list(pages)
        self.updateGeometry()
        self.resize(self.width(), self.heightForWidth(self.width()))
        self.update()

    def _size(self, page: PagePicture, room: int) -> QSize:
        width = px(page.width_mm * SCREEN_DPI / 25.4)
        if self._fit:
            width = min(width, max(px(120), room))
        return QSize(width, round(width * page.height_mm / page.width_mm))

    def sizeHint(self) -> QSize:
        width = max((self._size(page, 10_000).width() for page in self._pages), default=px(200))
        return QSize(width if not self._fit else px(200), self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(120) if self._fit else self.sizeHint().width(), self.heightForWidth(self.width()))

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return sum(self._size(page, width).height() + px(GAP) for page in self._pages) + px(GAP)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        top = px(GAP)
        for page in self._pages:
            size = self._size(page, self.width())
            place = QRect((self.width() - size.width()) // 2, top, size.width(), size.height())
            painter.fillRect(place.adjusted(-1, -1, 1, 1), colour("line"))
            painter.fillRect(place, QColor("white"))
            drawn: QImage = page.image
            painter.drawImage(place, drawn)
            top += size.height() + px(GAP)


class PaperView(QFrame):
    """A paper at its true size over its parent: Esc closes, Enter or F12 prints where printing is offered.

    printing: sends it to the printer, and says why it could not; "" when it could.
    """

    def __init__(
        self,
        parent: QWidget,
        title: str,
        printing: Callable[[], str] | None = None,
        *,
        fit: bool = False,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("paper")
        self.setAccessibleName(title)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.sheets = Sheets(fit=fit)
        self._print = printing
        self._before = parent.window().focusWidget()
        layout = QVBoxLayout(self)
        margins(layout, 0, 0, 0, 0)
        spacing(layout, 0)
        layout.addWidget(self._head(title))
        self._trouble = Bar("warning", "")
        self._trouble.hide()
        layout.addWidget(self._trouble)
        self._area = scrolled(self.sheets)
        layout.addWidget(self._area, 1)
        parent.installEventFilter(self)
        QApplication.instance().installEventFilter(self)  # type: ignore[union-attr]
        look().dress(self)
        self.setGeometry(parent.rect())
        self.show()
        self.raise_()
        self.setFocus()

    def _head(self, title: str) -> QFrame:
        head = QHBoxLayout()
        margins(head, 24, 10, 24, 10)
        spacing(head, 8)
        head.addWidget(label(title, "title"))
        head.addStretch(1)
        if self._print:
            head.addWidget(Button(_("In"), self.print_paper, icon="printer", key="Enter", kind="main"))
        head.addWidget(Button(_("Đóng"), self.close_view, key="Esc"))
        made = QFrame()
        made.setProperty("kind", "head")
        made.setLayout(head)
        fixed(made, height=56)
        return made

    def print_paper(self) -> None:
        """Send it to the printer and close; what no printer takes stays to be read, and it is said why."""
        if self._print is None:
            return
        if why := self._print():
            self._trouble.say("warning", why)
            self._trouble.show()
        else:
            self.close_view()

    def close_view(self) -> None:
        """Close; the focus goes back."""
        QApplication.instance().removeEventFilter(self)  # type: ignore[union-attr]
        self.hide()
        if self._before is not None:
            self._before.setFocus()
        self.deleteLater()

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), colour("bg"))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """While it is open every key is its own: it listens before the window does."""
        kind = event.type()
        if kind == QEvent.Type.Resize and watched is self.parentWidget() and isinstance(watched, QWidget):
            self.setGeometry(watched.rect())
        if not self.isVisible() or not isinstance(event, QKeyEvent) or not isinstance(watched, QWidget):
            return False
        if watched.window() is not self.window():
            return False
        if kind == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return kind == QEvent.Type.KeyPress and self._pressed(event)

    def _pressed(self, event: QKeyEvent) -> bool:
        bar, key = self._area.verticalScrollBar(), event.key()
        steps = {
            Qt.Key.Key_Down: px(48),
            Qt.Key.Key_Up: -px(48),
            Qt.Key.Key_PageDown: bar.pageStep(),
            Qt.Key.Key_Space: bar.pageStep(),
            Qt.Key.Key_PageUp: -bar.pageStep(),
        }
        if key == Qt.Key.Key_Escape:
            self.close_view()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F12):
            self.print_paper()
        elif step := steps.get(Qt.Key(key)):
            bar.setValue(bar.value() + step)
        return key not in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab)


def show_pdf(parent: QWidget, context: PageContext, pdf: Path | bytes, title: str) -> PaperView:
    """Show a paper over `parent` at true size; it is drawn in the background."""
    printing = (lambda: _send(context, pdf)) if isinstance(pdf, Path) else None
    view = PaperView(parent, title, printing)
    _draw(view.sheets, context, pdf)
    return view


def _send(context: PageContext, pdf: Path) -> str:
    from motcua_desktop.gui.pages.telling import within

    if context.printing.send(pdf):
        return ""
    return _("Chưa có máy in. Giấy đã lưu ở {path}.").format(path=within(context, pdf))


def show_picture(parent: QWidget, context: PageContext, picture: Path, title: str) -> PaperView:
    """Show a picture over `parent`, as wide as there is room for."""
    view = PaperView(parent, title, fit=True)

    def look() -> list[PagePicture]:
        reader = QImageReader(str(picture))
        reader.setAutoTransform(True)  # a telephone turns its pictures by a mark, not by their dots
        image = reader.read()
        if image.isNull():
            raise OSError(errno.EIO, "", str(picture))
        return [PagePicture(image, _PICTURE_MM, _PICTURE_MM * image.height() / image.width())]

    context.tasks.ask(view.sheets, look, then=view.sheets.show_pages, words=_("Đang mở giấy"))
    return view


def show_in_panel(panel: SidePanel, context: PageContext, pdf: Path, title: str) -> None:
    """Show a paper in the side panel without taking the focus; Esc closes it."""
    focus = panel.window().focusWidget()
    sheets = Sheets(fit=True)
    again = Button(_("Xem cỡ thật"), lambda: show_pdf(panel.window(), context, pdf, title), icon="eye")
    panel.open_form(title, sheets, again)
    _draw(sheets, context, pdf)
    if focus is not None:
        focus.setFocus()


def _draw(sheets: Sheets, context: PageContext, pdf: Path | bytes) -> None:
    def look() -> list[PagePicture]:
        content = pdf if isinstance(pdf, bytes) else pdf.read_bytes()
        return list(pictures(context.counter.paper, content, SCREEN_DPI * SHARP))

    context.tasks.ask(sheets, look, then=sheets.show_pages, words=_("Đang mở giấy"))
