"""What is odd and can be received all the same: said in a few words beside its field."""

from datetime import datetime

import pytest
from tests.counter_fixtures import Clock
from tests.gui.hands import CTRL, Hands
from tests.gui.intake_desk import CARD, KEY, choose, hands, page_of, window

from motcua_desktop.counter.counter import Counter
from motcua_desktop.gui.main_window import MainWindow
from motcua_desktop.gui.pages.intake_forms import EarlierForm

__all__ = ["hands", "window"]


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("090 512 34", "Thiếu 2 chữ số, vẫn nhận được"),
        ("+84 905 123 4567", "Thừa 1 chữ số, vẫn nhận được"),
        ("0405123456", "Không có đầu số 04, vẫn nhận được"),
    ],
)
def test_a_telephone_number_says_how_many_digits_it_lacks(
    hands: Hands, window: MainWindow, typed: str, said: str
) -> None:
    choose(hands, "ks")
    hands.scan(CARD)
    hands.type(typed)
    hands.press(KEY.Key_Return)
    phone = page_of(window).form.person.phone
    hands.until(lambda: phone.state == "warning")
    assert phone.sentence.text() == said


def test_an_earlier_date_on_a_day_off_is_doubted_once_and_the_limit_stands_by(
    hands: Hands, window: MainWindow, counter: Counter, clock: Clock
) -> None:
    clock.set("2026-03-05T09:00")
    choose(hands, "hkd")
    hands.scan(CARD)
    hands.press(KEY.Key_H, CTRL)
    side = page_of(window).side
    assert isinstance(side, EarlierForm)
    hands.until(lambda: side.limit.text() == "Hạn giải quyết: 09:00 thứ Ba 10/03/2026")
    hands.type("9:00 8/3")
    hands.press(KEY.Key_Return)
    assert side.at.state == "warning"
    assert "08/03 là ngày nghỉ" in side.at.sentence.text()
    assert page_of(window).form.typed().appointment is None
    hands.press(KEY.Key_Return)
    assert page_of(window).side is None
    assert page_of(window).form.typed().appointment == datetime(2026, 3, 8, 9)


def test_a_form_in_the_panel_ends_where_the_cards_do(hands: Hands, window: MainWindow) -> None:
    choose(hands, "ks")
    form, page = page_of(window).form, page_of(window)
    edge = form.promise.mapTo(page, form.promise.rect().topRight()).x()
    hands.press(KEY.Key_H, CTRL)
    card = form.panel.form
    assert card is not None
    hands.until(lambda: card.mapTo(page, card.rect().topRight()).x() == edge)
