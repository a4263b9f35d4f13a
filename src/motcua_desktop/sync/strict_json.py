"""JSON of strangers: no duplicate keys, no fractions, no huge numbers, no depth, nothing but UTF-8."""

from __future__ import annotations

import json
from typing import Any

_LONGEST_NUMBER = 15


def loads(raw: bytes, deepest: int = 0) -> Any:
    """The value of a JSON text, at most `deepest` lists and objects in one another (0: the caller looks).

    Raises ValueError for anything we would not have written.
    """
    try:
        value = _DECODER.decode(raw.decode())
    except RecursionError as error:
        raise ValueError("depth") from error
    if deepest and not _is_shallow(value, deepest):
        raise ValueError("depth")
    return value


def dumps(value: Any) -> bytes:
    """The one form in which we write: no spaces, letters as they are."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()


def _integer(text: str) -> int:
    if len(text) > _LONGEST_NUMBER:
        raise ValueError("number")
    return int(text)


def _no_fraction(text: str) -> float:
    raise ValueError("fraction")


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise ValueError("duplicate")
    return found


def _is_shallow(value: Any, left: int) -> bool:
    if isinstance(value, dict):
        return left > 0 and all(_is_shallow(v, left - 1) for v in value.values())
    if isinstance(value, list):
        return left > 0 and all(_is_shallow(v, left - 1) for v in value)
    return True


_DECODER = json.JSONDecoder(
    object_pairs_hook=_object, parse_int=_integer, parse_float=_no_fraction, parse_constant=_no_fraction
)
