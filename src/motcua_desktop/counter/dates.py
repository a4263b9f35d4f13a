"""From a procedure, a receipt and its pauses to the due instant: the one place the engine is asked."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from motcua_desktop.domain.calendar import WorkingCalendar
from motcua_desktop.domain.deadline import Due, Pause, Policy, Term, Unit, due, explain
from motcua_desktop.domain.dossier import Dossier
from motcua_desktop.domain.errors import BadValue
from motcua_desktop.domain.procedure import Procedure
from motcua_desktop.domain.steps import StepDue, step_dues
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


def promised_at(calendar: WorkingCalendar, start: datetime, due_at: datetime, lead: Term | None) -> datetime:
    """The appointment the office gives by default: `lead` before the legal limit, never after it.

    Whole days of `lead` go back to the same clock time, a broken day and hours by working minutes. A term
    that leaves less time than that keeps its limit: nothing is promised before the dossier's clock starts.
    """
    if lead is None or not lead.value:
        return due_at
    start = calendar.deemed_start(start)
    at = due_at
    minutes = lead.rest_minutes
    if lead.unit is Unit.WORKING_HOUR:
        minutes = lead.minutes
    elif lead.whole:
        day = calendar.nth_working_day(due_at.date(), -lead.whole)
        at = datetime.combine(day, due_at.time())
        at = at if calendar.is_open(at) else _last_open(calendar, at)
    worked = calendar.working_minutes_between(start, at) - minutes
    if worked <= 0:
        return due_at
    return calendar.add_working_minutes(start, worked) if minutes else at


def _last_open(calendar: WorkingCalendar, at: datetime) -> datetime:
    """The nearest earlier session end of the day, else its opening."""
    ends = [session.end for session in calendar.sessions(at.date()) if session.end <= at.time()]
    return datetime.combine(at.date(), ends[-1]) if ends else calendar.open_of(at.date()) or at


def lead_from(text: str) -> Term | None:
    """The office's setting for an earlier appointment, as `0.5 working_day` or `2 working_hour`; "" for none.

    Raises what a term is refused for; other units than these two are refused too.
    """
    if not text.strip():
        return None
    value, _space, unit = text.strip().partition(" ")
    units = (Unit.WORKING_DAY, Unit.WORKING_HOUR)
    if unit and unit not in units:
        raise BadValue("appointment_lead", text, units)
    return Term.of(value, unit or Unit.WORKING_DAY)


def steps_of_dossier(
    calendar: WorkingCalendar, dossier: Dossier, office_policy: Policy
) -> tuple[StepDue, ...]:
    """When each internal step of the dossier's procedure must be done, counted as its due date is.

    Empty without steps, without a term, or while the dossier waits. Raises StepsDoNotAddUp.
    """
    procedure = dossier.procedure
    waits = any(pause.end is None for pause in dossier.pauses)
    if dossier.term is None or not procedure.steps or waits:
        return ()
    return step_dues(
        calendar,
        dossier.clock_start.replace(second=0),
        dossier.term,
        [(step.name, step.share) for step in procedure.steps],
        policy=procedure.policy or office_policy,
        cutoff=procedure.cutoff,
        pauses=_minutes(dossier.pauses),
        on_resume=procedure.on_resume,
    )
