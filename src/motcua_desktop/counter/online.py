"""Dossiers that are registered before they are received: sent online, or incomplete (Art. 17.1c, 17.2)."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import Any

from motcua_desktop.counter import clocks, making, moves
from motcua_desktop.counter.checking import papers_of
from motcua_desktop.counter.intake import Intake
from motcua_desktop.counter.moves import Acts
from motcua_desktop.domain.answers import Done, Received
from motcua_desktop.domain.dossier import Dossier, Draft, Supplement
from motcua_desktop.domain.lifecycle import RULES, Move, Status
from motcua_desktop.domain.statutory import Clock, limit
from motcua_desktop.domain.text import clean_lines
from motcua_desktop.persistence import dossiers
from motcua_desktop.persistence.engine import Connection
from motcua_desktop.persistence.instants import sure_text


class Online(Acts):
    """Registered, then accepted, asked to complete, or not accepted: no clock runs until acceptance."""

    def __init__(self, intake: Intake, *acts: Any) -> None:
        super().__init__(*acts)
        self._intake = intake

    def register(self, draft: Draft) -> Received:
        """Keep a dossier that is not received yet; papers may be missing. The same draft is kept once."""
        self._desk.require(RULES[Move.REGISTER].roles, Move.REGISTER)
        with self._desk.database.write() as connection:
            already = dossiers.id_of_uid(connection, draft.uid)
            if already is None:
                checked, procedure, now = self._intake.checked(connection, draft, complete=False)
                dossier = making.make(self._desk, connection, checked, procedure, now, None)
            else:
                dossier = moves.by_id(connection, already)
        return Received(dossier, again=bool(already))

    def answer_by(self, dossier: Dossier) -> datetime | None:
        """Until when a registered dossier must be accepted or sent back: 8 working hours (Art. 17.2c)."""
        with self._desk.database.read() as connection:
            rule = clocks.rule(connection, Clock.ONLINE_ACCEPTANCE, dossier.received_at.date())
            if rule is None or dossier.status is not Status.REGISTERED:
                return None
            return limit(self._desk.calendar(connection), rule, dossier.received_at).at

    def accept(self, code: str, components: tuple[int, ...] | None = None, *, slip: bool = True) -> Done:
        """Receive the registered dossier: its clock starts now (Art. 17.3), it gets its promise and receipt.

        `components` are the papers it holds now, None for all that are needed. Raises MissingPapers.
        """
        with self._desk.database.write() as connection:
            dossier = moves.find(connection, code)
            moves.allow(self._desk, dossier, Move.ACCEPT, "")
            now = self._desk.now()
            papers = papers_of(dossier.procedure, dossier.channel.value, components, ())
            promise = making.promised(self._desk, connection, dossier.procedure, now, dossier.term)
            at = self._desk.event_time(connection)
            first = making.first_promise(promise, at, self._desk.officer.name)
            dossiers.add_promise(connection, dossier.id, first)
            self._answered(connection, dossier, at)
            columns: dict[str, Any] = {
                "clock_start": sure_text(now),
                "papers": dossiers.papers_text(papers),
                "due_at": first.due_at and sure_text(first.due_at),
                "limit_at": first.due_at and sure_text(first.due_at),
                "appointment_at": first.appointment_at and sure_text(first.appointment_at),
                "provisional": promise.provisional,
                "calendar_edition": promise.edition,
                "officer": self._desk.officer.name,
                **making.register_place(connection, dossier.procedure, now, received=True),
            }
            moves.write(self._desk, connection, dossier, Move.ACCEPT, **columns)
        return self._done(dossier.id, "receipt" if slip else "")

    def _answered(self, connection: Connection, dossier: Dossier, at: datetime) -> None:
        for request in dossier.supplements:
            if request.completed_at is None:
                answered = replace(request, completed_at=at, completed_by=self._desk.officer.name)
                dossiers.put_supplement(connection, dossier.id, answered)

    def ask_completion(self, code: str, content: str, reason: str) -> Done:
        """Say once and completely what is missing (Art. 17.2a), with the request's paper."""
        with self._desk.database.write() as connection:
            dossier = moves.find(connection, code)
            reason = moves.allow(self._desk, dossier, Move.ASK_COMPLETION, reason)
            at = self._desk.event_time(connection)
            request = Supplement(
                number=len(dossier.supplements) + 1,
                asked_at=at,
                asked_by=self._desk.officer.name,
                content=clean_lines(content) or reason,
                reason=reason,
                at_intake=True,
            )
            dossiers.put_supplement(connection, dossier.id, request)
            since = sure_text(at)
            moves.write(self._desk, connection, dossier, Move.ASK_COMPLETION, reason, waiting_since=since)
        return self._done(dossier.id, paper="supplement")

    def not_accept(self, code: str, reason: str) -> Done:
        """Refuse to receive, with the reason on paper (Art. 17.1c)."""
        done = self._plain(code, Move.NOT_ACCEPT, reason, finished_at=sure_text(self._desk.now()))
        return self._done(done.dossier.id, paper="refusal")
