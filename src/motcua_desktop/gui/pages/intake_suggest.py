"""What may be meant by what is being typed: a short list below a field, taken with ↓ and Enter.

The field keeps the focus and the keyboard, and nothing is put in before it is taken: a Vietnamese keyboard
goes back over letters already typed.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import cast

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QSize,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QColor, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QFrame,
    QGraphicsDropShadowEffect,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from motcua_desktop.gui.tasks import Tasks
from motcua_desktop.gui.theme import colour, font, margins, paint_icon, px
from motcua_desktop.gui.theme.paint import frame, words
from motcua_desktop.gui.widgets.field import Field
from motcua_desktop.gui.widgets.rows import VALUE, QuietList, Rows

ROW, WIDE, WAIT_MS = 36, 460, 120
_Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A line of the list; `value` is what is taken. A `sure` one is marked at once: Enter alone takes it."""

    words: str
    aside: str
    value: object
    sure: bool = False


class _Delegate(QStyledItemDelegate):
    def __init__(self, icon: str, parent: QObject) -> None:
        super().__init__(parent)
        self._icon = icon

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        return QSize(px(200), px(ROW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        rect: QRect = option.rect
        view = cast("QuietList", option.widget)
        line: Suggestion = index.data(VALUE)
        painter.save()
        if index.row() == view.currentIndex().row():
            frame(painter, rect, colour("soft"), None)
            edge = QRect(rect.x(), rect.y() + px(8), px(3), rect.height() - px(16))
            painter.fillRect(edge, colour("accent"))
        paint_icon(
            painter, QRect(rect.x() + px(10), rect.y(), px(16), rect.height()), self._icon, "text2", 16
        )
        inner = rect.adjusted(px(36), 0, -px(10), 0)
        used = words(painter, inner, line.aside, font(), "text3", Qt.AlignmentFlag.AlignRight)
        words(painter, inner.adjusted(0, 0, -used - px(12), 0), line.words, font())
        painter.restore()


class _List(QFrame):
    def __init__(self, parent: QWidget, icon: str, name: str) -> None:
        super().__init__(parent)
        self.setProperty("kind", "card")
        self.list = QuietList(name)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.rows = Rows(lambda line: f"{line.words}, {line.aside}", self)
        self.list.setModel(self.rows)
        self.list.setItemDelegate(_Delegate(icon, self.list))
        layout = QVBoxLayout(self)
        margins(layout, 4, 4, 4, 4)
        layout.addWidget(self.list)
        shadow = QGraphicsDropShadowEffect(self)
        shadow.setBlurRadius(16)
        shadow.setOffset(0, 4)
        shadow.setColor(QColor(0, 0, 0, 41))
        self.setGraphicsEffect(shadow)
        self.hide()

    def show_below(self, field: QWidget, lines: Sequence[Suggestion]) -> None:
        """List under the field, above it where there is no room below."""
        self.rows.show(lines)
        first = self.rows.index(0) if lines[0].sure else QModelIndex()
        self.list.setCurrentIndex(first)
        around = self.window()
        height = len(lines) * px(ROW) + px(8) + 2
        at = field.mapTo(around, QPoint(0, field.height() + px(4)))
        width = min(max(field.width(), px(WIDE)), around.width() - at.x() - px(16))
        if at.y() + height > around.height() - px(8):
            at.setY(max(0, at.y() - height - field.height() - px(8)))
        self.setGeometry(at.x(), at.y(), width, height)
        self.show()
        self.raise_()


class Suggesting(QObject):
    """Listens to the line of `field`; `find` runs off the window's thread. `taken(value)` tells."""

    taken = Signal(object)

    def __init__(
        self,
        field: Field,
        tasks: Tasks,
        find: Callable[[str], Sequence[Suggestion]],
        icon: str,
        name: str,
    ) -> None:
        super().__init__(field)
        self._field, self._tasks, self._find = field, tasks, find
        self._icon, self._name = icon, name
        self._list: _List | None = None
        self._asked = ""
        self._wait = QTimer(self, singleShot=True, interval=WAIT_MS)
        self._wait.timeout.connect(self._ask)
        field.line.textEdited.connect(self._typed)
        field.edit.installEventFilter(self)

    @property
    def is_open(self) -> bool:
        """Whether the list is in sight."""
        return self._list is not None and self._list.isVisible()

    @property
    def lines(self) -> Sequence[Suggestion]:
        """What the open list offers."""
        return self._list.rows.values if self._list is not None and self.is_open else ()

    def close_list(self) -> bool:
        """Hide the list (Esc); False when it was not open."""
        was_open = self.is_open
        self._wait.stop()
        self._asked = ""
        if self._list is not None:
            self._list.hide()
        return was_open

    def _typed(self, text: str) -> None:
        if len(text.strip()) >= 2:
            self._wait.start()
        else:
            self.close_list()

    def _ask(self) -> None:
        text = self._asked = self._field.text()
        self._tasks.ask(
            self._field,
            self._find,
            text,
            then=lambda found: self._found(text, found),
            name=f"suggest {self._icon}",
        )

    def _found(self, text: str, found: Sequence[Suggestion]) -> None:
        if text != self._asked or not self._field.edit.hasFocus():
            return
        if not found:
            self.close_list()
            return
        if self._list is None:
            self._list = _List(self._field.window(), self._icon, self._name)
            self._list.list.clicked.connect(lambda index: self._take(index.row()))
        self._list.show_below(self._field.edit, found)

    def _take(self, row: int) -> None:
        value = self.lines[row].value
        self.close_list()
        self.taken.emit(value)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is not self._field.edit:
            return False
        if event.type() == QEvent.Type.FocusOut:
            self.close_list()
        elif event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._key(event)
        return False

    def _key(self, event: QKeyEvent) -> bool:
        """Arrows move, Enter takes what is marked; every other key stays the field's."""
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            return False
        key = Qt.Key(event.key())
        if key == Qt.Key.Key_Down and not self.is_open:
            self._ask()
            return True
        if not self.is_open or self._list is None:
            return False
        view, last = self._list.list, len(self.lines) - 1
        row = view.currentIndex().row()
        if key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            row += 1 if key == Qt.Key.Key_Down else -1
            view.setCurrentIndex(self._list.rows.index(min(last, max(0, row))))
            return True
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and row >= 0:
            self._take(row)
            return True
        return False
