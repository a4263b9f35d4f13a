"""Letters of apology in one press (Decree 118/2025 Art. 19.6)."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import BinaryIO

from motcua_desktop.assets import read_json
from motcua_desktop.counter import clocks
from motcua_desktop.counter.desk import Desk
from motcua_desktop.counter.handling import Handling
from motcua_desktop.counter.paper import PaperDesk
from motcua_desktop.domain import statutory
from motcua_desktop.domain.calendar import WorkingCalendar
from motcua_desktop.domain.dossier import Apology, Dossier, DossierLine
from motcua_desktop.domain.errors import Refusal
from motcua_desktop.domain.paper_answers import LetterDraft, LettersMade
from motcua_desktop.files import whole_file
from motcua_desktop.persistence import dossiers, queries
from motcua_desktop.persistence.engine import Connection


class Letters:
    """Which letters must go out, what they propose, and making all of them."""

    def __init__(self, desk: Desk, handling: Handling, paper: PaperDesk) -> None:
        self._desk = desk
        self._handling = handling
        self._paper = paper

    def reasons(self) -> tuple[str, ...]:
        """Causes of lateness to choose from; free text is always possible."""
        return tuple(read_json("forms/late_reasons.json")["reasons"])

    def waiting(self, due_before: date | None = None) -> tuple[LetterDraft, ...]:
        """Dossiers that need a letter: late already, or whose letter must go before the next closing.

        With `due_before`, all that fall due before that day. Those re-appointed once come too, locked.
        """
        now = self._desk.now()
        with self._desk.database.read() as connection:
            calendar = self._desk.calendar(connection)
            until = clocks.letters_until(connection, calendar, now)
            if due_before:
                until = datetime.combine(due_before, datetime.min.time()) - timedelta(seconds=1)
            lines = queries.running_until(connection, until)
            return tuple(
                self._draft(
                    connection, calendar, line, now, self._handling.proposal(connection, line.appointment_at)
                )
                for line in lines
                if due_before or not _within_a_day(line, now)
            )

    def _draft(
        self,
        connection: Connection,
        calendar: WorkingCalendar,
        line: DossierLine,
        now: datetime,
        proposed: datetime,
    ) -> LetterDraft:
        old = line.appointment_at or now
        rule = clocks.rule(connection, statutory.Clock.APOLOGY, line.received_at.date())
        send_by = statutory.apology_limit(calendar, rule, old) if rule else old
        return LetterDraft(
            code=line.code,
            applicant=line.applicant,
            procedure=line.procedure,
            old_date=old,
            new_date=proposed,
            send_by=send_by,
            late=now > old,
            locked=line.apologised,
        )

    def preview(self, dossier: Dossier, reason: str = "", new_date: datetime | None = None) -> bytes:
        """The letter as it would be, without a number, as a PDF that is not kept; a recorded one as it is."""
        old = dossier.appointment_at
        if not dossier.apologies and dossier.is_running and old is not None:
            with self._desk.database.read() as connection:
                signer = self._desk.office(connection).signer_name
                new = new_date or self._handling.proposal(connection, old)
            letter = Apology("…", self._desk.now(), reason or self.reasons()[0], old, new, signer)
            dossier = replace(dossier, apologies=(letter,))
        return self._paper.draw(dossier, "apology")

    def make(
        self,
        drafts: Sequence[LetterDraft],
        progress: Callable[[int, int], None] | None = None,
        cancelled: Callable[[], bool] | None = None,
    ) -> LettersMade:
        """Record each letter with its number and draw them all as one PDF.

        A refusal of one letter does not stop the others; what was recorded before a cancel stays recorded.
        """
        made: list[str] = []
        refused: list[tuple[str, Refusal]] = []
        for number, draft in enumerate(drafts, start=1):
            if cancelled and cancelled():
                break
            try:
                self._handling.apologise(draft.code, draft.reason, draft.new_date, paper=False)
                made.append(draft.code)
            except Refusal as refusal:
                refused.append((draft.code, refusal))
            if progress:
                progress(number, len(drafts))
        pdf = self._all_in_one(made) if made else None
        return LettersMade(tuple(made), tuple(refused), pdf)

    def _all_in_one(self, codes: Sequence[str]) -> Path:
        now = self._desk.now()
        name = f"thu-xin-loi-{now:%Y%m%d%H%M%S}.pdf"
        path = self._desk.folder / "papers" / f"{now:%Y}" / f"{now:%m}" / name
        with whole_file(path) as file:
            self.draw(codes, file)
        return path

    def draw(self, codes: Sequence[str], out: BinaryIO) -> int:
        """The recorded letters of these dossiers as one PDF; returns how many."""
        from motcua_desktop.documents.letters import draw_letters

        editions, current = self._paper.editions(), self._paper.current_edition()
        with self._desk.database.read() as connection:
            return draw_letters(
                lambda dossier: editions.get(dossier.form_edition, current),
                self._desk.office(connection),
                self._dossiers(connection, codes),
                now=self._desk.now(),
                officer=self._desk.officer,
                out=out,
            )

    def _dossiers(self, connection: Connection, codes: Sequence[str]) -> Iterator[Dossier]:
        for code in codes:
            key = dossiers.id_of(connection, code)
            found = None if key is None else dossiers.get(connection, key)
            if found is not None:
                yield found


def _within_a_day(line: DossierLine, now: datetime) -> bool:
    """Received and promised on one day and not late yet: no letter could go a day before."""
    due_at = line.appointment_at
    return due_at is not None and now <= due_at and line.received_at.date() == due_at.date()
