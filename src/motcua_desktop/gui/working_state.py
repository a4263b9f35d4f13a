"""What the navigation says of the office's hours now: "Làm việc đến 11:30"."""

from __future__ import annotations

from datetime import datetime

from motcua_desktop.domain.calendar import WorkingCalendar
from motcua_desktop.i18n import _


def working_state(calendar: WorkingCalendar, now: datetime) -> tuple[str, str]:
    """State (open, pause, closed, holiday) and words for it."""
    sessions = calendar.sessions(now.date())
    if not sessions:
        weekend = now.weekday() >= 5
        return ("closed", _("Hôm nay nghỉ")) if weekend else ("holiday", _("Nghỉ lễ"))
    clock = now.time()
    for number, session in enumerate(sessions):
        if clock < session.start:
            if number == 0:
                return "closed", _("Làm việc từ {time}").format(time=f"{session.start:%H:%M}")
            return "pause", _("Nghỉ trưa đến {time}").format(time=f"{session.start:%H:%M}")
        if clock < session.end:
            return "open", _("Làm việc đến {time}").format(time=f"{session.end:%H:%M}")
    return "closed", _("Hết giờ")
