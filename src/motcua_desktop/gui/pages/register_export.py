"""The register's list as an Excel file, in its order and with its filters."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from motcua_desktop.domain.dossier import DossierLine, ReturnMethod
from motcua_desktop.domain.fees import NOT_PAID
from motcua_desktop.domain.query import Query
from motcua_desktop.domain.rights import ADMINISTRATORS, may
from motcua_desktop.domain.sheet_facts import SheetFacts
from motcua_desktop.gui.choosing_files import EXCEL, save_as
from motcua_desktop.gui.pages import PageContext
from motcua_desktop.gui.pages.row_state import lasting_word
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
    kinds = [EXCEL]
    if may(context.counter.officer.role, ADMINISTRATORS):
        kinds.append(_("Excel, đủ số định danh và điện thoại") + " (*.xlsx)")
    out, kind = save_as(page, context, _("Xuất Excel"), name, kinds)
    if out is not None:
        context.tasks.do(
            page,
            partial(write, ids=ids, whole=bool(kind)),
            context.counter,
            query,
            out,
            then=lambda count: tell(page, _("Đã xuất {n} hồ sơ ra {name}").format(n=count, name=out.name)),
            fail=lambda error: tell_trouble(page, say(error)),
            words=_("Đang xuất Excel"),
            steps=True,
        )


def write(
    counter: Counter, query: Query, out: Path, job: Job, ids: Sequence[int] = (), *, whole: bool = False
) -> int:
    """Write the list, a block at a time; ID and telephone masked unless `whole`, which the log keeps.

    Raises Cancelled, NotPermitted, OSError.
    """
    heads = [
        _("Mã hồ sơ"),
        _("Người nộp"),
        _("Số định danh"),
        _("Điện thoại"),
        _("Nơi cư trú"),
        _("Mã thủ tục"),
        _("Thủ tục"),
        _("Nội dung"),
        _("Tiếp nhận"),
        _("Cán bộ tiếp nhận"),
        _("Ngày hẹn trả"),
        _("Giờ hẹn trả"),
        _("Trạng thái"),
        _("Phí, lệ phí (đồng)"),
        _("Cách thu"),
        _("Cách trả"),
        _("Ngày trả"),
        _("Người nhận kết quả"),
    ]
    return counter.exchange.sheets.write(
        out, _("Sổ hồ sơ"), heads, _rows(counter, query, ids, job, whole=whole)
    )


def _rows(
    counter: Counter, query: Query, ids: Sequence[int], job: Job, *, whole: bool
) -> Iterator[list[object]]:
    calendar, now = counter.calendar_office.calendar(), counter.now()
    total, offset = len(ids) or counter.register.count(query), 0
    while lines := (
        counter.register.lines(ids[offset : offset + BLOCK])
        if ids
        else counter.register.window(query, offset, BLOCK)
    ):
        facts = counter.register.sheet_facts([line.id for line in lines], whole=whole)
        for line in lines:
            more = facts[line.id]
            state = _("Hủy, nhận nhầm") if more.mistaken else lasting_word(line, calendar, now)
            yield _cells(line, more, state)
        offset += len(lines)
        job.step(offset, total)


def _cells(line: DossierLine, more: SheetFacts, state: str) -> list[object]:
    due = line.appointment_at
    paid = {
        "cash": _("tiền mặt"),
        "transfer": _("chuyển khoản"),
        "online": _("trực tuyến"),
        NOT_PAID: _("chưa thu"),
    }
    ways = {
        ReturnMethod.COUNTER: _("tại quầy"),
        ReturnMethod.POST: _("bưu chính"),
        ReturnMethod.ELECTRONIC: _("điện tử"),
    }
    return [
        line.code,
        line.applicant,
        more.id_number,
        more.phone,
        more.address,
        line.procedure_code,
        line.procedure,
        line.subject,
        line.received_at,
        line.officer,
        due.date() if due else None,
        due.time() if due else None,
        state,
        more.fee,
        paid.get(more.paid_by, "") if more.fee else "",
        ways[line.return_method],
        line.returned_at,
        more.returned_to,
    ]
