"""Hand-over: ticked dossiers go to a section and come back, each with the list both sides sign."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from tests.counter_fixtures import Clock
from tests.gui.lists import CTRL, received
from tests.gui.standing import press, standing

from motcua_desktop.counter.counter import Counter
from motcua_desktop.gui.main_window import MainWindow
from motcua_desktop.gui.pages.handover import HandoverPage


@pytest.fixture
def codes(counter: Counter) -> list[str]:
    return [received(counter, name) for name in ("Cao Văn Nghĩa", "Hồ Thị Xuân", "Trương Thị Mận")]


@pytest.fixture
def window(qtbot: QtBot, counter: Counter, codes: list[str], tmp_path: Path) -> Iterator[MainWindow]:
    with standing(qtbot, counter, tmp_path / "desk", "handover") as made:
        yield made


def page_of(window: MainWindow) -> HandoverPage:
    assert isinstance(window.page, HandoverPage)
    return window.page


def test_ticked_dossiers_go_to_the_section_with_one_list(
    window: MainWindow, counter: Counter, codes: list[str]
) -> None:
    page = page_of(window)
    page.to.setCurrentText("Phòng Kinh tế")
    press(window, Qt.Key.Key_Space)
    press(window, Qt.Key.Key_Down)
    press(window, Qt.Key.Key_Space)
    press(window, Qt.Key.Key_F12)
    holders = [counter.register.dossier(code).holder for code in codes]
    assert sorted(holders) == ["", "Phòng Kinh tế", "Phòng Kinh tế"]
    assert len(list((counter.folder / "papers").rglob("ban-giao-*.pdf"))) == 1
    assert page.send.rows.rowCount() == 1
    assert page.receive.rows.rowCount() == 2


def test_what_comes_back_is_taken_over_by_the_officer_at_the_desk(
    window: MainWindow, counter: Counter, codes: list[str]
) -> None:
    page = page_of(window)
    counter.handling.hand_over(codes[0], "Phòng Kinh tế")
    page.refresh()
    assert window.tasks.wait_idle()
    press(window, Qt.Key.Key_Tab, CTRL)
    press(window, Qt.Key.Key_A, CTRL)
    press(window, Qt.Key.Key_F12)
    assert counter.register.dossier(codes[0]).holder == "Bùi Thị Hạnh"


def test_without_a_section_nothing_is_handed_over(
    window: MainWindow, counter: Counter, codes: list[str]
) -> None:
    page_of(window).to.setCurrentText("")
    press(window, Qt.Key.Key_A, CTRL)
    press(window, Qt.Key.Key_F12)
    assert {counter.register.dossier(code).holder for code in codes} == {""}


def test_after_three_o_clock_a_bar_says_what_may_go_next_morning(
    window: MainWindow, counter: Counter, clock: Clock
) -> None:
    page = page_of(window)
    assert page.bar.isHidden()
    clock.set("2026-03-02T15:20")
    received(counter, "Phan Thị Vân")
    page.refresh()
    assert window.tasks.wait_idle()
    assert not page.bar.isHidden()
    assert "3 hồ sơ nhận trước 15:00" in page.bar.accessibleName()
    assert "1 hồ sơ nhận sau 15:00" in page.bar.accessibleName()
