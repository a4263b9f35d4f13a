"""What is refused of files that come and go."""

from __future__ import annotations

from dataclasses import dataclass

from motcua_desktop.domain.errors import Refusal


@dataclass
class SyncFileBroken(Refusal):
    """A sync file that was changed, cut or is none: `what` is unreadable, changed or incomplete."""

    path: str
    line: int
    what: str
    field = "file"
