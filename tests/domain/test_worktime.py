"""Elapsed, left and late time in the office's own days, and the words for it."""

from __future__ import annotations

from datetime import datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.domain.calendars import WEEKS, at, office

from motcua_desktop.domain.deadline import Pause, Term, due
from motcua_desktop.domain.worktime import Outcome, badge, classify, elapsed, left, span, words

NOW = "2026-11-23T10:00"


@pytest.mark.parametrize(
    ("due_at", "shown"),
    [
        ("2026-11-20T08:40", "Quá hạn 9 giờ"),
        ("2026-11-23T09:20", "Quá hạn 40 phút"),
        ("2026-11-19T08:40", "Quá hạn 2 ngày"),
        ("2026-11-23T10:15", "Hôm nay 10:15"),
        ("2026-11-23T10:00", "Hôm nay 10:00"),
        ("2026-11-25T07:35", "Còn 1 ngày"),
        ("2026-11-25T14:20", "Còn 1 ngày"),
        ("2026-11-26T16:05", "Còn 2 ngày"),
        ("2026-11-30T09:00", "Còn 4 ngày"),
        ("2026-12-15T17:00", "Trong hạn"),
        ("2026-11-24T08:00", "Đến 08:00 24/11"),
    ],
)
def test_a_badge_says_in_a_word_how_it_stands(due_at: str, shown: str) -> None:
    assert badge(left(office(), at(NOW), at(due_at))) == shown


@pytest.mark.parametrize(
    ("due_at", "shown"),
    [
        ("2026-11-25T12:00", "còn 1 ngày 1 giờ làm việc"),
        ("2026-11-25T10:00", "còn 1 ngày làm việc"),
        ("2026-11-25T09:00", "còn 7 giờ làm việc"),
        ("2026-11-23T10:25", "còn 25 phút làm việc"),
        ("2026-11-20T15:00", "quá hạn 5 giờ làm việc"),
        ("2026-11-19T09:00", "quá hạn 2 ngày 1 giờ làm việc"),
    ],
)
def test_time_left_and_late_is_told_in_working_days_and_hours(due_at: str, shown: str) -> None:
    assert words(left(office(), at(NOW), at(due_at))) == shown


def test_late_is_strictly_after_the_due_instant() -> None:
    assert not left(office(), at(NOW), at(NOW)).late
    late = left(office(), at("2026-11-23T10:01"), at(NOW))
    assert (late.late, late.minutes_left) == (True, -1)


@pytest.mark.parametrize(
    ("finished", "outcome"),
    [
        ("2026-03-03T23:59", Outcome.EARLY),
        ("2026-03-04T07:00", Outcome.ON_TIME),
        ("2026-03-04T15:00", Outcome.ON_TIME),
        ("2026-03-04T15:01", Outcome.LATE),
    ],
)
def test_early_is_before_the_due_day_and_late_after_the_due_instant(finished: str, outcome: Outcome) -> None:
    assert classify(at(finished), at("2026-03-04T15:00")) is outcome


def test_pauses_are_left_out_once_and_an_open_one_lasts_until_now() -> None:
    pauses = [
        Pause(at("2026-03-02T10:00"), at("2026-03-02T15:00")),
        Pause(at("2026-03-02T14:00"), at("2026-03-03T08:00")),
    ]
    assert elapsed(office(), at("2026-03-02T09:00"), at("2026-03-03T09:00"), pauses) == 60 + 60
    waiting = [Pause(at("2026-03-02T10:00"), None)]
    assert elapsed(office(), at("2026-03-02T09:00"), at("2026-03-05T09:00"), waiting) == 60


@settings(max_examples=80)
@given(
    st.sampled_from(sorted(WEEKS)),
    st.datetimes(datetime(2026, 1, 1), datetime(2026, 11, 1)),
    st.integers(1, 20),
)
def test_what_is_due_in_some_days_has_that_many_days_left(name: str, received: datetime, days: int) -> None:
    calendar = office(name)
    until = due(calendar, received, Term.of(days, "working_day")).at
    length = span(calendar, received.replace(second=0, microsecond=0), until)
    assert length.days == days
    assert (length.hours, length.minutes) == (0, 0)
