"""Searching the general settings: what answers the words best stands first."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from motcua_desktop.domain.text import fold
from motcua_desktop.gui.pages.settings_row import SettingRow
from motcua_desktop.gui.widgets.card import Card

if TYPE_CHECKING:
    from motcua_desktop.gui.pages.settings_general import GeneralPane


@dataclass(frozen=True, slots=True)
class GroupCard:
    """A group of settings: its lines, each with the rule above it."""

    card: Card
    parts: list[tuple[SettingRow, QWidget]]

    def is_named(self, wanted: list[str]) -> bool:
        """Whether the folded words are in the name of the group."""
        return bool(wanted) and all(word in fold(self.card.title.text()) for word in wanted)

    def shown(self, wanted: list[str]) -> list[tuple[SettingRow, QWidget]]:
        """The lines the folded words ask for: all of them where they are in the name of the group."""
        whole = self.is_named(wanted)
        return [pair for pair in self.parts if whole or pair[0].rank(wanted)]

    def rank(self, wanted: list[str]) -> int:
        """How well the best line answers."""
        return max(made.rank(wanted) for made, _line in self.parts)


def show_found(pane: GeneralPane, wanted: list[str]) -> int:
    """Only the lines that have the words, the group with the best answer first; returns how many lines."""
    found = 0
    order = sorted(pane.cards, key=lambda group: -group.rank(wanted)) if wanted else pane.cards
    for place, group in enumerate(order):
        shown = group.shown(wanted)
        for made, line in group.parts:
            made.setVisible((made, line) in shown)
            line.setVisible((made, line) in shown[1:])
        group.card.setVisible(bool(shown))
        found += len(shown)
        if pane.inside.indexOf(group.card) != place:
            pane.inside.removeWidget(group.card)
            pane.inside.insertWidget(place, group.card)
    made_rows = [made for group in order for made, _line in group.parts]
    stops = [part for made in made_rows for part in (made.clear, made.control) if part is not None]
    for before, after in pairwise(stops):  # Tab goes down the page as it stands
        QWidget.setTabOrder(before, after)
    return found


def best_found(pane: GeneralPane, wanted: list[str]) -> SettingRow | None:
    """The line in sight that can be changed and answers the words best; of a group that is called so the
    first, which stands at the top."""
    shown = {
        made: group.rank(wanted) if group.is_named(wanted) else made.rank(wanted) if wanted else 0
        for group in pane.cards
        for made, _line in group.parts
        if made.isVisible() and made.control.isEnabled()
    }
    return max(shown, key=lambda made: shown[made], default=None)
