"""`motcua due`: a due date and why."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable
from datetime import datetime, time
from pathlib import Path
from typing import Any, TypeVar

from motcua_desktop.cli import output
from motcua_desktop.domain.errors import BadValue, Refusal
from motcua_desktop.domain.office_hours import clock
from motcua_desktop.domain.terms import OnResume, Pause, Policy, Term, Unit
from motcua_desktop.domain.time_errors import NoSuchTime
from motcua_desktop.i18n import _
from motcua_desktop.say import say
from motcua_desktop.say_time import unreadable

INSTANT, CLOCK = "YYYY-MM-DDTHH:MM", "HH:MM"
T = TypeVar("T")


class _WrongUsage(Exception):
    """An argument nobody can read: exit code 2 with the sentence."""


def add(commands: Any, common: argparse.ArgumentParser) -> None:
    """Add the command."""
    parser = commands.add_parser("due", parents=[common], help=_("tính hạn và cho biết vì sao"))
    parser.add_argument("--received", help=INSTANT)
    parser.add_argument("--term", help=_("số, như 3 hoặc 0.5"))
    parser.add_argument("--unit", default=Unit.WORKING_DAY.value, help=_choices(Unit))
    parser.add_argument("--policy", help=_choices(Policy))
    parser.add_argument("--cutoff", help=CLOCK)
    parser.add_argument("--pause", action="append", default=[], help=f"{INSTANT}/{INSTANT}")
    parser.add_argument("--on-resume", default=OnResume.RESTART.value, help=_choices(OnResume))
    parser.add_argument("--cases", type=Path, help=_("tệp JSON các trường hợp"))
    parser.set_defaults(run=run)


def _choices(kind: Any) -> str:
    return ", ".join(kind)


def run(options: argparse.Namespace) -> int:
    """Answer one question, or a file of cases."""
    if options.cases is not None:
        return _run_cases(options)
    try:
        question = _question(options)
    except _WrongUsage as wrong:
        return _say_usage(str(wrong), wants_json=options.json)
    from motcua_desktop.counter import calendar_source
    from motcua_desktop.domain.deadline import explain
    from motcua_desktop.domain.trace import as_dict, sentence

    calendar, office_policy = calendar_source.calendar_of(options.data_dir)
    question["policy"] = question["policy"] or office_policy
    trace = explain(calendar, **question)
    if options.json:
        due = trace.due
        output.as_json({"due": output.iso(due.at), "provisional": due.provisional, "trace": as_dict(trace)})
        return output.DONE
    mark = " " + _("(tạm tính)") if trace.due.provisional else ""
    output.line(f"{trace.due.at:%H:%M %d/%m/%Y}{mark}")
    output.line(sentence(trace))
    return output.DONE


def _question(options: argparse.Namespace) -> dict[str, Any]:
    """What `explain` is asked. A value out of bounds is a refusal, one nobody can read wrong usage."""
    for name in ("received", "term"):
        if getattr(options, name) is None:
            raise _WrongUsage(_("Thiếu --{name}.").format(name=name))
    unit = _read("unit", options.unit, Unit, tuple(Unit))
    return {
        "received": _read("received", options.received, _instant, (INSTANT,)),
        "term": _read("term", options.term, lambda text: _term(text, unit), ("3", "0.5")),
        "policy": options.policy and _read("policy", options.policy, Policy, tuple(Policy)),
        "cutoff": options.cutoff and _read("cutoff", options.cutoff, _clock, (CLOCK,)),
        "pauses": tuple(_read("pause", text, _pause, (f"{INSTANT}/{INSTANT}",)) for text in options.pause),
        "on_resume": _read("on-resume", options.on_resume, OnResume, tuple(OnResume)),
    }


def _read(name: str, text: str, read: Callable[[str], T], forms: tuple[str, ...]) -> T:
    try:
        return read(text)
    except (ValueError, NoSuchTime, BadValue):
        raise _WrongUsage(unreadable(f"--{name}", text, tuple(str(form) for form in forms))) from None


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


def _say_usage(text: str, *, wants_json: bool) -> int:
    print(text, file=sys.stderr, flush=True)
    if wants_json:
        output.as_json({"error": text, "kind": "usage", "field": ""})
    return output.USAGE


def _run_cases(options: argparse.Namespace) -> int:
    from motcua_desktop.counter.calendar_source import official
    from motcua_desktop.domain.cases import answer_cases

    try:
        cases = json.loads(options.cases.read_text(encoding="utf-8-sig"))
    except ValueError as error:
        raise BadValue("cases", str(error), ("JSON",)) from error
    if not isinstance(cases, list):
        raise BadValue("cases", type(cases).__name__, ("JSON [...]",))
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
