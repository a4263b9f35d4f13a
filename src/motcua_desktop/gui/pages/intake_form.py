"""The cards of the intake page as one form: filled from and read as a `Typed`, and where the cursor goes."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from motcua_desktop.counter.charging import FeeChange
from motcua_desktop.domain.dossier import Channel, ReturnMethod
from motcua_desktop.domain.identity import Card as IdCard
from motcua_desktop.domain.procedure import Procedure
from motcua_desktop.domain.terms import Unit
from motcua_desktop.gui.pages import PageContext
from motcua_desktop.gui.pages.intake_answers import show_no_promise
from motcua_desktop.gui.pages.intake_columns import (
    BETWEEN_CARDS,
    RIGHT_WIDTH,
    IntakeColumns,
    LeftColumn,
    Room,
)
from motcua_desktop.gui.pages.intake_copies import CopiesCard
from motcua_desktop.gui.pages.intake_cursor import IntakeCursor
from motcua_desktop.gui.pages.intake_fee import FeeCard
from motcua_desktop.gui.pages.intake_known import Known
from motcua_desktop.gui.pages.intake_papers import PapersCard
from motcua_desktop.gui.pages.intake_person import PersonCard
from motcua_desktop.gui.pages.intake_person_line import PersonLine, PersonPart
from motcua_desktop.gui.pages.intake_procedure import ProcedureField
from motcua_desktop.gui.pages.intake_promise import PromiseCard, ReturnCard
from motcua_desktop.gui.pages.intake_recent import RecentCard
from motcua_desktop.gui.pages.intake_scrolling import BAR_ROOM, Scrolling
from motcua_desktop.gui.pages.intake_suggestions import suggestions
from motcua_desktop.gui.pages.intake_values import Typed, is_copying
from motcua_desktop.gui.theme import least, look, margins, px, spacing
from motcua_desktop.gui.widgets.bar import Bar
from motcua_desktop.gui.widgets.button import Button
from motcua_desktop.gui.widgets.card import Card
from motcua_desktop.gui.widgets.field import Field
from motcua_desktop.gui.widgets.key_cap import KeyCap
from motcua_desktop.gui.widgets.page import Page
from motcua_desktop.gui.widgets.segments import Segments
from motcua_desktop.gui.widgets.side_panel import SidePanel
from motcua_desktop.gui.widgets.text import column, holder, row
from motcua_desktop.i18n import _


class IntakeForm(QObject):
    """`edited` when the draft has changed; `grown` when it needs another height; `start_anew` when the
    same-as-last bar is given up."""

    edited = Signal()
    grown = Signal()
    start_anew = Signal()

    def __init__(self, context: PageContext, uid: str) -> None:
        super().__init__()
        self.context = context
        self._uid = uid
        self._appointment: datetime | None = None
        self.same_as, self.tried = "", False
        self._fits: Procedure | None = None
        self.procedure = ProcedureField(context.counter, context.tasks)
        self.channel = Segments(
            [(Channel.DIRECT, _("Trực tiếp")), (Channel.POST, _("Bưu chính"))], name=_("Cách nộp")
        )
        self.person = PersonCard()
        self.person_part = PersonPart(self.person, PersonLine())
        self.papers, self.copies = PapersCard(), CopiesCard()
        self.promise, self.fee, self.back, self.recent = PromiseCard(), FeeCard(), ReturnCard(), RecentCard()
        self.fee_change: FeeChange | None = None
        self.names, self.places = suggestions(self, context)
        self._same_button = Button(_("Bỏ, nhập từ đầu"), self.start_anew.emit, kind="link", small=True)
        self.same_bar = Bar("info", "", self._same_button, KeyCap("Esc"), icon="copy")
        self.cursor = IntakeCursor(self)
        self._connect()

    def _connect(self) -> None:
        self.procedure.chosen.connect(self._procedure_chosen)
        self.channel.changed.connect(lambda _value: self._fit_procedure())
        self.person_part.line.opened.connect(self.cursor.set_tab_order)
        for card in (self.person, self.papers, self.copies, self.promise, self.fee, self.back):
            card.edited.connect(self.edited)
        self.copies.edited.connect(self.cursor.set_tab_order)

    # ------------------------------------------------------------ layout
    def put_into(self, page: Page) -> None:
        """Lay the cards out: form at left, promise at right."""
        self.setParent(page)
        top = QVBoxLayout()
        margins(top, 0, 0, BAR_ROOM, 0)
        spacing(top, BETWEEN_CARDS)
        for part in (self.same_bar, self._procedure_card(), self.person_part):
            top.addWidget(part)
        top.addWidget(self.papers, 1)
        self._top, self._promised = Scrolling(holder(top)), Scrolling(self._promised_cards())
        for scrolling in (self._top, self._promised):
            scrolling.grown.connect(self.grown)
        self.left, self.panel = LeftColumn(self._top, self.copies), SidePanel(self._promised)
        self.panel.currentChanged.connect(lambda _number: self._fit_panel())
        look().changed.connect(self._fit_panel)
        margins(page.body, 24, 12, 24 - BAR_ROOM, 12)
        self._columns = IntakeColumns(self.left, self.panel, self._use_room)
        page.body.addLayout(self._columns, 1)
        self._use_room(self._columns.room)
        self.fill(Typed(self._uid), "")

    def _promised_cards(self) -> QWidget:
        """Date, then money and return; beside one another where they stand below the form."""
        due, rest = column(self.promise, 1, gap=BETWEEN_CARDS), column(gap=BETWEEN_CARDS)
        rest.addWidget(self.fee)
        rest.addWidget(self.back, 1)
        rest.addWidget(self.recent, 1)
        self._beside = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        margins(self._beside, 0, 0, BAR_ROOM, 0)
        spacing(self._beside, BETWEEN_CARDS)
        self._beside.addLayout(due)
        self._beside.addLayout(rest, 1)
        return holder(self._beside)

    def _use_room(self, room: Room) -> None:
        """Where there is less room the fields stand in more rows and hints give way."""
        directions = QBoxLayout.Direction
        self._beside.setDirection(directions.LeftToRight if room.stacked else directions.TopToBottom)
        self._beside.setStretch(0, int(room.stacked))
        self._top.whole = self._promised.whole = room.stacked
        self.person.set_compact(room.narrow)
        self.papers.set_compact(room.narrow)
        self.copies.set_compact(room.narrow)
        for card in (self.fee, self.recent):
            card.set_compact(0 < room.right < RIGHT_WIDTH)

    def _fit_panel(self) -> None:
        """A form or paper in the panel ends where the cards do; they keep room for their scroll bar."""
        has_form = self.panel.currentWidget() is not self._promised
        self.panel.setContentsMargins(0, 0, px(BAR_ROOM) if has_form else 0, 0)

    @property
    def promised(self) -> str:
        """What is promised and to be paid, in one line; "" before it is known."""
        day = self.promise.day.text()
        if not self.promise.strip.isHidden():
            day = _("Hẹn {time} {day}").format(time=self.promise.time.text(), day=day)
        paid = self.copies.total.text() if self.is_copying else self.fee.sum.text()
        said = " · ".join(part for part in (day, paid) if part)
        return said[:1].upper() + said[1:] if self.procedure.value else ""

    @property
    def is_stacked(self) -> bool:
        """Whether the promise stands below the form, out of sight."""
        return self._columns.room.stacked

    def _procedure_card(self) -> Card:
        card = Card()
        self._channel_field = Field(_("Cách nộp"), self.channel)
        least(self.channel, 190)
        inner = row(self.procedure, self._channel_field, gap=12)
        inner.setStretch(0, 1)
        card.add(inner)
        return card

    @property
    def is_copying(self) -> bool:
        """Whether the form for certified copies stands."""
        return is_copying(self.procedure.value)

    def _procedure_chosen(self, _procedure: Procedure | None) -> None:
        self._appointment = self.fee_change = None
        self.panel.close_form()
        self._fit_procedure()
        self.edited.emit()

    def _fit_procedure(self, ticked: Sequence[int] | None = None) -> None:
        """Show the cards this procedure needs; ticks are kept while the procedure stays."""
        procedure, channel = self.procedure.value, self._channel()
        if ticked is None:
            ticked = self.papers.ticked() if procedure is self._fits else ()
        self._fits = procedure
        copying = is_copying(procedure)
        self.papers.show_papers(procedure, channel, ticked)
        self.copies.fit(procedure, channel, self.context.counter.now().date())
        self.person.fit_procedure(procedure)
        self.fee.fit(procedure)
        self.papers.setVisible(not copying)
        self.copies.setVisible(copying)
        self.promise.ask_term(procedure is not None and procedure.term is None)
        self.person.subject.setVisible(not copying)
        self._show_same()
        self.cursor.set_tab_order()
        self.edited.emit()

    def _show_same(self) -> None:
        same = bool(self.same_as)
        self.same_bar.setVisible(same)
        self.procedure.set_bare(same)
        self._channel_field.setVisible(not same)
        self.recent.setVisible(same)
        self.fee.setVisible(not (same and self.is_copying) or self.fee_change is not None)
        self.back.setVisible(not same)

    def name_same(self, code: str) -> None:
        """Say which dossier the pattern is."""
        self.same_as = code
        words = _("Giữ thủ tục, giấy tờ và cách trả của hồ sơ <b>{code}</b>, người nộp mới")
        self.same_bar.say("info", words.format(code=code), "copy")

    # ------------------------------------------------------------ value
    def _channel(self) -> Channel:
        value = self.channel.value()
        assert isinstance(value, Channel)
        return value

    def typed(self) -> Typed:
        """Everything that stands in the form."""
        way, unit = self.back.way.value(), self.promise.unit.value()
        assert isinstance(way, ReturnMethod)
        return Typed(
            self._uid,
            self.procedure.value,
            self._channel(),
            self.person.value(),
            self.person.subject.text(),
            self.papers.ticked(),
            self.copies.value(),
            self.fee.copies.value(),
            str(self.fee.pay.value()),
            way,
            self.back.note.text(),
            self.promise.term.text(),
            Unit(str(unit)),
            self.promise.reason.text(),
            self._appointment,
            self.person.proxy_value(),
            self.fee_change,
            self.person.doubts,
        )

    def fill(self, typed: Typed, same_as: str) -> None:
        """Put a `Typed` in, calm all fields."""
        self._uid, self._appointment, self.tried = typed.uid, typed.appointment, False
        self.name_same(same_as)
        self.procedure.set_value(typed.procedure)
        self.channel.set_value(typed.channel if typed.channel is not Channel.ONLINE else Channel.DIRECT)
        self.person.clear()
        self.person.set_value(typed.person, typed.subject, typed.proxy)
        self.person.set_doubts(typed.doubts)
        self.fee_change = typed.fee_change
        self.person_part.set_compact(False)
        self.copies.set_lines(typed.lines)
        self.fee.copies.setText(str(typed.copies))
        self.fee.set_way(typed.paid_by)
        self.back.way.set_value(typed.return_method)
        self.back.note.set_text(typed.note)
        self.promise.term.set_text(typed.term)
        self.promise.unit.set_value(typed.unit)
        self.promise.reason.set_text(typed.term_reason)
        self.papers.calm()
        self.panel.close_form()
        self._fit_procedure(typed.ticked)
        if typed.procedure is None:
            show_no_promise(self)

    def set_appointment(self, at: datetime | None) -> None:
        """Promise an earlier time than the limit (Ctrl+H), None takes it back."""
        self._appointment = at
        self.edited.emit()

    def set_fee(self, change: FeeChange | None) -> None:
        """Charge what the officer decided (Ctrl+M), None what the rules give."""
        self.fee_change = change
        self._show_same()
        self.edited.emit()

    def close_lists(self) -> bool:
        """Hide the lists below fields (Esc); False when none was open."""
        return any([self.procedure.close_list(), self.names.close_list(), self.places.close_list()])

    def take_card(self, card: IdCard) -> None:
        """Fill the applicant; after F11 one line is enough, unless the scan was damaged."""
        self.person.take_card(card)
        if self.same_as and self.is_copying and not card.damaged:
            self.person_part.set_compact(True)
        self.cursor.set_tab_order()

    def offer_known(self, known: Known | None) -> None:
        """Offer what is known, if the same number still stands."""
        if known is None:
            self.person.offer_known(None)
        elif known.person.id_number == self.person.value().id_number.replace(" ", ""):
            self.person.offer_known(known.person)
            self.person_part.line.show_known(known.dossiers)
            if self.person_part.is_compact and not self.person.value().phone:
                self.person.take_offer()
                self.person_part.line.show_person(self.person.value())
