"""Form 06a: every column counts what the circular says, and its formulas hold."""

from datetime import date

import pytest
from tests.counter_fixtures import Clock, draft

from motcua_desktop.counter.counter import Counter
from motcua_desktop.counter.reports import Reports
from motcua_desktop.domain.dossier import Channel, Period
from motcua_desktop.domain.report import PeriodKind, Report, ReportPeriod
from motcua_desktop.reports import on_time

MARCH = Period(date(2026, 3, 3), date(2026, 3, 31))
BIRTH, COPY, BUSINESS = "1.001193", "2.000815", "1.001612"


@pytest.fixture
def reports(counter: Counter) -> Reports:
    return counter.reports


def figures(report: Report, row: str | None = None) -> dict[str, int]:
    line = report.total if row is None else next(r for r in report.rows if r.key == row)
    return {c.key: figure for c, figure in zip(report.columns, line.figures, strict=True)}


def test_a_quarter_runs_from_day_15_before_it_to_day_14_of_its_last_month() -> None:
    days = [ReportPeriod(PeriodKind.QUARTER, 2026, n).days() for n in (1, 2, 3, 4)]
    assert [(str(d.start), str(d.end)) for d in days] == [
        ("2025-12-15", "2026-03-14"),
        ("2026-03-15", "2026-06-14"),
        ("2026-06-15", "2026-09-14"),
        ("2026-09-15", "2026-12-14"),
    ]


def test_the_other_periods_follow_the_same_cut() -> None:
    assert ReportPeriod(PeriodKind.MONTH, 2026, 11).days() == Period(date(2026, 10, 15), date(2026, 11, 14))
    assert ReportPeriod(PeriodKind.HALF, 2026, 2).days() == Period(date(2026, 6, 15), date(2026, 12, 14))
    assert ReportPeriod(PeriodKind.YEAR, 2026).days() == Period(date(2025, 12, 15), date(2026, 12, 14))
    assert ReportPeriod(PeriodKind.MONTH, 2026, 2).days(1) == Period(date(2026, 2, 1), date(2026, 2, 28))


def test_late_december_belongs_to_the_first_quarter_of_the_next_year() -> None:
    found = ReportPeriod.holding(date(2026, 12, 20), PeriodKind.QUARTER)
    assert (found.year, found.number) == (2027, 1)


def test_what_came_before_the_period_is_carried_and_what_came_in_it_is_told_by_channel(
    counter: Counter, reports: Reports, clock: Clock
) -> None:
    counter.intake.receive(draft(BUSINESS))
    clock.set("2026-03-03T08:00")
    counter.intake.receive(draft(BUSINESS))
    counter.intake.receive(draft(BUSINESS, channel=Channel.ONLINE, official_code="H48.25.12-260303-9001"))
    found = figures(reports.on_time(MARCH))
    assert (found["taken"], found["carried"], found["direct"], found["online"]) == (3, 1, 1, 1)


def test_settled_is_early_on_its_day_or_late(counter: Counter, reports: Reports, clock: Clock) -> None:
    clock.set("2026-03-03T08:00")
    early, same, late, open_one = (counter.intake.receive(draft(BUSINESS)).dossier for _ in range(4))
    assert same.due_at is not None
    counter.handling.result_ready(early.code)
    clock.set(same.due_at.replace(hour=7, minute=45).isoformat())
    counter.handling.result_ready(same.code)
    clock.set("2026-03-20T09:00")
    counter.handling.result_ready(late.code)
    report = reports.on_time(MARCH)
    found = figures(report)
    assert (found["settled"], found["early"], found["on_time"], found["late"]) == (3, 1, 1, 1)
    assert (found["pending"], found["overdue"]) == (1, 1)
    assert report.broken == ()
    lines = reports.dossiers(report, None, "overdue")
    assert [line.code for line in lines] == [open_one.code]


def test_a_finished_period_reads_the_same_later(counter: Counter, reports: Reports, clock: Clock) -> None:
    clock.set("2026-03-03T08:00")
    code = counter.intake.receive(draft(BUSINESS)).dossier.code
    clock.set("2026-04-01T08:00")
    before = reports.on_time(MARCH)
    counter.handling.result_ready(code)
    clock.set("2026-05-04T08:00")
    assert reports.on_time(MARCH) == before
    assert figures(before)["overdue"] == 1


def test_waiting_for_a_supplement_is_in_time_or_settled_as_the_office_has_set(
    counter: Counter, reports: Reports, clock: Clock
) -> None:
    clock.set("2026-03-03T08:00")
    code = counter.intake.receive(draft(BUSINESS)).dossier.code
    counter.handling.ask_supplement(code, "Bản sao giấy chứng nhận", "Thiếu giấy tờ")
    clock.set("2026-03-30T08:00")
    found = figures(reports.on_time(MARCH))
    assert (found["in_time"], found["overdue"], found["on_time"]) == (1, 0, 0)
    counter.office.set("report_waiting", "settled")
    report = reports.on_time(MARCH)
    assert (figures(report)["on_time"], figures(report)["pending"]) == (1, 0)
    assert report.broken == ()


def test_withdrawn_counts_as_settled_on_time(counter: Counter, reports: Reports, clock: Clock) -> None:
    clock.set("2026-03-03T08:00")
    code = counter.intake.receive(draft(BUSINESS)).dossier.code
    counter.handling.withdraw(code, "Không còn nhu cầu")
    assert figures(reports.on_time(MARCH))["on_time"] == 1


def test_each_field_has_its_line(counter: Counter, reports: Reports, clock: Clock) -> None:
    clock.set("2026-03-03T08:00")
    for procedure in (BUSINESS, BUSINESS, COPY):
        counter.intake.receive(draft(procedure))
    report = reports.on_time(MARCH)
    assert sorted(figures(report, row.key)["taken"] for row in report.rows) == [1, 2]


def test_a_formula_that_does_not_hold_is_named() -> None:
    counted = dict.fromkeys((column.key for column in on_time.COLUMNS), 0)
    report = on_time.report("UBND", MARCH, [("Hộ tịch", {**counted, "taken": 2, "online": 1})])
    told = {(one.row, one.formula, one.left, one.right) for one in report.broken}
    assert ("Hộ tịch", "(3) = (4) + (5) + (6)", 2, 1) in told
    assert ("Hộ tịch", "(3) = (7) + (11)", 2, 0) in told
