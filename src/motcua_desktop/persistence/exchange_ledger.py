"""What went out and what came back: packages, the province's answers, what still waits."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Select, and_, delete, exists, func, insert, select, update
from sqlalchemy.engine import Connection, Row

from motcua_desktop.domain.exchange import Fault, Outbox, PackageLine, RefusedLine, Waiting
from motcua_desktop.domain.lifecycle import Status
from motcua_desktop.persistence import dialect
from motcua_desktop.persistence.dossiers import code_columns
from motcua_desktop.persistence.exchange_rows import waiting
from motcua_desktop.persistence.exchange_tables import (
    accepted,
    conflicts,
    faults,
    packages,
    refused,
    sent,
)
from motcua_desktop.persistence.instants import instant, sure_text
from motcua_desktop.persistence.schema import dossiers, events, snapshots

_BATCH = 5_000
_D = dossiers.c


def last_package(connection: Connection) -> Row[Any] | None:
    """The newest package this register wrote."""
    return connection.execute(select(packages).order_by(packages.c.sequence.desc()).limit(1)).first()


def package(connection: Connection, sequence: int) -> Row[Any] | None:
    """One package by its number."""
    return connection.execute(select(packages).where(packages.c.sequence == sequence)).first()


def keep_package(connection: Connection, **columns: Any) -> None:
    """Note a package that lies on the disk."""
    connection.execute(insert(packages).values(**columns))


def keep_sent(connection: Connection, sequence: int, keys: Sequence[int]) -> None:
    """Note which dossiers went with it."""
    for start in range(0, len(keys), _BATCH):
        rows = [{"package": sequence, "dossier": key} for key in keys[start : start + _BATCH]]
        connection.execute(insert(sent), rows)


def keep_faults(connection: Connection, sequence: int, found: Sequence[tuple[int, Fault]]) -> None:
    """Note what the portal's rules held back; what an earlier package held back is history."""
    connection.execute(delete(faults).where(faults.c.package < sequence))
    rows = {
        (key, fault.field): {
            "package": sequence,
            "dossier": key,
            "field": fault.field,
            "rule": fault.rule,
            "detail": fault.detail,
        }
        for key, fault in found
    }
    if rows:
        connection.execute(insert(faults), list(rows.values()))


def sent_keys(connection: Connection, sequence: int) -> list[int]:
    """The dossiers that went with a package."""
    return list(connection.execute(select(sent.c.dossier).where(sent.c.package == sequence)).scalars())


def accept(connection: Connection, keys: Sequence[int], sequence: int, until: int, at: datetime) -> None:
    """The province took these dossiers as they stood at the event `until`."""
    for start in range(0, len(keys), 500):
        batch = keys[start : start + 500]
        rows = _as_sent(connection, batch, until)
        values = [{**row, "package": sequence, "at": sure_text(at)} for row in rows]
        if not values:
            continue
        statement = dialect.insert(connection, accepted)
        newer = statement.excluded.event >= accepted.c.event
        columns = {name: statement.excluded[name] for name in ("package", "event", "status", "at")}
        connection.execute(
            statement.on_conflict_do_update(index_elements=["dossier"], set_=columns, where=newer), values
        )
        connection.execute(delete(refused).where(refused.c.dossier.in_(batch), refused.c.package <= sequence))


def _as_sent(connection: Connection, keys: Sequence[int], until: int) -> list[dict[str, Any]]:
    """Each dossier's last event up to `until`, and the status it then had."""
    last = (
        select(events.c.dossier, func.max(events.c.id).label("event"))
        .where(events.c.dossier.in_(keys), events.c.id <= until, events.c.status != "")
        .group_by(events.c.dossier)
        .subquery()
    )
    query = select(last.c.dossier, last.c.event, events.c.status).join(events, events.c.id == last.c.event)
    return [
        {"dossier": row.dossier, "event": row.event, "status": row.status}
        for row in connection.execute(query)
    ]


def refuse(
    connection: Connection, key: int, sequence: int, until: int, at: datetime, reason: str, field: str
) -> None:
    """The province refused this dossier as it stood at the event `until`; what it took since stays taken."""
    taken = connection.execute(select(accepted.c.package).where(accepted.c.dossier == key)).scalar()
    if taken is not None and taken > sequence:
        return
    row = {"package": sequence, "event": until, "at": sure_text(at), "reason": reason, "field": field}
    statement = dialect.insert(connection, refused).values(dossier=key, **row)
    connection.execute(
        statement.on_conflict_do_update(
            index_elements=["dossier"], set_=row, where=refused.c.package <= sequence
        )
    )


def close_package(connection: Connection, sequence: int, at: datetime, taken: int, turned_down: int) -> None:
    """The province has answered; what went with older packages is settled by this answer too."""
    connection.execute(
        update(packages)
        .where(packages.c.sequence == sequence)
        .values(acknowledged_at=sure_text(at), accepted=taken, refused=turned_down)
    )


def set_official_code(connection: Connection, key: int, official: str) -> bool:
    """Keep the official code the province gave; False when it is known already."""
    row = connection.execute(select(_D.code, _D.official_code).where(_D.id == key)).one()
    if row.official_code == official:
        return False
    connection.execute(update(dossiers).where(_D.id == key).values(code_columns(row.code, official)))
    return True


# -- lists


def waiting_count(connection: Connection) -> int:
    """How many dossiers hold a change the province has not taken."""
    return connection.execute(select(func.count()).select_from(dossiers).where(waiting())).scalar_one()


def outbox(connection: Connection, limit: int = 50) -> Outbox:
    """The outbox in numbers."""
    pending = waiting()

    def number(*conditions: Any) -> int:
        query = select(func.count()).select_from(dossiers).where(pending, *conditions)
        return connection.execute(query).scalar_one()

    last = last_package(connection)
    held = select(func.count(func.distinct(faults.c.dossier))).join(dossiers, _D.id == faults.c.dossier)
    lines = connection.execute(select(packages).order_by(packages.c.sequence.desc()).limit(limit))
    return Outbox(
        waiting=number(),
        oldest=instant(_oldest(connection)),
        never_sent=number(
            ~exists().where(sent.c.dossier == _D.id), ~exists().where(accepted.c.dossier == _D.id)
        ),
        on_the_way=0 if last is None else number(*_on_the_way(last)),
        refused=number(exists().where(_still_refused())),
        held=connection.execute(held.where(pending)).scalar_one(),
        conflicts=connection.execute(
            select(func.count()).select_from(conflicts).where(conflicts.c.decision == "")
        ).scalar_one(),
        packages=tuple(_package_line(row) for row in lines),
    )


def _on_the_way(last: Row[Any]) -> tuple[Any, ...]:
    """With the newest package, not answered, unchanged since."""
    if last.acknowledged_at is not None:
        return (_D.id < 0,)
    went = exists().where(sent.c.dossier == _D.id, sent.c.package == last.sequence)
    return (went, _D.changed <= last.last_event)


def _still_refused() -> Any:
    return and_(refused.c.dossier == _D.id, refused.c.event >= _D.changed)


def _oldest(connection: Connection) -> str | None:
    """When the oldest change happened that the province has not taken."""
    never = select(func.min(_D.received_at)).where(~exists().where(accepted.c.dossier == _D.id))
    later = (
        select(func.min(events.c.at))
        .join(accepted, accepted.c.dossier == events.c.dossier)
        .join(dossiers, _D.id == events.c.dossier)
        .where(_D.changed > accepted.c.event, events.c.id > accepted.c.event, events.c.status != "")
    )
    found = [connection.execute(query).scalar() for query in (never, later)]
    return min((value for value in found if value), default=None)


def _package_line(row: Row[Any]) -> PackageLine:
    return PackageLine(
        sequence=row.sequence,
        at=datetime.fromisoformat(row.at),
        officer=row.officer,
        file=row.file,
        recipient=row.recipient,
        dossiers=row.dossiers,
        held=row.held,
        bytes=row.bytes,
        acknowledged_at=instant(row.acknowledged_at),
        accepted=row.accepted,
        refused=row.refused,
        hash=row.hash,
        previous=row.previous,
    )


def _named() -> Select[Any]:
    return select(
        _D.id, _D.code, _D.name, _D.status, _D.changed, snapshots.c.name.label("procedure"), events.c.at
    ).join(snapshots, snapshots.c.hash == _D.snapshot)


def waiting_lines(connection: Connection, limit: int, after: int = 0) -> list[tuple[int, Waiting]]:
    """The dossiers that wait, with their ids, those that waited longest first."""
    went = select(func.max(sent.c.package)).where(sent.c.dossier == _D.id).scalar_subquery()
    query = (
        _named()
        .add_columns(went.label("package"))
        .join(events, events.c.id == _D.changed)
        .where(waiting(), _D.changed > after)
        .order_by(_D.changed)
        .limit(limit)
    )
    return [
        (
            row.changed,
            Waiting(
                row.code,
                row.name,
                row.procedure,
                Status(row.status),
                datetime.fromisoformat(row.at),
                row.package,
            ),
        )
        for row in connection.execute(query)
    ]


def refused_lines(connection: Connection) -> list[RefusedLine]:
    """What the province refused, to be worked off."""
    query = (
        select(_D.code, _D.name, _D.changed, snapshots.c.name.label("procedure"), refused)
        .join(dossiers, _D.id == refused.c.dossier)
        .join(snapshots, snapshots.c.hash == _D.snapshot)
        .order_by(refused.c.at, refused.c.dossier)
    )
    return [
        RefusedLine(
            code=row.code,
            applicant=row.name,
            procedure=row.procedure,
            package=row.package,
            at=datetime.fromisoformat(row.at),
            reason=row.reason,
            field=row.field,
            corrected=row.changed > row.event,
        )
        for row in connection.execute(query)
    ]


def held_lines(connection: Connection) -> Iterable[Fault]:
    """What the last export held back."""
    query = (
        select(_D.code, faults).join(dossiers, _D.id == faults.c.dossier).order_by(_D.code, faults.c.field)
    )
    return [Fault(row.code, row.field, row.rule, row.detail) for row in connection.execute(query)]
