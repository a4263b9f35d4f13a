"""Home and the due page: every number is the register's, and every number opens its list."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from tests.counter_fixtures import Clock
from tests.gui.lists import CERTIFIED_COPY, CTRL, letter, received
from tests.gui.standing import press, standing

from motcua_desktop.counter.counter import Counter
from motcua_desktop.gui.main_window import MainWindow
from motcua_desktop.gui.pages.due import DuePage
from motcua_desktop.gui.pages.home import HomePage
from motcua_desktop.gui.table_model import Group
from motcua_desktop.gui.theme import look


@pytest.fixture
def codes(counter: Counter, clock: Clock) -> dict[str, str]:
    """One late dossier, one due today, one due in three working days."""
    made = {"late": received(counter, "Dương Thị Bé")}
    clock.set("2026-03-09T09:00")
    made["today"] = received(counter, "Võ Minh Hải", CERTIFIED_COPY)
    made["later"] = received(counter, "Dương Thị Mỹ Linh")
    return made


@pytest.fixture
def home(qtbot: QtBot, counter: Counter, codes: dict[str, str], tmp_path: Path) -> Iterator[MainWindow]:
    with standing(qtbot, counter, tmp_path / "desk", "home") as made:
        yield made


@pytest.fixture
def due(qtbot: QtBot, counter: Counter, codes: dict[str, str], tmp_path: Path) -> Iterator[MainWindow]:
    with standing(qtbot, counter, tmp_path / "desk", "due") as made:
        yield made


def home_of(window: MainWindow) -> HomePage:
    assert isinstance(window.page, HomePage)
    return window.page


def due_of(window: MainWindow) -> DuePage:
    assert isinstance(window.page, DuePage)
    return window.page


def people(page: DuePage) -> list[str]:
    return [found.line.applicant for found in page.rows.loaded()]


def test_the_cards_say_what_the_register_says(home: MainWindow) -> None:
    page = home_of(home)
    spoken = [card.accessibleName() for card in page.cards]
    assert spoken[:2] == ["Quá hạn, 1 hồ sơ", "Đến hạn hôm nay, 1 hồ sơ"]
    assert spoken[4] == "Còn 3 ngày, 1 hồ sơ"
    assert page.late.accessibleDescription() == "lâu nhất 2 ngày 1 giờ"
    assert page.received.accessibleName() == "Nhận hôm nay, 2 hồ sơ"


def test_a_digit_opens_the_most_pressing_dossier(home: MainWindow) -> None:
    letter(home, "1")
    assert home.pages.key == "dossier"
    assert home.page.view.dossier.applicant.name == "Dương Thị Bé"  # type: ignore[attr-defined]


def test_the_keys_name_no_more_jobs_than_there_are(home: MainWindow) -> None:
    page = home_of(home)
    assert page._view is not None
    digits = [action.key for action in page.actions() if action.key.isdigit()]
    assert digits == [str(n + 1) for n in range(len(page._view.work))]


def test_a_card_opens_its_list(home: MainWindow) -> None:
    home_of(home).late.click()
    assert home.tasks.wait_idle()
    assert people(due_of(home)) == ["Dương Thị Bé"]


def test_a_bar_of_the_load_opens_the_dossiers_of_its_day(home: MainWindow) -> None:
    page = home_of(home)
    (bar,) = [bar for bar in page.figures.load.bars if bar.day and bar.day.isoformat() == "2026-03-12"]
    assert bar.number == 1
    page.figures.load.opened.emit(bar.day)
    assert home.tasks.wait_idle()
    assert home.pages.key == "register"
    assert [found.line.applicant for found in home.page.rows.loaded()] == ["Dương Thị Mỹ Linh"]  # type: ignore[attr-defined]


def test_control_t_shows_the_figures_of_the_charts(home: MainWindow) -> None:
    press(home, Qt.Key.Key_T, CTRL)
    page = home_of(home)
    rows = {
        page.figures.load_rows.index(n, 0).data(): page.figures.load_rows.index(n, 1).data() for n in range(3)
    }
    assert rows["Quá hạn"] == "1"
    assert rows["thứ Hai 09/03/2026"] == "1"


def test_late_is_said_in_the_words_of_the_due_page(home: MainWindow) -> None:
    details = [item.detail for item in home_of(home)._view.work]  # type: ignore[union-attr]
    assert any("quá hạn 2 ngày 1 giờ làm việc" in detail for detail in details)
    assert not [detail for detail in details if "trễ" in detail]


def test_a_low_window_keeps_one_chart_and_control_t_still_shows_both_tables(home: MainWindow) -> None:
    page = home_of(home)
    load, rate = page.figures.stacks
    assert load.isVisible()
    assert rate.isVisible()
    home.resize(1366, 600)
    QApplication.processEvents()
    assert load.isVisible()
    assert not rate.isVisible()
    press(home, Qt.Key.Key_T, CTRL)
    assert (load.isVisible(), load.currentIndex()) == (True, 1)
    press(home, Qt.Key.Key_T, CTRL)
    assert (load.isVisible(), rate.isVisible(), rate.currentIndex()) == (False, True, 1)
    press(home, Qt.Key.Key_T, CTRL)
    assert (load.isVisible(), load.currentIndex()) == (True, 0)


def test_large_letters_put_the_figures_into_more_rows_in_their_order(home: MainWindow) -> None:
    page = home_of(home)
    places = [card.pos() for card in page.cards]
    assert len({place.y() for place in places}) == 1
    look().set(scale=1.5)
    QApplication.processEvents()
    places = [card.pos() for card in page.cards]
    assert len({place.y() for place in places}) > 1
    assert places == sorted(places, key=lambda place: (place.y(), place.x()))


def test_the_due_page_groups_by_what_is_left(due: MainWindow) -> None:
    page = due_of(due)
    heads = [
        page.rows.row(n).words for n in range(page.rows.rowCount()) if isinstance(page.rows.row(n), Group)
    ]
    assert heads == ["Quá hạn", "Hôm nay", "Còn 3 ngày làm việc"]
    assert people(page) == ["Dương Thị Bé", "Võ Minh Hải", "Dương Thị Mỹ Linh"]


def test_a_key_of_the_due_page_handles_the_dossier_and_it_leaves_the_list(
    due: MainWindow, counter: Counter, codes: dict[str, str]
) -> None:
    press(due, Qt.Key.Key_Down)
    letter(due, "k")
    press(due, Qt.Key.Key_Return)
    assert counter.register.dossier(codes["today"]).status == "result_ready"
    assert people(due_of(due)) == ["Dương Thị Bé", "Dương Thị Mỹ Linh"]


def test_when_a_dossier_leaves_the_list_the_next_one_is_in_hand(
    due: MainWindow, counter: Counter, codes: dict[str, str]
) -> None:
    page = due_of(due)
    page.table.setFocus()
    page.table.choose_id(counter.register.dossier(codes["today"]).id)
    assert due.tasks.wait_idle()
    letter(due, "k")
    press(due, Qt.Key.Key_Return)
    assert due.tasks.wait_idle()
    current = page.table.current()
    assert current is not None and current.line.code == codes["later"]  # and not the first of all again


def test_an_empty_group_says_so_and_an_empty_day_names_the_next_dossier(
    due: MainWindow, counter: Counter, codes: dict[str, str], clock: Clock
) -> None:
    page = due_of(due)
    press(due, Qt.Key.Key_4, CTRL)
    assert page._state.sentence.text() == "Không có hồ sơ nào ở “1 ngày”"
    press(due, Qt.Key.Key_Right)  # the arrow goes on to the next group, no button is pressed by mistake
    assert page.chips.value() == "2"
    clock.set("2026-03-09T09:30")
    for code in codes.values():
        counter.handling.result_ready(code)
    press(due, Qt.Key.Key_1, CTRL)
    page.refresh()
    assert due.tasks.wait_idle()
    assert page._state.sentence.text() == "Không có hồ sơ nào sắp đến hạn"
