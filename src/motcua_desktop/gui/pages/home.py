"""Home: numbers by urgency, what must be done now, the load ahead, the rate behind."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, time
from functools import partial
from typing import Any

from PySide6.QtWidgets import QWidget

from motcua_desktop.domain.answers import Task, TaskKind
from motcua_desktop.domain.query import Chip, Query, Sort
from motcua_desktop.gui.actions import Action, Hint
from motcua_desktop.gui.pages import PageContext
from motcua_desktop.gui.pages.home_figures import Figures
from motcua_desktop.gui.pages.home_work import HomeView, read_home
from motcua_desktop.gui.pages.moments import clock_line, weekday
from motcua_desktop.gui.theme import least, margins, spacing
from motcua_desktop.gui.widgets.button import Button
from motcua_desktop.gui.widgets.card import Card
from motcua_desktop.gui.widgets.card_grid import CardGrid
from motcua_desktop.gui.widgets.empty_state import EmptyState
from motcua_desktop.gui.widgets.number_card import NumberCard, StockCard
from motcua_desktop.gui.widgets.page import Page, page_columns
from motcua_desktop.gui.widgets.text import label
from motcua_desktop.gui.widgets.work_list import WorkItem, WorkList
from motcua_desktop.i18n import _


def make(context: PageContext) -> Page:
    """The page of this module."""
    return HomePage(context)


class HomePage(Page):
    """Every number opens its list; the list of tasks opens with digits."""

    follows_clock = True

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
        self.figures = Figures(columns)
        self.figures.opened.connect(self._open_day)
        columns.addWidget(self.figures, 2)
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
        least(self.work, 440)
        receive = [Button(_("Tiếp nhận"), self._receive, key="F2", kind="main") for _state in range(2)]
        self.nothing = EmptyState("check-check", _("Không có việc nào phải làm ngay"), " ", receive[0])
        self.fresh = EmptyState(
            "file-plus", _("Sổ chưa có hồ sơ nào"), _("Nhận hồ sơ đầu tiên, giấy hẹn in ngay."), receive[1]
        )
        self.nothing.setFocusProxy(receive[0])
        self.fresh.setFocusProxy(receive[1])
        for part in (self.work, self.nothing, self.fresh):
            self._work_card.add(part, 1)
            part.setVisible(part is self.work)

    def _receive(self) -> None:
        self.wanted.emit("intake", None)

    # ------------------------------------------------------------ reading
    def refresh(self) -> None:
        self._context.tasks.ask(self, read_home, self._context.counter, then=self._came, name="home")

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
        self._show_work(view)
        self.figures.show_figures(view.bars, today.on_time, view.running)
        self.stated.emit()

    def _show_work(self, view: HomeView) -> None:
        work = view.work
        was_here = self.work.hasFocus()
        self.work.set_items(work)
        self.nothing.say(self.nothing.sentence.text(), view.rest)
        self.work.setVisible(bool(work))
        self.nothing.setVisible(not work and not view.is_new)
        self.fresh.setVisible(view.is_new)
        if was_here:
            self.focus_first()
        self.work.show_whole(view.is_new)  # the first step stands below the few rows there are
        self._work_card.set_count(_("{n} việc").format(n=len(work)) if work else "")
        most = min(9, len(work))
        self._digits.setText(_("Phím 1 đến {n} mở việc").format(n=most) if most > 1 else "")

    # ------------------------------------------------------------ opening
    def _open(self, item: WorkItem) -> None:
        task: Task = item.subject
        if task.kind is TaskKind.LETTERS:
            self.wanted.emit("letters", None)
        elif task.kind is TaskKind.CALENDAR:
            self.wanted.emit("calendar", date.fromisoformat(task.facts[0]) if task.facts else None)
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

    def _turn_figures(self) -> None:
        """Ctrl+T: the keys go where the figures are, and back to the work with the charts."""
        (self.figures.turn() or self.work).setFocus()
        self.stated.emit()

    # ------------------------------------------------------------ what the window asks
    @property
    def context_line(self) -> str:
        return clock_line(self._context.counter.now())

    def keys(self) -> Sequence[Hint]:
        hints = [Hint("F2", _("Tiếp nhận")), Hint("F11", _("Như hồ sơ trước"))]
        most = min(9, len(self._view.work)) if self._view else 0
        if most:
            hints.append(Hint(f"1–{most}" if most > 1 else "1", _("Mở việc")))
        figures = _("Bảng số") if self.figures.has_more else _("Biểu đồ")
        return [*hints, Hint("Ctrl+T", figures), Hint("Ctrl+K", _("Tìm, ra lệnh"))]

    def actions(self) -> list[Action]:  # type: ignore[override]
        work = self._view.work[:9] if self._view else ()
        return [
            *(
                Action(str(n), item.title, partial(self.work.open_number, n), "arrow-right")
                for n, item in enumerate(work, start=1)
            ),
            Action("Ctrl+T", _("Số liệu của biểu đồ"), self._turn_figures, "table-2"),
        ]

    def panes(self) -> Sequence[QWidget]:
        return [self.work, *([self.figures.table] if self.figures.table else []), self.late, self.received]

    def focus_first(self) -> None:
        shown = (part for part in (self.work, self.fresh, self.nothing) if part.isVisibleTo(self))
        next(shown, self.late).setFocus()

    def on_enter(self, argument: Any = None) -> None:
        if self._view is not None:
            self.refresh()
