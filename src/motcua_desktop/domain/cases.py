"""Due dates for plain cases (JSON), as the command line answers them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from motcua_desktop.domain.calendar import WorkingCalendar
from motcua_desktop.domain.days_off import DayKind, OfficeDay, day_from
from motcua_desktop.domain.deadline import Due, OnResume, Pause, Policy, Term, due
from motcua_desktop.domain.errors import BadValue, Refusal
from motcua_desktop.domain.office_hours import WeekPattern, clock
from motcua_desktop.domain.official import OfficialDays
from motcua_desktop.domain.time_errors import NoSuchTime

#: The offices a case may start from (`"base"`).
BASES = {"QN": WeekPattern.monday_to_friday()}

_KEYS = frozenset({"name", "base", "sessions", "use_official_days", "drop", "days_off", "makeup"})


def case_calendar(office: Mapping[str, Any], official: OfficialDays) -> WorkingCalendar:
    """The calendar of a case's office.

    `base` (only "QN") or `sessions` by weekday give the week, `use_official_days` (default true) the official
    days without those in `drop`; `days_off` and `makeup` are the office's own. An unknown key is refused.
    """
    unknown = set(office) - _KEYS
    if unknown:
        raise BadValue("office", min(unknown))
    sessions = office.get("sessions")
    base = office.get("base", "QN")
    if base not in BASES:
        raise BadValue("base", str(base), tuple(BASES))
    pattern = BASES[base] if sessions is None else WeekPattern.from_words(sessions)
    uses_official = office.get("use_official_days", True)
    dropped = {day_from(text, "drop") for text in office.get("drop") or ()}
    own = {day_from(text, "days_off"): DayKind.CLOSURE for text in office.get("days_off") or ()}
    made_up = {day_from(text, "makeup"): DayKind.MAKEUP_WORKDAY for text in office.get("makeup") or ()}
    return WorkingCalendar.build(
        [day for day in official.days if day.date not in dropped] if uses_official else (),
        [pattern],
        [OfficeDay(day, kind) for days in (own, made_up) for day, kind in days.items()],
        edition=official.edition,
        covered_until=official.covered_until,
        forecast=replace(official.forecast, dropped=frozenset(dropped)) if uses_official else None,
    )


def _facts(trouble: Exception) -> str:
    return f"{type(trouble).__name__}: {trouble}"


def answer_cases(
    cases: Iterable[Mapping[str, Any]],
    official: OfficialDays,
    explain: Callable[[Exception], str] = _facts,
) -> list[dict[str, Any]]:
    """`{"id", "due"}` for each case, `due` as YYYY-MM-DDTHH:MM.

    A case that has none gives `{"id", "due": null, "error"}`, in the words of `explain`, and the rest goes
    on. Like offices share one calendar.
    """
    calendars: dict[str, WorkingCalendar] = {}
    answers: list[dict[str, Any]] = []
    for case in cases:
        try:
            office = case.get("office") or {}
            key = repr(office)
            if key not in calendars:
                calendars[key] = case_calendar(office, official)
            answer = case_due(case, calendars[key])
            answers.append({"id": case["id"], "due": answer.at.isoformat(timespec="minutes")})
        except (Refusal, ValueError, TypeError, KeyError, AttributeError) as trouble:
            answers.append({"id": _id(case), "due": None, "error": explain(trouble)})
    return answers


def _id(case: Any) -> Any:
    return case.get("id") if isinstance(case, dict) else None


def case_due(case: Mapping[str, Any], calendar: WorkingCalendar) -> Due:
    """The due date of one case on its calendar."""
    cutoff = case.get("cutoff")
    return due(
        calendar,
        _instant(case["received"]),
        Term.of(case["term"]["value"], case["term"]["unit"]),
        policy=Policy(case.get("policy") or Policy.SAME_CLOCK),
        cutoff=None if cutoff is None else clock(cutoff),
        pauses=_pauses(case.get("pauses") or ()),
        on_resume=OnResume(case.get("on_resume") or OnResume.RESTART),
    )


def _pauses(pairs: Sequence[Sequence[str | None]]) -> list[Pause]:
    return [Pause(_instant(start), None if end is None else _instant(end)) for start, end in pairs]


def _instant(text: str | None) -> datetime:
    try:
        return datetime.fromisoformat(text or "")
    except ValueError:
        raise NoSuchTime("instant", str(text)) from None
