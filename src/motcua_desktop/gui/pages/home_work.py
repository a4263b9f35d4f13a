"""What Home reads, and the words for what must be done now."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING

from motcua_desktop.domain import worktime
from motcua_desktop.domain.answers import DayLoad, Task, TaskKind, Today
from motcua_desktop.domain.calendar import WorkingCalendar
from motcua_desktop.domain.lifecycle import Status
from motcua_desktop.domain.query import Chip, Query, Sort
from motcua_desktop.gui.pages.home_charts import LoadBar
from motcua_desktop.gui.pages.row_state import short_procedure
from motcua_desktop.gui.widgets.badge import BadgeFace, state_badge
from motcua_desktop.gui.widgets.work_list import WorkItem
from motcua_desktop.i18n import _

if TYPE_CHECKING:
    from motcua_desktop.counter.counter import Counter


@dataclass(frozen=True, slots=True)
class HomeView:
    """Home at one moment."""

    today: Today
    work: tuple[WorkItem, ...]
    bars: tuple[LoadBar, ...]
    longest: str
    running: int


def read_home(counter: Counter) -> HomeView:
    """Everything Home shows, read in one go off the window's thread."""
    calendar, now = counter.calendar_office.calendar(), counter.now()
    today = counter.register.today()
    longest = ""
    if today.overdue:
        late = counter.register.window(Query(chip=Chip.OVERDUE, sort=Sort.DUE, descending=False), 0, 1)
        if late and late[0].appointment_at:
            longest = length_words(worktime.left(calendar, now, late[0].appointment_at).span)
    work = tuple(_item(task, calendar, now) for task in counter.register.tasks())
    bars = tuple(_bars(today, calendar, now))
    return HomeView(today, work, bars, longest, sum(bar.number for bar in bars))


def length_words(span: worktime.Span) -> str:
    """ "1 ngày 2 giờ", "33 phút"."""
    parts = [
        *([_("{n} ngày").format(n=span.days)] if span.days else []),
        *([_("{n} giờ").format(n=span.hours)] if span.hours else []),
    ]
    if not span.days and span.minutes:
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
    return length_words(worktime.left(calendar, now, task.until).span) if task.until else ""


def _who(task: Task) -> str:
    line = task.line
    if line is None:
        return ""
    procedure = short_procedure(line.procedure)
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
    name = task.facts[1] if len(task.facts) > 1 else ""
    counted = _("làm việc") if calendar.is_working(day) else _("nghỉ")
    detail = _("Đang tính {day} là ngày {counted}").format(day=f"{day:%d/%m}", counted=counted)
    title = _("Lịch ngày {day} chưa có quyết định").format(day=f"{day:%d/%m}")
    detail += f" · {name}" if name else ""
    return WorkItem(BadgeFace(_("Lịch"), "calendar-clock"), title, detail, _("Lịch"), task)
