"""A month at the counter with one dossier of every fate, and reading a report by column."""

from __future__ import annotations

from datetime import date

import pytest
from tests.counter_fixtures import Clock, draft

from motcua_desktop.counter.counter import Counter
from motcua_desktop.domain.dossier import Channel, Period
from motcua_desktop.domain.report import Figure, Report

MARCH = Period(date(2026, 3, 3), date(2026, 3, 31))
BIRTH, COPY, BUSINESS = "1.001193", "2.000815", "1.001612"


def figures(report: Report, row: str | None = None) -> dict[str, Figure]:
    line = report.total if row is None else next(r for r in report.rows if r.key == row)
    return {c.key: figure for c, figure in zip(report.columns, line.figures, strict=True)}


@pytest.fixture
def month(counter: Counter, clock: Clock) -> dict[str, str]:
    """Every fate a dossier can have in March 2026 → its code; the clock stands on 31 March, 09:00."""
    made: dict[str, str] = {}

    def receive(name: str, procedure: str = BUSINESS, **fields: object) -> str:
        made[name] = counter.intake.receive(draft(procedure, **fields), slip=False).dossier.code
        return made[name]

    def register(name: str, at: str) -> str:
        clock.set(at)
        sent = draft(BUSINESS, channel=Channel.ONLINE, official_code=f"H48.25.12-{name}")
        made[name] = counter.online.register(sent).dossier.code
        return made[name]

    receive("carried")
    receive("carried late")
    register("online before", "2026-03-02T15:00")
    clock.set("2026-03-03T08:00")
    for name in ("early", "late", "late with letter", "open late", "open with letter", "waiting"):
        receive(name)
    for name in ("withdrawn", "stopped", "closed", "refused", "refused late"):
        receive(name)
    receive("post", channel=Channel.POST)
    receive("copy", COPY)
    receive("copy online paid", COPY, channel=Channel.ONLINE, official_code="H48.25.12-1", paid_by="online")
    receive("copy by transfer", COPY, paid_by="transfer")
    receive("copy unpaid", COPY, paid_by="none")
    receive("mistaken")
    counter.intake.take_back(made["mistaken"], "Nhận nhầm")
    counter.online.accept(made["online before"], slip=False)
    counter.handling.result_ready(made["early"])
    counter.handling.withdraw(made["withdrawn"], "Không còn nhu cầu")
    counter.handling.stop(made["stopped"], "Theo đề nghị")
    counter.handling.refuse(made["refused"], "Không đủ điều kiện")
    for name in ("waiting", "closed"):
        counter.handling.ask_supplement(made[name], "Bản sao giấy chứng nhận", "Thiếu giấy tờ")
    clock.set("2026-03-04T09:00")
    for name in ("late with letter", "open with letter"):
        counter.handling.apologise(made[name], "Chờ xác minh", counter.handling.propose_new_date(made[name]))
    clock.set("2026-03-23T08:00")
    counter.handling.close(made["closed"])
    for name in ("late", "late with letter", "carried"):
        counter.handling.result_ready(made[name])
    counter.handling.refuse(made["refused late"], "Không đủ điều kiện")
    counter.online.not_accept(register("not accepted", "2026-03-25T08:00"), "Không thuộc thẩm quyền")
    register("unanswered late", "2026-03-26T08:00")
    register("unanswered", "2026-03-31T08:00")
    clock.set("2026-03-31T09:00")
    return made
