"""Where paper, register and province disagree about a dossier."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.engine import Connection, Row

from motcua_desktop.domain.exchange import Difference
from motcua_desktop.domain.lifecycle import Status
from motcua_desktop.persistence.exchange_tables import accepted, refused, sent
from motcua_desktop.persistence.instants import instant
from motcua_desktop.persistence.schema import dossiers, printed, promises, snapshots

_D = dossiers.c
#: Forms that carry a promised date.
_WITH_DATE = ("receipt", "apology")


def differences(connection: Connection, limit: int, after: int = 0) -> list[tuple[int, Difference]]:
    """Dossiers, with their ids, whose paper or whose last acknowledgement is not what the register says."""
    found: list[tuple[int, Difference]] = []
    while len(found) < limit:
        rows = connection.execute(_query().where(_D.id > after).limit(1_000)).all()
        if not rows:
            break
        for row in rows:
            after = row.id
            why = _why(row)
            if why:
                found.append((row.id, _difference(row, why)))
            if len(found) == limit:
                break
    return found


def _query() -> Any:
    dated = printed.c.form.in_(_WITH_DATE)
    paper = (
        select(printed.c.dossier, func.max(printed.c.id).label("last")).group_by(printed.c.dossier).subquery()
    )
    told = (
        select(printed.c.dossier, func.max(printed.c.at).label("at"))
        .where(dated)
        .group_by(printed.c.dossier)
        .subquery()
    )
    promised = (
        select(promises.c.dossier, func.max(promises.c.made_at).label("at"))
        .group_by(promises.c.dossier)
        .subquery()
    )
    last = printed.alias()
    went = select(func.max(sent.c.package)).where(sent.c.dossier == _D.id).scalar_subquery()
    return (
        select(
            _D.id, _D.code, _D.name, _D.status, _D.changed, snapshots.c.name.label("procedure"),
            last.c.form, last.c.at.label("paper_at"), told.c.at.label("told_at"),
            promised.c.at.label("promised_at"), accepted.c.event, accepted.c.status.label("taken"),
            accepted.c.at.label("taken_at"), refused.c.event.label("refused"), went.label("package"),
        )
        .join(snapshots, snapshots.c.hash == _D.snapshot)
        .outerjoin(paper, paper.c.dossier == _D.id)
        .outerjoin(last, last.c.id == paper.c.last)
        .outerjoin(told, told.c.dossier == _D.id)
        .outerjoin(promised, promised.c.dossier == _D.id)
        .outerjoin(accepted, accepted.c.dossier == _D.id)
        .outerjoin(refused, refused.c.dossier == _D.id)
        .order_by(_D.id)
    )  # fmt: skip


def _why(row: Row[Any]) -> tuple[str, ...]:
    why = []
    if row.told_at is None and row.promised_at is not None:
        why.append("no_paper")
    elif row.told_at is not None and row.promised_at > row.told_at:
        why.append("promise_not_on_paper")
    if row.refused is not None and row.refused >= row.changed:
        why.append("refused")
    elif row.event is None:
        why.append("not_sent" if row.package is None else "not_answered")
    elif row.changed > row.event:
        why.append("status_not_known" if row.taken != row.status else "changes_not_known")
    return tuple(why)


def _difference(row: Row[Any], why: tuple[str, ...]) -> Difference:
    return Difference(
        code=row.code,
        applicant=row.name,
        procedure=row.procedure,
        paper=row.form or "",
        paper_at=instant(row.paper_at),
        status=Status(row.status),
        acknowledged=None if row.taken is None else Status(row.taken),
        acknowledged_at=None if row.taken_at is None else datetime.fromisoformat(row.taken_at),
        why=why,
    )
