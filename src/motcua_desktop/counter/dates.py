"""From a procedure, a receipt and its pauses to the due instant: the one place the engine is asked."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from motcua_desktop.domain.calendar import WorkingCalendar
from motcua_desktop.domain.deadline import Due, Pause, Policy, Term, due, explain
from motcua_desktop.domain.dossier import Dossier
from motcua_desktop.domain.procedure import Procedure
from motcua_desktop.domain.trace import Trace


def due_of(
    calendar: WorkingCalendar,
    procedure: Procedure,
    start: datetime,
    term: Term,
    office_policy: Policy,
    pauses: Sequence[Pause] = (),
) -> Due:
    """The legal limit for a dossier of `procedure` whose clock starts at `start`."""
    return due(
        calendar,
        start.replace(second=0),
        term,
        policy=procedure.policy or office_policy,
        cutoff=procedure.cutoff,
        pauses=_minutes(pauses),
        on_resume=procedure.on_resume,
    )


def trace_of(
    calendar: WorkingCalendar,
    procedure: Procedure,
    start: datetime,
    term: Term,
    office_policy: Policy,
    pauses: Sequence[Pause] = (),
) -> Trace:
    """The same, with every day and why."""
    return explain(
        calendar,
        start.replace(second=0),
        term,
        policy=procedure.policy or office_policy,
        cutoff=procedure.cutoff,
        pauses=_minutes(pauses),
        on_resume=procedure.on_resume,
    )


def trace_of_dossier(calendar: WorkingCalendar, dossier: Dossier, office_policy: Policy) -> Trace | None:
    """Why the dossier's date is what it is, on today's calendar; None without a term or while it waits."""
    if dossier.term is None or any(pause.end is None for pause in dossier.pauses):
        return None
    procedure, start = dossier.procedure, dossier.clock_start
    return trace_of(calendar, procedure, start, dossier.term, office_policy, dossier.pauses)


def _minutes(pauses: Sequence[Pause]) -> tuple[Pause, ...]:
    """Pauses as the engine counts them: whole minutes."""
    return tuple(
        Pause(p.start.replace(second=0), None if p.end is None else p.end.replace(second=0)) for p in pauses
    )
