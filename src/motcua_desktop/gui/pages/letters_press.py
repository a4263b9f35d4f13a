"""F12 on the page of letters: what would be recorded is said first, then it is; and taken back as one act."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from motcua_desktop.domain.errors import Refusal
from motcua_desktop.domain.numbering import short_code
from motcua_desktop.domain.paper_answers import LetterDraft, LettersMade, LettersTakenBack
from motcua_desktop.domain.paper_errors import LetterNumberSkips, LetterNumberTaken
from motcua_desktop.gui.pages import PageContext
from motcua_desktop.gui.pages.letters_foot import LettersFoot, signer_words
from motcua_desktop.gui.pages.letters_preview import MOST_PAGES
from motcua_desktop.gui.pages.letters_rows import LetterRows
from motcua_desktop.gui.pages.letters_work import LettersAsked, make_letters, span
from motcua_desktop.gui.pages.telling import keep_undo, send_paper, tell, tell_trouble
from motcua_desktop.gui.paper_view import show_pdf
from motcua_desktop.gui.widgets.bar import Bar
from motcua_desktop.gui.widgets.toast import announce
from motcua_desktop.i18n import _
from motcua_desktop.say import say


class LettersPress(QObject):
    """Two presses of F12: the first checks and says what would be recorded, the second does it.

    `changed` when there is something to confirm or no longer; `made` after letters were recorded, `gone` with
    their drafts after they were taken back.
    """

    changed = Signal()
    made = Signal()
    gone = Signal(object)

    def __init__(self, page: QWidget, context: PageContext, rows: LetterRows, foot: LettersFoot) -> None:
        super().__init__(page)
        self._page, self._context, self._rows, self._foot = page, context, rows, foot
        self.asked: LettersAsked | None = None
        self.paper: Path | None = None
        self.told, self.fate, self.count = "", "", 0
        #: The page has not been left since: its own button takes the press back.
        self.is_fresh = False
        self._busy = False
        rows.moved.connect(self._moved)
        self.summary = Bar("info", "")
        self.summary.hide()

    def show_paper(self) -> None:
        """A few letters over the page; many in the machine's own viewer, which draws what is in sight."""
        if self.paper is None:
            return
        if self.count > MOST_PAGES:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self.paper)))
        else:
            show_pdf(self._page.window(), self._context, self.paper, _("Thư xin lỗi và hẹn lại"))

    # ------------------------------------------------------------ the first press
    def press(self) -> None:
        """F12."""
        if self._busy:
            return
        if self.asked is not None:
            self._make(self.asked)
            return
        drafts = self._checked_drafts()
        first = self._foot.first
        if not drafts:
            return
        if self._foot.signer is None:
            self._refuse_signer()
            return
        if first is None:
            self._refuse_number(_("Gõ số của thư đầu tiên, như 45."))
            return
        asked = LettersAsked(tuple(drafts), self._foot.signer, first)
        self._context.tasks.ask(
            self,
            self._context.counter.letters.check_first,
            first,
            then=lambda _none: self._say(asked),
            fail=self._refused,
            name="letters asked",
        )

    def _checked_drafts(self) -> list[LetterDraft]:
        """The ticked letters; empty, with the cursor where something is missing, when one is not whole."""
        drafts: list[LetterDraft] = []
        for one in self._rows.ticked:
            if one.missing():
                return []
            draft = one.new_draft()
            assert draft is not None  # nothing is missing
            drafts.append(draft)
        return drafts

    def _is_in_sight(self, asked: LettersAsked) -> bool:
        """Whether the letter in hand, which the preview shows, is one of those."""
        current = self._rows.current
        return current is not None and current.draft.code in {draft.code for draft in asked.drafts}

    def _moved(self) -> None:
        """Another citizen's letter was taken in hand: nothing is confirmed over it."""
        if self.asked is not None and not self._is_in_sight(self.asked):
            self.forget()

    def _say(self, asked: LettersAsked) -> None:
        if not self._is_in_sight(asked):
            self._rows.go_to(asked.drafts[0].code)
        self.asked = asked
        last, year = asked.first + len(asked.drafts) - 1, self._context.counter.now().year
        numbers = span([f"{asked.first:02d}", f"{last:02d}"], year)
        signer = signer_words(asked.signer) if asked.signer else _("chưa có")
        words = _(
            "<b>{n} văn bản, số {numbers}, người ký {signer}.</b> F12 lần nữa để ghi và in, Esc để thôi."
        )
        self._tell("info", words.format(n=len(asked.drafts), numbers=numbers, signer=signer))

    def forget(self) -> bool:
        """Something was changed, or Esc: nothing is confirmed. False when nothing was asked."""
        was = self.asked is not None or self.summary.isVisible()
        self.asked = None
        self.summary.hide()
        if was:
            self.changed.emit()
        return was

    def _tell(self, kind: str, sentence: str) -> None:
        self.summary.say(kind, sentence)
        self.summary.show()
        announce(self.summary, sentence.replace("<b>", "").replace("</b>", ""))
        self.changed.emit()

    def _refuse_signer(self) -> None:
        """Nobody can sign yet: who it is can be typed right here."""
        self.asked = None
        words = _("Chưa có người ký thư. Gõ họ tên, chức vụ ở ô Người ký khác, hoặc nhập ở Cài đặt (F10).")
        self._tell("error", words)
        self._foot.other.emit()

    def _refuse_number(self, sentence: str) -> None:
        self.asked = None
        self._tell("error", sentence)
        self._foot.refuse()

    def _refused(self, error: Exception) -> None:
        self._busy = False
        if isinstance(error, (LetterNumberTaken, LetterNumberSkips)):
            self._refuse_number(say(error))
        else:
            self.forget()
            tell_trouble(self._page, say(error))

    # ------------------------------------------------------------ the second press
    def _make(self, asked: LettersAsked) -> None:
        self._busy = True
        self._context.tasks.do(
            self,
            make_letters,
            self._context.counter,
            asked,
            then=lambda answer: self._made(asked, answer),
            fail=self._refused,
            words=_("Đang làm thư xin lỗi"),
            steps=True,
        )

    def _made(self, asked: LettersAsked, answer: LettersMade) -> None:
        self._busy = False
        self._foot.forget()
        self.forget()
        left = len(asked.drafts) - len(answer.codes) - len(answer.refused)
        if answer.codes:
            self._tell_made(asked, answer, left)
        if answer.refused:
            tell_trouble(self._page, refused_words(answer.refused), "warning")
        elif left and not answer.codes:
            tell(self._page, _("Đã dừng, chưa ghi thư nào"), kind="info")

    def _tell_made(self, asked: LettersAsked, answer: LettersMade, left: int) -> None:
        """One sentence for all: how many, their numbers, what became of the paper. The page shows it."""
        words = _("Đã ghi {n} thư xin lỗi, số {numbers}").format(
            n=len(answer.codes), numbers=span(answer.numbers, answer.year)
        )
        if left:
            words += " · " + _("dừng lại, còn {left} thư chưa ghi").format(left=left)
        self.paper, self.told, self.count = answer.pdf, words, len(answer.codes)
        self.fate, self.is_fresh = self._sent(answer), True
        recorded = [draft for draft in asked.drafts if draft.code in answer.codes]
        keep_undo(self._page, words, lambda: self._take_back(recorded))
        self.made.emit()

    def _sent(self, answer: LettersMade) -> str:
        if answer.pdf_trouble is not None:
            return _("Chưa in được: {trouble}").format(trouble=say(answer.pdf_trouble))
        if answer.pdf is None:
            return ""
        return send_paper(self._context, answer.pdf, "apology")

    # ------------------------------------------------------------ Ctrl+Z
    def _take_back(self, drafts: Sequence[LetterDraft]) -> None:
        self._context.tasks.do(
            self,
            self._context.counter.letters.take_back,
            [draft.code for draft in drafts],
            then=lambda answer: self._taken_back(drafts, answer),
            fail=lambda error: tell_trouble(self._page, say(error)),
            words=_("Đang hủy thư xin lỗi"),
        )

    def _taken_back(self, drafts: Sequence[LetterDraft], answer: LettersTakenBack) -> None:
        if answer.codes:
            numbers = span(answer.numbers, self._context.counter.now().year)
            words = _("Đã hủy {n} thư, số {numbers} không dùng lại. Ngày hẹn cũ trở lại.")
            words = words.format(n=len(answer.codes), numbers=numbers)
            if self.paper is None:
                tell(self._page, words, kind="info")
            else:
                tell_trouble(self._page, words + " " + _("Bỏ các thư đã in, không gửi."), "warning")
            self.paper, self.told, self.fate, self.is_fresh = None, "", "", False
            self.gone.emit([draft for draft in drafts if draft.code in answer.codes])
        if answer.refused:
            tell_trouble(self._page, refused_words(answer.refused), "warning")


def refused_words(refused: Sequence[tuple[str, Refusal]]) -> str:
    """The first refusal with its dossier, and how many more there are."""
    code, refusal = refused[0]
    words = f"{short_code(code)}: {say(refusal)}"
    more = len(refused) - 1
    return words + (" " + _("Và {n} hồ sơ khác.").format(n=more) if more else "")
