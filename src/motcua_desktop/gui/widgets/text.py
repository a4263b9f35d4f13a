"""Labels and small layout helpers."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLayout,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from motcua_desktop.gui.theme import margins, spacing


def label(
    words: str = "",
    role: str = "body",
    *,
    wrap: bool = False,
    right: bool = False,
    buddy: QWidget | None = None,
) -> QLabel:
    """A label in one of the roles of the style sheet.

    Roles: body, title, card, sum, due, strong, second, hint, link, warning, error, good. Words may hold
    `<b>`.
    """
    made = QLabel(words)
    made.setProperty("role", role)
    made.setWordWrap(wrap)
    if right:
        made.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
    if buddy:
        made.setBuddy(buddy)
    return made


class _Elided(QLabel):
    """One line that gives way: cut with an ellipsis, whole in the tool tip; or not there at all (`whole`)."""

    whole = False

    def minimumSizeHint(self) -> QSize:
        return QSize(0, super().minimumSizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        shown = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, self.width())
        self.setToolTip(self.text() if shown != self.text() else "")
        if self.whole and shown != self.text():
            return
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        painter.drawText(self.rect(), self.alignment() | Qt.TextFlag.TextSingleLine, shown)


def elided(words: str = "", role: str = "body", *, whole: bool = False) -> QLabel:
    """A label of one line that is cut where there is no room, so that it never widens a page. A hint that
    says nothing when cut is shown `whole` or not at all."""
    made = _Elided(words)
    made.whole = whole
    made.setProperty("role", role)
    made.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
    return made


def set_role(shown: QLabel, role: str) -> None:
    """Change the role of a label already on screen."""
    if shown.property("role") != role:
        shown.setProperty("role", role)
        restyle(shown)


def restyle(widget: QWidget) -> None:
    """Read the style sheet again after a property it looks at has changed."""
    widget.style().unpolish(widget)
    widget.style().polish(widget)
    widget.update()


def row(*parts: QWidget | QLayout | int | None, gap: int = 8) -> QHBoxLayout:
    """A horizontal layout without margins; an int is a stretch, None is skipped."""
    return _filled(QHBoxLayout(), parts, gap)  # type: ignore[return-value]


def column(*parts: QWidget | QLayout | int | None, gap: int = 8) -> QVBoxLayout:
    """A vertical layout without margins; an int is a stretch, None is skipped."""
    return _filled(QVBoxLayout(), parts, gap)  # type: ignore[return-value]


def _filled(layout: QBoxLayout, parts: tuple[QWidget | QLayout | int | None, ...], gap: int) -> QBoxLayout:
    margins(layout, 0, 0, 0, 0)
    spacing(layout, gap)
    for part in parts:
        if isinstance(part, int):
            layout.addStretch(part)
        elif isinstance(part, QWidget):
            layout.addWidget(part)
        elif part is not None:
            layout.addLayout(part)
    return layout


def holder(layout: QLayout) -> QWidget:
    """A transparent widget with this layout."""
    made = QWidget()
    made.setProperty("plain", True)
    made.setLayout(layout)
    return made


def rule() -> QFrame:
    """A 1 px line across."""
    made = QFrame()
    made.setProperty("kind", "rule")
    return made


def scrolled(content: QWidget, area: QScrollArea | None = None) -> QScrollArea:
    """`content` in a vertical scroll area without frame (`area`, or a new one); it keeps its width."""
    area = QScrollArea() if area is None else area
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    content.setProperty("plain", True)
    area.viewport().setAutoFillBackground(False)
    area.setWidget(content)
    content.setAutoFillBackground(False)
    return area
