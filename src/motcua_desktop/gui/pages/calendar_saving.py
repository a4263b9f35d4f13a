"""F12 on the calendar: write the weighed change, print the slips of what moved, and say what could not be."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from motcua_desktop.domain.calendar_change import AppliedChange, CalendarChange, Decision
from motcua_desktop.domain.days_off import DayKind
from motcua_desktop.domain.numbering import short_code
from motcua_desktop.gui.pages.moments import long_day
from motcua_desktop.gui.pages.telling import print_paper, tell, tell_trouble
from motcua_desktop.gui.widgets.button import Button
from motcua_desktop.i18n import _

if TYPE_CHECKING:
    from motcua_desktop.counter.counter import Counter
    from motcua_desktop.gui.pages.calendar import CalendarPage


@dataclass(frozen=True, slots=True)
class Slips:
    """New slips: where they lie, and the dossiers whose slip could not be drawn, each with what happened."""

    papers: tuple[Path, ...] = ()
    missing: tuple[tuple[str, str], ...] = ()


def draw_slips(counter: Counter, codes: Iterable[str]) -> Slips:
    """A new slip for each of these dossiers; trouble with one hinders no other."""
    papers: list[Path] = []
    missing: list[tuple[str, str]] = []
    for code in codes:
        paper, trouble = counter.paper.try_issue(counter.register.dossier(code), "receipt")
        if paper is None:
            missing.append((code, trouble))
        else:
            papers.append(paper)
    return Slips(tuple(papers), tuple(missing))


def write_change(
    counter: Counter, change: CalendarChange, decisions: dict[str, Decision], weighed: int
) -> tuple[AppliedChange, Slips]:
    """Save a change, then draw the slips of what has moved. Trouble with paper never undoes the change."""
    applied = counter.calendar_office.apply(change, decisions, weighed=weighed)
    return applied, draw_slips(counter, applied.moved)


def save(page: CalendarPage) -> None:
    """F12: write the change once every dossier is decided."""
    if page.view is None or page.view.preview is None or page.change is None or not page.can_save():
        return
    page.busy = True
    page.stated.emit()
    undone = page.change.undo

    def saved(answer: tuple[AppliedChange, Slips]) -> None:
        page.busy, page.change, page.decisions = False, None, {}
        page.mended()
        tell_saved(page, *answer, undone)
        page.calendar.setFocus()
        page.stated.emit()

    asked = (write_change, page.counter, page.change, dict(page.decisions), page.view.preview.base)
    page.tasks.do(page, *asked, then=saved, fail=page.refused, words=_("Đang lưu lịch"))


def tell_saved(page: CalendarPage, applied: AppliedChange, slips: Slips, undone: int | None) -> None:
    """The edition and how many slips were printed; those that were not stand in a bar, never unsaid."""
    words = _("Đã lưu lịch lần {n}").format(n=applied.edition)
    if undone is not None:
        words = _("Đã hoàn tác lần sửa {n}").format(n=undone)
    if applied.moved and slips.missing:
        printed = _("in lại {m} trong {all} giấy hẹn")
        words += ", " + printed.format(m=len(slips.papers), all=len(applied.moved))
    elif slips.papers:
        words += ", " + _("in lại {m} giấy hẹn").format(m=len(slips.papers))
    tell(page, words, lambda: page.undo_edition(applied.edition))
    _hand_out(page, slips)


def _hand_out(page: CalendarPage, slips: Slips) -> None:
    for paper in slips.papers:
        print_paper(page, page.context, paper)
    if not slips.missing:
        return
    trouble = slips.missing[0][1]
    words = _("Ngày hẹn đã đổi nhưng {n} giấy hẹn mới chưa in được, hồ sơ {codes}. {trouble}").format(
        n=len(slips.missing),
        codes=", ".join(short_code(one) for one, _why in slips.missing[:4]),
        trouble=trouble,
    )
    again = Button(_("In lại"), lambda: print_missing(page, slips), kind="link", small=True)
    tell_trouble(page, words, "error", again)


def print_missing(page: CalendarPage, before: Slips) -> None:
    """Try the slips that could not be drawn once more."""

    def then(slips: Slips) -> None:
        if not slips.missing:
            # A bar and no toast: Ctrl+Z still takes the change back.
            tell_trouble(page, _("Đã in {n} giấy hẹn.").format(n=len(slips.papers)), "good")
        _hand_out(page, slips)

    codes = [code for code, _trouble in before.missing]
    page.tasks.do(page, draw_slips, page.counter, codes, then=then, words=_("Đang in giấy hẹn"))


def waiting_words(page: CalendarPage) -> str:
    """What is not saved yet and how it is settled, "" while nothing is changed."""
    change, view = page.change, page.view
    if change is None:
        return ""
    preview = view.preview if view is not None else None
    left = sum(one.code not in page.decisions for one in preview.differing) if preview else 0
    what = _("Chưa hoàn tác") if change.undo is not None else _("Chưa lưu")
    if left:
        words = _("{what}: {n} hồ sơ chờ quyết định, xong thì F12 để lưu, Esc để bỏ.")
        return words.format(what=what, n=left)
    return _("{what}. F12 để lưu, Esc để bỏ.").format(what=what)


def tell_left(page: CalendarPage) -> None:
    """On another page: the change is kept as a draft and the calendar in force is still the old one."""
    if page.change is None:
        return
    words = _("Thay đổi lịch chưa lưu, lịch cũ vẫn áp dụng. Bản nháp giữ ở trang Lịch làm việc.")
    if page.change.undo is not None:
        words = _("Chưa hoàn tác, lịch đã lưu vẫn áp dụng. Bản nháp giữ ở trang Lịch làm việc.")
    back = Button(_("Lịch làm việc"), lambda: page.wanted.emit("calendar", None), kind="link", small=True)
    tell_trouble(page, words, "warning", back)


def foot_words(page: CalendarPage) -> str:
    """What the change means for promises on paper."""
    if page.view is not None and page.view.preview is not None and page.view.preview.differing:
        return _("Lời hẹn đã in không tự đổi. Chọn Giữ hoặc In lại cho từng hồ sơ.")
    return _("Lời hẹn đã in không đổi.")


def is_so_already(page: CalendarPage, kind: DayKind) -> bool:
    """Whether the day under the cursor is off, or worked, as it is without the office's doing; said."""
    day, view = page.calendar.day, page.view
    if view is None or not (view.works(day) if kind is DayKind.MAKEUP_WORKDAY else view.is_off(day)):
        return False
    words = _("{day} đã nghỉ sẵn, lịch không đổi.")
    if kind is DayKind.MAKEUP_WORKDAY:
        words = _("{day} là ngày làm việc sẵn, lịch không đổi.")
    words = words.format(day=long_day(day))
    tell(page, words[:1].upper() + words[1:], kind="info")
    return True
