"""Codes: unbroken per unit and day, from blocks when offline, local ones that never look official."""

from datetime import date

import pytest
from tests.counter_fixtures import Clock, draft

from motcua_desktop.counter.counter import Counter
from motcua_desktop.domain.dossier import Officer
from motcua_desktop.domain.errors import BadValue, BlockOverlaps, BlockUsedUp, NotPermitted
from motcua_desktop.domain.lifecycle import Role
from motcua_desktop.domain.numbering import Block, CodePattern, Numbering, is_code, is_temporary

MARCH = (date(2026, 3, 1), date(2026, 3, 31))


def receive(counter: Counter) -> str:
    return counter.intake.receive(draft(), slip=False).dossier.code


def test_a_pattern_is_the_offices_own(counter: Counter) -> None:
    receive(counter)
    counter.numbering.set_pattern(CodePattern("000.00.53.H48", "-", 5))
    assert counter.numbering.next_code() == "000.00.53.H48-260302-00001"
    assert receive(counter) == "000.00.53.H48-260302-00001"
    assert counter.safekeeping.check().findings == ()


@pytest.mark.parametrize(
    "pattern", [CodePattern("h48"), CodePattern("H48", "|"), CodePattern("H48", "-", 2), CodePattern("")]
)
def test_a_pattern_whose_codes_cannot_be_read_back_is_refused(counter: Counter, pattern: CodePattern) -> None:
    with pytest.raises(BadValue):
        counter.numbering.set_pattern(pattern)
    assert receive(counter) == "H48.25.12-260302-0001"


def test_asking_for_the_next_code_claims_none(counter: Counter) -> None:
    assert counter.numbering.next_code() == counter.numbering.next_code() == "H48.25.12-260302-0001"
    assert receive(counter) == "H48.25.12-260302-0001"


def test_a_block_gives_its_own_serials_and_then_says_that_it_is_used_up(
    counter: Counter, clock: Clock
) -> None:
    receive(counter)
    counter.numbering.reserve(Block(500, 501, *MARCH))
    assert [receive(counter), receive(counter)] == ["H48.25.12-260302-0500", "H48.25.12-260302-0501"]
    with pytest.raises(BlockUsedUp) as refusal:
        receive(counter)
    assert (refusal.value.first, refusal.value.last, refusal.value.day) == (500, 501, date(2026, 3, 2))
    assert counter.safekeeping.check().findings == ()
    clock.set("2026-03-03T08:00:00")
    assert receive(counter) == "H48.25.12-260303-0500"
    assert [kept.given_today for kept in counter.numbering.blocks()] == [1]


def test_the_offices_own_series_steps_over_a_block_that_ended(counter: Counter) -> None:
    key = counter.numbering.reserve(Block(2, 3, *MARCH))
    assert receive(counter) == "H48.25.12-260302-0002"
    counter.numbering.end(key)
    assert [receive(counter), receive(counter)] == ["H48.25.12-260302-0001", "H48.25.12-260302-0004"]
    assert counter.safekeeping.check().findings == ()


def test_blocks_never_share_serials(counter: Counter) -> None:
    receive(counter)
    counter.numbering.reserve(Block(500, 599, *MARCH))
    for block in (Block(599, 700, *MARCH), Block(1, 10, date(2026, 3, 2), date(2026, 3, 2))):
        with pytest.raises(BlockOverlaps):
            counter.numbering.reserve(block)
    with pytest.raises(BadValue):
        counter.numbering.reserve(Block(9, 3, *MARCH))
    counter.numbering.reserve(Block(500, 599, date(2026, 4, 1), date(2026, 4, 30)))


def test_a_local_code_never_looks_official_and_waits_for_the_official_one(counter: Counter) -> None:
    counter.numbering.use(Numbering.TEMPORARY, "2")
    local = receive(counter)
    assert local == "T2.260302.0001"
    assert is_temporary(local) and not is_code(local)
    counter.handling.set_official_code(local, "H48.25.12-260302-0123")
    assert counter.register.dossier("H48.25.12-260302-0123").code == local
    counter.numbering.use(Numbering.OFFICIAL)
    assert is_code(receive(counter))


def test_only_an_administrator_sets_how_codes_are_made(counter: Counter) -> None:
    counter._desk.officer = Officer("Lê Thị Sen", Role.LEAD)
    with pytest.raises(NotPermitted):
        counter.numbering.reserve(Block(500, 599, *MARCH))
    with pytest.raises(NotPermitted):
        counter.numbering.use(Numbering.TEMPORARY)
    assert receive(counter) == "H48.25.12-260302-0001"
