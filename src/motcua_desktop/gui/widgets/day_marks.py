"""The marks of days in a calendar, and the legend that names them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter
from PySide6.QtWidgets import QSizePolicy, QWidget

from motcua_desktop.gui.theme import colour, font, px
from motcua_desktop.gui.theme.paint import frame, hatch, words

_CENTRE = Qt.AlignmentFlag.AlignHCenter
#: mark → ground, edge, ink; a tint of the tokens by name.
_LOOKS = {
    "holiday": ("accentfill", None, "on_accent"),
    "in_lieu": ("soft", "accent", "accent"),
    "swap": ("violet_back", "violet_text", "violet_text"),
    "makeup": ("green_back", "green_text", "green_text"),
    "proposed": ("amber_back", "amber_text", "amber_text"),
    "closed": ("red_back", "red_text", "red_text"),
    "desk": ("surface", "ctl", "text2"),
}
GAP, SAMPLE = 8, 24
#: A mark does not grow with a large cell.
WIDEST, TALLEST = 30, 24


def paint_day(
    painter: QPainter, place: QRect, number: str, mark: str, ink: QColor, *, today: bool = False
) -> None:
    """One day: its number, the frame of its mark, today round and dark."""
    inner = QRect(0, 0, min(place.width(), px(WIDEST)), min(place.height() - 2, px(TALLEST)))
    inner.moveCenter(place.center())
    if mark:
        back, edge, name = _LOOKS[mark]
        frame(painter, inner, colour(back), None, radius=4)
        if mark == "closed":
            lines = colour("red_text")
            lines.setAlpha(90)
            hatch(painter, inner, lines, radius=4, gap=5)
        if edge and not today:
            frame(painter, inner, None, colour(edge), radius=4, dashed=mark == "proposed")
        ink = colour(name)
    made = font(bold=bool(mark) or today)
    if mark == "makeup":
        made.setUnderline(True)
    if today and not mark:
        ink = colour("surface")
        _paint_today(painter, inner.adjusted(-px(1), 0, px(1), 0), filled=True)
    words(painter, place, number, made, ink, _CENTRE, elide=False)
    if today and mark:
        _paint_today(painter, inner, filled=False)


def _paint_today(painter: QPainter, place: QRect, *, filled: bool) -> None:
    """The sign of today: round and dark as no mark is; over a mark its dark edge in the mark's own shape, a
    ring across a box could not be read."""
    ink = colour("text")
    frame(painter, place, ink if filled else None, ink, radius=12 if filled else 4, width=px(2))


class Legend(QWidget):
    """Samples of marks with their words; wraps where there is no room."""

    def __init__(self, samples: Sequence[tuple[str, str, str]], parent: QWidget | None = None) -> None:
        """`samples` are (number shown, mark, words); the mark "today" is its own."""
        super().__init__(parent)
        self._samples = tuple(samples)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAccessibleName(", ".join(shown for _number, _mark, shown in samples))

    def _widths(self) -> list[int]:
        metrics = QFontMetrics(font())
        return [px(SAMPLE + GAP) + metrics.horizontalAdvance(shown) for _n, _m, shown in self._samples]

    def _rows(self, width: int) -> list[list[int]]:
        """Numbers of the samples of each row."""
        rows: list[list[int]] = [[]]
        used = 0
        for number, wide in enumerate(self._widths()):
            if rows[-1] and used + wide > width:
                rows.append([])
                used = 0
            rows[-1].append(number)
            used += wide + px(GAP)
        return rows

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return len(self._rows(width)) * px(26)

    def sizeHint(self) -> QSize:
        return QSize(sum(self._widths()) + px(GAP) * (len(self._samples) - 1), px(26))

    def minimumSizeHint(self) -> QSize:
        return QSize(max(self._widths(), default=0), px(26))

    def paintEvent(self, event: object) -> None:
        painter = QPainter(self)
        widths = self._widths()
        for line, numbers in enumerate(self._rows(self.width())):
            used = sum(widths[number] for number in numbers)
            between = (self.width() - used) // max(1, len(numbers) - 1) if len(numbers) > 1 else 0
            between = max(px(GAP), min(between, px(48)))
            left = 0
            for number in numbers:
                shown, mark, told = self._samples[number]
                place = QRect(left, line * px(26) + px(3), px(SAMPLE), px(20))
                is_today = mark == "today"
                paint_day(painter, place, shown, "" if is_today else mark, colour("text"), today=is_today)
                after = QRect(place.right() + px(GAP), line * px(26), widths[number], px(26))
                words(painter, after, told, font(), elide=False)
                left += widths[number] + between
