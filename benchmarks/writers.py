"""Eight programs receive at one register at once: every code once, serials unbroken.

python benchmarks/writers.py [each]       prints: received, lost, doubled, gaps (all but the first 0)
"""

import os
import sys
import tempfile
import time
from datetime import datetime
from pathlib import Path

from motcua_desktop.counter.counter import open_counter
from motcua_desktop.counter.demonstration import LY_SON
from motcua_desktop.domain.applicant import Applicant
from motcua_desktop.domain.dossier import Draft, Officer
from motcua_desktop.domain.lifecycle import Role
from motcua_desktop.domain.numbering import CodePattern

WRITERS = 8
OFFICER = Officer("Bùi Thị Hạnh", Role.ADMIN)


def now() -> datetime:
    """One and the same morning for all."""
    return datetime(2026, 3, 2, 8, 0)


def write(folder: Path, writer: int, each: int, pipe: int) -> None:
    """What one program does."""
    counter = open_counter(folder, now=now, officer=OFFICER, patience=120)
    for number in range(each):
        draft = Draft(f"{writer}-{number}", "2.000815", Applicant("Dương Thị Mỹ Linh"))
        code = counter.intake.receive(draft, slip=False).dossier.code
        os.write(pipe, f"{code}\n".encode())
    counter.close()


def run(folder: Path, each: int) -> dict[str, float]:
    """What eight programs together received, and what was wrong with it."""
    counter = open_counter(folder, now=now, officer=OFFICER)
    counter.office.set_up(LY_SON, CodePattern(LY_SON.agency_id))
    counter.close()
    start = time.perf_counter()
    pipes, children = [], []
    for writer in range(WRITERS):
        reading, writing = os.pipe()
        child = os.fork()
        if child == 0:
            try:
                write(folder, writer, each, writing)
            finally:
                os._exit(0)
        os.close(writing)
        pipes.append(reading)
        children.append(child)
    said = []
    for pipe in pipes:
        with os.fdopen(pipe, "rb") as file:
            said += file.read().decode().split()
    for child in children:
        os.waitpid(child, 0)
    seconds = time.perf_counter() - start
    counter = open_counter(folder, now=now, officer=OFFICER)
    findings = len(counter.safekeeping.check().findings)
    held = counter.register.summary()["dossiers"]
    counter.close()
    serials = sorted(int(code.rpartition("-")[2]) for code in said)
    return {
        "received": len(said),
        "lost": WRITERS * each - held,
        "doubled": len(said) - len(set(said)),
        "gaps": len(set(range(1, len(said) + 1)) - set(serials)),
        "findings": findings,
        "per_second": round(len(said) / seconds, 1),
    }


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as place:
        print(run(Path(place), int(sys.argv[1]) if len(sys.argv) > 1 else 1000))
