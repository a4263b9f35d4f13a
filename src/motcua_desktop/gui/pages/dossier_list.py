"""Dossiers in a table: its columns, and rows fetched off the window's thread."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from motcua_desktop.domain.dossier import DossierLine
from motcua_desktop.domain.lifecycle import RUNNING, Status
from motcua_desktop.domain.query import Chip, Query, Sort
from motcua_desktop.gui.pages import PageContext
from motcua_desktop.gui.pages.row_state import ListRow, list_row
from motcua_desktop.gui.table_model import BLOCK, Column, TableModel
from motcua_desktop.gui.widgets.highlight import hits_all
from motcua_desktop.gui.widgets.page import Page
from motcua_desktop.i18n import _

if TYPE_CHECKING:
    from motcua_desktop.counter.counter import Counter

#: So far down a long list the dossier in hand is looked for after an act has changed its place.
LOOKED_FOR = 5000
#: Chips whose dossiers are wanted by working time left, not by receipt.
_BY_DUE = frozenset({Chip.RUNNING, Chip.NEAR_DUE, Chip.OVERDUE, Chip.NEEDS_LETTER})
_STANDING = (Status.WAITING, Status.RESULT_READY, Status.REFUSED)


@dataclass(frozen=True, slots=True)
class Found:
    """What a question found: how many, the first rows (all of them when `whole`), and where the dossier in
    hand is now, 0 when it is not among the first LOOKED_FOR."""

    query: Query
    total: int
    rows: Sequence[ListRow]
    whole: bool
    place: int = 0


def columns() -> list[Column]:
    """Every column an officer can choose; the first five are shown at first."""
    return [
        Column("code", _("Mã hồ sơ"), lambda r: r.line.short_code, fit=True, sort="code", hits=True),
        Column("name", _("Người nộp"), lambda r: r.line.applicant, fit=True, sort="name", hits=True),
        Column("procedure", _("Thủ tục"), lambda r: r.procedure, stretch=1, tint="text2", hits=True),
        Column("due", _("Hẹn trả"), lambda r: r.due, fit=True, sort="due"),
        Column("state", _("Trạng thái"), lambda r: r.badge.words, fit=True, badge=lambda r: r.badge),
        Column("received", _("Nhận"), lambda r: f"{r.line.received_at:%d/%m/%Y}", fit=True, sort="received"),
        Column("id_number", _("Số định danh"), lambda r: r.line.id_masked, fit=True, tint="text2"),
        Column("phone", _("Điện thoại"), lambda r: r.line.phone_masked, fit=True, tint="text2"),
        Column("officer", _("Người nhận hồ sơ"), lambda r: r.line.officer, fit=True, tint="text2"),
        Column("procedure_code", _("Mã thủ tục"), lambda r: r.line.procedure_code, fit=True, tint="text2"),
    ]


FIRST_COLUMNS = ("code", "name", "procedure", "due", "state")


def in_order(query: Query) -> Query:
    """The question as it is asked: where an officer chose no order and searched for nothing, dossiers whose
    clock runs come by working time left. Some in work have no date: they go last."""
    if query.chip not in _BY_DUE or query.sort not in (Sort.RECEIVED, Sort.WORK) or query.words:
        return query
    return replace(query, sort=Sort.WORK if query.chip is Chip.RUNNING else Sort.DUE, descending=False)


def find(counter: Counter, query: Query, kept: int | None = None) -> Found:
    """The number of dossiers and the first block; a list of one block comes sorted by urgency. kept: the
    row number in the register of the dossier in hand."""
    total = counter.register.count(query)
    rows = fetch(counter, query, 0, BLOCK)
    whole = total <= BLOCK
    urgent = whole and query.sort in (Sort.RECEIVED, Sort.WORK)
    found = by_urgency(rows) if urgent else list(rows)
    if urgent and query.words and not any(c.isdigit() for c in query.words):
        found.sort(key=lambda row: not hits_all(row.line.applicant, query.words))  # names first
    place = 0
    if kept is not None and not whole and all(row.id != kept for row in found):
        ids = counter.register.ids(query, 0, LOOKED_FOR)  # an act has moved it further down
        place = ids.index(kept) if kept in ids else 0
    return Found(query, total, found, whole, place)


def show_found(page: Page, context: PageContext, rows: TableModel, found: Found) -> None:
    """Put what was found into the table of a page; the rest of a long list comes as it is looked at."""
    if found.whole:
        rows.show_rows(found.rows)
        return
    counter, query = context.counter, found.query
    rows.show_query(
        found.total,
        lambda offset, limit: fetch(counter, query, offset, limit),
        lambda work, then: context.tasks.ask(page, work, then=then),
        found.rows,
    )


def fetch(counter: Counter, query: Query, offset: int, limit: int) -> list[ListRow]:
    """One block of rows."""
    return rows_of(counter, counter.register.window(query, offset, limit))


def rows_of(counter: Counter, lines: Sequence[DossierLine]) -> list[ListRow]:
    """Rows of lines at hand, at the counter's now."""
    calendar, now = counter.calendar_office.calendar(), counter.now()
    return [list_row(line, calendar, now) for line in lines]


def by_urgency(rows: Sequence[ListRow]) -> list[ListRow]:
    """In work by working time left, then those that wait for somebody, then the ended, newest first."""

    def key(row: ListRow) -> tuple[int, float]:
        line = row.line
        if line.status in RUNNING and line.appointment_at is not None:
            return 0, line.appointment_at.timestamp()
        if line.status in RUNNING:
            return 1, line.received_at.timestamp()
        if line.status in _STANDING:
            return 2 + _STANDING.index(line.status), line.received_at.timestamp()
        return 9, -(line.returned_at or line.finished_at or line.received_at).timestamp()

    return sorted(rows, key=key)
