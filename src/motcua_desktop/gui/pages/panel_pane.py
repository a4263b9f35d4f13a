"""A dossier's panel with its forms: what stands beside every list of dossiers."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import shiboken6
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from motcua_desktop.gui.actions import Action, Hint
from motcua_desktop.gui.pages import PageContext
from motcua_desktop.gui.pages.dossier_acts import DossierActs
from motcua_desktop.gui.pages.dossier_panel import DossierPanel
from motcua_desktop.gui.pages.dossier_parts import person_line
from motcua_desktop.gui.pages.dossier_view import DossierView, note_seen, read_view
from motcua_desktop.gui.widgets.button import Button
from motcua_desktop.gui.widgets.page import Page
from motcua_desktop.gui.widgets.side_panel import SidePanel
from motcua_desktop.i18n import _

if TYPE_CHECKING:
    from motcua_desktop.counter.counter import Counter

REVEALED_MS = 10_000


class PanelPane(QWidget):
    """Shows the dossier of a row, runs its acts, and lets forms slide in."""

    def __init__(self, page: Page, context: PageContext) -> None:
        super().__init__()
        self.setProperty("plain", True)
        self._page, self._context = page, context
        self._key: int | None = None
        self.view: DossierView | None = None
        self.panel = DossierPanel()
        self.side = SidePanel(self.panel)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.side)
        self.setFocusProxy(self.side)
        self.acts = DossierActs(page, context, self.side, self._in_hand, lambda: self._is_coming)
        self._other: tuple[str, Callable[[], object]] | None = None
        self._first: Button | None = None
        self._focus_before: QWidget | None = None
        self._many = False
        self.side.form_closed.connect(self._other_gone)
        self.panel.why_asked.connect(self.acts.why)
        self.panel.reveal_asked.connect(self.reveal)
        self.panel.paper_asked.connect(self.acts.open_paper)
        self.panel.scans_asked.connect(self.acts.show_scans)
        self._revealed = QTimer(self, singleShot=True, interval=REVEALED_MS)
        self._revealed.timeout.connect(self._show)

    def hasHeightForWidth(self) -> bool:
        return False  # what is long scrolls inside; the page must not grow with it

    # ------------------------------------------------------------ which dossier
    def _in_hand(self) -> DossierView | None:
        """The dossier keys act on: none while several are chosen, or another is being read."""
        return None if self._many or self._is_coming else self.view

    @property
    def _is_coming(self) -> bool:
        """Whether the dossier of the row is still being read; the one before may be seen until then."""
        shown = self.view.dossier.id if self.view else None
        return not self._many and self._key is not None and shown != self._key

    def show_many(self, title: str, words: str, actions: list[Action]) -> None:
        """Several dossiers instead of one, with what holds for all; without a title the one again."""
        self._many = bool(title)
        if self._many:
            self._revealed.stop()
            self.panel.show_words(title, words, actions)
            self.acts.changed.emit()
        else:
            self._show()

    def show_dossier(self, key: int | None) -> None:
        """Show the dossier of this row; an open form of another dossier is left alone until it is closed."""
        if key != self._key:
            self.acts.leave()
        self._key = key
        if key is None:
            self.view = None
            self._show()
            return
        self.refresh()

    def refresh(self) -> None:
        """Read the dossier again."""
        if self._key is not None:
            self._context.tasks.ask(
                self, read_view, self._context.counter, self._key, then=self._came, name="panel"
            )

    def _came(self, view: DossierView | None) -> None:
        if self.has_form and self.view and view and view.dossier.id != self.view.dossier.id:
            self.close_form()
        before, self.view = self.view, view
        only_later = before is not None and view is not None and before.dossier == view.dossier
        if not (only_later and self._revealed.isActive()):  # who is looking at the ID looks on
            self._show()
        self.acts.arrived()

    def _show(self) -> None:
        if self._many:
            return
        self._revealed.stop()
        self._show_view()
        self.acts.changed.emit()

    # ------------------------------------------------------------ seeing personal data, papers
    def reveal(self) -> None:
        """Show ID and telephone for ten seconds; the look is written to the log."""
        view = self.view
        if view is not None:
            self._context.tasks.ask(
                self,
                _reveal,
                self._context.counter,
                view,
                then=lambda words: self._revealed_now(view, words),
                name="reveal",
            )

    def _revealed_now(self, view: DossierView, words: str) -> None:
        if self.view is not None and self.view.dossier.id == view.dossier.id:
            self._show_view(words)
            self._revealed.start()

    def _show_view(self, person: str = "") -> None:
        view = self.view
        self.panel.show_view(
            view,
            self.acts.moves(view) if view else [],
            person,
            blocked=self.acts.blocked(view) if view else (),
        )

    # ------------------------------------------------------------ forms
    def form_keys(self) -> list[Hint]:
        """The keys of the open form, for the status bar."""
        if self._other is not None:
            return [Hint("Tab", _("Ô kế tiếp")), Hint("F12", self._other[0]), Hint("Esc", _("Bỏ"))]
        return self.acts.form_keys()

    def key_actions(self) -> list[Action]:
        """Keys of the dossier in sight or of the open form."""
        if self._other is not None:
            words, run = self._other
            return [Action("F12", words, run, "check"), Action("Return", words, self._enter, "check")]
        return self.acts.actions()

    def _enter(self) -> None:
        """Enter: what the form does, or first the button that names F12 for what many dossiers undergo."""
        if self._first is not None and not self._first.hasFocus():
            self._first.setFocus()
        elif self._other is not None:
            self._other[1]()

    def open_other(
        self,
        title: str,
        form: QWidget,
        run: Callable[[], object],
        button: Button,
        *more: Button,
        on_button: bool = False,
    ) -> None:
        """A form of the page and not of a dossier (a filter); `more` stand before its buttons. on_button:
        Enter in a field goes to the button and does nothing yet."""
        leave = Button(_("Bỏ"), self.close_form, key="Esc", small=True)
        self.side.close_form()
        self._focus_before = QApplication.focusWidget()
        self.side.open_form(title, form, *more, leave, button)
        self._other, self._first = (button.text(), run), button if on_button else None
        form.setFocus()
        self.acts.changed.emit()

    def _other_gone(self) -> None:
        self._other = self._first = None
        before, self._focus_before = self._focus_before, None
        if before is not None and shiboken6.isValid(before) and before.isVisible():
            before.setFocus()

    @property
    def has_form(self) -> bool:
        """Whether a form stands in place of the dossier."""
        return self.side.form is not None

    def focus_form(self) -> None:
        """Put the focus into the open form."""
        if self.side.form is not None:
            self.side.form.setFocus()

    def close_form(self) -> bool:
        """Take the form away; False when none was open."""
        return self.side.close_form()


def _reveal(counter: Counter, view: DossierView) -> str:
    """The person's line in plain; the log keeps that the officer looked."""
    note_seen(counter, view.dossier)
    return person_line(view.dossier, masked=False)
