"""The rules of counting one by one: start, terms, policies, pauses, and what is refused."""

from __future__ import annotations

from datetime import UTC, time

import pytest
from tests.domain.calendars import at, office, official

from motcua_desktop.domain.calendar import WeekPattern, WorkingCalendar
from motcua_desktop.domain.deadline import OnResume, Pause, Policy, Term, Unit, due
from motcua_desktop.domain.errors import BadValue, Refusal
from motcua_desktop.domain.time_errors import (
    BeforeCalendar,
    CalendarEnds,
    PauseBackwards,
    StillPaused,
    TermNotWhole,
    TermOutOfBounds,
    TimeZoneGiven,
)

THREE_DAYS = Term.of(3, "working_day")
SAME_DAY = Term.of(0, "working_day")


@pytest.mark.parametrize("policy", Policy)
def test_within_the_day_lasts_until_closing_and_after_the_cut_off_until_the_next(policy: Policy) -> None:
    def same_day(received: str) -> str:
        found = due(office(), at(received), SAME_DAY, policy=policy, cutoff=time(15))
        return found.at.isoformat(timespec="minutes")

    assert same_day("2026-03-02T08:00") == "2026-03-02T17:00"
    assert same_day("2026-03-02T15:00") == "2026-03-02T17:00"
    assert same_day("2026-03-02T15:01") == "2026-03-03T17:00"
    assert same_day("2026-03-07T16:00") == "2026-03-09T17:00"
    assert same_day("2026-11-23T15:12") == "2026-11-25T17:00"


@pytest.mark.parametrize(
    ("value", "expected"),
    [("0.5", "2026-03-02T15:00"), ("1.5", "2026-03-03T15:00"), ("3.5", "2026-03-05T15:00")],
)
def test_a_half_day_adds_four_working_hours_to_the_same_clock(value: str, expected: str) -> None:
    assert due(office(), at("2026-03-02T09:00"), Term.of(value, "working_day")).at == at(expected)


def test_a_begun_day_ends_with_its_closing_under_the_day_end_policies() -> None:
    for policy in (Policy.END_OF_DAY, Policy.CIVIL_STRICT):
        half = due(office(), at("2026-03-02T09:00"), Term.of("1.5", "working_day"), policy=policy)
        assert half.at == at("2026-03-04T17:00")


def test_sessions_are_counted_by_half_days_also_in_a_straight_day_and_one_with_three() -> None:
    def closing(hours: list[str], received: str) -> str:
        week = WeekPattern.from_words(dict.fromkeys(("mon", "tue", "wed", "thu", "fri"), hours))
        days = official()
        built = WorkingCalendar.build(days.days, [week], edition="thử", covered_until=days.covered_until)
        found = due(built, at(received), Term.of(1, "working_day"), policy=Policy.SESSION)
        return found.at.isoformat(timespec="minutes")

    assert closing(["08:00-16:00"], "2026-03-02T09:00") == "2026-03-03T12:00"
    assert closing(["08:00-16:00"], "2026-03-02T13:00") == "2026-03-03T16:00"
    three = ["07:00-09:00", "09:15-11:30", "13:30-17:00"]
    assert closing(three, "2026-03-02T08:00") == "2026-03-03T11:30"
    assert closing(three, "2026-03-02T14:00") == "2026-03-03T17:00"


def test_118_2025_art_19_5_a_supplement_restarts_the_clock_from_the_last_completion() -> None:
    pauses = [
        Pause(at("2026-03-03T09:00"), at("2026-03-04T10:00")),
        Pause(at("2026-03-05T09:00"), at("2026-03-09T14:00")),
    ]
    assert due(office(), at("2026-03-02T15:00"), THREE_DAYS, pauses=pauses).at == at("2026-03-12T14:00")


def test_a_restart_after_the_cut_off_starts_on_the_next_working_day() -> None:
    pause = Pause(at("2026-03-03T09:00"), at("2026-03-04T15:30"))
    found = due(
        office(),
        at("2026-03-02T09:00"),
        THREE_DAYS,
        policy=Policy.END_OF_DAY,
        cutoff=time(15),
        pauses=[pause],
    )
    assert found.at == at("2026-03-10T17:00")


def test_a_suspended_term_still_ends_with_a_closing_under_the_day_end_policies() -> None:
    pause = Pause(at("2026-03-03T09:00"), at("2026-03-03T10:00"))
    for policy in (Policy.END_OF_DAY, Policy.CIVIL_STRICT):
        found = due(
            office(),
            at("2026-03-02T09:00"),
            THREE_DAYS,
            policy=policy,
            pauses=[pause],
            on_resume=OnResume.SUSPEND,
        )
        assert found.at == at("2026-03-06T17:00")


def suspended(*pairs: tuple[str, str]) -> str:
    found = due(
        office(),
        at("2026-03-02T09:00"),
        THREE_DAYS,
        pauses=[Pause(at(start), at(end)) for start, end in pairs],
        on_resume=OnResume.SUSPEND,
    )
    return found.at.isoformat(timespec="minutes")


def test_time_paused_twice_over_counts_once() -> None:
    once = suspended(("2026-03-03T09:00", "2026-03-04T09:00"))
    assert once == "2026-03-06T09:00"
    assert (
        suspended(("2026-03-03T09:00", "2026-03-04T09:00"), ("2026-03-03T10:00", "2026-03-03T15:00")) == once
    )
    assert (
        suspended(("2026-03-03T09:00", "2026-03-03T15:00"), ("2026-03-03T14:00", "2026-03-04T09:00")) == once
    )


def test_a_pause_begun_before_the_receipt_counts_from_the_receipt() -> None:
    assert suspended(("2026-02-27T09:00", "2026-03-02T10:00")) == "2026-03-05T10:00"
    assert suspended(("2026-02-20T09:00", "2026-02-27T10:00")) == "2026-03-05T09:00"


def test_a_pause_begun_after_the_term_ran_out_does_not_bring_it_back() -> None:
    assert suspended(("2026-03-05T09:00", "2026-03-09T09:00")) == "2026-03-05T09:00"


def test_a_suspended_term_of_clock_hours_moves_by_clock_hours() -> None:
    found = due(
        office(),
        at("2026-03-06T15:00"),
        Term.of(12, "clock_hour"),
        pauses=[Pause(at("2026-03-06T20:00"), at("2026-03-07T06:00"))],
        on_resume=OnResume.SUSPEND,
    )
    assert found.at == at("2026-03-07T13:00")


def test_while_the_supplement_is_awaited_no_due_date_exists() -> None:
    for on_resume in OnResume:
        with pytest.raises(StillPaused) as refused:
            due(
                office(),
                at("2026-03-02T09:00"),
                THREE_DAYS,
                pauses=[Pause(at("2026-03-03T09:00"), None)],
                on_resume=on_resume,
            )
        assert refused.value.since == at("2026-03-03T09:00")


def test_past_the_last_notice_a_date_is_provisional() -> None:
    assert not due(office(), at("2026-12-30T09:00"), Term.of(1, "working_day")).provisional
    new_year = due(office(), at("2026-12-30T09:00"), Term.of(2, "working_day"))
    assert (new_year.at, new_year.provisional) == (at("2027-01-04T09:00"), True)
    assert due(office(), at("2026-12-31T09:00"), Term.of(24, "clock_hour")).provisional


def test_clock_hours_run_through_nights_weekends_and_feasts() -> None:
    assert due(office(), at("2026-02-16T22:00"), Term.of(12, "clock_hour")).at == at("2026-02-17T10:00")


def test_seconds_are_dropped_and_never_cost_a_citizen_the_cut_off() -> None:
    exact = due(office(), at("2026-03-02T15:00:59.5"), SAME_DAY, cutoff=time(15))
    assert exact.at == at("2026-03-02T17:00")


def test_a_policy_may_be_given_by_its_name_and_an_unknown_one_is_refused() -> None:
    closing = due(office(), at("2026-03-02T09:00"), THREE_DAYS, policy="end_of_day")  # type: ignore[arg-type]
    assert closing.at == at("2026-03-05T17:00")
    with pytest.raises(BadValue):
        due(office(), at("2026-03-02T09:00"), THREE_DAYS, policy="some_day")  # type: ignore[arg-type]


@pytest.mark.parametrize("unit", Unit)
def test_negative_and_absurd_terms_are_refused_with_the_bound(unit: Unit) -> None:
    for value in (-1, 10**6, "NaN", "Infinity"):
        with pytest.raises(TermOutOfBounds) as refused:
            Term.of(value, unit)
        assert refused.value.highest > 0


def test_half_a_calendar_day_and_half_a_month_are_refused() -> None:
    for unit in (Unit.CALENDAR_DAY, Unit.MONTH):
        with pytest.raises(TermNotWhole):
            Term.of("1.5", unit)


def test_the_longest_term_is_counted_and_the_calendars_ends_are_named() -> None:
    assert due(office(), at("2026-03-02T09:00"), Term.of(2600, "working_day")).at.year == 2036
    with pytest.raises(CalendarEnds) as beyond:
        due(office(), at("2099-03-02T09:00"), Term.of(2600, "working_day"))
    assert beyond.value.last.year == 2100
    with pytest.raises(BeforeCalendar):
        due(office(), at("2015-12-31T09:00"), THREE_DAYS)


def test_a_pause_that_ends_before_it_starts_and_an_instant_with_a_zone_are_refused() -> None:
    with pytest.raises(PauseBackwards):
        Pause(at("2026-03-03T09:00"), at("2026-03-02T09:00"))
    with pytest.raises(TimeZoneGiven) as refused:
        due(office(), at("2026-03-02T09:00").replace(tzinfo=UTC), THREE_DAYS)
    assert isinstance(refused.value, Refusal)
