"""Codes of two islands: each goes on with its own numbers, no code twice, no gap that is none."""

from datetime import date

import pytest
from tests.counter_fixtures import Clock
from tests.exchange_offices import Machines, carry, received

from motcua_desktop.counter.counter import Counter
from motcua_desktop.domain.numbering import Block
from motcua_desktop.persistence import numbers

MARCH = (date(2026, 3, 1), date(2026, 3, 31))
SCOPE = "dossier|H48.25.12|260302"


def serials(counter: Counter, times: int) -> list[str]:
    return [received(counter)[-4:] for _ in range(times)]


def amiss(*counters: Counter) -> list[str]:
    return [finding.what for counter in counters for finding in counter.safekeeping.check().findings]


def test_only_one_island_set_numbers_aside_and_the_other_goes_on_with_its_own(
    machines: Machines, clock: Clock
) -> None:
    big, small = machines("", "")
    small.numbering.reserve(Block(500, 599, *MARCH))
    assert (serials(big, 2), serials(small, 2)) == (["0001", "0002"], ["0500", "0501"])
    assert carry(small, big).conflicts == 0
    assert carry(big, small).conflicts == 0
    assert (serials(big, 2), serials(small, 1)) == (["0003", "0004"], ["0502"])
    assert amiss(big, small) == []
    carry(small, big)
    assert carry(big, small).conflicts == 0
    assert amiss(big, small) == []
    clock.set("2026-03-03T08:00:00")
    assert (serials(big, 1), serials(small, 1)) == (["0001"], ["0500"])


def test_numbers_set_aside_after_the_day_began_leave_no_gap_either(machines: Machines) -> None:
    big, small = machines("", "")
    assert serials(small, 1) == ["0001"]
    carry(small, big)
    small.numbering.reserve(Block(500, 599, *MARCH))
    assert (serials(big, 1), serials(small, 1)) == (["0002"], ["0500"])
    carry(small, big)
    carry(big, small)
    assert serials(big, 1) == ["0003"]
    assert amiss(big, small) == []


def test_a_series_that_meets_the_other_islands_numbers_steps_over_them(machines: Machines) -> None:
    big, small = machines("", "")
    small.numbering.reserve(Block(3, 4, *MARCH))
    serials(small, 2)
    carry(small, big)
    assert serials(big, 3) == ["0001", "0002", "0005"]
    assert amiss(big) == []


def test_one_machine_takes_over_the_others_day_without_a_gap(machines: Machines) -> None:
    morning, afternoon = machines("", "")
    serials(morning, 3)
    carry(morning, afternoon)
    assert serials(afternoon, 2) == ["0004", "0005"]
    carry(afternoon, morning)
    assert serials(morning, 1) == ["0006"]
    assert amiss(morning, afternoon) == []


def test_a_register_whose_series_was_once_pushed_on_is_whole(machines: Machines) -> None:
    """Earlier editions let the series of the big island go on behind the block of the small one."""
    big, small = machines("", "")
    small.numbering.reserve(Block(500, 599, *MARCH))
    serials(big, 2)
    serials(small, 2)
    carry(small, big)
    with big._desk.database.write() as connection:
        numbers.skip_to(connection, SCOPE, 501)
    assert serials(big, 1) == ["0502"]
    assert amiss(big) == []


@pytest.mark.parametrize("in_block", [False, True])
def test_a_dossier_that_was_taken_out_of_the_register_is_a_gap(machines: Machines, in_block: bool) -> None:
    (island,) = machines("")
    if in_block:
        island.numbering.reserve(Block(500, 599, *MARCH))
    first, _second = received(island), received(island)
    with island._desk.database.write() as connection:
        connection.exec_driver_sql(
            "UPDATE dossiers SET code = 'H48.25.99-260302-0001' WHERE code = ?", (first,)
        )
    assert "serial_gap" in amiss(island)
