"""The portal's field rules, read from data, asked of every record before it is written."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any

_INSTANT = re.compile(
    r"(19|20)[0-9]{2}(0[1-9]|1[0-2])(0[1-9]|[12][0-9]|3[01])([01][0-9]|2[0-3])[0-5][0-9][0-5][0-9]"
)
_TYPES: dict[str, type] = {"string": str, "integer": int, "boolean": bool, "array": list}

#: Lists the mapping makes once for all dossiers of a procedure that hold the same.
_SHARED = frozenset({"TaiLieuNop", "DanhSachLePhi", "DanhSachGiayToKetQua"})

#: Says what is wrong with a value: (field, rule, detail).
Trouble = tuple[str, str, str]
_Check = Callable[[Any], str]


class FieldRules:
    """The rules of `resources/portal/fields.json` with the code tables of `codes.json`."""

    def __init__(self, fields: Mapping[str, Any], codes: Mapping[str, Any]) -> None:
        tables = codes["tables"]
        self._lists = {name: _compile(rules, tables) for name, rules in fields["lists"].items()}
        self._records = {kind: _compile(fields[kind], tables) for kind in ("dossier", "progress")}
        self._wanted = [name for name, rule in fields["dossier"].items() if rule.get("wanted")]
        # A list that many dossiers share is looked at once; the reference kept makes its identity safe.
        self._fine: dict[int, list[Any]] = {}

    def check(self, kind: str, record: Mapping[str, Any]) -> list[Trouble]:
        """What the portal would refuse of a record (`kind` dossier or progress); nothing when all is well."""
        return list(self._troubles(self._records[kind], record, ""))

    def wanting(self, record: Mapping[str, Any]) -> list[str]:
        """Fields the portal asks for that may be empty and are."""
        return [name for name in self._wanted if not record.get(name)]

    def _troubles(
        self, rules: dict[str, tuple[_Check, str, str]], record: Mapping[str, Any], prefix: str
    ) -> Iterator[Trouble]:
        if len(record) != len(rules) or record.keys() != rules.keys():
            for name in sorted(record.keys() ^ rules.keys()):
                yield prefix + name, "unknown" if name in record else "missing", ""
            return
        for name, (check, of, detail) in rules.items():
            value = record[name]
            wrong = check(value)
            if wrong:
                yield prefix + name, wrong, detail or _shown(value)
            elif of and value:
                yield from self._list(of, value, prefix + name)

    def _list(self, of: str, values: list[Any], name: str) -> Iterator[Trouble]:
        if id(values) in self._fine:
            return
        shared = name in _SHARED
        fine = True
        for number, entry in enumerate(values, start=1):
            for trouble in self._troubles(self._lists[of], entry, f"{name}[{number}]."):
                fine = False
                yield trouble
        if fine and shared and len(self._fine) < 10_000:
            self._fine[id(values)] = values


def _shown(value: Any) -> str:
    return str(len(value)) if isinstance(value, str) and len(value) > 60 else ""


def _compile(rules: Mapping[str, Any], tables: Mapping[str, Any]) -> dict[str, tuple[_Check, str, str]]:
    return {name: (_check(rule, tables), rule.get("of", ""), _detail(rule)) for name, rule in rules.items()}


def _detail(rule: Mapping[str, Any]) -> str:
    return str(rule.get("max", "") or rule.get("table", ""))


def _check(rule: Mapping[str, Any], tables: Mapping[str, Any]) -> _Check:
    kind = _TYPES[rule["type"]]
    if kind is not str:
        return lambda value: "" if type(value) is kind else "type"
    required, longest = bool(rule.get("required")), int(rule.get("max", 0))
    table = frozenset(tables.get(rule.get("table", ""), ()))
    pattern = re.compile(rule["pattern"]) if "pattern" in rule else None
    if rule.get("format") == "instant":
        pattern = _INSTANT
    if not (longest or table or pattern):
        return _plain_required if required else _plain

    def check(value: Any) -> str:
        if type(value) is not str:
            return "type"
        if not value:
            return "required" if required else ""
        if longest and len(value) > longest:
            return "length"
        if table and value not in table:
            return "table"
        return "format" if pattern and not pattern.fullmatch(value) else ""

    return check


def _plain(value: Any) -> str:
    return "" if type(value) is str else "type"


def _plain_required(value: Any) -> str:
    if type(value) is not str:
        return "type"
    return "" if value.strip() else "required"
