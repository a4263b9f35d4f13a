"""A section typed by hand that the office does not know: it is said, and it goes all the same."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot
from tests.gui.lists import type_into
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
