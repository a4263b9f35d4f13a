"""Fields of the applicant: a number that is masked, and a field too narrow for its own sentence."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QWidget

from motcua_desktop.domain.text import mask_number
from motcua_desktop.gui.widgets.field import Field

SHOWN_MS = 10_000
_MOUSE = (Qt.FocusReason.MouseFocusReason, Qt.FocusReason.PopupFocusReason)


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

    def _entered(self, by_mouse: bool) -> None:
        self._show()
        if not by_mouse and self.edit.hasFocus():
            self.line.selectAll()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.edit and isinstance(event, QFocusEvent):
            # Not now: the field would take what is put in while it gets the focus as typed.
            if event.gotFocus():
                by_mouse = event.reason() in _MOUSE
                QTimer.singleShot(0, self, lambda: self._entered(by_mouse))
            else:
                QTimer.singleShot(0, self, self._show)
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
