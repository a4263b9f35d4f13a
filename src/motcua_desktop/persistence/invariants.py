"""What must always hold in a register, asked of the file itself."""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import func, select, text
from sqlalchemy.engine import Connection

from motcua_desktop.domain.answers import Checkup, Finding
from motcua_desktop.persistence import events
from motcua_desktop.persistence.schema import dossiers
from motcua_desktop.persistence.schema import events as events_table

_QUERIES = {
    "no_receipt_event": """
        SELECT code FROM dossiers d WHERE NOT EXISTS (
            SELECT 1 FROM events e WHERE e.dossier = d.id
                AND e.kind IN ('receive', 'register', 'imported'))""",
    "no_promise": """
        SELECT code FROM dossiers d WHERE status NOT IN ('registered', 'to_complete', 'not_accepted')
            AND NOT EXISTS (SELECT 1 FROM promises p WHERE p.dossier = d.id)""",
    "promises_out_of_order": """
        SELECT d.code FROM promises p JOIN dossiers d ON d.id = p.dossier
        WHERE p.number > 1 AND NOT EXISTS (
            SELECT 1 FROM promises q WHERE q.dossier = p.dossier AND q.number = p.number - 1
                AND q.made_at <= p.made_at)""",
    "promise_not_in_register": """
        SELECT d.code FROM dossiers d JOIN promises p ON p.dossier = d.id
            AND p.number = (SELECT max(number) FROM promises q WHERE q.dossier = d.id)
        WHERE coalesce(d.appointment_at, '') <> coalesce(p.appointment_at, '')""",
    "status_differs_from_event": """
        SELECT d.code FROM dossiers d JOIN events e ON e.id = d.changed WHERE e.status <> d.status""",
    "second_apology": """
        SELECT d.code FROM events e JOIN dossiers d ON d.id = e.dossier WHERE e.kind = 'apologise'
        GROUP BY d.id, d.code HAVING count(*) > 1""",
}


def check(connection: Connection) -> Checkup:
    """The file's integrity, foreign keys, log chain, serials without gap or double, promises in order."""
    findings = tuple(_findings(connection))
    count = connection.execute(select(func.count()).select_from(dossiers)).scalar_one()
    lines = connection.execute(select(func.count()).select_from(events_table)).scalar_one()
    return Checkup(count, lines, findings)


def _findings(connection: Connection) -> Iterator[Finding]:
    if connection.dialect.name == "sqlite":
        for row in connection.execute(text("PRAGMA integrity_check(20)")):
            if row[0] != "ok":
                yield Finding("integrity", str(row[0]))
        for row in connection.execute(text("PRAGMA foreign_key_check")):
            yield Finding("reference", f"{row[0]} {row[1]}")
    for what, query in _QUERIES.items():
        for row in connection.execute(text(query)):
            yield Finding(what, row[0])
    yield from _serials(connection)
    for number in events.broken_links(connection):
        yield Finding("log_chain", str(number))


def _serials(connection: Connection) -> Iterator[Finding]:
    """Codes made here run 1, 2, 3 … per agency and day up to the claimed serial."""
    query = text("SELECT scope, last FROM serials WHERE scope LIKE 'dossier|%'")
    for scope, last in connection.execute(query):
        _kind, agency, day = scope.split("|")
        start = f"{agency}-{day}-"
        codes = connection.execute(
            select(dossiers.c.code).where(dossiers.c.code >= start, dossiers.c.code < start + "~")
        )
        serials = sorted(int(code.rsplit("-", 1)[1]) for (code,) in codes)
        if serials != list(range(1, last + 1)):
            yield Finding("serial_gap", scope)
