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

from motcua_desktop.gui.theme import colour, font, px
from motcua_desktop.gui.theme.paint import edge_of_focus, words
from motcua_desktop.gui.widgets.day_marks import paint_day
from motcua_desktop.gui.widgets.day_strip import weekday_short
from motcua_desktop.i18n import _

CELL, ROW, LEAST_ROW, MOST_ROW = 23, 20, 16, 24
MONTH = 7 * CELL
HEAD, WEEKDAYS, BETWEEN, ASIDE = 21, 19, 18, 10
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
    def columns(self, width: int) -> int:
        """How many months stand side by side in this width."""
        return next((n for n in (4, 3, 2) if n * self._month_width() + (n - 1) * px(ASIDE) <= width), 1)

    def _month_width(self) -> int:
        return 7 * px(CELL)

    def _row_height(self) -> int:
        rows = 12 // self.columns(self.width())
        free = self.height() - rows * px(HEAD + WEEKDAYS) - (rows - 1) * px(4)
        return max(px(LEAST_ROW), min(px(MOST_ROW), free // (rows * 6)))

    def sizeHint(self) -> QSize:
        return QSize(4 * self._month_width() + 3 * px(BETWEEN), self._height(3, px(ROW)))

    def minimumSizeHint(self) -> QSize:
        return QSize(2 * self._month_width() + px(ASIDE), self._height(3, px(LEAST_ROW)))

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._height(12 // self.columns(width), px(LEAST_ROW))

    def _height(self, rows: int, row: int) -> int:
        return rows * (px(HEAD + WEEKDAYS) + 6 * row) + (rows - 1) * px(4)

    def _month_place(self, month: int) -> QPoint:
        columns = self.columns(self.width())
        across, down = (month - 1) % columns, (month - 1) // columns
        free = self.width() - columns * self._month_width()
        pitch = self._month_width() + (free // (columns - 1) if columns > 1 else 0)
        height = px(HEAD + WEEKDAYS) + 6 * self._row_height() + px(4)
        return QPoint(across * pitch, down * height)

    def place_of(self, day: date) -> QRect:
        """Where a day of the year is drawn."""
        corner = self._month_place(day.month)
        slot = date(day.year, day.month, 1).weekday() + day.day - 1
        row = self._row_height()
        top = corner.y() + px(HEAD + WEEKDAYS) + slot // 7 * row
        return QRect(corner.x() + slot % 7 * px(CELL), top, px(CELL), row)

    def day_at(self, point: QPoint) -> date | None:
        """The day under a point."""
        for month in range(1, 13):
            corner = self._month_place(month)
            inside = QRect(corner.x(), corner.y(), self._month_width(), self._height(1, self._row_height()))
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
        if self.hasFocus():
            edge_of_focus(painter, place.adjusted(-px(2), -px(1), px(2), px(1)), 5)

    def _paint_month(self, painter: QPainter, month: int) -> None:
        corner = self._month_place(month)
        width = self._month_width()
        title = QRect(corner.x() + px(4), corner.y(), width, px(HEAD))
        this_month = (self._today.year, self._today.month) == (self._year, month)
        ink = "accent" if this_month else "text"
        words(painter, title, _("Tháng {month}").format(month=month), font(bold=True), ink)
        weekend = QRect(corner.x() + 5 * px(CELL), title.bottom() + 1, 2 * px(CELL), 0)
        weekend.setHeight(px(WEEKDAYS) + 6 * self._row_height())
        painter.fillRect(weekend, colour("surface2"))
        for number in range(7):
            cell = QRect(corner.x() + number * px(CELL), corner.y() + px(HEAD), px(CELL), px(WEEKDAYS))
            short = weekday_short(_MONDAY + timedelta(days=number))
            words(painter, cell, short, font(), "text3", _CENTRE, elide=False)
        for number in range(1, monthrange(self._year, month)[1] + 1):
            day = date(self._year, month, number)
            shade = colour("text3" if day.weekday() >= 5 else "text")
            mark, today = self._face(day).mark, day == self._today
            paint_day(painter, self.place_of(day), str(number), mark, shade, today=today)


def _month_on(day: date, months: int) -> date:
    index = day.year * 12 + day.month - 1 + months
    year, month = index // 12, index % 12 + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))
