"""The applicant's card: fields, what a card scan filled, and the known person."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from motcua_desktop.domain import identity
from motcua_desktop.domain.identity import Card as IdCard
from motcua_desktop.domain.procedure import Procedure
from motcua_desktop.domain.text import mask_number
from motcua_desktop.gui.pages.intake_values import Person, id_hint, subject_label
from motcua_desktop.gui.pages.intake_words import birth_words
from motcua_desktop.gui.theme import font, look, margins
from motcua_desktop.gui.widgets.badge import Badge, BadgeFace
from motcua_desktop.gui.widgets.button import Button
from motcua_desktop.gui.widgets.card import Card
from motcua_desktop.gui.widgets.field import Field
from motcua_desktop.gui.widgets.inputs import ComboBox
from motcua_desktop.gui.widgets.key_cap import KeyCap
from motcua_desktop.gui.widgets.text import column, holder, row
from motcua_desktop.i18n import _

SHOWN_MS = 10_000
#: Row, column, rows, columns of ID, name, birth, sex, address, telephone, subject.
_WIDE = (
    (0, 0, 1, 2),
    (0, 2, 1, 3),
    (0, 5, 1, 2),
    (0, 7, 1, 1),
    (1, 0, 1, 5),
    (1, 5, 2, 3),
    (2, 0, 1, 5),
)
_COMPACT = (
    (0, 0, 1, 4),
    (0, 4, 1, 4),
    (1, 0, 1, 4),
    (1, 4, 1, 4),
    (2, 0, 1, 4),
    (2, 4, 2, 4),
    (3, 0, 1, 4),
)
_WINDOW_LEFT = Qt.FocusReason.ActiveWindowFocusReason


class PrivateField(Field):
    """A number that is masked once it has been left; the eye shows it for ten seconds."""

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
        hidden = not self.edit.hasFocus() and len(self._value) > 5 and not self._hide.isActive()
        shown = mask_number(self._value) if hidden else self._value
        if self.line.text() != shown:
            self.line.setText(shown)
        if self.state == "":
            self.line.set_tail("eye" if hidden else "", "text2", self._reveal if hidden else None)

    def _reveal(self) -> None:
        self._hide.start()
        self._show()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.edit and event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            QTimer.singleShot(0, self, self._show)
        return super().eventFilter(watched, event)

    def calm(self, hint: str | None = None) -> None:
        """Neither warning nor error; the eye comes back."""
        super().calm(hint)
        self._show()


class PersonCard(Card):
    """`edited` when anything changes; `known_wanted(str)` when a whole ID stands and somebody may know it;
    `card_typed(Card)` when what was typed as an ID is a whole card.

    In compact form (same as last, after a scan) one line stands for the fields.
    """

    edited = Signal()
    known_wanted = Signal(str)
    card_typed = Signal(object)

    def __init__(self) -> None:
        self.scan_badge = Badge(BadgeFace("", "scan-line", "green"))
        super().__init__(_("Người nộp"), "", self.scan_badge, lined=False)
        self._make_fields()
        self.subject = Field(_("Về việc"))
        self.offer = Button("", self.take_offer, icon="history", kind="link", small=True)
        self._offered: Person | None = None
        self._offer_row = holder(row(self.offer, KeyCap("Ctrl+U"), 1))
        self.offer.setFocusPolicy(self.offer.focusPolicy().NoFocus)
        self.fields = [self.id, self.name, self.birth, self.sex, self.address, self.phone, self.subject]
        self._grid = QGridLayout()
        margins(self._grid, 0, 0, 0, 0)
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(6)
        self.add(self._grid)
        self.set_compact(False)
        for field in self.fields:
            field.edited.connect(lambda _text: self.edited.emit())
            field.edit.installEventFilter(self)
        look().changed.connect(self._strong_name)
        self._strong_name()
        self.clear()

    def _strong_name(self) -> None:
        self.name.line.setFont(font(bold=True))

    def _make_fields(self) -> None:
        self.id = PrivateField(_("Số định danh"))
        self.name = Field(_("Họ và tên"))
        self.birth = Field(_("Ngày sinh"))
        self.sex = Field(
            _("Giới tính"), ComboBox([("", ""), (identity.FEMALE, _("Nữ")), (identity.MALE, _("Nam"))])
        )
        self.address = Field(_("Nơi cư trú"))
        self.phone = PrivateField(_("Điện thoại"))

    def set_compact(self, compact: bool) -> None:
        """At large letters three rows are too narrow: the fields stand in four."""
        grid = self._grid
        while grid.count():
            grid.takeAt(0)
        for field, at in zip(self.fields, _COMPACT if compact else _WIDE, strict=True):
            if field is not self.phone:
                grid.addWidget(field, *at)
        # The telephone's sentence and the offer stand beside the next row: they push nothing down.
        grid.addLayout(column(self.phone, self._offer_row, 1, gap=2), *(_COMPACT if compact else _WIDE)[5])
        for number, share in enumerate((9, 9, 9, 9, 9, 7, 7, 11)):
            grid.setColumnStretch(number, share)

    # ------------------------------------------------------------ value
    def value(self) -> Person:
        """What stands in the fields."""
        sex = self.sex.edit
        assert isinstance(sex, ComboBox)
        return Person(
            self.id.value(),
            self.name.text(),
            self.birth.text(),
            str(sex.value() or ""),
            self.address.text(),
            self.phone.value(),
        )

    def set_value(self, person: Person, subject: str = "") -> None:
        """Fill the fields without telling."""
        self.id.set_text(person.id_number)
        self.name.set_text(person.name)
        self.birth.set_text(person.birth)
        assert isinstance(self.sex.edit, ComboBox)
        self.sex.edit.set_value(person.sex)
        self.address.set_text(person.address)
        self.phone.set_text(person.phone)
        self.subject.set_text(subject)

    def clear(self) -> None:
        """Empty, calm, no scan, no offer."""
        self.set_value(Person())
        for field in self.fields:
            field.calm("")
        self.scan_badge.hide()
        self.birth.line.setPlaceholderText("")
        self.offer_known(None)

    def fit_procedure(self, procedure: Procedure | None) -> None:
        """Ask for what this procedure is about."""
        self.subject.set_label(subject_label(procedure))

    # ------------------------------------------------------------ card, ID, known person
    def take_card(self, card: IdCard) -> None:
        """Fill from a scanned card; what was typed of somebody else goes away."""
        before = self.value()
        phone = before.phone if before.id_number == card.id_number else ""
        born = birth_words(card.birth)
        person = Person(card.id_number, card.name, born, card.sex, card.address, phone)
        self.set_value(person, self.subject.text())
        filled = sum(bool(part) for part in (person.id_number, card.name, born, card.sex, card.address))
        face = BadgeFace(_("Đã đọc thẻ căn cước, điền {n} ô").format(n=filled), "scan-line", "green")
        if card.damaged:
            face = BadgeFace(_("Đã đọc thẻ, kiểm tra lại họ tên"), "triangle-alert", "amber")
        self.scan_badge.set_face(face)
        self.scan_badge.show()
        self.edited.emit()
        self.known_wanted.emit(card.id_number)

    def offer_known(self, person: Person | None) -> None:
        """Offer what is known of this person: their telephone, or everything where the name is empty."""
        self._offered = person if person and person != self.value() else None
        shown = self._offered is not None
        if self._offered is not None:
            words = _("Đã có: {name}").format(name=self._offered.name)
            if self.name.text() and self._offered.phone:
                words = _("Số cũ: {phone}").format(phone=mask_number(self._offered.phone))
            self.offer.set_words(words)
        self._offer_row.setVisible(shown)

    @property
    def has_offer(self) -> bool:
        """Whether Ctrl+U would take something."""
        return self._offered is not None

    def take_offer(self) -> None:
        """Take what is offered (Ctrl+U): an empty field gets it, the telephone is replaced."""
        offered, now = self._offered, self.value()
        if offered is None:
            return
        merged = replace(
            now,
            **{
                name: getattr(now, name) or getattr(offered, name)
                for name in ("id_number", "name", "birth", "sex", "address")
            },
            phone=offered.phone or now.phone,
        )
        self.set_value(merged, self.subject.text())
        self.offer_known(None)
        self.edited.emit()

    def first_empty(self) -> QWidget | None:
        """The first field that still waits, None when the person is complete."""
        waiting = [self.id, self.name, self.birth, self.address, self.phone]
        for field in waiting:
            text = field.value() if isinstance(field, PrivateField) else field.text()
            if not text.strip():
                return field.edit
        return None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QFocusEvent) and event.lostFocus() and event.reason() != _WINDOW_LEFT:
            if watched is self.birth.edit:
                self._tidy_birth()
            elif watched is self.id.edit:
                self._id_left()
        return super().eventFilter(watched, event)

    def _tidy_birth(self) -> None:
        iso = identity.birth_text(self.birth.text()) if self.birth.text().strip() else None
        if iso and birth_words(iso) != self.birth.text():
            self.birth.set_text(birth_words(iso))

    def _id_left(self) -> None:
        card = identity.read_card(self.id.value())
        if card is not None:  # a scanner too slow to be told from typing
            self.card_typed.emit(card)
            return
        sex, year = id_hint(self.id.value())
        if not sex:
            return
        assert isinstance(self.sex.edit, ComboBox)
        if not self.sex.edit.value():
            self.sex.edit.set_value(sex)
            self.edited.emit()
        self.birth.line.setPlaceholderText(f"…/{year}")
        self.known_wanted.emit(self.id.value())
