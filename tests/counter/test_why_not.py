"""What cannot be done to a dossier now, what cannot be taken back any more, and the article that says so."""

import pytest
from tests.counter_fixtures import Clock, draft

from motcua_desktop.counter.counter import Counter
from motcua_desktop.domain.dossier import Officer
from motcua_desktop.domain.errors import NothingToUndo
from motcua_desktop.domain.lifecycle import Move, Role, Status
from motcua_desktop.domain.query import Chip, Query
from motcua_desktop.say import say

MARITAL_STATUS = "1.004873"  # three working days


@pytest.fixture
def code(counter: Counter) -> str:
    """A dossier of three working days, received on Monday at 08:00."""
    return counter.intake.receive(draft(MARITAL_STATUS)).dossier.code


def test_a_withdrawal_by_mistake_is_taken_back_on_its_own_day(
    counter: Counter, clock: Clock, code: str
) -> None:
    before = counter.register.dossier(code)
    clock.set("2026-03-02T09:00:00")
    counter.handling.withdraw(code, "Nhầm hồ sơ")
    clock.set("2026-03-02T16:45:00")
    after = counter.handling.undo(code).dossier
    assert (after.status, after.appointment_at, after.finished_at) == (
        Status.RECEIVED,
        before.appointment_at,
        None,
    )
    assert [event.move for event in after.events[-2:]] == [Move.WITHDRAW, Move.UNDO]


def test_a_withdrawal_of_another_day_stays_and_the_sentence_says_why(
    counter: Counter, clock: Clock, code: str
) -> None:
    counter.handling.withdraw(code, "Xin rút")
    clock.set("2026-03-03T07:30:00")
    with pytest.raises(NothingToUndo) as refused:
        counter.handling.undo(code)
    assert "chỉ hoàn tác được trong ngày" in say(refused.value)
    assert "mẫu 05" in say(refused.value)
    assert counter.register.dossier(code).status is Status.WITHDRAWN


def test_a_withdrawal_the_citizen_has_on_paper_stays(counter: Counter, clock: Clock, code: str) -> None:
    withdrawn = counter.handling.withdraw(code, "Xin rút").dossier
    clock.set("2026-03-02T08:05:00")
    counter.paper.issue(withdrawn, "stop")
    with pytest.raises(NothingToUndo) as refused:
        counter.register.last_act(counter.register.dossier(code))
    assert refused.value.why == "paper"
    assert "đã in giấy" in say(refused.value)


def test_118_2025_art_19_6_a_second_letter_is_not_offered_and_the_article_is_named(
    counter: Counter, code: str
) -> None:
    assert Move.APOLOGISE in counter.register.may(counter.register.dossier(code))
    counter.handling.apologise(code, "Chờ xác minh")
    dossier = counter.register.dossier(code)
    assert Move.APOLOGISE not in counter.register.may(dossier)
    assert "Điều 19 khoản 6" in say(counter.register.why_not(dossier)[Move.APOLOGISE])


@pytest.mark.parametrize(
    ("move", "article"),
    [
        (Move.APOLOGISE, "Điều 19 khoản 6"),
        (Move.REFUSE, "Điều 19 khoản 3"),
        (Move.WITHDRAW, "mẫu 05"),
        (Move.STOP, "mẫu 05"),
    ],
)
def test_what_a_finished_dossier_forbids_is_said_with_its_article(
    counter: Counter, code: str, move: Move, article: str
) -> None:
    counter.handling.result_ready(code)
    dossier = counter.handling.give_back(code).dossier
    assert article in say(counter.register.why_not(dossier)[move])


def test_who_may_not_settle_is_told_that_the_account_is_the_reason(counter: Counter, code: str) -> None:
    counter._desk.officer = Officer("Lê Thị Sen", Role.RECEIVE)
    dossier = counter.register.dossier(code)
    assert "Tài khoản này" in say(counter.register.why_not(dossier)[Move.REFUSE])
    assert not set(counter.register.may(dossier)) & set(counter.register.why_not(dossier))


def test_filters_are_counted_together_with_the_words_of_the_search(counter: Counter, code: str) -> None:
    name = counter.register.dossier(code).applicant.name
    counter.handling.result_ready(code)
    asked = [Query(words=name), Query(words=name, chip=Chip.RUNNING), Query(words="khong co ai")]
    assert counter.register.counts(asked) == (1, 0, 0)
