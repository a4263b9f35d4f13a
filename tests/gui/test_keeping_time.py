"""Pages that speak of the time of day say what holds now, and leave alone what an officer has in hand."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QComboBox
from pytestqt.qtbot import QtBot
from tests.counter_fixtures import Clock
from tests.gui.lists import letter, received, write
from tests.gui.standing import press, standing

from motcua_desktop.counter.counter import Counter
from motcua_desktop.gui.main_window import MainWindow
from motcua_desktop.gui.pages.dossier import DossierPage
from motcua_desktop.gui.pages.due import DuePage
from motcua_desktop.gui.pages.handover import HandoverPage
from motcua_desktop.gui.pages.letters import LettersPage
from motcua_desktop.gui.pages.register import RegisterPage
from motcua_desktop.gui.table_model import Group


@pytest.fixture
def codes(counter: Counter, clock: Clock) -> list[str]:
    """Two due at 17:00 on the 5th, one at 17:00 on the 6th; it is the 5th, a minute before closing."""
    clock.set("2026-03-02T17:00")
    made = [received(counter, name) for name in ("Dương Thị Hồng", "Ngô Văn Thới")]
    clock.set("2026-03-03T09:00")
    made.append(received(counter, "Huỳnh Công Đức"))
    clock.set("2026-03-05T16:59:40")
    return made


@pytest.fixture
def window(qtbot: QtBot, counter: Counter, codes: list[str], tmp_path: Path) -> Iterator[MainWindow]:
    with standing(qtbot, counter, tmp_path / "desk", "home") as made:
        yield made


def show(window: MainWindow, page: str) -> None:
    window.go(page)
    assert window.tasks.wait_idle()
    QApplication.processEvents()


def wait_until(window: MainWindow, clock: Clock, at: str) -> None:
    """The window is left alone until then, and looks at the clock as it does every few seconds."""
    clock.set(f"2026-03-05T{at}")
    window.pages.follow_clock()
    assert window.tasks.wait_idle()


def due_page(window: MainWindow) -> DuePage:
    assert isinstance(window.page, DuePage)
    return window.page


def letters_page(window: MainWindow) -> LettersPage:
    assert isinstance(window.page, LettersPage)
    return window.page


def register_page(window: MainWindow) -> RegisterPage:
    assert isinstance(window.page, RegisterPage)
    return window.page


def first_heading(page: DuePage) -> str:
    heading = page.rows.row(0)
    assert isinstance(heading, Group)
    return heading.words


def test_what_is_due_moves_to_overdue_while_the_page_is_in_sight(window: MainWindow, clock: Clock) -> None:
    show(window, "due")
    page = due_page(window)
    assert first_heading(page) == "Hôm nay"
    page.table.choose(2)
    chosen = page.table.current()
    assert chosen is not None
    wait_until(window, clock, "17:02")
    assert first_heading(page) == "Quá hạn"
    assert page.table.current().id == chosen.id
    assert "17:02" in page.context_line


def test_a_page_come_back_to_later_is_read_anew(window: MainWindow, clock: Clock) -> None:
    show(window, "due")
    show(window, "home")
    clock.set("2026-03-05T17:05")
    show(window, "due")
    assert first_heading(due_page(window)) == "Quá hạn"


def test_within_the_same_minute_nothing_is_read_twice(window: MainWindow, clock: Clock) -> None:
    show(window, "due")
    clock.set("2026-03-05T16:59:55")
    window.pages.follow_clock()
    assert not window.tasks.is_busy


def test_badge_and_panel_of_the_register_say_the_same(window: MainWindow, clock: Clock) -> None:
    show(window, "register")
    page = register_page(window)
    wait_until(window, clock, "17:05")
    view = page.pane.view
    assert view is not None and view.left is not None and view.left.late
    current = page.table.current()
    assert current.badge.words == view.badge.words == "Vừa quá hạn"


def test_a_form_that_is_open_stays_with_its_text(window: MainWindow, clock: Clock) -> None:
    show(window, "register")
    page = register_page(window)
    page.table.setFocus()
    letter(window, "g")
    field = window.focusWidget()
    assert isinstance(field, QComboBox)
    write(field, "Thieu giay")
    wait_until(window, clock, "17:05")
    assert page.pane.has_form
    assert field.currentText() == "Thieu giay"
    press(window, Qt.Key.Key_Escape)
    if page.pane.has_form:  # the list below the field was closed first
        press(window, Qt.Key.Key_Escape)
    window.pages.follow_clock()
    assert window.tasks.wait_idle()
    assert page.table.current().badge.words == "Vừa quá hạn"


def test_letters_no_longer_due_today_lose_their_tick_and_the_officers_own_stay(
    window: MainWindow, clock: Clock
) -> None:
    show(window, "letters")
    page = letters_page(window)
    ticks = {row.draft.applicant: row.is_ticked for row in page.rows.rows}
    assert ticks["Huỳnh Công Đức"]
    assert "trước 17:00 hôm nay" in page.bar.accessibleName()
    wait_until(window, clock, "17:02")
    ticks = {row.draft.applicant: row.is_ticked for row in page.rows.rows}
    assert not ticks["Huỳnh Công Đức"]
    assert "trước 17:00 hôm nay" not in page.bar.accessibleName()


def test_who_types_a_reason_types_on(window: MainWindow, clock: Clock) -> None:
    show(window, "letters")
    page = letters_page(window)
    press(window, Qt.Key.Key_M)
    field = window.focusWidget()
    assert isinstance(field, QComboBox)
    write(field, "Cho xac")
    wait_until(window, clock, "17:02")
    assert "trước 17:00 hôm nay" not in page.bar.accessibleName()
    assert window.focusWidget() is field
    write(field, " minh")
    assert field.currentText() == "Cho xac minh"
    press(window, Qt.Key.Key_Escape)
    wait_until(window, clock, "17:03")
    assert page.rows.current is not None
    assert page.rows.current.reason.currentText() == "Cho xac minh"


def test_a_list_scrolled_away_from_its_row_stays_where_it_is(
    window: MainWindow, counter: Counter, clock: Clock
) -> None:
    for number in range(40):
        received(counter, f"Nguyễn Văn {number}")
    show(window, "register")
    page = register_page(window)
    page.table.choose(0)
    assert window.tasks.wait_idle()
    down = page.table.verticalScrollBar()
    down.setValue(down.maximum())
    place = down.value()
    assert place > 0
    wait_until(window, clock, "17:05")
    assert down.value() == place


def test_the_page_of_a_dossier_says_how_late_it_is_now(
    window: MainWindow, clock: Clock, codes: list[str]
) -> None:
    window.go("dossier", codes[0])
    assert window.tasks.wait_idle()
    wait_until(window, clock, "17:02")
    page = window.page
    assert isinstance(page, DossierPage)
    assert page.view is not None and page.view.badge.words == "Vừa quá hạn"


def test_the_hand_over_page_keeps_its_ticks_and_a_name_half_typed(window: MainWindow, clock: Clock) -> None:
    show(window, "handover")
    page = window.page
    assert isinstance(page, HandoverPage)
    press(window, Qt.Key.Key_Space)
    press(window, Qt.Key.Key_C)
    write(page.to, "Phong Kin")
    wait_until(window, clock, "17:02")
    assert page.to.currentText() == "Phong Kin"
    page.to.line.clear()
    page.send.table.setFocus()
    window.pages.follow_clock()
    assert window.tasks.wait_idle()
    assert len(page.send.ticked) == 1
    assert "17:02" in page.context_line
