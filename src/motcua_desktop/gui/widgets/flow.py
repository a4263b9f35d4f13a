"""A layout that goes on in the next line where the row is full."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayoutItem, QWidget

from motcua_desktop.gui.widgets.wrapping import Wrapping


class Flow(Wrapping):
    """Left to right, then down; every item has its own width. Gaps follow `spacing`. `right` sets each line
    at the right end (buttons at the foot of a form)."""

    def __init__(self, parent: QWidget | None = None, *, right: bool = False) -> None:
        super().__init__(parent)
        self._right = right

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def sizeHint(self) -> QSize:
        edges = self.contentsMargins()
        width = sum(item.sizeHint().width() + self.spacing() for item in self._items)
        height = max((item.sizeHint().height() for item in self._items), default=0)
        return QSize(width + edges.left() + edges.right(), height + edges.top() + edges.bottom())

    def minimumSize(self) -> QSize:
        edges = self.contentsMargins()
        width = max((item.sizeHint().width() for item in self._items), default=0)
        height = max((item.sizeHint().height() for item in self._items), default=0)
        return QSize(width + edges.left() + edges.right(), height + edges.top() + edges.bottom())

    def _lines(self, width: int) -> list[list[QLayoutItem]]:
        """Which items stand side by side in this width."""
        lines: list[list[QLayoutItem]] = []
        used = 0
        for item in self._items:
            if item.isEmpty():
                continue
            wide = item.sizeHint().width()
            if not lines or used + self.spacing() + wide > width:
                lines.append([item])
                used = wide
            else:
                lines[-1].append(item)
                used += self.spacing() + wide
        return lines

    def _arrange(self, rect: QRect, *, move: bool) -> int:
        edges, gap = self.contentsMargins(), self.spacing()
        inner = rect.adjusted(edges.left(), edges.top(), -edges.right(), -edges.bottom())
        y = inner.y()
        for line in self._lines(inner.width()):
            sizes = [item.sizeHint() for item in line]
            used = sum(size.width() for size in sizes) + gap * (len(line) - 1)
            x = inner.right() + 1 - used if self._right else inner.x()
            for item, size in zip(line, sizes, strict=True):
                if move:
                    item.setGeometry(QRect(QPoint(x, y), size))
                x += size.width() + gap
            y += max(size.height() for size in sizes) + gap
        return max(0, y - gap - inner.y()) + edges.top() + edges.bottom()
