"""Why a due date came out as it did, for paper, window and command line.

`sentence` is the one Vietnamese sentence of the slip (legal wording on paper, not translated), `strip` the
cells of the window's day strip, `as_dict` the form of the command line.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from motcua_desktop.domain.trace_sentence import SHORT_WEEKDAYS, sentence
from motcua_desktop.domain.trace_values import Trace, TraceDay, TraceKind, Why

__all__ = ["StripDay", "Trace", "TraceDay", "TraceKind", "Why", "as_dict", "sentence", "strip"]


@dataclass(frozen=True, slots=True)
class StripDay:
    """A cell of the day strip. A fold stands for several days: `date` is the first of them, `weekday` and
    `day` are empty and `word` says how many were counted."""

    weekday: str
    day: str
    word: str
    kind: TraceKind
    date: date


_WORDS = {
    TraceKind.RECEIVED: "Nhận",
    TraceKind.START: "Tính từ",
    TraceKind.OFF: "Nghỉ",
    TraceKind.PAUSED: "Chờ",
    TraceKind.DUE: "Trả",
}


def strip(trace: Trace, later: int = 2, at_most: int = 7) -> tuple[StripDay, ...]:
    """The days from receipt (or completion) to due and `later` more, in at most `at_most` (≥ 3) cells.

    When they are too many the later days go first; then the ends are kept and the middle is folded into one
    cell that says how many days it counted.
    """
    days = [day for day in trace.days if day.date >= trace.begin.date()]
    if len(days) <= at_most:
        after = trace.after[: min(later, at_most - len(days))]
        return tuple(_cell(day) for day in (*days, *after))
    head = 2 if at_most >= 6 else 1
    tail = 2 if at_most >= 5 else 1
    middle = days[head:-tail]
    after = trace.after[: max(0, min(later, at_most - head - tail - 1))]
    counted = sum(1 for day in middle if day.number)
    unit = "ngày" if trace.counts_every_day else "ngày làm việc"
    fold = StripDay("", "", f"{counted} {unit}", TraceKind.FOLD, middle[0].date)
    cells = [_cell(day) for day in days]
    return (*cells[:head], fold, *cells[-tail:], *(_cell(day) for day in after))


def _cell(day: TraceDay) -> StripDay:
    word = _WORDS.get(day.kind, str(day.number) if day.kind is TraceKind.COUNTED else "")
    if day.kind is TraceKind.RECEIVED and day.why is Why.COMPLETED:
        word = "Đủ"
    return StripDay(SHORT_WEEKDAYS[day.date.weekday()], str(day.date.day), word, day.kind, day.date)


def as_dict(trace: Trace) -> dict[str, Any]:
    """The trace as plain values for JSON."""
    return {
        "due": _minute(trace.due.at),
        "provisional": trace.due.provisional,
        "received": _minute(trace.received),
        "resumed": None if trace.resumed is None else _minute(trace.resumed),
        "start": _minute(trace.start),
        "term": {"value": str(trace.term.value), "unit": trace.term.unit.value},
        "policy": trace.policy.value,
        "cutoff": None if trace.cutoff is None else f"{trace.cutoff:%H:%M}",
        "pauses": [[_minute(p.start), None if p.end is None else _minute(p.end)] for p in trace.pauses],
        "on_resume": trace.on_resume.value,
        "moved_by_minutes": trace.moved_by,
        "edition": trace.edition,
        "articles": list(trace.articles),
        "sentence": sentence(trace),
        "days": [_day_dict(day) for day in trace.days],
    }


def _day_dict(day: TraceDay) -> dict[str, Any]:
    return {
        "date": day.date.isoformat(),
        "weekday": SHORT_WEEKDAYS[day.date.weekday()],
        "kind": day.kind.value,
        "why": day.why.value,
        "name": day.name,
        "number": day.number,
        "minutes": day.minutes,
        "provisional": day.provisional,
    }


def _minute(instant: datetime) -> str:
    return instant.isoformat(timespec="minutes")
