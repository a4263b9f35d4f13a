"""What the intake page says of itself: badges, hints and headings follow what stands there."""

import pytest
from PySide6.QtCore import Qt
from tests.gui.hands import CTRL, Hands
from tests.gui.intake_desk import CARD, KEY, choose, hands, kept, page_of, previewed, window

from motcua_desktop.counter.counter import Counter
from motcua_desktop.domain.dossier import Dossier
from motcua_desktop.gui.main_window import MainWindow
from motcua_desktop.gui.pages.intake_actions import intake_hints
from motcua_desktop.gui.pages.intake_forms import EarlierForm
from motcua_desktop.gui.pages.intake_person_fields import Who

__all__ = ["hands", "window"]

DAMAGED = CARD.replace("Nguyễn Thị Thu Thảo", "Nguyeenx Thij Thu Thaor")
BOTH_DAMAGED = DAMAGED.replace("Thôn Tây An Hải", "Thoon Taay An Hair")


def received(hands: Hands, counter: Counter) -> Dossier:
    """Somebody with a telephone, who is known from then on."""
    choose(hands, "sy")
    hands.scan(CARD)
    page_of(hands.window).form.person.phone.edit.setFocus()
    hands.type("0905123456")
    hands.press(KEY.Key_F12)
    return kept(counter)[0]


def test_the_badge_of_a_damaged_name_goes_when_the_name_is_mended(hands: Hands, window: MainWindow) -> None:
    choose(hands, "sy")
    hands.scan(DAMAGED)
    person = page_of(window).form.person
    assert person.scan_badge.text() == "Kiểm tra lại họ tên"
    hands.press(KEY.Key_U, CTRL)
    hands.type("Nguyễn Thị Thu Thảo")
    assert person.scan_badge.text() == "Đã đọc thẻ"


def test_the_badge_goes_on_to_the_address_when_both_were_damaged(hands: Hands, window: MainWindow) -> None:
    choose(hands, "sy")
    hands.scan(BOTH_DAMAGED)
    person = page_of(window).form.person
    hands.press(KEY.Key_U, CTRL)
    hands.type("Nguyễn Thị Thu Thảo")
    assert person.scan_badge.text() == "Kiểm tra lại nơi cư trú"


@pytest.mark.parametrize("key", [KEY.Key_B, KEY.Key_G, KEY.Key_H, KEY.Key_M])
def test_while_a_panel_is_open_the_status_bar_says_what_esc_does_to_it(
    hands: Hands, window: MainWindow, key: Qt.Key
) -> None:
    choose(hands, "sy")
    hands.scan(CARD)
    page = page_of(window)
    hands.press(key, CTRL)
    assert page.side is not None
    assert [(hint.key, hint.words) for hint in intake_hints(page)][-1] == ("Esc", "Đóng")
    assert ("F12", page.side.confirm) in [(hint.key, hint.words) for hint in intake_hints(page)]
    hands.press(KEY.Key_Escape)
    assert page.form.person.name.text() == "Nguyễn Thị Thu Thảo"
    assert [hint.words for hint in intake_hints(page)][-1] == "Bỏ, có hoàn tác"


def test_an_earlier_day_is_asked_for_as_the_limit_would_be_typed(hands: Hands, window: MainWindow) -> None:
    choose(hands, "hkd")
    hands.scan(CARD)
    previewed(hands)
    hands.press(KEY.Key_H, CTRL)
    side = page_of(window).side
    assert isinstance(side, EarlierForm)
    limit = side.limit.text()
    assert "05/03/2026" in limit
    assert side.at.sentence.text() == "Gõ như 08:00 05/03"
    hands.type("mai")
    hands.press(KEY.Key_F12)
    assert side.at.sentence.text().endswith("Gõ như 08:00 05/03.")


def test_what_is_known_of_somebody_moves_no_field_aside(
    hands: Hands, window: MainWindow, counter: Counter
) -> None:
    received(hands, counter)
    choose(hands, "sy")
    person = page_of(window).form.person
    before = [field.edit.geometry() for field in (person.id, person.name, person.phone)]
    hands.type("051197000123")
    hands.press(KEY.Key_Return)
    hands.until(lambda: person.has_offer)
    assert person.offer.toolTip() == "Đã có: Nguyễn Thị Thu Thảo"
    hands.until(lambda: person.offer_row.width() > 0)
    assert [field.edit.geometry() for field in (person.id, person.name, person.phone)] == before
    assert person.offer.text().startswith("Đã có: Nguyễn")


def test_whoever_has_somebody_else_file_is_called_the_one_who_authorises(
    hands: Hands, window: MainWindow
) -> None:
    choose(hands, "sy")
    person = page_of(window).form.person
    hands.press(KEY.Key_N, CTRL)
    assert (person.way, person.title.text()) == (Who.PROXY, "Người ủy quyền")
    hands.press(KEY.Key_N, CTRL)
    assert (person.way, person.title.text()) == (Who.ORGANISATION, "Người nộp")


def test_an_empty_name_of_a_paper_names_the_keys_of_the_buttons_in_sight(
    hands: Hands, window: MainWindow
) -> None:
    choose(hands, "sy")
    copies = page_of(window).form.copies
    hands.until(lambda: copies.buttons.in_sight > 1)
    seen = copies.buttons.in_sight
    assert copies.lines[0].name.placeholderText() == f"Tên giấy tờ, hoặc Alt+1 đến Alt+{seen}"
    copies.buttons.hide()
    assert copies.lines[0].name.placeholderText() == "Tên giấy tờ"
