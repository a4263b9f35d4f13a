"""The register's list as an Excel file, in its order and with its filters."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from motcua_desktop.domain.query import Query
from motcua_desktop.gui.choosing_files import EXCEL, save_file
from motcua_desktop.gui.pages import PageContext
from motcua_desktop.gui.pages.dossier_list import rows_of
from motcua_desktop.gui.pages.telling import tell, tell_trouble
from motcua_desktop.gui.tasks import Job
from motcua_desktop.gui.widgets.page import Page
from motcua_desktop.i18n import _
from motcua_desktop.say import say

if TYPE_CHECKING:
    from motcua_desktop.counter.counter import Counter

BLOCK = 500


def export(page: Page, context: PageContext, query: Query, ids: Sequence[int] = ()) -> None:
    """Ask where to, then write the dossiers `ids`, else the whole list, with progress; Esc stops it."""
    name = f"so-ho-so-{context.counter.now():%Y%m%d-%H%M}.xlsx"
    out = save_file(page, context, _("Xuất Excel"), name, EXCEL)
    if out is not None:
        context.tasks.do(
            page,
            partial(write, ids=ids),
            context.counter,
            query,
            out,
            then=lambda count: tell(page, _("Đã xuất {n} hồ sơ ra Excel").format(n=count)),
            fail=lambda error: tell_trouble(page, say(error)),
            words=_("Đang xuất Excel"),
            steps=True,
        )


def write(counter: Counter, query: Query, out: Path, job: Job, ids: Sequence[int] = ()) -> int:
    """Write the list, a block at a time; ID and telephone stay masked. Raises Cancelled, OSError."""
    heads = [
        _("Mã hồ sơ"),
        _("Người nộp"),
        _("Số định danh"),
        _("Điện thoại"),
        _("Mã thủ tục"),
        _("Thủ tục"),
        _("Tiếp nhận"),
        _("Hẹn trả"),
        _("Trạng thái"),
    ]
    return counter.exchange.sheets.write(out, _("Sổ hồ sơ"), heads, _rows(counter, query, ids, job))


def _rows(counter: Counter, query: Query, ids: Sequence[int], job: Job) -> Iterator[list[object]]:
    total, offset = len(ids) or counter.register.count(query), 0
    while lines := (
        counter.register.lines(ids[offset : offset + BLOCK])
        if ids
        else counter.register.window(query, offset, BLOCK)
    ):
        for found in rows_of(counter, lines):
            line = found.line
            yield [
                line.code,
                line.applicant,
                line.id_masked,
                line.phone_masked,
                line.procedure_code,
                line.procedure,
                line.received_at,
                line.appointment_at,
                found.badge.words,
            ]
        offset += len(lines)
        job.step(offset, total)
