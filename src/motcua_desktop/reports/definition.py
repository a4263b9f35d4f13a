"""A report as data: its columns, what each counts, its formulas and notes (`resources/reports`)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from motcua_desktop.domain.report import ColumnKind, Counts, ReportColumn, ReportFileWrong, ReportName
from motcua_desktop.domain.reported import Mark
from motcua_desktop.reports.report_file import ReportFile

COMMON = "common.json"
_KEYS = (
    "key order name about form issued title unit source edition effective_from unconfirmed rows columns "
    "hidden formulas notes targets"
).split()
_ROW_KEYS = ("by", "title", "number", "none", "total")
_COLUMN_KEYS = ("key", "title", "over", "number", "counts", "unknown", "rate", "target", "verdict", "opens")
#: What a column may be filled with; a column has exactly one of them.
_FILLED = ("counts", "unknown", "rate", "target", "verdict")
_MARKS = {mark.name.lower(): mark for mark in Mark if mark.name}


@dataclass(frozen=True, slots=True)
class Formula:
    """The whole must be the sum of its parts, in every line."""

    whole: str
    parts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Note:
    """A sentence below the table with figures of the total line; `when`: a column that must not be 0."""

    text: str
    when: str = ""


@dataclass(frozen=True, slots=True)
class Rate:
    """The share of one count in another."""

    part: str
    whole: str


@dataclass(frozen=True, slots=True)
class Definition:
    """One report. `rates` and `verdicts` are by column key; `targets` in percent by line, `usual` for all
    others."""

    name: ReportName
    order: int
    form: str
    issued: str
    title: str
    unit: str
    edition: str
    effective_from: date
    row_title: str
    row_number: int
    no_field: str
    total: str
    columns: tuple[ReportColumn, ...]
    hidden: tuple[ReportColumn, ...]
    formulas: tuple[Formula, ...]
    notes: tuple[Note, ...]
    rates: dict[str, Rate]
    verdicts: dict[str, tuple[str, str, str]]
    targets: dict[str, int]
    usual: int


def load(folder: Path) -> tuple[dict[str, Definition], tuple[ReportFileWrong, ...]]:
    """The reports of a folder by key, in their order, and the faults of those that cannot be read."""
    found: dict[str, Definition] = {}
    faults = []
    for path in sorted(folder.glob("*.json")) if folder.is_dir() else ():
        if path.name == COMMON:
            continue
        try:
            made = read(path)
            if made.name.key in found:
                raise ReportFileWrong(str(path), "name_taken", made.name.key)
            found[made.name.key] = made
        except ReportFileWrong as fault:
            faults.append(fault)
    return dict(sorted(found.items(), key=lambda one: (one[1].order, one[0]))), tuple(faults)


def read(path: Path) -> Definition:
    """One report. Raises ReportFileWrong."""
    file = ReportFile(path)
    raw = file.only(file.raw, _KEYS, path.name)
    rows = file.only(raw.get("rows"), _ROW_KEYS, "rows")
    if file.text(rows, "by") != "field":
        raise file.wrong("unknown_value", f"by: {rows['by']}")
    rates: dict[str, Rate] = {}
    verdicts: dict[str, tuple[str, str, str]] = {}
    columns = tuple(_column(file, one, rates, verdicts) for one in file.some(raw, "columns"))
    hidden = tuple(_column(file, one, {}, {}) for one in file.some(raw, "hidden"))
    counted = _check(file, columns, hidden, rates, verdicts)
    targets, usual = _targets(file, raw)
    if not columns:
        raise file.wrong("missing", "columns")
    return Definition(
        name=_name(file, raw),
        order=file.whole(raw, "order", 99, 0, 999),
        form=file.text(raw, "form"),
        issued=file.text(raw, "issued", ""),
        title=file.text(raw, "title"),
        unit=file.text(raw, "unit"),
        edition=file.text(raw, "edition"),
        effective_from=file.day(raw, "effective_from"),
        row_title=file.text(rows, "title"),
        row_number=file.whole(rows, "number", 0, 0, 99),
        no_field=file.text(rows, "none"),
        total=file.text(rows, "total"),
        columns=columns,
        hidden=hidden,
        formulas=tuple(_formula(file, one, counted) for one in file.some(raw, "formulas")),
        notes=tuple(_note(file, one, counted) for one in file.some(raw, "notes")),
        rates=rates,
        verdicts=verdicts,
        targets=targets,
        usual=usual,
    )


def _name(file: ReportFile, raw: dict[str, Any]) -> ReportName:
    return ReportName(
        file.text(raw, "key"),
        file.text(raw, "name"),
        file.text(raw, "about", ""),
        file.text(raw, "source"),
        file.texts(raw, "unconfirmed"),
    )


def _targets(file: ReportFile, raw: dict[str, Any]) -> tuple[dict[str, int], int]:
    """What is aimed at in percent, by line and for all others."""
    given = file.only(raw.get("targets", {}), ("usual", "rows"), "targets")
    of_rows = given.get("rows", {})
    if not isinstance(of_rows, dict):
        raise file.wrong("not_an_object", "targets.rows")
    by_row = {name: file.whole(of_rows, name, None, 0, 100) for name in of_rows}
    return by_row, file.whole(given, "usual", 0, 0, 100)


def _column(
    file: ReportFile, given: Any, rates: dict[str, Rate], verdicts: dict[str, tuple[str, str, str]]
) -> ReportColumn:
    given = file.only(given, _COLUMN_KEYS, "columns")
    key = file.text(given, "key")
    filled = [one for one in _FILLED if one in given]
    if len(filled) != 1:
        raise file.wrong("one_of", f"{key}: {', '.join(_FILLED)}")
    kind, counts = ColumnKind.COUNT, None
    if "counts" in given:
        counts = _counts(file, file.text(given, "counts"))
    elif "rate" in given:
        kind = ColumnKind.RATE
        of = file.only(given["rate"], ("part", "whole"), f"{key}.rate")
        rates[key] = Rate(file.text(of, "part"), file.text(of, "whole"))
    elif "verdict" in given:
        kind = ColumnKind.VERDICT
        of = file.only(given["verdict"], ("rate", "met", "missed"), f"{key}.verdict")
        verdicts[key] = (file.text(of, "rate"), file.text(of, "met"), file.text(of, "missed"))
    elif "target" in given:
        kind = ColumnKind.TARGET
    return ReportColumn(
        key,
        file.text(given, "title"),
        file.text(given, "over", ""),
        file.whole(given, "number", 0, 0, 99),
        kind,
        counts,
        file.text(given, "unknown") if "unknown" in given else "",
        file.text(given, "opens", ""),
    )


def _counts(file: ReportFile, words: str) -> Counts:
    needs = without = Mark(0)
    for word in words.split():
        mark = _MARKS.get(word.removeprefix("!"))
        if mark is None:
            raise file.wrong("unknown_mark", word)
        if word.startswith("!"):
            without |= mark
        else:
            needs |= mark
    if not needs:
        raise file.wrong("unknown_mark", words)
    return Counts(needs, without)


def _check(
    file: ReportFile,
    columns: tuple[ReportColumn, ...],
    hidden: tuple[ReportColumn, ...],
    rates: dict[str, Rate],
    verdicts: dict[str, tuple[str, str, str]],
) -> set[str]:
    """Keys named once, and every column named by another there; gives the keys that are counted."""
    keys = [column.key for column in (*columns, *hidden)]
    if twice := next((key for key in keys if keys.count(key) > 1), ""):
        raise file.wrong("key_twice", twice)
    counted = {column.key for column in (*columns, *hidden) if column.counts}
    named = [column.opens for column in columns if column.opens]
    named += [key for rate in rates.values() for key in (rate.part, rate.whole)]
    if unknown := next((key for key in named if key not in counted), ""):
        raise file.wrong("unknown_column", unknown)
    if unknown := next((rate for rate, _met, _missed in verdicts.values() if rate not in rates), ""):
        raise file.wrong("unknown_column", unknown)
    return counted


def _formula(file: ReportFile, given: Any, counted: set[str]) -> Formula:
    given = file.only(given, ("whole", "parts"), "formulas")
    made = Formula(file.text(given, "whole"), file.texts(given, "parts"))
    if unknown := next((key for key in (made.whole, *made.parts) if key not in counted), ""):
        raise file.wrong("unknown_column", unknown)
    return made


def _note(file: ReportFile, given: Any, counted: set[str]) -> Note:
    given = file.only(given, ("text", "when"), "notes")
    when = file.text(given, "when", "")
    if when and when not in counted:
        raise file.wrong("unknown_column", when)
    return Note(file.template(given, "text", counted), when)
