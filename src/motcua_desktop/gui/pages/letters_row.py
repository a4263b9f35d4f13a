"""One letter that waits: tick, person, reason, old and new date."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from PySide6.QtCore import QEvent, QObject, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from motcua_desktop.domain.appointments import check_open
from motcua_desktop.domain.calendar import WorkingCalendar
from motcua_desktop.domain.errors import Refusal
from motcua_desktop.domain.paper_answers import LetterDraft, LetterWhy
from motcua_desktop.gui.pages.forms.moment import parse_moment, typed_moment
from motcua_desktop.gui.pages.letters_name import TwoLines
from motcua_desktop.gui.pages.moments import long_moment, weekday_short
from motcua_desktop.gui.theme import colour, fixed, least, margins, px, spacing
from motcua_desktop.gui.theme.paint import edge_of_focus
from motcua_desktop.gui.widgets.inputs import CheckBox, ComboBox, LineEdit
from motcua_desktop.gui.widgets.text import label, restyle, row, set_role
from motcua_desktop.i18n import _
from motcua_desktop.say import say

#: Widths of the words before the dates and of the dates.
OLD, DATE = 64, 176


@dataclass(frozen=True, slots=True)
class Changes:
    """What an officer wrote over in a row; None where what was proposed stands, and follows the clock."""

    reason: str | None = None
    date: str | None = None
    ticked: bool | None = None


class LetterRow(QWidget):
    """One letter. `edited` when reason, date or tick change; `touched` when it should become current; `done`
    when Enter leaves its last field."""

    edited = Signal()
    touched = Signal()
    done = Signal()

    def __init__(
        self,
        draft: LetterDraft,
        reasons: Sequence[str],
        short_code: str,
        now: datetime,
        calendar: WorkingCalendar,
    ) -> None:
        super().__init__()
        self.setProperty("plain", True)
        self.draft, self.current, self._now, self._calendar = draft, False, now, calendar
        self._types_date = False
        self.tick = CheckBox("")
        self.tick.setAccessibleName(_("Làm thư cho {name}").format(name=draft.applicant))
        self.tick.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.tick.setChecked(draft.must)
        self.tick.toggled.connect(lambda _on: self.edited.emit())
        fixed(self.tick, 28, 24)
        self._make_inputs(reasons)
        self._arrange(short_code, now)
        if draft.locked:
            self._lock()

    def _make_inputs(self, reasons: Sequence[str]) -> None:
        self.date = LineEdit()
        self.reason = ComboBox([(words, words) for words in reasons])
        self.reason.setEditable(True)
        self.reason.setInsertPolicy(ComboBox.InsertPolicy.NoInsert)
        self.reason.setCompleter(None)  # type: ignore[arg-type]  # what is typed stands as it is
        self.reason.setMinimumContentsLength(12)
        self.reason.setSizeAdjustPolicy(ComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.reason.setAccessibleName(_("Lý do"))
        self.reason.setCurrentIndex(-1)
        self.reason.setCurrentText(self.draft.reason)
        typed = self.reason.lineEdit()
        assert typed is not None  # it is editable
        typed.setPlaceholderText(_("Chọn hoặc gõ lý do"))
        typed.setCursorPosition(0)
        self.reason.currentTextChanged.connect(self._reason_typed)
        self.date.setAccessibleName(_("Hẹn mới"))
        self.show_date(self.draft.new_date)
        self.date.textEdited.connect(self._date_typed)
        self.said = label("", "hint", wrap=True)
        self.reason.setProperty("small", True)
        self.date.setProperty("small", True)
        fixed(self.reason, height=32)
        fixed(self.date, DATE, 32)
        for part in (self.reason, self.date, typed):
            part.installEventFilter(self)

    def _arrange(self, short_code: str, now: datetime) -> None:
        draft, old = self.draft, self.draft.old_date
        grid = QGridLayout(self)
        margins(grid, 14, 9, 16, 10)
        spacing(grid, 8)
        grid.setVerticalSpacing(px(2))
        words, role, why = why_words(draft, now)
        self.why = label(words, role)
        self.why.setToolTip(why)
        self.tick.setAccessibleDescription(f"{words}. {why}")
        grid.addWidget(self.tick, 0, 0)
        grid.addLayout(row(label(draft.applicant, "strong"), label(short_code, "hint"), 1), 0, 1)
        before = label(_("Hẹn cũ"), "hint"), label(day_words(old))
        for number, (part, width) in enumerate(zip(before, (OLD, DATE), strict=True), start=2):
            least(part, width)  # rows that cannot be changed have no inputs to keep the columns
            grid.addWidget(part, 0, number)
        grid.addWidget(TwoLines(draft.procedure), 1, 1)
        grid.addWidget(self.why, 1, 2, 1, 2, Qt.AlignmentFlag.AlignTop)
        self._inputs = [label(_("Lý do"), "hint"), label(_("Hẹn mới"), "hint")]
        reason = row(self._inputs[0], self.reason)
        reason.setStretch(1, 1)
        grid.addLayout(reason, 2, 1)
        grid.addWidget(self._inputs[1], 2, 2)
        grid.addWidget(self.date, 2, 3)
        grid.addWidget(self.said, 3, 1, 1, 3)
        grid.setColumnStretch(1, 1)
        self.said.hide()

    def _lock(self) -> None:
        self.tick.setEnabled(False)
        for part in (self.reason, self.date, *self._inputs):
            part.hide()
        self.tick.setChecked(False)
        self.why.hide()
        self.refuse(_("Đã hẹn lại một lần, không hẹn lại lần nữa (NĐ 118/2025, Điều 19 khoản 6)."), "hint")

    def refuse(self, sentence: str, role: str = "error") -> None:
        """Say below the row why this letter could not be made."""
        set_role(self.said, role)
        self.said.setText(sentence)
        self.said.show()

    def show_date(self, at: datetime) -> None:
        """Put the new date in, with its weekday; in the field it is typed without."""
        self.date.setText(typed_moment(at) if self.date.hasFocus() else day_words(at))
        self.date.setCursorPosition(0)

    def _at(self) -> datetime | None:
        """The new date typed; a day without an hour means the hour offered, the end of a working day."""
        offered = self.draft.new_date.time()
        return parse_moment(self.date.text(), datetime.combine(self.draft.old_date.date(), offered))

    def _wrong_date(self) -> str:
        """What is wrong with the new date, "" when nothing."""
        at, old = self._at(), self.draft.old_date
        if at is None:
            return _("Chưa đọc được ngày hẹn mới. Gõ như 16:00 27/11/2026.")
        if at <= max(old, self._now):
            words = _("Hẹn mới phải sau hẹn cũ {old}.") if at <= old else _("Hẹn mới {at} đã qua.")
            return words.format(old=f"{old:%H:%M %d/%m/%Y}", at=f"{at:%H:%M %d/%m/%Y}")
        try:
            check_open(self._calendar, at, after=max(old, self._now))
        except Refusal as refusal:  # nobody is there on that day, or nobody knows the day yet
            return say(refusal)
        return ""

    def new_draft(self) -> LetterDraft | None:
        """The letter as it stands now, None when its date is none."""
        at = self._at()
        return (
            None if at is None else replace(self.draft, new_date=at, reason=self.reason.currentText().strip())
        )

    def changes(self) -> Changes:
        """What the officer wrote over."""
        reason, ticked = self.reason.currentText(), self.tick.isChecked()
        return Changes(
            None if reason == self.draft.reason else reason,
            None if self._at() == self.draft.new_date else self.date.text(),
            None if ticked == self.draft.must else ticked,
        )

    def change(self, changes: Changes) -> None:
        """Write over as it was in the row before."""
        if changes.reason is not None:
            self.reason.setCurrentText(changes.reason)
        if changes.date is not None:
            self.date.setText(changes.date)
        if changes.ticked is not None:
            self.tick.setChecked(changes.ticked)

    def missing(self) -> str:
        """What keeps the letter from being made, said beside it with the cursor there; "" when nothing."""
        field: QWidget = self.reason
        if not self.reason.currentText().strip():
            words = _("Chưa có lý do. Chọn trong danh sách hoặc gõ.")
        elif wrong := self._wrong_date():
            words, field = wrong, self.date
            self._mark_date("error")
        else:
            return ""
        self.refuse(words)
        field.setFocus()
        return words

    def _reason_typed(self, text: str) -> None:
        if text.strip() and not self.draft.locked:
            self.said.hide()
        self._show_beginning()
        self.edited.emit()

    def _date_typed(self, _text: str) -> None:
        at, wrong = self._at(), self._wrong_date()
        if not wrong and not self.draft.locked:
            self.said.hide()
        self._mark_date("error" if wrong else "")
        self.date.setToolTip(long_moment(at) if at else _("Gõ như 16:00 27/11/2026"))
        self.edited.emit()

    def _mark_date(self, state: str) -> None:
        self.date.setProperty("state", state)
        restyle(self.date)

    def _focus_moved(self) -> None:
        self._show_beginning()
        at, has_focus = self._at(), self.date.hasFocus()
        if at is None or has_focus == self._types_date:
            return
        self._types_date = has_focus
        self.show_date(at)
        if has_focus:
            self.date.selectAll()
        elif wrong := self._wrong_date():
            self.refuse(wrong)

    def _show_beginning(self) -> None:
        """Of a reason longer than its box the beginning is read, not the end."""
        typed = self.reason.lineEdit()
        if typed is not None and self.focusWidget() not in (typed, self.reason):
            typed.setCursorPosition(0)

    @property
    def is_ticked(self) -> bool:
        """Whether a letter is to be made."""
        return self.tick.isChecked() and not self.draft.locked

    def set_current(self, current: bool) -> None:
        """Show whether this row is the one in hand."""
        self.current = current
        self.update()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusIn:
            self.touched.emit()
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            QTimer.singleShot(0, self, self._focus_moved)  # once the focus is where it goes
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            return False
        if watched is not self.date:
            self.date.setFocus()
        elif wrong := self._wrong_date():
            self.refuse(wrong)  # while the officer looks at the date, not at F12
        else:
            self.done.emit()
        return True

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.touched.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        if self.current:
            painter.fillRect(self.rect(), colour("soft"))
            painter.fillRect(QRect(0, 0, px(3), self.height()), colour("accent"))
        painter.fillRect(QRect(0, self.height() - 1, self.width(), 1), colour("line2"))
        above = self.parentWidget()
        if self.current and above is not None and above.hasFocus():
            edge_of_focus(painter, self.rect(), 0)


def day_words(at: datetime) -> str:
    """ "17:00 T6 27/11/2026"."""
    return f"{at:%H:%M} {weekday_short(at.date())} {at:%d/%m/%Y}"


def why_words(draft: LetterDraft, now: datetime) -> tuple[str, str, str]:
    """Why the dossier is in the list: a few words, their role, and the law's reason."""
    until = f"{draft.send_by:%H:%M}"
    day = f"{weekday_short(draft.send_by.date())} {draft.send_by:%d/%m}"
    law = _("Thư phải gửi chậm nhất 01 ngày trước ngày hết hạn (NĐ 118/2025, Điều 19 khoản 6).")
    if draft.why is LetterWhy.LATE:
        return _("đã quá hạn"), "error", law
    if draft.why is LetterWhy.TODAY:
        return _("gửi trước {until} hôm nay").format(until=until), "warning", law
    if draft.why is LetterWhy.PASSED:
        words = _("kịp hẹn thì không cần thư")
        day_gone = _("Đã qua lúc gửi thư ({until} {day}) mà chưa đến hẹn.").format(until=until, day=day)
        return words, "hint", f"{day_gone} {law}"
    return _("chưa phải gửi, đến {until} {day}").format(until=until, day=day), "hint", law
