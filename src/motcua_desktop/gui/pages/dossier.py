"""One dossier on a page of its own: what, who, when due and why, what happened, what can be done."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from motcua_desktop.gui.actions import Action, Hint
from motcua_desktop.gui.main_window import MainWindow
from motcua_desktop.gui.pages import PageContext
from motcua_desktop.gui.pages.action_foot import ActionFoot
from motcua_desktop.gui.pages.dossier_acts import DossierActs
from motcua_desktop.gui.pages.dossier_cards import about_card, papers_card, promises_card, supplements_card
from motcua_desktop.gui.pages.dossier_keys import likeliest
from motcua_desktop.gui.pages.dossier_scans import scans_card
from motcua_desktop.gui.pages.dossier_view import DossierView, read_view, steps
from motcua_desktop.gui.pages.emptied import empty
from motcua_desktop.gui.pages.telling import tell_trouble
from motcua_desktop.gui.theme import least, margins, px, spacing
from motcua_desktop.gui.widgets.card import Card
from motcua_desktop.gui.widgets.page import Page, page_columns
from motcua_desktop.gui.widgets.scroll_pane import ScrollPane
from motcua_desktop.gui.widgets.side_panel import SidePanel
from motcua_desktop.gui.widgets.text import holder
from motcua_desktop.gui.widgets.time_line import TimeLine
from motcua_desktop.i18n import _
from motcua_desktop.say import say

#: The facts at their narrowest, the side as it should be and at its narrowest; unscaled pixels.
LEFT, SIDE, LEAST_SIDE = 456, 368, 300


def make(context: PageContext) -> Page:
    """The page of this module."""
    return DossierPage(context)


class _Side(SidePanel):
    """What happened and what can be done: as wide as beside the lists where there is room, else narrower,
    so that both stand beside the facts at 150 % too."""

    def sizeHint(self) -> QSize:
        return QSize(px(SIDE), super().sizeHint().height())


class DossierPage(Page):
    """`on_enter` takes the dossier's row number or code. Opening is written to the log."""

    follows_clock = True

    def __init__(self, context: PageContext) -> None:
        super().__init__()
        self.title = _("Hồ sơ")
        self._context = context
        self._key: int | str | None = None
        self.view: DossierView | None = None
        self._left = QVBoxLayout()
        margins(self._left, 0, 0, 4, 0)
        spacing(self._left, 12)
        self._stage = ScrollPane(holder(self._left), _("Hồ sơ"))
        least(self._stage, LEFT, 200)
        self._times = TimeLine(_("Diễn biến"))
        self._history = Card(_("Diễn biến"), _("ai làm, lúc nào"), flush=True)
        self._history.add(self._times, 1)
        self.foot = ActionFoot()
        self._history.add_foot(self.foot)
        self.side = _Side(self._history)
        least(self.side, LEAST_SIDE, 200)
        self.side.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        self.acts = DossierActs(self, context, self.side, lambda: self.view, lambda: self._key is not None)
        self.acts.changed.connect(self.stated)
        columns = page_columns(self)
        columns.addWidget(self._stage, 1)
        columns.addWidget(self.side)

    # ------------------------------------------------------------ reading
    def on_enter(self, argument: Any = None) -> None:
        if argument is None:
            return
        if argument != self._key:
            self._let_go()
        self._key = argument
        self._read(opened=True)

    def _let_go(self) -> None:
        """Another dossier comes: until it is read nothing of the one before is seen, or changed by a key."""
        self.side.close_form()
        self.acts.leave()
        self.view = None
        empty(self._left)
        self._times.set_steps([])
        self.foot.show_actions([])
        self._stage.verticalScrollBar().setValue(0)
        self.stated.emit()

    def refresh(self) -> None:
        self._read()

    def keep_time(self) -> bool:
        return self.side.form is None and super().keep_time()

    def _read(self, *, opened: bool = False) -> None:
        if self._key is not None:
            work = _open if opened else read_view
            self._context.tasks.ask(
                self,
                work,
                self._context.counter,
                self._key,
                then=self._came,
                fail=self._failed,
                name="dossier",
            )

    def _failed(self, error: Exception) -> None:
        tell_trouble(self, say(error))

    def _came(self, view: DossierView | None) -> None:
        if view is None:
            return
        place, focus = self._stage.verticalScrollBar().value(), self.window().focusWidget()
        was_inside = self._stage.isAncestorOf(focus)
        self.view = view
        empty(self._left)
        self._left.addWidget(about_card(view))
        if view.dossier.supplements:
            self._left.addWidget(supplements_card(view))
        self._left.addWidget(promises_card(view))
        self._left.addWidget(papers_card(view, self.acts.open_paper))
        self._left.addWidget(scans_card(view, self.acts.scans.open_scan, self.acts.show_scans))
        self._left.addStretch(1)
        self._times.set_steps(steps(view))
        filled = likeliest(view) is not None
        self.foot.show_actions(self.acts.moves(view), self.acts.blocked(view), filled=filled)
        self._stage.verticalScrollBar().setValue(place)
        if was_inside:
            self._stage.setFocus()  # what had the focus is made anew
        self.stated.emit()
        self.acts.arrived()

    # ------------------------------------------------------------ what the window asks
    @property
    def context_line(self) -> str:
        return self.view.dossier.code if self.view else ""

    def keys(self) -> Sequence[Hint]:
        if self.side.form is not None:
            return self.acts.form_keys()
        return [
            Hint("Ctrl+P", _("Xem giấy hẹn")),
            Hint("Esc", _("Trở lại")),
            Hint("?", _("Các phím khác")),
        ]

    def actions(self) -> list[Action]:  # type: ignore[override]
        return self.acts.actions()

    def panes(self) -> Sequence[QWidget]:
        return [self._stage, *([self.side] if self.side.form is not None else [self._times, self.foot])]

    def on_leave(self) -> None:
        self.acts.wait_no_more()

    def focus_first(self) -> None:
        if self.side.form is not None:
            self.side.form.setFocus()
        else:
            self._stage.setFocus()

    def escape(self) -> bool:
        if self.side.close_form():
            return True
        window = self.window()
        if isinstance(window, MainWindow):
            window.pages.back()
            return True
        return False


def _open(counter: Any, key: int | str) -> DossierView | None:
    """Read it as one who opens it: the log keeps who looked."""
    view = read_view(counter, key)
    if view is not None:
        counter.register.view(view.dossier.code)
    return view
