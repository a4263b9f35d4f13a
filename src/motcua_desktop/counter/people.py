"""Knowing people and places again."""

from __future__ import annotations

from dataclasses import dataclass
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

    def complete_address(self, text: str, limit: int = 6) -> tuple[AddressEnd, ...]:
        """Units that the end of an address typed so far may mean: what follows the last comma, else its last
        words ("thôn Tây ly son" → đặc khu Lý Sơn).
        """
        before, comma, last = text.rpartition(",")
        if comma:
            return self._ends(before, last, limit, sure=True)
        words = clean(text).split(" ")
        for first in range(max(0, len(words) - _LONGEST_NAME), len(words)):
            tail = " ".join(words[first:])
            if first and len(words) - first == 1:
                break  # one word of a street or hamlet says nothing
            found = self._ends(" ".join(words[:first]), tail, limit, sure=first == 0)
            if found:
                return found
        return ()

    def _ends(self, before: str, tail: str, limit: int, *, sure: bool) -> tuple[AddressEnd, ...]:
        places = self.find_place(tail, limit)
        named = [place for place in places if _bare(fold(_own_name(place))) == _bare(fold(tail))]
        marked = [place for place in named if clean(tail).lower() in _own_name(place).lower()]
        meant = marked or named
        if not sure or len({place.code for place in meant}) != 1:
            meant = []
        return tuple(AddressEnd(clean(before).rstrip(","), place, place in meant) for place in places)

    def place_of(self, address: str) -> Place | None:
        """The unit an address of two or three levels lies in today; None where the text does not tell.

        Names without their marks count when they mean one unit only; another province's never do.
        """
        parts = [part for part in map(clean, address.split(",")) if part]
        for former in (True, False):  # a commune with its old district says more than the district's name
            for number in reversed(range(len(parts))):
                later = {_bare(fold(part)) for part in parts[number + 1 :]}
                found = _in(parts[number], later, former=former)
                if found:
                    return found[0] if len({place.code for place in found}) == 1 else None
        return None

    def place(self, code: str) -> Place | None:
        """The unit of today with this code."""
        return next((place for place, _n, _f in _places() if place.code == code and not place.former), None)


_LONGEST_NAME = 5
"""Words of the longest way to say a unit: its kind and its name."""
_KINDS = {
    kind: kind for kind in ("xa", "phuong", "thi tran", "dac khu", "huyen", "thi xa", "thanh pho", "tinh")
} | {"x": "xa", "p": "phuong", "tt": "thi tran", "h": "huyen", "tx": "thi xa", "tp": "thanh pho"}
"""Kinds of units as they are written, folded, to their full word."""


@dataclass(frozen=True, slots=True)
class AddressEnd:
    """A unit the end of an address may mean; `before` is what stands before it, `whole` that its whole name
    is typed."""

    before: str
    place: Place
    whole: bool

    @property
    def address(self) -> str:
        """The address of today."""
        return ", ".join(part for part in (self.before, _lower(self.place.address)) if part)

    @property
    def former_address(self) -> str:
        """The address as old papers say it, "" when the unit was named by its present name."""
        former = _former(self.place) if self.place.former else ""
        return ", ".join(part for part in (self.before, former) if part) if former else ""


def _former(place: Place) -> str:
    return ", ".join(_lower(part.strip()) for part in place.former.split(","))


def former_name(place: Place) -> str:
    """What the unit was called before: "xã Bình Thạnh"; "" for a present name."""
    return _lower(place.former.partition(",")[0])


def present_name(place: Place) -> str:
    """What the unit is called now, inside a sentence: "đặc khu Lý Sơn"."""
    return _lower(place.name)


def _lower(words: str) -> str:
    """A unit inside a sentence: its kind begins small, a bare name stays ("Quảng Ngãi")."""
    return words[:1].lower() + words[1:] if _split(fold(words))[0] else words


def _own_name(place: Place) -> str:
    return place.former.partition(",")[0] if place.former else place.name


def _bare(folded: str) -> str:
    """A folded name without its kind: "xa an hai" and "x. an hai" → "an hai"."""
    return _split(folded)[1]


def _split(folded: str) -> tuple[str, str]:
    """Kind and name of a folded unit; the kind is "" where none is said."""
    words = folded.replace(".", ". ").split()
    for short, kind in _KINDS.items():
        many = len(short.split())
        if len(words) > many and " ".join(words[:many]).rstrip(".") == short:
            return kind, " ".join(words[many:])
    return "", " ".join(words)


def _in(part: str, later: set[str], *, former: bool) -> list[Place]:
    """Units of today or `former` ones that this part of an address names, given what stands after it."""
    typed = clean(part).lower()
    kind, said = _split(fold(part))
    many, has_marks = len(said.split()), typed != fold(part)
    found = []
    for place, name, folded in _places():
        own_kind, own = _split(folded)
        if own != said or kind not in ("", own_kind) or bool(place.former) != former:
            continue
        if has_marks and typed.split()[-many:] != name.split()[-many:]:
            continue
        district = {_bare(fold(piece)) for piece in place.former.split(",")[1:2]}
        province = {_bare(fold(piece)) for piece in place.former.split(",")[2:]}
        around = {_bare(fold(place.province)), *_COUNTRY, *district, *province}
        if later <= around and (not former or later & district):
            found.append(place)
    return found


_COUNTRY = frozenset({"viet nam"})


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
