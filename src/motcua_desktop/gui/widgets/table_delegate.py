"""Paints one cell of a table: badge, marked hits, selected edge, tick, elided words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QHelpEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QToolTip,
)

from motcua_desktop.gui.table_model import CELL, ROW, TICK, Cell, Column, Group
from motcua_desktop.gui.theme import colour, font, look, px, width_of
from motcua_desktop.gui.theme.paint import words
from motcua_desktop.gui.widgets.badge import badge_width, paint_badge
from motcua_desktop.gui.widgets.highlight import hits
from motcua_desktop.gui.widgets.inputs import BOX, paint_check

if TYPE_CHECKING:
    from motcua_desktop.gui.widgets.table import Table

ROW_HEIGHT, PAD, NARROWEST = 36, 12, 72
TICK_ROOM = BOX + 12
_Index = QModelIndex | QPersistentModelIndex


class TableDelegate(QStyledItemDelegate):
    """Paints one cell."""

    def __init__(self, table: Table) -> None:
        super().__init__(table)
        self._table = table
        self.search = ""

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        return QSize(px(NARROWEST), px(ROW_HEIGHT))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        rect: QRect = option.rect
        row = index.data(ROW)
        painter.save()
        if isinstance(row, Group):
            self._paint_group(painter, rect, row)
        else:
            self._paint_ground(painter, rect, index)
            cell = index.data(CELL)
            if isinstance(cell, Cell):
                self._paint_cell(painter, self._inside(rect, index, cell.column), index, cell)
        painter.restore()

    def _paint_group(self, painter: QPainter, rect: QRect, row: Group) -> None:
        painter.fillRect(rect, colour("surface2"))
        self._paint_line(painter, rect)
        inner = rect.adjusted(px(PAD), 0, -px(PAD), 0)
        used = words(painter, inner, row.words, font(bold=True), row.tint)
        words(painter, inner.adjusted(used + px(8), 0, 0, 0), row.aside, font(), "text3")

    def _paint_ground(self, painter: QPainter, rect: QRect, index: _Index) -> None:
        chosen = index.row() == self._table.currentIndex().row()
        picked = self._table.selectionModel().isSelected(index)
        if chosen or picked:
            painter.fillRect(rect, colour("soft"))
        elif index.row() == self._table.hovered:
            painter.fillRect(rect, colour("surface2"))
        self._paint_line(painter, rect)
        if chosen and index.column() == self._table.first_shown():
            painter.fillRect(QRect(rect.x(), rect.y(), px(3), rect.height()), colour("accent"))
        if chosen and self._table.hasFocus():  # an edge tells the list in hand from one that only shows
            for top in (rect.y(), rect.bottom() + 1 - px(2)):
                painter.fillRect(QRect(rect.x(), top, rect.width(), px(2)), colour("accent"))

    def _paint_line(self, painter: QPainter, rect: QRect) -> None:
        painter.fillRect(QRect(rect.x(), rect.bottom(), rect.width(), 1), colour("line2"))

    def _inside(self, rect: QRect, index: _Index, column: Column) -> QRect:
        lead = px(TICK_ROOM) if self._table.rows.ticks and index.column() == self._table.first_shown() else 0
        # A badge column starts at the same place as words but keeps less air at its end.
        return rect.adjusted(px(PAD) + lead, 0, -px(4 if column.badge else PAD), 0)

    def _paint_cell(self, painter: QPainter, inner: QRect, index: _Index, cell: Cell) -> None:
        if inner.x() - index_left(self._table, index) > px(PAD):
            box = QRect(inner.x() - px(TICK_ROOM), inner.y(), px(BOX), inner.height())
            paint_check(painter, box, bool(index.data(TICK)))
        if cell.badge:
            paint_badge(painter, inner, cell.badge)
            return
        made = font(bold=cell.column.bold)
        if cell.column.hits and self.search:
            _paint_hits(painter, inner, cell.text, self.search)
        side = Qt.AlignmentFlag.AlignRight if cell.column.right else Qt.AlignmentFlag.AlignLeft
        words(painter, inner, cell.text, made, cell.column.tint, side)
        if cell.column.hits and self.search:
            _ink_hits(painter, inner, cell.text, self.search, bold=cell.column.bold)

    def helpEvent(
        self, event: QHelpEvent, view: QAbstractItemView, option: QStyleOptionViewItem, index: _Index
    ) -> bool:
        """The whole text of a cell that did not fit."""
        cell = index.data(CELL)
        if event.type() == QEvent.Type.ToolTip and isinstance(cell, Cell):
            inner = self._inside(option.rect, index, cell.column)
            shown = cell.badge.words if cell.badge else cell.text
            needed = badge_width(cell.badge) if cell.badge else width_of(shown, bold=cell.column.bold)
            QToolTip.showText(event.globalPos(), shown if needed > inner.width() else "", view)
            return True
        return super().helpEvent(event, view, option, index)


def index_left(table: QTableView, index: _Index) -> int:
    """Left edge of a cell in the viewport."""
    return table.columnViewportPosition(index.column())


def _places(inner: QRect, text: str, search: str, *, bold: bool = False) -> list[tuple[QRect, str]]:
    metrics = QFontMetrics(font(bold=bold))
    shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, inner.width())
    places = []
    for start, length in hits(text, search):
        end = min(start + length, len(shown) - (shown != text))
        if end > start:
            left = metrics.horizontalAdvance(shown[:start])
            width = metrics.horizontalAdvance(shown[:end]) - left
            top = inner.y() + (inner.height() - px(20)) // 2
            places.append((QRect(inner.x() + left, top, width, px(20)), shown[start:end]))
    return places


def _paint_hits(painter: QPainter, inner: QRect, text: str, search: str) -> None:
    for place, _shown in _places(inner, text, search):
        painter.fillRect(place, colour("hit"))


def _ink_hits(painter: QPainter, inner: QRect, text: str, search: str, *, bold: bool) -> None:
    """Dark ink on the mark in both themes."""
    if not look().is_dark:
        return
    for place, _shown in _places(inner, text, search, bold=bold):
        painter.save()
        painter.setClipRect(place)
        words(painter, inner, text, font(bold=bold), "hit_text")
        painter.restore()
