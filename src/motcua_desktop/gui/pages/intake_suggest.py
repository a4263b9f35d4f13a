"""What may be meant by what is being typed: a short list below a field, taken with ↓ and Enter.

The field keeps the focus and the keyboard, and nothing is put in before it is taken: a Vietnamese keyboard
goes back over letters already typed.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QPainter

from motcua_desktop.gui.tasks import Tasks
from motcua_desktop.gui.theme import font, paint_icon, px
from motcua_desktop.gui.theme.paint import words
from motcua_desktop.gui.widgets.drop_list import DropList, Paint
from motcua_desktop.gui.widgets.field import Field

WAIT_MS = 120


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A line of the list; `value` is what is taken. A `sure` one is marked at once: Enter alone takes it."""

    words: str
    aside: str
    value: object
    sure: bool = False


def _painter(icon: str) -> Paint:
    def paint(painter: QPainter, rect: QRect, line: Suggestion) -> None:
        place = QRect(rect.x() + px(10), rect.y(), px(16), rect.height())
        paint_icon(painter, place, icon, "text2", 16)
        inner = rect.adjusted(px(36), 0, -px(10), 0)
        used = words(painter, inner, line.aside, font(), "text3", Qt.AlignmentFlag.AlignRight)
        words(painter, inner.adjusted(0, 0, -used - px(12), 0), line.words, font())

    return paint


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
        self._list: DropList | None = None
        self._asked = ""
        self._untouched = False
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
            spoken = lambda line: f"{line.words}, {line.aside}"  # noqa: E731
            self._list = DropList(self._field.window(), self._name, spoken, _painter(self._icon))
            self._list.picked.connect(self._take)
        self._untouched = found[0].sure
        self._list.show_below(self._field.edit, found, marked=found[0].sure)

    def _take(self, line: Suggestion) -> None:
        self.close_list()
        self.taken.emit(line.value)

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
        if key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            # ↓ and Enter take the first line, whether it was marked by itself or not.
            if not (self._untouched and key == Qt.Key.Key_Down):
                self._list.move_by(1 if key == Qt.Key.Key_Down else -1)
            self._untouched = False
            return True
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._list.current:
            self._take(self._list.current)
            return True
        return False
