"""From a data folder to the window: painted first, the counter opened behind it."""

from __future__ import annotations

import logging
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication

from motcua_desktop import paths
from motcua_desktop.gui.actions import Action
from motcua_desktop.gui.cover import Cover
from motcua_desktop.gui.main_window import MainWindow
from motcua_desktop.gui.opening import DEMO_FOLDER, explain, open_demo, open_late, prepare_pages
from motcua_desktop.gui.pages import PAGES, PageContext, build_page
from motcua_desktop.gui.scanner import CARD, Scanner
from motcua_desktop.gui.widgets.button import Button
from motcua_desktop.gui.widgets.page import Page
from motcua_desktop.gui.window_settings import WindowSettings
from motcua_desktop.i18n import _

if TYPE_CHECKING:
    from motcua_desktop.counter.counter import Counter
    from motcua_desktop.domain.dossier import Office
    from motcua_desktop.gui.daily_copy import DailyCopy
    from motcua_desktop.gui.frame_words import FrameWords
    from motcua_desktop.gui.reminders import Reminders

_log = logging.getLogger(__name__)
SWITCH_S = 0.0005
"""How long work off the window's thread may keep Python while the window waits for it, in seconds. Painting
asks for Python hundreds of times; at Python's own 5 ms a busy worker stops the window for 100 ms."""
NARROW = 1440
"""On a screen not wider than this the window starts maximised."""


class CounterWindow(QObject):
    """The main window with the counter of one folder behind it.

    `ready` when something can be typed (a page, the sign-in, the first run), `prepared` when every page is
    built, `refused(Exception)` when the register could not be opened.
    """

    ready = Signal()
    prepared = Signal()
    refused = Signal(object)

    def __init__(self, folder: Path, open_counter: Callable[[Path], Counter] | None = None) -> None:
        super().__init__()
        sys.setswitchinterval(SWITCH_S)
        self.folder = folder
        self._open = open_counter or open_late
        self.settings = WindowSettings(folder)
        self.settings.use()
        self.counter: Counter | None = None
        self.context: PageContext | None = None
        self._words: FrameWords | None = None
        self._scanner: Scanner | None = None
        self._reminders: Reminders | None = None
        self._copies: DailyCopy | None = None
        table = [(key, icon, _(words), self._factory(key)) for key, icon, words, _purpose in PAGES]
        self.window = MainWindow(None, table, find=self._find, explain=explain)
        self.window.navigation.set_office(_("Một Cửa"), _("Đang mở sổ hồ sơ"))
        self.cover = Cover(self.window)
        self.window.installEventFilter(self)

    def _factory(self, key: str) -> Callable[[MainWindow], Page]:
        def make(_window: MainWindow) -> Page:
            assert self.context is not None
            return build_page(key, self.context)

        return make

    # ------------------------------------------------------------ opening
    def show(self) -> None:
        """Show the window where it last stood, then open the counter."""
        if self.window.restoreGeometry(self.settings.place()):
            self.window.show()
        elif self.window.screen().availableGeometry().width() <= NARROW:
            self.window.showMaximized()
        else:
            self.window.show()
        QTimer.singleShot(0, self, self.open)

    def open(self) -> None:
        """Open the counter in the background; `ready` or `refused` follows."""
        self.window.tasks.ask(self, self._open, self.folder, then=self._opened, fail=self._not_opened)

    def _opened(self, counter: Counter) -> None:
        from motcua_desktop.gui.frame_words import FrameWords
        from motcua_desktop.gui.printing import Printing
        from motcua_desktop.gui.reprint import say_not_printed

        self.counter = self.window.counter = counter
        printing = Printing(counter.paper, self.settings, self)
        printing.failed.connect(lambda path, _error: say_not_printed(self.window, printing, path))
        self.context = PageContext(counter, self.window.tasks, self.settings, printing)
        self._words = FrameWords(self.window, counter, self.settings)
        self._words.left_alone.connect(self.lock)
        if counter.accounts.is_signed_in:
            self._go_in()
        else:
            self._ask_who()

    def _not_opened(self, error: Exception) -> None:
        from motcua_desktop.gui.trouble import Trouble

        _log.error("opening %s", self.folder, exc_info=error)
        self.window.navigation.set_office(_("Một Cửa"), _("Chưa mở được sổ"))
        self.cover.put(Trouble(self.window, self.folder, error, self.open), whole=False)
        self.refused.emit(error)

    # ------------------------------------------------------------ who, and which office
    def lock(self) -> None:
        """Nobody has acted for a while, or a colleague sits down: what was typed stays behind the sign-in."""
        assert self.counter is not None and self._words is not None
        self.window.pages.owner = self.counter.officer.login
        self._words.stop()
        self.counter.accounts.lock()
        self._ask_who()

    def _ask_who(self) -> None:
        from motcua_desktop.gui.sign_in import SignIn

        assert self.context is not None
        login = self.context.counter.officer.login or self.settings.text("login")
        sign_in = SignIn(self.context, login)
        sign_in.signed_in.connect(self._signed_in)
        self.cover.put(sign_in)
        self.ready.emit()

    def _signed_in(self) -> None:
        assert self.counter is not None and self.context is not None
        login = self.counter.officer.login
        self.settings.put("login", login)
        if login != self.window.pages.owner:
            self.context = replace(self.context, drafts={})
            self.window.change_owner(login)
        self._go_in()

    def _go_in(self) -> None:
        assert self.counter is not None
        self.window.tasks.ask(self, self.counter.office.office, then=self._know_office)

    def _know_office(self, office: Office) -> None:
        if office.name:
            self.begin()
            return
        from motcua_desktop.gui.pages.first_run import FirstRun

        assert self.context is not None
        first = FirstRun(self.context)
        first.finished.connect(lambda: self.begin("intake"))
        first.demo_wanted.connect(self.open_demo)
        self.cover.put(first)
        self.ready.emit()

    def begin(self, page: str = "home") -> None:
        """Let keys and pages in; `page` is shown unless one stands already."""
        from motcua_desktop.gui.daily_copy import DailyCopy
        from motcua_desktop.gui.reminders import remind
        from motcua_desktop.gui.reprint import remind_unprinted

        assert self._words is not None and self.counter is not None and self.context is not None
        self.cover.take_away()
        self._words.start()
        if self._reminders is None:
            self._reminders = remind(self.window, self.counter)
            self._copies = DailyCopy(self.window, self.counter)
        if self._scanner is None:
            self._scanner = Scanner(self)
            self._scanner.scanned.connect(self._scanned)
            again, lock = _("In lại giấy hẹn vừa in"), _("Khóa máy, đổi người")
            self.window.add_actions(
                [
                    Action("Ctrl+R", again, self.reprint, "printer"),
                    Action("", lock, self.lock, "lock", can=lambda: bool(self._login()), also=_("đăng xuất")),
                ]
            )
            self.window.navigation.officer_pressed.connect(self._lock_by_hand)
        if self.window.pages.key:
            self.window.page.focus_first()
        else:
            self.window.go(page)
            prepare_pages(self.window, self.prepared.emit)
            remind_unprinted(self.window, self.context)
        self.ready.emit()

    def open_demo(self) -> None:
        """Play a day with invented people in a folder of its own, and go on there."""
        self.window.tasks.do(
            self, open_demo, self.folder / DEMO_FOLDER, then=self._demo_opened, fail=self._not_opened
        )

    def _demo_opened(self, counter: Counter) -> None:
        if self.counter is not None:
            self.counter.close()
        if self._words is not None:
            self._words.stop()
            self._words.deleteLater()
        self._end_reminders()
        self._opened(counter)

    def _lock_by_hand(self) -> None:
        if self._login():
            self.lock()

    def _login(self) -> str:
        """Who is signed in; "" where the office has no accounts and everybody is one."""
        return self.counter.officer.login if self.counter is not None else ""

    # ------------------------------------------------------------ what belongs to no page
    def _scanned(self, text: str) -> None:
        if self.cover.widget is not None or self.counter is None:
            return
        if CARD.match(text):
            self.window.take_scan(text)
        else:
            from motcua_desktop.gui.slip_scan import open_scanned

            open_scanned(self.window, self.counter, text)

    def reprint(self) -> None:
        """The slip of the newest dossier once more, marked as a reprint (Ctrl+R)."""
        from motcua_desktop.gui.reprint import reprint_last

        assert self.context is not None
        reprint_last(self.window, self.context)

    def _find(self, words: str, show: Callable[[list[Any]], None]) -> None:
        from motcua_desktop.gui.found_dossiers import find

        if self.counter is not None:
            find(self.window, self.counter, words, show)

    def tell_fault(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        """Our own mistake: into the log, and one sentence with the way to the log."""
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        _log.critical("fault", exc_info=(kind, error, trace))
        log = paths.log_dir(None if self.folder == paths.data_dir() else self.folder) / "motcua.log"
        sentence = _("Chương trình gặp lỗi. Dữ liệu đã ghi vẫn an toàn; chi tiết ở {path}.").format(path=log)
        copy = Button(_("Chép"), lambda: QApplication.clipboard().setText(str(log)), icon="copy", kind="link")
        self.window.show_bar("error", sentence, copy)

    # ------------------------------------------------------------ leaving
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Close:
            self.settings.put_place(self.window.saveGeometry())
            self.settings.keep_look()
        return False

    def close(self) -> None:
        """Close the window and give the register back."""
        if self._words is not None:
            self._words.stop()
        if self._scanner is not None:
            self._scanner.deleteLater()
        self._end_reminders()
        self.window.close()
        self.window.deleteLater()
        if self.context is not None:
            self.context.printing.close()
        if self.counter is not None:
            if self._copies is not None:
                self._copies.close()
            self.counter.close()
            self.counter = self._copies = None

    def _end_reminders(self) -> None:
        if self._reminders is not None:
            self._reminders.close()
            self._reminders = None
