"""What must hold of every due date, tried on many, and against a reference that counts minute by minute."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from decimal import Decimal

from hypothesis import assume, given, settings
from hypothesis import strategies as st
from tests.domain.calendars import WEEKS, calendar, office, official
from tests.domain.slow_reference import SlowOffice

from motcua_desktop.domain.calendar import DayKind, OfficeDay
from motcua_desktop.domain.deadline import OnResume, Pause, Policy, Term, Unit, due

few = settings(max_examples=120)
OFF = [day.date for day in official().days if day.kind is not DayKind.MAKEUP_WORKDAY]
MAKEUP = [day.date for day in official().days if day.kind is DayKind.MAKEUP_WORKDAY]
SLOW = {name: SlowOffice(week, OFF, MAKEUP) for name, week in WEEKS.items()}

names = st.sampled_from(sorted(WEEKS))
#: Receipts around the feasts, where the calendar is hardest, and anywhere else.
starts = st.sampled_from(
    [
        date(2026, 2, 9),
        date(2024, 4, 24),
        date(2025, 4, 22),
        date(2026, 8, 18),
        date(2026, 11, 18),
        date(2025, 12, 29),
    ]
)
instants = st.builds(
    lambda day, minutes: datetime(day.year, day.month, day.day) + timedelta(minutes=minutes),
    starts | st.dates(date(2017, 1, 1), date(2026, 11, 1)),
    st.integers(0, 10 * 1440) | st.sampled_from([420, 690, 810, 900, 1020, 1021, 689, 691]),
)
cutoffs = st.none() | st.sampled_from([time(15), time(11, 30), time(16, 59)])
policies = st.sampled_from(list(Policy))
halves = st.integers(0, 17)
stretches = st.tuples(st.integers(-2000, 12000), st.integers(0, 9000))


@dataclass(frozen=True)
class Count:
    """Everything a term in working days needs but its length."""

    name: str
    received: datetime
    policy: Policy
    cutoff: time | None

    def due(self, term: Term, received: datetime | None = None) -> datetime:
        when = received or self.received
        return due(office(self.name), when, term, policy=self.policy, cutoff=self.cutoff).at


counts = st.builds(Count, names, instants, policies, cutoffs)


def days(half: int) -> Term:
    return Term(Decimal(half) / 2, Unit.WORKING_DAY)


@settings(max_examples=300)
@given(counts, halves)
def test_working_days_agree_with_the_slow_count(count: Count, half: int) -> None:
    slow = SLOW[count.name].working_days(count.received, half, count.policy.value, count.cutoff)
    assert count.due(days(half)) == slow


@few
@given(counts, st.integers(0, 2400))
def test_working_hours_agree_with_the_slow_count(count: Count, minutes: int) -> None:
    slow = SLOW[count.name]
    term = Term(Decimal(minutes) / 60, Unit.WORKING_HOUR)
    assert count.due(term) == slow.add(slow.deemed(count.received, count.cutoff), term.minutes)
    assert abs(term.minutes - minutes) <= 1


@few
@given(counts, st.integers(0, 60), st.integers(0, 14))
def test_calendar_days_and_months_agree_with_the_slow_count(count: Count, number: int, months: int) -> None:
    slow = SLOW[count.name]
    assume(count.received.year + 2 < 2027)
    last = count.received.date() + timedelta(days=number)
    assert count.due(Term.of(number, "calendar_day")) == slow.rolled(last)
    assert count.due(Term.of(months, "month")) == slow.months(count.received, months)


@few
@given(counts, halves, st.integers(0, 5000))
def test_a_later_receipt_is_never_due_earlier(count: Count, half: int, later: int) -> None:
    after = count.received + timedelta(minutes=later)
    assert count.due(days(half)) <= count.due(days(half), after)


@few
@given(counts, st.integers(1, 17), st.integers(1, 9))
def test_a_longer_term_is_never_due_earlier(count: Count, half: int, more: int) -> None:
    assert count.due(days(half)) <= count.due(days(half + more))


@few
@given(counts, halves)
def test_a_due_date_lies_in_counted_time(count: Count, half: int) -> None:
    calendar_ = office(count.name)
    assert calendar_.is_open(count.due(days(half)))
    assert calendar_.is_open(count.due(Term.of(half, "calendar_day")))
    assert calendar_.is_open(count.due(Term.of(half, "working_hour")))


@few
@given(counts, halves, stretches)
def test_a_restart_is_never_due_before_the_term_without_it(
    count: Count, half: int, stretch: tuple[int, int]
) -> None:
    start = count.received + timedelta(minutes=stretch[0])
    pause = Pause(start, start + timedelta(minutes=stretch[1]))
    paused = due(
        office(count.name),
        count.received,
        days(half),
        policy=count.policy,
        cutoff=count.cutoff,
        pauses=[pause],
    )
    assert paused.at >= count.due(days(half))


@settings(max_examples=60)
@given(st.builds(Count, st.just("QN"), instants, policies, cutoffs), halves, st.integers(0, 14))
def test_another_day_off_never_brings_a_date_forward(count: Count, half: int, offset: int) -> None:
    closed = OfficeDay(count.received.date() + timedelta(days=offset), DayKind.CLOSURE)
    changed = calendar(WEEKS["QN"], [closed])
    term = days(half)
    assert due(changed, count.received, term, policy=count.policy, cutoff=count.cutoff).at >= count.due(term)


@few
@given(names, instants, st.integers(0, 12), st.integers(0, 12))
def test_working_minutes_of_two_terms_add_up(name: str, received: datetime, first: int, second: int) -> None:
    assume(first and second)
    count = Count(name, received, Policy.WORKING_MINUTES, None)
    assert count.due(days(second), count.due(days(first))) == count.due(days(first + second))


@few
@given(counts, halves, st.lists(stretches, min_size=2, max_size=4), st.randoms(use_true_random=False))
def test_the_order_of_pauses_does_not_matter(
    count: Count, half: int, lengths: list[tuple[int, int]], random: st.DataObject
) -> None:
    begins = [count.received + timedelta(minutes=start) for start, _ in lengths]
    pauses = [
        Pause(begin, begin + timedelta(minutes=length))
        for begin, (_, length) in zip(begins, lengths, strict=True)
    ]
    shuffled = list(pauses)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    for on_resume in OnResume:
        answers = {
            due(
                office(count.name),
                count.received,
                days(half),
                policy=count.policy,
                cutoff=count.cutoff,
                pauses=order,
                on_resume=on_resume,
            )
            for order in (pauses, shuffled)
        }
        assert len(answers) == 1


@few
@given(names, instants, st.integers(1, 12), st.lists(stretches, max_size=3))
def test_a_suspended_term_counts_the_minutes_outside_the_pauses(
    name: str, received: datetime, half: int, lengths: list[tuple[int, int]]
) -> None:
    begins = [received + timedelta(minutes=start) for start, _ in lengths]
    pairs = [
        (begin, begin + timedelta(minutes=length)) for begin, (_, length) in zip(begins, lengths, strict=True)
    ]
    found = due(
        office(name),
        received,
        days(half),
        policy=Policy.WORKING_MINUTES,
        pauses=[Pause(a, b) for a, b in pairs],
        on_resume=OnResume.SUSPEND,
    )
    slow = SLOW[name]
    expected = slow.minutes_outside(slow.deemed(received, None), half * 240, pairs)
    assert found.at == expected
