"""Nobody is told to come while the counter is closed: by letter, at the receipt, or earlier than promised."""

from dataclasses import replace
from datetime import datetime

import pytest
from tests.counter_fixtures import Clock, draft

from motcua_desktop.counter.counter import Counter
from motcua_desktop.domain.time_errors import CalendarEnds, CounterClosed
from motcua_desktop.say import say

BUSINESS = "1.001612"  # three working days


@pytest.mark.parametrize(
    ("new", "says"),
    [
        (
            "2026-11-24T17:00",
            (
                "Ngày 24/11/2026 nghỉ lễ (Ngày Văn hóa Việt Nam), không có người trả kết quả. "
                "Hẹn được lúc 17:00 thứ Tư 25/11/2026."
            ),
        ),
        (
            "2026-11-29T09:00",
            "Ngày 29/11/2026 là Chủ nhật, không có người trả kết quả. Hẹn được lúc 09:00 thứ Hai 30/11/2026.",
        ),
        (
            "2026-11-27T12:00",
            (
                "Lúc 12:00 27/11/2026 ngoài giờ làm việc (07:00–11:30, 13:30–17:00), "
                "không có người trả kết quả. Hẹn được lúc 13:30 thứ Sáu 27/11/2026."
            ),
        ),
        (
            "2026-11-27T19:00",
            (
                "Lúc 19:00 27/11/2026 ngoài giờ làm việc (07:00–11:30, 13:30–17:00), "
                "không có người trả kết quả. Hẹn được lúc 17:00 thứ Sáu 27/11/2026."
            ),
        ),
    ],
)
def test_no_letter_promises_an_hour_at_which_the_counter_is_closed(
    counter: Counter, clock: Clock, new: str, says: str
) -> None:
    clock.set("2026-11-18T08:00")
    code = counter.intake.receive(draft(BUSINESS), slip=False).dossier.code
    clock.set("2026-11-23T05:30")
    with pytest.raises(CounterClosed) as refused:
        counter.handling.apologise(code, "Chờ xác minh", datetime.fromisoformat(new))
    assert say(refused.value) == says
    (waiting,) = counter.letters.waiting()
    wrong = replace(waiting, reason="Chờ xác minh", new_date=datetime.fromisoformat(new))
    made = counter.letters.make([wrong])
    assert not made.codes and [code for code, _why in made.refused] == [code]
    assert counter.register.dossier(code).apologies == ()
    assert refused.value.offered is not None
    done = counter.handling.apologise(code, "Chờ xác minh", refused.value.offered)
    assert done.dossier.appointment_at == refused.value.offered


def test_a_letter_into_a_year_without_a_notice_is_warned_of_and_one_past_all_years_refused(
    counter: Counter, clock: Clock
) -> None:
    clock.set("2026-11-18T08:00")
    code = counter.intake.receive(draft(BUSINESS), slip=False).dossier.code
    with pytest.raises(CalendarEnds):
        counter.handling.apologise(code, "Chờ xác minh", datetime(2190, 1, 4, 9))
    done = counter.handling.apologise(code, "Chờ xác minh", datetime(2027, 1, 5, 9))
    assert "provisional" in [warning.what for warning in done.warnings]
    assert done.dossier.promise.provisional


def test_an_earlier_date_is_one_on_which_the_counter_is_open_and_so_is_the_one_offered(
    counter: Counter, clock: Clock
) -> None:
    clock.set("2026-11-20T08:00")
    code = counter.intake.receive(draft(BUSINESS), slip=False).dossier.code  # due Thursday 26 at 08:00
    with pytest.raises(CounterClosed) as refused:
        counter.handling.promise_earlier(code, datetime(2026, 11, 24, 9), "Xong sớm")
    assert refused.value.offered == datetime(2026, 11, 25, 9)
    with pytest.raises(CounterClosed) as refused:
        counter.handling.promise_earlier(code, datetime(2026, 11, 22, 9), "Xong sớm")
    assert refused.value.offered == datetime(2026, 11, 23, 9)
    assert counter.handling.propose_earlier(code) == datetime(2026, 11, 25, 8)
    counter.handling.promise_earlier(code, datetime(2026, 11, 25, 8), "Xong sớm")
    assert counter.handling.propose_earlier(code) == datetime(2026, 11, 23, 8), "24/11 is a holiday"


def test_a_receipt_promises_no_earlier_date_on_a_day_off(counter: Counter, clock: Clock) -> None:
    clock.set("2026-11-20T08:00")
    wish = draft(BUSINESS, appointment=datetime(2026, 11, 24, 9))
    with pytest.raises(CounterClosed):
        counter.intake.receive(wish, slip=False)
    (refused,) = counter.intake.preview(wish).refusals
    assert refused.field == "appointment"
