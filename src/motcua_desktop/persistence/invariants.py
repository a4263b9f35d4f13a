"""What must always hold in a register, asked of the file itself."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from sqlalchemy import func, select, text
from sqlalchemy.engine import Connection
from sqlalchemy.exc import DBAPIError

from motcua_desktop.domain.answers import Checkup, Finding
from motcua_desktop.persistence import dialect, events, numbers, settings
from motcua_desktop.persistence.engine import Database
from motcua_desktop.persistence.schema import dossiers, serials
from motcua_desktop.persistence.schema import events as events_table

_QUERIES = {
    "no_receipt_event": """
        SELECT code FROM dossiers d WHERE NOT EXISTS (
            SELECT 1 FROM events e WHERE e.dossier = d.id
                AND e.kind IN ('receive', 'register', 'imported'))""",
    "no_promise": """
        SELECT code FROM dossiers d
        WHERE status IN ('received', 'in_process', 'waiting', 'result_ready', 'returned')
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
        SELECT d.code FROM events e JOIN dossiers d ON d.id = e.dossier
        WHERE e.kind = 'apologise' OR (e.kind = 'undo' AND e.facts LIKE '%"move":"apologise"%')
        GROUP BY d.id, d.code HAVING sum(CASE WHEN e.kind = 'apologise' THEN 1 ELSE -1 END) > 1""",
}


def count_dossiers(connection: Connection) -> int:
    """How many dossiers the register holds."""
    return connection.execute(select(func.count()).select_from(dossiers)).scalar_one()


def check(connection: Connection) -> Checkup:
    """The file's integrity, foreign keys, log chain, serials without gap or double, promises in order."""
    findings = tuple(_findings(connection))
    lines = connection.execute(select(func.count()).select_from(events_table)).scalar_one()
    return Checkup(count_dossiers(connection), lines, findings)


def _findings(connection: Connection) -> Iterator[Finding]:
    for what, where in dialect.file_faults(connection):
        yield Finding(what, where)
    for what, query in _QUERIES.items():
        for row in connection.execute(text(query)):
            yield Finding(what, row[0])
    yield from _serial_gaps(connection)
    for number in events.broken_links(connection):
        yield Finding("log_chain", str(number))


def _serial_gaps(connection: Connection) -> Iterator[Finding]:
    """Codes made here run 1, 2, 3 … per agency and day up to the claimed serial; so does each block of them.

    Serials that a restored register knows were given out before, and that it has lost, are no gap.
    """
    lost = {scope: set(given) for scope, given in settings.get(connection, "lost_serials", {}).items()}
    query = select(serials.c.scope, serials.c.last).where(serials.c.scope.startswith("dossier|"))
    for scope, last in connection.execute(query).all():
        _kind, agency, day = scope.split("|")
        expected = set(range(1, last + 1)) - lost.get(scope, set())
        on = datetime.strptime(day, "%y%m%d").date()
        for key, block, _ended in numbers.blocks_of(connection, agency):
            if block.covers(on):
                expected -= set(range(block.first, block.last + 1))
                claimed = settings.last_serial(connection, numbers.block_scope(key, on))
                upper = min(block.last, block.first - 1 + claimed)
                gone = {block.first - 1 + n for n in lost.get(numbers.block_scope(key, on), set())}
                expected |= set(range(block.first, upper + 1)) - gone
        if expected - serials_given(connection, agency, day):
            yield Finding("serial_gap", scope)


def serials_given(connection: Connection, agency: str, day: str) -> set[int]:
    """The serials dossiers of an agency and day (YYMMDD) carry."""
    given: set[int] = set()
    for separator in "-._":
        start = f"{agency}{separator}{day}{separator}"
        query = select(dossiers.c.code).where(dossiers.c.code >= start, dossiers.c.code < start + "~")
        given |= {int(code[len(start) :]) for code in connection.execute(query).scalars()}
    return given


def take_over_serials(restored: Database, kept: Path | None) -> tuple[str, ...]:
    """Let the restored register go on after the serials of the one it replaces; returns the codes it lost.

    A register that cannot be read any more has nothing to tell.
    """
    if kept is None:
        return ()
    engine = dialect.sqlite_engine(kept)
    try:
        with engine.connect() as connection:
            given = {row.scope: row.last for row in connection.execute(select(serials))}
            codes = set(connection.execute(select(dossiers.c.code)).scalars())
    except DBAPIError:
        return ()
    finally:
        engine.dispose()
    with restored.write() as connection:
        missing = sorted(codes - set(connection.execute(select(dossiers.c.code)).scalars()))
        lost: dict[str, list[int]] = settings.get(connection, "lost_serials", {})
        for scope, last in given.items():
            here = settings.last_serial(connection, scope)
            if last > here:
                numbers.skip_to(connection, scope, last)
                if scope.startswith(("dossier|", "block|")):
                    lost.setdefault(scope, []).extend(range(here + 1, last + 1))
        settings.put(connection, "lost_serials", lost)
    return tuple(missing)
