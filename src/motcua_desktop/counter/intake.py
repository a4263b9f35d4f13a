"""Receiving dossiers at the counter (Decree 118/2025 Art. 17)."""

from __future__ import annotations

from datetime import datetime

from motcua_desktop.counter import dates, making, moves
from motcua_desktop.counter.checking import Checked, check
from motcua_desktop.counter.desk import Desk
from motcua_desktop.counter.making import RULE_EDITION, Promised
from motcua_desktop.counter.paper import PaperDesk
from motcua_desktop.domain.answers import Caution, Done, Preview, Received
from motcua_desktop.domain.dossier import Dossier, Draft
from motcua_desktop.domain.errors import CodeTaken, FutureReceipt, MoveNotAllowed, Refusal, UnknownProcedure
from motcua_desktop.domain.lifecycle import RULES, Move
from motcua_desktop.domain.mistaken import why_no_mistake
from motcua_desktop.domain.procedure import Procedure
from motcua_desktop.domain.trace import Trace
from motcua_desktop.persistence import catalogue, dossiers
from motcua_desktop.persistence.engine import Connection
from motcua_desktop.persistence.instants import sure_text

__all__ = ["RULE_EDITION", "Intake"]


class Intake:
    """What happens between "good morning" and the slip."""

    def __init__(self, desk: Desk, paper: PaperDesk) -> None:
        self._desk = desk
        self._paper = paper

    def new_uid(self) -> str:
        """An identity for the next draft."""
        return self._desk.new_uid()

    def preview(self, draft: Draft) -> Preview:
        """What receiving this draft now would promise; never refuses, says what would."""
        with self._desk.database.read() as connection:
            procedure = catalogue.get(connection, draft.procedure)
            if procedure is None:
                return Preview(None, None, (), (), (UnknownProcedure(draft.procedure),))
            now = self._instant(draft)
            checked = check(draft, procedure, now.date())
            refusals = list(checked.refusals)
            warnings = [*checked.warnings, *self._clock_warning(connection)]
            trace: Trace | None = None
            promise: Promised | None = None
            try:
                trace = self._trace(connection, draft, procedure, now)
                term = draft.term or procedure.term
                promise = making.promised(self._desk, connection, procedure, now, term, draft.appointment)
            except Refusal as refusal:
                refusals.append(refusal)
        if trace is not None and trace.due.provisional:
            warnings.append(Caution("due", "provisional"))
        return Preview(
            trace,
            promise.appointment_at if promise else draft.appointment,
            making.fees_of(checked.draft, procedure, now),
            tuple(warnings),
            tuple(refusals),
        )

    def receive(self, draft: Draft, *, slip: bool = True) -> Received:
        """Make the draft a dossier: code, due date, event, all on disk, then the slip.

        The same draft received twice gives the first dossier again. A `same_day` draft is settled and
        returned in the same breath, without a slip (Art. 17.4). Raises a Refusal and leaves nothing behind,
        not even a gap in the codes. Trouble with the paper never undoes the receipt.
        """
        self._desk.require(RULES[Move.RECEIVE].roles, Move.RECEIVE)
        with self._desk.database.write() as connection:
            already = dossiers.id_of_uid(connection, draft.uid)
            warnings = tuple(self._clock_warning(connection))
            dossier = moves.by_id(connection, already) if already else self._save(connection, draft)
        if already or not slip or draft.same_day:
            return Received(dossier, again=bool(already), warnings=warnings)
        path, trouble = self._paper.try_issue(dossier, "receipt")
        return Received(dossier, path, trouble, warnings=warnings)

    def take_back(self, code: str, reason: str) -> Done:
        """Take a receipt back that was a mistake: the dossier is withdrawn, its number stays used.

        Only on the day it was received and while no other step stands (`domain.mistaken`); else it is
        withdrawn like any other. Raises MoveNotAllowed.
        """
        with self._desk.database.write() as connection:
            dossier = moves.find(connection, code)
            reason = moves.allow(self._desk, dossier, Move.WITHDRAW, reason)
            if why_no_mistake(dossier, self._desk.now()):
                raise MoveNotAllowed(dossier.code, Move.UNDO, dossier.status, RULES[Move.RECEIVE].article)
            facts, stamp = {"mistake": "1"}, sure_text(self._desk.now())
            moves.write(self._desk, connection, dossier, Move.WITHDRAW, reason, facts, finished_at=stamp)
            return Done(moves.by_id(connection, dossier.id))

    def specimen(self, draft: Draft) -> bytes:
        """The slip as it would be printed now; nothing is received, the code on it is the next one.

        Raises what would refuse the receipt.
        """
        with self._desk.database.write() as connection:
            dossier = self._save(connection, draft)
            connection.rollback()
        return self._paper.draw(dossier, "receipt", copies=1)

    def _save(self, connection: Connection, draft: Draft) -> Dossier:
        checked, procedure, now = self.checked(connection, draft)
        term = checked.draft.term or procedure.term
        promise = making.promised(self._desk, connection, procedure, now, term, draft.appointment)
        dossier = making.make(self._desk, connection, checked, procedure, now, promise)
        if draft.same_day:
            self._settle_at_once(connection, dossier.id, now)
            return moves.by_id(connection, dossier.id)
        return dossier

    def checked(
        self, connection: Connection, draft: Draft, *, complete: bool = True
    ) -> tuple[Checked, Procedure, datetime]:
        """The draft in normal form, its procedure, and when it counts as received; raises what refuses it.

        Without `complete`, papers may be missing: the dossier is only registered.
        """
        procedure = catalogue.get(connection, draft.procedure)
        if procedure is None:
            raise UnknownProcedure(draft.procedure)
        now = self._instant(draft)
        if now > self._desk.now():
            raise FutureReceipt(now.isoformat())
        checked = check(draft, procedure, now.date(), complete=complete)
        if checked.refusals:
            raise checked.refusals[0]
        if draft.official_code and dossiers.id_of(connection, draft.official_code) is not None:
            raise CodeTaken(draft.official_code)
        return checked, procedure, now

    def _settle_at_once(self, connection: Connection, key: int, now: datetime) -> None:
        for move in (Move.RESULT_READY, Move.RETURN):
            dossier = moves.by_id(connection, key)
            stamp = sure_text(now)
            columns = {"finished_at": stamp}
            if move is Move.RETURN:
                columns = {"returned_at": stamp, "returned_to": dossier.applicant.name}
            facts = {"how": "counter", "same_day": "1"}
            moves.write(self._desk, connection, dossier, move, "", facts, **columns)

    def _instant(self, draft: Draft) -> datetime:
        return (draft.received_at or self._desk.now()).replace(microsecond=0)

    def _clock_warning(self, connection: Connection) -> list[Caution]:
        """The machine's clock stands before the newest entry: receipts may carry a wrong time."""
        newest = self._desk.clock_set_back(connection)
        return [] if newest is None else [Caution("clock", "clock_set_back", (f"{newest:%H:%M %d/%m/%Y}",))]

    def _trace(
        self, connection: Connection, draft: Draft, procedure: Procedure, now: datetime
    ) -> Trace | None:
        term = draft.term or procedure.term
        if term is None:
            return None
        calendar = self._desk.calendar(connection)
        return dates.trace_of(calendar, procedure, now, term, self._desk.policy(connection))
