"""The letters that wait, one row each."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from motcua_desktop.gui.pages.letters_row import LetterRow
from motcua_desktop.gui.theme import margins, spacing
from motcua_desktop.i18n import _

#: Rows that fill the list, and how many more are made in one free moment of the window.
AT_ONCE, AT_A_TIME = 6, 3


class LetterRows(QWidget):
    """Rows below one another: arrows move, Space ticks, Enter goes into the reason. `moved`, `edited`,
    `grown`."""

    moved = Signal()
    edited = Signal()
    grown = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(_("Hồ sơ dự kiến quá hạn"))
        self.rows: list[LetterRow] = []
        self._makers: list[Callable[[], LetterRow]] = []
        self._wanted = ""
        self._timer = QTimer(self, singleShot=True, interval=0)
        self._timer.timeout.connect(self._grow)
        self.at = -1
        self._layout = QVBoxLayout(self)
        margins(self._layout, 0, 0, 0, 0)
        spacing(self._layout, 0)
        self._layout.addStretch(1)

    def show_rows(self, makers: Sequence[Callable[[], LetterRow]]) -> None:
        """Replace the rows; the same dossier stays current. Those in sight are made at once, the others in
        the window's free moments; `grown` when all stand."""
        self._wanted = self.current.draft.code if self.current else ""
        for old in self.rows:
            self._layout.removeWidget(old)
            old.hide()
            old.deleteLater()
        self.rows, self._makers, self.at = [], list(makers), -1
        self._grow(AT_ONCE)

    @property
    def is_growing(self) -> bool:
        """Whether rows are still to come: what holds for all of them has to wait."""
        return bool(self._makers)

    def _grow(self, some: int = AT_A_TIME) -> None:
        for make in self._makers[:some]:
            made = make()
            self._layout.insertWidget(len(self.rows), made)
            made.touched.connect(lambda made=made: self.go(self.rows.index(made)))
            made.edited.connect(self.edited)
            made.done.connect(self._next)
            self.rows.append(made)
            if self._wanted == made.draft.code:
                self.go(len(self.rows) - 1)
        del self._makers[:some]
        if self._makers:
            self._timer.start()
            return
        self.go(max(self.at, 0))
        self.grown.emit()

    def go_to(self, code: str) -> None:
        """Make the row of a dossier current, now or when it comes."""
        self._wanted = code
        for number, made in enumerate(self.rows):
            if made.draft.code == code:
                self.go(number)

    @property
    def current(self) -> LetterRow | None:
        """The row in hand."""
        return self.rows[self.at] if 0 <= self.at < len(self.rows) else None

    def go(self, number: int) -> None:
        """Make a row current."""
        if not 0 <= number < len(self.rows) or number == self.at:
            return
        self.at = number
        for place, made in enumerate(self.rows):
            made.set_current(place == number)
        self.moved.emit()

    def _next(self) -> None:
        """The next letter, from its list."""
        self.setFocus()
        self.go(self.at + 1)

    @property
    def ticked(self) -> list[LetterRow]:
        """The letters to be made."""
        return [made for made in self.rows if made.is_ticked]

    def spread_reason(self) -> None:
        """Give the reason of the row in hand to every ticked letter."""
        words = self.current.reason.currentText().strip() if self.current else ""
        if not words:
            if self.current is not None and not self.current.draft.locked:
                self.current.missing()
            return
        for made in self.ticked:
            made.reason.setCurrentText(words)

    def edit_reason(self) -> None:
        """The cursor into the reason of the letter in hand, ready to be written over."""
        if self.current is not None and not self.current.draft.locked:
            self.current.reason.setFocus()
            typed = self.current.reason.lineEdit()
            if typed is not None:
                typed.selectAll()

    def tick_all(self) -> None:
        """Tick every letter that can be made, or none when all are ticked."""
        free = [made for made in self.rows if not made.draft.locked]
        wanted = not all(made.is_ticked for made in free)
        for made in free:
            made.tick.setChecked(wanted)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, current = event.key(), self.current
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
        if key in steps:
            self.go(self.at + steps[Qt.Key(key)])
        elif key == Qt.Key.Key_Space and current is not None and not current.draft.locked:
            current.tick.toggle()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and current is not None:
            self.edit_reason()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()


class InSight(QObject):
    """Keeps the row in hand in sight, whole or at least from its top, also when the list gets another
    height, and where the page itself scrolls (150 %)."""

    def __init__(self, area: QScrollArea, rows: LetterRows) -> None:
        super().__init__(area)
        self._area, self._rows = area, rows
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._look)
        area.viewport().installEventFilter(self)

    def look(self) -> None:
        """Look after it once new rows have their places, which is after the window's next turn."""
        self._soon.start()

    def _look(self) -> None:
        row, bar = self._rows.current, self._area.verticalScrollBar()
        if row is None:
            return
        place, room = row.geometry(), self._area.viewport().height()
        if place.top() < bar.value() or place.height() > room:
            bar.setValue(place.top())
        elif place.bottom() >= bar.value() + room:
            bar.setValue(place.bottom() + 1 - room)
        above = self._area.parentWidget()
        while above is not None and not isinstance(above, QScrollArea):
            above = above.parentWidget()
        if above is not None and self._rows.hasFocus():
            above.ensureWidgetVisible(row, 0, 0)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self.look()
        return False
