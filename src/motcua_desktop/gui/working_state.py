"""What the navigation says of the office's hours now: "Làm việc đến 11:30"."""

from __future__ import annotations

from datetime import datetime

from motcua_desktop.domain.calendar import DayInfo, WorkingCalendar
from motcua_desktop.domain.days_off import DayKind
from motcua_desktop.i18n import _


def working_state(calendar: WorkingCalendar, now: datetime) -> tuple[str, str]:
    """State (open, pause, closed, holiday) and words for it."""
    day = calendar.day_info(now.date())
    sessions = day.sessions or day.reception
    if not sessions:
        return _day_off(day)
    until, since = _("Làm việc đến {time}"), _("Làm việc từ {time}")
    if not day.sessions:  # the desk takes dossiers in, the office does not count the day
        until, since = _("Nhận hồ sơ đến {time}"), _("Nhận hồ sơ từ {time}")
    clock = now.time()
    for number, session in enumerate(sessions):
        if clock < session.start:
            time = f"{session.start:%H:%M}"
            return (
                ("pause", _("Nghỉ trưa đến {time}").format(time=time))
                if number
                else ("closed", since.format(time=time))
            )
        if clock < session.end:
            return "open", until.format(time=f"{session.end:%H:%M}")
    return "closed", _("Hết giờ")


def _day_off(day: DayInfo) -> tuple[str, str]:
    """Why nobody works: the office has closed, a holiday, or a weekend."""
    if day.kind is DayKind.CLOSURE:
        return "closed", _("Đóng cửa")
    if day.kind in (DayKind.HOLIDAY, DayKind.SUBSTITUTE):
        return "holiday", _("Nghỉ lễ")
    return "closed", _("Hôm nay nghỉ")
