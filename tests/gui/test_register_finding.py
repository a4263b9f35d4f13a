"""Finding in the register: by what an officer is told at the counter, and what is said when nothing is."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from tests.counter_fixtures import Clock, draft
from tests.gui.lists import BUSINESS, CTRL, letter, search, type_into
from tests.gui.register_desk import codes, names, page_of, window
from tests.gui.standing import press, standing

from motcua_desktop.counter.counter import Counter
from motcua_desktop.domain.lifecycle import Status
from motcua_desktop.gui.main_window import MainWindow


def test_the_most_pressing_dossier_stands_first_and_says_so_in_words(window: MainWindow) -> None:
    page = page_of(window)
    assert names(page) == ["Dương Thị Bé", "Dương Thị Mỹ Linh", "Võ Minh Hải"]
    badges = [found.badge for found in page.rows.loaded()]
    assert [badge.words for badge in badges] == ["Quá hạn 2 ngày", "Còn 3 ngày", "Có kết quả"]
    assert len({badge.icon for badge in badges}) == 3


def test_a_name_is_found_without_its_marks_while_it_is_typed(qtbot: QtBot, window: MainWindow) -> None:
    search(qtbot, window, "duong thi", 2)
    assert names(page_of(window)) == ["Dương Thị Bé", "Dương Thị Mỹ Linh"]


def test_a_search_without_hits_says_what_there_would_be_without_the_filter(
    qtbot: QtBot, window: MainWindow
) -> None:
    press(window, Qt.Key.Key_6, CTRL)
    search(qtbot, window, "duong thi", 0)
    page = page_of(window)
    assert page.stack.currentIndex() == 1
    assert "2 hồ sơ" in page.empty.state.detail.text()
    assert page.empty.state.sentence.text() == "Không có hồ sơ nào khớp “duong thi”"
    assert not page.pane.isVisible()  # there is no dossier it could speak of
    hints = page.keys()
    assert [hint.key for hint in hints] == ["Esc", "F2"]
    press(window, Qt.Key.Key_Escape)  # the words first, the filter stays
    assert (page.search.text(), page.rows.rowCount()) == ("", 1)
    assert page.pane.isVisible()


def test_an_empty_filter_says_which_and_escape_leaves_it(window: MainWindow) -> None:
    press(window, Qt.Key.Key_5, CTRL)
    page = page_of(window)
    assert page.empty.state.sentence.text() == "Không có hồ sơ nào ở “Chờ bổ sung”"
    press(window, Qt.Key.Key_Escape)
    assert page.rows.rowCount() == 3


def test_control_and_a_digit_choose_a_saved_filter(window: MainWindow) -> None:
    press(window, Qt.Key.Key_4, CTRL)
    assert names(page_of(window)) == ["Dương Thị Bé"]
    press(window, Qt.Key.Key_1, CTRL)
    assert page_of(window).rows.rowCount() == 3


def test_another_filter_begins_at_its_first_dossier(window: MainWindow) -> None:
    press(window, Qt.Key.Key_6, CTRL)
    press(window, Qt.Key.Key_1, CTRL)
    table = page_of(window).table
    assert table.currentIndex().row() == 0


def test_of_other_words_the_first_dossier_found_is_in_hand(qtbot: QtBot, window: MainWindow) -> None:
    search(qtbot, window, "my linh", 1)
    search(qtbot, window, "duong thi", 2)
    table = page_of(window).table
    assert (table.currentIndex().row(), table.current().line.applicant) == (0, "Dương Thị Bé")


def test_an_empty_register_asks_for_the_first_dossier(qtbot: QtBot, counter: Counter, tmp_path: Path) -> None:
    with standing(qtbot, counter, tmp_path / "desk", "register") as empty:
        page = page_of(empty)
        assert page.empty.state.sentence.text() == "Sổ chưa có hồ sơ nào"
        assert page.empty.receive.is_main and not page.empty.clear.isVisible()
        assert [hint.key for hint in list(page.keys())] == ["F2"]


def test_the_first_letter_of_a_name_empties_no_list(qtbot: QtBot, window: MainWindow) -> None:
    page = page_of(window)
    press(window, Qt.Key.Key_F, CTRL)
    type_into(window, "x")
    page.search._wait.timeout.emit()
    assert window.tasks.wait_idle()
    assert (page.stack.currentIndex(), page.rows.rowCount()) == (0, 3)


def test_a_dossier_stays_in_hand_when_an_act_moves_it_far_down_a_long_list(
    window: MainWindow, counter: Counter, clock: Clock
) -> None:
    first = counter.intake.receive(draft(BUSINESS, name="Võ Thị Đầu"), slip=False).dossier
    clock.set("2026-03-09T10:00")
    for number in range(105):
        counter.intake.receive(draft(BUSINESS, name=f"Người Thứ {number}"), slip=False)
    page = page_of(window)
    page.refresh()
    assert window.tasks.wait_idle()
    assert page.rows.is_query
    page.table.setFocus()
    assert page.table.choose_id(first.id)
    assert window.tasks.wait_idle()
    letter(window, "k")
    press(window, Qt.Key.Key_Return)
    assert window.tasks.wait_idle()
    assert page.table.currentIndex().row() > 100
    assert page.pane.view is not None and page.pane.view.dossier.id == first.id
    letter(window, "t")  # the citizen stands at the counter
    press(window, Qt.Key.Key_Return)
    assert counter.register.dossier(first.code).status is Status.RETURNED


def test_the_last_dossier_of_a_long_list_is_in_hand_when_it_has_come(window: MainWindow) -> None:
    page = page_of(window)
    found = page.rows.loaded()[0]
    asked: list[object] = []
    page.rows.show_query(
        250, lambda _offset, limit: [found] * min(limit, 50), lambda *work: asked.append(work)
    )
    page.pane.show_dossier(None)
    page.table.setFocus()
    QTest.keyClick(page.table, Qt.Key.Key_End)
    assert page.pane.view is None  # it is on its way
    for work, then in asked:  # type: ignore[misc]
        then(work())
    assert window.tasks.wait_idle()
    assert page.pane.view is not None and page.pane.view.dossier.id == found.id


@pytest.mark.parametrize(
    ("typed", "hits"),
    [
        ("260309-0001", 1),  # the short code, as it stands on the slip
        ("09-0001", 1),  # its end
        ("H48.25.12-260309-0001", 1),  # the whole code of the slip's QR
        ("0351 234 592", 3),  # the telephone as people write it
        ("0351.234.592", 3),
        ("051197007731", 3),
        ("hkd", 2),  # the office's alias of the procedure
    ],
)
def test_a_dossier_is_found_by_what_people_bring(
    qtbot: QtBot, window: MainWindow, typed: str, hits: int
) -> None:
    press(window, Qt.Key.Key_F, CTRL)
    type_into(window, typed)
    page = page_of(window)
    qtbot.waitUntil(lambda: page.search._note == f"{hits} hồ sơ" and not window.tasks.is_busy)
    assert page.rows.rowCount() == hits
