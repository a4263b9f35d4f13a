"""What is due: overdue, today, one, two and three working days, by working time left."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Any

from PySide6.QtWidgets import QAbstractButton, QStackedWidget, QWidget

from motcua_desktop.domain.query import Chip
from motcua_desktop.gui.actions import Action, Hint
from motcua_desktop.gui.pages import PageContext
from motcua_desktop.gui.pages.dossier_list import FIRST_COLUMNS, columns
from motcua_desktop.gui.pages.dossier_table import DossierTable
from motcua_desktop.gui.pages.due_work import GROUPS, DueView, read_due
from motcua_desktop.gui.pages.list_and_panel import LIST, ListAndPanel
from motcua_desktop.gui.pages.moments import clock_line, long_moment, short_day
from motcua_desktop.gui.pages.panel_pane import PanelPane
from motcua_desktop.gui.pages.row_state import ListRow
from motcua_desktop.gui.pages.telling import tell_trouble
from motcua_desktop.gui.table_model import Group, TableModel
from motcua_desktop.gui.theme import IconLabel, least, margins
from motcua_desktop.gui.widgets.button import Button
from motcua_desktop.gui.widgets.card import Card
from motcua_desktop.gui.widgets.chips import ChipFace, Chips
from motcua_desktop.gui.widgets.empty_state import EmptyState
from motcua_desktop.gui.widgets.page import Page
from motcua_desktop.gui.widgets.text import column, label, row
from motcua_desktop.i18n import _
from motcua_desktop.say import say


def _nothing_due() -> tuple[str, str]:
    return (
        _("Không có hồ sơ nào sắp đến hạn"),
        _("Không hồ sơ nào quá hạn hoặc phải trả trong 3 ngày làm việc tới."),
    )


def make(context: PageContext) -> Page:
    """The page of this module."""
    return DuePage(context)


class DuePage(Page):
    """`on_enter` takes a group: "late", "today", "1", "2", "3" or "letter"."""

    follows_clock = True

    def __init__(self, context: PageContext) -> None:
        super().__init__()
        self.title = _("Đến hạn")
        self._context = context
        self._view: DueView | None = None
        self._entering = self._looks_again = False
        self.chips = Chips(
            [
                ChipFace("all", _("Tất cả"), "list-filter"),
                ChipFace("late", _("Quá hạn"), "octagon-alert"),
                ChipFace("today", _("Hôm nay"), "alarm-clock"),
                *(ChipFace(str(n), _("{n} ngày").format(n=n), "clock") for n in (1, 2, 3)),
                ChipFace("letter", _("Cần thư xin lỗi"), "mail"),
            ]
        )
        self.chips.chosen.connect(lambda _key: self._show())
        self.body.addWidget(self.chips)
        self._make_list()
        self.refresh()

    def _make_list(self) -> None:
        self.pane = PanelPane(self, self._context)
        self.pane.acts.changed.connect(self.stated)
        self.rows = TableModel([c for c in columns() if c.key in FIRST_COLUMNS], self)
        self.table = DossierTable(self.rows, _("Hồ sơ đến hạn"))
        self.table.chosen.connect(lambda found: self.pane.show_dossier(found.id if found else None))
        self.table.opened.connect(lambda found: self.wanted.emit("dossier", found.id))
        card = Card(flush=True)
        card.add(self.table, 1)
        both = ListAndPanel(card, self.pane)
        self.empty = Card(flush=True)
        self._make_empty()
        self.stack = QStackedWidget()
        self.stack.addWidget(both)
        self.stack.addWidget(self.empty)
        least(self.stack, LIST, 200)
        self.body.addWidget(self.stack, 1)

    def _make_empty(self) -> None:
        self._nearest_words = label("", wrap=True)
        self.nearest = Card(flush=True)
        inner = row(
            IconLabel("clock", "accent"),
            column(label(_("Hồ sơ phải trả sớm nhất"), "second"), self._nearest_words, gap=0),
            Button(_("Mở"), self._open_nearest, key="Enter", small=True),
            gap=12,
        )
        inner.setStretch(1, 1)
        margins(inner, 16, 10, 16, 10)
        self.nearest.add(inner)
        least(self.nearest, 520)
        self._state = EmptyState(
            "calendar-days",
            *_nothing_due(),
            Button(
                _("Xem hồ sơ đang giải quyết"),
                lambda: self.wanted.emit("register", Chip.RUNNING),
                icon="table-properties",
                key="F3",
            ),
            Button(
                _("Tiếp nhận hồ sơ"),
                lambda: self.wanted.emit("intake", None),
                icon="file-plus",
                key="F2",
                kind="main",
            ),
            nearest=self.nearest,
        )
        self.empty.add(self._state, 1)

    # ------------------------------------------------------------ reading
    def refresh(self) -> None:
        self._looks_again = self._entering
        self._context.tasks.ask(
            self,
            read_due,
            self._context.counter,
            then=self._came,
            fail=lambda error: tell_trouble(self, say(error)),
            name="due",
        )
        self.pane.refresh()

    def keep_time(self) -> bool:
        return not self.pane.has_form and super().keep_time()

    def _came(self, view: DueView) -> None:
        self._view = view
        counts = {key: len(view.groups.get(key, ())) for key in GROUPS}
        letters = sum(found.line.code in view.letters for of in view.groups.values() for found in of)
        self.chips.set_counts({**counts, "all": view.total, "letter": letters})
        if self._looks_again:
            self._leave_empty()
        self._show()
        self.stated.emit()

    def _leave_empty(self) -> None:
        """A group chosen another time has nothing now, while others have: those are not to be missed."""
        if self._view is not None and self._view.total and not self._view.kept(self.chips.value()):
            self._pick("all")

    def _show(self) -> None:
        view = self._view
        if view is None:
            return
        wanted = self.chips.value()
        shown: list[object] = []
        for key, kept in view.kept(wanted):
            shown.extend([self._heading(key, kept), *kept])
        had_focus = self.table.hasFocus()
        self.rows.show_rows(shown)
        self.stack.setCurrentIndex(0 if shown else 1)
        if not shown:
            self.pane.show_dossier(None)
            self._say_nothing(view, wanted)
            if had_focus:
                self.chips.setFocus()  # the arrows go on to the next group
        elif self.table.current() is None:
            self.table.choose_near()

    def _heading(self, key: str, rows: Sequence[ListRow]) -> Group:
        words, tint = {
            "late": (_("Quá hạn"), "red_text"),
            "today": (_("Hôm nay"), "orange_text"),
        }.get(key, (_("Còn {n} ngày làm việc").format(n=key), "amber_text"))
        if key not in GROUPS:
            words = _("Ngày nghỉ")  # only a term counted by the clock ends on one
        at = rows[0].line.appointment_at
        day = f"{short_day(at.date())}, " if at and key != "late" else ""
        aside = day + _("{n} hồ sơ").format(n=len(rows))
        if key == "late":  # the same number as on Home and in the register, another than in the reports
            aside += _(", theo ngày hẹn đang giữ; báo cáo tính theo hạn đầu tiên")
        return Group(words, aside, tint)

    def _say_nothing(self, view: DueView, wanted: str) -> None:
        nearest = view.nearest
        self.nearest.setVisible(nearest is not None)
        if nearest is not None and nearest.line.appointment_at:
            left = _("còn {n} ngày làm việc").format(n=nearest.days_away) if nearest.days_away else ""
            at = f"<b>{long_moment(nearest.line.appointment_at)}</b>"
            self._nearest_words.setText(", ".join(part for part in (at, left) if part))
        if view.total and wanted != "all":
            group = _("Không có hồ sơ nào ở “{chip}”").format(chip=self.chips.words(wanted))
            self._state.say(group, _("Ctrl+1 xem tất cả nhóm."))
        else:
            self._state.say(*_nothing_due())

    def _may_open_nearest(self) -> bool:
        """Enter belongs to a button that has the focus."""
        return self.nearest.isVisible() and not isinstance(self.focusWidget(), QAbstractButton)

    def _open_nearest(self) -> None:
        if self._view and self._view.nearest:
            self.wanted.emit("dossier", self._view.nearest.id)

    # ------------------------------------------------------------ what the window asks
    @property
    def context_line(self) -> str:
        return clock_line(self._context.counter.now())

    def keys(self) -> Sequence[Hint]:
        if self.pane.has_form:
            return self.pane.form_keys()
        if self.stack.currentIndex():
            return [Hint("F2", _("Tiếp nhận")), Hint("F3", _("Sổ hồ sơ"))]
        return [Hint("↑↓", _("Chọn")), Hint("Enter", _("Mở")), Hint("?", _("Các phím khác"))]

    def actions(self) -> list[Action]:  # type: ignore[override]
        chips = [
            Action(f"Ctrl+{n}", self.chips.words(key), partial(self._pick, key), "list-filter")
            for n, key in enumerate(self.chips.keys(), start=1)
        ]
        own = [*self.pane.key_actions(), *chips]
        if self.stack.currentIndex() and not self.pane.has_form:
            words, can = _("Mở hồ sơ phải trả sớm nhất"), self._may_open_nearest
            own.append(Action("Return", words, self._open_nearest, "arrow-right", can=can))
        return own

    def _pick(self, key: str) -> None:
        self.chips.set_value(key)
        self._show()

    def panes(self) -> Sequence[QWidget]:
        return [self.table, self.pane]

    def focus_first(self) -> None:
        self._entering = False
        if self.pane.has_form:
            self.pane.focus_form()
        else:
            (self.chips if self.stack.currentIndex() else self.table).setFocus()

    def on_enter(self, argument: Any = None) -> None:
        if isinstance(argument, str) and argument in (*GROUPS, "all", "letter"):
            self._pick(argument)
        else:
            self._entering = True
            self._leave_empty()
        self.stated.emit()

    def on_leave(self) -> None:
        self.pane.acts.wait_no_more()

    def escape(self) -> bool:
        return self.pane.close_form()
