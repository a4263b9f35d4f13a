"""Everybody who applied here, known again by ID or tax code, or by name and year of birth."""

from __future__ import annotations

import re
from datetime import datetime
from typing import Any
from weakref import WeakKeyDictionary

from sqlalchemy import Select, bindparam, case, insert, or_, select, update
from sqlalchemy.engine import Connection, Engine, Row

from motcua_desktop.domain.applicant import Applicant, ApplicantKind, KnownPerson
from motcua_desktop.domain.text import fold
from motcua_desktop.persistence import dialect
from motcua_desktop.persistence.instants import sure_text
from motcua_desktop.persistence.schema import people, syllables

_P = people.c
_WORD = re.compile(r"[^\W\d_]+")
_KEPT = ("birth", "sex", "address", "unit_code", "former_address", "phone", "email", "tax_code", "id_number")


_BY_ID = select(_P.id).where(_P.id_number == bindparam("of"), _P.id_number != "").limit(1)
_BY_TAX = select(_P.id).where(_P.tax_code == bindparam("of"), _P.tax_code != "").limit(1)
_BY_NAME = (
    select(_P.id, _P.id_number)
    .where(
        _P.name_fold == bindparam("folded"),
        _P.name == bindparam("of"),
        _P.birth >= bindparam("year"),
        _P.birth < bindparam("after"),
    )
    .limit(20)
)
_MET = update(people).where(_P.id == bindparam("key"))


def meet(connection: Connection, who: Applicant, at: datetime, *, counted: bool = True) -> int:
    """The person's row with what this visit tells of them; nothing known is blotted out by an empty field."""
    row = {"kind": who.kind.value, "name": who.name, "name_fold": fold(who.name), "seen_at": sure_text(at)}
    row |= {name: getattr(who, name) for name in _KEPT if getattr(who, name)}
    key = _same(connection, who)
    if key is None:
        return dialect.row_made(connection.execute(_MEET, {**row, "dossiers": int(counted)}))
    again = _MET_AGAIN if counted else _MET
    connection.execute(again, {**row, "key": key})
    return key


_MEET = insert(people)
_MET_AGAIN = _MET.values(dossiers=_P.dossiers + 1)


def _same(connection: Connection, who: Applicant) -> int | None:
    if who.id_number:
        found = connection.execute(_BY_ID, {"of": who.id_number}).scalar()
        if found is not None:
            return int(found)
    if who.kind is not ApplicantKind.CITIZEN and who.tax_code:
        return connection.execute(_BY_TAX, {"of": who.tax_code}).scalar()
    if not who.birth:
        return None
    # Two people are one only when name, marks and year of birth agree and no ID says otherwise.
    year = who.birth[:4]
    values = {"folded": fold(who.name), "of": who.name, "year": year, "after": _after(year)}
    rows = connection.execute(_BY_NAME, values)
    return next((row.id for row in rows if not (who.id_number and row.id_number)), None)


def known(connection: Connection, text: str, limit: int) -> tuple[KnownPerson, ...]:
    """People whose ID, tax code or telephone begins with the digits, or whose name begins with the words.

    A name typed from the middle ("mỹ linh") is found too, after the others; exact marks come first.
    """
    digits = text.replace(" ", "").replace(".", "")
    if any(c.isdigit() for c in digits):
        columns = (_P.id_number, _P.tax_code, _P.phone)
        found = [row for column in columns for row in _begins(connection, column, digits.upper(), limit)]
        return tuple(dict.fromkeys(_known(row) for row in found))[:limit]
    key = fold(text)
    if len(key) < 2:
        return ()
    marked = case((_P.name.ilike(f"{text.strip()}%"), 0), else_=1)
    query = _all().where(_P.name_fold >= key, _P.name_fold < _after(key))
    newest = query.order_by(marked, _P.seen_at.desc()).limit(limit)
    rows = list(connection.execute(newest))
    return tuple(_known(row) for row in rows)


def _begins(connection: Connection, column: Any, start: str, limit: int) -> list[Row[Any]]:
    query = _all().where(column >= start, column < _after(start), column != "")
    return list(connection.execute(query.order_by(column).limit(limit)))


def _after(start: str) -> str:
    """The first text behind all that begin with `start`."""
    return start[:-1] + chr(ord(start[-1]) + 1)


def _all() -> Select[Any]:
    return select(people)


def _known(row: Row[Any]) -> KnownPerson:
    return KnownPerson(
        row.id,
        Applicant(
            name=row.name,
            kind=ApplicantKind(row.kind),
            **{name: getattr(row, name) for name in _KEPT},
        ),
        row.dossiers,
        datetime.fromisoformat(row.seen_at),
    )


def get(connection: Connection, key: int) -> KnownPerson | None:
    """One person."""
    row = connection.execute(_all().where(_P.id == key)).first()
    return None if row is None else _known(row)


def same_as(connection: Connection, who: Applicant) -> KnownPerson | None:
    """The person this applicant is, as known before."""
    key = _same(connection, who)
    return None if key is None else get(connection, key)


#: Syllables seen in the table, by register: the look-up is made once for each.
_seen: WeakKeyDictionary[Engine, set[str]] = WeakKeyDictionary()


def keep_syllables(connection: Connection, names: str) -> None:
    """Remember each syllable of names, with marks and without: what a beginning may go on to."""
    seen = _seen.setdefault(connection.engine, set())
    for syllable in syllables_of(names) - seen:
        # Counted as seen only when read from the table: an insert may still be rolled back.
        if connection.execute(select(syllables.c.syllable).where(syllables.c.syllable == syllable)).first():
            seen.add(syllable)
            continue
        statement = dialect.insert(connection, syllables).values(syllable=syllable)
        connection.execute(statement.on_conflict_do_nothing(index_elements=["syllable"]))


def syllables_of(names: str) -> set[str]:
    """The syllables of names in small letters, as they are written and without marks."""
    return {word for text in (names.lower(), fold(names)) for word in _WORD.findall(text)}


def beginning_with(connection: Connection, start: str, limit: int) -> list[str]:
    """Syllables that begin with `start`, itself first."""
    query = select(syllables.c.syllable).where(
        or_(
            syllables.c.syllable == start,
            (syllables.c.syllable >= start) & (syllables.c.syllable < _after(start)),
        )
    )
    return [row.syllable for row in connection.execute(query.order_by(syllables.c.syllable).limit(limit))]
