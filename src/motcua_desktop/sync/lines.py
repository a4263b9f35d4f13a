"""The day's sync file: one JSON record a line, each line sealed so that a changed or lost one is noticed.

Besides the portal's fields each line carries `_motcua`: its place `seq` of `of` (the last line alone knows
how many there are: the others have 0) and `seal`, the SHA-256 of the seal before and the record.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from motcua_desktop.domain.sync_errors import SyncFileBroken
from motcua_desktop.files import whole_file

_FIRST = "motcua-lines-1"


def _seal(before: str, record: dict[str, Any], place: list[int]) -> str:
    body = json.dumps([before, record, place], ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    return hashlib.sha256(body.encode()).hexdigest()


def write(path: Path, records: Iterable[dict[str, Any]]) -> int:
    """Write the file whole or not at all; returns how many records."""
    count, before = 0, _FIRST
    with whole_file(path) as file:
        waiting: dict[str, Any] | None = None
        for record in records:
            if waiting is not None:
                before = _line(file, before, waiting, [count, 0])
            waiting = record
            count += 1
        if waiting is not None:
            _line(file, before, waiting, [count, count])
    return count


def _line(file: Any, before: str, record: dict[str, Any], place: list[int]) -> str:
    seal = _seal(before, record, place)
    whole = {**record, "_motcua": {"seq": place[0], "of": place[1], "seal": seal}}
    file.write(json.dumps(whole, ensure_ascii=False, separators=(",", ":")).encode() + b"\n")
    return seal


def verify(path: Path) -> int:
    """Read the file and check every seal; returns how many records. Raises SyncFileBroken with the line."""
    before, number, of = _FIRST, 0, 0
    with path.open("rb") as file:
        for number, line in enumerate(file, start=1):
            try:
                whole = json.loads(line.decode())
                place = whole.pop("_motcua")
                sealed = _seal(before, whole, [place["seq"], place["of"]])
            except (ValueError, KeyError, TypeError, AttributeError) as error:
                raise SyncFileBroken(str(path), number, "unreadable") from error
            if sealed != place["seal"] or place["seq"] != number:
                raise SyncFileBroken(str(path), number, "changed")
            before, of = place["seal"], place["of"]
    if of != number:
        raise SyncFileBroken(str(path), number, "incomplete")
    return number
