"""Who applies and where from: numbers refused or accepted, places, organisations, authorised persons."""

import pytest
from PySide6.QtCore import Qt
from tests.gui.hands import CTRL, Hands
from tests.gui.intake_desk import CARD, KEY, OTHER_CARD, choose, hands, kept, page_of, window

from motcua_desktop.counter.counter import Counter
from motcua_desktop.domain.applicant import ApplicantKind, Part
from motcua_desktop.gui.main_window import MainWindow
from motcua_desktop.gui.pages.intake_person_fields import Who


# ---------------------------------------------------------------- numbers and dates
def test_an_id_of_eleven_digits_is_refused_on_leaving_and_stays_readable(
    hands: Hands, window: MainWindow
) -> None:
    choose(hands, "sy")
    person = page_of(window).form.person
    hands.type("05119700012")
    hands.press(KEY.Key_Return)
    assert person.id.state == "error"
    assert person.sentence.isVisible()
    assert person.sentence.text() == "Số định danh cần 12 chữ số, đang có 11. Kiểm tra lại thẻ."
    assert person.sentence.width() > 2 * person.id.width()
    hands.until(lambda: person.id.line.text() == "05119700012")


def test_an_id_is_refused_before_a_procedure_is_chosen_too(hands: Hands, window: MainWindow) -> None:
    person = page_of(window).form.person
    person.id.edit.setFocus()
    hands.type("05119700012")
    hands.press(KEY.Key_Return)
    assert person.id.state == "error"


def test_the_refusal_goes_away_with_the_twelfth_digit_and_then_the_id_is_masked(
    hands: Hands, window: MainWindow
) -> None:
    choose(hands, "sy")
    person = page_of(window).form.person
    hands.type("05119700012")
    hands.press(KEY.Key_Return)
    person.id.edit.setFocus()
    hands.press(KEY.Key_End)
    hands.type("3")
    hands.press(KEY.Key_Return)
    hands.until(lambda: person.id.line.text() == "051•••••0123")
    assert not person.sentence.isVisible()


def test_an_old_nine_digit_id_is_accepted(hands: Hands, window: MainWindow, counter: Counter) -> None:
    choose(hands, "sy")
    hands.type("212345678")
    hands.press(KEY.Key_Return)
    hands.type("Lê Thị Ỷ")
    hands.press(KEY.Key_F12)
    assert kept(counter)[0].applicant.id_number == "212345678"


def test_a_birth_date_that_is_none_says_how_to_write_it(hands: Hands, window: MainWindow) -> None:
    choose(hands, "sy")
    person = page_of(window).form.person
    person.birth.edit.setFocus()
    hands.type("31/02/1997")
    hands.press(KEY.Key_Return)
    assert person.birth.state == "error"
    assert "14/03/1997" in person.sentence.text()
    person.birth.edit.setFocus(Qt.FocusReason.TabFocusReason)
    hands.type("1997")  # a year is enough, and typing replaces what was there
    hands.press(KEY.Key_Return)
    assert (person.birth.state, person.birth.text()) == ("", "1997")


def test_going_back_to_a_field_selects_what_stands_in_it(hands: Hands, window: MainWindow) -> None:
    choose(hands, "ks")
    hands.scan(CARD)
    person = page_of(window).form.person
    hands.press(KEY.Key_Up, CTRL)
    assert window.focusWidget() is person.id.edit
    hands.until(lambda: person.id.line.selectedText() == "051197000123")
    hands.press(KEY.Key_Return)
    assert person.name.line.selectedText() == "Nguyễn Thị Thu Thảo"


# ---------------------------------------------------------------- places
def test_an_address_is_completed_without_marks(hands: Hands, window: MainWindow, counter: Counter) -> None:
    choose(hands, "sy")
    form = page_of(window).form
    form.person.name.edit.setFocus()
    hands.type("Lê Thị Ỷ")
    form.person.address.edit.setFocus()
    hands.type("Thôn Tây An Hải, ly son")
    hands.until(lambda: form.places.is_open)
    hands.press(KEY.Key_Return)
    assert form.person.address.text() == "Thôn Tây An Hải, đặc khu Lý Sơn, tỉnh Quảng Ngãi"
    hands.press(KEY.Key_F12)
    assert kept(counter)[0].applicant.unit_code == "21548"


def test_an_old_commune_gives_todays_and_both_are_kept(
    hands: Hands, window: MainWindow, counter: Counter
) -> None:
    choose(hands, "sy")
    form = page_of(window).form
    form.person.name.edit.setFocus()
    hands.type("Lê Thị Ỷ")
    form.person.address.edit.setFocus()
    hands.type("Thôn Phú, xa binh thanh")
    hands.until(lambda: form.places.is_open)
    shown = [(line.words, line.aside) for line in form.places.lines]
    assert ("xã Bình Thạnh", "nay: xã Bình Sơn") in shown
    hands.press(KEY.Key_Down)
    hands.press(KEY.Key_Return)
    assert form.person.address.text() == "Thôn Phú, xã Bình Sơn, tỉnh Quảng Ngãi"
    assert form.person.address.line._note == "cũ: xã Bình Thạnh"
    hands.press(KEY.Key_F12)
    who = kept(counter)[0].applicant
    assert who.former_address == "Thôn Phú, xã Bình Thạnh, huyện Bình Sơn, Quảng Ngãi"
    assert who.unit_code == "21040"


def test_a_card_of_before_july_2025_keeps_its_text_and_shows_the_unit_of_today(
    hands: Hands, window: MainWindow, counter: Counter
) -> None:
    choose(hands, "sy")
    old = "Thôn 1, Xã Bình Thạnh, Huyện Bình Sơn, Quảng Ngãi"
    hands.scan(f"051197000123||Lê Thị Ỷ|14031997|Nữ|{old}|01012022")
    form = page_of(window).form
    hands.until(lambda: form.person.address.line._note == "nay: xã Bình Sơn")
    hands.press(KEY.Key_F12)
    who = kept(counter)[0].applicant
    assert (who.address, who.former_address, who.unit_code) == (old, old, "21040")


def test_escape_closes_the_list_of_places_and_keeps_what_is_typed(hands: Hands, window: MainWindow) -> None:
    choose(hands, "sy")
    form = page_of(window).form
    form.person.address.edit.setFocus()
    hands.type("Thôn Tây, ly son")
    hands.until(lambda: form.places.is_open)
    hands.press(KEY.Key_Escape)
    assert not form.places.is_open
    assert form.person.address.text() == "Thôn Tây, ly son"


# ---------------------------------------------------------------- organisations and proxies
def test_an_organisation_without_a_tax_code_sends_somebody(
    hands: Hands, window: MainWindow, counter: Counter
) -> None:
    choose(hands, "sy")
    form = page_of(window).form
    hands.press(KEY.Key_N, CTRL)
    hands.press(KEY.Key_N, CTRL)
    assert form.person.way is Who.ORGANISATION
    form.person.name.edit.setFocus()
    hands.type("Nghiệp đoàn nghề cá An Vĩnh")
    form.person.kind_box.set_value(ApplicantKind.ORGANISATION)
    hands.scan(CARD)  # the card is that of the one who came
    assert form.person.name.text() == "Nghiệp đoàn nghề cá An Vĩnh"
    form.person.proxy.paper.edit.setFocus()
    hands.type("Giấy giới thiệu số 12")
    hands.press(KEY.Key_F12)
    (dossier,) = kept(counter)
    assert dossier.applicant.kind is ApplicantKind.ORGANISATION
    assert dossier.applicant.name == "Nghiệp đoàn nghề cá An Vĩnh"
    (sent,) = dossier.involved
    assert (sent.part, sent.person.name, sent.person.id_number, sent.paper) == (
        Part.AUTHORISED,
        "Nguyễn Thị Thu Thảo",
        "051197000123",
        "Giấy giới thiệu số 12",
    )


def test_an_organisation_seen_before_is_found_by_its_name(
    hands: Hands, window: MainWindow, counter: Counter
) -> None:
    choose(hands, "sy")
    hands.type("0101243150")
    hands.press(KEY.Key_Return)
    form = page_of(window).form
    assert form.person.way is Who.ORGANISATION
    hands.type("Hộ kinh doanh Tỏi Lý Sơn")
    hands.press(KEY.Key_F12)
    assert kept(counter)[0].applicant.tax_code == "0101243150"
    choose(hands, "sy")
    form.person.who.set_value(Who.ORGANISATION)
    form.person._who_changed()
    form.person.name.edit.setFocus()
    hands.type("ho kinh")
    hands.until(lambda: form.names.is_open)
    hands.press(KEY.Key_Down)
    hands.press(KEY.Key_Return)
    assert form.person.value().id_number == "0101243150"
    assert form.person.name.text() == "Hộ kinh doanh Tỏi Lý Sơn"


def test_a_list_of_names_never_shows_a_whole_id(hands: Hands, window: MainWindow) -> None:
    choose(hands, "sy")
    hands.scan(CARD)
    hands.press(KEY.Key_F12)
    choose(hands, "sy")
    form = page_of(window).form
    form.person.name.edit.setFocus()
    hands.type("nguyen thi")
    hands.until(lambda: form.names.is_open)
    (line,) = form.names.lines
    assert "051197000123" not in line.words + line.aside
    assert "1997" in line.aside


def test_the_second_card_is_the_authorised_persons(
    hands: Hands, window: MainWindow, counter: Counter
) -> None:
    choose(hands, "sy")
    hands.press(KEY.Key_N, CTRL)
    hands.scan(CARD)
    hands.scan(OTHER_CARD)
    form = page_of(window).form
    hands.press(KEY.Key_F12)
    assert form.person.proxy.paper.state == "error"  # Art. 17.1a: the paper that says so
    assert kept(counter) == []
    hands.type("Giấy ủy quyền số 05, UBND đặc khu")
    hands.press(KEY.Key_F12)
    (dossier,) = kept(counter)
    assert dossier.applicant.name == "Nguyễn Thị Thu Thảo"
    assert dossier.involved[0].person.name == "Phạm Văn Diễm"


@pytest.mark.parametrize("presses", [1, 2])
def test_the_way_of_filing_survives_escape_and_undo(hands: Hands, window: MainWindow, presses: int) -> None:
    choose(hands, "sy")
    for _press in range(presses):
        hands.press(KEY.Key_N, CTRL)
    form = page_of(window).form
    form.person.proxy.name.edit.setFocus()
    hands.type("Phạm Văn Diễm")
    before = form.typed()
    hands.press(KEY.Key_Escape)
    assert form.person.way is Who.SELF
    window.undo()
    assert form.typed() == before


def test_no_field_is_squeezed_by_what_is_said(hands: Hands, window: MainWindow) -> None:
    choose(hands, "ks")
    hands.press(KEY.Key_N, CTRL)
    hands.type("05119700")
    hands.press(KEY.Key_Return)
    hands.type("Lê Thị Ỷ")
    hands.press(KEY.Key_Return)
    hands.type("31/02/97")
    hands.press(KEY.Key_F12)
    form = page_of(window).form
    hands.until(lambda: form.person.height() >= form.person.minimumSizeHint().height())
    for field in form.person.fields:
        assert field.isHidden() or field.height() > field.edit.height()
