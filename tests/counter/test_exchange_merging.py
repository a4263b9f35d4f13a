"""Two machines of one office become one register, whichever reads the other first."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.counter_fixtures import Clock
from tests.exchange_offices import Machines, answer, carry, content, received

from motcua_desktop.counter.counter import Counter
from motcua_desktop.domain.errors import Refusal
from motcua_desktop.domain.exchange import ConflictKind, Decision
from motcua_desktop.domain.lifecycle import Status
from motcua_desktop.domain.sync_errors import (
    UnknownConflict,
)


def test_a_lost_machine_is_rebuilt_from_its_package(machines: Machines, clock: Clock) -> None:
    old, new = machines("", "")
    code = received(old, procedure="2.000635")
    clock.set("2026-03-02T09:00:00")
    old.handling.hand_over(code, "Phòng Kinh tế")
    done = carry(old, new)
    assert (done.added, done.conflicts) == (1, 0)
    assert content(new) == content(old)
    assert new.safekeeping.check().findings == ()
    (event,) = [e for e in new.register.dossier(code).events if e.move == "hand_over"]
    assert (event.officer, event.at) == ("Cán bộ 0", clock.now)


def test_the_next_code_of_a_rebuilt_machine_goes_on(machines: Machines) -> None:
    old, new = machines("", "")
    received(old)
    assert carry(old, new).added == 1
    assert received(new) == "H48.25.12-260302-0002"


def test_a_package_read_twice_changes_nothing(machines: Machines, tmp_path: Path) -> None:
    a, b = machines("", "")
    received(a)
    a.exchange.export(tmp_path / "p.zip", since=0)
    b.exchange.read_in(tmp_path / "p.zip")
    before = content(b)
    assert b.exchange.read_in(tmp_path / "p.zip").again
    assert content(b) == before


def test_a_dry_run_says_what_would_come_and_writes_nothing(machines: Machines, tmp_path: Path) -> None:
    a, b = machines("", "")
    received(a)
    a.exchange.export(tmp_path / "p.zip", since=0)
    assert b.exchange.read_in(tmp_path / "p.zip", dry_run=True).added == 1
    assert content(b) == {}
    assert not b.exchange.read_in(tmp_path / "p.zip").again


def test_a_dossier_that_went_on_elsewhere_goes_on_here(machines: Machines, clock: Clock) -> None:
    a, b = machines("", "")
    code = received(a, procedure="2.000635")
    carry(a, b)
    clock.set("2026-03-02T10:00:00")
    b.handling.ask_supplement(code, "Bản sao", "Ảnh mờ")
    clock.set("2026-03-03T10:00:00")
    b.handling.complete(code)
    done = carry(b, a)
    assert (done.moved_on, done.conflicts) == (1, 0)
    assert a.register.dossier(code).status is b.register.dossier(code).status
    assert content(a) == content(b)


def diverged(a: Counter, b: Counter, clock: Clock) -> str:
    code = received(a, procedure="2.000635")
    carry(a, b)
    clock.set("2026-03-02T10:00:00")
    a.handling.hand_over(code, "Phòng Kinh tế")
    b.handling.withdraw(code, "Người nộp rút hồ sơ")
    return code


def test_what_both_changed_is_shown_side_by_side_and_nothing_is_overwritten(
    machines: Machines, clock: Clock
) -> None:
    a, b = machines("", "")
    code = diverged(a, b, clock)
    before = content(b)
    assert carry(a, b).conflicts == 1
    assert content(b) == before
    (conflict,) = b.exchange.conflicts()
    assert conflict.kind is ConflictKind.BOTH_CHANGED
    assert (conflict.mine.status, conflict.theirs.status) == (Status.WITHDRAWN, Status.IN_PROCESS)
    assert (conflict.mine.code, conflict.mine.changed_by, conflict.theirs.changed_by) == (
        code,
        "Cán bộ 1",
        "Cán bộ 0",
    )
    assert "status" in conflict.differs


@pytest.mark.parametrize("decision", [Decision.MINE, Decision.THEIRS])
def test_a_decision_made_on_one_machine_holds_on_both(
    machines: Machines, clock: Clock, decision: Decision
) -> None:
    a, b = machines("", "")
    code = diverged(a, b, clock)
    carry(a, b)
    clock.set("2026-03-02T14:00:00")
    b.exchange.decide(b.exchange.conflicts()[0].id, decision, "Đã hỏi người nộp")
    carry(b, a)
    expected = Status.WITHDRAWN if decision is Decision.MINE else Status.IN_PROCESS
    assert a.register.dossier(code).status is b.register.dossier(code).status is expected
    assert content(a) == content(b)
    assert {e.move for e in a.register.dossier(code).events} >= {"hand_over", "withdraw", "correct"}
    for counter in (a, b):
        assert counter.exchange.conflicts() == ()
        assert counter.safekeeping.check().findings == ()


def test_a_decision_needs_a_reason_and_an_open_conflict(machines: Machines, clock: Clock) -> None:
    a, b = machines("", "")
    diverged(a, b, clock)
    carry(a, b)
    number = b.exchange.conflicts()[0].id
    with pytest.raises(Refusal):
        b.exchange.decide(number, Decision.MINE, " ")
    for wrong in ((number + 1, Decision.MINE), (number, Decision.BOTH)):
        with pytest.raises(UnknownConflict):
            b.exchange.decide(*wrong, "Vì vậy")
    assert len(b.exchange.conflicts()) == 1


def test_two_dossiers_of_one_code_are_a_conflict_and_both_may_stay(machines: Machines, clock: Clock) -> None:
    a, b = machines("", "")
    code = received(a, "Người A")
    assert received(b, "Người B") == code
    assert carry(a, b).conflicts == 1
    assert b.register.dossier(code).applicant.name == "Người B"
    (conflict,) = b.exchange.conflicts()
    assert (conflict.kind, conflict.choices) == (
        ConflictKind.SAME_CODE,
        (Decision.MINE, Decision.BOTH),
    )
    b.exchange.decide(conflict.id, Decision.BOTH, "Hai người khác nhau")
    assert b.register.dossier("H48.25.12-260302-0002").applicant.name == "Người A"
    assert carry(b, a).conflicts == 0
    assert content(a) == content(b)
    assert b.safekeeping.check().findings == a.safekeeping.check().findings == ()
    assert received(a) == "H48.25.12-260302-0003"


def test_a_dossier_left_out_by_a_person_is_not_asked_about_again(machines: Machines) -> None:
    a, b = machines("", "")
    received(a, "Người A")
    received(b, "Người B")
    carry(a, b)
    b.exchange.decide(b.exchange.conflicts()[0].id, Decision.MINE, "Nhập hai lần")
    assert carry(a, b).conflicts == 0
    assert b.exchange.conflicts() == ()


def test_an_official_code_one_machine_learnt_is_kept_on_both(
    machines: Machines, tmp_path: Path, clock: Clock
) -> None:
    a, b = machines("", "")
    code = received(a, procedure="2.000635")
    carry(a, b)
    made = b.exchange.export(tmp_path / "p.zip", since=0)
    official = [{"MaHoSo": code, "MaHoSoChinhThuc": "H48.25.12-260302-900001"}]
    b.exchange.acknowledge(
        answer(b, tmp_path / "a.json", made.sequence, package=made.hash, accepted=official)
    )
    clock.set("2026-03-02T11:00:00")
    a.handling.hand_over(code, "Phòng Kinh tế")
    carry(a, b)
    assert b.register.dossier(code).official_code == "H48.25.12-260302-900001"
    carry(b, a)
    assert content(a) == content(b)
