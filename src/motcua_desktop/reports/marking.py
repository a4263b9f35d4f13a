"""What is true of a dossier in a period: the judgement every column stands on."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from motcua_desktop.domain.reported import Mark, Reported

_ENDED = {"withdrawn": Mark.WITHDRAWN, "stopped": Mark.STOPPED, "closed": Mark.STOPPED}


@dataclass(frozen=True, slots=True)
class Choices:
    """What the norms leave open and the office decides (law digest §4.1).

    `waiting_settled`: waiting for the citizen counts as settled on time, else as pending in time.
    `ended_apart`: withdrawn, stopped and closed ones are not counted as settled. `refused_on_time`: a refusal
    counts as on time whatever its day. `transfer_online`: a bank transfer is an online payment.
    """

    waiting_settled: bool = False
    ended_apart: bool = False
    refused_on_time: bool = False
    transfer_online: bool = False


def marks_of(
    dossier: Reported,
    start: datetime,
    end: datetime,
    choices: Choices,
    answer_by: Callable[[datetime], datetime | None],
) -> Mark:
    """The marks of a dossier at `end` of a period; none for one the period does not know.

    `answer_by`: until when a dossier sent online must be answered (Decree 118/2025 Art. 17.2c).
    """
    finished = dossier.finished if dossier.finished is not None and dossier.finished <= end else None
    if dossier.mistaken and finished:
        return Mark(0)
    if dossier.received is None or dossier.received > end:
        return _not_received(dossier, start, end, finished, answer_by)
    marks = Mark.TAKEN | (Mark.FRESH if dossier.received >= start else Mark.CARRIED)
    if dossier.channel == "online":
        marks |= Mark.ONLINE
    elif dossier.channel == "post":
        marks |= Mark.POST
    if dossier.apologised:
        marks |= Mark.APOLOGISED
    if marks & Mark.FRESH and dossier.fee and dossier.paid_by in ("cash", "transfer", "online"):
        marks |= Mark.PAID
        if dossier.paid_by == "online" or (choices.transfer_online and dossier.paid_by == "transfer"):
            marks |= Mark.PAID_ONLINE
    if finished is None:
        return marks | _pending(dossier, end, choices)
    return marks | _settled(dossier, finished, choices)


def _settled(dossier: Reported, finished: datetime, choices: Choices) -> Mark:
    """Judged by the limit no apology has moved; what ended without a result is never late."""
    if dossier.status in _ENDED:
        marks = Mark.ENDED | _ENDED[dossier.status]
        return marks if choices.ended_apart else marks | Mark.SETTLED | Mark.ON_TIME
    if dossier.limit is None:
        return Mark.SETTLED | Mark.ON_TIME
    if finished > dossier.limit and not (dossier.refused and choices.refused_on_time):
        return Mark.SETTLED | Mark.LATE
    early = finished.date() < dossier.limit.date()
    return Mark.SETTLED | (Mark.EARLY if early else Mark.ON_TIME)


def _pending(dossier: Reported, end: datetime, choices: Choices) -> Mark:
    if dossier.asked:
        return Mark.SETTLED | Mark.ON_TIME if choices.waiting_settled else Mark.PENDING | Mark.IN_TIME
    late = dossier.limit is not None and dossier.limit < end
    return Mark.PENDING | (Mark.OVERDUE if late else Mark.IN_TIME)


def _not_received(
    dossier: Reported,
    start: datetime,
    end: datetime,
    finished: datetime | None,
    answer_by: Callable[[datetime], datetime | None],
) -> Mark:
    """Registered only: turned away, withdrawn, or still waiting to be answered."""
    if finished is not None:
        ended = {"not_accepted": Mark.NOT_ACCEPTED, "withdrawn": Mark.WITHDRAWN}.get(dossier.status, Mark(0))
        return ended if finished >= start else Mark(0)
    if dossier.channel != "online" or dossier.registered > end or dossier.asked:
        return Mark(0)
    limit = answer_by(dossier.registered)
    late = limit is not None and limit < end
    return Mark.UNANSWERED | (Mark.ANSWER_LATE if late else Mark(0))
