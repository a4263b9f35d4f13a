"""Lists that float over the page: painted rows, a shadow, and the one below a field that is typed in."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, cast

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import (
    QFrame,
    QGraphicsDropShadowEffect,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from motcua_desktop.gui.theme import colour, look, margins, px
from motcua_desktop.gui.theme.paint import frame
from motcua_desktop.gui.widgets.rows import VALUE, QuietList, Rows

_Index = QModelIndex | QPersistentModelIndex
Paint = Callable[[QPainter, QRect, Any], object]
Height = int | Callable[[Any], int]
"""Of a row, unscaled: the same for all, or what a value needs."""


def lift(widget: QWidget) -> None:
    """The soft shadow of what lies over the page."""
    shadow = QGraphicsDropShadowEffect(widget)
    shadow.setBlurRadius(16)
    shadow.setOffset(0, 4)
    shadow.setColor(QColor(0, 0, 0, 41))
    widget.setGraphicsEffect(shadow)


class RowDelegate(QStyledItemDelegate):
    """The current row is tinted and has the accent edge, `paint_row` draws the rest."""

    def __init__(self, row: Height, paint_row: Paint, parent: QObject) -> None:
        super().__init__(parent)
        self._row, self._paint_row = row, paint_row

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        return QSize(px(200), px(height_of(self._row, index.data(VALUE))))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        rect: QRect = option.rect
        view = cast("QuietList", option.widget)
        painter.save()
        if index.row() == view.currentIndex().row():
            frame(painter, rect, colour("soft"), None)
            edge = QRect(rect.x(), rect.y() + px(8), px(3), rect.height() - px(16))
            painter.fillRect(edge, colour("accent"))
        self._paint_row(painter, rect, index.data(VALUE))
        painter.restore()


def height_of(row: Height, value: Any) -> int:
    """How high the row of a value is, unscaled."""
    return row if isinstance(row, int) else row(value)


class DropList(QFrame):
    """A child of the window below a field that keeps focus and keyboard. `picked(value)` on a click.

    row: height of a row, wide: least width, most: rows in sight at once. `inner`: width of a row in pixels.
    """

    picked = Signal(object)

    def __init__(
        self,
        parent: QWidget,
        name: str,
        spoken: Callable[[Any], str],
        paint_row: Paint,
        *,
        row: Height = 36,
        wide: int = 460,
        most: int = 8,
    ) -> None:
        super().__init__(parent)
        self.setProperty("kind", "card")
        self._row, self._wide, self.most = row, wide, most
        self.inner = 0
        self.list = QuietList(name)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.rows = Rows(spoken, self)
        self.list.setModel(self.rows)
        self.list.setItemDelegate(RowDelegate(row, paint_row, self.list))
        self.list.clicked.connect(lambda index: self.picked.emit(index.data(VALUE)))
        layout = QVBoxLayout(self)
        margins(layout, 4, 4, 4, 4)
        layout.addWidget(self.list)
        lift(self)
        look().dress(self)
        self.hide()

    def show_below(
        self, field: QWidget, values: Sequence[Any], *, marked: bool = True, room: int = 0
    ) -> None:
        """List under the field, above it where there is more room; the first is `marked` or none. `room`:
        pixels the longest row needs, for which the list begins before a narrow field at the window's edge.
        Nothing to list hides it."""
        if not values:
            self.rows.show(values)
            self.hide()
            return
        around = self.window()
        at = field.mapTo(around, QPoint(0, field.height() + px(4)))
        at.setX(max(px(16), min(at.x(), around.width() - px(16) - max(room, field.width()))))
        width = min(max(field.width(), px(self._wide)), around.width() - at.x() - px(16))
        self.inner = width - px(8) - 2 - self.list.verticalScrollBar().sizeHint().width()
        self.rows.show(values)
        self.list.setCurrentIndex(self.rows.index(0) if marked else QModelIndex())
        height = sum(px(height_of(self._row, value)) for value in values[: self.most]) + px(8) + 2
        below, above = around.height() - at.y() - px(8), at.y() - field.height() - px(16)
        if height > below and above > below:
            height = min(height, above)
            at.setY(at.y() - height - field.height() - px(8))
        self.setGeometry(at.x(), at.y(), width, min(height, max(below, above)))
        self.show()
        self.raise_()

    @property
    def current(self) -> Any:
        """The value Enter would take, None when none is marked."""
        return self.list.currentIndex().data(VALUE)

    def move_by(self, step: int) -> None:
        """Up and down, staying inside."""
        row = min(len(self.rows.values) - 1, max(0, self.list.currentIndex().row() + step))
        self.list.setCurrentIndex(self.rows.index(row))
