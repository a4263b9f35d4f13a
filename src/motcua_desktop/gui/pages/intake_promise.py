"""What the office promises: the due date with its days and its reason, the fee, the way of return."""

from __future__ import annotations

from datetime import date, datetime

from PySide6.QtCore import Qt, Signal

from motcua_desktop.domain.answers import Preview
from motcua_desktop.domain.dossier import ReturnMethod
from motcua_desktop.domain.terms import Unit
from motcua_desktop.domain.trace import Trace, TraceDay, TraceKind
from motcua_desktop.gui.pages.intake_words import due_day, unit_words
from motcua_desktop.gui.theme import fixed, px
from motcua_desktop.gui.widgets.badge import Badge, BadgeFace
from motcua_desktop.gui.widgets.card import Card
from motcua_desktop.gui.widgets.day_strip import DayStrip, StripDay
from motcua_desktop.gui.widgets.field import Field
from motcua_desktop.gui.widgets.inputs import ComboBox
from motcua_desktop.gui.widgets.key_cap import KeyCap
from motcua_desktop.gui.widgets.segments import Segments
from motcua_desktop.gui.widgets.text import column, holder, label, row, set_role
from motcua_desktop.i18n import _
from motcua_desktop.say_trace import trace_words

NARROW = 340


class PromiseCard(Card):
    """Time, day, day strip and the sentence; where the portal gives no term, the term is typed here."""

    edited = Signal()

    def __init__(self) -> None:
        super().__init__(_("Hẹn trả kết quả"), "", label(_("Sớm hơn"), "hint"), KeyCap("Ctrl+H"))
        self.time, self.day = label("", "due"), label("", "sum", wrap=True)
        self.strip = DayStrip()
        self._no_term = ""
        self.why = label("", "second", wrap=True)
        self.badge = Badge(BadgeFace(_("tạm tính"), "calendar-clock", "amber"))
        first = row(self.time, self.day, self.badge, gap=10)
        first.setStretch(1, 1)
        self.add(first)
        self.add(self.strip)
        self.add(self.why)
        self._make_term()
        self.body.addStretch(1)
        self.show_nothing()

    def _make_term(self) -> None:
        self.term = Field(_("Thời hạn"))
        self.unit = ComboBox([(unit, unit_words(unit).format(n="").strip()) for unit in Unit])
        self.unit.set_value(Unit.WORKING_DAY)
        fixed(self.term, 88)
        self.reason = Field(_("Căn cứ của thời hạn"), placeholder=_("Văn bản, hoặc lý do"))
        unit = Field(_("Đơn vị"), self.unit)
        inner = row(self.term, unit, gap=8)
        inner.setStretch(1, 1)
        self._term_box = holder(column(inner, self.reason, gap=6))
        self.add(self._term_box)
        self.term.edited.connect(lambda _text: self.edited.emit())
        self.reason.edited.connect(lambda _text: self.edited.emit())
        self.unit.picked.connect(lambda _value: self.edited.emit())

    def show_nothing(self) -> None:
        """No procedure yet."""
        self.time.setText("--:--")
        self.day.setText("")
        for part in (self.strip, self.badge, self._term_box):
            part.hide()
        self.why.setText(_("Chọn thủ tục để biết ngày hẹn."))

    def ask_term(self, wanted: bool) -> None:
        """Whether the term must be typed."""
        self._term_box.setVisible(wanted)
        self._doubt_term("")

    def ask_for_term(self) -> None:
        """F12 without a term: say that the slip would promise no day, and wait in the term's field."""
        self._doubt_term(
            _("Thủ tục chưa có thời hạn. Gõ số ngày và căn cứ, hoặc F12 lần nữa để nhận không hẹn ngày.")
        )
        self.term.edit.setFocus(Qt.FocusReason.TabFocusReason)

    def _doubt_term(self, said: str) -> None:
        self._no_term = said
        set_role(self.why, "warning" if said else "second")
        if said:
            self.why.setText(said)

    def show_preview(self, answer: Preview, today: datetime) -> None:
        """Show what receiving now would promise."""
        trace, at = answer.trace, answer.appointment
        if trace is None or at is None:
            self.time.setText("--:--")
            self.day.setText(_("chưa có ngày hẹn"))
            self.strip.hide()
            self.badge.hide()
            not_told = _("Cổng không công bố thời hạn của thủ tục này. Nhập thời hạn và căn cứ.")
            self.why.setText(self._no_term or not_told)
            return
        self._doubt_term("")
        self.time.setText(f"{at:%H:%M}")
        self.day.setText(due_day(at, today.date()))
        said = promise_sentence(trace, at)
        self.why.setText(said)
        is_narrow = self.width() < px(NARROW)
        self.strip.set_days(
            strip_days(trace, at, less=int(is_narrow)), said, every_day=trace.counts_every_day
        )
        self.strip.show()
        self.badge.setVisible(trace.due.provisional)


def promise_sentence(trace: Trace, at: datetime) -> str:
    """Why the date is what it is; an earlier promise names the limit too."""
    why = trace_words(trace)
    if at >= trace.due.at:
        return why
    return _("Hẹn sớm hơn hạn {due}. {why}").format(due=f"{trace.due.at:%H:%M %d/%m}", why=why)


def strip_days(trace: Trace, at: datetime, *, less: int = 0) -> list[StripDay]:
    """The days from receipt to return, and as many after it as fit; a dossier of one day has wider cells.
    `less` days are shown after it in a narrow card."""
    begin = trace.begin.date()
    shown = (4 if at.date() == begin else 5) - less
    days = [*trace.days, *trace.after[: max(0, shown - len(trace.days))]]
    return [_cell(day, at, begin) for day in days if day.date >= begin]


def _cell(seen: TraceDay, at: datetime, begin: date) -> StripDay:
    kinds = {
        TraceKind.RECEIVED: ("received", _("Nhận")),
        TraceKind.START: ("counted", _("Tính từ")),
        TraceKind.COUNTED: ("counted", str(seen.number)),
        TraceKind.OFF: ("off", _("Nghỉ")),
        TraceKind.PAUSED: ("off", _("Chờ")),
        TraceKind.DUE: ("due", _("Trả")),
    }
    kind, word = kinds.get(seen.kind, ("later", ""))
    if not seen.is_working and kind == "later":
        kind, word = "off", _("Nghỉ")
    if kind == "due" and seen.date != at.date():
        kind, word = "counted", _("Hạn")
    elif seen.date == at.date():
        kind, word = "due", _("Nhận, trả") if seen.date == begin else _("Trả")
    return StripDay(seen.date, kind, word)


class ReturnCard(Card):
    """How the result goes back, and a note on the slip."""

    edited = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.way = Segments(
            [
                (ReturnMethod.COUNTER, _("Tại quầy")),
                (ReturnMethod.POST, _("Bưu chính")),
                (ReturnMethod.ELECTRONIC, _("Điện tử")),
            ],
            name=_("Trả kết quả"),
        )
        self.note = Field(_("Ghi chú trên giấy hẹn"), placeholder=_("Không bắt buộc"))
        self.add(Field(_("Trả kết quả"), self.way))
        self.add(self.note)
        self.body.addStretch(1)
        self.way.changed.connect(lambda _value: self.edited.emit())
        self.note.edited.connect(lambda _text: self.edited.emit())
