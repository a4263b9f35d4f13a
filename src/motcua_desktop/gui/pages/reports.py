"""Reports: which one, of which period, its figures as on the form, and the dossiers behind each figure."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from motcua_desktop.domain.report import Report, ReportColumn, ReportName, ReportRow, figure_words
from motcua_desktop.gui.actions import Action, Hint
from motcua_desktop.gui.choosing_files import EXCEL, save_file
from motcua_desktop.gui.pages import PageContext
from motcua_desktop.gui.pages.reports_cell import CellDossiers
from motcua_desktop.gui.pages.reports_list import WIDTH, ReportList
from motcua_desktop.gui.pages.reports_period import PeriodChoice, Span
from motcua_desktop.gui.pages.reports_table import ReportTable
from motcua_desktop.gui.pages.telling import show_paper, tell, tell_trouble
from motcua_desktop.gui.tasks import Cancelled, Job
from motcua_desktop.gui.theme import fixed, least, look, margins, px
from motcua_desktop.gui.widgets.bar import Bar
from motcua_desktop.gui.widgets.button import Button
from motcua_desktop.gui.widgets.card import Card
from motcua_desktop.gui.widgets.inputs import ComboBox
from motcua_desktop.gui.widgets.page import Page
from motcua_desktop.gui.widgets.side_panel import SidePanel
from motcua_desktop.gui.widgets.text import column, elided, holder, row
from motcua_desktop.i18n import _
from motcua_desktop.say import say

#: The table and the list of reports stand side by side where the table keeps this much.
_TABLE, _GAP = 640, 16


def make(context: PageContext) -> Page:
    """The page of this module."""
    return ReportsPage(context)


class ReportsPage(Page):
    """Enter on a figure lists its dossiers in place of the table; Esc brings the table back."""

    def __init__(self, context: PageContext) -> None:
        super().__init__()
        self.title = _("Báo cáo")
        self._context = context
        self._job: Job | None = None
        self.report: Report | None = None
        reports = context.counter.reports
        self._names = reports.names()
        self._key = self._names[0].key
        today = context.counter.now().date()
        self.period = PeriodChoice(today, reports.cutoff_day(), reports.usual_period(), self.load)
        self._shown: tuple[str, Span, bool] = (self._key, self.period.value(), False)
        self.choice = ComboBox([(one.key, one.name) for one in self._names])
        self.choice.setAccessibleName(_("Báo cáo"))
        fixed(self.choice, 176, 32)
        self.choice.picked.connect(lambda key: self.open_report(str(key)))
        self.list = ReportList(self._names)
        self.list.table.choose_id(self._key)
        self.list.table.chosen.connect(self._chosen)
        self.list.table.opened.connect(lambda _name: self.table.setFocus())
        self.bar = Bar("warning", "")
        self.bar.hide()
        self._make_card()
        self._lay_out()
        look().changed.connect(self._suit)
        self._tell_faults()

    def _make_card(self) -> None:
        self._excel = Button(_("Xuất Excel"), self.to_excel, icon="download", key="Ctrl+E", small=True)
        self._paper = Button(_("Xem và in"), self.print_report, icon="printer", key="Ctrl+P", small=True)
        self.table = ReportTable()
        self.table.cell_changed.connect(self._cell)
        self.table.opened.connect(lambda _row: self.open_cell())
        self._card = Card(self._names[0].name, "", self._excel, self._paper, flush=True)
        self._card.head.insertWidget(0, self.choice)
        self._card.add(self.table, 1)
        self._told = elided("", "second")
        foot = row(self._told, 1)
        margins(foot, 16, 8, 16, 8)
        self._card.add_foot(holder(foot))
        least(self._card, 480, 296)
        self.panel = SidePanel(self._card)
        self.panel.form_closed.connect(self.table.setFocus)

    def _lay_out(self) -> None:
        right = holder(column(row(self.period, 1), self.bar, gap=12))
        inside = column(gap=12)
        inside.addWidget(right)
        inside.addWidget(self.panel, 1)
        whole = row(self.list, gap=_GAP)
        whole.addLayout(inside, 1)
        self.body.addLayout(whole, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._suit()

    def _suit(self) -> None:
        """Large letters leave no room for the list and the keys: a box and the status bar name them."""
        around = self.parentWidget()
        room = around.width() if around is not None else self.width()
        beside = room >= px(WIDTH + _GAP + _TABLE + 48)
        self.list.setVisible(beside)
        self._card.title.setVisible(beside)
        self.choice.setVisible(not beside)
        for button in (self._excel, self._paper):
            button.show_key(beside)

    def _tell_faults(self) -> None:
        faults = self._context.counter.reports.faults()
        if faults:
            self.bar.say("warning", say(faults[0]))
            self.bar.show()

    # ------------------------------------------------------------ which report, of which days
    def _chosen(self, name: ReportName | None) -> None:
        if name is not None:
            self.open_report(name.key)

    def open_report(self, key: str) -> None:
        """Another report of the same period."""
        if key != self._key:
            self._key = key
            self.load()

    def load(self) -> None:
        """Count the chosen report. Esc stops it, and what was shown before stays chosen."""
        if self._job is not None:
            self._job.cancel()
        asked = (self._key, self.period.value(), self.period.calendar)
        reports = self._context.counter.reports

        def work(job: Job) -> Report:
            key, period, calendar = asked
            return reports.count(key, period, calendar=calendar, step=job.step)

        made = self._context.tasks.ask(
            self,
            work,
            then=lambda report: self._came(made, asked, report),
            fail=lambda error: self._failed_to_count(made, error),
            words=_("Đang tính báo cáo"),
            steps=True,
        )
        self._job = made
        self._name_report()

    def _name_report(self) -> None:
        name = next(one for one in self._names if one.key == self._key)
        self._card.title.setText(name.name)
        self.list.show_words(name)
        self.list.table.choose_id(self._key)
        self.choice.set_value(self._key)

    def _came(self, job: Job, asked: tuple[str, Span, bool], report: Report) -> None:
        if job is not self._job:
            return  # another report was asked for meanwhile
        self._job, self.report, self._shown = None, report, asked
        start, end = report.period.start, report.period.end
        self._card.set_count(
            _("từ {start} đến {end}").format(start=f"{start:%d/%m/%Y}", end=f"{end:%d/%m/%Y}")
        )
        self.table.show_report(report)
        if report.broken:
            told = "; ".join(f"{b.row}: {b.formula} ({b.left} ≠ {b.right})" for b in report.broken[:3])
            self.bar.say("warning", _("Công thức không khớp: {which}.").format(which=told))
        self.bar.setVisible(bool(report.broken) or bool(self._context.counter.reports.faults()))
        self.stated.emit()

    def _failed_to_count(self, job: Job, error: Exception) -> None:
        if job is not self._job:
            return
        self._job = None
        if not isinstance(error, Cancelled):
            self._failed(error)
        elif self.report is not None:
            self._key, period, calendar = self._shown
            self.period.go(period, calendar=calendar)
            self._name_report()

    def _failed(self, error: Exception) -> None:
        tell_trouble(self, say(error))

    # ------------------------------------------------------------ the cell in hand
    def _cell(self, line: ReportRow | None, column_: ReportColumn | None) -> None:
        report = self.report
        if line is None or column_ is None or report is None or column_ not in report.columns:
            self._told.setText(_("Chọn một ô, bấm Enter để xem các hồ sơ của ô."))
            return
        figure = line.figures[report.columns.index(column_)]
        if column_.unknown:
            together = len(report.ids(line, column_)) if column_.opens else 0
            words = _("{row} · {column}: {why}.")
            if column_.opens:
                words += " " + _("Ghi chung {n} hồ sơ. Enter để xem.").format(n=figure_words(together))
            self._told.setText(words.format(row=line.title, column=column_.name, why=column_.unknown))
            return
        words = _("{row} · {column}: {n}. Enter để xem hồ sơ.")
        self._told.setText(words.format(row=line.title, column=column_.name, n=figure_words(figure)))

    def open_cell(self) -> None:
        """Enter: the dossiers the cell in hand counts."""
        line, column_ = self.table.cell()
        report = self.report
        if line is None or column_ is None or report is None:
            return
        shown = report.column(column_.opens) if column_.opens else column_
        ids = report.ids(line, column_)
        words = _("{row} · {column}: {n} hồ sơ")
        title = words.format(row=line.title, column=shown.name, n=figure_words(len(ids)))
        listed = CellDossiers(self._context, title, report, ids, lambda key: self.wanted.emit("dossier", key))
        export = Button(_("Xuất Excel"), self.to_excel, icon="download", key="Ctrl+E", small=True)
        self.panel.open_form(title, listed, export)
        listed.begin()

    # ------------------------------------------------------------ out
    def choose_place(self, name: str) -> Path | None:
        """Ask where the Excel file goes."""
        return save_file(self, self._context, _("Xuất Excel"), name, EXCEL)

    def to_excel(self) -> None:
        """Ctrl+E: the report, or the dossiers of the cell that is open."""
        report, reports = self.report, self._context.counter.reports
        if report is None:
            return
        days, (line, column_) = report.period, self.table.cell()
        name = f"bao-cao-{report.name.key}-{days.start:%y%m%d}-{days.end:%y%m%d}"
        work: Callable[[Path], int] = partial(reports.to_excel, report)
        if self.panel.form is not None and line is not None and column_ is not None:
            work, name = partial(reports.cell_to_excel, report, line, column_), f"{name}-{column_.key}"
        out = self.choose_place(f"{name}.xlsx")
        if out is not None:
            self._context.tasks.do(
                self,
                work,
                out,
                then=lambda _rows: tell(self, _("Đã xuất {name}").format(name=out.name)),
                fail=self._failed,
            )

    def print_report(self) -> None:
        """Ctrl+P."""
        report = self.report
        if report is not None:
            self._context.tasks.ask(
                self,
                self._context.counter.reports.paper,
                report,
                then=lambda made: show_paper(self, self._context, made, report.name.name),
                fail=self._failed,
                words=_("Đang vẽ báo cáo"),
            )

    # ------------------------------------------------------------ what the window asks
    @property
    def context_line(self) -> str:
        return self.report.period_name if self.report else ""

    def keys(self) -> Sequence[Hint]:
        return [Hint("←↑↓→", _("Chọn ô")), Hint("Enter", _("Xem hồ sơ")), Hint("Esc", _("Trở lại"))]

    def actions(self) -> list[Action]:  # type: ignore[override]
        named = [
            Action(f"Ctrl+{n}", one.name, partial(self.open_report, one.key))
            for n, one in enumerate(self._names[:9], start=1)
        ]
        return [
            Action("Ctrl+E", _("Xuất Excel"), self.to_excel, "download", show="status"),
            Action("Ctrl+P", _("Xem và in"), self.print_report, "printer", show="status"),
            *named,
        ]

    def panes(self) -> Sequence[QWidget]:
        first = self.list.table if self.list.isVisible() else self.choice
        return [first, self.period.kind, self.table]

    def focus_first(self) -> None:
        listed = self.panel.findChild(CellDossiers) if self.panel.form is not None else None
        (listed or self.table).setFocus()

    def on_enter(self, argument: Any = None) -> None:
        """`argument`: the key of a report. The settings may have been changed meanwhile."""
        self.period.cut_on(self._context.counter.reports.cutoff_day())
        if any(argument == one.key for one in self._names):
            self.open_report(str(argument))
        if self.report is None and self._job is None:
            self.load()  # only once somebody looks: it counts over the whole period

    def refresh(self) -> None:
        self.load()

    def escape(self) -> bool:
        return self.panel.close_form()
