"""Reports: one is chosen, then its period; a figure opens its dossiers; the form goes to Excel and paper."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import openpyxl
import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QFontMetrics
from pytestqt.qtbot import QtBot
from tests.counter_fixtures import draft
from tests.gui.standing import press, standing

from motcua_desktop.counter.counter import Counter
from motcua_desktop.domain.dossier import Period
from motcua_desktop.domain.report_period import PeriodKind, ReportPeriod
from motcua_desktop.gui.main_window import MainWindow
from motcua_desktop.gui.pages.reports import ReportsPage
from motcua_desktop.gui.tasks import Cancelled
from motcua_desktop.gui.theme import font, look, px
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


def to_total(window: MainWindow) -> None:
    """From the first line, where the page opens, to the last."""
    for _line in range(page_of(window).table.rows.rowCount() - 1):
        press(window, Qt.Key.Key_Down)


def test_the_page_opens_on_the_first_report_and_the_quarter_of_today(window: MainWindow) -> None:
    page = page_of(window)
    assert [row.name for row in page.list.rows.loaded()] == ["Biểu 06a", "Biểu 07a", "Tỷ lệ đúng hạn"]
    assert page.period.value() == ReportPeriod(PeriodKind.QUARTER, 2026, 1)
    assert page._card.count.text() == "từ 15/12/2025 đến 14/03/2026"
    assert page.report is not None
    assert page.report.total.figures[0] == 3


def test_every_figure_opens_exactly_its_dossiers(window: MainWindow) -> None:
    page = page_of(window)
    for key in (Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_3):
        press(window, key, CTRL)
        report = page.report
        assert report is not None
        for place, row in enumerate(report.lines):
            for number, column in enumerate(report.columns, start=1):
                if column.counts is None:
                    continue
                page.table.setCurrentIndex(page.table.rows.index(place, number))
                page.open_cell()
                listed = page.panel.findChildren(Table)[-1]
                assert listed.rows.rowCount() == row.figures[number - 1], (row.title, column.name)
                assert page.panel.close_form()


def test_enter_on_a_figure_lists_its_dossiers_and_esc_brings_the_form_back(window: MainWindow) -> None:
    page = page_of(window)
    to_total(window)
    press(window, Qt.Key.Key_Return)
    listed = page.panel.findChildren(Table)[-1]
    assert len(listed.rows.loaded()) == 3
    press(window, Qt.Key.Key_Escape)
    assert page.panel.form is None
    assert window.pages.key == "reports"


def test_the_cell_in_hand_is_told_in_words(window: MainWindow) -> None:
    page = page_of(window)
    to_total(window)
    press(window, Qt.Key.Key_Right)
    assert page._told.text().startswith("TỔNG SỐ · Số hồ sơ nhận giải quyết: Trong kỳ: trực tuyến: 0.")


def test_esc_from_a_dossier_of_a_figure_goes_back_to_its_list(window: MainWindow) -> None:
    page = page_of(window)
    to_total(window)
    press(window, Qt.Key.Key_Return)
    press(window, Qt.Key.Key_Down)
    listed = page.panel.findChildren(Table)[-1]
    press(window, Qt.Key.Key_Return)
    press(window, Qt.Key.Key_Escape)
    assert window.focusWidget() is listed
    assert listed.currentIndex().row() == 1


def test_a_figure_the_register_cannot_give_is_a_dash_with_its_reason(window: MainWindow) -> None:
    page = page_of(window)
    press(window, Qt.Key.Key_2, CTRL)
    press(window, Qt.Key.Key_Right)
    press(window, Qt.Key.Key_Right)
    assert page.table.currentIndex().data() == "–"
    assert "Sổ chưa ghi mức trực tuyến" in page._told.text()


def test_the_list_at_the_left_changes_the_report_and_keeps_the_period(window: MainWindow) -> None:
    page = page_of(window)
    page.period.go(ReportPeriod(PeriodKind.MONTH, 2026, 3))
    page.list.table.setFocus()
    press(window, Qt.Key.Key_Down)
    assert page.report is not None
    assert (page.report.name.key, page.report.period_name) == ("07a", "Tháng 3 năm 2026")
    assert "chờ xác nhận" in page.list._words.text()


def test_another_period_counts_again_by_the_cut_or_by_the_calendar(window: MainWindow) -> None:
    page = page_of(window)
    page.period.kind.setFocus()
    press(window, Qt.Key.Key_Left)
    assert page.report is not None
    assert page.report.period == Period(date(2026, 2, 15), date(2026, 3, 14))
    page.period.cut.set_value(True)
    page.period.cut.picked.emit(True)
    assert window.tasks.wait_idle()
    assert page.report.period == Period(date(2026, 3, 1), date(2026, 3, 31))


def test_another_cut_off_day_in_the_settings_is_heard_at_the_next_visit(
    window: MainWindow, counter: Counter
) -> None:
    page = page_of(window)
    window.go("home")
    counter.office.set("report_cutoff_day", 20)
    window.tasks.changed.emit()
    window.go("reports")
    assert window.tasks.wait_idle()
    assert page.report is not None
    assert page.report.period == Period(date(2025, 12, 20), date(2026, 3, 19))
    assert page.period.cut.currentText() == "Chốt ngày 20"


def test_any_days_can_be_typed_and_wrong_ones_count_nothing(window: MainWindow) -> None:
    page = page_of(window)
    page.period.go(Period(date(2026, 3, 1), date(2026, 3, 2)))
    page.load()
    assert window.tasks.wait_idle()
    assert page.report is not None
    assert (page.report.period_name, page.report.total.figures[0]) == ("Đột xuất", 3)
    before = page.report
    page.period.end.setText("31/02/2026")
    page.period.end.editingFinished.emit()
    assert window.tasks.wait_idle()
    assert page.report is before
    assert page.period.end.property("state") == "error"
    page.period.end.setText("3.3.2026")
    page.period.end.editingFinished.emit()
    assert window.tasks.wait_idle()
    assert page.report.period == Period(date(2026, 3, 1), date(2026, 3, 3))


def test_esc_stops_a_long_count_and_what_is_shown_stays_chosen(
    window: MainWindow, counter: Counter, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = page_of(window)
    before = page.report

    def stopped(*_args: object, **_more: object) -> None:
        raise Cancelled  # what the next step of the work does after Esc

    monkeypatch.setattr(counter.reports, "count", stopped)
    press(window, Qt.Key.Key_2, CTRL)
    assert page.report is before
    assert page._card.title.text() == "Biểu 06a"
    assert page.list.table.current().key == "06a"


def test_ctrl_e_writes_the_form_as_excel(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = page_of(window)
    monkeypatch.setattr(page, "choose_place", lambda name: tmp_path / name)
    press(window, Qt.Key.Key_E, CTRL)
    book = openpyxl.load_workbook(tmp_path / "bao-cao-06a-251215-260314.xlsx")
    assert any(row[1:3] == ("TỔNG SỐ", 3) for row in book.worksheets[0].values)


def test_ctrl_e_on_an_open_cell_writes_its_dossiers(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = page_of(window)
    monkeypatch.setattr(page, "choose_place", lambda name: tmp_path / name)
    to_total(window)
    press(window, Qt.Key.Key_Return)
    press(window, Qt.Key.Key_E, CTRL)
    rows = list(
        openpyxl.load_workbook(tmp_path / "bao-cao-06a-251215-260314-taken.xlsx").worksheets[0].values
    )
    assert [row[1] for row in rows] == ["Người nộp", *["Dương Thị Mỹ Linh"] * 3]


def test_ctrl_p_sets_the_form_on_paper(window: MainWindow, counter: Counter) -> None:
    press(window, Qt.Key.Key_P, CTRL)
    pdf = counter.folder / "papers" / "2026" / "03" / "bao-cao-06a-251215-260314.pdf"
    text = counter.paper.text_of(pdf.read_bytes())
    assert "II.06a/VPCP/KSTT" in text
    assert "NGƯỜI LÀM BÁO CÁO" in text
    press(window, Qt.Key.Key_Escape)


def test_the_figure_in_hand_stays_after_the_report_is_read_again(window: MainWindow) -> None:
    page = page_of(window)
    press(window, Qt.Key.Key_Right)
    before, index = page._told.text(), page.table.currentIndex()
    assert not before.startswith("TỔNG SỐ")
    shown = page.table.grab().toImage()
    page.refresh()
    assert window.tasks.wait_idle()
    assert page._told.text() == before
    page.table.setCurrentIndex(index.siblingAtColumn(4))
    assert page.table.grab().toImage() != shown, "the figure itself is framed, not only its row"


@pytest.mark.parametrize("scale", [1.0, 1.5])
def test_no_heading_is_cut_and_the_first_column_stays_in_sight(window: MainWindow, scale: float) -> None:
    look().set(scale=scale)
    page = page_of(window)
    press(window, Qt.Key.Key_2, CTRL)
    head, table, bold = page.table._head, page.table, QFontMetrics(font(bold=True))
    assert head is not None
    for number, column in enumerate(head.columns, start=1):
        room = QRect(0, 0, head.sectionSize(number) - px(6), 10_000)
        flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
        above = head._over if column.over else 0
        assert bold.boundingRect(room, flags, column.title).height() <= head.height() - above
        assert max(map(bold.horizontalAdvance, column.title.split())) <= room.width()
    table.setFocus()
    for _column in head.columns:
        press(window, Qt.Key.Key_Right)
    assert table.horizontalScrollBar().value() > 0
    assert table.indexAt(QPoint(1, 1)).column() == 0, "a press on a name is no press on the figure behind it"
    for _column in head.columns[1:]:
        press(window, Qt.Key.Key_Left)
        assert table.visualRect(table.currentIndex()).left() >= table.columnWidth(0)
    assert table.viewport().height() >= px(36) * 2


def test_the_figures_of_a_large_register_are_never_cut(window: MainWindow) -> None:
    page = page_of(window)
    assert page.report is not None
    for key in (Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_3):
        press(window, key, CTRL)
        report = page.report
        large = tuple(1_234_567 if isinstance(one, int) else one for one in report.total.figures)
        page.table.show_report(replace(report, total=replace(report.total, figures=large)))
        last = page.table.rows.rowCount() - 1
        for number in range(1, len(report.columns) + 1):
            index = page.table.rows.index(last, number)
            room = page.table.itemDelegate()._inside(
                page.table.visualRect(index), index, page.table.rows.columns[number]
            )
            assert QFontMetrics(font(bold=True)).horizontalAdvance(index.data()) <= room.width()
