"""JSON files as the commands read them: what is wrong with one is said by its place and its part."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

from motcua_desktop.domain.file_errors import NotJson, WrongKind

#: What the parts of a JSON file are, for the words of a refusal.
KINDS = {str: "text", bool: "flag", int: "whole", float: "number", list: "list", dict: "object"}


def read(name: str, where: str) -> Any:
    """The value of a file, "-" for standard input; `where`: what it should hold. Raises NotJson, OSError."""
    try:
        text = sys.stdin.read() if name == "-" else Path(name).read_text(encoding="utf-8-sig")
        return json.loads(text.removeprefix("\ufeff"))
    except json.JSONDecodeError as error:
        raise NotJson(name, where, error.lineno, error.colno) from error
    except (UnicodeDecodeError, RecursionError) as error:
        raise NotJson(name, where) from error


def check(value: Any, where: str, *wanted: type) -> Any:
    """The value itself when it is of a kind wanted. Raises WrongKind with both kinds."""
    if type(value) in wanted:
        return value
    kinds = tuple(dict.fromkeys(KINDS[kind] for kind in wanted))
    raise WrongKind(where, KINDS.get(type(value), "nothing"), kinds)
