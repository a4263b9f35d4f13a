"""The rows of the public lists: progress, results, apologies of a period."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from types import SimpleNamespace
from typing import Any

from sqlalchemy import Select, or_, select
from sqlalchemy.engine import Connection, Row

from motcua_desktop.persistence.dossiers import get
from motcua_desktop.persistence.instants import sure_text
from motcua_desktop.persistence.schema import apologies, dossiers, events, snapshots

_D = dossiers.c


def _rows(connection: Connection, query: Select[Any]) -> Iterator[Row[Any]]:
    yield from connection.execution_options(yield_per=500).execute(query)


def _base() -> Select[Any]:
    return select(
        _D.code, _D.official_code, _D.name, _D.id_number, _D.status, _D.received_at, _D.appointment_at,
        _D.finished_at, _D.returned_at, snapshots.c.name.label("procedure"),
    ).join(snapshots, snapshots.c.hash == _D.snapshot)  # fmt: skip


def progress(connection: Connection, start: datetime, end: datetime) -> Iterator[Row[Any]]:
    """Dossiers received in the period, or received before and not finished when it began."""
    since, until = sure_text(start), sure_text(end)
    query = _base().where(_D.received_at < until)
    query = query.where(or_(_D.received_at >= since, _D.finished_at.is_(None), _D.finished_at >= since))
    return _rows(connection, query.order_by(_D.received_at, _D.id))


def results(connection: Connection, start: datetime, end: datetime) -> Iterator[Row[Any]]:
    """Dossiers whose settlement ended in the period."""
    query = _base().where(_D.finished_at >= sure_text(start), _D.finished_at < sure_text(end))
    return _rows(connection, query.order_by(_D.finished_at, _D.id))


def letters(connection: Connection, start: datetime, end: datetime) -> Iterator[Any]:
    """Letters of apology written in the period and not cancelled."""
    a, e = apologies.c, events.c
    taken_back = select(e.dossier).where(e.kind == "undo", e.facts.like('%"move":"apologise"%'))
    query = (
        _base()
        .add_columns(a.number, a.made_at, a.reason, a.old_date, a.new_date)
        .join(apologies, a.dossier == _D.id)
        .where(a.made_at >= sure_text(start), a.made_at < sure_text(end), _D.id.not_in(taken_back))
    )
    yield from _rows(connection, query.order_by(a.made_at, _D.id))
    again = _base().add_columns(_D.id).where(_D.id.in_(taken_back), _D.apologised)
    for row in connection.execute(again.order_by(_D.id)).all():
        dossier = get(connection, row.id)
        for letter in dossier.apologies if dossier else ():
            if start <= letter.made_at < end:
                dates = {
                    name: sure_text(getattr(letter, name)) for name in ("made_at", "old_date", "new_date")
                }
                yield SimpleNamespace(**row._mapping, number=letter.number, reason=letter.reason, **dates)
