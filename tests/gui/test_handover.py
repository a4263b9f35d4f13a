"""Hand-over: ticked dossiers go to their sections and come back, each time with the lists both sides sign."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from tests.counter_fixtures import Clock
from tests.gui.lists import CTRL, received, type_into
from tests.gui.standing import press, standing

from motcua_desktop.counter.counter import Counter
from motcua_desktop.domain.lifecycle import Status
from motcua_desktop.gui.main_window import MainWindow
from motcua_desktop.gui.pages.dossier_view import read_view
from motcua_desktop.gui.pages.forms.moves import HandOverForm
from motcua_desktop.gui.pages.handover import HandoverPage
from motcua_desktop.gui.table_model import Group, TableModel
from motcua_desktop.gui.theme import look

MARRIAGE = "1.000894"
WITHOUT_TERM = "1.010825"  # the portal gives no time for it
ECONOMY, CULTURE = "Phòng Kinh tế", "Phòng Văn hóa – Xã hội"


@pytest.fixture
def codes(counter: Counter) -> list[str]:
    made = [received(counter, name) for name in ("Cao Văn Nghĩa", "Hồ Thị Xuân", "Trương Thị Mận")]
    counter.office.set("handover_last", {counter.register.dossier(made[0]).procedure.field: ECONOMY})
    return made


@pytest.fixture
def window(qtbot: QtBot, counter: Counter, codes: list[str], tmp_path: Path) -> Iterator[MainWindow]:
    with standing(qtbot, counter, tmp_path / "desk", "handover") as made:
        yield made


def page_of(window: MainWindow) -> HandoverPage:
    assert isinstance(window.page, HandoverPage)
    return window.page


def headings(rows: TableModel) -> list[str]:
    shown = [rows.row(number) for number in range(rows.rowCount())]
    return [row.words for row in shown if isinstance(row, Group)]


def holders(counter: Counter, codes: list[str]) -> list[str]:
    return [counter.register.dossier(code).holder for code in codes]


def lists(counter: Counter) -> list[str]:
    return [made.number for made in counter.handover.lists(counter.now())]


def test_ticked_dossiers_go_to_the_section_with_one_numbered_list(
    window: MainWindow, counter: Counter, codes: list[str]
) -> None:
    page = page_of(window)
    press(window, Qt.Key.Key_Space)
    press(window, Qt.Key.Key_Down)
    press(window, Qt.Key.Key_Space)
    press(window, Qt.Key.Key_F12)
    assert sorted(holders(counter, codes)) == ["", ECONOMY, ECONOMY]
    assert lists(counter) == ["01/BG"]
    assert len(list((counter.folder / "papers").rglob("*ban-giao-*.pdf"))) == 1
    assert len(page.send.rows.loaded()) == 1
    assert headings(page.receive.rows) == [ECONOMY]


def test_space_ticks_and_goes_on_as_in_the_register(
    window: MainWindow, counter: Counter, codes: list[str]
) -> None:
    received(counter, "Phan Thị Vân", MARRIAGE)  # under a heading of its own
    page = page_of(window)
    page.refresh()
    assert window.tasks.wait_idle()
    for _each in range(4):
        press(window, Qt.Key.Key_Space)
    assert len(page.send.ticked) == 4


def test_with_large_letters_the_list_with_the_keys_comes_into_sight(
    qtbot: QtBot, window: MainWindow, counter: Counter, codes: list[str]
) -> None:
    counter.handling.hand_over(codes[0], ECONOMY)
    look().set(scale=1.5)
    page = page_of(window)
    page.refresh()
    assert window.tasks.wait_idle()
    for table in (page.receive.table, page.send.table):
        table.setFocus()
        seen = table.visibleRegion
        qtbot.waitUntil(lambda table=table, seen=seen: seen().boundingRect().height() > table.height() // 2)


def test_the_officer_chooses_another_section_for_the_ticked_ones(
    window: MainWindow, counter: Counter, codes: list[str]
) -> None:
    page = page_of(window)
    press(window, Qt.Key.Key_Space)
    press(window, Qt.Key.Key_C)
    type_into(window, CULTURE)
    press(window, Qt.Key.Key_Return)
    assert headings(page.send.rows) == [ECONOMY, CULTURE]
    assert page.send.table.hasFocus()
    press(window, Qt.Key.Key_F12)
    assert holders(counter, codes) == [CULTURE, "", ""]


def test_several_sections_make_a_list_each(window: MainWindow, counter: Counter, codes: list[str]) -> None:
    page = page_of(window)
    wedding = received(counter, "Phan Thị Vân", MARRIAGE)
    counter.handover.send([wedding], CULTURE)
    second = received(counter, "Võ Thị Thắm", MARRIAGE)
    page.refresh()
    assert window.tasks.wait_idle()
    press(window, Qt.Key.Key_A, CTRL)
    assert page.main_action is not None
    assert "2 danh sách" in page.main_action.words
    press(window, Qt.Key.Key_F12)
    assert holders(counter, [*codes, second]) == [ECONOMY, ECONOMY, ECONOMY, CULTURE]
    assert lists(counter) == ["03/BG", "02/BG", "01/BG"]


def test_one_undo_takes_back_the_whole_act(window: MainWindow, counter: Counter, codes: list[str]) -> None:
    press(window, Qt.Key.Key_A, CTRL)
    press(window, Qt.Key.Key_F12)
    assert holders(counter, codes) == [ECONOMY] * 3
    offered = "01/BG đã lưu"
    assert any(offered in bar.accessibleName() for bar in window._shown_bars)
    press(window, Qt.Key.Key_Z, CTRL)
    assert not any(offered in bar.accessibleName() for bar in window._shown_bars)
    assert holders(counter, codes) == [""] * 3
    assert {counter.register.dossier(code).status for code in codes} == {Status.RECEIVED}
    page = page_of(window)
    assert page.made.rows.rowCount() == 1
    assert page.made.rows.row(0).cancelled


def test_when_all_have_gone_the_keys_are_with_the_other_list(window: MainWindow) -> None:
    page = page_of(window)
    press(window, Qt.Key.Key_A, CTRL)
    press(window, Qt.Key.Key_F12)
    assert not page.send.table.isVisible()
    assert page.receive.table.hasFocus()


def test_what_comes_back_lies_at_the_counter(window: MainWindow, counter: Counter, codes: list[str]) -> None:
    page = page_of(window)
    counter.handover.send(codes[:1], ECONOMY)
    page.refresh()
    assert window.tasks.wait_idle()
    press(window, Qt.Key.Key_Tab, CTRL)
    press(window, Qt.Key.Key_A, CTRL)
    press(window, Qt.Key.Key_F12)
    back = counter.register.dossier(codes[0])
    assert (back.status, back.holder) == (Status.IN_PROCESS, "")
    assert len(page.send.rows.loaded()) == 3  # without its result it goes out once more
    assert page.receive.rows.rowCount() == 0
    assert not page.receive.table.isVisible()  # words stand there instead


def test_with_its_result_it_waits_for_the_citizen(
    window: MainWindow, counter: Counter, codes: list[str]
) -> None:
    counter.handover.send(codes, ECONOMY)
    page_of(window).refresh()
    assert window.tasks.wait_idle()
    press(window, Qt.Key.Key_Tab, CTRL)
    press(window, Qt.Key.Key_A, CTRL)
    press(window, Qt.Key.Key_K)
    press(window, Qt.Key.Key_F12)
    assert {counter.register.dossier(code).status for code in codes} == {Status.RESULT_READY}


def test_without_a_section_nothing_is_handed_over(
    window: MainWindow, counter: Counter, codes: list[str]
) -> None:
    press(window, Qt.Key.Key_A, CTRL)
    press(window, Qt.Key.Key_C)
    press(window, Qt.Key.Key_Delete)
    press(window, Qt.Key.Key_F12)
    assert holders(counter, codes) == [""] * 3
    assert lists(counter) == []


def test_a_field_never_handed_over_waits_for_the_officer_to_say_where_to(
    window: MainWindow, counter: Counter, codes: list[str]
) -> None:
    page = page_of(window)
    wedding = received(counter, "Phan Thị Vân", MARRIAGE)
    page.refresh()
    assert window.tasks.wait_idle()
    assert headings(page.send.rows) == [ECONOMY, "Chưa chọn nơi nhận"]
    press(window, Qt.Key.Key_A, CTRL)
    press(window, Qt.Key.Key_F12)
    assert holders(counter, [*codes, wedding]) == [""] * 4
    assert any("1 hồ sơ chưa chọn nơi nhận" in bar.accessibleName() for bar in window._shown_bars)
    current = page.send.table.current()
    assert current is not None and current.line.code == wedding
    assert page.to.hasFocus() and page.to.currentText() == ""
    press(window, Qt.Key.Key_Down)
    assert page.to.currentText() == ECONOMY
    type_into(window, CULTURE)
    press(window, Qt.Key.Key_Return)
    press(window, Qt.Key.Key_F12)
    assert holders(counter, [*codes, wedding]) == [ECONOMY] * 3 + [CULTURE]


def test_the_form_of_one_dossier_chooses_no_section_where_none_is_known(
    qtbot: QtBot, counter: Counter, codes: list[str]
) -> None:
    wedding = received(counter, "Phan Thị Vân", MARRIAGE)
    chosen = []
    for code in (codes[0], wedding):
        view = read_view(counter, code)
        assert view is not None
        form = HandOverForm(view)
        qtbot.addWidget(form)
        chosen.append(form.value("to"))
    assert chosen == [ECONOMY, ""]


def test_where_one_dossier_went_is_proposed_for_the_next_of_its_field(
    window: MainWindow, counter: Counter, codes: list[str]
) -> None:
    counter.handling.hand_over(received(counter, "Phan Thị Vân", MARRIAGE), CULTURE)
    received(counter, "Phan Thị Mây", MARRIAGE)
    page = page_of(window)
    page.refresh()
    assert window.tasks.wait_idle()
    assert headings(page.send.rows) == [ECONOMY, CULTURE]


def test_the_choices_are_the_sections_the_office_named(
    window: MainWindow, counter: Counter, codes: list[str]
) -> None:
    counter.office.set("sections", ["Phòng Kinh tế, Hạ tầng và Đô thị", CULTURE])
    page = page_of(window)
    page.refresh()
    assert window.tasks.wait_idle()
    assert page.to.itemText(0).endswith("Đô thị")
    assert headings(page.send.rows) == ["Chưa chọn nơi nhận"]  # where it went last is no section any more


def test_lists_of_the_day_are_seen_and_printed_again(
    window: MainWindow, counter: Counter, codes: list[str]
) -> None:
    page = page_of(window)
    press(window, Qt.Key.Key_A, CTRL)
    press(window, Qt.Key.Key_F12)
    press(window, Qt.Key.Key_Tab, CTRL)
    assert page.made.table.hasFocus()
    press(window, Qt.Key.Key_P)
    assert [path for path in (counter.folder / "papers").rglob("*.pdf") if "in-lai" in path.name]
    told = counter.accounts.log()[0]
    assert (told.kind, told.facts["form"], told.facts["reprint"]) == ("print", "handover", "True")


def test_a_dossier_without_an_appointment_says_so(window: MainWindow, counter: Counter) -> None:
    page = page_of(window)
    code = received(counter, "Phan Thị Vân", WITHOUT_TERM)
    page.refresh()
    assert window.tasks.wait_idle()
    rows = page.send.rows
    due = [column.key for column in rows.columns].index("due")
    number = rows.number_of(counter.register.dossier(code).id)
    assert rows.index(number or 0, due).data() == "chưa hẹn"


def test_after_three_o_clock_a_bar_says_what_may_go_next_morning(
    window: MainWindow, counter: Counter, clock: Clock
) -> None:
    page = page_of(window)
    assert page.bar.isHidden()
    clock.set("2026-03-02T15:20")
    received(counter, "Phan Thị Vân")
    page.refresh()
    assert window.tasks.wait_idle()
    assert not page.bar.isHidden()
    assert "3 hồ sơ nhận trước 15:00 phải chuyển" in page.bar.accessibleName()
    assert "1 hồ sơ nhận sau 15:00" in page.bar.accessibleName()
