"""The facts of a sheet of the register, many dossiers at a time."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import and_, exists, select

from motcua_desktop.domain.fees import FeeLine, total
from motcua_desktop.domain.sheet_facts import SheetFacts
from motcua_desktop.persistence.codec import from_json
from motcua_desktop.persistence.engine import Connection
from motcua_desktop.persistence.schema import dossiers, events

_D = dossiers.c


def facts_of(connection: Connection, keys: Sequence[int]) -> dict[int, SheetFacts]:
    """The facts of these rows, numbers whole; an id that is not there is left out."""
    said = exists().where(
        events.c.dossier == _D.id, events.c.kind == "withdraw", events.c.facts.contains('"mistake"')
    )
    mistaken = and_(_D.status == "withdrawn", said)
    columns = (_D.id, _D.id_number, _D.phone, _D.address, _D.fees, _D.paid_by, _D.returned_to, mistaken)
    rows = connection.execute(select(*columns).where(_D.id.in_(list(keys))))
    return {
        key: SheetFacts(
            number, phone, address, total(from_json(fees, tuple[FeeLine, ...])), paid_by, to, bool(wrong)
        )
        for key, number, phone, address, fees, paid_by, to, wrong in rows
    }
