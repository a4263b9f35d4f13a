"""The two charts of Home, painted: load by due day, on-time by month. Each is a button in parts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from motcua_desktop.domain.answers import MonthRate
from motcua_desktop.gui.pages.moments import long_day, weekday_short
from motcua_desktop.gui.theme import colour, font, px
from motcua_desktop.gui.theme.paint import hatch, words
from motcua_desktop.i18n import _

LINE = 18
_CENTRE = Qt.AlignmentFlag.AlignHCenter


@dataclass(frozen=True, slots=True)
class LoadBar:
    """One bar: a day, or all that is late (`day` None). tint: red, orange, amber, blue; "" for a day off."""

    day: date | None
    number: int
    tint: str
    name: str = ""


class _Chart(QWidget):
    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)

    def sizeHint(self) -> QSize:
        return QSize(px(420), px(150))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(280), px(84))


class LoadChart(_Chart):
    """`opened(date or None)` when a bar is pressed: that day's dossiers, or those that are late."""

    opened = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_("Hồ sơ theo ngày hẹn trả"), parent)
        self.bars: list[LoadBar] = []
        self.setMouseTracking(True)

    def set_bars(self, bars: Sequence[LoadBar]) -> None:
        """Show these."""
        self.bars = list(bars)
        said = [f"{long_day(bar.day) if bar.day else _('quá hạn')}: {bar.number}" for bar in self.bars]
        self.setAccessibleDescription("; ".join(said))
        self.update()

    def _slot(self, number: int) -> QRect:
        width = self.width() / max(1, len(self.bars))
        return QRect(round(number * width), 0, round(width), self.height())

    def _at(self, event: QMouseEvent) -> LoadBar | None:
        for number, bar in enumerate(self.bars):
            if self._slot(number).contains(event.position().toPoint()) and bar.tint:
                return bar
        return None

    def mousePressEvent(self, event: QMouseEvent) -> None:
        bar = self._at(event)
        if bar is not None:
            self.opened.emit(bar.day)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        bar = self._at(event)
        self.setCursor(Qt.CursorShape.PointingHandCursor if bar else Qt.CursorShape.ArrowCursor)
        self.setToolTip(
            ""
            if bar is None
            else _("{n} hồ sơ, {day}").format(
                n=bar.number, day=long_day(bar.day) if bar.day else _("quá hạn")
            )
        )

    def paintEvent(self, event: object) -> None:
        painter = QPainter(self)
        base = self.height() - px(2 * LINE + 4)
        top = px(LINE + 2)
        tallest = max((bar.number for bar in self.bars), default=0) or 1
        for third in range(1, 4):
            painter.fillRect(QRect(0, base - (base - top) * third // 3, self.width(), 1), colour("line2"))
        for number, bar in enumerate(self.bars):
            slot = self._slot(number)
            self._paint_bar(painter, slot, bar, base, top, tallest)
            self._paint_day(painter, slot, bar, base)
        painter.fillRect(QRect(0, base, self.width(), 1), colour("ctl"))

    def _paint_bar(
        self, painter: QPainter, slot: QRect, bar: LoadBar, base: int, top: int, tallest: int
    ) -> None:
        width = min(slot.width() - px(8), px(24))
        left = slot.center().x() - width // 2
        if not bar.tint:
            hatch(painter, QRect(left, top, width, base - top), colour("ctl"), radius=0)
            words(
                painter,
                QRect(slot.x(), 0, slot.width(), top),
                _("Nghỉ"),
                font(),
                "text2",
                _CENTRE,
                elide=False,
            )
            return
        height = max(px(2) if bar.number else 0, (base - top) * bar.number // tallest)
        painter.fillRect(QRect(left, base - height, width, height), colour(f"bar_{bar.tint}"))
        shown = QRect(slot.x(), base - height - px(LINE + 2), slot.width(), px(LINE))
        made, ink = font(bold=bar.number > 0), "text" if bar.number else "text3"
        words(painter, shown, str(bar.number), made, ink, _CENTRE, elide=False)

    def _paint_day(self, painter: QPainter, slot: QRect, bar: LoadBar, base: int) -> None:
        first = QRect(slot.x(), base + px(3), slot.width(), px(LINE))
        second = first.translated(0, px(LINE - 1))
        if bar.day is None:
            upper, lower = _("Quá"), _("hạn")
        else:
            upper, lower = weekday_short(bar.day), f"{bar.day:%d}"
        words(painter, first, upper, font(), "text2", _CENTRE, elide=False)
        words(painter, second, lower, font(), "text2", _CENTRE, elide=False)


class RateChart(_Chart):
    """On-time by month as a line, the target dashed; months under it are red diamonds."""

    def __init__(self, target: float = 0.98, parent: QWidget | None = None) -> None:
        super().__init__(_("Trả đúng hạn theo tháng"), parent)
        self.months: list[MonthRate] = []
        self._target = target
        self.setMouseTracking(True)

    def set_months(self, months: Sequence[MonthRate]) -> None:
        """Show these, oldest first."""
        self.months = list(months)
        said = [f"{m.month}/{m.year}: {percent(m.rate)}" for m in self.months if m.rate is not None]
        self.setAccessibleDescription("; ".join(said))
        self.update()

    def _room(self) -> QRect:
        left, right = px(48), px(58)
        return QRect(left, px(10), self.width() - left - right, self.height() - px(10 + LINE + 10))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """The month under the pointer, with its numbers."""
        room, across = self._room(), event.position().x()
        near = [m for n, m in enumerate(self.months) if abs(self._place(n, 1, room).x() - across) < px(14)]
        self.setToolTip(self._told(near[0]) if near and near[0].finished else "")

    def _told(self, month: MonthRate) -> str:
        words = _("Tháng {m}/{y}: {n} trong {all} hồ sơ đúng hạn, {rate}")
        of = {"m": month.month, "y": month.year, "n": month.in_time, "all": month.finished}
        return words.format(**of, rate=percent(month.rate))

    def _lowest(self) -> float:
        rates = [m.rate for m in self.months if m.rate is not None]
        low = min([*rates, self._target - 0.02])
        return max(0.0, int(low * 50) / 50)

    def _place(self, number: int, rate: float, room: QRect) -> QPointF:
        low = self._lowest()
        across = room.width() / max(1, len(self.months) - 1)
        down = (1 - rate) / (1 - low) * room.height()
        return QPointF(room.left() + number * across, room.top() + down)

    def paintEvent(self, event: object) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        room = self._room()
        self._paint_scale(painter, room)
        if not any(month.finished for month in self.months):
            below = room.adjusted(0, room.height() // 2, 0, 0)
            words(painter, below, _("Chưa có hồ sơ nào trả xong"), font(), "text2", _CENTRE)
        points = [
            (month, self._place(number, month.rate, room))
            for number, month in enumerate(self.months)
            if month.rate is not None
        ]
        painter.setPen(QPen(colour("accent"), px(2)))
        painter.drawPolyline(QPolygonF([point for _month, point in points]))
        for month, point in points:
            self._paint_mark(painter, month, point)
        for number, month in enumerate(self.months):
            at = self._place(number, self._lowest(), room).x()
            place = QRect(round(at) - px(16), room.bottom() + px(8), px(32), px(LINE))
            words(painter, place, str(month.month), font(), "text2", _CENTRE, elide=False)
        if points:
            month, point = points[-1]
            beside = QRect(round(point.x()) + px(9), round(point.y()) - px(10), px(58), px(20))
            words(painter, beside, percent(month.rate), font(bold=True), "accent", elide=False)

    def _paint_scale(self, painter: QPainter, room: QRect) -> None:
        low = self._lowest()
        for rate in (1.0, self._target, low):
            y = round(self._place(0, rate, room).y())
            bold = rate == self._target
            if not bold and abs(y - self._place(0, self._target, room).y()) < px(16):
                continue
            place = QRect(0, y - px(10), room.left() - px(8), px(20))
            right = Qt.AlignmentFlag.AlignRight
            words(painter, place, f"{rate * 100:.0f}%", font(bold=bold), "text" if bold else "text2", right)
            pen = QPen(colour("ctl" if bold else "line2"), px(1))
            if bold:
                pen.setStyle(Qt.PenStyle.DashLine)
            painter.setPen(pen)
            painter.drawLine(room.left(), y, room.right(), y)

    def _paint_mark(self, painter: QPainter, month: MonthRate, point: QPointF) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        if month.rate is not None and month.rate < self._target:
            reach = px(6)
            painter.setBrush(colour("bar_red"))
            corners = [QPointF(0, -reach), QPointF(reach, 0), QPointF(0, reach), QPointF(-reach, 0)]
            painter.drawPolygon(QPolygonF([point + corner for corner in corners]))
        else:
            painter.setBrush(colour("accent"))
            painter.drawEllipse(point, px(4), px(4))


def percent(rate: float | None) -> str:
    """98,6%; "" for a month without any."""
    return "" if rate is None else f"{rate * 100:.1f}%".replace(".", ",").replace(",0%", "%")
