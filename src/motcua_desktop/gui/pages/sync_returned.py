"""What came back from the province or was held here: each dossier with its reason and the mending button."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QVBoxLayout, QWidget

from motcua_desktop.domain.exchange import PackageLine
from motcua_desktop.domain.numbering import short_code
from motcua_desktop.gui.pages.sync_work import Standing
from motcua_desktop.gui.theme import IconLabel, margins, spacing
from motcua_desktop.gui.widgets.button import Button
from motcua_desktop.gui.widgets.card import Card
from motcua_desktop.gui.widgets.empty_state import EmptyState
from motcua_desktop.gui.widgets.text import column, holder, label, row, rule, scrolled
from motcua_desktop.i18n import _

MOST = 40


@dataclass(frozen=True, slots=True)
class Returned:
    """One dossier to mend. `done`: changed since, it goes with the next package."""

    code: str
    applicant: str
    reason: str
    advice: str
    done: bool = False


def returned_of(standing: Standing) -> tuple[Returned, ...]:
    """Refused by the province first, then held back by the field check."""
    number = standing.next_number
    found = []
    for line in standing.refused:
        advice = _("Đã sửa, hồ sơ vào gói {n}.") if line.corrected else _("Sửa rồi hồ sơ vào gói {n}.")
        advice = _("Gói {n} trả lại.").format(n=line.package) + " " + advice
        found.append(
            Returned(line.code, line.applicant, line.reason, advice.format(n=number), line.corrected)
        )
    for fault in standing.held:
        reason = _("Mục {field} chưa đúng: {detail}").format(
            field=fault.field, detail=fault.detail or fault.rule
        )
        advice = _("Chưa vào gói. Sửa rồi hồ sơ vào gói {n}.").format(n=number)
        found.append(Returned(fault.code, "", reason, advice))
    return tuple(sorted(found, key=lambda one: one.done))


class ReturnedCard(Card):
    """The list at the right of the sync page; `mend(code)` opens a dossier."""

    def __init__(self, mend: Callable[[str], object]) -> None:
        super().__init__(_("Hồ sơ trả lại"), "", flush=True)
        self._mend = mend
        self._inside = QVBoxLayout()
        margins(self._inside, 0, 0, 0, 0)
        spacing(self._inside, 0)
        self.add(scrolled(holder(self._inside)), 1)
        self._read = self.set_foot("", "hourglass")
        self.buttons: list[Button] = []

    def say_read(self, packages: Sequence[PackageLine]) -> None:
        """Which answer was read last."""
        read = [(line.acknowledged_at, line) for line in packages if line.acknowledged_at is not None]
        words = _("Chưa đọc phản hồi nào")
        if read:
            at, last = max(read, key=lambda one: one[0])
            words = _("Phản hồi gói {n} ngày {day}: {good} đã nhận").format(
                n=last.sequence, day=f"{at:%d/%m/%Y}", good=last.accepted
            )
        self._read.setText(words)

    def show_returned(self, found: tuple[Returned, ...]) -> None:
        """Show these."""
        while self._inside.count():
            item = self._inside.takeAt(0)
            held = item.widget() if item is not None else None
            if held is not None:
                held.hide()
                held.deleteLater()
        self.buttons = []
        open_ones = sum(not one.done for one in found)
        self.set_count(str(open_ones) if found else "")
        for one in found[:MOST]:
            self._inside.addWidget(self._part(one))
            self._inside.addWidget(rule())
        if len(found) > MOST:
            more = label(_("và {n} hồ sơ khác").format(n=len(found) - MOST), "hint")
            margins(box := QVBoxLayout(), 16, 10, 16, 10)
            box.addWidget(more)
            self._inside.addWidget(holder(box))
        if not found:
            self._inside.addWidget(
                EmptyState("circle-check", _("Không có hồ sơ nào bị trả lại"), tint="green"), 1
            )
        else:
            self._inside.addStretch(1)

    def _part(self, one: Returned) -> QWidget:
        sign = IconLabel(
            "circle-check" if one.done else "triangle-alert", "green" if one.done else "amber", 16
        )
        head = row(label(one.applicant or one.code, "strong", wrap=True), 1)
        if one.applicant:
            head.addWidget(label(short_code(one.code), "hint"))
        words = column(label(one.reason, wrap=True), label(one.advice, "second", wrap=True), gap=2)
        line = row(column(sign, 1, gap=0), words)
        line.setStretch(1, 1)
        parts: list[QWidget | None] = []
        if not one.done:
            button = Button(_("Sửa hồ sơ"), lambda: self._mend(one.code), small=True)
            button.setAccessibleDescription(one.code)
            self.buttons.append(button)
            parts.append(button)
        box = column(head, line, *parts, gap=6)
        margins(box, 16, 12, 16, 12)
        return holder(box)
