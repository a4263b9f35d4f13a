"""The clocks the law sets around a dossier, beside its term: until when, whether kept, by which article."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta

from motcua_desktop.counter.desk import Desk
from motcua_desktop.domain.calendar import WorkingCalendar
from motcua_desktop.domain.dossier import Channel, Dossier, DossierLine
from motcua_desktop.domain.errors import BadValue
from motcua_desktop.domain.lifecycle import Move, Status
from motcua_desktop.domain.statutory import (
    Clock,
    StatutoryRule,
    apology_limit,
    forwarding_limit,
    limit,
    rule_on,
)
from motcua_desktop.domain.terms import Unit
from motcua_desktop.persistence import settings
from motcua_desktop.persistence.engine import Connection

#: The units an office may choose from where the law only says "ngày" or "giờ" (setting `clock_unit_…`).
OPEN_UNITS = {
    Clock.ONLINE_NOTICE: (Unit.CLOCK_HOUR, Unit.WORKING_HOUR),
    Clock.SUPPLEMENT_CLOSING: (Unit.CALENDAR_DAY, Unit.WORKING_DAY),
    Clock.APOLOGY: (Unit.CALENDAR_DAY, Unit.WORKING_DAY),
}
_ANSWERS = frozenset({Move.ACCEPT, Move.ASK_COMPLETION, Move.NOT_ACCEPT, Move.WITHDRAW})


@dataclass(frozen=True, slots=True)
class ClockState:
    """One clock of a dossier: from `since` to `until`; `done_at` None while nobody has acted.

    `optional`: a time within which something may be done (a supplement asked), which nobody has to do.
    """

    clock: Clock
    since: datetime
    until: datetime
    done_at: datetime | None
    article: str
    edition: str
    confirmed: bool
    optional: bool = False

    def is_late(self, now: datetime) -> bool:
        """Whether the act came, or has still not come at `now`, after the limit."""
        return (self.done_at or now) > self.until

    def is_running(self) -> bool:
        """Whether somebody's act is still awaited."""
        return self.done_at is None


def rule(connection: Connection, clock: Clock, day: date) -> StatutoryRule | None:
    """The rule in force on `day`, in the unit the office has chosen where the law leaves it open."""
    found = rule_on(clock, day)
    unit = settings.get(connection, f"clock_unit_{clock}", "")
    if found is None or not unit:
        return found
    allowed = OPEN_UNITS.get(clock, (found.unit,))
    if unit not in allowed:
        raise BadValue(f"clock_unit_{clock}", str(unit), allowed)
    return replace(found, unit=Unit(unit), confirmed=True)


def letter_day(connection: Connection, calendar: WorkingCalendar, promised: date) -> date:
    """The last day for a letter about what is promised on a day (Art. 19.6); that day itself without a rule.

    A dossier received on it or later was promised for so soon that no letter goes in time: it gets one when
    it is late.
    """
    apology = rule(connection, Clock.APOLOGY, promised)
    if apology is None:
        return promised
    return apology_limit(calendar, apology, datetime.combine(promised, time(0))).date()


def gets_a_letter(
    connection: Connection, calendar: WorkingCalendar, line: DossierLine, now: datetime
) -> bool:
    """Whether what was promised can need a letter: late already, or received before the last day for one."""
    due_at = line.appointment_at
    if due_at is None or now > due_at:
        return True
    return line.received_at.date() < letter_day(connection, calendar, due_at.date())


def letters_until(connection: Connection, calendar: WorkingCalendar, now: datetime) -> datetime:
    """The last instant of the last promised day whose letter must go before the next working day opens.

    Decree 118/2025 Art. 19.6: a letter goes at the latest one day before expiry, so before a holiday it
    goes for the days behind the holiday too.
    """
    apology = rule(connection, Clock.APOLOGY, now.date())
    tomorrow, last = calendar.next_working_day(now.date()), now.date()
    if apology is not None:
        end = datetime.combine(last, time(23, 59, 59))
        while apology_limit(calendar, apology, end + timedelta(days=1)).date() < tomorrow:
            end += timedelta(days=1)
        last = end.date()
    return datetime.combine(last, time(23, 59, 59))


def clocks_of(connection: Connection, calendar: WorkingCalendar, dossier: Dossier) -> tuple[ClockState, ...]:
    """Every clock that runs or has run for the dossier, the next limit first.

    Online: 2-hour notice, acceptance in 8 working hours, Quảng Ngãi's lateness after 1 working day; then
    forwarding on the same day, a supplement asked within 3 working days, closing after 15 days, the apology
    one day before the appointment.
    """
    book = _Book(connection, calendar, dossier)
    found = [*book.online(), *book.forwarding(), *book.supplements(), *book.apology()]
    return tuple(sorted(found, key=lambda state: state.until))


class _Book:
    """The clocks of one dossier, group by group."""

    def __init__(self, connection: Connection, calendar: WorkingCalendar, dossier: Dossier) -> None:
        self._connection = connection
        self._calendar = calendar
        self._dossier = dossier

    def online(self) -> Iterator[ClockState]:
        dossier = self._dossier
        if dossier.channel is not Channel.ONLINE or self._first(Move.REGISTER) is None:
            return
        done = self._first(*_ANSWERS)
        for clock in (Clock.ONLINE_NOTICE, Clock.ONLINE_ACCEPTANCE, Clock.ONLINE_LATENESS):
            yield from self._state(clock, dossier.received_at, done)

    def forwarding(self) -> Iterator[ClockState]:
        done = self._first(Move.HAND_OVER)
        if not self._was_received or (done is None and not self._dossier.is_running):
            return
        found = self._rule(Clock.FORWARDING, self._dossier.clock_start)
        if found is not None:
            since = self._dossier.clock_start
            yield _state(found, since, forwarding_limit(self._calendar, found, since), done)

    def supplements(self) -> Iterator[ClockState]:
        dossier = self._dossier
        asked = [one for one in dossier.supplements if not one.at_intake]
        if self._was_received and (asked or dossier.is_running):
            done = asked[0].asked_at if asked else None
            for state in self._state(Clock.SUPPLEMENT_REQUEST, dossier.clock_start, done):
                yield replace(state, optional=True)
        if asked and (dossier.status is Status.WAITING or asked[-1].closed_at is not None):
            last = asked[-1]
            yield from self._state(Clock.SUPPLEMENT_CLOSING, last.asked_at, last.closed_at)

    def apology(self) -> Iterator[ClockState]:
        dossier = self._dossier
        letter = dossier.apologies[0] if dossier.apologies else None
        promised = letter.old_date if letter else dossier.appointment_at
        if promised is None or not (letter or dossier.is_running):
            return
        found = self._rule(Clock.APOLOGY, dossier.received_at)
        if found is not None:
            last = apology_limit(self._calendar, found, promised)
            yield _state(found, dossier.clock_start, last, letter.made_at if letter else None)

    @property
    def _was_received(self) -> bool:
        return bool(self._dossier.promises)

    def _first(self, *moves: Move) -> datetime | None:
        return next((event.at for event in self._dossier.events if event.move in moves), None)

    def _rule(self, clock: Clock, since: datetime) -> StatutoryRule | None:
        return rule(self._connection, clock, since.date())

    def _state(self, clock: Clock, since: datetime, done: datetime | None) -> Iterator[ClockState]:
        found = self._rule(clock, since)
        if found is not None:
            yield _state(found, since, limit(self._calendar, found, since).at, done)


def _state(found: StatutoryRule, since: datetime, until: datetime, done: datetime | None) -> ClockState:
    return ClockState(found.clock, since, until, done, found.article, found.edition, found.confirmed)


class Clocks:
    """The statutory clocks, for the dossier page, the first page and the letters."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def of(self, dossier: Dossier) -> tuple[ClockState, ...]:
        """Every clock of the dossier, the next limit first."""
        with self._desk.database.read() as connection:
            return clocks_of(connection, self._desk.calendar(connection), dossier)

    def rules(self) -> tuple[StatutoryRule, ...]:
        """The rules in force today, as this office counts them."""
        today = self._desk.now().date()
        with self._desk.database.read() as connection:
            found = (rule(connection, clock, today) for clock in Clock)
            return tuple(one for one in found if one is not None)
