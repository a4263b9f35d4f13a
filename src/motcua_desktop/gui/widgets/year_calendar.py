"""A year at a glance: twelve months in one painting, a cursor among their days."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QResizeEvent,
)
from PySide6.QtWidgets import QScrollArea, QSizePolicy, QToolTip, QWidget

from motcua_desktop.gui.theme import colour, font, look, px
from motcua_desktop.gui.theme.paint import edge_of_focus, frame, words
from motcua_desktop.gui.widgets.day_marks import paint_day
from motcua_desktop.gui.widgets.day_strip import weekday_short
from motcua_desktop.gui.widgets.year_grid import (
    ASIDE,
    CELL,
    DAYS,
    WEEKS,
    YearGrid,
    columns_in,
    least_height,
    usual_size,
    year_grid,
)
from motcua_desktop.i18n import _

_CENTRE = Qt.AlignmentFlag.AlignHCenter
_MONDAY = date(2026, 1, 5)


@dataclass(frozen=True, slots=True)
class DayFace:
    """How a day looks (`mark` of day_marks, "" for an ordinary one) and what it is in words."""

    mark: str
    words: str


class YearCalendar(QWidget):
    """Twelve months, four beside one another where there is room. Arrow keys move the day, PgUp and PgDn the
    month; past the ends of the year `left_year(-1 or 1)` is told. `picked` carries each new day."""

    picked = Signal(object)
    left_year = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._year, self._day, self._today = 2000, date(2000, 1, 1), date(2000, 1, 1)
        self._faces: Mapping[date, DayFace] = {}
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    # ------------------------------------------------------------ what it shows
    @property
    def day(self) -> date:
        """The day the cursor is on."""
        return self._day

    def show_year(self, year: int, faces: Mapping[date, DayFace], today: date) -> None:
        """Show a year; the cursor stays on its date, or goes to today, or to the first of January."""
        self._faces, self._today = faces, today
        if year != self._year or self._day.year != year:
            self._year = year
            self._day = self._day if self._day.year == year else date(year, 1, 1)
            self._day = today if today.year == year and self._day == date(year, 1, 1) else self._day
        self._speak()
        self.updateGeometry()
        self.update()
        QTimer.singleShot(0, self, self._stay_in_sight)

    def set_day(self, day: date) -> None:
        """Move the cursor within the year shown."""
        if day.year != self._year:
            self.left_year.emit(1 if day.year > self._year else -1)
            return
        if day != self._day:
            self._day = day
            self._speak()
            self.update()
            self._stay_in_sight()
            self.picked.emit(day)

    def _stay_in_sight(self) -> None:
        """Where the page scrolls (large letters), it follows the cursor."""
        area = self.parentWidget()
        while area is not None and not isinstance(area, QScrollArea):
            area = area.parentWidget()
        content = area.widget() if area is not None else None
        if area is not None and content is not None:
            place = self.place_of(self._day)
            corner = self.mapTo(content, place.center())
            area.ensureVisible(corner.x(), corner.y(), place.width(), 3 * place.height())

    def _speak(self) -> None:
        self.setAccessibleName(_("Lịch năm {year}").format(year=self._year))
        self.setAccessibleDescription(self._face(self._day).words)
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.DescriptionChanged))

    def _face(self, day: date) -> DayFace:
        return self._faces.get(day) or DayFace("", f"{day:%d/%m/%Y}")

    # ------------------------------------------------------------ where things are
    @property
    def _grid(self) -> YearGrid:
        return year_grid(self.width(), self.height(), look().scale)

    def columns(self, width: int) -> int:
        """How many months stand side by side in this width."""
        return columns_in(width)

    def sizeHint(self) -> QSize:
        return QSize(*usual_size())

    def minimumSizeHint(self) -> QSize:
        usual, _height = usual_size()
        return QSize(2 * DAYS * px(CELL) + px(ASIDE), least_height(usual))

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return least_height(width)

    def place_of(self, day: date) -> QRect:
        """Where a day of the year is drawn."""
        return self._grid.place(day)

    def day_at(self, point: QPoint) -> date | None:
        """The day under a point."""
        for month in range(1, 13):
            grid = self._grid
            left, top = grid.corner(month).x(), grid.weeks_top(month)
            inside = QRect(left, top, grid.month_width, WEEKS * grid.row)
            if inside.contains(point):
                for number in range(1, monthrange(self._year, month)[1] + 1):
                    if self.place_of(date(self._year, month, number)).contains(point):
                        return date(self._year, month, number)
        return None

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        QTimer.singleShot(0, self, self._stay_in_sight)

    # ------------------------------------------------------------ hands and eyes
    def keyPressEvent(self, event: QKeyEvent) -> None:
        keys = Qt.Key
        step = {keys.Key_Left: -1, keys.Key_Right: 1, keys.Key_Up: -7, keys.Key_Down: 7}
        months = {keys.Key_PageUp: -1, keys.Key_PageDown: 1}
        key = Qt.Key(event.key())
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            super().keyPressEvent(event)
        elif key in step:
            self.set_day(self._day + timedelta(days=step[key]))
        elif key in months:
            self.set_day(_month_on(self._day, months[key]))
        elif key == keys.Key_Home:
            self.set_day(self._today if self._today.year == self._year else date(self._year, 1, 1))
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        found = self.day_at(event.position().toPoint())
        if found:
            self.set_day(found)
        self.setFocus()

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent):
            found = self.day_at(event.pos())
            QToolTip.showText(event.globalPos(), self._face(found).words if found else "", self)
            return True
        return super().event(event)

    def focusInEvent(self, event: object) -> None:
        self.update()

    def focusOutEvent(self, event: object) -> None:
        self.update()

    def paintEvent(self, event: object) -> None:
        painter = QPainter(self)
        for month in range(1, 13):
            self._paint_month(painter, month)
        place = self.place_of(self._day)
        edge = place.adjusted(-px(2), -px(1), px(2), px(1))
        if self.hasFocus():
            edge_of_focus(painter, edge, 5)
        else:  # a form beside the year is about this day
            frame(painter, edge, None, colour("accent"), radius=5)

    def _paint_month(self, painter: QPainter, month: int) -> None:
        grid = self._grid
        corner, cell = grid.corner(month), grid.cell
        title = QRect(corner.x() + px(4), corner.y(), grid.month_width, grid.head)
        this_month = (self._today.year, self._today.month) == (self._year, month)
        ink = "accent" if this_month else "text"
        words(painter, title, _("Tháng {month}").format(month=month), font(bold=True), ink)
        weekend = QRect(corner.x() + 5 * cell, title.bottom() + 1, 2 * cell, 0)
        weekend.setBottom(grid.weeks_top(month) + WEEKS * grid.row - 1)
        painter.fillRect(weekend, colour("surface2"))
        for number in range(DAYS if grid.has_weekdays(month) else 0):
            place = QRect(corner.x() + number * cell, corner.y() + grid.head, cell, grid.weekdays)
            short = weekday_short(_MONDAY + timedelta(days=number))
            words(painter, place, short, font(), "text3", _CENTRE, elide=False)
        for number in range(1, monthrange(self._year, month)[1] + 1):
            day = date(self._year, month, number)
            shade = colour("text3" if day.weekday() >= 5 else "text")
            mark, today = self._face(day).mark, day == self._today
            paint_day(painter, grid.place(day), str(number), mark, shade, today=today)


def _month_on(day: date, months: int) -> date:
    index = day.year * 12 + day.month - 1 + months
    year, month = index // 12, index % 12 + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))
