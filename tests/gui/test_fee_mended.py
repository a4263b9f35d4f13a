"""A wrong number of pages, or a wrong fee, noticed after the citizen has gone; on its own day."""

import json

import pytest
from PySide6.QtCore import Qt
from tests.counter_fixtures import draft
from tests.gui.lists import CERTIFIED_COPY, CTRL, type_into
from tests.gui.register_desk import codes, page_of, window, words_in
from tests.gui.standing import press
from tests.gui.test_register_keys import stands_on

from motcua_desktop.counter.charging import CopyLine, copied_words, copying_fees
from motcua_desktop.counter.counter import Counter
from motcua_desktop.domain.errors import BadValue, MoveNotAllowed
from motcua_desktop.domain.fees import total
from motcua_desktop.gui.main_window import MainWindow
from motcua_desktop.gui.pages.forms.fee import FeeForm

__all__ = ["codes", "window"]
KEY = Qt.Key
PAPERS = (CopyLine("Bằng tốt nghiệp", 2, 3), CopyLine("", 1, 1))


def copied(counter: Counter) -> str:
    """The code of a dossier of certified copies: two papers."""
    procedure = counter.catalogue.procedure(CERTIFIED_COPY)
    fees = copying_fees(procedure, PAPERS, "direct", counter.now().date())
    made = draft(CERTIFIED_COPY, pages=3, copies=4, fees=fees, subject=copied_words(PAPERS))
    return counter.intake.receive(made).dossier.code


def open_form(window: MainWindow, code: str) -> FeeForm:
    page_of(window).refresh()
    assert window.tasks.wait_idle()
    stands_on(window, code)
    press(window, KEY.Key_M, CTRL)
    (form,) = page_of(window).pane.findChildren(FeeForm)
    return form


def test_other_pages_make_another_fee_and_the_slip_is_offered_again(
    window: MainWindow, counter: Counter
) -> None:
    code = copied(counter)
    before = counter.register.dossier(code)
    form = open_form(window, code)
    assert [form.value(f"pages{n}") for n in (0, 1)] == ["2", "1"]
    form.fields["pages0"].set_text("5")
    form.fields["reason"].set_text("Đếm sót trang")
    press(window, KEY.Key_F12)
    assert window.tasks.wait_idle()
    after = counter.register.dossier(code)
    fees = copying_fees(
        after.procedure, (CopyLine("Bằng tốt nghiệp", 5, 3), PAPERS[1]), "direct", after.received_at.date()
    )
    assert (after.pages, after.copies, after.fees) == (6, 4, fees)
    assert total(after.fees) > total(before.fees)
    assert "Bằng tốt nghiệp (5 trang, 3 bản sao)" in after.subject
    kept = json.loads(after.events[-1].facts["before"])
    assert kept["pages"] == 3 and "2 trang" in kept["fees"]
    assert "còn ghi thông tin cũ" in words_in(page_of(window))
    press(window, KEY.Key_Return)
    assert window.tasks.wait_idle()
    assert len(counter.register.dossier(code).printed) == 2
    counter.handling.undo(code)
    assert counter.register.dossier(code).fees == before.fees


def test_where_pages_do_not_count_each_amount_can_be_put_right(
    window: MainWindow, counter: Counter, codes: dict[str, str]
) -> None:
    form = open_form(window, codes["running"])
    form.fields["amount0"].set_text("30 nghìn")
    form.fields["reason"].set_text("Gõ sai")
    press(window, KEY.Key_F12)
    assert form.fields["amount0"].state == "error"
    form.fields["amount0"].set_text("30.000")
    press(window, KEY.Key_F12)
    assert window.tasks.wait_idle()
    fee = counter.register.dossier(codes["running"]).fees[0]
    assert (fee.amount, fee.confirmed) == (30_000, True)
    assert "thành 30.000 đ" in window.toast._words.text()


def test_on_another_day_the_key_says_why_and_the_counter_refuses(
    window: MainWindow, counter: Counter, codes: dict[str, str]
) -> None:
    stands_on(window, codes["late"])
    press(window, KEY.Key_M, CTRL)
    assert "chỉ sửa được trong ngày tiếp nhận" in window.toast._words.text()
    assert not page_of(window).pane.has_form
    with pytest.raises(MoveNotAllowed):
        counter.handling.correct_fee(codes["late"], "Gõ sai", amounts=[0])


@pytest.mark.parametrize("papers", [[CopyLine("", 0, 1)], [CopyLine("", 1, 10_001)]])
def test_no_pages_or_too_many_are_refused(counter: Counter, papers: list[CopyLine]) -> None:
    code = copied(counter)
    with pytest.raises(BadValue):
        counter.handling.correct_fee(code, "Gõ sai", papers=papers)


def test_every_amount_that_stands_must_be_told(counter: Counter) -> None:
    code = copied(counter)
    with pytest.raises(BadValue):
        counter.handling.correct_fee(code, "Gõ sai", amounts=[1_000])
