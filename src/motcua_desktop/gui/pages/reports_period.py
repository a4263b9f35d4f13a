"""Choosing the reported period: month, quarter, half, year."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtWidgets import QWidget

from motcua_desktop.domain.report import PeriodKind, ReportPeriod
from motcua_desktop.gui.theme import fixed
from motcua_desktop.gui.widgets.inputs import ComboBox
from motcua_desktop.gui.widgets.segments import Segments
from motcua_desktop.gui.widgets.text import row
from motcua_desktop.i18n import _

_COUNT = {PeriodKind.MONTH: 12, PeriodKind.QUARTER: 4, PeriodKind.HALF: 2, PeriodKind.YEAR: 1}
YEARS = 10


class PeriodChoice(QWidget):
    """Tells `changed()` when another period was chosen."""

    def __init__(self, today: date, cutoff: int, changed: Callable[[], object]) -> None:
        super().__init__()
        self.setProperty("plain", True)
        self._today, self._cutoff, self._changed = today, cutoff, changed
        words = (_("Tháng"), _("Quý"), _("6 tháng"), _("Năm"))
        self.kind = Segments(list(zip(PeriodKind, words, strict=True)), name=_("Loại kỳ"))
        self.number, self.year = ComboBox(), ComboBox()
        self.number.setAccessibleName(_("Kỳ"))
        self.year.setAccessibleName(_("Năm"))
        for box, width in ((self.number, 120), (self.year, 96)):
            fixed(box, width, 36)
            box.picked.connect(lambda _value: self._changed())
        self.year.set_choices([(y, str(y)) for y in range(today.year + 1, today.year - YEARS, -1)])
        self.kind.changed.connect(lambda _kind: self._kind_chosen())
        self.setLayout(row(self.kind, self.number, self.year))
        self.kind.set_value(PeriodKind.QUARTER)
        self._fill()

    def _kind_chosen(self) -> None:
        self._fill()
        self._changed()

    def _fill(self) -> None:
        kind = PeriodKind(str(self.kind.value()))
        words = {
            PeriodKind.MONTH: _("Tháng {n}"),
            PeriodKind.QUARTER: _("Quý {n}"),
            PeriodKind.HALF: _("6 tháng, kỳ {n}"),
            PeriodKind.YEAR: _("Cả năm"),
        }[kind]
        now = ReportPeriod.holding(self._today, kind, self._cutoff)
        self.number.set_choices([(n, words.format(n=n)) for n in range(1, _COUNT[kind] + 1)])
        self.number.set_value(now.number)
        self.year.set_value(now.year)
        self.number.setVisible(kind is not PeriodKind.YEAR)

    def value(self) -> ReportPeriod:
        """The chosen period."""
        kind = PeriodKind(str(self.kind.value()))
        return ReportPeriod(kind, int(str(self.year.value())), int(str(self.number.value() or 1)))

    def go(self, period: ReportPeriod) -> None:
        """Choose a period without telling."""
        self.kind.set_value(period.kind)
        self._fill()
        self.number.set_value(period.number)
        self.year.set_value(period.year)
