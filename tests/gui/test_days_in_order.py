"""Two days the wrong way round are told in words, in a report's period and in the register's filter."""

from datetime import date
from pathlib import Path

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from tests.gui.lists import CTRL
from tests.gui.register_desk import codes, page_of, window
from tests.gui.standing import press, standing

from motcua_desktop.counter.counter import Counter
from motcua_desktop.domain.dossier import Period
from motcua_desktop.domain.query import Query
from motcua_desktop.gui.main_window import MainWindow
from motcua_desktop.gui.pages.register_filters import FilterForm, filter_words
from motcua_desktop.gui.pages.reports import ReportsPage


def test_a_period_that_is_none_is_told_in_words(qtbot: QtBot, counter: Counter, tmp_path: Path) -> None:
    with standing(qtbot, counter, tmp_path / "desk", "reports") as made:
        page = made.page
        assert isinstance(page, ReportsPage)
        period = page.period
        period.go(Period(date(2026, 3, 1), date(2026, 3, 2)))
        period.end.setText("31/02/2026")
        period.end.editingFinished.emit()
        assert period.said.isVisible()
        assert "Không có ngày này" in period.said.text()
        period.end.setText("20/02/2026")
        period.end.editingFinished.emit()
        assert "20/02/2026 trước ngày đầu 01/03/2026" in period.said.text()
        period.end.setText("03/03/2026")
        period.end.editingFinished.emit()
        assert not period.said.isVisible()
        assert made.tasks.wait_idle()


def test_a_filter_the_wrong_way_round_says_so_and_lists_nothing(
    window: MainWindow, codes: dict[str, str]
) -> None:
    page = page_of(window)
    press(window, Qt.Key.Key_L, CTRL)
    form = page.pane.side.findChildren(FilterForm)[-1]
    form.start.set_text("20/11/2026")
    form.end.set_text("10/11/2026")
    press(window, Qt.Key.Key_F12)
    assert page.pane.has_form
    assert "10/11/2026 trước ngày đầu 20/11/2026" in form.end.sentence.text()
    assert page.rows.rowCount() == len(codes)


def test_a_filter_open_at_one_end_does_not_end_in_a_dash() -> None:
    day = date(2026, 11, 10)
    assert filter_words(Query(received_from=day)) == "nhận từ 10/11/2026"
    assert filter_words(Query(received_to=day)) == "nhận đến 10/11/2026"
    assert filter_words(Query(received_from=day, received_to=day)) == "nhận 10/11/2026"
    assert filter_words(Query(received_from=day, received_to=date(2026, 11, 12))) == (
        "nhận 10/11/2026 – 12/11/2026"
    )
