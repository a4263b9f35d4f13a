"""The reports there are, and what stands behind the one in hand: its source, and what is not confirmed."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from motcua_desktop.domain.report import ReportName
from motcua_desktop.gui.table_model import Column, TableModel
from motcua_desktop.gui.theme import fixed, least, margins
from motcua_desktop.gui.widgets.card import Card
from motcua_desktop.gui.widgets.table import Table
from motcua_desktop.gui.widgets.table_delegate import ROW_HEIGHT
from motcua_desktop.gui.widgets.text import column, holder, label, scrolled
from motcua_desktop.i18n import _

WIDTH = 200


class ReportList(QWidget):
    """Names above, the report's own words below. `table.chosen` tells which is in hand."""

    def __init__(self, names: tuple[ReportName, ...]) -> None:
        super().__init__()
        self.setProperty("plain", True)
        fixed(self, WIDTH)
        shown = Column("name", _("Biểu"), lambda one: one.name, stretch=1)
        self.rows = TableModel([shown], self, id_of=lambda one: one.key)
        self.rows.show_rows(names)
        self.table = Table(self.rows, _("Các báo cáo"))
        self.table.horizontalHeader().hide()
        least(self.table, WIDTH - 20, 40)
        card = Card(flush=True)
        card.add(self.table)
        fixed(card, height=ROW_HEIGHT * min(6, max(1, len(names))) + 2)
        self._words = label("", "second", wrap=True)
        told = Card(flush=True)
        self._words.setAlignment(Qt.AlignmentFlag.AlignTop)
        inside = column(self._words)
        margins(inside, 14, 12, 10, 12)
        told.add(scrolled(holder(inside)), 1)
        self.setLayout(column(card, told, gap=12))

    def show_words(self, report: ReportName) -> None:
        """What the report is about, whose form it is, what of it waits to be confirmed."""
        parts = [f"<b>{report.about}</b>", _("Nguồn: {source}").format(source=report.source)]
        if report.unconfirmed:
            parts.append(f"<b>{_('Chờ xác nhận')}</b>")
            parts += [f"• {one}" for one in report.unconfirmed]
        self._words.setText("<br>".join(parts))
