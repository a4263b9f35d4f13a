"""A played day at the counter of đặc khu Lý Sơn, with the weeks before it, through the counter's own door."""

from __future__ import annotations

import heapq
import itertools
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time, timedelta
from pathlib import Path
from random import Random

from motcua_desktop import clock
from motcua_desktop.counter import invented
from motcua_desktop.counter.counter import Counter, open_counter
from motcua_desktop.domain.calendar import WorkingCalendar
from motcua_desktop.domain.dossier import Channel, Draft, Office, Officer, ReturnMethod
from motcua_desktop.domain.errors import FileExists, Refusal
from motcua_desktop.domain.lifecycle import Role
from motcua_desktop.domain.numbering import CodePattern
from motcua_desktop.paths import database

LY_SON = Office(
    name="UBND ĐẶC KHU LÝ SƠN",
    parent="UBND TỈNH QUẢNG NGÃI",
    counter_name="Trung tâm Phục vụ hành chính công đặc khu Lý Sơn",
    place="Lý Sơn",
    address="Thôn Tây An Vĩnh, đặc khu Lý Sơn, tỉnh Quảng Ngãi",
    phone="0255 0000 000",
    email="motcua.lyson@example.vn",
    website="https://motcua.example.vn",
    unit_code="21548",
    agency_id="H48.25.12",
    signer_title="PHÓ CHỦ TỊCH",
    signer_for="KT. CHỦ TỊCH",
    signer_name="Nguyễn Văn Mẫu",
)
SAMPLE = replace(LY_SON, is_sample=True)
"""The office of invented dossiers: its papers say that they are worth nothing."""
#: Everyday procedures beside certified copies, with how often each comes.
_OTHERS = {
    "2.000884": 6,
    "1.001193": 5,
    "1.000656": 2,
    "1.000894": 2,
    "2.000635": 4,
    "1.004873": 9,
    "1.001612": 8,
    "2.000720": 3,
    "1.004884": 3,
    "1.001653": 2,
    "1.013225": 2,
    "1.012812": 2,
    "1.011606": 3,
}
_CERTIFIED_COPY = "2.000815"
#: Which section handles a field; every other field goes to the last.
_SECTIONS = {
    "Thành lập và hoạt động doanh nghiệp (hộ kinh doanh)": "Phòng Kinh tế",
    "Hoạt động xây dựng": "Phòng Kinh tế",
    "Đất đai": "Phòng Kinh tế",
    "Bảo trợ xã hội": "Phòng Văn hóa – Xã hội",
    "Giảm nghèo": "Phòng Văn hóa – Xã hội",
    "": "Văn phòng HĐND và UBND",
}
_LATE_REASONS = ("Chờ kết quả xác minh của cơ quan phối hợp", "Hệ thống dữ liệu gián đoạn do bão")
_FATES = ["late", "late", "stuck", "supplement_open", "supplement_completed", *["early"] * 5]
_SIMPLE_FATES = ["withdrawn", "late", *["early"] * 38]
_END = time(16, 0)


@dataclass
class _Stage:
    """The clock that is set from act to act, the chance, and what is still to happen."""

    random: Random
    now: datetime
    agenda: list[tuple[datetime, int, Callable[[], None]]] = field(default_factory=list)
    order: itertools.count[int] = field(default_factory=itertools.count)
    decks: dict[bool, list[str]] = field(default_factory=dict)

    def next_fate(self, simple: bool) -> str:
        """What becomes of the next dossier: dealt like cards, so that even a short day has every kind."""
        deck = self.decks.setdefault(simple, [])
        if not deck:
            deck += _SIMPLE_FATES if simple else _FATES
            self.random.shuffle(deck)
        return deck.pop()

    def at(self, instant: datetime, act: Callable[[], None]) -> None:
        heapq.heappush(self.agenda, (instant, next(self.order), act))

    def play(self, until: datetime) -> None:
        while self.agenda and self.agenda[0][0] <= until:
            instant, _order, act = heapq.heappop(self.agenda)
            self.now = max(self.now, instant)
            act()
        self.now = until


def play(
    folder: Path, *, dossiers: int = 120, seed: int = 1, day: date | None = None, papers: bool = True
) -> Counter:
    """Play the day into `folder` and give the counter as it stands at 16:00 of that day.

    The same seed and day give the same register. `day` defaults to the last working day whose 16:00 has
    passed, so that nothing played lies in the future. Raises FileExists when there is a register already.
    """
    if database(folder).exists():
        raise FileExists(str(database(folder)))
    last = day or (clock.now() - timedelta(hours=_END.hour)).date()
    stage = _Stage(Random(seed), datetime.combine(last, time(6, 30)))
    officer = Officer("Bùi Thị Hạnh", Role.ADMIN, title="Công chức", desk="Quầy 1")
    counter = open_counter(folder, now=lambda: stage.now, officer=officer, random=stage.random)
    calendar = counter.calendar_office.calendar()
    while not calendar.is_working(last):
        last -= timedelta(days=1)
    past = [last - timedelta(days=n) for n in range(45, 0, -1)]
    days = [d for d in past if calendar.is_working(d)]
    stage.now = datetime.combine(days[0], time(6, 30))
    counter.office.set_up(SAMPLE, CodePattern(SAMPLE.agency_id))
    on_the_day = max(1, round(dossiers * 0.15))
    for number in range(dossiers):
        today = number >= dossiers - on_the_day
        chosen = last if today else stage.random.choice(days)
        _plan(stage, counter, chosen, last if papers else None, calendar)
    _plan_letters(stage, counter, [*days[3:], last])
    stage.play(datetime.combine(last, _END))
    counter.exchange.export_day(folder / "export" / f"dong-bo-{last:%y%m%d}.jsonl")
    return counter


def _plan(
    stage: _Stage, counter: Counter, day: date, paper_day: date | None, calendar: WorkingCalendar
) -> None:
    random = stage.random
    sessions = calendar.sessions(day)
    session = sessions[0] if random.random() < 0.65 else sessions[-1]
    start = datetime.combine(day, session.start)
    length = int((datetime.combine(day, session.end) - start).total_seconds())
    instant = start + timedelta(seconds=random.randrange(0, min(length, 3 * 3600)))
    if datetime.combine(day, _END) < instant:
        instant = datetime.combine(day, _END) - timedelta(minutes=random.randrange(1, 50))
    code = _CERTIFIED_COPY
    if random.random() > 0.62:
        code = random.choices(list(_OTHERS), list(_OTHERS.values()))[0]
    who = invented.person(random, day)
    draft = Draft(
        uid=f"demo-{random.getrandbits(64):016x}",
        procedure=code,
        applicant=who,
        channel=Channel.DIRECT if random.random() < 0.9 else Channel.POST,
        return_method=random.choices(list(ReturnMethod), (8, 1, 1))[0],
        subject=f"Khai sinh cho {invented.child_name(random, who.name)}" if code == "1.001193" else "",
        pages=random.randint(1, 6),
        copies=random.randint(1, 4),
    )
    stage.at(instant, lambda: _receive(stage, counter, draft, slip=paper_day == day))


def _receive(stage: _Stage, counter: Counter, draft: Draft, *, slip: bool) -> None:
    dossier = counter.intake.receive(draft, slip=slip).dossier
    due = dossier.appointment_at
    if due is None:
        return
    random, code, work = stage.random, dossier.code, counter.handling
    start, left = stage.now, due - stage.now
    calendar = counter.calendar_office.calendar()

    def later(share: float, act: Callable[[], object]) -> None:
        stage.at(calendar.deemed_start((start + left * share).replace(second=0)), lambda: _try(act))

    simple = dossier.procedure.cutoff is not None
    fate = stage.next_fate(simple)
    if not simple:
        section = _SECTIONS.get(dossier.procedure.field, _SECTIONS[""])
        later(0.1, lambda: work.hand_over(code, section))
    if fate == "withdrawn":
        later(0.3, lambda: work.withdraw(code, "Người nộp xin rút để làm lại giấy tờ"))
        return
    if fate.startswith("supplement"):
        later(0.2, lambda: work.ask_supplement(code, "Bản sao giấy tờ tùy thân", "Bản chụp bị mờ"))
        if fate == "supplement_completed":
            later(0.6, lambda: work.complete(code))
            later(1.1, lambda: work.result_ready(code))
        return
    finish = {"early": random.uniform(0.3, 0.8), "late": random.uniform(1.5, 4.0), "stuck": 9.0}[fate]
    later(finish, lambda: work.result_ready(code))
    later(finish + 0.05, lambda: work.give_back(code, dossier.applicant.name))


def _plan_letters(stage: _Stage, counter: Counter, days: list[date]) -> None:
    """At 15:30 of each day: letters for what is already late; on the last day some are left to send."""

    def apologise(code: str) -> None:
        _try(lambda: counter.handling.apologise(code, stage.random.choice(_LATE_REASONS)))

    def write() -> None:
        late = [line.code for line in counter.register.overdue() if not line.apologised]
        for code in late[:-2] if stage.now.date() == days[-1] else late:
            apologise(code)

    for day in days:
        stage.at(datetime.combine(day, time(15, 30)), write)


def _try(act: Callable[[], object]) -> None:
    """A plan that life has overtaken (a withdrawn dossier cannot be returned) is dropped."""
    try:
        act()
    except Refusal:
        return
