"""Whoever files for another is named: F12 says what is missing of them, and goes on saying it."""

from tests.gui.hands import CTRL, Hands
from tests.gui.intake_desk import CARD, KEY, choose, hands, kept, page_of, previewed, window

from motcua_desktop.counter.counter import Counter
from motcua_desktop.gui.main_window import MainWindow
from motcua_desktop.gui.pages.intake_person_fields import Who

__all__ = ["hands", "window"]


def filed_by_somebody(hands: Hands) -> None:
    """The owner's card is read and all papers are there, but nobody was named who files for them."""
    choose(hands, "ks")
    hands.press(KEY.Key_N, CTRL)
    hands.scan(CARD)
    hands.press(KEY.Key_Space, CTRL)


def test_a_dossier_filed_for_another_is_not_received_as_the_owners_own(
    hands: Hands, window: MainWindow, counter: Counter
) -> None:
    filed_by_somebody(hands)
    hands.press(KEY.Key_F12)
    assert kept(counter) == []
    proxy = page_of(window).form.person.proxy
    assert proxy.name.state == "error"
    assert proxy.name.sentence.text().endswith("Nhập họ và tên, hoặc chọn lại “Bản thân”.")
    assert window.focusWidget() is proxy.name.edit
    previewed(hands)
    assert proxy.name.state == "error"


def test_the_owner_who_came_after_all_goes_back_to_filing_in_person(
    hands: Hands, window: MainWindow, counter: Counter
) -> None:
    filed_by_somebody(hands)
    hands.press(KEY.Key_F12)
    for _press in range(2):
        hands.press(KEY.Key_N, CTRL)
    assert page_of(window).form.person.way is Who.SELF
    hands.press(KEY.Key_F12)
    (dossier,) = kept(counter)
    assert dossier.involved == ()


def test_that_somebody_files_for_the_owner_comes_back_with_the_draft(
    hands: Hands, window: MainWindow, counter: Counter
) -> None:
    filed_by_somebody(hands)
    hands.press(KEY.Key_Escape)
    window.undo()
    assert page_of(window).form.person.way is Who.PROXY
    hands.press(KEY.Key_F12)
    assert kept(counter) == []


def test_an_organisation_may_send_nobody_by_name(hands: Hands, window: MainWindow, counter: Counter) -> None:
    choose(hands, "sy")
    for _press in range(2):
        hands.press(KEY.Key_N, CTRL)
    page_of(window).form.person.name.edit.setFocus()
    hands.type("Nghiệp đoàn nghề cá An Vĩnh")
    hands.press(KEY.Key_F12)
    (dossier,) = kept(counter)
    assert dossier.involved == ()


def test_what_f12_found_missing_stays_said_after_the_next_answer_of_the_counter(
    hands: Hands, window: MainWindow, counter: Counter
) -> None:
    choose(hands, "hkd")
    for _press in range(2):
        hands.press(KEY.Key_N, CTRL)
    form = page_of(window).form
    form.person.name.edit.setFocus()
    hands.type("Hộ kinh doanh Tỏi Lý Sơn")
    hands.scan(CARD)
    hands.press(KEY.Key_Space, CTRL)
    hands.press(KEY.Key_F12)
    previewed(hands)
    paper = form.person.proxy.paper
    assert (paper.state, paper.sentence.text()) == (
        "error",
        "Cần giấy cho phép nộp thay. Ghi số, ngày của giấy.",
    )
    assert kept(counter) == []
    hands.type("Giấy giới thiệu số 12")
    hands.until(lambda: paper.state == "")
    hands.press(KEY.Key_F12)
    assert len(kept(counter)) == 1
