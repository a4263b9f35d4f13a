"""The shipped days off against every other source: the lunar sky, the rules, the holidays package."""

from __future__ import annotations

import json
from datetime import date, timedelta
from pathlib import Path

import holidays as peer
import pytest
from tests.domain.calendars import office, official
from tests.domain.lunar_reference import hung_kings, tet

from motcua_desktop.assets import read_json
from motcua_desktop.domain.calendar import DayKind
from motcua_desktop.domain.forecast import national_days, tet_days

DATA = Path(__file__).parent.parent / "data"
SWAPS = (DayKind.SWAP_DAY_OFF, DayKind.MAKEUP_WORKDAY)


@pytest.mark.parametrize("year", range(2016, 2101))
def test_tet_and_gio_to_stand_where_the_new_moon_puts_them(year: int) -> None:
    entry = read_json("calendar/lunar.json")["dates"][str(year)]
    assert entry == {"tet": tet(year).isoformat(), "hung_kings": hung_kings(year).isoformat()}


def test_the_lunar_dates_confirmed_by_four_engines_are_kept() -> None:
    confirmed = json.loads((DATA / "lunar_2016_2060.json").read_text(encoding="utf-8"))
    shipped = read_json("calendar/lunar.json")["dates"]
    assert {year: shipped[year] for year in confirmed} == confirmed


@pytest.mark.parametrize("year", range(2016, 2027))
def test_the_forecast_gives_what_was_decided_each_year_but_for_the_swaps(year: int) -> None:
    decided = [
        (day.date, day.kind) for day in official().days if day.date.year == year and day.kind not in SWAPS
    ]
    assert [(day.date, day.kind) for day in official().forecast.year(year)] == decided


def test_the_forecast_of_2027_agrees_with_the_expected_pattern() -> None:
    expected = json.loads((DATA / "days_off_2027_expected.json").read_text(encoding="utf-8"))["entries"]
    forecast = {(day.date.isoformat(), day.kind.value) for day in official().forecast.year(2027)}
    assert forecast == {(entry["date"], entry["kind"]) for entry in expected}


@pytest.mark.parametrize("year", range(2027, 2101))
def test_a_forecast_year_has_its_feasts_and_makes_up_for_weekends(year: int) -> None:
    days = official().forecast.year(year)
    off = {day.date for day in days if day.kind is DayKind.HOLIDAY}
    feasts = {date(year, 1, 1), date(year, 4, 30), date(year, 5, 1), date(year, 9, 2), date(year, 11, 24)}
    assert off >= feasts | {tet(year), hung_kings(year), *tet_days(tet(year)), *national_days(year)}
    made_up = [day for day in days if day.kind is DayKind.SUBSTITUTE]
    on_weekend = [day for day in off if day.weekday() >= 5 and day != date(year, 11, 24)]
    assert len(made_up) == len(on_weekend)
    assert all(day.date.weekday() < 5 and day.date not in off for day in made_up)


def test_the_culture_day_is_off_from_2026_and_not_made_up() -> None:
    assert not office().is_working(date(2026, 11, 24))
    assert office().is_working(date(2025, 11, 24))
    monday_after = date(2029, 11, 26)
    assert date(2029, 11, 24).weekday() == 5
    assert monday_after not in {day.date for day in official().forecast.year(2029)}


def test_each_swap_has_its_other_day_in_the_data() -> None:
    kinds = {day.date: day for day in official().days}
    for day in official().days:
        if day.kind in SWAPS:
            assert day.pair is not None
            other = kinds[day.pair]
            assert {day.kind, other.kind} == set(SWAPS)
            assert other.pair == day.date
            assert (day.date.weekday() < 5) is (day.kind is DayKind.SWAP_DAY_OFF)


def test_every_official_day_names_its_source_and_every_source_is_told() -> None:
    for year in range(2016, 2027):
        file = read_json(f"calendar/{year}.json")
        for entry in file["days"]:
            assert entry["sources"] and set(entry["sources"]) <= set(file["sources"]), entry


#: Where the `holidays` package (0.109) differs from the notices of 2016–2026: day, what it says, our source.
ACCEPTED = {
    "2026-01-02": ("works", "Văn bản 12729/VPCP-KGVX 25/12/2025: 2/1 swapped with 10/1"),
    "2026-01-10": ("off", "Văn bản 12729/VPCP-KGVX 25/12/2025: 2/1 swapped with 10/1"),
}


def test_the_holidays_package_differs_only_where_a_notice_is_known_to_us() -> None:
    theirs = peer.country_holidays("VN", years=range(2016, 2027))
    found = {}
    day = date(2016, 1, 1)
    while day <= date(2026, 12, 31):
        works = theirs.is_working_day(day)
        if works is not office().is_working(day):
            found[day.isoformat()] = "works" if works else "off"
        day += timedelta(days=1)
    assert found.items() <= {day: said for day, (said, _) in ACCEPTED.items()}.items()
    assert {day.date.isoformat() for day in official().days if day.kind in SWAPS} >= ACCEPTED.keys()
