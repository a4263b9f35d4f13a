"""Dossiers from Excel and lists to Excel."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from pathlib import Path

from motcua_desktop.counter import making
from motcua_desktop.counter.checking import check
from motcua_desktop.counter.desk import Desk
from motcua_desktop.counter.intake import Intake
from motcua_desktop.domain.applicant import Applicant, ApplicantKind
from motcua_desktop.domain.dossier import Channel, Draft, ReturnMethod
from motcua_desktop.domain.errors import BadValue, FutureReceipt, Refusal, UnknownProcedure
from motcua_desktop.domain.exchange import RowFault, SheetHeads, SheetRead, Step
from motcua_desktop.domain.lifecycle import RULES, Move
from motcua_desktop.domain.numbering import is_code
from motcua_desktop.domain.rights import CARRIERS
from motcua_desktop.domain.sync_errors import ColumnMissing
from motcua_desktop.domain.text import fold
from motcua_desktop.persistence import catalogue, dossiers, settings
from motcua_desktop.persistence.engine import Connection
from motcua_desktop.sync import columns, sheets

_MAPPINGS = "sheet_mappings"
_INSTANTS = ("%d/%m/%Y %H:%M", "%d/%m/%Y", "%Y-%m-%d %H:%M", "%Y-%m-%d", "%Y%m%d%H%M%S")


class Spreadsheets:
    """Excel both ways. Nothing is received while a single row is bad."""

    def __init__(self, desk: Desk, intake: Intake) -> None:
        self._desk, self._intake = desk, intake

    def write(self, out: Path, title: str, headers: Sequence[str], rows: Iterable[Sequence[object]]) -> int:
        """Write any list; returns how many rows. Raises OSError."""
        self._desk.require(CARRIERS, "export")
        count = sheets.write(out, [(title, headers, rows)])
        with self._desk.database.write() as connection:
            self._desk.note(connection, "export", file=out.name, list=title, count=count)
        return count

    def template(self, out: Path) -> None:
        """Write an empty sheet to type dossiers into, with the choices each column offers. Raises OSError."""
        keys = list(columns.COLUMNS)
        choices = {keys.index(key): offered for key, offered in columns.OFFERED.items()}
        with self._desk.database.read() as connection:
            known = [(entry.code, entry.name, entry.field) for entry in catalogue.every(connection)]
        sheets.write(
            out,
            [
                ("Hồ sơ", list(columns.COLUMNS.values()), []),
                ("Thủ tục", ["Mã thủ tục", "Tên thủ tục", "Lĩnh vực"], known),
            ],
            choices,
        )

    def heads(self, path: Path) -> SheetHeads:
        """The headers of a file and what each is taken for: the kept mapping, or a guess by their names."""
        with sheets.opened(path) as (headers, rows):
            with self._desk.database.read() as connection:
                mapping = self._mapping(connection, headers)
            missing = tuple(key for key in columns.NEEDED if key not in mapping.values())
            return SheetHeads(
                headers, {h: mapping.get(h, "") for h in headers}, missing, sum(1 for _ in rows)
            )

    def keep_mapping(self, headers: Sequence[str], mapping: Mapping[str, str]) -> None:
        """Keep what each header means, for every later file with the same headers."""
        with self._desk.database.write() as connection:
            kept = settings.get(connection, _MAPPINGS, {})
            kept[columns.signature(headers)] = {header: key for header, key in mapping.items() if key}
            settings.put(connection, _MAPPINGS, kept)
            self._desk.note(connection, "setting", what=_MAPPINGS)

    def _mapping(self, connection: Connection, headers: Sequence[str]) -> dict[str, str]:
        kept = settings.get(connection, _MAPPINGS, {}).get(columns.signature(headers))
        return kept or columns.guess(headers)

    def read_in(self, path: Path, *, dry_run: bool = True, step: Step | None = None) -> SheetRead:
        """Receive the dossiers of a sheet, all of them or none; a row received before is known and skipped.

        With `dry_run` only looks. Bad rows are named with their column and reason, and nothing is received.
        Raises NotASheet, TooLarge, ColumnMissing, NotPermitted or OSError.
        """
        self._desk.require(RULES[Move.RECEIVE].roles, Move.RECEIVE)
        with sheets.opened(path) as (headers, rows), self._desk.database.read() as connection:
            mapping = self._mapping(connection, headers)
            if missing := [key for key in columns.NEEDED if key not in mapping.values()]:
                raise ColumnMissing(tuple(columns.COLUMNS[key] for key in missing), headers)
            drafts, bad, known = self._look(connection, headers, mapping, rows, step)
        count = len(drafts) + known + len({fault.row for fault in bad})
        if dry_run or bad or not drafts:
            return SheetRead(path, count, known, tuple(bad), (), dry_run)
        return SheetRead(path, count, known, (), self._receive(path, drafts), dry_run=False)

    def _look(
        self,
        connection: Connection,
        headers: Sequence[str],
        mapping: Mapping[str, str],
        rows: Iterable[tuple[int, tuple[str, ...]]],
        step: Step | None,
    ) -> tuple[list[Draft], list[RowFault], int]:
        drafts: list[Draft] = []
        bad: list[RowFault] = []
        known = 0
        for done, (number, cells) in enumerate(rows):
            if step is not None and done % 50 == 0:
                step(done, 0)
            told = columns.values(headers, mapping, cells)
            draft, refusals = self._draft(connection, number, told)
            if draft is not None and self._is_known(connection, draft):
                known += 1
                continue
            bad += [RowFault(number, _column(refusal), refusal) for refusal in refusals]
            if draft is not None and not refusals:
                drafts.append(draft)
        return drafts, bad, known

    @staticmethod
    def _is_known(connection: Connection, draft: Draft) -> bool:
        official = draft.official_code
        if dossiers.id_of_uid(connection, draft.uid) is not None:
            return True
        return bool(official) and dossiers.id_of(connection, official) is not None

    def _draft(
        self, connection: Connection, number: int, told: dict[str, str]
    ) -> tuple[Draft | None, list[Refusal]]:
        # The same row of the same sheet makes the same draft: reading a file twice receives nothing twice.
        row = "|".join([str(number), *(f"{key}={told[key]}" for key in sorted(told))])
        procedure = catalogue.get(connection, told.get("procedure", ""))
        if procedure is None:
            return None, [UnknownProcedure(told.get("procedure", ""))]
        refusals: list[Refusal] = []
        choice = {key: _choice(key, told.get(key, ""), refusals) for key in columns.CHOICES}
        official = told.get("official_code", "")
        if official and not is_code(official):
            refusals.append(BadValue("official_code", official))
        draft = Draft(
            uid="xl-" + hashlib.sha256(row.encode()).hexdigest()[:32],
            procedure=procedure.code,
            applicant=Applicant(
                kind=ApplicantKind(choice["kind"] or "citizen"),
                **{key: told.get(key, "") for key in _PERSON},
            ),
            channel=Channel(choice["channel"] or "direct"),
            return_method=ReturnMethod(choice["return_method"] or "counter"),
            subject=told.get("subject", ""),
            pages=_number("pages", told, refusals),
            copies=_number("copies", told, refusals),
            note=told.get("note", ""),
            official_code=official,
            received_at=_instant(told.get("received_at", ""), self._desk.now(), refusals),
        )
        on = (draft.received_at or self._desk.now()).date()
        refusals += check(draft, procedure, on).refusals
        return draft, refusals

    def _receive(self, path: Path, drafts: Sequence[Draft]) -> tuple[str, ...]:
        codes = []
        with self._desk.database.write() as connection:
            for draft in drafts:
                checked, procedure, at = self._intake.checked(connection, draft)
                promise = making.promised(
                    self._desk, connection, procedure, at, procedure.term, draft.appointment
                )
                making.make(self._desk, connection, checked, procedure, at, promise)
                key = dossiers.id_of_uid(connection, draft.uid)
                if key is None:  # pragma: no cover - the row was written above
                    raise LookupError(draft.uid)
                codes.append(dossiers.columns_of(connection, key, ["code"])["code"])
            self._desk.note(connection, "import", file=path.name, count=len(drafts))
        return tuple(codes)


_PERSON = ("name", "id_number", "birth", "sex", "address", "phone", "email", "tax_code")


def _column(refusal: Refusal) -> str:
    return refusal.field.removeprefix("applicant.")


def _choice(key: str, text: str, refusals: list[Refusal]) -> str:
    found = columns.CHOICES[key].get(fold(text), "")
    if text and not found:
        refusals.append(BadValue(key, text, columns.OFFERED[key]))
    return found


def _number(key: str, told: Mapping[str, str], refusals: list[Refusal]) -> int:
    text = told.get(key, "1")
    if text.isascii() and text.isdigit() and len(text) < 7:
        return int(text)
    refusals.append(BadValue(key, text, ("1–10000",)))
    return 1


def _instant(text: str, now: datetime, refusals: list[Refusal]) -> datetime | None:
    if not text:
        return None
    for pattern in _INSTANTS:
        try:
            at = datetime.strptime(text, pattern)
        except ValueError:
            continue
        if at > now:
            refusals.append(FutureReceipt(f"{at:%d/%m/%Y %H:%M}"))
        return at
    refusals.append(BadValue("received_at", text, ("25/11/2026 08:30",)))
    return None
