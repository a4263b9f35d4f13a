"""The right of Home: two charts, and the same figures as tables."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QStackedWidget, QWidget

from motcua_desktop.domain.answers import MonthRate
from motcua_desktop.gui.pages.home_charts import LoadBar, LoadChart, RateChart, percent
from motcua_desktop.gui.pages.moments import long_day
from motcua_desktop.gui.table_model import Column, TableModel
from motcua_desktop.gui.theme import least, px
from motcua_desktop.gui.widgets.card import Card
from motcua_desktop.gui.widgets.table import Table
from motcua_desktop.gui.widgets.text import column, label
from motcua_desktop.i18n import _

GAP, SHARES = 16, (5, 4)
#: The least height of a chart, and of a table: its head and four rows.
CHART, TABLE = 92, 184


class Figures(QWidget):
    """Load by due day and on-time by month, one below the other. `opened(date, or None for what is late)`.

    They give up height first: beside the work list, where there is no room for both, only one is in sight.
    One below the other with the list (large letters) the page scrolls and both are there. `turn` shows
    figures instead of charts and back; where there is room for one card only, both tables in turn.
    """

    opened = Signal(object)

    def __init__(self, beside: QBoxLayout) -> None:
        super().__init__()
        self.setProperty("plain", True)
        self._beside, self._first = beside, 0
        self.load, self.rate = LoadChart(), RateChart()
        self.load_rows = TableModel(_load_columns(), self, id_of=lambda bar: bar.day)
        self.rate_rows = TableModel(_rate_columns(), self, id_of=lambda month: (month.year, month.month))
        self._running = label("", "hint")
        names = _("Hồ sơ theo ngày hẹn trả"), _("Trả đúng hạn theo tháng")
        self.tables = [Table(rows, name) for rows, name in zip(self._rows(), names, strict=True)]
        asides = self._running, label(_("chỉ tiêu 98%"), "hint")
        self.stacks: list[QStackedWidget] = []
        self._cards = [
            self._card(*parts)
            for parts in zip(names, asides, (self.load, self.rate), self.tables, strict=True)
        ]
        layout = column(*self._cards, gap=GAP)
        for number, share in enumerate(SHARES):
            layout.setStretch(number, share)
        self.setLayout(layout)
        self.load.opened.connect(self.opened)
        self.tables[0].opened.connect(lambda bar: self.opened.emit(bar.day))

    def _rows(self) -> tuple[TableModel, TableModel]:
        return self.load_rows, self.rate_rows

    def _card(self, name: str, aside: QWidget, chart: QWidget, table: Table) -> Card:
        card, stack = Card(name, "", aside), QStackedWidget()
        stack.addWidget(chart)
        stack.addWidget(table)
        least(stack, 280, CHART)
        card.add(stack, 1)
        self.stacks.append(stack)
        return card

    def show_figures(self, bars: Sequence[LoadBar], months: Sequence[MonthRate], running: int) -> None:
        """Show these; `running` is how many dossiers the bars hold together."""
        self.load.set_bars(bars)
        self.rate.set_months(months)
        self.load_rows.show_rows([bar for bar in bars if bar.tint])
        self.rate_rows.show_rows(list(reversed(months)))
        self._running.setText(_("{n} hồ sơ").format(n=running))

    # ------------------------------------------------------------ charts or tables
    @property
    def table(self) -> Table | None:
        """The table in sight where figures are shown, the first of two."""
        return self.tables[self._first] if self.stacks[0].currentIndex() else None

    @property
    def has_more(self) -> bool:
        """Whether Ctrl+T shows a table next, and not the charts."""
        return self.table is None or (self.is_low and self._first == 0)

    def turn(self) -> Table | None:
        """What Ctrl+T shows next; the table that is then in sight."""
        if self.table is not None and self.has_more:
            self._bring(1)
            return self.table
        shown = 0 if self.table is not None else 1
        for stack in self.stacks:
            stack.setCurrentIndex(shown)
            least(stack, 280, TABLE if shown else CHART)
        self._bring(0)
        return self.table

    def _bring(self, number: int) -> None:
        self._first = number
        self._suit()

    # ------------------------------------------------------------ room
    def minimumSizeHint(self) -> QSize:
        width = max(card.minimumSizeHint().width() for card in self._cards)
        stacked = self._beside.direction() == QBoxLayout.Direction.TopToBottom
        heights = [card.minimumSizeHint().height() for card in self._cards]
        return QSize(width, self._together() if stacked else max(heights))

    def _together(self) -> int:
        return sum(c.minimumSizeHint().height() for c in self._cards) + px(GAP) * (len(self._cards) - 1)

    @property
    def is_low(self) -> bool:
        """Whether there is room for one card only."""
        return self.height() < self._together()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._suit()

    def event(self, event: QEvent) -> bool:
        done = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:  # a table needs more room than a chart
            self._suit()
        return done

    def _suit(self) -> None:
        for number, card in enumerate(self._cards):
            card.setVisible(number == self._first or not self.is_low)


def _load_columns() -> list[Column]:
    def day(bar: LoadBar) -> str:
        return long_day(bar.day) if bar.day else _("Quá hạn")

    return [
        Column("day", _("Ngày hẹn"), day, stretch=1),
        Column("number", _("Hồ sơ"), lambda bar: str(bar.number), fit=True, right=True),
    ]


def _rate_columns() -> list[Column]:
    def month(rate: MonthRate) -> str:
        return _("Tháng {m}/{y}").format(m=rate.month, y=rate.year)

    return [
        Column("month", _("Tháng"), month, stretch=1),
        Column("finished", _("Đã xong"), lambda rate: str(rate.finished), fit=True, right=True),
        Column("in_time", _("Đúng hạn"), lambda rate: str(rate.in_time), fit=True, right=True),
        Column("rate", _("Tỷ lệ"), lambda rate: percent(rate.rate), fit=True, right=True),
    ]
