"""What is typed in the register's search stays there; Ctrl+Z and the forms never take it away."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFontMetrics, QHelpEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QToolTip
from pytestqt.qtbot import QtBot
from tests.gui.lists import CERTIFIED_COPY, CTRL, down_to_list, letter, received, search, type_into
from tests.gui.register_desk import codes, page_of, window, words_in
from tests.gui.standing import press

from motcua_desktop.counter.counter import Counter
from motcua_desktop.domain.lifecycle import Status
from motcua_desktop.domain.query import Query, Sort
from motcua_desktop.gui.main_window import MainWindow
from motcua_desktop.gui.pages.dossier_list import find
from motcua_desktop.gui.pages.dossier_table import lines_of, procedure_shown
from motcua_desktop.gui.theme import font, px
from motcua_desktop.gui.widgets.table_delegate import PAD


def type_word(window: MainWindow, word: str) -> None:
    press(window, Qt.Key.Key_F, CTRL)
    target = window.focusWidget()
    assert target is not None
    QTest.keyClicks(target, word)


def test_after_a_refusal_control_z_says_why_not_even_from_the_search_field(
    qtbot: QtBot, window: MainWindow, counter: Counter, codes: dict[str, str]
) -> None:
    page = page_of(window)
    type_word(window, "linh")
    qtbot.waitUntil(lambda: page.rows.rowCount() == 1 and not window.tasks.is_busy)
    down_to_list(window)
    letter(window, "g")
    press(window, Qt.Key.Key_Down)
    press(window, Qt.Key.Key_F12)
    assert counter.register.dossier(codes["running"]).status is Status.REFUSED
    press(window, Qt.Key.Key_F, CTRL)
    press(window, Qt.Key.Key_Z, CTRL)
    assert "Điều 19 khoản 3" in window.toast._words.text()
    assert page.search.text() == "linh"


def test_letters_just_typed_are_still_undone_one_by_one(window: MainWindow) -> None:
    type_word(window, "lin")
    assert page_of(window).search.isUndoAvailable()


def test_the_panel_of_a_second_undo_waits_on_its_button_and_letters_neither_close_it_nor_touch_the_search(
    qtbot: QtBot, window: MainWindow, counter: Counter, codes: dict[str, str]
) -> None:
    page = page_of(window)
    search(qtbot, window, "my linh", 1)
    down_to_list(window)
    counter.handling.hand_over(codes["running"], "Phòng Kinh tế")
    letter(window, "k")
    press(window, Qt.Key.Key_Return)
    press(window, Qt.Key.Key_Z, CTRL)
    press(window, Qt.Key.Key_F, CTRL)
    press(window, Qt.Key.Key_Z, CTRL)
    focus = window.focusWidget()
    assert isinstance(focus, QPushButton)
    assert focus.text() == "Hoàn tác"
    letter(window, "v")
    assert page.pane.has_form
    assert page.search.text() == "my linh"
    press(window, Qt.Key.Key_Return)
    assert counter.register.dossier(codes["running"]).status is Status.RECEIVED


def test_letters_that_are_no_keys_go_on_behind_what_is_searched_for(
    qtbot: QtBot, window: MainWindow, codes: dict[str, str]
) -> None:
    search(qtbot, window, "my", 1)
    down_to_list(window)
    letter(window, "l")
    assert page_of(window).search.text() == "myl"


def test_the_birth_date_is_corrected_as_it_is_written_everywhere(
    qtbot: QtBot, window: MainWindow, counter: Counter, codes: dict[str, str]
) -> None:
    search(qtbot, window, "my linh", 1)
    down_to_list(window)
    letter(window, "e")
    fields = page_of(window).pane.acts._form.fields  # type: ignore[union-attr]
    birth = fields["applicant.birth"]
    birth.setFocus()
    type_into(window, "14031997")
    press(window, Qt.Key.Key_Tab)
    assert birth.text() == "14/03/1997"
    fields["reason"].setFocus()
    type_into(window, "Ghi sai ngày sinh")
    press(window, Qt.Key.Key_F12)
    assert counter.register.dossier(codes["running"]).applicant.birth == "1997-03-14"
    letter(window, "e")
    assert page_of(window).pane.acts._form.fields["applicant.birth"].text() == "14/03/1997"  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("name", "typed", "said"),
    [
        ("applicant.birth", "31/02/1997", "Ghi như 14/03/1997 hoặc 1997"),
        ("applicant.id_number", "05119700123", "12"),
    ],
)
def test_what_is_wrong_with_the_person_is_said_when_the_field_is_left(
    qtbot: QtBot, window: MainWindow, codes: dict[str, str], name: str, typed: str, said: str
) -> None:
    search(qtbot, window, "my linh", 1)
    down_to_list(window)
    letter(window, "e")
    field = page_of(window).pane.acts._form.fields[name]  # type: ignore[union-attr]
    field.setFocus()
    type_into(window, typed)
    press(window, Qt.Key.Key_Tab)
    assert said in field.sentence.text()
    assert field.state == "error"


def test_enter_brings_the_next_field_of_a_long_form_into_sight(
    qtbot: QtBot, window: MainWindow, codes: dict[str, str]
) -> None:
    window.resize(1366, 500)
    search(qtbot, window, "my linh", 1)
    down_to_list(window)
    letter(window, "e")
    form = page_of(window).pane.acts._form
    assert form is not None
    for _field in range(5):
        press(window, Qt.Key.Key_Return)
    QApplication.processEvents()
    focus = window.focusWidget()
    assert isinstance(focus, QLineEdit)
    assert focus is form.fields["reason"].edit
    seen = focus.visibleRegion().boundingRect().height()
    assert seen == focus.height()


def test_a_row_found_by_the_end_of_its_procedure_shows_that_end(window: MainWindow, counter: Counter) -> None:
    name = counter.catalogue.procedure(CERTIFIED_COPY).name
    plain, found = lines_of(name, 180), lines_of(name, 180, 2, "nuoc ngoai")
    assert plain[0] == found[0]
    assert "nước ngoài" not in " ".join(plain)
    assert "nước ngoài" in found[1]


def test_those_called_so_stand_before_those_found_by_their_procedure(
    qtbot: QtBot, window: MainWindow, counter: Counter, codes: dict[str, str]
) -> None:
    received(counter, "Thành Lập", CERTIFIED_COPY)
    counter.handling.result_ready(counter.register.lines(counter.register.ids(Query("thanh lap")))[0].code)
    found = find(counter, Query("thanh lap", sort=Sort.WORK))
    assert found.rows[0].line.applicant == "Thành Lập"
    assert len(found.rows) == 3
    assert all("ành lập" in procedure_shown(row, "thanh lap").lower() for row in found.rows[1:])


def test_the_status_bar_names_no_key_that_would_be_typed_into_the_search_field(window: MainWindow) -> None:
    def keys() -> list[str]:
        return [hint.key for hint in window.status.hints._hints]

    press(window, Qt.Key.Key_F, CTRL)
    assert "F1" in keys()
    assert not {"?", "P", "Space"} & set(keys())
    down_to_list(window)
    assert {"?", "Space"} <= set(keys())


def test_the_head_of_a_column_with_nothing_in_it_is_not_cut(qtbot: QtBot, window: MainWindow) -> None:
    page = page_of(window)
    page.rows.show_rows([])
    number = next(n for n, column in enumerate(page.rows.columns) if column.key == "due")
    needed = QFontMetrics(font(bold=True)).horizontalAdvance("Hẹn trả")
    assert page.table.columnWidth(number) >= needed + 2 * px(PAD)


def test_the_tool_tip_of_a_shortened_procedure_has_its_whole_name(
    qtbot: QtBot, window: MainWindow, counter: Counter
) -> None:
    received(counter, "Võ Thị Lan", CERTIFIED_COPY)
    page = page_of(window)
    search(qtbot, window, "vo thi lan", 1)
    number = next(n for n, column in enumerate(page.rows.columns) if column.key == "procedure")
    index = page.rows.index(0, number)
    place = page.table.visualRect(index).center()
    event = QHelpEvent(QEvent.Type.ToolTip, place, page.table.viewport().mapToGlobal(place))
    QApplication.sendEvent(page.table.viewport(), event)
    assert QToolTip.text() == counter.catalogue.procedure(CERTIFIED_COPY).name
    QToolTip.hideText()
