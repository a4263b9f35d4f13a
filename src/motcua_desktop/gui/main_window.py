"""The window: navigation, pages built when first shown, action bar, status bar, and what every key does.

window = MainWindow(counter, pages, find=find_dossiers)
window.navigation.set_office("Lý Sơn", "Một cửa đặc khu")
window.go("home")
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QEvent, QRect, Qt
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QMainWindow,
    QMessageBox,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from motcua_desktop.gui.actions import Action, Hint, KeyListener, checked
from motcua_desktop.gui.tasks import Job, Tasks
from motcua_desktop.gui.theme import look, margins, px
from motcua_desktop.gui.widgets.bar import Bar
from motcua_desktop.gui.widgets.button import Button
from motcua_desktop.gui.widgets.command_box import CommandBox, Entry, Find
from motcua_desktop.gui.widgets.highlight import folded
from motcua_desktop.gui.widgets.nav import Navigation, NavItem
from motcua_desktop.gui.widgets.page import Page
from motcua_desktop.gui.widgets.page_frame import BUSY, HEAD, ActionBar, BusyLine, Head
from motcua_desktop.gui.widgets.status_bar import StatusBar
from motcua_desktop.gui.widgets.toast import Toast
from motcua_desktop.i18n import _

PAGE_KEYS = {
    "home": "Esc",
    "intake": "F2",
    "register": "F3",
    "due": "F4",
    "letters": "F5",
    "handover": "F6",
    "sync": "F7",
    "reports": "F8",
    "calendar": "F9",
    "settings": "F10",
    "help": "F1",
}
SAME_AS_LAST = "same_as_last"
"""What the intake page's `on_enter` is given when F11 was pressed."""

Pages = Sequence[tuple[str, str, str, Callable[["MainWindow"], Page]]]


@dataclass(frozen=True, slots=True)
class _Place:
    page: str
    argument: Any


class MainWindow(QMainWindow):
    """The frame round all pages.

    counter: handed to the pages untouched. pages: (page, icon, label, factory); page is one of `PAGE_KEYS`,
    the factory gets this window (`counter`, `tasks`, `say`) and is called when the page is first shown. find:
    dossiers for the command box, after the commands. explain: the sentence for an error no page took.
    """

    def __init__(
        self,
        counter: Any,
        pages: Pages,
        *,
        find: Find | None = None,
        explain: Callable[[Exception], str] = str,
        tasks: Tasks | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.counter, self._pages, self._find, self._explain = counter, list(pages), find, explain
        self.tasks = tasks or Tasks(self)
        self._built: dict[str, Page] = {}
        self._stale: set[str] = set()
        self._here: _Place | None = None
        self._before: list[_Place] = []
        self._after: list[_Place] = []
        self._undo: Callable[[], object] | None = None
        self._more: list[Action] = []
        self.setWindowTitle(_("Một Cửa"))
        self._build()
        self._connect()
        self.setMinimumSize(1024, 600)
        self.resize(1366, 690)

    def _build(self) -> None:
        self.navigation = Navigation(
            [NavItem(p, icon, words, PAGE_KEYS[p]) for p, icon, words, _f in self._pages]
        )
        self.head = Head(self.open_command_box)
        self.stack = QStackedWidget()
        self.action_bar = ActionBar()
        self.status = StatusBar()
        self._bars = QVBoxLayout()
        margins(self._bars, 24, 0, 24, 0)
        column = QVBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addLayout(self._bars)
        column.addWidget(self.stack, 1)
        column.addWidget(self.action_bar)
        column.addWidget(self.status)
        centre = QFrame()
        centre.setProperty("kind", "plain")
        layout = QHBoxLayout(centre)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.navigation)
        layout.addLayout(column, 1)
        self.setCentralWidget(centre)
        self.busy_line = BusyLine(centre)
        self.toast = Toast(centre, 48)
        self.command_box = CommandBox(centre, self._find_entries)
        self.keys_box = CommandBox(centre, self._find_keys)

    def _connect(self) -> None:
        self.navigation.picked.connect(self.go)
        self.status.stop_asked.connect(self.tasks.cancel)
        self.tasks.slow.connect(self.busy_line.set_busy)
        self.tasks.long.connect(self._tell_work)
        self.tasks.changed.connect(self._data_changed)
        self.tasks.trouble.connect(lambda error, _job: self.show_bar("error", self._explain(error)))
        look().changed.connect(self._place_busy_line)
        self.listener = KeyListener(self, self.contexts)

    # ------------------------------------------------------------ pages
    @property
    def page(self) -> Page:
        """The page in sight."""
        page = self.stack.currentWidget()
        assert isinstance(page, Page)
        return page

    @property
    def page_key(self) -> str:
        """Its key, "" before the first `go`."""
        return self._here.page if self._here else ""

    def built(self, key: str) -> Page:
        """The page with this key, built now if it was not."""
        if key not in self._built:
            factory = next(factory for page, _i, _l, factory in self._pages if page == key)
            page = factory(self)
            page.stated.connect(lambda: self._state(page))
            page.wanted.connect(self.go)
            page.said.connect(self._page_said)
            page.bar_said.connect(self.show_bar)
            self._built[key] = page
            self.stack.addWidget(page)
        return self._built[key]

    def go(self, key: str, argument: Any = None) -> None:
        """Show a page; `argument` goes to its `on_enter`. Where one was is remembered for Alt+←."""
        if self._here is not None and (self._here.page != key or argument is not None):
            self._before.append(self._here)
            self._after.clear()
        self._show(_Place(key, argument))

    def _show(self, place: _Place) -> None:
        page = self.built(place.page)
        if self._here is not None and self.stack.currentWidget() is not page:
            self.page.on_leave()
        self._here = place
        self.clear_bars()
        self.stack.setCurrentWidget(page)
        self.navigation.set_current(place.page)
        page.on_enter(place.argument)
        if place.page in self._stale:
            self._stale.discard(place.page)
            page.refresh()
        self._state(page)
        page.focus_first()

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

    def escape(self) -> None:
        """Esc, one thing at a time: box, form of the page, running work, then Home."""
        if self.command_box.close_box() or self.keys_box.close_box() or self.page.escape():
            return
        if self.tasks.cancel():
            return
        if self.page_key != "home" and any(page == "home" for page, *_rest in self._pages):
            self.go("home")

    def _state(self, page: Page) -> None:
        if page is not self.stack.currentWidget():
            return
        self.head.say(page.title, page.context_line)
        actions = page.actions()
        self.action_bar.fill(page.bar_widgets(), actions, page.main_action)
        named = [Hint(a.key, a.words) for a in actions if a.show == "status"]
        self.status.set_hints([*page.keys(), *named] or [Hint("F1", _("Trợ giúp"))])

    def _data_changed(self) -> None:
        self._stale = set(self._built) - {self.page_key}
        if self._here is not None:
            self.page.refresh()

    # ------------------------------------------------------------ keys
    def contexts(self) -> list[list[Action]]:
        """Tables of keys from the inside out; each has every key once."""
        if self.command_box.isVisible() or self.keys_box.isVisible():
            return [[Action("Esc", _("Đóng"), self.escape)]]
        if self._here is None:
            return [self.window_actions()]
        main = self.page.main_action
        own = [*self.page.actions(), *([main] if main else [])]
        return [checked(own), self.window_actions()]

    def add_actions(self, actions: Sequence[Action]) -> None:
        """Keys that work on every page (reprint the last slip)."""
        self._more.extend(actions)
        self.window_actions()

    def window_actions(self) -> list[Action]:
        """Keys of the whole window."""
        known = {page for page, *_rest in self._pages}
        pages = [
            Action(PAGE_KEYS[page], words, lambda page=page: self.go(page), icon)
            for page, icon, words, _factory in self._pages
            if page not in ("home", "help")
        ]
        return checked(
            [
                *pages,
                Action("Esc", _("Đóng, trở lại"), self.escape),
                Action("F1", _("Trợ giúp"), lambda: self.go("help", self.page_key), can=lambda: "help" in known),
                Action(
                    "F11", _("Như hồ sơ trước"), lambda: self.go("intake", SAME_AS_LAST), "copy",
                    can=lambda: "intake" in known,
                ),
                Action("Ctrl+K", _("Tìm hồ sơ hoặc gõ lệnh"), self.open_command_box, "search"),
                Action("Ctrl+Z", _("Hoàn tác"), self.undo, "undo-2", can=lambda: self._undo is not None),
                Action("?", _("Các phím của trang"), self.keys_box.open, "keyboard"),
                Action("Alt+Left", _("Trang trước"), self.back, "arrow-left"),
                Action("Alt+Right", _("Trang sau"), self.forward, "arrow-right"),
                Action("Ctrl+Tab", _("Khung kế tiếp"), self._next_pane),
                Action("Ctrl++", _("Phóng to"), lambda: look().step(1)),
                Action("Ctrl+-", _("Thu nhỏ"), lambda: look().step(-1)),
                Action("Ctrl+0", _("Cỡ thường"), lambda: look().step(0)),
                *self._more,
            ]
        )  # fmt: skip

    def _next_pane(self) -> None:
        panes = [pane for pane in self.page.panes() if pane.isVisible() and pane.isEnabled()]
        if not panes:
            return
        focus = self.focusWidget()
        here = next(
            (n for n, pane in enumerate(panes) if focus and (pane is focus or pane.isAncestorOf(focus))), -1
        )
        panes[(here + 1) % len(panes)].setFocus(Qt.FocusReason.TabFocusReason)

    def open_command_box(self) -> None:
        """Ctrl+K."""
        self.command_box.open()

    def _commands(self, actions: Sequence[Action], search: str) -> list[Entry]:
        wanted = folded(search).split()
        return [
            Entry(a.icon or "command", a.words, "", a.run, a.key)
            for a in actions
            if a.can() and all(word in folded(a.words) for word in wanted)
        ]

    def _find_entries(self, search: str, show: Callable[[Sequence[Entry]], None]) -> None:
        entries = self._commands([a for table in self._page_and_window() for a in table], search)
        show(entries)
        if self._find and search.strip():
            self._find(search, lambda dossiers: show([*dossiers, *entries]))

    def _find_keys(self, search: str, show: Callable[[Sequence[Entry]], None]) -> None:
        show(self._commands([a for table in self._page_and_window() for a in table if a.key], search))

    def _page_and_window(self) -> list[list[Action]]:
        main = self.page.main_action
        return [[*self.page.actions(), *([main] if main else [])], self.window_actions()]

    # ------------------------------------------------------------ telling
    def say(self, words: str, undo: Callable[[], object] | None = None, *, kind: str = "good") -> None:
        """A toast; `undo` is offered beside it and stays on Ctrl+Z until the next act."""
        self._undo = undo
        self.toast.say(words, _("Hoàn tác") if undo else "", self.undo if undo else None, kind=kind)

    def _page_said(self, words: str, undo: Callable[[], object] | None) -> None:
        self.say(words, undo)

    def undo(self) -> None:
        """Undo the last act once."""
        act, self._undo = self._undo, None
        self.toast.hide()
        if act:
            act()

    def show_bar(self, kind: str, sentence: str, *action: QWidget) -> None:
        """A bar over the page until it is closed or another page is shown."""
        self.clear_bars()
        close = Button(_("Đóng"), self.clear_bars, icon="x", kind="icon", small=True)
        margins(self._bars, 24, 12, 24, 0)
        self._bars.addWidget(Bar(kind, sentence, *action, close))

    def clear_bars(self) -> None:
        """Take the bars away."""
        margins(self._bars, 24, 0, 24, 0)
        while self._bars.count():
            bar = self._bars.takeAt(0).widget()
            bar.hide()
            bar.deleteLater()

    def _tell_work(self, job: Job | None) -> None:
        if job is None:
            self.status.set_work("")
        else:
            words = job.words or _("Đang xử lý")
            self.status.set_work(words, job.done, job.total, can_stop=job.can_cancel)

    def take_scan(self, text: str) -> None:
        """A scan, wherever it was made: the page in sight first, else the intake page."""
        if (
            not self.page.scanned(text)
            and self.page_key != "intake"
            and "intake" in {p for p, *_r in self._pages}
        ):
            self.go("intake")
            self.page.scanned(text)

    # ------------------------------------------------------------ the window itself
    def _place_busy_line(self) -> None:
        left = self.navigation.width()
        self.busy_line.setGeometry(QRect(left, px(HEAD) - 1, self.width() - left, px(BUSY)))

    def resizeEvent(self, event: QEvent) -> None:
        super().resizeEvent(event)  # type: ignore[arg-type]
        self._place_busy_line()

    def closeEvent(self, event: QCloseEvent) -> None:
        reason = next((why for page in self._built.values() if (why := page.unsaved())), "")
        if self.tasks.is_changing:
            reason = _("Một việc đang ghi dữ liệu. Thoát bây giờ sẽ chờ việc ấy xong.")
        if reason and self._stay(reason):
            event.ignore()
            return
        self.tasks.close()
        event.accept()

    def _stay(self, reason: str) -> bool:
        box = QMessageBox(QMessageBox.Icon.Question, _("Thoát"), reason, parent=self)
        leave = box.addButton(_("Thoát"), QMessageBox.ButtonRole.DestructiveRole)
        stay = box.addButton(_("Ở lại"), QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(stay)
        box.exec()
        return box.clickedButton() is not leave
