"""Parts of the page of letters: the sentence on top, and what is shown when no letter waits any more."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path

from motcua_desktop.domain.paper_answers import LetterDraft, LetterWhy
from motcua_desktop.gui.pages.moments import weekday
from motcua_desktop.gui.widgets.bar import Bar
from motcua_desktop.gui.widgets.button import Button
from motcua_desktop.gui.widgets.card import Card
from motcua_desktop.gui.widgets.empty_state import EmptyState
from motcua_desktop.i18n import _


class LettersDone:
    """What was recorded and what became of the paper: a bar over the letters that still wait, else a card."""

    def __init__(
        self,
        open_paper: Callable[[], object],
        publish: Callable[[], object],
        undo: Callable[[], object],
    ) -> None:
        self.looker = Button(_("Mở thư"), open_paper, key="Ctrl+O", kind="link", small=True)
        self.undoer = Button(_("Hoàn tác"), undo, key="Ctrl+Z", kind="link", small=True)
        self.bar = Bar("good", "", self.looker, self.undoer)
        self.bar.hide()
        self.opener = Button(_("Mở thư đã in"), open_paper, icon="folder-open", key="Ctrl+O")
        self.opener.setAutoDefault(True)  # Enter opens it
        listing = Button(_("Danh sách công khai"), publish, icon="file-text", key="Ctrl+L")
        self.state = EmptyState("circle-check", _("Không có thư nào phải gửi"), "", self.opener, listing)
        self.card = Card(flush=True)
        self.card.add(self.state, 1)

    def show_facts(self, told: str, fate: str, paper: Path | None, *, beside: bool, fresh: bool) -> None:
        """Say what was recorded and the paper's fate; `beside` letters that still wait; `fresh` while Ctrl+Z
        still means this press."""
        self.undoer.setVisible(fresh)
        self.bar.setVisible(bool(told) and beside)
        self.opener.setVisible(paper is not None)
        self.looker.setVisible(paper is not None)
        if not told:
            return
        self.bar.say("good" if paper else "warning", f"<b>{told}.</b> {fate}")
        self.bar.setToolTip(str(paper or ""))
        self.state.say(told, f"{fate}\n" + _("Không còn thư nào phải gửi."))


def nothing_waits(due: Callable[[], object]) -> Card:
    """What is shown when no letter waits."""
    card = Card(flush=True)
    words = _("Hồ sơ sắp quá hạn sẽ hiện ở đây trước hạn 01 ngày.")
    button = Button(_("Xem hồ sơ đến hạn"), due, icon="alarm-clock", key="F4")
    card.add(EmptyState("mail", _("Không có thư nào phải gửi"), words, button), 1)
    return card


def until_words(drafts: Sequence[LetterDraft], now: datetime) -> tuple[str, str]:
    """The kind of the bar on top and its sentence: until when which letters must go; "" when none must."""
    article = _("NĐ 118/2025, Điều 19 khoản 6").replace(" ", "\u00a0")
    free = [draft for draft in drafts if not draft.locked]
    late = sum(draft.why is LetterWhy.LATE for draft in free)
    today = [draft for draft in free if draft.why is LetterWhy.TODAY]
    too = " " + _("{n} hồ sơ đã quá hạn cần thư ngay.").format(n=late) if late else ""
    if today:
        first = min(today, key=lambda draft: draft.send_by)
        words = _(
            "<b>Nếu dự kiến trễ: {n} thư phải gửi trước {until} hôm nay.</b> "
            "Hạn {due}, chậm nhất trước hạn 01 ngày."
        )
        told = words.format(n=len(today), until=f"{first.send_by:%H:%M}", due=f"{first.old_date:%d/%m}")
        return "urgent", f"{told}{too} {article}"
    if late:
        words = _("<b>{n} hồ sơ đã quá hạn, chưa có thư.</b> Gửi ngay hôm nay. {article}")
        return "urgent", words.format(n=late, article=article)
    if not free:
        return "info", ""
    following = [draft for draft in free if draft.why is LetterWhy.LATER]
    if following:
        until = min(draft.send_by for draft in following)
        words = _("Chưa có thư nào phải gửi hôm nay; sớm nhất trước {until}. {article}")
        day = f"{until:%H:%M} {weekday(until.date())} {until:%d/%m}"
        return "info", words.format(until=day, article=article)
    words = _("Hồ sơ hẹn trả hôm nay: kịp hẹn thì không cần thư, không kịp thì gửi ngay. {article}")
    return "info", words.format(article=article)


def count_words(drafts: Sequence[LetterDraft]) -> str:
    """Below the list: why the dossiers of it stand there, where they are not all alike, and what stays."""
    kinds = (
        (_("{n} cần thư"), sum(draft.must for draft in drafts)),
        (_("{n} kịp hẹn thì không cần"), _free(drafts, LetterWhy.PASSED)),
        (_("{n} chưa phải gửi"), _free(drafts, LetterWhy.LATER)),
        (_("{n} đã hẹn lại một lần"), sum(draft.locked for draft in drafts)),
    )
    shown = [words.format(n=count) for words, count in kinds if count]
    kept = _("Sổ vẫn giữ ngày hẹn cũ.")
    if len(shown) < 2:
        return _("Mỗi hồ sơ chỉ được hẹn lại một lần.") + " " + kept
    return ", ".join(shown) + ". " + kept


def _free(drafts: Sequence[LetterDraft], why: LetterWhy) -> int:
    return sum(not draft.locked and draft.why is why for draft in drafts)
