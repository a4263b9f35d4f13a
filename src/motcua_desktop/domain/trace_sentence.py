"""The one sentence of the slip that says how a due date was counted. Vietnamese by law, never translated."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from decimal import Decimal

from motcua_desktop.domain.terms import OnResume, Policy, Unit
from motcua_desktop.domain.trace_values import Trace, TraceDay, TraceKind, Why

SHORT_WEEKDAYS = ("T2", "T3", "T4", "T5", "T6", "T7", "CN")
WEEKDAYS = ("thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật")
UNIT_WORDS = {
    Unit.WORKING_HOUR: "giờ làm việc",
    Unit.WORKING_DAY: "ngày làm việc",
    Unit.CALENDAR_DAY: "ngày",
    Unit.MONTH: "tháng",
    Unit.CLOCK_HOUR: "giờ",
}
_NAMED_OFF = (Why.HOLIDAY, Why.SUBSTITUTE, Why.SWAP_DAY_OFF, Why.CLOSURE)
_OFF_WORDS = {
    Why.HOLIDAY: "{days} nghỉ {name}",
    Why.SUBSTITUTE: "{days} nghỉ bù {name}",
    Why.SWAP_DAY_OFF: "{days} nghỉ hoán đổi {name}",
    Why.CLOSURE: "{days} đóng cửa: {name}",
}
_OFF_WITHOUT_NAME = {Why.CLOSURE: "{days} đóng cửa"}


def sentence(trace: Trace) -> str:
    """One Vietnamese sentence saying how the date was counted."""
    parts = [_head(trace), *_skipped(trace), *_added(trace)]
    text = "; ".join(parts)
    return f"{text[0].upper()}{text[1:]}."


def number_words(value: Decimal) -> str:
    """A number as Vietnamese writes it: 3, 0,5."""
    return f"{value.normalize():f}".replace(".", ",")


def _head(trace: Trace) -> str:
    begin = trace.begin
    if not trace.term.value and trace.term.unit is Unit.WORKING_DAY:
        return _within_the_day(trace)
    term = f"{number_words(trace.term.value)} {UNIT_WORDS[trace.term.unit]}"
    again = ", tính lại từ đầu" if trace.resumed else ""
    done = "đủ hồ sơ" if trace.resumed else "nhận hồ sơ"
    next_day = trace.counts_every_day or trace.policy is Policy.CIVIL_STRICT
    if trace.term.unit is Unit.CLOCK_HOUR or (not next_day and trace.start == begin):
        text = f"{term}{again} kể từ {_clock(begin)} {_day(begin.date(), trace)}"
        return f"{text}, khi đủ hồ sơ" if trace.resumed else text
    if next_day and trace.term.unit is not Unit.WORKING_HOUR:
        text = f"{term}{again} kể từ ngày tiếp theo ngày {done} ({_day(begin.date(), trace)})"
        return text + _rolled(trace)
    start = f"{_clock(trace.start)} {_day(trace.start.date(), trace)}"
    return f"{term}{again} kể từ {start}, vì {done} lúc {_clock(begin)}{_why_later(trace)}"


def _within_the_day(trace: Trace) -> str:
    done = "Đủ hồ sơ" if trace.resumed else "Nhận"
    if trace.start.date() == trace.begin.date():
        return f"{done} lúc {_clock(trace.begin)}, trả trong ngày"
    return f"{done} lúc {_clock(trace.begin)}{_why_later(trace)}, nên trả vào ngày làm việc tiếp theo"


def _why_later(trace: Trace) -> str:
    """Why counting started after the receipt: the cut-off, a day off, or outside office hours."""
    begin, start = trace.begin, trace.start
    first = next(day for day in trace.days if day.date == begin.date())
    if not first.is_working:
        return f" {_day(begin.date(), trace)}, ngày nghỉ"
    if trace.cutoff is not None and begin.time() > trace.cutoff:
        return f", sau {trace.cutoff:%H:%M}"
    if start.date() == begin.date():
        return ", ngoài giờ làm việc"
    return f" {_day(begin.date(), trace)}, sau giờ làm việc"


def _rolled(trace: Trace) -> str:
    """That the last day was a day off and the term therefore ends later (Civil Code 148.5)."""
    skipped = [day for day in trace.days if day.kind is TraceKind.OFF]
    if not trace.counts_every_day or not skipped:
        return ""
    return f", ngày cuối là ngày nghỉ nên chuyển sang {_day(trace.due.at.date(), trace)}"


def _skipped(trace: Trace) -> Iterable[str]:
    off = [day for day in trace.days if day.kind is TraceKind.OFF and day.date > trace.begin.date()]
    weekend = sorted({day.date.weekday() for day in off if day.why is Why.WEEKEND})
    if weekend and not trace.counts_every_day:
        yield "không tính " + ", ".join(WEEKDAYS[weekday] for weekday in weekend)
    for group in _runs([day for day in off if day.why in _NAMED_OFF]):
        words = (
            _OFF_WORDS[group[0].why] if group[0].name else _OFF_WITHOUT_NAME.get(group[0].why, "{days} nghỉ")
        )
        yield words.format(days=_span(group, trace), name=group[0].name)
    for day in trace.days:
        if day.why is Why.MAKEUP_WORKDAY and day.number:
            yield f"{_short(day.date, trace)} làm bù, có tính"


def _runs(days: list[TraceDay]) -> list[list[TraceDay]]:
    """Days that follow one another for the same reason, together."""
    runs: list[list[TraceDay]] = []
    for day in days:
        last = runs[-1][-1] if runs else None
        if (
            last
            and (last.why, last.name) == (day.why, day.name)
            and day.date - last.date == timedelta(days=1)
        ):
            runs[-1].append(day)
        else:
            runs.append([day])
    return runs


def _added(trace: Trace) -> Iterable[str]:
    if trace.on_resume is OnResume.SUSPEND and trace.moved_by:
        hours, minutes = divmod(trace.moved_by, 60)
        length = " ".join([*([f"{hours} giờ"] if hours else []), *([f"{minutes} phút"] if minutes else [])])
        yield f"cộng {length} làm việc chờ bổ sung"
    if trace.due.provisional:
        yield f"tạm tính vì chưa có thông báo ngày nghỉ năm {trace.due.at.year}"


def _span(days: list[TraceDay], trace: Trace) -> str:
    first, last = days[0].date, days[-1].date
    if first == last:
        return _short(first, trace)
    start = f"{first:%d}" if first.month == last.month else f"{first:%d/%m}"
    return f"{start}–{_short(last, trace)}"


def _short(day: date, trace: Trace) -> str:
    return f"{day:%d/%m}" if day.year == trace.received.year else f"{day:%d/%m/%Y}"


def _day(day: date, trace: Trace) -> str:
    return f"{WEEKDAYS[day.weekday()]} {_short(day, trace)}"


def _clock(instant: datetime) -> str:
    return f"{instant:%H:%M}"
