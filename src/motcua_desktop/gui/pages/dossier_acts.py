"""What can be done to the dossier in sight, by key: for a list with its panel and for the dossier's page."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import shiboken6
from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication, QWidget

from motcua_desktop.domain.answers import Done
from motcua_desktop.domain.errors import Refusal
from motcua_desktop.domain.lifecycle import RULES, Move, Status
from motcua_desktop.gui.actions import Action
from motcua_desktop.gui.pages import PageContext
from motcua_desktop.gui.pages.dossier_view import DossierView
from motcua_desktop.gui.pages.forms.correct import CorrectForm
from motcua_desktop.gui.pages.forms.give_back import GiveBackForm
from motcua_desktop.gui.pages.forms.moves import (
    HandOverForm,
    RefuseForm,
    StopForm,
    SupplementForm,
    WithdrawForm,
)
from motcua_desktop.gui.pages.forms.promises import ApologyForm, EarlierForm
from motcua_desktop.gui.pages.forms.short_form import Act, ShortForm
from motcua_desktop.gui.pages.telling import print_paper, tell, tell_trouble
from motcua_desktop.gui.pages.trace_view import TraceView
from motcua_desktop.gui.widgets.button import Button
from motcua_desktop.gui.widgets.page import Page
from motcua_desktop.gui.widgets.side_panel import SidePanel
from motcua_desktop.i18n import _
from motcua_desktop.say import say, say_warning

FORMS: dict[Move, type[ShortForm]] = {
    Move.RETURN: GiveBackForm,
    Move.ASK_SUPPLEMENT: SupplementForm,
    Move.HAND_OVER: HandOverForm,
    Move.APOLOGISE: ApologyForm,
    Move.PROMISE_EARLIER: EarlierForm,
    Move.REFUSE: RefuseForm,
    Move.WITHDRAW: WithdrawForm,
    Move.STOP: StopForm,
    Move.CORRECT: CorrectForm,
}


@dataclass(frozen=True, slots=True)
class _Key:
    key: str
    words: Callable[[], str]
    icon: str


KEYS: dict[Move, _Key] = {
    Move.RESULT_READY: _Key("K", lambda: _("Có kết quả"), "circle-check"),
    Move.RETURN: _Key("T", lambda: _("Trả"), "check-check"),
    Move.ASK_SUPPLEMENT: _Key("B", lambda: _("Bổ sung"), "circle-pause"),
    Move.COMPLETE: _Key("N", lambda: _("Đã bổ sung"), "paperclip"),
    Move.HAND_OVER: _Key("C", lambda: _("Chuyển"), "send"),
    Move.APOLOGISE: _Key("X", lambda: _("Xin lỗi"), "mail"),
    Move.PROMISE_EARLIER: _Key("Ctrl+H", lambda: _("Hẹn sớm hơn"), "calendar-clock"),
    Move.REFUSE: _Key("G", lambda: _("Từ chối"), "ban"),
    Move.WITHDRAW: _Key("R", lambda: _("Rút hồ sơ"), "undo-2"),
    Move.STOP: _Key("D", lambda: _("Dừng"), "circle-x"),
    Move.CLOSE: _Key("", lambda: _("Đóng hồ sơ"), "archive"),
    Move.CORRECT: _Key("E", lambda: _("Sửa người nộp"), "pencil"),
}
"""Keys of the moves, in the order they are offered when none is likelier."""


def likeliest(view: DossierView) -> Move | None:
    """The next step most dossiers in this state take."""
    dossier = view.dossier
    if dossier.status in (Status.RESULT_READY, Status.REFUSED):
        return Move.RETURN
    if dossier.status is Status.WAITING:
        return Move.COMPLETE
    if view.left is not None and view.left.late and not dossier.apologies:
        return Move.APOLOGISE
    first = Move.RESULT_READY
    if dossier.status is Status.RECEIVED and view.left is not None and view.left.days_away >= 1:
        first = Move.HAND_OVER
    return first if view.may(first) else None


class DossierActs(QObject):
    """Runs the moves of one dossier. `changed` when what can be done, or the open form, is another.

    page: where toasts go and whose tasks own the work. panel: where forms open. view: the dossier in sight,
    or None.
    """

    changed = Signal()

    def __init__(
        self, page: Page, context: PageContext, panel: SidePanel, view: Callable[[], DossierView | None]
    ) -> None:
        super().__init__(page)
        self._page, self._context, self._panel, self._view = page, context, panel, view
        self._form: ShortForm | None = None
        self._busy = False
        self._focus_before: QWidget | None = None
        panel.form_closed.connect(self._form_gone)

    # ------------------------------------------------------------ the table of keys
    def actions(self) -> list[Action]:
        """Keys of the dossier in sight; while a form is open only its own."""
        if self._form is not None:
            return [
                Action("F12", self._form.confirm, self.confirm, "check"),
                Action("Return", self._form.confirm, self.confirm, "check"),
            ]
        view = self._view()
        if view is None:
            return []
        return [*self.moves(view), *self._reading(view)]

    def moves(self, view: DossierView) -> list[Action]:
        """The moves the counter allows, the likeliest first."""
        first = likeliest(view)
        order = sorted(
            (
                move
                for move in KEYS
                if view.may(move) and not (move is Move.APOLOGISE and view.dossier.apologies)
            ),
            key=lambda move: (move is not first, list(KEYS).index(move)),
        )
        return [Action(KEYS[m].key, KEYS[m].words(), partial(self.start, m), KEYS[m].icon) for m in order]

    def _reading(self, view: DossierView) -> list[Action]:
        return [
            Action("V", _("Vì sao hẹn ngày này"), self.why, "calculator", can=lambda: view.trace is not None),
            Action("P", _("In lại giấy hẹn"), self.print_again, "printer", show="status"),
        ]

    # ------------------------------------------------------------ acts
    def start(self, move: Move) -> None:
        """Do the move, or open the form it needs."""
        view = self._view()
        if view is None or not view.may(move) or self._busy:
            return
        form = FORMS.get(move)
        if form is None:
            self._do(_plain_act(move, view.dossier.code), lambda done: _plain_words(move, done), move)
            return
        made = form(view)
        made.entered.connect(self.confirm)
        button = Button(made.confirm, self.confirm, key="F12", kind="main", small=True)
        leave = Button(_("Bỏ"), self._panel.close_form, key="Esc", small=True)
        self._open(made.title, made, leave, button)
        handling, code = self._context.counter.handling, view.dossier.code
        if isinstance(made, ApologyForm):
            self._context.tasks.ask(made, handling.propose_new_date, code, then=made.propose)
        elif isinstance(made, SupplementForm):
            self._context.tasks.ask(made, handling.supplement_warnings, code, then=made.caution)

    def _open(self, title: str, form: QWidget, *buttons: Button) -> None:
        self._panel.close_form()
        self._focus_before = QApplication.focusWidget()
        self._form = form if isinstance(form, ShortForm) else None
        self._panel.open_form(title, form, *buttons)
        form.setFocus()
        self.changed.emit()

    def _form_gone(self) -> None:
        self._form = None
        self.changed.emit()
        before, self._focus_before = self._focus_before, None
        if before is not None and shiboken6.isValid(before) and before.isVisible():
            before.setFocus()
        else:
            self._page.focus_first()

    def confirm(self) -> None:
        """F12 or Enter in the open form."""
        form = self._form
        if form is None or self._busy:
            return
        try:
            act = form.act()
        except Refusal as refusal:
            form.refused(refusal)
            return
        self._do(act, form.done_words, form.what, form)

    def _do(self, act: Act, words: Callable[[Done], str], move: Move, form: ShortForm | None = None) -> None:
        self._busy = True

        def done(answer: Done) -> None:
            self._busy = False
            if form is not None and self._form is form:
                self._panel.close_form()
            self._tell(answer, words(answer), move)

        def failed(error: Exception) -> None:
            self._busy = False
            if form is not None and self._form is form:
                form.refused(error)
            else:
                tell_trouble(self._page, say(error))

        self._context.tasks.do(self._page, act, self._context.counter, then=done, fail=failed)

    def _tell(self, done: Done, words: str, move: Move) -> None:
        undo: Callable[[], object] | None = None
        if RULES[move].undoable:
            code = done.dossier.code
            undo = lambda: self._undo(code)  # noqa: E731
        tell(self._page, words, undo)
        if done.paper_trouble:
            tell_trouble(self._page, done.paper_trouble, "warning")
        elif done.warnings:
            tell_trouble(self._page, " ".join(map(say_warning, done.warnings)), "warning")
        if done.paper is not None:
            print_paper(self._page, self._context, done.paper)

    def _undo(self, code: str) -> None:
        self._context.tasks.do(
            self._page,
            self._context.counter.handling.undo,
            code,
            then=lambda done: tell(self._page, _("Đã hoàn tác {code}").format(code=done.dossier.short_code)),
            fail=lambda error: tell_trouble(self._page, say(error)),
        )

    # ------------------------------------------------------------ reading
    def why(self) -> None:
        """The trace of the due date, in place of the dossier."""
        view = self._view()
        if view is None or view.trace is None:
            return
        leave = Button(_("Đóng"), self._panel.close_form, key="Esc", small=True)
        self._open(_("Vì sao hẹn ngày này"), TraceView(view.trace), leave)

    def print_again(self) -> None:
        """Print the receipt once more; it is marked as a reprint."""
        view = self._view()
        if view is None:
            return
        self._context.tasks.do(
            self._page,
            self._context.counter.paper.issue,
            view.dossier,
            "receipt",
            then=self._printed_again,
            fail=lambda error: tell_trouble(self._page, say(error)),
        )

    def _printed_again(self, path: Path) -> None:
        tell(self._page, _("Đã in lại giấy hẹn"))
        print_paper(self._page, self._context, path)


def _plain_act(move: Move, code: str) -> Act:
    return {
        Move.RESULT_READY: lambda counter: counter.handling.result_ready(code),
        Move.COMPLETE: lambda counter: counter.handling.complete(code),
        Move.CLOSE: lambda counter: counter.handling.close(code),
    }[move]


def _plain_words(move: Move, done: Done) -> str:
    code = done.dossier.short_code
    return {
        Move.RESULT_READY: _("Đã báo có kết quả {code}"),
        Move.COMPLETE: _("Đã nhận bổ sung {code}"),
        Move.CLOSE: _("Đã đóng hồ sơ {code}"),
    }[move].format(code=code)
