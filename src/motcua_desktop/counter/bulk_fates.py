"""What becomes of a dossier of the load data: most are done well in time."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from random import Random
from typing import Any

from motcua_desktop.domain.lifecycle import Status

_SECTIONS = ("Phòng Kinh tế", "Phòng Văn hóa – Xã hội", "Văn phòng HĐND và UBND")
_MINUTE = timedelta(minutes=1)
Step = tuple[datetime, str, Status, dict[str, Any], dict[str, str]]


def fate(random: Random, name: str, at: datetime, due: datetime | None, *, at_once: bool) -> Iterator[Step]:
    """What will happen to a dossier in the order of time; `at_once` for what is done while one waits.

    A changed column "+" holds the instant of the step.
    """
    if at_once or due is None:
        ready = at + _MINUTE * random.randint(10, 90)
    else:
        section = random.choice(_SECTIONS)
        yield at + _MINUTE * 20, "hand_over", Status.IN_PROCESS, {"holder": section}, {"to": section}
        chance = random.random()
        if chance < 0.015:
            yield at + _MINUTE * 60, "withdraw", Status.WITHDRAWN, {"finished_at": "+", "holder": ""}, {}
            return
        if chance < 0.04 and due - at > timedelta(days=1):
            asked = at + (due - at) * 0.2
            yield asked, "ask_supplement", Status.WAITING, {"waiting_since": "+"}, {}
            yield asked + timedelta(days=2), "complete", Status.IN_PROCESS, {"waiting_since": None}, {}
        share = random.uniform(0.25, 0.97) if random.random() < 0.985 else random.uniform(1.05, 2.5)
        ready = max(at + _MINUTE * 30, at + (due - at) * share)
        if chance < 0.04:
            ready += timedelta(days=3)
    yield ready, "result_ready", Status.RESULT_READY, {"finished_at": "+", "holder": ""}, {}
    given = ready + _MINUTE * random.randint(5, 600)
    who = {"returned_at": "+", "returned_to": name}
    yield given, "return", Status.RETURNED, who, {"to": name, "how": "counter", "paper": ""}
