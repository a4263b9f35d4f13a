"""Filters an officer has saved under a name; they belong to this desk and live in its settings file."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass, fields, replace
from datetime import date, datetime
from typing import Any

from motcua_desktop.domain.dossier import Channel
from motcua_desktop.domain.lifecycle import Status
from motcua_desktop.domain.query import Chip, Query, Sort
from motcua_desktop.domain.text import clean
from motcua_desktop.gui.pages.register_empty import START
from motcua_desktop.gui.window_settings import WindowSettings

_SETTING = "register/filters"
_READ: dict[str, Callable[[Any], Any]] = {
    "chip": Chip,
    "statuses": lambda names: tuple(Status(name) for name in names),
    "channel": Channel,
    "received_from": date.fromisoformat,
    "received_to": date.fromisoformat,
    "due_from": datetime.fromisoformat,
    "due_to": datetime.fromisoformat,
    "sort": Sort,
}


@dataclass(frozen=True, slots=True)
class SavedFilter:
    """A name and what it asks the register for: words, filters and order."""

    name: str
    query: Query


class SavedFilters:
    """Read when the page is made; each change is written at once. What cannot be read is left out."""

    def __init__(self, settings: WindowSettings) -> None:
        self._settings = settings
        self.all: list[SavedFilter] = _read(settings.text(_SETTING))

    def named(self, name: str) -> SavedFilter | None:
        """The filter with this name, capitals or not."""
        return next((one for one in self.all if one.name.casefold() == name.casefold()), None)

    def save(self, name: str, query: Query, instead_of: str = "") -> SavedFilter:
        """Keep `query` under `name`, in the place of the filter `instead_of` or of the one of that name."""
        made = SavedFilter(clean(name), query)
        places = [n for n, one in enumerate(self.all) if one.name.casefold() == made.name.casefold()]
        places = [n for n, one in enumerate(self.all) if one.name == instead_of] or places
        kept = [
            one
            for one in self.all
            if one.name.casefold() not in (made.name.casefold(), instead_of.casefold())
        ]
        kept.insert(min(places[0], len(kept)) if places else len(kept), made)
        self._put(kept)
        return made

    def delete(self, name: str) -> Callable[[], None]:
        """Forget a filter; the answer brings it back to its place."""
        before = list(self.all)
        self._put([one for one in self.all if one.name != name])
        return lambda: self._put(before)

    def _put(self, filters: list[SavedFilter]) -> None:
        self.all = filters
        told = [{"name": one.name, "query": told_of(one.query)} for one in filters]
        self._settings.put(_SETTING, json.dumps(told, ensure_ascii=False))


def told_of(query: Query) -> dict[str, Any]:
    """A query as plain values; what is left alone is left out."""
    said: dict[str, Any] = {}
    for one in fields(Query):
        value = getattr(query, one.name)
        if value != getattr(START, one.name):
            said[one.name] = value.isoformat() if isinstance(value, date) else value
    return said


def _read(text: str) -> list[SavedFilter]:
    try:
        return [SavedFilter(str(one["name"]), query_of(one["query"])) for one in json.loads(text or "[]")]
    except (ValueError, KeyError, TypeError):
        return []  # a settings file from elsewhere must not keep the register shut


def query_of(told: dict[str, Any]) -> Query:
    """The query of plain values. Raises ValueError or TypeError for what is none."""
    return replace(START, **{key: _READ.get(key, lambda value: value)(value) for key, value in told.items()})
