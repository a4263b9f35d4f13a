"""The short form that stands in a side panel: its keys, what is done with it, what is told afterwards."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import shiboken6
from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from motcua_desktop.domain.answers import Done
from motcua_desktop.domain.errors import Refusal
from motcua_desktop.domain.lifecycle import Move
from motcua_desktop.gui.actions import Action, Hint
from motcua_desktop.gui.pages import PageContext
from motcua_desktop.gui.pages.forms.plain import undone_words
from motcua_desktop.gui.pages.forms.short_form import ShortForm
from motcua_desktop.gui.pages.telling import print_paper, tell, tell_trouble
from motcua_desktop.gui.pages.typed_days import go_to
from motcua_desktop.gui.widgets.button import Button
from motcua_desktop.gui.widgets.page import Page
from motcua_desktop.gui.widgets.side_panel import SidePanel
from motcua_desktop.i18n import _
from motcua_desktop.say import say, say_warning

if TYPE_CHECKING:
    from motcua_desktop.counter.counter import Counter


class FormHost(QObject):
    """Holds one form at a time. Enter does what needs no reason and can be taken back, F12 everything. What
    was written in a form that is left stands there again when it is opened for that dossier the next time.

    Signals: `changed` when what can be done, or the open form, is another; `strayed` carries letters typed
    one after the other, which were no keys of the list (a name meant for the search field).
    page: where toasts go and whose tasks own the work. panel: where forms open.
    """

    changed = Signal()
    strayed = Signal(str)

    def __init__(self, page: Page, context: PageContext, panel: SidePanel) -> None:
        super().__init__(page)
        self._page, self._context, self._panel = page, context, panel
        self._form: ShortForm | None = None
        self._main: Button | None = None
        self._busy = self._heard = False
        self._letters = ""
        self._focus_before: QWidget | None = None
        panel.form_closed.connect(self._form_gone)
        page.losing.append(self.unsaved)

    # ------------------------------------------------------------ keys of the form
    def form_actions(self, form: ShortForm) -> list[Action]:
        """The keys of the open form."""
        return [
            Action("F12", form.confirm, self.confirm, "check"),
            Action("Return", form.confirm, self._enter_pressed, "check", can=self._takes_enter),
        ]

    def take_letters(self) -> str:
        """Letters pressed as keys of the list since the row was chosen, and forget them."""
        letters, self._letters = self._letters, ""
        return letters

    def _stray(self, text: str) -> None:
        """A second letter where nothing can be typed: no key was meant, and nothing is done."""
        if text.lower() == self._letters[-1:]:
            return  # the key of this form, held down or pressed twice
        typed = self.take_letters() + text
        self._panel.close_form()
        self.strayed.emit(typed)

    # ------------------------------------------------------------ the form
    def _open_form(self, made: ShortForm) -> None:
        made.entered.connect(self._line_entered)
        made.strayed.connect(self._stray)
        self._main = button = Button(
            made.confirm, self.confirm, key=made.confirm_key, kind="main", small=True
        )
        if made.begins_on_button:
            made.setFocusProxy(button)
        leave = Button(_("Bỏ"), self._panel.close_form, key="Esc", small=True)
        self._open(made.title, made, leave, button)
        made.take_up(self._context.drafts.get(_draft_key(made), {}))

    def _open(self, title: str, form: QWidget, *buttons: Button) -> None:
        self._panel.close_form()
        self._focus_before = QApplication.focusWidget()
        self._form = form if isinstance(form, ShortForm) else None
        self._panel.open_form(title, form, *buttons)
        form.setFocus()
        self.changed.emit()

    def unsaved(self) -> str:
        """Why leaving the program now would lose what stands in the open form."""
        if self._form is None or not self._form.written():
            return ""
        return _("Phiếu “{form}” đang điền chưa ghi. Thoát bây giờ sẽ mất những gì đã gõ.").format(
            form=self._form.title
        )

    def _form_gone(self) -> None:
        if self._form is not None:
            self._context.drafts[_draft_key(self._form)] = self._form.written()
        self._form = self._main = None
        self._letters = ""
        self.changed.emit()
        before, self._focus_before = self._focus_before, None
        if before is not None and shiboken6.isValid(before) and before.isVisible():
            before.setFocus()
        else:
            self._page.focus_first()

    def form_keys(self) -> list[Hint]:
        """The keys of the open form, for the status bar."""
        if self._form is None:
            return [Hint("Esc", _("Đóng"))]  # something to read
        key = self._form.confirm_key
        tab = [Hint("Tab", _("Ô kế tiếp"))] if key != "Enter" else []
        return [*tab, Hint(key, self._form.confirm), Hint("Esc", _("Bỏ"))]

    def _takes_enter(self) -> bool:
        """Enter does what needs no reason and can be taken back; the rest needs F12 or its own button."""
        if self._heard:
            return True
        focus = QApplication.focusWidget()
        if isinstance(focus, QAbstractButton):
            return focus is self._main
        return self._form is not None and not self._form.wants_f12

    def _line_entered(self) -> None:
        """Enter in a line: Qt hands the same key on to the form, which must not hear it a second time."""
        self._heard = True
        QTimer.singleShot(0, self, self._forget_enter)
        self.enter()

    def _forget_enter(self) -> None:
        self._heard = False

    def _enter_pressed(self) -> None:
        heard, self._heard = self._heard, False
        if not heard:
            self.enter()

    def enter(self) -> None:
        """Enter in a line or on the button of the open form."""
        form, main = self._form, self._main
        if form is None or main is None:
            return
        if form.wants_f12 and QApplication.focusWidget() is not main:
            self._next_field(form, main)
        elif not form.second_thought():
            self.confirm()

    def _next_field(self, form: ShortForm, main: Button) -> None:
        focus, fields = QApplication.focusWidget(), [f for f in form.fields.values() if f.isVisible()]
        here = next((n for n, f in enumerate(fields) if focus and f.isAncestorOf(focus)), len(fields))
        if here + 1 < len(fields):
            go_to(fields[here + 1])
        else:
            main.setFocus()

    def confirm(self) -> None:
        """F12 in the open form."""
        form = self._form
        if form is None or self._busy:
            return
        try:
            act = form.act()
        except Refusal as refusal:
            form.refused(refusal)
            return
        self._busy = True

        def done(answer: Done) -> None:
            self._busy = False
            if self._form is form:
                self._panel.close_form()
            self._context.drafts.pop(_draft_key(form), None)
            self._tell(answer, form)
            following = form.next_form(answer) if self._form is None else None
            if following is not None:
                self._open_form(following)

        def failed(error: Exception) -> None:
            self._busy = False
            if self._form is form:
                form.refused(error)
            else:
                tell_trouble(self._page, say(error))

        self._context.tasks.do(self._page, act, self._context.counter, then=done, fail=failed)

    def _tell(self, done: Done, form: ShortForm) -> None:
        code, back = done.dossier.short_code, form.undo(done.dossier.code)
        told = undone_words(form.act_words, code)
        tell(self._page, form.done_words(done), None if back is None else lambda: self._undo(told, back))
        if done.paper_trouble:
            tell_trouble(self._page, done.paper_trouble, "warning")
        elif done.warnings:
            tell_trouble(self._page, " ".join(map(say_warning, done.warnings)), "warning")
        if done.paper is not None:
            print_paper(self._page, self._context, done.paper, asked=form.what is Move.RECEIVE)

    def _undo(self, told: str, back: Callable[[Counter], object]) -> None:
        self._context.tasks.do(
            self._page,
            back,
            self._context.counter,
            then=lambda _done: tell(self._page, told),
            fail=lambda error: tell_trouble(self._page, say(error)),
        )


def _draft_key(form: ShortForm) -> tuple[str, str]:
    return type(form).__name__, form.view.dossier.code
