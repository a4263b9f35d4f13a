"""What a change of the office's calendar is refused for: facts; sentences are made at the edge."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from motcua_desktop.domain.errors import Refusal


@dataclass
class NothingChanges(Refusal):
    """The calendar would be the same as before."""

    note: str
    field = "change"


@dataclass
class DayNotKept(Refusal):
    """Nothing of the office's own stands on the date that is to be taken away."""

    day: date
    field = "remove"


@dataclass
class NoSuchProposal(Refusal):
    """No proposed day has this date."""

    day: date
    field = "confirm"


@dataclass
class NoSuchEdition(Refusal):
    """The office has made no calendar edition of this number."""

    number: int
    field = "undo"


@dataclass
class NoticeSkipsYear(Refusal):
    """A year's notice was given before that of the year before it."""

    year: int
    needed: int
    field = "notice"


@dataclass
class NoticeIncomplete(Refusal):
    """A year's file that lacks a holiday of the law: probably not the whole notice."""

    year: int
    missing: tuple[str, ...]
    field = "notice"


@dataclass
class UndecidedDossiers(Refusal):
    """Dossiers whose date would move and on which nobody has decided: keep the printed date, or move it."""

    codes: tuple[str, ...]
    field = "decisions"


@dataclass
class PromiseInThePast(Refusal):
    """Dossiers that were to get a date which has gone by already: only the printed one can stand."""

    codes: tuple[str, ...]
    field = "decisions"


@dataclass
class CalendarMovedOn(Refusal):
    """The calendar has got another edition since the change was weighed."""

    weighed: int
    newest: int
    field = "change"
