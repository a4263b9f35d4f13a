"""The list of procedures below the field."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from motcua_desktop.domain.procedure import Procedure
from motcua_desktop.gui.pages.dossier_table import paint_lines
from motcua_desktop.gui.pages.intake_words import procedure_icon, term_words
from motcua_desktop.gui.theme import font, paint_icon, px, width_of
from motcua_desktop.gui.theme.paint import words
from motcua_desktop.gui.widgets.drop_list import DropList
from motcua_desktop.i18n import _

ONE_LINE, TWO_LINES, LINE = 40, 52, 20
ICON_ROOM, GAP, EDGE = 42, 16, 10


class ProcedureList(DropList):
    """Icon, name, code, and at the right how long the procedure takes. A name too long for its row goes on in
    a second line and begins with its first word: it is told from others by what the procedure does. `sought`:
    the words that were typed, marked in the names."""

    def __init__(self, parent: QWidget) -> None:
        self.sought = ""
        super().__init__(parent, _("Thủ tục"), _spoken, self._paint, row=self._height, wide=860)

    def _height(self, entry: Procedure) -> int:
        return ONE_LINE if self._fits(entry) else TWO_LINES

    def _fits(self, entry: Procedure) -> bool:
        """Whether name and code have room in one line before the term."""
        beside = width_of(entry.code) + width_of(_aside(entry)) + px(3 * GAP + EDGE)
        return px(ICON_ROOM) + width_of(entry.name) + beside <= self.inner

    def name_room(self, entry: Procedure) -> int:
        """Width of a name, in pixels."""
        beside = max(width_of(entry.code), width_of(_aside(entry))) + px(GAP + EDGE)
        return width_of(entry.name) + px(GAP) if self._fits(entry) else self.inner - px(ICON_ROOM) - beside

    def _paint(self, painter: QPainter, rect: QRect, entry: Procedure) -> None:
        paint_icon(painter, QRect(rect.x() + px(10), rect.y(), px(20), rect.height()), procedure_icon(entry))
        room, code = self.name_room(entry), width_of(entry.code) + 2
        name = QRect(
            rect.x() + px(ICON_ROOM), rect.y() + (rect.height() - px(ONE_LINE)) // 2, room, px(ONE_LINE)
        )
        paint_lines(painter, name, entry.name, self.sought, "text")
        right = Qt.AlignmentFlag.AlignRight
        aside = rect.adjusted(0, 0, -px(EDGE), 0)
        at = QRect(name.right(), rect.y(), code, rect.height())
        if not self._fits(entry):
            middle = rect.center().y() + 1
            aside = QRect(rect.x(), middle - px(LINE), aside.width(), px(LINE))
            at = QRect(aside.right() + 1 - code, middle, code, px(LINE))
        words(painter, aside, _aside(entry), font(), "text3", right)
        words(painter, at, entry.code, font(), "text3", right if not self._fits(entry) else _LEFT)


_LEFT = Qt.AlignmentFlag.AlignLeft


def _aside(entry: Procedure) -> str:
    return f"{entry.alias} · {term_words(entry)}" if entry.alias else term_words(entry)


def _spoken(entry: Procedure) -> str:
    return f"{entry.name}, {entry.code}, {term_words(entry)}"
