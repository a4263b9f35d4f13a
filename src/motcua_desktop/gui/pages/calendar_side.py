"""Beside the year: proposals, the day under the cursor, and the dossiers a change would move."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from motcua_desktop.domain.calendar import DayInfo
from motcua_desktop.domain.calendar_change import Decision, Edition
from motcua_desktop.domain.days_off import DayKind, OfficialDay
from motcua_desktop.gui.pages.calendar_change_card import ChangeCard
from motcua_desktop.gui.pages.calendar_proposal import ProposalCard
from motcua_desktop.gui.pages.calendar_view import CalendarView, hours_words, kind_line
from motcua_desktop.gui.pages.moments import long_day
from motcua_desktop.gui.theme import fixed, least, margins, spacing
from motcua_desktop.gui.widgets.bar import Bar
from motcua_desktop.gui.widgets.button import Button
from motcua_desktop.gui.widgets.card import Card
from motcua_desktop.gui.widgets.flow import Flow
from motcua_desktop.gui.widgets.side_panel import SidePanel
from motcua_desktop.gui.widgets.stage import Stage
from motcua_desktop.gui.widgets.text import holder, label
from motcua_desktop.i18n import _

WIDTH = 360


#: What a key makes of the day under the cursor.
KINDS: tuple[tuple[DayKind, Callable[[], str], str], ...] = (
    (DayKind.HOLIDAY, lambda: _("Ngày nghỉ"), "N"),
    (DayKind.MAKEUP_WORKDAY, lambda: _("Làm bù"), "B"),
    (DayKind.SWAP_DAY_OFF, lambda: _("Hoán đổi"), "H"),
    (DayKind.CLOSURE, lambda: _("Đóng cửa"), "D"),
)


class DayCard(Card):
    """The day under the cursor: what it is, why, its hours, and what can be made of it."""

    made = Signal(object)
    removed = Signal(object)
    undone = Signal(int)

    def __init__(self) -> None:
        super().__init__(_("Ngày"))
        self._day: DayInfo | None = None
        self._kind = label("", "strong", wrap=True)
        self._hours = label("", "second", wrap=True)
        self._basis = label("", "hint", wrap=True)
        for part in (self._kind, self._hours, self._basis):
            self.add(part)
        buttons = QWidget()
        buttons.setProperty("plain", True)
        flow = Flow(buttons)
        flow.setContentsMargins(0, 0, 0, 0)
        spacing(flow, 8)
        for kind, words, key in KINDS:
            flow.addWidget(Button(words(), lambda kind=kind: self.made.emit(kind), key=key, small=True))  # type: ignore[misc]
        self._remove = Button(_("Bỏ mục đã nhập"), self._ask_removed, icon="trash-2", key="Del", small=True)
        flow.addWidget(self._remove)
        self._buttons, self._seen = buttons, label("", "second", wrap=True)
        self._seen.hide()
        self.add(self._seen)
        self.add(buttons)
        self.body.addStretch(1)
        self._edition = label("", "hint", wrap=True)
        self._number = 0
        self._undo = Button(_("Hoàn tác"), lambda: self.undone.emit(self._number), icon="undo-2", small=True)
        foot = QHBoxLayout()
        margins(foot, 16, 8, 16, 8)
        foot.addWidget(self._edition, 1)
        foot.addWidget(self._undo)
        self._foot = holder(foot)
        self.add_foot(self._foot)

    def lock(self, words: str) -> None:
        """Nothing can be made of the day by this officer; the sentence says who can."""
        self._seen.setText(words)
        self._seen.show()
        self._buttons.hide()
        self._undo.hide()

    def _ask_removed(self) -> None:
        if self._day is not None:
            self.removed.emit(self._day.date)

    def show_day(self, day: DayInfo, *, is_own: bool, edition: Edition | None) -> None:
        """Show a day and the office's newest decision."""
        self._day = day
        words = long_day(day.date)
        self.title.setText(f"{words[:1].upper()}{words[1:]}")
        self._kind.setText(kind_line(day))
        hours = hours_words(day.sessions) or _("Không làm việc")
        if day.reception:
            hours += ". " + _("Chỉ tiếp nhận {hours}").format(hours=hours_words(day.reception))
        self._hours.setText(hours + (". " + _("Tạm tính, chưa có thông báo năm") if day.provisional else ""))
        self._basis.setText(day.basis)
        self._basis.setVisible(bool(day.basis))
        self._remove.setVisible(is_own)
        self._foot.setVisible(edition is not None)
        if edition is not None:
            self._number = edition.number
            self._edition.setText(
                _("Sửa lần {n}: {note}. {officer}, {at}").format(
                    n=edition.number,
                    note=edition.note or _("không ghi lý do"),
                    officer=edition.officer,
                    at=f"{edition.at:%H:%M %d/%m/%Y}",
                )
            )


class _Cards(QStackedWidget):
    def hasHeightForWidth(self) -> bool:
        return False  # a long list of dossiers scrolls inside its card

    def minimumSizeHint(self) -> QSize:
        """What the card in sight needs: the buttons of a day go on in the next line."""
        card = self.currentWidget()
        needed = super().minimumSizeHint() if card is None else card.minimumSizeHint()
        if isinstance(card, DayCard):
            needed = needed.expandedTo(QSize(0, card.heightForWidth(self.width())))
        return needed


class CalendarSide(SidePanel):
    """Proposals above, below them the day under the cursor or the change; forms slide in over both."""

    settled = Signal(object, bool)

    def __init__(self) -> None:
        content = QWidget()
        content.setProperty("plain", True)
        self.day_card, self.change_card = DayCard(), ChangeCard()
        self._cards: list[ProposalCard] = []
        self._locked = False
        self._proposals = QVBoxLayout()
        spacing(self._proposals, 12)
        self._stack = _Cards()
        least(self.change_card, height=184)
        self._stack.addWidget(self.day_card)
        self._stack.addWidget(self.change_card)
        layout = QVBoxLayout(content)
        layout.setContentsMargins(0, 0, 0, 0)
        spacing(layout, 12)
        layout.addLayout(self._proposals)
        self.waiting = Bar("warning", "")
        self.waiting.hide()
        layout.addWidget(self.waiting)
        layout.addWidget(self._stack, 1)
        super().__init__(Stage(content))
        fixed(self, width=WIDTH)

    def hasHeightForWidth(self) -> bool:
        return False  # what is long scrolls inside; the page must not grow with it

    def lock(self, words: str) -> None:
        """Show only: this officer changes nothing; the sentence says who may."""
        self._locked = True
        self.day_card.lock(words)

    def show_view(self, view: CalendarView, decisions: dict[str, Decision]) -> None:
        """Show the proposals that are open, and the change if one is being weighed."""
        change = view.change
        self._show_proposals(() if change is not None else view.pending)
        if change is not None:
            self.change_card.show_change(view, decisions)
        self._stack.setCurrentWidget(self.day_card if change is None else self.change_card)

    @property
    def has_to_decide(self) -> bool:
        """Whether dossiers are listed to be kept or printed anew."""
        return self._stack.currentWidget() is self.change_card and bool(self.change_card.list.lines)

    def show_waiting(self, words: str) -> None:
        """What is not saved yet; "" when nothing waits."""
        self.waiting.say("warning", words)
        self.waiting.setVisible(bool(words))

    def show_day(self, view: CalendarView, at: date) -> None:
        """Show the day under the cursor."""
        day = view.days.get(at)
        if day is not None:
            edition = view.editions[0] if view.editions else None
            self.day_card.show_day(day, is_own=view.is_own(at), edition=edition)

    def _show_proposals(self, wanted: tuple[OfficialDay, ...]) -> None:
        if tuple(card.proposal for card in self._cards) == wanted:
            return
        for card in self._cards:
            self._proposals.removeWidget(card)
            card.hide()
            card.deleteLater()
        self._cards = [ProposalCard(one, has_keys=one is wanted[0], may=not self._locked) for one in wanted]
        for card in self._cards:
            card.settled.connect(self.settled)
            self._proposals.addWidget(card)
