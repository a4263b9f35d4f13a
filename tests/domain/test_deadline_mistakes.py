"""The mistakes other counters' programs were seen to make, each as a test of this one."""

from __future__ import annotations

from datetime import date

from tests.domain.calendars import EIGHT, QN, SATURDAY, SEVEN, at, calendar, office

from motcua_desktop.domain.calendar import DayKind, OfficeDay, OfficialDay, WeekPattern, WorkingCalendar
from motcua_desktop.domain.deadline import OnResume, Pause, Policy, Term, due, explain
from motcua_desktop.domain.worktime import Outcome, classify, elapsed, left

ONE_DAY = Term.of(1, "working_day")


def test_the_holiday_of_the_start_day_itself_is_seen() -> None:
    culture_day = due(office(), at("2026-11-24T09:00"), ONE_DAY)
    assert culture_day.at == at("2026-11-26T07:00")


def test_the_make_up_row_of_the_start_day_itself_is_seen() -> None:
    make_up_saturday = due(office(), at("2026-08-22T08:00"), ONE_DAY)
    assert make_up_saturday.at == at("2026-08-24T08:00")


def test_260_and_365_working_days_are_not_the_same_date() -> None:
    year = due(office(), at("2024-01-02T09:00"), Term.of(260, "working_day")).at
    longer = due(office(), at("2024-01-02T09:00"), Term.of(365, "working_day")).at
    assert office().working_days_between(date(2024, 1, 2), year.date()) == 260
    assert office().working_days_between(date(2024, 1, 2), longer.date()) == 365
    assert year < longer


def test_a_seven_hour_office_does_not_drift_an_hour_a_day() -> None:
    five = due(office("SEVEN"), at("2024-05-06T16:30"), Term.of(5, "working_day"))
    assert five.at == at("2024-05-13T16:30")
    assert left(office("SEVEN"), at("2024-05-06T16:30"), five.at).span.days == 5
    assert elapsed(calendar(SEVEN), at("2024-05-06T08:00"), at("2024-05-10T17:00")) == 5 * 7 * 60


def test_a_saturday_with_one_session_keeps_its_own_hours() -> None:
    closing = due(office("SATURDAY"), at("2026-03-06T16:00"), ONE_DAY, policy=Policy.END_OF_DAY)
    assert closing.at == at("2026-03-07T11:30")
    assert due(office("SATURDAY"), at("2026-03-06T16:00"), ONE_DAY).at == at("2026-03-07T11:30")
    assert calendar(SATURDAY).working_minutes_between(at("2026-03-07T00:00"), at("2026-03-08T00:00")) == 270


def test_an_end_at_closing_or_after_it_adds_no_day_to_the_elapsed_time() -> None:
    eight = office("EIGHT")
    assert elapsed(eight, at("2024-05-06T08:00"), at("2024-05-07T17:00")) == 15.5 * 60
    assert elapsed(eight, at("2024-05-06T08:00"), at("2024-05-07T23:00")) == 15.5 * 60
    assert elapsed(eight, at("2024-05-06T18:00"), at("2024-05-07T17:00")) == 8 * 60
    assert elapsed(eight, at("2024-05-07T17:00"), at("2024-05-06T08:00")) == 0


def test_a_pause_that_ends_at_closing_credits_its_working_time_only() -> None:
    eight = office("EIGHT")
    pause = Pause(at("2024-05-06T09:00"), at("2024-05-09T17:00"))
    assert eight.working_minutes_between(pause.start, at("2024-05-09T17:00")) == 30.5 * 60
    moved = due(
        eight, at("2024-05-06T08:00"), Term.of(40, "working_hour"), pauses=[pause], on_resume=OnResume.SUSPEND
    )
    assert elapsed(eight, at("2024-05-06T08:00"), moved.at, [pause]) == 40 * 60


def test_a_pause_over_a_weekend_counts_working_time_not_calendar_days() -> None:
    weekend = Pause(at("2026-03-06T17:00"), at("2026-03-09T07:00"))
    for policy in Policy:
        kept = due(office(), at("2026-03-05T09:00"), Term.of(3, "working_day"), policy=policy)
        paused = due(
            office(),
            at("2026-03-05T09:00"),
            Term.of(3, "working_day"),
            policy=policy,
            pauses=[weekend],
            on_resume=OnResume.SUSPEND,
        )
        assert paused == kept


def test_a_holiday_inside_a_pause_is_not_forgotten() -> None:
    # Pause from the last afternoon before Tết to the first morning after it: 30 minutes and one hour.
    pause = Pause(at("2026-02-13T16:30"), at("2026-02-23T08:00"))
    paused = due(
        office(),
        at("2026-02-12T09:00"),
        Term.of(3, "working_day"),
        pauses=[pause],
        on_resume=OnResume.SUSPEND,
    )
    assert due(office(), at("2026-02-12T09:00"), Term.of(3, "working_day")).at == at("2026-02-24T09:00")
    assert paused.at == at("2026-02-24T10:30")


def test_what_explains_a_date_gives_the_same_date() -> None:
    for policy in Policy:
        term = Term.of("1.5", "working_day")
        assert explain(office(), at("2026-02-13T16:30"), term, policy=policy).due == due(
            office(), at("2026-02-13T16:30"), term, policy=policy
        )


def test_no_holiday_is_looked_up_for_each_late_day() -> None:
    asked: list[date] = []

    class Watched(dict[date, OfficialDay]):
        def get(self, key: date, default: object = None) -> object:  # type: ignore[override]
            asked.append(key)
            return super().get(key, default)  # type: ignore[arg-type]

    late = calendar(QN)
    late._book.official_days = Watched(late._book.official_days)
    assert left(late, at("2026-06-30T09:00"), at("2026-03-02T09:00")).late
    due(late, at("2026-03-02T09:00"), Term.of(60, "working_day"))
    assert len(asked) <= 2


def test_no_due_date_is_a_class_of_its_own_everywhere() -> None:
    assert classify(at("2026-03-02T09:00"), None) is Outcome.NO_DUE


def test_every_due_date_says_day_by_day_why() -> None:
    trace = explain(office(), at("2026-11-20T15:00"), Term.of(2, "working_day"))
    assert [(f"{day.date:%d}", day.kind.value, day.name) for day in trace.days] == [
        ("20", "received", ""),
        ("21", "off", ""),
        ("22", "off", ""),
        ("23", "counted", ""),
        ("24", "off", "Ngày Văn hóa Việt Nam"),
        ("25", "due", ""),
    ]


def test_a_make_up_saturday_has_a_normal_weekdays_hours_even_where_saturdays_are_short() -> None:
    assert office("SATURDAY").close_of(date(2026, 8, 22)) == at("2026-08-22T17:00")
    assert office("EIGHT").open_of(date(2026, 8, 22)) == at("2026-08-22T07:30")


def test_an_office_that_loses_a_session_to_a_storm_moves_what_was_due_in_it() -> None:
    storm = OfficeDay(
        date(2026, 3, 3), DayKind.CLOSURE, "Bão", sessions=WeekPattern.from_words(QN).sessions[0][1:]
    )
    stormy = calendar(QN, [storm])
    assert due(stormy, at("2026-03-02T15:00"), ONE_DAY).at == at("2026-03-03T11:30")
    assert due(stormy, at("2026-03-02T15:00"), Term.of(8, "working_hour")).at == at("2026-03-04T08:30")


def test_a_calendar_without_official_days_still_counts() -> None:
    plain = WorkingCalendar.build(
        (), [WeekPattern.from_words(EIGHT)], edition="thử", covered_until=date(2026, 12, 31)
    )
    assert due(plain, at("2026-02-13T16:30"), ONE_DAY).at == at("2026-02-16T16:30")
