"""One machine, two officers, and papers that come back: who sits down finds nothing of the one before."""

from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from tests.counter.test_slips import words_of
from tests.counter_fixtures import Clock, draft
from tests.gui.hands import Hands
from tests.gui.started import folder_of, hands_of, start

from motcua_desktop.counter.counter import Counter
from motcua_desktop.domain.lifecycle import Role
from motcua_desktop.gui.app import CounterWindow
from motcua_desktop.gui.sign_in import SignIn
from motcua_desktop.gui.widgets.button import Button

KEY = Qt.Key
CARD = "051097000123||Nguyễn Thị Thu Thảo|14031997|Nữ|Thôn Tây An Hải, đặc khu Lý Sơn|01012022"


@pytest.fixture
def shared(counter: Counter) -> Counter:
    """An office with two officers."""
    counter.accounts.create_first("hanh", "Bùi Thị Hạnh", "matkhau123")
    counter.accounts.add("hoa", "Lê Thị Hoa", "matkhau456", Role.RECEIVE)
    return counter


def sign_in(hands: Hands, desk: CounterWindow, login: str, password: str) -> None:
    cover = desk.cover.widget
    assert isinstance(cover, SignIn)
    cover.login.edit.setText(login)
    cover.password.edit.setFocus()
    hands.type(password)
    hands.press(KEY.Key_Return)
    assert desk.cover.widget is None


def test_a_colleague_finds_neither_the_form_nor_the_undo_of_the_one_before(  # type: ignore[no-untyped-def]
    start, qtbot: QtBot, shared: Counter
) -> None:
    desk = start(folder_of(shared))
    hands = hands_of(qtbot, desk)
    sign_in(hands, desk, "hanh", "matkhau123")
    hands.press(KEY.Key_F2)
    hands.scan(CARD)
    typed = desk.window.page.form.typed().person.name  # type: ignore[attr-defined]
    desk.window.say("Đã trả 261118-0009", lambda: None)
    desk.lock()
    sign_in(hands, desk, "hoa", "matkhau456")
    assert desk.window.pages.key == "home"
    assert not desk.window.can_undo
    hands.press(KEY.Key_F2)
    assert desk.window.page.form.typed().person.is_empty  # type: ignore[attr-defined]
    desk.lock()
    sign_in(hands, desk, "hanh", "matkhau123")
    assert desk.window.pages.key == "intake"
    assert desk.window.page.form.typed().person.name == typed == "Nguyễn Thị Thu Thảo"  # type: ignore[attr-defined]


def test_the_desk_is_locked_by_command_and_by_a_click_on_the_officer(  # type: ignore[no-untyped-def]
    start, qtbot: QtBot, shared: Counter
) -> None:
    desk = start(folder_of(shared))
    hands = hands_of(qtbot, desk)
    sign_in(hands, desk, "hanh", "matkhau123")
    hands.press(KEY.Key_K, Qt.KeyboardModifier.ControlModifier)
    hands.type("khoa may")
    hands.press(KEY.Key_Return)
    assert isinstance(desk.cover.widget, SignIn)
    sign_in(hands, desk, "hanh", "matkhau123")
    qtbot.mouseClick(desk.window.navigation._officer, Qt.MouseButton.LeftButton)
    assert isinstance(desk.cover.widget, SignIn)


def test_behind_the_sign_in_time_goes_on_without_a_word_and_is_caught_up_with_afterwards(  # type: ignore[no-untyped-def]
    start, qtbot: QtBot, shared: Counter, clock: Clock
) -> None:
    shared.intake.receive(draft("1.001612"))
    desk = start(folder_of(shared))
    hands = hands_of(qtbot, desk)
    sign_in(hands, desk, "hanh", "matkhau123")
    late = desk.window.page.late  # type: ignore[attr-defined]
    assert late._number == "0"
    desk.lock()
    clock.set("2026-03-09T08:00")
    desk.window.pages.follow_clock()
    desk.window.pages.refresh()  # a copy of the register was made meanwhile
    assert desk.window.tasks.wait_idle()
    assert (bars(desk), late._number) == ("", "0")
    sign_in(hands, desk, "hanh", "matkhau123")
    assert (bars(desk), late._number) == ("", "1")


def test_who_may_only_look_is_told_so_when_the_page_opens_and_whom_to_ask(  # type: ignore[no-untyped-def]
    start, qtbot: QtBot, shared: Counter
) -> None:
    shared.accounts.add("xem", "Võ Văn Xem", "matkhau789", Role.READ_ONLY)
    desk = start(folder_of(shared))
    hands = hands_of(qtbot, desk)
    sign_in(hands, desk, "xem", "matkhau789")
    for key in (KEY.Key_F2, KEY.Key_F5, KEY.Key_F6, KEY.Key_F7):
        hands.press(key)
        assert "Tài khoản này không được phép" in bars(desk)
    hands.press(KEY.Key_F3)
    assert bars(desk) == ""
    desk.lock()
    sign_in(hands, desk, "hoa", "matkhau456")
    hands.press(KEY.Key_F2)
    assert bars(desk) == ""


def test_a_receipt_that_comes_back_opens_its_dossier(  # type: ignore[no-untyped-def]
    start, counter: Counter, clock: Clock
) -> None:
    dossier = counter.intake.receive(draft("1.001612"), slip=False).dossier
    words = words_of(counter, dossier)
    clock.set("2026-03-04T09:00")
    counter.handling.apologise(dossier.code, "Chờ xác minh", paper=False)
    desk = start(folder_of(counter))
    scan(desk, words)
    assert desk.window.pages.key == "dossier"
    assert desk.window.page.view.dossier.code == dossier.code  # type: ignore[attr-defined]
    assert "hẹn đã đổi" in bars(desk)
    scan(desk, words[:-1] + ("A" if words[-1] != "A" else "B"))
    assert "không phải do bộ phận này lập" in bars(desk)
    desk.window.go("home")
    scan(desk, dossier.short_code)
    assert (desk.window.pages.key, bars(desk)) == ("dossier", "")


def test_a_receipt_of_another_counter_is_said_to_be_unknown(start, counter: Counter) -> None:  # type: ignore[no-untyped-def]
    desk = start(folder_of(counter))
    scan(desk, "H48.25.12-261119-0002")
    assert desk.window.pages.key == "home"
    assert "Không có hồ sơ H48.25.12-261119-0002" in bars(desk)


def test_a_card_read_in_part_fills_nothing_and_is_said(start, counter: Counter) -> None:  # type: ignore[no-untyped-def]
    desk = start(folder_of(counter))
    scan(desk, "051097000123||Nguyễn Thị")
    assert "Quét lại" in desk.window.toast._words.text()
    assert desk.window.pages.built["intake"].form.typed().person.is_empty  # type: ignore[attr-defined]


def test_a_name_typed_fast_into_the_list_searches_and_opens_no_form(  # type: ignore[no-untyped-def]
    start, qtbot: QtBot, counter: Counter
) -> None:
    counter.intake.receive(draft("1.001612"), slip=False)
    desk = start(folder_of(counter))
    hands = hands_of(qtbot, desk)
    hands.press(KEY.Key_F3)
    hands.press(KEY.Key_Down)
    now = 1000
    for letter in "khanh tran":  # as fast as a scanner would hold them together
        now += 30
        pressed = QKeyEvent(QEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, letter)
        pressed.setTimestamp(now)
        QApplication.sendEvent(QApplication.focusWidget(), pressed)
    page = desk.window.page
    qtbot.waitUntil(lambda: page.search.text() == "khanh tran")  # type: ignore[attr-defined]
    assert desk.window.tasks.wait_idle()
    assert not page.pane.has_form  # type: ignore[attr-defined]


def test_a_receipt_a_power_cut_kept_from_being_drawn_is_said_at_the_next_start(  # type: ignore[no-untyped-def]
    start, qtbot: QtBot, counter: Counter
) -> None:
    code = counter.intake.receive(draft("1.001612"), slip=False).dossier.short_code
    desk = start(folder_of(counter))
    assert code in bars(desk) and "Ctrl+R" in bars(desk)
    hands_of(qtbot, desk).press(KEY.Key_R, Qt.KeyboardModifier.ControlModifier)
    assert [paper.reprint for paper in desk.window.counter.register.dossier(code).printed] == [False]


def test_a_start_after_a_printed_receipt_says_nothing(start, counter: Counter) -> None:  # type: ignore[no-untyped-def]
    counter.intake.receive(draft("1.001612"))
    assert bars(start(folder_of(counter))) == ""


def scan(desk: CounterWindow, text: str) -> None:
    assert desk._scanner is not None
    desk._scanner.scanned.emit(text)
    assert desk.window.tasks.wait_idle()


def bars(desk: CounterWindow) -> str:
    return " ".join(bar.accessibleName() for bar in desk.window._shown_bars)


def test_a_paper_the_printer_did_not_take_is_offered_again_whichever_it_is(  # type: ignore[no-untyped-def]
    start, counter: Counter, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = start(folder_of(counter))
    sent: list[Path] = []
    monkeypatch.setattr(desk.context.printing, "send", lambda path: sent.append(path) or True)
    paper = tmp_path / "H48.25.12-260302-0001-phieu-bo-sung-20260302-080000.pdf"
    desk.context.printing.failed.emit(paper, OSError())
    assert "Máy in không trả lời" in bars(desk) and paper.name in bars(desk)
    (again,) = [one for one in desk.window._shown_bars[0].findChildren(Button) if one.text() == "In lại"]
    again.click()
    assert (sent, bars(desk)) == ([paper], "")
