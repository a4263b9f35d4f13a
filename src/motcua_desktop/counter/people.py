"""Knowing people and places again."""

from __future__ import annotations

from functools import cache
from typing import Any

from motcua_desktop.assets import read_json
from motcua_desktop.counter.desk import Desk
from motcua_desktop.domain.applicant import Applicant, KnownPerson, Place
from motcua_desktop.domain.dossier import DossierLine
from motcua_desktop.domain.query import Query
from motcua_desktop.domain.text import clean, fold
from motcua_desktop.persistence import people, queries
from motcua_desktop.persistence.engine import Connection


class People:
    """Suggestions while a person or an address is typed. IDs come whole: the form needs them."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def known(self, text: str, limit: int = 8) -> tuple[KnownPerson, ...]:
        """People seen before whose ID, tax code, telephone or name begins so; two characters at least."""
        text = clean(text)
        if len(text) < 2:
            return ()
        with self._desk.database.read() as connection:
            return people.known(connection, text, limit)

    def same_as(self, applicant: Applicant) -> KnownPerson | None:
        """The person this is: by ID, else tax code, else name and year of birth; None for a new one."""
        with self._desk.database.read() as connection:
            return people.same_as(connection, applicant)

    def dossiers_of(self, person: int, limit: int = 50) -> tuple[DossierLine, ...]:
        """The dossiers a person applied for, the newest first."""
        with self._desk.database.read() as connection:
            return self._dossiers(connection, person, limit)

    def _dossiers(self, connection: Connection, person: int, limit: int) -> tuple[DossierLine, ...]:
        return queries.of_person(connection, Query(person=person), self._desk.now(), limit)

    def find_place(self, text: str, limit: int = 10) -> tuple[Place, ...]:
        """Units of today by their name or by a former unit's; exact marks first, then today's names."""
        marked, key = clean(text).lower(), fold(text)
        if len(key) < 2:
            return ()
        found = []
        for number, (place, name, folded) in enumerate(_places()):
            if not all(any(part.startswith(word) for part in folded.split()) for word in key.split()):
                continue
            exact = marked != key and marked in name
            whole = name.endswith(marked) or folded.endswith(key)
            found.append(((not exact, not whole, bool(place.former), number), place))
        found.sort(key=lambda entry: entry[0])
        return tuple(place for _rank, place in found[:limit])

    def place(self, code: str) -> Place | None:
        """The unit of today with this code."""
        return next((place for place, _n, _f in _places() if place.code == code and not place.former), None)


@cache
def _places() -> tuple[tuple[Place, str, str], ...]:
    """Every way to say a unit: its own name, and each former unit's with its old district and province."""
    ways: list[tuple[Place, str, str]] = []
    units: list[dict[str, Any]] = read_json("places/quang_ngai_units.json")["units"]
    for unit in units:
        name, province = clean(unit["name"]), f"tỉnh {clean(unit['province'])}"
        ways.append((Place(unit["code"], name, province), name.lower(), fold(name)))
        for old in unit["former_units"]:
            former = ", ".join(clean(old[part]) for part in ("name", "district", "province") if old.get(part))
            own = clean(old.get("name") or old["district"])
            ways.append((Place(unit["code"], name, province, former), own.lower(), fold(own)))
    return tuple(ways)
