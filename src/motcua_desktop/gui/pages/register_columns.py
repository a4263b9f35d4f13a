"""Which columns of the register are shown; remembered at this desk."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QMenu, QWidget

from motcua_desktop.gui.pages.dossier_list import FIRST_COLUMNS
from motcua_desktop.gui.widgets.table import Table
from motcua_desktop.gui.window_settings import WindowSettings

_SETTING = "register/columns"
_ALWAYS = ("code", "name")


class _StayingMenu(QMenu):
    """Stays open while columns are ticked, with the mouse or Space; Enter ticks the last one, Esc closes."""

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if not self._toggle():
            super().mouseReleaseEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() != Qt.Key.Key_Space or not self._toggle():
            super().keyPressEvent(event)

    def _toggle(self) -> bool:
        """Tick or untick the marked entry; False where that cannot be."""
        entry: QAction | None = self.activeAction()
        if entry is None or not entry.isCheckable() or not entry.isEnabled():
            return False
        entry.trigger()
        return True


class ColumnChoice:
    """Asks with a menu, applies to a table, keeps the choice in the desk's settings."""

    def __init__(self, settings: WindowSettings) -> None:
        self._settings = settings
        kept = settings.text(_SETTING)
        self.shown = set(kept.split()) if kept else set(FIRST_COLUMNS)

    def apply(self, table: Table) -> None:
        """Show the chosen columns."""
        for column in table.rows.columns:
            table.show_column(column.key, column.key in self.shown or column.key in _ALWAYS)

    def choose(self, key: str, shown: bool, table: Table) -> None:
        """Show or hide one column from now on."""
        self.shown = self.shown | {key} if shown else self.shown - {key}
        self._settings.put(_SETTING, " ".join(sorted(self.shown)))
        self.apply(table)

    def ask(self, below: QWidget, table: Table) -> QMenu:
        """Open the menu below a button."""
        menu = _StayingMenu(below)
        for column in table.rows.columns:
            entry = menu.addAction(column.title)
            entry.setCheckable(True)
            entry.setChecked(column.key in self.shown or column.key in _ALWAYS)
            entry.setEnabled(column.key not in _ALWAYS)
            entry.toggled.connect(lambda on, key=column.key: self.choose(key, on, table))
        menu.popup(below.mapToGlobal(below.rect().bottomLeft()))
        return menu
