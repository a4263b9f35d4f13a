"""What the counter answers: plain values for window, command line and tests."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from pathlib import Path

from motcua_desktop.domain.dossier import Dossier, DossierLine
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
    warnings: tuple[Caution, ...] = ()


@dataclass(frozen=True, slots=True)
class Done:
    """A move that was made: the dossier as it is now, and the paper that belongs to it, if any."""

    dossier: Dossier
    paper: Path | None = None
    paper_trouble: str = ""
    warnings: tuple[Caution, ...] = ()


@dataclass(frozen=True, slots=True)
class DayLoad:
    """How many dossiers in work fall due on a day; a day off carries its name."""

    day: date
    due: int
    is_working: bool = True
    name: str = ""


@dataclass(frozen=True, slots=True)
class MonthRate:
    """How many dossiers were finished in a month, and how many of them in time."""

    year: int
    month: int
    finished: int
    in_time: int

    @property
    def rate(self) -> float | None:
        """The share finished in time, None for a month without any."""
        return self.in_time / self.finished if self.finished else None


class TaskKind(StrEnum):
    """What must be done now."""

    OVERDUE = "overdue"
    DUE = "due"
    LETTERS = "letters"
    ONLINE = "online"
    CLOSE_SUPPLEMENT = "close_supplement"
    CALENDAR = "calendar"


@dataclass(frozen=True, slots=True)
class Task:
    """One thing to do: about one dossier (`line`), or about `count` of them.

    `until` is the last instant for it; `minutes` the working minutes left, negative when it has passed.
    `facts`: for LETTERS the day of the promises (ISO), for CALENDAR the day and what is proposed.
    """

    kind: TaskKind
    until: datetime | None
    minutes: int
    count: int = 1
    line: DossierLine | None = None
    facts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Today:
    """The counter at a glance at `now`.

    `due_in`: closing of the next working days and how many fall due on each. `longest_late`: working
    minutes the longest late dossier is late. `due_before`: how many of today's are due before `next_close`.
    """

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
    longest_late: int = 0
    next_close: datetime | None = None
    due_before: int = 0
    load: tuple[DayLoad, ...] = ()
    on_time: tuple[MonthRate, ...] = ()


@dataclass(frozen=True, slots=True)
class LogLine:
    """A line of the log: who did, or looked at, what. `dossier` is the row it is about, None for none."""

    number: int
    at: datetime
    officer: str
    kind: str
    dossier: int | None
    reason: str
    facts: dict[str, str]


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
