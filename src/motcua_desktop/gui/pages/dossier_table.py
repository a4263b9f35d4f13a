"""The table of dossiers: a column that has too little room takes more lines instead of losing its end."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, Qt
from PySide6.QtGui import (
    QFontMetrics,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QTextCharFormat,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import QAbstractItemView, QStyleOptionViewItem, QToolTip, QWidget

from motcua_desktop.gui.pages.row_state import ListRow
from motcua_desktop.gui.table_model import CELL, ROW, Cell, Column, Group, TableModel
from motcua_desktop.gui.theme import colour, font, look, px, width_of
from motcua_desktop.gui.widgets.highlight import hits, hits_all
from motcua_desktop.gui.widgets.table import Table
from motcua_desktop.gui.widgets.table_delegate import PAD, TableDelegate

#: Two lines of 11 pt with the marks of Vietnamese letters, unscaled pixels. A third line is given to a row
#: whose procedure ends with it.
ROW_HEIGHT, LEADING, MOST_LINES = 42, 18, 3
#: Columns stand this much closer than in other tables: beside the panel the procedure needs the room.
CLOSER = 8
#: A name wider than this takes two lines: one long name must not take the due date from every row.
WIDEST_NAME = 184
#: A procedure with less room than this says too little.
TIGHT = 96
#: What it gets where all columns do not fit and the table scrolls.
ENOUGH = 156
#: Columns of the register that are not shown until they are asked for.
OPTIONAL = frozenset({"received", "id_number", "phone", "officer", "procedure_code"})
_Index = QModelIndex | QPersistentModelIndex


class _Delegate(TableDelegate):
    def _inside(self, rect: QRect, index: _Index, column: Column) -> QRect:
        return super()._inside(rect, index, column).adjusted(0, 0, 0 if column.badge else px(CLOSER), 0)

    def _paint_cell(self, painter: QPainter, inner: QRect, index: _Index, cell: Cell) -> None:
        row, search = index.data(ROW), self.search
        if cell.column.key == "procedure" and isinstance(row, ListRow):
            cell = replace(cell, text=procedure_shown(row, search))
            search = (
                "" if hits_all(row.line.applicant, search) else search
            )  # found by name: nothing to explain
        wraps = cell.column.stretch or cell.column.key == "name"
        if wraps and _width(cell.text) > inner.width():
            paint_lines(painter, inner, cell.text, search, cell.column.tint)
            return
        super()._paint_cell(painter, inner, index, cell)

    def helpEvent(
        self, event: QHelpEvent, view: QAbstractItemView, option: QStyleOptionViewItem, index: _Index
    ) -> bool:
        """The procedure's whole name, which the column shortens."""
        cell, row = index.data(CELL), index.data(ROW)
        if isinstance(cell, Cell) and cell.column.key == "procedure" and isinstance(row, ListRow):
            whole = row.line.procedure
            inner = self._inside(option.rect, index, cell.column)
            cut = whole != cell.text or _width(whole) > inner.width()
            QToolTip.showText(event.globalPos(), whole if cut else "", view)
            return True
        return super().helpEvent(event, view, option, index)


def procedure_shown(row: ListRow, search: str) -> str:
    """The short name; where the dossier was found only by what that leaves out, this too."""
    if search and not hits_all(row.line.applicant, search):
        for text in (row.procedure, row.line.procedure, f"{row.procedure} ({row.line.field})"):
            if hits_all(text, search):
                return text
    return row.procedure


def _width(text: str) -> int:
    return width_of(text)


def paint_lines(painter: QPainter, rect: QRect, text: str, search: str, tint: str) -> None:
    """`text` on as many lines as the row has; what `search` matches is marked."""
    made = font()
    lines = lines_of(text, rect.width(), MOST_LINES if rect.height() > px(ROW_HEIGHT) else 2, search)
    top = rect.y() + (rect.height() - px(len(lines) * LEADING)) // 2
    for number, line in enumerate(lines):
        layout = QTextLayout(line, made)
        layout.setFormats(_marks(line, search))
        layout.beginLayout()
        layout.createLine().setLineWidth(rect.width() + px(8))
        layout.endLayout()
        painter.setPen(colour(tint))
        height = layout.boundingRect().height()
        layout.draw(painter, QPointF(rect.x(), top + number * px(LEADING) + (px(LEADING) - height) / 2))


def lines_of(text: str, width: int, most: int = 2, search: str = "") -> list[str]:
    """`text` on at most `most` lines of `width` pixels, the last cut behind a word where it has not ended.

    Where `search` matches only behind the cut, the last line begins there: the row says why it was found.
    """
    lines: list[str] = []
    rest = text
    while len(lines) < most - 1 and rest:
        first = _first_line(rest, width)
        lines.append(first.strip())
        rest = rest[len(first) :].strip()
    if not rest:
        return lines
    shown = _cut(rest, width)
    start = len(text) - len(rest)
    hidden = [at for at, length in hits(text, search) if at + length >= start + len(shown)] if search else []
    if shown != rest and hidden and hits_all(text, search):
        shown = _cut(f"… {text[hidden[0] :]}", width)
    return [*lines, shown]


def _cut(text: str, width: int) -> str:
    """`text` in one line; what has no room gives way to dots, whole words at a time."""
    shown = QFontMetrics(font()).elidedText(text, Qt.TextElideMode.ElideRight, width)
    if shown == text:
        return text
    whole = shown[:-1].rsplit(" ", 1)[0].rstrip(" ,;")
    return f"{whole}…" if len(whole) > 3 else shown


@lru_cache(maxsize=2000)
def wants_third_line(text: str, width: int, _scale: float) -> bool:
    """Whether a third line brings the name to its end, and two do not."""
    return lines_of(text, width) != (three := lines_of(text, width, MOST_LINES)) and "…" not in three[-1]


def _first_line(text: str, width: int) -> str:
    layout = QTextLayout(text, font())
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
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
    """A table whose rows have room for two lines or three. `takes_ticks`: Ctrl and a click begin to tick."""

    row_height = ROW_HEIGHT
    takes_ticks = False

    def __init__(self, rows: TableModel, name: str = "", parent: QWidget | None = None) -> None:
        self._due = next((n for n, column in enumerate(rows.columns) if column.key == "due"), -1)
        self._wants_due, self._arranging = True, False
        self._tall: dict[int, int] = {}
        super().__init__(rows, name, parent)
        self._delegate = _Delegate(self)
        self.setItemDelegate(self._delegate)

    def choose_near(self, place: int = 0) -> None:
        """The dossier at `place`; without one that which stands now where the one in hand stood before it
        left the list."""
        count = self.rows.rowCount()
        near = place or min(max(0, self._stood), count - 1)
        if not self.rows.is_query:
            dossiers = [n for n in range(count) if not isinstance(self.rows.row(n), Group)]
            near = next((n for n in dossiers if n >= near), dossiers[-1] if dossiers else -1)
        if near >= 0:
            self.choose(near)

    def tick_current(self) -> None:
        """Tick or untick the row in hand and go to the next."""
        number = self.currentIndex().row()
        self._tick(number)
        following = range(number + 1, self.rows.rowCount())
        after = next((n for n in following if not isinstance(self.rows.row(n), Group)), number)
        if after != number:
            self.choose(after)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space ticks and goes on, in every list of dossiers alike; the arrows go to columns out of sight."""
        across, step = self.horizontalScrollBar(), {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
        if event.key() == Qt.Key.Key_Space and self.rows.ticks and not event.modifiers():
            self.tick_current()
        elif event.key() in step and not event.modifiers():
            across.setValue(across.value() + step[Qt.Key(event.key())] * px(ENOUGH))
        else:
            super().keyPressEvent(event)

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
        whole = super()._width(column, number)
        if column.key == "name":
            whole = min(whole, px(WIDEST_NAME))
        title = width_of(column.title, bold=True) + px(2 * PAD) + 2
        return whole if column.badge or not column.fit else max(min(whole, title), whole - px(CLOSER))

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
        self._give_heights()
        self._arranging = False

    def _give_heights(self) -> None:
        """Three lines of height for the rows that end with a third; the others keep theirs."""
        column = next((n for n, c in enumerate(self.rows.columns) if c.key == "procedure"), -1)
        wanted: dict[int, int] = {}
        if column >= 0 and not self.isColumnHidden(column):
            width, tall = self.columnWidth(column) - px(2 * PAD - CLOSER), px(ROW_HEIGHT + LEADING)
            for number, row in self.rows.numbered():
                if isinstance(row, ListRow) and wants_third_line(
                    procedure_shown(row, self._delegate.search), width, look().scale
                ):
                    wanted[number] = tall
        down, usual = self.verticalHeader(), px(ROW_HEIGHT)
        for number in self._tall.keys() | wanted.keys():  # rows of an earlier list may have kept theirs
            if number < down.count() and down.sectionSize(number) != wanted.get(number, usual):
                down.resizeSection(number, wanted.get(number, usual))
        self._tall = wanted

    def _fit(self) -> None:
        """Beside the panel at 110 % there is no room for all: the date gives way, the state still says it."""
        if self._due >= 0:
            self.setColumnHidden(self._due, not self._wants_due)
        super()._arrange()
        stretched = [n for n, c in enumerate(self.rows.columns) if c.stretch and not self.isColumnHidden(n)]
        tight = any(self.columnWidth(n) < px(TIGHT) for n in stretched)
        fixed = sum(self.columnWidth(n) for n in range(len(self.rows.columns)) if n not in stretched)
        more = any(self._is_chosen(n) for n in range(len(self.rows.columns)))
        # An officer chose more columns than there is room for: none of them goes, the arrows reach the last.
        if tight and (more or fixed > self.viewport().width()):
            for number in stretched:
                self.setColumnWidth(number, px(ENOUGH))
            return
        has_state = any(c.badge and not self.isColumnHidden(n) for n, c in enumerate(self.rows.columns))
        if self._due >= 0 and self._wants_due and tight and has_state:
            self.setColumnHidden(self._due, True)
            super()._arrange()

    def _is_chosen(self, number: int) -> bool:
        """Whether a column stands there because an officer asked for it."""
        return self.rows.columns[number].key in OPTIONAL and not self.isColumnHidden(number)
