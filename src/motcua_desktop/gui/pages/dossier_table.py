"""The table of dossiers: a column that has too little room takes two lines instead of losing its end."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, Qt
from PySide6.QtGui import QFontMetrics, QMouseEvent, QPainter, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import QWidget

from motcua_desktop.gui.table_model import Cell, Column, TableModel
from motcua_desktop.gui.theme import colour, font, px
from motcua_desktop.gui.widgets.highlight import hits
from motcua_desktop.gui.widgets.table import Table
from motcua_desktop.gui.widgets.table_delegate import TableDelegate

#: Two lines of 11 pt with the marks of Vietnamese letters, unscaled pixels.
ROW_HEIGHT, LEADING = 40, 18
#: Columns stand this much closer than in other tables: beside the panel the procedure needs the room.
CLOSER = 8
#: A procedure with less room than this says too little.
TIGHT = 96
_Index = QModelIndex | QPersistentModelIndex


class _Delegate(TableDelegate):
    def _inside(self, rect: QRect, index: _Index, column: Column) -> QRect:
        return super()._inside(rect, index, column).adjusted(0, 0, 0 if column.badge else px(CLOSER), 0)

    def _paint_cell(self, painter: QPainter, inner: QRect, index: _Index, cell: Cell) -> None:
        if cell.column.stretch and _width(cell.text) > inner.width():
            paint_two_lines(painter, inner, cell.text, self.search, cell.column.tint)
            return
        super()._paint_cell(painter, inner, index, cell)


def _width(text: str) -> int:
    return QFontMetrics(font()).horizontalAdvance(text)


def paint_two_lines(painter: QPainter, rect: QRect, text: str, search: str, tint: str) -> None:
    """`text` on two lines, the second cut at its end; what `search` matches is marked."""
    made = font()
    first = _first_line(text, rect.width())
    rest = QFontMetrics(made).elidedText(
        text[len(first) :].strip(), Qt.TextElideMode.ElideRight, rect.width()
    )
    top = rect.y() + (rect.height() - px(2 * LEADING)) // 2
    for number, line in enumerate((first.strip(), rest)):
        layout = QTextLayout(line, made)
        layout.setFormats(_marks(line, search))
        layout.beginLayout()
        layout.createLine().setLineWidth(rect.width() + px(8))
        layout.endLayout()
        painter.setPen(colour(tint))
        height = layout.boundingRect().height()
        layout.draw(painter, QPointF(rect.x(), top + number * px(LEADING) + (px(LEADING) - height) / 2))


def _first_line(text: str, width: int) -> str:
    layout = QTextLayout(text, font())
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WordWrap)
    layout.setTextOption(option)
    layout.beginLayout()
    line = layout.createLine()
    line.setLineWidth(width)
    layout.endLayout()
    return text[: line.textLength()]


def _marks(line: str, search: str) -> list[QTextLayout.FormatRange]:
    marks = []
    for start, length in hits(line, search) if search else []:
        mark = QTextLayout.FormatRange()
        mark.start, mark.length = start, length
        mark.format = QTextCharFormat()
        mark.format.setBackground(colour("hit"))
        mark.format.setForeground(colour("hit_text"))
        marks.append(mark)
    return marks


class DossierTable(Table):
    """A `Table` whose rows leave room for two lines; `takes_ticks`: Ctrl and a click begin to tick."""

    takes_ticks = False

    def __init__(self, rows: TableModel, name: str = "", parent: QWidget | None = None) -> None:
        self._due = next((n for n, column in enumerate(rows.columns) if column.key == "due"), -1)
        self._wants_due, self._arranging = True, False
        super().__init__(rows, name, parent)
        self._delegate = _Delegate(self)
        self.setItemDelegate(self._delegate)

    def tick_current(self) -> None:
        """Tick or untick the row in hand and go to the next."""
        number = self.currentIndex().row()
        self._tick(number)
        if number + 1 < self.rows.rowCount():
            self.choose(number + 1)

    def _tick(self, number: int) -> None:
        self.rows.ticks = True
        self.rows.toggle(number)

    def show_ticks(self, shown: bool) -> None:
        """Check boxes stand before the rows only while something is ticked."""
        if self.rows.ticks != shown or shown:
            self.rows.ticks = shown
            self._arrange()
            self.viewport().update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Ctrl and a click tick a row where the list can be ticked."""
        index = self.indexAt(event.position().toPoint())
        if self.takes_ticks and index.isValid() and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.setCurrentIndex(index)
            self._tick(index.row())
            return
        super().mousePressEvent(event)

    def _width(self, column: Column, number: int) -> int:
        return super()._width(column, number) - (0 if column.badge else px(CLOSER))

    def show_column(self, key: str, shown: bool) -> None:
        """Show or hide a column."""
        if key == "due":
            self._wants_due = shown
        super().show_column(key, shown)

    def _arrange(self) -> None:
        if self._arranging:
            return
        self._arranging = True
        self._fit()
        self.verticalHeader().setDefaultSectionSize(px(ROW_HEIGHT))
        self._arranging = False

    def _fit(self) -> None:
        """Beside the panel at 110 % there is no room for all: the date gives way, the state still says it."""
        if self._due >= 0:
            self.setColumnHidden(self._due, not self._wants_due)
        super()._arrange()
        stretched = [n for n, c in enumerate(self.rows.columns) if c.stretch and not self.isColumnHidden(n)]
        tight = any(self.columnWidth(n) < px(TIGHT) for n in stretched)
        has_state = any(c.badge and not self.isColumnHidden(n) for n, c in enumerate(self.rows.columns))
        if self._due >= 0 and self._wants_due and tight and has_state:
            self.setColumnHidden(self._due, True)
            super()._arrange()
