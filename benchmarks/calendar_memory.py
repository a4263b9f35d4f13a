"""What a working calendar costs to build and to keep: of the notices, and grown to the end of the forecast.

Run: python benchmarks/calendar_memory.py
"""

from __future__ import annotations

import sys
import timeit
import tracemalloc
from datetime import date
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT / "src"), str(ROOT)]

from tests.domain.calendars import calendar, official  # noqa: E402


def size(kept: int, days: int) -> str:
    """What is kept, in all and for each day."""
    return f"{kept / 1024:,.0f} KiB for {days:,} days ({kept / days:.0f} bytes a day)"


def main() -> None:
    """Print the size and time of the table, and of the table grown to 2100."""
    official()
    build = min(timeit.repeat(calendar, number=1, repeat=5))
    tracemalloc.start()
    built = calendar()
    kept = tracemalloc.get_traced_memory()[0]
    days = len(built.table.hours)
    print(f"built: {build * 1e3:.1f} ms, {size(kept, days)}")
    start = timeit.default_timer()
    built.is_working(date(2100, 12, 31))
    grown = timeit.default_timer() - start
    kept, peak = tracemalloc.get_traced_memory()
    days = len(built.table.hours)
    print(f"grown to 2100: {grown * 1e3:.0f} ms traced, {size(kept, days)}, peak {peak / 1024:,.0f} KiB")


if __name__ == "__main__":
    main()
