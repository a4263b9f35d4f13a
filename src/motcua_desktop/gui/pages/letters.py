"""Letters of apology: who must get one and until when, why, which new date, the letter beside it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QApplication, QStackedWidget, QWidget

from motcua_desktop.domain.numbering import short_code
from motcua_desktop.domain.paper_answers import LetterDraft, Signer
from motcua_desktop.gui.actions import Action, Hint
from motcua_desktop.gui.pages import PageContext
from motcua_desktop.gui.pages.letters_foot import LettersFoot, SignerForm
from motcua_desktop.gui.pages.letters_parts import LettersDone, count_words, nothing_waits, until_words
from motcua_desktop.gui.pages.letters_press import LettersPress
from motcua_desktop.gui.pages.letters_preview import LettersPreview
from motcua_desktop.gui.pages.letters_row import Changes, LetterRow, day_words
from motcua_desktop.gui.pages.letters_rows import InSight, LetterRows
from motcua_desktop.gui.pages.letters_work import LettersView, read_letters
from motcua_desktop.gui.pages.telling import offer_undo, tell_trouble, undo_last
from motcua_desktop.gui.paper_view import show_pdf
from motcua_desktop.gui.theme import least
from motcua_desktop.gui.widgets.bar import Bar
from motcua_desktop.gui.widgets.card import Card
from motcua_desktop.gui.widgets.key_cap import KeyCap
from motcua_desktop.gui.widgets.page import Page, page_columns
from motcua_desktop.gui.widgets.text import column, label, scrolled
from motcua_desktop.i18n import _
from motcua_desktop.say import say

#: More letters than this are made in several presses; each row holds real inputs.
MOST_ROWS = 60
_LIST, _NONE, _DONE = range(3)


def make(context: PageContext) -> Page:
    """The page of this module."""
    return LettersPage(context)


class LettersPage(Page):
    """F12 says what would be recorded, F12 again records a number for each ticked letter and prints them."""

    follows_clock = True

    def __init__(self, context: PageContext) -> None:
        super().__init__()
        self.title = _("Thư xin lỗi")
        self._context = context
        self._view: LettersView | None = None
        self._typed: dict[str, Changes] = {}
        self._shows_printed = False
        self.foot, self.rows = LettersFoot(), LetterRows()
        self.foot.setParent(self)
        self.foot.hide()
        self.press = LettersPress(self, context, self.rows, self.foot)
        self._make_left()
        self.preview = LettersPreview(context, self._in_hand)
        self._columns = page_columns(self)
        self._columns.addLayout(self._left, 3)
        self._columns.addWidget(self.preview)
        self._connect()
        self.refresh()

    def _connect(self) -> None:
        self.rows.moved.connect(self._moved)
        self.preview.turned.connect(lambda step: self.rows.go(self.rows.at + step))
        self.preview.drawn.connect(self.stated)
        self.rows.edited.connect(self._edited)
        self.rows.grown.connect(self._count)
        self.foot.changed.connect(self._edited)
        self.signer_form.left.connect(self.rows.setFocus)
        self.press.changed.connect(self.stated)
        self.press.made.connect(self._made)
        self.press.gone.connect(self._gone)

    def _make_left(self) -> None:
        self.bar = Bar("urgent", "")
        self.done = LettersDone(self.press.show_paper, self._publish, lambda: undo_last(self))
        area = scrolled(self.rows)
        self._sight = InSight(area, self.rows)
        self.list = Card(_("Dự kiến quá hạn"), "", label(_("Chọn hết"), "hint"), KeyCap("Ctrl+A"), flush=True)
        self.list.add(area, 1)
        self.foot_words = self.list.set_foot("")
        self.stack = QStackedWidget()
        self.stack.addWidget(self.list)
        self.stack.addWidget(nothing_waits(lambda: self.wanted.emit("due", "all")))
        self.stack.addWidget(self.done.card)
        least(self.stack, 560, 220)
        self.signer_form = SignerForm(self._context, self.foot)
        self._left = column(self.bar, self.done.bar, self.stack, self.signer_form, self.press.summary, gap=12)
        self._left.setStretch(2, 1)

    # ------------------------------------------------------------ reading
    def refresh(self) -> None:
        self._keep_typed()
        self._context.tasks.ask(
            self,
            read_letters,
            self._context.counter,
            then=self._came,
            fail=lambda error: tell_trouble(self, say(error)),
            name="letters",
        )

    def _keep_typed(self) -> None:
        for made in self.rows.rows:
            if not made.draft.locked:
                self._typed[made.draft.code] = made.changes()

    def keep_time(self) -> bool:
        """At a new minute another letter may be due; whoever is typing in one types on."""
        self._keep_typed()
        ask, counter = self._context.tasks.ask, self._context.counter
        ask(self, read_letters, counter, then=self._came_later, name="letters")
        return True

    def _came_later(self, view: LettersView) -> None:
        before, focus = self._view, QApplication.focusWidget()
        types = focus is not None and focus is not self.rows and self.rows.isAncestorOf(focus)
        if before is None or (view.drafts != before.drafts and not types):
            self._came(view)
        else:
            self._say_until(view.drafts)

    def _came(self, view: LettersView) -> None:
        self._view = view
        made = [partial(self._row, view, draft) for draft in view.drafts[:MOST_ROWS]]
        asked = self.press.asked
        had_focus = self.rows.isAncestorOf(self.focusWidget())
        shown = self._shows_printed
        self.rows.show_rows(made)
        self._shows_printed = shown
        self.foot.show_facts(view.signers, view.next_number)
        if asked is None or {d.code for d in asked.drafts} - {d.code for d in view.drafts}:
            self.press.forget()
        self._show_parts()
        if had_focus:
            self.focus_first()
        self._count()

    def _row(self, view: LettersView, draft: LetterDraft) -> LetterRow:
        now = self._context.counter.now()
        made = LetterRow(draft, view.reasons, short_code(draft.code), now, view.calendar)
        if not draft.locked and draft.code in self._typed:
            made.change(self._typed[draft.code])
        return made

    def _show_parts(self) -> None:
        assert self._view is not None
        waits, is_done = bool(self._view.drafts), bool(self.press.told)
        self.stack.setCurrentIndex(_LIST if waits else _DONE if is_done else _NONE)
        press = self.press
        self.done.show_facts(press.told, press.fate, press.paper, beside=waits, fresh=press.is_fresh)
        if press.is_fresh:
            offer_undo(self, "" if waits else press.told)
        self._say_until(self._view.drafts)
        self.foot_words.setText(count_words(self._view.drafts))
        self.preview.setVisible(waits or self.press.paper is not None)
        self.preview.name(printed=not waits or self._shows_printed)

    def _say_until(self, drafts: Sequence[LetterDraft]) -> None:
        kind, words = until_words(drafts, self._context.counter.now())
        self.bar.say(kind, words)
        self.bar.setVisible(bool(words) and (kind == "urgent" or not self.press.told))

    def _edited(self) -> None:
        self._shows_printed = False
        self.press.forget()
        self._count()

    def _count(self) -> None:
        total = len(self._view.drafts) if self._view else 0
        words = _("{n} hồ sơ") if self.rows.is_growing else _("{n} hồ sơ, đã chọn {m}")
        self.list.set_count(words.format(n=total, m=len(self.rows.ticked)))
        self._show_letter()
        self.stated.emit()

    def _moved(self) -> None:
        """Another letter is in hand: what was printed has been seen."""
        self._shows_printed = False
        self.preview.name(printed=False)
        self._show_letter()

    def _show_letter(self) -> None:
        current = self.rows.current
        if current is not None and not self._shows_printed:
            self._sight.look()
            self.preview.set_count(_("{n} trên {m}").format(n=self.rows.at + 1, m=len(self.rows.rows)))
        self.preview.ask()

    def _in_hand(self) -> tuple[LetterDraft | Path | None, Signer | None]:
        """What the preview shows: the letter in hand, else the letters printed just now."""
        current = self.rows.current
        if current is None or self._shows_printed:
            return self.press.paper, None
        return current.new_draft() or current.draft, self.foot.signer

    # ------------------------------------------------------------ made, and taken back
    def _made(self) -> None:
        self._shows_printed = self.press.paper is not None
        self.rows.setFocus()

    def _gone(self, drafts: Sequence[LetterDraft]) -> None:
        """What was typed comes back with the letters."""
        self._shows_printed = False
        self.rows.at = -1  # from the first
        for draft in drafts:
            self._typed[draft.code] = Changes(draft.reason, day_words(draft.new_date), True)
        self.refresh()

    def _show_true_size(self) -> None:
        if isinstance(self.preview.pdf, Path):
            self.press.show_paper()
        elif self.preview.pdf:
            show_pdf(self.window(), self._context, self.preview.pdf, _("Thư xin lỗi và hẹn lại"))

    def _publish(self) -> None:
        self.wanted.emit("sync", "sheets")

    # ------------------------------------------------------------ what the window asks
    @property
    def context_line(self) -> str:
        return _("và hẹn lại ngày trả kết quả")

    def keys(self) -> Sequence[Hint]:
        if not self._has_rows():
            return [Hint("↑↓", _("Chọn"))] if self.rows.rows else []
        return [
            Hint("↑↓", _("Chọn")),
            Hint("Space", _("Đánh dấu")),
            Hint("Enter", _("Sửa lý do, ngày hẹn")),
            Hint("Ctrl+D", _("Một lý do cho mọi thư")),
        ]

    def actions(self) -> list[Action]:  # type: ignore[override]
        some, printed = self._has_rows, lambda: self.press.paper is not None
        rows = self.rows
        return [
            Action("Ctrl+A", _("Chọn hết"), rows.tick_all, "check", can=some),
            Action("Ctrl+D", _("Lý do này cho mọi thư đã chọn"), rows.spread_reason, "copy", can=some),
            Action("Ctrl+M", _("Sửa lý do"), rows.edit_reason, "pencil", show="bar", side="right", can=some),
            Action("M", _("Sửa lý do"), rows.edit_reason, "pencil", can=some),
            Action(
                "Ctrl+P", _("Xem cỡ thật"), self._show_true_size, "eye", can=lambda: bool(self.preview.pdf)
            ),
            Action("Ctrl+O", _("Mở thư đã in"), self.press.show_paper, "folder-open", can=printed),
            Action("Ctrl+L", _("Danh sách công khai"), self._publish, "file-text"),
        ]

    def _has_rows(self) -> bool:
        """Whether a letter of the list can still be made."""
        free = any(not made.draft.locked for made in self.rows.rows)
        return free and not self.rows.is_growing

    @property
    def main_action(self) -> Action | None:
        chosen = len(self.rows.ticked)
        if not chosen or self.rows.is_growing:
            return None
        words = _("Ghi và in {n} thư") if self.press.asked else _("Ghi số và in {n} thư")
        return Action("F12", words.format(n=chosen), self.press.press, "printer")

    def bar_widgets(self) -> Sequence[QWidget]:
        return self.foot.parts

    def panes(self) -> Sequence[QWidget]:
        return [self.rows, self.foot.signer_box, self.foot.number]

    def focus_first(self) -> None:
        (self.done.opener if self.stack.currentIndex() == _DONE else self.rows).setFocus()

    def on_enter(self, argument: Any = None) -> None:
        if isinstance(argument, str):
            self.rows.go_to(argument)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if self.press.is_fresh and not event.spontaneous():
            self.done.undoer.hide()
            self.press.is_fresh = False
            offer_undo(self, self.press.told)

    def escape(self) -> bool:
        if not self.signer_form.isHidden():
            self.signer_form.leave()
            return True
        if self.press.forget():
            return True
        focus = self.focusWidget()
        if focus is not self.rows and self.rows.isAncestorOf(focus):
            self.rows.setFocus(Qt.FocusReason.OtherFocusReason)
            return True
        return False
