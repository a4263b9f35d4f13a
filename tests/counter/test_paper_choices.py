"""How an office prints its forms: copies, paper and title, tried out on an invented dossier first."""

from pathlib import Path

import pytest
from tests.counter_fixtures import Clock, draft

from motcua_desktop.counter.counter import Counter
from motcua_desktop.counter.paper import FILE_WORDS, form_of_file
from motcua_desktop.counter.paper_trial import NAME
from motcua_desktop.domain.errors import BadValue
from motcua_desktop.domain.text import fold

A4_ACROSS = (841.89, 595.28)


def choice(counter: Counter, form: str) -> object:
    return next(one for one in counter.paper.choices.forms() if one.form == form)


def test_two_copies_on_one_a4_sheet_are_what_the_next_receipt_is(counter: Counter) -> None:
    counter.paper.choices.choose("receipt", 2, on_a4=True)
    slip = counter.intake.receive(draft()).slip
    assert slip is not None
    pdf = slip.read_bytes()
    assert counter.paper.page_count(pdf) == 1
    assert counter.paper.page_size(pdf, 0) == pytest.approx(A4_ACROSS, abs=1)
    text = counter.paper.text_of(pdf)
    assert "Liên 1" in text and "Liên 2" in text


def test_a_third_copy_bears_no_copy_mark(counter: Counter) -> None:
    counter.paper.choices.choose("receipt", 3)
    slip = counter.intake.receive(draft()).slip
    assert slip is not None
    text = counter.paper.text_of(slip.read_bytes())
    assert (text.count("GIẤY TIẾP NHẬN"), text.count("Liên ")) == (3, 2)


@pytest.mark.parametrize(
    ("form", "copies", "on_a4", "title", "field"),
    [
        ("receipt", 0, False, "", "copies"),
        ("receipt", 6, False, "", "copies"),
        ("stop", 1, True, "", "on_a4"),
        ("register", 2, False, "", "copies"),
        ("receipt", 1, False, "2018", "title"),
    ],
)
def test_what_a_form_cannot_be_is_refused(
    counter: Counter, form: str, copies: int, on_a4: bool, title: str, field: str
) -> None:
    with pytest.raises(BadValue) as refused:
        counter.paper.choices.choose(form, copies, on_a4, title)
    assert refused.value.field == field


def test_the_2018_title_of_the_letter_is_printed_when_chosen(counter: Counter, clock: Clock) -> None:
    counter.paper.choices.choose("apology", 1, title="2018")
    code = counter.intake.receive(draft("1.001612")).dossier.code
    clock.set("2026-03-04T08:00")
    counter.handling.apologise(code, "Chờ xác minh", paper=False)
    text = counter.paper.text_of(counter.paper.draw(counter.register.dossier(code), "apology"))
    assert "PHIẾU XIN LỖI VÀ HẸN LẠI NGÀY TRẢ KẾT QUẢ" in text


@pytest.mark.parametrize("form", sorted(FILE_WORDS))
def test_every_form_can_be_tried_without_a_dossier(counter: Counter, form: str) -> None:
    before, known = counter.accounts.log(1), choice(counter, form)
    pdf = counter.paper.choices.trial(form, known.copies)  # type: ignore[attr-defined]
    assert counter.paper.page_count(pdf) > 0
    if form not in ("procedure", "feedback", "satisfaction", "package"):  # these name nobody
        assert fold(NAME) in fold(counter.paper.text_of(pdf))
    assert counter.accounts.log(1) == before and not counter.register.newest(1)


def test_a_paper_is_named_in_vietnamese_without_marks_and_its_form_is_known(counter: Counter) -> None:
    received = counter.intake.receive(draft())
    assert received.slip is not None
    assert received.slip.name == f"{received.dossier.code}-giay-hen-20260302-080000.pdf"
    assert form_of_file(received.slip) == "receipt"
    assert form_of_file(Path("H48-261101-0001-apology-20261101090000.pdf")) == "apology"
    assert form_of_file(Path("bieu-06a-261101.pdf")) == ""
