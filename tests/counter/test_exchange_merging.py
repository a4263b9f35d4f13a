"""Two machines of one office become one register, whichever reads the other first."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.counter_fixtures import Clock
from tests.exchange_offices import answer, befriend, machine, received

from motcua_desktop.counter.counter import Counter
from motcua_desktop.domain.carried import Carried
from motcua_desktop.domain.errors import Refusal
from motcua_desktop.domain.exchange import ConflictKind, Decision
from motcua_desktop.domain.lifecycle import Status
from motcua_desktop.domain.sync_errors import (
    BadRecord,
    ChainBroken,
    NotAPackage,
    SequenceReplayed,
    SequenceSkipped,
    UnknownConflict,
    UnknownSigner,
    WrongUnit,
)
from motcua_desktop.persistence import exchange_rows
from motcua_desktop.say import say
from motcua_desktop.sync import package, records
from motcua_desktop.sync.merge import promises_to_bring
from motcua_desktop.sync.package import PackageWriter

Machines = Callable[..., list[Counter]]


@pytest.fixture
def machines(office_template: Path, tmp_path: Path, clock: Clock) -> Iterator[Machines]:
    opened: list[Counter] = []

    def make(*agencies: str) -> list[Counter]:
        for number, agency in enumerate(agencies):
            opened.append(
                machine(office_template, tmp_path / f"m{number}", clock, agency, f"Cán bộ {number}")
            )
        befriend(*opened)
        return opened

    yield make
    for one in opened:
        one.close()


def content(counter: Counter) -> dict[str, Any]:
    """Everything the register says of its dossiers, whatever ids and order its rows have."""
    database = counter._desk.database
    with database.read() as connection:
        every = exchange_rows.carried(connection, exchange_rows.changed_after(0))
        return {carried.uid: _content(carried) for _key, carried in every}


def _content(carried: Carried) -> Any:
    events = sorted((event["at"], event["uid"], str(event)) for event in carried.events)
    return carried.row, events, carried.promises, carried.supplements, carried.apologies


def carry(giver: Counter, taker: Counter, since: int = 0) -> Any:
    path = giver.folder / f"to-{taker.folder.name}-{len(list(giver.folder.iterdir()))}.zip"
    giver.exchange.export(path, since=since)
    return taker.exchange.read_in(path)


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
    assert b.safekeeping.check().findings == ()


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


# -- refused before anything is touched


def test_a_package_of_a_stranger_is_refused(machines: Machines, tmp_path: Path) -> None:
    a, b = machines("", "")
    received(a)
    a.exchange.export(tmp_path / "p.zip")
    b.exchange.keys.forget(a.exchange.keys.public().fingerprint)
    with pytest.raises(UnknownSigner):
        b.exchange.read_in(tmp_path / "p.zip")
    assert content(b) == {}


def test_a_package_of_another_unit_is_refused(machines: Machines, tmp_path: Path) -> None:
    from dataclasses import replace

    a, b = machines("", "")
    received(a)
    a.office.set_up(replace(a.office.office(), agency_id="H48.25.99"))
    a.exchange.export(tmp_path / "p.zip")
    with pytest.raises(WrongUnit):
        b.exchange.read_in(tmp_path / "p.zip")


def test_a_package_after_a_gap_is_refused_with_what_to_do(machines: Machines, tmp_path: Path) -> None:
    a, b = machines("", "")
    received(a)
    made = a.exchange.export(tmp_path / "1.zip")
    a.exchange.acknowledge(answer(a, tmp_path / "a.json", 1, package=made.hash))
    received(a)
    a.exchange.export(tmp_path / "2.zip")
    with pytest.raises(SequenceSkipped) as refused:
        b.exchange.read_in(tmp_path / "2.zip")
    assert "gói số 0" in say(refused.value)
    b.exchange.read_in(tmp_path / "1.zip")
    assert b.exchange.read_in(tmp_path / "2.zip").added == 1


def signed_by(counter: Counter, path: Path, sequence: int, previous: str = "", **parts: Any) -> Path:
    """A package somebody made with the counter's own key: `register` lines as given."""
    key = counter.exchange.keys.own()
    head = {
        "program": "motcua", "unit": "H48.25.12", "office": "", "machine": parts.pop("machine", None)
        or key.public.fingerprint, "sequence": sequence, "previous": previous, "made_at": "20260302080000",
        "officer": "", "first_event": 0, "last_event": 1, "counts": {},
    }  # fmt: skip
    with PackageWriter(path.parent) as writer:
        for name, lines in parts.items():
            for line in lines:
                writer.add(f"{name}.jsonl", line)
        writer.finish(path, head, key)
    return path


def test_another_package_under_a_number_read_before_is_refused(machines: Machines, tmp_path: Path) -> None:
    a, b = machines("", "")
    b.exchange.read_in(signed_by(a, tmp_path / "1.zip", 1))
    with pytest.raises(SequenceReplayed):
        b.exchange.read_in(signed_by(a, tmp_path / "x.zip", 1, previous="1" * 64))
    with pytest.raises(ChainBroken):
        b.exchange.read_in(signed_by(a, tmp_path / "2.zip", 2, previous="2" * 64))


def test_a_machine_that_signs_as_another_is_refused(machines: Machines, tmp_path: Path) -> None:
    a, b = machines("", "")
    with pytest.raises(NotAPackage):
        b.exchange.read_in(signed_by(a, tmp_path / "1.zip", 1, machine="AAAA-BBBB"))


@pytest.fixture
def line(machines: Machines, tmp_path: Path) -> tuple[Counter, Counter, dict[str, Any], list[Any]]:
    """Two machines and one good line of the register with its procedure."""
    a, b = machines("", "")
    received(a)
    with a._desk.database.read() as connection:
        ((_key, carried),) = exchange_rows.carried(connection, exchange_rows.changed_after(0))
        body = next(iter(exchange_rows.snapshot_bodies(connection, [carried.row["snapshot"]])))
    told = {"uid": carried.uid, "row": carried.row, "events": carried.events}
    return a, b, told, [{"hash": body[0], "body": body[1]}]


def test_the_good_line_itself_is_taken(line: Any, tmp_path: Path) -> None:
    a, b, told, procedures = line
    path = signed_by(a, tmp_path / "p.zip", 1, register=[told], procedures=procedures)
    assert b.exchange.read_in(path).added == 1


@pytest.mark.parametrize(
    ("place", "value"),
    [
        (("row", "code"), "../../x"),
        (("row", "code"), 7),
        (("row", "status"), "flying"),
        (("row", "received_at"), "2026-02-30T08:00:00"),
        (("row", "received_at"), "yesterday"),
        (("row", "pages"), 10**12),
        (("row", "pages"), True),
        (("row", "papers"), "[[" * 900),
        (("row", "fees"), '[{"name": 1}]'),
        (("row", "involved"), '{"a": 1}'),
        (("row", "hash"), "x"),
        (("row", "snapshot"), "0" * 32),
        (("row", "name"), " "),
        (("events",), []),
        (("events", 0, "facts"), "[1]"),
        (("events", 0, "kind"), "drop table"),
        (("events", 0, "status"), "returned"),
        (("uid",), "a b"),
        (("uid",), "x" * 500),
    ],
)
def test_a_signed_line_that_is_no_dossier_is_refused_whole(
    line: Any, tmp_path: Path, place: tuple[Any, ...], value: object
) -> None:
    a, b, told, procedures = line
    spot = told
    for step in place[:-1]:
        spot = spot[step]
    spot[place[-1]] = value
    path = signed_by(a, tmp_path / "p.zip", 1, register=[told], procedures=procedures)
    with pytest.raises(BadRecord):
        b.exchange.read_in(path)
    assert content(b) == {}


def test_an_event_that_belongs_to_another_dossier_is_refused(line: Any, tmp_path: Path) -> None:
    a, b, told, procedures = line
    carry(a, b)
    other = {**told, "uid": "another", "row": {**told["row"], "code": "H48.25.12-260302-0009"}}
    sequence = a.exchange.outbox().packages[0].sequence + 1
    previous = a.exchange.export(tmp_path / "q.zip", since=0).hash
    path = signed_by(a, tmp_path / "p.zip", sequence + 5, previous, register=[other], procedures=procedures)
    with pytest.raises(BadRecord):
        b.exchange.read_in(path)
    assert len(content(b)) == 1


# -- the property


ACTS = st.lists(
    st.tuples(
        st.integers(0, 1), st.integers(0, 3), st.sampled_from(["receive", "hand", "ask", "ready", "sorry"])
    ),
    max_size=8,
)


def act(counter: Counter, clock: Clock, which: int, what: str) -> None:
    if what == "receive":
        received(counter, procedure="2.000635")
        return
    lines = counter.register.newest(10)
    if not lines:
        return
    code = lines[which % len(lines)].code
    handling = counter.handling
    moves: dict[str, Callable[[], object]] = {
        "hand": lambda: handling.hand_over(code, "Phòng Kinh tế"),
        "ask": lambda: handling.ask_supplement(code, "Bản sao", "Ảnh mờ"),
        "ready": lambda: handling.result_ready(code),
        "sorry": lambda: handling.apologise(code, "Chờ xác minh"),
    }
    try:
        moves[what]()
    except Refusal:
        return


@settings(max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(before=ACTS, after=ACTS)
def test_merging_a_into_b_and_b_into_a_gives_the_same_register(
    office_template: Path, before: list[Any], after: list[Any]
) -> None:
    folder = Path(tempfile.mkdtemp())
    clock = Clock(datetime(2026, 3, 2, 8, 0))
    both = [
        machine(office_template, folder / name, clock, agency)
        for name, agency in (("a", "H48.A"), ("b", "H48.B"))
    ]
    try:
        befriend(*both)
        for acts in (before, after):
            for minute, (who, which, what) in enumerate(acts):
                clock.set(f"2026-03-0{2 if acts is before else 3}T09:{minute:02d}:00")
                act(both[who], clock, which, what)
            if acts is before and before:
                _both_ways(both)
        _both_ways(both)
        a, b = (content(counter) for counter in both)
        doubts = [_doubts(counter) for counter in both]
        assert doubts[0] == doubts[1]
        doubtful = set().union(*doubts[0])
        settled = [{u: one for u, one in side.items() if one[0]["code"] not in doubtful} for side in (a, b)]
        assert settled[0] == settled[1]
    finally:
        for counter in both:
            counter.close()
        shutil.rmtree(folder)


def _doubts(counter: Counter) -> set[frozenset[str]]:
    return {frozenset({c.mine.code, c.theirs.code}) for c in counter.exchange.conflicts()}


def _both_ways(both: list[Counter]) -> None:
    """Each writes before it reads: neither knows the other yet."""
    paths = []
    for counter in both:
        if counter.register.newest(1):
            path = counter.folder / f"p{len(list(counter.folder.iterdir()))}.zip"
            counter.exchange.export(path, since=0)
            paths.append((counter, path))
    for giver, path in paths:
        for taker in both:
            if taker is not giver:
                taker.exchange.read_in(path)


def promise(number: int, made: str, due: str) -> dict[str, Any]:
    return {
        "number": number, "made_at": made, "officer": "A", "reason": "receipt", "due_at": due,
        "appointment_at": due, "provisional": False, "edition": "", "note": "",
    }  # fmt: skip


def test_promises_of_two_machines_are_all_kept_and_theirs_stands() -> None:
    ours = [promise(1, "01", "05"), promise(2, "04", "09")]
    theirs = [promise(1, "01", "05"), promise(2, "03", "07")]
    assert promises_to_bring(ours, theirs) == [promise(3, "04", "07")]
    assert promises_to_bring(ours, ours[:1]) == [promise(3, "04", "05")]
    assert promises_to_bring(ours, ours) == []


def test_the_parts_of_a_package_are_those_the_reader_knows() -> None:
    assert {part for part, _place in records._CHILDREN} < set(package.PARTS)
