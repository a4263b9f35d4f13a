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
from motcua_desktop.persistence.exchange_tables import origins
from motcua_desktop.persistence.schema import blocks, dossiers, serials
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

    No gap are serials that a restored register knows were given out before, and that it has lost; nor those
    right before a code that another machine made: its series begins there, in a block of its own.
    """
    lost = {scope: set(given) for scope, given in settings.get(connection, "lost_serials", {}).items()}
    for agency, day in sorted(_numbered_days(connection)):
        scope, on = f"dossier|{agency}|{day}", datetime.strptime(day, "%y%m%d").date()
        expected = set(range(1, settings.last_serial(connection, scope) + 1)) - lost.get(scope, set())
        for key, block, _ended in numbers.blocks_of(connection, agency):
            if block.covers(on):
                expected -= set(range(block.first, block.last + 1))
                claimed = settings.last_serial(connection, numbers.block_scope(key, on))
                upper = min(block.last, block.first - 1 + claimed)
                gone = {block.first - 1 + n for n in lost.get(numbers.block_scope(key, on), set())}
                expected |= set(range(block.first, upper + 1)) - gone
        missing = expected - serials_given(connection, agency, day)
        for serial in serials_given(connection, agency, day, elsewhere=True) if missing else ():
            while (serial := serial - 1) in missing:
                missing.remove(serial)
        if missing:
            yield Finding("serial_gap", scope)


def _numbered_days(connection: Connection) -> set[tuple[str, str]]:
    """The agencies and days (YYMMDD) a serial was claimed for, of the office's own or of a block."""
    agencies = {str(row.id): row.agency for row in connection.execute(select(blocks.c.id, blocks.c.agency))}
    found = set()
    for scope in connection.execute(select(serials.c.scope)).scalars():
        kind, _bar, rest = scope.partition("|")
        of, _bar, day = rest.partition("|")
        if kind == "dossier":
            found.add((of, day))
        elif kind == "block" and of in agencies:
            found.add((agencies[of], day))
    return found


def serials_given(connection: Connection, agency: str, day: str, *, elsewhere: bool = False) -> set[int]:
    """The serials dossiers of an agency and day (YYMMDD) carry; `elsewhere`: of those that came in."""
    given: set[int] = set()
    for separator in "-._":
        start = f"{agency}{separator}{day}{separator}"
        query = select(dossiers.c.code).where(dossiers.c.code >= start, dossiers.c.code < start + "~")
        if elsewhere:
            query = query.where(dossiers.c.id.in_(select(origins.c.dossier)))
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
