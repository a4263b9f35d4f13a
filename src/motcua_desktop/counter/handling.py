"""What happens to a dossier between receipt and result (Decree 118/2025 Art. 18–20)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from motcua_desktop.counter import clocks, dates, handover_sections, moves
from motcua_desktop.counter.correcting import Correcting
from motcua_desktop.counter.promising import Promising
from motcua_desktop.domain.answers import Caution, Done
from motcua_desktop.domain.dossier import Dossier, PromiseReason, Supplement
from motcua_desktop.domain.errors import BadValue, ContentMissing, ProxyPaperMissing, TooEarlyToClose
from motcua_desktop.domain.fees import NOT_PAID, PAID_WAYS, owed
from motcua_desktop.domain.lifecycle import Move
from motcua_desktop.domain.statutory import Clock, limit
from motcua_desktop.domain.text import clean, clean_lines
from motcua_desktop.persistence import dossiers, settings
from motcua_desktop.persistence.engine import Connection
from motcua_desktop.persistence.instants import sure_text

#: How a result goes back.
WAYS = ("counter", "proxy", "post", "electronic")


class Handling(Promising, Correcting):
    """Hand-over, supplement, result, refusal, withdrawal, stop, return: one method each.

    Each takes the dossier's code, refuses with MoveNotAllowed, NotPermitted or ReasonMissing, and changes
    the register in one transaction with its event.
    """

    def hand_over(self, code: str, to: str, note: str = "") -> Done:
        """Pass the dossier to a section (Art. 18: the same day, after 15:00 the next working morning).

        From then on the section, one of the office's, is proposed for dossiers of the same field, as after a
        list of hand-over.
        """
        holder = clean(to)
        if not holder:
            raise BadValue("holder", to)
        with self._desk.database.write() as connection:
            dossier = moves.find(connection, code)
            note = moves.allow(self._desk, dossier, Move.HAND_OVER, note)
            moves.write(self._desk, connection, dossier, Move.HAND_OVER, note, {"to": holder}, holder=holder)
            handover_sections.remember(connection, {dossier.procedure.field: holder}, dossier.code)
        return self._done(dossier.id)

    def take_over(self, code: str, by: str, note: str = "") -> Done:
        """The section says that it has the dossier, or the counter that it has it back."""
        holder = clean(by)
        if not holder:
            raise BadValue("holder", by)
        return self._plain(code, Move.TAKE_OVER, note, {"by": holder}, holder=holder)

    def ask_supplement(self, code: str, content: str, reason: str) -> Done:
        """Ask the citizen to supplement (Art. 19.5): the clock stands until the dossier is complete.

        The answer warns of a second request (the portal's scoring counts it as overdue, QĐ 766) and of one
        later than three working days after receipt.
        """
        with self._desk.database.write() as connection:
            dossier = moves.find(connection, code)
            reason = moves.allow(self._desk, dossier, Move.ASK_SUPPLEMENT, reason)
            content = clean_lines(content)
            if not content:
                raise ContentMissing
            now = self._desk.event_time(connection)
            request = Supplement(
                number=len(dossier.supplements) + 1,
                asked_at=now,
                asked_by=self._desk.officer.name,
                content=content,
                reason=reason,
            )
            dossiers.put_supplement(connection, dossier.id, request)
            since = sure_text(now)
            moves.write(self._desk, connection, dossier, Move.ASK_SUPPLEMENT, reason, waiting_since=since)
            warnings = tuple(self._supplement_warnings(connection, dossier))
        return self._done(dossier.id, "supplement", warnings)

    def supplement_warnings(self, code: str) -> tuple[Caution, ...]:
        """What a request made now would be warned of, to be shown before it is made."""
        with self._desk.database.read() as connection:
            return tuple(self._supplement_warnings(connection, moves.find(connection, code)))

    def _supplement_warnings(self, connection: Connection, dossier: Dossier) -> Iterator[Caution]:
        if any(not request.at_intake for request in dossier.supplements):
            yield Caution("supplement", "second_supplement")
        rule = clocks.rule(connection, Clock.SUPPLEMENT_REQUEST, dossier.clock_start.date())
        if rule is not None:
            last = limit(self._desk.calendar(connection), rule, dossier.clock_start).at
            if self._desk.now() > last:
                yield Caution("supplement", "late_supplement", (f"{last:%H:%M %d/%m/%Y}",))

    def complete(self, code: str) -> Done:
        """The citizen has brought what was asked: the whole term runs again (or the pause is added)."""
        with self._desk.database.write() as connection:
            dossier = moves.find(connection, code)
            moves.allow(self._desk, dossier, Move.COMPLETE, "")
            now = self._desk.event_time(connection)
            answered = replace(
                dossier.supplements[-1], completed_at=now, completed_by=self._desk.officer.name
            )
            dossiers.put_supplement(connection, dossier.id, answered)
            whole = replace(dossier, supplements=(*dossier.supplements[:-1], answered))
            columns = self._recount(connection, whole)
            moves.write(self._desk, connection, dossier, Move.COMPLETE, **columns)
        return self._done(dossier.id, paper="receipt")

    def _recount(self, connection: Connection, dossier: Dossier) -> dict[str, Any]:
        if dossier.term is None:
            return {}
        calendar, policy = self._desk.calendar(connection), self._desk.policy(connection)
        start, pauses = dossier.clock_start, dossier.pauses
        due = dates.due_of(calendar, dossier.procedure, start, dossier.term, policy, pauses)
        lead = dates.lead_from(str(settings.get(connection, "appointment_lead", "")))
        again = max((pause.end for pause in pauses if pause.end), default=start)
        return moves.promise(
            self._desk,
            connection,
            dossier,
            PromiseReason.SUPPLEMENT,
            due.at,
            dates.promised_at(calendar, again, due.at, lead),
            provisional=due.provisional,
            edition=calendar.edition,
        )

    def close(self, code: str) -> Done:
        """Close a dossier whose supplement never came (Art. 19.5: 15 days after the request).

        Raises TooEarlyToClose before the 15 days are over.
        """
        with self._desk.database.write() as connection:
            dossier = moves.find(connection, code)
            moves.allow(self._desk, dossier, Move.CLOSE, "")
            now, request = self._desk.event_time(connection), dossier.supplements[-1]
            rule = clocks.rule(connection, Clock.SUPPLEMENT_CLOSING, request.asked_at.date())
            if rule is not None:
                last = limit(self._desk.calendar(connection), rule, request.asked_at).at
                if now <= last:
                    raise TooEarlyToClose(dossier.code, last.isoformat())
            dossiers.put_supplement(connection, dossier.id, replace(request, closed_at=now))
            moves.write(self._desk, connection, dossier, Move.CLOSE, finished_at=sure_text(now))
        return self._done(dossier.id)

    def result_ready(self, code: str) -> Done:
        """The result lies at the counter, and with it the dossier."""
        return self._plain(code, Move.RESULT_READY, finished_at=self._now_text(), holder="")

    def refuse(self, code: str, reason: str) -> Done:
        """Refuse after appraisal, within the term (Art. 19.3); the answer warns when the term is over."""
        done = self._plain(code, Move.REFUSE, reason, finished_at=self._now_text(), holder="")
        due_at = done.dossier.due_at
        late = due_at is not None and self._desk.now() > due_at
        return self._done(done.dossier.id, "refusal", (Caution("refusal", "late_refusal"),) if late else ())

    def withdraw(self, code: str, reason: str) -> Done:
        """The citizen takes the dossier back."""
        return self._plain(code, Move.WITHDRAW, reason, finished_at=self._now_text(), holder="")

    def stop(self, code: str, reason: str) -> Done:
        """Stop the settlement (form 05)."""
        done = self._plain(code, Move.STOP, reason, finished_at=self._now_text())
        return self._done(done.dossier.id, paper="stop")

    def give_back(
        self, code: str, to: str = "", how: str = "counter", paper: str = "", paid_by: str = ""
    ) -> Done:
        """Return the result: in person (`counter`), by `proxy` with the paper that says so, by `post`, or
        `electronic`. `paid_by` tells how a fee still owed is paid now; "" leaves it as it is.

        Raises ProxyPaperMissing for a proxy without a name or a paper, BadValue for an unknown way.
        """
        if paid_by and paid_by not in (*PAID_WAYS, NOT_PAID):
            raise BadValue("paid_by", paid_by, (*PAID_WAYS, NOT_PAID))
        if how not in WAYS:
            raise BadValue("how", how, WAYS)
        facts = {"to": clean(to), "how": how, "paper": clean(paper)}
        if how == "proxy" and not (facts["to"] and facts["paper"]):
            raise ProxyPaperMissing(code)
        columns = {"returned_at": self._now_text(), "returned_to": facts["to"]}
        if paid_by in PAID_WAYS:
            with self._desk.database.read() as connection:
                dossier = moves.find(connection, code)
            if debt := owed(dossier.fees, dossier.paid_by):
                facts |= {"paid_by": paid_by, "paid": str(debt)}
                columns["paid_by"] = paid_by
        return self._plain(code, Move.RETURN, "", facts, **columns)

    def _now_text(self) -> str:
        return sure_text(self._desk.now())
