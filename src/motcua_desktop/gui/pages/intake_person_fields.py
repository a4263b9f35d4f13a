"""The applicant's fields, who files, and what stands in them as values."""

from __future__ import annotations

from dataclasses import replace
from enum import StrEnum

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from motcua_desktop.domain import identity
from motcua_desktop.domain.applicant import ApplicantKind
from motcua_desktop.domain.procedure import Procedure
from motcua_desktop.gui.pages.intake_person_grid import PersonGrid
from motcua_desktop.gui.pages.intake_private import IdField, PrivateField, SpreadField
from motcua_desktop.gui.pages.intake_proxy import ProxyFields
from motcua_desktop.gui.pages.intake_values import Person, Proxy, names_somebody, subject_label
from motcua_desktop.gui.pages.intake_wrapped import Wrapped
from motcua_desktop.gui.theme import font, look, px
from motcua_desktop.gui.widgets.badge import Badge, BadgeFace
from motcua_desktop.gui.widgets.button import Button
from motcua_desktop.gui.widgets.card import Card
from motcua_desktop.gui.widgets.field import Field
from motcua_desktop.gui.widgets.inputs import ComboBox
from motcua_desktop.gui.widgets.key_cap import KeyCap
from motcua_desktop.gui.widgets.segments import Segments
from motcua_desktop.gui.widgets.text import holder, row, set_role
from motcua_desktop.i18n import _

BESIDE_TITLE = 2 * 16 + 3 * 8
"""What margins and gaps of the head take of the card's width."""
OFFER_COMPACT, OFFER_LEAST, OFFER_BESIDE = 360, 80, 44
"""Room of the words of an offer at large letters, the least below the telephone, what icon and gaps take."""


class Who(StrEnum):
    """Who files the dossier."""

    SELF = "self"
    PROXY = "proxy"
    ORGANISATION = "organisation"


class PersonFields(Card):
    """ID, name, birth, sex or kind, address, telephone, what it is about, who files for them. `edited` when
    anything changes."""

    edited = Signal()

    def __init__(self) -> None:
        self.scan_badge = Badge(BadgeFace("", "scan-line", "green"))
        self.who = Segments(
            [(Who.SELF, _("Bản thân")), (Who.PROXY, _("Nộp thay")), (Who.ORGANISATION, _("Tổ chức"))],
            name=_("Ai nộp"),
            small=True,
        )
        self._who_key = KeyCap("Ctrl+N")
        super().__init__(_("Người nộp"), "", self.scan_badge, self.who, self._who_key, lined=False)
        self._make_fields()
        self.subject, self.subject_is_name = Field(_("Về việc")), False
        self.offer = Button("", self.take_offer, icon="history", kind="link", small=True)
        self._offered_words, self._offer_key = "", KeyCap("Ctrl+U")
        self.offer_row = holder(row(self.offer, self._offer_key, 1))
        # It stands in the narrowest column and may not widen it: nothing moves aside when somebody is known.
        self.offer_row.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.offer.setFocusPolicy(self.offer.focusPolicy().NoFocus)
        person = [self.id, self.name, self.birth, self.sex, self.kind, self.address, self.phone, self.subject]
        self.fields = [*person, *self.proxy.fields]
        self._telling: tuple[Field, ...] = (self.id, self.name, self.birth, self.sex, self.kind)
        self.sentence = Wrapped("error")
        self.sentence.hide()
        self._grid = PersonGrid(self)
        self.add(self._grid)
        self._compact = False
        self._faces: tuple[BadgeFace | None, BadgeFace | None] = (None, None)
        self.set_compact(False)
        self._listen()
        for changed in (look().changed, self.name.told):  # a field that warns is styled anew
            changed.connect(self._strong_name)
        self._strong_name()

    def _listen(self) -> None:
        for field in self.fields:
            field.edited.connect(lambda _text: self.edited.emit())
            field.edit.installEventFilter(self)
        for field in (self.id, self.name, self.birth, self.sex, self.kind):
            field.told.connect(self._tell)
        self.who.changed.connect(lambda _who: self._who_changed())

    def _strong_name(self) -> None:
        self.name.line.setFont(font(bold=True))

    def _make_fields(self) -> None:
        self.id = IdField(_("Số định danh"))
        self.name = SpreadField(_("Họ và tên"))
        self.birth = SpreadField(_("Ngày sinh"))
        sexes = [("", ""), (identity.FEMALE, _("Nữ")), (identity.MALE, _("Nam"))]
        self.sex_box = ComboBox(sexes)
        self.sex = SpreadField(_("Giới tính"), self.sex_box)
        kinds = [
            (ApplicantKind.BUSINESS, _("Doanh nghiệp")),
            (ApplicantKind.AGENCY, _("Cơ quan")),
            (ApplicantKind.ORGANISATION, _("Tổ chức khác")),
        ]
        self.kind_box = ComboBox(kinds)
        self.kind = SpreadField(_("Loại"), self.kind_box)
        self.address = Field(_("Nơi cư trú"))
        self.phone = PrivateField(_("Điện thoại"))
        self.proxy = ProxyFields()
        self.unit_code = self.former_address = ""

    def offer_words(self, words: str) -> None:
        """Say what is offered; a name without room is cut, and stands whole on the tip."""
        self._offered_words = words
        self.offer.setToolTip(words)
        self._fit_offer()

    def _fit_offer(self) -> None:
        room = px(OFFER_COMPACT)
        if not self._compact:
            beside = self._offer_key.sizeHint().width() + px(OFFER_BESIDE)
            room = max(px(OFFER_LEAST), self.phone.width() - beside)
        words = QFontMetrics(font()).elidedText(self._offered_words, Qt.TextElideMode.ElideRight, room)
        if words != self.offer.text():
            self.offer.set_words(words)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_offer()
        self._fit_title()

    def set_compact(self, compact: bool) -> None:
        """At large letters three rows are too narrow: the fields stand in four."""
        self._compact = compact
        self._who_key.setVisible(not compact)
        self._show_face()
        self._grid.arrange(compact)

    def show_scanned(self, face: BadgeFace | None, short: BadgeFace | None = None) -> None:
        """That a card was read, in short words at large letters; None for no card."""
        self._faces = (face, short or face)
        self._show_face()

    def _show_face(self) -> None:
        face = self._faces[self._compact]
        self.scan_badge.setVisible(face is not None)
        if face is not None:
            self.scan_badge.set_face(face)
        self._fit_title()

    def _fit_title(self) -> None:
        """The title gives way to the badge only where both have no room."""
        wide = sum(part.sizeHint().width() for part in (self.title, self.who, self.scan_badge))
        fits = wide + px(BESIDE_TITLE) <= self.width()
        self.title.setVisible(fits or not self._compact or self._faces[True] is None)

    def _tell(self) -> None:
        """The sentences of the narrow fields, whole, across the card."""
        by_state = {
            state: [field.sentence.text() for field in self._telling if field.state == state]
            for state in ("error", "warning")
        }
        state = "error" if by_state["error"] else "warning"
        set_role(self.sentence, state)
        self.sentence.setText("\n".join(by_state[state]))
        self.sentence.setVisible(bool(by_state[state]))

    # ------------------------------------------------------------ who files
    def next_way(self) -> None:
        """In person, by somebody authorised, an organisation, and again (Ctrl+N)."""
        ways = list(Who)
        self.who.set_value(ways[(ways.index(self.way) + 1) % len(ways)])
        self._who_changed()
        self.first_of_way().setFocus(Qt.FocusReason.TabFocusReason)

    @property
    def way(self) -> Who:
        """Who files."""
        return Who(str(self.who.value()))

    def first_of_way(self) -> QWidget:
        """Where typing goes on when another way has been chosen."""
        proxy = self.way is Who.PROXY and not self.value().is_empty
        return self.proxy.name.edit if proxy else self.id.edit

    def set_way(self, way: Who) -> None:
        """Show the fields of a way."""
        self.who.set_value(way)
        self.title.setText(_("Người ủy quyền") if way is Who.PROXY else _("Người nộp"))
        self._fit_title()
        organisation = way is Who.ORGANISATION
        self.id.set_label(_("Mã số thuế") if organisation else _("Số định danh"))
        self.name.set_label(_("Tên tổ chức") if organisation else _("Họ và tên"))
        self.address.set_label(_("Trụ sở") if organisation else _("Nơi cư trú"))
        self.birth.setVisible(not organisation)
        self.sex.setVisible(not organisation)
        self.kind.setVisible(organisation)
        self.proxy.set_shown(way is not Who.SELF, organisation=organisation)
        self._grid.arrange(self._compact)

    def _who_changed(self) -> None:
        self.set_way(self.way)
        self.edited.emit()

    # ------------------------------------------------------------ value
    def value(self) -> Person:
        """What stands in the fields."""
        organisation = self.way is Who.ORGANISATION
        kind = ApplicantKind(str(self.kind_box.value()))
        return Person(
            self.id.value(),
            self.name.text(),
            "" if organisation else self.birth.text(),
            "" if organisation else str(self.sex_box.value() or ""),
            self.address.text(),
            self.phone.value(),
            kind if organisation else ApplicantKind.CITIZEN,
            self.unit_code,
            self.former_address,
        )

    def proxy_value(self) -> Proxy:
        """Who files for the applicant; nobody where they come themselves."""
        if self.way is Who.SELF:
            return Proxy()
        return replace(self.proxy.value(), is_said=self.way is Who.PROXY)

    def set_value(self, person: Person, subject: str = "", proxy: Proxy | None = None) -> None:
        """Fill the fields without telling; without `proxy` the one that stands stays."""
        self.id.set_text(person.id_number)
        self.name.set_text(person.name)
        self.birth.set_text(person.birth)
        self.sex_box.set_value(person.sex)
        self.kind_box.set_value(person.kind)
        self.address.set_text(person.address)
        self.phone.set_text(person.phone)
        self.subject.set_text(subject)
        self.unit_code, self.former_address = person.unit_code, person.former_address
        if proxy is not None:
            self.proxy.set_value(proxy)
        said = self.way is Who.PROXY if proxy is None else proxy.is_said
        way = Who.PROXY if said or not self.proxy.value().is_empty else Who.SELF
        self.set_way(way if person.kind is ApplicantKind.CITIZEN else Who.ORGANISATION)

    def take_offer(self) -> None:
        """Take what is offered of this person (Ctrl+U)."""
        raise NotImplementedError

    def clear(self) -> None:
        """Empty, calm, no scan, no offer."""
        self.set_value(Person(), "", Proxy())
        for field in self.fields:
            field.calm("")
        self.show_scanned(None)
        self.birth.line.setPlaceholderText("")
        self.address.line.set_note("")

    def fit_procedure(self, procedure: Procedure | None) -> None:
        """Ask for what this procedure is about."""
        self.subject_is_name = names_somebody(procedure)
        self.subject.set_label(subject_label(procedure))
