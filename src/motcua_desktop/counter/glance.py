"""The counter at a glance: numbers for the first page, and what must be done now."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from itertools import groupby

from motcua_desktop.counter import clocks
from motcua_desktop.counter.desk import Desk
from motcua_desktop.domain.answers import DayLoad, MonthRate, Task, TaskKind, Today
from motcua_desktop.domain.calendar import WorkingCalendar
from motcua_desktop.domain.dossier import DossierLine
from motcua_desktop.domain.query import Chip, Moment, Query, Sort
from motcua_desktop.domain.statutory import Clock, apology_limit, limit
from motcua_desktop.domain.worktime import left
from motcua_desktop.persistence import exchange_ledger, queries
from motcua_desktop.persistence.engine import Connection

#: Days the load is shown for, months of the on-time rate, working days before 15 days of waiting are over.
LOAD_DAYS, RATE_MONTHS, CLOSING_DAYS = 10, 12, 3
#: A swap that is only proposed is named this many days ahead.
PROPOSAL_DAYS = 60


def today(desk: Desk, connection: Connection, moment: Moment) -> Today:
    """Every number of the first page."""
    now, calendar = moment.now, desk.calendar(connection)
    late = _count(connection, moment, Chip.OVERDUE)
    longest = queries.page(connection, _by_due(Chip.OVERDUE), moment, None, 1)
    load = queries.due_by_day(connection, now.date(), now.date() + timedelta(days=60))
    close = _next_close(calendar, now)
    waiting = _count(connection, moment, Chip.WAITING)
    next_days = [calendar.nth_working_day(now.date(), number) for number in (1, 2, 3)]
    received = Query(received_from=now.date(), received_to=now.date(), taken_in=True)
    to_come = Query(chip=Chip.RUNNING, due_from=now, due_to=datetime.combine(now.date(), time(23, 59, 59)))
    return Today(
        now=now,
        received_today=queries.count_found(connection, received, moment),
        overdue=late,
        due_today=queries.count_found(connection, to_come, moment),
        due_in=tuple((calendar.close_of(day) or now, load.get(day, 0)) for day in next_days),
        waiting=waiting,
        result_ready=_count(connection, moment, Chip.RESULT_READY),
        letters=_letters_now(connection, moment, calendar),
        not_synchronised=exchange_ledger.waiting_count(connection),
        provisional=queries.provisional(connection),
        longest_late=_late_minutes(calendar, now, longest),
        next_close=close,
        due_before=_due_before(connection, moment, close),
        load=tuple(_load(calendar, now.date(), load)),
        on_time=tuple(_rates(desk, connection, now.date())),
    )


def _count(connection: Connection, moment: Moment, chip: Chip) -> int:
    return queries.count_found(connection, Query(chip=chip), moment)


def _by_due(chip: Chip) -> Query:
    return Query(chip=chip, sort=Sort.DUE, descending=False)


def _late_minutes(calendar: WorkingCalendar, now: datetime, lines: tuple[DossierLine, ...]) -> int:
    due_at = lines[0].appointment_at if lines else None
    return 0 if due_at is None else -left(calendar, now, due_at).minutes_left


def _next_close(calendar: WorkingCalendar, now: datetime) -> datetime | None:
    """The end of the session that runs now, or of the next one today."""
    for session in calendar.sessions(now.date()):
        end = datetime.combine(now.date(), session.end)
        if now < end:
            return end
    return None


def _due_before(connection: Connection, moment: Moment, close: datetime | None) -> int:
    if close is None:
        return 0
    query = Query(chip=Chip.RUNNING, due_from=moment.now, due_to=close)
    return queries.count_found(connection, query, moment)


def _load(calendar: WorkingCalendar, first: date, load: dict[date, int]) -> Iterator[DayLoad]:
    """Every working day, and the days off between them that have a name."""
    day, shown = first, 0
    while shown < LOAD_DAYS:
        info = calendar.day_info(day)
        working = calendar.is_working(day)
        named = not working and bool(info.name) and day.weekday() < 5
        if working or named or load.get(day):
            yield DayLoad(day, load.get(day, 0), working, info.name if not working else "")
            shown += 1
        day += timedelta(days=1)


def _rates(desk: Desk, connection: Connection, last: date) -> Iterator[MonthRate]:
    """The last twelve months; those that are over are counted once a day."""
    months = [divmod(last.year * 12 + last.month - 1 - back, 12) for back in range(RATE_MONTHS - 1, -1, -1)]
    start, this = date(months[0][0], months[0][1] + 1, 1), date(last.year, last.month, 1)
    if desk.kept_rates is None or desk.kept_rates[0] != last:
        desk.kept_rates = (last, queries.on_time_by_month(connection, start, this))
    found = desk.kept_rates[1] | queries.on_time_by_month(connection, this)
    for year, month in months:
        finished, in_time = found.get(f"{year:04d}-{month + 1:02d}", (0, 0))
        yield MonthRate(year, month + 1, finished, in_time)


def _letters_now(connection: Connection, moment: Moment, calendar: WorkingCalendar) -> int:
    """How many letters the law wants now: for what is late, and those whose last day to go is today."""
    late = Query(chip=Chip.NEEDS_LETTER, due_to=moment.now - timedelta(seconds=1))
    return queries.count_found(connection, late, moment) + len(_letters(connection, moment, calendar))


def _letters(
    connection: Connection, moment: Moment, calendar: WorkingCalendar
) -> list[tuple[datetime, DossierLine]]:
    """Dossiers not late yet whose letter must go today: its limit ends before the next working day."""
    tomorrow = calendar.next_working_day(moment.now.date())
    query = Query(chip=Chip.NEEDS_LETTER, due_from=moment.now, sort=Sort.DUE, descending=False)
    rule = clocks.rule(connection, Clock.APOLOGY, moment.now.date())
    found = []
    for line in queries.page(connection, query, moment, None, 500):
        if rule is None or line.appointment_at is None:
            continue
        last = apology_limit(calendar, rule, line.appointment_at)
        if moment.now <= last and last.date() < tomorrow:
            found.append((last, line))
    return found


def tasks(desk: Desk, connection: Connection, moment: Moment, most: int) -> tuple[Task, ...]:
    """What must be done now, by the working time left for it."""
    calendar = desk.calendar(connection)
    found = [
        *_dossiers(connection, moment, calendar, most),
        *_letter_tasks(connection, moment, calendar),
        *_waiting(connection, moment, calendar, most),
        *_calendar(calendar, moment),
    ]
    found.sort(key=lambda task: task.minutes)
    return tuple(found[:most])


def _task(
    calendar: WorkingCalendar, now: datetime, kind: TaskKind, until: datetime, line: DossierLine
) -> Task:
    return Task(kind, until, left(calendar, now, until).minutes_left, line=line)


def _dossiers(connection: Connection, moment: Moment, calendar: WorkingCalendar, most: int) -> Iterator[Task]:
    """Late dossiers, and those that fall due today."""
    for line in queries.page(connection, _by_due(Chip.OVERDUE), moment, None, most):
        if line.appointment_at is not None:
            yield _task(calendar, moment.now, TaskKind.OVERDUE, line.appointment_at, line)
    for line in queries.page(connection, _by_due(Chip.NEAR_DUE), moment, None, most):
        if line.appointment_at is not None and line.appointment_at.date() == moment.now.date():
            yield _task(calendar, moment.now, TaskKind.DUE, line.appointment_at, line)


def _letter_tasks(connection: Connection, moment: Moment, calendar: WorkingCalendar) -> Iterator[Task]:
    """Letters that must go today, one task for each day of promises."""
    letters = _letters(connection, moment, calendar)

    def promised(letter: tuple[datetime, DossierLine]) -> date:
        return (letter[1].appointment_at or moment.now).date()

    for day, together in groupby(letters, key=promised):
        group = list(together)
        last = min(until for until, _line in group)
        minutes = left(calendar, moment.now, last).minutes_left
        yield Task(TaskKind.LETTERS, last, minutes, len(group), facts=(day.isoformat(),))


def _waiting(connection: Connection, moment: Moment, calendar: WorkingCalendar, most: int) -> Iterator[Task]:
    """Online dossiers to be answered within 8 working hours; supplements whose 15 days are nearly over."""
    answer = clocks.rule(connection, Clock.ONLINE_ACCEPTANCE, moment.now.date())
    online = queries.page(connection, Query(chip=Chip.ONLINE, descending=False), moment, None, most)
    if online and answer is not None:
        until = limit(calendar, answer, online[0].received_at).at
        minutes = left(calendar, moment.now, until).minutes_left
        yield Task(TaskKind.ONLINE, until, minutes, _count(connection, moment, Chip.ONLINE), online[0])
    closing = clocks.rule(connection, Clock.SUPPLEMENT_CLOSING, moment.now.date())
    soon = calendar.nth_working_day(moment.now.date(), CLOSING_DAYS)
    for line in queries.waiting_longest(connection, most):
        if closing is None or line.waiting_since is None:
            continue
        until = limit(calendar, closing, line.waiting_since).at
        if until.date() <= soon:
            yield _task(calendar, moment.now, TaskKind.CLOSE_SUPPLEMENT, until, line)


def _calendar(calendar: WorkingCalendar, moment: Moment) -> Iterator[Task]:
    """Swaps that are only proposed and near."""
    first = moment.now.date()
    for day in calendar.pending:
        if first <= day.date <= first + timedelta(days=PROPOSAL_DAYS):
            until = calendar.close_of(day.date) or datetime.combine(day.date, time(17))
            minutes = left(calendar, moment.now, until).minutes_left
            yield Task(TaskKind.CALENDAR, until, minutes, facts=(day.date.isoformat(), day.name))
