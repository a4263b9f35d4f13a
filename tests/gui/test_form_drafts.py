"""A short form that is left keeps what was written in it; nothing typed is lost without a word."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QComboBox
from tests.gui.lists import letter, type_into, write
from tests.gui.register_desk import codes, page_of, window, words_in
from tests.gui.standing import press

from motcua_desktop.counter.counter import Counter
from motcua_desktop.domain.lifecycle import Status
from motcua_desktop.gui.main_window import MainWindow
from motcua_desktop.gui.pages.forms.give_back import GiveBackForm
from motcua_desktop.gui.pages.forms.short_form import ShortForm

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


def form_of(window: MainWindow) -> ShortForm:
    return page_of(window).pane.side.findChildren(ShortForm)[-1]


def test_a_reason_completed_from_the_list_stands_there_again(
    window: MainWindow, codes: dict[str, str]
) -> None:
    stand_on(window, codes["running"])
    letter(window, "g")
    field = window.focusWidget()
    assert isinstance(field, QComboBox)
    write(field, "Không đủ")
    press(window, Qt.Key.Key_Tab)
    field.setEditText(whole := field.itemText(0))  # as a completion does it
    press(window, Qt.Key.Key_Escape)
    letter(window, "g")
    assert reason(window) == whole


def test_a_reason_chosen_with_the_arrow_stands_there_again(window: MainWindow, codes: dict[str, str]) -> None:
    stand_on(window, codes["running"])
    letter(window, "g")
    press(window, Qt.Key.Key_Down)
    chosen = reason(window)
    assert chosen
    press(window, Qt.Key.Key_Escape)
    letter(window, "g")
    assert reason(window) == chosen


def test_papers_ticked_in_a_request_are_ticked_again(window: MainWindow, codes: dict[str, str]) -> None:
    stand_on(window, codes["running"])
    letter(window, "b")
    form_of(window).findChildren(QCheckBox)[0].setChecked(True)
    press(window, Qt.Key.Key_Escape)
    letter(window, "b")
    assert [box.isChecked() for box in form_of(window).findChildren(QCheckBox)][:2] == [True, False]
    assert "còn ở đây" in words_in(page_of(window))


def test_who_takes_the_result_stands_there_again_with_the_way(
    window: MainWindow, codes: dict[str, str]
) -> None:
    stand_on(window, codes["ready"])
    letter(window, "t")
    press(window, Qt.Key.Key_Right)
    for one in "Tam":
        letter(window, one)
    press(window, Qt.Key.Key_Escape)
    letter(window, "t")
    form = form_of(window)
    assert isinstance(form, GiveBackForm)
    assert (form.way.value(), form.value("to")) == ("proxy", "Tam")
