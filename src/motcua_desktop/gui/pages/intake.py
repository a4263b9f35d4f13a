"""Receiving a dossier on one screen: what the citizen brings at left, what the office promises at right."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QHideEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget

from motcua_desktop.domain.answers import Preview
from motcua_desktop.domain.errors import Refusal
from motcua_desktop.domain.identity import Card as IdCard
from motcua_desktop.domain.identity import read_card
from motcua_desktop.gui.actions import Action, Hint
from motcua_desktop.gui.pages import PageContext
from motcua_desktop.gui.pages.intake_actions import intake_actions, intake_hints
from motcua_desktop.gui.pages.intake_answers import (
    show_no_promise,
    show_preview,
    tell_refusal,
)
from motcua_desktop.gui.pages.intake_form import IntakeForm
from motcua_desktop.gui.pages.intake_forms import DraftForm
from motcua_desktop.gui.pages.intake_known import known_person
from motcua_desktop.gui.pages.intake_last import SameAsLast
from motcua_desktop.gui.pages.intake_receiving import Receiving
from motcua_desktop.gui.pages.intake_recent import recent_receipts
from motcua_desktop.gui.pages.intake_sight import bring_into_sight
from motcua_desktop.gui.pages.intake_slip import Slips
from motcua_desktop.gui.pages.intake_values import Typed, draft_of
from motcua_desktop.gui.pages.moments import long_moment
from motcua_desktop.gui.pages.telling import tell
from motcua_desktop.gui.widgets.page import Page
from motcua_desktop.gui.window_actions import SAME_AS_LAST
from motcua_desktop.i18n import _

PREVIEW_MS, CLOCK_MS = 120, 20_000


def make(context: PageContext) -> Page:
    """The intake page."""
    return IntakePage(context)


class IntakePage(Page):
    """Types, previews, receives. The form is `form`; what stands in it is a `Typed` value."""

    def __init__(self, context: PageContext) -> None:
        super().__init__()
        self.title = _("Tiếp nhận")
        self.context, self.counter, self.tasks = context, context.counter, context.tasks
        self.busy = False
        self.same = SameAsLast(self)
        self.receiving, self.slips = Receiving(self), Slips(self)
        self._side: DraftForm | None = None
        self._before_side: QWidget | None = None
        self._minute = ""
        self.form = IntakeForm(context, self.counter.intake.new_uid())
        self.form.put_into(self)
        self._wait = QTimer(self, singleShot=True, interval=PREVIEW_MS)
        self._wait.timeout.connect(self._ask_preview)
        self._clock = QTimer(self, interval=CLOCK_MS)
        self._clock.timeout.connect(self._minute_passed)
        self._clock.start()
        QApplication.instance().focusChanged.connect(self._focus_moved)  # type: ignore[union-attr]
        form = self.form
        form.edited.connect(self._edited)
        form.edited.connect(self.receiving.next_begun)
        form.procedure.chosen.connect(lambda _entry: self.stated.emit())
        form.procedure.go_on.connect(self._procedure_done)
        form.person.known_wanted.connect(self._look_known)
        # Told while the focus is on its way: only then is it known where it must not stay.
        form.person.card_typed.connect(self._take_card, Qt.ConnectionType.QueuedConnection)
        form.start_anew.connect(self.start_anew)
        form.panel.form_closed.connect(self._side_closed)
        form.grown.connect(self._follow)
        form.recent.reprint.connect(self.slips.reprint)

    # ------------------------------------------------------------ what the frame reads
    @property
    def context_line(self) -> str:
        if self.form.is_stacked and self.form.promised:
            return self.form.promised
        kind = _("Như hồ sơ trước") if self.form.same_as else _("Hồ sơ mới")
        return f"{kind}, {long_moment(self.counter.now())}"

    def keys(self) -> list[Hint]:
        return intake_hints(self)

    def actions(self) -> list[Action]:  # type: ignore[override]
        return intake_actions(self)

    @property
    def main_action(self) -> Action:
        side = self.side
        if side is not None:
            return Action("F12", side.confirm, side.run, "check", can=lambda: not self.busy)
        return Action(
            "F12", _("Nhận và in giấy hẹn"), self.receiving.receive, "printer", can=lambda: not self.busy
        )

    @property
    def side(self) -> DraftForm | None:
        """The short form in the side panel."""
        return self._side if self._side is not None and self.form.panel.form is not None else None

    def open_side(self, form: DraftForm) -> None:
        """Slide a short form in; when it leaves, the cursor goes back to where it is now."""
        focus = self.window().focusWidget()
        if focus in self.form.cursor.order():
            self._before_side = focus
        self._side = form
        self.form.panel.open_form(form.title, form)
        for area in self.form.panel.findChildren(QScrollArea):
            if area.isAncestorOf(form):  # a sentence below its last field may need what is not in sight
                area.verticalScrollBar().rangeChanged.connect(lambda *_range: self._follow())
        (form.focusProxy() or form).setFocus()
        self.stated.emit()

    def _side_closed(self) -> None:
        self._side = None
        self.stated.emit()

    def close_side(self) -> bool:
        """Take the side panel's form or paper away; False when there was none. The cursor goes back."""
        was_form, self._side = self.side is not None, None
        closed = self.form.panel.close_form()
        if was_form:
            self.form.cursor.come_back(self._before_side)
        self.stated.emit()
        return closed

    def enter(self) -> None:
        """Enter: what the short form makes of it, the folded applicant opens, else the next input."""
        side, line = self.side, self.form.person_part.line
        focus: QWidget | None = self.window().focusWidget()
        if focus is line.change:
            line.opened.emit()
        elif side is None or (focus is not None and self.form.left.isAncestorOf(focus)):
            self.form.cursor.go_next()
        else:
            side.enter()

    def panes(self) -> list[QWidget]:
        return self.form.cursor.panes()

    def unsaved(self) -> str:
        typed = self.form.typed()
        if typed.procedure is None or typed.person.is_empty:
            return ""
        return _("Hồ sơ đang nhập chưa được nhận. Thoát bây giờ sẽ mất những gì đã nhập.")

    # ------------------------------------------------------------ coming and going
    def on_enter(self, argument: Any = None) -> None:
        if argument == SAME_AS_LAST:
            self.same.start()
        self.tasks.ask(
            self,
            self.counter.office.names,
            "frequent_papers",
            then=self.form.copies.set_frequent,
            name="frequent",
        )
        self._ask_recent()
        self._edited()

    def hideEvent(self, event: QHideEvent) -> None:
        """Another page, or the window closes: no question may start after that."""
        self._wait.stop()
        self.form.close_lists()
        super().hideEvent(event)

    def focus_first(self) -> None:
        focus: QWidget | None = self.window().focusWidget()
        if self.form.same_as:
            self.form.cursor.after_person().setFocus()
        elif self.form.typed().is_empty:
            self.form.procedure.edit.setFocus()
        elif focus is None or not self.isAncestorOf(focus):
            self.form.cursor.come_back()

    def refresh(self) -> None:
        self._ask_recent()
        self._edited()

    def escape(self) -> bool:
        if self.form.close_lists() or self.close_side():
            return True
        typed = self.form.typed()
        if typed.is_empty and not self.form.same_as:
            return False
        same = self.form.same_as
        self.start_anew()
        if not typed.is_empty:
            tell(self, _("Đã bỏ hồ sơ đang nhập"), lambda: self.fill(typed, same))
        return True

    def start_anew(self) -> None:
        """An empty form with a new identity, the cursor in Procedure."""
        self.fill(Typed(self.counter.intake.new_uid()), "")
        self.form.procedure.edit.setFocus()

    def fill(self, typed: Typed, same_as: str) -> None:
        """Put a draft in; `same_as` names the dossier it was made like."""
        self.form.fill(typed, same_as)
        self._ask_recent()
        self._edited()
        self.stated.emit()

    def scanned(self, text: str) -> bool:
        card = read_card(text)
        if card is None:
            return False
        self._take_card(card)
        return True

    def _take_card(self, card: IdCard) -> None:
        self.form.take_card(card)
        self._edited()
        self.form.cursor.after_scan().setFocus()

    def _procedure_done(self) -> None:
        self.form.cursor.after_procedure().setFocus()

    def _focus_moved(self, _old: QWidget | None, new: QWidget | None) -> None:
        bring_into_sight(self, new)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The page has grown (a line more, a sentence): what is typed in stays in sight."""
        super().resizeEvent(event)
        self._follow()

    def _follow(self) -> None:
        bring_into_sight(self, self.window().focusWidget())

    # ------------------------------------------------------------ live answers
    def _edited(self) -> None:
        self._wait.start()

    def _ask_preview(self) -> None:
        typed = self.form.typed()
        if typed.procedure is None:
            show_no_promise(self.form)
            return
        try:
            draft = draft_of(typed, self.counter.now().date())
        except Refusal as refusal:
            tell_refusal(self.form, refusal)
            return
        self.tasks.ask(self, self.counter.intake.preview, draft, then=self._show_preview, name="preview")

    def _show_preview(self, answer: Preview) -> None:
        show_preview(self.form, answer, self.counter.now())
        if self.form.is_stacked:
            self.stated.emit()

    def _look_known(self, number: str) -> None:
        self.tasks.ask(self, known_person, self.counter, number, then=self.form.offer_known, name="known")

    def _ask_recent(self) -> None:
        recent = self.form.recent
        if self.form.same_as:  # only then is the list in sight
            self.tasks.ask(
                self, recent_receipts, self.counter, recent.paid, then=recent.show_recent, name="recent"
            )

    def _minute_passed(self) -> None:
        now = f"{self.counter.now():%H:%M}"
        if self.isVisible() and now != self._minute:
            self._minute = now
            self.stated.emit()
            self._edited()

    # ------------------------------------------------------------ receiving
    def set_busy(self, busy: bool) -> None:
        """Something of this page is being written: F12 waits."""
        self.busy = busy
        self.stated.emit()

    def not_received(self, error: Exception) -> None:
        """Say why, beside the field it belongs to; what was typed stays."""
        self.receiving.refused(error)

    def ask_preview(self) -> None:
        """Ask at once what receiving now would promise."""
        self._wait.stop()
        self._ask_preview()
