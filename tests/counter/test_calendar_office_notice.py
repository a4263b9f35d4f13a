"""A year's notice entered by the office: firm dates for provisional ones; files that are refused."""

import json
from datetime import date, datetime
from typing import Any

import pytest
from tests.counter_fixtures import Clock, draft

from motcua_desktop.counter import calendar_source
from motcua_desktop.counter.counter import Counter
from motcua_desktop.domain.calendar_change import CalendarChange, Decision
from motcua_desktop.domain.calendar_errors import NoticeIncomplete, NoticeSkipsYear
from motcua_desktop.domain.days_off import DayKind
from motcua_desktop.domain.dossier import Dossier, PromiseReason
from motcua_desktop.domain.errors import BadValue
from motcua_desktop.domain.terms import Term
from motcua_desktop.domain.time_errors import ContradictoryDays, NoSuchTime, OverlappingSessions


def year_file(year: int = 2027, *more: dict[str, Any], without: str = "") -> dict[str, Any]:
    """The forecast of a year written as its notice."""
    days = [
        {"date": day.date.isoformat(), "kind": day.kind.value, "name": day.name}
        for day in calendar_source.forecast().year(year)
    ]
    return {
        "year": year,
        "notice": f"Thông báo năm {year}",
        "days": [day for day in days if day["date"] != without] + list(more),
    }


def receive(counter: Counter, days: int) -> Dossier:
    """A dossier received now with a term of `days` working days."""
    term = Term.of(days, "working_day")
    return counter.intake.receive(draft("1.001612", term=term, term_reason="thử"), slip=False).dossier


SWAP = (
    {"date": "2027-01-04", "kind": "swap_day_off", "name": "Hoán đổi", "pair": "2027-01-09"},
    {"date": "2027-01-09", "kind": "makeup_workday", "name": "Hoán đổi", "pair": "2027-01-04"},
)


def test_a_notice_moves_provisional_dates_and_makes_the_others_firm(counter: Counter, clock: Clock) -> None:
    clock.set("2026-12-30T08:00")
    stays = counter.intake.receive(
        draft("1.001612", term=Term.of(2, "working_day"), term_reason="thử"), slip=False
    ).dossier
    moves = counter.intake.receive(
        draft("1.001612", term=Term.of(4, "working_day"), term_reason="thử"), slip=False
    ).dossier
    last = counter.intake.receive(
        draft("1.001612", term=Term.of(1, "working_day"), term_reason="thử"), slip=False
    ).dossier
    assert [one.promise.provisional for one in (stays, moves, last)] == [True, True, False]
    office = counter.calendar_office
    change = office.read_change(year_file(2027, *SWAP, without="2027-01-02"))
    preview = office.preview(change)
    assert preview.moved == ()
    assert [(one.code, one.new_due, one.provisional) for one in preview.provisional] == [
        (stays.code, datetime(2027, 1, 5, 8), False),
        (moves.code, datetime(2027, 1, 7, 8), False),
    ]
    office.apply(change, default=Decision.MOVE)
    assert not counter.register.dossier(moves.code).promise.provisional
    assert office.calendar().covered_until == date(2027, 12, 31)
    assert office.year(2027).notice == "Thông báo năm 2027"


def test_a_provisional_date_that_stays_becomes_firm_without_a_question(
    counter: Counter, clock: Clock
) -> None:
    clock.set("2026-12-30T08:00")
    dossier = counter.intake.receive(draft("1.001612"), slip=False).dossier
    applied = counter.calendar_office.apply(counter.calendar_office.read_change(year_file()))
    after = counter.register.dossier(dossier.code)
    assert applied.firm == 1
    assert (after.due_at, after.promise.provisional) == (dossier.due_at, False)
    assert after.promise.reason is PromiseReason.CALENDAR
    assert len(after.promises) == 2
    assert counter.safekeeping.check().findings == ()


def test_a_swap_confirmed_before_the_notice_still_holds_and_the_notice_may_repeat_it(
    counter: Counter,
) -> None:
    office = counter.calendar_office
    office.apply(CalendarChange("QĐ", confirm=(date(2026, 11, 23),)))
    again = json.loads((calendar_source.resource("calendar/2026.json")).read_text("utf-8"))
    again["days"] += [
        {"date": "2026-11-23", "kind": "swap_day_off", "name": "Ngày Văn hóa", "pair": "2026-11-28"},
        {"date": "2026-11-28", "kind": "makeup_workday", "name": "Ngày Văn hóa", "pair": "2026-11-23"},
    ]
    office.apply(office.read_change(again))
    assert office.calendar().day_info(date(2026, 11, 28)).kind is DayKind.MAKEUP_WORKDAY


def test_years_are_entered_in_order(counter: Counter) -> None:
    office = counter.calendar_office
    with pytest.raises(NoticeSkipsYear) as refused:
        office.apply(office.read_change(year_file(2028)))
    assert refused.value.needed == 2027
    office.apply(office.read_change(year_file(2027)))
    office.apply(office.read_change(year_file(2028)))
    assert office.calendar().covered_until == date(2028, 12, 31)


@pytest.mark.parametrize(
    ("value", "refusal"),
    [
        ([], BadValue),
        ({"closures": []}, BadValue),
        ({"add": [{"date": "2026-11-27", "kind": "bão"}]}, BadValue),
        ({"add": [{"date": "2026-11-31", "kind": "closure"}]}, NoSuchTime),
        ({"add": [{"date": "2026-11-27", "kind": "closure", "hours": []}]}, BadValue),
        ({"add": [{"date": "2026-11-27", "kind": "closure", "pair": "2026-11-28"}]}, BadValue),
        ({"add": [{"date": "2026-11-27", "kind": "closure", "sessions": ["07:00-25:00"]}]}, NoSuchTime),
        ({"add": "2026-11-27"}, BadValue),
        ({"patterns": [{"from": "2026-12-01", "sessions": {"t2": ["07:00-11:00"]}}]}, NoSuchTime),
        (
            {"patterns": [{"from": "2026-12-01", "sessions": {"mon": ["07:00-11:00", "10:00-12:00"]}}]},
            OverlappingSessions,
        ),
        ({"remove": ["mai"]}, NoSuchTime),
        ({"undo": "1"}, BadValue),
        ({"notice": 5}, BadValue),
        ({"year": "2027", "days": []}, BadValue),
        ({"year": 2027, "days": []}, NoticeIncomplete),
        (year_file(2027, without="2027-09-02"), NoticeIncomplete),
        (year_file(2027, {"date": "2027-01-01", "kind": "makeup_workday"}), ContradictoryDays),
        (year_file(2027, {"date": "2026-12-31", "kind": "holiday"}), NoSuchTime),
        (year_file(2027, {"date": "2027-06-01", "kind": "closure"}), BadValue),
    ],
)
def test_a_file_that_is_wrong_is_refused(counter: Counter, value: Any, refusal: type[Exception]) -> None:
    with pytest.raises(refusal):
        counter.calendar_office.read_change(value)


def test_a_file_says_days_halves_weeks_and_swaps(counter: Counter) -> None:
    change = counter.calendar_office.read_change(
        {
            "note": "Bão",
            "add": [
                {"date": "2026-11-27", "kind": "closure", "sessions": "morning"},
                {"date": "2026-12-31", "kind": "swap_day_off", "pair": "2026-12-26"},
                {"date": "2026-12-12", "kind": "special_opening", "sessions": ["07:30-11:00"]},
            ],
            "patterns": [{"from": "2027-01-01", "sessions": {"mon": ["08:00-12:00"]}}],
        }
    )
    counter.calendar_office.apply(change)
    calendar = counter.calendar_office.calendar()
    sessions = {
        day: [str(one) for one in calendar.sessions(date.fromisoformat(day))]
        for day in ("2026-11-27", "2026-12-31", "2026-12-26", "2026-12-12", "2027-01-05", "2027-01-11")
    }
    assert sessions == {
        "2026-11-27": ["13:30-17:00"],
        "2026-12-31": [],
        "2026-12-26": ["07:00-11:30", "13:30-17:00"],
        "2026-12-12": ["07:30-11:00"],
        "2027-01-05": [],
        "2027-01-11": ["08:00-12:00"],
    }
