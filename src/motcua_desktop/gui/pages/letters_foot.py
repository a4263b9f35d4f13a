"""Below the list of letters: who signs, the first number, and the form for one more signer."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from motcua_desktop.domain.paper_answers import Signer
from motcua_desktop.gui.pages import PageContext
from motcua_desktop.gui.pages.telling import tell_trouble
from motcua_desktop.gui.theme import fixed
from motcua_desktop.gui.widgets.button import Button
from motcua_desktop.gui.widgets.card import Card
from motcua_desktop.gui.widgets.field import Field
from motcua_desktop.gui.widgets.inputs import ComboBox, LineEdit, only_digits
from motcua_desktop.gui.widgets.text import label, restyle, row
from motcua_desktop.i18n import _
from motcua_desktop.say import say

#: Stands in the list of signers for "another one".
_OTHER = "other"


class LettersFoot(QWidget):
    """`changed` when signer or number are others than before; `other` when the signer wanted is not listed.

    It is never shown itself: `parts` go into the action bar.
    """

    changed = Signal()
    other = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.signer_box = ComboBox()
        self.signer_box.setAccessibleName(_("Người ký"))
        self.signer_box.picked.connect(self._picked)
        self.number = LineEdit()
        only_digits(self.number, 5)
        self.number.setAccessibleName(_("Số thư đầu tiên"))
        self.number.setToolTip(_("Số của thư đầu tiên; các thư sau đánh số tiếp"))
        self.number.textEdited.connect(self._typed)
        fixed(self.signer_box, 300, 36)
        fixed(self.number, 72, 36)
        self._kept: Signer | None = None
        self._is_typed = False
        self.parts: list[QWidget] = [
            label(_("Người ký"), "second", buddy=self.signer_box),
            self.signer_box,
            label(_("Số từ"), "second", buddy=self.number),
            self.number,
        ]

    def show_facts(self, signers: Sequence[Signer], next_number: int) -> None:
        """Put in who may sign and the next number; a number typed stays."""
        choices: list[tuple[object, str]] = [(one, signer_words(one)) for one in signers]
        self.signer_box.set_choices([*choices, (_OTHER, _("Người ký khác…"))])
        self.signer_box.set_value(self._kept or (signers[0] if signers else _OTHER))
        if not self._is_typed:
            self.number.setText(str(next_number))
            self.calm()

    @property
    def signer(self) -> Signer | None:
        """Who signs; None when the office has nobody yet."""
        found = self.signer_box.value()
        return found if isinstance(found, Signer) else None

    def choose(self, signer: Signer) -> None:
        """Take a signer kept just now; the next reading lists him."""
        self._kept = signer
        self.changed.emit()

    @property
    def first(self) -> int | None:
        """The first number, None when none stands there."""
        text = self.number.text().strip()
        return int(text) if text.isdecimal() and int(text) else None

    def refuse(self) -> None:
        """Mark the number and put the cursor into it; the page says why."""
        self._mark("error")
        self.number.setFocus()
        self.number.selectAll()

    def calm(self) -> None:
        """The number is no longer in question."""
        self._mark("")

    def forget(self) -> None:
        """The next reading puts in the next number."""
        self._is_typed = False

    def _mark(self, state: str) -> None:
        self.number.setProperty("state", state)
        restyle(self.number)

    def _typed(self, _text: str) -> None:
        self._is_typed = bool(self.number.text().strip())
        self.calm()
        self.changed.emit()

    def _picked(self, value: object) -> None:
        if value == _OTHER:
            self.signer_box.set_value(self._kept or self.signer_box.itemData(0))
            self.other.emit()
        else:
            self._kept = self.signer
            self.changed.emit()


class SignerForm(Card):
    """One more signer: name, title, for whom. Opened by the foot's "another one"; `left` when it closes."""

    left = Signal()

    def __init__(self, context: PageContext, foot: LettersFoot) -> None:
        leave = Button(_("Bỏ"), self.leave, key="Esc", small=True)
        super().__init__(_("Người ký khác"), "", leave, Button(_("Thêm"), self.keep, key="Enter", small=True))
        self._context, self._foot = context, foot
        self.name = Field(_("Họ và tên"))
        self.role = Field(_("Chức vụ"), placeholder=_("PHÓ CHỦ TỊCH"))
        self.power = Field(_("Ký thay"), placeholder=_("KT. CHỦ TỊCH"))
        self.power.edit.setToolTip(_("KT., TL., TM. hoặc TUQ.; người đứng đầu ký thì để trống"))
        for field, following in ((self.name, self.role), (self.role, self.power)):
            field.entered.connect(following.setFocus)
        self.power.entered.connect(self.keep)
        self.add(row(self.name, self.role, self.power, gap=12))
        self.setFocusProxy(self.name)
        self.hide()
        foot.other.connect(self.open)

    def open(self) -> None:
        """Empty, with the cursor in it."""
        for field in (self.name, self.role, self.power):
            field.set_text("")
            field.calm()
        self.show()
        self.setFocus()

    def leave(self) -> None:
        """Esc."""
        self.hide()
        self.left.emit()

    def keep(self) -> None:
        """Keep the signer for this letter and those to come."""
        if self.is_whole():
            self._context.tasks.do(
                self,
                self._context.counter.letters.keep_signer,
                self.signer(),
                then=self._kept,
                fail=lambda error: tell_trouble(self, say(error)),
            )

    def _kept(self, signer: Signer) -> None:
        self.leave()
        self._foot.choose(signer)

    def signer(self) -> Signer:
        """What is typed."""
        return Signer(self.name.text().strip(), self.role.text().strip(), self.power.text().strip())

    def is_whole(self) -> bool:
        """Whether a name and a title are there; the field says so where not."""
        for field, words in ((self.name, _("Gõ họ và tên.")), (self.role, _("Gõ chức vụ."))):
            if not field.text().strip():
                field.fail(words)
                field.setFocus()
                return False
        return True


def signer_words(signer: Signer) -> str:
    """A signer as the choice shows him: "Trần Quốc Việt, Phó giám đốc (KT.)"."""
    title = signer.title.capitalize()
    power = f" ({signer.power.split()[0]})" if signer.power.strip() else ""
    return ", ".join(part for part in (signer.name, title) if part) + power
