"""K with ticks: the results of several dossiers come with one press and go with one undo."""

import pytest
from PySide6.QtCore import Qt
from tests.gui.lists import CTRL, letter
from tests.gui.register_desk import codes, page_of, window, words_in
from tests.gui.standing import press

from motcua_desktop.counter.counter import Counter
from motcua_desktop.domain.errors import NothingToUndo
from motcua_desktop.domain.lifecycle import Status
from motcua_desktop.gui.main_window import MainWindow
from motcua_desktop.say import say


def tick_all(window: MainWindow) -> None:
    page_of(window).table.setFocus()
    press(window, Qt.Key.Key_A, CTRL)


def standing_of(counter: Counter, codes: dict[str, str]) -> dict[str, Status]:
    return {who: counter.register.dossier(code).status for who, code in codes.items()}


def test_one_press_and_one_undo_for_all_and_the_refused_is_named(
    window: MainWindow, counter: Counter, codes: dict[str, str]
) -> None:
    before = standing_of(counter, codes)
    tick_all(window)
    letter(window, "k")
    shown = words_in(page_of(window))
    assert "Kết quả của 2 hồ sơ đã về quầy" in shown
    assert f"1 hồ sơ không báo được lúc này: {codes['ready'][-11:]} (có kết quả)" in shown
    assert standing_of(counter, codes) == before
    press(window, Qt.Key.Key_F12)
    assert set(standing_of(counter, codes).values()) == {Status.RESULT_READY}
    assert page_of(window).rows.ticked == set()
    press(window, Qt.Key.Key_Z, CTRL)
    assert standing_of(counter, codes) == before


def test_a_key_for_one_dossier_says_so_and_keeps_the_ticks(
    window: MainWindow, counter: Counter, codes: dict[str, str]
) -> None:
    tick_all(window)
    letter(window, "t")
    assert "làm từng hồ sơ một" in window.toast._words.text()
    page = page_of(window)
    assert len(page.rows.ticked) == 3
    assert page.search.text() == ""
    assert page.table.hasFocus()


def test_a_refusal_is_told_to_be_final_before_and_helped_on_after(
    window: MainWindow, counter: Counter, codes: dict[str, str]
) -> None:
    page = page_of(window)
    page.table.setFocus()
    letter(window, "g")
    assert "Không hoàn tác được." in words_in(page)
    press(window, Qt.Key.Key_Escape)
    letter(window, "k")
    assert "Không hoàn tác được." not in words_in(page)


def test_what_is_said_of_a_refusal_afterwards_is_what_helps(counter: Counter, codes: dict[str, str]) -> None:
    counter.handling.refuse(codes["late"], "Không đủ điều kiện")
    with pytest.raises(NothingToUndo) as refused:
        counter.handling.undo(codes["late"])
    assert "nhận lại như hồ sơ mới" in say(refused.value)
    assert "Sửa người nộp" not in say(refused.value)
