"""Reads the arguments, then opens the window or runs a command."""

from __future__ import annotations

import sys


def main(arguments: list[str] | None = None) -> int:
    """Run `motcua`; the exit code is 0 done, 1 refused with a clear text, 2 wrong usage."""
    from motcua_desktop.cli.app import run

    return run(sys.argv[1:] if arguments is None else arguments)


if __name__ == "__main__":
    sys.exit(main())
