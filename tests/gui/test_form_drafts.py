"""A short form that is left keeps what was written in it; nothing typed is lost without a word."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox
from tests.gui.lists import letter, type_into
from tests.gui.register_desk import codes, page_of, window, words_in
from tests.gui.standing import press

from motcua_desktop.counter.counter import Counter
from motcua_desktop.domain.lifecycle import Status
from motcua_desktop.gui.main_window import MainWindow

WHY = "Thiếu bản chính giấy chứng sinh, người nộp hẹn chiều mang tới"


def reason(window: MainWindow) -> str:
    """What stands in the field with the focus: a refusal begins at its reason."""
    field = window.focusWidget()
    assert isinstance(field, QComboBox)
    return field.currentText()


def stand_on(window: MainWindow, code: str) -> None:
    page = page_of(window)
    page.table.setFocus()
    page.table.choose_id(next(found.id for found in page.rows.loaded() if found.line.code == code))
    assert window.tasks.wait_idle()


def refuse_and_leave(window: MainWindow, code: str) -> None:
    """Open the refusal of a dossier, write why, and press Esc."""
    stand_on(window, code)
    letter(window, "g")
    type_into(window, WHY)
    press(window, Qt.Key.Key_Escape)
    assert not page_of(window).pane.has_form


def test_what_was_written_in_a_form_stands_there_again(window: MainWindow, codes: dict[str, str]) -> None:
    refuse_and_leave(window, codes["running"])
    letter(window, "g")
    assert reason(window) == WHY
    assert "còn ở đây" in words_in(page_of(window))


def test_another_dossier_begins_with_an_empty_form(window: MainWindow, codes: dict[str, str]) -> None:
    refuse_and_leave(window, codes["running"])
    stand_on(window, codes["late"])
    letter(window, "g")
    assert reason(window) == ""


def test_a_form_that_was_done_is_not_filled_again(
    window: MainWindow, counter: Counter, codes: dict[str, str]
) -> None:
    refuse_and_leave(window, codes["running"])
    letter(window, "g")
    press(window, Qt.Key.Key_F12)
    assert counter.register.dossier(codes["running"]).status is Status.REFUSED
    assert window.pages.unsaved() == ""
    assert page_of(window)._context.drafts == {}


def test_closing_the_program_names_the_form_that_would_be_lost(
    window: MainWindow, codes: dict[str, str]
) -> None:
    assert window.pages.unsaved() == ""
    refuse_and_leave(window, codes["running"])
    letter(window, "g")
    assert "Từ chối" in window.pages.unsaved()
    press(window, Qt.Key.Key_Escape)
    assert window.pages.unsaved() == ""
