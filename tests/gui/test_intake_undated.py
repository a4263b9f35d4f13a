"""What F12 asks about once: no day without a term, no sum that looks like a slip of the fingers."""

from tests.gui.hands import CTRL, Hands
from tests.gui.intake_desk import CARD, KEY, choose, hands, kept, page_of, window

from motcua_desktop.counter.counter import Counter
from motcua_desktop.gui.main_window import MainWindow

__all__ = ["hands", "window"]

ASKED = "Thủ tục chưa có thời hạn. Gõ số ngày và căn cứ, hoặc F12 lần nữa để nhận không hẹn ngày."


def _pressed_once(hands: Hands) -> None:
    choose(hands, "1.001776")
    hands.scan(CARD)
    hands.press(KEY.Key_Space, CTRL)
    hands.press(KEY.Key_F12)


def test_f12_asks_for_the_term_before_a_slip_promises_no_day(
    hands: Hands, window: MainWindow, counter: Counter
) -> None:
    _pressed_once(hands)
    promise = page_of(window).form.promise
    assert kept(counter) == []
    assert promise.why.text() == ASKED
    assert window.focusWidget() is promise.term.edit
    hands.type("25")
    hands.press(KEY.Key_Return)
    hands.press(KEY.Key_Return)
    hands.type("Nghị định 20/2021/NĐ-CP")
    hands.press(KEY.Key_F12)
    (dossier,) = kept(counter)
    assert dossier.appointment_at is not None
    assert promise.why.text() != ASKED


def test_a_second_f12_receives_without_a_day_for_this_draft_alone(
    hands: Hands, window: MainWindow, counter: Counter
) -> None:
    _pressed_once(hands)
    hands.press(KEY.Key_F12)
    (dossier,) = kept(counter)
    assert dossier.appointment_at is None
    choose(hands, "1.001776")  # the next person's slip is asked for anew
    hands.scan(CARD)
    hands.press(KEY.Key_Space, CTRL)
    hands.press(KEY.Key_F12)
    assert len(kept(counter)) == 1


def test_copies_for_millions_are_asked_about_once(hands: Hands, window: MainWindow, counter: Counter) -> None:
    choose(hands, "sy")
    hands.scan(CARD)
    copies = page_of(window).form.copies
    copies.lines[0].copies.setFocus()
    hands.type("2051")
    hands.press(KEY.Key_F12)
    assert kept(counter) == []
    assert "4.102.000 đ cho 2051 bản" in copies.rule.text()
    assert window.focusWidget() is copies.lines[0].copies
    total = page_of(window).form.fee.sum
    hands.until(lambda: total.text() == "4.102.000 đ" and total.width() >= total.sizeHint().width())
    hands.type("20")
    assert "4.102.000" not in copies.rule.text()
    hands.press(KEY.Key_F12)
    assert kept(counter)[0].copies == 20


def test_a_large_sum_that_is_meant_takes_one_f12_more(
    hands: Hands, window: MainWindow, counter: Counter
) -> None:
    choose(hands, "sy")
    hands.scan(CARD)
    page_of(window).form.copies.lines[0].copies.setFocus()
    hands.type("600")
    hands.press(KEY.Key_F12)
    hands.press(KEY.Key_F12)
    assert kept(counter)[0].copies == 600
