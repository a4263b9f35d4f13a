"""Beside the year: proposals, the day under the cursor, and the dossiers a change would move."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from motcua_desktop.domain.calendar import DayInfo
from motcua_desktop.domain.calendar_change import (
    CalendarChange,
    CalendarPreview,
    Decision,
    Edition,
    MovedDate,
)
from motcua_desktop.domain.days_off import DayKind, OfficialDay
from motcua_desktop.gui.pages.calendar_proposal import ProposalCard
from motcua_desktop.gui.pages.calendar_view import CalendarView, hours_words, kind_line
from motcua_desktop.gui.pages.moments import long_day, short_day
from motcua_desktop.gui.theme import IconLabel, fixed, least, margins, spacing
from motcua_desktop.gui.widgets.bar import Bar
from motcua_desktop.gui.widgets.button import Button
from motcua_desktop.gui.widgets.card import Band, Card
from motcua_desktop.gui.widgets.decision_list import DecisionLine, DecisionList
from motcua_desktop.gui.widgets.flow import Flow
from motcua_desktop.gui.widgets.side_panel import SidePanel
from motcua_desktop.gui.widgets.stage import Stage
from motcua_desktop.gui.widgets.text import holder, label
from motcua_desktop.i18n import _
from motcua_desktop.say_time import kind_word

CHOICES = (Decision.KEEP, Decision.MOVE)
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


class ChangeCard(Card):
    """A change being weighed: what it is, and each dossier it would move, to be kept or printed anew."""

    decided = Signal(str, object)
    all_moved = Signal()

    def __init__(self) -> None:
        super().__init__(_("Thay đổi lịch"), lined=False, flush=True)
        self.head.insertWidget(0, IconLabel("calendar-off", "red"))
        self._line = label("", "second", wrap=True)
        self.add(_padded(self._line, 0, 10))
        self._all = Button(_("In lại hết"), self.all_moved.emit, key="Ctrl+I", kind="link", small=True)
        self._band = Band(_("Đã hẹn → tính lại"), self._all)
        self.add(self._band)
        self.list = DecisionList(_("Hồ sơ đổi ngày hẹn"), (_("Giữ"), _("In lại")))
        self.list.decided.connect(lambda key, choice: self.decided.emit(key, CHOICES[choice]))
        self.add(self.list, 1)
        self.body.addStretch(0)  # the words stay at the top where no dossier is listed

    def show_change(self, view: CalendarView, decisions: dict[str, Decision]) -> None:
        """Show a weighed change and what has been decided so far."""
        preview, change = view.preview, view.change
        assert preview is not None
        assert change is not None
        self.title.setText(change_title(change))
        lines = [decision_line(one, view.today, decisions.get(one.code)) for one in preview.differing]
        if lines != self.list.lines:
            self.list.show_lines(lines)
        for part in (self._band, self.list):
            part.setVisible(bool(lines))
        self._tell(preview, change)

    def _tell(self, preview: CalendarPreview, change: CalendarChange) -> None:
        """Why, and how many it moves; how many wait to be decided stands above the card."""
        words = _("Không hồ sơ nào đổi ngày hẹn")
        if preview.differing:
            words = _("<b>{n} hồ sơ</b> đổi ngày hẹn").format(n=len(preview.differing))
        note = change.note or ", ".join(dict.fromkeys(day.name for day in change.add if day.name))
        words = f"{note}. {words}." if note else f"{words}."
        if preview.provisional:
            words += " " + _("{n} hồ sơ tạm tính.").format(n=len(preview.provisional))
        self._line.setText(words)


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


def _padded(words: QWidget, above: int, below: int) -> QWidget:
    inside = QVBoxLayout()
    inside.addWidget(words)
    margins(inside, 16, above, 16, below)
    return holder(inside)


def change_title(change: CalendarChange) -> str:
    """A change in few words."""
    if change.undo is not None:
        return _("Hoàn tác lần sửa {n}").format(n=change.undo)
    if change.notice is not None:
        return _("Thông báo năm {year}").format(year=change.notice.year)
    if change.patterns:
        return _("Giờ làm việc từ {day}").format(day=f"{change.patterns[0].effective_from:%d/%m/%Y}")
    if change.confirm or change.dismiss:
        day = (*change.confirm, *change.dismiss)[0]
        words = _("Áp dụng hoán đổi {day}") if change.confirm else _("Bỏ đề xuất {day}")
        return words.format(day=f"{day:%d/%m}")
    if change.add:
        first = change.add[0]
        words = f"{kind_word(first.kind)} {short_day(first.date)}"
        more = len({day.date for day in change.add} | set(change.remove)) - 1
        return words + (" " + _("và {n} ngày").format(n=more) if more else "")
    return _("Bỏ ngày {day}").format(day=", ".join(f"{day:%d/%m}" for day in change.remove))


def decision_line(one: MovedDate, today: date, decision: Decision | None) -> DecisionLine:
    """A dossier as a row: old and new beside each other."""
    old, new = one.appointment_at, one.new_appointment
    detail = f"{_moment(old, today)} → {_moment(new, today, beside=old)}"
    if old.date() == new.date():  # the day once: both hours must be read whole
        detail = f"{_moment(old, today, beside=old)}: {old:%H:%M} → {new:%H:%M}"
    marks = [_("sớm hơn")] if one.is_earlier else []
    marks += [_("tạm tính")] if one.provisional else []
    detail += f" ({', '.join(marks)})" if marks else ""
    return DecisionLine(
        one.code, one.applicant, detail, None if decision is None else CHOICES.index(decision)
    )


def _moment(at: datetime, today: date, beside: datetime | None = None) -> str:
    """The clock stands only where it differs from the one beside it."""
    day = short_day(at.date()) if at.year == today.year else f"{at:%d/%m/%Y}"
    return day if beside is not None and beside.time() == at.time() else f"{at:%H:%M} {day}"
