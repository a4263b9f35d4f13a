"""What the counter answers: plain values for window, command line and tests."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from motcua_desktop.domain.dossier import Dossier
from motcua_desktop.domain.errors import Refusal
from motcua_desktop.domain.fees import FeeLine
from motcua_desktop.domain.trace import Trace


@dataclass(frozen=True, slots=True)
class Caution:
    """Something the officer should see; it never stops the receipt. `what` is a key `say` has words for."""

    field: str
    what: str
    facts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Preview:
    """What receiving the draft now would promise. `refusals` is what would stop it."""

    trace: Trace | None
    appointment: datetime | None
    fees: tuple[FeeLine, ...]
    warnings: tuple[Caution, ...]
    refusals: tuple[Refusal, ...]


@dataclass(frozen=True, slots=True)
class Received:
    """A dossier that is safely on disk; `slip` is its receipt's PDF, None when none was asked or it failed.

    `again` says that this draft had been received before: nothing new was made.
    """

    dossier: Dossier
    slip: Path | None = None
    slip_trouble: str = ""
    again: bool = False


@dataclass(frozen=True, slots=True)
class Done:
    """A move that was made: the dossier as it is now, and the paper that belongs to it, if any."""

    dossier: Dossier
    paper: Path | None = None
    paper_trouble: str = ""


@dataclass(frozen=True, slots=True)
class Today:
    """The counter at a glance at `now`."""

    now: datetime
    received_today: int
    overdue: int
    due_today: int
    due_in: tuple[tuple[datetime, int], ...]
    waiting: int
    result_ready: int
    letters: int
    not_synchronised: int
    provisional: int


@dataclass(frozen=True, slots=True)
class Finding:
    """Something `check` found wrong: what it is called, and where."""

    what: str
    where: str


@dataclass(frozen=True, slots=True)
class Checkup:
    """The answer of a check of the register: how much was looked at, and what is wrong."""

    dossiers: int
    events: int
    findings: tuple[Finding, ...]
