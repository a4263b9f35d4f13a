"""The table: 36 px rows, no vertical lines, one delegate for badge, marked hits and the selected edge."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QEvent, QModelIndex, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from motcua_desktop.gui.table_model import BLOCK, Column, Group, TableModel
from motcua_desktop.gui.theme import font, look, px
from motcua_desktop.gui.widgets.badge import badge_width
from motcua_desktop.gui.widgets.table_delegate import (
    NARROWEST,
    PAD,
    ROW_HEIGHT,
    TICK_ROOM,
    TableDelegate,
    index_left,
)

WIDEST, LEAST_WIDTH, LEAST_ROWS = 320, 420, 4


class Table(QTableView):
    """Shows a `TableModel` (`rows`).

    Signals: `opened(row)` on Enter or double click, `chosen(row or None)` when another row is current,
    `sort_asked(key, descending)` when a head is pressed.
    """

    #: Of a row, unscaled pixels.
    row_height = ROW_HEIGHT
    opened = Signal(object)
    chosen = Signal(object)
    sort_asked = Signal(str, bool)

    def __init__(self, rows: TableModel, name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows = rows
        self.hovered = -1
        self._kept: Any = None
        self._stood, self._scrolled = -1, 0
        self._goes_to = -1
        self._sort = ("", False)
        self._delegate = TableDelegate(self)
        self.setAccessibleName(name)
        self.setItemDelegate(self._delegate)
        self.setModel(rows)
        self._set_manners()
        rows.modelAboutToBeReset.connect(self._remember)
        rows.modelReset.connect(self._came)
        rows.block_arrived.connect(self._block_came)
        self.selectionModel().currentRowChanged.connect(self._current_moved)
        self.doubleClicked.connect(lambda _index: self.open())
        look().changed.connect(self._arrange)
        self._arrange()

    def _set_manners(self) -> None:
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        down = self.verticalHeader()
        down.hide()
        down.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        across = self.horizontalHeader()
        across.setHighlightSections(False)
        across.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        across.setMinimumSectionSize(1)
        across.setSectionsClickable(True)
        across.sectionClicked.connect(self._head_pressed)

    def minimumSizeHint(self) -> QSize:
        return QSize(px(LEAST_WIDTH), px(ROW_HEIGHT * LEAST_ROWS))

    def set_search(self, search: str) -> None:
        """Mark what these words match, in the columns that show hits."""
        self._delegate.search = search
        self.viewport().update()

    def current(self) -> Any:
        """The current row value, or None."""
        row = self.rows.row(self.currentIndex().row())
        return None if isinstance(row, Group) else row

    def choose(self, number: int) -> None:
        """Make a row current and bring it into sight."""
        self._goes_to = number if self.rows.row(number) is None else -1
        self.setCurrentIndex(self.rows.index(number, self.first_shown()))

    def choose_id(self, row_id: Any) -> bool:
        """Make the loaded row with this id current; False when it is not loaded."""
        number = self.rows.number_of(row_id)
        if number is not None:
            self.choose(number)
        return number is not None

    def bring_into_sight(self) -> None:
        """Scroll to the row in hand, with the heading just above it. After a reset Qt knows the heights of
        the rows only once they are laid out."""
        self.executeDelayedItemsLayout()
        number = self.currentIndex().row()
        if isinstance(self.rows.row(number - 1), Group):
            self.scrollTo(self.rows.index(number - 1, self.first_shown()))
        self.scrollTo(self.currentIndex())

    def show_column(self, key: str, shown: bool) -> None:
        """Show or hide a column."""
        for number, column in enumerate(self.rows.columns):
            if column.key == key:
                self.setColumnHidden(number, not shown)
        self._arrange()

    def first_shown(self) -> int:
        """Number of the first column not hidden."""
        return next((n for n in range(len(self.rows.columns)) if not self.isColumnHidden(n)), 0)

    def set_sorted(self, key: str, descending: bool = False) -> None:
        """Show by which column the rows came sorted."""
        self._sort = (key, descending)
        for number, column in enumerate(self.rows.columns):
            if column.sort and column.sort == key:
                order = Qt.SortOrder.DescendingOrder if descending else Qt.SortOrder.AscendingOrder
                self.horizontalHeader().setSortIndicator(number, order)
        self.horizontalHeader().setSortIndicatorShown(bool(key))

    def _head_pressed(self, section: int) -> None:
        key = self.rows.columns[section].sort
        if key:
            descending = not self._sort[1] if self._sort[0] == key else False
            self.set_sorted(key, descending)
            self.sort_asked.emit(key, descending)

    def _remember(self) -> None:
        self._stood, self._scrolled = self.currentIndex().row(), self.verticalScrollBar().value()
        self._kept = self.rows.id_at(self.currentIndex().row()) if self.currentIndex().isValid() else None

    def _came(self) -> None:
        """After a reset: the same dossier stays current, headings span, widths follow the words."""
        self.clearSpans()
        if not self.rows.is_query:
            for number in range(self.rows.rowCount()):
                if isinstance(self.rows.row(number), Group):
                    self.setSpan(number, 0, 1, len(self.rows.columns))
        self._arrange()
        stood, scrolled = self._stood, self._scrolled
        if self._kept is None or not self.choose_id(self._kept):
            self.chosen.emit(None)
        elif self.currentIndex().row() == stood:  # nothing has moved: the officer looks at the same rows
            self.executeDelayedItemsLayout()
            self.verticalScrollBar().setValue(scrolled)

    def _block_came(self, block: int) -> None:
        """Rows were fetched; the one in hand may be among them (End in a long list)."""
        self._arrange()
        if self.currentIndex().isValid() and self.currentIndex().row() // BLOCK == block:
            if self._goes_to == self.currentIndex().row():
                self._goes_to = -1
                self.scrollTo(self.currentIndex())  # its height and those above are known only now
            self.chosen.emit(self.current())

    def _current_moved(self, current: QModelIndex, _before: QModelIndex) -> None:
        self.viewport().update()
        self.chosen.emit(self.current() if current.isValid() else None)

    def _arrange(self) -> None:
        down = self.verticalHeader()
        if down.defaultSectionSize() != px(self.row_height):  # each time all rows are gone through
            down.setDefaultSectionSize(px(self.row_height))
        self.horizontalHeader().setFixedHeight(px(ROW_HEIGHT + 1))
        columns = self.rows.columns
        shown = [n for n in range(len(columns)) if not self.isColumnHidden(n)]
        widths = {n: self._width(columns[n], n) for n in shown}
        stretched = [n for n in shown if columns[n].stretch]
        left = self.viewport().width() - sum(widths[n] for n in shown if n not in stretched)
        shares = sum(columns[n].stretch for n in stretched)
        for number in shown:
            if number in stretched:
                widths[number] = max(px(NARROWEST), left * columns[number].stretch // shares)
            self.setColumnWidth(number, widths[number])

    def _width(self, column: Column, number: int) -> int:
        if not column.fit:
            return px(column.width)
        plain, bold = QFontMetrics(font(bold=column.bold)), QFontMetrics(font(bold=True))
        widest = bold.horizontalAdvance(column.title)
        for row in self.rows.loaded()[:300]:
            badge = column.badge(row) if column.badge else None
            widest = max(
                widest,
                badge_width(badge) - px(8) if badge else plain.horizontalAdvance(column.text(row)),
            )
        lead = px(TICK_ROOM) if self.rows.ticks and number == self.first_shown() else 0
        return min(px(WIDEST), widest + px(2 * PAD) + 2 + lead)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.open()
        elif event.key() == Qt.Key.Key_Space and self.rows.ticks:
            self.rows.toggle(self.currentIndex().row())
        elif event.key() in (Qt.Key.Key_Home, Qt.Key.Key_End) and self.rows.rowCount():
            self._go_to_end(first=event.key() == Qt.Key.Key_Home)
        elif (
            event.text()
            and not event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier
            and event.text().isprintable()
        ):
            event.ignore()  # letters are actions of the page, not a search by typing
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: Any) -> None:
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self.rows.rowCount():
            self._go_to_end(first=True)

    def _go_to_end(self, *, first: bool) -> None:
        """Home and End: a heading cannot be chosen, but the first row brings its own into sight."""
        if not first:
            self.choose(self.rows.rowCount() - 1)
            return
        numbers = range(self.rows.rowCount())
        self.choose(next((n for n in numbers if not isinstance(self.rows.row(n), Group)), 0))
        self.scrollToTop()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        index = self.indexAt(event.position().toPoint())
        first = index.isValid() and index.column() == self.first_shown()
        if first and self.rows.ticks and event.position().x() < index_left(self, index) + px(PAD + TICK_ROOM):
            self.rows.toggle(index.row())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        self._hover(event.position().toPoint())

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._hover(QPoint(-1, -1))

    def _hover(self, place: QPoint) -> None:
        row = self.indexAt(place).row()
        if row != self.hovered:
            self.hovered = row
            self.viewport().update()

    def open(self) -> None:
        """Open the row in hand."""
        row = self.current()
        if row is not None:
            self.opened.emit(row)
