"""What two counters know of one dossier, and which of them knows more.

Events are the truth. A counter has seen what its events say; a state whose events include all of the other's
was made by somebody who had seen the other, so it may go on from it. When each has events the other lacks,
only a person can say what holds.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from enum import StrEnum
from typing import Any

_TOLD = ("officer", "reason", "due_at", "appointment_at", "provisional", "edition", "note")


class Fate(StrEnum):
    """What becomes of a dossier that came in."""

    KNOWN = "known"
    GOES_ON = "goes_on"
    DIVERGED = "diverged"


def fate(ours: set[str], theirs: Iterable[str]) -> Fate:
    """How our events of a dossier stand to theirs."""
    their_events = set(theirs)
    if their_events <= ours:
        return Fate.KNOWN
    return Fate.GOES_ON if ours <= their_events else Fate.DIVERGED


def promises_to_bring(
    ours: Sequence[Mapping[str, Any]], theirs: Sequence[Mapping[str, Any]]
) -> list[dict[str, Any]]:
    """Their promises that we lack, to be put after ours: numbers go on, times never go back.

    Nothing promised is ever taken out; the last one of the list is the one that stands with them.
    """
    kept = {_told(promise) for promise in ours}
    bring = [dict(promise) for promise in theirs if _told(promise) not in kept]
    standing = bring[-1] if bring else (ours[-1] if ours else None)
    if theirs and (standing is None or _told(standing) != _told(theirs[-1])):
        bring.append(dict(theirs[-1]))
    number = max((promise["number"] for promise in ours), default=0)
    latest = max((promise["made_at"] for promise in ours), default="")
    for promise in bring:
        number += 1
        latest = max(latest, promise["made_at"])
        promise["number"], promise["made_at"] = number, latest
    return bring


def _told(promise: Mapping[str, Any]) -> tuple[Any, ...]:
    return tuple(promise[name] for name in _TOLD)


def differing(ours: Mapping[str, Any], theirs: Mapping[str, Any]) -> tuple[str, ...]:
    """The columns in which two rows of one dossier differ."""
    return tuple(sorted(name for name in ours.keys() & theirs.keys() if ours[name] != theirs[name]))
