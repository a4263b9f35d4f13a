"""The person of a dossier, drafts, short forms and keys of the intake page."""

import pytest
from PySide6.QtCore import Qt
from tests.gui.hands import CTRL, Hands
from tests.gui.intake_desk import CARD, KEY, OTHER_CARD, choose, hands, kept, page_of, window

from motcua_desktop.counter.counter import Counter
from motcua_desktop.domain.lifecycle import Status
from motcua_desktop.gui.main_window import MainWindow
from motcua_desktop.gui.theme import look


# ---------------------------------------------------------------- the person
def test_numbers_are_masked_once_they_are_left(hands: Hands, window: MainWindow) -> None:
    choose(hands, "sy")
    hands.scan(CARD)
    form = page_of(window).form
    hands.until(lambda: form.person.id.line.text() == "051•••••0123")
    form.person.id.edit.setFocus()
    hands.until(lambda: form.person.id.line.text() == "051197000123")


def test_a_damaged_card_says_check_the_name(hands: Hands, window: MainWindow) -> None:
    choose(hands, "sy")
    hands.scan("051197000123||Nguye64n Thi5 Thu Tha3o|14031997|Nu74|Tây An Hải|01012022")
    badge = page_of(window).form.person.scan_badge
    assert "Kiểm tra lại họ tên" in badge.text()
    assert page_of(window).form.person.sex.text() == "Nữ"


def test_a_scanner_as_slow_as_fingers_fills_the_person_too(hands: Hands, window: MainWindow) -> None:
    choose(hands, "sy")
    hands.type(CARD)
    hands.press(KEY.Key_Return)
    hands.until(lambda: page_of(window).form.typed().person.name == "Nguyễn Thị Thu Thảo")
    form = page_of(window).form
    hands.until(lambda: window.focusWidget() is form.person.phone.edit)
    hands.type("0905123456")
    assert form.typed().person.id_number == "051197000123"
    assert form.typed().person.phone == "0905123456"


def test_the_telephone_of_a_known_person_is_offered(
    hands: Hands, window: MainWindow, counter: Counter
) -> None:
    choose(hands, "sy")
    hands.scan(CARD)
    hands.type("0905123456")
    hands.press(KEY.Key_F12)
    choose(hands, "sy")
    hands.scan(CARD)
    form = page_of(window).form
    assert form.person.has_offer
    assert "0905123456" not in form.person.offer.text()
    hands.press(KEY.Key_U, CTRL)
    assert form.typed().person.phone == "0905123456"
    hands.press(KEY.Key_F12)
    assert kept(counter)[0].applicant.phone == "0905123456"


def test_an_id_says_the_sex_and_a_birth_date_is_tidied(hands: Hands, window: MainWindow) -> None:
    choose(hands, "sy")
    hands.type("051197000123")
    hands.press(KEY.Key_Return)
    hands.type("Lê Thị Ỷ")
    hands.press(KEY.Key_Return)
    hands.type("14031997")
    hands.press(KEY.Key_Return)
    person = page_of(window).form.typed().person
    assert (person.sex, person.birth, person.name) == ("Nữ", "14/03/1997", "Lê Thị Ỷ")


# ---------------------------------------------------------------- nothing is lost
def test_escape_drops_the_draft_and_undo_brings_all_of_it_back(hands: Hands, window: MainWindow) -> None:
    choose(hands, "ks")
    hands.scan(CARD)
    hands.press(KEY.Key_Space, CTRL)
    before = page_of(window).form.typed()
    hands.press(KEY.Key_Escape)
    assert page_of(window).form.typed().is_empty
    window.undo()
    assert page_of(window).form.typed() == before


def test_a_draft_survives_another_page(hands: Hands, window: MainWindow) -> None:
    choose(hands, "ks")
    hands.scan(CARD)
    before = page_of(window).form.typed()
    hands.press(KEY.Key_F3)
    hands.press(KEY.Key_F2)
    assert page_of(window).form.typed() == before
    assert page_of(window).unsaved()


def test_a_scan_on_another_page_opens_intake_and_fills_it(hands: Hands, window: MainWindow) -> None:
    hands.press(KEY.Key_F4)
    hands.scan(CARD)
    assert window.pages.key == "intake"
    assert page_of(window).form.typed().person.name == "Nguyễn Thị Thu Thảo"


def test_giving_up_same_as_last_starts_an_empty_form(hands: Hands, window: MainWindow) -> None:
    choose(hands, "sy")
    hands.scan(CARD)
    hands.press(KEY.Key_F12)
    hands.press(KEY.Key_F11)
    assert page_of(window).form.same_bar.isVisible()
    page_of(window).start_anew()
    assert not page_of(window).form.same_bar.isVisible()
    assert page_of(window).form.typed().is_empty


# ---------------------------------------------------------------- short forms and paper
def test_a_supplement_request_is_kept_without_receiving(
    hands: Hands, window: MainWindow, counter: Counter
) -> None:
    choose(hands, "ks")
    hands.scan(CARD)
    hands.press(KEY.Key_B, CTRL)
    hands.press(KEY.Key_F12)
    (dossier,) = kept(counter)
    assert dossier.status is Status.TO_COMPLETE
    assert dossier.due_at is None
    assert "Giấy chứng sinh" in dossier.supplements[0].content
    assert dossier.supplements[0].at_intake
    assert [paper.form for paper in dossier.printed] == ["supplement"]
    assert page_of(window).form.typed().is_empty


def test_a_refusal_at_the_counter_gives_its_paper(hands: Hands, counter: Counter) -> None:
    choose(hands, "ks")
    hands.scan(CARD)
    hands.press(KEY.Key_G, CTRL)
    hands.type("Không thuộc thẩm quyền (Luật Hộ tịch, Điều 7)")
    hands.press(KEY.Key_F12)
    (dossier,) = kept(counter)
    assert dossier.status is Status.NOT_ACCEPTED
    assert [paper.form for paper in dossier.printed] == ["refusal"]


def test_the_preview_receives_nothing(hands: Hands, window: MainWindow, counter: Counter) -> None:
    choose(hands, "sy")
    hands.scan(CARD)
    next_code = counter.numbering.next_code()
    hands.press(KEY.Key_P, CTRL)
    hands.press(KEY.Key_Escape)
    assert kept(counter) == []
    assert counter.numbering.next_code() == next_code
    assert page_of(window).form.typed().person.name == "Nguyễn Thị Thu Thảo"


# ---------------------------------------------------------------- keys and room
def test_enter_before_the_list_has_come_takes_its_first_line(hands: Hands, window: MainWindow) -> None:
    hands.type("ks")
    hands.press(KEY.Key_Return)
    form = page_of(window).form
    hands.until(lambda: form.procedure.value is not None)
    assert form.procedure.value is not None and form.procedure.value.code == "1.001193"
    assert window.focusWidget() is form.person.id.edit


def test_the_arrow_lists_what_is_received_most(hands: Hands, window: MainWindow) -> None:
    choose(hands, "tthn")
    hands.scan(CARD)
    hands.press(KEY.Key_Space, CTRL)
    hands.press(KEY.Key_F12)
    hands.press(KEY.Key_Down)
    field = page_of(window).form.procedure
    assert field.is_open
    hands.press(KEY.Key_Return)
    assert field.value is not None and field.value.alias == "tthn"


def test_enter_goes_through_every_field_to_the_end(hands: Hands, window: MainWindow) -> None:
    choose(hands, "ks")
    cursor = page_of(window).form.cursor
    for widget in cursor.order()[3:]:
        hands.press(KEY.Key_Return)
        assert window.focusWidget() is widget


def test_groups_are_left_with_ctrl_and_arrows(hands: Hands, window: MainWindow) -> None:
    choose(hands, "ks")
    form = page_of(window).form
    hands.press(KEY.Key_Down, CTRL)
    assert window.focusWidget() is form.papers.list
    hands.press(KEY.Key_Up, CTRL)
    assert window.focusWidget() is form.person.id.edit


@pytest.mark.parametrize("scale", [1.0, 1.5])
def test_the_page_is_never_wider_than_the_window(hands: Hands, window: MainWindow, scale: float) -> None:
    choose(hands, "ks")
    hands.scan(CARD)
    look().set(scale=scale)
    assert window.tasks.wait_idle()
    page = page_of(window)
    assert page.minimumSizeHint().width() <= window.width() - window.navigation.width()


def test_ctrl_tab_goes_to_something_that_takes_keys(hands: Hands, window: MainWindow) -> None:
    choose(hands, "sy")
    hands.scan(CARD)
    hands.press(KEY.Key_F12)
    hands.press(KEY.Key_F11)
    hands.scan(OTHER_CARD)
    form = page_of(window).form
    hands.press(KEY.Key_Tab, CTRL)
    assert window.focusWidget() is form.recent.list
    hands.press(KEY.Key_Tab, CTRL)
    assert window.focusWidget() is form.copies.start()
    hands.press(KEY.Key_Escape)
    choose(hands, "ks")
    hands.press(KEY.Key_Tab, CTRL)
    focus = window.focusWidget()
    assert focus is not None and form.panel.isAncestorOf(focus)
    assert focus.focusPolicy() & Qt.FocusPolicy.TabFocus
