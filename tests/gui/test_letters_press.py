"""F12 on the page of letters: said first, then recorded and printed; Ctrl+Z takes the press back."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from tests.counter_fixtures import Clock
from tests.gui.letters_desk import codes, give_reason, letters, make_all, page_of, window
from tests.gui.lists import CTRL, received, write
from tests.gui.standing import press, standing

from motcua_desktop.counter.counter import Counter
from motcua_desktop.domain.paper_answers import LetterDraft, LettersMade, Signer
from motcua_desktop.gui.main_window import MainWindow
from motcua_desktop.gui.paper_view import PaperView
from motcua_desktop.gui.widgets.bar import Bar


def test_f12_without_a_reason_puts_the_cursor_there_and_records_nothing(
    window: MainWindow, counter: Counter, codes: list[str]
) -> None:
    press(window, Qt.Key.Key_F12)
    press(window, Qt.Key.Key_F12)
    row = page_of(window).rows.rows[0]
    assert row.reason.hasFocus()
    assert "Chưa có lý do" in row.said.text() and row.said.isVisible()
    assert letters(counter, codes) == [0, 0, 1]


def test_the_first_f12_says_numbers_and_signer_and_records_nothing(
    window: MainWindow, counter: Counter, codes: list[str]
) -> None:
    give_reason(window)
    press(window, Qt.Key.Key_F12)
    page = page_of(window)
    assert page.press.summary.isVisible()
    for words in ("2 văn bản", "số 02–03/2026", "Nguyễn Văn Mẫu"):
        assert words in page.press.summary.accessibleName()
    assert letters(counter, codes) == [0, 0, 1]
    press(window, Qt.Key.Key_Escape)
    assert not page.press.summary.isVisible()
    press(window, Qt.Key.Key_F12)
    assert letters(counter, codes) == [0, 0, 1], "after Esc it is asked again"


def test_a_change_after_the_summary_is_asked_again(
    window: MainWindow, counter: Counter, codes: list[str]
) -> None:
    give_reason(window)
    press(window, Qt.Key.Key_F12)
    page_of(window).rows.rows[1].tick.toggle()
    press(window, Qt.Key.Key_F12)
    assert letters(counter, codes) == [0, 0, 1]
    assert "1 văn bản, số 02/2026" in page_of(window).press.summary.accessibleName()


def test_f12_twice_makes_every_ticked_letter_once(
    window: MainWindow, counter: Counter, codes: list[str]
) -> None:
    action = page_of(window).main_action
    assert action is not None
    assert action.words == "Ghi số và in 2 thư"
    make_all(window)
    assert letters(counter, codes) == [1, 1, 1]
    assert list((counter.folder / "papers").rglob("thu-xin-loi-*.pdf"))
    assert page_of(window).main_action is None


def test_ctrl_z_takes_the_whole_press_back_and_what_was_typed_is_there_again(
    window: MainWindow, counter: Counter, codes: list[str]
) -> None:
    make_all(window)
    press(window, Qt.Key.Key_Z, CTRL)
    assert letters(counter, codes) == [0, 0, 1]
    rows = [row for row in page_of(window).rows.rows if not row.draft.locked]
    assert [(row.reason.currentText(), row.is_ticked) for row in rows] == [("Chờ xác minh", True)] * 2
    assert page_of(window).foot.first == 4, "02 and 03 stay used"
    press(window, Qt.Key.Key_F12)
    press(window, Qt.Key.Key_F12)
    assert letters(counter, codes) == [1, 1, 1]


def test_the_letters_printed_are_shown_and_opened_with_ctrl_o(
    qtbot: QtBot, window: MainWindow, counter: Counter
) -> None:
    make_all(window)
    page = page_of(window)
    qtbot.waitUntil(lambda: isinstance(page.preview.pdf, Path))
    assert "Đã ghi 2 thư xin lỗi, số 02–03/2026" in page.done.bar.accessibleName()
    assert "papers/2026/03" in page.done.bar.accessibleName()
    press(window, Qt.Key.Key_O, CTRL)
    assert window.findChildren(PaperView)
    press(window, Qt.Key.Key_Escape)


def told_now(window: MainWindow) -> list[str]:
    """Every message in sight: bars of the window and of the page, the toast."""
    told = [bar.accessibleName() for bar in window.findChildren(Bar) if bar.isVisible()]
    return [*told, *([window.toast.accessibleName()] if window.toast.isVisible() else [])]


def test_a_press_is_told_once_numbers_paper_and_how_to_take_it_back(
    window: MainWindow, counter: Counter
) -> None:
    make_all(window)
    page = page_of(window)
    (told,) = told_now(window)
    assert told.startswith("Đã ghi 2 thư xin lỗi, số 02–03/2026.")
    assert "Chưa có máy in, giấy lưu ở papers/2026/03." in told
    assert page.done.undoer.isVisible() and page.done.looker.isVisible()
    assert not window.status._undo.isVisible(), "offered once"
    page.done.undoer.click()
    assert window.tasks.wait_idle()
    page.rows.setFocus()
    cancelled, urgent = told_now(window)
    assert cancelled.startswith("Đã hủy 2 thư, số 02–03/2026 không dùng lại. Ngày hẹn cũ trở lại. Bỏ các thư")
    assert "hồ sơ đã quá hạn" in urgent


def test_after_the_page_was_left_the_status_bar_offers_to_take_the_press_back(
    window: MainWindow, counter: Counter, codes: list[str]
) -> None:
    make_all(window)
    window.go("register")
    assert window.status._undo.isVisible()
    window.go("letters")
    assert window.tasks.wait_idle()
    assert not page_of(window).done.undoer.isVisible()
    press(window, Qt.Key.Key_Z, CTRL)
    assert letters(counter, codes) == [0, 0, 1]


def test_the_new_date_names_its_weekday_until_it_is_typed(window: MainWindow, codes: list[str]) -> None:
    row = page_of(window).rows.rows[0]
    assert row.date.text() == "17:00 T4 18/03/2026"
    give_reason(window)
    press(window, Qt.Key.Key_Return)
    QApplication.processEvents()
    assert row.date.hasFocus() and row.date.text() == "17:00 18/03/2026"
    write(row.date, "20/3")
    press(window, Qt.Key.Key_Return)
    QApplication.processEvents()
    assert row.date.text() == "17:00 T6 20/03/2026"


def test_when_none_is_left_the_page_says_what_was_done_and_enter_opens_it(
    qtbot: QtBot, counter: Counter, clock: Clock, tmp_path: Path
) -> None:
    received(counter, "Dương Thị Hồng")
    clock.set("2026-03-09T09:00")
    with standing(qtbot, counter, tmp_path / "desk", "letters") as window:
        make_all(window)
        page = page_of(window)
        assert "Đã ghi 1 thư xin lỗi, số 01/2026" in page.done.state.sentence.text()
        assert page.preview.isVisible()
        press(window, Qt.Key.Key_Return)
        assert window.findChildren(PaperView)
        press(window, Qt.Key.Key_Escape)


def test_a_number_in_use_is_refused_beside_the_field(
    window: MainWindow, counter: Counter, codes: list[str]
) -> None:
    give_reason(window)
    page = page_of(window)
    page.foot.number.setFocus()
    page.foot.number.selectAll()
    QTest.keyClicks(page.foot.number, "1")
    press(window, Qt.Key.Key_F12)
    assert page.foot.number.hasFocus()
    assert page.foot.number.property("state") == "error"
    assert "Số tiếp theo là 2" in page.press.summary.accessibleName()
    press(window, Qt.Key.Key_F12)
    assert letters(counter, codes) == [0, 0, 1]


def test_one_more_signer_is_typed_once_and_signs(
    window: MainWindow, counter: Counter, codes: list[str]
) -> None:
    page = page_of(window)
    page.foot.signer_box.setFocus()
    press(window, Qt.Key.Key_Down)
    for words in ("Trần Quốc Việt", "Phó Giám đốc", "KT. Giám đốc"):
        focus = window.focusWidget()
        assert focus is not None
        write(focus, words)
        press(window, Qt.Key.Key_Return)
    assert page.foot.signer == Signer("Trần Quốc Việt", "PHÓ GIÁM ĐỐC", "KT. GIÁM ĐỐC")
    make_all(window)
    assert counter.register.dossier(codes[0]).apologies[0].signer == "Trần Quốc Việt"


def test_a_stop_keeps_what_is_recorded_and_says_how_many_are_not(
    window: MainWindow, counter: Counter, codes: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    one = counter.letters.make

    def stopped(drafts: Sequence[LetterDraft], **how: Any) -> LettersMade:
        return one(drafts[:1], signer=how["signer"], first=how["first"])

    monkeypatch.setattr(counter.letters, "make", stopped)
    make_all(window)
    assert sum(letters(counter, codes)) == 2
    assert "Đã ghi 1 thư xin lỗi, số 02/2026 · dừng lại, còn 1 thư chưa ghi" in page_of(window).press.told


def test_a_new_date_before_the_old_one_is_said_beside_its_row_at_the_first_f12(
    window: MainWindow, counter: Counter, codes: list[str]
) -> None:
    give_reason(window)
    row = page_of(window).rows.rows[0]
    row.date.setFocus()
    row.date.clear()
    write(row.date, "1/3/2026")
    press(window, Qt.Key.Key_F12)
    assert page_of(window).press.asked is None
    assert row.said.text().startswith("Hẹn mới phải sau hẹn cũ")
    assert row.date.hasFocus()
    row.date.clear()
    write(row.date, "27/3/2026")
    assert row.said.isHidden()
    draft = row.new_draft()
    assert draft is not None
    assert f"{draft.new_date:%H:%M %d/%m/%Y}" == "17:00 27/03/2026", "a day alone is its closing, as offered"
    press(window, Qt.Key.Key_F12)
    assert page_of(window).press.asked is not None
    assert letters(counter, codes) == [0, 0, 1]


def test_of_a_long_reason_the_beginning_is_seen(window: MainWindow, codes: list[str]) -> None:
    row = page_of(window).rows.rows[0]
    give_reason(window, "Chờ kết quả xác minh của cơ quan phối hợp tại tỉnh và của các phòng chuyên môn " * 2)
    row.date.setFocus()
    QApplication.processEvents()
    typed = row.reason.lineEdit()
    assert typed is not None
    assert typed.cursorPosition() == 0


def test_what_waits_for_the_second_f12_is_in_sight_and_nothing_is_confirmed_over_another_letter(
    window: MainWindow, counter: Counter, codes: list[str]
) -> None:
    give_reason(window)
    page = page_of(window)
    first, second = page.rows.rows[0], page.rows.rows[1]
    press(window, Qt.Key.Key_Escape)
    press(window, Qt.Key.Key_Space)
    assert not first.is_ticked and first.current, "the letter in hand is not one of those to be made"
    press(window, Qt.Key.Key_F12)
    assert page.press.asked is not None
    assert [draft.code for draft in page.press.asked.drafts] == [second.draft.code]
    what, _signer = page._in_hand()
    assert isinstance(what, LetterDraft) and what.code == second.draft.code
    assert second.current
    press(window, Qt.Key.Key_Up)
    assert page.press.asked is None and not page.press.summary.isVisible()
    press(window, Qt.Key.Key_F12)
    assert letters(counter, codes) == [0, 0, 1], "asked again, with the letter in sight"
    assert second.current
