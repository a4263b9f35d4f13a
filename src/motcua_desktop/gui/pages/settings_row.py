"""One setting on the page: words at left, the control at right, the default and what is in force below."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from motcua_desktop.domain.text import fold
from motcua_desktop.gui.pages.settings_colour import ColourBox
from motcua_desktop.gui.pages.settings_list import Kind, Setting
from motcua_desktop.gui.pages.settings_number import NumberLine
from motcua_desktop.gui.theme import fixed, least, margins
from motcua_desktop.gui.theme.tokens import LIGHT
from motcua_desktop.gui.widgets.button import Button
from motcua_desktop.gui.widgets.inputs import ComboBox, LineEdit
from motcua_desktop.gui.widgets.text import column, label, restyle, row, set_role
from motcua_desktop.i18n import _

CONTROL = 320


class SettingRow(QWidget):
    """Tells `changed(setting, value)` once when an officer has chosen; a button tells None when it is
    pressed. `clear`: the words of a second button, which takes a chosen thing back ("" is told). `note`: what
    is to be said about a value, after the sentence. What is refused stays as it was typed, with the reason
    below, until it is mended or given up."""

    def __init__(
        self,
        setting: Setting,
        changed: Callable[[Setting, object], object],
        words: str = "",
        clear: str = "",
        note: Callable[[str], str] | None = None,
    ) -> None:
        super().__init__()
        self.setProperty("plain", True)
        self.setting, self._changed = setting, changed
        self._value: object = None
        self._note = note
        self.failed = False
        self.control = self._control(words)
        self.control.setAccessibleName(setting.title)
        self.control.setAccessibleDescription(setting.sentence)
        fixed(self.control, CONTROL if setting.kind not in (Kind.BUTTON, Kind.TEXT) else None, 36)
        title = label(setting.title, "strong", wrap=True, buddy=self.control)
        self.sentence = label(self._hint(), "second", wrap=True)
        self.clear = Button(clear, lambda: changed(setting, "")) if clear else None
        if self.clear:
            self.clear.setAccessibleDescription(setting.title)
            self.clear.hide()
        line = row(column(title, self.sentence, gap=2), row(self.clear, self.control, gap=8), gap=24)
        line.setStretch(0, 1)
        if setting.kind is Kind.TEXT:  # names and addresses are long: half of the line is theirs
            least(self.control, CONTROL)
            line.setStretch(1, 1)
        margins(line, 16, 9, 16, 9)
        self.setLayout(line)
        self._known = fold(f"{setting.title} {setting.sentence} {setting.default}")

    def _hint(self) -> str:
        default, value = self.setting.default, str(self._value or "")
        parts = [self.setting.sentence, _("Mặc định: {default}.").format(default=default) if default else ""]
        note = self._note(value) if self._note and value else ""
        return " ".join(part for part in (*parts, note) if part)

    def _control(self, words: str) -> QWidget:
        kind = self.setting.kind
        if kind is Kind.CHOICE:
            choice = ComboBox(self.setting.choices)
            choice.picked.connect(self._tell)
            return choice
        if kind is Kind.NUMBER:
            number = NumberLine(self.setting.least, self.setting.most, self.setting.unit)
            number.editingFinished.connect(lambda: self._tell_number(number))
            return number
        if kind is Kind.COLOUR:
            colours = ColourBox(LIGHT.nav if self.setting.key == "nav" else LIGHT.accentfill)
            colours.left.connect(self._tell)
            return colours
        if kind is Kind.BUTTON:
            return Button(words, lambda: self._changed(self.setting, None))
        line = LineEdit()
        line.editingFinished.connect(lambda: self._tell(line.text().strip()))
        return line

    def _tell_number(self, number: NumberLine) -> None:
        value = number.value()
        if value is None:
            self.fail(number.limits())
        else:
            self._tell(value)

    def _tell(self, value: object) -> None:
        same = value == (self._value or "" if isinstance(value, str) else self._value)
        if self.failed or not same:
            self.calm()
        if not same:
            self._changed(self.setting, value)

    def show_value(self, value: object) -> None:
        """Put the kept value in; what is being typed stays, and what was refused until it is mended."""
        before, self._value = self._value, value
        if before != value and (self._note or self.failed):
            self.calm()
        if self.clear:
            self.clear.setVisible(bool(value))
        if not self.failed:
            self._put(value, changed=before != value)

    def _put(self, value: object, *, changed: bool) -> None:
        control = self.control
        if isinstance(control, ColourBox):
            if not control.hasFocus() or changed:
                control.show_colour(str(value or ""))
        elif isinstance(control, ComboBox):
            control.set_value(value)
        elif isinstance(control, NumberLine) and (not control.hasFocus() or changed):
            control.setText(str(value or 0))
        elif isinstance(control, LineEdit) and (not control.hasFocus() or changed):
            control.setText(str(value or ""))
            control.setCursorPosition(0)

    def give_up(self) -> bool:
        """Show the kept value again in place of what was refused; False where nothing was."""
        if not self.failed:
            return False
        self.calm()
        self._put(self._value, changed=True)
        return True

    def lock(self) -> None:
        """Show it only: this officer may not change it."""
        self.control.setEnabled(False)
        if self.clear:
            self.clear.setEnabled(False)

    @property
    def value(self) -> object:
        """The value that is kept."""
        return self._value

    def fail(self, sentence: str) -> None:
        """Say in red what cannot be accepted."""
        self.tell(sentence, "error")
        self._mark(failed=True)

    def tell(self, sentence: str, role: str) -> None:
        """Say how things stand, in place of the sentence of the setting."""
        self.sentence.setText(sentence)
        set_role(self.sentence, role)

    def calm(self) -> None:
        """Show the sentence of the setting again."""
        self.sentence.setText(self._hint())
        set_role(self.sentence, "second")
        self._mark(failed=False)

    def _mark(self, *, failed: bool) -> None:
        self.failed = failed
        self.control.setAccessibleDescription(self.sentence.text())
        if isinstance(self.control, LineEdit):
            self.control.setProperty("state", "error" if failed else "")
            restyle(self.control)

    def rank(self, words: list[str]) -> int:
        """How well this line answers the folded words: 3 its title says them as they stand, 2 its title has
        every one, 1 its sentence has what the title has not, 0 it does not."""
        title = fold(self.setting.title)
        if f" {' '.join(words)}" in f" {title}":
            return 3
        if all(f" {word}" in f" {title}" for word in words):
            return 2
        return int(all(word in self._known for word in words))
