"""`motcua due`: a due date and why."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from datetime import datetime, time
from typing import Any, TypeVar

from motcua_desktop.cli import json_file, output
from motcua_desktop.cli.parser import WrongUsage, add_command
from motcua_desktop.domain.errors import BadValue, Refusal
from motcua_desktop.domain.office_hours import clock
from motcua_desktop.domain.terms import OnResume, Pause, Policy, Term, Unit
from motcua_desktop.domain.time_errors import NoSuchTime
from motcua_desktop.i18n import _
from motcua_desktop.say import say
from motcua_desktop.say_time import policy_word, unit_word, unreadable

_UNITS = tuple(Unit)
INSTANT, CLOCK = "YYYY-MM-DDTHH:MM", "HH:MM"
T = TypeVar("T")


def add(commands: Any, common: argparse.ArgumentParser) -> None:
    """Add the command."""
    parser = add_command(
        commands,
        common,
        "due",
        _("tính hạn trả và cho biết vì sao"),
        examples=(
            "motcua due --received 2026-03-02T15:00 --term 3",
            "motcua due --received 2026-03-02T15:20 --term 0 --cutoff 15:00",
            "motcua due --received 2026-02-11T09:00 --term 5 --pause 2026-02-12T10:00/2026-02-25T08:30",
        ),
    )
    number, choice = _("SỐ"), _("CÁCH")
    put = parser.add_argument
    put(
        "--received",
        metavar=_("LÚC"),
        help=_("lúc tiếp nhận đủ hồ sơ, như {at}").format(at="2026-03-02T15:00"),
    )
    put("--term", metavar=number, help=_("thời hạn, như 3 hoặc 0.5; 0 là trong ngày"))
    put("--unit", default=Unit.WORKING_DAY.value, metavar=_("ĐƠN_VỊ"), help=_choices(_UNITS, unit_word))
    put("--policy", metavar=choice, help=_choices(tuple(Policy), policy_word))
    put("--cutoff", metavar=CLOCK, help=_("nhận sau giờ này thì tính từ ngày làm việc sau"))
    put(
        "--pause", action="append", default=[], metavar=_("TỪ/ĐẾN"), help=_("chờ bổ sung; ghi được nhiều lần")
    )
    resume = _("khi đủ hồ sơ: restart (tính lại từ đầu), suspend (tính tiếp)")
    put("--on-resume", default=OnResume.RESTART.value, metavar=choice, help=resume)
    put("--cases", metavar=_("TỆP"), help=_("tệp JSON các trường hợp, - để đọc từ đầu vào"))
    parser.set_defaults(run=run)


def _choices(names: tuple[str, ...], word: Callable[[str], str]) -> str:
    return ", ".join(f"{name} ({word(name)})" for name in names)


def run(options: argparse.Namespace) -> int:
    """Answer one question, or a file of cases."""
    if options.cases is not None:
        return _run_cases(options)
    question = _question(options)
    from motcua_desktop.counter import calendar_source
    from motcua_desktop.domain.deadline import explain
    from motcua_desktop.domain.trace import as_dict
    from motcua_desktop.say_trace import trace_words

    calendar, office_policy = calendar_source.calendar_of(options.data_dir)
    question["policy"] = question["policy"] or office_policy
    trace = explain(calendar, **question)
    if options.json:
        due = trace.due
        output.as_json({"due": output.iso(due.at), "provisional": due.provisional, "trace": as_dict(trace)})
        return output.DONE
    mark = " " + _("(tạm tính)") if trace.due.provisional else ""
    output.line(f"{trace.due.at:%H:%M %d/%m/%Y}{mark}")
    output.line(trace_words(trace))
    return output.DONE


def _question(options: argparse.Namespace) -> dict[str, Any]:
    """What `explain` is asked. A value out of bounds is a refusal, one nobody can read wrong usage."""
    for name in ("received", "term"):
        if getattr(options, name) is None:
            raise WrongUsage(_("Còn thiếu: --{name}.").format(name=name), "motcua due")
    unit = _read("unit", options.unit, Unit, tuple(Unit))
    return {
        "received": _read("received", options.received, _instant, (INSTANT,)),
        "term": _read("term", options.term, lambda text: _term(text, unit), (_("số, như 3 hoặc 0.5"),)),
        "policy": options.policy and _read("policy", options.policy, Policy, tuple(Policy)),
        "cutoff": options.cutoff and _read("cutoff", options.cutoff, _clock, (CLOCK,)),
        "pauses": tuple(_read("pause", text, _pause, (f"{INSTANT}/{INSTANT}",)) for text in options.pause),
        "on_resume": _read("on-resume", options.on_resume, OnResume, tuple(OnResume)),
    }


def _read(name: str, text: str, read: Callable[[str], T], forms: tuple[str, ...]) -> T:
    try:
        return read(text)
    except (ValueError, NoSuchTime, BadValue):
        said = unreadable(f"--{name}", text, tuple(str(form) for form in forms))
        raise WrongUsage(said, "motcua due") from None


def _instant(text: str) -> datetime:
    """An instant with its time of day: a bare date would silently mean midnight."""
    if len(text) <= len("YYYY-MM-DD"):
        raise ValueError(text)
    return datetime.fromisoformat(text)


def _clock(text: str) -> time:
    return clock(text)


def _term(text: str, unit: Unit) -> Term:
    return Term.of(text, unit)


def _pause(text: str) -> Pause:
    start, _slash, end = text.partition("/")
    return Pause(_instant(start), _instant(end) if end else None)


def _run_cases(options: argparse.Namespace) -> int:
    from motcua_desktop.counter.calendar_source import official
    from motcua_desktop.domain.cases import answer_cases

    cases = json_file.check(json_file.read(options.cases, "cases"), "cases", list)
    answers = answer_cases(cases, official(), explain=_sentence)
    if options.json:
        output.as_json(answers)
    for answer in answers:
        if answer["due"] is None:
            print(f"{answer['id']}: {answer['error']}", file=sys.stderr, flush=True)
        elif not options.json:
            output.line(f"{answer['id']}\t{answer['due']}")
    return output.REFUSED if any(answer["due"] is None for answer in answers) else output.DONE


def _sentence(trouble: Exception) -> str:
    """Why a case has no answer: a refusal's own words, else what is wrong with its form."""
    if isinstance(trouble, Refusal):
        return say(trouble)
    if isinstance(trouble, KeyError):
        return _("Trường hợp thiếu mục “{name}”.").format(name=trouble.args[0])
    return _("Trường hợp không đúng dạng. Xem lại received, term, policy, cutoff, pauses, on_resume, office.")
