"""What the page of due dossiers reads, off the window's thread."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from motcua_desktop.domain.calendar import WorkingCalendar
from motcua_desktop.domain.query import Chip, Query, Sort
from motcua_desktop.gui.pages.dossier_list import rows_of
from motcua_desktop.gui.pages.row_state import ListRow

if TYPE_CHECKING:
    from motcua_desktop.counter.counter import Counter

NEAR_DAYS = 3
GROUPS = ("late", "today", "1", "2", "3")


@dataclass(frozen=True, slots=True)
class DueView:
    """The rows of each group in the order of time, the codes that need a letter now, and the next dossier
    beyond the three days. What falls due on a day off is a group of its own, named by the date."""

    groups: dict[str, tuple[ListRow, ...]]
    letters: frozenset[str]
    nearest: ListRow | None

    @property
    def total(self) -> int:
        """How many dossiers there are in all groups."""
        return sum(map(len, self.groups.values()))

    def kept(self, wanted: str) -> list[tuple[str, list[ListRow]]]:
        """What of each group the chip `wanted` shows."""
        kept = (
            (key, [one for one in of if self._is_wanted(key, one, wanted)]) for key, of in self.groups.items()
        )
        return [(key, of) for key, of in kept if of]

    def _is_wanted(self, key: str, found: ListRow, wanted: str) -> bool:
        return wanted in ("all", key) or (wanted == "letter" and found.line.code in self.letters)


def read_due(counter: Counter) -> DueView:
    """Everything the page shows, read off the window's thread."""
    rows = rows_of(counter, [*counter.register.overdue(), *counter.register.near_due(NEAR_DAYS)])
    calendar, today = counter.calendar_office.calendar(), counter.now().date()
    groups: dict[str, list[ListRow]] = {}
    for found in rows:
        groups.setdefault(_group(found, calendar, today), []).append(found)
    letters = frozenset(draft.code for draft in counter.letters.waiting() if draft.must)
    nearest = None
    if not rows:
        ahead = Query(chip=Chip.RUNNING, due_from=counter.now(), sort=Sort.DUE, descending=False)
        nearest = next(iter(rows_of(counter, counter.register.window(ahead, 0, 1))), None)
    return DueView({key: tuple(of) for key, of in groups.items()}, letters, nearest)


def _group(found: ListRow, calendar: WorkingCalendar, today: date) -> str:
    day = found.line.appointment_at.date() if found.line.appointment_at else today
    if found.late or day == today:
        return "late" if found.late else "today"
    return str(found.days_away) if calendar.is_working(day) else day.isoformat()
