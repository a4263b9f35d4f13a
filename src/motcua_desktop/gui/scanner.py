"""A scanner that types like a keyboard: its burst of letters is told from typing.

A burst: keys at most 25 ms apart, none repeated by holding, 8 or more, ended by Enter or Tab. (Some systems
take a digit that a fast scanner writes twice for a key held down; no hand repeats one that soon.) In a field
the keys pass at once and the field gets its old text back when the burst proves to be a scan. Elsewhere a
single letter may be a shortcut, so keys wait 40 ms: a burst is swallowed, a lone key is sent on. A Shift
pressed on the way to a capital or a bar belongs to the burst.

Twelve digits and a bar begin an identity card and nothing an officer types: from there on the pace no longer
matters, nor whether an Enter ends it. A card read slowly must not become a telephone number or a command.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace

import shiboken6
from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QPlainTextEdit, QTextEdit, QWidget

from motcua_desktop.gui.actions import is_editing

GAP_MS = 25
#: A key held down repeats every 20 ms or slower, whatever the keyboard is set to.
REPEAT_MS = 8
HOLD_MS = 40
#: A card that has begun goes on for so long between two keys, and is whole after so long without one.
CARD_GAP_MS, CARD_PAUSE_MS = 1000, 300
#: An Enter this soon after a scan is the scanner's, not the officer's: some send two, and a slow one sends
#: its only one when the card has been taken as whole already.
ECHO_MS, LATE_ENTER_MS = 100, 700
LEAST = 8
CARD = re.compile(r"\d{12}\|")
# An identity card begins with its 12 digits; our own papers carry the dossier code, alone or signed.
LOOKS_SCANNED = re.compile(
    r"^(\d{12}\||MC1\*\S+$|H\d{2}(\.\d{2,3})*\.\d{2}-\d{6}-\d{4}$|\d{6}-\d{4}$)", re.IGNORECASE
)
_ENDS = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab)
_MODIFIERS = (Qt.Key.Key_Shift, Qt.Key.Key_CapsLock, Qt.Key.Key_Control, Qt.Key.Key_Alt, Qt.Key.Key_AltGr)
_PLAIN = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier


@dataclass(frozen=True)
class _Field:
    widget: QWidget
    text: str
    position: int


class Scanner(QObject):
    """Listens to the whole application; `scanned` carries the raw text of one scan."""

    scanned = Signal(str)

    def __init__(self, parent: QObject, looks_scanned: Callable[[str], bool] | None = None) -> None:
        super().__init__(parent)
        self._looks_scanned = looks_scanned or (lambda text: LOOKS_SCANNED.match(text) is not None)
        self._letters = self._trail = ""
        self._last = 0
        self._scanned_at: int | None = None
        self._echo = ECHO_MS
        self._field: _Field | None = None
        self._held: list[tuple[QWidget, QKeyEvent]] = []
        self._replaying = False
        self._pause = QTimer(self, singleShot=True)
        self._pause.timeout.connect(self._quiet)
        QApplication.instance().installEventFilter(self)  # type: ignore[union-attr]

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # The class first: this sees every event of the program, and asking for the type costs more.
        if not isinstance(event, QKeyEvent) or self._replaying or event.type() != QEvent.Type.KeyPress:
            return False
        if not isinstance(watched, QWidget):
            return False
        return self._pressed(watched, event)

    @property
    def _is_card(self) -> bool:
        return CARD.match(self._letters) is not None

    def _pressed(self, widget: QWidget, event: QKeyEvent) -> bool:
        """Whether the key is kept from its widget."""
        if event.key() in _MODIFIERS:
            return False  # a scanner presses Shift before every bar and capital, as a hand does
        gap = event.timestamp() - self._last
        in_burst = bool(self._letters) and gap <= (CARD_GAP_MS if self._is_card else GAP_MS)
        if not in_burst and not self._held:
            self._forget()
        if gap > CARD_GAP_MS:
            self._trail = ""
        self._last = event.timestamp()
        if event.key() in _ENDS or event.text() in ("\r", "\n"):
            return self._ended(in_burst) or self._echoes(event)
        is_typed = self._is_typed(
            event, held_down=event.isAutoRepeat() and not (in_burst and gap <= self._soon)
        )
        if in_burst and self._is_card and not is_typed:
            return self._marked(event)
        if not is_typed:
            self._paused()
            self._forget()
            return False
        return self._take(widget, event)

    def _marked(self, event: QKeyEvent) -> bool:
        """A key of a card that writes no letter: a Vietnamese keyboard takes letters back to mark them, a
        scanner has none for some."""
        if event.key() != Qt.Key.Key_Backspace:
            return True
        self._letters = self._letters[:-1]
        return False

    def _echoes(self, event: QKeyEvent) -> bool:
        """Whether an Enter still belongs to the scan just told."""
        if self._scanned_at is None or event.key() == Qt.Key.Key_Tab:
            return False
        return 0 <= event.timestamp() - self._scanned_at <= self._echo

    @property
    def _soon(self) -> int:
        """A key that repeats within so long is a scanner's; a card that has begun leaves no doubt."""
        return GAP_MS if self._is_card else REPEAT_MS

    def _is_typed(self, event: QKeyEvent, *, held_down: bool) -> bool:
        """Whether the key writes a letter that may be a scanner's."""
        letter = event.text()
        plain = not event.modifiers() & ~_PLAIN
        starts_with_space = letter == " " and not self._letters
        return plain and not held_down and len(letter) == 1 and letter.isprintable() and not starts_with_space

    def _take(self, widget: QWidget, event: QKeyEvent) -> bool:
        self._scanned_at = None  # a letter was typed: the Enter that follows is the officer's
        if not self._letters:
            self._field = _remembered(widget)
        if event.text() == "|" and not self._is_card:
            self._begin_card(widget)
        self._letters += event.text()
        self._trail = (self._trail + event.text())[-12:]
        held = self._field is None and not is_editing(widget)
        if held:
            self._held.append((widget, event.clone()))
        if held or self._is_card:
            self._pause.start(CARD_PAUSE_MS if self._is_card else HOLD_MS)
        return held

    def _begin_card(self, widget: QWidget) -> None:
        """Twelve digits written slowly, then a bar: they were a card's, and are taken from the field."""
        field = _remembered(widget)
        if field is None and not is_editing(widget) and re.fullmatch(r"\d{12}", self._trail):
            self._letters = self._trail
        if field is None or re.search(r"\d{12}$", field.text[: field.position]) is None:
            return
        start = field.position - 12
        self._letters = field.text[start : field.position]
        self._field = replace(field, text=field.text[:start] + field.text[field.position :], position=start)

    def _ended(self, in_burst: bool) -> bool:
        text = self._letters
        whole = self._is_card or len(text) >= LEAST
        # Letters still held were not told from a scan yet, however late a busy window hears the Enter.
        heard = in_burst or bool(self._held)
        if not heard or not whole or not self._looks_scanned(text):
            self._let_go()
            self._forget()
            return False
        self._tell(text, ECHO_MS)
        return True

    def _quiet(self) -> None:
        """No key for a while, as far as this window knows: a busy one hears what waits in the queue first."""
        before = self._letters
        QCoreApplication.processEvents()
        if self._letters == before and not self._pause.isActive():
            self._paused()

    def _paused(self) -> None:
        """No key for a while: a card is whole, a burst elsewhere may be our own paper, the rest was typed."""
        text = self._letters
        if self._is_card or (self._held and len(text) >= LEAST and self._looks_scanned(text)):
            self._tell(text, LATE_ENTER_MS)
        else:
            self._let_go()

    def _tell(self, text: str, echo: int) -> None:
        place, self._scanned_at, self._echo = self._field, self._last, echo
        self._pause.stop()
        self._held.clear()
        self._forget()
        if place and shiboken6.isValid(place.widget):
            _restored(place)
        self.scanned.emit(text)

    def _forget(self) -> None:
        self._letters, self._field = "", None

    def _let_go(self) -> None:
        """Send the keys that waited on, to where the focus is by then: the first may have moved it."""
        self._pause.stop()
        held, self._held = self._held, []
        if held:
            self._forget()
        self._replaying = True
        try:
            for widget, event in held:
                focus = QApplication.focusWidget()
                if focus is not None:
                    QCoreApplication.sendEvent(focus, event)
                elif shiboken6.isValid(widget):
                    QCoreApplication.sendEvent(widget, event)
        finally:
            self._replaying = False


def _remembered(widget: QWidget) -> _Field | None:
    if isinstance(widget, QComboBox) and (inner := widget.lineEdit()) is not None:
        widget = inner
    if isinstance(widget, QLineEdit) and not widget.isReadOnly():
        return _Field(widget, widget.text(), widget.cursorPosition())
    if isinstance(widget, (QPlainTextEdit, QTextEdit)) and not widget.isReadOnly():
        return _Field(widget, widget.toPlainText(), widget.textCursor().position())
    return None


def _restored(place: _Field) -> None:
    if isinstance(place.widget, QLineEdit):
        place.widget.setText(place.text)
        place.widget.setCursorPosition(place.position)
        place.widget.textEdited.emit(place.text)  # whatever was looked up or refused meanwhile is old
    elif isinstance(place.widget, (QPlainTextEdit, QTextEdit)):
        place.widget.setPlainText(place.text)
        cursor = place.widget.textCursor()
        cursor.setPosition(min(place.position, len(place.text)))
        place.widget.setTextCursor(cursor)
