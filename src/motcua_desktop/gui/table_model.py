"""Lists as data: rows are values, columns a declaration; one model for every table.

A long list is seen through a window: blocks of 100 rows come from a provider when they are looked at, the
last 50 blocks are kept. Sorting and searching happen where the rows come from.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from motcua_desktop.gui.widgets.badge import BadgeFace
from motcua_desktop.i18n import _

BLOCK = 100
KEPT_BLOCKS = 50
_Index = QModelIndex | QPersistentModelIndex
_NO_PARENT = QModelIndex()
Fetch = Callable[[int, int], Sequence[Any]]
"""`fetch(offset, limit)` gives rows; it may run on another thread and touches no widget."""
Ask = Callable[[Callable[[], Sequence[Any]], Callable[[Sequence[Any]], None]], object]
"""`ask(work, then)`: how a block is fetched without stopping the window (see `TableModel.show_query`)."""

ROW, CELL, TICK = (Qt.ItemDataRole.UserRole + n for n in (1, 2, 3))


@dataclass(frozen=True, slots=True)
class Column:
    """How one column is made from a row value.

    text: the words. badge: a badge instead of words (or None). width: unscaled pixels; fit: grows to the
    widest loaded text up to 320; stretch: shares what is left. sort: key told by `Table.sort_asked` when the
    head is pressed ("" cannot be sorted). hits: search words are marked here.
    """

    key: str
    title: str
    text: Callable[[Any], str]
    width: int = 120
    badge: Callable[[Any], BadgeFace | None] | None = None
    fit: bool = False
    stretch: int = 0
    right: bool = False
    bold: bool = False
    tint: str = "text"
    sort: str = ""
    hits: bool = False


@dataclass(frozen=True, slots=True)
class Group:
    """A heading between rows of a short list; it cannot be chosen."""

    words: str
    aside: str = ""
    tint: str = "text"


@dataclass(frozen=True, slots=True)
class Cell:
    """What the delegate draws."""

    text: str
    badge: BadgeFace | None
    column: Column


def _id_of(row: Any) -> Any:
    return row.id


class TableModel(QAbstractTableModel):
    """Rows behind a table. `id_of` names what tells rows apart (default: their `id`).

    With `ticks=True` the first column has a check box; `ticked` is the set of ids, `ticks_changed` tells.
    """

    ticks_changed = Signal()
    block_arrived = Signal(int)

    def __init__(
        self,
        columns: Sequence[Column],
        parent: QObject | None = None,
        *,
        id_of: Callable[[Any], Any] = _id_of,
        ticks: bool = False,
    ) -> None:
        super().__init__(parent)
        self.columns = list(columns)
        self.ticks = ticks
        self.ticked: set[Any] = set()
        self._id_of = id_of
        self._total = 0
        self._blocks: OrderedDict[int, Sequence[Any]] = OrderedDict()
        self._wanted: set[int] = set()
        self._old: set[int] = set()
        self._fetch: Fetch | None = None
        self._ask: Ask | None = None
        self._round = 0

    def show_rows(self, rows: Iterable[Any]) -> None:
        """A short list held whole; it may hold `Group` headings."""
        held = list(rows)
        self._begin(len(held))
        for start in range(0, len(held), BLOCK):
            self._blocks[start // BLOCK] = held[start : start + BLOCK]
        self._fetch = None
        self.endResetModel()

    def show_query(self, total: int, fetch: Fetch, ask: Ask | None = None, first: Sequence[Any] = ()) -> None:
        """A long list of `total` rows.

        `ask(work, then)` runs `work()` elsewhere and gives its value to `then` on the window's thread;
        without it blocks are fetched at once. `first` is the first block if it is at hand, so that nothing
        flickers.
        """
        self._begin(total)
        self._fetch, self._ask = fetch, ask
        if first:
            self._blocks[0] = first[:BLOCK]
        self.endResetModel()

    def _begin(self, total: int) -> None:
        self.beginResetModel()
        self._round += 1
        self._total = total
        self._blocks.clear()
        self._wanted.clear()
        self._old.clear()

    def read_again(self) -> None:
        """Of a long list: each block is fetched once more when it is looked at; until it has come the rows
        stay as they are."""
        self._old = set(self._blocks)
        if self._total:
            self.dataChanged.emit(self.index(0, 0), self.index(self._total - 1, len(self.columns) - 1))

    def row(self, number: int) -> Any:
        """The value of a row, or None while its block is on the way (or out of range)."""
        if not 0 <= number < self._total:
            return None
        block, place = divmod(number, BLOCK)
        held = self._block(block)
        return held[place] if held is not None and place < len(held) else None

    def _block(self, block: int) -> Sequence[Any] | None:
        held = self._blocks.get(block)
        if held is not None:
            self._blocks.move_to_end(block)
            if block not in self._old:
                return held
        if self._fetch is None or block in self._wanted:
            return held
        self._old.discard(block)
        fetch, start, current = self._fetch, block * BLOCK, self._round
        if self._ask is None:
            self._keep(block, fetch(start, BLOCK))
            return self._blocks[block]
        self._wanted.add(block)
        self._ask(lambda: fetch(start, BLOCK), lambda rows: self._take(current, block, rows))
        return held

    def _take(self, current: int, block: int, rows: Sequence[Any]) -> None:
        if current != self._round:
            return
        self._wanted.discard(block)
        self._keep(block, rows)
        if not rows:
            return
        start = block * BLOCK
        last = min(start + len(rows), self._total) - 1
        self.dataChanged.emit(self.index(start, 0), self.index(last, len(self.columns) - 1))
        self.block_arrived.emit(block)

    def _keep(self, block: int, rows: Sequence[Any]) -> None:
        self._blocks[block] = rows
        while self._fetch is not None and len(self._blocks) > KEPT_BLOCKS:
            self._blocks.popitem(last=False)

    @property
    def is_query(self) -> bool:
        """Whether rows come in blocks from elsewhere (no `Group` headings then)."""
        return self._fetch is not None

    def loaded(self) -> list[Any]:
        """The rows held now, without headings (for widths and for finding an id again)."""
        return [row for block in self._blocks.values() for row in block if not isinstance(row, Group)]

    def numbered(self) -> Iterator[tuple[int, Any]]:
        """The rows held now with their numbers, headings too."""
        for block, rows in self._blocks.items():
            yield from enumerate(rows, block * BLOCK)

    def number_of(self, row_id: Any) -> int | None:
        """Number of the loaded row with this id, or None."""
        for block, rows in self._blocks.items():
            for place, row in enumerate(rows):
                if not isinstance(row, Group) and self._id_of(row) == row_id:
                    return block * BLOCK + place
        return None

    def id_at(self, number: int) -> Any:
        """Id of a row, or None (not loaded, a heading, out of range)."""
        row = self.row(number)
        return None if row is None or isinstance(row, Group) else self._id_of(row)

    def toggle(self, number: int) -> None:
        """Tick or untick a row."""
        row_id = self.id_at(number)
        if row_id is None or not self.ticks:
            return
        self.ticked ^= {row_id}
        self.dataChanged.emit(self.index(number, 0), self.index(number, 0))
        self.ticks_changed.emit()

    def tick(self, ids: Iterable[Any]) -> None:
        """Tick exactly these."""
        self.ticked = set(ids)
        if self._total:
            self.dataChanged.emit(self.index(0, 0), self.index(self._total - 1, 0))
        self.ticks_changed.emit()

    def rowCount(self, parent: _Index = _NO_PARENT) -> int:
        return 0 if parent.isValid() else self._total

    def columnCount(self, parent: _Index = _NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self.columns)

    def flags(self, index: _Index) -> Qt.ItemFlag:
        if not index.isValid() or isinstance(self.row(index.row()), Group):
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return None
        row = self.row(index.row())
        if role == ROW:
            return row
        if row is None:
            return None
        if isinstance(row, Group):
            return (
                row.words if role in (Qt.ItemDataRole.DisplayRole, _SPOKEN) and not index.column() else None
            )
        column = self.columns[index.column()]
        if role == CELL:
            return Cell(column.text(row), column.badge(row) if column.badge else None, column)
        if role in (Qt.ItemDataRole.DisplayRole, _SPOKEN):
            badge = column.badge(row) if column.badge else None
            return badge.words if badge else column.text(row)
        if role == TICK:
            return self.ticks and self._id_of(row) in self.ticked
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation == Qt.Orientation.Vertical:
            return str(section + 1) if role == Qt.ItemDataRole.DisplayRole else None
        column = self.columns[section]
        if role == Qt.ItemDataRole.DisplayRole:
            return column.title
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if column.right else Qt.AlignmentFlag.AlignLeft
            return side | Qt.AlignmentFlag.AlignVCenter
        if role == Qt.ItemDataRole.ToolTipRole and column.sort:
            return _("Sắp theo {title}").format(title=column.title.lower())
        return None


_SPOKEN = Qt.ItemDataRole.AccessibleTextRole
