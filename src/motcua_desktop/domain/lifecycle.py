"""The life of a dossier: statuses, the moves that are allowed, who may make them and what each needs.

Decree 118/2025/NĐ-CP Art. 17–20; statuses as the national portal knows them (1–10).
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Status(StrEnum):
    """Where a dossier stands."""

    REGISTERED = "registered"
    TO_COMPLETE = "to_complete"
    NOT_ACCEPTED = "not_accepted"
    RECEIVED = "received"
    IN_PROCESS = "in_process"
    WAITING = "waiting"
    RESULT_READY = "result_ready"
    REFUSED = "refused"
    RETURNED = "returned"
    WITHDRAWN = "withdrawn"
    STOPPED = "stopped"
    CLOSED = "closed"


class Role(StrEnum):
    """What an account may do; admin may do all, read-only nothing that changes."""

    RECEIVE = "receive"
    SETTLE = "settle"
    LEAD = "lead"
    ADMIN = "admin"
    READ_ONLY = "read_only"


class Move(StrEnum):
    """What can happen to a dossier; also the kind of its event."""

    REGISTER = "register"
    ACCEPT = "accept"
    ASK_COMPLETION = "ask_completion"
    NOT_ACCEPT = "not_accept"
    RECEIVE = "receive"
    HAND_OVER = "hand_over"
    TAKE_OVER = "take_over"
    ASK_SUPPLEMENT = "ask_supplement"
    COMPLETE = "complete"
    CLOSE = "close"
    RESULT_READY = "result_ready"
    REFUSE = "refuse"
    RETURN = "return"
    WITHDRAW = "withdraw"
    STOP = "stop"
    APOLOGISE = "apologise"
    PROMISE_EARLIER = "promise_earlier"
    MOVE_DUE = "move_due"
    CORRECT = "correct"
    CHANGE_TERM = "change_term"
    OFFICIAL_CODE = "official_code"
    SCAN = "scan"
    SCAN_REMOVED = "scan_removed"
    UNDO = "undo"


#: The portal's status codes (portal-payload §3.5). CLOSED as 8 is TO CONFIRM, kept here in one place.
PORTAL_STATUS = {
    Status.REGISTERED: "1",
    Status.TO_COMPLETE: "5",
    Status.NOT_ACCEPTED: "3",
    Status.RECEIVED: "2",
    Status.IN_PROCESS: "4",
    Status.WAITING: "5",
    Status.RESULT_READY: "9",
    Status.REFUSED: "9",
    Status.RETURNED: "10",
    Status.WITHDRAWN: "7",
    Status.STOPPED: "8",
    Status.CLOSED: "8",
}

#: Statuses in which the office's clock runs.
RUNNING = frozenset({Status.RECEIVED, Status.IN_PROCESS})
#: Statuses in which the next act is the citizen's.
WAITING_FOR_CITIZEN = frozenset({Status.TO_COMPLETE, Status.WAITING})
#: Statuses in which the dossier still needs somebody's act.
OPEN = frozenset(
    {
        Status.REGISTERED,
        Status.TO_COMPLETE,
        Status.RECEIVED,
        Status.IN_PROCESS,
        Status.WAITING,
        Status.RESULT_READY,
        Status.REFUSED,
    }
)

#: What is kept beside a dossier; it is no step of it, takes no move's place and is told to no portal.
ASIDE = frozenset({Move.SCAN, Move.SCAN_REMOVED})

_SETTLERS = frozenset({Role.SETTLE, Role.LEAD, Role.ADMIN})
_RECEIVERS = frozenset({Role.RECEIVE, Role.LEAD, Role.ADMIN})
_BOTH = _SETTLERS | _RECEIVERS


@dataclass(frozen=True, slots=True)
class Rule:
    """One row of the table: from which statuses, to which, by whom, what it needs, which article.

    same_day: it can be taken back only on its own day and before a paper says so to the citizen.
    """

    move: Move
    sources: frozenset[Status]
    target: Status | None
    roles: frozenset[Role]
    needs_reason: bool = False
    undoable: bool = False
    article: str = ""
    same_day: bool = False


def _rule(
    move: Move,
    sources: set[Status],
    target: Status | None,
    roles: frozenset[Role],
    *,
    reason: bool = False,
    undoable: bool = False,
    article: str = "",
    same_day: bool = False,
) -> tuple[Move, Rule]:
    return move, Rule(move, frozenset(sources), target, roles, reason, undoable, article, same_day)


_RUN = {Status.RECEIVED, Status.IN_PROCESS}
RULES: dict[Move, Rule] = dict(
    [
        _rule(Move.REGISTER, set(), Status.REGISTERED, _RECEIVERS, article="NĐ 118/2025, Điều 17 khoản 2"),
        _rule(
            Move.ACCEPT,
            {Status.REGISTERED, Status.TO_COMPLETE},
            Status.RECEIVED,
            _RECEIVERS,
            article="NĐ 118/2025, Điều 17 khoản 2",
        ),
        _rule(
            Move.ASK_COMPLETION,
            {Status.REGISTERED},
            Status.TO_COMPLETE,
            _RECEIVERS,
            reason=True,
            article="NĐ 118/2025, Điều 17 khoản 2",
        ),
        _rule(
            Move.NOT_ACCEPT,
            {Status.REGISTERED, Status.TO_COMPLETE},
            Status.NOT_ACCEPTED,
            _RECEIVERS,
            reason=True,
            article="NĐ 118/2025, Điều 17 khoản 1",
        ),
        _rule(Move.RECEIVE, set(), Status.RECEIVED, _RECEIVERS, article="NĐ 118/2025, Điều 17 khoản 3"),
        _rule(
            Move.HAND_OVER,
            _RUN,
            Status.IN_PROCESS,
            _BOTH,
            undoable=True,
            article="NĐ 118/2025, Điều 18 khoản 1",
        ),
        _rule(
            Move.TAKE_OVER,
            {Status.IN_PROCESS},
            Status.IN_PROCESS,
            _BOTH,
            undoable=True,
            article="NĐ 118/2025, Điều 18 khoản 1",
        ),
        _rule(
            Move.ASK_SUPPLEMENT,
            _RUN,
            Status.WAITING,
            _BOTH,
            reason=True,
            undoable=True,
            article="NĐ 118/2025, Điều 19 khoản 5",
        ),
        _rule(
            Move.COMPLETE,
            {Status.WAITING},
            Status.IN_PROCESS,
            _BOTH,
            undoable=True,
            article="NĐ 118/2025, Điều 19 khoản 5",
        ),
        _rule(Move.CLOSE, {Status.WAITING}, Status.CLOSED, _BOTH, article="NĐ 118/2025, Điều 19 khoản 5"),
        _rule(Move.RESULT_READY, _RUN, Status.RESULT_READY, _BOTH, undoable=True),
        _rule(
            Move.REFUSE,
            _RUN,
            Status.REFUSED,
            _SETTLERS,
            reason=True,
            article="NĐ 118/2025, Điều 19 khoản 3",
        ),
        _rule(
            Move.RETURN,
            {Status.RESULT_READY, Status.REFUSED},
            Status.RETURNED,
            _RECEIVERS | _SETTLERS,
            undoable=True,
            article="NĐ 118/2025, Điều 20",
        ),
        _rule(
            Move.WITHDRAW,
            {Status.REGISTERED, Status.TO_COMPLETE, Status.RECEIVED, Status.IN_PROCESS, Status.WAITING},
            Status.WITHDRAWN,
            _BOTH,
            reason=True,
            undoable=True,
            article="TT 03/2025/TT-VPCP, mẫu 05",
            same_day=True,
        ),
        _rule(
            Move.STOP,
            {Status.RECEIVED, Status.IN_PROCESS, Status.WAITING},
            Status.STOPPED,
            _SETTLERS,
            reason=True,
            article="TT 03/2025/TT-VPCP, mẫu 05",
        ),
        _rule(
            Move.APOLOGISE,
            _RUN,
            None,
            _BOTH,
            reason=True,
            article="NĐ 118/2025, Điều 19 khoản 6",
        ),
        _rule(Move.PROMISE_EARLIER, _RUN, None, _BOTH, reason=True),
        _rule(Move.MOVE_DUE, _RUN, None, _BOTH, reason=True),
        _rule(Move.CORRECT, set(Status), None, _BOTH, reason=True, undoable=True),
        _rule(Move.CHANGE_TERM, _RUN, None, _BOTH, reason=True, undoable=True),
        _rule(Move.OFFICIAL_CODE, set(Status), None, _BOTH),
        _rule(Move.SCAN, set(Status), None, _BOTH, article="NĐ 118/2025, Điều 17 khoản 1"),
        _rule(Move.SCAN_REMOVED, set(Status), None, _BOTH),
        _rule(Move.UNDO, set(Status), None, _BOTH),
    ]
)


def moves_from(status: Status, role: Role) -> tuple[Move, ...]:
    """The moves an officer of `role` may make from `status`, in the table's order."""
    return tuple(
        move for move, rule in RULES.items() if status in rule.sources and role in rule.roles | {Role.ADMIN}
    )
