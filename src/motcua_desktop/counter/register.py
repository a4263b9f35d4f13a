"""Finding and reading dossiers; nothing here changes one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, time, timedelta
from typing import Any

from motcua_desktop.counter import clocks, dates, glance, moves
from motcua_desktop.counter.correcting import undoable
from motcua_desktop.counter.desk import Desk
from motcua_desktop.domain.answers import Task, Today
from motcua_desktop.domain.calendar import whole_minute
from motcua_desktop.domain.dossier import Dossier, DossierLine, Event
from motcua_desktop.domain.errors import Refusal
from motcua_desktop.domain.lifecycle import Move, Role, moves_from
from motcua_desktop.domain.query import Chip, Moment, PageKey, Query, Sort
from motcua_desktop.domain.rights import ADMINISTRATORS
from motcua_desktop.domain.sheet_facts import SheetFacts
from motcua_desktop.domain.steps import StepDue
from motcua_desktop.domain.text import mask_number
from motcua_desktop.domain.trace import Trace
from motcua_desktop.persistence import dossiers, queries, sheet_rows, work_order
from motcua_desktop.persistence.engine import Connection

#: A dossier is near due when it falls due within this many working days (setting `near_due_days`).
NEAR_DUE_DAYS = 3


class Register:
    """Lists by working time left, single dossiers, and why their dates are what they are.

    A long list is read through a window: `count`, then `ids` block by block, then `lines` of the ids; or page
    after page with `page`. Everything is sorted and searched by the database.
    """

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def dossier(self, code: str) -> Dossier:
        """The dossier with this code, ours or the official one. Raises UnknownDossier."""
        with self._desk.database.read() as connection:
            return moves.find(connection, code)

    def by_id(self, key: int) -> Dossier | None:
        """The dossier of a list row."""
        with self._desk.database.read() as connection:
            return dossiers.get(connection, key)

    def view(self, code: str) -> Dossier:
        """Open a dossier to read it: like `dossier`, and the log keeps who looked."""
        found = self.dossier(code)
        if not self._desk.database.read_only:
            self._desk.note_reading("view", found.id)
        return found

    def reveal(self, code: str, what: str) -> str:
        """The whole `id_number` or `phone` of a dossier's applicant; the log keeps who asked for it."""
        if what not in ("id_number", "phone"):
            raise ValueError(what)
        found = self.dossier(code)
        self._desk.note_reading("reveal", found.id, what=what)
        return str(getattr(found.applicant, what))

    def as_of(self, code: str, at: datetime) -> Dossier | None:
        """The dossier as it stood then, None when it was not there yet. Raises UnknownDossier."""
        with self._desk.database.read() as connection:
            return dossiers.as_of(connection, moves.key_of(connection, code), at)

    def why(self, dossier: Dossier) -> Trace | None:
        """Every day between receipt and due, and why it counted or not; None without a running term."""
        with self._desk.database.read() as connection:
            calendar = self._desk.calendar(connection)
            return dates.trace_of_dossier(calendar, dossier, self._desk.policy(connection))

    def steps(self, dossier: Dossier) -> tuple[StepDue, ...]:
        """Until when each internal step of its procedure must be done, by the same count as its due date.

        Empty where the procedure has no steps or no term runs. Raises StepsDoNotAddUp.
        """
        with self._desk.database.read() as connection:
            calendar = self._desk.calendar(connection)
            return dates.steps_of_dossier(calendar, dossier, self._desk.policy(connection))

    def may(self, dossier: Dossier) -> tuple[Move, ...]:
        """What the officer at the desk may do to it now; a letter of apology only once (Art. 19.6)."""
        possible = moves_from(dossier.status, Role(self._desk.officer.role))
        return tuple(move for move in possible if move is not Move.APOLOGISE or not dossier.apologies)

    def why_not(self, dossier: Dossier) -> dict[Move, Refusal]:
        """The moves that cannot be made now, each with the refusal it would meet (and its article)."""
        return moves.refusals(self._desk, dossier)

    def last_act(self, dossier: Dossier) -> Event:
        """The move that taking back would take back now. Raises NothingToUndo, which says why not."""
        return undoable(dossier, self._desk.now())

    def count(self, query: Query) -> int:
        """How many dossiers a query finds; by words at most MOST_FOUND, then there are more."""
        with self._desk.database.read() as connection:
            return queries.count_found(connection, query, self._moment_of(connection, query))

    def ids(self, query: Query, offset: int = 0, limit: int = 100) -> list[int]:
        """Ids of a query's dossiers in its order."""
        with self._desk.database.read() as connection:
            return self._ids(connection, query, offset, limit)

    def lines(self, ids: Sequence[int]) -> tuple[DossierLine, ...]:
        """The rows of these ids, in their order."""
        with self._desk.database.read() as connection:
            return queries.lines(connection, ids)

    def window(self, query: Query, offset: int, limit: int) -> tuple[DossierLine, ...]:
        """`limit` rows of a query from `offset` on: `ids` and `lines` in one view of the register."""
        with self._desk.database.read() as connection:
            return queries.lines(connection, self._ids(connection, query, offset, limit))

    def sheet_facts(self, ids: Sequence[int], *, whole: bool = False) -> dict[int, SheetFacts]:
        """What a sheet says beside the rows of a list. `whole`: ID and telephone not masked, which only an
        administrator may have (Law 91/2025/QH15); the log keeps who, and of how many. Raises NotPermitted."""
        if whole:
            self._desk.require(ADMINISTRATORS, "export")
            with self._desk.database.write() as connection:
                self._desk.note(connection, "reveal", what="register", count=len(ids))
        with self._desk.database.read() as connection:
            found = sheet_rows.facts_of(connection, ids)
        return found if whole else {key: _masked(facts) for key, facts in found.items()}

    def _ids(self, connection: Connection, query: Query, offset: int, limit: int) -> list[int]:
        ordered = work_order.ids if query.sort is Sort.WORK else queries.ids
        return ordered(connection, query, self._moment(connection), offset, limit)

    def page(self, query: Query, after: PageKey | None = None, limit: int = 50) -> tuple[DossierLine, ...]:
        """The first rows of a query, or those behind a key; as quick at the end as at the start."""
        with self._desk.database.read() as connection:
            return queries.page(connection, query, self._moment_of(connection, query), after, limit)

    def key_after(self, query: Query, line: DossierLine) -> PageKey:
        """The key with which `page` goes on behind this row."""
        with self._desk.database.read() as connection:
            return queries.key_of(connection, line, query.sort)

    def counts(self, queries_of: Sequence[Query]) -> tuple[int, ...]:
        """How many dossiers each query finds, all at one moment."""
        with self._desk.database.read() as connection:
            moment = self._moment(connection)
            return tuple(queries.count_found(connection, query, moment) for query in queries_of)

    def chips(self) -> dict[Chip, int]:
        """How many dossiers each saved filter shows now."""
        with self._desk.database.read() as connection:
            moment = self._moment(connection)
            return {chip: queries.count_found(connection, Query(chip=chip), moment) for chip in Chip}

    def today(self) -> Today:
        """The counter at a glance: late, due, waiting, to be sent; the load ahead, the rate behind."""
        with self._desk.database.read() as connection:
            return glance.today(self._desk, connection, self._moment(connection))

    def tasks(self, limit: int = 20) -> tuple[Task, ...]:
        """What must be done now, the most pressing first."""
        with self._desk.database.read() as connection:
            return glance.tasks(self._desk, connection, self._moment(connection), limit)

    def newest(self, limit: int = 100, before: tuple[datetime, int] | None = None) -> list[DossierLine]:
        """The newest dossiers, a page at a time."""
        with self._desk.database.read() as connection:
            return queries.newest(connection, limit, before)

    def overdue(self) -> list[DossierLine]:
        """Dossiers in work whose promise has passed, the longest late first."""
        now = whole_minute(self._desk.now())
        with self._desk.database.read() as connection:
            return queries.running_until(connection, now - timedelta(seconds=1))

    def near_due(self, working_days: int | None = None) -> list[DossierLine]:
        """Dossiers in work that fall due today or within the setting's working days, and are not late."""
        now = whole_minute(self._desk.now())
        with self._desk.database.read() as connection:
            until = self._moment(connection, working_days).near_until
            return queries.running_until(connection, until, after=now - timedelta(seconds=1))

    def _moment_of(self, connection: Connection, query: Query) -> Moment:
        """Only the chips of time need the calendar."""
        if query.chip in (Chip.NEAR_DUE, Chip.NEEDS_LETTER):
            return self._moment(connection)
        now = whole_minute(self._desk.now())
        return Moment(now, now, now, now.date())

    def _moment(self, connection: Connection, working_days: int | None = None) -> Moment:
        now = whole_minute(self._desk.now())  # late begins when the minute of the promise is over
        days = working_days
        if days is None:
            days = int(self._desk.setting(connection, "near_due_days", NEAR_DUE_DAYS))
        calendar = self._desk.calendar(connection)
        last = calendar.nth_working_day(now.date(), days)
        return Moment(
            now,
            datetime.combine(last, time(23, 59, 59)),
            clocks.letters_until(connection, calendar, now),
            clocks.letter_day(connection, calendar, now.date()),
        )

    def summary(self) -> dict[str, Any]:
        """What the register says of itself, every number read from the database."""
        now = self._desk.now()
        near, late = len(self.near_due()), len(self.overdue())
        with self._desk.database.read() as connection:
            numbers = queries.summary(connection, now)
            office = self._desk.office(connection).counter_name
        return {"office": office, "now": now, **numbers, "near_due": near, "overdue": late}


def _masked(facts: SheetFacts) -> SheetFacts:
    return replace(facts, id_number=mask_number(facts.id_number), phone=mask_number(facts.phone))
