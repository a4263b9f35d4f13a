"""A card read with wrong letters: told for name and address, and looked at before it is printed."""

import pytest
from tests.gui.hands import CTRL, Hands
from tests.gui.intake_desk import CARD, KEY, choose, hands, kept, page_of, previewed, window

from motcua_desktop.counter.counter import Counter
from motcua_desktop.gui.main_window import MainWindow

__all__ = ["hands", "window"]

DROPPED = "051197000123||Nguyn Th Thu Tho|14031997|Nữ|Thn Phc Lung, x M c, tnh Qung Ngi|01012022"
TELEX = "051197000123||Nguyeenx Thij Thu Thaor|14031997|Nữ|Thoon Taay An Hair, ddawcj khu Lys Sown|01012022"


@pytest.mark.parametrize("card", [DROPPED, TELEX])
def test_name_and_address_are_both_told(hands: Hands, window: MainWindow, card: str) -> None:
    choose(hands, "sy")
    hands.scan(card)
    form = page_of(window).form
    hands.until(lambda: form.fee.sum.text() == "2.000 đ")
    assert (form.person.name.state, form.person.address.state) == ("warning", "warning")


def test_f12_goes_once_to_what_nobody_has_looked_at(
    hands: Hands, window: MainWindow, counter: Counter
) -> None:
    choose(hands, "sy")
    hands.scan(DROPPED)
    hands.press(KEY.Key_F12)
    person = page_of(window).form.person
    assert kept(counter) == []
    assert window.focusWidget() is person.name.edit
    hands.type("Nguyễn Thị Thu Thảo")
    hands.press(KEY.Key_F12)
    assert kept(counter) == []
    assert window.focusWidget() is person.address.edit
    hands.press(KEY.Key_F12)  # the officer means it
    assert kept(counter)[0].applicant.name == "Nguyễn Thị Thu Thảo"


def test_the_warning_comes_back_with_what_ctrl_z_brings_back(
    hands: Hands, window: MainWindow, counter: Counter
) -> None:
    choose(hands, "sy")
    hands.scan(DROPPED)
    hands.press(KEY.Key_F12)
    hands.press(KEY.Key_F12)
    hands.press(KEY.Key_Z, CTRL)
    person = page_of(window).form.person
    assert person.name.text() == "Nguyn Th Thu Tho"
    assert (person.name.state, person.address.state) == ("warning", "warning")
    assert "Kiểm tra lại" in person.scan_badge.text()
    hands.press(KEY.Key_F12)
    assert len(kept(counter)) == 1


def test_a_card_as_it_is_stops_nothing(hands: Hands, window: MainWindow, counter: Counter) -> None:
    choose(hands, "sy")
    hands.scan(CARD)
    hands.press(KEY.Key_F12)
    assert len(kept(counter)) == 1


def test_each_field_keeps_its_own_reason_when_f12_comes_before_anybody_looked(
    hands: Hands, window: MainWindow, counter: Counter
) -> None:
    choose(hands, "sy")
    hands.scan(CARD.replace("14031997", "14031995"))
    person = page_of(window).form.person
    hands.until(lambda: person.id.state == "warning")
    reason = person.name.sentence.text()
    assert reason.startswith("Năm sinh khác số định danh: xem lại họ tên, ngày sinh theo thẻ.")
    hands.press(KEY.Key_F12)
    assert kept(counter) == []
    said = person.name.sentence.text()
    assert said == f"{reason} Đã đúng thì F12 lần nữa."
    previewed(hands)
    assert (person.name.state, person.name.sentence.text()) == ("warning", said)
    assert person.id.state == "warning"
    assert "Số định danh là của người sinh năm 1997" in person.sentence.text()
    hands.press(KEY.Key_F12)
    assert len(kept(counter)) == 1
