"""What must be done now: badge, bold line, grey line, a button with its digit."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, cast

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QWidget

from motcua_desktop.gui.theme import colour, font, px, width_of
from motcua_desktop.gui.theme.paint import frame, words, wrapped
from motcua_desktop.gui.widgets.badge import BadgeFace, paint_badge
from motcua_desktop.gui.widgets.key_cap import key_cap_width, paint_key_cap
from motcua_desktop.gui.widgets.rows import VALUE, QuietList, Rows

ROW_HEIGHT, BADGE_ROOM, LINE = 56, 128, 20
WORDS_LEFT = 16 + BADGE_ROOM + 12
_NO_LIMIT = 16_777_215  # Qt's own
_Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class WorkItem:
    """One task. `button` is the verb on its button; `subject` is whatever the page opens (an id)."""

    badge: BadgeFace
    title: str
    detail: str
    button: str
    subject: Any = None


class _Delegate(QStyledItemDelegate):
    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        view = cast("WorkList", option.widget)
        bold, grey = _lines(QRect(0, 0, view.viewport().width(), 0), index.data(VALUE), index.row())
        return QSize(px(320), px(ROW_HEIGHT + LINE * (len(bold) + len(grey) - 2)))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        rect: QRect = option.rect
        view = cast("WorkList", option.widget)
        item: WorkItem = index.data(VALUE)
        painter.save()
        here = view.hasFocus() and index.row() == view.currentIndex().row()
        if here or view.hovered == index.row():
            painter.fillRect(rect, colour("soft" if here else "surface2"))
        if here:
            painter.fillRect(QRect(rect.x(), rect.y(), px(3), rect.height()), colour("accent"))
        if index.row() < view.model().rowCount() - 1:
            painter.fillRect(QRect(rect.x(), rect.bottom(), rect.width(), 1), colour("line2"))
        paint_badge(painter, QRect(rect.x() + px(16), rect.y(), px(BADGE_ROOM), rect.height()), item.badge)
        button = button_place(rect, item, index.row())
        bold, grey = _lines(rect, item, index.row())
        top = rect.y() + (rect.height() - px(LINE) * (len(bold) + len(grey))) // 2
        line = QRect(rect.x() + px(WORDS_LEFT), top, _room(rect, item, index.row()) + 1, px(LINE))
        for shown in bold:
            words(painter, line, shown, font(bold=True))
            line.translate(0, px(LINE))
        for shown in grey:
            words(painter, line, shown, font(), "text2")
            line.translate(0, px(LINE))
        _paint_button(painter, button, item.button, index.row())
        painter.restore()


def _room(rect: QRect, item: WorkItem, row: int) -> int:
    """Width left for the words of a row."""
    return button_place(rect, item, row).left() - rect.x() - px(WORDS_LEFT + 8)


def _lines(rect: QRect, item: WorkItem, row: int) -> tuple[list[str], list[str]]:
    """The bold and the grey words; each goes on in a second line where it is long."""
    room = _room(rect, item, row)
    return wrapped(item.title, font(bold=True), room), wrapped(item.detail, font(), room)


def button_place(rect: QRect, item: WorkItem, row: int) -> QRect:
    """Where the button of a row stands."""
    width = width_of(item.button) + px(22)
    width += key_cap_width("9") + px(8) if row < 9 else 0
    height = px(32)
    return QRect(rect.right() + 1 - px(16) - width, rect.y() + (rect.height() - height) // 2, width, height)


def _paint_button(painter: QPainter, rect: QRect, shown: str, row: int) -> None:
    frame(painter, rect, colour("surface"), colour("line"))
    words(painter, rect.adjusted(px(10), 0, 0, 0), shown, font(), elide=False)
    if row < 9:
        paint_key_cap(painter, rect.right() + 1 - px(10), rect.center().y() + 1, str(row + 1))


class WorkList(QuietList):
    """Rows open on click, Enter or their digit (while the list has the focus). `opened(item)`."""

    opened = Signal(object)

    def __init__(self, name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(name, parent)
        self.hovered = -1
        self._whole = False
        self._rows = Rows(lambda item: f"{item.badge.words}, {item.title}. {item.detail}", self)
        self.setModel(self._rows)
        self.setItemDelegate(_Delegate(self))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.clicked.connect(lambda index: self.opened.emit(index.data(VALUE)))

    def set_items(self, items: Sequence[WorkItem]) -> None:
        """Show these; the current row stays at its place."""
        row = self.currentIndex().row()
        self._rows.show(items)
        if items:
            self.setCurrentIndex(self._rows.index(max(0, min(row, len(items) - 1))))

    def show_whole(self, whole: bool) -> None:
        """Be only as high as the rows are; else fill the room there is and scroll."""
        self._whole = whole
        self._fit()

    def _fit(self) -> None:
        rows = sum(self.sizeHintForRow(row) for row in range(len(self._rows.values)))
        self.setMinimumHeight(rows if self._whole else 0)
        self.setMaximumHeight(rows if self._whole else _NO_LIMIT)

    def open_number(self, number: int) -> bool:
        """Open the task with this digit (1–9); False when there is none."""
        if not 1 <= number <= len(self._rows.values):
            return False
        self.opened.emit(self._rows.values[number - 1])
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self.opened.emit(self.currentIndex().data(VALUE))
        elif len(event.text()) == 1 and event.text() in "123456789" and self.open_number(int(event.text())):
            event.accept()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: Any) -> None:
        super().focusInEvent(event)
        self.viewport().update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        row = self.indexAt(event.position().toPoint()).row()
        if row != self.hovered:
            self.hovered = row
            self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()  # other rows wrap at another width
        if self._whole:
            self._fit()

    def leaveEvent(self, event: Any) -> None:
        self.hovered = -1
        self.viewport().update()
