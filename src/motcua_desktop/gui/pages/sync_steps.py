"""The three steps of the trip as cards: make, carry, read the answer."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from motcua_desktop.gui.theme import IconLabel, colour, fixed, font, least, margins, px, spacing
from motcua_desktop.gui.theme.paint import frame, words
from motcua_desktop.gui.widgets.button import Button
from motcua_desktop.gui.widgets.card import Card
from motcua_desktop.gui.widgets.flow import Flow
from motcua_desktop.gui.widgets.text import label, row


class _Number(QWidget):
    """The number of a step in its disc; the step whose turn it is is filled."""

    def __init__(self, number: int) -> None:
        super().__init__()
        self._number, self.is_turn = number, False
        fixed(self, 24, 24)

    def sizeHint(self) -> QSize:
        return QSize(px(24), px(24))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        back, ink = ("accentfill", "on_accent") if self.is_turn else ("soft", "accent")
        frame(painter, self.rect(), colour(back), None, radius=12)
        place = QRect(0, 0, self.width(), self.height())
        words(painter, place, str(self._number), font(bold=True), ink, Qt.AlignmentFlag.AlignHCenter)


class StepCard(Card):
    """Number, name, what there is to do, one quiet line or a choice in its place, one button; `aside` stands
    in the head."""

    def __init__(
        self,
        number: int,
        title: str,
        icon: str,
        button: Button,
        choice: QWidget | None = None,
        aside: QWidget | None = None,
    ) -> None:
        super().__init__()
        self._number, self.button = _Number(number), button
        head = QHBoxLayout()
        margins(head, 0, 0, 0, 0)
        spacing(head, 8)
        name = Flow()  # with large letters what stands aside goes on below the title
        spacing(name, 8)
        named, mark = (
            (self._number, label(title, "card"), *([aside] if aside else [])),
            IconLabel(icon, "accent"),
        )
        for part in named:
            name.addWidget(part)
        for part in (*named, mark):
            fixed(part, height=24)  # no higher than the number, so that the heads of all cards stand level
        head.addLayout(name, 1)
        head.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
        self.sum: QLabel = label("", "sum", wrap=True)
        self.line: QLabel = label("", "second", wrap=True)
        self.add(head)
        self.add(self.sum)
        self.add(choice or self.line)
        self.body.addStretch(1)
        self.add(row(button, 1))
        spacing(self.body, 4)
        least(self, 260)

    def say(self, what: str, line: str) -> None:
        """Show what there is to do."""
        self.sum.setText(what)
        self.line.setText(line)

    def set_turn(self, is_turn: bool) -> None:
        """Whether this is the likeliest next step: its disc and its button are filled."""
        self._number.is_turn = is_turn
        self.button.set_kind("main" if is_turn else "plain")
        self._number.update()
