"""Reports: a period, its figures as on the form, and the dossiers behind each figure."""

from __future__ import annotations

import html
from collections.abc import Sequence
from itertools import groupby
from pathlib import Path

from PySide6.QtWidgets import QWidget

from motcua_desktop.domain.dossier import DossierLine
from motcua_desktop.domain.report import Report, ReportColumn, ReportRow
from motcua_desktop.gui.actions import Action, Hint
from motcua_desktop.gui.choosing_files import EXCEL, save_file
from motcua_desktop.gui.pages import PageContext
from motcua_desktop.gui.pages.reports_period import PeriodChoice
from motcua_desktop.gui.pages.reports_table import ReportTable, report_columns
from motcua_desktop.gui.pages.sheet_paper import even_title, write_paper
from motcua_desktop.gui.pages.telling import show_paper, tell, tell_trouble
from motcua_desktop.gui.table_model import Column, TableModel
from motcua_desktop.gui.theme import least, look, margins
from motcua_desktop.gui.widgets.bar import Bar
from motcua_desktop.gui.widgets.button import Button
from motcua_desktop.gui.widgets.card import Card
from motcua_desktop.gui.widgets.page import Page
from motcua_desktop.gui.widgets.side_panel import SidePanel
from motcua_desktop.gui.widgets.table import Table
from motcua_desktop.gui.widgets.text import elided, holder, row
from motcua_desktop.i18n import _
from motcua_desktop.say import say

FIGURES = 11


def make(context: PageContext) -> Page:
    """The page of this module."""
    return ReportsPage(context)


class ReportsPage(Page):
    """Form 06a. Enter on a cell lists its dossiers in place of the table; Esc brings the table back."""

    def __init__(self, context: PageContext) -> None:
        super().__init__()
        self.title = _("Báo cáo")
        self._context = context
        self.report: Report | None = None
        today = context.counter.now().date()
        self.period = PeriodChoice(today, context.counter.reports.cutoff_day(), self._load)
        self._days = elided("", "second")
        excel = Button(_("Xuất Excel"), self.to_excel, icon="download", key="Ctrl+E", small=True)
        paper = Button(_("Xem và in"), self.print_report, icon="printer", key="Ctrl+P", small=True)
        self._buttons = (excel, paper)
        self.body.addLayout(row(self.period, 1, excel, paper, gap=12))
        self.bar = Bar("warning", "")
        self.bar.hide()
        self.body.addWidget(self.bar)
        self.table = ReportTable(TableModel(report_columns(FIGURES), self, id_of=lambda r: r.title))
        self.table.cell_changed.connect(self._cell)
        self.table.opened.connect(lambda _row: self.open_cell())
        title = _("Biểu 06a: kết quả giải quyết thủ tục hành chính theo lĩnh vực")
        self._card = Card(title, "", self._days, flush=True)
        self._card.add(self.table, 1)
        self._told = elided("", "second")
        foot = row(self._told, 1)
        margins(foot, 16, 10, 16, 10)
        self._card.add_foot(holder(foot))
        least(self._card, 480, 296)
        self.panel = SidePanel(self._card)
        self.panel.form_closed.connect(self.table.setFocus)
        self.body.addWidget(self.panel, 1)
        look().changed.connect(self._suit_look)
        self._suit_look()
        self._load()

    def _suit_look(self) -> None:
        """Large letters leave no room for the keys; the status bar still names them."""
        for button in self._buttons:
            button.show_key(not look().is_compact)

    # ------------------------------------------------------------ reading
    def _load(self) -> None:
        counter, period = self._context.counter, self.period.value()
        self._context.tasks.ask(
            self,
            lambda: counter.reports.on_time(counter.reports.days_of(period)),
            then=self._came,
            fail=self._failed,
            name="report",
            words=_("Đang tính báo cáo"),
        )

    def _came(self, report: Report) -> None:
        self.report = report
        start, end = report.period.start, report.period.end
        self._days.setText(_("từ {start} đến {end}").format(start=f"{start:%d/%m/%Y}", end=f"{end:%d/%m/%Y}"))
        self.table.show_report(report)
        self.bar.setVisible(bool(report.broken))
        if report.broken:
            told = "; ".join(f"{b.row}: {b.formula} ({b.left} ≠ {b.right})" for b in report.broken[:3])
            self.bar.say("warning", _("Công thức không khớp: {which}.").format(which=told))
        self.stated.emit()

    def _failed(self, error: Exception) -> None:
        tell_trouble(self, say(error))

    def _cell(self, line: ReportRow | None, column: ReportColumn | None) -> None:
        if line is None or column is None or self.report is None:
            self._told.setText(_("Chọn một ô, bấm Enter để xem các hồ sơ của ô."))
            return
        figure = line.figures[self.report.columns.index(column)]
        words = _("{row} · {over}, {title}: {n} hồ sơ. Enter để xem.")
        self._told.setText(
            words.format(row=line.title, over=column.over, title=column.title.lower(), n=figure)
        )

    # ------------------------------------------------------------ a cell's dossiers
    def open_cell(self) -> None:
        """Enter: the dossiers the cell in hand counts."""
        line, column = self.table.cell()
        if line is None or column is None or self.report is None:
            return
        key = None if line is self.report.total else line.key
        self._context.tasks.ask(
            self,
            self._context.counter.reports.dossiers,
            self.report,
            key,
            column.key,
            then=lambda found: self._show_dossiers(f"{line.title} · {column.title}", found),
            fail=self._failed,
        )

    def _show_dossiers(self, title: str, found: Sequence[DossierLine]) -> None:
        rows = TableModel(_columns(), self)
        rows.show_rows(found)
        listed = Table(rows, title)
        least(listed, 480, 280)
        listed.opened.connect(lambda line: self.wanted.emit("dossier", line.id))
        self.panel.open_form(_("{title}: {n} hồ sơ").format(title=title, n=len(found)), _Held(listed))
        listed.setFocus()
        if found:
            listed.choose(0)

    # ------------------------------------------------------------ out
    def choose_place(self, name: str) -> Path | None:
        """Ask where the Excel file goes."""
        return save_file(self, self._context, _("Xuất Excel"), name, EXCEL)

    def to_excel(self) -> None:
        """Ctrl+E."""
        if self.report is None:
            return
        period = self.report.period
        out = self.choose_place(f"bieu-06a-{period.start:%y%m%d}-{period.end:%y%m%d}.xlsx")
        if out is not None:
            self._context.tasks.do(
                self,
                self._context.counter.reports.to_excel,
                self.report,
                out,
                then=lambda _rows: tell(self, _("Đã xuất {name}").format(name=out.name)),
                fail=self._failed,
            )

    def print_report(self) -> None:
        """Ctrl+P."""
        report = self.report
        if report is None:
            return
        path = self._context.counter.folder / "papers" / f"bao-cao-06a-{report.period.end:%y%m%d}.pdf"
        self._context.tasks.ask(
            self,
            lambda: write_paper(path, _paper(report), landscape=True),
            then=lambda made: show_paper(self, self._context, made, self.title),
            fail=self._failed,
        )

    # ------------------------------------------------------------ what the window asks
    @property
    def context_line(self) -> str:
        return self.report.office if self.report else ""

    def keys(self) -> Sequence[Hint]:
        return [Hint("←↑↓→", _("Chọn ô")), Hint("Enter", _("Xem hồ sơ")), Hint("Esc", _("Trở lại"))]

    def actions(self) -> list[Action]:  # type: ignore[override]
        return [
            Action("Ctrl+E", _("Xuất Excel"), self.to_excel, "download", show="status"),
            Action("Ctrl+P", _("Xem và in"), self.print_report, "printer", show="status"),
        ]

    def panes(self) -> Sequence[QWidget]:
        return [self.period, self.table]

    def focus_first(self) -> None:
        self.table.setFocus()

    def refresh(self) -> None:
        self._load()

    def escape(self) -> bool:
        return self.panel.close_form()


class _Held(QWidget):
    """The list of a cell as the panel wants it."""

    def __init__(self, listed: Table) -> None:
        super().__init__()
        self.setProperty("plain", True)
        self.setLayout(row(listed))
        self.setFocusProxy(listed)


def _columns() -> list[Column]:
    return [
        Column("code", _("Mã hồ sơ"), lambda x: x.short_code, fit=True),
        Column("name", _("Người nộp"), lambda x: x.applicant, fit=True, bold=True),
        Column("procedure", _("Thủ tục"), lambda x: x.procedure, stretch=1),
        Column("received", _("Nhận"), lambda x: f"{x.received_at:%d/%m/%Y}", width=112),
        Column("due", _("Hạn"), lambda x: f"{x.due_at:%d/%m/%Y}" if x.due_at else "", width=112),
        Column("done", _("Xong"), lambda x: f"{x.finished_at:%d/%m/%Y}" if x.finished_at else "", width=112),
    ]


def _paper(report: Report) -> str:
    """The form as HTML; its wording is the circular's."""
    over = "".join(
        f"<th colspan='{len(list(members))}'>{html.escape(words)}</th>"
        for words, members in groupby(report.columns, key=lambda column: column.over)
    )
    heads = "".join(f"<th>{html.escape(column.title)}</th>" for column in report.columns)
    numbers = "".join(f"<td align='center'>({column.number})</td>" for column in report.columns)
    lines = "".join(
        f"<tr><td>{n if n <= len(report.rows) else ''}</td><td>{html.escape(line.title)}</td>"
        + "".join(f"<td align='right'>{figure}</td>" for figure in line.figures)
        + "</tr>"
        for n, line in enumerate((*report.rows, report.total), start=1)
    )
    days = _("Từ ngày {start} đến ngày {end}").format(
        start=f"{report.period.start:%d/%m/%Y}", end=f"{report.period.end:%d/%m/%Y}"
    )
    return (
        f"<p>{html.escape(report.form)}</p>"
        f"<p align='right'>{_('Đơn vị báo cáo')}: {html.escape(report.office)}</p>"
        f"<h1>{even_title(report.title)}</h1><p align='center'>{days}</p>"
        f"<p align='right'>{_('Đơn vị tính: Số hồ sơ TTHC')}</p>"
        f"<table border='1' cellspacing='0' cellpadding='3' width='100%'>"
        f"<tr><th rowspan='2'>{_('STT')}</th><th rowspan='2'>{html.escape(report.row_title)}</th>{over}</tr>"
        f"<tr>{heads}</tr><tr><td>(1)</td><td align='center'>(2)</td>{numbers}</tr>{lines}</table>"
        f"<p align='right'><br>{_('Người làm báo cáo')}</p>"
    )
