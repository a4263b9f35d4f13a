"""What has the focus is in sight: on a low window not all of the form is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, QTimer
from PySide6.QtWidgets import QScrollArea, QWidget

from motcua_desktop.gui.theme import px
from motcua_desktop.gui.widgets.field import Field

if TYPE_CHECKING:
    from motcua_desktop.gui.pages.intake import IntakePage

AROUND = 32


def bring_into_sight(page: IntakePage, focus: QWidget | None) -> None:
    """Scroll to what has the focus on this page, once what is said beside it has its room."""
    if focus is not None and page.isAncestorOf(focus):
        QTimer.singleShot(0, focus, lambda: _scroll(page, focus))


def _scroll(page: IntakePage, focus: QWidget) -> None:
    if page.form.copies.isAncestorOf(focus):
        page.form.left.show_end()
    area: QWidget | None = focus
    while area is not None:
        area = area.parentWidget()
        if isinstance(area, QScrollArea) and (content := area.widget()) is not None:
            # All of a list, where Qt alone would show its current line; and what is said below a field.
            parent = focus.parentWidget()
            whole = parent if isinstance(parent, Field) else focus
            place = QRect(whole.mapTo(content, QPoint(0, 0)), whole.size())
            area.ensureVisible(place.x(), place.bottom(), 0, px(AROUND))
            area.ensureVisible(place.x(), place.top(), 0, px(AROUND))
