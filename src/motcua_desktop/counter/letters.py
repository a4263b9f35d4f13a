"""Letters of apology in one press (Decree 118/2025 Art. 19.6)."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator, Sequence
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import BinaryIO

from motcua_desktop.assets import read_json
from motcua_desktop.counter import clocks, letter_numbers, paper_choices, signing
from motcua_desktop.counter.desk import Desk
from motcua_desktop.counter.handling import Handling
from motcua_desktop.counter.paper import PaperDesk
from motcua_desktop.domain import statutory
from motcua_desktop.domain.calendar import WorkingCalendar, whole_minute
from motcua_desktop.domain.dossier import Apology, Dossier, DossierLine
from motcua_desktop.domain.errors import BadValue, Refusal
from motcua_desktop.domain.lifecycle import RULES, Move
from motcua_desktop.domain.paper_answers import (
    LetterDraft,
    LettersMade,
    LettersTakenBack,
    LetterWhy,
    Signer,
)
from motcua_desktop.files import whole_file
from motcua_desktop.persistence import dossiers, queries
from motcua_desktop.persistence.engine import Connection

_LOG = logging.getLogger(__name__)
#: Stands on a draft where the record will have a reason, and where it will have its number.
_OPEN, _DRAFT = "………", "……"


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
        now = whole_minute(self._desk.now())
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
                if due_before or clocks.gets_a_letter(connection, calendar, line, now)
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
            why=_why(now, old, send_by),
        )

    def signers(self) -> tuple[Signer, ...]:
        """Who may sign letters, the office's signer first."""
        with self._desk.database.read() as connection:
            return signing.known(connection, self._desk.office(connection))

    def keep_signer(self, signer: Signer) -> Signer:
        """Offer one more signer from now on: whoever writes letters names who signs them.

        Raises NotPermitted, or BadValue without a name or a title.
        """
        self._desk.require(RULES[Move.APOLOGISE].roles, Move.APOLOGISE)
        for name in ("name", "title"):
            if not getattr(signer, name).strip():
                raise BadValue(f"signer_{name}", "")
        with self._desk.database.write() as connection:
            kept = signing.keep(connection, signer)
            self._desk.note(connection, "setting", what="letter_signers")
        return kept

    def next_number(self) -> int:
        """The number this year's next letter will have."""
        with self._desk.database.read() as connection:
            return letter_numbers.upcoming(connection, self._desk.now().year)

    def check_first(self, first: int) -> None:
        """Raises LetterNumberTaken or LetterNumberSkips where `make` would, and changes nothing."""
        with self._desk.database.read() as connection:
            letter_numbers.check(connection, self._desk.now().year, first)

    def preview(
        self,
        dossier: Dossier,
        reason: str = "",
        new_date: datetime | None = None,
        signer: Signer | None = None,
    ) -> bytes:
        """The letter as it would be, without a number, as a PDF that is not kept; a recorded one as it is."""
        old = dossier.appointment_at
        if dossier.apologies or not dossier.is_running or old is None:
            return self._paper.draw(dossier, "apology")
        with self._desk.database.read() as connection:
            who = signer or signing.of_office(self._desk.office(connection))
            new = new_date or self._handling.proposal(connection, old)
        letter = Apology(_DRAFT, self._desk.now(), reason or _OPEN, old, new, who.name)
        return self._paper.draw(dossier, "apology", signer=who, apology=letter, draft=True)

    def make(
        self,
        drafts: Sequence[LetterDraft],
        progress: Callable[[int, int], None] | None = None,
        cancelled: Callable[[], bool] | None = None,
        *,
        signer: Signer | None = None,
        first: int | None = None,
    ) -> LettersMade:
        """Record each letter with its number and draw them all as one PDF.

        A refusal of one letter does not stop the others; what was recorded before a cancel stays recorded.
        `signer` None: the office's; `first` None: the year's next number. Before anything is recorded, raises
        MissingSigner where nobody can sign, and LetterNumberTaken or LetterNumberSkips for a first number
        that cannot be.
        """
        year = self._desk.now().year
        with self._desk.database.read() as connection:
            signing.of_letter(self._desk.office(connection), signer)
        if first is not None:
            with self._desk.database.write() as connection:
                letter_numbers.begin(connection, year, first)
        made: dict[str, str] = {}
        refused: list[tuple[str, Refusal]] = []
        for count, draft in enumerate(drafts, start=1):
            if cancelled and cancelled():
                break
            try:
                done = self._handling.apologise(
                    draft.code, draft.reason, draft.new_date, paper=False, signer=signer
                )
                made[draft.code] = done.dossier.apologies[-1].number
            except Refusal as refusal:
                refused.append((draft.code, refusal))
            if progress:
                progress(count, len(drafts))
        pdf, trouble = self._try_all_in_one(list(made)) if made else (None, None)
        return LettersMade(tuple(made), tuple(refused), pdf, tuple(made.values()), year, trouble)

    def take_back(self, codes: Sequence[str]) -> LettersTakenBack:
        """Cancel letters recorded today in one act: the dates promised before stand again, numbers stay used.

        A letter after which something else has happened stands, and so does one of another day; the answer
        says why.
        """
        gone: dict[str, str] = {}
        refused: list[tuple[str, Refusal]] = []
        with self._desk.database.write() as connection:
            for code in codes:
                try:
                    gone[code] = self._handling.cancel_letter(connection, code)
                except Refusal as refusal:
                    refused.append((code, refusal))
            if gone:
                self._desk.note(connection, "letters_cancelled", numbers=", ".join(gone.values()))
        return LettersTakenBack(tuple(gone), tuple(gone.values()), tuple(refused))

    def _try_all_in_one(self, codes: Sequence[str]) -> tuple[Path | None, Exception | None]:
        """The paper of letters that are recorded: trouble with it must not hide that they are."""
        try:
            return self._all_in_one(codes), None
        except (Refusal, OSError) as trouble:
            _LOG.warning("letters recorded without paper", exc_info=True)
            return None, trouble

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
            office = self._desk.office(connection)
            chosen = paper_choices.chosen(connection, "apology")
            return draw_letters(
                lambda dossier: editions.get(dossier.form_edition, current),
                lambda dossier: signing.on_letter(office, dossier),
                self._dossiers(connection, codes),
                now=self._desk.now(),
                officer=self._desk.officer,
                out=out,
                title=chosen.get("title", ""),
                copies=chosen.get("copies"),
            )

    def _dossiers(self, connection: Connection, codes: Sequence[str]) -> Iterator[Dossier]:
        for code in codes:
            key = dossiers.id_of(connection, code)
            found = None if key is None else dossiers.get(connection, key)
            if found is not None:
                yield found


def _why(now: datetime, old: datetime, send_by: datetime) -> LetterWhy:
    if now > old:
        return LetterWhy.LATE
    if now > send_by:
        return LetterWhy.PASSED
    return LetterWhy.TODAY if send_by.date() == now.date() else LetterWhy.LATER
