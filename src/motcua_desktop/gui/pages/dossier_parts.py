"""The parts a dossier is shown in, alike in the side panel and on its own page."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLayout, QVBoxLayout, QWidget

from motcua_desktop.domain import handed_in
from motcua_desktop.domain.applicant import Applicant
from motcua_desktop.domain.dossier import Dossier, Promise, PromiseReason
from motcua_desktop.domain.text import mask_number
from motcua_desktop.gui.pages.dossier_view import DossierView
from motcua_desktop.gui.pages.intake_words import shown_name
from motcua_desktop.gui.pages.moments import long_moment, table_moment
from motcua_desktop.gui.theme import IconLabel, margins, spacing
from motcua_desktop.gui.widgets.button import Button
from motcua_desktop.gui.widgets.key_cap import KeyCap
from motcua_desktop.gui.widgets.text import column, holder, label, row
from motcua_desktop.i18n import _
from motcua_desktop.say_trace import trace_words

_ID_DIGITS = 12

FORM_WORDS: dict[str, Callable[[], str]] = {
    "receipt": lambda: _("Giấy tiếp nhận và hẹn trả"),
    "supplement": lambda: _("Yêu cầu bổ sung, hoàn thiện"),
    "refusal": lambda: _("Từ chối giải quyết"),
    "apology": lambda: _("Thư xin lỗi và hẹn lại"),
    "stop": lambda: _("Dừng giải quyết"),
    "control": lambda: _("Phiếu kiểm soát quá trình"),
    "return": lambda: _("Phiếu trả kết quả"),
}


def person_line(dossier: Dossier, *, masked: bool = True) -> str:
    """ID or tax code, telephone, place: masked unless the officer asked to see them."""
    who = dossier.applicant
    hide = mask_number if masked else str
    number = hide(who.id_number) or (tax_code_shown(who) if masked else who.tax_code)
    place = who.address.split(",")[0]
    return " · ".join(part for part in (number, hide(who.phone), place) if part)


def tax_code_shown(who: Applicant) -> str:
    """An organisation's tax code is public; that of a household may be its owner's ID, and is masked."""
    code = who.tax_code
    return mask_number(code) if len(code) == _ID_DIGITS else code


def paper_lines(dossier: Dossier) -> list[tuple[str, str, str]]:
    """(icon, words, aside) of every paper held, then of what was brought later."""
    held = {paper.number: paper for paper in dossier.papers}
    lines = []
    for component in dossier.procedure.components:
        paper = held.get(component.number)
        if paper is None:
            continue
        aside = _("từ dữ liệu có sẵn") if paper.from_data else _held_words(paper.originals, paper.copies)
        shown = component.to_show and not paper.from_data
        lines.append(("check", shown_name(component), _("đã xem, trả lại") if shown else aside))
    later = _("bổ sung {day}")
    return lines + [
        ("check", one.words, later.format(day=f"{one.day:%d/%m}")) for one in handed_in.later(dossier)
    ]


def _held_words(originals: int, copies: int) -> str:
    parts = [
        *([_("{n} bản chính").format(n=originals)] if originals else []),
        *([_("{n} bản sao").format(n=copies)] if copies else []),
    ]
    return ", ".join(parts)


def form_words(form: str) -> str:
    """What a form is called."""
    return FORM_WORDS[form]() if form in FORM_WORDS else form


def papers_part(
    view: DossierView, opened: Callable[[Path], object], *below: QLayout, most: int = 0
) -> QWidget:
    """The papers of the dossier and those drawn for it; a drawn one opens. `below` stands under them. With
    `most` only so many, long names cut; how many more there are is said."""
    dossier = view.dossier
    layout = QVBoxLayout()
    margins(layout, 16, 8, 16, 10)
    spacing(layout, 2)
    held = paper_lines(dossier)
    for icon, words, aside in held[: most or None]:
        layout.addLayout(_paper_row(icon, words, aside, cut=bool(most)))
    if most and len(held) > most:
        rest = _("và {n} giấy tờ nữa; Enter mở cả trang").format(n=len(held) - most)
        layout.addWidget(label(rest, "hint", wrap=True))
    for printed in dossier.printed:
        again = _("in lại {day}") if printed.reprint else _("in {day}")
        link = Button(form_words(printed.form), partial(opened, Path(printed.path)), kind="link", small=True)
        link.setAutoDefault(True)  # Enter opens the paper
        line = row(IconLabel("printer", "text2", 16), link, 1, gap=8)
        when = label(again.format(day=f"{printed.at:%d/%m}"), "hint")
        when.setToolTip(f"{table_moment(printed.at, view.now)}, {printed.officer}")
        line.addWidget(when)
        layout.addLayout(line)
    if not layout.count():
        layout.addWidget(label(_("Không có giấy tờ kèm theo"), "hint"))
    for more in below:
        layout.addLayout(more)
    return holder(layout)


def _paper_row(icon: str, words: str, aside: str, *, cut: bool) -> QHBoxLayout:
    shown = label(words, wrap=True)
    if cut and len(words) > 90:
        shown.setToolTip(words)
        shown.setText(words[:88].rsplit(" ", 1)[0] + "…")
    mark = IconLabel(icon, "green", 16)
    line = row(mark, shown, label(aside, "hint"), gap=8)
    line.setStretch(1, 1)
    line.setAlignment(mark, Qt.AlignmentFlag.AlignTop)
    return line


def promise_part(view: DossierView, why: Callable[[], object] | None) -> QWidget:
    """The promise that stands, why it is what it is, and the way to every day of it."""
    dossier = view.dossier
    lines: list[QWidget] = []
    if dossier.waiting_since is not None:
        head = row(label(_("Hẹn lại khi hồ sơ đủ"), "strong"), 1)
        if dossier.appointment_at is not None:
            before = _("Trước khi chờ bổ sung: {at}").format(at=long_moment(dossier.appointment_at))
            lines.append(label(before, "second", wrap=True))
    elif dossier.appointment_at is None:
        head = row(label(_("Không có ngày hẹn"), "strong"), 1)
    else:
        head = row(label(long_moment(dossier.appointment_at), "strong"), 1)
    if why is not None and view.trace is not None:
        head.addWidget(Button(_("Vì sao"), why, kind="link", small=True))
        head.addWidget(KeyCap("V"))
    if other := other_date_words(view):
        lines.append(label(other, wrap=True))
    if view.trace is not None:
        lines.append(label(trace_words(view.trace), "second", wrap=True))
    if dossier.promises and dossier.promise.provisional:
        lines.append(label(_("Tạm tính: năm đó chưa có thông báo nghỉ lễ."), "warning", wrap=True))
    part = column(head, *lines, gap=2)
    margins(part, 16, 6, 16, 8)
    return holder(part)


def other_date_words(view: DossierView) -> str:
    """Why the promise that stands is not the date the term gives, and which that is; "" where it is."""
    at, trace = view.dossier.appointment_at, view.trace
    if trace is None or at in (None, trace.due.at):
        return ""
    words = _("Hẹn ngày này vì {why}; theo thời hạn quy định là {at}:")
    return words.format(why=promise_reason(view.dossier.promise), at=long_moment(trace.due.at))


def promise_reason(promise: Promise) -> str:
    """Why this promise was made."""
    return {
        PromiseReason.RECEIPT: _("khi tiếp nhận"),
        PromiseReason.SUPPLEMENT: _("khi bổ sung đủ"),
        PromiseReason.APOLOGY: _("thư xin lỗi"),
        PromiseReason.EARLIER: _("hẹn sớm hơn"),
        PromiseReason.CALENDAR: _("lịch làm việc đổi"),
        PromiseReason.UNDO: _("hoàn tác"),
    }.get(promise.reason, str(promise.reason))
