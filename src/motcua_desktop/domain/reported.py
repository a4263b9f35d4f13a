"""A dossier as a report sees it at the end of a period, and what can be said of it there."""

from __future__ import annotations

from datetime import datetime
from enum import IntFlag, auto
from typing import NamedTuple

from motcua_desktop.domain.dossier import DossierLine


class Mark(IntFlag):
    """What is true of a dossier in a reported period; the columns of a report are made of these.

    The names in lower case are what `resources/reports` says. All but the last lines hold for received
    dossiers: APOLOGISED a letter stood at the end of the period; ENDED withdrawn, stopped or closed after it
    was received; PAID received in the period with a fee that was paid; STOPPED also those closed after 15
    days.
    """

    TAKEN = auto()
    FRESH = auto()
    CARRIED = auto()
    ONLINE = auto()
    POST = auto()
    SETTLED = auto()
    EARLY = auto()
    ON_TIME = auto()
    LATE = auto()
    PENDING = auto()
    IN_TIME = auto()
    OVERDUE = auto()
    APOLOGISED = auto()
    ENDED = auto()
    PAID = auto()
    PAID_ONLINE = auto()
    STOPPED = auto()
    WITHDRAWN = auto()
    NOT_ACCEPTED = auto()
    UNANSWERED = auto()
    ANSWER_LATE = auto()


class Reported(NamedTuple):
    """The facts of one dossier as they stood at the end of a period.

    `registered` when it came, `received` when it was received in full (None: never); `limit` the legal limit
    that no apology moved; `asked` the citizen had been asked for something and had not answered;
    `apologised` a letter of apology stood; `refused` settled by a refusal; `mistaken` a receipt taken back on
    its own day; `fee` something was to be paid.
    """

    id: int
    field: str
    status: str
    channel: str
    registered: datetime
    received: datetime | None
    finished: datetime | None
    limit: datetime | None
    asked: bool
    apologised: bool
    refused: bool
    mistaken: bool
    fee: bool
    paid_by: str


class Counted(NamedTuple):
    """A dossier of a cell, and the limit it was judged by at the end of the period (None: it has none)."""

    line: DossierLine
    limit: datetime | None

    @property
    def id(self) -> int:
        """The dossier's row in the register."""
        return self.line.id

    @property
    def appointed_again(self) -> datetime | None:
        """The later day a letter of apology gave, which no report judges by."""
        due = self.line.due_at
        return due if due is not None and self.limit is not None and due > self.limit else None
