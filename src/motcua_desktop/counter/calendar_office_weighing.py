"""What a changed calendar does to the promises of open dossiers, in one pass over them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Any

from motcua_desktop.counter import dates
from motcua_desktop.domain.calendar import WorkingCalendar
from motcua_desktop.domain.calendar_change import ChangedDay, MovedDate
from motcua_desktop.domain.deadline import Due, Pause, Policy, Term, Unit, due
from motcua_desktop.domain.procedure import Procedure
from motcua_desktop.persistence import calendars, catalogue
from motcua_desktop.persistence.calendars import minute
from motcua_desktop.persistence.engine import Connection


@dataclass(frozen=True)
class Weighed:
    """`moved`: dossiers somebody has to decide on; `firm`: dossiers whose provisional date stays and becomes
    firm; `limits`: the legal limit anew, by dossier, where an apology had moved the date."""

    moved: tuple[MovedDate, ...]
    firm: tuple[int, ...]
    limits: Mapping[int, datetime]
    checked: int


class Weighing:
    """One pass: each open dossier's date on the calendar as it is and as it would be.

    A dossier differs when its date on the new calendar is neither the promised one nor, unless the promise
    was provisional, the one the old calendar gives: what was once decided to be kept is not asked again.
    """

    def __init__(
        self,
        connection: Connection,
        old: WorkingCalendar,
        new: WorkingCalendar,
        office_policy: Policy,
        lead: Term | None,
        now: datetime,
    ) -> None:
        self._connection, self._at = connection, now
        self._old, self._new = old, new
        self._office_policy, self._lead = office_policy, lead
        self._pauses = calendars.pauses(connection)
        self._procedures: dict[str, tuple[Procedure, Policy]] = {}
        self._terms: dict[tuple[str, str], Term] = {}
        self._found: list[tuple[Any, datetime, Due]] = []
        self._firm: list[int] = []
        self._limits: dict[int, datetime] = {}

    def weigh(self) -> Weighed:
        """Ask every running dossier. Raises what the new calendar refuses to count."""
        checked = 0
        for row in calendars.running(self._connection):
            checked += 1
            self._one(row)
        names = calendars.names(self._connection, [row.id for row, _at, _due in self._found])
        moved = [self._moved(row, at, found, names[row.id]) for row, at, found in self._found]
        moved.sort(key=lambda one: (one.appointment_at, one.code))
        return Weighed(tuple(moved), tuple(self._firm), self._limits, checked)

    def _one(self, row: Any) -> None:
        key, snapshot, start, value, unit, due_text, _appointment, provisional, apologised, _limit = row
        begin, promised = minute(start), minute(due_text)
        procedure, policy = self._procedure(snapshot)
        term = self._terms.get((value, unit))
        if term is None:
            term = self._terms[value, unit] = Term(Decimal(value), Unit(unit))
        pauses = self._pauses.get(key, ())
        if apologised and promised != _count(self._old, begin, procedure, policy, term, pauses).at:
            self._apologised(row, promised, (begin, procedure, policy, term, pauses))
            return
        found = _count(self._new, begin, procedure, policy, term, pauses)
        if found.at == promised:
            if provisional and not found.provisional:
                self._firm.append(key)
            return
        if provisional or found.at != _count(self._old, begin, procedure, policy, term, pauses).at:
            self._found.append((row, found.at, found))

    def _apologised(self, row: Any, promised: datetime, question: tuple[Any, ...]) -> None:
        """The date of an apology was chosen, not counted: it moves only when its day is no longer worked, and
        then to closing of the next working day."""
        if (
            row.provisional
            and self._new.is_working(promised.date())
            and promised.date() <= self._new.covered_until
        ):
            self._firm.append(row.id)
        if self._new.is_working(promised.date()) or not self._old.is_working(promised.date()):
            return
        day = self._new.next_working_day(promised.date())
        at = self._new.close_of(day) or promised
        self._limits[row.id] = _count(self._new, *question).at
        self._found.append((row, at, Due(at, day > self._new.covered_until)))

    def _procedure(self, snapshot: str) -> tuple[Procedure, Policy]:
        found = self._procedures.get(snapshot)
        if found is None:
            procedure = catalogue.snapshot(self._connection, snapshot)
            found = self._procedures[snapshot] = procedure, procedure.policy or self._office_policy
        return found

    def _moved(self, row: Any, at: datetime, found: Due, names: tuple[str, str, str]) -> MovedDate:
        code, applicant, procedure = names
        promised, appointment = minute(row.due_at), minute(row.appointment_at or row.due_at)
        new = self._appointment(minute(row.clock_start), promised, appointment, at)
        return MovedDate(
            id=row.id,
            code=code,
            applicant=applicant,
            procedure=procedure,
            due_at=promised,
            appointment_at=appointment,
            new_due=at,
            new_appointment=new,
            was_provisional=bool(row.provisional),
            provisional=found.provisional,
            is_past=new < self._at,
        )

    def _appointment(
        self, start: datetime, promised: datetime, appointment: datetime, new_due: datetime
    ) -> datetime:
        """The new appointment: at the new limit where it stood at the old one, by the office's rule where
        that had made it, else where the officer had put it, or as soon after as the office is open."""
        if appointment == promised:
            return new_due
        if appointment == dates.promised_at(self._old, start, promised, self._lead):
            return dates.promised_at(self._new, start, new_due, self._lead)
        return min(self._new.deemed_start(appointment), new_due)


def _count(
    calendar: WorkingCalendar,
    begin: datetime,
    procedure: Procedure,
    policy: Policy,
    term: Term,
    pauses: Sequence[Pause],
) -> Due:
    return due(
        calendar,
        begin,
        term,
        policy=policy,
        cutoff=procedure.cutoff,
        pauses=pauses,
        on_resume=procedure.on_resume,
    )


def changed_days(
    old: WorkingCalendar, new: WorkingCalendar, first: date, last: date
) -> tuple[ChangedDay, ...]:
    """The days from `first` to `last` whose counted sessions differ."""
    days = (first + timedelta(days=offset) for offset in range((last - first).days + 1))
    pairs = ((day, old.sessions(day), new.sessions(day)) for day in days)
    return tuple(ChangedDay(day, before, after) for day, before, after in pairs if before != after)
