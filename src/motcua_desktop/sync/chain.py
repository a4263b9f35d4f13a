"""Where the chain of packages stands, kept beside the key: a register brought back may be behind it."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from pathlib import Path

from motcua_desktop.files import write_whole


@dataclass(frozen=True, slots=True)
class ChainEnd:
    """The last package this key signed."""

    sequence: int = 0
    hash: str = ""
    last_event: int = 0


def read(path: Path) -> ChainEnd:
    """The end of the chain; a missing or unreadable file counts as the beginning, the register knows more."""
    try:
        told = json.loads(path.read_bytes())
        return ChainEnd(int(told["sequence"]), str(told["hash"]), int(told["last_event"]))
    except (OSError, ValueError, KeyError, TypeError):
        return ChainEnd()


def write(path: Path, end: ChainEnd) -> None:
    """Keep the end before the package gets its name: a number once signed is never signed again."""
    write_whole(path, json.dumps(asdict(end)).encode())
