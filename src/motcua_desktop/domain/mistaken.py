"""When a receipt may still be called a mistake: the dossier never left the counter, on the same day."""

from __future__ import annotations

from datetime import datetime

from motcua_desktop.domain.dossier import Dossier
from motcua_desktop.domain.lifecycle import ASIDE, Move

#: What leaves a dossier where it was: it can have happened, and the receipt still be a mistake.
_NO_STEP = frozenset({Move.RECEIVE, Move.CORRECT, Move.UNDO}) | ASIDE


def why_no_mistake(dossier: Dossier, now: datetime) -> str:
    """Why the receipt can no longer be called a mistake: "day" (received on another), "moved" (a step that
    stands was taken since); "" where it can."""
    if dossier.received_at.date() != now.date():
        return "day"
    undone = {event.facts.get("undone") for event in dossier.events if event.move is Move.UNDO}
    taken = (event for event in dossier.events if event.move not in _NO_STEP and event.uid not in undone)
    return "moved" if any(taken) else ""
