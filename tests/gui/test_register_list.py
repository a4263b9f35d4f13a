"""What the register lets an officer choose: moves, filters, columns, pages."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from tests.counter_fixtures import Clock
from tests.gui.lists import CERTIFIED_COPY, CTRL, down_to_list, letter, received, search, type_into
from tests.gui.register_desk import codes, names, page_of, window, words_in
from tests.gui.standing import press
from tests.gui.test_register_keys import stands_on

from motcua_desktop.counter.counter import Counter
from motcua_desktop.gui.main_window import MainWindow
from motcua_desktop.gui.pages.register_filters import FilterForm
from motcua_desktop.gui.pages.row_state import short_procedure
from motcua_desktop.gui.theme import font, look, px
from motcua_desktop.gui.widgets.table_delegate import PAD


def test_only_moves_the_counter_allows_are_offered(qtbot: QtBot, window: MainWindow) -> None:
    search(qtbot, window, "vo minh hai", 1)
    page = page_of(window)
    assert page.pane.panel.foot.buttons()[0].text() == "Trả"
    view = page.pane.view
    assert view is not None
    offered = {action.words for action in page.pane.acts.moves(view)}
    assert not offered & {"Bổ sung", "Chuyển", "Từ chối", "Dừng"}


def test_what_is_done_at_the_counter_is_not_handed_over_first(
    window: MainWindow, counter: Counter, clock: Clock
) -> None:
    clock.set("2026-03-09T15:30")  # after three o'clock: the result is for tomorrow
    copy = received(counter, "Y Hnhi", CERTIFIED_COPY)
    page = page_of(window)
    page.refresh()
    assert window.tasks.wait_idle()
    stands_on(window, copy)
    assert page.pane.panel.foot.buttons()[0].text() == "Có kết quả"
    assert "Chứng thực bản sao từ bản chính 2.000815" in words_in(page)


def test_a_dossier_that_is_over_has_no_likeliest_next_step(
    window: MainWindow, counter: Counter, codes: dict[str, str]
) -> None:
    page = page_of(window)
    stands_on(window, codes["ready"])
    assert page.pane.panel.foot.buttons()[0]._kind == "main"
    counter.handling.give_back(codes["ready"], "Võ Minh Hải", "counter", "")
    page.refresh()
    assert window.tasks.wait_idle()
    assert "main" not in [button._kind for button in page.pane.panel.foot.buttons()]


def test_a_filter_by_day_of_receipt_lets_only_those_through(window: MainWindow) -> None:
    page = page_of(window)
    press(window, Qt.Key.Key_L, CTRL)
    form = page.pane.side.form
    assert form is not None
    press(window, Qt.Key.Key_Tab)
    press(window, Qt.Key.Key_Tab)
    type_into(window, "09/03/2026")
    press(window, Qt.Key.Key_F12)
    assert names(page) == ["Dương Thị Mỹ Linh", "Võ Minh Hải"]
    assert "09/03/2026" in page.filters.note.text()


def test_a_filter_understands_a_short_name_and_a_part_of_a_name(
    window: MainWindow, counter: Counter, codes: dict[str, str]
) -> None:
    page = page_of(window)
    counter.handling.hand_over(codes["running"], "Phòng Kinh tế")
    press(window, Qt.Key.Key_L, CTRL)
    form = page.pane.findChild(FilterForm)
    assert form is not None
    form.procedure.setFocus()
    type_into(window, "hkd")  # as the office calls it
    form.officer.setFocus()
    type_into(window, "hanh")
    form.holder.setFocus()
    type_into(window, "kinh te")
    press(window, Qt.Key.Key_F12)
    assert names(page) == ["Dương Thị Mỹ Linh"]
    assert page.filters.note.text() == "Bỏ lọc: 1.001612, Bùi Thị Hạnh, Phòng Kinh tế"


def test_a_filter_for_half_of_the_catalogue_asks_which_procedure(window: MainWindow) -> None:
    page = page_of(window)
    press(window, Qt.Key.Key_L, CTRL)
    form = page.pane.findChild(FilterForm)
    assert form is not None
    form.procedure.setFocus()
    type_into(window, "dang ky")
    press(window, Qt.Key.Key_F12)
    assert form.procedure.state == "error" and page.pane.has_form
    assert form.procedure.sentence.text() == "Nhiều thủ tục khớp. Gõ mã hoặc tên đủ hơn."


def test_a_chosen_column_is_shown_again_at_this_desk(
    qtbot: QtBot, window: MainWindow, counter: Counter, tmp_path: Path
) -> None:
    page = page_of(window)
    number = [column.key for column in page.rows.columns].index("phone")
    assert page.table.isColumnHidden(number)
    page.column_choice.choose("phone", True, page.table)
    assert not page.table.isColumnHidden(number)
    assert "phone" in page._context.settings.text("register/columns").split()


def test_with_every_column_chosen_each_keeps_its_room_and_the_arrow_goes_to_the_last(
    window: MainWindow,
) -> None:
    page = page_of(window)
    for column in page.rows.columns:
        page.column_choice.choose(column.key, True, page.table)
    QApplication.processEvents()
    table = page.table
    assert not any(table.isColumnHidden(n) for n in range(len(page.rows.columns)))
    for number, column in enumerate(page.rows.columns):
        title = QFontMetrics(font(bold=True)).horizontalAdvance(column.title)
        assert table.columnWidth(number) >= title + px(PAD), column.key
    table.setFocus()
    for _each in range(6):
        press(window, Qt.Key.Key_Right)
    across = table.horizontalScrollBar()
    assert across.value() == across.maximum() > 0


def test_enter_opens_the_dossier_s_own_page_and_escape_comes_back(qtbot: QtBot, window: MainWindow) -> None:
    search(qtbot, window, "my linh", 1)
    down_to_list(window)
    press(window, Qt.Key.Key_Return)
    assert window.pages.key == "dossier"
    press(window, Qt.Key.Key_Escape)
    assert window.pages.key == "register"


WHO = "cơ quan, tổ chức có thẩm quyền"


@pytest.mark.parametrize(
    ("name", "short"),
    [
        ("Cấp Giấy xác nhận tình trạng hôn nhân", "Xác nhận tình trạng hôn nhân"),
        (
            "Cấp bản sao Trích lục hộ tịch, bản sao Giấy khai sinh",
            "Bản sao Trích lục hộ tịch, bản sao Giấy khai sinh",
        ),
        ("Đăng ký lại khai sinh", "Đăng ký lại khai sinh"),
        ("Công nhận câu lạc bộ (cấp xã)", "Công nhận câu lạc bộ"),
        (
            f"Chứng thực bản sao từ bản chính giấy tờ, văn bản do {WHO} của Việt Nam; {WHO} nước ngoài",
            "Chứng thực bản sao từ bản chính",
        ),
    ],
)
def test_a_narrow_column_drops_only_what_many_names_share(name: str, short: str) -> None:
    assert short_procedure(name) == short


def test_where_list_and_panel_do_not_fit_a_form_takes_the_place_of_the_list(
    qtbot: QtBot, window: MainWindow
) -> None:
    page = page_of(window)
    look().set(scale=1.5)
    search(qtbot, window, "my linh", 1)
    assert not page.pane.isVisible()
    down_to_list(window)
    letter(window, "c")
    assert page.pane.isVisible()
    assert not page.stack.isVisible()
    press(window, Qt.Key.Key_Escape)
    assert page.stack.isVisible()
    assert window.focusWidget() is page.table
