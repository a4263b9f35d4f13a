"""Nothing of the panel beside a list is cut off, whatever the dossier, whatever the form."""

import re
from datetime import date

import pytest
from PySide6.QtWidgets import QApplication, QScrollArea
from tests.gui.lists import letter, received
from tests.gui.register_desk import codes, page_of, window
from tests.gui.standing import press
from tests.gui.test_register_keys import stands_on

from motcua_desktop.counter.counter import Counter
from motcua_desktop.domain.dossier import Channel
from motcua_desktop.domain.lifecycle import Status
from motcua_desktop.domain.query import Query
from motcua_desktop.gui.main_window import MainWindow
from motcua_desktop.gui.pages.dossier_table import CLOSER, ROW_HEIGHT, WIDEST_NAME, lines_of
from motcua_desktop.gui.theme import look, px
from motcua_desktop.gui.widgets.button import Button
from motcua_desktop.gui.widgets.inputs import WrappedCheckBox
from motcua_desktop.gui.widgets.rows import VALUE
from motcua_desktop.gui.widgets.table_delegate import PAD
from motcua_desktop.gui.widgets.time_line import TimeLine, step_height


def test_what_the_panel_scrolls_is_never_wider_than_the_panel(
    window: MainWindow, counter: Counter, codes: dict[str, str]
) -> None:
    counter.handling.hand_over(codes["running"], "Phòng Văn hóa – Xã hội và các tổ chức hội")
    counter.handling.ask_supplement(codes["running"], "Bản sao hợp đồng thuê nhà", "Thiếu")
    dossier = counter.register.dossier(codes["running"])
    for _time in range(4):
        counter.paper.issue(dossier, "receipt")
    window.show_bar("warning", "Chưa có máy in.")
    page = page_of(window)
    page.refresh()
    assert window.tasks.wait_idle()
    for code in codes.values():
        stands_on(window, code)
        QApplication.processEvents()
        (area,) = [one for one in page.pane.panel.findChildren(QScrollArea) if one.isVisible()]
        inside = area.widget()
        assert inside is not None
        assert inside.width() <= area.viewport().width()


@pytest.mark.parametrize("key", list("kbcgrdxep"))
def test_every_form_shows_its_buttons_whole(window: MainWindow, codes: dict[str, str], key: str) -> None:
    stands_on(window, codes["running"])
    letter(window, key)
    page = page_of(window)
    assert page.pane.has_form
    window.grab()
    (area,) = page.pane.side.currentWidget().findChildren(QScrollArea)
    assert area.horizontalScrollBar().maximum() == 0
    for button in page.pane.side.currentWidget().findChildren(Button):
        if button.isVisible():
            assert button.width() >= button.sizeHint().width(), button.text()
            assert button.mapTo(page.pane, button.rect().topRight()).x() < page.pane.width()


@pytest.mark.parametrize("scale", [1.0, 1.25, 1.5])
def test_a_long_filter_neither_widens_the_page_nor_moves_the_chips(window: MainWindow, scale: float) -> None:
    look().set(scale=scale)
    page = page_of(window)
    QApplication.processEvents()
    chips = page.filters.chips.height()
    page.on_enter(
        Query(
            statuses=(Status.RECEIVED, Status.IN_PROCESS),
            channel=Channel.DIRECT,
            procedure="1.001612",
            officer="Bùi Thị Hạnh",
            holder="Văn phòng HĐND và UBND",
            received_from=date(2026, 3, 1),
            received_to=date(2026, 3, 20),
        )
    )
    assert window.tasks.wait_idle()
    QApplication.processEvents()
    room = page.parentWidget()
    assert room is not None
    assert page.width() <= room.width() and page.minimumSizeHint().width() <= room.width()
    assert page.filters.chips.height() == chips
    assert page.filters.note.toolTip() in ("", page.filters.note.text())
    assert page.filters.note.geometry().right() <= page.filters.width()


@pytest.mark.parametrize("scale", [1.0, 1.1, 1.25])
def test_the_state_of_a_dossier_is_never_cut_off(
    window: MainWindow, codes: dict[str, str], scale: float
) -> None:
    look().set(scale=scale)
    page = page_of(window)
    QApplication.processEvents()
    table = page.table
    shown = [n for n in range(len(page.rows.columns)) if not table.isColumnHidden(n)]
    assert sum(map(table.columnWidth, shown)) <= table.viewport().width()
    assert "state" in [page.rows.columns[n].key for n in shown]


def test_a_row_takes_a_third_line_where_it_ends_the_name_of_the_procedure(
    window: MainWindow, counter: Counter
) -> None:
    received(counter, "Phan Thị Tuyết Thảo", "2.000720")  # three lines beside the panel
    received(counter, "Mai Thị Kim Thu", "1.004873")  # two
    received(counter, "Y Hnhi", "1.011606")  # more than any row has
    page = page_of(window)
    page.refresh()
    assert window.tasks.wait_idle()
    (column,) = [n for n, made in enumerate(page.rows.columns) if made.key == "procedure"]
    width = page.table.columnWidth(column) - px(2 * PAD - CLOSER)
    heights, shown = {}, {}
    for number, row in page.rows.numbered():
        heights[row.line.procedure_code] = page.table.rowHeight(number)
        lines = lines_of(row.procedure, width, 3 if page.table.rowHeight(number) > px(ROW_HEIGHT) else 2)
        shown[row.line.procedure_code] = " ".join(lines)
    assert heights["2.000720"] > heights["1.004873"] == heights["1.011606"] == px(ROW_HEIGHT)
    page.rows.show_rows(
        [row for _number, row in page.rows.numbered() if row.line.procedure_code == "1.004873"]
    )
    assert page.table.rowHeight(0) == px(ROW_HEIGHT)  # whatever stood there before
    assert shown["2.000720"] == "Đăng ký thay đổi nội dung đăng ký hộ kinh doanh"
    assert shown["1.004873"] == "Xác nhận tình trạng hôn nhân"
    cut = re.escape(shown["1.011606"].removesuffix("…"))
    assert re.match(rf"{cut}\b.+", "Công nhận hộ nghèo, hộ cận nghèo; hộ thoát nghèo, hộ")  # behind a word


@pytest.mark.parametrize("scale", [1.0, 1.5])
def test_papers_that_may_be_asked_for_are_named_whole(
    window: MainWindow, codes: dict[str, str], scale: float
) -> None:
    look().set(scale=scale)
    page = page_of(window)
    stands_on(window, codes["running"])
    letter(window, "b")
    QApplication.processEvents()
    window.grab()
    boxes = page.pane.findChildren(WrappedCheckBox)
    assert len({box.text() for box in boxes}) == len(boxes) > 1
    for box in boxes:
        assert " ".join(box._lines(box.width())) == box.text()
        assert box.height() >= box.heightForWidth(box.width())


def test_a_step_with_a_long_name_is_told_whole(
    window: MainWindow, counter: Counter, codes: dict[str, str]
) -> None:
    place = "Phòng Văn hóa – Xã hội và các tổ chức hội"
    counter.handling.hand_over(codes["running"], place)
    page = page_of(window)
    page.refresh()
    assert window.tasks.wait_idle()
    stands_on(window, codes["running"])
    for _each in range(3):  # the panel, then the height its words need in it
        QApplication.processEvents()
    times = page.pane.panel.findChild(TimeLine)
    assert times is not None
    for number in range(times.model().rowCount()):
        index = times.model().index(number, 0)
        step = index.data(VALUE)
        room = times.visualRect(index)
        assert step_height(step, room.width()) <= room.height(), step.words
    assert times.visualRect(times.model().index(times.model().rowCount() - 1, 0)).bottom() <= times.height()


def test_one_over_long_name_takes_two_lines_and_the_due_date_from_nobody(
    window: MainWindow, counter: Counter, codes: dict[str, str]
) -> None:
    window.resize(1366, 740)
    received(counter, "Công ty trách nhiệm hữu hạn một thành viên thương mại Hoàng Phương Uyên")
    page = page_of(window)
    page.refresh()
    assert window.tasks.wait_idle()
    QApplication.processEvents()
    keys = [column.key for column in page.table.rows.columns]
    assert page.table.columnWidth(keys.index("name")) <= px(WIDEST_NAME)
    assert not page.table.isColumnHidden(keys.index("due"))
