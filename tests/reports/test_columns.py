"""Every column counts what its form says, its formulas hold, and a cell opens what it counts."""

import re
from datetime import date

import pytest
from tests.counter_fixtures import Clock, draft
from tests.reports.conftest import BUSINESS, MARCH, figures

from motcua_desktop.counter.counter import Counter
from motcua_desktop.domain.dossier import Channel, Period
from motcua_desktop.domain.report import UnknownReport, figure_words

REPORTS = ("06a", "07a", "on-time")


@pytest.mark.parametrize("key", REPORTS)
@pytest.mark.parametrize("waiting", ["pending", "settled"])
@pytest.mark.parametrize("ended", ["settled", "apart"])
def test_every_cell_opens_as_many_dossiers_as_it_says_and_every_formula_holds(
    counter: Counter, month: dict[str, str], key: str, waiting: str, ended: str
) -> None:
    counter.office.set("report_waiting", waiting)
    counter.office.set("report_ended", ended)
    report = counter.reports.count(key, MARCH)
    assert report.broken == ()
    compared = 0
    for row in report.lines:
        for column, figure in zip(report.columns, row.figures, strict=True):
            if column.counts is None:
                continue
            lines = counter.reports.lines(report.ids(row, column))
            assert len(lines) == figure, (row.title, column.name)
            assert row is report.total or {line.field for line in lines} <= {row.key}
            compared += len(lines)
    assert compared > 40
    assert report.total.figures[0] == sum(int(row.figures[0] or 0) for row in report.rows)


def dossiers(counter: Counter, month: dict[str, str], key: str, column: str) -> set[str]:
    """The fates of `month` a column counts."""
    report = counter.reports.count(key, MARCH)
    found = {line.code for line in counter.reports.lines(report.ids(report.total, report.column(column)))}
    return {name for name, code in month.items() if code in found}


def test_biểu_06a_counts_each_dossier_where_the_circular_has_it(
    counter: Counter, month: dict[str, str]
) -> None:
    def of(column: str) -> set[str]:
        return dossiers(counter, month, "06a", column)

    assert of("carried") == {"carried", "carried late"}
    assert of("online") == {"online before", "copy online paid"}
    assert of("early") >= {"early", "refused"}
    assert of("on_time") >= {"withdrawn", "stopped", "closed"}
    assert of("late") == {"late", "late with letter", "carried", "refused late"}
    assert of("overdue") >= {"open late", "open with letter", "carried late"}
    assert of("in_time") == {"waiting"}
    assert "mistaken" not in of("taken")
    assert not of("taken") & {"not accepted", "unanswered", "unanswered late"}


def test_biểu_07a_tells_letters_channels_payments_and_what_ended_apart(
    counter: Counter, month: dict[str, str]
) -> None:
    def of(column: str) -> set[str]:
        return dossiers(counter, month, "07a", column)

    assert of("late_with") == {"late with letter"}
    assert of("late_without") == {"late", "carried", "refused late"}
    assert of("overdue_with") == {"open with letter"}
    assert of("post") == {"post"}
    assert of("paid") >= {"copy", "copy online paid", "copy by transfer"} and "copy unpaid" not in of("paid")
    assert of("paid_online") == {"copy online paid"}
    assert of("stopped") == {"stopped", "closed"}
    assert of("withdrawn") == {"withdrawn"}
    assert of("not_accepted") == {"not accepted"}
    assert (of("waiting"), of("waiting_late")) == ({"unanswered"}, {"unanswered late"})
    counter.office.set("report_transfer", "online")
    assert of("paid_online") == {"copy online paid", "copy by transfer"}


def test_a_letter_taken_back_on_its_day_is_no_letter(
    counter: Counter, month: dict[str, str], clock: Clock
) -> None:
    code = counter.intake.receive(draft(BUSINESS), slip=False).dossier.code
    counter.handling.apologise(code, "Chờ xác minh", counter.handling.propose_new_date(code))
    counter.letters.take_back([code])
    clock.set("2026-06-01T09:00")
    report = counter.reports.count("07a", Period(date(2026, 3, 3), date(2026, 5, 31)))
    without = counter.reports.lines(report.ids(report.total, report.column("overdue_without")))
    assert code in {line.code for line in without}


def test_what_the_register_has_no_fact_for_is_a_dash_and_said_in_a_note(
    counter: Counter, month: dict[str, str]
) -> None:
    report = counter.reports.count("07a", MARCH)
    for row in report.lines:
        cells = dict(zip((c.key for c in report.columns), row.figures, strict=True))
        assert [cells[k] for k in ("online_full", "online_part", "online_other", "beyond")] == [None] * 4
    assert figure_words(None) == "–"
    assert "ghi chung: 2 hồ sơ" in report.notes[0]
    assert dossiers(counter, month, "07a", "online_full") == {"online before", "copy online paid"}
    assert "căn cứ pháp lý chờ xác nhận" in report.head.issued


def test_withdrawn_stopped_and_closed_stand_apart_where_the_office_has_set_so(
    counter: Counter, month: dict[str, str]
) -> None:
    before = figures(counter.reports.count("06a", MARCH))
    counter.office.set("report_ended", "apart")
    report = counter.reports.count("06a", MARCH)
    after = figures(report)
    assert int(before["settled"] or 0) - int(after["settled"] or 0) == 3
    assert after["taken"] == before["taken"]
    assert "3 hồ sơ rút, dừng, đóng" in report.notes[0]
    assert report.broken == ()


def test_a_refusal_counts_by_its_day_or_as_on_time_as_the_office_has_set(
    counter: Counter, month: dict[str, str]
) -> None:
    counter.office.set("report_refused", "on_time")
    assert dossiers(counter, month, "06a", "late") == {"late", "late with letter", "carried"}


def test_waiting_for_a_supplement_is_in_time_or_settled_as_the_office_has_set(
    counter: Counter, month: dict[str, str]
) -> None:
    counter.office.set("report_waiting", "settled")
    assert "waiting" in dossiers(counter, month, "06a", "on_time")
    assert dossiers(counter, month, "06a", "in_time") == set()


def test_the_rate_is_that_of_the_circular_letter_and_never_rounded_up_to_a_target(
    counter: Counter, month: dict[str, str]
) -> None:
    report = counter.reports.count("on-time", MARCH)
    for row in report.rows:
        cells = dict(zip((c.key for c in report.columns), row.figures, strict=True))
        kept = int(cells["early"] or 0) + int(cells["on_time"] or 0)
        assert cells["target"] == ("96%" if row.key == "Đất đai" else "98%")
        if cells["settled"]:
            assert cells["rate"] == pytest.approx(kept / int(cells["settled"] or 0))
            assert cells["verdict"] == ("Đạt" if cells["rate"] >= 0.98 else "Chưa đạt")
        else:
            assert (cells["rate"], cells["verdict"]) == (None, None)
    assert figure_words(0.97999) == "97,9%"
    assert figure_words(1.0) == "100,0%"


def test_a_finished_period_reads_the_same_later(
    counter: Counter, month: dict[str, str], clock: Clock
) -> None:
    clock.set("2026-04-01T08:00")
    before = [counter.reports.count(key, MARCH) for key in REPORTS]
    for name in ("open late", "open with letter", "carried late"):
        counter.handling.result_ready(month[name])
    counter.handling.complete(month["waiting"])
    counter.online.accept(month["unanswered late"], slip=False)
    counter.online.not_accept(month["unanswered"], "Không thuộc thẩm quyền")
    clock.set("2026-05-04T08:00")
    for was, key in zip(before, REPORTS, strict=True):
        now = counter.reports.count(key, MARCH)
        assert (now.rows, now.total, now.notes) == (was.rows, was.total, was.notes)


def test_sent_online_in_one_period_and_received_in_the_next_it_belongs_to_the_next(
    counter: Counter, clock: Clock
) -> None:
    clock.set("2026-03-13T16:30")
    sent = draft(BUSINESS, channel=Channel.ONLINE, official_code="H48.25.12-2")
    code = counter.online.register(sent).dossier.code
    clock.set("2026-03-16T08:00")
    counter.online.accept(code, slip=False)
    clock.set("2026-03-20T08:00")
    first = figures(counter.reports.count("07a", Period(date(2026, 3, 1), date(2026, 3, 14))))
    then = counter.reports.count("06a", Period(date(2026, 3, 15), date(2026, 3, 31)))
    assert (first["taken"], first["waiting"]) == (0, 1)
    assert (figures(then)["taken"], figures(then)["online"], figures(then)["carried"]) == (1, 1, 0)


def test_a_period_that_has_not_begun_is_empty(counter: Counter, month: dict[str, str]) -> None:
    assert counter.reports.count("06a", Period(date(2026, 4, 1), date(2026, 4, 30))).total.figures[0] == 0


def test_each_field_has_its_line_in_vietnamese_order(counter: Counter, month: dict[str, str]) -> None:
    titles = [row.title for row in counter.reports.count("06a", MARCH).rows]
    assert titles == ["Chứng thực", "Thành lập và hoạt động doanh nghiệp (hộ kinh doanh)"]
    counter.intake.receive(draft("1.012753"))
    titles = [row.title for row in counter.reports.count("06a", MARCH).rows]
    assert titles[1] == "Đất đai"


def test_the_officer_hears_how_far_it_is_and_can_stop_it(counter: Counter, month: dict[str, str]) -> None:
    heard: list[tuple[int, int]] = []
    counter.reports.count("06a", MARCH, step=lambda done, total: heard.append((done, total)))
    assert heard[-1][0] <= heard[-1][1]

    class Stopped(Exception):
        pass

    def stop(done: int, total: int) -> None:
        raise Stopped

    with pytest.raises(Stopped):
        counter.reports.count("06a", MARCH, step=stop)


def test_a_report_there_is_not_is_refused_with_those_there_are(counter: Counter) -> None:
    with pytest.raises(UnknownReport) as refused:
        counter.reports.count("08b", MARCH)
    assert refused.value.known == REPORTS


def test_the_title_of_a_cell_is_on_the_form(counter: Counter) -> None:
    report = counter.reports.count("06a", MARCH)
    assert [c.number for c in report.columns] == list(range(3, 14))
    assert re.fullmatch(r"Kỳ báo cáo: Đột xuất", report.head.period)
