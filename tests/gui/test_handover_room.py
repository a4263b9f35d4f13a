"""Hand-over with large letters, and what its bar says of dossiers that have waited."""

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from tests.counter_fixtures import Clock
from tests.gui.lists import received
from tests.gui.test_handover import ECONOMY, codes, page_of, window

from motcua_desktop.counter.counter import Counter
from motcua_desktop.gui.main_window import MainWindow
from motcua_desktop.gui.pages.handover import HandoverPage
from motcua_desktop.gui.theme import look


@pytest.mark.parametrize(
    ("now", "also", "said"),
    [
        ("2026-03-03T15:20", False, "3 hồ sơ nhận các ngày trước phải chuyển hôm nay"),
        ("2026-03-03T15:20", True, "4 hồ sơ nhận trước 15:00 và các ngày trước phải chuyển hôm nay"),
    ],
)
def test_the_bar_says_that_dossiers_have_waited_since_earlier_days(
    window: MainWindow, counter: Counter, clock: Clock, now: str, also: bool, said: str
) -> None:
    clock.set("2026-03-03T09:00")
    if also:
        received(counter, "Phan Thị Vân")
    clock.set(now)
    page_of(window).refresh()
    assert window.tasks.wait_idle()
    assert page_of(window).bar.accessibleName().startswith(said)


def top(widget: QWidget) -> int:
    return widget.mapTo(widget.window(), widget.rect().topLeft()).y()


def all_waiting_in_sight(page: HandoverPage) -> bool:
    table, rows = page.send.table, page.send.rows
    places = [table.visualRect(rows.index(number, 0)) for number in range(rows.rowCount())]
    return all(table.viewport().rect().contains(place.center()) for place in places)


def test_with_large_letters_an_empty_list_leaves_its_height_to_the_other(
    qtbot: QtBot, window: MainWindow, counter: Counter, codes: list[str]
) -> None:
    page = page_of(window)
    look().set(scale=1.25)
    qtbot.waitUntil(lambda: top(page.receive) > top(page.send), timeout=2000)
    qtbot.waitUntil(lambda: all_waiting_in_sight(page), timeout=2000)
    qtbot.waitUntil(lambda: top(page.receive) + page.receive.height() < top(window.action_bar), timeout=2000)
    counter.handover.send(codes, ECONOMY)
    page.refresh()
    assert window.tasks.wait_idle()
    qtbot.waitUntil(lambda: page.receive.height() >= page.send.height() // 2, timeout=2000)
