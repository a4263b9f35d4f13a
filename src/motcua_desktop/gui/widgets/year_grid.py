"""Where the months and days of a year stand in a given room."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from PySide6.QtCore import QPoint, QRect

from motcua_desktop.gui.theme import px

CELL, MOST_CELL = 23, 36
#: Rows below CALM are crowded; the names of the weekdays then stand over the first months only.
ROW, LEAST_ROW, CALM_ROW, MOST_ROW = 20, 16, 18, 36
DAYS, WEEKS, ACROSS = 7, 6, 4
MONTH = DAYS * CELL
HEAD, WEEKDAYS, BETWEEN, ASIDE, BELOW, MOST_SLACK = 21, 19, 18, 10, 4, 16


@dataclass(frozen=True, slots=True)
class YearGrid:
    """Months in bands of `columns`. `tops`: where each band begins; `headed`: how many of them have the
    weekdays over them. All in scaled pixels."""

    columns: int
    cell: int
    row: int
    pitch: int
    headed: int
    tops: tuple[int, ...]
    head: int
    weekdays: int

    @property
    def month_width(self) -> int:
        """Width of a month."""
        return DAYS * self.cell

    def has_weekdays(self, month: int) -> bool:
        """Whether the names of the weekdays stand over this month."""
        return (month - 1) // self.columns < self.headed

    def corner(self, month: int) -> QPoint:
        """Where a month begins, with its name."""
        down, across = divmod(month - 1, self.columns)
        return QPoint(across * self.pitch, self.tops[down])

    def weeks_top(self, month: int) -> int:
        """Where the first week of a month stands."""
        top = self.tops[(month - 1) // self.columns] + self.head
        return top + (self.weekdays if self.has_weekdays(month) else 0)

    def place(self, day: date) -> QRect:
        """Where a day is drawn."""
        slot = date(day.year, day.month, 1).weekday() + day.day - 1
        down, across = divmod(slot, DAYS)
        left = (day.month - 1) % self.columns * self.pitch + across * self.cell
        return QRect(left, self.weeks_top(day.month) + down * self.row, self.cell, self.row)


def columns_in(width: int) -> int:
    """How many months stand side by side in this width."""
    month = DAYS * px(CELL)
    return next((n for n in (ACROSS, 3, 2) if n * month + (n - 1) * px(ASIDE) <= width), 1)


def least_height(width: int) -> int:
    """What a year needs in this width."""
    columns = columns_in(width)
    bands = 12 // columns
    headed = 1 if columns == ACROSS else bands
    return _heads(bands, headed) + bands * WEEKS * px(_least_row(columns))


def usual_size() -> tuple[int, int]:
    """Width and height in which nothing is crowded."""
    width = ACROSS * DAYS * px(CELL) + (ACROSS - 1) * px(BETWEEN)
    return width, _heads(3, 3) + 3 * WEEKS * px(ROW)


@lru_cache(maxsize=8)
def year_grid(width: int, height: int, scale: float) -> YearGrid:
    """The year in this room; `scale` is that of the look in force, by which sizes are multiplied."""
    columns = columns_in(width)
    bands = 12 // columns
    free = width - (columns - 1) * px(BETWEEN)
    cell = max(px(CELL), min(px(MOST_CELL), free // (columns * DAYS)))
    crowded = columns == ACROSS and (height - _heads(bands, bands)) // (bands * WEEKS) < px(CALM_ROW)
    headed = 1 if crowded else bands
    fits = (height - _heads(bands, headed)) // (bands * WEEKS)
    row = max(px(_least_row(columns)), min(px(MOST_ROW), fits))
    left_over = (height - _heads(bands, headed) - bands * WEEKS * row) // bands
    slack = max(0, min(px(MOST_SLACK), left_over))
    tops = tuple(
        _heads(band, min(band, headed)) + (px(BELOW) if band else 0) + band * (WEEKS * row + slack)
        for band in range(bands)
    )
    month = DAYS * cell
    pitch = month + ((width - columns * month) // (columns - 1) if columns > 1 else 0)
    return YearGrid(columns, cell, row, pitch, headed, tops, px(HEAD), px(WEEKDAYS))


def _least_row(columns: int) -> int:
    """With fewer months side by side the year scrolls anyway, and need not crowd."""
    return LEAST_ROW if columns == ACROSS else ROW


def _heads(bands: int, headed: int) -> int:
    """What bands of months need besides their weeks, the gaps between them included."""
    return bands * px(HEAD) + headed * px(WEEKDAYS) + max(0, bands - 1) * px(BELOW)
