"""What the frame says besides the pages: the office, who sits there, whether it works now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QPixmap

from motcua_desktop.domain.commune import Level, level_of
from motcua_desktop.domain.dossier import Office, Officer
from motcua_desktop.gui.main_window import MainWindow
from motcua_desktop.gui.office_look import OfficeLook, picture, read_look
from motcua_desktop.gui.only_looking import only_looking
from motcua_desktop.gui.widgets.page import Page
from motcua_desktop.gui.window_settings import WindowSettings
from motcua_desktop.gui.working_state import working_state
from motcua_desktop.i18n import _

if TYPE_CHECKING:
    from motcua_desktop.counter.counter import Counter

CLOCK_MS = 30_000


class FrameWords(QObject):
    """Told anew every half minute and after each change. `left_alone` when nobody has acted for too long."""

    left_alone = Signal()

    def __init__(self, window: MainWindow, counter: Counter, settings: WindowSettings) -> None:
        super().__init__(window)
        self._window, self._counter, self._settings = window, counter, settings
        self._clock = QTimer(self, interval=CLOCK_MS)
        self._clock.timeout.connect(self._tick)
        window.tasks.changed.connect(self.tell)
        window.pages.shown.connect(self._say_rights)

    def start(self) -> None:
        """Say everything, and go on saying it."""
        self.tell()
        self._clock.start()

    def stop(self) -> None:
        """The desk is locked or the window closes."""
        self._clock.stop()

    def tell(self) -> None:
        """Officer, office and hours as they are now; whoever makes the first account is signed in with it."""
        if self._counter.accounts.is_signed_in:
            self._show_officer(self._counter.officer)
            ask = self._window.tasks.ask
            ask(self, self._office, then=lambda known: self.show_office(*known), name="office")
            ask(self, self._hours, then=lambda now: self._window.navigation.set_working(*now), name="hours")

    def _say_rights(self, _page: Page) -> None:
        if words := only_looking(self._counter, self._window.pages.key):
            self._window.show_bar("info", words)

    def _hours(self) -> tuple[str, str]:
        return working_state(self._counter.calendar_office.calendar(), self._counter.now())

    def _tick(self) -> None:
        self.tell()
        self._window.tasks.ask(
            self, self._counter.accounts.is_idle, then=lambda idle: self.left_alone.emit() if idle else None
        )

    def _office(self) -> tuple[Office, OfficeLook]:
        return self._counter.office.office(), read_look(self._counter)

    def show_office(self, office: Office, chosen: OfficeLook) -> None:
        """Name and kind of the office, its colours, and its picture where there is one that can be read."""
        self._settings.wear_office(chosen.accent, chosen.nav)
        logo = picture(chosen.logo)
        self._window.setWindowTitle(_("Một Cửa, dữ liệu mẫu") if office.is_sample else _("Một Cửa"))
        self._window.navigation.set_office(
            office.place or office.name or _("Một Cửa"),
            _("Dữ liệu mẫu") if office.is_sample else _level(office.name),
            logo=None if logo.isNull() else _square(logo),
        )

    def _show_officer(self, officer: Officer) -> None:
        post = ", ".join(part for part in (officer.title, officer.desk.lower()) if part)
        does = _("Bấm để khóa máy, đổi người") if officer.login else ""
        self._window.navigation.set_officer(officer.name, post, does)


def _square(picture: QPixmap) -> QPixmap:
    """A picture in the middle of a clear square, so that it is not drawn out of shape."""
    side = max(picture.width(), picture.height())
    made = QPixmap(side, side)
    made.fill(Qt.GlobalColor.transparent)
    painter = QPainter(made)
    painter.drawPixmap((side - picture.width()) // 2, (side - picture.height()) // 2, picture)
    painter.end()
    return made


def _level(name: str) -> str:
    """The line below the office's name: what kind of unit it is."""
    return {
        Level.SPECIAL_ZONE: _("Một cửa đặc khu"),
        Level.WARD: _("Một cửa phường"),
        Level.COMMUNE: _("Một cửa xã"),
    }[level_of(name)]
