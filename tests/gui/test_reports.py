"""Reports: the period is chosen, a figure opens its dossiers, and the form goes to Excel and paper."""

from collections.abc import Iterator
from pathlib import Path

import openpyxl
import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from tests.counter_fixtures import draft
from tests.gui.standing import press, standing

from motcua_desktop.counter.counter import Counter
from motcua_desktop.domain.report import PeriodKind, ReportPeriod
from motcua_desktop.gui.main_window import MainWindow
from motcua_desktop.gui.pages.reports import ReportsPage
from motcua_desktop.gui.widgets.table import Table

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def window(qtbot: QtBot, counter: Counter, tmp_path: Path) -> Iterator[MainWindow]:
    for procedure in ("1.001612", "1.001612", "2.000815"):
        counter.intake.receive(draft(procedure))
    with standing(qtbot, counter, tmp_path / "desk", "reports") as made:
        yield made


def page_of(window: MainWindow) -> ReportsPage:
    assert isinstance(window.page, ReportsPage)
    return window.page


def test_the_page_opens_on_the_quarter_of_today(window: MainWindow) -> None:
    page = page_of(window)
    assert page.period.value() == ReportPeriod(PeriodKind.QUARTER, 2026, 1)
    assert page._days.text() == "từ 15/12/2025 đến 14/03/2026"
    assert page.report is not None
    assert page.report.total.figures[0] == 3


def test_enter_on_a_figure_lists_its_dossiers_and_esc_brings_the_form_back(window: MainWindow) -> None:
    page = page_of(window)
    press(window, Qt.Key.Key_Return)
    listed = page.panel.findChildren(Table)[-1]
    assert len(listed.rows.loaded()) == 3
    press(window, Qt.Key.Key_Escape)
    assert page.panel.form is None
    assert window.pages.key == "reports"


def test_the_cell_in_hand_is_told_in_words(window: MainWindow) -> None:
    page = page_of(window)
    press(window, Qt.Key.Key_Right)
    assert page._told.text().startswith("Tổng số · Số hồ sơ nhận giải quyết, trong kỳ: trực tuyến: 0 hồ sơ")


def test_another_period_counts_again(window: MainWindow, qtbot: QtBot) -> None:
    page = page_of(window)
    page.period.go(ReportPeriod(PeriodKind.MONTH, 2026, 1))
    page.period.kind.changed.emit(PeriodKind.MONTH)
    assert window.tasks.wait_idle()
    assert page.report is not None
    assert (page.report.period.end - page.report.period.start).days in (27, 28, 29, 30)


def test_ctrl_e_writes_the_form_as_excel(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = page_of(window)
    monkeypatch.setattr(page, "choose_place", lambda name: tmp_path / name)
    press(window, Qt.Key.Key_E, CTRL)
    book = openpyxl.load_workbook(tmp_path / "bieu-06a-251215-260314.xlsx")
    rows = list(book.worksheets[0].values)
    assert rows[-1][:2] == ("Tổng số", 3)
    assert str(rows[0][1]).startswith("(3)")


def test_ctrl_p_sets_the_form_on_paper(window: MainWindow, counter: Counter) -> None:
    press(window, Qt.Key.Key_P, CTRL)
    pdf = counter.folder / "papers" / "bao-cao-06a-260314.pdf"
    text = counter.paper.text_of(pdf.read_bytes())
    assert "II.06a/VPCP/KSTT" in text
    assert "Người làm báo cáo" in text
    press(window, Qt.Key.Key_Escape)


def test_the_figure_in_hand_stays_after_the_report_is_read_again(window: MainWindow) -> None:
    page = page_of(window)
    press(window, Qt.Key.Key_Up)
    press(window, Qt.Key.Key_Right)
    before, index = page._told.text(), page.table.currentIndex()
    assert not before.startswith("Tổng số")
    shown = page.table.grab().toImage()
    page.refresh()
    assert window.tasks.wait_idle()
    assert page._told.text() == before
    page.table.setCurrentIndex(index.siblingAtColumn(4))
    assert page.table.grab().toImage() != shown, "the figure itself is framed, not only its row"
