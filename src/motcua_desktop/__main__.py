"""Reads the arguments, then opens the window or runs a command."""

from __future__ import annotations

import sys
from pathlib import Path


def main(arguments: list[str] | None = None) -> int:
    """Run `motcua`; the exit code is 0 done, 1 refused with a clear text, 2 wrong usage."""
    from motcua_desktop.cli.app import run

    return run(sys.argv[1:] if arguments is None else arguments, _open_window, _self_test)


def _open_window(folder: Path) -> int:
    from motcua_desktop.gui.running import open_window

    return open_window(folder)


def _self_test() -> int:
    from motcua_desktop.selftest import self_test

    return self_test()


if __name__ == "__main__":
    sys.exit(main())
