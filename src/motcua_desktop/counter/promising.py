"""The dates a citizen was told, and how they may change: by letter of apology, earlier, by another term."""

from __future__ import annotations

from datetime import datetime

from motcua_desktop.counter import clocks, dates, letter_numbers, moves, signing
from motcua_desktop.counter.moves import Acts
from motcua_desktop.domain.answers import Caution, Done
from motcua_desktop.domain.appointments import check_open, same_clock
from motcua_desktop.domain.calendar import WorkingCalendar
from motcua_desktop.domain.dossier import Apology, Dossier, DossierLine, PromiseReason
from motcua_desktop.domain.errors import AlreadyReappointed, NewDateNotLater, TermOnlyShorter
from motcua_desktop.domain.lifecycle import Move
from motcua_desktop.domain.paper_answers import Signer
from motcua_desktop.domain.statutory import Clock, apology_limit
from motcua_desktop.domain.terms import Term, Unit
from motcua_desktop.persistence import dossiers, queries, settings
from motcua_desktop.persistence.engine import Connection
from motcua_desktop.persistence.instants import sure_text

#: Appointments within this many working days are looked at for a letter; no rule asks for one earlier.
_LETTER_DAYS = 5


class Promising(Acts):
    """Every change of a promised date; each is appended, none replaces the one before."""

    def propose_new_date(self, code: str) -> datetime:
        """The date a letter of apology proposes: closing, two working days after today and the promise."""
        with self._desk.database.read() as connection:
            dossier = moves.find(connection, code)
            return self.proposal(connection, dossier.appointment_at)

    def proposal(self, connection: Connection, promised: datetime | None) -> datetime:
        """The new date for a promise: closing of the n-th working day (setting) after it and after today."""
        calendar = self._desk.calendar(connection)
        base = max(self._desk.now(), promised or self._desk.now())
        day = calendar.nth_working_day(base.date(), int(settings.get(connection, "apology_days", 2)))
        return calendar.close_of(day) or base

    def apologise(
        self,
        code: str,
        reason: str,
        new_date: datetime | None = None,
        *,
        paper: bool = True,
        signer: Signer | None = None,
    ) -> Done:
        """Apologise and appoint anew, once (Art. 19.6); the legal limit stays known for the reports.

        Without `paper` the letter is only recorded, to be drawn with others. `signer` None: the office's.
        Raises MissingSigner, NewDateNotLater, and CounterClosed for a date on which nobody is there to return
        the result.
        """
        with self._desk.database.write() as connection:
            dossier = moves.find(connection, code)
            reason = moves.allow(self._desk, dossier, Move.APOLOGISE, reason)
            if dossier.apologies:
                raise AlreadyReappointed(dossier.code)
            old = dossier.appointment_at
            new = (new_date or self.proposal(connection, old)).replace(second=0, microsecond=0)
            if old is None or new <= old or new <= self._desk.now():
                raise NewDateNotLater(dossier.code, old.isoformat() if old else "", new.isoformat())
            calendar = self._desk.calendar(connection)
            check_open(calendar, new, after=max(old, self._desk.now()))
            self._write_letter(connection, dossier, reason, (old, new), signer)
            warnings = self._letter_warnings(connection, old)
            if new.date() > calendar.covered_until:
                warnings += (Caution("due", "provisional"),)
        return self._done(dossier.id, "apology" if paper else "", warnings)

    def _write_letter(
        self,
        connection: Connection,
        dossier: Dossier,
        reason: str,
        dates: tuple[datetime, datetime],
        signer: Signer | None,
    ) -> None:
        now, calendar = self._desk.event_time(connection), self._desk.calendar(connection)
        year, (old, new) = self._desk.now().year, dates
        signer = signing.of_letter(self._desk.office(connection), signer)
        number = letter_numbers.claim(connection, year)
        letter = Apology(number, now, reason, old, new, signer.name)
        dossiers.add_apology(connection, dossier.id, letter, year)
        columns = moves.promise(
            self._desk,
            connection,
            dossier,
            PromiseReason.APOLOGY,
            new,
            new,
            provisional=new.date() > calendar.covered_until,
            edition=calendar.edition,
            note=reason,
        )
        facts = {"number": number, "old": sure_text(old), "new": sure_text(new), **signing.facts(signer)}
        moves.write(
            self._desk, connection, dossier, Move.APOLOGISE, reason, facts, apologised=True, **columns
        )

    def _letter_warnings(self, connection: Connection, old: datetime) -> tuple[Caution, ...]:
        """The letter should have gone one day before the expiry day at the latest (Art. 19.6)."""
        rule = clocks.rule(connection, Clock.APOLOGY, old.date())
        if rule is None:
            return ()
        last = apology_limit(self._desk.calendar(connection), rule, old)
        late = self._desk.now() > last
        return (Caution("apology", "late_letter", (f"{last:%H:%M %d/%m/%Y}",)),) if late else ()

    def needs_apology(self) -> list[str]:
        """Codes of dossiers whose letter must go out: late already, or today is the last day for it.

        The last day lies one day before the appointment, or before the days off in front of it (Art. 19.6;
        days as the office counts them). Received on that day or later, a dossier needs one only when late.
        """
        today = self._desk.now().date()
        with self._desk.database.read() as connection:
            calendar = self._desk.calendar(connection)
            until = datetime.combine(calendar.nth_working_day(today, _LETTER_DAYS), datetime.max.time())
            lines = queries.running_until(connection, until)
            needed = [line for line in lines if not line.apologised and line.appointment_at is not None]
            return [line.code for line in needed if self._must_write(connection, calendar, line)]

    def _must_write(self, connection: Connection, calendar: WorkingCalendar, line: DossierLine) -> bool:
        now = self._desk.now()
        last = clocks.letter_day(connection, calendar, (line.appointment_at or now).date())
        return last <= now.date() and clocks.gets_a_letter(connection, calendar, line, now)

    def propose_earlier(self, code: str) -> datetime | None:
        """An earlier time to offer: the working day before the promise, None where that is over already."""
        with self._desk.database.read() as connection:
            promised = moves.find(connection, code).appointment_at
            if promised is None:
                return None
            calendar = self._desk.calendar(connection)
            day = calendar.nth_working_day(promised.date(), -1)
            at = same_clock(calendar, day, promised.time())
        return at if at > self._desk.now() else None

    def promise_earlier(self, code: str, at: datetime, reason: str) -> Done:
        """Promise an earlier time than the one that stands; the printed one stays in the list.

        Raises NewDateNotLater, or CounterClosed where nobody is there to return the result.
        """
        with self._desk.database.write() as connection:
            dossier = moves.find(connection, code)
            reason = moves.allow(self._desk, dossier, Move.PROMISE_EARLIER, reason)
            if dossier.appointment_at is None or at >= dossier.appointment_at or at < self._desk.now():
                raise NewDateNotLater(dossier.code, str(dossier.appointment_at), at.isoformat())
            if dossier.term is None or dossier.term.unit is not Unit.CLOCK_HOUR:  # counted day and night
                calendar = self._desk.calendar(connection)
                check_open(calendar, at, after=self._desk.now(), before=dossier.appointment_at)
            columns = moves.promise(
                self._desk,
                connection,
                dossier,
                PromiseReason.EARLIER,
                dossier.due_at,
                at,
                provisional=dossier.promise.provisional,
                edition=dossier.promise.edition,
                note=reason,
            )
            moves.write(self._desk, connection, dossier, Move.PROMISE_EARLIER, reason, **columns)
        return self._done(dossier.id)

    def change_term(self, code: str, term: Term, reason: str) -> Done:
        """Count this one dossier by another term (the portal's times are often wrong), with a reason.

        Never later than what was promised: raises TermOnlyShorter.
        """
        with self._desk.database.write() as connection:
            dossier = moves.find(connection, code)
            reason = moves.allow(self._desk, dossier, Move.CHANGE_TERM, reason)
            calendar, policy = self._desk.calendar(connection), self._desk.policy(connection)
            start, pauses = dossier.clock_start, dossier.pauses
            due = dates.due_of(calendar, dossier.procedure, start, term, policy, pauses)
            promised = dossier.appointment_at
            if promised is not None and due.at > promised:
                raise TermOnlyShorter(dossier.code, promised.isoformat(), due.at.isoformat())
            columns = moves.promise(
                self._desk,
                connection,
                dossier,
                PromiseReason.TERM,
                due.at,
                due.at,
                provisional=due.provisional,
                edition=calendar.edition,
                note=reason,
            )
            columns |= {"term_value": str(term.value), "term_unit": term.unit.value, "term_reason": reason}
            moves.write(self._desk, connection, dossier, Move.CHANGE_TERM, reason, **columns)
        return self._done(dossier.id, paper="receipt")
