"""Sentences for the refusals of time and calendar."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from typing import Any

from motcua_desktop.domain import calendar_errors as c
from motcua_desktop.domain import time_errors as t
from motcua_desktop.i18n import _

#: So many codes or dates are named in a sentence; of the rest only the number.
_NAMED = 5


def say_time(trouble: BaseException) -> str:
    """The sentence for a refusal of time, "" for any other."""
    words = _SENTENCES.get(type(trouble))
    return words(trouble) if words else ""


def unreadable(name: str, text: str, forms: tuple[str, ...]) -> str:
    """An argument nobody can read."""
    return _("Không đọc được {name} “{text}”. Cần: {forms}.").format(
        name=name, text=text[:60], forms=", ".join(forms)
    )


def unit_word(unit: str) -> str:
    """The unit of a term as an officer says it."""
    return {
        "working_hour": _("giờ làm việc"),
        "working_day": _("ngày làm việc"),
        "calendar_day": _("ngày"),
        "month": _("tháng"),
        "clock_hour": _("giờ"),
    }.get(unit, unit)


def policy_word(policy: str) -> str:
    """How working days are counted, as the settings call it."""
    return {
        "same_clock": _("Cùng giờ nhận"),
        "end_of_day": _("Cuối ngày làm việc"),
        "civil_strict": _("Theo Bộ luật Dân sự"),
        "working_minutes": _("Theo phút làm việc"),
        "session": _("Theo buổi"),
    }.get(policy, policy)


def kind_word(kind: str) -> str:
    """What kind of day a day is."""
    return {
        "holiday": _("Nghỉ lễ"),
        "substitute": _("Nghỉ bù"),
        "swap_day_off": _("Hoán đổi"),
        "makeup_workday": _("Làm bù"),
        "closure": _("Đóng cửa"),
        "special_opening": _("Mở cửa đặc biệt"),
        "reception_only": _("Chỉ tiếp nhận"),
    }.get(kind, kind)


def clock_word(clock: str) -> str:
    """A clock of the law, as what has to happen before it runs out."""
    return {
        "online_notice": _("Báo cán bộ có hồ sơ trực tuyến trước"),
        "online_acceptance": _("Trả lời hồ sơ trực tuyến trước"),
        "online_lateness": _("Tính chậm tiếp nhận từ sau"),
        "supplement_request": _("Yêu cầu bổ sung được đến"),
        "supplement_closing": _("Chờ bổ sung đến"),
        "apology": _("Thư xin lỗi, nếu trễ, gửi trước"),
        "forwarding": _("Chuyển hồ sơ giấy trước"),
    }.get(clock, clock)


def weekday_word(name: str) -> str:
    """A day of the week, or the date a session belongs to."""
    words = {
        "mon": _("thứ Hai"),
        "tue": _("thứ Ba"),
        "wed": _("thứ Tư"),
        "thu": _("thứ Năm"),
        "fri": _("thứ Sáu"),
        "sat": _("thứ Bảy"),
        "sun": _("Chủ nhật"),
    }
    if name in words:
        return words[name]
    try:
        return day_word(date.fromisoformat(name))
    except ValueError:
        return name


def day_word(day: date) -> str:
    """A date as Vietnamese writes it."""
    return f"{day:%d/%m/%Y}"


def _instant(at: datetime) -> str:
    return f"{at:%H:%M %d/%m/%Y}"


def _some(names: tuple[str, ...]) -> str:
    if len(names) <= _NAMED:
        return ", ".join(names)
    return _("{names} và {n} nữa").format(names=", ".join(names[:_NAMED]), n=len(names) - _NAMED)


def _term_out_of_bounds(x: t.TermOutOfBounds) -> str:
    return _("Thời hạn {value} {unit} không hợp lệ. Nhập số từ 0 đến {highest}.").format(
        value=x.value, unit=unit_word(x.unit), highest=x.highest
    )


def _no_such_time(x: t.NoSuchTime) -> str:
    if x.where == "time":
        if not x.text.strip():
            return _("Còn thiếu giờ. Ghi giờ như 07:30, buổi như 07:30-11:30.")
        return _("Không đọc được giờ “{text}”. Ghi giờ như 07:30.").format(text=x.text.strip()[:40])
    return _("Không có ngày, giờ “{text}” ({where}). Nhập lại theo lịch.").format(
        text=x.text[:40], where=time_field(x.where)
    )


def _bad_session(x: t.BadSession) -> str:
    words = _("Buổi {start}–{end} kết thúc trước khi bắt đầu. Giờ đóng phải sau giờ mở.")
    if x.start == x.end:
        words = _("Buổi {start}–{end} bắt đầu và kết thúc cùng lúc. Giờ đóng phải sau giờ mở.")
    elif x.start < x.end:
        words = _("Buổi {start}–{end} có giây lẻ. Ghi giờ và phút, như 07:30-11:30.")
    return words.format(start=x.start, end=x.end)


def time_field(where: str) -> str:
    """What a field of a calendar file or a case is called; the field itself where it has no other name."""
    return {
        "date": _("ngày tháng"),
        "time": _("giờ phút"),
        "instant": _("thời điểm"),
        "weekday": _("ngày trong tuần"),
        "pair": _("ngày đi cặp"),
        "drop": _("ngày bỏ"),
        "from": _("áp dụng từ ngày"),
        "remove": _("ngày bỏ khỏi lịch"),
        "remove_patterns": _("giờ làm việc bỏ"),
        "confirm": _("đề xuất xác nhận"),
        "dismiss": _("đề xuất bỏ"),
        "calendar": _("lịch các năm"),
        "kind": _("loại ngày"),
        "sessions": _("buổi làm việc"),
        "reception": _("buổi chỉ tiếp nhận"),
        "patterns": _("giờ làm việc trong tuần"),
        "notice": _("thông báo nghỉ lễ"),
        "year": _("năm"),
        "days": _("các ngày"),
        "add": _("ngày thêm"),
        "undo": _("lần sửa lịch cần hoàn tác"),
        "change": _("thay đổi lịch"),
        "office": _("cơ quan"),
        "base": _("cơ quan mẫu"),
        "cases": _("các trường hợp"),
        "unit": _("đơn vị thời hạn"),
        "policy": _("cách tính"),
        "appointment_lead": _("hẹn sớm hơn hạn"),
        "decision": _("quyết định"),
    }.get(where, where)


def _two_patterns(x: t.TwoPatterns) -> str:
    if x.effective_from is None:
        return _("Chưa có giờ làm việc nào. Nhập giờ làm việc trong tuần.")
    return _("Có hai bảng giờ làm việc cùng áp dụng từ {day}. Giữ một bảng.").format(
        day=day_word(x.effective_from)
    )


def _edition(x: c.NoSuchEdition) -> str:
    if not x.number:
        return _("Cơ quan chưa sửa lịch lần nào. Không có gì để hoàn tác.")
    return _("Không có lần sửa lịch số {n}. Xem danh sách các lần sửa rồi chọn lại.").format(n=x.number)


def _undecided(x: c.UndecidedDossiers) -> str:
    return _("Còn {n} hồ sơ đổi ngày chưa quyết định: {codes}. Chọn Giữ hoặc In lại cho từng hồ sơ.").format(
        n=len(x.codes), codes=_some(x.codes)
    )


def _counter_closed(x: t.CounterClosed) -> str:
    day = day_word(x.at.date())
    if x.hours:
        text = _("Lúc {at} ngoài giờ làm việc ({hours}), không có người trả kết quả.").format(
            at=_instant(x.at), hours=", ".join(x.hours).replace("-", "–")
        )
    elif x.kind:
        kind = _("nghỉ hoán đổi") if x.kind == "swap_day_off" else kind_word(x.kind).lower()
        off = f"{kind} ({x.name})" if x.name else kind
        text = _("Ngày {day} {off}, không có người trả kết quả.").format(day=day, off=off)
    else:
        text = _("Ngày {day} là {weekday}, không có người trả kết quả.").format(
            day=day, weekday=_weekday(x.at)
        )
    if x.offered is None:
        return text + " " + _("Chọn giờ khác.")
    offered = f"{x.offered:%H:%M} {_weekday(x.offered)} {day_word(x.offered.date())}"
    return text + " " + _("Hẹn được lúc {at}.").format(at=offered)


def _weekday(at: datetime) -> str:
    return weekday_word(("mon", "tue", "wed", "thu", "fri", "sat", "sun")[at.weekday()])


_SENTENCES: dict[type[BaseException], Callable[[Any], str]] = {
    t.TermOutOfBounds: _term_out_of_bounds,
    t.TermNotWhole: lambda x: _("Thời hạn tính theo {unit} phải là số nguyên, đang là {value}.").format(
        unit=unit_word(x.unit), value=x.value
    ),
    t.TimeZoneGiven: lambda x: _(
        "Thời điểm {at} có múi giờ. Ghi giờ Việt Nam, không kèm múi giờ, như 2026-03-02T15:00."
    ).format(at=x.instant.isoformat()),
    t.PauseBackwards: lambda x: _(
        "Khoảng tạm dừng kết thúc ({end}) trước khi bắt đầu ({start}). Đổi lại hai thời điểm."
    ).format(start=_instant(x.start), end=_instant(x.end)),
    t.StillPaused: lambda x: _(
        "Hồ sơ đang chờ bổ sung từ {since}, chưa có hạn. Hạn được tính khi hồ sơ đã đủ."
    ).format(since=_instant(x.since)),
    t.NoSuchTime: _no_such_time,
    t.BadSession: _bad_session,
    t.OverlappingSessions: lambda x: _(
        "Hai buổi làm việc {first} và {second} của {day} trùng giờ nhau. Sửa một buổi."
    ).format(first=x.first, second=x.second, day=weekday_word(x.weekday)),
    t.WeekWithoutWork: lambda x: _("Tuần làm việc không có buổi nào. Nhập ít nhất một buổi."),
    t.TwoPatterns: _two_patterns,
    t.ContradictoryDays: lambda x: _(
        "Ngày {day} được ghi hai điều trái nhau: {kinds}. Bỏ một điều rồi lưu lại."
    ).format(day=day_word(x.day), kinds=_some(tuple(kind_word(kind) for kind in x.kinds))),
    t.SessionsMissing: lambda x: _("Ngày {day} ({kind}) chưa có giờ. Nhập giờ mở và giờ đóng.").format(
        day=day_word(x.day), kind=kind_word(x.kind)
    ),
    t.NoWorkingDay: lambda x: _(
        "Sau {day} không có ngày làm việc nào trong {n} ngày. Kiểm tra lại lịch và giờ làm việc."
    ).format(day=day_word(x.after), n=x.within),
    t.BeforeCalendar: lambda x: _(
        "Ngày {day} nằm trước ngày đầu của lịch ({first}). Chọn ngày muộn hơn."
    ).format(day=day_word(x.day), first=day_word(x.first)),
    t.CalendarEnds: lambda x: _("Hạn rơi sau ngày cuối của lịch ({last}). Kiểm tra lại thời hạn.").format(
        last=day_word(x.last)
    ),
    t.StepsDoNotAddUp: lambda x: _(
        "Các bước nội bộ cộng lại là {total}, thời hạn của thủ tục là {term} {unit}. Sửa cho bằng nhau."
    ).format(total=x.total, term=x.term, unit=unit_word(x.unit)),
    t.CounterClosed: _counter_closed,
    c.NothingChanges: lambda x: _("Lịch không có gì thay đổi. Không có gì để lưu."),
    c.DayNotKept: lambda x: _(
        "Ngày {day} không có mục nào do cơ quan nhập để bỏ. Chọn ngày cơ quan đã nhập."
    ).format(day=day_word(x.day)),
    c.NoSuchProposal: lambda x: _(
        "Không có đề xuất hoán đổi nào cho ngày {day}. Xem lại các đề xuất của năm."
    ).format(day=day_word(x.day)),
    c.NoSuchEdition: _edition,
    c.NoticeSkipsYear: lambda x: _(
        "Chưa có thông báo nghỉ lễ năm {needed}. Nhập năm {needed} trước năm {year}."
    ).format(needed=x.needed, year=x.year),
    c.NoticeIncomplete: lambda x: _(
        "Tệp ngày nghỉ năm {year} thiếu ngày lễ {missing}. Kiểm tra lại tệp với thông báo."
    ).format(year=x.year, missing=_some(x.missing)),
    c.UndecidedDossiers: _undecided,
    c.PromiseInThePast: lambda x: _(
        "Ngày tính lại của {n} hồ sơ đã qua, không hẹn lại được: {codes}. Chọn Giữ cho các hồ sơ này."
    ).format(n=len(x.codes), codes=_some(x.codes)),
    c.CalendarMovedOn: lambda x: _(
        "Lịch vừa được sửa ở máy khác (lần {newest}). Xem lại các hồ sơ đổi ngày rồi lưu."
    ).format(newest=x.newest),
}
