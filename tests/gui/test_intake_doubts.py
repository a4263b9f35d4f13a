"""What is odd and can be received all the same: said in a few words beside its field."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from typing import Any

import pytest
from tests.counter_fixtures import Clock
from tests.gui.hands import CTRL, Hands
from tests.gui.intake_desk import CARD, KEY, OTHER_CARD, choose, hands, page_of, window

from motcua_desktop.counter.counter import Counter
from motcua_desktop.gui.main_window import MainWindow
from motcua_desktop.gui.pages.intake_forms import EarlierForm
from motcua_desktop.gui.pages.intake_person_line import PersonLine
from motcua_desktop.gui.widgets import day_strip

__all__ = ["hands", "window"]


@contextmanager
def painted_words() -> Iterator[list[str]]:
    """What is painted as words while this lasts."""
    seen: list[str] = []
    whole = day_strip.words

    def words(painter: object, rect: object, text: str, *rest: Any, **more: Any) -> int:
        seen.append(text)
        return whole(painter, rect, text, *rest, **more)

    day_strip.words = words
    try:
        yield seen
    finally:
        day_strip.words = whole


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("090 512 34", "Thiếu 2 chữ số, vẫn nhận được"),
        ("+84 905 123 4567", "Thừa 1 chữ số, vẫn nhận được"),
        ("0905 số cũ", "Số điện thoại chỉ gồm chữ số, vẫn nhận được"),
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


def test_an_earlier_date_on_a_day_off_is_refused_with_the_next_open_hour_and_the_limit_stands_by(
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
    assert side.at.state == "error"
    words = "Ngày 08/03/2026 là Chủ nhật, không có người trả kết quả. Hẹn được lúc 09:00 thứ Hai 09/03/2026."
    assert side.at.sentence.text() == words
    hands.press(KEY.Key_Return)
    assert page_of(window).form.typed().appointment is None
    side.at.edit.selectAll()
    hands.type("9:00 9/3")
    hands.press(KEY.Key_Return)
    assert page_of(window).side is None
    assert page_of(window).form.typed().appointment == datetime(2026, 3, 9, 9)


def test_a_form_in_the_panel_ends_where_the_cards_do(hands: Hands, window: MainWindow) -> None:
    choose(hands, "ks")
    form, page = page_of(window).form, page_of(window)
    edge = form.promise.mapTo(page, form.promise.rect().topRight()).x()
    hands.press(KEY.Key_H, CTRL)
    card = form.panel.form
    assert card is not None
    hands.until(lambda: card.mapTo(page, card.rect().topRight()).x() == edge)


def test_the_days_of_a_term_in_calendar_days_are_not_called_working_days(
    hands: Hands, window: MainWindow
) -> None:
    choose(hands, "1.012812")
    hands.scan(CARD)
    strip = page_of(window).form.promise.strip
    hands.until(lambda: strip.isVisible())
    with painted_words() as seen:
        strip.grab()
    assert "ngày" in seen
    assert "ngày làm việc" not in seen


def test_a_waiver_of_copies_is_said_once(hands: Hands, window: MainWindow) -> None:
    choose(hands, "sy")
    hands.scan(CARD)
    for _line in range(2):
        hands.press(KEY.Key_Return, CTRL)
    hands.press(KEY.Key_M, CTRL)
    hands.press(KEY.Key_Right)
    hands.press(KEY.Key_Right)
    hands.press(KEY.Key_Tab)
    hands.type("Hộ nghèo")
    hands.press(KEY.Key_Return)
    fee = page_of(window).form.fee
    hands.until(lambda: fee.sum.text() == "0 đ")
    assert fee.nothing.text() == "Miễn: Hộ nghèo"
    assert fee.nothing.isVisible()
    assert [row for row in fee._rows if row.isVisible()] == []
    assert [line.sum.text() for line in page_of(window).form.copies.lines] == ["miễn"] * 3


def test_a_long_name_of_a_paper_is_read_from_its_beginning(hands: Hands, window: MainWindow) -> None:
    choose(hands, "sy")
    hands.scan(CARD)
    hands.press(KEY.Key_Return, CTRL)
    hands.type("Giấy chứng nhận quyền sử dụng đất, quyền sở hữu nhà ở và tài sản khác")
    hands.press(KEY.Key_Tab)
    assert page_of(window).form.copies.lines[-1].name.cursorPosition() == 0


def folded(hands: Hands, card: str) -> PersonLine:
    """F11 and a card: the line that stands for the applicant."""
    hands.press(KEY.Key_F11)
    hands.scan(card)
    line = page_of(hands.window).form.person_part.line
    hands.until(lambda: line.isVisible())
    return line


def test_what_is_odd_about_a_card_is_said_where_the_applicant_is_folded(
    hands: Hands, window: MainWindow
) -> None:
    choose(hands, "sy")
    hands.scan(CARD)
    hands.press(KEY.Key_F12)
    line = folded(hands, OTHER_CARD)  # a man with the number of a woman
    hands.until(lambda: "vẫn nhận được" in line.detail.text())
    line = folded(hands, CARD)
    hands.until(lambda: line.detail.text().startswith("051•••••0123"))


def test_earlier_dossiers_are_counted_of_the_person_whose_card_was_read(
    hands: Hands, window: MainWindow
) -> None:
    choose(hands, "sy")
    hands.scan(CARD)
    hands.press(KEY.Key_F12)
    line = folded(hands, CARD)
    hands.until(lambda: line._before.isVisible())
    line = folded(hands, OTHER_CARD)
    assert not line._before.isVisible()


def test_enter_on_the_folded_applicant_opens_the_fields(hands: Hands, window: MainWindow) -> None:
    choose(hands, "sy")
    hands.scan(CARD)
    hands.press(KEY.Key_F12)
    line = folded(hands, CARD)
    hands.press(KEY.Key_Up, CTRL)
    assert window.focusWidget() is line.change
    hands.press(KEY.Key_Return)
    assert window.focusWidget() is page_of(window).form.person.id.edit


def test_the_fields_of_numbers_take_digits_and_nothing_else(hands: Hands, window: MainWindow) -> None:
    choose(hands, "sy")
    line = page_of(window).form.copies.lines[0]
    line.pages.setFocus()
    hands.type("2,0,51|Nguyễn")
    assert (line.pages.text(), line.pages.value()) == ("2051", 2051)
