"""`motcua calendar`: a year at a glance, and changes weighed before they are written."""

from __future__ import annotations

import argparse
from typing import Any

from motcua_desktop.cli import json_file, output
from motcua_desktop.cli.app import counter_of
from motcua_desktop.cli.parser import WrongUsage, add_command
from motcua_desktop.domain.calendar_change import CalendarChange, Decision, MovedDate
from motcua_desktop.domain.days_off import DayKind, OfficeDay
from motcua_desktop.domain.errors import BadValue
from motcua_desktop.i18n import _
from motcua_desktop.say_time import day_word, kind_word, unreadable, weekday_word

_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_VERBS = ("preview", "apply", "closures", "editions", "undo")


def add(commands: Any, common: argparse.ArgumentParser) -> None:
    """Add the command."""
    parser = add_command(
        commands,
        common,
        "calendar",
        _("lịch làm việc: xem năm, xem trước và ghi thay đổi"),
        more=_(
            "preview xem trước hồ sơ nào đổi ngày hẹn, apply ghi thay đổi, closures kể ngày đóng cửa,\n"
            "editions kể các lần sửa, undo hoàn tác một lần sửa. Tệp thay đổi: docs/calendar-file.md."
        ),
        examples=(
            "motcua calendar 2026",
            "motcua calendar preview bao.json",
            "motcua calendar apply bao.json --decision move",
            "motcua calendar undo 2 --decision keep",
        ),
    )
    parser.add_argument(
        "what", metavar=_("VIỆC"), help=_("năm, hoặc preview, apply, closures, editions, undo")
    )
    parser.add_argument(
        "file",
        nargs="?",
        metavar=_("TỆP"),
        help=_("tệp thay đổi lịch (JSON, - để đọc từ đầu vào), với undo là số lần sửa"),
    )
    whole = _("cho mọi hồ sơ: keep (giữ ngày đã in) hoặc move (hẹn lại)")
    parser.add_argument("--decision", metavar=_("QUYẾT_ĐỊNH"), help=whole)
    parser.add_argument(
        "--decisions", metavar=_("TỆP"), help=_("tệp JSON ghi keep hoặc move cho từng mã hồ sơ")
    )
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Show a year, or weigh, write, list or undo a change."""
    trouble = _usage(options)
    if trouble:
        raise WrongUsage(trouble, "motcua calendar")
    counter = counter_of(options)
    try:
        if options.what.isdigit():
            return _year(counter, options)
        if options.what == "closures":
            return _closures(counter, options)
        if options.what == "editions":
            return _editions(counter, options)
        change = _change(counter, options)
        return (
            _preview(counter, change, options)
            if options.what == "preview"
            else _apply(counter, change, options)
        )
    finally:
        counter.close()


def _usage(options: argparse.Namespace) -> str:
    what = options.what
    if not (what in _VERBS or (what.isdigit() and len(what) == 4)):
        return unreadable(_("VIỆC"), what, (_("năm bốn chữ số"), *_VERBS))
    if options.decision is not None and options.decision not in tuple(Decision):
        return unreadable("--decision", options.decision, tuple(Decision))
    if what in ("preview", "apply") and options.file is None:
        return _("Còn thiếu tệp thay đổi lịch.")
    if what == "undo" and options.file is not None and not options.file.isdigit():
        return unreadable("undo", options.file, (_("số lần sửa lịch"),))
    return ""


def _change(counter: Any, options: argparse.Namespace) -> CalendarChange:
    if options.what == "undo":
        editions = counter.calendar_office.editions()
        newest = editions[0].number if editions else 0
        return CalendarChange(undo=int(options.file) if options.file else newest)
    change: CalendarChange = counter.calendar_office.read_change(json_file.read(options.file, "change"))
    return change


def _year(counter: Any, options: argparse.Namespace) -> int:
    sheet = counter.calendar_office.year(int(options.what))
    special = [day for day in sheet.days if day.kind is not None or day.proposed is not None]
    if options.json:
        output.as_json(
            {
                "year": sheet.year,
                "edition": sheet.edition,
                "notice": sheet.notice,
                "provisional": sheet.provisional,
                "working_days": sheet.working_days,
                "days": [_day_json(day) for day in special],
            }
        )
        return output.DONE
    mark = _("tạm tính") if sheet.provisional else sheet.notice
    output.line(
        _("Năm {year}: {n} ngày làm việc · {notice}").format(
            year=sheet.year, n=sheet.working_days, notice=mark
        )
    )
    for day in special:
        words = kind_word(day.kind) if day.kind else kind_word(day.proposed.kind)
        if day.kind is None:
            words = _("Đề xuất, chưa áp dụng: {kind}").format(kind=words)
        name = day.name or (day.proposed.name if day.proposed else "")
        output.line(f"  {_weekday(day.date):<10} {day.date:%d/%m}  {words}  {name}{_hours(day)}")
    return output.DONE


def _weekday(day: Any) -> str:
    return weekday_word(_WEEKDAYS[day.weekday()])


def _hours(day: Any) -> str:
    return "  " + ", ".join(map(str, day.sessions)) if day.sessions else ""


def _day_json(day: Any) -> dict[str, Any]:
    return {
        "date": day.date.isoformat(),
        "kind": day.kind.value if day.kind else None,
        "name": day.name,
        "basis": day.basis,
        "working": day.is_working,
        "sessions": [str(one) for one in day.sessions],
        "reception": [str(one) for one in day.reception],
        "provisional": day.provisional,
        "proposed": None if day.proposed is None else _proposal_json(day.proposed),
    }


def _proposal_json(day: Any) -> dict[str, Any]:
    return {
        "date": day.date.isoformat(),
        "kind": day.kind.value,
        "pair": day.pair.isoformat() if day.pair else None,
    }


def _closures(counter: Any, options: argparse.Namespace) -> int:
    days = [day for day in counter.calendar_office.decisions().days if day.kind is DayKind.CLOSURE]
    if options.json:
        output.as_json([_office_day_json(day) for day in days])
        return output.DONE
    for day in days:
        hours = ", ".join(map(str, day.sessions)) or _("cả ngày")
        output.line(f"{_weekday(day.date):<10} {day_word(day.date)}  {hours}  {day.name}")
    if not days:
        output.line(_("Không có ngày đóng cửa nào"))
    return output.DONE


def _office_day_json(day: OfficeDay) -> dict[str, Any]:
    return {
        "date": day.date.isoformat(),
        "kind": day.kind.value,
        "name": day.name,
        "sessions": [str(one) for one in day.sessions],
        "basis": day.basis,
    }


def _editions(counter: Any, options: argparse.Namespace) -> int:
    editions = counter.calendar_office.editions()
    if options.json:
        rows = [
            {"edition": one.number, "at": one.at, "officer": one.officer, "note": one.note}
            for one in editions
        ]
        output.as_json(rows)
        return output.DONE
    for one in editions:
        output.line(f"{one.number:>4}  {one.at:%H:%M %d/%m/%Y}  {one.officer}  {one.note}")
    if not editions:
        output.line(_("Cơ quan chưa sửa lịch lần nào"))
    return output.DONE


def _preview(counter: Any, change: CalendarChange, options: argparse.Namespace) -> int:
    preview = counter.calendar_office.preview(change)
    if options.json:
        output.as_json(
            {
                "base": preview.base,
                "checked": preview.checked,
                "days": [
                    {
                        "date": day.date.isoformat(),
                        "before": list(map(str, day.before)),
                        "after": list(map(str, day.after)),
                    }
                    for day in preview.days
                ],
                "moved": [_moved_json(one) for one in preview.moved],
                "provisional": [_moved_json(one) for one in preview.provisional],
                "firm": preview.firm,
            }
        )
        return output.DONE
    for day in preview.days:
        hours = ", ".join(map(str, day.after)) or _("nghỉ")
        output.line(
            _("{weekday} {day}: {hours}").format(
                weekday=_weekday(day.date), day=day_word(day.date), hours=hours
            )
        )
    output.line(
        _("{n} hồ sơ đổi ngày hẹn, {m} hồ sơ tạm tính, trong {all} hồ sơ đang giải quyết").format(
            n=len(preview.moved), m=len(preview.provisional), all=preview.checked
        )
    )
    for one in preview.differing:
        output.line(_moved_line(one))
    if preview.firm:
        output.line(_("{n} ngày tạm tính giữ nguyên và thành ngày chính thức").format(n=preview.firm))
    return output.DONE


def _moved_json(one: MovedDate) -> dict[str, Any]:
    return {
        "code": one.code,
        "applicant": one.applicant,
        "procedure": one.procedure,
        "due": output.iso(one.due_at),
        "appointment": output.iso(one.appointment_at),
        "new_due": output.iso(one.new_due),
        "new_appointment": output.iso(one.new_appointment),
        "earlier": one.is_earlier,
        "provisional": one.provisional,
        "past": one.is_past,
    }


def _moved_line(one: MovedDate) -> str:
    marks = [_("sớm hơn")] if one.is_earlier else []
    marks += [_("đã qua, giữ lời hẹn cũ")] if one.is_past else []
    marks += [_("tạm tính")] if one.provisional else []
    mark = f" ({', '.join(marks)})" if marks else ""
    old, new = one.appointment_at, one.new_appointment
    return f"  {one.code}  {old:%H:%M %d/%m/%Y} → {new:%H:%M %d/%m/%Y}{mark}  {one.applicant}"


def _apply(counter: Any, change: CalendarChange, options: argparse.Namespace) -> int:
    default = None if options.decision is None else Decision(options.decision)
    applied = counter.calendar_office.apply(change, _decisions(options), default=default)
    if options.json:
        output.as_json(
            {"edition": applied.edition, "moved": applied.moved, "kept": applied.kept, "firm": applied.firm}
        )
        return output.DONE
    output.line(
        _("Đã ghi lịch lần {edition}: {n} hồ sơ đổi ngày, {m} hồ sơ giữ ngày đã in").format(
            edition=applied.edition, n=len(applied.moved), m=len(applied.kept)
        )
    )
    for code in applied.moved:
        output.line(_("  In lại giấy hẹn: {code}").format(code=code))
    return output.DONE


def _decisions(options: argparse.Namespace) -> dict[str, Decision]:
    if options.decisions is None:
        return {}
    value = json_file.check(json_file.read(options.decisions, "decision"), "decision", dict)
    allowed = tuple(one.value for one in Decision)
    for said in value.values():
        if said not in allowed:
            raise BadValue("decision", str(said), allowed)
    return {str(code): Decision(said) for code, said in value.items()}
