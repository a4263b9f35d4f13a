"""The people of a batch of dossiers that came in, known again as at the counter, with few queries."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import insert, select
from sqlalchemy.engine import Connection

from motcua_desktop.domain.applicant import Applicant
from motcua_desktop.domain.text import fold
from motcua_desktop.persistence import people
from motcua_desktop.persistence.schema import people as table

_KEPT = ("birth", "sex", "address", "unit_code", "former_address", "phone", "email", "tax_code", "id_number")


def meet_all(connection: Connection, visits: Sequence[tuple[Applicant, str]]) -> list[int]:
    """The row of each visitor (applicant, when received); strangers with an ID are written together.

    Everybody who may be somebody known is met one by one, as at the counter.
    """
    strangers = _strangers(connection, visits)
    rows = [
        {
            "kind": who.kind.value,
            "name": who.name,
            "name_fold": fold(who.name),
            "seen_at": at,
            "dossiers": 1,
            **{name: getattr(who, name) for name in _KEPT},
        }
        for who, at in (visits[place] for place in strangers.values())
    ]
    if rows:
        connection.execute(insert(table), rows)
    query = select(table.c.id_number, table.c.id).where(table.c.id_number.in_(list(strangers)))
    keys = {row.id_number: row.id for row in connection.execute(query)}
    alone = set(strangers.values())
    return [
        keys[who.id_number] if place in alone else people.meet(connection, who, datetime.fromisoformat(at))
        for place, (who, at) in enumerate(visits)
    ]


def _strangers(connection: Connection, visits: Sequence[tuple[Applicant, str]]) -> dict[str, int]:
    """The first visit of each ID nobody here has, where nobody without an ID bears the name either."""
    first: dict[str, int] = {}
    for place, (who, _at) in enumerate(visits):
        if who.id_number:
            first.setdefault(who.id_number, place)
    known = set(
        connection.execute(select(table.c.id_number).where(table.c.id_number.in_(list(first)))).scalars()
    )
    names = {fold(visits[place][0].name) for place in first.values()}
    without = select(table.c.name_fold).where(table.c.name_fold.in_(names), table.c.id_number == "")
    namesakes = set(connection.execute(without).scalars())
    return {
        number: place
        for number, place in first.items()
        if number not in known and fold(visits[place][0].name) not in namesakes
    }
