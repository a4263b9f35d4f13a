"""What the page of hand-overs reads and does, off the window's thread."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from typing import TYPE_CHECKING

from motcua_desktop.domain.handover import HandedOver, HandoverList
from motcua_desktop.domain.lifecycle import Status
from motcua_desktop.domain.query import Query, Sort
from motcua_desktop.gui.pages.dossier_list import rows_of
from motcua_desktop.gui.pages.row_state import ListRow
from motcua_desktop.gui.tasks import Job
from motcua_desktop.i18n import _

if TYPE_CHECKING:
    from motcua_desktop.counter.counter import Counter

#: Received after this hour, the paper may go at the beginning of the next working day (Art. 18.1).
CUTOFF = time(15, 0)
MOST = 500
#: How many days lists stay in sight.
LISTED_DAYS = 7


@dataclass(frozen=True, slots=True)
class HandoverView:
    """What lies at the counter and must go, what lies at a section and may come back, the lists made lately.

    sections: those of the office. proposed: dossier's row → where it most likely goes.
    """

    send: tuple[ListRow, ...]
    receive: tuple[ListRow, ...]
    sections: tuple[str, ...]
    proposed: Mapping[int, str]
    lists: tuple[HandoverList, ...]


def read_handover(counter: Counter) -> HandoverView:
    """Both lists by working time left, dossiers without an appointment last.

    What came back without its result must go once more.
    """
    received, in_process = (
        rows_of(counter, counter.register.window(_by_due(status), 0, MOST))
        for status in (Status.RECEIVED, Status.IN_PROCESS)
    )
    again = [found for found in in_process if not found.line.holder]
    away = [found for found in in_process if found.line.holder]
    send, away = (
        sorted(rows, key=lambda found: found.line.appointment_at or datetime.max)
        for rows in ([*received, *again], away)
    )
    since = datetime.combine(counter.now().date() - timedelta(days=LISTED_DAYS - 1), time())
    return HandoverView(
        tuple(send),
        tuple(away),
        counter.handover.sections(),
        counter.handover.proposals([found.line for found in send]),
        counter.handover.lists(since),
    )


def _by_due(status: Status) -> Query:
    return Query(statuses=(status,), sort=Sort.DUE, descending=False)


def morning_words(now: datetime, waiting: Sequence[ListRow]) -> str:
    """After the cut-off hour: what must still go today and what may go next morning; "" before it."""
    if now.time() < CUTOFF or not waiting:
        return ""
    late = datetime.combine(now.date(), CUTOFF)
    after = sum(found.line.received_at >= late for found in waiting)
    earlier = sum(found.line.received_at.date() < now.date() for found in waiting)
    due = len(waiting) - after
    words = _("{n} hồ sơ nhận trước 15:00 phải chuyển hôm nay")
    if earlier:
        words = _("{n} hồ sơ nhận trước 15:00 và các ngày trước phải chuyển hôm nay")
    if earlier == due:
        words = _("{n} hồ sơ nhận các ngày trước phải chuyển hôm nay")
    parts = [
        words.format(n=due) if due else "",
        _("{n} hồ sơ nhận sau 15:00 được chuyển đầu ngày làm việc sau").format(n=after) if after else "",
    ]
    return "; ".join(part for part in parts if part) + " " + _("(NĐ 118/2025, Điều 18).")


def act_words(number: int, lists: int, *, back: bool, ready: bool) -> str:
    """What F12 does with the ticked dossiers."""
    if not back:
        words = _("Chuyển {n} hồ sơ, in danh sách") if lists == 1 else _("Chuyển {n} hồ sơ, in {m} danh sách")
    elif ready:
        words = _("Nhận lại {n} hồ sơ có kết quả, in danh sách")
    else:
        words = _("Nhận lại {n} hồ sơ, in danh sách")
    return words.format(n=number, m=lists)


def send(counter: Counter, sections: Mapping[str, str], job: Job) -> HandedOver:
    """Pass each dossier (code → section) on."""
    return counter.handover.send_each(sections, job.step)


def take_back(counter: Counter, codes: Sequence[str], ready: bool, job: Job) -> HandedOver:
    """Take dossiers back to the counter."""
    return counter.handover.take_back(codes, ready=ready, progress=job.step)
