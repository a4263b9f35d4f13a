"""A section chosen and not yet handed over: seen where it stands now, and taken back by the first Ctrl+Z."""

from PySide6.QtCore import Qt
from tests.gui.lists import CTRL, letter, received, type_into
from tests.gui.standing import press
from tests.gui.test_handover import CULTURE, ECONOMY, codes, headings, holders, page_of, window

from motcua_desktop.counter.counter import Counter
from motcua_desktop.domain.lifecycle import Status
from motcua_desktop.gui.main_window import MainWindow


def give_back(window: MainWindow, counter: Counter) -> str:
    """A result given to its citizen in the register, told with its undo."""
    code = received(counter, "Lê Thị Út", "2.000815")
    counter.handling.result_ready(code)
    window.go("register", code)
    assert window.tasks.wait_idle()
    press(window, Qt.Key.Key_Down)
    letter(window, "t")
    press(window, Qt.Key.Key_Return)
    assert counter.register.dossier(code).status is Status.RETURNED
    return code


def choose(window: MainWindow, section: str) -> None:
    press(window, Qt.Key.Key_C)
    type_into(window, section)
    press(window, Qt.Key.Key_Return)


def test_the_first_undo_takes_back_the_section_the_second_the_act_before(
    window: MainWindow, counter: Counter, codes: list[str]
) -> None:
    code = give_back(window, counter)
    press(window, Qt.Key.Key_F6)
    page = page_of(window)
    press(window, Qt.Key.Key_Space)
    choose(window, CULTURE)
    assert headings(page.send.rows) == [ECONOMY, CULTURE]
    press(window, Qt.Key.Key_Z, CTRL)
    assert headings(page.send.rows) == [ECONOMY]
    assert "nơi nhận" in window.toast.accessibleName()
    assert counter.register.dossier(code).status is Status.RETURNED
    press(window, Qt.Key.Key_Z, CTRL)
    assert counter.register.dossier(code).status is Status.RESULT_READY
    assert (
        window.toast.accessibleName()
        == f"Đã hoàn tác trả kết quả {counter.register.dossier(code).short_code}"
    )


def test_each_choice_is_taken_back_by_an_undo_of_its_own(window: MainWindow, codes: list[str]) -> None:
    page = page_of(window)
    choose(window, CULTURE)
    choose(window, "Văn phòng HĐND và UBND")
    press(window, Qt.Key.Key_Z, CTRL)
    assert CULTURE in headings(page.send.rows)
    press(window, Qt.Key.Key_Z, CTRL)
    assert headings(page.send.rows) == [ECONOMY]


def test_once_handed_over_the_undo_is_of_the_list(
    window: MainWindow, counter: Counter, codes: list[str]
) -> None:
    press(window, Qt.Key.Key_A, CTRL)
    choose(window, CULTURE)
    press(window, Qt.Key.Key_F12)
    assert holders(counter, codes) == [CULTURE] * 3
    press(window, Qt.Key.Key_Z, CTRL)
    assert holders(counter, codes) == [""] * 3


def test_the_dossier_in_hand_is_in_sight_where_its_section_stands_now(
    window: MainWindow, counter: Counter, codes: list[str]
) -> None:
    for number in range(20):
        received(counter, f"Lê Văn {number}")
    page = page_of(window)
    page.refresh()
    assert window.tasks.wait_idle()
    choose(window, CULTURE)
    table = page.send.table
    shown = table.visualRect(table.currentIndex())
    assert table.currentIndex().row() > 15, "its group stands below the others"
    assert table.viewport().rect().contains(shown)
    heading = table.visualRect(page.send.rows.index(table.currentIndex().row() - 1, 0))
    assert table.viewport().rect().contains(heading.center())


def test_an_undo_long_after_names_the_act_too(window: MainWindow, counter: Counter, codes: list[str]) -> None:
    counter.handling.result_ready(codes[0])
    window.go("register", codes[0])
    assert window.tasks.wait_idle()
    press(window, Qt.Key.Key_Down)
    press(window, Qt.Key.Key_Z, CTRL)
    press(window, Qt.Key.Key_Return)
    assert "hoàn tác báo có kết quả" in window.toast.accessibleName()
