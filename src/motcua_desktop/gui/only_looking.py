"""Who may only look at a page is told so when it opens, not at F12 with everything typed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from motcua_desktop.domain.errors import NotPermitted
from motcua_desktop.domain.lifecycle import RULES, Move
from motcua_desktop.domain.rights import CARRIERS, may
from motcua_desktop.say import say

if TYPE_CHECKING:
    from motcua_desktop.counter.counter import Counter

#: What a page is for.
_MOVES = {"intake": Move.RECEIVE, "letters": Move.APOLOGISE, "handover": Move.HAND_OVER}
_ROLES = {page: (str(move), RULES[move].roles) for page, move in _MOVES.items()}
_ROLES["sync"] = ("export", CARRIERS)


def only_looking(counter: Counter, page: str) -> str:
    """Why the officer at the desk cannot do what a page is for, and whom to ask; "" where they can."""
    role = counter.officer.role
    if page not in _ROLES or may(role, _ROLES[page][1]):
        return ""
    act, roles = _ROLES[page]
    return say(NotPermitted(act, role, tuple(sorted(roles))))
