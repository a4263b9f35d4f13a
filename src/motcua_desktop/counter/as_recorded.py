"""Papers drawn again: the day and the officer a paper had when what it speaks of was done, as recorded."""

from __future__ import annotations

from datetime import datetime

from motcua_desktop.domain.dossier import Dossier, Event, PromiseReason
from motcua_desktop.domain.lifecycle import Move
from motcua_desktop.domain.office import Office, Officer

#: Form → the moves it tells of.
_MOVES = {
    "receipt": (Move.RECEIVE, Move.ACCEPT),
    "refusal": (Move.REFUSE, Move.NOT_ACCEPT),
    "stop": (Move.STOP, Move.WITHDRAW, Move.CLOSE),
    "return": (Move.RETURN,),
}


def done(dossier: Dossier, form: str) -> tuple[datetime, str] | None:
    """When and by whom was done what the form tells of; None while it is not done or the form has no day.

    A receipt is of the day it was received, unless another date was promised since. A fee slip is of the day
    it was first printed.
    """
    if form == "supplement" and dossier.supplements:
        asked = dossier.supplements[-1]
        return asked.asked_at, asked.asked_by
    if form == "fee":
        return next(((paper.at, paper.officer) for paper in dossier.printed if paper.form == form), None)
    event = _last(dossier, form)
    if event is None:
        return None
    if form != "receipt" or not dossier.promises:
        return event.at, event.officer
    fresh = dossier.promise.reason is not PromiseReason.RECEIPT
    at = dossier.promise.made_at if fresh else dossier.received_at
    return at, event.officer or dossier.officer


def day(office: Office, dossier: Dossier, form: str) -> dict[str, str]:
    """The day line of the paper as it was; nothing for a paper made now."""
    from motcua_desktop.documents.words import paper_date

    when = done(dossier, form)
    return {"today": paper_date(when[0], office.place)} if when else {}


def officer(now: Officer, dossier: Dossier, form: str) -> Officer:
    """Who stands on the paper: who did what it tells of, else who is at the desk now."""
    when = done(dossier, form)
    return Officer(when[1], now.role) if when and when[1] not in ("", now.name) else now


def printed_before(dossier: Dossier, form: str) -> bool:
    """Whether this very paper was printed: not an earlier request, not a slip with another date."""
    printed = [paper.at for paper in dossier.printed if paper.form == form]
    if not printed:
        return False
    if form in ("receipt", "control", "satisfaction", "postal") and dossier.promises:
        return dossier.promise.made_at <= printed[-1]
    if form == "apology" and dossier.apologies:
        return dossier.apologies[-1].made_at <= printed[-1]
    when = done(dossier, form)
    return when is None or when[0] <= printed[-1]


def _last(dossier: Dossier, form: str) -> Event | None:
    moves = _MOVES.get(form, ())
    undone = {event.facts.get("undone") for event in dossier.events if event.move is Move.UNDO}
    standing = (event for event in reversed(dossier.events) if event.uid not in undone)
    return next((event for event in standing if event.move in moves), None)
