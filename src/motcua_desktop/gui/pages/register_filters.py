"""The filter of the register: a form in the side panel, and the words for what it lets through."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from motcua_desktop.domain.dossier import Channel
from motcua_desktop.domain.lifecycle import Status
from motcua_desktop.domain.query import Chip, Query
from motcua_desktop.domain.text import fold
from motcua_desktop.gui.pages.register_empty import chip_words
from motcua_desktop.gui.pages.typed_days import wrong_order
from motcua_desktop.gui.theme import margins, spacing
from motcua_desktop.gui.widgets.field import Field
from motcua_desktop.gui.widgets.inputs import ComboBox
from motcua_desktop.gui.widgets.text import label, row
from motcua_desktop.i18n import _
from motcua_desktop.say import status_word

if TYPE_CHECKING:
    from motcua_desktop.counter.counter import Counter

#: So many of the newest dossiers tell who receives.
LATELY = 500
_WHOLE, _SHORT = "%d/%m/%Y", "%d/%m"
_CODE = re.compile(r"\d+\.\d{3,}")
_DAY = re.compile(r"\s*(\d{1,2})\s*[/.-]\s*(\d{1,2})(?:\s*[/.-]\s*(\d{4}))?\s*")


def channel_word(channel: Channel) -> str:
    """How the dossier came."""
    return {
        Channel.DIRECT: _("Trực tiếp"),
        Channel.ONLINE: _("Trực tuyến"),
        Channel.POST: _("Bưu chính"),
    }[channel]


def filter_words(query: Query) -> str:
    """What the filter lets through, "" when everything."""
    parts = [status_word(status) for status in query.statuses]
    if query.channel is not None:
        parts.append(channel_word(query.channel))
    parts.extend(part for part in (query.field, query.procedure, query.officer, query.holder) if part)
    day, words = _("đã tiếp nhận {day}") if query.taken_in else _("nhận {day}"), _("nhận {start} – {end}")
    received = (day, words, _("nhận từ {day}"), _("nhận đến {day}"))
    parts.append(
        _days(_day_words(query.received_from, _WHOLE), _day_words(query.received_to, _WHOLE), received)
    )
    due = (_("hẹn {day}"), _("hẹn {start} – {end}"), _("hẹn từ {day}"), _("hẹn đến {day}"))
    parts.append(_days(_day_words(query.due_from, _SHORT), _day_words(query.due_to, _SHORT), due))
    return ", ".join(part for part in parts if part)


def _day_words(day: date | None, shape: str) -> str:
    return f"{day:{shape}}" if day else ""


def _days(start: str, end: str, words: tuple[str, str, str, str]) -> str:
    """Words for one day, for days between two, for days from one on, or up to one; "" for every day."""
    one, between, since, until = words
    if start and end:
        return one.format(day=start) if start == end else between.format(start=start, end=end)
    return since.format(day=start) if start else until.format(day=end) if end else ""


def said_of(query: Query) -> str:
    """The words searched for and the shipped filter, which a saved filter keeps too; "" when none."""
    chip = chip_words().get(query.chip, "") if query.chip is not Chip.ALL else ""
    words = _("Tìm “{words}”").format(words=query.words) if query.words else ""
    return " · ".join(part for part in (words, chip) if part)


@dataclass(frozen=True, slots=True)
class KnownNames:
    """The sections of the office, and who has received dossiers lately."""

    sections: tuple[str, ...]
    officers: tuple[str, ...]


def read_names(counter: Counter) -> KnownNames:
    """Names an officer may want to filter by."""
    officers = dict.fromkeys(line.officer for line in counter.register.newest(LATELY) if line.officer)
    return KnownNames(counter.handover.sections(), tuple(sorted(officers)))


def procedures_meant(counter: Counter, words: str) -> tuple[str, ...]:
    """Codes of the procedures meant by a code, an alias or words of the name; a code no longer in the
    catalogue still means its dossiers."""
    found = counter.catalogue.find(words)
    key = fold(words)
    exact = [one.code for one in found if key in (fold(one.code), fold(one.alias), fold(one.name))]
    gone = (words,) if _CODE.fullmatch(words) else ()
    return tuple(exact[:1]) or tuple(one.code for one in found) or gone


def _meant(field: Field) -> str:
    """The one name of which a part was typed, else what was typed."""
    text, combo = field.text().strip(), field.edit
    assert isinstance(combo, ComboBox)
    names = [combo.itemText(number) for number in range(combo.count())]
    if not text or text in names:
        return text
    parts = [name for name in names if fold(text) in fold(name)]
    return parts[0] if len(parts) == 1 else text


class FilterForm(QWidget):
    """Status, way of receipt, officer, section, days of receipt. Empty lets everything pass."""

    entered = Signal()

    def __init__(self, query: Query, today: date, words: str = "", name: str = "") -> None:
        """words: what the list is searched for now, above the fields. name: the saved filter in hand."""
        super().__init__()
        self._query, self._today = query, today
        self._make_choices(query)
        self.start = self._day(_("Nhận từ ngày"), query.received_from)
        self.end = self._day(_("đến ngày"), query.received_to)
        self.procedure = self._line(_("Thủ tục"), query.procedure, _("Mã, tên, tên tắt"))
        self.holder = self._named(_("Nơi giữ hồ sơ"), query.holder, _("Mọi nơi"))
        self.officer = self._named(_("Người nhận hồ sơ"), query.officer, _("Mọi người"))
        self.name = self._line(_("Lưu với tên"), name, _("chỉ lọc lần này"))
        self._arrange(words)
        self.setFocusProxy(self.status)

    def _make_choices(self, query: Query) -> None:
        statuses: list[tuple[object, str]] = [("", _("Mọi trạng thái"))]
        statuses += [(status.value, status_word(status)) for status in Status]
        if len(query.statuses) > 1:
            statuses.append((" ".join(query.statuses), ", ".join(map(status_word, query.statuses))))
        self.status = ComboBox(statuses)
        self.status.set_value(" ".join(query.statuses))
        channels: list[tuple[object, str]] = [(None, _("Mọi cách nộp"))]
        channels += [(channel, channel_word(channel)) for channel in Channel]
        self.channel = ComboBox(channels)
        self.channel.set_value(query.channel)
        for combo in (self.status, self.channel):  # both columns as wide, whatever the longest choice
            combo.narrow()

    def _line(self, words: str, text: str, placeholder: str = "") -> Field:
        field = Field(words, placeholder=placeholder)
        field.set_text(text)
        field.entered.connect(self.entered)
        return field

    def _named(self, words: str, text: str, placeholder: str) -> Field:
        combo = ComboBox()
        combo.setEditable(True)
        combo.narrow()
        combo.setInsertPolicy(ComboBox.InsertPolicy.NoInsert)
        combo.leave_open(placeholder)
        combo.setEditText(text)
        return Field(words, combo)

    def offer(self, known: KnownNames) -> None:
        """Names to choose from; any other may be typed, and a part of one is enough."""
        for field, names in ((self.holder, known.sections), (self.officer, known.officers)):
            combo, text = field.edit, field.text()
            assert isinstance(combo, ComboBox)
            combo.set_choices([(name, name) for name in names])
            combo.setCurrentIndex(-1)
            combo.setEditText(text)

    def _arrange(self, words: str) -> None:
        layout = QVBoxLayout(self)
        margins(layout, 16, 12, 16, 12)
        spacing(layout, 12)
        if words:
            layout.addWidget(label(words, "second", wrap=True))
        for left, right in (
            (Field(_("Trạng thái"), self.status), Field(_("Cách nộp"), self.channel)),
            (self.start, self.end),
            (self.procedure, self.holder),
            (self.officer, self.name),
        ):
            pair = row(left, right, gap=12)
            pair.setStretch(0, 1)
            pair.setStretch(1, 1)
            layout.addLayout(pair)
        layout.addStretch(1)

    def _day(self, words: str, day: date | None) -> Field:
        field = Field(words, placeholder=_("ngày/tháng/năm"))
        field.set_text(f"{day:%d/%m/%Y}" if day else "")
        field.entered.connect(self.entered)
        return field

    def query(self) -> Query | None:
        """The question as the form stands; None when a day is none (it is marked)."""
        days: list[date | None] = []
        for field in (self.start, self.end):
            field.calm()
            day = self._typed_day(field.text())
            if day is None and field.text().strip():
                field.fail(_("Không có ngày này. Gõ như 01/11/2026."))
                field.setFocus()
                return None
            days.append(day)
        if days[0] and days[1] and days[1] < days[0]:
            self.end.fail(wrong_order(days[0], days[1]))
            self.end.setFocus()
            return None
        status, channel = self.status.value(), self.channel.value()
        return replace(
            self._query,
            statuses=tuple(Status(one) for one in str(status).split()),
            channel=channel if isinstance(channel, Channel) else None,
            procedure=self.procedure.text().strip(),
            holder=_meant(self.holder),
            officer=_meant(self.officer),
            received_from=days[0],
            received_to=days[1],
        )

    def _typed_day(self, text: str) -> date | None:
        found = _DAY.fullmatch(text)
        if found is None:
            return None
        try:
            return date(int(found.group(3) or self._today.year), int(found.group(2)), int(found.group(1)))
        except ValueError:
            return None
