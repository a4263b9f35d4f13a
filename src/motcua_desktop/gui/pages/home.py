"""Home: numbers by urgency, what must be done now, the load ahead, the rate behind."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, time
from functools import partial
from typing import Any

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QStackedWidget, QWidget

from motcua_desktop.domain.answers import MonthRate, Task, TaskKind
from motcua_desktop.domain.query import Chip, Query, Sort
from motcua_desktop.gui.actions import Action, Hint
from motcua_desktop.gui.pages import PageContext
from motcua_desktop.gui.pages.home_charts import ChartColumn, LoadBar, LoadChart, RateChart, percent
from motcua_desktop.gui.pages.home_work import HomeView, read_home
from motcua_desktop.gui.pages.moments import clock_line, long_day, weekday
from motcua_desktop.gui.table_model import Column, TableModel
from motcua_desktop.gui.theme import least, margins, spacing
from motcua_desktop.gui.widgets.card import Card
from motcua_desktop.gui.widgets.card_grid import CardGrid
from motcua_desktop.gui.widgets.empty_state import EmptyState
from motcua_desktop.gui.widgets.number_card import NumberCard, StockCard
from motcua_desktop.gui.widgets.page import Page, page_columns
from motcua_desktop.gui.widgets.table import Table
from motcua_desktop.gui.widgets.text import label
from motcua_desktop.gui.widgets.work_list import WorkItem, WorkList
from motcua_desktop.i18n import _

AGAIN_MS = 60_000


def make(context: PageContext) -> Page:
    """The page of this module."""
    return HomePage(context)


class HomePage(Page):
    """Every number opens its list; the list of tasks opens with digits. Read again each minute in sight."""

    def __init__(self, context: PageContext) -> None:
        super().__init__()
        self.title = _("Trang chính")
        self._context = context
        self._view: HomeView | None = None
        margins(self.body, 24, 16, 24, 16)
        spacing(self.body, 16)
        self._make_cards()
        self._make_work()
        columns = page_columns(self)
        columns.addWidget(self._work_card, 3)
        self._charts = ChartColumn(self._make_charts(), (5, 4), columns)
        columns.addWidget(self._charts, 2)
        self._again = QTimer(self, interval=AGAIN_MS)
        self._again.timeout.connect(self._tick)
        self._again.start()
        self.refresh()

    # ------------------------------------------------------------ parts
    def _make_cards(self) -> None:
        days = [_("Còn {n} ngày").format(n=n) for n in (1, 2, 3)]
        self.late = NumberCard(_("Quá hạn"), "octagon-alert", "red", strong=True)
        self.due_today = NumberCard(_("Đến hạn hôm nay"), "alarm-clock", "orange", strong=True)
        self.soon = [NumberCard(words, "clock", "amber") for words in days]
        self.cards = [self.late, self.due_today, *self.soon]
        for card, group in zip(self.cards, ("late", "today", "1", "2", "3"), strict=True):
            card.clicked.connect(lambda _on=False, group=group: self.wanted.emit("due", group))
        self.received = StockCard(_("Nhận hôm nay"), "inbox")
        self.waiting = StockCard(_("Chờ bổ sung"), "circle-pause")
        self.letters = StockCard(_("Thư cần gửi"), "mail")
        self.unsent = StockCard(_("Chưa đồng bộ"), "usb")
        self.received.clicked.connect(lambda: self.wanted.emit("register", self._received_today()))
        self.waiting.clicked.connect(lambda: self.wanted.emit("register", Chip.WAITING))
        self.letters.clicked.connect(lambda: self.wanted.emit("letters", None))
        self.unsent.clicked.connect(lambda: self.wanted.emit("sync", None))
        grid = CardGrid(self.cards, (self.received, self.waiting, self.letters, self.unsent))
        spacing(grid, 16)
        self.body.addLayout(grid)

    def _make_work(self) -> None:
        self.work = WorkList(_("Cần làm ngay"))
        self.work.opened.connect(self._open)
        self._digits = label("", "hint")
        self._work_card = Card(_("Cần làm ngay"), "", self._digits, flush=True)
        least(self._work_card, 560, 268)
        nothing = EmptyState("check-check", _("Không có việc nào phải làm ngay"), _("Nhận hồ sơ bằng F2."))
        self._work_stack = QStackedWidget()
        self._work_stack.addWidget(self.work)
        self._work_stack.addWidget(nothing)
        least(self._work_stack, 440, 150)
        self._work_card.add(self._work_stack, 1)

    def _make_charts(self) -> list[Card]:
        self.load, self.rate = LoadChart(), RateChart()
        self.load.opened.connect(self._open_day)
        self._load_rows = TableModel(_load_columns(), self, id_of=lambda bar: bar.day)
        self._rate_rows = TableModel(_rate_columns(), self, id_of=lambda month: (month.year, month.month))
        self._running, self._last = label("", "hint"), label(_("chỉ tiêu 98%"), "hint")
        self._stacks: list[QStackedWidget] = []
        cards = []
        for title, aside, chart, rows in (
            (_("Hồ sơ theo ngày hẹn trả"), self._running, self.load, self._load_rows),
            (_("Trả đúng hạn theo tháng"), self._last, self.rate, self._rate_rows),
        ):
            card = Card(title, "", aside)
            stack = QStackedWidget()
            stack.addWidget(chart)
            figures = Table(rows, title)
            if rows is self._load_rows:
                figures.opened.connect(lambda bar: self._open_day(bar.day))
            stack.addWidget(figures)
            least(stack, 280, 92)
            card.add(stack, 1)
            self._stacks.append(stack)
            cards.append(card)
        return cards

    # ------------------------------------------------------------ reading
    def refresh(self) -> None:
        self._context.tasks.ask(self, read_home, self._context.counter, then=self._came, name="home")

    def _tick(self) -> None:
        if self.isVisible():
            self.refresh()

    def _came(self, view: HomeView) -> None:
        self._view = view
        today = view.today
        self.late.set_number(
            today.overdue, _("lâu nhất {time}").format(time=view.longest) if today.overdue else ""
        )
        before = ""
        if today.due_before and today.next_close:
            before = _("{n} hồ sơ trước {time}").format(n=today.due_before, time=f"{today.next_close:%H:%M}")
        self.due_today.set_number(today.due_today, before)
        for card, (at, number) in zip(self.soon, today.due_in, strict=False):
            card.set_number(number, f"{weekday(at.date())} {at:%d/%m}")
        self.received.set_number(today.received_today)
        self.waiting.set_number(today.waiting)
        self.letters.set_number(today.letters)
        self.unsent.set_number(today.not_synchronised)
        self._show_work(view.work)
        self.load.set_bars(view.bars)
        self.rate.set_months(today.on_time)
        self._load_rows.show_rows([bar for bar in view.bars if bar.tint])
        self._rate_rows.show_rows(list(reversed(today.on_time)))
        self._running.setText(_("{n} hồ sơ").format(n=view.running))
        self.stated.emit()

    def _show_work(self, work: Sequence[WorkItem]) -> None:
        self.work.set_items(work)
        self._work_stack.setCurrentIndex(0 if work else 1)
        self._work_card.set_count(_("{n} việc").format(n=len(work)) if work else "")
        most = min(9, len(work))
        self._digits.setText(_("Phím 1 đến {n} mở việc").format(n=most) if most > 1 else "")

    # ------------------------------------------------------------ opening
    def _open(self, item: WorkItem) -> None:
        task: Task = item.subject
        if task.kind is TaskKind.LETTERS:
            self.wanted.emit("letters", None)
        elif task.kind is TaskKind.CALENDAR:
            self.wanted.emit("calendar", task.facts[0] if task.facts else None)
        elif task.kind is TaskKind.ONLINE:
            self.wanted.emit("register", Query(chip=Chip.ONLINE, descending=False))
        elif task.line is not None:
            self.wanted.emit("dossier", task.line.id)

    def _open_day(self, day: date | None) -> None:
        if day is None or day == self._context.counter.now().date():
            self.wanted.emit("due", "today" if day else "late")
            return
        start, end = datetime.combine(day, time(0)), datetime.combine(day, time(23, 59, 59))
        query = Query(chip=Chip.RUNNING, due_from=start, due_to=end, sort=Sort.DUE, descending=False)
        self.wanted.emit("register", query)

    def _received_today(self) -> Query:
        day = self._context.counter.now().date()
        return Query(received_from=day, received_to=day, taken_in=True)

    def _toggle_tables(self) -> None:
        """Figures instead of charts and back; where there is room for one card only, both tables in turn."""
        tables = self._stacks[0].currentIndex() == 1
        if tables and self._charts.is_low and self._charts.first == 0:
            self._charts.bring(1)
            return
        self._charts.bring(0)
        for stack in self._stacks:
            stack.setCurrentIndex(0 if tables else 1)

    # ------------------------------------------------------------ what the window asks
    @property
    def context_line(self) -> str:
        return clock_line(self._context.counter.now())

    def keys(self) -> Sequence[Hint]:
        hints = [Hint("F2", _("Tiếp nhận")), Hint("F11", _("Như hồ sơ trước"))]
        if self._view and self._view.work:
            hints.append(Hint(f"1–{min(9, len(self._view.work))}", _("Mở việc")))
        return [*hints, Hint("Ctrl+T", _("Bảng số")), Hint("Ctrl+K", _("Tìm, ra lệnh"))]

    def actions(self) -> list[Action]:  # type: ignore[override]
        jobs = len(self._view.work) if self._view else 0
        return [
            *(
                Action(str(n), _("Mở việc {n}").format(n=n), partial(self.work.open_number, n), "arrow-right")
                for n in range(1, min(9, jobs) + 1)
            ),
            Action("Ctrl+T", _("Số liệu của biểu đồ"), self._toggle_tables, "table-2"),
        ]

    def panes(self) -> Sequence[QWidget]:
        return [self.work, self.late, self.received]

    def focus_first(self) -> None:
        self.work.setFocus()

    def on_enter(self, argument: Any = None) -> None:
        if self._view is not None:
            self.refresh()


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
