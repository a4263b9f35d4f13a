"""Home and what it opens: every number is the number of dossiers its list then shows."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from tests.counter_fixtures import Clock, draft
from tests.gui.lists import CERTIFIED_COPY, CTRL, received, search
from tests.gui.standing import press, standing

from motcua_desktop.counter.counter import Counter
from motcua_desktop.domain.query import Chip, Query
from motcua_desktop.gui.main_window import MainWindow
from motcua_desktop.gui.pages.due import DuePage
from motcua_desktop.gui.pages.home import HomePage
from motcua_desktop.gui.pages.letters import LettersPage
from motcua_desktop.gui.pages.register import RegisterPage
from motcua_desktop.gui.pages.sync import SyncPage
from motcua_desktop.gui.table_model import Group

TWELVE_HOURS = "1.004946"  # protection of children: hours of the clock, day and night


@pytest.fixture
def home(qtbot: QtBot, counter: Counter, clock: Clock, tmp_path: Path) -> Iterator[MainWindow]:
    """A Friday afternoon with something of every kind, seconds after a promise has passed its minute."""
    received(counter, "Dương Thị Bé")  # late since Thursday
    clock.set("2026-03-06T08:10")
    counter.handling.apologise(received(counter, "Võ Minh Hải"), "Chờ phòng", counter.now().replace(day=13))
    received(counter, "Trần Văn Sáu", CERTIFIED_COPY)  # due today at five
    received(counter, "Lê Thị Mận")  # three working days
    counter.handling.ask_supplement(received(counter, "Phạm Văn Tám"), "Bản sao hộ khẩu", "Thiếu")
    counter.handling.withdraw(received(counter, "Đỗ Thị Chín"), "Người nộp đề nghị rút hồ sơ")
    counter.intake.take_back(received(counter, "Ngô Văn Nhầm"), "Nhận nhầm")
    counter.online.register(draft(name="Bùi Văn Mười"))
    clock.set("2026-03-06T16:59")
    received(counter, "Hồ Thị Gấp", TWELVE_HOURS)  # before Saturday five o'clock in the morning
    clock.set("2026-03-06T17:00:30")
    with standing(qtbot, counter, tmp_path / "desk", "home") as made:
        yield made


def shown(window: MainWindow) -> int:
    """How many dossiers the page in sight speaks of."""
    page = window.page
    if isinstance(page, LettersPage):
        assert page._view is not None
        return sum(one.must for one in page._view.drafts)
    if isinstance(page, SyncPage):
        return int(page.context_line.split()[0])
    assert isinstance(page, (RegisterPage, DuePage))
    rows = [page.rows.row(number) for number in range(page.rows.rowCount())]
    return sum(not isinstance(row, Group) for row in rows)


def back_home(window: MainWindow) -> HomePage:
    window.go("home")
    assert window.tasks.wait_idle()
    assert isinstance(window.page, HomePage)
    return window.page


def test_every_card_has_the_number_of_the_list_it_opens(home: MainWindow) -> None:
    page = back_home(home)
    stock = [page.received, page.waiting, page.letters, page.unsent]
    told = {}
    for card in [*page.cards, *stock]:
        back_home(home)
        number = int(card.accessibleName().split(", ")[1].split()[0])
        card.click()
        assert home.tasks.wait_idle()
        assert shown(home) == number, card.accessibleName()
        told[card.accessibleName().split(",")[0]] = number
    assert told["Quá hạn"] == 1 and told["Đến hạn hôm nay"] == 1  # the minute of the promise is not over
    assert told["Nhận hôm nay"] == 6  # a withdrawn dossier was received, a mistake was not


def test_every_bar_has_the_number_of_the_list_it_opens(home: MainWindow, counter: Counter) -> None:
    page = back_home(home)
    bars = [bar for bar in page.figures.load.bars if bar.tint]
    assert sum(bar.number for bar in bars) == counter.register.count(Query(chip=Chip.RUNNING))
    for bar in bars:
        back_home(home).figures.load.opened.emit(bar.day)
        assert home.tasks.wait_idle()
        assert shown(home) == bar.number, bar


def test_what_was_searched_for_before_hides_nothing_of_a_number(qtbot: QtBot, home: MainWindow) -> None:
    home.go("register")
    assert home.tasks.wait_idle()
    search(qtbot, home, "duong thi be", 1)
    page = back_home(home)
    page.waiting.click()
    assert home.tasks.wait_idle()
    assert shown(home) == 1


def test_a_bar_is_opened_by_keys_from_the_table_of_its_chart(home: MainWindow) -> None:
    back_home(home)
    press(home, Qt.Key.Key_T, CTRL)
    press(home, Qt.Key.Key_Return)
    assert isinstance(home.page, DuePage)
    assert shown(home) == 1
