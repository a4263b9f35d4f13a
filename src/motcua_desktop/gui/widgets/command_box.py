"""The command box (Ctrl+K): dossiers and commands in one list."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QRect, QSize, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QFrame,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from motcua_desktop.gui.theme import colour, fixed, font, margins, paint_icon, px, spacing
from motcua_desktop.gui.theme.paint import edge_of_focus, frame, words
from motcua_desktop.gui.widgets.drop_list import RowDelegate, lift
from motcua_desktop.gui.widgets.inputs import LineEdit
from motcua_desktop.gui.widgets.key_cap import paint_key_cap
from motcua_desktop.gui.widgets.rows import QuietList, Rows
from motcua_desktop.gui.widgets.text import label
from motcua_desktop.i18n import _

WIDTH, ROW_HEIGHT, MOST_ROWS = 640, 40, 9
#: Where it begins below the window's edge; all of it but its rows, with some air below.
TOP, FRAME = 64, 80


@dataclass(frozen=True, slots=True)
class Entry:
    """One line: a command (with its key) or a dossier (with its code as detail)."""

    icon: str
    words: str
    detail: str
    run: Callable[[], object]
    key: str = ""


Find = Callable[[str, Callable[[Sequence[Entry]], None]], object]
"""`find(text, show)`: look `text` up and call `show(entries)` when found; it may answer later."""


class SearchEntry(QPushButton):
    """The box in the page head that opens the command box."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(_("Tìm hồ sơ hoặc gõ lệnh"))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def sizeHint(self) -> QSize:
        return QSize(px(304), px(36))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(160), px(36))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        rect = self.rect()
        frame(painter, rect, colour("soft" if self.underMouse() else "surface2"), colour("line"))
        paint_icon(painter, QRect(px(13), 0, px(16), rect.height()), "search", "text2", 16)
        cap = paint_key_cap(painter, rect.right() + 1 - px(9), rect.center().y() + 1, "Ctrl+K")
        place = QRect(px(37), 0, cap.left() - px(42), rect.height())
        words(painter, place, self.accessibleName(), font(), "text2")
        if self.hasFocus():
            edge_of_focus(painter, rect)


def _paint(painter: QPainter, rect: QRect, entry: Entry) -> None:
    paint_icon(painter, QRect(rect.x() + px(14), rect.y(), px(20), rect.height()), entry.icon, "accent")
    right = rect.right() - px(10)
    if entry.key:
        right = paint_key_cap(painter, right, rect.center().y() + 1, entry.key).left() - px(8)
    place = QRect(rect.x() + px(46), rect.y(), right - rect.x() - px(46), rect.height())
    used = words(painter, place, entry.words, font())
    words(painter, place.adjusted(used + px(10), 0, 0, 0), entry.detail, font(), "text3")


class CommandBox(QFrame):
    """A frameless child of the window; what it lists comes from `find`; `none` is said where it
    finds nothing."""

    def __init__(self, parent: QWidget, find: Find, none: str = "") -> None:
        super().__init__(parent)
        self._around, self._find = parent, find
        self._asked = ""
        self._before: QWidget | None = None
        self.setProperty("kind", "card")
        fixed(self, WIDTH)
        self.edit = LineEdit(_("Tìm hồ sơ hoặc gõ lệnh"))
        self.edit.set_lead("search")
        fixed(self.edit, height=40)
        self.list = QuietList(_("Kết quả"))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._rows = Rows(lambda entry: f"{entry.words} {entry.detail} {entry.key}".strip(), self)
        self.list.setModel(self._rows)
        self.list.setItemDelegate(RowDelegate(ROW_HEIGHT, _paint, self.list))
        usual = _("Không thấy hồ sơ hay lệnh nào. Thử tên, mã, số điện thoại hoặc tên lệnh.")
        self.nothing = label(none or usual, "second")
        self.nothing.setIndent(14)
        fixed(self.nothing, height=ROW_HEIGHT)
        self.nothing.hide()
        layout = QVBoxLayout(self)
        margins(layout, 8, 8, 8, 8)
        spacing(layout, 8)
        layout.addWidget(self.edit)
        layout.addWidget(self.list)
        layout.addWidget(self.nothing)
        lift(self)
        self._wait = QTimer(self, singleShot=True, interval=80)
        self._wait.timeout.connect(self._ask)
        self.edit.textChanged.connect(lambda _text: self._wait.start())
        self.edit.installEventFilter(self)
        self.list.clicked.connect(lambda index: self._run(index.row()))
        self.hide()

    def open(self) -> None:
        """Show the box and take the focus."""
        self._before = self.window().focusWidget()
        self.edit.clear()
        self._place()
        self.show()
        self.raise_()
        self.edit.setFocus()
        self._ask()

    def close_box(self) -> bool:
        """Hide it, the focus goes back; False when it was not open."""
        if not self.isVisible():
            return False
        self._wait.stop()
        had_focus = self.edit.hasFocus()
        self.hide()
        if self._before is not None and had_focus:
            self._before.setFocus()
        return True

    def _ask(self) -> None:
        self._asked = self.edit.text()
        asked = self._asked
        self._find(asked, lambda entries: self._show(asked, entries))

    def _show(self, asked: str, entries: Sequence[Entry]) -> None:
        if asked != self._asked:
            return
        self._rows.show(entries)
        if entries:
            self.list.setCurrentIndex(self._rows.index(0))
        self._place()

    def _place(self) -> None:
        around = self._around.rect()
        fits = (around.height() - px(TOP + FRAME)) // px(ROW_HEIGHT)
        rows = max(1, min(MOST_ROWS, fits, len(self._rows.values)))
        self.list.setFixedHeight(rows * px(ROW_HEIGHT))
        self.list.setVisible(bool(self._rows.values))
        self.nothing.setVisible(not self._rows.values)
        self.adjustSize()
        self.move((around.width() - self.width()) // 2, px(TOP))

    def _run(self, row: int) -> None:
        if 0 <= row < len(self._rows.values):
            entry: Entry = self._rows.values[row]
            self.close_box()
            entry.run()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusOut and self.isVisible():
            QTimer.singleShot(0, self, self._close_if_left)
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        step = {
            Qt.Key.Key_Down: 1,
            Qt.Key.Key_Up: -1,
            Qt.Key.Key_PageDown: MOST_ROWS,
            Qt.Key.Key_PageUp: -MOST_ROWS,
        }.get(Qt.Key(event.key()))
        count = len(self._rows.values)
        if step and count:
            row = min(count - 1, max(0, self.list.currentIndex().row() + step))
            self.list.setCurrentIndex(self._rows.index(row))
            return True
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self._wait.isActive():
                self._wait.stop()
                self._ask()
            self._run(self.list.currentIndex().row())
            return True
        if event.key() == Qt.Key.Key_Escape:
            return self.close_box()
        return False

    def _close_if_left(self) -> None:
        if not self.edit.hasFocus() and self.window().isActiveWindow():
            self.close_box()
