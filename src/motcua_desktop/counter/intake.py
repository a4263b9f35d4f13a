"""Receiving dossiers at the counter (Decree 118/2025 Art. 17)."""

from __future__ import annotations

from datetime import datetime

from motcua_desktop.counter import dates
from motcua_desktop.counter.checking import Checked, check
from motcua_desktop.counter.desk import Desk
from motcua_desktop.counter.paper import PaperDesk
from motcua_desktop.domain.answers import Caution, Preview, Received
from motcua_desktop.domain.dossier import Dossier, Draft, Event, Promise, PromiseReason
from motcua_desktop.domain.errors import AppointmentAfterDue, FutureReceipt, Refusal, UnknownProcedure
from motcua_desktop.domain.fees import FeeLine, fee_lines
from motcua_desktop.domain.lifecycle import RULES, Move, Status
from motcua_desktop.domain.procedure import Procedure
from motcua_desktop.domain.trace import Trace
from motcua_desktop.persistence import catalogue, dossiers, events, settings
from motcua_desktop.persistence.engine import Connection

#: The rules dossiers are received under today; a dossier keeps the name of its edition.
RULE_EDITION = "ND118-2025+ND309-2026"


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
            trace: Trace | None = None
            try:
                trace = self._trace(connection, draft, procedure, now)
            except Refusal as refusal:
                refusals.append(refusal)
        warnings = list(checked.warnings)
        if trace is not None and trace.due.provisional:
            warnings.append(Caution("due", "provisional"))
        due_at = None if trace is None else trace.due.at
        return Preview(
            trace,
            draft.appointment or due_at,
            self._fees(checked.draft, procedure, now),
            tuple(warnings),
            tuple(refusals),
        )

    def receive(self, draft: Draft, *, slip: bool = True) -> Received:
        """Make the draft a dossier: code, due date, event, all on disk, then the slip.

        The same draft received twice gives the first dossier again. Raises a Refusal and leaves nothing
        behind, not even a gap in the codes. Trouble with the paper never undoes the receipt.
        """
        self._desk.require(RULES[Move.RECEIVE].roles, Move.RECEIVE)
        with self._desk.database.write() as connection:
            already = dossiers.id_of_uid(connection, draft.uid)
            key = already or self._save(connection, draft)
            dossier = dossiers.get(connection, key)
        if dossier is None:  # pragma: the row was written above
            raise LookupError(draft.uid)
        if already or not slip:
            return Received(dossier, again=bool(already))
        path, trouble = self._paper.try_issue(dossier, "receipt")
        return Received(dossier, path, trouble)

    def _save(self, connection: Connection, draft: Draft) -> int:
        procedure = catalogue.get(connection, draft.procedure)
        if procedure is None:
            raise UnknownProcedure(draft.procedure)
        now = self._instant(draft)
        if now > self._desk.now():
            raise FutureReceipt(now.isoformat())
        checked = check(draft, procedure, now.date())
        if checked.refusals:
            raise checked.refusals[0]
        dossier = self._build(connection, checked, procedure, now)
        key = dossiers.add(connection, dossier, catalogue.take_snapshot(connection, procedure))
        event = dossier.events[0]
        number = events.append(
            connection,
            events.LogEntry(
                event.uid, event.at, event.officer, event.move, key, event.status, event.reason, event.facts
            ),
        )
        dossiers.change(connection, key, changed=number)
        return key

    def _build(
        self, connection: Connection, checked: Checked, procedure: Procedure, now: datetime
    ) -> Dossier:
        draft, desk = checked.draft, self._desk
        calendar = desk.calendar(connection)
        term = draft.term or procedure.term
        due_at, provisional = None, False
        if term is not None:
            due = dates.due_of(calendar, procedure, now, term, desk.policy(connection))
            due_at, provisional = due.at, due.provisional
        if draft.appointment is not None and (due_at is None or draft.appointment > due_at):
            raise AppointmentAfterDue(draft.appointment.isoformat(), due_at.isoformat() if due_at else "")
        pattern = desk.code_pattern(connection)
        code = pattern.code(now.date(), settings.next_serial(connection, pattern.scope(now.date())))
        who = desk.officer.name
        promise = Promise(
            1,
            now,
            who,
            PromiseReason.RECEIPT,
            due_at,
            draft.appointment or due_at,
            provisional,
            calendar.edition,
        )
        event = Event(desk.new_uid(), now, who, Move.RECEIVE, Status.RECEIVED, facts={"code": code})
        return Dossier(
            id=0,
            uid=draft.uid or desk.new_uid(),
            code=code,
            official_code="",
            procedure=procedure,
            applicant=draft.applicant,
            status=Status.RECEIVED,
            channel=draft.channel,
            return_method=draft.return_method,
            received_at=now,
            clock_start=now,
            officer=who,
            term=term,
            papers=checked.papers,
            promises=(promise,),
            events=(event,),
            involved=draft.involved,
            subject=draft.subject,
            pages=draft.pages,
            copies=draft.copies,
            fees=self._fees(draft, procedure, now),
            paid_by=draft.paid_by,
            note=draft.note,
            term_reason=draft.term_reason,
            register_volume="01",
            register_number=settings.next_serial(connection, f"register|{now.year}|{procedure.field}"),
            rule_edition=RULE_EDITION,
            form_edition=settings.get(connection, "form_edition", "2025"),
            calendar_edition=calendar.edition,
        )

    def _instant(self, draft: Draft) -> datetime:
        return (draft.received_at or self._desk.now()).replace(microsecond=0)

    def _trace(
        self, connection: Connection, draft: Draft, procedure: Procedure, now: datetime
    ) -> Trace | None:
        term = draft.term or procedure.term
        if term is None:
            return None
        calendar = self._desk.calendar(connection)
        return dates.trace_of(calendar, procedure, now, term, self._desk.policy(connection))

    def _fees(self, draft: Draft, procedure: Procedure, now: datetime) -> tuple[FeeLine, ...]:
        if draft.fees is not None:
            return draft.fees
        return fee_lines(
            procedure.fees,
            channel=draft.channel.value,
            on=now.date(),
            pages=draft.pages,
            copies=draft.copies,
        )
