"""Tết 2026 at the counter: a paper is missing, the office is closed for nine days, the citizen comes back.

Days off: 16–20 February 2026 (Notice 9441/TB-BNV), between the weekends of the 14th and the 21st.
"""

from __future__ import annotations

from datetime import datetime

import pytest
from tests.counter_fixtures import Clock, draft

from motcua_desktop.counter.counter import Counter
from motcua_desktop.domain.dossier import Dossier, PromiseReason
from motcua_desktop.domain.errors import TooEarlyToClose
from motcua_desktop.domain.lifecycle import Status
from motcua_desktop.domain.statutory import Clock as Statutory
from motcua_desktop.domain.trace import sentence

BUSINESS = "1.001612"  # a household business, three working days
MISSING = "Giấy chứng minh địa điểm kinh doanh"


@pytest.fixture
def shop(counter: Counter, clock: Clock) -> Dossier:
    """Received on Wednesday 11 February at 09:00, three days before the office closes for Tết."""
    clock.set("2026-02-11T09:00")
    return counter.intake.receive(draft(BUSINESS, "Đặng Thị Cúc"), slip=False).dossier


def until(counter: Counter, code: str, clock: Statutory) -> datetime | None:
    states = {state.clock: state.until for state in counter.clocks.of(counter.register.dossier(code))}
    return states.get(clock)


def test_a_supplement_asked_before_tet_and_brought_after_it_starts_the_term_again(
    counter: Counter, clock: Clock, shop: Dossier
) -> None:
    # Thursday, Friday, then the Monday after Tết: the nine days between are none of the three.
    assert shop.due_at == datetime(2026, 2, 23, 9)
    why = counter.register.why(shop)
    assert why is not None and "16–20/02 nghỉ Tết Nguyên đán" in sentence(why)

    # Art. 19.5: asked within three working days, so also on the first day after Tết, once and in writing.
    assert until(counter, shop.code, Statutory.SUPPLEMENT_REQUEST) == datetime(2026, 2, 23, 17)
    clock.set("2026-02-13T10:00")
    asked = counter.handling.ask_supplement(shop.code, MISSING, "Thiếu thành phần hồ sơ")
    assert asked.warnings == ()
    assert asked.paper is not None, asked.paper_trouble
    assert MISSING in " ".join(counter.paper.text_of(asked.paper.read_bytes()).split())

    # No clock of the office runs through Tết: nothing is late, near its date, or to be apologised for.
    for day in ("2026-02-18T09:00", "2026-02-23T09:30", "2026-02-24T16:00"):
        clock.set(day)
        assert counter.register.overdue() == [] and counter.register.near_due() == []
        assert counter.handling.needs_apology() == []
        assert counter.register.dossier(shop.code).status is Status.WAITING

    # Wednesday 25 February the paper is there: three working days again from the beginning.
    clock.set("2026-02-25T08:30")
    whole = counter.handling.complete(shop.code).dossier
    assert whole.status is Status.IN_PROCESS
    assert whole.due_at == whole.appointment_at == datetime(2026, 3, 2, 8, 30)
    first, second = whole.promises
    assert (first.reason, first.due_at) == (PromiseReason.RECEIPT, shop.due_at), "kept as it was printed"
    assert (second.reason, second.made_at) == (PromiseReason.SUPPLEMENT, clock.now)

    # Ready an hour before the new date: in time, whatever the first promise was.
    clock.set("2026-03-02T07:30")
    assert counter.register.overdue() == []
    done = counter.handling.result_ready(shop.code).dossier
    assert done.finished_at is not None and whole.due_at is not None and done.finished_at < whole.due_at
    assert counter.register.today().on_time[-1].rate == 1.0
    counter.handling.give_back(shop.code)
    assert counter.safekeeping.check().findings == ()


def test_a_request_on_the_third_working_day_after_tet_is_in_time_and_one_day_later_it_is_not(
    counter: Counter, clock: Clock, shop: Dossier
) -> None:
    other = counter.intake.receive(draft(BUSINESS, "Đặng Văn Đông"), slip=False).dossier
    clock.set("2026-02-23T16:50")
    assert counter.handling.ask_supplement(shop.code, MISSING, "Thiếu").warnings == ()
    clock.set("2026-02-24T07:10")
    late = counter.handling.ask_supplement(other.code, MISSING, "Thiếu")
    assert [warning.what for warning in late.warnings] == ["late_supplement"]


def test_who_never_comes_back_after_tet_has_fifteen_days_and_the_weekend_behind_them(
    counter: Counter, clock: Clock, shop: Dossier
) -> None:
    clock.set("2026-02-13T10:00")
    counter.handling.ask_supplement(shop.code, MISSING, "Thiếu thành phần hồ sơ")
    # Fifteen days end on Saturday 28 February; the Civil Code moves that to the next working day's closing.
    assert until(counter, shop.code, Statutory.SUPPLEMENT_CLOSING) == datetime(2026, 3, 2, 17)
    clock.set("2026-03-02T16:30")
    with pytest.raises(TooEarlyToClose):
        counter.handling.close(shop.code)
    clock.set("2026-03-03T07:00")
    closed = counter.handling.close(shop.code).dossier
    assert closed.status is Status.CLOSED
    assert counter.register.overdue() == [], "a closed dossier is nobody's delay"


def test_a_copy_brought_after_three_on_the_last_afternoon_is_promised_after_tet(
    counter: Counter, clock: Clock
) -> None:
    clock.set("2026-02-13T15:20")
    copy = counter.intake.receive(draft("2.000815", "Trần Thị Bưởi"), slip=False).dossier
    assert copy.appointment_at == datetime(2026, 2, 23, 17), "back on the first day after Tết"
    assert until(counter, copy.code, Statutory.FORWARDING) == datetime(2026, 2, 23, 7)
