"""Rows with a choice of two each, none chosen at first: what the calendar asks about every dossier."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from motcua_desktop.gui.theme import colour, font, px
from motcua_desktop.gui.theme.paint import frame, words, wrapped
from motcua_desktop.gui.widgets.rows import VALUE, QuietList, Rows

ROW, LINE, CHOICE_HEIGHT, BESIDE = 50, 20, 32, 12
WIDTHS = (50, 62)
_Index = QModelIndex | QPersistentModelIndex
_CENTRE = Qt.AlignmentFlag.AlignHCenter


@dataclass(frozen=True, slots=True)
class DecisionLine:
    """A row: `key`, a bold line, a line below, what is chosen (0, 1 or None)."""

    key: str
    title: str
    detail: str
    chosen: int | None = None


class DecisionList(QuietList):
    """Left and right arrow choose for the row; so does a click. `decided(key, 0 or 1)` tells."""

    decided = Signal(str, int)

    def __init__(self, name: str, choices: tuple[str, str], parent: QWidget | None = None) -> None:
        super().__init__(name, parent)
        self.choices = choices
        self._rows = Rows(self._spoken, self)
        self.setModel(self._rows)
        self.setItemDelegate(_DecisionDelegate(self))

    def _spoken(self, line: DecisionLine) -> str:
        chosen = "" if line.chosen is None else self.choices[line.chosen]
        return ", ".join(part for part in (line.title, line.detail, chosen) if part)

    def show_lines(self, lines: Sequence[DecisionLine]) -> None:
        """Replace the rows, keeping the current one by its place."""
        at = max(0, self.currentIndex().row())
        self._rows.show(lines)
        if lines:
            self.setCurrentIndex(self._rows.index(min(at, len(lines) - 1)))

    @property
    def lines(self) -> list[DecisionLine]:
        """The rows as they stand."""
        return list(self._rows.values)

    def choose(self, number: int, choice: int) -> None:
        """Choose for a row and tell."""
        line = self._rows.values[number]
        self._rows.replace(number, replace(line, chosen=choice))
        self.decided.emit(line.key, choice)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        choice = {Qt.Key.Key_Left: 0, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        at = self.currentIndex().row()
        if choice is None or at < 0 or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            super().keyPressEvent(event)
            return
        self.choose(at, choice)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        point = event.position().toPoint()
        index = self.indexAt(point)
        if index.isValid():
            for choice, place in enumerate(choice_places(self.visualRect(index))):
                if place.contains(point):
                    self.choose(index.row(), choice)

    def focusInEvent(self, event: object) -> None:
        super().focusInEvent(event)  # type: ignore[arg-type]
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()  # other rows wrap at another width

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.scheduleDelayedItemsLayout()


def choice_places(rect: QRect) -> tuple[QRect, QRect]:
    """Where the two choices of a row are."""
    top = rect.y() + (rect.height() - px(CHOICE_HEIGHT)) // 2
    left = rect.right() - px(BESIDE) - sum(map(px, WIDTHS))
    one = QRect(left, top, px(WIDTHS[0]), px(CHOICE_HEIGHT))
    return one, QRect(one.right() + 1, top, px(WIDTHS[1]), px(CHOICE_HEIGHT))


def _room(rect: QRect) -> int:
    """Width left for the words of a row."""
    return choice_places(rect)[0].left() - rect.x() - px(16 + 8)


def _detail(rect: QRect, line: DecisionLine) -> list[str]:
    """The words below the name; both dates are read whole, in a second line where they are long."""
    return wrapped(line.detail, font(), _room(rect))


class _DecisionDelegate(QStyledItemDelegate):
    """Two lines of words at left, the two choices in one frame at right."""

    def __init__(self, view: DecisionList) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        row = QRect(0, 0, self._view.viewport().width(), 0)
        return QSize(px(200), px(ROW + LINE * (len(_detail(row, index.data(VALUE))) - 1)))

    def paint(self, painter: QPainter, option: Any, index: _Index) -> None:
        line: DecisionLine = index.data(VALUE)
        rect: QRect = option.rect
        painter.save()
        current = bool(option.state & QStyle.StateFlag.State_Selected) and self._view.hasFocus()
        if current:
            painter.fillRect(rect, colour("soft"))
            painter.fillRect(QRect(rect.x(), rect.y(), px(3), rect.height()), colour("accent"))
        one, two = choice_places(rect)
        below = _detail(rect, line)
        top = rect.y() + (rect.height() - px(LINE) * (1 + len(below))) // 2
        place = QRect(rect.x() + px(16), top, _room(rect) + 1, px(LINE))
        words(painter, place, line.title, font(bold=True))
        for shown in below:
            place.translate(0, px(LINE))
            words(painter, place, shown, font(), "text2")
        whole = one.united(two)
        frame(painter, whole, colour("surface"), colour("line"))
        for number, place in enumerate((one, two)):
            chosen = line.chosen == number
            if chosen:
                frame(painter, place, colour("soft"), colour("softline"))
            ink = "accent" if chosen else "text"
            words(painter, place, self._view.choices[number], font(bold=chosen), ink, _CENTRE)
        painter.fillRect(QRect(two.left(), two.top() + 1, 1, two.height() - 2), colour("line"))
        painter.fillRect(QRect(rect.x(), rect.bottom(), rect.width(), 1), colour("line2"))
        painter.restore()
