"""Every move from every status by every role: what the table allows happens, all else changes nothing."""

from collections.abc import Callable
from datetime import datetime, timedelta

import pytest
from tests.counter_fixtures import Clock, draft

from motcua_desktop.counter.counter import Counter
from motcua_desktop.domain.applicant import Applicant
from motcua_desktop.domain.dossier import Officer
from motcua_desktop.domain.errors import MoveNotAllowed, NothingToUndo, NotPermitted
from motcua_desktop.domain.lifecycle import ASIDE, RULES, Move, Role, Status, moves_from
from motcua_desktop.domain.terms import Term

Act = Callable[[Counter, str], object]

ACTS: dict[Move, Act] = {
    Move.ACCEPT: lambda c, code: c.online.accept(code, slip=False),
    Move.ASK_COMPLETION: lambda c, code: c.online.ask_completion(code, "Tờ khai", "Thiếu"),
    Move.NOT_ACCEPT: lambda c, code: c.online.not_accept(code, "Không thuộc thẩm quyền"),
    Move.HAND_OVER: lambda c, code: c.handling.hand_over(code, "Phòng Kinh tế"),
    Move.TAKE_OVER: lambda c, code: c.handling.take_over(code, "Phòng Kinh tế"),
    Move.ASK_SUPPLEMENT: lambda c, code: c.handling.ask_supplement(code, "Bản sao", "Thiếu"),
    Move.COMPLETE: lambda c, code: c.handling.complete(code),
    Move.CLOSE: lambda c, code: c.handling.close(code),
    Move.RESULT_READY: lambda c, code: c.handling.result_ready(code),
    Move.REFUSE: lambda c, code: c.handling.refuse(code, "Không đủ điều kiện"),
    Move.RETURN: lambda c, code: c.handling.give_back(code),
    Move.WITHDRAW: lambda c, code: c.handling.withdraw(code, "Xin rút"),
    Move.STOP: lambda c, code: c.handling.stop(code, "Có quyết định"),
    Move.APOLOGISE: lambda c, code: c.handling.apologise(code, "Chờ", datetime(2026, 9, 3, 16, 0)),
    Move.PROMISE_EARLIER: lambda c, code: c.handling.promise_earlier(
        code, c.now() + timedelta(minutes=5), "Xong sớm"
    ),
    Move.CHANGE_TERM: lambda c, code: c.handling.change_term(code, Term.of(1, "working_day"), "Sai"),
    Move.CORRECT: lambda c, code: c.handling.correct(code, Applicant("Lê Văn Hải"), "Sai tên"),
    Move.OFFICIAL_CODE: lambda c, code: c.handling.set_official_code(code, f"H48.25.12-260302-9{code[-3:]}"),
}
#: How a dossier comes to each status.
WAYS: dict[Status, tuple[Move, ...]] = {
    Status.REGISTERED: (),
    Status.TO_COMPLETE: (Move.ASK_COMPLETION,),
    Status.NOT_ACCEPTED: (Move.NOT_ACCEPT,),
    Status.RECEIVED: (Move.ACCEPT,),
    Status.IN_PROCESS: (Move.ACCEPT, Move.HAND_OVER),
    Status.WAITING: (Move.ACCEPT, Move.ASK_SUPPLEMENT),
    Status.RESULT_READY: (Move.ACCEPT, Move.RESULT_READY),
    Status.REFUSED: (Move.ACCEPT, Move.REFUSE),
    Status.RETURNED: (Move.ACCEPT, Move.RESULT_READY, Move.RETURN),
    Status.WITHDRAWN: (Move.WITHDRAW,),
    Status.STOPPED: (Move.ACCEPT, Move.STOP),
    Status.CLOSED: (Move.ACCEPT, Move.ASK_SUPPLEMENT, Move.CLOSE),
}


@pytest.fixture(autouse=True)
def without_paper(counter: Counter, monkeypatch: pytest.MonkeyPatch) -> None:
    """The table is about the register; what is printed is tested elsewhere."""
    monkeypatch.setattr(counter.paper, "try_issue", lambda *_args: (None, ""))


def sit(counter: Counter, role: Role) -> None:
    counter._desk.officer = Officer("Lê Thị Sen", role)


def brought_to(counter: Counter, clock: Clock, status: Status) -> str:
    """The code of a fresh dossier in this status; the clock then stands after any 15 days."""
    sit(counter, Role.ADMIN)
    code = counter.online.register(draft("1.004873")).dossier.code
    for move in WAYS[status]:
        if move is Move.CLOSE:
            clock.now += timedelta(days=20)
        ACTS[move](counter, code)
    if status is Status.WAITING:
        clock.now += timedelta(days=20)
    return code


def test_every_status_can_be_reached() -> None:
    assert set(WAYS) == set(Status)
    assert set(RULES) - {Move.REGISTER, Move.RECEIVE, Move.UNDO, Move.MOVE_DUE} - ASIDE == set(ACTS)


@pytest.mark.parametrize("status", Status)
def test_what_the_table_does_not_have_is_refused_and_changes_nothing(
    counter: Counter, clock: Clock, status: Status
) -> None:
    code = brought_to(counter, clock, status)
    for role in Role:
        sit(counter, role)
        for move, act in ACTS.items():
            rule = RULES[move]
            if status in rule.sources and role in rule.roles | {Role.ADMIN}:
                continue
            before = counter.register.dossier(code)
            lines = counter.register.summary()["events"]
            with pytest.raises(NotPermitted if status in rule.sources else MoveNotAllowed):
                act(counter, code)
            assert counter.register.dossier(code) == before
            assert counter.register.summary()["events"] == lines


@pytest.mark.parametrize("status", Status)
def test_what_the_table_has_happens_and_leaves_its_event(
    counter: Counter, clock: Clock, status: Status
) -> None:
    for role in (Role.RECEIVE, Role.SETTLE, Role.LEAD, Role.ADMIN):
        for move in moves_from(status, role):
            if move not in ACTS:
                continue
            clock.set("2026-03-02T08:00:00")
            code = brought_to(counter, clock, status)
            sit(counter, role)
            ACTS[move](counter, code)
            after = counter.register.dossier(code)
            assert after.events[-1].move is move
            assert after.status is (RULES[move].target or status)
            assert after.events[-1].officer == "Lê Thị Sen"
    assert counter.safekeeping.check().findings == ()


@pytest.mark.parametrize("role", [Role.RECEIVE, Role.SETTLE, Role.LEAD, Role.READ_ONLY])
def test_undo_belongs_to_those_who_may_make_the_move(counter: Counter, clock: Clock, role: Role) -> None:
    code = brought_to(counter, clock, Status.RETURNED)
    sit(counter, role)
    if role in RULES[Move.RETURN].roles:
        counter.handling.undo(code)
        assert counter.register.dossier(code).status is Status.RESULT_READY
    else:
        with pytest.raises(NotPermitted):
            counter.handling.undo(code)
        assert counter.register.dossier(code).status is Status.RETURNED


@pytest.mark.parametrize("status", Status)
def test_undo_takes_back_only_what_may_be_taken_back(counter: Counter, clock: Clock, status: Status) -> None:
    code = brought_to(counter, clock, status)
    last = counter.register.dossier(code).events[-1].move
    if RULES[last].undoable:
        assert counter.handling.undo(code).dossier.events[-1].facts["move"] == last
    else:
        with pytest.raises(NothingToUndo):
            counter.handling.undo(code)


def test_only_who_receives_may_receive(counter: Counter) -> None:
    for role in (Role.SETTLE, Role.READ_ONLY):
        sit(counter, role)
        with pytest.raises(NotPermitted):
            counter.intake.receive(draft(), slip=False)
        with pytest.raises(NotPermitted):
            counter.online.register(draft())
    assert counter.register.summary()["dossiers"] == 0
