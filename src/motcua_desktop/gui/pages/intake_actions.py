"""The keys of the intake page."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from motcua_desktop.gui.actions import Action, Hint
from motcua_desktop.gui.pages.intake_fee_form import FeeForm
from motcua_desktop.gui.pages.intake_forms import (
    EarlierForm,
    RefusalForm,
    SupplementForm,
    open_form,
    show_specimen,
)
from motcua_desktop.gui.pages.telling import can_undo
from motcua_desktop.i18n import _

if TYPE_CHECKING:
    from motcua_desktop.gui.pages.intake import IntakePage
    from motcua_desktop.gui.pages.intake_form import IntakeForm


def intake_actions(page: IntakePage) -> list[Action]:
    """The table of the page; F12 is its main action."""
    form = page.form

    def chosen() -> bool:
        return not page.busy and form.procedure.value is not None

    return [
        Action(
            "Ctrl+B",
            _("Yêu cầu bổ sung"),
            lambda: open_form(page, SupplementForm(page)),
            "",
            "bar",
            can=chosen,
        ),
        Action("Ctrl+G", _("Từ chối"), lambda: open_form(page, RefusalForm(page)), "", "bar", can=chosen),
        Action("Ctrl+P", _("Xem trước"), lambda: show_specimen(page), "", "bar", "right", can=chosen),
        Action(
            "Ctrl+H",
            _("Hẹn sớm hơn"),
            lambda: open_form(page, EarlierForm(page)),
            "calendar-clock",
            can=chosen,
        ),
        Action("Ctrl+M", _("Miễn, giảm, sửa phí"), lambda: open_form(page, FeeForm(page)), "", can=chosen),
        Action(
            "Ctrl+O", _("Mở giấy vừa làm"), page.slips.open_last, "", can=lambda: page.slips.last is not None
        ),
        *_person_actions(page),
        *_copy_actions(form),
    ]


def intake_hints(page: IntakePage) -> list[Hint]:
    """The keys the status bar names: those of what is open, for Esc closes only that."""
    side = page.side
    if side is not None:
        return [Hint("Tab", _("Ô kế tiếp")), Hint("F12", side.confirm), Hint("Esc", _("Đóng"))]
    if page.form.same_as:
        return [
            Hint("F11", _("Như hồ sơ trước")),
            Hint(_("Quét thẻ"), _("Đổi người nộp")),
            Hint("Tab", _("Trang, bản")),
            Hint("F12", _("Nhận và in")),
        ]
    is_open = page.form.panel.form is not None
    return [
        Hint("Enter", _("Ô kế tiếp")),
        Hint("Ctrl+↑↓", _("Nhóm trước, sau")),
        Hint("F11", _("Như hồ sơ trước")),
        Hint("Esc", _("Đóng") if is_open else _("Bỏ, có hoàn tác")),
    ]


def _person_actions(page: IntakePage) -> list[Action]:
    form, person = page.form, page.form.person
    return [
        Action(
            "Ctrl+U",
            _("Lấy thông tin đã có, sửa họ tên"),
            person.look_again,
            "history",
            can=lambda: person.has_offer or bool(person.doubt),
        ),
        Action(
            "Ctrl+Z",
            _("Vì sao không hoàn tác được"),
            page.receiving.tell_why_it_stands,
            "undo-2",
            can=lambda: page.receiving.has_stood and not can_undo(page),
        ),
        Action("Ctrl+N", _("Bản thân, nộp thay, tổ chức"), person.next_way, "users"),
        Action("Ctrl+Space", _("Đánh dấu đủ giấy tờ"), form.papers.tick_required, "check-check"),
        Action("Ctrl+Up", _("Nhóm trước"), lambda: form.cursor.go_group(-1), "arrow-up"),
        Action("Ctrl+Down", _("Nhóm sau"), lambda: form.cursor.go_group(1), "arrow-down"),
        Action("Return", _("Ô kế tiếp"), page.enter, "arrow-right"),
    ]


def _copy_actions(form: IntakeForm) -> list[Action]:
    def copying() -> bool:
        return form.is_copying

    frequent = [
        Action(f"Alt+{n + 1}", name, partial(form.copies.take_frequent, n), "file-text", can=copying)
        for n, name in enumerate(form.copies.frequent)
    ]
    return [
        Action("Ctrl+Return", _("Thêm dòng giấy tờ"), form.copies.add_line, "plus", can=copying),
        *frequent,
    ]
