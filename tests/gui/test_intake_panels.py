"""Enter and the cursor where something stands beside the form: short panels, refusals, doubted scans."""

import pytest
from PySide6.QtCore import Qt
from tests.gui.hands import CTRL, Hands
from tests.gui.intake_desk import CARD, KEY, OTHER_CARD, choose, hands, kept, page_of, window

from motcua_desktop.counter.counter import Counter
from motcua_desktop.domain.fees import total
from motcua_desktop.domain.lifecycle import Status
from motcua_desktop.gui.main_window import MainWindow
from motcua_desktop.gui.pages.intake_fee_form import FeeForm
from motcua_desktop.gui.paper_view import PaperView
from motcua_desktop.gui.widgets.bar import Bar
from motcua_desktop.gui.widgets.card import Card

__all__ = ["hands", "window"]

DAMAGED = CARD.replace("Nguyễn Thị Thu Thảo", "Nguy[n Th5 Thu Th3o")


# ---------------------------------------------------------------- refusals
def test_a_wrong_id_of_the_representative_is_refused_beside_it_and_the_tax_code_stays(
    hands: Hands, window: MainWindow, counter: Counter
) -> None:
    choose(hands, "sy")
    hands.type("0101243150")
    hands.press(KEY.Key_Return)
    person = page_of(window).form.person
    hands.type("Công ty Hải sản")
    person.proxy.name.edit.setFocus()
    hands.type("Lê Văn Đại")
    hands.press(KEY.Key_Return)
    hands.type("05119700012")
    hands.press(KEY.Key_Return)
    hands.type("GGT 12/2026")
    hands.press(KEY.Key_F12)
    hands.until(lambda: window.focusWidget() is person.proxy.id.edit)
    assert (person.proxy.id.state, person.id.state) == ("error", "")
    hands.until(lambda: person.proxy.id.line.selectedText() == "05119700012")
    hands.type("051197000123")
    hands.press(KEY.Key_F12)
    (dossier,) = kept(counter)
    assert dossier.applicant.tax_code == "0101243150"
    assert dossier.involved[0].person.id_number == "051197000123"


# ---------------------------------------------------------------- Enter in a panel
def test_enter_sets_the_fee_and_the_cursor_goes_back(
    hands: Hands, window: MainWindow, counter: Counter
) -> None:
    choose(hands, "sy")
    hands.scan(CARD)
    form = page_of(window).form
    form.copies.lines[0].copies.setFocus()
    hands.press(KEY.Key_M, CTRL)
    side = page_of(window).side
    assert isinstance(side, FeeForm)
    side.way.set_value("none")
    side._way_changed()
    side.ground.edit.setFocus()
    hands.type("Hộ nghèo")
    hands.press(KEY.Key_Return)
    assert page_of(window).side is None
    assert form.fee_change is not None and form.fee_change.waived
    assert window.focusWidget() is form.copies.lines[0].copies
    hands.press(KEY.Key_F12)
    assert total(kept(counter)[0].fees) == 0


def test_enter_in_an_amount_sets_it_and_moves_nothing_else(hands: Hands, window: MainWindow) -> None:
    choose(hands, "sy")
    form = page_of(window).form
    form.person.name.edit.setFocus()
    hands.press(KEY.Key_M, CTRL)
    side = page_of(window).side
    assert isinstance(side, FeeForm)
    side.way.set_value("other")
    side._way_changed()
    side._ground_box.setEditText("Nghị quyết 05")
    side.amounts[0].edit.setFocus(Qt.FocusReason.TabFocusReason)
    hands.type("1000")
    hands.press(KEY.Key_Return)
    assert form.fee_change is not None
    assert window.focusWidget() is form.person.name.edit


def test_enter_promises_an_earlier_day_and_the_cursor_goes_back(hands: Hands, window: MainWindow) -> None:
    choose(hands, "ks")
    form = page_of(window).form
    form.person.name.edit.setFocus()
    hands.press(KEY.Key_H, CTRL)
    hands.press(KEY.Key_Return)
    hands.until(lambda: page_of(window).side is None)
    assert window.focusWidget() is form.person.name.edit


@pytest.mark.parametrize("key", [KEY.Key_B, KEY.Key_G])
def test_enter_writes_no_paper_for_the_citizen_and_stays_in_its_panel(
    hands: Hands, window: MainWindow, counter: Counter, key: Qt.Key
) -> None:
    choose(hands, "ks")
    hands.scan(CARD)
    hands.press(key, CTRL)
    side = page_of(window).side
    assert side is not None
    side.reason.edit.setFocus()  # type: ignore[attr-defined]
    hands.press(KEY.Key_Return)
    assert page_of(window).side is side
    focus = window.focusWidget()
    assert focus is not None and side.isAncestorOf(focus)
    assert kept(counter) == []


# ---------------------------------------------------------------- a scan that must be looked at
def _next_person(hands: Hands) -> None:
    choose(hands, "sy")
    hands.scan(OTHER_CARD)
    hands.press(KEY.Key_F12)
    hands.press(KEY.Key_F11)


def test_a_damaged_scan_of_the_next_person_leads_to_the_pages_too(hands: Hands, window: MainWindow) -> None:
    _next_person(hands)
    hands.scan(DAMAGED)
    form = page_of(window).form
    assert window.focusWidget() is form.copies.start()
    hands.type("5")
    hands.press(KEY.Key_Tab)
    hands.type("3")
    assert [(line.pages, line.copies) for line in form.copies.value()] == [(5, 3)]
    assert form.person.name.state == "warning"
    assert "đọc sai chữ" in form.person.sentence.text()
    hands.press(KEY.Key_U, CTRL)
    assert window.focusWidget() is form.person.name.edit
    hands.type("Nguyễn Thị Thu Thảo")
    assert form.person.name.state == ""


def test_the_doubt_of_a_name_outlives_the_answers_of_the_counter(hands: Hands, window: MainWindow) -> None:
    choose(hands, "sy")
    hands.scan(DAMAGED)
    form = page_of(window).form
    hands.until(lambda: form.fee.sum.text() == "2.000 đ")
    assert form.person.name.state == "warning"


def test_the_known_name_mends_a_damaged_one(hands: Hands, window: MainWindow) -> None:
    choose(hands, "sy")
    hands.scan(CARD)
    hands.press(KEY.Key_F12)
    choose(hands, "sy")
    hands.scan(DAMAGED)
    form = page_of(window).form
    hands.until(lambda: form.person.has_offer)
    assert "Nguyễn Thị Thu Thảo" in form.person.offer.toolTip()
    hands.press(KEY.Key_U, CTRL)
    assert form.person.name.text() == "Nguyễn Thị Thu Thảo"
    assert (form.person.name.state, form.person.has_offer) == ("", False)


def test_nothing_is_offered_that_would_change_nothing(hands: Hands, window: MainWindow) -> None:
    choose(hands, "sy")
    hands.scan(CARD)
    hands.press(KEY.Key_F12)
    choose(hands, "sy")
    hands.scan(CARD)
    person = page_of(window).form.person
    assert not person.has_offer
    assert person.offer_row.isHidden()


# ---------------------------------------------------------------- a place taken from the list
@pytest.mark.parametrize("downs", [0, 1])
def test_a_place_is_taken_and_the_telephone_typed_next_is_a_telephone(
    hands: Hands, window: MainWindow, downs: int
) -> None:
    choose(hands, "sy")
    form = page_of(window).form
    form.person.address.edit.setFocus()
    hands.type("Thôn Tây, ly son")
    hands.until(lambda: form.places.is_open)
    for _press in range(downs):  # the first line is marked by itself: ↓ does not leave it
        hands.press(KEY.Key_Down)
    hands.press(KEY.Key_Return)
    hands.type("0905123456")
    assert form.person.address.text() == "Thôn Tây, đặc khu Lý Sơn, tỉnh Quảng Ngãi"
    assert form.person.phone.value() == "0905123456"


# ---------------------------------------------------------------- papers where there is no printer
def _title(window: MainWindow) -> str:
    card = page_of(window).form.panel.form
    assert isinstance(card, Card)
    return card.title.text()


@pytest.mark.parametrize(
    ("key", "title"),
    [(KEY.Key_B, "Phiếu yêu cầu bổ sung"), (KEY.Key_G, "Phiếu từ chối"), (KEY.Key_F12, "Giấy hẹn")],
)
def test_the_paper_shown_at_right_is_called_what_it_is(
    hands: Hands, window: MainWindow, counter: Counter, key: Qt.Key, title: str
) -> None:
    choose(hands, "sy")
    hands.scan(CARD)
    if key != KEY.Key_F12:
        hands.press(key, CTRL)
        side = page_of(window).side
        assert side is not None
        side.reason.edit.setEditText("Thiếu bản chính")  # type: ignore[attr-defined]
        if key == KEY.Key_B:
            side.content.setPlainText("Bản chính")  # type: ignore[attr-defined]
    hands.press(KEY.Key_F12)
    assert _title(window).startswith(title)


def test_that_there_is_no_printer_is_said_once(hands: Hands, window: MainWindow) -> None:
    for card in (CARD, OTHER_CARD):
        choose(hands, "sy")
        hands.scan(card)
        hands.press(KEY.Key_F12)
        if card == CARD:
            assert "Chưa có máy in, giấy đã lưu" in window._shown_bars[0].accessibleName()
            window.clear_bars()
    assert window._shown_bars == []
    assert "Đã nhận" in window.toast._words.text()


def test_a_paper_no_printer_takes_stays_open_and_says_where_it_lies(hands: Hands, window: MainWindow) -> None:
    choose(hands, "sy")
    hands.scan(CARD)
    hands.press(KEY.Key_F12)
    hands.press(KEY.Key_O, CTRL)
    (view,) = window.findChildren(PaperView)
    hands.press(KEY.Key_Return)
    assert view.isVisible()
    told = " ".join(bar.accessibleName() for bar in view.findChildren(Bar) if bar.isVisible())
    assert told.startswith("Chưa có máy in. Giấy đã lưu ở ") and told.endswith(".pdf.")
    hands.press(KEY.Key_Escape)
    assert not view.isVisible()


# ---------------------------------------------------------------- small things
def test_a_waived_fee_is_waived_in_the_table_of_papers_too(hands: Hands, window: MainWindow) -> None:
    choose(hands, "sy")
    hands.press(KEY.Key_M, CTRL)
    side = page_of(window).side
    assert isinstance(side, FeeForm)
    side.way.set_value("none")
    side._way_changed()
    side._ground_box.setEditText("Người thuộc hộ nghèo")
    hands.press(KEY.Key_F12)
    copies = page_of(window).form.copies
    hands.until(lambda: copies.total.text() == "0 đ")
    assert copies.lines[0].sum.text() == "miễn"


def test_ctrl_z_after_f11_does_what_the_toast_says(
    hands: Hands, window: MainWindow, counter: Counter
) -> None:
    _next_person(hands)
    hands.press(KEY.Key_Z, CTRL)
    assert kept(counter)[0].status is Status.WITHDRAWN
