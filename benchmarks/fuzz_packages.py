"""Mutated packages against the reader: how many are accepted, how many crash it (0 and 0 wanted).

python -m benchmarks.fuzz_packages --count 100000
"""

from __future__ import annotations

import argparse
import shutil
import tempfile
import time
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from random import Random

_PIECES = (
    b"PK\x01\x02",
    b"PK\x03\x04",
    b"PK\x05\x06",
    b"\x00" * 8,
    b"\xff" * 8,
    b"../",
    b"9" * 30,
    b"[" * 300,
)


def mutations(whole: bytes, random: Random, count: int) -> Iterator[bytes]:
    """`count` versions of a file, each different from it: flipped, cut, doubled, exchanged, overwritten."""
    made = 0
    while made < count:
        raw = _mutated(whole, random)
        if raw != whole:
            made += 1
            yield raw


def _mutated(whole: bytes, random: Random) -> bytes:
    raw = bytearray(whole)
    for _number in range(random.choice((1, 1, 1, 2, 5))):
        # The interesting bytes lie at both ends: headers, manifest, directory.
        span = max(1, len(raw) // 10)
        place = random.choice(
            (random.randrange(len(raw)), random.randrange(span), len(raw) - 1 - random.randrange(span))
        )
        length = random.choice((1, 2, 4, 30, 500))
        match random.randrange(7):
            case 0:
                raw[place] ^= 1 << random.randrange(8)
            case 1:
                raw[place] = random.randrange(256)
            case 2:
                del raw[place : place + length]
            case 3:
                raw[place:place] = raw[place : place + length]
            case 4:
                other = random.randrange(len(raw))
                raw[place : place + length] = raw[other : other + length]
            case 5:
                piece = random.choice(_PIECES)
                raw[place : place + len(piece)] = piece
            case _:
                raw = raw[: place + 1] if random.random() < 0.5 else raw + raw[place : place + length]
        if not raw:
            return b""
    return bytes(raw)


def main() -> None:
    """Fuzz the whole way of a package into a register; prints one line."""
    from motcua_desktop.counter import demonstration
    from motcua_desktop.domain.errors import Refusal

    options = argparse.ArgumentParser()
    options.add_argument("--count", type=int, default=2_000)
    options.add_argument("--seed", type=int, default=1)
    asked = options.parse_args()
    folder = Path(tempfile.mkdtemp())
    counter = demonstration.play(folder / "a", dossiers=12, day=date(2026, 11, 20), papers=False)
    package = folder / "whole.zip"
    counter.exchange.export(package, since=0)
    started, accepted, crashed = time.perf_counter(), 0, 0
    bad = folder / "bad.zip"
    for raw in mutations(package.read_bytes(), Random(asked.seed), asked.count):
        bad.write_bytes(raw)
        try:
            counter.exchange.read_in(bad, dry_run=True)
            accepted += 1
        except Refusal:
            continue
        except Exception as error:
            crashed += 1
            print(f"crash: {error!r}")
            shutil.copy(bad, f"crash-{crashed}.zip")
    seconds = time.perf_counter() - started
    counter.close()
    shutil.rmtree(folder)
    print(f"{asked.count} mutated packages in {seconds:.0f} s: accepted {accepted}, crashed {crashed}")


if __name__ == "__main__":
    main()
