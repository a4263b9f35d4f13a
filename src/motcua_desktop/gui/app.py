"""From a data folder to the window: painted first, the counter opened behind it."""

from __future__ import annotations

import logging
import sys
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication, QWidget

from motcua_desktop import paths
from motcua_desktop.domain.dossier import Office
from motcua_desktop.gui.actions import Action
from motcua_desktop.gui.main_window import MainWindow
from motcua_desktop.gui.pages import PAGES, PageContext, build_page
from motcua_desktop.gui.reprint import reprint_last
from motcua_desktop.gui.scanner import Scanner
from motcua_desktop.gui.trouble import Trouble
from motcua_desktop.gui.widgets.button import Button
from motcua_desktop.gui.widgets.page import Page
from motcua_desktop.gui.window_settings import WindowSettings
from motcua_desktop.gui.working_state import working_state
from motcua_desktop.i18n import _

if TYPE_CHECKING:
    from motcua_desktop.counter.counter import Counter

_log = logging.getLogger(__name__)
CLOCK_MS = 30_000
DEMO_FOLDER = "dung-thu"
OpenCounter = Callable[[Path], "Counter"]


def open_window(folder: Path) -> int:
    """Show the window on a data folder until it is closed; the exit code of the program."""
    app = QApplication.instance() or QApplication(["motcua"])
    assert isinstance(app, QApplication)
    app.setApplicationName("motcua")
    app.setApplicationDisplayName(_("Một Cửa"))
    desk = CounterWindow(folder)
    desk.show()
    before = sys.excepthook
    sys.excepthook = desk.tell_fault
    try:
        return app.exec()
    finally:
        sys.excepthook = before
        desk.close()


class CounterWindow(QObject):
    """The main window with the counter of one folder behind it.

    `ready` when the counter is open and the first page stands, `refused(Exception)` when it could not be
    opened.
    """

    ready = Signal()
    refused = Signal(object)

    def __init__(self, folder: Path, open_counter: OpenCounter | None = None) -> None:
        super().__init__()
        self.folder = folder
        self._open = open_counter or _open_counter
        self.settings = WindowSettings(folder)
        self.settings.use()
        self.counter: Counter | None = None
        self.context: PageContext | None = None
        self._cover: QWidget | None = None
        table = [(key, icon, _(words), self._factory(key)) for key, icon, words, _purpose in PAGES]
        self.window = MainWindow(None, table, find=self._find, explain=_explain)
        QApplication.instance().removeEventFilter(self.window.listener)  # type: ignore[union-attr]
        self.window.navigation.set_office(_("Một Cửa"), _("Đang mở sổ hồ sơ"))
        self.window.navigation.setEnabled(False)
        self.window.head.setEnabled(False)
        self._clock = QTimer(self, interval=CLOCK_MS)
        self._clock.timeout.connect(self.tell_hours)
        self._scanner: Scanner | None = None
        self.window.installEventFilter(self)

    def _factory(self, key: str) -> Callable[[MainWindow], Page]:
        def make(_window: MainWindow) -> Page:
            assert self.context is not None
            return build_page(key, self.context)

        return make

    # ------------------------------------------------------------ opening
    def show(self) -> None:
        """Show the window where it last stood, then open the counter."""
        if not self.window.restoreGeometry(self.settings.place()):
            screen = self.window.screen().availableGeometry()
            if screen.width() <= 1440:
                self.window.showMaximized()
        self.window.show()
        QTimer.singleShot(0, self, self.open)

    def open(self) -> None:
        """Open the counter in the background; `ready` or `refused` follows."""
        self.window.tasks.ask(self, self._open, self.folder, then=self._opened, fail=self._not_opened)

    def _opened(self, counter: Counter) -> None:
        from motcua_desktop.gui.printing import Printing

        self.counter = self.window.counter = counter
        printing = Printing(counter.paper, self.settings, self)
        printing.failed.connect(self._not_printed)
        self.context = PageContext(counter, self.window.tasks, self.settings, printing)
        self.window.tasks.ask(self, counter.office.office, then=self._know_office)

    def _know_office(self, office: Office) -> None:
        self._show_office(office)
        if office.name:
            self.begin()
        else:
            self._first_run()

    def begin(self, page: str = "home") -> None:
        """Let keys and pages in and show the first page."""
        assert self.counter is not None
        self._uncover()
        self.window.navigation.setEnabled(True)
        self.window.head.setEnabled(True)
        QApplication.instance().installEventFilter(self.window.listener)  # type: ignore[union-attr]
        self._scanner = Scanner(self)
        self._scanner.scanned.connect(self.window.take_scan)
        self.window.tasks.changed.connect(self._office_may_have_changed)
        officer = self.counter.officer
        post = ", ".join(part for part in (officer.title, officer.desk.lower()) if part)
        self.window.navigation.set_officer(officer.name, post)
        self.tell_hours()
        self._clock.start()
        self.window.add_actions([Action("Ctrl+R", _("In lại giấy hẹn vừa in"), self.reprint, "printer")])
        self.window.go(page)
        self.ready.emit()

    def _first_run(self) -> None:
        from motcua_desktop.gui.pages.first_run import FirstRun

        assert self.context is not None
        cover = FirstRun(self.context)
        cover.finished.connect(self._office_set_up)
        cover.demo_wanted.connect(self.open_demo)
        self._put_over(cover)
        self.ready.emit()

    def _office_set_up(self) -> None:
        assert self.counter is not None
        self.window.tasks.ask(self, self.counter.office.office, then=self._show_office)
        self.begin("intake")

    def open_demo(self) -> None:
        """Play a day with invented people in a folder of its own, and go on there."""
        self.window.tasks.do(
            self, _demo_counter, self.folder / DEMO_FOLDER, then=self._demo_opened, fail=self._not_opened
        )

    def _demo_opened(self, counter: Counter) -> None:
        if self.counter is not None:
            self.counter.close()
        self.window.setWindowTitle(_("Một Cửa, dữ liệu mẫu"))
        self._opened(counter)

    # ------------------------------------------------------------ when it does not open
    def _not_opened(self, error: Exception) -> None:
        _log.error("opening %s", self.folder, exc_info=error)
        self.window.navigation.set_office(_("Một Cửa"), _("Chưa mở được sổ"))
        self._put_over(Trouble(_explain(error), self._again), whole=False)
        self.refused.emit(error)

    def _again(self) -> None:
        self._uncover()
        self.open()

    def _put_over(self, cover: QWidget, *, whole: bool = True) -> None:
        """Lay a widget over the window: all of it, or all but the navigation."""
        self._uncover()
        cover.setParent(self.window.centralWidget())
        self._cover = cover
        cover.setProperty("whole", whole)
        self._place_cover()
        cover.show()
        cover.raise_()
        cover.setFocus()

    def _place_cover(self) -> None:
        if self._cover is None:
            return
        room = self.window.centralWidget().rect()
        left = 0 if self._cover.property("whole") else self.window.navigation.width()
        self._cover.setGeometry(room.adjusted(left, 0, 0, 0))

    def _uncover(self) -> None:
        if self._cover is not None:
            self._cover.hide()
            self._cover.deleteLater()
            self._cover = None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._place_cover()
        elif event.type() == QEvent.Type.Close:
            self.settings.put_place(self.window.saveGeometry())
            self.settings.keep_look()
        return False

    # ------------------------------------------------------------ what the frame says
    def _show_office(self, office: Office) -> None:
        name = office.place or office.name
        self.window.navigation.set_office(name or _("Một Cửa"), _level(office.name))

    def _office_may_have_changed(self) -> None:
        assert self.counter is not None
        self.window.tasks.ask(self, self.counter.office.office, then=self._show_office, name="office")
        self.tell_hours()

    def tell_hours(self) -> None:
        """Say in the navigation whether the office works now."""
        counter = self.counter
        if counter is None:
            return
        self.window.tasks.ask(
            self,
            lambda: working_state(counter.calendar_office.calendar(), counter.now()),
            then=lambda state: self.window.navigation.set_working(*state),
            name="hours",
        )

    def reprint(self) -> None:
        """The slip of the newest dossier once more, marked as a reprint (Ctrl+R)."""
        assert self.context is not None
        reprint_last(self.window, self.context)

    def _not_printed(self, path: Path, _error: Exception) -> None:
        words = _(
            "Máy in không trả lời. Hồ sơ đã lưu, giấy ở {name}. Kiểm tra giấy, rồi bấm Ctrl+R để in lại."
        )
        self.window.show_bar("error", words.format(name=path.name))

    def _find(self, words: str, show: Callable[[list[Any]], None]) -> None:
        search = getattr(self.counter.register if self.counter else None, "find", None)
        if search is None:
            return
        from motcua_desktop.gui.found_dossiers import entries

        self.window.tasks.ask(
            self,
            search,
            words,
            then=lambda lines: show(entries(lines, self.window.go)),
            fail=lambda _error: None,
            name="find",
        )

    def tell_fault(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        """Our own mistake: into the log, and one sentence with the way to the log."""
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        _log.critical("fault", exc_info=(kind, error, trace))
        log = paths.log_dir(self.folder) / "motcua.log"
        sentence = _("Chương trình gặp lỗi. Dữ liệu đã ghi vẫn an toàn; chi tiết ở {path}.").format(path=log)
        copy = Button(_("Chép"), lambda: QApplication.clipboard().setText(str(log)), icon="copy", kind="link")
        self.window.show_bar("error", sentence, copy)

    def close(self) -> None:
        """Close the window and give the register back."""
        self._clock.stop()
        self.window.close()
        if self.context is not None:
            self.context.printing.close()
        if self.counter is not None:
            self.counter.close()
            self.counter = None


def _level(name: str) -> str:
    """The line below the office's name: what kind of unit it is."""
    lower = name.lower()
    if "đặc khu" in lower:
        return _("Một cửa đặc khu")
    return _("Một cửa phường") if "phường" in lower else _("Một cửa xã")


def _explain(error: Exception) -> str:
    from motcua_desktop.say import say

    return say(error)


def _open_counter(folder: Path) -> Counter:
    from motcua_desktop.counter.counter import open_counter

    return open_counter(folder)


def _demo_counter(folder: Path) -> Counter:
    """The counter of the demonstration folder, played first when there is none. It opens on the real
    clock."""
    from motcua_desktop.counter.counter import open_counter
    from motcua_desktop.counter.demonstration import play

    if not paths.database(folder).exists():
        play(folder).close()
    return open_counter(folder)
