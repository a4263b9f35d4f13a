"""The list of procedures below the field."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QWidget

from motcua_desktop.domain.procedure import Procedure
from motcua_desktop.gui.pages.intake_words import procedure_icon, term_words
from motcua_desktop.gui.theme import font, paint_icon, px
from motcua_desktop.gui.theme.paint import words
from motcua_desktop.gui.widgets.drop_list import DropList
from motcua_desktop.i18n import _


def procedure_list(parent: QWidget) -> DropList:
    """Icon, name, code, and at the right how long the procedure takes."""
    return DropList(parent, _("Thủ tục"), _spoken, _paint, row=40, wide=640)


def _spoken(entry: Procedure) -> str:
    return f"{entry.name}, {entry.code}, {term_words(entry)}"


def _paint(painter: QPainter, rect: QRect, entry: Procedure) -> None:
    paint_icon(painter, QRect(rect.x() + px(10), rect.y(), px(20), rect.height()), procedure_icon(entry))
    right = QRect(rect.x(), rect.y(), rect.width() - px(10), rect.height())
    said = f"{entry.alias} · {term_words(entry)}" if entry.alias else term_words(entry)
    used = words(painter, right, said, font(), "text3", Qt.AlignmentFlag.AlignRight)
    code = QFontMetrics(font()).horizontalAdvance(entry.code)
    left = rect.x() + px(42)
    room = rect.right() - used - px(30) - left - code - px(12)
    wide = words(painter, QRect(left, rect.y(), room, rect.height()), entry.name, font())
    place = QRect(left + wide + px(8), rect.y(), code + 2, rect.height())
    words(painter, place, entry.code, font(), "text3")
