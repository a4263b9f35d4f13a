"""Packages of other counters, the conflicts they brought, and the keys that are trusted."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import Row, and_, delete, func, insert, select, update
from sqlalchemy.engine import Connection

from motcua_desktop.domain.exchange import KeyRole, PublicKey
from motcua_desktop.persistence import dialect
from motcua_desktop.persistence.exchange_tables import conflicts, received, trusted
from motcua_desktop.persistence.instants import sure_text

# -- what was read in


def received_package(connection: Connection, machine: str, sequence: int) -> Row[Any] | None:
    """A package of that machine read before."""
    query = select(received).where(received.c.machine == machine, received.c.sequence == sequence)
    return connection.execute(query).first()


def read_until(connection: Connection, machine: str) -> tuple[int, int]:
    """Up to which event of that machine all is here, and the highest number read."""
    query = select(func.max(received.c.last_event), func.max(received.c.sequence))
    row = connection.execute(query.where(received.c.machine == machine)).one()
    return row[0] or 0, row[1] or 0


def keep_received(connection: Connection, **columns: Any) -> None:
    """Note a package that was read in."""
    connection.execute(insert(received).values(**columns))


# -- conflicts


def keep_conflict(connection: Connection, **columns: Any) -> None:
    """Keep a conflict; an open one about the same dossier is brought up to date."""
    where = and_(
        conflicts.c.uid == columns["uid"],
        conflicts.c.kind == columns["kind"],
        conflicts.c.decision == "",
    )
    if not connection.execute(update(conflicts).where(where).values(**columns)).rowcount:
        connection.execute(insert(conflicts).values(**columns))


def settle_quietly(connection: Connection, uids: list[str], at: datetime) -> None:
    """Close open conflicts about dossiers that a later package has settled."""
    connection.execute(
        update(conflicts)
        .where(conflicts.c.uid.in_(uids), conflicts.c.decision == "")
        .values(decision="settled", decided_at=sure_text(at))
    )


def open_conflicts(connection: Connection) -> list[Row[Any]]:
    """What a person has to decide, oldest first."""
    query = select(conflicts).where(conflicts.c.decision == "").order_by(conflicts.c.id)
    return list(connection.execute(query))


def conflict(connection: Connection, number: int) -> Row[Any] | None:
    """One open conflict."""
    query = select(conflicts).where(conflicts.c.id == number, conflicts.c.decision == "")
    return connection.execute(query).first()


def left_out(connection: Connection, uid: str) -> list[str]:
    """The sides of a dossier that a person decided not to take in."""
    query = select(conflicts.c.theirs).where(conflicts.c.uid == uid, conflicts.c.decision == "mine")
    return list(connection.execute(query).scalars())


def decide(
    connection: Connection, number: int, decision: str, at: datetime, officer: str, reason: str
) -> None:
    """Note what a person decided."""
    connection.execute(
        update(conflicts)
        .where(conflicts.c.id == number)
        .values(decision=decision, decided_at=sure_text(at), decided_by=officer, reason=reason)
    )


# -- keys


def trust(connection: Connection, key: PublicKey, at: datetime, officer: str) -> None:
    """Trust a key under a name; the same key again takes the new name and role."""
    row = {
        "name": key.name,
        "role": key.role.value,
        "unit": key.unit,
        "sign": key.sign,
        "seal": key.seal,
        "added_at": sure_text(at),
        "officer": officer,
    }
    statement = dialect.insert(connection, trusted).values(fingerprint=key.fingerprint, **row)
    connection.execute(statement.on_conflict_do_update(index_elements=["fingerprint"], set_=row))


def forget(connection: Connection, fingerprint: str) -> bool:
    """Trust a key no more."""
    return bool(connection.execute(delete(trusted).where(trusted.c.fingerprint == fingerprint)).rowcount)


def trusted_keys(connection: Connection) -> tuple[PublicKey, ...]:
    """The keys that are trusted, by name."""
    rows = connection.execute(select(trusted).order_by(trusted.c.name))
    return tuple(
        PublicKey(row.fingerprint, row.sign, row.seal, row.unit, row.name, KeyRole(row.role)) for row in rows
    )
