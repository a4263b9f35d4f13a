"""The period of a report: a month, quarter, half or year as an office cuts it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from motcua_desktop.domain.dossier import Period

#: A period that begins with its first month.
CALENDAR = 1


class PeriodKind(StrEnum):
    """How long a reported period is."""

    MONTH = "month"
    QUARTER = "quarter"
    HALF = "half"
    YEAR = "year"


_MONTHS = {PeriodKind.MONTH: 1, PeriodKind.QUARTER: 3, PeriodKind.HALF: 6, PeriodKind.YEAR: 12}


@dataclass(frozen=True, slots=True)
class ReportPeriod:
    """The `number`-th month, quarter or half of `year`, counted from 1; a year has only number 1."""

    kind: PeriodKind
    year: int
    number: int = 1

    @property
    def last(self) -> int:
        """How many periods of this kind a year has."""
        return 12 // _MONTHS[self.kind]

    def days(self, cutoff: int) -> Period:
        """First and last day when data is cut on this day of the month before (Decree 09/2019/NĐ-CP Art. 12
        has 15: a quarter runs from 15/12 to 14/3); 1 means calendar months."""
        months = _MONTHS[self.kind]
        first = (self.number - 1) * months + 1
        begin = _begin(self.year, first, cutoff)
        return Period(begin, _begin(self.year, first + months, cutoff) - timedelta(days=1))

    @classmethod
    def holding(cls, day: date, kind: PeriodKind, cutoff: int) -> ReportPeriod:
        """The period of this kind that `day` falls into."""
        for year in (day.year, day.year + 1):
            for number in range(1, 12 // _MONTHS[kind] + 1):
                found = cls(kind, year, number)
                if found.days(cutoff).start <= day <= found.days(cutoff).end:
                    return found
        raise ValueError(cutoff)


def _begin(year: int, month: int, cutoff: int) -> date:
    """The first day counted for a month (13 is January of the next year)."""
    ahead = month - 1 if cutoff == CALENDAR else month - 2
    return date(year + ahead // 12, ahead % 12 + 1, cutoff)
