"""The filter of the register: a form in the side panel, and the words for what it lets through."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from motcua_desktop.domain.dossier import Channel
from motcua_desktop.domain.lifecycle import Status
from motcua_desktop.domain.query import Chip, Query
from motcua_desktop.gui.pages.register_empty import chip_words
from motcua_desktop.gui.theme import margins, spacing
from motcua_desktop.gui.widgets.field import Field
from motcua_desktop.gui.widgets.inputs import ComboBox
from motcua_desktop.gui.widgets.text import label, row
from motcua_desktop.i18n import _
from motcua_desktop.say import status_word

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
    if query.received_from or query.received_to:
        start = f"{query.received_from:%d/%m/%Y}" if query.received_from else ""
        end = f"{query.received_to:%d/%m/%Y}" if query.received_to else ""
        if start == end:
            words = _("đã tiếp nhận {day}") if query.taken_in else _("nhận {day}")
            parts.append(words.format(day=start))
        else:
            parts.append(_("nhận {start} – {end}").format(start=start, end=end))
    if query.due_from or query.due_to:
        start = f"{query.due_from:%d/%m}" if query.due_from else ""
        end = f"{query.due_to:%d/%m}" if query.due_to else ""
        parts.append(
            _("hẹn {start} – {end}").format(start=start, end=end)
            if start != end
            else _("hẹn {day}").format(day=end)
        )
    return ", ".join(parts)


def said_of(query: Query) -> str:
    """The words searched for and the shipped filter, which a saved filter keeps too; "" when none."""
    chip = chip_words().get(query.chip, "") if query.chip is not Chip.ALL else ""
    words = _("Tìm “{words}”").format(words=query.words) if query.words else ""
    return " · ".join(part for part in (words, chip) if part)


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
        self.procedure = self._line(_("Mã thủ tục"), query.procedure)
        self.holder = self._line(_("Nơi giữ hồ sơ"), query.holder, _("Tên phòng"))
        self.officer = self._line(_("Người nhận hồ sơ"), query.officer)
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

    def _line(self, words: str, text: str, placeholder: str = "") -> Field:
        field = Field(words, placeholder=placeholder)
        field.set_text(text)
        field.entered.connect(self.entered)
        return field

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
        field = Field(words, placeholder="dd/mm/yyyy")
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
        status, channel = self.status.value(), self.channel.value()
        return replace(
            self._query,
            statuses=tuple(Status(one) for one in str(status).split()),
            channel=channel if isinstance(channel, Channel) else None,
            procedure=self.procedure.text().strip(),
            holder=self.holder.text().strip(),
            officer=self.officer.text().strip(),
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
