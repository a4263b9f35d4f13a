"""The lists an office chooses from are its own data, in Vietnamese whatever the window speaks."""

from dataclasses import replace

import pytest

from motcua_desktop.counter.counter import Counter
from motcua_desktop.counter.office import USUAL_LISTS
from motcua_desktop.domain.errors import BadValue
from motcua_desktop.domain.paper_answers import Signer
from motcua_desktop.say import say


@pytest.mark.parametrize("what", sorted(USUAL_LISTS))
def test_a_list_is_the_usual_one_until_the_office_writes_its_own(counter: Counter, what: str) -> None:
    assert counter.office.names(what) == USUAL_LISTS[what]
    assert counter.office.set_names(what, ["  Tổ   Hải sản ", "Tổ Hải sản", ""]) == ("Tổ Hải sản",)
    assert counter.office.set_names(what, []) == USUAL_LISTS[what]


def test_a_name_too_long_for_a_choice_is_refused(counter: Counter) -> None:
    with pytest.raises(BadValue) as refused:
        counter.office.set_names("sections", ["x" * 121])
    assert refused.value.field == "sections"


def test_signers_of_the_list_are_offered_for_letters(counter: Counter) -> None:
    signer = Signer("Trần Văn Mẫu", "PHÓ CHỦ TỊCH", "KT. CHỦ TỊCH")
    counter.office.set_signers([signer, signer])
    assert counter.office.signers() == (signer,)
    with pytest.raises(BadValue):
        counter.office.set_signers([Signer("Trần Văn Mẫu", "")])
    assert counter.office.signers() == (signer,)


@pytest.mark.parametrize("line", ["abc", "không có", "--"])
def test_no_slip_names_a_telephone_nobody_can_call(counter: Counter, line: str) -> None:
    before = counter.office.office()
    with pytest.raises(BadValue) as refused:
        counter.office.set_up(replace(before, phone=line))
    assert say(refused.value).startswith(f"Giá trị “{line}” của mục Điện thoại không hợp lệ.")
    assert counter.office.office() == before
    for good in ("", "113", "(0255) 3867 890, máy lẻ 12"):
        counter.office.set_up(replace(before, phone=good))
        assert counter.office.office().phone == good
