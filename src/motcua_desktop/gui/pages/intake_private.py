"""Fields of the applicant: a number that is masked, and a field too narrow for its own sentence."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QWidget

from motcua_desktop.domain.text import mask_number
from motcua_desktop.gui.widgets.field import Field

SHOWN_MS = 10_000
_WRITES = (QEvent.Type.KeyPress, QEvent.Type.InputMethod)
_KEEPS_PLACE = (
    Qt.FocusReason.MouseFocusReason,
    Qt.FocusReason.PopupFocusReason,
    Qt.FocusReason.ActiveWindowFocusReason,  # the officer goes on where they were
)


class SpreadField(Field):
    """A field whose sentence stands elsewhere, across the whole card: `told` when it has another."""

    told = Signal()

    def __init__(self, words: str, edit: QWidget | None = None) -> None:
        super().__init__(words, edit)

    def _say(self, state: str, sentence: str) -> None:
        super()._say(state, sentence)
        self.sentence.hide()
        self.told.emit()


class PrivateField(Field):
    """A number that is masked once it has been left and nothing is wrong with it; the eye shows it for ten
    seconds."""

    def __init__(self, words: str) -> None:
        super().__init__(words)
        self._value = ""
        self._entering: bool | None = None
        self._hide = QTimer(self, singleShot=True, interval=SHOWN_MS)
        self._hide.timeout.connect(self._show)
        self.edited.connect(self._keep)

    def value(self) -> str:
        """The number itself, never the mask."""
        return self._value

    def set_text(self, text: str) -> None:
        """Put a number in without telling."""
        self._value = text
        self._show()

    def _keep(self, text: str) -> None:
        self._value = text

    def _show(self) -> None:
        left = not self.edit.hasFocus() and not self._hide.isActive()
        hidden = left and self.state == "" and len(self._value) > 5
        shown = mask_number(self._value) if hidden else self._value
        if self.line.text() != shown:
            self.line.setText(shown)
        if self.state == "":
            self.line.set_tail("eye" if hidden else "", "text2", self._reveal if hidden else None)

    def _reveal(self) -> None:
        self._hide.start()
        self._show()

    def _entered(self) -> None:
        """Once for each time the field is entered; what was typed meanwhile would be selected and lost."""
        keeps_place, self._entering = self._entering, None
        if keeps_place is None:
            return
        self._show()
        if not keeps_place and self.edit.hasFocus():
            self.line.selectAll()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.edit and isinstance(event, QFocusEvent):
            # Not now: the field would take what is put in while it gets the focus as typed.
            if event.gotFocus():
                self._entering = event.reason() in _KEEPS_PLACE
                QTimer.singleShot(0, self, self._entered)
            else:
                self._entering = None
                QTimer.singleShot(0, self, self._show)
        elif watched is self.edit and event.type() in _WRITES:
            self._entered()  # a busy machine hands keys out before its timers
        return super().eventFilter(watched, event)

    def _say(self, state: str, sentence: str) -> None:
        super()._say(state, sentence)
        self._show()


class IdField(PrivateField):
    """The ID or tax code: private, and too narrow for its sentence (`told`)."""

    told = Signal()

    def _say(self, state: str, sentence: str) -> None:
        super()._say(state, sentence)
        self.sentence.hide()
        self.told.emit()
