"""The clocks the law sets around a dossier, and the deadlines of its internal steps."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

import pytest
from tests.domain.calendars import at, office

from motcua_desktop.domain.deadline import Policy, Term, Unit, due
from motcua_desktop.domain.statutory import (
    Clock,
    StatutoryRule,
    apology_limit,
    forwarding_limit,
    limit,
    rule_on,
)
from motcua_desktop.domain.steps import step_dues
from motcua_desktop.domain.time_errors import StepsDoNotAddUp, TermOutOfBounds

TODAY = date(2026, 11, 22)


def rule(clock: Clock, day: date = TODAY) -> StatutoryRule:
    found = rule_on(clock, day)
    assert found is not None
    return found


def until(clock: Clock, since: str) -> datetime:
    return limit(office(), rule(clock), at(since)).at


def test_118_2025_art_17_2_an_online_dossier_is_accepted_within_8_working_hours() -> None:
    assert until(Clock.ONLINE_ACCEPTANCE, "2026-11-23T09:00") == at("2026-11-25T09:00")
    assert until(Clock.ONLINE_ACCEPTANCE, "2026-11-21T20:00") == at("2026-11-23T17:00")


def test_118_2025_art_17_2_the_officer_is_notified_within_two_hours() -> None:
    assert until(Clock.ONLINE_NOTICE, "2026-11-21T20:00") == at("2026-11-21T22:00")


def test_quang_ngai_counts_acceptance_late_after_one_working_day() -> None:
    assert until(Clock.ONLINE_LATENESS, "2026-11-20T15:00") == at("2026-11-23T15:00")


def test_118_2025_art_19_5_a_supplement_is_asked_within_three_working_days_of_reception() -> None:
    assert until(Clock.SUPPLEMENT_REQUEST, "2026-11-19T09:00") == at("2026-11-25T17:00")


def test_118_2025_art_19_5_after_fifteen_days_without_answer_the_dossier_is_closed() -> None:
    assert until(Clock.SUPPLEMENT_CLOSING, "2026-11-09T09:00") == at("2026-11-25T17:00")
    working = replace(rule(Clock.SUPPLEMENT_CLOSING), unit=Unit.WORKING_DAY)
    assert limit(office(), working, at("2026-11-09T09:00")).at == at("2026-12-01T17:00")


@pytest.mark.parametrize(
    ("due_at", "last"),
    [
        ("2026-11-27T09:00", "2026-11-26T17:00"),
        ("2026-11-25T09:00", "2026-11-23T17:00"),
        ("2026-11-30T09:00", "2026-11-27T17:00"),
        ("2026-02-23T17:00", "2026-02-13T17:00"),
    ],
)
def test_118_2025_art_19_6_the_apology_goes_out_at_the_latest_a_day_before(due_at: str, last: str) -> None:
    assert apology_limit(office(), rule(Clock.APOLOGY), at(due_at)) == at(last)


def test_an_office_may_count_the_day_before_the_due_date_in_working_days() -> None:
    working = replace(rule(Clock.APOLOGY), value=2, unit=Unit.WORKING_DAY)
    assert apology_limit(office(), working, at("2026-11-26T09:00")) == at("2026-11-23T17:00")


@pytest.mark.parametrize(
    ("received", "last"),
    [
        ("2026-11-23T14:00", "2026-11-23T17:00"),
        ("2026-11-23T15:00", "2026-11-23T17:00"),
        ("2026-11-23T15:01", "2026-11-25T07:00"),
        ("2026-11-21T09:00", "2026-11-23T17:00"),
    ],
)
def test_118_2025_art_18_paper_goes_the_same_day_or_after_15_at_the_start_of_the_next(
    received: str, last: str
) -> None:
    assert forwarding_limit(office(), rule(Clock.FORWARDING), at(received)) == at(last)


def test_a_rule_holds_in_the_edition_of_its_day_and_says_whether_its_unit_is_settled() -> None:
    assert rule(Clock.SUPPLEMENT_REQUEST, date(2025, 6, 30)).edition == "NĐ 61/2018/NĐ-CP"
    assert rule(Clock.SUPPLEMENT_REQUEST, date(2025, 7, 1)).edition == "NĐ 118/2025/NĐ-CP"
    assert rule_on(Clock.SUPPLEMENT_CLOSING, date(2025, 6, 30)) is None
    open_units = {one for one in Clock if not rule(one).confirmed}
    assert {Clock.SUPPLEMENT_CLOSING, Clock.APOLOGY} <= open_units


def test_the_last_step_ends_with_the_dossier_and_none_before_the_one_it_follows() -> None:
    term = Term.of(3, "working_day")
    shares = [("Tiếp nhận", "0.5"), ("Thẩm định", 1), ("Ký duyệt", "1.5")]
    for policy in Policy:
        steps = step_dues(office(), at("2026-11-19T09:00"), term, shares, policy=policy)
        dates = [step.due.at for step in steps]
        assert dates == sorted(dates)
        assert steps[-1].due == due(office(), at("2026-11-19T09:00"), term, policy=policy)
    first = step_dues(office(), at("2026-11-19T09:00"), term, shares)[0]
    assert (first.name, first.due.at) == ("Tiếp nhận", at("2026-11-19T15:00"))


def test_shares_that_are_not_the_term_are_refused_with_both_sums() -> None:
    with pytest.raises(StepsDoNotAddUp) as refused:
        step_dues(office(), at("2026-11-19T09:00"), Term.of(3, "working_day"), [("a", 1), ("b", "1.5")])
    assert (refused.value.total, refused.value.term) == ("2.5", "3")
    with pytest.raises(TermOutOfBounds):
        step_dues(office(), at("2026-11-19T09:00"), Term.of(3, "working_day"), [("a", -1), ("b", 4)])
