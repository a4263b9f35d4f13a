"""Whatever two machines did, merging both ways gives one register."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.counter_fixtures import Clock
from tests.exchange_offices import befriend, content, machine, received

from motcua_desktop.counter.counter import Counter
from motcua_desktop.domain.errors import Refusal
from motcua_desktop.sync import package, records
from motcua_desktop.sync.merge import promises_to_bring

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
