"""Files in a small list: a bold name, a grey line below; as tall as its rows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, cast

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter
from PySide6.QtWidgets import QSizePolicy, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from motcua_desktop.gui.theme import colour, font, paint_icon, px
from motcua_desktop.gui.theme.paint import words
from motcua_desktop.gui.widgets.rows import VALUE, QuietList, Rows

ROW, LINE, ICON = 46, 20, 16
_Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class FileLine:
    """One file. `subject` is whatever the page opens."""

    title: str
    detail: str
    icon: str
    subject: Any = None


class FileList(QuietList):
    """Enter or a double click: `opened(subject)`; Del: `dropped(subject)`. A letter typed here is none of its
    own: `strayed(letter)`."""

    opened = Signal(object)
    dropped = Signal(object)
    strayed = Signal(str)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(name, parent)
        self._rows = Rows(lambda line: f"{line.title}, {line.detail}", self)
        self.setModel(self._rows)
        self.setItemDelegate(_Delegate(self))
        self.setUniformItemSizes(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.doubleClicked.connect(lambda index: self.opened.emit(index.data(VALUE).subject))

    def show_lines(self, lines: Sequence[FileLine]) -> None:
        """Replace the rows, keeping the current one by its place."""
        at = max(0, self.currentIndex().row())
        self._rows.show(lines)
        self.setVisible(bool(lines))
        if lines:
            self.setCurrentIndex(self._rows.index(min(at, len(lines) - 1)))
        self.updateGeometry()

    @property
    def lines(self) -> list[FileLine]:
        """The rows as they stand."""
        return list(self._rows.values)

    def sizeHint(self) -> QSize:
        return QSize(px(200), px(ROW) * len(self._rows.values))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(160), self.sizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        text, index = event.text(), self.currentIndex()
        plain = not event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and index.isValid():
            self.opened.emit(index.data(VALUE).subject)
        elif event.key() == Qt.Key.Key_Delete and index.isValid():
            self.dropped.emit(index.data(VALUE).subject)
        elif len(text) == 1 and text.isalnum() and plain:
            self.strayed.emit(text)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()


class _Delegate(QStyledItemDelegate):
    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        return QSize(px(160), px(ROW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        rect: QRect = option.rect
        view, line = cast("FileList", option.widget), index.data(VALUE)
        painter.save()
        if view.hasFocus() and index.row() == view.currentIndex().row():
            painter.fillRect(rect, colour("soft"))
            painter.fillRect(QRect(rect.x(), rect.y(), px(3), rect.height()), colour("accent"))
        top = rect.y() + (rect.height() - 2 * px(LINE)) // 2
        paint_icon(
            painter,
            QRect(rect.x() + px(12), top, px(ICON), px(LINE)),
            line.icon,
            "accent",
            ICON,
        )
        left = rect.x() + px(12 + ICON + 10)
        place = QRect(left, top, rect.right() - left - px(8), px(LINE))
        words(painter, place, line.title, font(bold=True))
        words(painter, place.translated(0, px(LINE)), line.detail, font(), "text2")
        painter.fillRect(QRect(rect.x(), rect.bottom(), rect.width(), 1), colour("line2"))
        painter.restore()
