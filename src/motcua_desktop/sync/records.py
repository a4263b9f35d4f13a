"""Travelling dossiers to lines and back. What comes back is checked value by value: it is somebody else's."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import datetime
from decimal import Decimal, InvalidOperation
from typing import Any

from motcua_desktop.domain.applicant import ApplicantKind
from motcua_desktop.domain.carried import (
    APOLOGY_FIELDS,
    EVENT_FIELDS,
    PROMISE_FIELDS,
    SUPPLEMENT_FIELDS,
    Carried,
    ColumnKind,
    RowColumn,
)
from motcua_desktop.domain.dossier import Channel, PromiseReason, ReturnMethod
from motcua_desktop.domain.lifecycle import Move, Status
from motcua_desktop.domain.sync_errors import BadRecord
from motcua_desktop.domain.terms import Unit
from motcua_desktop.sync.opening import Package
from motcua_desktop.sync.package import (
    APOLOGIES,
    PROCEDURES,
    PROMISES,
    REGISTER,
    SUPPLEMENTS,
    PackageWriter,
)

_CODE = re.compile(r"[0-9A-Za-z][0-9A-Za-z._-]{0,59}")
_UID = re.compile(r"[0-9A-Za-z][0-9A-Za-z._:-]{0,99}")
_INSTANT = re.compile(r"[12][0-9]{3}-[01][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-5][0-9]")
_LONGEST, _HIGHEST, _MOST = 50_000, 10**9, 1_000
_Check = Callable[[Any], bool]
_CHILDREN = ((PROMISES, "promises"), (SUPPLEMENTS, "supplements"), (APOLOGIES, "apologies"))


def add(writer: PackageWriter, carried: Carried) -> None:
    """Write a dossier into the register's part and the parts of its children."""
    writer.add(REGISTER, {"uid": carried.uid, "row": carried.row, "events": carried.events})
    for part, place in _CHILDREN:
        for child in getattr(carried, place):
            writer.add(part, {"uid": carried.uid, **child})


def _text(value: Any) -> bool:
    return type(value) is str and len(value) <= _LONGEST and "\x00" not in value


def _number(value: Any) -> bool:
    return type(value) is int and 0 <= value <= _HIGHEST


def _flag(value: Any) -> bool:
    return type(value) is bool


def _instant(value: Any) -> bool:
    if type(value) is not str or not _INSTANT.fullmatch(value):
        return False
    try:
        datetime.fromisoformat(value)
    except ValueError:
        return False
    return True


def _one_of(values: Any) -> _Check:
    allowed = frozenset(member.value for member in values)
    return lambda value: type(value) is str and value in allowed


def _matches(pattern: re.Pattern[str]) -> _Check:
    return lambda value: type(value) is str and bool(pattern.fullmatch(value)) and ".." not in value


def _or_none(check: _Check) -> _Check:
    return lambda value: value is None or check(value)


def _or_empty(check: _Check) -> _Check:
    return lambda value: value == "" or check(value)


def _json_object(value: Any) -> bool:
    try:
        return _text(value) and isinstance(json.loads(value), dict)
    except (ValueError, RecursionError):
        return False


def _papers(value: Any) -> bool:
    try:
        rows = json.loads(value) if _text(value) else None
    except (ValueError, RecursionError):
        return False
    return isinstance(rows, list) and all(
        isinstance(row, list) and len(row) == 4 and all(_number(n) for n in row) for row in rows
    )


def _decimal(value: Any) -> bool:
    try:
        return type(value) is str and len(value) < 12 and 0 <= Decimal(value) < 100_000
    except InvalidOperation:
        return False


#: Columns whose texts have a form of their own; the others are any text, number or flag.
_FORMS: dict[str, _Check] = {
    "code": _matches(_CODE),
    "official_code": _or_empty(_matches(_CODE)),
    "snapshot": _matches(re.compile(r"[0-9a-f]{32}")),
    "kind": _one_of(ApplicantKind),
    "status": _one_of(Status),
    "channel": _one_of(Channel),
    "return_method": _one_of(ReturnMethod),
    "papers": _papers,
    "term_value": _decimal,
    "term_unit": _one_of(Unit),
    "name": lambda value: _text(value) and bool(value.strip()),
    **dict.fromkeys(
        (
            "received_at clock_start limit_at due_at appointment_at waiting_since finished_at returned_at"
        ).split(),
        _instant,
    ),
}
_KINDS: dict[ColumnKind, _Check] = {
    ColumnKind.TEXT: _text,
    ColumnKind.NUMBER: _number,
    ColumnKind.FLAG: _flag,
}
_EVENT: dict[str, _Check] = {
    "uid": _matches(_UID),
    "at": _instant,
    "officer": _text,
    "kind": _one_of(Move),
    "status": _one_of(Status),
    "reason": _text,
    "facts": _json_object,
}
_PROMISE: dict[str, _Check] = {
    "number": _number,
    "made_at": _instant,
    "officer": _text,
    "reason": _one_of(PromiseReason),
    "due_at": _or_none(_instant),
    "appointment_at": _or_none(_instant),
    "provisional": _flag,
    "edition": _text,
    "note": _text,
}
_SUPPLEMENT: dict[str, _Check] = {
    "number": _number,
    "asked_at": _instant,
    "asked_by": _text,
    "content": _text,
    "reason": _text,
    "completed_at": _or_none(_instant),
    "completed_by": _text,
    "closed_at": _or_none(_instant),
    "at_intake": _flag,
    "recorded_at": _instant,
    "undone_at": _or_none(_instant),
}
_APOLOGY: dict[str, _Check] = {
    "number": _text,
    "year": _number,
    "made_at": _instant,
    "reason": _text,
    "old_date": _instant,
    "new_date": _instant,
    "signer": _text,
}
_CHILD_FORMS: dict[str, tuple[Sequence[str], dict[str, _Check]]] = {
    "promises": (PROMISE_FIELDS, _PROMISE),
    "supplements": (SUPPLEMENT_FIELDS, _SUPPLEMENT),
    "apologies": (APOLOGY_FIELDS, _APOLOGY),
}


class RegisterReader:
    """Reads the travelling dossiers of a package, its parts side by side, each line checked."""

    def __init__(self, package: Package, columns: Sequence[RowColumn], path: str) -> None:
        self._package, self._path = package, path
        self._columns = {column.name: _column_check(column) for column in columns}
        self._empty = {column.name: _empty(column) for column in columns}

    def procedures(self) -> Iterator[tuple[str, str]]:
        """(key, JSON text) of the procedures the dossiers were received under."""
        for number, line in self._package.lines(PROCEDURES):
            if line.keys() != {"hash", "body"} or not _FORMS["snapshot"](line["hash"]):
                raise BadRecord(self._path, PROCEDURES, number, "keys")
            if type(line["body"]) is not str:
                raise BadRecord(self._path, PROCEDURES, number, "body")
            yield line["hash"], line["body"]

    def dossiers(self) -> Iterator[Carried]:
        """The dossiers in the order of the register's part."""
        children = {place: self._children(part, place) for part, place in _CHILDREN}
        waiting = {place: next(lines, None) for place, lines in children.items()}
        for number, line in self._package.lines(REGISTER):
            carried = self._dossier(number, line)
            for place, lines in children.items():
                held = getattr(carried, place)
                while (following := waiting[place]) is not None and following[0] == carried.uid:
                    held.append(following[1])
                    if len(held) > _MOST:
                        raise BadRecord(self._path, REGISTER, number, place)
                    waiting[place] = next(lines, None)
            yield carried
        for part, place in _CHILDREN:
            if waiting[place] is not None:
                raise BadRecord(self._path, part, 0, "order")

    def _dossier(self, number: int, line: dict[str, Any]) -> Carried:
        def bad(what: str) -> BadRecord:
            return BadRecord(self._path, REGISTER, number, what)

        if line.keys() != {"uid", "row", "events"} or not _EVENT["uid"](line["uid"]):
            raise bad("keys")
        row, events = line["row"], line["events"]
        if not isinstance(row, dict) or not isinstance(events, list) or not 0 < len(events) <= _MOST:
            raise bad("row")
        if unknown := row.keys() - self._columns.keys():
            raise bad(min(unknown)[:40])
        for name, value in row.items():
            if not self._columns[name](value):
                raise bad(name)
        if not {"code", "snapshot", "status", "name", "received_at"} <= row.keys():
            raise bad("row")
        for event in events:
            if not isinstance(event, dict) or not _fits(event, EVENT_FIELDS, _EVENT):
                raise bad("events")
        if events[-1]["status"] != row["status"]:
            raise bad("status")
        # A column this program has and the sender did not know gets what an empty field has.
        return Carried(line["uid"], {**self._empty, **row}, events)

    def _children(self, part: str, place: str) -> Iterator[tuple[str, dict[str, Any]]]:
        fields, forms = _CHILD_FORMS[place]
        for number, line in self._package.lines(part):
            uid = line.pop("uid", None)
            if type(uid) is not str or not _fits(line, fields, forms):
                raise BadRecord(self._path, part, number, "fields")
            yield uid, line


def _empty(column: RowColumn) -> Any:
    if column.may_be_none:
        return None
    if column.kind is ColumnKind.TEXT:
        return "[]" if column.name in ("papers", "involved", "fees") else ""
    return column.kind is ColumnKind.NUMBER and int(column.name in ("pages", "copies"))


def _column_check(column: RowColumn) -> _Check:
    check = _FORMS.get(column.name, _KINDS[column.kind])
    return _or_none(check) if column.may_be_none else check


def _fits(line: Mapping[str, Any], fields: Sequence[str], forms: Mapping[str, _Check]) -> bool:
    return len(line) == len(fields) and all(name in line and forms[name](line[name]) for name in fields)
