"""Home where there is little or nothing: a new office, a day off, nobody late; and its figures by keys."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from tests.counter_fixtures import Clock
from tests.gui.lists import CTRL, letter, received
from tests.gui.standing import press, standing

from motcua_desktop.counter.counter import Counter
from motcua_desktop.gui.main_window import MainWindow
from motcua_desktop.gui.pages.calendar import CalendarPage
from motcua_desktop.gui.pages.home import HomePage
from motcua_desktop.gui.theme import colour, look
from motcua_desktop.gui.widgets.number_card import NumberCard


@pytest.fixture
def window(qtbot: QtBot, counter: Counter, tmp_path: Path) -> Iterator[MainWindow]:
    """Home of an office that has received nothing yet."""
    with standing(qtbot, counter, tmp_path / "desk", "home") as made:
        yield made


def home_of(window: MainWindow) -> HomePage:
    assert isinstance(window.page, HomePage)
    return window.page


def again(window: MainWindow) -> HomePage:
    """Home read anew."""
    page = home_of(window)
    page.refresh()
    assert window.tasks.wait_idle()
    return page


def figure_has(card: NumberCard, ink: QColor) -> bool:
    """Whether the figure of a card (below its word) is painted in this colour."""
    picture = card.grab(QRect(0, 40, card.width(), 32)).toImage()
    return any(
        picture.pixelColor(x, y) == ink for x in range(picture.width()) for y in range(picture.height())
    )


def test_a_new_office_is_shown_its_first_step_and_f2_takes_it(window: MainWindow) -> None:
    page = home_of(window)
    assert page.fresh.isVisible()
    assert page.fresh.sentence.text() == "Sổ chưa có hồ sơ nào"
    assert page.fresh.isAncestorOf(window.focusWidget()), "Enter does what the filled button says"
    for key in (Qt.Key.Key_F2, Qt.Key.Key_Return):
        window.go("home")
        press(window, key)
        assert window.pages.key == "intake"


def test_after_the_first_dossier_the_first_step_is_gone(window: MainWindow, counter: Counter) -> None:
    received(counter, "Dương Thị Bé")
    page = again(window)
    assert not page.fresh.isVisible()
    assert page.nothing.isVisible()
    assert page.nothing.detail.text() == "Sắp tới có 1 hồ sơ hẹn thứ Năm 05/03."


def test_a_day_off_says_when_work_goes_on(window: MainWindow, counter: Counter, clock: Clock) -> None:
    received(counter, "Dương Thị Bé")
    clock.set("2026-02-28T09:00")
    page = again(window)
    assert page.nothing.detail.text().startswith("Hôm nay nghỉ, làm việc lại thứ Hai 02/03/2026.")


def test_nobody_late_is_no_alarm(window: MainWindow) -> None:
    card = home_of(window).late
    red = colour("red_text")
    assert not figure_has(card, red)
    card.set_number(2, "lâu nhất 3 giờ")
    assert figure_has(card, red)


def test_lateness_in_a_row_is_no_longer_than_it_need_be(
    window: MainWindow, counter: Counter, clock: Clock
) -> None:
    received(counter, "Dương Thị Bé")
    for moment, said in (
        ("2026-03-05T08:20", "quá hạn 20 phút làm việc"),
        ("2026-03-06T07:00", "quá hạn 7 giờ làm việc"),
        ("2026-03-30T09:00", "quá hạn 17 ngày làm việc"),
    ):
        clock.set(moment)
        (job,) = again(window)._view.work  # type: ignore[union-attr]
        assert job.detail.endswith(said), job.detail


def test_one_job_is_named_by_its_one_key(window: MainWindow, counter: Counter, clock: Clock) -> None:
    received(counter, "Dương Thị Bé")
    clock.set("2026-03-09T09:00")
    page = again(window)
    assert len(page._view.work) == 1  # type: ignore[union-attr]
    hints = page.keys()
    assert [hint.words for hint in hints if hint.key == "1"] == ["Mở việc"]
    assert [action.words for action in page.actions() if action.key == "1"] == [
        "Dương Thị Bé, đăng ký thành lập hộ kinh doanh"
    ]


def test_a_proposed_swap_opens_the_calendar_on_its_day(window: MainWindow, clock: Clock) -> None:
    clock.set("2026-11-20T09:00")
    page = again(window)
    (job,) = page._view.work  # type: ignore[union-attr]
    assert job.title == "Hoán đổi 23/11 với 28/11: chưa có quyết định"
    assert job.detail == "Đang tính 23/11 là ngày làm việc"
    letter(window, "1")
    assert isinstance(window.page, CalendarPage)
    assert window.page.calendar.day == date(2026, 11, 23)


def test_the_table_of_the_load_has_the_keys_and_enter_opens_the_list(
    window: MainWindow, counter: Counter, clock: Clock
) -> None:
    received(counter, "Dương Thị Bé")
    clock.set("2026-03-09T09:00")
    page = again(window)
    page.work.setFocus()
    press(window, Qt.Key.Key_T, CTRL)
    assert page.figures.table is not None
    assert page.figures.table.hasFocus()
    assert page.figures.table.current().number == 1  # the first row: what is late
    press(window, Qt.Key.Key_Return)
    assert window.pages.key == "due"


def test_a_table_of_figures_has_room_for_several_rows_on_the_small_screen(window: MainWindow) -> None:
    page = home_of(window)
    for number in range(2):
        press(window, Qt.Key.Key_T, CTRL)
        QApplication.processEvents()
        table = page.figures.table
        assert table is page.figures.tables[number]
        assert table.isVisible()
        assert table.viewport().height() >= 4 * table.rowHeight(0)
    press(window, Qt.Key.Key_T, CTRL)
    assert page.figures.table is None
    assert page.work.hasFocus() or not page.work.isVisible()


def test_at_125_percent_the_figures_still_stand_in_two_rows(window: MainWindow) -> None:
    look().set(scale=1.25)
    QApplication.processEvents()
    page = home_of(window)
    assert len({card.y() for card in page.cards}) == 1
    assert len({card.y() for card in (page.received, page.waiting, page.letters, page.unsent)}) == 1


def test_a_month_of_the_rate_says_its_numbers_under_the_pointer(
    window: MainWindow, counter: Counter, clock: Clock
) -> None:
    code = received(counter, "Dương Thị Bé")
    clock.set("2026-03-09T09:00")
    counter.handling.result_ready(code)
    counter.handling.give_back(code)
    page = again(window)
    chart = page.figures.rate
    here = chart._place(len(chart.months) - 1, 1, chart._room()).toPoint()
    QTest.mouseMove(chart, here)
    assert chart.toolTip() == "Tháng 3/2026: 0 trong 1 hồ sơ đúng hạn, 0%"
    QTest.mouseMove(chart, chart._place(0, 1, chart._room()).toPoint())
    assert chart.toolTip() == ""
