"""What one row of a list says of its dossier: badge, due time, short name of the procedure."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime

from motcua_desktop.domain import worktime
from motcua_desktop.domain.calendar import WorkingCalendar
from motcua_desktop.domain.dossier import Dossier, DossierLine
from motcua_desktop.domain.lifecycle import RUNNING, Status
from motcua_desktop.gui.pages.moments import table_moment
from motcua_desktop.gui.widgets.badge import BadgeFace, state_badge
from motcua_desktop.gui.widgets.highlight import folded
from motcua_desktop.i18n import _
from motcua_desktop.say import status_word

#: Working days away until which a due day is near.
NEAR_DAYS = 3
#: What the names of many procedures begin with, plain letters: dropped where the rest still says what it is.
_COMMON_BEGINNING = re.compile(
    r"thu tuc |cap (?=ban sao)|cap (?:lai )?giay (?=xac nhan)|(?:giai quyet|thuc hien) (?=che do|tro cap)"
)
#: The most frequent name of all lists every kind of paper there is, which tells nothing apart.
_COMMON_END = re.compile(r" giay to, van ban do co quan, to chuc co tham quyen cua viet nam; .*")
_IN_BRACKETS = re.compile(r"\s*\([^)]*\)")


@dataclass(frozen=True, slots=True)
class ListRow:
    """A dossier in a list with what the day makes of it; made off the window's thread."""

    line: DossierLine
    badge: BadgeFace
    due: str
    procedure: str
    late: bool = False
    days_away: int | None = None

    @property
    def id(self) -> int:
        """The dossier's row in the register."""
        return self.line.id


def list_row(line: DossierLine, calendar: WorkingCalendar, now: datetime) -> ListRow:
    """The row of one dossier at `now`."""
    left = _left(line, calendar, now)
    due = "" if line.status is Status.WAITING else table_moment(line.appointment_at, now)
    return ListRow(
        line,
        badge_of(line, calendar, now),
        due,
        short_procedure(line.procedure),
        bool(left and left.late),
        left.days_away if left else None,
    )


def _left(
    dossier: DossierLine | Dossier, calendar: WorkingCalendar, now: datetime
) -> worktime.TimeLeft | None:
    if dossier.status not in RUNNING or dossier.appointment_at is None:
        return None
    return worktime.left(calendar, now, dossier.appointment_at)


def badge_of(dossier: DossierLine | Dossier, calendar: WorkingCalendar, now: datetime) -> BadgeFace:
    """Icon, word and colour of the state the dossier is in at `now`."""
    left = _left(dossier, calendar, now)
    if left is None:
        return _standing(dossier)
    return state_badge(_urgency(left), time_words(left))


def _urgency(left: worktime.TimeLeft) -> str:
    if left.late:
        return "overdue"
    if left.today:
        return "today"
    return "soon" if left.days_away <= NEAR_DAYS else "in_time"


def time_words(left: worktime.TimeLeft) -> str:
    """The short form in the officer's language: "Quá hạn 9 giờ", "Hôm nay 10:15", "Còn 1 ngày"."""
    span = left.span
    if left.late and span.days >= worktime.LATE_DAYS:
        return _("Quá hạn {n} ngày").format(n=span.days)
    if left.late and span.total >= 60:
        return _("Quá hạn {n} giờ").format(n=span.total // 60)
    if left.late:
        return _("Quá hạn {n} phút").format(n=span.total) if span.total else _("Vừa quá hạn")
    if left.today:
        return _("Hôm nay {time}").format(time=f"{left.due_at:%H:%M}")
    if left.days_away > worktime.FAR_DAYS:
        return _("Trong hạn")
    if left.days_away < 1:
        return _("Đến {time}").format(time=f"{left.due_at:%H:%M %d/%m}")
    return _("Còn {n} ngày").format(n=left.days_away)


def lasting_word(line: DossierLine, calendar: WorkingCalendar, now: datetime) -> str:
    """The state in words that do not count days or hours, for a sheet that is opened on another day."""
    left = _left(line, calendar, now)
    if left is not None:
        words = {"overdue": _("Quá hạn"), "today": _("Đến hạn hôm nay")}
        return words.get(_urgency(left), _("Trong hạn"))
    return _("Đã trả") if line.status is Status.RETURNED else _standing(line).words


def _standing(dossier: DossierLine | Dossier) -> BadgeFace:
    """The badge of a dossier whose clock does not run."""
    status = dossier.status
    if status is Status.WAITING:
        return state_badge("waiting", _("Chờ bổ sung"))
    if status is Status.RESULT_READY:
        return state_badge("ready", _("Có kết quả"))
    if status is Status.RETURNED:
        day = dossier.returned_at or dossier.finished_at
        return state_badge("returned", _("Đã trả {day}").format(day=f"{day:%d/%m}") if day else _("Đã trả"))
    if status in RUNNING:
        return state_badge("in_time", _("Đang giải quyết"))
    icon, tint = {
        Status.REFUSED: ("ban", "red"),
        Status.NOT_ACCEPTED: ("ban", "red"),
        Status.WITHDRAWN: ("undo-2", "neutral"),
        Status.STOPPED: ("circle-x", "neutral"),
        Status.CLOSED: ("archive", "neutral"),
        Status.REGISTERED: ("inbox", "orange"),
        Status.TO_COMPLETE: ("circle-pause", "violet"),
    }[status]
    words = {Status.REFUSED: _("Từ chối"), Status.STOPPED: _("Đã dừng")}.get(status) or status_word(status)
    return BadgeFace(words, icon, tint)


def short_procedure(name: str) -> str:
    """The name without what every name of its kind begins with and without what stands in brackets.

    A narrow column then shows what tells procedures apart; the whole name is in the tool tip and the panel.
    """
    short = _IN_BRACKETS.sub("", name)
    common = _COMMON_BEGINNING.match(folded(short))
    if common:
        short = short[common.end() :]
    end = _COMMON_END.search(folded(short))
    if end:
        short = short[: end.start()]
    return short[:1].upper() + short[1:] if short else name
