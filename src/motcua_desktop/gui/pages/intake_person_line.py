"""One line that stands for the applicant's fields once a card has been read."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from motcua_desktop.domain.text import mask_number
from motcua_desktop.gui.pages.intake_person import PersonCard
from motcua_desktop.gui.pages.intake_values import Person
from motcua_desktop.gui.theme import IconLabel, margins, px, spacing
from motcua_desktop.gui.widgets.badge import Badge, BadgeFace
from motcua_desktop.gui.widgets.button import Button
from motcua_desktop.gui.widgets.card import Card
from motcua_desktop.gui.widgets.text import column, elided, label, row, set_role
from motcua_desktop.i18n import _

GAP, BESIDE_NAME = 16, 84
"""Between the parts of the line; and what edges, icon and gaps take of its width."""


class PersonLine(Card):
    """Who, with masked numbers; *Sửa* opens the fields."""

    opened = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.words, self.born, self.detail = elided("", "strong"), label(""), elided("", "second")
        self._badge = Badge(BadgeFace(_("Đã đọc thẻ"), "scan-line", "green"))
        self.change = Button(_("Sửa"), self.opened.emit, icon="pencil", kind="link", small=True)
        layout = QHBoxLayout()
        margins(layout, 0, 0, 0, 0)
        spacing(layout, GAP)
        layout.addWidget(IconLabel("id-card", "accent"))
        layout.addLayout(column(row(self.words, self.born, 1, gap=0), row(self.detail, 1), gap=0), 1)
        self._before = Badge(BadgeFace("", "history", "blue"))
        layout.addWidget(self._badge)
        layout.addWidget(self._before)
        layout.addWidget(self.change)
        self.add(layout)
        self._dossiers, self._detail = 0, ""
        self._fit()

    def show_known(self, dossiers: int) -> None:
        """How many dossiers this person had here before."""
        self._dossiers = dossiers
        words = _("{n} hồ sơ trước").format(n=dossiers)
        self._before.set_face(BadgeFace(words, "history", "blue"))
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """The name is whole before anything stands beside it."""
        room = self.width() - self.words.sizeHint().width() - self.born.sizeHint().width()
        room -= self.change.sizeHint().width() + px(BESIDE_NAME)
        for badge, wanted in ((self._before, self._dossiers > 0), (self._badge, True)):
            fits = wanted and badge.sizeHint().width() + px(GAP) <= room
            badge.setVisible(fits)
            room -= badge.sizeHint().width() + px(GAP) if fits else 0

    def show_person(self, person: Person) -> None:
        """Show whom the fields hold."""
        born = _(", sinh {year}").format(year=person.birth[-4:]) if person.birth else ""
        self.words.setText(person.name)
        self.born.setText(born)
        self._fit()
        parts = (mask_number(person.id_number), person.address, mask_number(person.phone))
        self._detail = " · ".join(part for part in parts if part)
        self.doubt("")

    def doubt(self, sentence: str) -> None:
        """What is odd about the card, in the place of number and address; "" for nothing."""
        face = BadgeFace(_("Đã đọc thẻ"), "scan-line", "green")
        if sentence:
            face = BadgeFace(_("Xem lại thẻ"), "triangle-alert", "amber")
        self._badge.set_face(face)
        set_role(self.detail, "warning" if sentence else "second")
        self.detail.setText(sentence or self._detail)
        self._fit()


class PersonPart(QWidget):
    """The fields, or the one line for them."""

    def __init__(self, card: PersonCard, line: PersonLine) -> None:
        super().__init__()
        self.setProperty("plain", True)
        self.card, self.line = card, line
        layout = QVBoxLayout(self)
        margins(layout, 0, 0, 0, 0)
        layout.addWidget(card)
        layout.addWidget(line)
        line.hide()
        line.opened.connect(self.open_fields)

    def open_fields(self) -> None:
        """Show the fields again, the cursor in the first."""
        self.set_compact(False)
        self.card.id.edit.setFocus()

    def set_compact(self, compact: bool) -> None:
        """One line, or the fields."""
        if compact:
            self.line.show_known(0)  # until it is known of this person
            self.line.show_person(self.card.value())
        self.card.setVisible(not compact)
        self.line.setVisible(compact)

    @property
    def is_compact(self) -> bool:
        """Whether one line stands for the fields."""
        return self.card.isHidden()
