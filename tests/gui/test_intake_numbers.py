"""Telephone numbers and tax codes that cannot be one, or only look odd."""

import pytest
from tests.gui.hands import CTRL, Hands
from tests.gui.intake_desk import CARD, KEY, choose, hands, kept, page_of, previewed, window

from motcua_desktop.counter.counter import Counter
from motcua_desktop.domain import identity
from motcua_desktop.gui.main_window import MainWindow

__all__ = ["hands", "window"]

NO_PHONE = "Số điện thoại không có chữ số nào. Gõ số, hoặc để trống."


def test_a_telephone_without_a_digit_is_refused_beside_it_and_stays_to_be_mended(
    hands: Hands, window: MainWindow, counter: Counter
) -> None:
    choose(hands, "sy")
    hands.scan(CARD)
    phone = page_of(window).form.person.phone
    hands.type("Lê Thị Tý")
    hands.press(KEY.Key_F12)
    hands.until(lambda: window.focusWidget() is phone.edit)
    assert kept(counter) == []
    previewed(hands)
    assert (phone.state, phone.sentence.text(), phone.line.text()) == ("error", NO_PHONE, "Lê Thị Tý")
    phone.line.selectAll()
    hands.press(KEY.Key_Delete)
    hands.press(KEY.Key_F12)
    assert kept(counter)[0].applicant.phone == ""


def test_a_telephone_without_a_digit_is_told_when_it_is_left(hands: Hands, window: MainWindow) -> None:
    choose(hands, "ks")
    hands.scan(CARD)
    hands.type("không có")
    hands.press(KEY.Key_Return)
    phone = page_of(window).form.person.phone
    hands.until(lambda: phone.state == "error")
    assert phone.sentence.text() == NO_PHONE


def test_a_telephone_with_words_beside_its_digits_is_received(
    hands: Hands, window: MainWindow, counter: Counter
) -> None:
    choose(hands, "sy")
    hands.scan(CARD)
    hands.type("0905 123 số cũ")
    hands.press(KEY.Key_F12)
    assert len(kept(counter)) == 1


def test_what_an_older_register_holds_for_a_telephone_is_not_offered(
    hands: Hands, window: MainWindow, counter: Counter, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as older:
        older.setattr(identity, "is_a_phone", lambda _number: True)
        choose(hands, "sy")
        hands.scan(CARD)
        hands.type("Lê Thị Tý")
        hands.press(KEY.Key_F12)
    assert kept(counter)[0].applicant.phone == "LêThịTý"
    choose(hands, "sy")
    hands.scan(CARD)
    assert not page_of(window).form.person.has_offer


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("010124315", "Mã số thuế cần 10, 12 hoặc 13 chữ số, đang có 9, vẫn nhận được"),
        ("01012431500", "Mã số thuế cần 10, 12 hoặc 13 chữ số, đang có 11, vẫn nhận được"),
        ("0101243151", "Mã số thuế sai chữ số kiểm tra, vẫn nhận được"),
    ],
)
def test_a_tax_code_says_how_many_digits_it_has_and_needs(
    hands: Hands, window: MainWindow, counter: Counter, typed: str, said: str
) -> None:
    choose(hands, "sy")
    for _press in range(2):
        hands.press(KEY.Key_N, CTRL)
    person = page_of(window).form.person
    hands.type(typed)
    hands.press(KEY.Key_Return)
    hands.type("Hộ kinh doanh Tỏi Lý Sơn")
    hands.until(lambda: person.sentence.text() == said)
    previewed(hands)
    assert (person.id.state, person.sentence.text()) == ("warning", said)
    hands.press(KEY.Key_F12)
    assert len(kept(counter)) == 1
