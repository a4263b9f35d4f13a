"""A changed calendar: what it would do, what is decided per dossier, and what is never done silently."""

from datetime import date, datetime, time

import pytest
from tests.counter_fixtures import Clock, draft

from motcua_desktop.counter.counter import Counter
from motcua_desktop.domain.calendar_change import CalendarChange, Decision
from motcua_desktop.domain.calendar_errors import (
    CalendarMovedOn,
    DayNotKept,
    NoSuchEdition,
    NoSuchProposal,
    NothingChanges,
    PromiseInThePast,
    UndecidedDossiers,
)
from motcua_desktop.domain.days_off import DayKind, OfficeDay
from motcua_desktop.domain.dossier import Dossier, Officer, PromiseReason
from motcua_desktop.domain.errors import NotPermitted
from motcua_desktop.domain.lifecycle import Move, Role
from motcua_desktop.domain.office_hours import Session, WeekPattern
from motcua_desktop.domain.terms import Term
from motcua_desktop.domain.time_errors import ContradictoryDays, NoWorkingDay

FRIDAY = date(2026, 3, 6)
STORM = CalendarChange("Bão, tàu nghỉ chạy", (OfficeDay(FRIDAY, DayKind.CLOSURE, "Bão"),))
KEEP, MOVE = Decision.KEEP, Decision.MOVE


def receive(counter: Counter, days: str = "4", at: str = "2026-03-02T08:00", **fields: object) -> Dossier:
    """A dossier received at `at` with a term of `days` working days; by default due Friday 6 March."""
    when = datetime.fromisoformat(at)
    wanted = draft(
        "1.001612", term=Term.of(days, "working_day"), term_reason="thử", received_at=when, **fields
    )
    return counter.intake.receive(wanted, slip=False).dossier


def again(counter: Counter, dossier: Dossier) -> Dossier:
    return counter.register.dossier(dossier.code)


def test_a_closure_lists_each_open_dossier_whose_date_would_differ(counter: Counter) -> None:
    hit, untouched = receive(counter), receive(counter, "2")
    preview = counter.calendar_office.preview(STORM)
    assert [one.code for one in preview.moved] == [hit.code]
    assert preview.checked == 2
    moved = preview.moved[0]
    assert (moved.due_at, moved.new_due) == (datetime(2026, 3, 6, 8), datetime(2026, 3, 9, 8))
    assert not moved.is_earlier
    assert [day.date for day in preview.days] == [FRIDAY]
    assert again(counter, untouched).due_at == datetime(2026, 3, 4, 8)
    assert counter.calendar_office.calendar().is_working(FRIDAY), "a preview writes nothing"


def test_every_dossier_has_to_be_decided_and_nothing_is_written_before(counter: Counter) -> None:
    first, second = receive(counter), receive(counter)
    with pytest.raises(UndecidedDossiers) as refused:
        counter.calendar_office.apply(STORM, {first.code: KEEP})
    assert refused.value.codes == (second.code,)
    assert counter.calendar_office.editions() == ()
    assert len(again(counter, first).promises) == 1


def test_a_kept_promise_stays_as_printed_and_is_not_asked_again(counter: Counter) -> None:
    kept = receive(counter)
    applied = counter.calendar_office.apply(STORM, {kept.code: KEEP})
    assert (applied.kept, applied.moved) == ((kept.code,), ())
    assert again(counter, kept).promises == kept.promises
    later = CalendarChange("Cúng đình", (OfficeDay(date(2026, 3, 20), DayKind.CLOSURE),))
    assert counter.calendar_office.preview(later).moved == ()


def test_a_moved_promise_is_a_new_one_with_its_reason_and_event(counter: Counter) -> None:
    dossier = receive(counter)
    applied = counter.calendar_office.apply(STORM, default=MOVE)
    assert applied.moved == (dossier.code,)
    after = again(counter, dossier)
    assert [promise.due_at for promise in after.promises] == [
        datetime(2026, 3, 6, 8),
        datetime(2026, 3, 9, 8),
    ]
    assert after.promise.reason is PromiseReason.CALENDAR
    assert after.promise.edition == "2026.1"
    assert after.promise.note == "Bão, tàu nghỉ chạy"
    assert after.events[-1].move is Move.MOVE_DUE
    assert after.events[-1].facts["old"] == "2026-03-06T08:00:00"
    assert counter.safekeeping.check().findings == ()


def test_a_decision_of_one_dossier_beats_the_default(counter: Counter) -> None:
    first, second = receive(counter), receive(counter)
    applied = counter.calendar_office.apply(STORM, {first.code: KEEP}, default=MOVE)
    assert (applied.kept, applied.moved) == ((first.code,), (second.code,))


def test_a_session_closed_by_a_storm_moves_only_what_needed_it(counter: Counter, clock: Clock) -> None:
    clock.set("2026-03-02T14:00")
    receive(counter, at="2026-03-02T08:00")
    afternoon = receive(counter, at="2026-03-02T14:00")
    closed = OfficeDay(FRIDAY, DayKind.CLOSURE, "Bão", (Session(time(13, 30), time(17)),))
    preview = counter.calendar_office.preview(CalendarChange("Bão", (closed,)))
    assert [(one.code, one.new_due) for one in preview.moved] == [
        (afternoon.code, datetime(2026, 3, 6, 11, 30))
    ]
    assert preview.moved[0].is_earlier


def test_a_dossier_waiting_for_its_supplement_has_no_date_to_move(counter: Counter, clock: Clock) -> None:
    dossier = receive(counter)
    clock.set("2026-03-03T08:00")
    counter.handling.ask_supplement(dossier.code, "Bản chính", "Thiếu")
    assert counter.calendar_office.preview(STORM).differing == ()


def test_a_supplemented_dossier_moves_from_its_completion(counter: Counter, clock: Clock) -> None:
    dossier = receive(counter)
    clock.set("2026-03-03T08:00")
    counter.handling.ask_supplement(dossier.code, "Bản chính", "Thiếu")
    clock.set("2026-03-04T09:00")
    assert counter.handling.complete(dossier.code).dossier.due_at == datetime(2026, 3, 10, 9)
    moved = counter.calendar_office.preview(STORM).moved
    assert [one.new_due for one in moved] == [datetime(2026, 3, 11, 9)]


def test_an_earlier_appointment_stays_while_the_office_is_open_then(counter: Counter) -> None:
    early = receive(counter, appointment=datetime(2026, 3, 5, 9))
    closed = receive(counter, "5", appointment=datetime(2026, 3, 6, 9))
    moved = {one.code: one for one in counter.calendar_office.preview(STORM).moved}
    assert moved[early.code].new_appointment == datetime(2026, 3, 5, 9)
    assert moved[closed.code].new_appointment == datetime(2026, 3, 9, 7)


def test_the_date_of_an_apology_moves_only_when_its_day_is_closed(counter: Counter, clock: Clock) -> None:
    dossier, other = receive(counter, "2"), receive(counter, "2")
    clock.set("2026-03-03T08:00")
    counter.handling.apologise(dossier.code, "Chờ xác minh", datetime(2026, 3, 6, 17))
    counter.handling.apologise(other.code, "Chờ xác minh", datetime(2026, 3, 9, 17))
    moved = counter.calendar_office.preview(STORM).moved
    assert [(one.code, one.new_due) for one in moved] == [(dossier.code, datetime(2026, 3, 9, 17))]


def test_an_undone_edition_is_a_new_one_and_shows_the_earlier_date(counter: Counter) -> None:
    dossier = receive(counter)
    number = counter.calendar_office.apply(STORM, default=MOVE).edition
    undo = CalendarChange("Bão tan", undo=number)
    moved = counter.calendar_office.preview(undo).moved
    assert [(one.code, one.is_earlier) for one in moved] == [(dossier.code, True)]
    assert counter.calendar_office.apply(undo, default=KEEP).edition == 2
    assert counter.calendar_office.calendar().is_working(FRIDAY)
    assert again(counter, dossier).due_at == datetime(2026, 3, 9, 8), "the printed date stands"
    assert [one.number for one in counter.calendar_office.editions()] == [2, 1]


def test_an_older_edition_is_undone_without_touching_the_newer(counter: Counter) -> None:
    counter.calendar_office.apply(STORM)
    other = CalendarChange("Lễ", (OfficeDay(date(2026, 3, 20), DayKind.HOLIDAY, "Lễ"),))
    counter.calendar_office.apply(other)
    counter.calendar_office.apply(CalendarChange(undo=1))
    calendar = counter.calendar_office.calendar()
    assert calendar.is_working(FRIDAY)
    assert not calendar.is_working(date(2026, 3, 20))


def test_the_proposed_swap_is_applied_only_when_the_office_confirms_it(counter: Counter) -> None:
    office = counter.calendar_office
    monday, saturday = date(2026, 11, 23), date(2026, 11, 28)
    assert office.calendar().is_working(monday)
    assert office.calendar().day_info(monday).proposed is not None
    office.apply(CalendarChange("QĐ 1234/QĐ-TTg", confirm=(monday,)))
    assert not office.calendar().is_working(monday)
    assert office.calendar().is_working(saturday)
    assert office.calendar().day_info(saturday).kind is DayKind.MAKEUP_WORKDAY
    assert office.calendar().pending == ()


def test_a_dismissed_proposal_is_shown_no_longer_and_can_come_back(counter: Counter) -> None:
    office = counter.calendar_office
    number = office.apply(CalendarChange(dismiss=(date(2026, 11, 28),))).edition
    assert office.calendar().pending == ()
    assert office.calendar().is_working(date(2026, 11, 23))
    office.apply(CalendarChange(undo=number))
    assert len(office.calendar().pending) == 1


def test_hours_change_from_their_date_on(counter: Counter) -> None:
    winter = WeekPattern.monday_to_friday(
        (Session(time(7, 30), time(11, 30)), Session(time(13), time(17))), date(2026, 3, 9)
    )
    dossier = receive(counter, "5", at="2026-03-02T07:10")
    preview = counter.calendar_office.preview(CalendarChange("Mùa đông", patterns=(winter,)))
    assert [(one.code, one.new_due) for one in preview.moved] == [(dossier.code, datetime(2026, 3, 9, 7, 30))]
    counter.calendar_office.apply(CalendarChange("Mùa đông", patterns=(winter,)), default=KEEP)
    calendar = counter.calendar_office.calendar()
    assert str(calendar.sessions(date(2026, 3, 6))[0]) == "07:00-11:30"
    assert str(calendar.sessions(date(2026, 3, 9))[0]) == "07:30-11:30"


def test_a_saturday_desk_counts_only_when_it_is_said_to(counter: Counter) -> None:
    morning = (Session(time(7, 30), time(11)),)
    week = WeekPattern.monday_to_friday().sessions
    receive(counter)
    only_receives = WeekPattern(week, date(2026, 3, 1), ((),) * 5 + (morning, ()))
    assert counter.calendar_office.preview(CalendarChange("T7", patterns=(only_receives,))).days == ()
    counts = WeekPattern((*week[:5], morning, ()), date(2026, 3, 1))
    dossier = receive(counter, "6")
    moved = counter.calendar_office.preview(CalendarChange("T7", patterns=(counts,))).moved
    assert [(one.code, one.is_earlier) for one in moved] == [(dossier.code, True)]


def test_a_change_weighed_on_an_older_calendar_is_weighed_again(counter: Counter) -> None:
    weighed = counter.calendar_office.preview(STORM).base
    counter.calendar_office.apply(CalendarChange("Lễ", (OfficeDay(date(2026, 3, 20), DayKind.HOLIDAY),)))
    with pytest.raises(CalendarMovedOn):
        counter.calendar_office.apply(STORM, default=KEEP, weighed=weighed)


@pytest.mark.parametrize(
    ("change", "refusal"),
    [
        (CalendarChange("nothing"), NothingChanges),
        (CalendarChange(remove=(FRIDAY,)), DayNotKept),
        (CalendarChange(undo=1), NoSuchEdition),
        (CalendarChange(undo=0), NoSuchEdition),
        (CalendarChange(confirm=(FRIDAY,)), NoSuchProposal),
        (
            CalendarChange(add=(*STORM.add, OfficeDay(FRIDAY, DayKind.MAKEUP_WORKDAY))),
            ContradictoryDays,
        ),
        (
            CalendarChange(
                add=tuple(
                    OfficeDay(date.fromordinal(date(2026, 3, 1).toordinal() + n), DayKind.CLOSURE)
                    for n in range(600)
                )
            ),
            NoWorkingDay,
        ),
    ],
)
def test_a_change_that_makes_no_sense_is_refused(
    counter: Counter, change: CalendarChange, refusal: type[Exception]
) -> None:
    with pytest.raises(refusal):
        counter.calendar_office.apply(change, default=KEEP)
    assert counter.calendar_office.editions() == ()


def test_only_who_leads_the_office_changes_its_calendar(counter: Counter) -> None:
    counter._desk.officer = Officer("Lê Văn Tám", Role.RECEIVE)
    with pytest.raises(NotPermitted):
        counter.calendar_office.apply(STORM)


def test_the_year_at_a_glance_counts_its_working_days_and_names_its_notice(counter: Counter) -> None:
    sheet = counter.calendar_office.year(2026)
    assert (sheet.working_days, len(sheet.days), sheet.provisional) == (249, 365, False)
    assert "9441/TB-BNV" in sheet.notice
    assert counter.calendar_office.year(2027).provisional


def test_a_date_that_has_gone_by_is_kept_and_cannot_be_promised(counter: Counter, clock: Clock) -> None:
    dossier = receive(counter)
    office = counter.calendar_office
    office.apply(STORM, default=MOVE)
    clock.set("2026-03-09T07:30")
    undo = CalendarChange(undo=1)
    assert [one.is_past for one in office.preview(undo).moved] == [True]
    with pytest.raises(PromiseInThePast) as refused:
        office.apply(undo, {dossier.code: MOVE})
    assert refused.value.codes == (dossier.code,)
    assert office.apply(undo, default=MOVE).kept == (dossier.code,)
    assert again(counter, dossier).due_at == datetime(2026, 3, 9, 8)
