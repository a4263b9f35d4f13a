"""Two counters' words about one dossier, side by side."""

from __future__ import annotations

import html
from datetime import datetime

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from motcua_desktop.domain.exchange import Conflict, Decision, Side
from motcua_desktop.gui.theme import spacing
from motcua_desktop.gui.widgets.bar import Bar
from motcua_desktop.gui.widgets.text import column, holder, label, rule
from motcua_desktop.i18n import _
from motcua_desktop.say import move_word, status_word
from motcua_desktop.say_sync import conflict_words


def decision_words() -> dict[Decision, str]:
    """What a person can decide, short enough for one button each."""
    return {
        Decision.MINE: _("Theo máy này"),
        Decision.THEIRS: _("Theo máy kia"),
        Decision.BOTH: _("Giữ cả hai"),
    }


def decision_effect(decision: Decision, conflict: Conflict) -> str:
    """What follows from a decision, in a sentence."""
    if decision is Decision.BOTH:
        return _("Cả hai hồ sơ ở lại; hồ sơ hoặc thư của máy kia được mang số khác.")
    if decision is Decision.THEIRS:
        return _("Hồ sơ theo máy kia. Diễn biến của cả hai máy đều giữ lại.")
    if Decision.BOTH in conflict.choices:
        return _("Chỉ giữ hồ sơ của máy này; hồ sơ của máy kia không vào sổ.")
    return _("Hồ sơ theo máy này. Diễn biến của cả hai máy đều giữ lại.")


def side_by_side(conflict: Conflict, machine: str) -> QWidget:
    """What both say in one line, a row for each fact they differ in, then what each did and when."""
    grid = QGridLayout()
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setColumnStretch(1, 1)
    grid.setColumnStretch(2, 1)
    spacing(grid, 8)
    heads = ("", _("Máy này"), _("Máy kia ({machine})").format(machine=machine))
    for place, words in enumerate(heads):
        grid.addWidget(label(words, "card", wrap=True), 0, place)
    both = zip(_facts(conflict.mine), _facts(conflict.theirs), strict=True)
    lines = [(mine, theirs) for mine, theirs in both if mine[1] or theirs[1]]
    differing = [(mine, theirs) for mine, theirs in lines if mine != theirs]
    for number, (mine, theirs) in enumerate(differing, start=1):
        sides = [label(side[1], "strong", wrap=True) for side in (mine, theirs)]
        _put(grid, number, label(mine[0], "second"), *sides)
    last = len(differing) + 1
    grid.addWidget(rule(), last, 0, 1, 3)
    told = [column(*map(_event, side.events), gap=6) for side in (conflict.mine, conflict.theirs)]
    _put(grid, last + 1, label(_("Diễn biến"), "second"), holder(told[0]), holder(told[1]))
    parts: list[QWidget] = [Bar("warning", conflict_words(conflict.kind))]
    if same := [mine for mine, theirs in lines if mine == theirs]:
        parts.append(label(_alike(same), wrap=True))
    if others := _others(conflict):
        parts.append(label(_("Còn khác ở: {names}").format(names=", ".join(others)), "second", wrap=True))
    return holder(column(*parts, grid, 1, gap=12))


def _alike(facts: list[tuple[str, str]]) -> str:
    """What both sides say: who and what, before that in which they differ."""
    return "; ".join(f"{html.escape(title)}: <b>{html.escape(words)}</b>" for title, words in facts)


def _put(grid: QGridLayout, number: int, *parts: QWidget) -> None:
    for place, part in enumerate(parts):
        grid.addWidget(part, number, place, Qt.AlignmentFlag.AlignTop)


def _facts(side: Side) -> list[tuple[str, str]]:
    return [
        (_("Mã hồ sơ"), side.code),
        (_("Người nộp"), side.applicant),
        (_("Số định danh"), side.id_masked),
        (_("Thủ tục"), side.procedure),
        (_("Trạng thái"), status_word(side.status)),
        (_("Hẹn trả"), _moment(side.appointment_at)),
        (_("Thay đổi lúc"), _moment(side.changed_at)),
        (_("Người thay đổi"), side.changed_by),
    ]


def _moment(at: datetime | None) -> str:
    return f"{at:%H:%M %d/%m/%Y}" if at else ""


def _event(event: tuple[datetime, str, str, str]) -> QWidget:
    at, officer, kind, reason = event
    words = move_word(kind)
    line = f"{at:%H:%M %d/%m}  {words[:1].upper()}{words[1:]}, {officer}"
    return label(f"{line}: {reason}" if reason else line, wrap=True)


def _others(conflict: Conflict) -> list[str]:
    """Names of differing columns that the rows do not show."""
    names = {
        "phone": _("Điện thoại"),
        "address": _("Nơi cư trú"),
        "birth": _("Ngày sinh"),
        "sex": _("Giới tính"),
        "email": _("Thư điện tử"),
        "tax_code": _("Mã số thuế"),
        "subject": _("Nội dung"),
        "note": _("Ghi chú"),
        "pages": _("Số trang"),
        "copies": _("Số bản"),
        "return_method": _("Trả kết quả"),
        "channel": _("Cách nộp"),
        "holder": _("Người giữ hồ sơ"),
    }
    return [names[key] for key in conflict.differs if key in names]
