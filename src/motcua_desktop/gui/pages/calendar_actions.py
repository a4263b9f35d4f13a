"""The keys of the calendar page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from motcua_desktop.gui.actions import Action
from motcua_desktop.gui.pages.calendar_side import KINDS
from motcua_desktop.i18n import _

if TYPE_CHECKING:
    from motcua_desktop.gui.pages.calendar import CalendarPage


def calendar_actions(page: CalendarPage) -> list[Action]:
    """The days' letters, hours, files, and leaving a change; Esc is the page's only while there is one."""
    days = [
        Action(key, words(), lambda kind=kind: page.make_day(kind), show="status", can=page.is_free)  # type: ignore[misc]
        for kind, words, key in KINDS
    ]
    drop = Action("Esc", _("Bỏ thay đổi"), page.drop, show="bar", side="right", can=page.can_drop)
    return [
        *days,
        Action("Del", _("Bỏ mục đã nhập"), page.remove_current, can=page.is_free),
        Action("Ctrl+T", _("Giờ làm việc"), page.edit_hours, "clock"),
        Action("Ctrl+O", _("Nhập thông báo năm"), page.choose_file, "upload"),
        Action("Ctrl+I", _("In lại hết"), page.move_all, "printer", can=page.can_drop),
        *([drop] if page.change is not None and page.form is None else []),
    ]


def calendar_main_action(page: CalendarPage) -> Action | None:
    """Weigh what the form says, or save what was weighed and decided."""
    if page.form is not None:
        return Action("F12", _("Xem hồ sơ đổi ngày"), page.form.run, "arrow-right")
    if page.change is None:
        return None
    return Action("F12", _("Lưu lịch"), page.save, "save", can=page.can_save)
