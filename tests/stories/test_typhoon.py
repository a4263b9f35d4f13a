"""A typhoon in September 2026: the office announces on Tuesday that it is closed on Thursday and Friday.

What was printed moves only as the officer decides for each dossier; who will be late gets a letter.
"""

from __future__ import annotations

from datetime import date, datetime

import pytest
from tests.counter_fixtures import Clock, draft

from motcua_desktop.counter.counter import Counter
from motcua_desktop.domain.calendar_change import CalendarChange, Decision
from motcua_desktop.domain.calendar_errors import UndecidedDossiers
from motcua_desktop.domain.days_off import DayKind, OfficeDay
from motcua_desktop.domain.dossier import Dossier, PromiseReason
from motcua_desktop.domain.errors import AlreadyReappointed
from motcua_desktop.domain.lifecycle import Status

THURSDAY, FRIDAY = date(2026, 9, 24), date(2026, 9, 25)
ORDER = "Bão số 8, tàu nghỉ chạy (Thông báo 41/TB-UBND)"
STORM = CalendarChange(
    ORDER, tuple(OfficeDay(day, DayKind.CLOSURE, "Bão số 8") for day in (THURSDAY, FRIDAY))
)


def receive(counter: Counter, clock: Clock, at: str, name: str, procedure: str = "1.001612") -> Dossier:
    """A dossier received at `at`; by default a household business, three working days."""
    clock.set(at)
    return counter.intake.receive(draft(procedure, name)).dossier


def now(counter: Counter, dossier: Dossier) -> Dossier:
    return counter.register.dossier(dossier.code)


def test_a_typhoon_closes_the_office_and_every_promise_is_decided_by_a_person(
    counter: Counter, clock: Clock
) -> None:
    before = receive(counter, clock, "2026-09-18T08:00", "Bùi Thị Sen")
    moved = receive(counter, clock, "2026-09-21T10:00", "Lê Văn Hải")
    kept = receive(counter, clock, "2026-09-22T08:30", "Phạm Thị Mận")
    waiting = receive(counter, clock, "2026-09-22T09:00", "Võ Minh Hải")
    counter.handling.ask_supplement(waiting.code, "Bản sao thẻ căn cước", "Thiếu thành phần hồ sơ")
    assert [one.due_at for one in (before, moved, kept)] == [
        datetime(2026, 9, 23, 8),
        datetime(2026, 9, 24, 10),
        datetime(2026, 9, 25, 8, 30),
    ]

    # Tuesday 15:00, the notice. It is weighed first: who is hit, and nothing is written.
    clock.set("2026-09-22T15:00")
    preview = counter.calendar_office.preview(STORM)
    assert {one.code: one.new_due for one in preview.moved} == {
        moved.code: datetime(2026, 9, 28, 10),
        kept.code: datetime(2026, 9, 29, 8, 30),
    }, "the one due on Wednesday and the one that waits are not touched"
    with pytest.raises(UndecidedDossiers):
        counter.calendar_office.apply(STORM, {moved.code: Decision.MOVE})
    assert now(counter, moved).promises == moved.promises

    # One citizen is telephoned and gets a new slip; the other's date stands, he has the paper in his hand.
    counter.calendar_office.apply(STORM, {moved.code: Decision.MOVE, kept.code: Decision.KEEP})
    after = now(counter, moved)
    assert [promise.due_at for promise in after.promises] == [moved.due_at, datetime(2026, 9, 28, 10)]
    assert (after.promise.reason, after.promise.note) == (PromiseReason.CALENDAR, ORDER)
    slip = counter.paper.text_of(counter.paper.draw(after, "receipt"))
    assert "28" in slip and "10 giờ 00" in slip
    assert now(counter, kept).promises == kept.promises

    # Wednesday is the last open day before the kept date. It will not be ready: its letter goes today.
    clock.set("2026-09-23T07:40")
    counter.handling.result_ready(before.code)
    assert kept.code in counter.handling.needs_apology()
    letter = counter.handling.apologise(kept.code, ORDER, datetime(2026, 9, 29, 16))
    assert letter.warnings == (), "sent before the date, one day at least (Art. 19.6)"
    with pytest.raises(AlreadyReappointed):
        counter.handling.apologise(kept.code, ORDER)

    # The typhoon passes. Nobody is late on the closed days who was given a new date.
    clock.set("2026-09-25T12:00")
    assert counter.register.overdue() == []
    clock.set("2026-09-28T09:30")
    ready = counter.handling.result_ready(moved.code).dossier
    assert ready.apologies == () and ready.status is Status.RESULT_READY, "moved by the closure: no letter"
    clock.set("2026-09-29T15:00")
    counter.handling.result_ready(kept.code)
    assert counter.register.overdue() == []

    # Statistics: the moved date is the limit, the letter's is not (report 06a counts from the first promise).
    in_time = counter.register.today().on_time[-1]
    assert (in_time.finished, in_time.in_time) == (3, 2)
    assert counter.safekeeping.check().findings == ()


def test_what_is_received_while_the_notice_stands_is_promised_beyond_the_storm(
    counter: Counter, clock: Clock
) -> None:
    clock.set("2026-09-22T15:00")
    counter.calendar_office.apply(STORM)
    late = receive(counter, clock, "2026-09-23T15:10", "Trần Thị Bưởi", "2.000815")
    assert late.appointment_at == datetime(2026, 9, 28, 17), "a copy after three: the next day that is open"
    three_days = receive(counter, clock, "2026-09-23T16:00", "Đặng Thị Cúc")
    assert three_days.due_at == datetime(2026, 9, 30, 16)
    # The office's clocks stand still as well: three working days to ask for what is missing.
    clock.set("2026-09-30T16:30")
    asked = counter.handling.ask_supplement(three_days.code, "Bản sao", "Thiếu")
    assert [warning.what for warning in asked.warnings] == []
