"""The day strip: from the day of receipt to the day of return, one cell per day."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QSizePolicy, QWidget

from motcua_desktop.gui.theme import colour, font, px, width_of
from motcua_desktop.gui.theme.paint import frame, hatch, words
from motcua_desktop.i18n import _

CELL, HEIGHT, GAP, NARROWEST, MOST = 64, 72, 4, 56, 7
FOLDED = 1.7
_CENTRE = Qt.AlignmentFlag.AlignHCenter


@dataclass(frozen=True, slots=True)
class StripDay:
    """One day. kind: "received", "counted", "off", "due", "later"; a dossier returned on the day of receipt
    has one "due" day. `word` stands below the date ("Nhận", "1", "Nghỉ", "Trả")."""

    day: date
    kind: str
    word: str = ""


@dataclass(frozen=True, slots=True)
class _Folded:
    days: tuple[StripDay, ...]

    @property
    def counted(self) -> int:
        return sum(day.kind == "counted" for day in self.days)

    @property
    def between(self) -> str:
        return f"{self.days[0].day:%d/%m} – {self.days[-1].day:%d/%m}"

    def width(self, every_day: bool) -> int:
        return max(width_of(self.between), width_of(_unit(every_day))) + 2 * px(4)


def _unit(every_day: bool) -> str:
    return _("ngày") if every_day else _("ngày làm việc")


def weekday_short(day: date) -> str:
    """T2 … T7, CN."""
    return (_("T2"), _("T3"), _("T4"), _("T5"), _("T6"), _("T7"), _("CN"))[day.weekday()]


def folded(days: Sequence[StripDay], room: int) -> list[StripDay | _Folded]:
    """`days` as at most `room` cells: the ends are kept, the middle becomes one cell; later days go first."""
    shown: list[StripDay] = list(days)
    while len(shown) > room and shown[-1].kind == "later":
        shown.pop()
    if len(shown) <= room:
        return list(shown)
    head = 2 if room >= MOST else 1
    return [*shown[:head], _Folded(tuple(shown[head:-2])), *shown[-2:]]


class DayStrip(QWidget):
    """Painted days; the sentence that explains the date is its text for screen readers and its tool tip."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._days: tuple[StripDay, ...] = ()
        self._every_day = False
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_days(self, days: Sequence[StripDay], sentence: str, *, every_day: bool = False) -> None:
        """Show `days`; `sentence` says the same in words. `every_day`: days off count too, so that folded
        days are not called working days."""
        self._days, self._every_day = tuple(days), every_day
        self.setAccessibleName(sentence)
        self.setToolTip(sentence)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        count = min(MOST, max(4, len(self._days)))
        return QSize(count * px(CELL + GAP), px(HEIGHT))

    def minimumSizeHint(self) -> QSize:
        return QSize(4 * px(NARROWEST + GAP), px(HEIGHT))

    def paintEvent(self, event: object) -> None:
        if not self._days:
            return
        painter = QPainter(self)
        gap = px(GAP)
        room = max(4, min(MOST, (self.width() + gap) // px(NARROWEST + GAP)))
        cells = folded(self._days, room)
        for cell, rect in zip(cells, _places(cells, self.width(), self._every_day), strict=True):
            if isinstance(cell, _Folded):
                _paint_folded(painter, rect, cell, self._every_day)
            else:
                _paint_day(painter, rect, cell)


def _places(cells: Sequence[StripDay | _Folded], width: int, every_day: bool) -> list[QRect]:
    """Where the cells stand: folded days are wider than one day, and never narrower than their words."""
    gap, widest = px(GAP), px(96)
    shares = [FOLDED if isinstance(cell, _Folded) else 1.0 for cell in cells]
    one = min((width - gap * (len(cells) - 1)) / sum(shares), widest)
    wide = [one * share for share in shares]
    for place, cell in enumerate(cells):
        if isinstance(cell, _Folded):
            lacking = max(0.0, cell.width(every_day) - wide[place])
            wide = [size - lacking / (len(cells) - 1) for size in wide]
            wide[place] = max(one * FOLDED, cell.width(every_day))
    places, left = [], 0.0
    for size in wide:
        places.append(QRect(round(left), 0, round(left + size) - round(left), px(HEIGHT)))
        left += size + gap
    return places


def _lines(rect: QRect) -> tuple[QRect, QRect, QRect]:
    step = px(20)
    top = rect.y() + (rect.height() - 3 * step) // 2
    inner = rect.adjusted(px(2), 0, -px(2), 0)
    first, second, third = (QRect(inner.x(), top + i * step, inner.width(), step) for i in range(3))
    return first, second, third


def _paint_day(painter: QPainter, rect: QRect, cell: StripDay) -> None:
    ink: QColor = colour("text3")
    if cell.kind == "received":
        frame(painter, rect, colour("surface"), colour("accent"), width=px(2))
        ink = colour("accent")
    elif cell.kind == "due":
        frame(painter, rect, colour("accentfill"), None)
        ink = colour("on_accent")
    elif cell.kind == "counted":
        frame(painter, rect, colour("surface"), colour("line"))
        ink = colour("text")
    else:
        frame(painter, rect, colour("surface2"), None)
        if cell.kind == "off":
            hatch(painter, rect, colour("line"))
        frame(painter, rect, None, colour("line"))
    first, second, third = _lines(rect)
    top = colour("text2") if cell.kind == "counted" else ink
    words(painter, first, weekday_short(cell.day), font(), top, _CENTRE)
    words(painter, second, f"{cell.day.day:02d}", font(12, bold=True), ink, _CENTRE)
    words(painter, third, cell.word, font(), ink, _CENTRE)


def _paint_folded(painter: QPainter, rect: QRect, cell: _Folded, every_day: bool) -> None:
    frame(painter, rect, colour("surface"), colour("ctl"), dashed=True)
    first, second, third = _lines(rect)
    words(painter, first, cell.between, font(), "text3", _CENTRE)
    words(painter, second, str(cell.counted), font(12, bold=True), "text", _CENTRE)
    words(painter, third, _unit(every_day), font(), "text2", _CENTRE)
