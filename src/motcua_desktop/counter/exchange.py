"""Carrying the counter's work to the province and to other counters, and reading what comes back."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from pathlib import Path

from motcua_desktop.counter import answering, deciding, merging, publication
from motcua_desktop.counter.desk import Desk
from motcua_desktop.counter.exporting import Export, day_records
from motcua_desktop.counter.intake import Intake
from motcua_desktop.counter.keys import Keys
from motcua_desktop.counter.paper import FILE_WORDS, PaperDesk
from motcua_desktop.counter.spreadsheets import Spreadsheets
from motcua_desktop.domain.dossier import Period
from motcua_desktop.domain.exchange import (
    Acknowledged,
    Conflict,
    Decision,
    Difference,
    Exported,
    Fault,
    Imported,
    Outbox,
    PackageFacts,
    Published,
    RefusedLine,
    Step,
    Stick,
    Waiting,
)
from motcua_desktop.domain.rights import CARRIERS
from motcua_desktop.domain.sync_errors import UnknownPackage, UnknownSigner
from motcua_desktop.domain.text import size_words
from motcua_desktop.files import write_whole
from motcua_desktop.persistence import exchange_differences, exchange_ledger
from motcua_desktop.sync import lines
from motcua_desktop.sync.opening import open_package
from motcua_desktop.sync.sticks import sticks


class Exchange:
    """Sync files out and in. `keys` holds the office's pair and those trusted, `sheets` Excel both ways."""

    def __init__(self, desk: Desk, intake: Intake) -> None:
        self._desk = desk
        self.keys = Keys(desk)
        self.sheets = Spreadsheets(desk, intake)

    # -- out

    def export_day(self, out: Path, period: Period | None = None) -> int:
        """Write the dossiers received in the period (today) as a sealed JSON-lines file.

        Returns how many. Raises OSError; a file is there whole or not at all.
        """
        self._desk.require(CARRIERS, "export")
        today = self._desk.now().date()
        period = period or Period(today, today)
        start = datetime.combine(period.start, datetime.min.time())
        end = datetime.combine(period.end + timedelta(days=1), datetime.min.time())
        with self._desk.database.read() as connection:
            count = lines.write(out, day_records(self._desk, connection, start, end))
        with self._desk.database.write() as connection:
            self._desk.note(connection, "export", file=out.name, count=count)
        return count

    def export(
        self,
        out: Path,
        *,
        since: int | None = None,
        recipient: str = "",
        attachments: bool = False,
        step: Step | None = None,
    ) -> Exported:
        """Write a signed package of what the province has not accepted, or of all that changed after package
        number `since` (0: the whole register, to rebuild or merge a machine).

        `recipient` (a trusted key's name or fingerprint, or a key card's path) seals it. Changes made
        meanwhile wait for the next one. Raises NothingToSend, UnknownPackage, UnknownKey, TooLarge,
        OSError.
        """
        made = Export(self._desk, self.keys, since=since, attachments=attachments)
        return made.run(out, recipient, step)

    def file_name(self) -> str:
        """A name for the next package: office, instant."""
        with self._desk.database.read() as connection:
            unit = self._desk.office(connection).agency_id or "motcua"
        return f"{unit}-{self._desk.now():%Y%m%d-%H%M}.motcua.zip"

    def outbox(self) -> Outbox:
        """What the province has not taken yet, in numbers, and the packages that went."""
        with self._desk.database.read() as connection:
            return exchange_ledger.outbox(connection)

    def note(self, sequence: int) -> Path:
        """The note that goes along with a package, for two signatures: drawn and kept under papers.

        Raises UnknownPackage, what keeps a paper from being drawn, or OSError.
        """
        line = next((one for one in self.outbox().packages if one.sequence == sequence), None)
        if line is None:
            raise UnknownPackage(sequence)
        names = {key.fingerprint: key.name or key.unit for key in self.keys.trusted()}
        pdf = PaperDesk(self._desk).draw_list(
            "package",
            sequence=line.sequence,
            made_at=line.at,
            maker=line.officer,
            recipient=names.get(line.recipient, line.recipient),
            count=line.dossiers,
            file=line.file,
            bytes=size_words(line.bytes),
            hash=line.hash,
            slip_text=line.hash,
        )
        path = self._desk.folder / "papers" / f"{FILE_WORDS['package']}-{line.sequence}.pdf"
        write_whole(path, pdf)
        with self._desk.database.write() as connection:
            self._desk.note(connection, "print", form="package", package=line.sequence)
        return path

    def waiting(self, limit: int = 200, after: int = 0) -> list[tuple[int, Waiting]]:
        """The dossiers that wait, longest first, with the mark to go on `after`."""
        with self._desk.database.read() as connection:
            return exchange_ledger.waiting_lines(connection, limit, after)

    def held(self) -> tuple[Fault, ...]:
        """What the portal's rules held back from the last package, by dossier and field."""
        with self._desk.database.read() as connection:
            return tuple(exchange_ledger.held_lines(connection))

    def sticks(self) -> tuple[Stick, ...]:
        """Removable disks that are plugged in."""
        return sticks()

    # -- back

    def acknowledge(self, path: Path) -> Acknowledged:
        """Read the province's answer to a package. Raises a refusal of `sync_errors` or OSError."""
        return answering.acknowledge(self._desk, path, self.keys.own().public.fingerprint)

    def refused(self) -> list[RefusedLine]:
        """What the province refused, to be worked off."""
        with self._desk.database.read() as connection:
            return exchange_ledger.refused_lines(connection)

    def differences(self, limit: int = 200, after: int = 0) -> list[tuple[int, Difference]]:
        """Dossiers whose paper or acknowledgement is not what the register says, with the mark to go on."""
        with self._desk.database.read() as connection:
            return exchange_differences.differences(connection, limit, after)

    # -- in

    def verify(self, path: Path, step: Step | None = None) -> PackageFacts:
        """Prove a package whole and by a trusted hand. Raises a refusal of `sync_errors` or OSError."""
        with open_package(path, self.keys.own(), self._desk.folder / "tmp") as package:
            package.check(step)
            with self._desk.database.read() as connection:
                return merging.identify(self._desk, self.keys, connection, package, path)

    def read_in(self, path: Path, *, dry_run: bool = False, step: Step | None = None) -> Imported:
        """Merge another counter's package (or our own, to rebuild).

        The order of packages does not matter and the same one again changes nothing. Raises a refusal of
        `sync_errors` or OSError.
        """
        return merging.read_in(self._desk, self.keys, path, dry_run=dry_run, step=step)

    def conflicts(self) -> tuple[Conflict, ...]:
        """What two counters say differently, side by side, for a person to decide."""
        return deciding.conflicts(self._desk)

    def decide(self, number: int, decision: Decision, reason: str) -> None:
        """Carry a person's decision out. Raises UnknownConflict, ReasonMissing or NotPermitted."""
        deciding.decide(self._desk, number, decision, reason)

    # -- for everybody

    def publish(self, folder: Path, period: Period) -> Published:
        """Write the public lists (progress, results, apologies; masked) as Excel and HTML. Raises OSError."""
        return publication.publish(self._desk, folder, period)

    def to_excel(
        self, out: Path, title: str, headers: Sequence[str], rows: Iterable[Sequence[object]]
    ) -> int:
        """Write any list as an Excel file, texts as texts; returns how many rows. Raises OSError."""
        return self.sheets.write(out, title, headers, rows)


def verify_lines(path: Path) -> int:
    """Check a day file's seals; returns how many dossiers it holds. Raises SyncFileBroken or OSError."""
    return lines.verify(path)


def verify_package(path: Path) -> PackageFacts:
    """Prove a package whole where no register is: whose hand it is, only its fingerprint can tell.

    Raises a refusal of `sync_errors` or OSError; UnknownSigner when all but that holds.
    """
    with open_package(path, None, path.parent) as package:
        package.check()
        raise UnknownSigner(str(path), package.facts.signer, package.facts.unit)


def is_package(path: Path) -> bool:
    """Whether a file looks like a package rather than a day file of JSON lines."""
    from motcua_desktop.sync.sealing import is_sealed

    with path.open("rb") as file:
        first = file.read(16)
    return first[:2] == b"PK" or is_sealed(first)
