"""F12: the draft becomes a dossier, the slip is printed, and a receipt that was a mistake is taken back."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from motcua_desktop.domain.answers import Done, Received
from motcua_desktop.domain.dossier import Dossier
from motcua_desktop.domain.errors import Refusal
from motcua_desktop.domain.lifecycle import Status
from motcua_desktop.gui.pages.intake_answers import go_to_doubted, is_ready_to_receive, tell_refusal
from motcua_desktop.gui.pages.intake_values import Typed, draft_of
from motcua_desktop.gui.pages.intake_words import AT_THE_COUNTER, due_day
from motcua_desktop.gui.pages.telling import take_back, tell, tell_trouble
from motcua_desktop.i18n import _
from motcua_desktop.say import say

if TYPE_CHECKING:
    from motcua_desktop.gui.pages.intake import IntakePage

DEAR = 1_000_000
"""Đồng for copies that are asked about once: five papers at the cap, or a number typed twice over."""


class Receiving:
    """What F12 does on the intake page."""

    def __init__(self, page: IntakePage) -> None:
        self._page = page
        self._stands: tuple[Dossier, Typed] | None = None
        self._undated = self._looked_at = self._dear = self._why = ""

    def receive(self) -> None:
        """Receive what is typed; nothing while something is being written or missing."""
        page = self._page
        if page.busy or not is_ready_to_receive(page.form):
            return
        typed = page.form.typed()
        try:
            draft = draft_of(typed, page.counter.now().date())
        except Refusal as refusal:
            tell_refusal(page.form, refusal, go=True)
            return
        if self._asks_for_letters(typed) or self._asks_for_term(typed) or self._asks_for_sum(typed):
            return
        page.set_busy(True)
        page.tasks.do(
            page,
            page.counter.intake.receive,
            draft,
            then=lambda answer: self._received(answer, typed),
            fail=self.refused,
            words=_("Đang ghi hồ sơ"),
        )

    def _asks_for_letters(self, typed: Typed) -> bool:
        """Whether what a damaged card filled is shown before it is printed; once as long as it stays so."""
        who = typed.person
        asked, self._looked_at = self._looked_at, f"{typed.uid} {typed.doubts} {who.name} {who.address}"
        if not any(typed.doubts) or asked == self._looked_at:
            return False
        go_to_doubted(self._page.form)
        return True

    def _asks_for_term(self, typed: Typed) -> bool:
        """Whether a term is asked for before a slip promises no day; once for each draft."""
        procedure = typed.procedure
        if procedure is None or procedure.term is not None or typed.term.strip():
            return False
        asked, self._undated = self._undated, f"{typed.uid} {procedure.code} {typed.term_reason}"
        if asked == self._undated:
            return False
        self._page.form.promise.ask_for_term()
        return True

    def _asks_for_sum(self, typed: Typed) -> bool:
        """Whether a sum for copies that large is meant; once as long as pages and copies stay so."""
        copies = self._page.form.copies
        if not self._page.form.is_copying or copies.charged < DEAR:
            return False
        asked, self._dear = self._dear, f"{typed.uid} {typed.lines} {copies.charged}"
        if asked == self._dear:
            return False
        copies.ask_again()
        return True

    def _received(self, answer: Received, typed: Typed) -> None:
        page = self._page
        page.same.last = typed
        self._stands = None
        dossier, at = answer.dossier, answer.dossier.appointment_at
        page.set_busy(False)
        page.start_anew()
        said = _("Đã nhận {code}")
        if at is not None:
            said = _("Đã nhận {code}, hẹn trả {at}")
        when = f"{at:%H:%M} {due_day(at, page.counter.now().date())}" if at else ""
        tell(page, said.format(code=dossier.short_code, at=when), lambda: self._take_back(dossier, typed))
        if answer.slip_trouble:
            trouble = _("Hồ sơ {code} đã lưu, chưa có giấy hẹn. {why}")
            tell_trouble(page, trouble.format(code=dossier.short_code, why=answer.slip_trouble), "warning")
        elif answer.slip is not None:
            page.slips.print_or_show(answer.slip, dossier.short_code)
        page.form.procedure.edit.setFocus()

    def refused(self, error: Exception) -> None:
        """Say why, beside the field it belongs to; what was typed stays."""
        page = self._page
        page.set_busy(False)
        if isinstance(error, Refusal) and tell_refusal(page.form, error, go=True):
            page.form.tried = True
            page.ask_preview()
            return
        kept = _("Hồ sơ chưa được ghi, những gì đã nhập còn nguyên.")
        tell_trouble(page, f"{say(error)} {kept}")

    # ------------------------------------------------------------ what cannot be taken back
    def stands(self, dossier: Dossier, typed: Typed) -> None:
        """A refusal or a request for papers was written: the citizen's paper says so."""
        self._stands = (dossier, typed)

    @property
    def has_stood(self) -> bool:
        """Whether the last act of this page was one that no Ctrl+Z takes back."""
        return self._stands is not None

    def tell_why_it_stands(self) -> None:
        """Ctrl+Z after it: which article, and what can be done instead. What was typed of a dossier that was
        refused comes back, unless another is being typed already."""
        if self._stands is None:
            return
        page, (dossier, typed) = self._page, self._stands
        words = _(
            "Yêu cầu bổ sung {code} đã ghi, không hoàn tác được ({article}). "
            "Đủ giấy thì tìm lại hồ sơ, bấm N."
        )
        if dossier.status is Status.NOT_ACCEPTED:
            words = _(
                "Từ chối {code} đã ghi, không hoàn tác được ({article}). "
                "Nhận lại thì thành hồ sơ mới, có mã khác."
            )
            if page.form.typed().is_empty:
                page.fill(replace(typed, uid=page.counter.intake.new_uid()), "")
                page.form.cursor.come_back()
                self._stands = None
        self._why = words.format(code=dossier.short_code, article=AT_THE_COUNTER)
        tell(page, self._why, kind="info")

    def next_begun(self) -> None:
        """Another dossier is typed or received: why the one before it stands is no longer asked."""
        if self._why and not self._page.form.typed().is_empty:
            take_back(self._page, self._why)
            self._why = ""

    # ------------------------------------------------------------ a receipt that was a mistake
    def _take_back(self, dossier: Dossier, typed: Typed, *, is_meant: bool = False) -> None:
        """Nothing brings a number back: while the next person is being typed it takes a second Ctrl+Z."""
        page = self._page
        if not is_meant and not page.form.typed().person.is_empty:
            words = _("Đang nhập hồ sơ khác. Bấm Ctrl+Z lần nữa để hủy {code} của {name}.")
            said = words.format(code=dossier.short_code, name=dossier.applicant.name)
            tell(page, said, lambda: self._take_back(dossier, typed, is_meant=True), kind="warning")
            return
        page.tasks.do(
            page,
            page.counter.intake.take_back,
            dossier.code,
            _("Nhận nhầm, hủy tại quầy"),
            then=lambda done: self._taken_back(done, typed),
            fail=lambda error: tell_trouble(page, say(error)),
        )

    def _taken_back(self, done: Done, typed: Typed) -> None:
        """The typed comes back under a new identity, unless another dossier is being typed already."""
        page = self._page
        words = _("Đã hủy {code} vì nhận nhầm, số không dùng lại. Thu lại giấy hẹn đã in.")
        tell(page, words.format(code=done.dossier.short_code), kind="info")
        if page.isVisible() and page.form.typed().is_empty:
            page.close_side()
            page.fill(replace(typed, uid=page.counter.intake.new_uid()), "")
            page.form.cursor.come_back()
