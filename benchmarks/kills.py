"""Kill the counter at any instant, again and again: what a citizen was told must be there, once, and whole.

    python benchmarks/kills.py [kills]      prints: acknowledged, lost, doubled, corrupt (the last three 0)

A child receives dossiers and says each code through a pipe after the answer; the parent kills it (signal 9)
after a random moment, opens the register again, and goes on.
"""

import os
import random
import signal
import sys
import tempfile
import time
from datetime import datetime, timedelta
from pathlib import Path

from motcua_desktop.counter.counter import Counter, open_counter
from motcua_desktop.counter.demonstration import LY_SON
from motcua_desktop.domain.applicant import Applicant
from motcua_desktop.domain.dossier import Draft, Officer
from motcua_desktop.domain.lifecycle import Role
from motcua_desktop.domain.numbering import CodePattern
from motcua_desktop.domain.query import Query

START = datetime(2026, 3, 2, 8, 0)
OFFICER = Officer("Bùi Thị Hạnh", Role.ADMIN)


def opened(folder: Path, turn: int) -> Counter:
    """The counter, a minute later at each turn."""
    return open_counter(folder, now=lambda: START + timedelta(minutes=turn), officer=OFFICER)


def receive_until_killed(folder: Path, turn: int, pipe: int) -> None:
    """What the child does."""
    counter = opened(folder, turn)
    for number in range(100_000):
        draft = Draft(f"{turn}-{number}", "1.004873", Applicant("Dương Thị Mỹ Linh"))
        code = counter.intake.receive(draft, slip=False).dossier.code
        os.write(pipe, f"{code}\n".encode())
        if number % 3 == 1:
            counter.handling.hand_over(code, "Phòng Kinh tế")


def one_kill(folder: Path, turn: int, after: float, *, at_work: bool) -> list[str]:
    """Let a child work for `after` seconds, then kill it; the codes it had acknowledged.

    `at_work` counts from its first code on; otherwise it may die while it opens the register.
    """
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            os.close(reading)
            receive_until_killed(folder, turn, writing)
        finally:
            os._exit(1)
    os.close(writing)
    with os.fdopen(reading, "rb", buffering=0) as pipe:
        first = pipe.read(256) if at_work else b""
        time.sleep(after)
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        return (first + pipe.readall()).decode().split()


def run(folder: Path, kills: int, seed: int = 1) -> dict[str, int]:
    """Acknowledged, lost, doubled and corrupt after so many kills."""
    counter = opened(folder, 0)
    counter.office.set_up(LY_SON, CodePattern(LY_SON.agency_id))
    counter.close()
    chance = random.Random(seed)
    said: list[str] = []
    corrupt = 0
    for turn in range(1, kills + 1):
        said += one_kill(folder, turn, chance.uniform(0.0, 0.05), at_work=chance.random() < 0.8)
        if turn % 50 == 0 or turn == kills:
            counter = opened(folder, turn)
            corrupt += bool(counter.safekeeping.check().findings)
            counter.close()
    counter = opened(folder, kills)
    held = []
    while lines := counter.register.ids(Query(), len(held), 5000):
        held += [line.code for line in counter.register.lines(lines)]
    counter.close()
    return {
        "kills": kills,
        "acknowledged": len(said),
        "held": len(held),
        "lost": len(set(said) - set(held)),
        "doubled": len(said) - len(set(said)) + len(held) - len(set(held)),
        "corrupt": corrupt,
    }


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as place:
        print(run(Path(place), int(sys.argv[1]) if len(sys.argv) > 1 else 1000))
