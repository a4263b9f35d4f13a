"""A proposed swap of days beside the year."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout

from motcua_desktop.domain.days_off import OfficialDay
from motcua_desktop.gui.theme import IconLabel, margins, spacing
from motcua_desktop.gui.widgets.button import Button
from motcua_desktop.gui.widgets.flow import Flow
from motcua_desktop.gui.widgets.text import label, row
from motcua_desktop.i18n import _

#: The keys of the first proposal that is open.
YES, NO = "Q", "X"


class ProposalCard(QFrame):
    """A proposed swap: never applied by itself. `settled(day, bool)`: decided, or dropped."""

    settled = Signal(object, bool)

    def __init__(self, proposal: OfficialDay, *, has_keys: bool, may: bool = True) -> None:
        super().__init__()
        self.setProperty("bar", "warning")
        yes, no = (YES, NO) if has_keys else ("", "")
        self.proposal = proposal
        layout = QVBoxLayout(self)
        margins(layout, 16, 12, 16, 12)
        spacing(layout, 6)
        pair = f"{proposal.pair:%d/%m}" if proposal.pair else ""
        words = _("Hoán đổi {day} với {pair}").format(day=f"{proposal.date:%d/%m}", pair=pair)
        layout.addLayout(row(IconLabel("calendar-clock", "amber"), label(words, "strong"), 1, gap=10))
        layout.addWidget(label(_("Mới là đề xuất, chưa có quyết định, nên chưa áp dụng."), wrap=True))
        buttons = Flow()
        spacing(buttons, 8)
        if may:
            buttons.addWidget(Button(_("Đã có quyết định"), partial(self._settle, True), key=yes, small=True))
            buttons.addWidget(Button(_("Bỏ đề xuất"), partial(self._settle, False), key=no, small=True))
            layout.addLayout(buttons)

    def _settle(self, decided: bool) -> None:
        self.settled.emit(self.proposal.date, decided)
