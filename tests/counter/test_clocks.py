"""The clocks of the law around a dossier, each with its article, as the office counts them."""

from datetime import datetime

import pytest
from tests.counter_fixtures import Clock, draft

from motcua_desktop.counter.clocks import ClockState
from motcua_desktop.counter.counter import Counter
from motcua_desktop.domain.dossier import Channel, Dossier
from motcua_desktop.domain.errors import BadValue
from motcua_desktop.domain.statutory import Clock as Statutory
from motcua_desktop.domain.terms import Term


def receive(counter: Counter, days: int = 5) -> Dossier:
    term = Term.of(days, "working_day")
    return counter.intake.receive(draft("1.001612", term=term, term_reason="thử"), slip=False).dossier


def clocks(counter: Counter, dossier: Dossier) -> dict[Statutory, ClockState]:
    return {state.clock: state for state in counter.clocks.of(counter.register.dossier(dossier.code))}


def test_a_received_dossier_is_forwarded_today_supplemented_in_3_days_apologised_for_a_day_before(
    counter: Counter,
) -> None:
    found = clocks(counter, receive(counter))
    assert {clock: state.until for clock, state in found.items()} == {
        Statutory.FORWARDING: datetime(2026, 3, 2, 17),
        Statutory.SUPPLEMENT_REQUEST: datetime(2026, 3, 5, 17),
        Statutory.APOLOGY: datetime(2026, 3, 6, 17),
    }
    assert found[Statutory.SUPPLEMENT_REQUEST].optional
    assert all(state.is_running() for state in found.values())
    assert found[Statutory.APOLOGY].article == "Điều 19 khoản 6"


def test_paper_received_after_three_goes_the_next_morning(counter: Counter, clock: Clock) -> None:
    clock.set("2026-03-02T15:01")
    dossier = receive(counter)
    assert clocks(counter, dossier)[Statutory.FORWARDING].until == datetime(2026, 3, 3, 7)
    clock.set("2026-03-03T08:00")
    counter.handling.hand_over(dossier.code, "Phòng Kinh tế")
    state = clocks(counter, dossier)[Statutory.FORWARDING]
    assert state.done_at == datetime(2026, 3, 3, 8)
    assert state.is_late(counter.now())


def test_a_waiting_dossier_is_closed_after_15_days_as_the_office_counts_them(
    counter: Counter, clock: Clock
) -> None:
    dossier = receive(counter)
    clock.set("2026-03-03T08:00")
    counter.handling.ask_supplement(dossier.code, "Bản chính", "Thiếu")
    found = clocks(counter, dossier)
    assert found[Statutory.SUPPLEMENT_REQUEST].done_at == datetime(2026, 3, 3, 8)
    assert not found[Statutory.SUPPLEMENT_REQUEST].is_late(counter.now())
    assert found[Statutory.SUPPLEMENT_CLOSING].until == datetime(2026, 3, 18, 17)
    assert not found[Statutory.SUPPLEMENT_CLOSING].confirmed
    assert Statutory.APOLOGY not in found, "no date runs while the citizen is waited for"
    counter.office.set("clock_unit_supplement_closing", "working_day")
    state = clocks(counter, dossier)[Statutory.SUPPLEMENT_CLOSING]
    assert (state.until, state.confirmed) == (datetime(2026, 3, 24, 17), True)


def test_an_online_dossier_is_noticed_in_2_hours_and_accepted_in_8_working_hours(
    counter: Counter, clock: Clock
) -> None:
    clock.set("2026-03-02T16:00")
    dossier = counter.online.register(draft("1.001612", channel=Channel.ONLINE)).dossier
    found = clocks(counter, dossier)
    assert {clock_: state.until for clock_, state in found.items()} == {
        Statutory.ONLINE_NOTICE: datetime(2026, 3, 2, 18),
        Statutory.ONLINE_ACCEPTANCE: datetime(2026, 3, 3, 16),
        Statutory.ONLINE_LATENESS: datetime(2026, 3, 3, 16),
    }
    clock.set("2026-03-04T08:00")
    counter.online.accept(dossier.code, slip=False)
    found = clocks(counter, dossier)
    assert found[Statutory.ONLINE_ACCEPTANCE].is_late(counter.now())
    assert found[Statutory.FORWARDING].until == datetime(2026, 3, 4, 17)
    assert found[Statutory.SUPPLEMENT_REQUEST].until == datetime(2026, 3, 9, 17)


def test_an_online_dossier_outside_hours_has_its_8_hours_from_the_next_opening(
    counter: Counter, clock: Clock
) -> None:
    clock.set("2026-03-07T09:00")
    dossier = counter.online.register(draft("1.001612", channel=Channel.ONLINE)).dossier
    assert clocks(counter, dossier)[Statutory.ONLINE_ACCEPTANCE].until == datetime(2026, 3, 9, 17)


def test_a_letter_is_needed_on_its_last_day_even_with_a_weekend_before_the_date(
    counter: Counter, clock: Clock
) -> None:
    monday = receive(counter, 5)
    receive(counter, 6)
    clock.set("2026-03-05T08:00")
    assert counter.handling.needs_apology() == []
    clock.set("2026-03-06T08:00")
    assert counter.handling.needs_apology() == [monday.code]
    counter.handling.apologise(monday.code, "Chờ xác minh")
    assert counter.handling.needs_apology() == []
    state = clocks(counter, monday)[Statutory.APOLOGY]
    assert (state.done_at, state.is_late(counter.now())) == (datetime(2026, 3, 6, 8), False)


def test_a_late_dossier_needs_its_letter_still(counter: Counter, clock: Clock) -> None:
    dossier = receive(counter, 1)
    clock.set("2026-03-10T08:00")
    assert counter.handling.needs_apology() == [dossier.code]


def test_a_finished_dossier_awaits_nothing(counter: Counter, clock: Clock) -> None:
    dossier = receive(counter)
    counter.handling.hand_over(dossier.code, "Phòng Kinh tế")
    clock.set("2026-03-03T08:00")
    counter.handling.result_ready(dossier.code)
    assert [state.clock for state in clocks(counter, dossier).values() if state.is_running()] == []


def test_a_unit_the_law_does_not_leave_open_is_refused(counter: Counter) -> None:
    dossier = receive(counter)
    counter.office.set("clock_unit_apology", "month")
    with pytest.raises(BadValue):
        counter.clocks.of(dossier)


def test_the_rules_of_today_are_listed_with_the_offices_units(counter: Counter) -> None:
    assert {rule.clock for rule in counter.clocks.rules()} == set(Statutory)
