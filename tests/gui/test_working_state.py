"""What the navigation says of the hours, on every sort of day."""

from datetime import date, datetime

import pytest

from motcua_desktop.counter.counter import Counter
from motcua_desktop.domain.calendar_change import CalendarChange
from motcua_desktop.domain.days_off import DayKind, OfficeDay
from motcua_desktop.domain.office_hours import Session
from motcua_desktop.gui.working_state import working_state


@pytest.mark.parametrize(
    ("moment", "said"),
    [
        ("2026-03-02T06:30", ("closed", "Làm việc từ 07:00")),
        ("2026-03-02T09:42", ("open", "Làm việc đến 11:30")),
        ("2026-03-02T12:00", ("pause", "Nghỉ trưa đến 13:30")),
        ("2026-03-02T17:00", ("closed", "Hết giờ")),
        ("2026-03-08T09:00", ("closed", "Hôm nay nghỉ")),
        ("2026-11-24T09:00", ("holiday", "Nghỉ lễ")),
        ("2026-04-26T09:00", ("holiday", "Nghỉ lễ")),  # a holiday on a Sunday
    ],
)
def test_the_hours_are_said_as_the_calendar_has_them(
    counter: Counter, moment: str, said: tuple[str, str]
) -> None:
    calendar = counter.calendar_office.calendar()
    assert working_state(calendar, datetime.fromisoformat(moment)) == said


def test_an_office_closed_by_a_storm_has_no_holiday(counter: Counter) -> None:
    day = OfficeDay(date(2026, 3, 4), DayKind.CLOSURE, "Bão số 12")
    calendar = counter.calendar_office.calendar_with(CalendarChange(add=(day,)))
    assert working_state(calendar, datetime(2026, 3, 4, 9)) == ("closed", "Đóng cửa")


def test_a_saturday_desk_says_how_long_it_takes_dossiers_in(counter: Counter) -> None:
    desk = OfficeDay(date(2026, 3, 7), DayKind.RECEPTION_ONLY, "Trực", (Session.parse("07:00-11:30"),))
    calendar = counter.calendar_office.calendar_with(CalendarChange(add=(desk,)))
    assert working_state(calendar, datetime(2026, 3, 7, 9)) == ("open", "Nhận hồ sơ đến 11:30")
    assert working_state(calendar, datetime(2026, 3, 7, 12)) == ("closed", "Hết giờ")
