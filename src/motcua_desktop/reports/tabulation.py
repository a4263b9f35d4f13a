"""From dossiers to the table of a report: each is marked once, and every cell is a count of marks."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from motcua_desktop.domain.report import (
    BrokenFormula,
    ColumnKind,
    Figure,
    Members,
    ReportColumn,
    ReportRow,
)
from motcua_desktop.domain.reported import Mark
from motcua_desktop.domain.text import name_sort_key
from motcua_desktop.reports.definition import Definition, Formula


@dataclass(slots=True)
class Tally:
    """Dossiers counted so far: for each field how many bear which marks, and who they are."""

    _fields: dict[str, int] = field(default_factory=dict)
    _counts: Counter[tuple[int, int]] = field(default_factory=Counter)
    _members: Members = field(default_factory=Members)

    def add(self, key: int, field_of: str, marks: Mark) -> None:
        """Count a dossier; one without marks does not belong to the period."""
        if not marks:
            return
        line = self._fields.setdefault(field_of, len(self._fields))
        self._counts[line, int(marks)] += 1
        self._members.ids.append(key)
        self._members.lines.append(line)
        self._members.marks.append(int(marks))

    def members(self, names: list[str]) -> Members:
        """The dossiers with their lines in the order of `names`, those of no shown line left out."""
        place = {self._fields[name]: at for at, name in enumerate(names)}
        found = Members()
        held = self._members
        for key, line, marks in zip(held.ids, held.lines, held.marks, strict=True):
            if line in place:
                found.ids.append(key)
                found.lines.append(place[line])
                found.marks.append(marks)
        return found

    def figures(self, definition: Definition) -> list[tuple[str, dict[str, int]]]:
        """Every counted column of each field with anything in it, fields in Vietnamese order."""
        counted = [one for one in (*definition.columns, *definition.hidden) if one.counts]
        found = []
        for name in sorted(self._fields, key=_order):
            line = self._fields[name]
            of_line = [(marks, n) for (own, marks), n in self._counts.items() if own == line]
            figures = {one.key: _count(one, of_line) for one in counted}
            if any(figures.values()):
                found.append((name, figures))
        return found


def _order(name: str) -> tuple[bool, str, str]:
    """Vietnamese order from the first word on; what has no name comes last."""
    first, *others = name.split(" ")
    return not name, name_sort_key(" ".join([*others, first])), name


def _count(column: ReportColumn, marked: list[tuple[int, int]]) -> int:
    counts = column.counts
    return sum(n for marks, n in marked if counts is not None and counts.holds(marks))


def table(
    definition: Definition, figures: list[tuple[str, dict[str, int]]]
) -> tuple[tuple[ReportRow, ...], ReportRow, tuple[BrokenFormula, ...]]:
    """Lines, total and the formulas that do not hold; every column was counted by itself, so they can."""
    keys = [one.key for one in (*definition.columns, *definition.hidden) if one.counts]
    sums = {key: sum(of[key] for _name, of in figures) for key in keys}
    rows = tuple(
        ReportRow(name, name or definition.no_field, _cells(definition, name, of)) for name, of in figures
    )
    total = ReportRow("", definition.total, _cells(definition, "", sums))
    lines = [*zip((row.title for row in rows), (of for _name, of in figures), strict=True)]
    broken = tuple(
        one for title, of in (*lines, (definition.total, sums)) for one in _broken(definition, title, of)
    )
    return rows, total, broken


def notes(definition: Definition, figures: list[tuple[str, dict[str, int]]]) -> tuple[str, ...]:
    """The sentences below the table with the figures of the total line."""
    keys = [one.key for one in (*definition.columns, *definition.hidden) if one.counts]
    sums = {key: sum(of[key] for _name, of in figures) for key in keys}
    return tuple(
        note.text.format(**{key: f"{n:,}".replace(",", ".") for key, n in sums.items()})
        for note in definition.notes
        if not note.when or sums[note.when]
    )


def _cells(definition: Definition, row: str, of: dict[str, int]) -> tuple[Figure, ...]:
    return tuple(_cell(definition, column, row, of) for column in definition.columns)


def _cell(definition: Definition, column: ReportColumn, row: str, of: dict[str, int]) -> Figure:
    target = definition.targets.get(row, definition.usual)
    if column.kind is ColumnKind.TARGET:
        return f"{target}%" if row else ""  # fields have different targets: the total has none
    if column.kind is ColumnKind.RATE:
        return _share(definition, column.key, of)
    if column.kind is ColumnKind.VERDICT:
        rate, met, missed = definition.verdicts[column.key]
        share = _share(definition, rate, of)
        if share is None or not row:
            return None if row else ""
        return met if share * 100 >= target else missed
    return of[column.key] if column.counts else None


def _share(definition: Definition, key: str, of: dict[str, int]) -> float | None:
    """The rate, None where nothing was settled."""
    rate = definition.rates[key]
    return of[rate.part] / of[rate.whole] if of[rate.whole] else None


def _broken(definition: Definition, title: str, of: dict[str, int]) -> Iterator[BrokenFormula]:
    for formula in definition.formulas:
        left, right = of[formula.whole], sum(of[part] for part in formula.parts)
        if left != right:
            yield BrokenFormula(title, _words(definition, formula, of), left, right)


def _words(definition: Definition, formula: Formula, of: dict[str, int]) -> str:
    """ "(3) = (4) + (5) + (6)", or the headings of a form whose columns bear no numbers; what stands in no
    column is named where there is any of it."""
    name = {one.key: f"({one.number})" if one.number else one.name for one in definition.columns}
    name |= {one.key: one.title for one in definition.hidden if of[one.key]}
    return f"{name[formula.whole]} = " + " + ".join(name[part] for part in formula.parts if part in name)
