"""The list of procedures below the field."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QWidget

from motcua_desktop.domain.procedure import Procedure
from motcua_desktop.domain.sought import place
from motcua_desktop.gui.pages.intake_words import procedure_icon, term_words
from motcua_desktop.gui.theme import font, paint_icon, px
from motcua_desktop.gui.theme.paint import words
from motcua_desktop.gui.widgets.drop_list import DropList
from motcua_desktop.i18n import _

AHEAD = 0.75
"""So much of the row what was sought ends in at the latest: what comes after it tells names apart."""


class ProcedureList(DropList):
    """Icon, name, code, and at the right how long the procedure takes. `sought`: the words that were typed,
    kept in sight in a name too long for its row."""

    def __init__(self, parent: QWidget) -> None:
        self.sought = ""
        super().__init__(parent, _("Thủ tục"), _spoken, self._paint, row=40, wide=700)

    def _paint(self, painter: QPainter, rect: QRect, entry: Procedure) -> None:
        paint_icon(painter, QRect(rect.x() + px(10), rect.y(), px(20), rect.height()), procedure_icon(entry))
        right = QRect(rect.x(), rect.y(), rect.width() - px(10), rect.height())
        said = f"{entry.alias} · {term_words(entry)}" if entry.alias else term_words(entry)
        used = words(painter, right, said, font(), "text3", Qt.AlignmentFlag.AlignRight)
        metrics = QFontMetrics(font())
        code, left = metrics.horizontalAdvance(entry.code), rect.x() + px(42)
        room = rect.right() - used - px(30) - left - code - px(12)
        name = in_sight(entry.name, self.sought, metrics, room)
        wide = words(painter, QRect(left, rect.y(), room, rect.height()), name, font())
        at = QRect(left + wide + px(8), rect.y(), code + 2, rect.height())
        words(painter, at, entry.code, font(), "text3")


def in_sight(name: str, sought: str, metrics: QFontMetrics, room: int) -> str:
    """The name, without so many of its first words that what was sought can be read in `room`."""
    _start, end = place(sought, name)
    wide = metrics.horizontalAdvance
    if wide(name) <= room or wide(f"{name[:end]}…") <= room:
        return name
    cuts = [0, *(at + 1 for at, letter in enumerate(name[:end]) if letter == " ")]
    fitting = [cut for cut in cuts[1:] if wide(f"…{name[cut:end]}…") <= room * AHEAD]
    return f"…{name[fitting[0] if fitting else cuts[-1] :]}"


def _spoken(entry: Procedure) -> str:
    return f"{entry.name}, {entry.code}, {term_words(entry)}"
