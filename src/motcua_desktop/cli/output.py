"""How a command answers: lines for a person, or one JSON value with --json."""

from __future__ import annotations

import json
import sys
from datetime import datetime
from typing import Any

from motcua_desktop.domain.account_errors import SignInNeeded
from motcua_desktop.domain.errors import Refusal
from motcua_desktop.i18n import _
from motcua_desktop.say import say

DONE, REFUSED, USAGE = 0, 1, 2


def line(text: str) -> None:
    """One line on standard output, flushed: what a pipe reads is what has happened."""
    print(text, flush=True)


def as_json(value: Any) -> None:
    """One JSON value on standard output."""
    print(json.dumps(value, ensure_ascii=False, indent=1, default=_plain), flush=True)


def _plain(value: Any) -> str:
    return value.isoformat(timespec="minutes") if isinstance(value, datetime) else str(value)


def iso(instant: datetime | None) -> str | None:
    """An instant as ISO 8601 without seconds, None as it is."""
    return None if instant is None else instant.isoformat(timespec="minutes")


def refuse(trouble: Exception, *, wants_json: bool) -> int:
    """Say on standard error what was refused; with --json also as a value on standard output."""
    field = trouble.field if isinstance(trouble, Refusal) else ""
    if isinstance(trouble, SignInNeeded):
        text = _("Cơ quan có tài khoản cán bộ, lệnh này cần đăng nhập. Thêm --user và tên đăng nhập.")
    else:
        text = say(trouble)
    _say(text, type(trouble).__name__, field, wants_json=wants_json)
    return REFUSED


def wrong_usage(text: str, *, wants_json: bool) -> int:
    """Say on standard error what of the command could not be read; with --json also as a value."""
    _say(text, "usage", "", wants_json=wants_json)
    return USAGE


def _say(text: str, kind: str, field: str, *, wants_json: bool) -> None:
    print(text, file=sys.stderr, flush=True)
    if wants_json:
        as_json({"error": text, "kind": kind, "field": field})
