"""A demo day of 1,000 dossiers through the counter's own door: seconds, and ms a dossier.

python benchmarks/demo_day.py [N]
"""

from __future__ import annotations

import sys
import tempfile
import time
from datetime import date
from pathlib import Path

from motcua_desktop.counter.demonstration import play


def main() -> None:
    """Play and print."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 1000
    with tempfile.TemporaryDirectory() as temporary:
        began = time.perf_counter()
        counter = play(Path(temporary) / "demo", dossiers=count, day=date(2026, 11, 20))
        taken = time.perf_counter() - began
        summary = counter.register.summary()
        counter.close()
    print(f"{count} dossiers, {summary['events']} events, {summary['papers']} papers: {taken:.1f} s")
    print(f"{1000 * taken / count:.1f} ms a dossier with its whole life and paper")


if __name__ == "__main__":
    main()
