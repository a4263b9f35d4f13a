"""Where the cursor goes on the intake page: Tab, Enter, the groups, and after a scan."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from motcua_desktop.gui.pages.intake_form import IntakeForm

_TAB = Qt.FocusReason.TabFocusReason
"""As if by Tab: what stands in a field is selected, so that typing replaces it."""


class IntakeCursor:
    """Knows the order of the inputs as they stand now; hidden ones have no place in it."""

    def __init__(self, form: IntakeForm) -> None:
        self._form = form

    def order(self) -> list[QWidget]:
        """The inputs in the order of Tab and Enter."""
        person: list[QWidget] = [field.edit for field in self._form.person.fields if not field.isHidden()]
        if self._form.person_part.is_compact:
            person = [self._form.person_part.line.change]
        papers = self._form.copies.inputs() if self._form.is_copying else [self._form.papers.list]
        term = [self._form.promise.term.edit, self._form.promise.unit, self._form.promise.reason.edit]
        rest = [self._form.fee.copies, self._form.fee.pay, self._form.back.way, self._form.back.note.edit]
        every = [self._form.procedure.edit, self._form.channel, *person, *papers, *term, *rest]
        return [
            widget
            for widget in every
            if widget.isEnabled() and not _hidden(widget, self._form.left, self._form.panel)
        ]

    def set_tab_order(self) -> None:
        """Give Tab the same order."""
        for first, second in pairwise(self.order()):
            QWidget.setTabOrder(first, second)

    def _place(self) -> int:
        focus = self._form.left.window().focusWidget()
        order = self.order()
        return order.index(focus) if focus in order else -1

    def go_next(self) -> None:
        """Enter: the next input."""
        order, here = self.order(), self._place()
        order[min(here + 1, len(order) - 1)].setFocus(_TAB)

    def go_group(self, step: int) -> None:
        """Ctrl+↑↓: the first input of the group before or after."""
        order = self.order()
        starts = [order.index(widget) for widget in self._groups() if widget in order]
        here = self._place()
        ahead = [start for start in starts if (start > here if step > 0 else start < here)]
        if ahead:
            order[ahead[0] if step > 0 else ahead[-1]].setFocus(_TAB)

    def _groups(self) -> list[QWidget]:
        person: QWidget = self._form.person.id.edit
        if self._form.person_part.is_compact:
            person = self._form.person_part.line.change
        papers = self._form.copies.start() if self._form.is_copying else self._form.papers.list
        return [
            self._form.procedure.edit,
            person,
            papers,
            self._form.promise.term.edit,
            self._form.fee.pay,
            self._form.back.way,
        ]

    def after_procedure(self) -> QWidget:
        """Where the cursor goes when the procedure is chosen: to the person, unless one stands there."""
        return self.after_person() if not self._form.person.value().is_empty else self._form.person.id.edit

    def after_person(self) -> QWidget:
        """Where the cursor goes after a scan: the first empty field, else the papers."""
        if self._form.procedure.value is None:
            return self._form.procedure.edit
        if self._form.person.value().is_empty:
            return self._form.person.id.edit
        if self._form.is_copying and self._form.person_part.is_compact:
            return self._form.copies.start()
        empty = self._form.person.first_empty()
        if (
            empty is None
            and not self._form.person.subject.isHidden()
            and not self._form.person.subject.text()
        ):
            empty = self._form.person.subject.edit
        return empty or (self._form.copies.start() if self._form.is_copying else self._form.papers.list)

    def after_scan(self) -> QWidget:
        """Where the cursor goes after a card: for the next person of the same kind straight to the pages."""
        person = self._form.person.value()
        if self._form.same_as and self._form.is_copying and person.id_number and person.name:
            return self._form.copies.start()
        return self.after_person()

    def panes(self) -> list[QWidget]:
        """Ctrl+Tab: the form at left, where something is missing; at right its short form, the receipts of
        today, or the first input."""
        form = self._form
        right: QWidget | None = form.recent.list if not form.recent.isHidden() else None
        if form.panel.form is not None:
            right = next((w for w in form.panel.form.findChildren(QWidget) if _takes_keys(w)), None)
        right = right or next((w for w in self.order() if form.panel.isAncestorOf(w)), None)
        form.left.setFocusProxy(self.after_person())
        if right is None:
            return [form.left]
        form.panel.setFocusProxy(right)
        return [form.left, form.panel]

    def come_back(self, before: QWidget | None = None) -> None:
        """Something else was shown in between: go on where the cursor was `before`, else where something is
        missing."""
        here = before is not None and before in self.order()
        (before if before is not None and here else self.after_person()).setFocus(_TAB)


def _takes_keys(widget: QWidget) -> bool:
    return bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus) and widget.isVisible() and widget.isEnabled()


def _hidden(widget: QWidget, *tops: QWidget) -> bool:
    """Whether it, or anything it stands in up to one of `tops`, is hidden."""
    here: QWidget | None = widget
    while here is not None and here not in tops:
        if here.isHidden():
            return True
        here = here.parentWidget()
    return False
