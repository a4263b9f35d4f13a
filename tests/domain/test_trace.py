"""The trace of a due date: the sentence of the slip, the cells of the day strip, the command line's form."""

from __future__ import annotations

import json
from datetime import datetime, time
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.domain.calendars import QN, WEEKS, at, calendar, office

from motcua_desktop.domain.calendar import DayKind, OfficeDay
from motcua_desktop.domain.deadline import OnResume, Pause, Policy, Term, Unit, due, explain
from motcua_desktop.domain.trace import Trace, TraceKind, Why, as_dict, sentence, strip

SUPPLEMENT = (Pause(at("2026-03-04T10:00"), at("2026-03-06T14:00")),)
AFTERNOON: dict[str, Any] = {"cutoff": time(15)}
SENTENCES: list[dict[str, Any]] = json.loads(
    (Path(__file__).parent.parent / "data" / "due_date_sentences.json").read_text(encoding="utf-8")
)


def explained(case: dict[str, Any]) -> Trace:
    return explain(
        office(),
        at(case["received"]),
        Term.of(case["value"], case["unit"]),
        policy=Policy(case.get("policy", "same_clock")),
        cutoff=time.fromisoformat(case["cutoff"]) if "cutoff" in case else None,
        pauses=[Pause(at(start), at(end)) for start, end in case.get("pauses", ())],
        on_resume=OnResume(case.get("on_resume", "restart")),
    )


@pytest.mark.parametrize("case", SENTENCES, ids=[case["received"] for case in SENTENCES])
def test_one_sentence_says_how_the_date_was_counted(case: dict[str, Any]) -> None:
    assert sentence(explained(case)) == case["sentence"]


def test_a_storm_is_named_in_the_sentence() -> None:
    stormy = calendar(QN, [OfficeDay(at("2026-03-03T00:00").date(), DayKind.CLOSURE, "bão số 3")])
    text = sentence(explain(stormy, at("2026-03-02T09:00"), Term.of(1, "working_day")))
    assert text == "1 ngày làm việc kể từ 09:00 thứ Hai 02/03; 03/03 đóng cửa: bão số 3."


def cells(received: str, value: float, at_most: int = 7, **how: Any) -> str:
    trace = explain(office(), at(received), Term.of(value, "working_day"), **how)
    return " ".join(f"{one.weekday}{one.day}:{one.word}" for one in strip(trace, at_most=at_most))


def test_the_day_strip_shows_receipt_days_off_due_and_two_days_more() -> None:
    shown = cells("2026-11-23T15:12", 0, **AFTERNOON)
    assert shown == "T223:Nhận T324:Nghỉ T425:Trả T526: T627:"


def test_the_day_strip_of_a_same_day_procedure_is_the_due_day() -> None:
    assert cells("2026-11-25T09:00", 0) == "T425:Trả T526: T627:"


def test_a_long_day_strip_keeps_its_ends_and_folds_the_middle() -> None:
    assert cells("2026-11-19T07:35", 3) == "T519:Nhận T620:1 T721:Nghỉ CN22:Nghỉ T223:2 T324:Nghỉ T425:Trả"
    folded = cells("2026-11-19T07:35", 15)
    assert folded == "T519:Nhận T620:1 :12 ngày làm việc T510:14 T611:Trả T712:Nghỉ CN13:Nghỉ"


@pytest.mark.parametrize("at_most", [3, 4, 5, 6, 7, 9])
@pytest.mark.parametrize("days", [0, 1, 2, 3, 5, 30])
def test_a_day_strip_never_has_more_cells_than_there_is_room_and_always_the_due_day(
    at_most: int, days: int
) -> None:
    trace = explain(office(), at("2026-11-19T07:35"), Term.of(days, "working_day"))
    shown = strip(trace, at_most=at_most)
    assert len(shown) <= at_most
    assert [one.date for one in shown if one.kind is TraceKind.DUE] == [trace.due.at.date()]


def test_after_a_restart_the_day_strip_begins_with_the_completion() -> None:
    assert cells("2026-03-02T15:00", 1, pauses=SUPPLEMENT).startswith("T66:Đủ T77:Nghỉ")


def test_days_of_a_supplement_are_told_from_days_counted() -> None:
    trace = explain(
        office(),
        at("2026-03-02T15:00"),
        Term.of(3, "working_day"),
        pauses=SUPPLEMENT,
        on_resume=OnResume.SUSPEND,
    )
    assert [day.date.day for day in trace.days if day.kind is TraceKind.PAUSED] == [5]
    again = explain(office(), at("2026-03-02T15:00"), Term.of(3, "working_day"), pauses=SUPPLEMENT)
    assert [day.date.day for day in again.days if day.why is Why.RESTARTED] == [3, 4, 5]


def test_a_term_in_hours_says_how_many_minutes_each_day_gave() -> None:
    trace = explain(office(), at("2026-03-06T15:00"), Term.of(12, "working_hour"))
    assert {day.date.day: day.minutes for day in trace.days if day.minutes} == {6: 120, 9: 480, 10: 120}


def test_the_articles_are_those_of_the_decree_in_force_at_receipt() -> None:
    new = explain(office(), at("2026-03-02T15:00"), Term.of(3, "working_day"), pauses=SUPPLEMENT)
    assert new.articles == ("NĐ 118/2025/NĐ-CP, Điều 17 khoản 3", "NĐ 118/2025/NĐ-CP, Điều 19 khoản 5")
    old = explain(office(), at("2025-06-30T15:00"), Term.of(15, "calendar_day"))
    assert old.articles == ("NĐ 61/2018/NĐ-CP, Điều 17", "BLDS 2015, Điều 147, 148")


def test_the_trace_goes_out_as_json() -> None:
    trace = explain(office(), at("2026-11-20T15:00"), Term.of("1.5", "working_day"), cutoff=time(15))
    plain = json.loads(json.dumps(as_dict(trace)))
    assert (plain["due"], plain["provisional"], plain["cutoff"]) == ("2026-11-25T09:00", False, "15:00")
    assert plain["edition"] == office().edition
    assert plain["sentence"] == sentence(trace)
    assert [day["weekday"] for day in plain["days"]] == ["T6", "T7", "CN", "T2", "T3", "T4"]


@settings(max_examples=80)
@given(
    st.sampled_from(sorted(WEEKS)),
    st.datetimes(datetime(2026, 1, 1), datetime(2026, 12, 1)),
    st.integers(0, 25),
    st.sampled_from(Unit),
    st.sampled_from(Policy),
    st.sampled_from(OnResume),
)
def test_the_trace_tells_the_same_date_and_counts_the_same_days(
    name: str, received: datetime, value: int, unit: Unit, policy: Policy, on_resume: OnResume
) -> None:
    how: dict[str, Any] = {"policy": policy, "cutoff": time(15), "on_resume": on_resume}
    term = Term.of(value, unit)
    trace = explain(office(name), received, term, **how)
    assert trace.due == due(office(name), received, term, **how)
    assert trace.days[-1].kind is TraceKind.DUE
    assert trace.days[0].date == trace.received.date()
    if unit is Unit.CALENDAR_DAY or (
        unit is Unit.WORKING_DAY and policy in (Policy.SAME_CLOCK, Policy.END_OF_DAY)
    ):
        assert max(day.number for day in trace.days) == (value or trace.days[-1].number)
    assert sentence(trace).endswith(".") and sentence(trace).count("\n") == 0
    assert len(strip(trace)) <= 7
