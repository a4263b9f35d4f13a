"""Hand-over lists as the log keeps them: made, cancelled, never changed; and the yearly series of numbers."""

from __future__ import annotations

import re
from datetime import datetime, timedelta

from motcua_desktop.domain.handover import HandoverList, UnknownHandoverList
from motcua_desktop.persistence import events, settings
from motcua_desktop.persistence.engine import Connection

MADE, CANCELLED = "handover", "handover_cancelled"
#: A number as it stands on paper, until the office has its own pattern.
USUAL_PATTERN = "{number:02d}/BG"
_FIGURES = re.compile(r"\d+")
#: A list older than this is not looked for by its identity: it can no longer be taken back.
_LONGEST_BACK = timedelta(days=31)


def claim(connection: Connection, year: int) -> tuple[int, str]:
    """The year's next number as a figure and as it stands on paper (setting `handover_pattern`).

    In the caller's transaction: a rollback leaves no gap.
    """
    serial = settings.next_serial(connection, f"handover|{year}")
    pattern = settings.get(connection, "handover_pattern", USUAL_PATTERN)
    return serial, str(pattern).format(number=serial)


def facts_of(made: HandoverList) -> dict[str, str]:
    """What the log says of a list; officer and instant are the line's own."""
    return {
        "uid": made.uid,
        "number": made.number,
        "section": made.section,
        "way": "back" if made.back else "send",
        "ready": "1" if made.ready else "",
        "codes": " ".join(made.codes),
        "path": made.path,
        "at": made.at.isoformat(),
    }


def lists(connection: Connection, since: datetime) -> tuple[HandoverList, ...]:
    """The lists made since then, the newest first."""
    told = events.acts(connection, (MADE, CANCELLED), since)
    gone = {(line.facts or {}).get("uid") for line in told if line.kind == CANCELLED}
    return tuple(_list(line, gone) for line in reversed(told) if line.kind == MADE)


def _list(line: events.LogEntry, gone: set[str | None]) -> HandoverList:
    facts = line.facts or {}
    return HandoverList(
        uid=facts["uid"],
        number=facts["number"],
        at=datetime.fromisoformat(facts["at"]),
        officer=line.officer,
        section=facts["section"],
        back=facts["way"] == "back",
        codes=tuple(facts["codes"].split()),
        path=facts["path"],
        ready=bool(facts["ready"]),
        cancelled=facts["uid"] in gone,
    )


def by_uid(connection: Connection, uid: str, now: datetime) -> HandoverList:
    """A list made lately. Raises UnknownHandoverList."""
    for made in lists(connection, now - _LONGEST_BACK):
        if made.uid == uid:
            return made
    raise UnknownHandoverList(uid, now.year)


def find(connection: Connection, number: str, year: int) -> HandoverList:
    """The list with this number: "07/BG", "07" or "7". Raises UnknownHandoverList."""
    wanted = number.strip()
    for made in lists(connection, datetime(year, 1, 1)):
        if made.at.year == year and (made.number == wanted or _figure(made.number) == _figure(wanted)):
            return made
    raise UnknownHandoverList(number, year)


def _figure(number: str) -> int:
    found = _FIGURES.search(number)
    return int(found[0]) if found else -1
