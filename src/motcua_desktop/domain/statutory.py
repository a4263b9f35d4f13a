"""The clocks the law itself sets around a dossier, each a rule with its article, edition and unit.

The unit is data: where the text says only "ngày" the law digest leaves it open, and the office may replace
the rule (`dataclasses.replace(rule, unit=…)`) without touching code.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum

from motcua_desktop.domain.calendar import WorkingCalendar
from motcua_desktop.domain.deadline import Due, Policy, Term, Unit, due


class Clock(StrEnum):
    """The clocks around a dossier."""

    ONLINE_NOTICE = "online_notice"
    ONLINE_ACCEPTANCE = "online_acceptance"
    ONLINE_LATENESS = "online_lateness"
    SUPPLEMENT_REQUEST = "supplement_request"
    SUPPLEMENT_CLOSING = "supplement_closing"
    APOLOGY = "apology"
    FORWARDING = "forwarding"


@dataclass(frozen=True, slots=True)
class StatutoryRule:
    """A time limit of the law. `confirmed` False: the text leaves the unit open and the office should decide.

    `policy` and `cutoff` as for any term; `effective_from` the first day the edition governs.
    """

    clock: Clock
    value: int
    unit: Unit
    article: str
    edition: str
    effective_from: date
    policy: Policy = Policy.END_OF_DAY
    cutoff: time | None = None
    confirmed: bool = True

    @property
    def term(self) -> Term:
        """The limit as a term."""
        return Term.of(self.value, self.unit)


_118 = "NĐ 118/2025/NĐ-CP"
_61 = "NĐ 61/2018/NĐ-CP"
_SINCE_118, _SINCE_61 = date(2025, 7, 1), date(2018, 6, 21)
_SINCE_107 = date(2021, 12, 6)

RULES: tuple[StatutoryRule, ...] = (
    StatutoryRule(
        Clock.ONLINE_NOTICE, 2, Unit.CLOCK_HOUR, "Điều 17 khoản 2", _118, _SINCE_118, confirmed=False
    ),
    StatutoryRule(Clock.ONLINE_ACCEPTANCE, 8, Unit.WORKING_HOUR, "Điều 17 khoản 2 điểm c", _118, _SINCE_118),
    StatutoryRule(
        Clock.ONLINE_ACCEPTANCE,
        8,
        Unit.WORKING_HOUR,
        "Điều 17 khoản 2; NĐ 45/2020, Điều 11 khoản 4",
        _61,
        _SINCE_107,
    ),
    StatutoryRule(
        Clock.ONLINE_LATENESS,
        1,
        Unit.WORKING_DAY,
        "Điều 11 khoản 2",
        "QĐ 44/2022/QĐ-UBND",
        date(2022, 11, 24),
        Policy.SAME_CLOCK,
    ),
    StatutoryRule(Clock.SUPPLEMENT_REQUEST, 3, Unit.WORKING_DAY, "Điều 19 khoản 5", _118, _SINCE_118),
    StatutoryRule(Clock.SUPPLEMENT_REQUEST, 3, Unit.WORKING_DAY, "Điều 19 khoản 4", _61, _SINCE_61),
    StatutoryRule(
        Clock.SUPPLEMENT_CLOSING, 15, Unit.CALENDAR_DAY, "Điều 19 khoản 5", _118, _SINCE_118, confirmed=False
    ),
    StatutoryRule(Clock.APOLOGY, 1, Unit.CALENDAR_DAY, "Điều 19 khoản 6", _118, _SINCE_118, confirmed=False),
    StatutoryRule(Clock.APOLOGY, 1, Unit.CALENDAR_DAY, "Điều 19 khoản 9", _61, _SINCE_61, confirmed=False),
    StatutoryRule(Clock.FORWARDING, 0, Unit.WORKING_DAY, "Điều 18", _118, _SINCE_118, cutoff=time(15)),
    StatutoryRule(Clock.FORWARDING, 0, Unit.WORKING_DAY, "Điều 18 khoản 2", _61, _SINCE_61, cutoff=time(15)),
)


def rule_on(clock: Clock, day: date, rules: tuple[StatutoryRule, ...] = RULES) -> StatutoryRule | None:
    """The rule for `clock` in force on `day`, None before its first edition."""
    in_force = [rule for rule in rules if rule.clock is clock and rule.effective_from <= day]
    return max(in_force, key=lambda rule: rule.effective_from, default=None)


def limit(calendar: WorkingCalendar, rule: StatutoryRule, since: datetime) -> Due:
    """The last instant at which the rule is still kept, counted from `since`.

    `since` is when the system received an online dossier (Art. 17.2), the reception (Art. 19.5, supplement
    request) or the supplement notice (Art. 19.5, closing).
    """
    return due(calendar, since, rule.term, policy=rule.policy, cutoff=rule.cutoff)


def apology_limit(calendar: WorkingCalendar, rule: StatutoryRule, due_at: datetime) -> datetime:
    """The last instant for the apology letter: closing of the day that lies `rule.value` days before the due
    day (Art. 19.6); when that is a day off, closing of the working day before it, so that it can be sent."""
    day = due_at.date()
    if rule.unit is Unit.WORKING_DAY:
        day = calendar.nth_working_day(day, -rule.value)
    else:
        day -= timedelta(days=rule.value)
    if not calendar.is_working(day):
        day = calendar.nth_working_day(day, -1)
    return calendar.close_of(day) or due_at


def forwarding_limit(calendar: WorkingCalendar, rule: StatutoryRule, received: datetime) -> datetime:
    """Until when paper must have gone to the settling unit: closing of the day of receipt or, when it came
    after 15:00 of a working day, the start of the next one (Art. 18)."""
    start = calendar.deemed_start(received, rule.cutoff)
    if start.date() > received.date() and calendar.is_working(received.date()):
        return start
    return calendar.close_of(start.date()) or start
