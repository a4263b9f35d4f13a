"""The data of a report read strictly: every fault is named with its file and place."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Any

from motcua_desktop.assets import json_object
from motcua_desktop.domain.report import ReportFileWrong


class ReportFile:
    """One JSON file. Every reader raises ReportFileWrong."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.raw = json_object(path, self.wrong)

    def wrong(self, what: str, detail: str = "") -> ReportFileWrong:
        """The fault as a refusal, to be raised."""
        return ReportFileWrong(str(self.path), what, detail)

    def only(self, given: Any, known: Iterable[str], where: str) -> dict[str, Any]:
        """A group whose keys are all known."""
        if not isinstance(given, dict):
            raise self.wrong("not_an_object", where)
        unknown = sorted(set(given) - set(known))
        if unknown:
            raise self.wrong("unknown_key", unknown[0])
        return given

    def text(self, given: dict[str, Any], key: str, default: str | None = None) -> str:
        """Words, which may be empty only where there is a default."""
        value = given.get(key, default)
        if not isinstance(value, str):
            raise self.wrong("missing" if value is None else "not_text", key)
        if not value and default is None:
            raise self.wrong("missing", key)
        return value

    def whole(self, given: dict[str, Any], key: str, default: int | None, lowest: int, highest: int) -> int:
        """A whole number between two bounds."""
        value = given.get(key, default)
        if value is None:
            raise self.wrong("missing", key)
        if not isinstance(value, int) or isinstance(value, bool):
            raise self.wrong("not_a_number", key)
        if not lowest <= value <= highest:
            raise self.wrong("out_of_bounds", f"{key}: {lowest}–{highest}")
        return value

    def some(self, given: dict[str, Any], key: str) -> list[Any]:
        """A list, empty where there is none."""
        value = given.get(key, [])
        if not isinstance(value, list):
            raise self.wrong("not_a_list", key)
        return value

    def texts(self, given: dict[str, Any], key: str) -> tuple[str, ...]:
        """A list of words."""
        value = self.some(given, key)
        if not all(isinstance(one, str) for one in value):
            raise self.wrong("not_a_list_of_texts", key)
        return tuple(value)

    def day(self, given: dict[str, Any], key: str) -> date:
        """A day as year-month-day."""
        try:
            return date.fromisoformat(self.text(given, key))
        except ValueError as error:
            raise self.wrong("not_a_date", key) from error

    def template(self, given: dict[str, Any], key: str, fields: Iterable[str]) -> str:
        """Words whose {fields} are all known; they are filled in by `str.format`."""
        text = self.text(given, key)
        try:
            text.format(**dict.fromkeys(fields, ""))
        except (KeyError, IndexError) as error:
            raise self.wrong("unknown_field", str(error.args[0])) from error
        except ValueError as error:
            raise self.wrong("bad_markup", text[:40]) from error
        return text
