"""Export and import of a large register against json + zip of the same records.

    python -m benchmarks.sync --dossiers 100000

Prints ratios to the plain work (goal of the export: at most 2), memory above the base in MB (goal: 50), and
bytes per dossier.
"""

from __future__ import annotations

import argparse
import copy
import json
import multiprocessing
import shutil
import tempfile
import time
import zipfile
from datetime import date, datetime
from pathlib import Path
from typing import Any

from motcua_desktop.counter import demonstration
from motcua_desktop.counter.counter import Counter, open_counter
from motcua_desktop.domain.carried import Carried
from motcua_desktop.persistence import exchange_merge, exchange_rows
from motcua_desktop.persistence.engine import Database
from motcua_desktop.sync.package import PARTS

_DAY = date(2026, 11, 20)


def _clock() -> datetime:
    return datetime(2026, 11, 20, 17, 0)


def _memory() -> float:
    """The most this process has held so far, in MB (Linux; elsewhere 0)."""
    status = Path("/proc/self/status")
    if not status.exists():
        return 0.0
    line = next(line for line in status.read_text().splitlines() if line.startswith("VmHWM"))
    return int(line.split()[1]) / 1024


def _clone(model: Carried, number: int) -> Carried:
    """The dossier of another citizen with another code and its own events."""
    made = copy.deepcopy(model)
    made.uid = f"bench-{number:08d}"
    day = f"26{number // 5000 % 12 + 1:02d}{number // 250 % 28 + 1:02d}"
    made.row["code"] = f"H48.25.13-{day}-{number % 1_000_000:06d}"
    made.row["name"] = f"{model.row['name']} {number % 997}"
    made.row["id_number"] = f"051{number:09d}"
    for event in made.events:
        event["uid"] = f"{event['uid'][:14]}-{number:08d}-{event['uid'][15:23]}"
    made.apologies = []
    return made


def make_register(folder: Path, count: int) -> None:
    """A register of `count` dossiers, cloned from a played day."""
    counter = demonstration.play(folder, dossiers=200, day=_DAY, papers=False)
    counter.close()
    database = Database(folder / "motcua.db")
    with database.read() as connection:
        models = [
            carried
            for _key, carried in exchange_rows.carried(
                connection, exchange_rows.keys_of(connection, exchange_rows.changed_after(0))
            )
        ]
    for start in range(0, count - len(models), 5_000):
        numbers = range(start, min(start + 5_000, count - len(models)))
        with database.write() as connection:
            for first in range(numbers.start, numbers.stop, 500):
                batch = [
                    _clone(models[n % len(models)], n) for n in numbers[first - start : first - start + 500]
                ]
                exchange_merge.add_new(connection, batch, "BENCH")
    database.close()


def _plain(package: Path, out: Path) -> float:
    """json + zip of the same records: what the export must be measured by."""
    with zipfile.ZipFile(package) as file:
        records: dict[str, list[Any]] = {
            name: [json.loads(line) for line in file.read(name).splitlines()] for name in PARTS
        }
    started = time.perf_counter()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as file:
        for name, lines in records.items():
            text = "\n".join(json.dumps(line, ensure_ascii=False, separators=(",", ":")) for line in lines)
            file.writestr(name, text)
    return time.perf_counter() - started


def _export(folder: Path, out: Path, answer: Any) -> None:
    counter = open_counter(folder, now=_clock)
    counter.exchange.outbox()
    base, started = _memory(), time.perf_counter()
    made = counter.exchange.export(out)
    answer.put((time.perf_counter() - started, _memory() - base, made.dossiers, made.bytes))
    counter.close()


def _import(folder: Path, package: Path, card: Path, answer: Any) -> None:
    counter = _other(folder)
    counter.exchange.keys.trust(card, "A")
    base, started = _memory(), time.perf_counter()
    done = counter.exchange.read_in(package)
    answer.put((time.perf_counter() - started, _memory() - base, done.added))
    counter.close()


def _other(folder: Path) -> Counter:
    from motcua_desktop.domain.numbering import CodePattern

    counter = open_counter(folder, now=_clock)
    counter.office.set_up(demonstration.LY_SON, CodePattern(demonstration.LY_SON.agency_id))
    return counter


def _apart(work: Any, *arguments: Any) -> Any:
    """Run in a process of its own, so that its memory is its own."""
    context = multiprocessing.get_context("spawn")
    answer = context.Queue()
    process = context.Process(target=work, args=(*arguments, answer))
    process.start()
    found = answer.get()
    process.join()
    return found


def main() -> None:
    """Measure and print."""
    options = argparse.ArgumentParser()
    options.add_argument("--dossiers", type=int, default=10_000)
    count = options.parse_args().dossiers
    folder = Path(tempfile.mkdtemp())
    make_register(folder / "a", count)
    package, card = folder / "p.zip", folder / "card.json"
    seconds, memory, dossiers, size = _apart(_export, folder / "a", package)
    counter = open_counter(folder / "a", now=_clock)
    counter.exchange.keys.write_card(card)
    counter.close()
    took, more, added = _apart(_import, folder / "b", package, card)
    plain = _plain(package, folder / "plain.zip")
    shutil.rmtree(folder)
    print(f"dossiers {dossiers}, json + zip {plain:.1f} s, {size / dossiers:.0f} bytes a dossier")
    print(f"export {seconds:.1f} s, ratio {seconds / plain:.2f}, memory above base {memory:.0f} MB")
    print(f"import {took:.1f} s ({added} added), ratio {took / plain:.2f}, memory above base {more:.0f} MB")


if __name__ == "__main__":
    main()
