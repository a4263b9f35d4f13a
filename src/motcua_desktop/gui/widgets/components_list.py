"""The papers of a procedure: tick, digit, name that wraps, what is asked, how many copies."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any, cast

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from motcua_desktop.gui.theme import colour, font, px
from motcua_desktop.gui.theme.paint import words
from motcua_desktop.gui.widgets.inputs import BOX, paint_check
from motcua_desktop.gui.widgets.rows import VALUE, QuietList, Rows
from motcua_desktop.i18n import _

SHOWN_ROWS, MOST_SHOWN, AT_REST = 5, 280, 118
"""Rows in sight while papers are ticked, and the height they may then ask for: a low window's page scrolls to
them. At rest the list leaves the height to the rest of the page."""
LEAST_HEIGHT, DUTY_ROOM, COPIES_ROOM, NAME_LEFT, BAR_ROOM = 36, 96, 92, 70, 12
NARROW, TWO_LINES = 560, 44
"""A list narrower than the first says what is asked in two lines, which need a row as high as the second."""
_Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class ComponentLine:
    """One paper. `duty` and `copies` are words ("Phải nộp", "1 bản chính"); `required` counts for "tick
    all"."""

    name: str
    duty: str
    copies: str = ""
    required: bool = False
    checked: bool = False


class _Delegate(QStyledItemDelegate):
    def _name_width(self, view: QAbstractScrollArea) -> int:
        """Of the whole list, so that nothing moves aside when its scroll bar appears."""
        rest = DUTY_ROOM + (0 if _is_narrow(view) else COPIES_ROOM)
        return max(px(80), view.width() - px(NAME_LEFT + rest + BAR_ROOM + 24))

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        line: ComponentLine = index.data(VALUE)
        width = self._name_width(cast("ComponentsList", option.widget))
        flags = Qt.TextFlag.TextWordWrap
        needed = QFontMetrics(font()).boundingRect(QRect(0, 0, width, 10_000), flags, line.name)
        least = TWO_LINES if line.copies and _is_narrow(option.widget) else LEAST_HEIGHT
        return QSize(px(240), max(px(least), needed.height() + px(5)))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        rect: QRect = option.rect
        view = cast("ComponentsList", option.widget)
        line: ComponentLine = index.data(VALUE)
        painter.save()
        if view.hasFocus() and index.row() == view.currentIndex().row():
            painter.fillRect(rect, colour("soft"))
            painter.fillRect(QRect(rect.x(), rect.y(), px(3), rect.height()), colour("accent"))
        if index.row() < view.model().rowCount() - 1:
            painter.fillRect(QRect(rect.x(), rect.bottom(), rect.width(), 1), colour("line2"))
        paint_check(painter, QRect(rect.x() + px(16), rect.y(), px(BOX), rect.height()), line.checked)
        digit = QRect(rect.x() + px(46), rect.y(), px(20), rect.height())
        # Every paper has its number, which a refusal names; the first nine are keys too.
        words(painter, digit, str(index.row() + 1), font(), "text3", elide=False)
        width = self._name_width(view)
        ink = "text" if line.required or line.checked else "text2"
        painter.setFont(font())
        painter.setPen(colour(ink))
        name = QRect(rect.x() + px(NAME_LEFT), rect.y(), width, rect.height() - 1)
        painter.drawText(name, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap, line.name)
        duty = QRect(name.right() + px(16), rect.y(), px(DUTY_ROOM - 8), rect.height())
        copies = duty.translated(px(DUTY_ROOM), 0)
        if line.copies and _is_narrow(view):
            duty.setHeight(rect.height() // 2)
            copies = duty.translated(0, duty.height())
        words(painter, duty, line.duty, font(), "text2")
        copies.setWidth(px(COPIES_ROOM))
        words(painter, copies, line.copies, font(), "text2")
        painter.restore()


def _is_narrow(view: QWidget) -> bool:
    return view.width() < px(NARROW)


class ComponentsList(QuietList):
    """Space or a digit ticks, a click anywhere on a line too. `ticked(number, checked)` tells of each
    change."""

    ticked = Signal(int, bool)

    def __init__(self, name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(name or _("Thành phần hồ sơ"), parent)
        self._rows = Rows(_spoken, self)
        self.setModel(self._rows)
        self.setItemDelegate(_Delegate(self))
        self.clicked.connect(lambda index: self.toggle(index.row()))

    def set_lines(self, lines: Sequence[ComponentLine]) -> None:
        """Show these papers."""
        self._rows.show(lines)
        self.updateGeometry()
        if lines:
            self.setCurrentIndex(self._rows.index(0))

    def lines(self) -> list[ComponentLine]:
        """The papers with their ticks as they stand now."""
        return list(self._rows.values)

    def checked(self) -> list[int]:
        """Numbers (from 0) of the ticked papers."""
        return [number for number, line in enumerate(self._rows.values) if line.checked]

    def set_checked(self, number: int, checked: bool) -> None:
        """Tick or untick one paper; tells only when it changes."""
        line: ComponentLine = self._rows.values[number]
        if line.checked != checked:
            self._rows.replace(number, replace(line, checked=checked))
            self.ticked.emit(number, checked)

    def toggle(self, number: int) -> bool:
        """Change one tick; False when there is no such paper."""
        if not 0 <= number < len(self._rows.values):
            return False
        self.set_checked(number, not self._rows.values[number].checked)
        return True

    def tick_required(self) -> None:
        """Tick every paper that must be there (Ctrl+Space)."""
        for number, line in enumerate(self._rows.values):
            if line.required:
                self.set_checked(number, True)

    def go_to(self, number: int) -> None:
        """Make a paper the current one, in sight once what is laid out anew has its place."""
        self.setCurrentIndex(self._rows.index(number))
        QTimer.singleShot(0, self, lambda: self.scrollTo(self.currentIndex()))

    def minimumSizeHint(self) -> QSize:
        if not self.hasFocus():
            rest = AT_REST if self._rows.values else LEAST_HEIGHT
            return QSize(super().minimumSizeHint().width(), px(rest))
        heights = [self.sizeHintForRow(row) for row in range(min(SHOWN_ROWS, len(self._rows.values)))]
        wanted = min(sum(heights), px(MOST_SHOWN))
        return QSize(super().minimumSizeHint().width(), max(px(LEAST_HEIGHT), wanted, *heights) + 2)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        text = event.text()
        if event.key() == Qt.Key.Key_Space and not event.modifiers():
            self.toggle(self.currentIndex().row())
        elif len(text) == 1 and text in "123456789" and self.toggle(int(text) - 1):
            self.setCurrentIndex(self._rows.index(int(text) - 1))
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()  # other widths wrap names over other lines

    def focusInEvent(self, event: Any) -> None:
        super().focusInEvent(event)
        self.viewport().update()
        self.updateGeometry()

    def focusOutEvent(self, event: Any) -> None:
        super().focusOutEvent(event)
        self.updateGeometry()


def _spoken(line: ComponentLine) -> str:
    state = _("đã có") if line.checked else _("chưa có")
    return f"{line.name}. {line.duty} {line.copies}, {state}"
