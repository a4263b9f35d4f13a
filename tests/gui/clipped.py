"""What of a window is cut off: words without room, and parts that reach out of their frame."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QTextDocument
from PySide6.QtWidgets import QAbstractScrollArea, QLabel, QPushButton, QScrollArea, QWidget

from motcua_desktop.gui.theme import paint
from motcua_desktop.gui.widgets.button import Button
from motcua_desktop.gui.widgets.stage import Stage

SLACK = 1
"""Widths of text and of widgets are rounded each for itself."""
GIVES_WAY = ("table_delegate", "page_frame")
"""Cells and the line beside a title: cut where there is no room, whole in a tool tip or on the page."""


def width_of(label: QLabel) -> float:
    """How wide the text stands, on one line; of wrapped text its longest word."""
    if label.wordWrap():
        plain = re.sub(r"<[^>]*>", "", label.text())
        return max((label.fontMetrics().horizontalAdvance(word) for word in plain.split()), default=0)
    if "<" in label.text():
        document = QTextDocument()
        document.setDocumentMargin(0)
        document.setDefaultFont(label.font())
        document.setHtml(label.text())
        return document.idealWidth()
    lines = label.text().split("\n")
    return max(label.fontMetrics().horizontalAdvance(line) for line in lines)


def cut_labels(root: QWidget) -> list[str]:
    """Labels in sight whose text has not enough room and which say no more in a tool tip."""
    found = []
    for label in root.findChildren(QLabel):
        if not label.isVisibleTo(root) or not label.text().strip() or not label.pixmap().isNull():
            continue
        if label.toolTip() or label.visibleRegion().isEmpty():
            continue
        room = label.contentsRect().width() - 2 * label.margin() + SLACK
        tall = label.heightForWidth(label.width()) if label.wordWrap() else label.fontMetrics().height()
        if width_of(label) > room:
            found.append(f"{label.text()!r}: {width_of(label):.0f} > {room} px")
        elif tall > label.height() + 2:
            found.append(f"{label.text()!r}: {tall} > {label.height()} px high")
    return found


def cut_buttons(root: QWidget) -> list[str]:
    """Buttons in sight that are narrower than what stands on them."""
    found = []
    for button in root.findChildren(QPushButton):
        if not button.isVisibleTo(root) or not button.text() or button.toolTip():
            continue
        needs = button.sizeHint().width()
        if not isinstance(button, Button):
            needs = button.fontMetrics().horizontalAdvance(button.text())
        if needs > button.width() + SLACK:
            found.append(f"{button.text()!r}: {needs} > {button.width()} px")
    return found


def spilled(root: QWidget) -> list[str]:
    """Parts in sight that reach out of what holds them, where no scroll bar brings them back."""
    found = []
    for part in root.findChildren(QWidget):
        around = part.parentWidget()
        if around is None or part.isWindow() or not part.isVisibleTo(root) or part.width() <= 0:
            continue
        area = around.parentWidget()
        if isinstance(area, QAbstractScrollArea) and area.viewport() is around:
            fixed = area.horizontalScrollBarPolicy() == Qt.ScrollBarPolicy.ScrollBarAlwaysOff
            if isinstance(area, QScrollArea) and fixed and part.width() > around.width() + SLACK:
                found.append(f"{named(part)} in {named(area)}: {part.width()} > {around.width()} px wide")
            continue
        inside = around.rect().adjusted(-SLACK, -SLACK, SLACK, SLACK)
        if not inside.contains(part.geometry()):
            found.append(f"{named(part)} {part.geometry()} outside {named(around)} {around.rect()}")
    return found


def sideways(root: QWidget) -> list[str]:
    """A page in sight that must be scrolled sideways to be read."""
    return [
        f"{stage.widget().width()} > {stage.viewport().width()} px, sideways"
        for stage in root.findChildren(Stage)
        if stage.isVisibleTo(root) and stage.widget().width() > stage.viewport().width() + SLACK
    ]


def cut_off(window: QWidget) -> list[str]:
    """Everything of the window that is cut off as it stands."""
    cut: list[str] = []
    with painted(cut):
        window.grab()  # also puts the whole of a line that gives way into its tool tip
    return [*cut, *cut_labels(window), *cut_buttons(window), *spilled(window), *sideways(window)]


def named(part: QWidget) -> str:
    """A part as somebody who mends it would call it."""
    words = part.accessibleName() or (part.text() if isinstance(part, QLabel | QPushButton) else "")
    return f"{type(part).__name__}({words[:30]!r})"


@contextmanager
def painted(cut: list[str]) -> Iterator[None]:
    """While this lasts, words painted into too little room are added to `cut`."""

    def words(painter: QPainter, rect: QRect, text: str, made: QFont, *rest: Any, **more: Any) -> int:
        needed = QFontMetrics(made).horizontalAdvance(text)
        if text and needed > rect.width() + SLACK:
            cut.append(f"{text!r}: {needed} > {rect.width()} px, painted")
        return whole(painter, rect, text, made, *rest, **more)

    whole = paint.words
    users = [
        module
        for name, module in list(sys.modules.items())
        if name.startswith("motcua_desktop.gui.") and name.rpartition(".")[2] not in GIVES_WAY
        if vars(module).get("words") is whole
    ]
    for module in users:
        module.words = words  # type: ignore[attr-defined]
    try:
        yield
    finally:
        for module in users:
            module.words = whole  # type: ignore[attr-defined]
