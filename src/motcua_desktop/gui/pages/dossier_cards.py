"""The cards of a dossier's page: what and who, promises with every day, supplements, papers."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout

from motcua_desktop.domain.applicant import Applicant, ApplicantKind, Involved, Part
from motcua_desktop.domain.dossier import Dossier, ReturnMethod
from motcua_desktop.domain.fees import NOT_PAID, total
from motcua_desktop.domain.lifecycle import Status
from motcua_desktop.domain.scans import scans_of
from motcua_desktop.domain.text import dong, mask_number
from motcua_desktop.gui.pages.dossier_parts import (
    other_date_words,
    paper_lines,
    papers_part,
    promise_reason,
    tax_code_shown,
)
from motcua_desktop.gui.pages.dossier_view import DossierView
from motcua_desktop.gui.pages.moments import long_moment, table_moment
from motcua_desktop.gui.pages.register_filters import channel_word
from motcua_desktop.gui.pages.trace_view import TraceView
from motcua_desktop.gui.theme import margins
from motcua_desktop.gui.widgets.badge import Badge
from motcua_desktop.gui.widgets.card import Card
from motcua_desktop.gui.widgets.text import column, label, row, rule
from motcua_desktop.i18n import _


def about_card(view: DossierView) -> Card:
    """Who, what, and the facts of the receipt; ID and telephone are masked."""
    dossier = view.dossier
    card = Card()
    head = row(label(dossier.applicant.name, "title", wrap=True), Badge(view.badge))
    head.setStretch(0, 1)
    card.add(head)
    card.add(label(f"{dossier.procedure.name} <b>{dossier.procedure.code}</b>", wrap=True))
    grid = QGridLayout()
    margins(grid, 0, 6, 0, 0)
    grid.setHorizontalSpacing(16)
    grid.setVerticalSpacing(6)
    for number, (words, value) in enumerate(_facts(dossier)):
        line, side = divmod(number, 2)
        grid.addWidget(label(words, "hint"), line, 2 * side, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(label(value, wrap=True), line, 2 * side + 1, Qt.AlignmentFlag.AlignTop)
    grid.setColumnStretch(1, 1)
    grid.setColumnStretch(3, 1)
    card.add(grid)
    if dossier.note:
        card.add(label(dossier.note, "second", wrap=True))
    return card


def _paid_words(dossier: Dossier) -> str:
    """How much, and how it was paid or that it is still owed."""
    amount = total(dossier.fees)
    ways = {"cash": _("tiền mặt"), "transfer": _("chuyển khoản"), "online": _("trực tuyến")}
    ways[NOT_PAID] = _("chưa thu")
    if not dossier.fees:
        return _("không thu")
    return ", ".join(filter(None, [dong(amount), ways.get(dossier.paid_by, "") if amount else ""]))


def _facts(dossier: Dossier) -> list[tuple[str, str]]:
    who = dossier.applicant
    ways = {
        ReturnMethod.COUNTER: _("tại quầy"),
        ReturnMethod.POST: _("bưu chính"),
        ReturnMethod.ELECTRONIC: _("điện tử"),
    }
    back = _("trả {way}").format(way=ways[dossier.return_method])
    facts = [
        *_identity(who),
        (_("Tiếp nhận"), f"{long_moment(dossier.received_at)}, {dossier.officer}"),
        (_("Cách nộp"), ", ".join([channel_word(dossier.channel), back])),
        (_("Phí, lệ phí"), _paid_words(dossier)),
        (_("Nơi giữ"), _held_by(dossier)),
        (_("Mã của Cổng"), dossier.official_code),
        (_("Bản chụp"), str(len(scans_of(dossier.events)) or "")),
        (_("Nội dung"), dossier.subject),
    ]
    for involved in dossier.involved:
        facts += _involved(involved, organisation=who.kind is not ApplicantKind.CITIZEN)
    return [(words, value) for words, value in facts if value]


def _identity(who: Applicant) -> list[tuple[str, str]]:
    """Who applies, in the words of the intake: a person, or an organisation with its tax code."""
    number, phone = mask_number(who.id_number), (_("Điện thoại"), mask_number(who.phone))
    kinds = {
        ApplicantKind.BUSINESS: _("Doanh nghiệp"),
        ApplicantKind.AGENCY: _("Cơ quan"),
        ApplicantKind.ORGANISATION: _("Tổ chức khác"),
    }
    if who.kind not in kinds:
        return [
            (_("Số định danh"), number),
            phone,
            (_("Ngày sinh"), _birth(who.birth)),
            (_("Nơi cư trú"), who.address),
        ]
    return [
        (_("Loại"), kinds[who.kind]),
        (_("Mã số thuế"), tax_code_shown(who)),
        (_("Số định danh"), number),
        phone,
        (_("Trụ sở"), who.address),
    ]


def _involved(involved: Involved, *, organisation: bool) -> list[tuple[str, str]]:
    """Another person of the dossier: who, with the paper that lets them come."""
    who = ", ".join(filter(None, [involved.person.name, mask_number(involved.person.id_number)]))
    if involved.part is not Part.AUTHORISED:
        return [(_("Cùng nộp"), who)]
    if organisation:
        return [(_("Người đại diện đi nộp"), who), (_("Giấy giới thiệu, ủy quyền"), involved.paper)]
    return [(_("Người được ủy quyền"), who), (_("Giấy ủy quyền"), involved.paper)]


def _held_by(dossier: Dossier) -> str:
    """Where the dossier lies: with a section, at the counter with its result, with nobody once it is over.

    Registers of older programs still name the section after that.
    """
    if not dossier.is_open:
        return ""
    at_counter = dossier.status in (Status.RESULT_READY, Status.REFUSED) or not dossier.holder
    return _("tại quầy") if at_counter else dossier.holder


def _birth(birth: str) -> str:
    parts = birth.split("-")
    return "/".join(reversed(parts)) if len(parts) == 3 else birth


def promises_card(view: DossierView) -> Card:
    """The promise that stands with every day of it, then the promises before it."""
    dossier = view.dossier
    card = Card(_("Lời hẹn"), _("{n} lần hẹn").format(n=len(dossier.promises)))
    if dossier.waiting_since is not None:
        card.add(label(_("Hẹn lại khi hồ sơ đủ"), "sum", wrap=True))
    elif dossier.appointment_at is None:
        card.add(label(_("Thủ tục không có thời hạn, không hẹn ngày"), "second", wrap=True))
    if view.trace is not None:
        why = other_date_words(view)
        card.add(TraceView(view.trace, wide=True, at=dossier.appointment_at, why=why))
    if len(dossier.promises) > 1 or dossier.waiting_since is not None:
        card.add(rule())
        for promise in reversed(dossier.promises):
            at = long_moment(promise.appointment_at) if promise.appointment_at else _("không hẹn ngày")
            said = (
                f"{promise_reason(promise)} · {promise.officer} · {table_moment(promise.made_at, view.now)}"
            )
            strong = "strong" if promise is dossier.promises[-1] else "body"
            aside = label(said, "hint", wrap=True)
            aside.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            line = row(label(str(promise.number), "hint"), label(at, strong), aside, gap=12)
            line.setStretch(2, 1)
            card.add(line)
    return card


def supplements_card(view: DossierView) -> Card:
    """What was asked for, when, and whether it came."""
    requests = view.dossier.supplements
    card = Card(_("Bổ sung"), _("{n} lần yêu cầu").format(n=len(requests)))
    for request in reversed(requests):
        if request.completed_at:
            state = _("đủ {day}").format(day=table_moment(request.completed_at, view.now))
        elif request.closed_at:
            state = _("đóng {day}").format(day=table_moment(request.closed_at, view.now))
        else:
            state = _("đang chờ")
        asked = _("Yêu cầu {day}, {who}").format(
            day=table_moment(request.asked_at, view.now), who=request.asked_by
        )
        card.add(
            column(
                row(label(asked, "hint"), 1, label(state, "strong")), label(request.content, wrap=True), gap=2
            )
        )
        if request.reason and request.reason != request.content:
            card.add(label(_("Lý do: {why}").format(why=request.reason), "second", wrap=True))
    return card


def papers_card(view: DossierView, opened: Callable[[Path], object]) -> Card:
    """Every paper held and every paper printed."""
    lines = paper_lines(view.dossier)
    count = _("{n} giấy tờ, {m} bản in").format(n=len(lines), m=len(view.dossier.printed))
    card = Card(_("Giấy tờ"), count, flush=True)
    card.add(papers_part(view, opened))
    return card
