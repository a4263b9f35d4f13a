"""A field: label above, input of 36 px, at most one sentence below."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from motcua_desktop.gui.theme import fixed, margins, spacing
from motcua_desktop.gui.widgets.inputs import LineEdit
from motcua_desktop.gui.widgets.text import label, restyle, row, set_role


class Field(QWidget):
    """Label, input and the one sentence that may stand below it.

    `edit` is the input: a `LineEdit` unless another widget is given (a combo box, a plain text edit, a date
    edit). A warning never stops the page; an error is for what cannot be accepted. The sentence is part of
    the input's accessible description, so a screen reader speaks it.
    """

    edited = Signal(str)
    entered = Signal()
    left = Signal()

    def __init__(
        self,
        words: str,
        edit: QWidget | None = None,
        *,
        aside: str = "",
        hint: str = "",
        placeholder: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setProperty("plain", True)
        self.edit: QWidget = edit or LineEdit(placeholder)
        self._hint = hint
        self.state = ""
        self.label = label(words, "second", buddy=self.edit)
        self._aside = label(aside, "hint")
        self.sentence: QLabel = label(hint, "hint", wrap=True)
        layout = QVBoxLayout(self)
        margins(layout, 0, 0, 0, 0)
        spacing(layout, 2)
        layout.addLayout(row(self.label, self._aside, 1, gap=6))
        layout.addWidget(self.edit)
        layout.addWidget(self.sentence)
        layout.addStretch(1)
        self._aside.setVisible(bool(aside))  # in the layout: before, it would open as a window of its own
        self.sentence.setVisible(bool(hint))
        self.setFocusProxy(self.edit)
        self.edit.setAccessibleName(words)
        self.edit.setAccessibleDescription(hint)
        self.edit.installEventFilter(self)
        self._listen()

    def _listen(self) -> None:
        if isinstance(self.edit, QLineEdit):
            fixed(self.edit, height=36)
            self.edit.textEdited.connect(self.edited)
            self.edit.returnPressed.connect(self.entered)
        elif isinstance(self.edit, QComboBox):
            fixed(self.edit, height=36)
            self.edit.currentTextChanged.connect(self._mended)
            self.edit.currentTextChanged.connect(self.edited)
        elif isinstance(self.edit, QPlainTextEdit):
            self.edit.textChanged.connect(self._mended)

    @property
    def line(self) -> LineEdit:
        """The input as a `LineEdit` (only where no other widget was given)."""
        assert isinstance(self.edit, LineEdit)
        return self.edit

    def text(self) -> str:
        """What stands in a line input or a combo box."""
        if isinstance(self.edit, QComboBox):
            return self.edit.currentText()
        return self.edit.text() if isinstance(self.edit, QLineEdit) else self.edit.property("plainText") or ""

    def set_text(self, text: str) -> None:
        """Put text in without `edited` being told."""
        if isinstance(self.edit, QLineEdit):
            self.edit.setText(text)
            self.edit.setCursorPosition(0)

    def set_label(self, words: str, aside: str = "") -> None:
        """Change the words above."""
        self.label.setText(words)
        self.edit.setAccessibleName(words)
        self._aside.setText(aside)
        self._aside.setVisible(bool(aside))

    def warn(self, sentence: str) -> None:
        """Amber: something is odd and the dossier can still be received."""
        self._say("warning", sentence)

    def fail(self, sentence: str) -> None:
        """Red: this cannot be accepted; say what and what to do."""
        self._say("error", sentence)

    def calm(self, hint: str | None = None) -> None:
        """Neither warning nor error; the hint comes back (or a new one)."""
        self._hint = self._hint if hint is None else hint
        self._say("", self._hint)

    def _mended(self) -> None:
        """What was refused is being written anew: red stays no longer. Pages do the same for their lines."""
        if self.state == "error":
            self.calm()

    def _say(self, state: str, sentence: str) -> None:
        self.sentence.setText(sentence)
        self.sentence.setVisible(bool(sentence))
        set_role(self.sentence, state or "hint")
        self.edit.setAccessibleDescription(sentence)
        if state == self.state:
            return
        self.state = state
        self.edit.setProperty("state", state)
        if isinstance(self.edit, LineEdit):
            sign = {"warning": "triangle-alert", "error": "octagon-alert", "": ""}[state]
            self.edit.set_tail(sign, {"warning": "amber", "error": "red", "": "text2"}[state])
        restyle(self.edit)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusOut and watched is self.edit:
            self.left.emit()
        return False
