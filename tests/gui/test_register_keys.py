"""Keys of a list of dossiers: each opens a form first, a name typed by mistake changes nothing."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from tests.gui.lists import CTRL, down_to_list, letter, search, type_into
from tests.gui.register_desk import codes, page_of, window, words_in
from tests.gui.standing import press

from motcua_desktop.counter.counter import Counter
from motcua_desktop.domain.lifecycle import Status
from motcua_desktop.gui.main_window import MainWindow

RETURN = Qt.Key.Key_Return


def states(counter: Counter, codes: dict[str, str]) -> list[tuple[Status, int]]:
    found = [counter.register.dossier(code) for code in codes.values()]
    return [(dossier.status, len(dossier.events)) for dossier in found]


def stands_on(window: MainWindow, code: str) -> None:
    """The list has the focus, on the row of this dossier."""
    page = page_of(window)
    page.table.setFocus()
    page.table.choose_id(
        next(found.id for found in page.rows.loaded() if found.line.code == code),
    )
    assert window.tasks.wait_idle()


NAMES = ("khanh", "nguyen", "tran", "cao", "duong", "xuan", "giang", "ro", "bui", "em", "pham", "van", "khoa")


@pytest.mark.parametrize("who", ["late", "running", "ready"])
def test_a_name_typed_where_the_list_has_the_focus_changes_no_dossier(
    window: MainWindow, counter: Counter, codes: dict[str, str], who: str
) -> None:
    before = states(counter, codes)
    for name in NAMES:
        page_of(window).clear_filters()
        assert window.tasks.wait_idle()
        stands_on(window, codes[who])
        for one in name:
            letter(window, one)
        press(window, RETURN)
        assert states(counter, codes) == before, name
        page_of(window).pane.close_form()


def test_such_a_name_goes_on_in_the_search_field(window: MainWindow, codes: dict[str, str]) -> None:
    page = page_of(window)
    for name in ("khanh", "tho", "hoa", "pham", "nhung"):
        page.clear_filters()
        assert window.tasks.wait_idle()
        stands_on(window, codes["ready"])
        for one in name:
            letter(window, one)
        assert window.focusWidget() is page.search
        assert page.search.text() == name
        assert not page.pane.has_form


def test_a_name_whose_first_letter_is_a_key_that_cannot_be_used_searches_too(
    window: MainWindow, codes: dict[str, str]
) -> None:
    page = page_of(window)
    stands_on(window, codes["running"])
    for one in "tran":  # T waits for a result; R would open the withdrawal
        letter(window, one)
    assert window.focusWidget() is page.search
    assert page.search.text() == "tran"
    assert not page.pane.has_form


def test_the_same_key_pressed_twice_leaves_its_form_open(
    window: MainWindow, counter: Counter, codes: dict[str, str]
) -> None:
    stands_on(window, codes["running"])
    letter(window, "k")
    letter(window, "k")
    assert page_of(window).pane.has_form
    press(window, RETURN)
    assert counter.register.dossier(codes["running"]).status is Status.RESULT_READY


def test_enter_does_not_stop_a_dossier_and_f12_does(
    window: MainWindow, counter: Counter, codes: dict[str, str]
) -> None:
    stands_on(window, codes["running"])
    letter(window, "d")
    press(window, Qt.Key.Key_Down)
    press(window, RETURN)
    assert counter.register.dossier(codes["running"]).status is Status.RECEIVED
    assert page_of(window).pane.has_form
    press(window, RETURN)  # the button has the focus now
    assert counter.register.dossier(codes["running"]).status is Status.STOPPED


def test_a_place_nobody_knows_asks_for_a_second_enter(
    window: MainWindow, counter: Counter, codes: dict[str, str]
) -> None:
    stands_on(window, codes["running"])
    letter(window, "c")
    type_into(window, "ao van")
    press(window, RETURN)
    assert counter.register.dossier(codes["running"]).holder == ""
    assert "chưa có trong danh sách" in words_in(page_of(window))
    press(window, RETURN)
    assert counter.register.dossier(codes["running"]).holder == "ao van"


def test_a_key_that_is_not_allowed_says_why_with_the_article(
    window: MainWindow, counter: Counter, codes: dict[str, str]
) -> None:
    stands_on(window, codes["ready"])
    letter(window, "g")
    assert "Điều 19 khoản 3" in window.toast._words.text()
    assert not page_of(window).pane.has_form


def test_why_a_key_did_nothing_goes_with_its_dossier(window: MainWindow, codes: dict[str, str]) -> None:
    stands_on(window, codes["ready"])
    letter(window, "c")
    assert any(codes["ready"] in bar.accessibleName() for bar in window._shown_bars)
    stands_on(window, codes["late"])
    assert window._shown_bars == []


def test_printing_again_asks_first_and_is_kept_as_a_reprint(
    window: MainWindow, counter: Counter, codes: dict[str, str]
) -> None:
    stands_on(window, codes["running"])
    letter(window, "p")
    assert len(counter.register.dossier(codes["running"]).printed) == 1
    press(window, RETURN)
    assert [paper.reprint for paper in counter.register.dossier(codes["running"]).printed] == [False, True]


def test_a_second_undo_offers_what_the_dossier_still_has_or_says_there_is_nothing(
    qtbot: QtBot, window: MainWindow, counter: Counter, codes: dict[str, str]
) -> None:
    search(qtbot, window, "my linh", 1)
    down_to_list(window)
    counter.handling.hand_over(codes["running"], "Phòng Kinh tế")
    letter(window, "k")
    press(window, RETURN)
    press(window, Qt.Key.Key_Z, CTRL)
    press(window, Qt.Key.Key_Z, CTRL)
    assert "chuyển xử lý" in words_in(page_of(window))
    press(window, RETURN)
    assert counter.register.dossier(codes["running"]).status is Status.RECEIVED
    press(window, Qt.Key.Key_Z, CTRL)
    press(window, Qt.Key.Key_Z, CTRL)
    assert "không hoàn tác được" in window.toast._words.text()


def test_control_p_opens_the_receipt_in_the_program_where_no_printer_is_set(
    window: MainWindow, codes: dict[str, str]
) -> None:
    from motcua_desktop.gui.paper_view import PaperView

    stands_on(window, codes["running"])
    press(window, Qt.Key.Key_P, CTRL)
    (paper,) = window.findChildren(PaperView)
    assert paper.isVisible()
    press(window, Qt.Key.Key_Escape)
    assert not paper.isVisible()
