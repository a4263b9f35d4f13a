"""A number that is a person's: shown masked, the eye shows it for ten seconds."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QWidget

from motcua_desktop.domain.text import mask_number
from motcua_desktop.gui.widgets.inputs import LineEdit

SHOWN_MS = 10_000


class MaskedEdit(LineEdit):
    """An input for an identity or telephone number.

    Typing is plain; once the field is left with something in it (or after `set_value`) it is masked and
    read-only until the eye is pressed, or opened for typing by `edit_again`. `revealed` tells that somebody
    looked, for the log.
    """

    revealed = Signal()

    def __init__(self, mask: Callable[[str], str] = mask_number, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self._mask, self._value, self.is_masked = mask, "", False
        self._hide = QTimer(self, singleShot=True, interval=SHOWN_MS)
        self._hide.timeout.connect(self.cover)
        self.editingFinished.connect(self._left)
        self.textEdited.connect(self._typed)

    def value(self) -> str:
        """The number itself."""
        return self._value

    def set_value(self, value: str) -> None:
        """Put a number in, masked; "" makes the field empty and open for typing."""
        self._value = value
        self.is_masked = False
        self.setText(value)
        if value:
            self.cover()
        else:
            self.edit_again()

    def cover(self) -> None:
        """Show dots."""
        self._hide.stop()
        if self._value:
            self.is_masked = True
            self.setReadOnly(True)
            self.setText(self._mask(self._value))
            self.setCursorPosition(0)
            self.set_tail("eye", pressed=self.reveal)

    def reveal(self) -> None:
        """Show the number for ten seconds."""
        if self.is_masked:
            self.is_masked = False
            self.setText(self._value)
            self.set_tail("eye-off", pressed=self.cover)
            self._hide.start()
            self.revealed.emit()

    def edit_again(self) -> None:
        """Open the field for typing, with the number in it."""
        self._hide.stop()
        self.is_masked = False
        self.setReadOnly(False)
        self.setText(self._value)
        self.set_tail("")

    def _typed(self, text: str) -> None:
        self._value = text

    def _left(self) -> None:
        if not self.isReadOnly() and not self.hasFocus():
            self.cover()
