"""The table of a report: headings in two levels, wrapped and numbered; its first column stays in sight."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from itertools import groupby
from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QStyleOptionViewItem, QWidget

from motcua_desktop.domain.report import Report, ReportColumn, ReportRow, figure_words
from motcua_desktop.gui.table_model import CELL, Cell, Column, TableModel
from motcua_desktop.gui.theme import colour, font, look, px
from motcua_desktop.gui.theme.paint import edge_of_focus
from motcua_desktop.gui.widgets.table import Table
from motcua_desktop.gui.widgets.table_delegate import PAD, ROW_HEIGHT, TableDelegate
from motcua_desktop.i18n import _

NARROW, WIDE, FIELD, AIR, TIGHT, NUMBERS = 60, 110, 184, 20, 8, 26
_WRAPPED = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
_Index = QModelIndex | QPersistentModelIndex


class ReportRows(TableModel):
    """The lines of a report, the total last and in bold."""

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        found = super().data(index, role)
        if role == CELL and isinstance(found, Cell) and index.row() == self.rowCount() - 1:
            return replace(found, column=replace(found.column, bold=True))
        return found


class _Delegate(TableDelegate):
    """The name of a line over as many lines as it needs; figures with less air beside them than words."""

    def _inside(self, rect: QRect, index: _Index, column: Column) -> QRect:
        inner = super()._inside(rect, index, column)
        return rect.adjusted(px(TIGHT), 0, -px(TIGHT), 0) if index.column() else inner

    def _paint_cell(self, painter: QPainter, inner: QRect, index: _Index, cell: Cell) -> None:
        if index.column():
            super()._paint_cell(painter, inner, index, cell)
            return
        painter.setFont(font(bold=cell.column.bold))
        painter.setPen(colour("text"))
        painter.drawText(inner, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap, cell.text)


class _Head(QHeaderView):
    """Draws the headings itself: the words over several columns, the wrapped words, the number."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.title, self.own_number = "", 0
        self.columns: tuple[ReportColumn, ...] = ()
        self._over = self._numbers = 0

    def suit(self, room: Callable[[int], int]) -> None:
        """Take the height the words need in columns of these widths."""
        metrics = QFontMetrics(font(bold=True))
        groups = [(over, list(members)) for over, members in self.groups() if over]
        self._over = max((self._tall(metrics, over, sum(map(room, of))) for over, of in groups), default=0)
        heights = [
            self._tall(metrics, one.title, room(n)) + (self._over if one.over else 0)
            for n, one in enumerate(self.columns, start=1)
        ]
        self._numbers = px(NUMBERS) if any(one.number for one in self.columns) else 0
        self.setFixedHeight(max([px(37), *heights]) + self._numbers)

    @staticmethod
    def _tall(metrics: QFontMetrics, words: str, width: int) -> int:
        return metrics.boundingRect(QRect(0, 0, width - px(6), 10_000), _WRAPPED, words).height() + px(10)

    def groups(self) -> list[tuple[str, list[int]]]:
        """The words over several columns, and the numbers of those."""
        places = groupby(enumerate(self.columns, start=1), key=lambda pair: pair[1].over)
        return [(over, [n for n, _column in members]) for over, members in places]

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.fillRect(self.viewport().rect(), colour("surface2"))
        painter.setFont(font(bold=True))
        for over, members in self.groups():
            place = self._place(members[0], len(members))
            seen = QRect(self.sectionSize(0), 0, self.width() - self.sectionSize(0), self._over)
            seen = place.intersected(seen).adjusted(px(3), 0, -px(3), 0)
            needed = painter.boundingRect(seen, _WRAPPED, over)
            if over and seen.contains(needed):  # over the part in sight, or not at all
                painter.setPen(colour("text2"))
                painter.drawText(seen, _WRAPPED, over)
            painter.setPen(colour("line"))
            painter.drawLine(place.left(), 0, place.left(), self.height())
        for number, column in enumerate(self.columns, start=1):
            above = self._over if column.over else 0
            self._write(
                painter, self._place(number, 1).adjusted(px(3), above, -px(3), 0), column.title, column.number
            )
        own = QRect(0, 0, self.sectionSize(0), self.height())
        painter.fillRect(own, colour("surface2"))
        self._write(painter, own.adjusted(px(8), 0, -px(8), 0), self.title, self.own_number)
        painter.setPen(colour("line"))
        painter.drawLine(own.right(), 0, own.right(), self.height())
        painter.drawLine(0, self.height() - 1, self.width(), self.height() - 1)

    def _write(self, painter: QPainter, place: QRect, words: str, number: int) -> None:
        """A heading, and below it its number on the form."""
        painter.setFont(font(bold=True))
        painter.setPen(colour("text2"))
        painter.drawText(place.adjusted(0, 0, 0, -self._numbers), _WRAPPED, words)
        if number:
            painter.setFont(font())
            painter.setPen(colour("text3"))
            below = QRect(place.left(), self.height() - self._numbers, place.width(), self._numbers - px(4))
            painter.drawText(below, Qt.AlignmentFlag.AlignCenter, f"({number})")

    def _place(self, first: int, count: int) -> QRect:
        left = self.sectionViewportPosition(first)
        width = sum(self.sectionSize(number) for number in range(first, first + count))
        return QRect(left, 0, width, self.height())


class ReportTable(Table):
    """`cell_changed(row, column)`: the line and the column in hand, None where there is no figure."""

    cell_changed = Signal(object, object)

    def __init__(self) -> None:
        self._head: _Head | None = None
        super().__init__(ReportRows([_title_column()], None, id_of=lambda row: row.title), _("Báo cáo"))
        self.rows.setParent(self)
        self._head = _Head(self)
        self._head.setMinimumSectionSize(1)
        self.setItemDelegate(_Delegate(self))
        self.setHorizontalHeader(self._head)
        self._head.show()
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
        self.selectionModel().currentChanged.connect(lambda *_indexes: self._tell())

    def show_report(self, report: Report) -> None:
        """Show its lines, the total last; the cell in hand stays in hand."""
        assert self._head is not None
        before, at = self.cell()
        self._head.title, self._head.own_number = report.head.row_title, report.head.row_number
        self._head.columns = report.columns
        self.rows.columns = [_title_column(), *_figure_columns(report)]
        self.rows.show_rows(report.lines)
        self._arrange()
        titles, keys = [one.title for one in report.lines], [one.key for one in report.columns]
        place = titles.index(before.title) if before and before.title in titles else 0
        column = keys.index(at.key) + 1 if at and at.key in keys else 1
        self.setCurrentIndex(self.rows.index(place, column))

    def _came(self) -> None:
        """Nothing yet: the head hears of other columns after the table does (`show_report` goes on)."""

    def cell(self) -> tuple[ReportRow | None, ReportColumn | None]:
        """The line and column in hand."""
        index = self.currentIndex()
        columns = self._head.columns if self._head else ()
        place = index.column() - 1
        return self.rows.row(index.row()), columns[place] if 0 <= place < len(columns) else None

    def _tell(self) -> None:
        self.viewport().update()
        self.cell_changed.emit(*self.cell())

    # ------------------------------------------------------------ the first column stays in sight
    @property
    def _is_moved(self) -> bool:
        return self.horizontalScrollBar().value() > 0

    def paintEvent(self, event: QPaintEvent) -> None:
        """The figure in hand is framed; the row alone would not say which one Enter opens."""
        super().paintEvent(event)
        painter, current = QPainter(self.viewport()), self.currentIndex()
        if current.column() > 0 and self.hasFocus():
            edge_of_focus(painter, self.visualRect(current), 4)
        if not self._is_moved:
            return
        first, last = self.rowAt(0), self.rowAt(self.viewport().height() - 1)
        for number in range(max(0, first), (last if last >= 0 else self.rows.rowCount() - 1) + 1):
            option = QStyleOptionViewItem()
            option.rect = QRect(
                0, self.rowViewportPosition(number), self.columnWidth(0), self.rowHeight(number)
            )
            painter.fillRect(option.rect, colour("surface"))
            self.itemDelegate().paint(painter, option, self.rows.index(number, 0))
        painter.setPen(colour("line"))
        painter.drawLine(self.columnWidth(0) - 1, 0, self.columnWidth(0) - 1, self.viewport().height())

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        super().scrollContentsBy(dx, dy)
        self.viewport().update()  # what stands still must not be carried along
        if self._head is not None:
            self._head.viewport().update()

    def indexAt(self, place: QPoint) -> QModelIndex:
        if self._is_moved and place.x() < self.columnWidth(0) and self.rowAt(place.y()) >= 0:
            return self.rows.index(self.rowAt(place.y()), 0)
        return super().indexAt(place)

    def scrollTo(
        self, index: _Index, hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible
    ) -> None:
        super().scrollTo(index, hint)
        hidden = self.columnWidth(0) - self.columnViewportPosition(index.column())
        if index.column() > 0 and self._is_moved and hidden > 0:
            across = self.horizontalScrollBar()
            across.setValue(across.value() - hidden)

    # ------------------------------------------------------------ widths
    def _arrange(self) -> None:
        """Figures as wide as they need; the first column has what is left, and never less than a name."""
        super()._arrange()
        if self._head is None:
            return
        tried = [self._figure_widths(lines) for lines in (2, 3, 4)]
        room = self.viewport().width() - px(FIELD)
        fits = [widths for widths in tried if sum(widths.values()) <= room]
        # Where the figures are reached by scrolling anyway, low headings leave more lines in sight.
        widths = fits[0] if fits else tried[0 if look().is_compact else 1]
        left = self.viewport().width() - sum(widths.values())
        spare = max(0, left - px(2 * FIELD)) // len(widths) if widths else 0
        for number, width in widths.items():
            widths[number] = width + min(spare, px(40))
            self.setColumnWidth(number, widths[number])
        own = max(px(FIELD), self.viewport().width() - sum(widths.values()))
        self.setColumnWidth(0, own)
        self._suit_rows(own - px(2 * PAD))
        if self.currentIndex().isValid():
            self.scrollTo(self.currentIndex())  # larger letters must not put the cell in hand out of sight
        self._head.suit(lambda number: widths[number])
        self._head.viewport().update()

    def _suit_rows(self, room: int) -> None:
        """Long names are wrapped, so that they can be told from one another."""
        metrics, within = QFontMetrics(font()), QRect(0, 0, room, 10_000)
        for number, line in enumerate(self.rows.loaded()):
            tall = metrics.boundingRect(within, Qt.TextFlag.TextWordWrap, line.title).height()
            self.setRowHeight(number, max(px(ROW_HEIGHT), tall + px(12)))

    def _figure_widths(self, lines: int) -> dict[int, int]:
        """By column, with headings of about so many lines; one less for the words over several columns."""
        assert self._head is not None
        columns = self._head.columns
        widths = {n: self._figure_width(n, one, lines) for n, one in enumerate(columns, start=1)}
        metrics = QFontMetrics(font(bold=True))
        for over, members in self._head.groups():
            lack = metrics.horizontalAdvance(over) // (lines - 1) + px(AIR) - sum(widths[n] for n in members)
            for number in members if lack > 0 else ():
                widths[number] += lack // len(members) + 1
        return widths

    def _figure_width(self, number: int, column: ReportColumn, lines: int) -> int:
        metrics = QFontMetrics(font(bold=True))
        figures = [self.rows.columns[number].text(row) for row in self.rows.loaded()]
        widest = max(map(metrics.horizontalAdvance, figures), default=0) + px(AIR)
        longest = max(map(metrics.horizontalAdvance, column.title.split())) + px(8)
        wrapped = metrics.horizontalAdvance(column.title) // lines + px(AIR)
        return max(px(NARROW), widest, longest, min(px(WIDE), wrapped))


def _title_column() -> Column:
    return Column("title", "", lambda row: row.title, stretch=1)


def _figure_columns(report: Report) -> list[Column]:
    return [
        Column(column.key, column.name, _figure(place), width=NARROW, right=True)
        for place, column in enumerate(report.columns)
    ]


def _figure(place: int) -> Callable[[ReportRow], str]:
    return lambda row: figure_words(row.figures[place])
