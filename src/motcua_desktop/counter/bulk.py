"""A register of very many dossiers over five years, for benchmarks and for a look at the window."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from heapq import heappop, heappush
from pathlib import Path
from random import Random
from typing import Any

from motcua_desktop import clock
from motcua_desktop.counter import calendar_source, dates, invented
from motcua_desktop.counter.bulk_fates import fate
from motcua_desktop.counter.counter import Counter, open_counter
from motcua_desktop.counter.demonstration import LY_SON, SAMPLE
from motcua_desktop.counter.making import RULE_EDITION, fees_of
from motcua_desktop.domain.applicant import Applicant
from motcua_desktop.domain.calendar import WorkingCalendar
from motcua_desktop.domain.dossier import Channel, Dossier, Draft, Officer, Paper, ReturnMethod
from motcua_desktop.domain.errors import FileExists
from motcua_desktop.domain.lifecycle import Role, Status
from motcua_desktop.domain.numbering import CodePattern
from motcua_desktop.domain.procedure import Procedure
from motcua_desktop.domain.terms import Policy
from motcua_desktop.paths import database
from motcua_desktop.persistence import bulk, catalogue, dossiers, events, numbers
from motcua_desktop.persistence.instants import sure_text
from motcua_desktop.persistence.people import syllables_of
from motcua_desktop.persistence.schema import (
    dossiers as dossiers_table,
)  # fmt: skip
from motcua_desktop.persistence.schema import (
    people as people_table,
)
from motcua_desktop.persistence.schema import (
    promises as promises_table,
)
from motcua_desktop.persistence.schema import (
    supplements as supplements_table,
)
from motcua_desktop.persistence.schema import (
    syllables as syllables_table,
)

YEARS = 5
_COPY = "2.000815"
#: Certified copies are 70 of 100; the rest as often as this.
_SHARES = {
    _COPY: 70.0, "2.000884": 8, "1.001193": 5, "1.004873": 5, "2.000635": 4, "1.001612": 3, "1.000656": 2,
    "1.000894": 1.5, "1.012812": 0.8, "1.011606": 0.7,
}  # fmt: skip
_OFFICERS = ("Bùi Thị Hạnh", "Võ Minh Hải", "Trần Thị Thu", "Lê Quốc Vinh")


@dataclass
class _Kept:
    """A dossier under way: its row as it stands."""

    row: dict[str, Any]
    left: int = 0


@dataclass
class _Work:
    """What the generator carries along."""

    random: Random
    calendar: WorkingCalendar
    policy: Policy
    procedures: dict[str, Procedure]
    snapshots: dict[str, str]
    pen: bulk.Pen
    until: datetime
    people: list[tuple[int, Applicant, dict[str, Any]]]
    agenda: list[tuple[datetime, int, _Kept, str, Status, dict[str, Any], dict[str, str]]] = field(
        default_factory=list
    )
    number: int = 0
    templates: dict[tuple[str, int, int], dict[str, Any]] = field(default_factory=dict)
    registers: dict[str, int] = field(default_factory=dict)


def fill(folder: Path, count: int, seed: int = 1, until: datetime | None = None) -> Counter:
    """Fill a new register in `folder` with `count` dossiers up to `until` (16:00 of the last working day).

    Raises FileExists when the folder holds a register already.
    """
    if database(folder).exists():
        raise FileExists(str(database(folder)))
    end = until or _last_afternoon()
    officer = Officer("Bùi Thị Hạnh", Role.ADMIN, title="Công chức", desk="Quầy 1")
    random = Random(seed)
    counter = open_counter(folder, now=lambda: end, officer=officer, random=random)
    counter.office.set_up(SAMPLE, CodePattern(SAMPLE.agency_id))
    desk = counter._desk
    with desk.database.read() as connection:
        calendar, policy = desk.calendar(connection), desk.policy(connection)
        procedures = {
            code: found for code in _SHARES if (found := catalogue.get(connection, code)) is not None
        }
    with desk.database.write() as connection:
        snapshots = {code: catalogue.take_snapshot(connection, p) for code, p in procedures.items()}
    days = _days(calendar, end)
    with bulk.writing(desk.database) as pen:
        people = _people(random, pen, max(50, count // 5), end)
        work = _Work(random, calendar, policy, procedures, snapshots, pen, end, people)
        claimed = _write(work, days, count)
    with desk.database.write() as connection:
        for scope, last in claimed.items():
            numbers.skip_to(connection, scope, last)
    return counter


def _last_afternoon() -> datetime:
    """16:00 of the last working day up to today."""
    calendar, day = calendar_source.assemble(0), clock.now().date()
    while not calendar.is_working(day):
        day -= timedelta(days=1)
    return datetime.combine(day, time(16))


def _days(calendar: WorkingCalendar, end: datetime) -> list[date]:
    first = end.date() - timedelta(days=365 * YEARS)
    every = (first + timedelta(days=n) for n in range((end.date() - first).days + 1))
    return [day for day in every if calendar.is_working(day)]


def _people(
    random: Random, pen: bulk.Pen, count: int, at: datetime
) -> list[tuple[int, Applicant, dict[str, Any]]]:
    made = []
    spoken: set[str] = set()
    for key in range(1, count + 1):
        who = invented.person(random, date(2026, 1, 1))
        columns = dossiers.applicant_columns(who, ())
        spoken |= syllables_of(who.name)
        kept = {name: columns[name] for name in columns if name not in ("name_sort", "involved")}
        pen.add(people_table, {"id": key, **kept, "seen_at": sure_text(at), "dossiers": 5})
        made.append((key, who, columns))
    for syllable in sorted(spoken):
        pen.add(syllables_table, {"syllable": syllable})
    return made


def _write(work: _Work, days: list[date], count: int) -> dict[str, int]:
    """Receive day by day, and let what is due on the way happen in the order of time."""
    claimed: dict[str, int] = {}
    pattern = CodePattern(LY_SON.agency_id)
    shares = list(_SHARES)
    for place, day in enumerate(days):
        today = count * (place + 1) // len(days) - count * place // len(days)
        instants = sorted(_instant(work, day) for _ in range(today))
        for serial, at in enumerate(instants, start=1):
            _happen(work, at)
            code = work.random.choices(shares, list(_SHARES.values()))[0]
            _receive(work, work.procedures[code], at, pattern.code(day, serial))
            claimed[pattern.scope(day)] = serial
    _happen(work, work.until)
    for kept in {id(entry[2]): entry[2] for entry in work.agenda}.values():
        if kept.row["status"] == Status.WAITING:
            _supplement(work, kept.row, None)
        work.pen.add(dossiers_table, kept.row)
    return claimed | {f"register|{key}": last for key, last in work.registers.items()}


def _instant(work: _Work, day: date) -> datetime:
    sessions = work.calendar.sessions(day)
    session = sessions[0] if work.random.random() < 0.65 else sessions[-1]
    start = datetime.combine(day, session.start)
    length = int((min(datetime.combine(day, session.end), work.until) - start).total_seconds())
    return start + timedelta(seconds=work.random.randrange(length))


def _receive(work: _Work, procedure: Procedure, at: datetime, code: str) -> None:
    random = work.random
    work.number += 1
    term = procedure.term
    due = None
    if term is not None:
        due = dates.due_of(work.calendar, procedure, at, term, work.policy)
    person, _who, columns = random.choice(work.people)
    row = dict(_template(work, procedure, random.randint(1, 6), random.randint(1, 3)))
    register = f"{at.year}|{procedure.field}"
    work.registers[register] = work.registers.get(register, 0) + 1
    stamp, due_text = sure_text(at), None if due is None else sure_text(due.at)
    row.update(columns)
    row.update(
        id=work.number, uid=f"bulk-{work.number:08d}", code=code, code_key=code.partition("-")[2],
        person=person, received_at=stamp, clock_start=stamp, limit_at=due_text, due_at=due_text,
        appointment_at=due_text, provisional=due is not None and due.provisional,
        officer=random.choice(_OFFICERS), register_number=work.registers[register],
        channel=("online" if random.random() < 0.25 else "direct"),
    )  # fmt: skip
    _promise(work, row, 1, stamp, "receipt")
    kept = _Kept(row)
    _log(work, kept, at, "receive", Status.RECEIVED, {"code": code})
    for step in fate(
        random, row["name"], at, None if due is None else due.at, at_once=procedure.code == _COPY
    ):
        heappush(work.agenda, (step[0], work.number * 8 + kept.left, kept, *step[1:]))
        kept.left += 1
    if not kept.left:
        work.pen.add(dossiers_table, row)


def _template(work: _Work, procedure: Procedure, pages: int, copies: int) -> dict[str, Any]:
    """The columns that are the same for every dossier of a procedure with so many pages and copies."""
    key = (procedure.code, pages, copies)
    if key not in work.templates:
        now = datetime(2026, 1, 5, 8)
        draft = Draft("", procedure.code, Applicant("x"), pages=pages, copies=copies)
        needed = procedure.required("direct")
        papers = tuple(Paper(c.number, c.originals, c.copies) for c in needed)
        blank = Dossier(
            id=0, uid="", code="", official_code="", procedure=procedure, applicant=draft.applicant,
            status=Status.RECEIVED, channel=Channel.DIRECT, return_method=ReturnMethod.COUNTER,
            received_at=now, clock_start=now, officer="", term=procedure.term, papers=papers, promises=(),
            events=(), pages=pages, copies=copies, fees=fees_of(draft, procedure, now), paid_by="cash",
            register_volume="01", rule_edition=RULE_EDITION, form_edition="2025",
            calendar_edition=work.calendar.edition,
        )  # fmt: skip
        row = dossiers.row_of(blank, work.snapshots[procedure.code], 0)
        work.templates[key] = row
    return work.templates[key]


def _happen(work: _Work, until: datetime) -> None:
    """Let everything planned up to `until` happen."""
    agenda = work.agenda
    while agenda and agenda[0][0] <= until:
        at, _order, kept, kind, status, changes, facts = heappop(agenda)
        row, stamp = kept.row, sure_text(at)
        new = {name: stamp if value == "+" else value for name, value in changes.items()}
        if kind == "complete":
            new |= _restart(work, row, at)
        new["status"] = status.value
        before = {name: row[name] for name, value in new.items() if row[name] != value}
        row.update(new)
        _log(work, kept, at, kind, status, {**facts, "before": json.dumps(before, ensure_ascii=False)})
        kept.left -= 1
        if not kept.left:
            work.pen.add(dossiers_table, row)


def _log(work: _Work, kept: _Kept, at: datetime, kind: str, status: Status, facts: dict[str, str]) -> None:
    row = kept.row
    uid = f"{at:%Y%m%d%H%M%S}-{work.random.getrandbits(80):020x}"
    reason = {"withdraw": "Người nộp xin rút", "ask_supplement": "Bản chụp bị mờ"}.get(kind, "")
    line = (
        uid,
        row["id"],
        sure_text(at),
        row["officer"],
        kind,
        status.value,
        reason,
        events.facts_text(facts),
    )
    row["changed"] = work.pen.log(line)


def _promise(work: _Work, row: dict[str, Any], number: int, stamp: str, reason: str) -> None:
    work.pen.add(
        promises_table,
        {
            "dossier": row["id"], "number": number, "made_at": stamp, "officer": row["officer"],
            "reason": reason, "due_at": row["due_at"], "appointment_at": row["appointment_at"],
            "provisional": row["provisional"], "edition": row["calendar_edition"], "note": "",
        },
    )  # fmt: skip


def _restart(work: _Work, row: dict[str, Any], at: datetime) -> dict[str, Any]:
    """The whole term again from the completion (Art. 19.5)."""
    procedure = work.procedures[row["procedure_code"]]
    term = procedure.term
    if term is None:
        return {}
    due = dates.due_of(work.calendar, procedure, at, term, work.policy)
    text = sure_text(due.at)
    columns = {"due_at": text, "limit_at": text, "appointment_at": text, "provisional": due.provisional}
    _promise(work, {**row, **columns}, 2, sure_text(at), "supplement")
    _supplement(work, row, sure_text(at))
    return columns


def _supplement(work: _Work, row: dict[str, Any], completed: str | None) -> None:
    asked = row["waiting_since"]
    work.pen.add(
        supplements_table,
        {
            "dossier": row["id"], "number": 1, "asked_at": asked, "asked_by": row["officer"],
            "content": "Bản sao giấy tờ tùy thân", "reason": "Bản chụp bị mờ",
            "completed_at": completed, "completed_by": row["officer"] if completed else "", "closed_at": None,
            "at_intake": False, "recorded_at": asked, "undone_at": None,
        },
    )  # fmt: skip
