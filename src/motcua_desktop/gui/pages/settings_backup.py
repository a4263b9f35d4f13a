"""The copies in words, and the copy an officer asks for."""

from __future__ import annotations

from datetime import date, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from motcua_desktop.domain.scans import ScansCopied
from motcua_desktop.gui.pages import PageContext
from motcua_desktop.gui.pages.long_names import breakable
from motcua_desktop.gui.pages.telling import tell, tell_trouble
from motcua_desktop.gui.tasks import Cancelled
from motcua_desktop.i18n import _
from motcua_desktop.say import say

if TYPE_CHECKING:
    from motcua_desktop.counter.counter import Counter
    from motcua_desktop.counter.safekeeping import CopyState


def _when(at: datetime, today: date) -> str:
    return f"{at:%H:%M}" if at.date() == today else f"{at:%d/%m}"


def state_words(state: CopyState, today: date) -> tuple[str, bool]:
    """The words of the status bar, and whether they worry."""
    if state.last is None:
        return _("Chưa có bản sao lưu"), True
    if state.apart and state.trouble is not None:
        return _("Chưa sao lưu hết bản chụp"), True
    when = _when(state.last.at, today)
    return _("Đã sao lưu {when}").format(when=when), state.last.at.date() != today


def place_words(state: CopyState, today: date) -> tuple[str, bool]:
    """One sentence on where the copies go and whether they got there, and whether it worries."""
    place = breakable(str(state.folder))
    if not state.is_there:
        words = _("Không thấy {place}. Cắm USB hoặc ổ đĩa ấy, hoặc chọn nơi khác.")
        return words.format(place=place), True
    if state.apart and state.trouble is not None:
        words = _("Bản chụp chưa chép hết sang {place}: {why}")
        return words.format(place=place, why=breakable(say(state.trouble))), True
    last = _when(state.last.at, today) if state.last else _("chưa có")
    if state.apart:
        words = _("{place}, gồm cả bản chụp. Bản mới nhất: {last}.")
        return words.format(place=place, last=last), False
    words = _(
        "Bản sao nằm cạnh sổ và không gồm bản chụp: hỏng ổ đĩa là mất hết. Chọn USB hoặc ổ khác. "
        "Bản mới nhất: {last}."
    )
    return words.format(last=last), True


def look_after_copies(pane: QWidget) -> None:
    """Copy now what is missing: another place was chosen."""
    from motcua_desktop.gui.daily_copy import DailyCopy

    carrier = pane.window().findChild(DailyCopy)
    if isinstance(carrier, DailyCopy):
        carrier.look()


def copy_now(pane: QWidget, context: PageContext, out: Path) -> None:
    """Copy the register to `out`, then the scans beside it, each verified; told when all is there."""
    counter = context.counter

    def fail(error: Exception) -> None:
        if not isinstance(error, Cancelled):
            tell_trouble(pane, say(error), "warning")

    def scans_copied(copied: ScansCopied) -> None:
        if copied.amiss:
            words = _("Đã sao lưu {name}. {n} bản chụp mất hoặc đã bị sửa, không chép được: {paths}")
            names = ", ".join(Path(path).name for path in copied.amiss[:3])
            words = words.format(name=out.name, n=len(copied.amiss), paths=names)
            tell_trouble(pane, words, "warning")
        elif copied.there:
            words = _("Đã sao lưu và kiểm tra: {name}, {n} bản chụp")
            tell(pane, words.format(name=out.name, n=copied.there))
        else:
            tell(pane, _("Đã sao lưu và kiểm tra: {name}").format(name=out.name))

    def register_copied(_made: object) -> None:
        from motcua_desktop.gui.daily_copy import DailyCopy

        carrier = pane.window().findChild(DailyCopy)
        if isinstance(carrier, DailyCopy):
            carrier.carry(out.parent, scans_copied, fail)
        else:
            work = partial(_carried, counter, out.parent)
            context.tasks.ask(pane, work, then=scans_copied, fail=fail, words=_("Đang sao lưu bản chụp"))

    context.tasks.do(
        pane, counter.safekeeping.backup, out, then=register_copied, fail=fail, words=_("Đang sao lưu")
    )


def _carried(counter: Counter, beside: Path) -> ScansCopied:
    return counter.safekeeping.copy_scans(beside)
