"""The fee at the counter: waived, lowered, one more, with its ground; papers copied; a receipt taken back."""

import pytest
from tests.counter_fixtures import Clock
from tests.gui.hands import ALT, CTRL, Hands
from tests.gui.intake_desk import CARD, KEY, choose, hands, kept, page_of, previewed, window

from motcua_desktop.counter.counter import Counter
from motcua_desktop.domain.fees import FeeKind, total
from motcua_desktop.domain.lifecycle import Move, Status
from motcua_desktop.gui.main_window import MainWindow
from motcua_desktop.gui.pages.intake_fee_form import FeeForm
from motcua_desktop.gui.widgets.button import Button


def fee_form(window: MainWindow) -> FeeForm:
    form = page_of(window).side
    assert isinstance(form, FeeForm)
    return form


# ---------------------------------------------------------------- what is shown
def test_nothing_is_said_of_a_fee_before_a_procedure_is_chosen(hands: Hands, window: MainWindow) -> None:
    fee = page_of(window).form.fee
    previewed(hands)
    assert fee.sum.text() == ""
    assert "Không thu" not in fee.nothing.text()
    choose(hands, "sy")
    hands.until(lambda: fee.sum.text() == "2.000 đ")


def test_a_fee_may_be_not_taken_yet_and_the_next_person_pays_as_usual(
    hands: Hands, window: MainWindow, counter: Counter
) -> None:
    choose(hands, "sy")
    hands.scan(CARD)
    pay = page_of(window).form.fee.pay
    previewed(hands)
    pay.setFocus()
    hands.press(KEY.Key_Right)
    hands.press(KEY.Key_Right)
    assert pay.value() == "none"
    hands.press(KEY.Key_F12)
    assert kept(counter)[0].paid_by == "none"
    hands.press(KEY.Key_F11)
    hands.until(lambda: page_of(window).form.procedure.value is not None)
    assert pay.value() == "cash"


def test_an_amount_nobody_confirmed_is_not_said_to_be_taken(
    hands: Hands, window: MainWindow, counter: Counter
) -> None:
    choose(hands, "hkd")
    pay = page_of(window).form.fee.pay
    hands.until(lambda: pay.value() == "none")
    hands.scan(CARD)
    previewed(hands)
    pay.setFocus()
    hands.press(KEY.Key_Left)
    hands.press(KEY.Key_Left)
    hands.type("")
    previewed(hands)
    assert pay.value() == "cash", "what the officer chose stays"


# ---------------------------------------------------------------- another fee than the rules give
def test_a_waiver_needs_its_ground_and_is_kept_with_it(
    hands: Hands, window: MainWindow, counter: Counter
) -> None:
    choose(hands, "sy")
    hands.scan(CARD)
    hands.press(KEY.Key_M, CTRL)
    fee_form(window).way.set_value("none")
    fee_form(window)._way_changed()
    hands.press(KEY.Key_F12)
    assert fee_form(window).ground.state == "error"
    hands.type("Hộ nghèo")
    assert fee_form(window).ground.state == ""
    hands.press(KEY.Key_F12)
    assert page_of(window).side is None
    hands.until(lambda: page_of(window).form.fee.sum.text() == "0 đ")
    hands.press(KEY.Key_F12)
    (line,) = kept(counter)[0].fees
    assert (line.amount, line.note) == (0, "miễn: Hộ nghèo")


def test_a_waiver_holds_when_more_copies_are_asked_for(
    hands: Hands, window: MainWindow, counter: Counter
) -> None:
    choose(hands, "sy")
    hands.scan(CARD)
    hands.press(KEY.Key_M, CTRL)
    fee_form(window).way.set_value("none")
    fee_form(window)._way_changed()
    fee_form(window)._ground_box.setEditText("Người có công")
    hands.press(KEY.Key_F12)
    page_of(window).form.copies.start().setFocus()
    hands.type("9")
    hands.press(KEY.Key_F12)
    (dossier,) = kept(counter)
    assert (dossier.pages, total(dossier.fees)) == (9, 0)


def test_a_lower_amount_says_what_the_rule_gave_and_is_dropped_when_the_rule_gives_another(
    hands: Hands, window: MainWindow, counter: Counter
) -> None:
    choose(hands, "sy")
    hands.scan(CARD)
    hands.press(KEY.Key_M, CTRL)
    form = fee_form(window)
    form.way.set_value("other")
    form._way_changed()
    form.amounts[0].set_text("1.000")
    form._ground_box.setEditText("Nghị quyết 05")
    hands.press(KEY.Key_F12)
    fee = page_of(window).form.fee
    hands.until(lambda: fee.sum.text() == "1.000 đ")
    page_of(window).form.copies.start().setFocus()
    hands.type("2")
    hands.until(lambda: fee.sum.text() == "4.000 đ")
    hands.press(KEY.Key_Backspace)
    hands.type("1")
    hands.until(lambda: fee.sum.text() == "1.000 đ")
    hands.press(KEY.Key_F12)
    (line,) = kept(counter)[0].fees
    assert line.note == "giảm từ 2.000 đ: Nghị quyết 05"


def test_one_more_charge_is_kept_as_its_kind(hands: Hands, window: MainWindow, counter: Counter) -> None:
    choose(hands, "ks")
    hands.scan(CARD)
    hands.press(KEY.Key_Space, CTRL)
    hands.press(KEY.Key_M, CTRL)
    form = fee_form(window)
    form.way.set_value("other")
    form._way_changed()
    form.other.set_text("Phí bản sao trích lục")
    form.other_amount.set_text("8000")
    form.other_kind.set_value(FeeKind.FEE)
    form._ground_box.setEditText("Người nộp xin thêm 1 bản")
    hands.press(KEY.Key_F12)
    hands.press(KEY.Key_F12)
    dossier = kept(counter)[0]
    assert dossier.fees[-1].kind is FeeKind.FEE
    assert total(dossier.fees) == 8_000


def test_an_amount_that_is_none_is_said_beside_it(hands: Hands, window: MainWindow) -> None:
    choose(hands, "sy")
    hands.press(KEY.Key_M, CTRL)
    form = fee_form(window)
    form.way.set_value("other")
    form._way_changed()
    form._ground_box.setEditText("Nghị quyết 05")
    form.amounts[0].set_text("hai nghìn")
    hands.press(KEY.Key_F12)
    assert fee_form(window).amounts[0].state == "error"


def test_amounts_stand_with_their_dots(hands: Hands, window: MainWindow) -> None:
    choose(hands, "sy")
    hands.press(KEY.Key_M, CTRL)
    hands.press(KEY.Key_Right)
    (amount,) = fee_form(window).amounts
    assert amount.text() == "2.000"
    hands.press(KEY.Key_Tab)
    assert window.focusWidget() is amount.edit
    hands.type("16000")
    hands.press(KEY.Key_Tab)
    assert amount.text() == "16.000"


def test_tab_behind_the_last_field_of_a_panel_goes_to_its_button(hands: Hands, window: MainWindow) -> None:
    choose(hands, "sy")
    hands.press(KEY.Key_M, CTRL)
    for _press in range(2):
        hands.press(KEY.Key_Right)
    hands.press(KEY.Key_Tab)
    assert window.focusWidget() is fee_form(window).ground.edit
    hands.type("Người khuyết tật")
    (button,) = [one for one in window.findChildren(Button) if one.text() == "Đặt mức thu"]
    hands.until(button.isVisible)
    hands.press(KEY.Key_Tab)
    assert window.focusWidget() is button
    hands.press(KEY.Key_Space)
    assert page_of(window).form.fee_change is not None


@pytest.mark.parametrize("height", [560, 600, 640, 690])
def test_why_a_ground_is_needed_is_read_whole_on_a_low_window(
    hands: Hands, window: MainWindow, height: int
) -> None:
    window.resize(1366, height)
    choose(hands, "sy")
    hands.press(KEY.Key_M, CTRL)
    hands.press(KEY.Key_Right)
    hands.press(KEY.Key_F12)
    said = fee_form(window).ground.sentence
    hands.until(
        lambda: said.visibleRegion().boundingRect().height() >= said.height() > said.fontMetrics().height()
    )


# ---------------------------------------------------------------- papers to be copied
def test_an_empty_line_of_papers_goes_away_with_backspace(hands: Hands, window: MainWindow) -> None:
    choose(hands, "sy")
    copies = page_of(window).form.copies
    hands.press(KEY.Key_Return, CTRL)
    assert len(copies.value()) == 2
    hands.press(KEY.Key_Backspace)
    assert len(copies.value()) == 1
    assert window.focusWidget() is copies.lines[0].copies


def test_a_frequent_paper_of_the_office_names_the_line(
    hands: Hands, window: MainWindow, counter: Counter
) -> None:
    choose(hands, "sy")
    copies = page_of(window).form.copies
    hands.until(lambda: copies.frequent != ())
    hands.press(KEY.Key_2, ALT)
    assert copies.value()[0].name == copies.frequent[1]


def test_a_long_paper_costs_at_most_the_cap_for_each_copy(
    hands: Hands, window: MainWindow, counter: Counter
) -> None:
    choose(hands, "sy")
    hands.scan(CARD)
    page_of(window).form.copies.start().setFocus()
    hands.type("500")
    hands.press(KEY.Key_Tab)
    hands.type("2")
    hands.press(KEY.Key_F12)
    assert total(kept(counter)[0].fees) == 400_000


# ---------------------------------------------------------------- a receipt that was a mistake
def test_a_receipt_is_taken_back_its_number_stays_used_and_the_typed_comes_back(
    hands: Hands, window: MainWindow, counter: Counter
) -> None:
    choose(hands, "sy")
    hands.scan(CARD)
    hands.press(KEY.Key_F12)
    first = kept(counter)[0]
    assert window.can_undo
    hands.press(KEY.Key_Z, CTRL)
    gone = counter.register.dossier(first.code)
    assert gone.status is Status.WITHDRAWN
    assert (gone.events[-1].move, gone.events[-1].reason) == (Move.WITHDRAW, "Nhận nhầm, hủy tại quầy")
    form = page_of(window).form
    assert form.typed().person.name == "Nguyễn Thị Thu Thảo"
    hands.press(KEY.Key_F12)
    second = kept(counter)[0]
    assert second.code != first.code and second.uid != first.uid
    assert second.status is Status.RECEIVED
    hands.press(KEY.Key_F11)
    hands.until(lambda: len(form.recent.rows.values) == 2)
    assert [entry.paid for entry in form.recent.rows.values] == ["2.000 đ", "đã hủy"]
    assert form.recent.count.text() == "1 hôm nay"


def test_taking_back_does_not_disturb_the_next_dossier(
    hands: Hands, window: MainWindow, counter: Counter
) -> None:
    choose(hands, "sy")
    hands.scan(CARD)
    hands.press(KEY.Key_F12)
    choose(hands, "ks")
    window.undo()
    assert window.tasks.wait_idle()
    form = page_of(window).form
    assert form.procedure.value is not None and form.procedure.value.code == "1.001193"
    assert kept(counter)[0].status is Status.WITHDRAWN


def test_a_receipt_of_yesterday_is_not_taken_back(
    hands: Hands, window: MainWindow, counter: Counter, clock: Clock
) -> None:
    choose(hands, "sy")
    hands.scan(CARD)
    hands.press(KEY.Key_F12)
    clock.set("2026-03-03T08:00")
    window.undo()
    assert window.tasks.wait_idle()
    assert kept(counter)[0].status is Status.RECEIVED
    assert window._bars.count() == 1
