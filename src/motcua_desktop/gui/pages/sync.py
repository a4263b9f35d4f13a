"""Sync: to the province, other counters, trusted keys, Excel and public lists, and what differs."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QStackedWidget, QWidget

from motcua_desktop.gui.actions import Action, Hint
from motcua_desktop.gui.pages import PageContext
from motcua_desktop.gui.pages.settings_pane import SettingsPane
from motcua_desktop.gui.pages.sync_province import ProvincePane
from motcua_desktop.gui.widgets.chips import ChipFace, Chips
from motcua_desktop.gui.widgets.page import Page
from motcua_desktop.i18n import _

_PARTS = {
    "province": ("sync_province", "ProvincePane"),
    "counters": ("sync_counters", "CountersPane"),
    "keys": ("sync_keys", "KeysPane"),
    "sheets": ("sync_sheets", "SheetsPane"),
    "checks": ("sync_checks", "ChecksPane"),
}


def make(context: PageContext) -> Page:
    """The page of this module."""
    return SyncPage(context)


class SyncPage(Page):
    """Five parts under one key; `on_enter` takes the key of a part. Each is built when first shown."""

    def __init__(self, context: PageContext) -> None:
        super().__init__()
        self.title = _("Đồng bộ")
        self._context = context
        self._built: dict[str, SettingsPane] = {}
        self.chips = Chips(_faces())
        self.chips.chosen.connect(self.show_part)
        self.stack = QStackedWidget()
        self.body.addWidget(self.chips)
        self.body.addWidget(self.stack, 1)
        self.show_part("province")

    @property
    def part(self) -> SettingsPane:
        """The part in sight."""
        shown = self.stack.currentWidget()
        assert isinstance(shown, SettingsPane)
        return shown

    def show_part(self, key: str) -> None:
        """Show a part, built now if it was not, read anew if it was."""
        if key in self._built:
            self._built[key].refresh()
        else:
            self._build(key)
        self.chips.set_value(key)
        self.stack.setCurrentWidget(self._built[key])
        self.stated.emit()
        if self.isVisible():
            self.part.focus_first()

    def _build(self, key: str) -> None:
        module, name = _PARTS[key]
        build: Callable[[PageContext], SettingsPane] = getattr(
            import_module(f"motcua_desktop.gui.pages.{module}"), name
        )
        made = self._built[key] = build(self._context)
        made.stated.connect(self.stated)
        made.wanted.connect(self.wanted)
        if isinstance(made, ProvincePane):
            made.package_found.connect(self.look)
            made.stated.connect(lambda: self._count(made))
        self.stack.addWidget(made)

    def _count(self, province: ProvincePane) -> None:
        self.chips.set_counts({"counters": province.conflicts} if province.conflicts else {})

    def look(self, path: Path) -> None:
        """What the package of another counter would bring."""
        from motcua_desktop.gui.pages.sync_counters import CountersPane

        self.show_part("counters")
        assert isinstance(self.part, CountersPane)
        self.part.look(path)

    # ------------------------------------------------------------ what the window asks
    @property
    def context_line(self) -> str:
        return self.part.context_line

    def keys(self) -> Sequence[Hint]:
        return self.part.keys()

    def actions(self) -> list[Action]:  # type: ignore[override]
        parts = [
            Action(f"Ctrl+{number}", face.words, partial(self.show_part, face.key), face.icon)
            for number, face in enumerate(_faces(), start=1)
        ]
        return [*self.part.actions(), *parts]

    def panes(self) -> Sequence[QWidget]:
        return [self.chips, *self.part.panes()]

    def focus_first(self) -> None:
        self.part.focus_first()

    def on_enter(self, argument: Any = None) -> None:
        if isinstance(argument, str) and argument in self.chips.keys():  # noqa: SIM118 - Chips is no mapping
            self.show_part(argument)
        else:
            self.refresh()  # a stick may have been plugged in

    def refresh(self) -> None:
        self.part.refresh()

    def escape(self) -> bool:
        return self.part.escape()


def _faces() -> list[ChipFace]:
    return [
        ChipFace("province", _("Gửi tỉnh"), "send"),
        ChipFace("counters", _("Quầy khác"), "arrow-left-right"),
        ChipFace("keys", _("Khóa tin cậy"), "key-round"),
        ChipFace("sheets", _("Excel, công khai"), "sheet"),
        ChipFace("checks", _("Đối chiếu"), "clipboard-list"),
    ]
