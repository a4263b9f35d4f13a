"""A section typed by hand that the office does not know: it is said, and it goes all the same."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot
from tests.gui.lists import CTRL, letter, type_into
from tests.gui.standing import press
from tests.gui.test_handover import CULTURE, codes, holders, page_of, window

from motcua_desktop.counter.counter import Counter
from motcua_desktop.gui.main_window import MainWindow
from motcua_desktop.gui.pages.dossier_view import read_view
from motcua_desktop.gui.pages.forms.moves import HandOverForm


def test_a_section_the_office_does_not_know_is_said_beside_its_box(
    window: MainWindow, counter: Counter, codes: list[str]
) -> None:
    press(window, Qt.Key.Key_Space)
    press(window, Qt.Key.Key_C)
    type_into(window, "Phong bay ba")
    press(window, Qt.Key.Key_Return)
    said = [part.text() for part in page_of(window).bar_widgets() if isinstance(part, QLabel)]
    assert any("chưa có trong danh mục" in words for words in said)
    press(window, Qt.Key.Key_F12)
    assert "Phong bay ba" in holders(counter, codes)
    said = [part.text() for part in page_of(window).bar_widgets() if isinstance(part, QLabel)]
    assert not any("chưa có trong danh mục" in words for words in said)


def test_the_form_of_one_dossier_warns_of_a_section_nobody_knows(
    qtbot: QtBot, counter: Counter, codes: list[str]
) -> None:
    view = read_view(counter, codes[0])
    assert view is not None
    form = HandOverForm(view)
    qtbot.addWidget(form)
    to = form.fields["to"]
    for typed, state in (
        ("Phòng Kin", ""),
        ("Phòng Kinh tế", ""),
        ("Phong bay ba", "warning"),
        (CULTURE, ""),
    ):
        to.edit.setEditText(typed)  # type: ignore[attr-defined]
        assert to.state == state


def test_enter_takes_the_only_section_the_list_shows(
    window: MainWindow, counter: Counter, codes: list[str]
) -> None:
    press(window, Qt.Key.Key_A, CTRL)
    press(window, Qt.Key.Key_C)
    type_into(window, "van hoa")
    press(window, Qt.Key.Key_Return)
    assert page_of(window).to.currentText() == CULTURE
    assert page_of(window).send.table.hasFocus(), "the keys are back with the dossiers"
    press(window, Qt.Key.Key_F12)
    assert holders(counter, codes) == [CULTURE] * 3


def test_f12_takes_it_too(window: MainWindow, counter: Counter, codes: list[str]) -> None:
    press(window, Qt.Key.Key_A, CTRL)
    press(window, Qt.Key.Key_C)
    type_into(window, "van hoa")
    press(window, Qt.Key.Key_F12)
    assert holders(counter, codes) == [CULTURE] * 3


def test_what_several_sections_may_mean_is_left_as_it_was_typed(
    window: MainWindow, counter: Counter, codes: list[str]
) -> None:
    press(window, Qt.Key.Key_A, CTRL)
    press(window, Qt.Key.Key_C)
    type_into(window, "Phòng")
    press(window, Qt.Key.Key_Return)
    assert page_of(window).to.currentText() == "Phòng"


def test_escape_keeps_a_name_the_only_choice_would_take(
    window: MainWindow, counter: Counter, codes: list[str]
) -> None:
    press(window, Qt.Key.Key_A, CTRL)
    press(window, Qt.Key.Key_C)
    type_into(window, "Văn hóa")
    press(window, Qt.Key.Key_Escape)
    press(window, Qt.Key.Key_Return)
    press(window, Qt.Key.Key_F12)
    assert holders(counter, codes) == ["Văn hóa"] * 3


def test_the_dash_of_the_keyboard_is_the_dash_of_the_name(
    window: MainWindow, counter: Counter, codes: list[str]
) -> None:
    press(window, Qt.Key.Key_A, CTRL)
    press(window, Qt.Key.Key_C)
    type_into(window, "Phòng Văn hóa - Xã hội")
    press(window, Qt.Key.Key_Escape)  # not even the list is needed for it
    press(window, Qt.Key.Key_Return)
    press(window, Qt.Key.Key_F12)
    assert holders(counter, codes) == [CULTURE] * 3


def test_one_dossier_and_many_alike_go_to_the_section_enter_takes(
    window: MainWindow, counter: Counter, codes: list[str]
) -> None:
    window.go("register")
    assert window.tasks.wait_idle()
    press(window, Qt.Key.Key_Down)
    letter(window, "c")
    type_into(window, "van hoa")
    press(window, Qt.Key.Key_Return)
    assert holders(counter, codes) == [""] * 3, "the first Enter takes the name, to be seen"
    press(window, Qt.Key.Key_Return)
    assert sorted(holders(counter, codes)) == ["", "", CULTURE]
    press(window, Qt.Key.Key_Z, CTRL)
    press(window, Qt.Key.Key_A, CTRL)
    letter(window, "c")
    type_into(window, "Phòng Văn hóa - Xã hội")
    press(window, Qt.Key.Key_F12)
    assert holders(counter, codes) == [CULTURE] * 3
