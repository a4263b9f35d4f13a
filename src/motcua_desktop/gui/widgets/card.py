"""A card: surface, 1 px line, radius 8; a head and a foot where needed."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLayout, QVBoxLayout, QWidget

from motcua_desktop.gui.theme import IconLabel, fixed, least, margins, spacing
from motcua_desktop.gui.widgets.corners import Corners
from motcua_desktop.gui.widgets.text import label, rule


class Card(QFrame):
    """Add content with `add`. `flush` leaves the body without padding (lists, tables); `lined` draws the line
    below the head."""

    def __init__(
        self,
        title: str = "",
        count: str = "",
        *aside: QWidget,
        flush: bool = False,
        lined: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setProperty("kind", "card")
        self._outer = QVBoxLayout(self)
        self._outer.setContentsMargins(0, 0, 0, 0)  # the style sheet's line is outside the contents already
        self._outer.setSpacing(0)
        self.title: QLabel = label(title, "card")
        self.count: QLabel = label(count, "hint")
        for part in (self.title, self.count):
            part.setParent(self)
            part.setVisible(part is self.title and bool(title))
        self.head = QHBoxLayout()
        margins(self.head, 16, 0, 16, 0)
        spacing(self.head, 8)
        if title:
            self._add_head(aside)
            self.set_count(count)
            if lined:
                self._outer.addWidget(rule())
        self.body = QVBoxLayout()
        pad = 0 if flush else 16
        above = 0 if flush or (title and not lined) else 11
        margins(self.body, pad, above, pad, 0 if flush else 12)
        spacing(self.body, 0 if flush else 8)
        self._outer.addLayout(self.body, 1)
        if flush:
            Corners(self)

    def _add_head(self, aside: tuple[QWidget, ...]) -> None:
        head = QWidget()
        head.setProperty("plain", True)
        fixed(head, height=43)
        head.setLayout(self.head)
        self.head.addWidget(self.title)
        self.head.addWidget(self.count)
        self.head.addStretch(1)
        for widget in aside:
            self.head.addWidget(widget)
        self._outer.addWidget(head)

    def set_count(self, count: str) -> None:
        """The quiet words after the title."""
        self.count.setText(count)
        self.count.setVisible(bool(count))

    def add(self, part: QWidget | QLayout, stretch: int = 0) -> None:
        """Put a widget or layout at the end of the body."""
        if isinstance(part, QWidget):
            self.body.addWidget(part, stretch)
        else:
            self.body.addLayout(part, stretch)

    def set_foot(self, words: str, icon: str = "info") -> QLabel:
        """One quiet sentence under a line at the bottom; the label that says it."""
        foot = QWidget()
        foot.setProperty("plain", True)
        least(foot, height=40)
        inside = QHBoxLayout(foot)
        margins(inside, 16, 4, 16, 4)
        spacing(inside, 8)
        inside.addWidget(IconLabel(icon, "text2", 16))
        said = label(words, "second", wrap=True)
        inside.addWidget(said, 1)
        self.add_foot(foot)
        return said

    def add_foot(self, widget: QWidget) -> None:
        """Any widget under a line at the bottom."""
        self._outer.addWidget(rule())
        self._outer.addWidget(widget)


class Band(QFrame):
    """A heading between the parts of a card: bold words at left, a quiet word at right (36 high)."""

    def __init__(self, title: str, aside: str | QWidget = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "band")
        least(self, height=32)
        layout = QHBoxLayout(self)
        margins(layout, 16, 0, 16, 0)
        layout.addWidget(label(title, "strong"))
        layout.addStretch(1)
        self.aside = label(aside, "hint") if isinstance(aside, str) else aside
        layout.addWidget(self.aside)
