"""What Home reads, and the words for what must be done now."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING

from motcua_desktop.domain import worktime
from motcua_desktop.domain.answers import DayLoad, Task, TaskKind, Today
from motcua_desktop.domain.calendar import WorkingCalendar
from motcua_desktop.domain.lifecycle import Status
from motcua_desktop.domain.query import Chip, Query, Sort
from motcua_desktop.gui.pages.home_charts import LoadBar
from motcua_desktop.gui.pages.moments import long_day, weekday
from motcua_desktop.gui.pages.row_state import short_procedure
from motcua_desktop.gui.widgets.badge import BadgeFace, state_badge
from motcua_desktop.gui.widgets.work_list import WorkItem
from motcua_desktop.i18n import _

if TYPE_CHECKING:
    from motcua_desktop.counter.counter import Counter


MANY_DAYS = 10
#: A longer name of a procedure ends at its first comma or semicolon: the row is for a glance.
LONG_NAME = 60


@dataclass(frozen=True, slots=True)
class HomeView:
    """Home at one moment. `rest` is what comes next where nothing is to be done; `is_new` while the register
    holds no dossier."""

    today: Today
    work: tuple[WorkItem, ...]
    bars: tuple[LoadBar, ...]
    longest: str
    running: int
    rest: str
    is_new: bool


def read_home(counter: Counter) -> HomeView:
    """Everything Home shows, read in one go off the window's thread."""
    calendar, now = counter.calendar_office.calendar(), counter.now()
    today = counter.register.today()
    longest = ""
    if today.overdue:
        late = counter.register.window(Query(chip=Chip.OVERDUE, sort=Sort.DUE, descending=False), 0, 1)
        if late and late[0].appointment_at:
            longest = length_words(worktime.left(calendar, now, late[0].appointment_at).span, late=True)
    work = tuple(_item(task, calendar, now) for task in counter.register.tasks())
    bars = tuple(_bars(today, calendar, now))
    return HomeView(
        today=today,
        work=work,
        bars=bars,
        longest=longest,
        running=sum(bar.number for bar in bars),
        rest=rest_words(today, calendar),
        is_new=not counter.register.newest(1),
    )


def rest_words(today: Today, calendar: WorkingCalendar) -> str:
    """The next working day on a day off, and the nearest promises ahead."""
    parts = []
    day = today.now.date()
    if not calendar.is_working(day):
        parts.append(
            _("Hôm nay nghỉ, làm việc lại {day}.").format(day=long_day(calendar.next_working_day(day)))
        )
    for at, number in today.due_in:
        if number:
            words = _("Sắp tới có {n} hồ sơ hẹn {day}.")
            parts.append(words.format(n=number, day=f"{weekday(at.date())} {at:%d/%m}"))
            break
    return " ".join(parts) or _("Nhận hồ sơ bằng F2.")


def length_words(span: worktime.Span, *, late: bool = False) -> str:
    """ "1 ngày 2 giờ", "33 phút"; from ten days on hours tell nothing more, nor do minutes of what is late by
    hours."""
    if span.days >= MANY_DAYS:
        return _("{n} ngày").format(n=span.days)
    parts = [
        *([_("{n} ngày").format(n=span.days)] if span.days else []),
        *([_("{n} giờ").format(n=span.hours)] if span.hours else []),
    ]
    if not span.days and span.minutes and not (late and span.hours):
        parts.append(_("{n} phút").format(n=span.minutes))
    return " ".join(parts) or _("dưới 1 phút")


def _bars(today: Today, calendar: WorkingCalendar, now: datetime) -> list[LoadBar]:
    ahead = [
        LoadBar(
            d.day,
            today.due_today if d.day == now.date() else d.due,  # what is late already stands in its own bar
            _tint(d, calendar, now.date()),
            d.name,
        )
        for d in today.load
    ]
    return [LoadBar(None, today.overdue, "red"), *ahead]


def _tint(load: DayLoad, calendar: WorkingCalendar, today: date) -> str:
    if not load.is_working and not load.due:
        return ""
    if load.day <= today:
        return "orange"
    return "amber" if calendar.working_days_between(today, load.day) <= 3 else "blue"


def _item(task: Task, calendar: WorkingCalendar, now: datetime) -> WorkItem:
    made = {
        TaskKind.OVERDUE: _overdue,
        TaskKind.DUE: _due,
        TaskKind.LETTERS: _letters,
        TaskKind.ONLINE: _online,
        TaskKind.CLOSE_SUPPLEMENT: _closing,
        TaskKind.CALENDAR: _proposal,
    }
    return made[task.kind](task, calendar, now)


def _span(task: Task, calendar: WorkingCalendar, now: datetime) -> str:
    if task.until is None:
        return ""
    return length_words(worktime.left(calendar, now, task.until).span, late=task.minutes < 0)


def _who(task: Task) -> str:
    line = task.line
    if line is None:
        return ""
    procedure = short_procedure(line.procedure)
    if len(procedure) > LONG_NAME and (first := re.split(r"[,;]", procedure)[0]) != procedure:
        procedure = f"{first}…"
    return f"{line.applicant}, {procedure[:1].lower()}{procedure[1:]}"


def _code(task: Task) -> str:
    return task.line.short_code if task.line else ""


def _overdue(task: Task, calendar: WorkingCalendar, now: datetime) -> WorkItem:
    late = _("{code} · quá hạn {time} làm việc").format(code=_code(task), time=_span(task, calendar, now))
    if task.line and task.line.apologised:
        late += _(" · đã xin lỗi")
    return WorkItem(state_badge("overdue", _("Quá hạn")), _who(task), late, _("Mở"), task)


def _due(task: Task, calendar: WorkingCalendar, now: datetime) -> WorkItem:
    words = f"{task.until:%H:%M}" if task.until else ""
    left = _("{code} · còn {time} làm việc").format(code=_code(task), time=_span(task, calendar, now))
    ready = task.line is not None and task.line.status is Status.RESULT_READY
    if ready:
        left += _(" · đã có kết quả")
    return WorkItem(state_badge("today", words), _who(task), left, _("Trả") if ready else _("Mở"), task)


def _letters(task: Task, calendar: WorkingCalendar, now: datetime) -> WorkItem:
    day = date.fromisoformat(task.facts[0]) if task.facts else now.date()
    title = _("Gửi {n} thư xin lỗi cho hồ sơ hẹn {day}").format(n=task.count, day=f"{day:%d/%m}")
    until = task.until or now
    when = f"{until:%H:%M}" if until.date() == now.date() else f"{until:%H:%M %d/%m}"
    detail = _("Phải gửi trước {time}, chậm nhất trước hạn 01 ngày").format(time=when)
    return WorkItem(state_badge("letter", _("Hôm nay")), title, detail, _("Thư"), task)


def _online(task: Task, calendar: WorkingCalendar, now: datetime) -> WorkItem:
    left = _span(task, calendar, now)
    late = task.minutes < 0
    badge = state_badge("overdue", _("Quá hạn")) if late else BadgeFace(left, "clock", "orange")
    until = f"{task.until:%H:%M %d/%m}" if task.until else ""
    words = _("quá hạn {time} làm việc") if late else _("còn {time} làm việc")
    detail = _("Phải trả lời trước {at}, {left}").format(at=until, left=words.format(time=left))
    return WorkItem(
        badge, _("{n} hồ sơ trực tuyến chờ tiếp nhận").format(n=task.count), detail, _("Mở"), task
    )


def _closing(task: Task, calendar: WorkingCalendar, now: datetime) -> WorkItem:
    until = task.until or now
    away = calendar.working_days_between(now.date(), until.date())
    words = _("Còn {n} ngày").format(n=away) if away > 0 else _("Hôm nay") if away == 0 else _("Quá 15 ngày")
    title = _("{who} chưa bổ sung giấy tờ").format(who=task.line.applicant if task.line else "")
    detail = _("{code} · đủ 15 ngày vào {day} thì đóng hồ sơ").format(code=_code(task), day=f"{until:%d/%m}")
    return WorkItem(BadgeFace(words, "hourglass", "violet"), title, detail, _("Mở"), task)


def _proposal(task: Task, calendar: WorkingCalendar, now: datetime) -> WorkItem:
    day = date.fromisoformat(task.facts[0]) if task.facts else now.date()
    pair = next((one.pair for one in calendar.pending if one.date == day), None)
    title = _("Lịch ngày {day} chưa có quyết định").format(day=f"{day:%d/%m}")
    if pair:
        title = _("Hoán đổi {day} với {pair}: chưa có quyết định")
        title = title.format(day=f"{day:%d/%m}", pair=f"{pair:%d/%m}")
    detail = (
        _("Đang tính {day} là ngày làm việc")
        if calendar.is_working(day)
        else _("Đang tính {day} là ngày nghỉ")
    )
    which = _("hôm nay") if day == now.date() else f"{day:%d/%m}"
    return WorkItem(BadgeFace(_("Lịch"), "calendar-clock"), title, detail.format(day=which), _("Lịch"), task)
