"""The list of procedures below the field."""

from __future__ import annotations

from collections.abc import Sequence
from typing import cast

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QPainter
from PySide6.QtWidgets import (
    QFrame,
    QGraphicsDropShadowEffect,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from motcua_desktop.domain.procedure import Procedure
from motcua_desktop.gui.pages.intake_words import procedure_icon, term_words
from motcua_desktop.gui.theme import colour, font, margins, paint_icon, px
from motcua_desktop.gui.theme.paint import frame, words
from motcua_desktop.gui.widgets.rows import VALUE, QuietList, Rows
from motcua_desktop.i18n import _

ROW, MOST_ROWS = 40, 8
_Index = QModelIndex | QPersistentModelIndex


class _Delegate(QStyledItemDelegate):
    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        return QSize(px(300), px(ROW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        rect: QRect = option.rect
        view = cast("QuietList", option.widget)
        entry: Procedure = index.data(VALUE)
        painter.save()
        if index.row() == view.currentIndex().row():
            frame(painter, rect, colour("soft"), None)
            edge = QRect(rect.x(), rect.y() + px(8), px(3), rect.height() - px(16))
            painter.fillRect(edge, colour("accent"))
        paint_icon(painter, QRect(rect.x() + px(10), rect.y(), px(20), rect.height()), procedure_icon(entry))
        right = QRect(rect.x(), rect.y(), rect.width() - px(10), rect.height())
        said = f"{entry.alias} · {term_words(entry)}" if entry.alias else term_words(entry)
        used = words(painter, right, said, font(), "text3", Qt.AlignmentFlag.AlignRight)
        metrics = QFontMetrics(font())
        code = metrics.horizontalAdvance(entry.code)
        left = rect.x() + px(42)
        room = rect.right() - used - px(30) - left - code - px(12)
        wide = words(painter, QRect(left, rect.y(), room, rect.height()), entry.name, font())
        words(
            painter,
            QRect(left + wide + px(8), rect.y(), code + 2, rect.height()),
            entry.code,
            font(),
            "text3",
        )
        painter.restore()


class ProcedureList(QFrame):
    """The list below the field: a child of the window, so that the field keeps the focus and the keyboard."""

    picked = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("kind", "card")
        self.list = QuietList(_("Thủ tục"))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.rows = Rows(lambda entry: f"{entry.name}, {entry.code}, {term_words(entry)}", self)
        self.list.setModel(self.rows)
        self.list.setItemDelegate(_Delegate(self.list))
        self.list.clicked.connect(lambda index: self.picked.emit(index.data(VALUE)))
        layout = QVBoxLayout(self)
        margins(layout, 4, 4, 4, 4)
        layout.addWidget(self.list)
        shadow = QGraphicsDropShadowEffect(self)
        shadow.setBlurRadius(16)
        shadow.setOffset(0, 4)
        shadow.setColor(QColor(0, 0, 0, 41))
        self.setGraphicsEffect(shadow)
        self.hide()

    def show_below(self, field: QWidget, found: Sequence[Procedure]) -> None:
        """List what was found under the field, at least 640 wide."""
        self.rows.show(found)
        if not found:
            self.hide()
            return
        self.list.setCurrentIndex(self.rows.index(0))
        height = min(len(found), MOST_ROWS) * px(ROW) + px(8) + 2
        around = self.window()
        room = around.rect()
        at = field.mapTo(around, QPoint(0, field.height() + px(4)))
        width = min(max(field.width(), px(640)), room.width() - at.x() - px(16))
        self.setGeometry(at.x(), at.y(), width, min(height, room.height() - at.y() - px(8)))
        self.show()
        self.raise_()

    @property
    def current(self) -> Procedure | None:
        """The entry Enter would take."""
        value: Procedure | None = self.list.currentIndex().data(VALUE)
        return value

    def move_by(self, step: int) -> None:
        """Up and down, staying inside."""
        row = min(len(self.rows.values) - 1, max(0, self.list.currentIndex().row() + step))
        self.list.setCurrentIndex(self.rows.index(row))
