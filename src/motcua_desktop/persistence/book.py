"""The rows of the register book of a year, streamed."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from sqlalchemy import ColumnElement, ScalarSelect, case, select
from sqlalchemy.engine import Connection

from motcua_desktop.domain.fees import NOT_PAID
from motcua_desktop.domain.lifecycle import Move
from motcua_desktop.persistence.schema import dossiers, events, snapshots

_D = dossiers.c
_CANCELLED = (events.c.kind == Move.UNDO.value, events.c.facts.contains('"move":"apologise"'))


def _last_hand_over() -> ScalarSelect[Any]:
    """Facts of the dossier's last hand-over that stands: who handled it, though it is back at the counter."""
    undone = events.alias()
    taken_back = (
        select(undone.c.id)
        .where(
            undone.c.dossier == _D.id,
            undone.c.kind == Move.UNDO.value,
            undone.c.facts.contains(events.c.uid),
        )
        .correlate(dossiers, events)
        .exists()
    )
    return (
        select(events.c.facts)
        .where(events.c.dossier == _D.id, events.c.kind == Move.HAND_OVER.value, ~taken_back)
        .order_by(events.c.id.desc())
        .limit(1)
        .correlate(dossiers)
        .scalar_subquery()
    )


def _letter_cancelled() -> ColumnElement[bool]:
    """Whether a letter of apology of the dossier was recorded and cancelled."""
    return select(events.c.id).where(*_CANCELLED, events.c.dossier == _D.id).correlate(dossiers).exists()


def cancelled_letters(connection: Connection, key: int) -> list[str]:
    """The numbers of a dossier's cancelled letters, in the order they were recorded."""
    query = select(events.c.facts).where(*_CANCELLED, events.c.dossier == key).order_by(events.c.id)
    return [json.loads(facts).get("number", "") for (facts,) in connection.execute(query)]


def rows(connection: Connection, year: int, field: str = "") -> Iterator[Any]:
    """Dossiers received in `year` (of one field group, "" for all), in the order of the register."""
    query = (
        select(
            _D.id,
            _letter_cancelled().label("letter_cancelled"),
            _D.code,
            _D.official_code,
            _D.name,
            _D.address,
            _D.phone,
            _D.holder,
            _last_hand_over().label("handed_over"),
            _D.received_at,
            _D.appointment_at,
            _D.returned_at,
            _D.returned_to,
            _D.return_method,
            _D.apologised,
            _D.register_number,
            case((_D.paid_by == NOT_PAID, _D.fees), else_="[]").label("owed"),
            snapshots.c.name.label("procedure"),
        )
        .join(snapshots, snapshots.c.hash == _D.snapshot)
        .where(_D.received_at >= f"{year}-01-01", _D.received_at < f"{year + 1}-01-01")
        .order_by(_D.received_at, _D.id)
    )
    if field:
        query = query.where(_D.field == field)
    yield from connection.execution_options(yield_per=500).execute(query)
