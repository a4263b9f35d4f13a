"""What happens to a dossier between receipt and result (Decree 118/2025 Art. 18–19)."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

from motcua_desktop.counter import dates, moves
from motcua_desktop.counter.desk import Desk
from motcua_desktop.counter.paper import PaperDesk
from motcua_desktop.domain.answers import Done
from motcua_desktop.domain.dossier import Apology, Dossier, PromiseReason, Supplement
from motcua_desktop.domain.errors import AlreadyReappointed, NewDateNotLater, UnknownDossier
from motcua_desktop.domain.lifecycle import Move, Status
from motcua_desktop.domain.text import clean, clean_lines
from motcua_desktop.persistence import dossiers, settings
from motcua_desktop.persistence.engine import Connection
from motcua_desktop.persistence.instants import sure_text


class Handling:
    """Hand-over, supplement, result, refusal, apology, withdrawal, stop: one method each.

    Each takes the dossier's code, refuses with MoveNotAllowed, NotPermitted or ReasonMissing, and changes
    the register in one transaction with its event.
    """

    def __init__(self, desk: Desk, paper: PaperDesk) -> None:
        self._desk = desk
        self._paper = paper

    def hand_over(self, code: str, to: str, note: str = "") -> Done:
        """Pass the dossier to a section (Art. 18: the same day, after 15:00 the next working morning)."""
        return self._plain(code, Move.HAND_OVER, note, {"to": clean(to)}, holder=clean(to))

    def take_over(self, code: str, by: str) -> Done:
        """The section says that it has the dossier."""
        return self._plain(code, Move.TAKE_OVER, "", {"by": clean(by)}, holder=clean(by))

    def ask_supplement(self, code: str, content: str, reason: str) -> Done:
        """Ask the citizen to supplement (Art. 19.5): the clock stands until the dossier is complete."""
        with self._desk.database.write() as connection:
            dossier = moves.find(connection, code)
            reason = moves.allow(self._desk, dossier, Move.ASK_SUPPLEMENT, reason)
            request = Supplement(
                number=len(dossier.supplements) + 1,
                asked_at=self._desk.now(),
                asked_by=self._desk.officer.name,
                content=clean_lines(content) or reason,
                reason=reason,
            )
            dossiers.put_supplement(connection, dossier.id, request)
            moves.write(self._desk, connection, dossier, Move.ASK_SUPPLEMENT, reason)
        return self._done(dossier.id, paper="supplement")

    def complete(self, code: str) -> Done:
        """The citizen has brought what was asked: the whole term runs again (or the pause is added)."""
        with self._desk.database.write() as connection:
            dossier = moves.find(connection, code)
            moves.allow(self._desk, dossier, Move.COMPLETE, "")
            open_request = dossier.supplements[-1]
            now = self._desk.now()
            answered = replace(open_request, completed_at=now, completed_by=self._desk.officer.name)
            dossiers.put_supplement(connection, dossier.id, answered)
            whole = replace(dossier, supplements=(*dossier.supplements[:-1], answered))
            columns = self._recount(connection, whole)
            moves.write(self._desk, connection, dossier, Move.COMPLETE, **columns)
        return self._done(dossier.id, paper="receipt")

    def _recount(self, connection: Connection, dossier: Dossier) -> dict[str, object]:
        if dossier.term is None:
            return {}
        calendar = self._desk.calendar(connection)
        due = dates.due_of(
            calendar,
            dossier.procedure,
            dossier.clock_start,
            dossier.term,
            self._desk.policy(connection),
            dossier.pauses,
        )
        return moves.promise(
            self._desk,
            connection,
            dossier,
            PromiseReason.SUPPLEMENT,
            due.at,
            due.at,
            provisional=due.provisional,
            edition=calendar.edition,
        )

    def close(self, code: str) -> Done:
        """Close a dossier whose supplement never came (Art. 19.5: 15 days after the request)."""
        with self._desk.database.write() as connection:
            dossier = moves.find(connection, code)
            moves.allow(self._desk, dossier, Move.CLOSE, "")
            closed = replace(dossier.supplements[-1], closed_at=self._desk.now())
            dossiers.put_supplement(connection, dossier.id, closed)
            moves.write(self._desk, connection, dossier, Move.CLOSE, finished_at=sure_text(self._desk.now()))
        return self._done(dossier.id)

    def result_ready(self, code: str) -> Done:
        """The result lies at the counter."""
        return self._plain(code, Move.RESULT_READY, finished_at=sure_text(self._desk.now()))

    def refuse(self, code: str, reason: str) -> Done:
        """Refuse after appraisal, within the term (Art. 19.3)."""
        done = self._plain(code, Move.REFUSE, reason, finished_at=sure_text(self._desk.now()))
        return self._done(done.dossier.id, paper="refusal")

    def withdraw(self, code: str, reason: str) -> Done:
        """The citizen takes the dossier back."""
        return self._plain(code, Move.WITHDRAW, reason, finished_at=sure_text(self._desk.now()))

    def stop(self, code: str, reason: str) -> Done:
        """Stop the settlement (form 05)."""
        done = self._plain(code, Move.STOP, reason, finished_at=sure_text(self._desk.now()))
        return self._done(done.dossier.id, paper="stop")

    def give_back(self, code: str, to: str = "", how: str = "counter", paper: str = "") -> Done:
        """Return the result: in person, by proxy (with the paper that says so) or by post."""
        facts = {"to": clean(to), "how": how, "paper": clean(paper)}
        now = sure_text(self._desk.now())
        return self._plain(code, Move.RETURN, "", facts, returned_at=now, returned_to=clean(to))

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
        self, code: str, reason: str, new_date: datetime | None = None, *, paper: bool = True
    ) -> Done:
        """Apologise and appoint anew, once (Art. 19.6); the legal limit stays known for the reports.

        Without `paper` the letter is only recorded, to be drawn with others.
        """
        with self._desk.database.write() as connection:
            dossier = moves.find(connection, code)
            if dossier.apologies:
                raise AlreadyReappointed(dossier.code)
            reason = moves.allow(self._desk, dossier, Move.APOLOGISE, reason)
            old = dossier.appointment_at
            new = (new_date or self.proposal(connection, dossier.appointment_at)).replace(
                second=0, microsecond=0
            )
            if old is None or new <= old:
                raise NewDateNotLater(dossier.code, old.isoformat() if old else "", new.isoformat())
            number = self._letter_number(connection)
            calendar = self._desk.calendar(connection)
            year = self._desk.now().year
            signer = self._desk.office(connection).signer_name
            letter = Apology(number, self._desk.now(), reason, old, new, signer)
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
            facts = {"number": number, "old": sure_text(old), "new": sure_text(new)}
            moves.write(
                self._desk, connection, dossier, Move.APOLOGISE, reason, facts, apologised=True, **columns
            )
        return self._done(dossier.id, paper="apology" if paper else "")

    def _letter_number(self, connection: Connection) -> str:
        pattern = settings.get(connection, "letter_pattern", "{number:02d}")
        number = settings.next_serial(connection, f"letter|{self._desk.now().year}")
        return str(pattern).format(number=number)

    def needs_apology(self, days_ahead: int = 1) -> list[str]:
        """Codes of dossiers whose letter must go out: late, or expiring within `days_ahead` calendar days."""
        from motcua_desktop.persistence import queries

        until = datetime.combine(self._desk.now().date() + timedelta(days=days_ahead), datetime.max.time())
        with self._desk.database.read() as connection:
            lines = queries.running_until(connection, until)
        return [line.code for line in lines if not line.apologised]

    def promise_earlier(self, code: str, at: datetime, reason: str) -> Done:
        """Promise an earlier time than the legal limit; the printed one stays in the list."""
        with self._desk.database.write() as connection:
            dossier = moves.find(connection, code)
            reason = moves.allow(self._desk, dossier, Move.PROMISE_EARLIER, reason)
            if dossier.appointment_at is None or at >= dossier.appointment_at:
                raise NewDateNotLater(dossier.code, str(dossier.appointment_at), at.isoformat())
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

    def _plain(
        self, code: str, move: Move, reason: str = "", facts: dict[str, str] | None = None, **columns: object
    ) -> Done:
        with self._desk.database.write() as connection:
            dossier = moves.find(connection, code)
            reason = moves.allow(self._desk, dossier, move, reason)
            moves.write(self._desk, connection, dossier, move, reason, facts, **columns)
        return self._done(dossier.id)

    def _done(self, key: int, paper: str = "") -> Done:
        with self._desk.database.read() as connection:
            dossier = dossiers.get(connection, key)
        if dossier is None:
            raise UnknownDossier(str(key))
        if not paper or dossier.status is Status.REGISTERED:
            return Done(dossier)
        path, trouble = self._paper.try_issue(dossier, paper)
        return Done(dossier, path, trouble)
