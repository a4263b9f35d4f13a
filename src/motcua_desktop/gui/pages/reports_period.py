"""Choosing the reported period: month, quarter, half, year as the office cuts them or by calendar; days."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtWidgets import QWidget

from motcua_desktop.domain.dossier import Period
from motcua_desktop.domain.report_period import CALENDAR, PeriodKind, ReportPeriod
from motcua_desktop.gui.pages.typed_days import typed_day, wrong_order
from motcua_desktop.gui.theme import fixed
from motcua_desktop.gui.widgets.inputs import ComboBox, LineEdit
from motcua_desktop.gui.widgets.segments import Segments
from motcua_desktop.gui.widgets.text import column, holder, label, restyle, row
from motcua_desktop.i18n import _

YEARS = 10
DAYS = "days"
Span = ReportPeriod | Period


class PeriodChoice(QWidget):
    """Tells `changed()` when another period was chosen. `cutoff` is the day the office cuts its data on."""

    def __init__(self, today: date, cutoff: int, usual: PeriodKind, changed: Callable[[], object]) -> None:
        super().__init__()
        self.setProperty("plain", True)
        self._today, self._cutoff, self._changed = today, cutoff, changed
        words = (_("Tháng"), _("Quý"), _("6 tháng"), _("Năm"))
        kinds: list[tuple[object, str]] = [*zip(PeriodKind, words, strict=True), (DAYS, _("Từ ngày"))]
        self.kind = Segments(kinds, name=_("Loại kỳ"))
        self.kind.set_value(usual)
        self.number, self.year, self.cut = ComboBox(), ComboBox(), ComboBox()
        self._make_boxes()
        self.start, self.end = (LineEdit(_("ngày/tháng/năm")) for _n in range(2))
        for field, name in ((self.start, _("Từ ngày")), (self.end, _("Đến ngày"))):
            field.setAccessibleName(name)
            fixed(field, 144, 36)
            field.editingFinished.connect(self._days_typed)
        self._named = holder(row(self.number, self.year, self.cut))
        self._typed = holder(row(self.start, label("–"), self.end))
        self.kind.changed.connect(lambda _kind: self._kind_chosen())
        self.said = label("", "error")
        self.setLayout(column(row(self.kind, self._named, self._typed, 1), self.said, gap=2))
        self.said.hide()
        self.cut_on(cutoff)
        self._fill()
        self._told = (self.value(), self.calendar)

    def _make_boxes(self) -> None:
        boxes = ((self.number, _("Kỳ"), 112), (self.year, _("Năm"), 92), (self.cut, _("Chốt số liệu"), 148))
        for box, name, width in boxes:
            box.setAccessibleName(name)
            fixed(box, width, 36)
            box.picked.connect(lambda _value: self._tell())
        years = range(self._today.year + 1, self._today.year - YEARS, -1)
        self.year.set_choices([(year, str(year)) for year in years])
        self._name_cut()

    def _name_cut(self) -> None:
        day = _("Chốt ngày {day}").format(day=self._cutoff)
        self.cut.set_choices([(False, day), (True, _("Dương lịch"))])

    def cut_on(self, cutoff: int) -> None:
        """The office cuts its data on another day now; asks nothing."""
        if cutoff != self._cutoff:
            self._cutoff = cutoff
            self._name_cut()
        self.cut.setVisible(cutoff != CALENDAR)

    def _kind_chosen(self) -> None:
        self._fill()
        self._tell()

    def _tell(self) -> None:
        """Once for each other period: leaving a field that was not changed asks nothing."""
        now = (self.value(), self.calendar)
        if now != self._told:
            self._told = now
            self._changed()

    def _fill(self) -> None:
        typed = self.kind.value() == DAYS
        self._typed.setVisible(typed)
        self.said.setVisible(typed and bool(self.said.text()))
        self._named.setVisible(not typed)
        if typed:
            self._fill_days()
            return
        kind = PeriodKind(str(self.kind.value()))
        words = {
            PeriodKind.MONTH: _("Tháng {n}"),
            PeriodKind.QUARTER: _("Quý {n}"),
            PeriodKind.HALF: _("Kỳ {n}"),
            PeriodKind.YEAR: _("Cả năm"),
        }[kind]
        now = ReportPeriod.holding(self._today, kind, self.cut_day)
        self.number.set_choices([(n, words.format(n=n)) for n in range(1, now.last + 1)])
        self.number.set_value(now.number)
        self.year.set_value(now.year)
        self.number.setVisible(kind is not PeriodKind.YEAR)

    def _fill_days(self) -> None:
        """From the first of this month to today, unless days stand there already."""
        for field, day in ((self.start, self._today.replace(day=1)), (self.end, self._today)):
            if not field.text():
                field.setText(f"{day:%d/%m/%Y}")

    def _days_typed(self) -> None:
        """Enter or leaving the field; of days that are none it is said why, and nothing is counted."""
        start, end = (typed_day(field.text()) for field in (self.start, self.end))
        said = _("Không có ngày này. Gõ như 01/11/2026.") if not (start and end) else ""
        if start and end and end < start:
            said = wrong_order(start, end)
        for field, bad in ((self.start, not start), (self.end, not end or (bool(start) and bool(said)))):
            field.setProperty("state", "error" if bad else "")
            field.setAccessibleDescription(said if bad else "")
            restyle(field)
        self.said.setText(said)
        self.said.setVisible(bool(said))
        if not said:
            self._tell()

    @property
    def calendar(self) -> bool:
        """Whether periods are calendar months instead of the office's cut."""
        return bool(self.cut.value())

    @property
    def cut_day(self) -> int:
        """The day a period begins on, as it is chosen now."""
        return CALENDAR if self.calendar else self._cutoff

    def value(self) -> Span:
        """The chosen period, or the days that were typed."""
        if self.kind.value() == DAYS:
            start, end = typed_day(self.start.text()), typed_day(self.end.text())
            if start and end and start <= end:
                return Period(start, end)
            return Period(self._today, self._today)
        kind = PeriodKind(str(self.kind.value()))
        return ReportPeriod(kind, int(str(self.year.value())), int(str(self.number.value() or 1)))

    def go(self, period: Span, *, calendar: bool = False) -> None:
        """Choose a period without telling."""
        if isinstance(period, Period):
            self.kind.set_value(DAYS)
            self.start.setText(f"{period.start:%d/%m/%Y}")
            self.end.setText(f"{period.end:%d/%m/%Y}")
            self._fill()
        else:
            self.kind.set_value(period.kind)
            self.cut.set_value(calendar)
            self._fill()
            self.number.set_value(period.number)
            self.year.set_value(period.year)
        self._told = (self.value(), self.calendar)
