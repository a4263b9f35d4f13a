"""The one sentence that says how a due date was counted: Vietnamese on paper, by law; the window may ask for
it in the officer's language."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date, datetime, timedelta
from decimal import Decimal

from motcua_desktop.domain.terms import OnResume, Policy, Unit
from motcua_desktop.domain.trace_values import Trace, TraceDay, TraceKind, Why

SHORT_WEEKDAYS = ("T2", "T3", "T4", "T5", "T6", "T7", "CN")


def N_(text: str) -> str:  # noqa: N802 - the name gettext tools know
    """Mark words for translation and leave them as they are."""
    return text


WEEKDAYS = (
    N_("thứ Hai"),
    N_("thứ Ba"),
    N_("thứ Tư"),
    N_("thứ Năm"),
    N_("thứ Sáu"),
    N_("thứ Bảy"),
    N_("Chủ nhật"),
)
_NAMED_OFF = (Why.HOLIDAY, Why.SUBSTITUTE, Why.SWAP_DAY_OFF, Why.CLOSURE)
_OFF_WORDS = {
    Why.HOLIDAY: N_("{days} nghỉ {name}"),
    Why.SUBSTITUTE: N_("{days} nghỉ bù {name}"),
    Why.SWAP_DAY_OFF: N_("{days} nghỉ hoán đổi {name}"),
    Why.CLOSURE: N_("{days} đóng cửa: {name}"),
}
_OFF_WITHOUT_NAME = {Why.CLOSURE: N_("{days} đóng cửa")}


Words = Callable[[str], str]
"""Turns a Vietnamese text into the language wanted."""
_UNITS = {
    Unit.WORKING_HOUR: N_("{n} giờ làm việc"),
    Unit.WORKING_DAY: N_("{n} ngày làm việc"),
    Unit.CALENDAR_DAY: N_("{n} ngày"),
    Unit.MONTH: N_("{n} tháng"),
    Unit.CLOCK_HOUR: N_("{n} giờ"),
}


def sentence(trace: Trace, words: Words = N_) -> str:
    """One sentence saying how the date was counted."""
    parts = [_head(trace, words), *_skipped(trace, words), *_added(trace, words)]
    text = "; ".join(parts)
    return f"{text[0].upper()}{text[1:]}."


def number_words(value: Decimal) -> str:
    """A number as Vietnamese writes it: 3, 0,5."""
    return f"{value.normalize():f}".replace(".", ",")


def _term(trace: Trace, words: Words) -> str:
    again = words(N_(", tính lại từ đầu")) if trace.resumed else ""
    return words(_UNITS[trace.term.unit]).format(n=number_words(trace.term.value)) + again


def _head(trace: Trace, words: Words) -> str:
    begin = trace.begin
    if not trace.term.value and trace.term.unit is Unit.WORKING_DAY:
        return _within_the_day(trace, words)
    term = _term(trace, words)
    next_day = trace.counts_every_day or trace.policy is Policy.CIVIL_STRICT
    if trace.term.unit is Unit.CLOCK_HOUR or (not next_day and trace.start == begin):
        text = (
            N_("{term} kể từ {time} {day}, khi đủ hồ sơ")
            if trace.resumed
            else N_("{term} kể từ {time} {day}")
        )
        return words(text).format(term=term, time=_clock(begin), day=_day(begin.date(), trace, words))
    if next_day and trace.term.unit is not Unit.WORKING_HOUR:
        text = N_("{term} kể từ ngày tiếp theo ngày nhận hồ sơ ({day})")
        if trace.resumed:
            text = N_("{term} kể từ ngày tiếp theo ngày đủ hồ sơ ({day})")
        return words(text).format(term=term, day=_day(begin.date(), trace, words)) + _rolled(trace, words)
    text = N_("{term} kể từ {time} {day}, vì nhận hồ sơ lúc {at}{why}")
    if trace.resumed:
        text = N_("{term} kể từ {time} {day}, vì đủ hồ sơ lúc {at}{why}")
    return words(text).format(
        term=term,
        time=_clock(trace.start),
        day=_day(trace.start.date(), trace, words),
        at=_clock(begin),
        why=_why_later(trace, words),
    )


def _within_the_day(trace: Trace, words: Words) -> str:
    if trace.start.date() == trace.begin.date():
        text = N_("Nhận lúc {at}, trả trong ngày")
        if trace.resumed:
            text = N_("Đủ hồ sơ lúc {at}, trả trong ngày")
    else:
        text = N_("Nhận lúc {at}{why}, nên trả vào ngày làm việc tiếp theo")
        if trace.resumed:
            text = N_("Đủ hồ sơ lúc {at}{why}, nên trả vào ngày làm việc tiếp theo")
    return words(text).format(at=_clock(trace.begin), why=_why_later(trace, words))


def _why_later(trace: Trace, words: Words) -> str:
    """Why counting started after the receipt: the cut-off, a day off, or outside office hours."""
    begin, start = trace.begin, trace.start
    first = next(day for day in trace.days if day.date == begin.date())
    day = _day(begin.date(), trace, words)
    if not first.is_working:
        return words(N_(" {day}, ngày nghỉ")).format(day=day)
    if trace.cutoff is not None and begin.time() > trace.cutoff:
        return words(N_(", sau {time}")).format(time=f"{trace.cutoff:%H:%M}")
    if start.date() == begin.date():
        return words(N_(", ngoài giờ làm việc"))
    return words(N_(" {day}, sau giờ làm việc")).format(day=day)


def _rolled(trace: Trace, words: Words) -> str:
    """That the last day was a day off and the term therefore ends later (Civil Code 148.5)."""
    skipped = [day for day in trace.days if day.kind is TraceKind.OFF]
    if not trace.counts_every_day or not skipped:
        return ""
    text = words(N_(", ngày cuối là ngày nghỉ nên chuyển sang {day}"))
    return text.format(day=_day(trace.due.at.date(), trace, words))


def _skipped(trace: Trace, words: Words) -> Iterable[str]:
    off = [day for day in trace.days if day.kind is TraceKind.OFF and day.date > trace.begin.date()]
    weekend = sorted({day.date.weekday() for day in off if day.why is Why.WEEKEND})
    if weekend and not trace.counts_every_day:
        names = ", ".join(words(WEEKDAYS[weekday]) for weekday in weekend)
        yield words(N_("không tính {days}")).format(days=names)
    for group in _runs([day for day in off if day.why in _NAMED_OFF]):
        text = _OFF_WITHOUT_NAME.get(group[0].why, N_("{days} nghỉ"))
        if group[0].name:
            text = _OFF_WORDS[group[0].why]
        yield words(text).format(days=_span(group, trace), name=group[0].name)
    for day in trace.days:
        if day.why is Why.MAKEUP_WORKDAY and day.number:
            yield words(N_("{day} làm bù, có tính")).format(day=_short(day.date, trace))


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


def _added(trace: Trace, words: Words) -> Iterable[str]:
    if trace.on_resume is OnResume.SUSPEND and trace.moved_by:
        hours, minutes = divmod(trace.moved_by, 60)
        length = [words(_UNITS[Unit.CLOCK_HOUR]).format(n=hours)] if hours else []
        if minutes:
            length.append(words(N_("{n} phút")).format(n=minutes))
        yield words(N_("cộng {time} làm việc chờ bổ sung")).format(time=" ".join(length))
    if trace.due.provisional:
        text = words(N_("tạm tính vì chưa có thông báo ngày nghỉ năm {year}"))
        yield text.format(year=trace.due.at.year)


def _span(days: list[TraceDay], trace: Trace) -> str:
    first, last = days[0].date, days[-1].date
    if first == last:
        return _short(first, trace)
    start = f"{first:%d}" if first.month == last.month else f"{first:%d/%m}"
    return f"{start}–{_short(last, trace)}"


def _short(day: date, trace: Trace) -> str:
    return f"{day:%d/%m}" if day.year == trace.received.year else f"{day:%d/%m/%Y}"


def _day(day: date, trace: Trace, words: Words) -> str:
    return f"{words(WEEKDAYS[day.weekday()])} {_short(day, trace)}"


def _clock(instant: datetime) -> str:
    return f"{instant:%H:%M}"
