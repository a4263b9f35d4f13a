"""The time line of a dossier: dots on a line, who did what, when."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import cast

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFocusEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from motcua_desktop.gui.theme import colour, font, paint_icon, px, width_of
from motcua_desktop.gui.theme.paint import words, wrapped
from motcua_desktop.gui.widgets.rows import VALUE, QuietList, Rows

ROW_HEIGHT, DOT, LINE, MOST_LINES = 36, 20, 20, 4
_Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Step:
    """Something done (or being done now: `now` fills the dot)."""

    icon: str
    words: str
    time: str
    now: bool = False


def _lines(step: Step, width: int) -> list[str]:
    """The words beside the time, on as many lines as they need."""
    time = width_of(step.time)
    return wrapped(step.words, font(), width - px(16 + DOT + 12 + 16 + 8) - time, MOST_LINES)


def step_height(step: Step, width: int) -> int:
    """What a step needs in a list of this width."""
    return px(ROW_HEIGHT + LINE * (max(1, len(_lines(step, width))) - 1))


class _Delegate(QStyledItemDelegate):
    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        view = cast("TimeLine", option.widget)
        return QSize(px(200), step_height(index.data(VALUE), view.viewport().width()))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        rect: QRect = option.rect
        step: Step = index.data(VALUE)
        last = index.row() == index.model().rowCount() - 1
        painter.save()
        view = cast("TimeLine", option.widget)
        if view.hasFocus() and index.row() == view.currentIndex().row():
            painter.fillRect(rect, colour("soft"))
        dot = QRect(rect.x() + px(16), rect.y() + px(ROW_HEIGHT - DOT) // 2, px(DOT), px(DOT))
        if not last:
            below = QRect(dot.center().x(), dot.bottom() + px(4), 1, rect.bottom() - dot.bottom() + px(4))
            painter.fillRect(below, colour("ctl"))
        if index.row():
            painter.fillRect(
                QRect(dot.center().x(), rect.y(), 1, max(0, dot.top() - rect.y() - px(3))), colour("ctl")
            )
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour("accentfill" if step.now else "soft"))
        painter.drawEllipse(QRectF(dot))
        paint_icon(painter, dot, step.icon, "on_accent" if step.now else "accent", 12)
        place = QRect(dot.right() + px(12), rect.y(), rect.right() - dot.right() - px(28), px(ROW_HEIGHT))
        words(painter, place, step.time, font(), "text2", Qt.AlignmentFlag.AlignRight)
        for line in _lines(step, rect.width()):
            words(painter, place, line, font())
            place.translate(0, px(LINE))
        painter.restore()


class TimeLine(QuietList):
    """Shows `Step`s in order; `whole=True` is as tall as its rows, without a scroll bar of its own."""

    def __init__(self, name: str = "", *, whole: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(name, parent)
        self._whole = whole
        self._rows = Rows(lambda step: f"{step.words}, {step.time}", self)
        self.setModel(self._rows)
        self.setItemDelegate(_Delegate(self))
        if whole:
            self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
            self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def set_steps(self, steps: Sequence[Step]) -> None:
        """Show these."""
        self._rows.show(steps)
        self.updateGeometry()
        self.scrollToBottom()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The step that holds now is marked, so that it is seen where the keys are."""
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self._rows.rowCount():
            self.setCurrentIndex(self._rows.index(self._rows.rowCount() - 1))

    def sizeHint(self) -> QSize:
        if not self._whole:
            return QSize(px(300), 4 * px(ROW_HEIGHT))
        width = self.viewport().width()
        return QSize(px(300), sum(step_height(step, width) for step in self._rows.values))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self.scheduleDelayedItemsLayout()  # the words wrap anew
            self.updateGeometry()

    def minimumSizeHint(self) -> QSize:
        return QSize(px(200), self.sizeHint().height() if self._whole else px(ROW_HEIGHT))
