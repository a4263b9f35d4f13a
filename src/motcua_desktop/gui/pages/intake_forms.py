"""Short forms of the intake page: supplement, refusal, earlier date; and the preview of the slip."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPlainTextEdit, QVBoxLayout, QWidget

from motcua_desktop.domain.answers import Done, Preview
from motcua_desktop.domain.dossier import Draft
from motcua_desktop.domain.errors import ReasonMissing, Refusal
from motcua_desktop.domain.lifecycle import Move
from motcua_desktop.gui.pages.forms.moment import parse_moment, typed_moment
from motcua_desktop.gui.pages.forms.moves import ground_words
from motcua_desktop.gui.pages.forms.short_form import reason_choices
from motcua_desktop.gui.pages.intake_answers import is_ready_to_receive, tell_refusal
from motcua_desktop.gui.pages.intake_values import draft_of
from motcua_desktop.gui.pages.intake_words import AT_THE_COUNTER, shown_name
from motcua_desktop.gui.pages.moments import long_moment
from motcua_desktop.gui.pages.telling import tell, tell_trouble
from motcua_desktop.gui.theme import fixed, margins, spacing
from motcua_desktop.gui.widgets.button import Button
from motcua_desktop.gui.widgets.field import Field
from motcua_desktop.gui.widgets.inputs import ComboBox
from motcua_desktop.gui.widgets.text import label
from motcua_desktop.i18n import _
from motcua_desktop.say import say

if TYPE_CHECKING:
    from motcua_desktop.counter.counter import Counter
    from motcua_desktop.gui.pages.intake import IntakePage


class DraftForm(QWidget):
    """A form about what is being typed. `title` stands above, `confirm` on the button, F12 runs it."""

    title, confirm = "", ""

    def __init__(self, page: IntakePage) -> None:
        super().__init__()
        self.page = page
        self.column = QVBoxLayout(self)
        margins(self.column, 16, 12, 16, 12)
        spacing(self.column, 12)

    def finish(self, article: str) -> None:
        """Room below, and the article that stands behind the form."""
        self.column.addStretch(1)
        self.column.addWidget(label(article, "hint", wrap=True))

    def run(self) -> None:
        """Do what the form is for."""
        raise NotImplementedError

    def enter(self) -> None:
        """Enter in the form: its main button, where what it does can be taken back."""
        self.run()

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab behind the last input goes to the filled button, not to whatever follows in the window: what is
        typed on there would be lost."""
        inputs, focus = self._inputs(), self.window().focusWidget()
        main = next((b for b in self.window().findChildren(Button) if b.is_main and b.isVisible()), None)
        if forward and inputs and focus is inputs[-1] and main is not None:
            main.setFocus(Qt.FocusReason.TabFocusReason)
            return True
        return super().focusNextPrevChild(forward)

    def _inputs(self) -> list[QWidget]:
        """What Tab stops at, in its order."""
        found, widget = [], self.nextInFocusChain()
        while widget is not None and widget is not self:
            takes_tab = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus) and widget.focusProxy() is None
            if takes_tab and self.isAncestorOf(widget) and widget.isVisible() and widget.isEnabled():
                found.append(widget)
            widget = widget.nextInFocusChain()
        return found


class _NotReceived(DraftForm):
    """The dossier is registered without being received, and the citizen gets a paper that says why."""

    def enter(self) -> None:
        """A paper for the citizen is written with F12 alone."""

    def _keep(self, act: Callable[[Counter, str], Done], words: str) -> None:
        page = self.page
        draft = _draft(page)
        if draft is None:
            return

        def work() -> Done:
            registered = page.counter.online.register(draft).dossier
            return act(page.counter, registered.code)

        page.set_busy(True)
        page.tasks.do(page, work, then=lambda done: _kept(page, done, words), fail=self._refused)

    def _refused(self, error: Exception) -> None:
        self.page.set_busy(False)
        if not (isinstance(error, Refusal) and self._beside(error)):
            tell_trouble(self.page, say(error))

    def _beside(self, refusal: Refusal) -> bool:
        if refusal.field == "reason":
            self.reason.fail(say(refusal))
            self.reason.edit.setFocus()
            return True
        return tell_refusal(self.page.form, refusal, go=True)

    def _add_reason(self, kind: str, hint: str = "") -> None:
        choice = ComboBox(reason_choices(kind))
        choice.setEditable(True)
        self.reason = Field(_("Lý do"), choice, hint=hint)
        self.column.addWidget(self.reason)


class SupplementForm(_NotReceived):
    """What is missing, said once and completely."""

    def __init__(self, page: IntakePage) -> None:
        super().__init__(page)
        self.title, self.confirm = _("Yêu cầu bổ sung"), _("Ghi và in phiếu")
        self.content = QPlainTextEdit("\n".join(missing_papers(page)))
        self.content.setTabChangesFocus(True)
        fixed(self.content, height=160)
        hint = _("Mỗi dòng một giấy tờ, in nguyên văn trên phiếu")
        self._lines = Field(_("Cần bổ sung, hoàn thiện"), self.content, hint=hint)
        self.column.addWidget(self._lines)
        self._add_reason("supplement")
        self.setFocusProxy(self.content)
        self.finish(_("Hồ sơ chưa được tiếp nhận, thời hạn chưa tính. {article}").format(
            article=AT_THE_COUNTER
        ))  # fmt: skip

    def run(self) -> None:
        content, reason = self.content.toPlainText(), self.reason.text()
        if not content.strip():  # the citizen is told once and completely
            self._lines.fail(_("Chưa ghi cần bổ sung những gì. Ghi mỗi giấy tờ một dòng."))
            self.content.setFocus()
            return
        self._keep(
            lambda counter, code: counter.online.ask_completion(code, content, reason),
            _("Đã ghi yêu cầu bổ sung {code}"),
        )


class RefusalForm(_NotReceived):
    """Why the dossier is not received."""

    def __init__(self, page: IntakePage) -> None:
        super().__init__(page)
        self.title, self.confirm = _("Từ chối tiếp nhận"), _("Ghi và in phiếu từ chối")
        self._add_reason("refuse", ground_words())
        if isinstance(self.reason.edit, ComboBox):  # why stands on a signed paper: nobody chooses for them
            self.reason.edit.leave_open(_("Chọn (↓) hoặc gõ lý do"))
        self.setFocusProxy(self.reason.edit)
        self.finish(AT_THE_COUNTER)

    def run(self) -> None:
        reason = self.reason.text()
        if not reason.strip():  # before the dossier is registered
            self._beside(ReasonMissing(Move.NOT_ACCEPT))
            return
        self._keep(
            lambda counter, code: counter.online.not_accept(code, reason),
            _("Đã ghi từ chối tiếp nhận {code}"),
        )


class EarlierForm(DraftForm):
    """An earlier promise than the legal limit; empty takes it back."""

    def __init__(self, page: IntakePage) -> None:
        super().__init__(page)
        self.title, self.confirm = _("Hẹn trả sớm hơn"), _("Đặt ngày hẹn")
        self._example = f"{page.counter.now():%H:%M %d/%m}"
        self.at = Field(_("Hẹn trả lúc"), aside=_("giờ và ngày"), hint=self._how())
        kept = page.form.typed().appointment
        if kept is not None:
            self.at.set_text(typed_moment(kept))
        self.at.edited.connect(self._say_day)
        self.limit = label("", "second", wrap=True)
        self.column.addWidget(self.at)
        self.column.addWidget(self.limit)
        self._ask(kept, self._say_limit)
        self.setFocusProxy(self.at.edit)
        self.finish(_("Không muộn hơn hạn giải quyết. Để trống là hẹn theo hạn."))

    def _ask(self, at: datetime | None, then: Callable[[Preview], None]) -> None:
        """What the counter says to this time."""
        draft = _draft(self.page)
        if draft is not None:
            wish = replace(draft, appointment=at)
            self.page.tasks.ask(self, self.page.counter.intake.preview, wish, then=then, name="earlier")

    def _say_limit(self, answer: Preview) -> None:
        trace = answer.trace
        if trace is not None:
            self.limit.setText(_("Hạn giải quyết: {at}").format(at=long_moment(trace.due.at)))
            self._example = f"{trace.due.at:%H:%M %d/%m}"
            if not self.at.text() and not self.at.state:
                self.at.calm(self._how())

    def _how(self) -> str:
        """How a time is typed, with one that could stand there."""
        return _("Gõ như {example}").format(example=self._example)

    def _say_day(self, text: str) -> None:
        at = parse_moment(text, self.page.counter.now())
        self.at.calm(long_moment(at) if at else self._how())

    def run(self) -> None:
        text, page = self.at.text().strip(), self.page
        at = parse_moment(text, page.counter.now()) if text else None
        if text and at is None:
            words = _("“{text}” không phải giờ và ngày. Gõ như {example}.")
            self.at.fail(words.format(text=text, example=self._example))
            return
        if at is not None and at < page.counter.now():
            self.at.fail(_("Giờ hẹn đã qua. Chọn giờ sau lúc này."))
            return
        self._ask(at, lambda answer: self._weighed(at, answer))

    def _weighed(self, at: datetime | None, answer: Preview) -> None:
        """Later than the limit, or while nobody is there to return the result: said beside the field."""
        refused = next((refusal for refusal in answer.refusals if refusal.field == "appointment"), None)
        if refused is not None:
            self.at.fail(say(refused))
        else:
            self.page.form.set_appointment(at)
            self.page.close_side()


def missing_papers(page: IntakePage) -> list[str]:
    """Names of the required papers that are not ticked."""
    typed = page.form.typed()
    if typed.procedure is None or page.form.is_copying:
        return []
    required = typed.procedure.required(typed.channel.value)
    return [shown_name(component) for component in required if component.number not in typed.ticked]


def open_form(page: IntakePage, form: DraftForm) -> None:
    """Slide a form in; the filled button of the page, F12, is the form's now."""
    page.open_side(form)


def show_specimen(page: IntakePage) -> None:
    """The slip as it would be printed now, at its true size (Ctrl+P)."""
    from motcua_desktop.gui.paper_view import show_pdf

    draft = _draft(page)
    if draft is None:
        return
    page.tasks.ask(
        page,
        page.counter.intake.specimen,
        draft,
        then=lambda pdf: show_pdf(page.window(), page.context, pdf, _("Xem trước giấy hẹn")),
        fail=page.not_received,
        words=_("Đang vẽ giấy hẹn"),
    )


def _draft(page: IntakePage) -> Draft | None:
    """The draft as typed, None where something in it is no value at all; that is said beside its field."""
    if not is_ready_to_receive(page.form):
        return None
    try:
        return draft_of(page.form.typed(), page.counter.now().date())
    except Refusal as refusal:
        tell_refusal(page.form, refusal, go=True)
        return None


def _kept(page: IntakePage, done: Done, words: str) -> None:
    typed = page.form.typed()
    page.set_busy(False)
    page.close_side()
    page.start_anew()
    page.receiving.stands(done.dossier, typed)
    if done.paper is not None:
        page.slips.print_or_show(done.paper, done.dossier.short_code)
    elif done.paper_trouble:
        tell_trouble(page, done.paper_trouble, "warning")
    tell(page, words.format(code=done.dossier.short_code))
    page.form.procedure.edit.setFocus()
