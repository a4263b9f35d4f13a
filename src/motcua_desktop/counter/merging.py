"""Reading another counter's package into the register: what is new comes in, what goes on goes on, what two
counters changed is kept side by side for a person. All of it in one transaction, or nothing."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import islice
from pathlib import Path

from motcua_desktop.counter import scans_carried
from motcua_desktop.counter.desk import Desk
from motcua_desktop.counter.keys import Keys
from motcua_desktop.domain.carried import Carried
from motcua_desktop.domain.exchange import ConflictKind, Imported, PackageFacts, Step
from motcua_desktop.domain.rights import KEEPERS
from motcua_desktop.domain.sync_errors import (
    BadRecord,
    ChainBroken,
    NotAPackage,
    SequenceReplayed,
    SequenceSkipped,
    UnknownSigner,
    WrongUnit,
)
from motcua_desktop.persistence import exchange_doubts, exchange_merge, exchange_rows
from motcua_desktop.persistence.engine import Connection
from motcua_desktop.sync.merge import Fate, fate, promises_to_bring
from motcua_desktop.sync.opening import Package, open_package
from motcua_desktop.sync.package import PROCEDURES, REGISTER
from motcua_desktop.sync.records import RegisterReader

_BATCH = 500


class _OnlyTried(Exception):
    """Ends a dry run: the transaction is rolled back."""


def identify(desk: Desk, keys: Keys, connection: Connection, package: Package, path: Path) -> PackageFacts:
    """What an opened package says, with the name its signer has here. Raises UnknownSigner or NotAPackage."""
    facts = package.facts
    if facts.machine != facts.signer:
        raise NotAPackage(str(path), "machine")
    if facts.signer == keys.own().public.fingerprint:
        return replace(facts, signer_name=desk.office(connection).counter_name or facts.office)
    for key in exchange_doubts.trusted_keys(connection):
        if key.fingerprint == facts.signer:
            return replace(facts, signer_name=key.name)
    raise UnknownSigner(str(path), facts.signer, facts.unit)


def read_in(desk: Desk, keys: Keys, path: Path, *, dry_run: bool, step: Step | None) -> Imported:
    """Merge a package into the register. The same package again changes nothing.

    Raises the refusals of `sync_errors` or OSError; the register is then as it was.
    """
    desk.require(KEEPERS, "import")
    with open_package(path, keys.own(), desk.folder / "tmp") as package:
        with desk.database.read() as connection:
            facts = identify(desk, keys, connection, package, path)
            again = _admit(desk, connection, facts, path)
        if again:
            return Imported(facts, 0, 0, facts.dossiers, 0, again=True, dry_run=dry_run)
        package.check(step)
        merge = _Merge(desk, package, facts, path, step)
        try:
            with desk.database.write() as connection:
                if _admit(desk, connection, facts, path):
                    return Imported(facts, 0, 0, facts.dossiers, 0, again=True, dry_run=dry_run)
                merge.run(connection)
                if dry_run:
                    raise _OnlyTried
        except _OnlyTried:
            pass
        else:
            scans_carried.keep(desk, package, facts.signer_name or facts.office)
        return Imported(facts, merge.added, merge.moved_on, merge.known, merge.conflicts, dry_run=dry_run)


def _admit(desk: Desk, connection: Connection, facts: PackageFacts, path: Path) -> bool:
    """Refuse a package of another unit or out of its place; whether this very one was read before."""
    office = desk.office(connection)
    ours = office.agency_id or office.unit_code
    if facts.unit != ours:
        raise WrongUnit(str(path), facts.unit, ours)
    same = exchange_doubts.received_package(connection, facts.machine, facts.sequence)
    if same is not None:
        if same.hash == facts.hash:
            return True
        raise SequenceReplayed(facts.machine, facts.sequence)
    before = exchange_doubts.received_package(connection, facts.machine, facts.sequence - 1)
    after = exchange_doubts.received_package(connection, facts.machine, facts.sequence + 1)
    if (before and before.hash != facts.previous) or (after and after.previous != facts.hash):
        raise ChainBroken(facts.machine, facts.sequence)
    known, last = exchange_doubts.read_until(connection, facts.machine)
    if facts.first_event > known:
        raise SequenceSkipped(facts.machine, facts.sequence, last)
    return False


class _Merge:
    """One package on its way into the register."""

    def __init__(
        self, desk: Desk, package: Package, facts: PackageFacts, path: Path, step: Step | None
    ) -> None:
        self._desk, self._facts, self._path, self._step = desk, facts, path, step
        self._reader = RegisterReader(package, exchange_rows.row_columns(), str(path))
        self.added = self.moved_on = self.known = self.conflicts = 0

    def run(self, connection: Connection) -> None:
        """Merge every dossier, then note the package."""
        try:
            exchange_merge.keep_snapshots(connection, self._procedures())
        except ValueError as error:
            raise BadRecord(str(self._path), PROCEDURES, 0, "body") from error
        dossiers = self._reader.dossiers()
        done = 0
        while batch := list(islice(dossiers, _BATCH)):
            try:
                self._batch(connection, batch)
            except ValueError as error:
                raise self._bad(done, "row") from error
            done += len(batch)
            if self._step is not None:
                self._step(done, self._facts.dossiers)
        self._retry(connection)
        facts, now = self._facts, self._desk.now()
        exchange_doubts.keep_received(
            connection, machine=facts.machine, sequence=facts.sequence, hash=facts.hash,
            previous=facts.previous, last_event=facts.last_event, at=now.isoformat(timespec="seconds"),
            officer=self._desk.officer.name, file=self._path.name, added=self.added, moved_on=self.moved_on,
        )  # fmt: skip
        self._desk.note(
            connection, "import", file=self._path.name, machine=facts.machine, package=facts.sequence
        )

    def _procedures(self) -> Iterator[tuple[str, str]]:
        for key, body in self._reader.procedures():
            if hashlib.sha256(body.encode()).hexdigest()[:32] != key:
                raise BadRecord(str(self._path), PROCEDURES, 0, "hash")
            yield key, body

    def _bad(self, line: int, what: str) -> BadRecord:
        return BadRecord(str(self._path), REGISTER, line, what)

    def _batch(self, connection: Connection, batch: Sequence[Carried]) -> None:
        keys = exchange_merge.keys_of(connection, [carried.uid for carried in batch])
        self._check(connection, batch, keys)
        ours = exchange_rows.carried_by_id(connection, list(keys.values()))
        new, learnt, settled = [], {}, []
        for theirs in batch:
            key = keys.get(theirs.uid)
            if key is None:
                new.append(theirs)
                continue
            mine = ours[key]
            how = self._meet(connection, key, mine, theirs)
            if how is not Fate.DIVERGED:
                settled.append(theirs.uid)
            official = theirs.row["official_code"]
            if official and not mine.row["official_code"]:
                learnt[key] = (mine.row["code"], official)
        exchange_merge.learn_official_codes(connection, learnt)
        settled += self._add(connection, new)
        exchange_doubts.settle_quietly(connection, settled, self._desk.now())

    def _check(self, connection: Connection, batch: Sequence[Carried], keys: dict[str, int]) -> None:
        """What no honest counter writes: a dossier twice, an event of another one, an unknown procedure."""
        owners = {event["uid"]: keys.get(c.uid, 0) for c in batch for event in c.events}
        told = sum(len(carried.events) for carried in batch)
        if len({carried.uid for carried in batch}) < len(batch) or len(owners) < told:
            raise self._bad(0, "twice")
        if exchange_merge.strange_events(connection, owners):
            raise self._bad(0, "events")
        if not exchange_merge.snapshots_known(connection, {c.row["snapshot"] for c in batch}):
            raise self._bad(0, "snapshot")

    def _meet(self, connection: Connection, key: int, mine: Carried, theirs: Carried) -> Fate:
        events = {event["uid"] for event in mine.events}
        how = fate(events, (event["uid"] for event in theirs.events))
        if how is Fate.KNOWN:
            self.known += 1
        elif how is Fate.GOES_ON and self._code_is_free(connection, mine, theirs):
            self.moved_on += 1
            missing = [event for event in theirs.events if event["uid"] not in events]
            bring = promises_to_bring(mine.promises, theirs.promises)
            has_letter = bool(mine.apologies)
            exchange_merge.go_on(connection, key, theirs, missing, bring, has_letter=has_letter)
        else:
            self._keep(connection, ConflictKind.BOTH_CHANGED, mine, theirs, key)
            return Fate.DIVERGED
        return how

    @staticmethod
    def _code_is_free(connection: Connection, mine: Carried, theirs: Carried) -> bool:
        """Whether their code is ours, or nobody's: a person may have given the dossier another one there."""
        code = theirs.row["code"]
        return code == mine.row["code"] or not exchange_merge.codes_taken(connection, [code])

    def _add(self, connection: Connection, new: Sequence[Carried]) -> list[str]:
        """Take in dossiers never seen here, unless one has a code or a letter's number of another."""
        if not new:
            return []
        codes = exchange_merge.codes_taken(connection, [carried.row["code"] for carried in new])
        letters = exchange_merge.letters_taken(connection, [letter_of(c) for c in new if c.apologies])
        fresh: list[Carried] = []
        taken: dict[str, Carried] = {}
        for theirs in new:
            code = theirs.row["code"]
            if code in taken:
                raise self._bad(0, "code")
            holder = codes.get(code)
            kind = ConflictKind.SAME_CODE
            if holder is None and theirs.apologies:
                holder, kind = letters.get(letter_of(theirs)), ConflictKind.SAME_LETTER
            if holder is not None:
                self._collide(connection, kind, holder, theirs)
                continue
            taken[code] = theirs
            fresh.append(theirs)
        exchange_merge.add_new(connection, fresh, self._facts.machine)
        self.added += len(fresh)
        return [carried.uid for carried in fresh]

    def _collide(self, connection: Connection, kind: ConflictKind, holder: int, theirs: Carried) -> None:
        events = {event["uid"] for event in theirs.events}
        for text in exchange_doubts.left_out(connection, theirs.uid):
            if events <= {event["uid"] for event in exchange_merge.from_text(text).events}:
                self.known += 1
                return
        mine = exchange_rows.carried_by_id(connection, [holder])[holder]
        self._keep(connection, kind, mine, theirs, holder)

    def _keep(
        self, connection: Connection, kind: ConflictKind, mine: Carried, theirs: Carried, key: int
    ) -> None:
        self.conflicts += 1
        exchange_doubts.keep_conflict(
            connection,
            uid=theirs.uid,
            kind=kind.value,
            machine=self._facts.machine,
            at=self._desk.now().isoformat(timespec="seconds"),
            dossier=key,
            mine=exchange_merge.as_text(mine),
            theirs=exchange_merge.as_text(theirs),
        )

    def _retry(self, connection: Connection) -> None:
        """Codes that were taken when their dossier came by may have become free by what came later."""
        for row in exchange_doubts.open_conflicts(connection):
            if row.kind != ConflictKind.SAME_CODE:
                continue
            theirs = exchange_merge.from_text(row.theirs)
            if not exchange_merge.codes_taken(connection, [theirs.row["code"]]):
                before = self.conflicts
                exchange_doubts.settle_quietly(connection, [theirs.uid], self._desk.now())
                self._add(connection, [theirs])
                self.conflicts = before - 1


def letter_of(carried: Carried) -> tuple[int, str]:
    """Year and number of the dossier's letter of apology."""
    letter = carried.apologies[0]
    return letter["year"], letter["number"]
