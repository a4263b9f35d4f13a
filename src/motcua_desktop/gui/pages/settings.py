"""Settings: general, procedures, applicants, accounts."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from importlib import import_module
from typing import Any

from PySide6.QtWidgets import QStackedWidget, QWidget

from motcua_desktop.domain.lifecycle import Role
from motcua_desktop.gui.actions import Action, Hint
from motcua_desktop.gui.pages import PageContext
from motcua_desktop.gui.pages.settings_pane import SettingsPane
from motcua_desktop.gui.widgets.chips import ChipFace, Chips
from motcua_desktop.gui.widgets.page import Page
from motcua_desktop.i18n import _

_PARTS = {
    "general": ("settings_general", "GeneralPane"),
    "catalogue": ("catalogue", "CataloguePane"),
    "people": ("people", "PeoplePane"),
    "accounts": ("accounts", "AccountsPane"),
}


def make(context: PageContext) -> Page:
    """The page of this module."""
    return SettingsPage(context)


class SettingsPage(Page):
    """Four parts under one key; `on_enter` takes the key of a part. Each is built when first shown."""

    def __init__(self, context: PageContext) -> None:
        super().__init__()
        self.title = _("Cài đặt")
        self._context = context
        self._built: dict[str, SettingsPane] = {}
        self.chips = Chips(self._faces())
        self.chips.chosen.connect(self.show_part)
        self.stack = QStackedWidget()
        self.body.addWidget(self.chips)
        self.body.addWidget(self.stack, 1)
        self.show_part("general")

    def _faces(self) -> list[ChipFace]:
        faces = [
            ChipFace("general", _("Chung"), "settings"),
            ChipFace("catalogue", _("Thủ tục"), "book-open"),
            ChipFace("people", _("Người nộp"), "users"),
        ]
        if self._context.counter.officer.role == Role.ADMIN:
            faces.append(ChipFace("accounts", _("Tài khoản"), "key-round"))
        return faces

    @property
    def part(self) -> SettingsPane:
        """The part in sight."""
        shown = self.stack.currentWidget()
        assert isinstance(shown, SettingsPane)
        return shown

    def show_part(self, key: str) -> None:
        """Show a part, built now if it was not."""
        if key not in self._built:
            module, name = _PARTS[key]
            build: Callable[[PageContext], SettingsPane] = getattr(
                import_module(f"motcua_desktop.gui.pages.{module}"), name
            )
            made = self._built[key] = build(self._context)
            made.stated.connect(self.stated)
            made.wanted.connect(self.wanted)
            self.stack.addWidget(made)
        self.chips.set_value(key)
        self.stack.setCurrentWidget(self._built[key])
        self.stated.emit()
        if self.isVisible():
            self.part.focus_first()

    # ------------------------------------------------------------ what the window asks
    @property
    def context_line(self) -> str:
        return self.part.context_line

    def keys(self) -> Sequence[Hint]:
        return self.part.keys()

    def actions(self) -> list[Action]:  # type: ignore[override]
        parts = [
            Action(f"Ctrl+{number}", face.words, partial(self.show_part, face.key), face.icon)
            for number, face in enumerate(self._faces(), start=1)
        ]
        return [*self.part.actions(), *parts]

    def panes(self) -> Sequence[QWidget]:
        return [self.chips, *self.part.panes()]

    def focus_first(self) -> None:
        self.part.focus_first()

    def on_enter(self, argument: Any = None) -> None:
        if isinstance(argument, str) and argument in self.chips.keys():  # noqa: SIM118 - Chips is no mapping
            self.show_part(argument)

    def refresh(self) -> None:
        self.part.refresh()

    def escape(self) -> bool:
        return self.part.escape()
