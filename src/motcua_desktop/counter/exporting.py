"""Making a package: what the province has not taken, from one consistent view of the register."""

from __future__ import annotations

from array import array
from collections import Counter as Tally
from collections.abc import Iterator
from datetime import datetime
from functools import lru_cache
from pathlib import Path
from typing import Any

from motcua_desktop import __version__
from motcua_desktop.assets import resource
from motcua_desktop.counter import scans
from motcua_desktop.counter.desk import Desk
from motcua_desktop.counter.keys import Keys
from motcua_desktop.domain.carried import Carried
from motcua_desktop.domain.dossier import Office
from motcua_desktop.domain.exchange import Exported, Fault, PublicKey, Step
from motcua_desktop.domain.procedure import Procedure
from motcua_desktop.domain.rights import CARRIERS
from motcua_desktop.domain.sync_errors import NothingToSend, UnknownPackage
from motcua_desktop.persistence import (
    catalogue,
    dossier_parts,
    exchange_doubts,
    exchange_ledger,
    exchange_rows,
)
from motcua_desktop.persistence.engine import Connection
from motcua_desktop.sync import chain, package, records, strict_json
from motcua_desktop.sync.chain import ChainEnd
from motcua_desktop.sync.field_check import FieldRules
from motcua_desktop.sync.keys import OfficeKey
from motcua_desktop.sync.package import PackageWriter
from motcua_desktop.sync.portal import Portal, result_row

_STEP = 100


class Export:
    """One export under way. `since` a package's number: all that changed after it (0: the whole register)."""

    def __init__(self, desk: Desk, keys: Keys, *, since: int | None, attachments: bool) -> None:
        self._desk, self._keys = desk, keys
        self._since, self._attachments = since, attachments
        self._chain_file = desk.folder / "keys" / "chain.json"
        self._sent = array("q")
        self._faults: list[tuple[int, Fault]] = []
        self._wanting: Tally[str] = Tally()
        self._snapshots: set[str] = set()
        self._attached: set[str] = set()

    def run(self, out: Path, recipient: str, step: Step | None) -> Exported:
        """Write the package. Raises NothingToSend, UnknownPackage, UnknownKey or OSError."""
        desk = self._desk
        desk.require(CARRIERS, "export")
        key, kept = self._keys.own(), chain.read(self._chain_file)
        # The parts wait on our own disk: only the finished package is written to a slow stick.
        with PackageWriter(desk.folder / "tmp") as writer:
            with desk.database.read() as connection:
                office = desk.office(connection)
                seal_for = self._keys.named(connection, recipient) if recipient else None
                until = exchange_rows.last_event(connection)
                # A register older than the chain came back from a copy: nothing it knows is sure to be known.
                first, condition = self._scope(connection, until, whole=kept.last_event > until)
                keys = exchange_rows.keys_of(connection, condition)
                if not keys:
                    raise NothingToSend
                self._fill(writer, connection, office, keys, step)
                self._procedures(writer, connection)
            head = {"first_event": first, "last_event": until, "counts": self._counts(len(keys))}
            return self._close(writer, out, office, head, key, seal_for, kept)

    def _scope(self, connection: Connection, until: int, *, whole: bool) -> tuple[int, Any]:
        if whole or self._since == 0:
            return 0, exchange_rows.changed_after(0)
        if self._since is None:
            return exchange_rows.first_event_of(connection, until), exchange_rows.waiting(until)
        row = exchange_ledger.package(connection, self._since)
        if row is None:
            raise UnknownPackage(self._since)
        return row.last_event, exchange_rows.changed_after(row.last_event)

    def _fill(
        self,
        writer: PackageWriter,
        connection: Connection,
        office: Office,
        keys: array[int],
        step: Step | None,
    ) -> None:
        portal, rules = portal_of(self._desk, office), field_rules(self._desk)
        procedure = procedures_of(connection)
        for done, (key, carried) in enumerate(exchange_rows.carried(connection, keys)):
            if step is not None and done % _STEP == 0:
                step(done, len(keys))
            self._snapshots.add(carried.row["snapshot"])
            records.add(writer, carried)
            self._add_portal(writer, key, carried, procedure(carried.row["snapshot"]), portal, rules)
            if self._attachments:
                self._attach(writer, connection, key)
                self._attach_scans(writer, carried)

    def _add_portal(
        self,
        writer: PackageWriter,
        key: int,
        carried: Carried,
        procedure: Procedure,
        portal: Portal,
        rules: FieldRules,
    ) -> None:
        record, rows = portal.dossier_record(carried, procedure), portal.progress_rows(carried)
        troubles = rules.check("dossier", record)
        for number, row in enumerate(rows, start=1):
            troubles += [
                (f"TienDo[{number}].{f}", rule, detail) for f, rule, detail in rules.check("progress", row)
            ]
        if troubles:
            code = carried.row["code"]
            self._faults += [(key, Fault(code, *trouble)) for trouble in troubles]
            return
        self._wanting.update(rules.wanting(record))
        self._sent.append(key)
        writer.add(package.DOSSIERS, record)
        for row in rows:
            writer.add(package.PROGRESS, row)
        result = result_row(carried, record)
        if result is not None:
            writer.add(package.RESULTS, result)

    def _attach(self, writer: PackageWriter, connection: Connection, key: int) -> None:
        for paper in dossier_parts.printed_of(connection, key):
            path = self._desk.folder / paper.path
            if path.is_file():
                with path.open("rb") as file:
                    writer.attach(path.name, file)

    def _attach_scans(self, writer: PackageWriter, carried: Carried) -> None:
        for scan in scans.of_carried(carried):
            path = scans.place(self._desk.folder, scan)
            if path is not None and path.is_file() and path.name not in self._attached:
                self._attached.add(path.name)
                with path.open("rb") as file:
                    writer.attach(path.name, file)

    def _procedures(self, writer: PackageWriter, connection: Connection) -> None:
        wanted = sorted(self._snapshots)
        for start in range(0, len(wanted), 500):
            for key, body in exchange_rows.snapshot_bodies(connection, wanted[start : start + 500]):
                writer.add(package.PROCEDURES, {"hash": key, "body": body})

    def _counts(self, total: int) -> dict[str, int]:
        return {"register": total, "sent": len(self._sent), "held": total - len(self._sent)}

    def _close(
        self,
        writer: PackageWriter,
        out: Path,
        office: Office,
        head: dict[str, Any],
        key: OfficeKey,
        recipient: PublicKey | None,
        kept: ChainEnd,
    ) -> Exported:
        """Number, sign and write the package while nobody else can take the number."""
        desk, now, machine = self._desk, self._desk.now(), key.public.fingerprint
        with desk.database.write() as connection:
            sequence, previous = self._next(connection, kept, machine)
            whole = {
                "program": f"motcua {__version__}",
                "unit": office.agency_id or office.unit_code,
                "office": office.counter_name or office.name,
                "machine": machine,
                "sequence": sequence,
                "previous": previous,
                "made_at": f"{now:%Y%m%d%H%M%S}",
                "officer": desk.officer.name,
                **head,
            }

            def signed(digest: str) -> None:
                chain.write(self._chain_file, ChainEnd(sequence, digest, head["last_event"]))

            written = writer.finish(out, whole, key, recipient, signed)
            name = "" if recipient is None else recipient.name or recipient.fingerprint
            made = Exported(
                path=out, sequence=sequence, hash=written.hash, dossiers=len(self._sent),
                bytes=written.bytes, held=tuple(fault for _key, fault in self._faults),
                wanting=dict(self._wanting), recipient=name,
            )  # fmt: skip
            self._keep(connection, made, whole)
        return made

    def _keep(self, connection: Connection, made: Exported, told: dict[str, Any]) -> None:
        desk, sequence = self._desk, made.sequence
        exchange_ledger.keep_package(
            connection, sequence=sequence, hash=made.hash, previous=told["previous"],
            at=desk.now().isoformat(timespec="seconds"), officer=desk.officer.name, file=made.path.name,
            recipient=made.recipient, first_event=told["first_event"], last_event=told["last_event"],
            dossiers=made.dossiers, held=told["counts"]["held"], bytes=made.bytes,
        )  # fmt: skip
        exchange_ledger.keep_sent(connection, sequence, self._sent)
        exchange_ledger.keep_faults(connection, sequence, self._faults)
        facts: dict[str, Any] = {"count": made.dossiers, "package": sequence, "recipient": made.recipient}
        desk.note(connection, "export", file=made.path.name, **facts)

    def _next(self, connection: Connection, kept: ChainEnd, machine: str) -> tuple[int, str]:
        """The next number and the hash it goes on from: as the register, the chain file and what we read of
        our own packages know it, whichever is furthest."""
        known = [(kept.sequence, kept.hash)]
        row = exchange_ledger.last_package(connection)
        if row is not None:
            known.append((row.sequence, row.hash))
        own = exchange_doubts.read_until(connection, machine)[1]
        if own and (read := exchange_doubts.received_package(connection, machine, own)) is not None:
            known.append((own, read.hash))
        sequence, previous = max(known)
        return sequence + 1, previous


def portal_of(desk: Desk, office: Office) -> Portal:
    """The portal's mapping for an office."""
    return Portal(office, read_rules(desk, "moves.json")["words"])


def field_rules(desk: Desk) -> FieldRules:
    """The portal's field rules, the office's own ones where it has some."""
    return FieldRules(read_rules(desk, "fields.json"), read_rules(desk, "codes.json"))


def read_rules(desk: Desk, name: str) -> Any:
    """A file of `resources/portal`, or the one of that name the office keeps in its data folder."""
    own = desk.folder / "portal" / name
    path = own if own.is_file() else resource("portal") / name
    return strict_json.loads(path.read_bytes())


def procedures_of(connection: Connection) -> Any:
    """The procedure behind a snapshot key, each read once."""
    return lru_cache(maxsize=2048)(lambda key: catalogue.snapshot(connection, key))


def day_records(
    desk: Desk, connection: Connection, start: datetime, end: datetime
) -> Iterator[dict[str, Any]]:
    """The portal records of the dossiers received from `start` until before `end`."""
    portal = portal_of(desk, desk.office(connection))
    procedure = procedures_of(connection)
    condition = exchange_rows.received_between(start.isoformat(), end.isoformat())
    keys = exchange_rows.keys_of(connection, condition)
    for _key, carried in exchange_rows.carried(connection, keys):
        yield portal.dossier_record(carried, procedure(carried.row["snapshot"]))
