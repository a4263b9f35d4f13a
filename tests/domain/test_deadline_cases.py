"""The worked cases of the specification, each by its own name."""

from __future__ import annotations

import json
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from tests.domain.calendars import official

from motcua_desktop.domain.calendar import WorkingCalendar
from motcua_desktop.domain.cases import answer_cases, case_calendar, case_due

CASES: list[dict[str, Any]] = json.loads(
    (Path(__file__).parent.parent / "data" / "due_date_cases.json").read_text(encoding="utf-8")
)


@cache
def calendar_of(office: str) -> WorkingCalendar:
    return case_calendar(json.loads(office), official())


@pytest.mark.parametrize("case", CASES, ids=[case["id"] for case in CASES])
def test_the_due_date_is_the_one_of_the_worked_case(case: dict[str, Any]) -> None:
    answer = case_due(case, calendar_of(json.dumps(case["office"])))
    assert answer.at.isoformat(timespec="minutes") == case["due"]


def test_all_cases_at_once_give_the_same_answers_in_their_order() -> None:
    assert answer_cases(CASES, official()) == [{"id": case["id"], "due": case["due"]} for case in CASES]


PLAIN = {"id": "a", "office": {"base": "QN"}, "received": "2026-03-02T09:00"}
THREE = {"value": 3, "unit": "working_day"}


def answer(**case: Any) -> dict[str, Any]:
    return answer_cases([{**PLAIN, "term": THREE, **case}], official())[0]


def test_what_a_case_leaves_out_has_its_usual_meaning() -> None:
    assert answer() == {"id": "a", "due": "2026-03-05T09:00"}
    assert answer(office={}) == answer(office={"base": "QN"}) == answer(policy=None, cutoff=None, pauses=None)


def test_a_case_that_cannot_be_answered_says_why_and_stops_nobody() -> None:
    answers = answer_cases([{"id": "bad"}, {**PLAIN, "term": THREE}, "no case", None], official())  # type: ignore[list-item]
    assert [one["due"] for one in answers] == [None, "2026-03-05T09:00", None, None]
    assert answers[0]["id"] == "bad"
    assert all(one["error"] for one in answers if one["due"] is None)


@pytest.mark.parametrize(
    "change",
    [
        {"received": "2026-02-30T09:00"},
        {"received": None},
        {"term": {"value": -1, "unit": "working_day"}},
        {"term": {"value": "three", "unit": "working_day"}},
        {"term": {"value": "NaN", "unit": "working_day"}},
        {"term": {"value": 1, "unit": "fortnight"}},
        {"term": {"value": 999_999, "unit": "working_day"}},
        {"policy": "tomorrow"},
        {"cutoff": "25:00"},
        {"on_resume": "later"},
        {"office": {"sessions": {}}},
        {"office": {"sessions": {"mon": ["11:30-07:00"]}}},
        {"office": {"sessions": {"mon": ["07:00-11:30", "11:00-12:00"]}}},
        {"office": {"sessions": {"monday": ["07:00-11:30"]}}},
        {"office": {"base": "HN"}},
        {"office": {"base": "QN", "days_off": ["2026-11-28"], "makeup": ["2026-11-28"]}},
        {"office": {"base": "QN", "days_of": ["2026-11-28"]}},
        {"office": {"base": "QN", "drop": ["2026-13-01"]}},
        {"received": "2015-12-31T09:00"},
        {"received": "2100-12-30T09:00", "term": {"value": 2600, "unit": "working_day"}},
        {"pauses": [["2026-03-05T09:00", "2026-03-04T09:00"]]},
    ],
    ids=str,
)
def test_nonsense_has_no_due_date(change: dict[str, Any]) -> None:
    refused = answer(**change)
    assert refused["due"] is None
    assert refused["error"]


def test_an_office_may_name_its_own_days_beside_the_official_ones() -> None:
    week = {"sessions": {"mon": ["07:00-11:30"], "sat": ["07:00-11:30"], "sun": ["08:00-10:00"]}}
    assert answer(office={**week, "days_off": ["2026-03-07"]})["due"] == "2026-03-14T09:00"
    tet = {"received": "2026-02-13T09:00", "term": {"value": 1, "unit": "working_day"}}
    assert answer(office={"base": "QN"}, **tet)["due"] == "2026-02-23T09:00"
    assert answer(office={"base": "QN", "drop": ["2026-02-16"]}, **tet)["due"] == "2026-02-16T09:00"
    assert answer(office={"base": "QN", "use_official_days": False}, **tet)["due"] == "2026-02-16T09:00"


def test_while_a_supplement_is_awaited_there_is_no_due_date() -> None:
    waiting = answer(pauses=[["2026-03-03T09:00", None]])
    assert waiting["due"] is None
    assert "StillPaused" in waiting["error"]


def test_days_off_without_end_are_refused_and_never_searched_for_ever() -> None:
    storm = [str(date(2026, 3, 3) + timedelta(days=offset)) for offset in range(900)]
    assert "NoWorkingDay" in answer(office={"base": "QN", "days_off": storm})["error"]
    same_day = {"value": 0, "unit": "working_day"}
    assert answer(office={"base": "QN", "days_off": storm}, term=same_day)["due"] == "2026-03-02T17:00"
