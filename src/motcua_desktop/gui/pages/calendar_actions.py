"""The keys of the calendar page."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from motcua_desktop.gui.actions import Action
from motcua_desktop.gui.pages.calendar_deciding import move_all, settle, take_back
from motcua_desktop.gui.pages.calendar_proposal import NO, YES
from motcua_desktop.gui.pages.calendar_side import KINDS
from motcua_desktop.gui.pages.settings_rights import may_keep
from motcua_desktop.i18n import _

if TYPE_CHECKING:
    from motcua_desktop.gui.pages.calendar import CalendarPage


def calendar_actions(page: CalendarPage) -> list[Action]:
    """The days' letters, hours, files, and leaving a change; Esc is the page's only while there is one.

    None for an officer who may not change the calendar.
    """
    if not may_keep(page.counter):
        return []
    named = "" if page.form is not None else "status"
    days = [
        Action(key, words(), lambda kind=kind: page.make_day(kind), show=named, can=page.is_free)  # type: ignore[misc]
        for kind, words, key in KINDS
    ]
    drop = Action("Esc", _("Bỏ thay đổi"), page.drop, show="bar", side="right", can=page.can_drop)
    waiting = []

    def proposed() -> bool:
        return page.is_free() and page.change is None and _proposal(page) is not None

    if page.change is not None:  # what waits is settled or dropped before anything saved is undone
        waiting = [Action("Ctrl+Z", _("Bỏ thay đổi chưa lưu"), lambda: take_back(page), "undo-2")]
    return [
        *days,
        Action("Del", _("Bỏ mục đã nhập"), page.remove_current, can=page.is_free),
        Action("Ctrl+T", _("Giờ làm việc"), page.edit_hours, "clock"),
        Action("Ctrl+O", _("Nhập thông báo năm"), page.ask_notice, "upload", can=page.is_free),
        Action("Ctrl+I", _("In lại hết"), lambda: move_all(page), "printer", can=page.can_drop),
        Action(YES, _("Đã có quyết định"), lambda: _settle(page, True), "check", can=proposed),
        Action(NO, _("Bỏ đề xuất"), lambda: _settle(page, False), "x", can=proposed),
        *waiting,
        *([drop] if page.change is not None and page.form is None else []),
    ]


def _proposal(page: CalendarPage) -> date | None:
    return page.view.pending[0].date if page.view is not None and page.view.pending else None


def _settle(page: CalendarPage, confirmed: bool) -> None:
    """The first proposal that is open: decided, or dropped."""
    day = _proposal(page)
    if day is not None:
        settle(page, day, confirmed)


def calendar_main_action(page: CalendarPage) -> Action | None:
    """Weigh what the form says, or save what was weighed and decided."""
    if page.form is not None:
        return Action("F12", page.form.main_words, page.form.run, "arrow-right")
    if page.change is None:
        return None
    return Action("F12", _("Lưu lịch"), page.save, "save", can=page.can_save)
