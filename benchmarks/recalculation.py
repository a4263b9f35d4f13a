"""100,000 open dossiers weighed against a closure, in one pass over the register.

Prints the seconds of a preview and of writing it with every promise kept, and the ratio to reading the same
rows alone: `python benchmarks/recalculation.py [dossiers]`.
"""

from __future__ import annotations

import random
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

from sqlalchemy import insert

from motcua_desktop.counter.counter import Counter, open_counter
from motcua_desktop.domain.applicant import Applicant
from motcua_desktop.domain.calendar_change import CalendarChange
from motcua_desktop.domain.days_off import DayKind, OfficeDay
from motcua_desktop.domain.deadline import Term, due
from motcua_desktop.domain.dossier import Draft
from motcua_desktop.persistence import calendars
from motcua_desktop.persistence.schema import dossiers

NOW = datetime(2026, 11, 23, 9, 30)
TERMS = (1, 2, 3, 5, 10, 15, 25)


def fill(counter: Counter, number: int) -> None:
    """`number` dossiers received over the last weeks, written as rows: receiving each would take minutes."""
    desk = counter._desk
    draft = Draft("first", "1.001612", Applicant("Nguyễn Văn Thử"), received_at=NOW)
    first = counter.intake.receive(draft, slip=False).dossier
    calendar, chance = counter.calendar_office.calendar(), random.Random(1)
    with desk.database.write() as connection:
        row = dict(connection.execute(dossiers.select().where(dossiers.c.id == first.id)).one()._mapping)
        del row["id"]
        rows = []
        for serial in range(1, number):
            start = NOW - timedelta(minutes=chance.randrange(60 * 24 * 30))
            term = Term.of(chance.choice(TERMS), "working_day")
            at = due(calendar, start, term).at.isoformat(timespec="seconds")
            own = {
                "uid": f"b{serial}",
                "code": f"H48.25.12-261123-{serial:06d}",
                "term_value": str(term.value),
            }
            stamp = start.isoformat(timespec="seconds")
            times = dict.fromkeys(("received_at", "clock_start"), stamp)
            times |= dict.fromkeys(("due_at", "limit_at", "appointment_at"), at)
            rows.append({**row, **own, **times})
        connection.execute(insert(dossiers), rows)


def timed(work: Callable[[], Any]) -> tuple[float, Any]:
    """Seconds and answer of one run."""
    start = time.perf_counter()
    answer = work()
    return time.perf_counter() - start, answer


def read_alone(counter: Counter) -> int:
    """The bare cost of the rows themselves."""
    with counter._desk.database.read() as connection:
        return sum(1 for _row in calendars.running(connection))


def main(number: int) -> None:
    """Measure on a register of its own."""
    storm = CalendarChange("Bão", (OfficeDay(date(2026, 11, 27), DayKind.CLOSURE, "Bão"),))
    nothing_hit = replace(storm, add=(OfficeDay(date(2027, 12, 1), DayKind.CLOSURE, "Xa"),))
    with tempfile.TemporaryDirectory() as folder:
        counter = open_counter(Path(folder), now=lambda: NOW)
        fill(counter, number)
        read_alone(counter)
        bare, _rows = timed(lambda: read_alone(counter))
        quiet, _none = timed(lambda: counter.calendar_office.preview(nothing_hit))
        seconds, preview = timed(lambda: counter.calendar_office.preview(storm))
        counter.close()
    print(f"{preview.checked} open dossiers, {len(preview.differing)} would move")
    print(f"preview of a closure: {seconds:.2f} s (goal 2 s), {seconds / bare:.1f} × reading the rows")
    print(f"preview of a change that moves none: {quiet:.2f} s, {quiet / bare:.1f} × reading the rows")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 100_000)
