"""`motcua due`: a due date and why."""

from __future__ import annotations

import argparse
import json
from datetime import datetime, time
from pathlib import Path
from typing import Any

from motcua_desktop.cli import output
from motcua_desktop.domain.terms import OnResume, Pause, Policy, Term, Unit
from motcua_desktop.domain.errors import BadValue
from motcua_desktop.i18n import _


def add(commands: Any, common: argparse.ArgumentParser) -> None:
    """Add the command."""
    parser = commands.add_parser("due", parents=[common], help=_("tính hạn và cho biết vì sao"))
    parser.add_argument("--received", type=_instant, help="YYYY-MM-DDTHH:MM")
    parser.add_argument("--term")
    parser.add_argument("--unit", choices=[u.value for u in Unit], default=Unit.WORKING_DAY.value)
    parser.add_argument("--policy", choices=[p.value for p in Policy], default=Policy.SAME_CLOCK.value)
    parser.add_argument("--cutoff", type=_clock, help="HH:MM")
    parser.add_argument("--pause", action="append", default=[], help="YYYY-MM-DDTHH:MM/YYYY-MM-DDTHH:MM")
    parser.add_argument("--on-resume", choices=[r.value for r in OnResume], default=OnResume.RESTART.value)
    parser.add_argument("--cases", type=Path, help=_("tệp JSON các trường hợp"))
    parser.set_defaults(run=run)


def _instant(text: str) -> datetime:
    return datetime.fromisoformat(text)


def _clock(text: str) -> time:
    return time.fromisoformat(text)


def run(options: argparse.Namespace) -> int:
    """Answer one question, or a file of cases."""
    if options.cases is not None:
        return _run_cases(options)
    if options.received is None or options.term is None:
        raise BadValue("due", "", ("--received", "--term"))
    from motcua_desktop.counter.calendar_source import calendar_of
    from motcua_desktop.domain.terms import explain
    from motcua_desktop.domain.trace import as_dict, sentence

    trace = explain(
        calendar_of(options.data_dir),
        options.received,
        Term.of(options.term, options.unit),
        policy=Policy(options.policy),
        cutoff=options.cutoff,
        pauses=tuple(_pause(text) for text in options.pause),
        on_resume=OnResume(options.on_resume),
    )
    if options.json:
        due = trace.due
        output.as_json({"due": output.iso(due.at), "provisional": due.provisional, "trace": as_dict(trace)})
        return output.DONE
    mark = " " + _("(tạm tính)") if trace.due.provisional else ""
    output.line(f"{trace.due.at:%H:%M %d/%m/%Y}{mark}")
    output.line(sentence(trace))
    return output.DONE


def _pause(text: str) -> Pause:
    start, _slash, end = text.partition("/")
    try:
        return Pause(datetime.fromisoformat(start), datetime.fromisoformat(end) if end else None)
    except ValueError as error:
        raise BadValue("pause", text, ("YYYY-MM-DDTHH:MM/YYYY-MM-DDTHH:MM",)) from error


def _run_cases(options: argparse.Namespace) -> int:
    from motcua_desktop.counter.calendar_source import official_days
    from motcua_desktop.domain.cases import answer_cases

    try:
        cases = json.loads(options.cases.read_text(encoding="utf-8-sig"))
    except ValueError as error:
        raise BadValue("cases", str(error), ("JSON",)) from error
    answers = answer_cases(cases, official_days())
    failed = [answer for answer in answers if answer["due"] is None]
    if options.json:
        output.as_json(answers)
    else:
        for answer in answers:
            output.line(f"{answer['id']}\t{answer['due'] or answer.get('error', '')}")
    return output.REFUSED if failed else output.DONE
