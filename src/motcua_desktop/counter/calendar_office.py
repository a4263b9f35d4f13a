"""The office's calendar: what a day is, and why; changing it without moving a printed promise silently."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from motcua_desktop.counter import calendar_source, dates, moves
from motcua_desktop.counter.calendar_office_weighing import Weighed, Weighing, changed_days
from motcua_desktop.counter.desk import Desk
from motcua_desktop.domain.calendar import WorkingCalendar
from motcua_desktop.domain.calendar_change import (
    AppliedChange,
    CalendarChange,
    CalendarPreview,
    Decision,
    Edition,
    MovedDate,
    OfficeDecisions,
    decided,
)
from motcua_desktop.domain.calendar_errors import CalendarMovedOn, PromiseInThePast, UndecidedDossiers
from motcua_desktop.domain.calendar_file import change_from
from motcua_desktop.domain.day_book import DayInfo
from motcua_desktop.domain.dossier import PromiseReason
from motcua_desktop.domain.lifecycle import Move
from motcua_desktop.domain.office_hours import WeekPattern
from motcua_desktop.domain.rights import KEEPERS
from motcua_desktop.persistence import calendars, dossiers, settings
from motcua_desktop.persistence.engine import Connection
from motcua_desktop.persistence.instants import sure_text, text

#: How far ahead and back changed days are listed.
_SPAN = timedelta(days=800)


@dataclass(frozen=True, slots=True)
class YearSheet:
    """A year at a glance: its days in order, the notice they come from ("" when they are forecast)."""

    year: int
    days: tuple[DayInfo, ...]
    notice: str
    provisional: bool
    edition: int

    @property
    def working_days(self) -> int:
        """How many days are worked."""
        return sum(1 for day in self.days if day.is_working)


@dataclass(frozen=True)
class _Plan:
    """A change worked out inside one transaction."""

    preview: CalendarPreview
    decisions: OfficeDecisions
    calendar: WorkingCalendar
    weighed: Weighed


class CalendarOffice:
    """Reading the working calendar and deciding changes of it."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    # -- reading

    def calendar(self) -> WorkingCalendar:
        """The working calendar in its newest edition."""
        with self._desk.database.read() as connection:
            return self._desk.calendar(connection)

    def decisions(self) -> OfficeDecisions:
        """What the office has decided so far."""
        with self._desk.database.read() as connection:
            return calendars.read(connection)

    def week(self, day: date) -> WeekPattern:
        """The week that holds on a day."""
        return calendar_source.week_on(self.decisions(), day)

    def editions(self) -> tuple[Edition, ...]:
        """Who decided what when, newest first."""
        with self._desk.database.read() as connection:
            return calendars.every(connection)

    def year(self, year: int) -> YearSheet:
        """A year at a glance. Raises BeforeCalendar and CalendarEnds outside the years that are known."""
        with self._desk.database.read() as connection:
            calendar = self._desk.calendar(connection)
            return self._sheet(connection, calendar, year)

    def _sheet(self, connection: Connection, calendar: WorkingCalendar, year: int) -> YearSheet:
        notices = calendar_source.notices(calendars.read(connection))
        return year_sheet(calendar, year, notices, calendars.newest(connection))

    def read_change(self, value: Any) -> CalendarChange:
        """A change from a parsed file (docs/calendar-file.md). Refuses what it cannot be."""
        return change_from(value, calendar_source.forecast())

    # -- deciding

    def preview(self, change: CalendarChange) -> CalendarPreview:
        """What the change would do to days and promises; nothing is written.

        Refuses what `decided` refuses and a calendar that contradicts itself or never works.
        """
        with self._desk.database.read() as connection:
            return self._plan(connection, change).preview

    def outlook(self, change: CalendarChange, year: int) -> YearSheet:
        """A year as the change would make it, for showing it. Refuses as `preview` does."""
        with self._desk.database.read() as connection:
            return self._sheet(connection, self._next(connection, change)[1], year)

    def calendar_with(self, change: CalendarChange) -> WorkingCalendar:
        """The working calendar as the change would make it, to try a date on. Refuses as `preview` does."""
        with self._desk.database.read() as connection:
            return self._next(connection, change)[1]

    def apply(
        self,
        change: CalendarChange,
        decisions: Mapping[str, Decision] | None = None,
        *,
        default: Decision | None = None,
        weighed: int | None = None,
    ) -> AppliedChange:
        """Write the change as a new edition, with what becomes of each dossier whose date would differ.

        `decisions` by dossier code, `default` for the others; raises UndecidedDossiers where neither says. A
        date that has gone by is kept by default, and PromiseInThePast refuses to move to it.
        `weighed` is the `base` of the preview the officer saw: CalendarMovedOn when it is not the newest any
        more. A moved dossier gets a new promise and needs a new slip; a kept one only a note. All or nothing.
        """
        self._desk.require(KEEPERS, "calendar")
        said = decisions or {}
        with self._desk.database.write() as connection:
            plan = self._plan(connection, change)
            if weighed is not None and weighed != plan.preview.base:
                raise CalendarMovedOn(weighed, plan.preview.base)
            fates = _fates(plan.preview, said, default)
            number = self._write_edition(connection, change, plan)
            for one, fate in fates:
                act = self._move if fate is Decision.MOVE else self._keep
                act(connection, one, plan, _reason(change))
            for key in plan.weighed.firm:
                self._make_firm(connection, key, plan, _reason(change))
        return AppliedChange(
            number,
            tuple(one.code for one, fate in fates if fate is Decision.MOVE),
            tuple(one.code for one, fate in fates if fate is Decision.KEEP),
            len(plan.weighed.firm),
        )

    def _next(
        self, connection: Connection, change: CalendarChange
    ) -> tuple[OfficeDecisions, WorkingCalendar]:
        now = calendars.read(connection)
        editions: dict[int, OfficeDecisions] = {}
        if change.undo is not None:
            for number in (change.undo - 1, change.undo) if change.undo > 0 else ():
                found = calendars.edition(connection, number)
                if found is not None:
                    editions[number] = found
        year = calendar_source.covered_until(now).year
        new = decided(change, now, editions, calendar_source.official().pending, year)
        calendar = calendar_source.assemble(calendars.newest(connection) + 1, new)
        calendar.next_working_day(self._desk.now().date())
        return new, calendar

    def _plan(self, connection: Connection, change: CalendarChange) -> _Plan:
        new, calendar = self._next(connection, change)
        old = self._desk.calendar(connection)
        lead = dates.lead_from(settings.get(connection, "appointment_lead", ""))
        now, policy = self._desk.now(), self._desk.policy(connection)
        weighed = Weighing(connection, old, calendar, policy, lead, now).weigh()
        today = now.date()
        preview = CalendarPreview(
            base=calendars.newest(connection),
            days=changed_days(old, calendar, today - _SPAN, today + _SPAN),
            moved=tuple(one for one in weighed.moved if not (one.was_provisional or one.provisional)),
            provisional=tuple(one for one in weighed.moved if one.was_provisional or one.provisional),
            firm=len(weighed.firm),
            checked=weighed.checked,
        )
        return _Plan(preview, new, calendar, weighed)

    def _write_edition(self, connection: Connection, change: CalendarChange, plan: _Plan) -> int:
        note = _reason(change)
        desk = self._desk
        number = calendars.add(connection, desk.now(), desk.officer.name, note, plan.decisions)
        days = ", ".join(f"{day.date:%Y-%m-%d}" for day in plan.preview.days[:60])
        undone = "" if change.undo is None else change.undo
        desk.note(connection, "calendar", edition=number, note=note, days=days, undo=undone)
        return number

    def _move(self, connection: Connection, one: MovedDate, plan: _Plan, note: str) -> None:
        dossier = dossiers.get(connection, one.id)
        if dossier is None:  # pragma: no cover - read in this transaction
            raise LookupError(one.code)
        desk = self._desk
        columns = moves.promise(
            desk,
            connection,
            dossier,
            PromiseReason.CALENDAR,
            one.new_due,
            one.new_appointment,
            provisional=one.provisional,
            edition=plan.calendar.edition,
            note=note,
        )
        if one.id in plan.weighed.limits:
            columns["limit_at"] = text(plan.weighed.limits[one.id])
        facts = {
            "old": sure_text(one.appointment_at),
            "new": sure_text(one.new_appointment),
            "edition": plan.calendar.edition,
        }
        moves.write(desk, connection, dossier, Move.MOVE_DUE, note, facts, **columns)

    def _keep(self, connection: Connection, one: MovedDate, plan: _Plan, note: str) -> None:
        self._desk.note(
            connection,
            "calendar_keep",
            one.id,
            promised=sure_text(one.appointment_at),
            computed=sure_text(one.new_appointment),
            edition=plan.calendar.edition,
            note=note,
        )

    def _make_firm(self, connection: Connection, key: int, plan: _Plan, note: str) -> None:
        """The same dates, no longer tạm tính: a new promise says so, nothing on the slip is wrong."""
        dossier = dossiers.get(connection, key)
        if dossier is None:  # pragma: no cover - read in this transaction
            raise LookupError(key)
        standing = dossier.promise
        columns = moves.promise(
            self._desk,
            connection,
            dossier,
            PromiseReason.CALENDAR,
            standing.due_at,
            standing.appointment_at,
            provisional=False,
            edition=plan.calendar.edition,
            note=note,
        )
        if dossier.apologies:  # the legal limit is not the date the letter gave
            del columns["limit_at"]
        facts = {"firm": "yes", "edition": plan.calendar.edition}
        moves.write(self._desk, connection, dossier, Move.MOVE_DUE, note, facts, **columns)


def _fates(
    preview: CalendarPreview, said: Mapping[str, Decision], default: Decision | None
) -> list[tuple[MovedDate, Decision]]:
    """What becomes of each dossier. Raises UndecidedDossiers and PromiseInThePast."""
    fates = [
        (one, said.get(one.code, Decision.KEEP if one.is_past else default)) for one in preview.differing
    ]
    open_ones = tuple(one.code for one, fate in fates if fate is None)
    if open_ones:
        raise UndecidedDossiers(open_ones)
    gone = tuple(one.code for one, fate in fates if one.is_past and fate is Decision.MOVE)
    if gone:
        raise PromiseInThePast(gone)
    return [(one, fate) for one, fate in fates if fate is not None]


def _reason(change: CalendarChange) -> str:
    """The reason of a change, else what its days or its notice are called."""
    named = [change.note, *(day.name for day in change.add), change.notice.notice if change.notice else ""]
    return next((words for words in named if words), "")


def year_sheet(
    calendar: WorkingCalendar, year: int, notices: Mapping[int, str], edition: int = 0
) -> YearSheet:
    """A year of any calendar at a glance."""
    first, last = date(year, 1, 1), date(year, 12, 31)
    days = tuple(
        calendar.day_info(first + timedelta(days=offset)) for offset in range((last - first).days + 1)
    )
    provisional = last > calendar.covered_until
    return YearSheet(year, days, "" if provisional else notices.get(year, ""), provisional, edition)
