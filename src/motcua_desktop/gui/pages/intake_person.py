"""The applicant's card: what a scan filled, the known person, the unit of the address, what is refused."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QWidget

from motcua_desktop.counter.people import AddressEnd, former_name, present_name
from motcua_desktop.domain import identity
from motcua_desktop.domain.applicant import ApplicantKind, Place
from motcua_desktop.domain.identity import Card as IdCard
from motcua_desktop.domain.text import mask_number
from motcua_desktop.gui.pages.intake_person_fields import PersonFields, Who
from motcua_desktop.gui.pages.intake_private import PrivateField
from motcua_desktop.gui.pages.intake_values import Person, id_hint, is_tax_code
from motcua_desktop.gui.pages.intake_words import (
    address_doubt,
    birth_refused,
    birth_words,
    card_doubt,
    id_refused,
    tax_code_doubt,
)
from motcua_desktop.gui.widgets.badge import BadgeFace
from motcua_desktop.gui.widgets.field import Field
from motcua_desktop.i18n import _

_WINDOW_LEFT = Qt.FocusReason.ActiveWindowFocusReason


class PersonCard(PersonFields):
    """`known_wanted(str)` when a whole ID stands and somebody may know it; `place_wanted(str)` when an
    address stands of which the unit is not known; `card_typed(Card)` when a whole card was typed as an ID.

    In compact form (same as last, after a scan) one line stands for the fields.
    """

    known_wanted = Signal(str)
    place_wanted = Signal(str)
    card_typed = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._offered: Person | None = None
        self.doubt = self.address_doubt = ""
        self._doubts_asked = False
        self._small_names: set[str] = set()
        self.address.edited.connect(lambda _text: self._forget_place())
        self.name.edited.connect(lambda _text: self.name.calm(""))
        self.name.edited.connect(lambda _text: self._doubt("", self.address_doubt))
        self.address.edited.connect(lambda _text: self._doubt(self.doubt, ""))
        self.edited.connect(lambda: self.offer_known(self._offered))
        self.clear()

    def clear(self) -> None:
        """Empty, calm, no scan, no offer."""
        super().clear()
        self.doubt = self.address_doubt = ""
        self.offer_known(None)

    # ------------------------------------------------------------ the unit the address lies in
    def take_place(self, end: AddressEnd) -> None:
        """The end of the address as taken from the list; an old name stays known beside it."""
        self.address.set_text(end.address)
        self.address.line.setCursorPosition(len(end.address))
        self.unit_code, self.former_address = end.place.code, end.former_address
        self._doubt(self.doubt, "")
        old = former_name(end.place)
        self.address.line.set_note(_("cũ: {name}").format(name=old) if old else "")
        self.edited.emit()

    def know_place(self, address: str, place: Place | None) -> None:
        """What the whole address tells, once it is known; the text stays as the papers say it."""
        if address != self.address.text() or self.unit_code or place is None:
            return
        self.unit_code = place.code
        self.former_address = address if place.former else ""
        now = _("nay: {name}").format(name=present_name(place))
        self.address.line.set_note(now if place.former else "")

    def _forget_place(self) -> None:
        self.unit_code = self.former_address = ""
        self.address.line.set_note("")

    # ------------------------------------------------------------ card, ID, known person
    def take_card(self, card: IdCard) -> None:
        """Fill from a scanned card; what was typed of somebody else goes away.

        The card beside an organisation, or a second card where somebody files for another, is the proxy's.
        """
        before = self.value()
        second = self.way is Who.PROXY and before.id_number and before.id_number != card.id_number
        if second or self.way is Who.ORGANISATION:
            self.proxy.take_card(card)
            self._show_scanned(card, 2)
            self.edited.emit()
            return
        phone = before.phone if before.id_number == card.id_number else ""
        born = birth_words(card.birth)
        person = Person(card.id_number, card.name, born, card.sex, card.address, phone)
        self.set_value(person, self.subject.text())
        self.address.line.set_note("")
        filled = sum(bool(part) for part in (person.id_number, card.name, born, card.sex, card.address))
        self.name.calm("")
        self._doubt(card_doubt(card), address_doubt(card))
        self._show_scanned(card, filled)
        self.edited.emit()
        self.known_wanted.emit(card.id_number)
        self.place_wanted.emit(card.address)

    def _show_scanned(self, card: IdCard, filled: int) -> None:
        if card.damaged or card.address_damaged:
            self._show_doubted(is_name=card.damaged)
            return
        face = BadgeFace(_("Đã đọc thẻ, điền {n} ô").format(n=filled), "scan-line", "green")
        self.show_scanned(face, BadgeFace(_("Đã quét"), "scan-line", "green"))

    def _show_doubted(self, *, is_name: bool) -> None:
        words = _("Kiểm tra lại họ tên") if is_name else _("Kiểm tra lại nơi cư trú")
        short = _("Xem họ tên") if is_name else _("Xem nơi cư trú")
        self.show_scanned(
            BadgeFace(words, "triangle-alert", "amber"), BadgeFace(short, "triangle-alert", "amber")
        )

    @property
    def doubts(self) -> tuple[str, str]:
        """Why name and address must be looked at, "" where nothing speaks against them."""
        return self.doubt, self.address_doubt

    def set_doubts(self, doubts: tuple[str, str]) -> None:
        """What was doubted of a draft that comes back."""
        self._doubt(*doubts)
        if any(doubts):
            self._show_doubted(is_name=bool(doubts[0]))

    def doubt_of(self, field: Field) -> str:
        """Why this field must be looked at, and after F12 that it may stay so; "" once somebody has."""
        doubt = {self.name: self.doubt, self.address: self.address_doubt}.get(field, "")
        again = _("Đã đúng thì F12 lần nữa.")
        return f"{doubt} {again}" if doubt and self._doubts_asked else doubt

    def ask_about_doubts(self) -> None:
        """F12 came before anybody looked: each reason stays, with what F12 would do now."""
        self._doubts_asked = True
        for field in (self.name, self.address):
            if doubt := self.doubt_of(field):
                field.warn(doubt)

    def _doubt(self, name: str, address: str) -> None:
        """Amber beside name and address: why they must be looked at; "" once somebody has."""
        was, (self.doubt, self.address_doubt) = self.doubts, (name, address)
        self._doubts_asked = False
        for field, before in zip((self.name, self.address), was, strict=True):
            doubt = self.doubt_of(field)
            if doubt:
                field.warn(doubt)
            elif before:
                field.calm("")
        if any(was) and was != self.doubts:
            self._show_looked_at()

    def _show_looked_at(self) -> None:
        """The badge follows: what has been mended is no longer to be looked at."""
        if any(self.doubts):
            self._show_doubted(is_name=bool(self.doubt))
        else:
            self.show_scanned(BadgeFace(_("Đã đọc thẻ"), "scan-line", "green"))

    def look_again(self) -> None:
        """Ctrl+U: take what is known, or go to the name that is doubted."""
        if self.has_offer:
            self.take_offer()
        elif any(self.doubts):
            doubted = self.name if self.doubt else self.address
            doubted.edit.setFocus(Qt.FocusReason.TabFocusReason)

    def offer_known(self, person: Person | None) -> None:
        """Offer what is known of this person: their telephone, or everything where the name is empty or was
        read with damaged letters. Nothing where it would change nothing."""
        self._offered = person if person and self._with(person) != self.value() else None
        shown = self._offered is not None
        if self._offered is not None:
            words = _("Đã có: {name}").format(name=self._offered.name)
            if self.name.text() and self._offered.phone and not any(self.doubts):
                words = _("Số cũ: {phone}").format(phone=mask_number(self._offered.phone))
            self.offer_words(words)
        self.offer_row.setVisible(shown)

    @property
    def has_offer(self) -> bool:
        """Whether Ctrl+U would take something."""
        return self._offered is not None

    def take_offer(self) -> None:
        """Take what is offered (Ctrl+U): an empty field gets it, the telephone is replaced."""
        if self._offered is None:
            return
        merged = self._with(self._offered)
        self._doubt("", "")
        self.show_scanned(None)
        self.set_value(merged, self.subject.text())
        self.offer_known(None)
        self.edited.emit()

    def _with(self, offered: Person) -> Person:
        """What stands, with what is known: letters damaged by the keyboard give way too."""
        now = self.value()
        kept = {}
        for name, doubted in (("name", self.doubt), ("address", any(self.doubts))):
            first, then = (offered, now) if doubted else (now, offered)
            kept[name] = getattr(first, name) or getattr(then, name)
        rest = {name: getattr(now, name) or getattr(offered, name) for name in ("id_number", "birth", "sex")}
        merged = replace(now, **kept, **rest, phone=offered.phone or now.phone)
        if merged.address == now.address:
            return merged
        return replace(merged, unit_code=offered.unit_code, former_address=offered.former_address)

    def first_empty(self) -> QWidget | None:
        """The first field that still waits, None when the person is complete."""
        person: list[Field] = [self.id, self.name, self.birth, self.address, self.phone]
        if self.way is Who.ORGANISATION:
            person = [self.id, self.name, self.address]
        waiting = [*person, *(self.proxy.fields if self.way is not Who.SELF else [])]
        for field in waiting:
            text = field.value() if isinstance(field, PrivateField) else field.text()
            if not text.strip():
                return field.edit
        return None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QFocusEvent) and event.lostFocus() and event.reason() != _WINDOW_LEFT:
            if watched in (self.name.edit, self.proxy.name.edit, self.subject.edit):
                self.tidy_name()
            elif watched is self.birth.edit:
                self._tidy_birth()
            elif watched is self.id.edit:
                self._id_left()
            elif watched is self.address.edit and self.address.text().strip() and not self.unit_code:
                self.place_wanted.emit(self.address.text())
        return super().eventFilter(watched, event)

    def tidy_name(self) -> None:
        """A name typed all in small letters gets its capitals, once: Ctrl+Z in the field brings it back."""
        names = [self.proxy.name.line]
        if self.way is not Who.ORGANISATION:
            names.append(self.name.line)
        if self.subject_is_name:
            names.append(self.subject.line)
        for line in names:
            small = line.text()
            if small.islower() and small not in self._small_names:
                self._small_names.add(small)
                line.selectAll()
                line.insert(" ".join(word[:1].upper() + word[1:] for word in small.split(" ")))

    def _tidy_birth(self) -> None:
        text = self.birth.text().strip()
        iso = identity.birth_text(text) if text else ""
        if iso is None:
            self.birth.fail(birth_refused(text))
            return
        self.birth.calm("")
        if birth_words(iso) != self.birth.text():
            self.birth.set_text(birth_words(iso))

    def _id_left(self) -> None:
        number = self.id.value()
        card = identity.read_card(number)
        if card is not None:  # a scanner too slow to be told from typing
            self.id.set_text("")  # else it would pass for the ID of another person
            self.card_typed.emit(card)
            return
        if self.way is Who.SELF and is_tax_code(number.replace(" ", "")):
            self.kind_box.set_value(ApplicantKind.BUSINESS)
            self.set_way(Who.ORGANISATION)
        organisation = self.way is Who.ORGANISATION
        if wrong := "" if organisation else id_refused(number):
            self.id.fail(wrong)
            return
        if doubt := tax_code_doubt(number) if organisation else "":
            self.id.warn(doubt)
        elif self.id.state == "error":
            self.id.calm("")
        if not organisation:
            self._tell_from_id(number)
        elif number:
            self.known_wanted.emit(number)

    def _tell_from_id(self, number: str) -> None:
        sex, year = id_hint(number)
        if not sex:
            return
        if not self.sex_box.value():
            self.sex_box.set_value(sex)
            self.edited.emit()
        self.birth.line.setPlaceholderText(f"…/{year}")
        self.known_wanted.emit(number)
