"""What the register costs against raw sqlite3 doing the same, in one run.

    python benchmarks/register.py SMALL LARGE   two folders of `motcua demo --bulk`: 10,000 and 1,000,000

Saving: every INSERT and UPDATE of 300 receipts is recorded and written again by the bare driver into a copy
of the register, a transaction each. Reading: every SELECT of a page is recorded and run by the bare driver.
"""

import shutil
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import sqlcipher3.dbapi2 as driver
from sqlalchemy import event

from motcua_desktop.counter.counter import Counter, open_counter
from motcua_desktop.counter.demonstration import LY_SON
from motcua_desktop.domain.applicant import Applicant
from motcua_desktop.domain.dossier import Draft, Officer
from motcua_desktop.domain.lifecycle import Role
from motcua_desktop.domain.numbering import CodePattern
from motcua_desktop.domain.query import Query
from motcua_desktop.domain.query import Sort as By
from motcua_desktop.persistence import dialect

OFFICER = Officer("Bùi Thị Hạnh", Role.ADMIN)
SAVES, READS = 300, 40
#: What an officer types, letter by letter.
TYPED = [
    name[:end] for name in ("nguyen van hai", "Đặng Thị Ỷ", "le thi my") for end in range(2, len(name) + 1)
]
TYPED += ["0002", "261119-0", "051190", "0905", "khai sinh", "ks", "2.000815"]
Statement = tuple[str, Any]


def raw(path: Path) -> Any:
    """The bare driver on a register, set as the program sets it."""
    connection = driver.connect(str(path), isolation_level=None, cached_statements=512)
    for pragma in (*dialect._PRAGMAS, "PRAGMA journal_mode=WAL"):
        connection.execute(pragma)
    return connection


def recorded(counter: Counter, verbs: tuple[str, ...], act: Callable[[], object]) -> list[Statement]:
    """The statements an act sends to the driver."""
    found: list[Statement] = []

    def note(_c: Any, _cursor: Any, statement: str, values: Any, _context: Any, _many: bool) -> None:
        if statement.lstrip().upper().startswith(verbs):
            found.append((statement, values))

    engine = counter._desk.database.engine
    event.listen(engine, "before_cursor_execute", note)
    try:
        act()
    finally:
        event.remove(engine, "before_cursor_execute", note)
    return found


def saving(folder: Path) -> tuple[float, float]:
    """Milliseconds (median) of a receipt by the program and of the same rows by the bare driver."""
    now = [datetime(2026, 3, 2, 8, 0)]
    counter = open_counter(folder, now=lambda: now[0], officer=OFFICER)
    counter.office.set_up(LY_SON, CodePattern(LY_SON.agency_id))
    for number in range(20):
        counter.intake.receive(_draft(f"w{number}", number), slip=False)
    counter.close()
    copy, other = folder.parent / "copy.db", folder.parent / "other"
    shutil.copyfile(folder / "motcua.db", copy)
    shutil.copytree(folder, other)
    counter = open_counter(folder, now=lambda: now[0], officer=OFFICER)
    timed = open_counter(other, now=lambda: now[0], officer=OFFICER)
    bare = raw(copy)
    ours, theirs = [], []
    for number in range(SAVES):
        now[0] += timedelta(seconds=30)
        # Timed in one register, recorded in another: the recorder must not be paid for by the program.
        draft = _draft(f"s{number}", number)
        start = time.perf_counter()
        timed.intake.receive(draft, slip=False)
        ours.append(time.perf_counter() - start)
        statements = recorded(
            counter, ("INSERT", "UPDATE"), lambda d=draft: counter.intake.receive(d, slip=False)
        )
        start = time.perf_counter()
        bare.execute("BEGIN IMMEDIATE")
        for statement, values in statements:
            bare.execute(statement, values).fetchall()
        bare.execute("COMMIT")
        theirs.append(time.perf_counter() - start)
    counter.close()
    timed.close()
    bare.close()
    return statistics.median(ours) * 1000, statistics.median(theirs) * 1000


def _draft(uid: str, number: int) -> Draft:
    who = Applicant(f"Nguyễn Văn Hà {number % 50}", id_number=f"05119000{number:04d}", birth="1990")
    return Draft(uid, "1.004873", who)


def reading(folder: Path, queries: list[Query]) -> tuple[list[float], list[float]]:
    """Milliseconds of the first page of each query by the program, and of the same SQL by the bare driver."""
    counter = open_counter(folder, officer=OFFICER)
    bare = raw(folder / "motcua.db")
    ours, theirs = [], []
    for query in queries:
        statements = recorded(counter, ("SELECT",), lambda q=query: counter.register.page(q))
        ours.append(_best(lambda q=query: counter.register.page(q)))
        theirs.append(_best(lambda s=statements: [bare.execute(sql, values).fetchall() for sql, values in s]))
    counter.close()
    bare.close()
    return ours, theirs


def _best(act: Callable[[], object], turns: int = 5) -> float:
    """The median of a few turns, in milliseconds."""
    times = []
    for _ in range(turns):
        start = time.perf_counter()
        act()
        times.append(time.perf_counter() - start)
    return statistics.median(times) * 1000


def _p95(times: list[float]) -> float:
    return sorted(times)[int(len(times) * 0.95) - 1]


def lists(folder: Path) -> None:
    """Near due, overdue, chips and the first page's numbers."""
    counter = open_counter(folder, officer=OFFICER)
    for name in ("near_due", "overdue", "chips", "today", "tasks"):
        print(f"  {name}: {_best(getattr(counter.register, name)):.2f} ms")
    counter.close()


def main(small: Path, large: Path) -> None:
    """Print every figure."""
    with tempfile.TemporaryDirectory() as place:
        ours, theirs = saving(Path(place) / "office")
    print(f"save: {ours:.2f} ms, raw {theirs:.2f} ms, ratio {ours / theirs:.2f}")
    first = [Query(), *(Query(sort=sort, descending=False) for sort in By)]
    typed = [Query(words) for words in TYPED]
    medians: dict[str, list[float]] = {}
    for folder in (small, large):
        size = (folder / "motcua.db").stat().st_size / 1e6
        print(f"{folder.name}: {size:,.0f} MB")
        for name, queries in (("first page", first), ("typed", typed)):
            mine, bare = reading(folder, queries)
            middle, bare_middle = statistics.median(mine), statistics.median(bare)
            medians.setdefault(name, []).append(middle)
            print(
                f"  {name}: median {middle:.2f} ms, p95 {_p95(mine):.2f} ms, raw {bare_middle:.2f} ms, "
                f"ratio {sum(mine) / sum(bare):.2f}"
            )
        lists(folder)
    for name, (before, after) in medians.items():
        print(f"growth of {name}: {after / before:.2f}")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
