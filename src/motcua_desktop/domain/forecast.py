"""Days off of a year without a notice, by the rules of law and the habit of 2016–2026.

Law: Labour Code 2019 Art. 112.1 (holidays; before 2021 one day for National Day), Art. 111.3 (a holiday on
a weekend is made up on the next working day), Resolution 28/2026/QH16 Art. 2 (24 November, from 2026; outside
the Labour Code's list, so it is not made up). Habit, where Art. 112.3 leaves it to the Prime Minister:

- Tết is five days. First day of the year on Monday or Tuesday: one day before it and four from it (2016,
  2019, 2022, 2026). On Wednesday, Friday, Saturday or Sunday: two before and three from (2017, 2018, 2020,
  2021, 2023, 2024, 2025). Thursday has not come up in these years and is taken as two before.
- The second day of National Day makes the longest break: 1 September when the 2nd is a Tuesday, Wednesday,
  Friday or Saturday (2025, 2026, 2022, 2023), 3 September on Monday or Thursday (2024, 2021), and on Sunday
  (not seen yet).

Swapped days are never forecast: they were announced 8 to 150 days ahead and follow no rule.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from motcua_desktop.domain.days_off import DayKind, OfficialDay, day_from, one_per_date

LABOUR_CODE = "BLLĐ 2019, Điều 112 khoản 1"
IN_LIEU = "BLLĐ 2019, Điều 111 khoản 3"
CULTURE_DAY = "NQ 28/2026/QH16, Điều 2"
TET, KINGS, VICTORY = "Tết Nguyên đán", "Giỗ Tổ Hùng Vương", "Ngày Chiến thắng 30/4"
LABOUR, NATIONAL, NEW_YEAR = "Quốc tế Lao động 1/5", "Quốc khánh", "Tết Dương lịch"

_MONDAY, _TUESDAY, _THURSDAY, _SATURDAY, _SUNDAY = 0, 1, 3, 5, 6
_DAY = timedelta(days=1)


@dataclass(frozen=True)
class Forecast:
    """Forecasts the days off of a year from the dates of Tết and Giỗ Tổ, which are known by astronomy.

    `dropped` days are left out, for a calendar as it was before some day was decided.
    """

    tet: Mapping[int, date]
    hung_kings: Mapping[int, date]
    dropped: frozenset[date] = frozenset()

    @classmethod
    def from_dict(cls, lunar_file: Mapping[str, Any]) -> Forecast:
        """From a parsed `resources/calendar/lunar.json`."""
        dates = {int(year): entry for year, entry in lunar_file["dates"].items()}
        return cls(
            {year: day_from(entry["tet"]) for year, entry in dates.items()},
            {year: day_from(entry["hung_kings"]) for year, entry in dates.items()},
        )

    @property
    def last_year(self) -> int:
        """The last year with known lunar dates."""
        return max(self.tet)

    def year(self, year: int) -> tuple[OfficialDay, ...]:
        """The days off of `year` in order of date, without swaps. KeyError outside the lunar table."""
        holidays = [
            OfficialDay(date(year, 1, 1), DayKind.HOLIDAY, NEW_YEAR, LABOUR_CODE),
            *(OfficialDay(day, DayKind.HOLIDAY, TET, LABOUR_CODE) for day in tet_days(self.tet[year])),
            OfficialDay(self.hung_kings[year], DayKind.HOLIDAY, KINGS, LABOUR_CODE),
            OfficialDay(date(year, 4, 30), DayKind.HOLIDAY, VICTORY, LABOUR_CODE),
            OfficialDay(date(year, 5, 1), DayKind.HOLIDAY, LABOUR, LABOUR_CODE),
            *(OfficialDay(day, DayKind.HOLIDAY, NATIONAL, LABOUR_CODE) for day in national_days(year)),
        ]
        found = one_per_date(sorted(holidays, key=lambda day: day.date))
        days = [*found.values(), *days_in_lieu(list(found.values()))]
        if year >= 2026:
            days.append(
                OfficialDay(date(year, 11, 24), DayKind.HOLIDAY, "Ngày Văn hóa Việt Nam", CULTURE_DAY)
            )
        return tuple(sorted((day for day in days if day.date not in self.dropped), key=lambda day: day.date))


def tet_days(first: date) -> tuple[date, ...]:
    """The five days of Tết around its first day (mùng 1)."""
    before = 1 if first.weekday() in (_MONDAY, _TUESDAY) else 2
    return tuple(first + _DAY * offset for offset in range(-before, 5 - before))


def national_days(year: int) -> tuple[date, ...]:
    """2 September and, from 2021, the day beside it."""
    second = date(year, 9, 2)
    if year < 2021:
        return (second,)
    if second.weekday() in (_MONDAY, _THURSDAY, _SUNDAY):
        return (second, second + _DAY)
    return (second - _DAY, second)


def days_in_lieu(holidays: list[OfficialDay]) -> list[OfficialDay]:
    """For each holiday on a weekend, in order, the next working day that is not yet off."""
    taken = {day.date for day in holidays}
    made_up = []
    for holiday in holidays:
        if holiday.date.weekday() < _SATURDAY:
            continue
        day = holiday.date + _DAY
        while day.weekday() >= _SATURDAY or day in taken:
            day += _DAY
        taken.add(day)
        made_up.append(OfficialDay(day, DayKind.SUBSTITUTE, holiday.name, IN_LIEU))
    return made_up
