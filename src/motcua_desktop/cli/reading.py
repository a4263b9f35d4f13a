"""`motcua show` and `motcua list`."""

from __future__ import annotations

import argparse
from datetime import datetime
from typing import Any

from motcua_desktop.cli import output
from motcua_desktop.cli.app import counter_of
from motcua_desktop.cli.parser import add_command
from motcua_desktop.domain.dossier import Dossier, DossierLine, Event, Promise
from motcua_desktop.domain.lifecycle import ASIDE
from motcua_desktop.domain.query import MOST_FOUND, Query
from motcua_desktop.domain.steps import StepDue
from motcua_desktop.domain.text import dong, mask_number
from motcua_desktop.domain.time_errors import StepsDoNotAddUp
from motcua_desktop.domain.trace import as_dict
from motcua_desktop.i18n import _
from motcua_desktop.say import move_word, status_word
from motcua_desktop.say_time import clock_word
from motcua_desktop.say_trace import trace_words


def add(commands: Any, common: argparse.ArgumentParser) -> None:
    """Add the commands."""
    show = add_command(
        commands, common, "show", _("xem một hồ sơ"), examples=("motcua show H48.25.12-261119-0002",)
    )
    show.add_argument("code", metavar=_("MÃ"), help=_("mã hồ sơ, hoặc phần cuối như 261119-0002"))
    show.set_defaults(run=run_show)
    listing = add_command(
        commands,
        common,
        "list",
        _("danh sách hồ sơ, mới nhất trước"),
        examples=("motcua list --overdue --near-due", _('motcua list --find "Trần Thị Bưởi"')),
    )
    listing.add_argument("--near-due", action="store_true", help=_("sắp đến hạn"))
    listing.add_argument("--overdue", action="store_true", help=_("quá hạn"))
    listing.add_argument(
        "--find", default="", metavar=_("CHỮ"), help=_("tìm theo mã, tên, số định danh, điện thoại, thủ tục")
    )
    listing.set_defaults(run=run_list)


def run_show(options: argparse.Namespace) -> int:
    """What, who, when due and why, history."""
    counter = counter_of(options)
    try:
        dossier = counter.register.view(options.code)
        trace = counter.register.why(dossier)
        steps, clocks = _steps(counter, dossier), counter.clocks.of(dossier)
        now = counter.now()
    finally:
        counter.close()
    if options.json:
        facts: dict[str, Any] = {"trace": None if trace is None else as_dict(trace)}
        facts["steps"] = [{"name": one.name, "due": output.iso(one.due.at)} for one in steps]
        facts["clocks"] = [_clock_json(one, now) for one in clocks]
        output.as_json(dossier_json(dossier) | facts)
        return output.DONE
    _print(dossier)
    if trace is not None:
        output.line(_("Vì sao: {why}").format(why=trace_words(trace)))
    for step in steps:
        output.line(
            _("Bước {name}: đến {until}").format(name=step.name, until=f"{step.due.at:%H:%M %d/%m/%Y}")
        )
    for one in clocks:
        if one.is_running():
            until = f"{one.until:%H:%M %d/%m/%Y}"
            output.line(f"{clock_word(one.clock)}: {until} ({one.article} {one.edition})")
    for event in dossier.events:
        reason = f" · {event.reason}" if event.reason else ""
        what = move_word(event.move) if event.move in ASIDE else status_word(event.status)
        output.line(f"  {event.at:%d/%m/%Y %H:%M}  {what}  {event.officer}{reason}")
    return output.DONE


def _steps(counter: Any, dossier: Dossier) -> tuple[StepDue, ...]:
    """The internal steps; shares that do not add up are the catalogue's trouble, not the reader's."""
    try:
        found: tuple[StepDue, ...] = counter.register.steps(dossier)
    except StepsDoNotAddUp:
        return ()
    return found


def _clock_json(state: Any, now: datetime) -> dict[str, Any]:
    return {
        "clock": state.clock.value,
        "since": output.iso(state.since),
        "until": output.iso(state.until),
        "done": output.iso(state.done_at),
        "late": state.is_late(now),
        "article": f"{state.article} {state.edition}",
    }


def _print(dossier: Dossier) -> None:
    when = dossier.appointment_at
    rows = [
        (_("Mã hồ sơ"), dossier.code),
        (_("Thủ tục"), f"{dossier.procedure.code} {dossier.procedure.name}"),
        (_("Người nộp"), f"{dossier.applicant.name} {mask_number(dossier.applicant.id_number)}"),
        (_("Trạng thái"), status_word(dossier.status)),
        (_("Tiếp nhận"), f"{dossier.received_at:%H:%M %d/%m/%Y}"),
        (_("Hẹn trả"), f"{when:%H:%M %d/%m/%Y}" if when else _("không có hạn")),
        (_("Phí, lệ phí"), dong(sum(line.amount for line in dossier.fees))),
    ]
    for name, value in rows:
        output.line(f"{name + ':':<14} {value}")


def dossier_json(dossier: Dossier) -> dict[str, Any]:
    """A dossier as one JSON object."""
    return {
        "code": dossier.code,
        "official_code": dossier.official_code,
        "procedure": dossier.procedure.code,
        "procedure_name": dossier.procedure.name,
        "applicant": dossier.applicant.name,
        "id_number": mask_number(dossier.applicant.id_number),
        "status": dossier.status.value,
        "status_words": status_word(dossier.status),
        "channel": dossier.channel.value,
        "return_method": dossier.return_method.value,
        "received": output.iso(dossier.received_at),
        "due": output.iso(dossier.due_at),
        "appointment": output.iso(dossier.appointment_at),
        "provisional": bool(dossier.promises) and dossier.promise.provisional,
        "components": [paper.number for paper in dossier.papers],
        "fee": sum(line.amount for line in dossier.fees),
        "promises": [_promise_json(p) for p in dossier.promises],
        "events": [_event_json(e) for e in dossier.events],
        "printed": [{"form": p.form, "path": p.path, "at": output.iso(p.at)} for p in dossier.printed],
    }


def _promise_json(promise: Promise) -> dict[str, Any]:
    return {
        "number": promise.number,
        "made": output.iso(promise.made_at),
        "reason": promise.reason.value,
        "due": output.iso(promise.due_at),
        "appointment": output.iso(promise.appointment_at),
        "edition": promise.edition,
    }


def _event_json(event: Event) -> dict[str, Any]:
    return {
        "at": output.iso(event.at),
        "officer": event.officer,
        "move": event.move.value,
        "status": event.status.value,
        "reason": event.reason,
    }


def run_list(options: argparse.Namespace) -> int:
    """All dossiers newest first, or those near due or overdue by the time left."""
    counter = counter_of(options)
    try:
        lines: list[DossierLine] = []
        if options.overdue:
            lines += counter.register.overdue()
        if options.near_due:
            lines += counter.register.near_due()
        if options.find:
            lines += counter.register.page(Query(options.find), limit=MOST_FOUND)
        elif not (options.overdue or options.near_due):
            lines = _all(counter)
        now = counter.now()
    finally:
        counter.close()
    if options.json:
        output.as_json([line_json(line) for line in lines])
        return output.DONE
    for line in lines:
        due = f"{line.appointment_at:%d/%m/%Y %H:%M}" if line.appointment_at else "-"
        state = _("Quá hạn") if line.is_overdue(now) else status_word(line.status)
        output.line(f"{line.code}  {due:<16}  {state:<18}  {line.applicant}  ·  {line.procedure[:60]}")
    output.line(_("{n} hồ sơ").format(n=len(lines)))
    return output.DONE


def _all(counter: Any) -> list[DossierLine]:
    lines: list[DossierLine] = []
    page = counter.register.newest(1000)
    while page:
        lines += page
        page = counter.register.newest(1000, (page[-1].received_at, page[-1].id))
    return lines


def line_json(line: DossierLine) -> dict[str, Any]:
    """A list row as one JSON object."""
    return {
        "code": line.code,
        "procedure": line.procedure_code,
        "procedure_name": line.procedure,
        "applicant": line.applicant,
        "status": line.status.value,
        "received": output.iso(line.received_at),
        "due": output.iso(line.appointment_at),
        "provisional": line.provisional,
    }
