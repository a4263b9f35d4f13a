"""How fast a due date is, against a bare bisect on a table and against the packages people would reach for.

Run: python benchmarks/due_dates.py. Each line is the time of one date and its ratio to ours; packages not
installed are named and skipped. All count 3 working days or 20 working hours from the same receipts.
"""

from __future__ import annotations

import importlib
import random
import sys
import timeit
from bisect import bisect_left, bisect_right
from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT / "src"), str(ROOT)]

from tests.domain.calendars import calendar  # noqa: E402

from motcua_desktop.domain.calendar import WorkingCalendar  # noqa: E402
from motcua_desktop.domain.deadline import Policy, Term, due, explain  # noqa: E402

CALENDAR = calendar()
TABLE = CALENDAR.table
DAYS = Term.of(3, "working_day")
HOURS = Term.of(20, "working_hour")


def receipts(number: int) -> list[datetime]:
    """Receipts over 2024–2026, at any minute of the day."""
    lots = random.Random(7)
    start = datetime(2024, 1, 1)
    return [start + timedelta(minutes=lots.randrange(2 * 365 * 1440)) for _ in range(number)]


def seconds_each(call: Callable[[datetime], object], instants: list[datetime]) -> float:
    """The time of one call, over all instants once."""
    start = timeit.default_timer()
    for instant in instants:
        call(instant)
    return (timeit.default_timer() - start) / len(instants)


def bare_days() -> Callable[[datetime], datetime]:
    """The least anybody could do: bisect on the ordinals of working days, same time of day."""
    ordinals = [TABLE.first + day for day in TABLE.working]

    def count(received: datetime) -> datetime:
        day = ordinals[bisect_right(ordinals, received.toordinal()) + 2]
        return datetime.combine(date.fromordinal(day), received.time())

    return count


def bare_hours() -> Callable[[datetime], datetime]:
    """Bisect on the cumulated minutes of all sessions since a first day."""
    epoch = datetime.fromordinal(TABLE.first)
    starts, done = [], [0]
    for day in TABLE.working:
        for start, end in TABLE.hours[day].sessions:
            starts.append(day * 1440 + start)
            done.append(done[-1] + end - start)

    def count(received: datetime) -> datetime:
        minute = (received.toordinal() - TABLE.first) * 1440 + received.hour * 60 + received.minute
        k = bisect_right(starts, minute) - 1
        target = min(done[k] + minute - starts[k], done[k + 1]) + 1200
        k = bisect_left(done, target) - 1
        return epoch + timedelta(minutes=starts[k] + target - done[k])

    return count


def numpy_days() -> Callable[[datetime], object]:
    """numpy.busday_offset, one date at a time."""
    numpy = importlib.import_module("numpy")
    feasts = numpy.busdaycalendar(holidays=[str(day) for day in days_off()])

    def count(received: datetime) -> object:
        return numpy.busday_offset(received.date(), 3, roll="forward", busdaycal=feasts)

    return count


def pandas_hours() -> Callable[[datetime], object]:
    """pandas CustomBusinessHour with the same sessions."""
    pandas = importlib.import_module("pandas")
    step = pandas.offsets.CustomBusinessHour(
        n=20, start=["07:00", "13:30"], end=["11:30", "17:00"], holidays=[str(day) for day in days_off()]
    )

    def count(received: datetime) -> object:
        return pandas.Timestamp(received) + step

    return count


def businesstimedelta_hours() -> Callable[[datetime], object]:
    """businesstimedelta with the same sessions."""
    package = importlib.import_module("businesstimedelta")
    week = [0, 1, 2, 3, 4]
    feasts = package.HolidayRule(dict.fromkeys(days_off(), "x"))
    sessions = [(time(7), time(11, 30)), (time(13, 30), time(17))]
    rules = [package.WorkDayRule(start_time=a, end_time=b, working_days=week) for a, b in sessions]
    length = package.BusinessTimeDelta(package.Rules([*rules, feasts]), hours=20)

    def count(received: datetime) -> object:
        return received + length

    return count


def days_off() -> list[date]:
    """Monday to Friday days off of the calendar's table."""
    days = range(len(TABLE.hours))
    dates = [date.fromordinal(TABLE.first + day) for day in days if not TABLE.hours[day].total]
    return [day for day in dates if day.weekday() < 5]


def against(name: str, ours: Callable[[datetime], object], make: Callable[[], Callable], number: int) -> None:
    """Print one line for a peer: the best of seven runs each in turn, so that a busy machine hits both."""
    try:
        theirs = make()
    except ImportError:
        print(f"  {name:<36} not installed")
        return
    instants = receipts(number)
    runs = [(seconds_each(ours, instants), seconds_each(theirs, instants)) for _ in range(7)]
    mine, peer = (min(column) for column in zip(*runs, strict=True))
    print(f"  {name:<36} {peer * 1e9:10,.0f} ns, ours {mine * 1e9:6,.0f} ns: {peer / mine:7.2f} x ours")


def recalculation(built: WorkingCalendar) -> float:
    """Seconds to recalculate 100,000 open dossiers of several terms and policies."""
    terms = [DAYS, HOURS, Term.of(10, "working_day"), Term.of(0, "working_day"), Term.of(30, "calendar_day")]
    policies = list(Policy)
    open_dossiers = [(at, terms[i % 5], policies[i % 4]) for i, at in enumerate(receipts(100_000))]
    start = timeit.default_timer()
    for received, term, policy in open_dossiers:
        due(built, received, term, policy=policy)
    return timeit.default_timer() - start


def count_days(received: datetime) -> object:
    """Ours, 3 working days."""
    return due(CALENDAR, received, DAYS)


def count_hours(received: datetime) -> object:
    """Ours, 20 working hours."""
    return due(CALENDAR, received, HOURS)


def main() -> None:
    """Print every figure."""
    print("3 working days")
    against("bare bisect (goal: at least 0.5 x)", count_days, bare_days, 20_000)
    against("numpy.busday_offset (goal: 5 x)", count_days, numpy_days, 5_000)
    print("20 working hours")
    against("bare bisect (goal: at least 0.5 x)", count_hours, bare_hours, 20_000)
    against("pandas CustomBusinessHour (60 x)", count_hours, pandas_hours, 300)
    against("businesstimedelta (250 x)", count_hours, businesstimedelta_hours, 200)
    print(f"100,000 open dossiers recalculated: {recalculation(CALENDAR):.2f} s (goal: <= 2 s)")
    why = min(seconds_each(lambda at: explain(CALENDAR, at, DAYS), receipts(1000)) for _ in range(5))
    print(f"with its whole trace: {why * 1e6:,.0f} µs a date")


if __name__ == "__main__":
    main()
