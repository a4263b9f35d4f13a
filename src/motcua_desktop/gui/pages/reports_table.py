"""The table of a report: headings in two levels, wrapped and numbered as on the form."""

from __future__ import annotations

from collections.abc import Callable
from itertools import groupby

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QWidget

from motcua_desktop.domain.report import Report, ReportColumn, ReportRow
from motcua_desktop.gui.table_model import Column, TableModel
from motcua_desktop.gui.theme import colour, font, px
from motcua_desktop.gui.theme.paint import edge_of_focus
from motcua_desktop.gui.widgets.table import Table
from motcua_desktop.i18n import _

OVER, HEAD, FIGURE, FIELD = 28, 124, 80, 200


class _Head(QHeaderView):
    """Draws the headings itself: the words over several columns, the wrapped words, the number."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.title = ""
        self.columns: tuple[ReportColumn, ...] = ()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.fillRect(self.viewport().rect(), colour("surface2"))
        painter.setFont(font(bold=True))
        painter.setPen(colour("text2"))
        wrapped = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
        painter.drawText(self._place(0, 0, 1).adjusted(px(8), 0, -px(8), 0), wrapped, self.title)
        for number, column in enumerate(self.columns, start=1):
            place = self._place(number, OVER, 1).adjusted(px(3), 0, -px(3), 0)
            painter.drawText(place, wrapped, f"{column.title} ({column.number})")
        places = groupby(enumerate(self.columns, start=1), key=lambda pair: pair[1].over)
        for over, members in places:
            numbers = [number for number, _column in members]
            place = self._place(numbers[0], 0, len(numbers))
            place.setHeight(px(OVER))
            painter.setPen(colour("text2"))
            painter.drawText(place, Qt.AlignmentFlag.AlignCenter, over)
            painter.setPen(colour("line"))
            painter.drawLine(place.left(), 0, place.left(), self.height())
        painter.setPen(colour("line"))
        painter.drawLine(0, self.height() - 1, self.width(), self.height() - 1)

    def _place(self, first: int, top: int, count: int) -> QRect:
        left = self.sectionViewportPosition(first)
        width = sum(self.sectionSize(number) for number in range(first, first + count))
        return QRect(left, px(top), width, self.height() - px(top))


class ReportTable(Table):
    """`cell_changed(row, column)`: the line and the column in hand, None where there is no figure."""

    cell_changed = Signal(object, object)

    def __init__(self, rows: TableModel) -> None:
        self._head: _Head | None = None
        super().__init__(rows, _("Báo cáo"))
        self._head = _Head(self)
        self.setHorizontalHeader(self._head)
        self._head.show()
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
        self.selectionModel().currentChanged.connect(lambda *_indexes: self._tell())
        self._arrange()

    def show_report(self, report: Report) -> None:
        """Show its lines, the total last."""
        assert self._head is not None
        self._head.title, self._head.columns = report.row_title, report.columns
        line, at = self.rows.row(self.currentIndex().row()), max(1, self.currentIndex().column())
        self.rows.show_rows([*report.rows, report.total])
        self._arrange()
        titles = [one.title for one in (*report.rows, report.total)]
        place = titles.index(line.title) if line is not None and line.title in titles else len(titles) - 1
        self.setCurrentIndex(self.rows.index(place, at))  # read again after Ctrl+E: the cursor stays

    def cell(self) -> tuple[ReportRow | None, ReportColumn | None]:
        """The line and column in hand."""
        index = self.currentIndex()
        columns = self._head.columns if self._head else ()
        place = index.column() - 1
        return self.rows.row(index.row()), columns[place] if 0 <= place < len(columns) else None

    def paintEvent(self, event: QPaintEvent) -> None:
        """The figure in hand is framed; the row alone would not say which one Enter opens."""
        super().paintEvent(event)
        if self.currentIndex().column() > 0 and self.hasFocus():
            edge_of_focus(QPainter(self.viewport()), self.visualRect(self.currentIndex()), 4)

    def _tell(self) -> None:
        self.viewport().update()
        self.cell_changed.emit(*self.cell())

    def _arrange(self) -> None:
        super()._arrange()
        if self.columnWidth(0) < px(FIELD):
            self.setColumnWidth(0, px(FIELD))  # the figures are then reached by scrolling sideways
        if self._head is not None:
            self._head.setFixedHeight(px(HEAD))
            self._head.viewport().update()


def report_columns(count: int) -> list[Column]:
    """The field, then as many figures."""
    figures = [Column(str(n), "", _figure(n), width=FIGURE, right=True) for n in range(count)]
    return [Column("title", "", lambda row: row.title, stretch=1), *figures]


def _figure(place: int) -> Callable[[ReportRow], str]:
    return lambda row: _dots(row.figures[place])


def _dots(number: int) -> str:
    return f"{number:,}".replace(",", ".") if number else "0"
