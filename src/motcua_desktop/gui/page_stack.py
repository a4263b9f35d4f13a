"""The pages of a window: built when first shown, with a way back."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from motcua_desktop.gui.theme import look
from motcua_desktop.gui.widgets.page import Page
from motcua_desktop.gui.widgets.stage import Stage

Factories = Sequence[tuple[str, str, str, Callable[[Any], Page]]]


@dataclass(frozen=True, slots=True)
class _Place:
    page: str
    argument: Any


class PageStack(QStackedWidget):
    """Shows one page. `leaving` before another comes into sight, `shown(page)` after; `stated(page)` passes
    on what the page in sight has changed about itself."""

    leaving = Signal()
    shown = Signal(object)
    stated = Signal(object)

    def __init__(self, factories: Factories, window: Any, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._factories = {page: factory for page, _icon, _words, factory in factories}
        self._window = window
        self.built: dict[str, Page] = {}
        self._stages: dict[str, Stage] = {}
        self._stale: set[str] = set()
        self._here: _Place | None = None
        self._before: list[_Place] = []
        self._after: list[_Place] = []
        look().changed.connect(self._follow_look)

    @property
    def key(self) -> str:
        """Key of the page in sight, "" before the first."""
        return self._here.page if self._here else ""

    @property
    def page(self) -> Page:
        """The page in sight."""
        return self.built[self.key]

    def knows(self, key: str) -> bool:
        """Whether this window has such a page."""
        return key in self._factories

    def build(self, key: str) -> Page:
        """The page with this key, built now if it was not."""
        if key not in self.built:
            page = self._factories[key](self._window)
            page.stated.connect(lambda: self._pass_on(page))
            page.wanted.connect(self.go)
            self.built[key] = page
            self._stages[key] = Stage(page)
            self.addWidget(self._stages[key])
        return self.built[key]

    def _pass_on(self, page: Page) -> None:
        if self._here is not None and page is self.page:
            self.stated.emit(page)

    def go(self, key: str, argument: Any = None) -> None:
        """Show a page; `argument` goes to its `on_enter`."""
        if self._here is not None and (self._here.page != key or argument is not None):
            self._before.append(self._here)
            self._after.clear()
        self._show(_Place(key, argument))

    def _show(self, place: _Place) -> None:
        page = self.build(place.page)
        if self._here is not None and self.page is not page:
            self.page.on_leave()
        self.leaving.emit()
        self._here = place
        self.dress(place.page)
        self.setCurrentWidget(self._stages[place.page])
        page.on_enter(place.argument)
        if place.page in self._stale:
            self._stale.discard(place.page)
            page.refresh()
        self.shown.emit(page)
        page.focus_first()

    def _follow_look(self) -> None:
        """Only the page in sight follows a change of look at once: the others do when they are shown next."""
        self.dress(self.key)

    def dress(self, key: str) -> None:
        """Bring a built page to the look in force."""
        if key in self._stages:
            look().wear(self._stages[key])

    def back(self) -> None:
        """The page before this one."""
        if self._before and self._here:
            self._after.append(self._here)
            self._show(self._before.pop())

    def forward(self) -> None:
        """Undo `back`."""
        if self._after and self._here:
            self._before.append(self._here)
            self._show(self._after.pop())

    def refresh(self) -> None:
        """The data has changed: the page in sight reads again now, the others when they are next shown."""
        self._stale = set(self.built) - {self.key}
        if self._here is not None:
            self.page.refresh()

    def unsaved(self) -> str:
        """Why leaving now would lose something, from the first page that says so."""
        return next((why for page in self.built.values() if (why := page.unsaved())), "")
