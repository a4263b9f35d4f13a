"""A change of the calendar being weighed, in few words, with every dossier it would move."""

from __future__ import annotations

from datetime import date, datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from motcua_desktop.domain.calendar_change import CalendarChange, CalendarPreview, Decision, MovedDate
from motcua_desktop.domain.days_off import DayKind, OfficeDay
from motcua_desktop.gui.pages.calendar_view import CalendarView
from motcua_desktop.gui.pages.moments import short_day
from motcua_desktop.gui.theme import IconLabel, margins
from motcua_desktop.gui.widgets.button import Button
from motcua_desktop.gui.widgets.card import Band, Card
from motcua_desktop.gui.widgets.decision_list import DecisionLine, DecisionList
from motcua_desktop.gui.widgets.text import holder, label
from motcua_desktop.i18n import _
from motcua_desktop.say_time import kind_word

CHOICES = (Decision.KEEP, Decision.MOVE)


class ChangeCard(Card):
    """A change being weighed: what it is, and each dossier it would move, to be kept or printed anew."""

    decided = Signal(str, object)
    all_moved = Signal()

    def __init__(self) -> None:
        super().__init__(_("Thay đổi lịch"), lined=False, flush=True)
        self.sign = IconLabel("calendar-days", "accent")
        self.head.insertWidget(0, self.sign)
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
        self.sign.set_icon(*change_sign(change))
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
        note = "" if note == change_title(change) else note.rstrip(".")
        words = f"{note}. {words}." if note else f"{words}."
        if preview.provisional:
            words += " " + _("{n} hồ sơ tạm tính.").format(n=len(preview.provisional))
        past = sum(one.is_past for one in preview.differing)
        if past:
            words += " " + _("{n} hồ sơ tính ra ngày đã qua: giữ lời hẹn cũ, không hẹn lại.").format(n=past)
        self._line.setText(words)


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
        return _added_words(change)
    return _("Bỏ ngày {day}").format(day=", ".join(f"{day:%d/%m}" for day in change.remove))


def _added_words(change: CalendarChange) -> str:
    """Two days are both named; of more the first, with how many follow."""
    first, *others = change.add
    words = f"{kind_word(first.kind)} {short_day(first.date)}"
    if len(others) == 1 and not set(change.remove) - {day.date for day in change.add}:
        return f"{words}, {_other_words(first, others[0])}"
    more = len({day.date for day in change.add} | set(change.remove)) - 1
    return words + (" " + _("và {n} ngày").format(n=more) if more else "")


def _other_words(first: OfficeDay, other: OfficeDay) -> str:
    day = short_day(other.date)
    return day if other.kind == first.kind else f"{kind_word(other.kind).lower()} {day}"


def change_sign(change: CalendarChange) -> tuple[str, str]:
    """Icon and tint of a change: red is a closed day and nothing else."""
    if change.undo is not None:
        return "undo-2", "accent"
    if change.patterns or change.remove_patterns:
        return "clock", "accent"
    kinds = {day.kind for day in change.add}
    if DayKind.CLOSURE in kinds:
        return "calendar-off", "red"
    if DayKind.SWAP_DAY_OFF in kinds or change.confirm:
        return "arrow-left-right", "violet"
    return "calendar-days", "green" if DayKind.MAKEUP_WORKDAY in kinds else "accent"


def decision_line(one: MovedDate, today: date, decision: Decision | None) -> DecisionLine:
    """A dossier as a row: old and new beside each other."""
    old, new = one.appointment_at, one.new_appointment
    detail = f"{_moment(old, today)} → {_moment(new, today, beside=old)}"
    if old.date() == new.date():  # the day once: both hours must be read whole
        detail = f"{_moment(old, today, beside=old)}: {old:%H:%M} → {new:%H:%M}"
    marks = [_("sớm hơn")] if one.is_earlier else []
    marks += [_("đã qua")] if one.is_past else []
    marks += [_("tạm tính")] if one.provisional else []
    detail += f" ({', '.join(marks)})" if marks else ""
    return DecisionLine(
        one.code, one.applicant, detail, None if decision is None else CHOICES.index(decision)
    )


def _moment(at: datetime, today: date, beside: datetime | None = None) -> str:
    """The clock stands only where it differs from the one beside it."""
    day = short_day(at.date()) if at.year == today.year else f"{at:%d/%m/%Y}"
    return day if beside is not None and beside.time() == at.time() else f"{at:%H:%M} {day}"
