"""The window: navigation, pages built when first shown, action bar, status bar, and what every key does.

window = MainWindow(counter, factories, find=find_dossiers, explain=say)
window.navigation.set_office("Lý Sơn", "Một cửa đặc khu")
window.go("home")
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QEvent, QRect
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QMainWindow,
    QVBoxLayout,
    QWidget,
)

from motcua_desktop.gui.actions import Action, Hint, KeyListener, checked, is_editing
from motcua_desktop.gui.leaving import stays
from motcua_desktop.gui.page_stack import Factories, PageStack
from motcua_desktop.gui.tasks import Job, Tasks
from motcua_desktop.gui.theme import look, margins, px
from motcua_desktop.gui.widgets.bar import Bar
from motcua_desktop.gui.widgets.button import Button
from motcua_desktop.gui.widgets.command_box import CommandBox, Entry, Find
from motcua_desktop.gui.widgets.nav import Navigation, NavItem
from motcua_desktop.gui.widgets.page import Page
from motcua_desktop.gui.widgets.page_frame import BUSY, HEAD, ActionBar, BusyLine, Head
from motcua_desktop.gui.widgets.status_bar import StatusBar, guide_hint, typed_hints
from motcua_desktop.gui.widgets.toast import Toast
from motcua_desktop.gui.window_actions import PAGE_KEYS, SAME_AS_LAST, box_actions, entries_of, window_actions
from motcua_desktop.i18n import _

__all__ = ["PAGE_KEYS", "SAME_AS_LAST", "MainWindow"]


class MainWindow(QMainWindow):
    """The frame round all pages.

    counter: handed to the pages untouched. factories: (page, icon, label, factory); page is one of
    `PAGE_KEYS`, the factory gets this window (`counter`, `tasks`, `say`, `show_bar`, `go`) and is called when
    the page is first shown. find: dossiers for the command box, listed before the commands. explain: the
    sentence for an error no page took.
    """

    def __init__(
        self,
        counter: Any,
        factories: Factories,
        *,
        find: Find | None = None,
        explain: Callable[[Exception], str] = str,
        tasks: Tasks | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.counter, self.factories, self._find, self._explain = counter, list(factories), find, explain
        self.tasks = tasks or Tasks(self)
        self._undo: Callable[[], object] | None = None
        self._undo_words = ""
        self._hints: list[Hint] = []
        self._more: list[Action] = []
        self._shown_bars: list[Bar] = []
        self.setWindowTitle(_("Một Cửa"))
        self._make_parts()
        self._arrange()
        self._connect()
        self.setMinimumSize(1024, 600)
        self.resize(1366, 690)

    def _make_parts(self) -> None:
        # A page without a key of its own (one dossier) is reached from others and not from the navigation.
        named = [row for row in self.factories if row[0] in PAGE_KEYS]
        items = [NavItem(page, icon, words, PAGE_KEYS[page]) for page, icon, words, _f in named]
        self.navigation = Navigation(items)
        self.head = Head(self.open_command_box)
        self.pages = PageStack(self.factories, self)
        self.action_bar = ActionBar()
        self.status = StatusBar()
        self._shelf = QFrame()
        self._bars = QVBoxLayout(self._shelf)
        margins(self._bars, 24, 0, 24, 0)

    def _arrange(self) -> None:
        column = QVBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addWidget(self._shelf)
        column.addWidget(self.pages, 1)
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
        self.toast = Toast(centre, self.status)
        self._told_at = ""
        self.command_box = CommandBox(centre, self._find_entries)
        self.keys_box = CommandBox(centre, self._find_keys, _("Không có phím nào như vậy"))
        frame = (self.navigation, self.head, self._shelf, self.action_bar, self.status)
        for part in (*frame, self.toast, self.command_box, self.keys_box):
            look().dress(part)

    def _connect(self) -> None:
        self.go = self.pages.go
        self.navigation.picked.connect(self.pages.go)
        self.pages.leaving.connect(self.clear_bars)
        self.pages.shown.connect(self._page_shown)
        self.pages.stated.connect(self._state)
        self.status.stop_asked.connect(self.tasks.cancel)
        self.status.undo_asked.connect(self.undo)
        self.toast.told.connect(self._told)
        self.toast.gone.connect(self._offer_undo)
        self.tasks.slow.connect(self.busy_line.set_busy)
        self.tasks.long.connect(self._tell_work)
        self.tasks.changed.connect(self.pages.refresh)
        self.tasks.trouble.connect(lambda error, _job: self.show_bar("error", self._explain(error)))
        look().changed.connect(self._place_busy_line)
        self.listener = KeyListener(self, self.contexts)
        QApplication.instance().focusChanged.connect(self._say_keys)  # type: ignore[union-attr]

    # ------------------------------------------------------------ pages
    @property
    def page(self) -> Page:
        """The page in sight."""
        return self.pages.page

    def _page_shown(self, page: Page) -> None:
        here = self.pages.key
        self.navigation.set_current(here if here in PAGE_KEYS else "register")  # a dossier is of the register
        if self._told_at != self.pages.key:
            self.toast.hide()  # it speaks of the page before; what it could undo stays in the status bar
        self._state(page)

    def _state(self, page: Page) -> None:
        self.head.say(page.title, page.context_line)
        actions = page.actions()
        self.action_bar.fill(page.bar_widgets(), actions, page.main_action)
        named = [Hint(action.key, action.words) for action in actions if action.show == "status"]
        self._hints = [*page.keys(), *named]
        self._say_keys()

    def _say_keys(self) -> None:
        """The page's keys; while letters are typed into a field only those that work there."""
        typing = is_editing(self.focusWidget())
        self.status.set_hints(typed_hints(self._hints) if typing else self._hints or [guide_hint()])

    def escape(self) -> None:
        """Esc, one thing at a time: box, form of the page, running work, then Home."""
        if self.command_box.close_box() or self.keys_box.close_box() or self.page.escape():
            return
        if not self.tasks.cancel() and self.pages.key != "home" and self.pages.knows("home"):
            self.go("home")

    # ------------------------------------------------------------ keys
    def contexts(self) -> list[list[Action]]:
        """Tables of keys from the inside out; each has every key once."""
        if self.command_box.isVisible() or self.keys_box.isVisible():
            return [box_actions(self)]
        return [checked(self._page_table()), self.window_actions()]

    def _page_table(self) -> list[Action]:
        if not self.pages.key:
            return []
        main = self.page.main_action
        return [*self.page.actions(), *([main] if main else [])]

    def window_actions(self) -> list[Action]:
        """Keys of the whole window."""
        return window_actions(self, self._more)

    def add_actions(self, actions: Sequence[Action]) -> None:
        """Keys that work on every page; `TwoActionsOneKey` when the window has one already."""
        window_actions(self, [*self._more, *actions])
        self._more.extend(actions)

    def open_command_box(self) -> None:
        """Ctrl+K."""
        self.command_box.open()

    def _find_entries(self, search: str, show: Callable[[Sequence[Entry]], None]) -> None:
        entries = entries_of([*self._page_table(), *self.window_actions()], search)
        show(entries)
        if self._find and search.strip():
            self._find(search, lambda dossiers: show([*dossiers, *entries]))

    def _find_keys(self, search: str, show: Callable[[Sequence[Entry]], None]) -> None:
        actions = [*self._page_table(), *self.window_actions()]
        show(entries_of([action for action in actions if action.key], search))

    # ------------------------------------------------------------ telling
    def say(self, words: str, undo: Callable[[], object] | None = None, *, kind: str = "good") -> None:
        """A toast; `undo` is offered beside it and stays on Ctrl+Z until the next act is told. What is too
        long for the toast's one line stands whole in a bar over the page."""
        self._undo, self._undo_words = undo, words if undo else ""
        link = _("Hoàn tác") if undo else ""
        self.toast.say(words, link, self.undo if undo else None, kind=kind)
        if not self.toast.fits(words, link):
            self.toast.hide()
            self.show_bar(kind, words)

    def _told(self) -> None:
        self._told_at = self.pages.key
        self.status.set_undo("")
        self.status.give_way(True)

    def _offer_undo(self) -> None:
        """Once the toast has left, what can still be undone stays small in the status bar."""
        self.status.give_way(self.toast.isVisible())
        self.status.set_undo(self._undo_words if self._undo else "")

    @property
    def can_undo(self) -> bool:
        """Whether the last act told can be undone."""
        return self._undo is not None

    def undo(self) -> None:
        """Undo the last act, once; when there is none, say so."""
        act, self._undo = self._undo, None
        self.toast.hide()
        self._offer_undo()
        if act:
            act()
        else:
            self.say(_("Không còn việc nào để hoàn tác"), kind="info")

    def change_owner(self, owner: str) -> None:
        """Another officer sits down: pages, half-typed forms and undo of the one before are not theirs."""
        self._undo = None
        self.toast.hide()
        self.clear_bars()
        self._offer_undo()
        self.pages.change_owner(owner)

    def show_bar(self, kind: str, sentence: str, *action: QWidget) -> None:
        """A bar over the page until it is closed or another page is shown (machine trouble)."""
        self.clear_bars()
        close = Button(_("Đóng"), self.clear_bars, icon="x", kind="icon", small=True)
        margins(self._bars, 24, 12, 24, 0)
        bar = Bar(kind, sentence, *action, close)
        self._bars.addWidget(bar)
        self._shown_bars.append(bar)

    def clear_bars(self) -> None:
        """Take the bar away."""
        margins(self._bars, 24, 0, 24, 0)
        for bar in self._shown_bars:
            self._bars.removeWidget(bar)
            bar.hide()
            bar.deleteLater()
        self._shown_bars.clear()

    def _tell_work(self, job: Job | None) -> None:
        if job is None:
            self.status.set_work("")
        else:
            words = job.words or _("Đang xử lý")
            self.status.set_work(words, job.done, job.total, can_stop=job.can_cancel)

    def take_scan(self, text: str) -> None:
        """A card scanned wherever it was: the page in sight takes it, else the intake page."""
        if self.page.scanned(text):
            return
        if self.pages.key != "intake" and self.pages.knows("intake"):
            self.go("intake")
            if self.page.scanned(text):
                return
        self.say(_("Máy quét đọc thẻ chưa trọn, chưa ghi gì. Quét lại."), kind="warning")

    # ------------------------------------------------------------ the window itself
    def _place_busy_line(self) -> None:
        left = self.navigation.width()
        self.busy_line.setGeometry(QRect(left, px(HEAD) - 1, self.width() - left, px(BUSY)))

    def resizeEvent(self, event: QEvent) -> None:
        super().resizeEvent(event)  # type: ignore[arg-type]
        self._place_busy_line()

    def closeEvent(self, event: QCloseEvent) -> None:
        reason = self.pages.unsaved()
        if self.tasks.is_changing:
            reason = _("Một việc đang ghi dữ liệu. Thoát bây giờ sẽ chờ việc ấy xong.")
        if reason and stays(self, reason):
            event.ignore()
            return
        self.tasks.close()
        event.accept()
