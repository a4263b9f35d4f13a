"""All a panel or a page says of one dossier, read in one go off the window's thread."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from itertools import groupby
from typing import TYPE_CHECKING

from motcua_desktop.assets import read_json
from motcua_desktop.domain import worktime
from motcua_desktop.domain.dossier import Dossier, Event
from motcua_desktop.domain.errors import Refusal
from motcua_desktop.domain.lifecycle import RUNNING, Move, Status
from motcua_desktop.domain.trace import Trace, TraceKind
from motcua_desktop.gui.pages.moments import table_moment
from motcua_desktop.gui.pages.row_state import badge_of, time_words
from motcua_desktop.gui.widgets.badge import BadgeFace
from motcua_desktop.gui.widgets.day_strip import StripDay
from motcua_desktop.gui.widgets.time_line import Step
from motcua_desktop.i18n import _
from motcua_desktop.say import status_word

if TYPE_CHECKING:
    from motcua_desktop.counter.counter import Counter


@dataclass(frozen=True, slots=True)
class DossierView:
    """A dossier at `now`: why its date is what it is, what may be done to it, how it stands.

    blocked: what may not be done now, each with the refusal that says why. sections: where it may be handed
    over to, the likeliest first.
    """

    dossier: Dossier
    trace: Trace | None
    moves: tuple[Move, ...]
    badge: BadgeFace
    left: worktime.TimeLeft | None
    now: datetime
    blocked: Mapping[Move, Refusal] = field(default_factory=dict)
    sections: tuple[str, ...] = ()

    def may(self, move: Move) -> bool:
        """Whether the counter lets this officer make the move now."""
        return move in self.moves


def read_view(counter: Counter, key: int | str) -> DossierView | None:
    """The dossier with this row number or code; None when there is no such row. Raises UnknownDossier."""
    dossier = counter.register.by_id(key) if isinstance(key, int) else counter.register.dossier(key)
    if dossier is None:
        return None
    calendar, now = counter.calendar_office.calendar(), counter.now()
    left = None
    if dossier.status in RUNNING and dossier.appointment_at is not None:
        left = worktime.left(calendar, now, dossier.appointment_at)
    return DossierView(
        dossier,
        counter.register.why(dossier),
        counter.register.may(dossier),
        badge_of(dossier, calendar, now),
        left,
        now,
        counter.register.why_not(dossier),
        counter.handover.choices(dossier) if dossier.status in RUNNING else (),
    )


def note_seen(counter: Counter, dossier: Dossier) -> None:
    """Keep in the log that the officer saw ID and telephone in plain."""
    for what in ("id_number", "phone"):
        if getattr(dossier.applicant, what):
            counter.register.reveal(dossier.code, what)


_ICONS = {
    Move.RECEIVE: "inbox",
    Move.ACCEPT: "inbox",
    Move.HAND_OVER: "send",
    Move.TAKE_OVER: "eye",
    Move.ASK_SUPPLEMENT: "circle-pause",
    Move.COMPLETE: "paperclip",
    Move.CLOSE: "archive",
    Move.RESULT_READY: "circle-check",
    Move.REFUSE: "ban",
    Move.RETURN: "check-check",
    Move.WITHDRAW: "undo-2",
    Move.STOP: "circle-x",
    Move.APOLOGISE: "mail",
    Move.PROMISE_EARLIER: "calendar-clock",
    Move.MOVE_DUE: "calendar-clock",
    Move.CORRECT: "pencil",
    Move.SCAN: "scan-line",
    Move.SCAN_REMOVED: "scan-line",
    Move.UNDO: "undo-2",
}


def steps(view: DossierView) -> list[Step]:
    """The time line: what has happened, and where the dossier is now."""
    done = [_step(list(group), view.now) for _key, group in groupby(view.dossier.events, _together)]
    present = _present(view)
    if present is not None:
        return [*done, present]
    if done:
        last = done[-1]
        done[-1] = Step(last.icon, last.words, last.time, now=True)
    return done


def _together(event: Event) -> object:
    """Scans added one after the other in a minute are one step."""
    return (event.officer, f"{event.at:%d%H%M}") if event.move is Move.SCAN else event.uid


def _step(group: Sequence[Event], now: datetime) -> Step:
    event = group[0]
    words = _("Thêm {n} bản chụp").format(n=len(group)) if len(group) > 1 else _happened(event)
    return Step(_ICONS.get(event.move, "file-text"), words, table_moment(event.at, now))


def _happened(event: Event) -> str:
    facts, who = event.facts, event.officer
    made: dict[Move, Callable[[], str]] = {
        Move.RECEIVE: lambda: _("{who} tiếp nhận").format(who=who),
        Move.ACCEPT: lambda: _("{who} tiếp nhận").format(who=who),
        Move.HAND_OVER: lambda: _("Chuyển {to}").format(to=facts.get("to", "")),
        Move.TAKE_OVER: lambda: _taken_over(facts.get("by") or who, facts.get("from", "")),
        Move.ASK_SUPPLEMENT: lambda: _("Yêu cầu bổ sung"),
        Move.COMPLETE: lambda: _("Đã nhận bổ sung"),
        Move.CLOSE: lambda: _("Đóng hồ sơ, không bổ sung"),
        Move.RESULT_READY: lambda: _("Có kết quả"),
        Move.REFUSE: lambda: _("Từ chối giải quyết"),
        Move.RETURN: lambda: _returned(facts.get("to", "")),
        Move.WITHDRAW: lambda: _withdrawn(event),
        Move.STOP: lambda: _("Dừng giải quyết"),
        Move.APOLOGISE: lambda: _("Thư xin lỗi số {number}").format(number=facts.get("number", "")),
        Move.PROMISE_EARLIER: lambda: _("Hẹn sớm hơn"),
        Move.MOVE_DUE: lambda: _("Đổi ngày hẹn theo lịch"),
        Move.CORRECT: lambda: (
            _("{who} sửa phí").format(who=who)
            if facts.get("what") == "fee"
            else _("{who} sửa thông tin").format(who=who)
        ),
        Move.SCAN: lambda: _("Thêm bản chụp {name}").format(name=facts.get("name", "")),
        Move.SCAN_REMOVED: lambda: _("Bỏ bản chụp {name}").format(name=facts.get("name", "")),
        Move.UNDO: lambda: _undone(event),
    }
    words = made.get(event.move)
    return words() if words else status_word(event.status)


def _withdrawn(event: Event) -> str:
    """With the reason typed; the one that is always offered says no more than the move."""
    if event.facts.get("mistake"):
        return _("{who} hủy, nhận nhầm").format(who=event.officer)
    said = event.reason not in ("", *read_json("forms/reasons.json")["reasons"]["withdraw"])
    words = _("Người nộp rút hồ sơ")
    return f"{words}: {event.reason}" if said else words


def _undone(event: Event) -> str:
    if event.facts.get("move") == Move.APOLOGISE:
        return _("{who} hủy thư xin lỗi số {number}").format(
            who=event.officer, number=event.facts.get("number", "")
        )
    return _("{who} hoàn tác").format(who=event.officer)


def _taken_over(by: str, section: str) -> str:
    """What a section takes it settles; what comes from a section is back at the counter."""
    if section:
        return _("{who} nhận lại từ {section}").format(who=by, section=section)
    return _("{who} nhận xử lý").format(who=by)


def _returned(to: str) -> str:
    return _("Đã trả cho {to}").format(to=to) if to else _("Đã trả kết quả")


def _present(view: DossierView) -> Step | None:
    dossier = view.dossier
    if dossier.status in RUNNING:
        where = _("Đang ở {holder}").format(holder=dossier.holder) if dossier.holder else _("Đang thẩm định")
        return Step("hourglass", where, time_words(view.left).lower() if view.left else "", now=True)
    if dossier.status is Status.WAITING:
        return Step("circle-pause", _("Chờ người nộp bổ sung"), "", now=True)
    if dossier.status in (Status.RESULT_READY, Status.REFUSED):
        return Step("user", _("Chờ người nộp đến nhận"), "", now=True)
    return None


_STRIP_KINDS = {
    TraceKind.RECEIVED: "received",
    TraceKind.START: "counted",
    TraceKind.COUNTED: "counted",
    TraceKind.OFF: "off",
    TraceKind.PAUSED: "off",
    TraceKind.DUE: "due",
    TraceKind.LATER: "later",
}


def strip_days(trace: Trace, later: int = 2) -> list[StripDay]:
    """The days of the trace from receipt (or completion) on, for the day strip."""
    words = {
        TraceKind.RECEIVED: _("Nhận") if trace.resumed is None else _("Đủ"),
        TraceKind.OFF: _("Nghỉ"),
        TraceKind.PAUSED: _("Chờ"),
        TraceKind.DUE: _("Trả"),
    }
    days = [*(day for day in trace.days if day.date >= trace.begin.date()), *trace.after[:later]]
    return [
        StripDay(
            day.date,
            _STRIP_KINDS[day.kind],
            words.get(day.kind, str(day.number) if day.kind is TraceKind.COUNTED and day.number else ""),
        )
        for day in days
    ]
