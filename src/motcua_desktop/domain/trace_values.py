"""The values of a trace: each day from receipt to due, and what it did for the term."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time
from enum import StrEnum

from motcua_desktop.domain.terms import EVERY_DAY_UNITS, Due, OnResume, Pause, Policy, Term


class TraceKind(StrEnum):
    """What a day did for the term."""

    RECEIVED = "received"
    START = "start"
    COUNTED = "counted"
    OFF = "off"
    PAUSED = "paused"
    DUE = "due"
    LATER = "later"
    FOLD = "fold"


class Why(StrEnum):
    """The reason for it."""

    RECEIPT = "receipt"
    COMPLETED = "completed"
    AFTER_CUTOFF = "after_cutoff"
    OUTSIDE_HOURS = "outside_hours"
    FIRST_DAY = "first_day"
    ORDINARY = "ordinary"
    MAKEUP_WORKDAY = "makeup_workday"
    WEEKEND = "weekend"
    HOLIDAY = "holiday"
    SUBSTITUTE = "substitute"
    SWAP_DAY_OFF = "swap_day_off"
    CLOSURE = "closure"
    SUPPLEMENT = "supplement"
    RESTARTED = "restarted"


@dataclass(frozen=True, slots=True)
class TraceDay:
    """One day. `number`: which counted day it is, 0 when not counted; `minutes`: working minutes counted on
    it where the term counts minutes."""

    date: date
    kind: TraceKind
    why: Why
    name: str = ""
    number: int = 0
    minutes: int = 0
    is_working: bool = True
    provisional: bool = False


@dataclass(frozen=True, slots=True)
class Trace:
    """A due date and how it was counted. `days` runs from receipt to due, `after` a few days on.

    `start` is the instant counting began from; `resumed` the completion that restarted it, if one did;
    `moved_by` the paused working minutes by which a suspended term was moved.
    """

    due: Due
    received: datetime
    resumed: datetime | None
    start: datetime
    term: Term
    policy: Policy
    cutoff: time | None
    pauses: tuple[Pause, ...]
    on_resume: OnResume
    edition: str
    articles: tuple[str, ...]
    moved_by: int = 0
    days: tuple[TraceDay, ...] = ()
    after: tuple[TraceDay, ...] = ()

    @property
    def begin(self) -> datetime:
        """The receipt or completion the term belongs to."""
        return self.resumed or self.received

    @property
    def counts_every_day(self) -> bool:
        """Whether days off count too (calendar days, months, hours of the clock)."""
        return self.term.unit in EVERY_DAY_UNITS
