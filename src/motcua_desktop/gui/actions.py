"""What a key does, as data: one table per context, and the filter that listens for all of them.

Contexts are asked from the inside out: what is open over the page, then the page, then the window. A key of
one character ("K", "1", "?") counts only where no text is typed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)

FIELD_KEYS = frozenset({"Ctrl+A", "Ctrl+C", "Ctrl+V", "Ctrl+X"})
_ZOOM = {
    Qt.Key.Key_Plus: "Ctrl++",
    Qt.Key.Key_Equal: "Ctrl++",
    Qt.Key.Key_Minus: "Ctrl+-",
    Qt.Key.Key_Underscore: "Ctrl+-",
}
_TELEX = frozenset({"W", "[", "]"})


def lone_letter(event: QKeyEvent) -> str:
    """The letter or digit that a key alone types, "" for every other key."""
    text, plain = event.text(), event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier
    return text if len(text) == 1 and text.isalnum() and not plain else ""


def _always() -> bool:
    return True


@dataclass(frozen=True, slots=True)
class Action:
    """One thing a key does.

    key: as Qt writes it ("F12", "Ctrl+B", "K", "Alt+1"), "" for an action without one. words: what it does,
    short. show: "bar" (a button of the action bar), "status" (named in the status bar), "" (only in the list
    of keys). side: which end of the action bar. can: whether it can be done now; a key that cannot does
    nothing. also: other words the command box finds it by. look: run instead by the command box, with the
    words it was found by, "" where these are its name.
    """

    key: str
    words: str
    run: Callable[[], object]
    icon: str = ""
    show: str = ""
    side: str = "left"
    can: Callable[[], bool] = _always
    also: str = ""
    look: Callable[[str], object] | None = None


@dataclass(frozen=True, slots=True)
class Hint:
    """A key named in the status bar which Qt itself listens to ("↑↓", "Chọn")."""

    key: str
    words: str


class TwoActionsOneKey(ValueError):
    """Two actions of one context share a key."""


def checked(actions: Iterable[Action]) -> list[Action]:
    """The table of one context; raises `TwoActionsOneKey`, or ValueError for a key Vietnamese keyboards
    take."""
    table: dict[str, Action] = {}
    plain: list[Action] = []
    for action in actions:
        if not action.key:
            plain.append(action)
            continue
        refuse_taken_key(action.key)
        key = QKeySequence(action.key).toString()
        if key in table:
            raise TwoActionsOneKey(f"{key}: {table[key].words!r} / {action.words!r}")
        table[key] = action
    return [*table.values(), *plain]


def refuse_taken_key(key: str) -> None:
    """Raise ValueError for Ctrl+Shift, Alt+Z, AltGr and the Telex letters W, [ and ]."""
    if "Ctrl+Shift" in key or "Ctrl+Alt" in key or key == "Alt+Z" or key in _TELEX:
        raise ValueError(f"{key} belongs to the Vietnamese keyboard")
    if QKeySequence(key).isEmpty() or QKeySequence(key).toString() == "":
        raise ValueError(f"{key} is no key")


def is_editing(widget: QWidget | None) -> bool:
    """Whether letters typed now belong to a field."""
    if isinstance(widget, (QLineEdit, QPlainTextEdit, QTextEdit)):
        return not widget.isReadOnly()
    return isinstance(widget, QAbstractSpinBox) or (isinstance(widget, QComboBox) and widget.isEditable())


def key_of(event: QKeyEvent) -> str:
    """The key of an event as the tables write it: "Ctrl+Up", "?" (without its Shift), "K"."""
    keypad = Qt.KeyboardModifier.KeypadModifier
    modifiers = event.modifiers() & ~keypad
    text = event.text()
    key = event.key()
    no_control = modifiers in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier)
    if no_control and len(text) == 1 and text.isprintable() and text != " ":
        return text.upper()
    if key == Qt.Key.Key_Enter:
        key = Qt.Key.Key_Return
    if modifiers & Qt.KeyboardModifier.ControlModifier and key in _ZOOM:
        return _ZOOM[Qt.Key(key)]  # the plus needs Shift on most keyboards
    return QKeySequence(int(modifiers.value) | int(key)).toString()


class KeyListener(QObject):
    """Runs the action of a pressed key in the window that has it.

    `contexts` is called at each key and gives the tables from the inside out. The listener works on
    `ShortcutOverride` too, so that a line input does not keep Ctrl+K, Ctrl+U, Ctrl+E and Ctrl+H for itself.
    """

    def __init__(self, window: QWidget, contexts: Callable[[], Sequence[Sequence[Action]]]) -> None:
        super().__init__(window)
        self._window, self._contexts = window, contexts
        QApplication.instance().installEventFilter(self)  # type: ignore[union-attr]

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not isinstance(
            event, QKeyEvent
        ):  # first: this sees every event, and asking for the type costs more
            return False
        kind = event.type()
        if kind != QEvent.Type.KeyPress and kind != QEvent.Type.ShortcutOverride:
            return False
        if not isinstance(watched, QWidget):
            return False
        if watched.window() is not self._window or QApplication.activeModalWidget():
            return False
        action = self.action_for(key_of(event), watched)
        if action is None:
            return False
        if kind == QEvent.Type.ShortcutOverride:
            event.accept()
            return False
        if event.isAutoRepeat() and action.key.startswith("F"):
            return True
        action.run()
        return True

    def action_for(self, key: str, focus: QWidget | None) -> Action | None:
        """The action a key has where `focus` is, or None."""
        editing = is_editing(focus)
        if editing and (len(key) == 1 or key in FIELD_KEYS or key == "Return"):
            return None
        if editing and key == "Ctrl+Z" and _can_undo(focus):
            return None
        for action in self._every():
            if QKeySequence(action.key).toString() == key and action.can():
                return action
        return None

    def _every(self) -> Iterator[Action]:
        for table in self._contexts():
            for action in table:
                if action.key:
                    yield action


def _can_undo(widget: QWidget | None) -> bool:
    if isinstance(widget, QLineEdit):
        return widget.isUndoAvailable()
    if isinstance(widget, (QPlainTextEdit, QTextEdit)):
        return widget.document().isUndoAvailable()
    return False
