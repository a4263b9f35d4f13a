"""A layout for number cards: one row per group where they fit, else all of them in a grid of flat cards."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import QWidget

from motcua_desktop.gui.widgets.number_card import AnyCard
from motcua_desktop.gui.widgets.wrapping import Wrapping


class CardGrid(Wrapping):
    """Every card is as wide as its words need, and more where there is room. With large letters or in a
    narrow window the gaps between them are halved first; then the cards go on in the next rows, flat, so that
    the work below them stays in sight. Gaps follow `spacing`."""

    def __init__(self, *groups: Sequence[AnyCard], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._groups = [list(group) for group in groups]
        for group in groups:
            for card in group:
                self.addWidget(card)

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation.Horizontal

    def sizeHint(self) -> QSize:
        width = max((self._needed(group, self.spacing()) for group in self._groups), default=0)
        return QSize(width, self.heightForWidth(width))

    def minimumSize(self) -> QSize:
        widest = max((card.flat_size().width() for group in self._groups for card in group), default=0)
        return QSize(widest, 0)

    def rows(self, width: int) -> list[list[AnyCard]]:
        """Which cards stand side by side in this width."""
        if all(self._needed(group, self.spacing() // 2) <= width for group in self._groups):
            return self._groups
        cards = [card for group in self._groups for card in group]
        widest = max(card.flat_size().width() for card in cards)
        most = max(1, (width + self.spacing()) // (widest + self.spacing()))
        lines = -(-len(cards) // most)
        across = -(-len(cards) // lines)
        return [cards[start : start + across] for start in range(0, len(cards), across)]

    def _needed(self, group: Sequence[AnyCard], gap: int) -> int:
        return sum(card.minimumSizeHint().width() for card in group) + gap * (len(group) - 1)

    def _gap(self, width: int) -> int:
        usual = self.spacing()
        fits = all(self._needed(group, usual) <= width for group in self._groups)
        return usual if fits or self.rows(width) is not self._groups else usual // 2

    def _arrange(self, rect: QRect, *, move: bool) -> int:
        rows, gap, y = self.rows(rect.width()), self._gap(rect.width()), rect.y()
        is_flat = rows is not self._groups
        slots = max(map(len, rows), default=0) if is_flat else 0
        down = self.spacing() // (2 if is_flat else 1)
        for row in rows:
            height = max((card.flat_size() if is_flat else card.sizeHint()).height() for card in row)
            if move:
                least = [0] * slots if is_flat else [card.minimumSizeHint().width() for card in row]
                x = rect.x()
                for card, width in zip(row, shares(least, rect.width(), gap), strict=False):
                    card.setGeometry(QRect(x, y, width, height))
                    x += width + gap
            y += height + down
        return y - down - rect.y() if rows else 0


def shares(least: Sequence[int], room: int, gap: int) -> list[int]:
    """`room` divided evenly, but nobody gets less than `least`; one pixel may be left over."""
    free = room - gap * (len(least) - 1)
    given, left = [0] * len(least), len(least)
    for place in sorted(range(len(least)), key=lambda n: -least[n]):
        given[place] = max(least[place], free // left)
        free -= given[place]
        left -= 1
    return given
