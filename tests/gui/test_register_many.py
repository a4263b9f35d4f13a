"""Filters an officer keeps under a name, and what is done to many dossiers at once."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import openpyxl
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from tests.counter_fixtures import Clock
from tests.gui.lists import CTRL, down_to_list, letter, received, search, type_into
from tests.gui.register_desk import codes, names, page_of, window, words_in
from tests.gui.standing import press, standing

from motcua_desktop.counter.counter import Counter
from motcua_desktop.domain.lifecycle import Status
from motcua_desktop.domain.query import Chip, Query
from motcua_desktop.gui.main_window import MainWindow
from motcua_desktop.gui.pages.register_export import write
from motcua_desktop.gui.pages.register_filters import FilterForm
from motcua_desktop.gui.pages.register_saved import SavedFilters, query_of, told_of
from motcua_desktop.gui.tasks import Job
from motcua_desktop.gui.theme import look, px
from motcua_desktop.gui.window_settings import WindowSettings

F12 = Qt.Key.Key_F12


def count_on(window: MainWindow, key: str) -> str:
    return page_of(window).filters.chips._chips[key].count


def keep(qtbot: QtBot, window: MainWindow, name: str) -> None:
    """Overdue dossiers of people called Dương, kept under `name`."""
    press(window, Qt.Key.Key_4, CTRL)
    search(qtbot, window, "duong", 1)
    press(window, Qt.Key.Key_L, CTRL)
    page_of(window).filters.save_asked.emit()
    type_into(window, name)
    press(window, F12)


def test_a_filter_is_kept_under_a_name_with_its_words_and_count(qtbot: QtBot, window: MainWindow) -> None:
    keep(qtbot, window, "Trễ nhà họ Dương")
    press(window, Qt.Key.Key_1, CTRL)
    page = page_of(window)
    page.clear_filters()
    assert window.tasks.wait_idle()
    assert page.rows.rowCount() == 3
    press(window, Qt.Key.Key_7, CTRL)
    assert names(page) == ["Dương Thị Bé"]
    assert page.search.text() == "duong"
    assert count_on(window, "own:Trễ nhà họ Dương") == "1"


def test_a_kept_filter_is_lit_only_while_the_list_holds_just_what_it_asks_for(
    qtbot: QtBot, window: MainWindow
) -> None:
    keep(qtbot, window, "Trễ nhà họ Dương")
    page = page_of(window)
    assert page.filters.own is not None
    search(qtbot, window, "vo minh", 0)
    assert page.filters.own is None
    assert page.filters.chips.value() == Chip.OVERDUE
    search(qtbot, window, "duong", 1)
    assert page.filters.own is not None
    press(window, Qt.Key.Key_4, CTRL)
    assert page.filters.chips.value() == Chip.OVERDUE


def test_a_kept_filter_is_there_the_next_morning(
    qtbot: QtBot, counter: Counter, codes: dict[str, str], tmp_path: Path
) -> None:
    with standing(qtbot, counter, tmp_path / "desk", "register") as first:
        keep(qtbot, first, "Của tôi")
    with standing(qtbot, counter, tmp_path / "desk", "register") as second:
        press(second, Qt.Key.Key_7, CTRL)
        assert names(page_of(second)) == ["Dương Thị Bé"]


def test_a_kept_filter_is_given_another_name_or_deleted_and_brought_back(
    qtbot: QtBot, window: MainWindow
) -> None:
    keep(qtbot, window, "Cũ")
    press(window, Qt.Key.Key_L, CTRL)
    page = page_of(window)
    page.filters.save_asked.emit()
    type_into(window, "Mới")
    press(window, F12)
    assert [one.name for one in page.filters.saved.all] == ["Mới"]
    page.filter_panel.open(page._query)
    page.filter_panel._delete()
    assert window.tasks.wait_idle()
    assert page.filters.saved.all == []
    assert page.rows.rowCount() == 3
    press(window, Qt.Key.Key_Z, CTRL)
    assert [one.name for one in page.filters.saved.all] == ["Mới"]
    assert names(page) == ["Dương Thị Bé"]


LONG = [f"Hồ sơ của Phòng Văn hóa – Xã hội, tuần thứ {n} của tháng" for n in range(1, 13)]


@pytest.mark.parametrize("scale", [1.0, 1.5])
def test_many_kept_filters_stay_in_reach_and_leave_the_list_its_room(
    window: MainWindow, scale: float
) -> None:
    look().set(scale=scale)
    QApplication.processEvents()
    page = page_of(window)
    one_row_more = page.table.mapTo(page, QPoint(0, 0)).y() + px(40)
    for name in LONG:
        page.filters.saved.save(name, Query(words="vo minh"))
    page.filters.reload()
    page.refresh()
    assert window.tasks.wait_idle()
    QApplication.processEvents()
    chips = page.filters.chips
    assert page.table.mapTo(page, QPoint(0, 0)).y() <= one_row_more
    assert all(chips.rect().contains(one.geometry()) for one in chips._chips.values() if one.isVisible())
    last = LONG[-1]
    assert f"own:{last}" in chips.folded() and chips.more.isVisible()
    assert chips.more.text() == f"{len(chips.folded())} bộ lọc nữa"
    assert last in [action.words for action in page.actions()]  # Ctrl+K finds it by its name
    menu = chips.open_menu()
    entry = menu.actions()[-1]
    assert entry.text() == f"{last}\t1"
    entry.trigger()
    assert window.tasks.wait_idle()
    menu.close()
    assert names(page) == ["Võ Minh Hải"]
    assert chips._chips[f"own:{last}"].isVisible()  # what is chosen is in sight
    assert page.table.mapTo(page, QPoint(0, 0)).y() <= one_row_more


def test_another_filter_after_a_kept_one_does_not_keep_its_conditions(
    qtbot: QtBot, window: MainWindow
) -> None:
    page = page_of(window)
    page.filters.saved.save("Đã từ chối", Query(statuses=(Status.REFUSED,)))
    page.filters.reload()
    press(window, Qt.Key.Key_7, CTRL)
    assert page.rows.rowCount() == 0
    press(window, Qt.Key.Key_6, CTRL)
    assert names(page) == ["Võ Minh Hải"]


def test_the_counts_follow_the_words_that_are_searched(qtbot: QtBot, window: MainWindow) -> None:
    assert (count_on(window, Chip.ALL), count_on(window, Chip.RESULT_READY)) == ("3", "1")
    search(qtbot, window, "duong", 2)
    assert (count_on(window, Chip.ALL), count_on(window, Chip.RESULT_READY)) == ("2", "0")
    assert page_of(window).context_line == "Năm 2026, 3 hồ sơ"


def test_the_head_of_the_page_tells_the_year_from_the_whole_register(
    window: MainWindow, clock: Clock
) -> None:
    clock.set("2027-01-04T08:00")
    page_of(window).refresh()
    assert window.tasks.wait_idle()
    assert page_of(window).context_line == "Năm 2027, 0 hồ sơ; cả sổ 3 hồ sơ"


def test_a_settings_file_that_says_nonsense_leaves_the_register_open(tmp_path: Path) -> None:
    settings = WindowSettings(tmp_path)
    settings.put("register/filters", '[{"name": "x", "query": {"chip": "moon"}}]')
    assert SavedFilters(settings).all == []


def test_every_condition_of_a_filter_comes_back_as_it_was_kept() -> None:
    query = Query(
        words="dương", chip=Chip.OVERDUE, statuses=(Status.WAITING, Status.RECEIVED), officer="Hạnh"
    )
    assert query_of(told_of(query)) == query


def test_the_form_gives_back_the_conditions_it_was_opened_with(window: MainWindow) -> None:
    statuses = (Status.WAITING, Status.REFUSED)
    for query in (Query(), Query(statuses=(Status.REFUSED,)), Query(statuses=statuses, officer="Hạnh")):
        assert FilterForm(query, date(2026, 3, 9)).query() == query


# ---------------------------------------------------------------- ticks
def tick_two(window: MainWindow) -> None:
    page = page_of(window)
    page.table.setFocus()
    page.table.choose(0)
    press(window, Qt.Key.Key_Space)
    press(window, Qt.Key.Key_Space)


def test_space_ticks_and_the_panel_speaks_of_all_ticked(window: MainWindow) -> None:
    tick_two(window)
    shown = words_in(page_of(window))
    assert "2 hồ sơ đã chọn" in shown
    assert "Dương Thị Bé" in shown and "Dương Thị Mỹ Linh" in shown
    press(window, Qt.Key.Key_Escape)
    assert "đã chọn" not in words_in(page_of(window))
    assert page_of(window).rows.ticked == set()


def test_ticked_dossiers_go_to_a_section_on_one_list_and_come_back_with_one_undo(
    window: MainWindow, counter: Counter, codes: dict[str, str]
) -> None:
    tick_two(window)
    letter(window, "c")
    type_into(window, "Phòng Kinh tế")
    press(window, F12)
    holders = [counter.register.dossier(codes[who]).holder for who in ("late", "running")]
    assert holders == ["Phòng Kinh tế", "Phòng Kinh tế"]
    press(window, Qt.Key.Key_Z, CTRL)
    assert [counter.register.dossier(codes[who]).holder for who in ("late", "running")] == ["", ""]


def test_enter_in_the_section_goes_to_the_button_and_hands_nothing_over(
    window: MainWindow, counter: Counter, codes: dict[str, str]
) -> None:
    tick_two(window)
    letter(window, "c")
    type_into(window, "Phong bay ba")
    assert "chưa có trong danh mục" in words_in(page_of(window))
    press(window, Qt.Key.Key_Return)
    assert counter.register.dossier(codes["late"]).holder == ""
    press(window, Qt.Key.Key_Return)
    assert counter.register.dossier(codes["late"]).holder == "Phong bay ba"


def test_ticked_dossiers_are_proposed_where_their_fields_went_and_the_others_stay(
    window: MainWindow, counter: Counter, codes: dict[str, str]
) -> None:
    counter.handling.hand_over(received(counter, "Lê Văn Trước"), "Phòng Kinh tế")
    wedding = received(counter, "Phan Thị Vân", "1.004873")
    counter.handling.hand_over(received(counter, "Lê Thị Sau", "1.004873"), "Phòng Văn hóa – Xã hội")
    page = page_of(window)
    page.table.setFocus()
    page.rows.tick(counter.register.dossier(code).id for code in [*codes.values(), wedding])
    letter(window, "c")
    assert "1 hồ sơ ở lại, không chuyển được lúc này: có kết quả" in words_in(page)
    press(window, F12)
    held = {who: counter.register.dossier(code).holder for who, code in {**codes, "wedding": wedding}.items()}
    economy, culture = "Phòng Kinh tế", "Phòng Văn hóa – Xã hội"
    assert held == {"late": economy, "running": economy, "ready": "", "wedding": culture}
    assert len(counter.handover.lists(counter.now())) == 2


def test_with_ticks_no_key_changes_the_one_dossier_in_hand(
    window: MainWindow, counter: Counter, codes: dict[str, str]
) -> None:
    before = {code: len(counter.register.dossier(code).events) for code in codes.values()}
    tick_two(window)
    letter(window, "k")
    press(window, Qt.Key.Key_Return)
    assert {code: len(counter.register.dossier(code).events) for code in codes.values()} == before


def test_control_a_ticks_the_whole_list_and_all_receipts_are_printed_again(
    window: MainWindow, counter: Counter, codes: dict[str, str]
) -> None:
    page = page_of(window)
    page.table.setFocus()
    press(window, Qt.Key.Key_A, CTRL)
    assert "3 hồ sơ đã chọn" in words_in(page)
    letter(window, "p")
    press(window, F12)
    for code in codes.values():
        assert [paper.reprint for paper in counter.register.dossier(code).printed][-1]


def test_only_the_ticked_dossiers_go_to_excel(
    window: MainWindow, counter: Counter, codes: dict[str, str], tmp_path: Path
) -> None:
    tick_two(window)
    out, job = tmp_path / "so.xlsx", Job(None, "", False, None, None)
    assert write(counter, Query(), out, job, page_of(window).ticks.ids) == 2
    text = str(list(openpyxl.load_workbook(out).active.values))  # type: ignore[union-attr]
    assert codes["late"] in text and codes["ready"] not in text


def test_another_search_forgets_the_ticks(qtbot: QtBot, window: MainWindow) -> None:
    tick_two(window)
    search(qtbot, window, "vo minh", 1)
    assert page_of(window).rows.ticked == set()
