"""What an officer asks the register for: words, filters, order."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from motcua_desktop.domain.dossier import Channel
from motcua_desktop.domain.lifecycle import Status

#: A search by words finds at most this many dossiers; whoever has more types another letter.
MOST_FOUND = 5000


class Chip(StrEnum):
    """The saved filters of the register's first row, in its order."""

    ALL = "all"
    RUNNING = "running"
    NEAR_DUE = "near_due"
    OVERDUE = "overdue"
    WAITING = "waiting"
    RESULT_READY = "result_ready"
    NEEDS_LETTER = "needs_letter"
    ONLINE = "online"


class Sort(StrEnum):
    """What a list is sorted by. DUE is working time left: the earlier promised, the less is left.

    WORK is the order an officer works in: in work by the time left, then what waits, then the ended, newest
    first; it is asked for by `ids` and `window`, and has no keys for `page`.
    """

    WORK = "work"
    RECEIVED = "received"
    DUE = "due"
    CODE = "code"
    NAME = "name"


@dataclass(frozen=True, slots=True)
class Query:
    """A list of dossiers. Every filter left alone lets everything pass.

    `words` is the one box: a part of a code, a name with or without marks, an ID, a telephone number, a
    procedure's code, name or office alias. Days are counted with both ends; `due_from` and `due_to` are the
    window of the promised instant, `has_due` whether one was promised at all. `taken_in` leaves out what does
    not count as received: only registered online, or taken back as a mistake. Found by words, in the order
    RECEIVED: exact marks first, then the newest.
    """

    words: str = ""
    chip: Chip = Chip.ALL
    statuses: tuple[Status, ...] = ()
    field: str = ""
    procedure: str = ""
    channel: Channel | None = None
    officer: str = ""
    holder: str = ""
    received_from: date | None = None
    received_to: date | None = None
    due_from: datetime | None = None
    due_to: datetime | None = None
    has_due: bool | None = None
    taken_in: bool = False
    person: int | None = None
    sort: Sort = Sort.RECEIVED
    descending: bool = True


@dataclass(frozen=True, slots=True)
class Moment:
    """What the chips are measured by: now, the end of the near-due window, the last instant whose letter must
    go now, and the last day for a letter about what is promised today."""

    now: datetime
    near_until: datetime
    letters_until: datetime
    letter_day: date


@dataclass(frozen=True, slots=True)
class PageKey:
    """Where a page ended: the sort value and id of its last row."""

    value: str
    id: int
