"""Reports as plain values: a table of cells, the dossiers behind each, the formulas that must hold."""

from __future__ import annotations

from array import array
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from motcua_desktop.domain.dossier import Period
from motcua_desktop.domain.errors import Refusal
from motcua_desktop.domain.reported import Mark

#: A count, a share of 1, ready words, or None where the register has no fact for it.
Figure = int | float | str | None
#: What stands in a cell the register has no fact for.
UNKNOWN = "–"


class ColumnKind(StrEnum):
    """What a column shows: a count, a share of two counts, the target of the row, whether it was met."""

    COUNT = "count"
    RATE = "rate"
    TARGET = "target"
    VERDICT = "verdict"


@dataclass(frozen=True, slots=True)
class Counts:
    """Which dossiers a column counts: all of `needs` and none of `without` must be true of them."""

    needs: Mark
    without: Mark

    def holds(self, marks: int) -> bool:
        """Whether a dossier with these marks is counted."""
        return marks & self.needs == self.needs and not marks & self.without


@dataclass(frozen=True, slots=True)
class ReportColumn:
    """A column: its key, heading, the heading over several, its number on the form (0: none).

    `unknown` says why the register cannot fill it; `opens` is the column whose dossiers a cell shows where
    they are not its own ("" for its own).
    """

    key: str
    title: str
    over: str = ""
    number: int = 0
    kind: ColumnKind = ColumnKind.COUNT
    counts: Counts | None = None
    unknown: str = ""
    opens: str = ""

    @property
    def name(self) -> str:
        """The heading with the one over it: "Số hồ sơ đã giải quyết: Quá hạn"."""
        return f"{self.over}: {self.title}" if self.over else self.title


@dataclass(frozen=True, slots=True)
class ReportRow:
    """A line: its title and its figures by column. `key` is "" for the total and where nothing is known."""

    key: str
    title: str
    figures: tuple[Figure, ...]


@dataclass(frozen=True, slots=True)
class BrokenFormula:
    """A formula that does not hold in a line: both sides of it."""

    row: str
    formula: str
    left: int
    right: int


@dataclass(frozen=True, slots=True)
class Members:
    """The dossiers of a report, oldest first: id, number of the line, marks; 16 bytes each."""

    ids: array[int] = field(default_factory=lambda: array("q"))
    lines: array[int] = field(default_factory=lambda: array("l"))
    marks: array[int] = field(default_factory=lambda: array("l"))

    def of(self, counts: Counts, line: int | None) -> list[int]:
        """Ids of the dossiers a cell counts; `line` None for all lines. 200,000 take some hundredths of a
        second: few different marks are borne by many."""
        wanted = {marks for marks in set(self.marks) if counts.holds(marks)}
        if line is None:
            return [key for key, marks in zip(self.ids, self.marks, strict=True) if marks in wanted]
        every = zip(self.ids, self.lines, self.marks, strict=True)
        return [key for key, own, marks in every if own == line and marks in wanted]


@dataclass(frozen=True, slots=True)
class ReportName:
    """A report there is: key, name in a list, what it is about, where it is from and what is unconfirmed."""

    key: str
    name: str
    about: str
    source: str = ""
    unconfirmed: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ReportHead:
    """What stands above and below the table on paper, as the form has it; `page` still has its {page} and
    {pages}."""

    form: str
    issued: str
    title: str
    unit: str
    row_title: str
    row_number: int
    prepared: str
    signed: str
    hint: str
    page: str
    period: str
    between: str
    office: str
    receiver: str
    counted: str


@dataclass(frozen=True, slots=True)
class Report:
    """A report ready for screen, Excel and paper.

    `period_name` is "Quý IV năm 2026"; `counted_at` the instant the figures stand for: the period's end, or
    `made_at`, when it was asked for, while it lasts. `hidden` are counts that stand in no column and are
    named by formulas and notes.
    """

    name: ReportName
    head: ReportHead
    period: Period
    period_name: str
    counted_at: datetime
    made_at: datetime
    office: str
    receiver: str
    columns: tuple[ReportColumn, ...]
    rows: tuple[ReportRow, ...]
    total: ReportRow
    notes: tuple[str, ...] = ()
    broken: tuple[BrokenFormula, ...] = ()
    hidden: tuple[ReportColumn, ...] = ()
    members: Members = field(default_factory=Members, compare=False, repr=False)

    @property
    def lines(self) -> tuple[ReportRow, ...]:
        """All lines, the total last."""
        return (*self.rows, self.total)

    def column(self, key: str) -> ReportColumn:
        """The column of that key, shown or not. Raises KeyError."""
        for column in (*self.columns, *self.hidden):
            if column.key == key:
                return column
        raise KeyError(key)

    def ids(self, row: ReportRow, column: ReportColumn) -> list[int]:
        """The dossiers behind a cell, oldest first; what the register cannot tell apart is shown together."""
        of = self.column(column.opens) if column.opens else column
        if of.counts is None:
            return []
        line = None if row is self.total else next(n for n, one in enumerate(self.rows) if one is row)
        return self.members.of(of.counts, line)


@dataclass
class ReportFileWrong(Refusal):
    """The data of a report is wrong: which file, what is wrong (`what`, `detail`)."""

    file: str
    what: str
    detail: str = ""


@dataclass
class UnknownReport(Refusal):
    """There is no report of that key; `known` are those there are."""

    key: str
    known: tuple[str, ...]


def figure_words(figure: Figure) -> str:
    """A figure as it is written: 1.234, 98,6%, words as they are, a dash where nothing is known."""
    if figure is None:
        return UNKNOWN
    if isinstance(figure, str):
        return figure
    if isinstance(figure, float):
        return f"{int(figure * 1000 + 1e-9) / 10:.1f}%".replace(".", ",")  # never rounded up to a target
    return f"{figure:,}".replace(",", ".")
