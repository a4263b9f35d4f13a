"""What becomes of the dossiers a change would move, and leaving a change that waits."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING

from motcua_desktop.domain.calendar_change import CalendarChange, CalendarPreview, Decision
from motcua_desktop.gui.pages.calendar_change_card import change_title
from motcua_desktop.gui.pages.calendar_saving import waiting_words
from motcua_desktop.gui.pages.telling import tell, tell_aside
from motcua_desktop.i18n import _

if TYPE_CHECKING:
    from motcua_desktop.gui.pages.calendar import CalendarPage


def decided_so_far(preview: CalendarPreview, said: Mapping[str, Decision]) -> dict[str, Decision]:
    """What was decided on the dossiers listed; a date that has gone by is kept without being asked."""
    kept = {one.code: Decision.KEEP for one in preview.differing if one.is_past}
    return {one.code: said[one.code] for one in preview.differing if one.code in said} | kept


def settle(page: CalendarPage, day: date, confirmed: bool) -> None:
    """A proposal is decided, or dropped."""
    words = _("Bỏ đề xuất {day}").format(day=f"{day:%d/%m}")
    page.weigh(CalendarChange(confirm=(day,)) if confirmed else CalendarChange(words, dismiss=(day,)))


def decide(page: CalendarPage, code: str, decision: Decision) -> None:
    """One dossier is kept or printed anew; no slip promises a day that has gone by."""
    preview = page.view.preview if page.view is not None else None
    past = preview is not None and any(one.code == code and one.is_past for one in preview.differing)
    if past and decision is Decision.MOVE:
        tell_aside(page, _("Ngày tính lại đã qua, không hẹn lại được. Lời hẹn cũ giữ nguyên."))
        decision = Decision.KEEP
    page.decisions[code] = decision
    page.show_decisions()


def move_all(page: CalendarPage) -> None:
    """Print every slip anew whose new day is still to come."""
    if page.view is not None and page.view.preview is not None:
        preview = page.view.preview
        page.decisions = decided_so_far(preview, {one.code: Decision.MOVE for one in preview.differing})
        page.show_decisions()


def take_back(page: CalendarPage) -> None:
    """Ctrl+Z while a change waits: that change is what was done last. An undo that waits and an open form
    have to be settled first."""
    change = page.change
    if change is None or page.busy:
        return
    if change.undo is not None or page.form is not None:
        tell_aside(page, waiting_words(page))
        return
    page.drop()
    tell_aside(page, _("Đã bỏ thay đổi chưa lưu: {change}.").format(change=change_title(change)))


def undo_edition(page: CalendarPage, number: int) -> None:
    """Weigh taking a saved edition back. What waits unsaved was done later, so it goes first, and the saved
    edition can still be undone afterwards."""
    change = page.change
    if change is None or change.undo is not None:
        words = _("Hoàn tác lần sửa {n}").format(n=number)
        page.weigh(CalendarChange(words, undo=number))
        return
    page.drop()
    words = _("Đã bỏ thay đổi chưa lưu: {change}. Lần sửa {n} vẫn áp dụng.")
    words = words.format(change=change_title(change), n=number)
    tell(page, words, lambda: undo_edition(page, number), kind="info")
