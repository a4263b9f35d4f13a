"""Mending what was written: applicant data with its history, the official code, and taking a move back."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, time
from typing import Any

from motcua_desktop.counter import handover_log, handover_sections, moves
from motcua_desktop.counter.charging import CopyLine, copied_words, copying_fees, papers_copied
from motcua_desktop.counter.checking import tidy_applicant, tidy_involved
from motcua_desktop.counter.moves import Acts
from motcua_desktop.domain.answers import Done
from motcua_desktop.domain.applicant import Applicant, Involved
from motcua_desktop.domain.dossier import Dossier, Event, PromiseReason
from motcua_desktop.domain.errors import BadValue, CodeTaken, MoveNotAllowed, NothingToUndo
from motcua_desktop.domain.lifecycle import ASIDE, RULES, Move
from motcua_desktop.domain.numbering import is_code
from motcua_desktop.domain.paper_errors import LetterWentOut
from motcua_desktop.persistence import dossiers, people
from motcua_desktop.persistence.engine import Connection
from motcua_desktop.persistence.instants import instant

#: Entries that are stepped over when the last move is looked for: they take no move's place.
_ASIDE = frozenset({Move.UNDO, Move.OFFICIAL_CODE}) | ASIDE


def undoable(dossier: Dossier, now: datetime) -> Event:
    """The event that taking back would take back now. Raises NothingToUndo, which says why it cannot be."""
    last = last_standing(dossier)
    if last is None:
        raise NothingToUndo(dossier.code)
    rule = RULES[last.move]
    if not rule.undoable:
        raise NothingToUndo(dossier.code, last.move, article=rule.article)
    if rule.same_day and last.at.date() != now.date():
        raise NothingToUndo(dossier.code, last.move, "day", rule.article)
    if rule.same_day and any(p.form != "receipt" and p.at >= last.at for p in dossier.printed):
        raise NothingToUndo(dossier.code, last.move, "paper", rule.article)
    return last


def last_standing(dossier: Dossier) -> Event | None:
    """The newest move that was not taken back."""
    undone = {event.facts.get("undone") for event in dossier.events if event.move is Move.UNDO}
    standing = (e for e in reversed(dossier.events) if e.move not in _ASIDE and e.uid not in undone)
    return next(standing, None)


class Correcting(Acts):
    """Nothing is written over: what stood before is kept in the event."""

    def correct(
        self,
        code: str,
        applicant: Applicant,
        reason: str,
        *,
        involved: tuple[Involved, ...] | None = None,
        subject: str | None = None,
    ) -> Done:
        """Put the applicant's data right; `involved` and `subject` stay as they are when None."""
        tidy, refusals = tidy_applicant(applicant)
        if refusals:
            raise refusals[0]
        with self._desk.database.write() as connection:
            dossier = moves.find(connection, code)
            reason = moves.allow(self._desk, dossier, Move.CORRECT, reason)
            others = dossier.involved if involved is None else tidy_involved(involved)
            columns: dict[str, Any] = dossiers.applicant_columns(tidy, others)
            columns["person"] = people.meet(connection, tidy, self._desk.now(), counted=False)
            if subject is not None:
                columns["subject"] = subject
            moves.write(self._desk, connection, dossier, Move.CORRECT, reason, **columns)
        return self._done(dossier.id)

    def correct_fee(
        self, code: str, reason: str, *, papers: Sequence[CopyLine] = (), amounts: Sequence[int] = ()
    ) -> Done:
        """Put the fee right on the day of receipt: by the pages and copies of `papers`, else an amount in
        đồng for each line that stands. Raises ReasonMissing, BadValue, or MoveNotAllowed on a later day."""
        with self._desk.database.write() as connection:
            dossier = moves.find(connection, code)
            reason = moves.allow(self._desk, dossier, Move.CORRECT, reason)
            if dossier.received_at.date() != self._desk.now().date():
                raise MoveNotAllowed(dossier.code, Move.CORRECT, dossier.status)
            columns = _copied(dossier, tuple(papers)) if papers else _charged(dossier, amounts)
            moves.write(self._desk, connection, dossier, Move.CORRECT, reason, {"what": "fee"}, **columns)
        return self._done(dossier.id)

    def set_official_code(self, code: str, official_code: str) -> Done:
        """Keep the province's code beside ours; both are found. Raises BadValue or CodeTaken."""
        official = official_code.strip().upper()
        if not is_code(official):
            raise BadValue("official_code", official_code, ("H48.25.12-261119-0002",))
        with self._desk.database.write() as connection:
            dossier = moves.find(connection, code)
            moves.allow(self._desk, dossier, Move.OFFICIAL_CODE, "")
            other = dossiers.id_of(connection, official)
            if other not in (None, dossier.id):
                raise CodeTaken(official)
            columns = dossiers.code_columns(dossier.code, official)
            facts = {"official_code": official}
            moves.write(self._desk, connection, dossier, Move.OFFICIAL_CODE, "", facts, **columns)
        return self._done(dossier.id)

    def undo(self, code: str) -> Done:
        """Take the last move back where the table allows it: a new event puts back what stood before."""
        with self._desk.database.write() as connection:
            dossier = moves.find(connection, code)
            last = undoable(dossier, self._desk.now())
            self._take_back(connection, dossier, last)
        return self._done(dossier.id)

    def cancel_letter(self, connection: Connection, code: str) -> str:
        """Take back a letter of apology recorded today, in the caller's transaction; its number.

        The number stays used and the event says that it was cancelled; the date promised before stands again.
        Raises NothingToUndo when something else has happened since, LetterWentOut for one of another day.
        """
        dossier = moves.find(connection, code)
        last = last_standing(dossier)
        if last is None or last.move is not Move.APOLOGISE:
            raise NothingToUndo(dossier.code, "" if last is None else last.move)
        number = last.facts.get("number", "")
        if last.at.date() != self._desk.now().date():
            raise LetterWentOut(dossier.code, number, last.at)
        self._take_back(connection, dossier, last, number=number)
        return number

    def _take_back(self, connection: Connection, dossier: Dossier, last: Event, **told: str) -> None:
        self._desk.require(RULES[last.move].roles, Move.UNDO)
        before: dict[str, Any] = json.loads(last.facts.get("before", "{}"))
        self._restore_promise(connection, dossier, before)
        self._restore_supplement(connection, dossier, last)
        if last.move is Move.HAND_OVER:
            handover_sections.forget(connection, self._mark(connection, last) or dossier.code)
        facts = {"undone": last.uid, "move": last.move.value, **told}
        before.setdefault("status", dossier.status.value)
        moves.write(self._desk, connection, dossier, Move.UNDO, "", facts, **before)

    def _mark(self, connection: Connection, last: Event) -> str:
        """The list a dossier went with, when it went alone: of several the others still stand."""
        uid = last.facts.get("list_uid")
        lists = handover_log.lists(connection, datetime.combine(last.at.date(), time.min)) if uid else ()
        return next((made.uid for made in lists if made.uid == uid and len(made.codes) == 1), "")

    def _restore_promise(self, connection: Connection, dossier: Dossier, before: dict[str, Any]) -> None:
        """Promises are only ever added: the one that stood before is made again."""
        if not {"due_at", "appointment_at"} & before.keys() or not dossier.promises:
            return

        def stood(name: str, now: datetime | None) -> datetime | None:
            return instant(before[name]) if name in before else now

        moves.promise(
            self._desk,
            connection,
            dossier,
            PromiseReason.UNDO,
            stood("due_at", dossier.due_at),
            stood("appointment_at", dossier.appointment_at),
            provisional=bool(before.get("provisional", dossier.promise.provisional)),
            edition=dossier.promise.edition,
        )

    def _restore_supplement(self, connection: Connection, dossier: Dossier, last: Event) -> None:
        if last.move not in (Move.ASK_SUPPLEMENT, Move.COMPLETE) or not dossier.supplements:
            return
        at, request = self._desk.event_time(connection), dossier.supplements[-1]
        dossiers.undo_supplement(connection, request, at)
        if last.move is Move.COMPLETE:
            again = replace(request, id=0, completed_at=None, completed_by="")
            dossiers.put_supplement(connection, dossier.id, again, recorded_at=at)


def _copied(dossier: Dossier, papers: tuple[CopyLine, ...]) -> dict[str, Any]:
    """The columns of other pages or copies; a subject that names the papers follows."""
    for field in ("pages", "copies"):
        for paper in papers:
            if not 1 <= (number := getattr(paper, field)) <= 10_000:
                raise BadValue(field, str(number), ("1–10000",))
    procedure, channel, on = dossier.procedure, dossier.channel.value, dossier.received_at.date()
    before = papers_copied(procedure, dossier.fees, channel, on)
    fees = copying_fees(procedure, papers, channel, on) or ()
    named = dossier.subject == copied_words(before)
    return {
        "pages": sum(paper.pages for paper in papers),
        "copies": sum(paper.copies for paper in papers),
        "subject": copied_words(papers) if named else dossier.subject,
        **dossiers.fee_columns(fees),
    }


def _charged(dossier: Dossier, amounts: Sequence[int]) -> dict[str, Any]:
    if len(amounts) != len(dossier.fees) or any(amount < 0 for amount in amounts):
        raise BadValue("fees", ", ".join(map(str, amounts)))
    lines = zip(dossier.fees, amounts, strict=True)
    return dossiers.fee_columns(tuple(replace(line, amount=amount, confirmed=True) for line, amount in lines))
