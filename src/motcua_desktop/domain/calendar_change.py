"""What an office decides about its calendar, a change of it, and what the change does to promised dates.

Decisions are kept whole in every edition; a change says what to add and take away, so that it can be weighed
before it is written, and undone by another change.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum
from typing import TypeVar

from motcua_desktop.domain.calendar_errors import (
    DayNotKept,
    NoSuchEdition,
    NoSuchProposal,
    NothingChanges,
    NoticeSkipsYear,
)
from motcua_desktop.domain.days_off import DayKind, OfficeDay, OfficialDay, one_per_date
from motcua_desktop.domain.office_hours import Sessions, WeekPattern

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class YearNotice:
    """The official days of one year, as its notice says them. It replaces the shipped list of that year."""

    year: int
    notice: str
    days: tuple[OfficialDay, ...]


@dataclass(frozen=True)
class OfficeDecisions:
    """All an office has decided so far: its own days and weeks, years entered, proposals confirmed (their
    days count as official) or dismissed (by their first date)."""

    days: tuple[OfficeDay, ...] = ()
    patterns: tuple[WeekPattern, ...] = ()
    notices: tuple[YearNotice, ...] = ()
    confirmed: tuple[OfficialDay, ...] = ()
    dismissed: tuple[date, ...] = ()

    def undoing(self, before: OfficeDecisions, after: OfficeDecisions) -> OfficeDecisions:
        """These decisions without what led from `before` to `after`, however much was decided since."""
        return OfficeDecisions(
            _undone(self.days, before.days, after.days),
            _undone(self.patterns, before.patterns, after.patterns),
            _undone(self.notices, before.notices, after.notices),
            _undone(self.confirmed, before.confirmed, after.confirmed),
            _undone(self.dismissed, before.dismissed, after.dismissed),
        )


def _undone(now: tuple[T, ...], before: tuple[T, ...], after: tuple[T, ...]) -> tuple[T, ...]:
    kept = tuple(one for one in now if one in before or one not in after)
    return kept + tuple(one for one in before if one not in after and one not in kept)


@dataclass(frozen=True, slots=True)
class CalendarChange:
    """What to add and take away. `note` is the reason a citizen would be told.

    `remove` takes every day of the office's own on that date away; `remove_patterns` the week that starts on
    that date; `confirm` and `dismiss` name a proposal by its first date; `undo` is the number of an edition.
    """

    note: str = ""
    add: tuple[OfficeDay, ...] = ()
    remove: tuple[date, ...] = ()
    patterns: tuple[WeekPattern, ...] = ()
    remove_patterns: tuple[date, ...] = ()
    confirm: tuple[date, ...] = ()
    dismiss: tuple[date, ...] = ()
    notice: YearNotice | None = None
    undo: int | None = None


def decided(
    change: CalendarChange,
    now: OfficeDecisions,
    editions: Mapping[int, OfficeDecisions],
    pending: tuple[OfficialDay, ...],
    covered_year: int,
) -> OfficeDecisions:
    """The office's decisions after the change.

    `editions`: the decisions of the undone edition and the one before it, by number; `pending`: the shipped
    proposals; `covered_year`: the last year with a notice. Raises DayNotKept, NoSuchEdition, NoSuchProposal,
    NoticeSkipsYear and NothingChanges; what contradicts itself is refused when the calendar is built.
    """
    new = now
    if change.undo is not None:
        if change.undo not in editions:
            raise NoSuchEdition(change.undo)
        before = editions.get(change.undo - 1, OfficeDecisions())
        new = now.undoing(before, editions[change.undo])
    new = replace(
        new,
        days=_days(new.days, change),
        patterns=_patterns(new.patterns, change),
        notices=_notices(new.notices, change.notice, covered_year),
    )
    new = _settled(new, change, pending)
    if new == now:
        raise NothingChanges(change.note)
    return new


def _days(days: tuple[OfficeDay, ...], change: CalendarChange) -> tuple[OfficeDay, ...]:
    for gone in change.remove:
        if not any(day.date == gone for day in days):
            raise DayNotKept(gone)
    kept = [day for day in days if day.date not in change.remove]
    return tuple(sorted(dict.fromkeys((*kept, *change.add)), key=lambda day: day.date))


def _patterns(patterns: tuple[WeekPattern, ...], change: CalendarChange) -> tuple[WeekPattern, ...]:
    for gone in change.remove_patterns:
        if not any(pattern.effective_from == gone for pattern in patterns):
            raise DayNotKept(gone)
    replaced = {pattern.effective_from for pattern in change.patterns} | set(change.remove_patterns)
    kept = [pattern for pattern in patterns if pattern.effective_from not in replaced]
    return tuple(sorted((*kept, *change.patterns), key=lambda pattern: pattern.effective_from))


def _notices(
    notices: tuple[YearNotice, ...], new: YearNotice | None, covered_year: int
) -> tuple[YearNotice, ...]:
    if new is None:
        return notices
    one_per_date(new.days)
    if new.year > covered_year + 1:
        raise NoticeSkipsYear(new.year, covered_year + 1)
    kept = [notice for notice in notices if notice.year != new.year]
    return tuple(sorted((*kept, new), key=lambda notice: notice.year))


def _settled(
    decisions: OfficeDecisions, change: CalendarChange, pending: tuple[OfficialDay, ...]
) -> OfficeDecisions:
    confirmed, dismissed = decisions.confirmed, decisions.dismissed
    for day in (*change.confirm, *change.dismiss):
        proposal = next((one for one in pending if day in (one.date, one.pair)), None)
        if proposal is None:
            raise NoSuchProposal(day)
        confirmed = tuple(one for one in confirmed if one.date not in (proposal.date, proposal.pair))
        dismissed = tuple(one for one in dismissed if one != proposal.date)
        if day in change.confirm:
            confirmed += both_days(proposal, change.note)
        else:
            dismissed += (proposal.date,)
    return replace(decisions, confirmed=confirmed, dismissed=dismissed)


def both_days(swap: OfficialDay, basis: str = "") -> tuple[OfficialDay, ...]:
    """A swap as the day off and the day that is worked for it; `basis` where the swap has none."""
    basis = swap.basis or basis
    first = replace(swap, basis=basis)
    if swap.pair is None:
        return (first,)
    other = DayKind.MAKEUP_WORKDAY if swap.kind is not DayKind.MAKEUP_WORKDAY else DayKind.SWAP_DAY_OFF
    return first, OfficialDay(swap.pair, other, swap.name, basis, swap.date)


class Decision(StrEnum):
    """What becomes of a promise the calendar would move."""

    KEEP = "keep"
    MOVE = "move"


@dataclass(frozen=True, slots=True)
class MovedDate:
    """An open dossier whose date would differ: what was promised, and what would be computed now.

    `was_provisional`: the standing promise says tạm tính; `provisional`: the new date would. `is_past`: the
    new date has gone by already, so it cannot be promised and the old one stands.
    """

    id: int
    code: str
    applicant: str
    procedure: str
    due_at: datetime
    appointment_at: datetime
    new_due: datetime
    new_appointment: datetime
    was_provisional: bool
    provisional: bool
    is_past: bool = False

    @property
    def is_earlier(self) -> bool:
        """Whether the new date comes first: the printed one then stands unless the slip is re-issued."""
        return self.new_appointment < self.appointment_at


@dataclass(frozen=True, slots=True)
class ChangedDay:
    """A day whose counted sessions would differ."""

    date: date
    before: Sessions
    after: Sessions


@dataclass(frozen=True, slots=True)
class CalendarPreview:
    """What a change would do. `base` is the edition it was weighed against, 0 for the shipped calendar.

    `moved` are firm dates, `provisional` those promised, or to be promised, as tạm tính: past the last day a
    notice covers. `firm` counts provisional dates that stay and become firm. `checked` dossiers were asked.
    """

    base: int
    days: tuple[ChangedDay, ...]
    moved: tuple[MovedDate, ...]
    provisional: tuple[MovedDate, ...]
    firm: int
    checked: int

    @property
    def differing(self) -> tuple[MovedDate, ...]:
        """Every dossier somebody has to decide on."""
        return self.moved + self.provisional


@dataclass(frozen=True, slots=True)
class AppliedChange:
    """A change that was written: its edition, and the codes by what became of them. Moved dossiers need a new
    slip; the printed one is not valid any more."""

    edition: int
    moved: tuple[str, ...]
    kept: tuple[str, ...]
    firm: int


@dataclass(frozen=True, slots=True)
class Edition:
    """One of the office's calendar decisions."""

    number: int
    at: datetime
    officer: str
    note: str
