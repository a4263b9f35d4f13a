"""Values to JSON text and back, for the parts of a row that are read whole (procedures, papers, fees)."""

from __future__ import annotations

import json
from datetime import time
from decimal import Decimal
from functools import lru_cache
from typing import Any, TypeVar

from cattrs import Converter
from cattrs.preconf.json import make_converter

T = TypeVar("T")


@lru_cache(maxsize=1)
def _converter() -> Converter:
    converter = make_converter(omit_if_default=True)
    converter.register_unstructure_hook(Decimal, str)
    converter.register_structure_hook(Decimal, lambda value, _type: Decimal(value))
    converter.register_unstructure_hook(time, lambda value: value.isoformat("minutes"))
    converter.register_structure_hook(time, lambda value, _type: time.fromisoformat(value))
    return converter


def to_json(value: Any, as_type: Any = None) -> str:
    """Compact JSON text; fields that hold their default are left out."""
    plain = _converter().unstructure(value, unstructure_as=as_type)
    return json.dumps(plain, ensure_ascii=False, separators=(",", ":"))


def from_json(text: str, as_type: type[T]) -> T:
    """The value behind `to_json`'s text. Raises on text that does not describe `as_type`."""
    return _converter().structure(json.loads(text), as_type)
