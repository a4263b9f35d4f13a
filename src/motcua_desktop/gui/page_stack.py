"""The pages of a window: built when first shown, with a way back."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from PySide6.QtCore import QEvent, QTimer, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from motcua_desktop.gui.theme import look
from motcua_desktop.gui.widgets.page import Page
from motcua_desktop.gui.widgets.stage import Stage

#: How often the stack looks whether another minute has begun.
LOOK_MS = 5_000
#: So many pages back Alt+← goes; a day at the counter turns thousands.
MOST_BEFORE = 50
Factories = Sequence[tuple[str, str, str, Callable[[Any], Page]]]


@dataclass(frozen=True, slots=True)
class _Place:
    page: str
    argument: Any


@dataclass
class _Desk:
    """The pages of one officer, and where among them they stand."""

    built: dict[str, Page] = field(default_factory=dict)
    stages: dict[str, Stage] = field(default_factory=dict)
    stale: set[str] = field(default_factory=set)
    read_at: dict[str, datetime] = field(default_factory=dict)
    here: _Place | None = None
    before: list[_Place] = field(default_factory=list)
    after: list[_Place] = field(default_factory=list)


class PageStack(QStackedWidget):
    """Shows one page of those that belong to `owner`: who sits down at a locked desk has pages of their own.

    `leaving` before another page comes into sight, `shown(page)` after; `stated(page)` passes on what the
    page in sight has changed about itself.
    """

    leaving = Signal()
    shown = Signal(object)
    stated = Signal(object)

    def __init__(self, factories: Factories, window: Any, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._factories = {page: factory for page, _icon, _words, factory in factories}
        self._window = window
        self.owner = ""
        self._desk = _Desk()
        self._others: dict[str, _Desk] = {}
        look().changed.connect(self._follow_look)
        self._clock = QTimer(self, interval=LOOK_MS)
        self._clock.timeout.connect(self.follow_clock)
        self._clock.start()

    @property
    def built(self) -> dict[str, Page]:
        """The owner's pages that have been built, by key."""
        return self._desk.built

    @property
    def key(self) -> str:
        """Key of the page in sight, "" before the first."""
        return self._desk.here.page if self._desk.here else ""

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
            self._desk.stages[key] = Stage(page)
            self._note_read(key)
            self.addWidget(self._desk.stages[key])
        return self.built[key]

    def _pass_on(self, page: Page) -> None:
        if self._desk.here is not None and page is self.page:
            self.stated.emit(page)

    def go(self, key: str, argument: Any = None) -> None:
        """Show a page; `argument` goes to its `on_enter`."""
        if self._desk.here is not None and (self._desk.here.page != key or argument is not None):
            self._desk.before.append(self._desk.here)
            del self._desk.before[:-MOST_BEFORE]
            self._desk.after.clear()
        self._show(_Place(key, argument))

    def _show(self, place: _Place, *, back: bool = False) -> None:
        page = self.build(place.page)
        if self._desk.here is not None and self.page is not page:
            self.page.on_leave()
        self.leaving.emit()
        self._desk.here = place
        self.dress(place.page)
        self.setCurrentWidget(self._desk.stages[place.page])
        (page.on_return if back else page.on_enter)(place.argument)
        self._catch_up()
        self.shown.emit(page)
        page.focus_first()

    def _follow_look(self) -> None:
        """Only the page in sight follows a change of look at once: the others do when they are shown next."""
        self.dress(self.key)

    def dress(self, key: str) -> None:
        """Bring a built page to the look in force."""
        if key in self._desk.stages:
            look().wear(self._desk.stages[key])

    def back(self) -> None:
        """The page before this one."""
        if self._desk.before and self._desk.here:
            self._desk.after.append(self._desk.here)
            self._show(self._desk.before.pop(), back=True)

    def forward(self) -> None:
        """Undo `back`."""
        if self._desk.after and self._desk.here:
            self._desk.before.append(self._desk.here)
            self._show(self._desk.after.pop())

    def refresh(self) -> None:
        """The data has changed: the page in sight reads again now, the others when they are next shown."""
        self._desk.stale = set(self.built)
        if self.isEnabled():
            self._catch_up()

    def _catch_up(self) -> None:
        """Read the page in sight if its data or its minute have changed. Behind the sign-in nobody may read:
        that waits until the pages are let in again."""
        if self._desk.here is None:
            return
        if self.key in self._desk.stale:
            self._desk.stale.discard(self.key)
            self.page.refresh()
            self._note_read(self.key)
        self._keep_time()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.EnabledChange and self.isEnabled():
            self._catch_up()

    # ------------------------------------------------------------ the time of day
    def _minute(self) -> datetime:
        now: datetime = self._window.counter.now()
        return now.replace(second=0, microsecond=0)

    def _note_read(self, key: str) -> None:
        if self.built[key].follows_clock:
            self._desk.read_at[key] = self._minute()

    def follow_clock(self) -> None:
        """The page in sight says what holds now; the others do when they are shown."""
        if self.isVisible() and self.isEnabled():
            self._keep_time()

    def _keep_time(self) -> None:
        """By the counter's clock, which also goes on while the machine sleeps."""
        if self._desk.here is None or not self.page.follows_clock:
            return
        if self._desk.read_at.get(self.key) != self._minute() and self.page.keep_time():
            self._note_read(self.key)

    def unsaved(self) -> str:
        """Why leaving now would lose something, from the first page that says so."""
        desks = (self._desk, *self._others.values())
        return next((why for desk in desks for page in desk.built.values() if (why := page.unsaved())), "")

    def change_owner(self, owner: str) -> None:
        """Another officer sits down: their own pages as they left them, none yet the first time."""
        self._others[self.owner] = self._desk
        self.owner, self._desk = owner, self._others.pop(owner, _Desk())
        self._desk.stale = set(self.built)
        if self._desk.here is not None:
            self._show(self._desk.here)
