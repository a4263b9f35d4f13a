"""Names typed in small letters: they get their capitals before a paper says them."""

import pytest
from PySide6.QtCore import Qt
from tests.gui.hands import CTRL, Hands
from tests.gui.intake_desk import CARD, KEY, choose, hands, kept, page_of, window

from motcua_desktop.counter.counter import Counter
from motcua_desktop.gui.main_window import MainWindow

__all__ = ["hands", "window"]


def test_a_name_in_small_letters_gets_its_capitals_and_ctrl_z_brings_it_back(
    hands: Hands, window: MainWindow
) -> None:
    choose(hands, "sy")
    name = page_of(window).form.person.name
    name.edit.setFocus()
    hands.type("nguyễn văn ánh")
    hands.press(KEY.Key_Return)
    assert name.text() == "Nguyễn Văn Ánh"
    name.edit.setFocus()
    hands.press(KEY.Key_Z, CTRL)
    assert name.text() == "nguyễn văn ánh"
    hands.press(KEY.Key_Return)
    assert name.text() == "nguyễn văn ánh"


def test_the_name_of_whom_a_birth_is_registered_for_gets_its_capitals_too(
    hands: Hands, window: MainWindow, counter: Counter
) -> None:
    choose(hands, "ks")
    hands.scan(CARD)
    hands.press(KEY.Key_Space, CTRL)
    subject = page_of(window).form.person.subject
    subject.edit.setFocus()
    hands.type("nguyễn mầm non")
    hands.press(KEY.Key_F12)
    assert kept(counter)[0].subject == "Khai sinh cho Nguyễn Mầm Non"
    choose(hands, "1.001612")  # what a business is about is no name
    subject.edit.setFocus()
    hands.type("bán tạp hóa")
    hands.press(KEY.Key_Return)
    assert subject.text() == "bán tạp hóa"


def test_a_name_is_tidied_when_f12_is_pressed_in_it(
    hands: Hands, window: MainWindow, counter: Counter
) -> None:
    choose(hands, "sy")
    page_of(window).form.person.name.edit.setFocus()
    hands.type("nguyễn văn ánh")
    hands.press(KEY.Key_F12)
    assert kept(counter)[0].applicant.name == "Nguyễn Văn Ánh"


@pytest.mark.parametrize("key", [KEY.Key_B, KEY.Key_G])
def test_a_name_in_small_letters_gets_its_capitals_on_every_paper(
    hands: Hands, window: MainWindow, counter: Counter, key: Qt.Key
) -> None:
    choose(hands, "ks")
    hands.press(key, CTRL)
    side = page_of(window).side
    assert side is not None
    side.reason.edit.setEditText("Thiếu giấy tờ")  # type: ignore[attr-defined]
    hands.press(KEY.Key_F12)
    name = page_of(window).form.person.name.edit
    hands.until(lambda: window.focusWidget() is name)
    hands.type("đỗ văn chín")
    hands.press(KEY.Key_F12)
    assert kept(counter)[0].applicant.name == "Đỗ Văn Chín"
