"""The list behind a figure shows the day it counts by, which no letter of apology moves."""

from datetime import date
from pathlib import Path

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from tests.counter_fixtures import Clock
from tests.gui.lists import received
from tests.gui.standing import standing

from motcua_desktop.counter.counter import Counter
from motcua_desktop.domain.dossier import Period
from motcua_desktop.gui.pages.reports import ReportsPage
from motcua_desktop.gui.pages.reports_cell import CellDossiers
from motcua_desktop.gui.table_model import TableModel
from motcua_desktop.gui.theme import px, width_of
from motcua_desktop.gui.widgets.table_delegate import PAD


def words_of(rows: TableModel, number: int) -> dict[str, str]:
    heads = [rows.headerData(n, Qt.Orientation.Horizontal) for n in range(rows.columnCount())]
    return {head: rows.index(number, n).data() for n, head in enumerate(heads)}


def test_an_overdue_dossier_with_a_new_date_shows_the_first_one_beside_it(
    qtbot: QtBot, counter: Counter, clock: Clock, tmp_path: Path
) -> None:
    code, other = received(counter, "Dương Thị Bé"), received(counter, "Võ Minh Hải")
    first = counter.register.dossier(code).due_at
    clock.set("2026-03-09T09:00")
    counter.handling.apologise(code, "Chờ xác minh")
    again = counter.register.dossier(code).due_at
    assert first and again and first < clock.now < again
    with standing(qtbot, counter, tmp_path / "desk", "reports") as window:
        page = window.page
        assert isinstance(page, ReportsPage)
        page.period.go(Period(date(2026, 3, 1), date(2026, 3, 31)))
        page.load()
        assert window.tasks.wait_idle()
        report = page.report
        assert report is not None
        number = next(n for n, one in enumerate(report.columns, start=1) if one.key == "overdue")
        page.table.setCurrentIndex(page.table.rows.index(0, number))
        page.open_cell()
        assert window.tasks.wait_idle()
        rows = page.panel.findChildren(CellDossiers)[-1].rows
        shown = {words["Người nộp"]: words for words in (words_of(rows, 0), words_of(rows, 1))}
    assert shown["Dương Thị Bé"]["Hạn đầu"] == shown["Võ Minh Hải"]["Hạn đầu"] == f"{first:%d/%m/%Y}"
    assert shown["Dương Thị Bé"]["Ngày hẹn lại"] == f"{again:%d/%m/%Y}"
    assert shown["Võ Minh Hải"]["Ngày hẹn lại"] == ""
    assert other != code


def test_a_long_report_opens_at_its_top(qtbot: QtBot, counter: Counter, tmp_path: Path) -> None:
    for procedure in ("1.001612", "2.000815", "1.000894", "1.004194", "1.004873"):
        received(counter, "Dương Thị Bé", procedure)
    with standing(qtbot, counter, tmp_path / "desk", "home") as window:
        window.resize(1024, 600)
        window.go("reports")
        assert window.tasks.wait_idle()
        page = window.page
        assert isinstance(page, ReportsPage)
        assert page.table.currentIndex().row() == 0
        assert page.table.verticalScrollBar().value() == 0


def test_every_heading_of_the_list_behind_a_figure_is_read_whole(
    qtbot: QtBot, counter: Counter, tmp_path: Path
) -> None:
    received(counter, "Dương Thị Bé")
    with standing(qtbot, counter, tmp_path / "desk", "reports") as window:
        page = window.page
        assert isinstance(page, ReportsPage)
        page.table.setCurrentIndex(page.table.rows.index(0, 1))
        page.open_cell()
        assert window.tasks.wait_idle()
        table = page.panel.findChildren(CellDossiers)[-1].table
        for number, column in enumerate(table.rows.columns):
            assert table.columnWidth(number) >= width_of(column.title, bold=True) + px(2 * PAD), column.title
