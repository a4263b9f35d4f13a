"""The working calendar: the week, official days, the office's own days, and what it refuses."""

from __future__ import annotations

from datetime import date, time

import pytest
from tests.domain.calendars import QN, at, calendar, office

from motcua_desktop.domain.calendar import (
    DayKind,
    OfficeDay,
    OfficialDay,
    Session,
    WeekPattern,
    WorkingCalendar,
    official_days_from,
)
from motcua_desktop.domain.errors import BadValue
from motcua_desktop.domain.time_errors import (
    BadSession,
    ContradictoryDays,
    NoSuchTime,
    NoWorkingDay,
    OverlappingSessions,
    SessionsMissing,
    TwoPatterns,
    WeekWithoutWork,
)

MORNING = (Session(time(7), time(11, 30)),)
SATURDAY = date(2026, 3, 7)


def built(*patterns: WeekPattern, days: tuple[OfficeDay, ...] = ()) -> WorkingCalendar:
    return WorkingCalendar.build((), patterns, days, edition="thử", covered_until=date(2026, 12, 31))


def test_2026_has_249_working_days() -> None:
    assert office().working_days_between(date(2025, 12, 31), date(2026, 12, 31)) == 249


def test_a_day_says_what_it_is_and_why() -> None:
    feast = office().day_info(date(2026, 11, 24))
    assert (feast.kind, feast.name, feast.is_working) == (DayKind.HOLIDAY, "Ngày Văn hóa Việt Nam", False)
    assert office().day_info(date(2026, 8, 22)).kind is DayKind.MAKEUP_WORKDAY
    plain = office().day_info(date(2026, 3, 2))
    assert (plain.kind, plain.is_working, plain.provisional) == (None, True, False)


def test_a_proposed_swap_is_shown_on_both_days_and_not_applied() -> None:
    for day, works in ((date(2026, 11, 23), True), (date(2026, 11, 28), False)):
        info = office().day_info(day)
        assert info.proposed is not None
        assert info.is_working is works


def test_days_past_the_notices_are_provisional_and_forecast() -> None:
    tet = office().day_info(date(2027, 2, 4))
    assert (tet.name, tet.is_working, tet.provisional) == ("Tết Nguyên đán", False, True)


def test_a_notice_that_reaches_only_part_of_a_year_leaves_the_rest_to_the_forecast() -> None:
    early = calendar(QN, covered_until=date(2026, 6, 30))
    assert not early.is_working(date(2026, 4, 27))
    assert early.is_working(date(2026, 8, 31))
    assert not early.is_working(date(2026, 9, 1))
    assert early.day_info(date(2026, 9, 1)).provisional


def test_seasonal_hours_hold_from_their_date_on() -> None:
    winter = WeekPattern.monday_to_friday()
    summer = WeekPattern.from_words({**QN, "mon": ["06:30-11:00"]}, date(2026, 5, 4))
    both = built(summer, winter)
    assert both.open_of(date(2026, 4, 27)) == at("2026-04-27T07:00")
    assert both.open_of(date(2026, 5, 4)) == at("2026-05-04T06:30")
    assert built(summer).open_of(date(2026, 4, 27)) == at("2026-04-27T06:30")


def test_the_offices_days_beat_the_official_ones() -> None:
    opened = OfficeDay(date(2026, 9, 2), DayKind.SPECIAL_OPENING, "Trực", MORNING)
    closed = OfficeDay(date(2026, 8, 22), DayKind.CLOSURE, "Bão")
    own = calendar(QN, [opened, closed])
    assert own.close_of(date(2026, 9, 2)) == at("2026-09-02T11:30")
    assert not own.is_working(date(2026, 8, 22))
    assert own.day_info(date(2026, 8, 22)).name == "Bão"


def test_a_closure_of_a_stretch_leaves_the_rest_of_the_day() -> None:
    hours = (Session(time(10), time(14)), Session(time(16), time(17)))
    storm = [OfficeDay(date(2026, 3, 3), DayKind.CLOSURE, sessions=(one,)) for one in hours]
    assert [str(one) for one in calendar(QN, storm).sessions(date(2026, 3, 3))] == [
        "07:00-10:00",
        "14:00-16:00",
    ]


def test_a_desk_that_only_receives_moves_no_date() -> None:
    desk = calendar(QN, [OfficeDay(SATURDAY, DayKind.RECEPTION_ONLY, "Quầy thứ Bảy", MORNING)])
    weekly = built(WeekPattern.from_words(QN, reception={"sat": ["07:00-11:30"]}))
    for one in (desk, weekly):
        info = one.day_info(SATURDAY)
        assert (info.is_working, info.reception) == (False, MORNING)
        assert one.deemed_start(at("2026-03-07T09:00")) == at("2026-03-09T07:00")
    assert desk.day_info(SATURDAY).kind is DayKind.RECEPTION_ONLY


def test_working_days_are_found_forward_and_back() -> None:
    assert office().next_working_day(date(2026, 2, 13)) == date(2026, 2, 23)
    assert office().nth_working_day(date(2026, 2, 23), -1) == date(2026, 2, 13)
    assert office().nth_working_day(date(2026, 2, 18), -1) == date(2026, 2, 13)
    assert office().nth_working_day(date(2026, 2, 18), 0) == date(2026, 2, 23)
    assert office().nth_working_day(date(2026, 2, 13), 0) == date(2026, 2, 13)


@pytest.mark.parametrize(
    ("came", "starts"),
    [
        ("2026-03-02T06:30", "2026-03-02T07:00"),
        ("2026-03-02T11:30", "2026-03-02T11:30"),
        ("2026-03-02T11:31", "2026-03-02T13:30"),
        ("2026-03-02T15:00", "2026-03-02T15:00"),
        ("2026-03-02T15:01", "2026-03-03T07:00"),
        ("2026-03-06T18:00", "2026-03-09T07:00"),
    ],
)
def test_time_starts_with_the_next_session_and_after_the_cut_off_next_day(came: str, starts: str) -> None:
    assert office().deemed_start(at(came), time(15)) == at(starts)


def test_the_officer_sees_until_when_the_office_stays_as_it_is() -> None:
    def change(now: str) -> tuple[bool, str]:
        return office().is_open(at(now)), f"{office().next_change(at(now)):%d/%m %H:%M}"

    assert change("2026-03-02T09:00") == (True, "02/03 11:30")
    assert change("2026-03-02T12:00") == (False, "02/03 13:30")
    assert change("2026-03-02T06:00") == (False, "02/03 07:00")
    assert change("2026-03-06T17:30") == (False, "09/03 07:00")
    assert change("2026-11-24T09:00") == (False, "25/11 07:00")
    assert office().open_of(date(2026, 11, 24)) is None


def test_two_feasts_on_one_date_keep_both_names() -> None:
    day = date(2026, 4, 30)
    feasts = [OfficialDay(day, DayKind.HOLIDAY, name) for name in ("Giỗ Tổ", "Chiến thắng")]
    both = WorkingCalendar.build(
        feasts, [WeekPattern.monday_to_friday()], edition="thử", covered_until=date(2026, 12, 31)
    )
    assert both.day_info(day).name == "Giỗ Tổ, Chiến thắng"


def test_a_week_in_which_nobody_works_is_refused() -> None:
    with pytest.raises(WeekWithoutWork):
        WeekPattern.from_words({"mon": []})


def test_patterns_that_start_on_one_day_and_no_pattern_are_refused() -> None:
    with pytest.raises(TwoPatterns):
        built(WeekPattern.monday_to_friday(), WeekPattern.monday_to_friday())
    with pytest.raises(TwoPatterns):
        built()


@pytest.mark.parametrize("hours", [["07:00-11:30", "11:00-12:00"], ["08:00-17:00", "07:00-08:01"]])
def test_sessions_that_overlap_are_refused_by_name(hours: list[str]) -> None:
    with pytest.raises(OverlappingSessions) as refused:
        WeekPattern.from_words({"tue": hours})
    assert refused.value.weekday == "tue"


@pytest.mark.parametrize("hours", ["11:30-07:00", "07:00-07:00", "07:00:30-08:00"])
def test_a_session_without_length_or_with_seconds_is_refused(hours: str) -> None:
    with pytest.raises(BadSession):
        Session.parse(hours)


@pytest.mark.parametrize("hours", ["", "07:00", "25:00-26:00", "sáng"])
def test_hours_that_cannot_be_read_are_refused(hours: str) -> None:
    with pytest.raises(NoSuchTime):
        Session.parse(hours)


@pytest.mark.parametrize(
    "kinds",
    [
        (DayKind.CLOSURE, DayKind.MAKEUP_WORKDAY),
        (DayKind.SWAP_DAY_OFF, DayKind.SPECIAL_OPENING),
        (DayKind.RECEPTION_ONLY, DayKind.RECEPTION_ONLY),
    ],
)
def test_days_of_the_office_that_contradict_each_other_are_refused(kinds: tuple[DayKind, DayKind]) -> None:
    days = [
        OfficeDay(SATURDAY, kind, name, () if kind is DayKind.CLOSURE else MORNING)
        for name, kind in zip("ab", kinds, strict=True)
    ]
    with pytest.raises(ContradictoryDays) as refused:
        calendar(QN, days)
    assert refused.value.day == SATURDAY


def test_a_special_opening_needs_its_hours() -> None:
    with pytest.raises(SessionsMissing):
        OfficeDay(SATURDAY, DayKind.SPECIAL_OPENING, "Trực")


@pytest.mark.parametrize(
    ("entry", "refusal"),
    [
        ({"date": "2026-02-30", "kind": "holiday"}, NoSuchTime),
        ({"date": "2025-05-01", "kind": "holiday"}, NoSuchTime),
        ({"date": "2026-05-01", "kind": "feast"}, BadValue),
        ({"date": "2026-05-01", "kind": "closure"}, BadValue),
        ({"kind": "holiday"}, NoSuchTime),
        ({"date": "2026-05-02", "kind": "makeup_workday", "pair": "someday"}, NoSuchTime),
    ],
)
def test_a_year_file_with_a_wrong_entry_is_refused(entry: dict[str, str], refusal: type[Exception]) -> None:
    with pytest.raises(refusal):
        official_days_from({"year": 2026, "days": [entry]})


def test_a_day_that_is_both_off_and_made_up_is_refused() -> None:
    days = [{"date": "2026-05-02", "kind": kind, "name": "x"} for kind in ("holiday", "makeup_workday")]
    with pytest.raises(ContradictoryDays):
        official_days_from({"year": 2026, "days": days})


def test_four_hundred_days_off_in_a_row_are_no_calendar() -> None:
    closed = [
        OfficeDay(date.fromordinal(date(2026, 3, 3).toordinal() + offset), DayKind.CLOSURE)
        for offset in range(600)
    ]
    with pytest.raises(NoWorkingDay) as refused:
        calendar(QN, closed).next_working_day(date(2026, 3, 2))
    assert (refused.value.after, refused.value.within) == (date(2026, 3, 2), 400)
