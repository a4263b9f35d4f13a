"""The life of a dossier, move by move (Decree 118/2025 Art. 17–20)."""

from datetime import datetime

import pytest
from tests.counter_fixtures import Clock, draft

from motcua_desktop.counter.counter import Counter
from motcua_desktop.domain.applicant import Applicant
from motcua_desktop.domain.dossier import PromiseReason
from motcua_desktop.domain.errors import (
    AlreadyReappointed,
    BadValue,
    CodeTaken,
    MissingPapers,
    MoveNotAllowed,
    NewDateNotLater,
    NothingToUndo,
    ProxyPaperMissing,
    ReasonMissing,
    TermOnlyShorter,
    TooEarlyToClose,
)
from motcua_desktop.domain.lifecycle import PORTAL_STATUS, Move, Status
from motcua_desktop.domain.terms import Term

MARITAL_STATUS = "1.004873"  # three working days


@pytest.fixture
def code(counter: Counter) -> str:
    """A dossier of three working days, received on Monday at 08:00."""
    return counter.intake.receive(draft(MARITAL_STATUS), slip=False).dossier.code


def test_a_dossier_goes_to_the_section_and_comes_back_with_its_result(
    counter: Counter, clock: Clock, code: str
) -> None:
    handed = counter.handling.hand_over(code, "Phòng Kinh tế").dossier
    assert (handed.status, handed.holder) == (Status.IN_PROCESS, "Phòng Kinh tế")
    clock.set("2026-03-03T09:00:00")
    assert counter.handling.take_over(code, "Bộ phận Một cửa").dossier.holder == "Bộ phận Một cửa"
    assert counter.handling.result_ready(code).dossier.finished_at == datetime(2026, 3, 3, 9, 0)
    given = counter.handling.give_back(code, "Dương Thị Mỹ Linh").dossier

    assert given.status is Status.RETURNED
    assert given.events[-1].facts["how"] == "counter"
    assert [e.facts.get("to") for e in given.events if e.move is Move.HAND_OVER] == ["Phòng Kinh tế"]


@pytest.mark.parametrize(("to", "paper"), [("", "GUQ 12"), ("Lê Văn Hải", "")])
def test_a_proxy_needs_a_name_and_the_paper(counter: Counter, code: str, to: str, paper: str) -> None:
    counter.handling.result_ready(code)
    with pytest.raises(ProxyPaperMissing):
        counter.handling.give_back(code, to, "proxy", paper)
    assert counter.register.dossier(code).status is Status.RESULT_READY
    assert (
        counter.handling.give_back(code, "Lê Văn Hải", "proxy", "GUQ 12/2026")
        .dossier.events[-1]
        .facts["paper"]
    )


def test_a_result_may_go_by_post_but_not_by_a_way_nobody_knows(counter: Counter, code: str) -> None:
    counter.handling.result_ready(code)
    with pytest.raises(BadValue):
        counter.handling.give_back(code, how="bồ câu")
    assert counter.handling.give_back(code, how="post").dossier.status is Status.RETURNED


def test_118_2025_art_19_5_a_supplement_restarts_the_clock(counter: Counter, clock: Clock, code: str) -> None:
    clock.set("2026-03-03T10:00:00")
    waiting = counter.handling.ask_supplement(code, "Bản sao trích lục", "Bản chụp mờ").dossier
    assert (waiting.status, waiting.waiting_since) == (Status.WAITING, datetime(2026, 3, 3, 10, 0))
    clock.set("2026-03-09T14:00:00")
    whole = counter.handling.complete(code).dossier

    assert whole.status is Status.IN_PROCESS
    assert whole.due_at == datetime(2026, 3, 12, 14, 0)
    assert [p.reason for p in whole.promises] == [PromiseReason.RECEIPT, PromiseReason.SUPPLEMENT]


def test_a_second_supplement_asks_for_a_reason_and_warns(counter: Counter, clock: Clock, code: str) -> None:
    assert counter.handling.ask_supplement(code, "Bản sao", "Thiếu").warnings == ()
    counter.handling.complete(code)
    with pytest.raises(ReasonMissing):
        counter.handling.ask_supplement(code, "Bản sao", " ")
    assert [w.what for w in counter.handling.supplement_warnings(code)] == ["second_supplement"]
    again = counter.handling.ask_supplement(code, "Bản sao khác", "Giấy mới hết hạn")
    assert [w.what for w in again.warnings] == ["second_supplement"]


def test_a_request_after_three_working_days_is_warned_of(counter: Counter, clock: Clock, code: str) -> None:
    clock.set("2026-03-06T08:00:00")
    late = counter.handling.ask_supplement(code, "Bản sao", "Thiếu")
    assert [w.what for w in late.warnings] == ["late_supplement"]


def test_118_2025_art_19_5_a_dossier_is_closed_only_after_15_days(
    counter: Counter, clock: Clock, code: str
) -> None:
    counter.handling.ask_supplement(code, "Bản sao", "Thiếu")
    clock.set("2026-03-17T16:00:00")
    with pytest.raises(TooEarlyToClose):
        counter.handling.close(code)
    clock.set("2026-03-18T07:30:00")
    closed = counter.handling.close(code).dossier
    assert closed.status is Status.CLOSED
    assert closed.supplements[0].closed_at == datetime(2026, 3, 18, 7, 30)


def test_118_2025_art_19_6_a_letter_of_apology_appoints_anew_once(
    counter: Counter, clock: Clock, code: str
) -> None:
    clock.set("2026-03-04T15:00:00")
    done = counter.handling.apologise(code, "Chờ xác minh")
    letter = done.dossier.apologies[0]
    assert (letter.old_date, letter.new_date) == (datetime(2026, 3, 5, 8), datetime(2026, 3, 9, 17))
    assert done.dossier.appointment_at == letter.new_date
    assert done.warnings == ()
    with pytest.raises(AlreadyReappointed):
        counter.handling.apologise(code, "Lại chờ")
    assert len(counter.register.dossier(code).promises) == 2


def test_a_letter_on_the_last_day_is_written_but_said_to_be_late(
    counter: Counter, clock: Clock, code: str
) -> None:
    clock.set("2026-03-05T07:30:00")
    assert [w.what for w in counter.handling.apologise(code, "Chờ").warnings] == ["late_letter"]


def test_an_apology_needs_a_reason_and_a_later_date(counter: Counter, code: str) -> None:
    with pytest.raises(ReasonMissing):
        counter.handling.apologise(code, "")
    with pytest.raises(NewDateNotLater):
        counter.handling.apologise(code, "Chờ", datetime(2026, 3, 5, 8, 0))
    assert counter.register.dossier(code).apologies == ()


def test_a_promise_may_come_earlier_never_later(counter: Counter, code: str) -> None:
    with pytest.raises(NewDateNotLater):
        counter.handling.promise_earlier(code, datetime(2026, 3, 6, 8), "Xong sớm")
    early = counter.handling.promise_earlier(code, datetime(2026, 3, 4, 8), "Xong sớm").dossier
    assert early.appointment_at == datetime(2026, 3, 4, 8)
    assert early.due_at == datetime(2026, 3, 5, 8)


def test_a_term_may_be_set_right_but_not_made_longer(counter: Counter, code: str) -> None:
    with pytest.raises(TermOnlyShorter):
        counter.handling.change_term(code, Term.of(5, "working_day"), "Cổng ghi sai")
    shorter = counter.handling.change_term(code, Term.of(2, "working_day"), "Cổng ghi sai").dossier
    assert shorter.appointment_at == datetime(2026, 3, 4, 8)
    assert shorter.term_reason == "Cổng ghi sai"


def test_withdrawn_stopped_and_refused_dossiers_say_why(counter: Counter, code: str) -> None:
    for act in (counter.handling.withdraw, counter.handling.stop, counter.handling.refuse):
        with pytest.raises(ReasonMissing):
            act(code, " ")
    refused = counter.handling.refuse(code, "Không đủ điều kiện").dossier
    assert (refused.status, refused.events[-1].reason) == (Status.REFUSED, "Không đủ điều kiện")
    assert counter.handling.give_back(code).dossier.status is Status.RETURNED


def test_a_refusal_after_the_term_is_said_to_be_late(counter: Counter, clock: Clock, code: str) -> None:
    clock.set("2026-03-06T08:00:00")
    assert [w.what for w in counter.handling.refuse(code, "Không đủ").warnings] == ["late_refusal"]


def test_an_online_dossier_has_no_clock_until_it_is_accepted(counter: Counter, clock: Clock) -> None:
    registered = counter.online.register(draft(MARITAL_STATUS)).dossier
    assert (registered.status, registered.promises, registered.appointment_at) == (
        Status.REGISTERED,
        (),
        None,
    )
    assert counter.online.answer_by(registered) == datetime(2026, 3, 3, 8, 0)
    clock.set("2026-03-03T07:30:00")
    accepted = counter.online.accept(registered.code, slip=False).dossier
    assert accepted.clock_start == datetime(2026, 3, 3, 7, 30)
    assert accepted.appointment_at == datetime(2026, 3, 6, 7, 30)
    assert accepted.received_at == datetime(2026, 3, 2, 8, 0)


def test_an_incomplete_online_dossier_is_guided_once_then_accepted(counter: Counter, clock: Clock) -> None:
    code = counter.online.register(draft(MARITAL_STATUS, components=())).dossier.code
    with pytest.raises(MissingPapers):
        counter.online.accept(code, ())
    asked = counter.online.ask_completion(code, "Tờ khai", "Thiếu tờ khai").dossier
    assert asked.status is Status.TO_COMPLETE and asked.supplements[0].at_intake
    with pytest.raises(MoveNotAllowed):
        counter.online.ask_completion(code, "Nữa", "Thiếu nữa")
    clock.set("2026-03-05T08:00:00")
    accepted = counter.online.accept(code, slip=False).dossier
    assert accepted.pauses == ()
    assert accepted.due_at == datetime(2026, 3, 10, 8, 0)


def test_a_dossier_not_accepted_is_told_why(counter: Counter) -> None:
    code = counter.online.register(draft()).dossier.code
    refused = counter.online.not_accept(code, "Không thuộc thẩm quyền").dossier
    assert (refused.status, PORTAL_STATUS[refused.status]) == (Status.NOT_ACCEPTED, "3")


def test_a_correction_keeps_what_stood_before(counter: Counter, clock: Clock, code: str) -> None:
    clock.set("2026-03-02T09:00:00")
    right = Applicant(name="Dương Thị Mỹ Lịnh", phone="0905 123 456")
    corrected = counter.handling.correct(code, right, "Sai dấu").dossier

    assert corrected.applicant.name == "Dương Thị Mỹ Lịnh"
    assert corrected.applicant.phone == "0905123456"
    assert "Dương Thị Mỹ Linh" in corrected.events[-1].facts["before"]
    before = counter.register.as_of(code, datetime(2026, 3, 2, 8, 30))
    assert before is not None and before.applicant.name == "Dương Thị Mỹ Linh"


def test_the_official_code_is_found_and_belongs_to_one(counter: Counter, code: str) -> None:
    counter.handling.set_official_code(code, "H48.25.12-260302-0777")
    assert counter.register.dossier("H48.25.12-260302-0777").code == code
    other = counter.intake.receive(draft(), slip=False).dossier.code
    with pytest.raises(CodeTaken):
        counter.handling.set_official_code(other, "H48.25.12-260302-0777")
    with pytest.raises(BadValue):
        counter.handling.set_official_code(other, "0777")


def test_a_return_is_taken_back_and_both_are_seen(counter: Counter, clock: Clock, code: str) -> None:
    counter.handling.result_ready(code)
    clock.set("2026-03-03T08:00:00")
    counter.handling.give_back(code, "Người khác")
    clock.set("2026-03-03T08:05:00")
    undone = counter.handling.undo(code).dossier

    assert (undone.status, undone.returned_at, undone.returned_to) == (Status.RESULT_READY, None, "")
    assert [e.move for e in undone.events][-2:] == [Move.RETURN, Move.UNDO]
    assert undone.events[-1].facts["move"] == "return"
    seen_then = counter.register.as_of(code, datetime(2026, 3, 3, 8, 2))
    assert seen_then is not None and seen_then.status is Status.RETURNED


def test_moves_are_taken_back_one_after_the_other_down_to_the_receipt(
    counter: Counter, clock: Clock, code: str
) -> None:
    counter.handling.hand_over(code, "Phòng Kinh tế")
    counter.handling.ask_supplement(code, "Bản sao", "Thiếu")
    clock.set("2026-03-04T08:00:00")
    counter.handling.complete(code)

    waiting = counter.handling.undo(code).dossier
    assert waiting.status is Status.WAITING
    assert waiting.supplements[0].completed_at is None
    assert waiting.appointment_at == datetime(2026, 3, 5, 8, 0)
    in_process = counter.handling.undo(code).dossier
    assert (in_process.status, in_process.supplements) == (Status.IN_PROCESS, ())
    received = counter.handling.undo(code).dossier
    assert (received.status, received.holder) == (Status.RECEIVED, "")
    with pytest.raises(NothingToUndo):
        counter.handling.undo(code)
    assert counter.safekeeping.check().findings == ()


def test_a_letter_that_went_out_is_not_taken_back(counter: Counter, code: str) -> None:
    counter.handling.apologise(code, "Chờ xác minh")
    with pytest.raises(NothingToUndo):
        counter.handling.undo(code)
    assert counter.register.dossier(code).apologies


def test_an_official_code_does_not_stand_in_the_way_of_undo(counter: Counter, code: str) -> None:
    counter.handling.result_ready(code)
    counter.handling.set_official_code(code, "H48.25.12-260302-0777")
    undone = counter.handling.undo(code).dossier
    assert (undone.status, undone.official_code) == (Status.RECEIVED, "H48.25.12-260302-0777")


def test_every_status_has_its_number_at_the_portal() -> None:
    assert set(PORTAL_STATUS) == set(Status)
    assert set(PORTAL_STATUS.values()) <= {str(number) for number in range(1, 11)}
