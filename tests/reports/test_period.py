"""Periods as an office cuts them (Decree 09/2019 Art. 12), by calendar, and what they are called."""

from datetime import date

import pytest
from tests.counter_fixtures import Clock

from motcua_desktop.counter.counter import Counter
from motcua_desktop.domain.dossier import Period
from motcua_desktop.domain.report_period import PeriodKind, ReportPeriod


def test_a_quarter_runs_from_day_15_before_it_to_day_14_of_its_last_month(counter: Counter) -> None:
    found = [counter.reports.days_of(ReportPeriod(PeriodKind.QUARTER, 2026, n)) for n in (1, 2, 3, 4)]
    assert [(str(d.start), str(d.end)) for d in found] == [
        ("2025-12-15", "2026-03-14"),
        ("2026-03-15", "2026-06-14"),
        ("2026-06-15", "2026-09-14"),
        ("2026-09-15", "2026-12-14"),
    ]


def test_the_other_periods_follow_the_same_cut() -> None:
    def days(kind: PeriodKind, number: int = 1, cutoff: int = 15) -> Period:
        return ReportPeriod(kind, 2026, number).days(cutoff)

    assert days(PeriodKind.MONTH, 11) == Period(date(2026, 10, 15), date(2026, 11, 14))
    assert days(PeriodKind.HALF, 2) == Period(date(2026, 6, 15), date(2026, 12, 14))
    assert days(PeriodKind.YEAR) == Period(date(2025, 12, 15), date(2026, 12, 14))
    assert days(PeriodKind.MONTH, 2, cutoff=1) == Period(date(2026, 2, 1), date(2026, 2, 28))


def test_the_office_sets_its_cut_and_a_calendar_period_is_there_beside_it(counter: Counter) -> None:
    counter.office.set("report_cutoff_day", 20)
    month = ReportPeriod(PeriodKind.MONTH, 2026, 3)
    assert counter.reports.days_of(month) == Period(date(2026, 2, 20), date(2026, 3, 19))
    assert counter.reports.days_of(month, calendar=True) == Period(date(2026, 3, 1), date(2026, 3, 31))


def test_late_december_belongs_to_the_first_quarter_of_the_next_year() -> None:
    found = ReportPeriod.holding(date(2026, 12, 20), PeriodKind.QUARTER, 15)
    assert (found.year, found.number) == (2027, 1)


@pytest.mark.parametrize(
    ("period", "words"),
    [
        (ReportPeriod(PeriodKind.MONTH, 2026, 3), "Tháng 3 năm 2026"),
        (ReportPeriod(PeriodKind.QUARTER, 2026, 4), "Quý IV năm 2026"),
        (ReportPeriod(PeriodKind.HALF, 2026, 1), "6 tháng đầu năm 2026"),
        (ReportPeriod(PeriodKind.YEAR, 2026), "Năm 2026"),
        (Period(date(2026, 3, 2), date(2026, 3, 6)), "Đột xuất"),
    ],
)
def test_a_period_is_called_as_reports_call_it(
    counter: Counter, clock: Clock, period: ReportPeriod | Period, words: str
) -> None:
    assert counter.reports.count("06a", period).period_name == words


def test_figures_are_as_of_the_end_of_the_period_or_of_now_while_it_lasts(
    counter: Counter, clock: Clock
) -> None:
    quarter = ReportPeriod(PeriodKind.QUARTER, 2026, 1)
    assert counter.reports.count("06a", quarter).counted_at == clock()
    clock.set("2026-04-02T08:00")
    assert counter.reports.count("06a", quarter).counted_at.isoformat() == "2026-03-14T23:59:59"
