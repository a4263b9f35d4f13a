"""A page of several parts under one key, chosen on chips; each part is built when it is first shown."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from importlib import import_module
from typing import Any

from PySide6.QtWidgets import QWidget

from motcua_desktop.gui.actions import Action, Hint
from motcua_desktop.gui.pages import PageContext
from motcua_desktop.gui.pages.settings_pane import SettingsPane
from motcua_desktop.gui.widgets.chips import ChipFace, Chips
from motcua_desktop.gui.widgets.page import Page


@dataclass(frozen=True, slots=True)
class Part:
    """A part: its chip, and the module of `gui.pages` and the class it is made from."""

    face: ChipFace
    module: str
    name: str


class PartsPage(Page):
    """`on_enter` takes the key of a part. The first part is shown at the start; Ctrl+1 … choose."""

    def __init__(self, context: PageContext, title: str, parts: Sequence[Part]) -> None:
        super().__init__()
        self.title = title
        self._context = context
        self._parts = {part.face.key: part for part in parts}
        self._built: dict[str, SettingsPane] = {}
        self.chips = Chips([part.face for part in parts])
        self.chips.chosen.connect(self.show_part)
        self._shown: SettingsPane | None = None
        self.body.addWidget(self.chips)
        self.show_part(parts[0].face.key)

    @property
    def part(self) -> SettingsPane:
        """The part in sight."""
        assert self._shown is not None
        return self._shown

    def show_part(self, key: str) -> None:
        """Show a part, built now if it was not, read anew if it was."""
        if key in self._built:
            self._built[key].refresh()
        else:
            made = self._built[key] = self._make(self._parts[key])
            made.stated.connect(self.stated)
            made.wanted.connect(self._wanted)
            self.built(made)
            # Not in a stack: that is as high as its highest part, and the others would scroll at 150 %.
            self.body.addWidget(made, 1)
        self.chips.set_value(key)
        self._show(self._built[key])
        self.stated.emit()
        if self.isVisible():
            self.part.focus_first()

    def _show(self, made: SettingsPane) -> None:
        before, self._shown = self._shown, made
        if before is not None and before is not made:
            before.hide()
        made.show()

    def _make(self, part: Part) -> SettingsPane:
        module = import_module(f"motcua_desktop.gui.pages.{part.module}")
        build: Callable[[PageContext], SettingsPane] = getattr(module, part.name)
        return build(self._context)

    def _wanted(self, page: str, argument: object) -> None:
        """A part of this page is shown here, another page by the window."""
        if page in self._parts:
            self.show_part(page)
        else:
            self.wanted.emit(page, argument)

    def built(self, made: SettingsPane) -> None:
        """A part was made; a page listens here to what only this part tells."""

    # ------------------------------------------------------------ what the window asks
    @property
    def context_line(self) -> str:
        return self.part.context_line

    def keys(self) -> Sequence[Hint]:
        return self.part.keys()

    def actions(self) -> list[Action]:  # type: ignore[override]
        faces = [part.face for part in self._parts.values()]
        choose = [
            Action(f"Ctrl+{number}", face.words, partial(self.show_part, face.key), face.icon)
            for number, face in enumerate(faces, start=1)
        ]
        return [*self.part.actions(), *choose]

    def panes(self) -> Sequence[QWidget]:
        return [self.chips, *self.part.panes()]

    def focus_first(self) -> None:
        self.part.focus_first()

    def on_enter(self, argument: Any = None) -> None:
        if isinstance(argument, str) and argument in self._parts:
            self.show_part(argument)
        else:
            self.refresh()  # a stick may have been plugged in, another desk may have changed a setting

    def refresh(self) -> None:
        self.part.refresh()

    def escape(self) -> bool:
        return self.part.escape()
