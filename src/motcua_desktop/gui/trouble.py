"""What stands in the window when the register could not be opened, and the way back from a damaged one."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QFrame, QVBoxLayout

from motcua_desktop import clock
from motcua_desktop.domain.errors import DatabaseDamaged
from motcua_desktop.gui import file_dialog
from motcua_desktop.gui.main_window import MainWindow
from motcua_desktop.gui.theme import colour, margins
from motcua_desktop.gui.widgets.button import Button
from motcua_desktop.gui.widgets.card import Card
from motcua_desktop.gui.widgets.empty_state import EmptyState
from motcua_desktop.i18n import _
from motcua_desktop.say import say

if TYPE_CHECKING:
    from motcua_desktop.counter.safekeeping import Restored


class Trouble(QFrame):
    """Why the register of `folder` could not be opened, and what to do: try again, and for a damaged one put
    a copy back. `again` opens it once more.
    """

    def __init__(
        self, window: MainWindow, folder: Path, error: Exception, again: Callable[[], object]
    ) -> None:
        super().__init__()
        self._window, self._folder, self._again = window, folder, again
        self.sentence = say(error)
        layout = QVBoxLayout(self)
        margins(layout, 24, 24, 24, 24)
        card = Card(flush=True)
        buttons = [Button(_("Thử lại"), again, icon="refresh-cw", kind="main")]
        if isinstance(error, DatabaseDamaged):
            buttons.append(Button(_("Khôi phục từ bản sao"), self.restore, icon="undo-2"))
        title = _("Chưa mở được sổ hồ sơ")
        card.add(EmptyState("octagon-alert", title, self.sentence, *buttons, tint="red"), 1)
        layout.addWidget(card)
        self.setFocusProxy(buttons[0])

    def paintEvent(self, event: object) -> None:
        QPainter(self).fillRect(self.rect(), colour("bg"))

    def choose_copy(self) -> Path | None:
        """Ask which copy: the newest of the data folder is proposed."""
        from motcua_desktop.counter.safekeeping import FOLDER

        copies = sorted((self._folder / FOLDER).glob("*.db"))
        start = copies[-1] if copies else self._folder
        kinds = _("Bản sao sổ hồ sơ (*.db)")
        chosen, _kind = file_dialog.ask(self, _("Khôi phục từ bản sao"), start, kinds)
        return chosen[0] if chosen else None

    def restore(self) -> None:
        """Put the chosen copy back; the damaged file stays beside it under a dated name."""
        from motcua_desktop.counter.safekeeping import restore

        if copy_file := self.choose_copy():
            self._window.tasks.do(
                self,
                lambda: restore(self._folder, copy_file, clock.now(), ""),
                then=lambda restored: self._restored(copy_file, restored),
                fail=lambda error: self._window.show_bar("error", say(error)),
                words=_("Đang khôi phục sổ"),
            )

    def _restored(self, copy_file: Path, restored: Restored) -> None:
        words = _("Đã khôi phục từ {name}: {n} hồ sơ. Hồ sơ nhận sau bản sao ấy: nhập lại theo giấy đã in.")
        told, window = words.format(name=copy_file.name, n=restored.dossiers), self._window
        once = Qt.ConnectionType.SingleShotConnection
        window.pages.shown.connect(lambda _page: window.show_bar("warning", told), once)
        self._again()
