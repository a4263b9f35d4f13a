"""What every short form has: fields, an act, words for what was done, refusals beside their fields."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QSizePolicy, QVBoxLayout, QWidget

from motcua_desktop.assets import read_json
from motcua_desktop.domain.answers import Caution, Done
from motcua_desktop.domain.errors import Refusal
from motcua_desktop.domain.lifecycle import RULES, Move
from motcua_desktop.gui.actions import lone_letter
from motcua_desktop.gui.pages.dossier_view import DossierView
from motcua_desktop.gui.pages.typed_days import go_to
from motcua_desktop.gui.theme import fixed, margins, spacing
from motcua_desktop.gui.widgets.bar import Bar
from motcua_desktop.gui.widgets.field import Field
from motcua_desktop.gui.widgets.inputs import ComboBox
from motcua_desktop.gui.widgets.text import label
from motcua_desktop.i18n import _
from motcua_desktop.say import move_word, say, say_warning

if TYPE_CHECKING:
    from motcua_desktop.counter.counter import Counter

Act = Callable[["Counter"], Done]
#: Forms of these change nothing that would have to be taken back (a reprint stands under RECEIVE).
_HARMLESS = frozenset({Move.UNDO, Move.RECEIVE})
#: Forms of these need not say that they cannot be taken back: they can be done again, or their sentence does.
_SAYS_NOTHING = _HARMLESS | {Move.CORRECT, Move.CLOSE}


def wrapped_bar(kind: str, sentence: str) -> Bar:
    """A bar in a narrow form, as high as its sentence needs there: Qt would cut it at the height it hints."""
    bar = Bar(kind, sentence)
    bar.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
    return bar


class ShortForm(QWidget):
    """Base of the forms. `entered` is Enter in a line of the form: the same as its button.

    title stands above, `confirm` on the button with `confirm_key`; `what` says what is done and which article
    stands behind it. `strayed` carries a letter typed where the form has nothing to type in: it was meant for
    another place.
    """

    entered = Signal()
    strayed = Signal(str)
    what: Move
    confirm_key = "F12"
    #: Opened by a key that is no letter: the focus stands on the button, and letters do nothing.
    begins_on_button = False

    def __init__(self, view: DossierView) -> None:
        super().__init__()
        self.view = view
        self.fields: dict[str, Field] = {}
        self._touched: set[str] = set()  # what a completion puts in is not marked as modified by Qt
        self.column = QVBoxLayout(self)
        margins(self.column, 16, 12, 16, 12)
        spacing(self.column, 12)
        dossier = view.dossier
        self.column.addWidget(label(f"<b>{dossier.applicant.name}</b> {dossier.short_code}", wrap=True))
        self._bar = wrapped_bar("error", "")
        self._bar.hide()
        self.column.addWidget(self._bar)
        self.build()
        if self.undo(dossier.code) is None and self.what not in _SAYS_NOTHING:
            self.column.addWidget(label(_("Không hoàn tác được."), "second", wrap=True))
        self.column.addStretch(1)
        article = RULES[self.what].article
        if article:
            self.column.addWidget(label(article, "hint", wrap=True))

    @property
    def title(self) -> str:
        """Above the form."""
        raise NotImplementedError

    @property
    def confirm(self) -> str:
        """On its button."""
        raise NotImplementedError

    @property
    def wants_f12(self) -> bool:
        """Whether Enter only goes from field to field: the move is final, or its reason must be written."""
        rule = RULES[self.what]
        return self.what not in _HARMLESS and (rule.needs_reason or not rule.undoable)

    def second_thought(self) -> bool:
        """Whether Enter should be pressed once more; the form then says why."""
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if letter := lone_letter(event):
            self.strayed.emit(letter)
        else:
            super().keyPressEvent(event)

    def build(self) -> None:
        """Make the fields."""

    def act(self) -> Act:
        """What to do, with the values as they stand now; it runs off the window's thread."""
        raise NotImplementedError

    def done_words(self, done: Done) -> str:
        """What the toast says."""
        raise NotImplementedError

    @property
    def act_words(self) -> str:
        """The act as a verb in a sentence: what an undo of it names."""
        return move_word(self.what)

    def next_form(self, done: Done) -> ShortForm | None:
        """What is offered once this is done, None for nothing."""
        return None

    def undo(self, code: str) -> Callable[[Counter], object] | None:
        """How what was done is taken back, None where it stands."""
        return (lambda counter: counter.handling.undo(code)) if RULES[self.what].undoable else None

    def add_line(self, name: str, words: str, text: str = "", *, hint: str = "", aside: str = "") -> Field:
        """A line of text."""
        field = Field(words, hint=hint, aside=aside)
        field.set_text(text)
        field.entered.connect(self.entered)
        field.edited.connect(lambda _text: self._touched.add(name))
        return self._add(name, field)

    def add_lines(self, name: str, words: str, *, hint: str = "", rows: int = 3) -> Field:
        """Several lines of text; Tab leaves it."""
        edit = QPlainTextEdit()
        edit.setTabChangesFocus(True)
        fixed(edit, height=16 + 20 * rows)
        return self._add(name, Field(words, edit, hint=hint))

    def add_choice(
        self, name: str, words: str, choices: list[tuple[object, str]], *, typed: bool = False, hint: str = ""
    ) -> Field:
        """A choice; `typed` lets the officer write words of their own."""
        combo = ComboBox(choices)
        combo.narrow()
        if typed:
            combo.setEditable(True)
            line = combo.lineEdit()
            assert line is not None  # it is editable
            line.returnPressed.connect(self.entered)
            line.textEdited.connect(lambda _text: self._touched.add(name))
            combo.picked.connect(lambda _value: self._touched.add(name))
        return self._add(name, Field(words, combo, hint=hint))

    def _add(self, name: str, field: Field) -> Field:
        self.fields[name] = field
        self.column.addWidget(field)
        if len(self.fields) == 1:
            self.setFocusProxy(field.edit)
        return field

    def value(self, name: str) -> str:
        """What stands in a field."""
        field = self.fields[name]
        if isinstance(field.edit, QPlainTextEdit):
            return field.edit.toPlainText()
        return field.text()

    def refused(self, error: Exception) -> None:
        """Say what the counter refused beside its field, or above all fields."""
        self.calm()
        field = self.fields.get(self.field_of(error)) if isinstance(error, Refusal) else None
        if field is None:
            self._bar.say("error", say(error))
            self._bar.show()
            return
        field.fail(say(error))
        go_to(field)

    def caution(self, warnings: Sequence[Caution]) -> None:
        """Say what is odd about doing this now; it can be done all the same."""
        if warnings:
            self._bar.say("warning", " ".join(say_warning(warning) for warning in warnings))
            self._bar.show()

    def field_of(self, refusal: Refusal) -> str:
        """Which field a refusal belongs to; forms whose names differ from the counter's say so here."""
        return refusal.field

    def calm(self) -> None:
        """Take back what was refused."""
        self._bar.hide()
        for field in self.fields.values():
            if field.state == "error":
                field.calm()

    def written(self) -> dict[str, str]:
        """What the officer wrote or chose, by field; what was only proposed is not among it."""
        return {
            name: text
            for name, field in self.fields.items()
            if (name in self._touched or _is_written(field.edit)) and (text := self.value(name)).strip()
        }

    def take_up(self, written: dict[str, str]) -> None:
        """Go on with what was written before the form was left."""
        for name, text in written.items():
            self.put(name, text)
        if written:
            self._bar.say("info", _("Những gì đã gõ lần trước còn ở đây."))
            self._bar.show()

    def put(self, name: str, text: str) -> None:
        """One of what was written back into its place."""
        _write(self.fields[name].edit, text)
        self._touched.add(name)


def _line_of(edit: QWidget) -> QLineEdit | None:
    return edit.lineEdit() if isinstance(edit, ComboBox) else edit if isinstance(edit, QLineEdit) else None


def _is_written(edit: QWidget) -> bool:
    return isinstance(edit, QPlainTextEdit) and edit.document().isModified()


def _write(edit: QWidget, text: str) -> None:
    if isinstance(edit, QPlainTextEdit):
        edit.setPlainText(text)
        edit.document().setModified(True)
    elif line := _line_of(edit):
        line.setText(text)
        line.setModified(True)


def reason_choices(kind: str) -> list[tuple[object, str]]:
    """Reasons an officer gives often; any other can be typed.

    They stand on paper, so they are Vietnamese whatever the window speaks.
    """
    if kind == "apology":
        words = read_json("forms/late_reasons.json")["reasons"]
    else:
        words = read_json("forms/reasons.json")["reasons"][kind]
    return [(one, one) for one in words]
