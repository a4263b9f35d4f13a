"""Deadlines of the internal steps of a procedure: each has a share of the term, in the term's unit."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, time
from decimal import Decimal

from motcua_desktop.domain.calendar import WorkingCalendar
from motcua_desktop.domain.deadline import Due, OnResume, Pause, Policy, Term, due
from motcua_desktop.domain.time_errors import StepsDoNotAddUp


@dataclass(frozen=True, slots=True)
class StepDue:
    """A step, its share of the term and when it must be done."""

    name: str
    share: Decimal
    due: Due


def step_dues(
    calendar: WorkingCalendar,
    start: datetime,
    term: Term,
    shares: Sequence[tuple[str, Decimal | str | int | float]],
    *,
    policy: Policy = Policy.SAME_CLOCK,
    cutoff: time | None = None,
    pauses: Sequence[Pause] = (),
    on_resume: OnResume = OnResume.RESTART,
) -> tuple[StepDue, ...]:
    """When each step ends, for a dossier whose clock starts at `start`.

    `shares` are (name, share in the term's unit) in order. Each step ends where the shares up to it,
    as one term, end; the last one therefore ends with the dossier's own due date. Raises StepsDoNotAddUp.
    """
    terms = [Term.of(share, term.unit) for _, share in shares]
    total = sum((one.value for one in terms), Decimal(0))
    if total != term.value:
        raise StepsDoNotAddUp(str(total), str(term.value), term.unit.value)
    done = Decimal(0)
    dues = []
    for (name, _), share in zip(shares, terms, strict=True):
        done += share.value
        until = due(
            calendar,
            start,
            Term(done, term.unit),
            policy=policy,
            cutoff=cutoff,
            pauses=pauses,
            on_resume=on_resume,
        )
        dues.append(StepDue(name, share.value, until))
    return tuple(dues)
