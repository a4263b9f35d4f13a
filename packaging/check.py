"""`make check`: every check side by side, the output of those that fail, one line for each."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
TOOLS = Path(sys.executable).parent
CHECKS: dict[str, list[str | Path]] = {
    "ruff format": [TOOLS / "ruff", "format", "--check", "--output-format", "concise", "."],
    "ruff check": [TOOLS / "ruff", "check", "--output-format", "concise", "."],
    "mypy": [sys.executable, "-m", "mypy"],
    "import contracts": [TOOLS / "lint-imports", "--no-logo"],
    "translations": [sys.executable, "packaging/translations.py", "check"],
    "dead code": [sys.executable, "-m", "vulture"],
}


def main() -> int:
    """Run all checks; 0 when every one passes."""
    running = {
        name: subprocess.Popen(
            words,
            cwd=ROOT,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            encoding="utf-8",
            errors="replace",
        )
        for name, words in CHECKS.items()
    }
    failed = []
    for name, process in running.items():
        output, _ = process.communicate()
        passed = process.returncode == 0
        print(f"{'ok    ' if passed else 'FAILED'}  {name}", flush=True)
        if not passed:
            failed.append(name)
            print(output)
    print(f"make check: {'failed: ' + ', '.join(failed) if failed else f'all {len(CHECKS)} pass'}")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
