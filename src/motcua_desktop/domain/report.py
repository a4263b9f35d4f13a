"""Reports as plain values: a period, a table of cells, and the formulas that must hold in it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from motcua_desktop.domain.dossier import Period

#: Where the data of a quarter is cut (Decree 09/2019/NĐ-CP Art. 12): from day 15 of the month before it.
CUTOFF_DAY = 15


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

    def days(self, cutoff: int = CUTOFF_DAY) -> Period:
        """First and last day. A cut-off on day 1 means calendar months."""
        months = _MONTHS[self.kind]
        first = (self.number - 1) * months + 1
        begin = _begin(self.year, first, cutoff)
        return Period(begin, _begin(self.year, first + months, cutoff) - timedelta(days=1))

    @classmethod
    def holding(cls, day: date, kind: PeriodKind, cutoff: int = CUTOFF_DAY) -> ReportPeriod:
        """The period of this kind that `day` falls into."""
        for year in (day.year, day.year + 1):
            for number in range(1, 12 // _MONTHS[kind] + 1):
                found = cls(kind, year, number)
                if found.days(cutoff).start <= day <= found.days(cutoff).end:
                    return found
        raise ValueError(cutoff)


def _begin(year: int, month: int, cutoff: int) -> date:
    """The first day counted for a month (13 is January of the next year)."""
    ahead = month - 1 if cutoff == 1 else month - 2
    return date(year + ahead // 12, ahead % 12 + 1, cutoff)


@dataclass(frozen=True, slots=True)
class ReportColumn:
    """A column of figures: its key, its heading, the heading over several, its number on the form."""

    key: str
    title: str
    over: str = ""
    number: int = 0


@dataclass(frozen=True, slots=True)
class ReportRow:
    """A line: its title and its figures by column. `key` is "" for the total."""

    key: str
    title: str
    figures: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class BrokenFormula:
    """A formula that does not hold in a line: both sides of it."""

    row: str
    formula: str
    left: int
    right: int


@dataclass(frozen=True, slots=True)
class Report:
    """A report ready for screen, Excel and paper; every cell can be asked for its dossiers."""

    key: str
    form: str
    title: str
    period: Period
    office: str
    row_title: str
    columns: tuple[ReportColumn, ...]
    rows: tuple[ReportRow, ...]
    total: ReportRow
    broken: tuple[BrokenFormula, ...] = ()
