"""Cold start to a usable window ÷ an empty QMainWindow of the same Qt, in processes of their own.

python benchmarks/start.py [DATA_DIR]     without a folder a demo day is played first

Both start from compiled bytecode, as an installed program does: a first round of each, not counted, writes
it into a folder of its own.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

EMPTY = """
import sys, time
from PySide6.QtWidgets import QApplication, QMainWindow
from PySide6.QtCore import QTimer
app = QApplication(["x"]); window = QMainWindow(); window.resize(1366, 740); window.show()
QTimer.singleShot(0, lambda: (print(time.time(), 0), app.exit(0)))
app.exec()
"""
OURS = """
import resource, sys, time
from pathlib import Path
from PySide6.QtWidgets import QApplication
from PySide6.QtCore import QTimer
from motcua_desktop.gui.app import CounterWindow
app = QApplication(["motcua"])
desk = CounterWindow(Path(sys.argv[1]))
def done(*_):
    print(time.time(), resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024, flush=True)
    app.exit(0)
{when}
desk.show()
app.exec()
"""
SHOWN = "QTimer.singleShot(0, done)"
READY = "desk.ready.connect(lambda: QTimer.singleShot(0, done)); desk.refused.connect(done)"


def seconds(script: str, folder: Path) -> tuple[float, str]:
    """From before the process to the moment it names, in seconds; and its memory in MB."""
    began = time.time()
    done = subprocess.run(
        [sys.executable, "-c", script, str(folder)], check=True, capture_output=True, text=True
    )
    moment, memory = done.stdout.split()
    return float(moment) - began, memory


def main() -> None:
    """Interleave the three and print medians and ratios."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(temporary) / "demo"
        if len(sys.argv) < 2:
            demo = ["-m", "motcua_desktop", "demo", "--out", str(folder)]
            subprocess.run([sys.executable, *demo], check=True, capture_output=True)
        os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
        os.environ["PYTHONPYCACHEPREFIX"] = str(Path(temporary) / "bytecode")
        for script in (EMPTY, OURS.format(when=READY)):
            seconds(script, folder)
        times: dict[str, list[float]] = {"empty": [], "shown": [], "usable": []}
        memory = ""
        for _round in range(7):
            times["empty"].append(seconds(EMPTY, folder)[0])
            times["shown"].append(seconds(OURS.format(when=SHOWN), folder)[0])
            taken, memory = seconds(OURS.format(when=READY), folder)
            times["usable"].append(taken)
    empty = median(times["empty"])
    print(f"empty QMainWindow      {empty:6.3f} s")
    for name in ("shown", "usable"):
        print(f"window {name:<15} {median(times[name]):6.3f} s   ratio {median(times[name]) / empty:4.2f}")
    print(f"peak memory, usable    {memory} MB")


if __name__ == "__main__":
    main()
