"""Above and around the year: which year, which notice, hours and files; the card with its legend."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from motcua_desktop.gui.theme import colour, font, least, look, margins, px, spacing, width_of
from motcua_desktop.gui.theme.paint import edge_of_focus, frame, words
from motcua_desktop.gui.widgets.badge import badge_width, paint_badge, state_badge
from motcua_desktop.gui.widgets.button import Button
from motcua_desktop.gui.widgets.card import Card
from motcua_desktop.gui.widgets.day_marks import Legend
from motcua_desktop.gui.widgets.text import elided, holder, scrolled
from motcua_desktop.gui.widgets.year_calendar import YearCalendar
from motcua_desktop.gui.widgets.year_grid import MONTH
from motcua_desktop.i18n import _


class _YearButton(QAbstractButton):
    """A year; one without a notice carries its badge."""

    def __init__(self, year: int, provisional: bool) -> None:
        super().__init__()
        self.year, self._provisional = year, provisional
        self._face = state_badge("provisional", _("tạm tính"))
        self.setText(str(year))
        self.setCheckable(True)
        self.setAccessibleName(f"{year} {_('tạm tính')}" if provisional else str(year))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        width = width_of(self.text(), bold=True) + px(26)
        return QSize(width + (badge_width(self._face) + px(4) if self._provisional else 0), px(32))

    minimumSizeHint = sizeHint

    def paintEvent(self, event: object) -> None:
        painter = QPainter(self)
        chosen = self.isChecked()
        back = "soft" if chosen else "surface2" if self.underMouse() else "surface"
        frame(painter, self.rect(), colour(back), colour("accent" if chosen else "line"))
        place = QRect(px(13), 0, self.width() - px(13), self.height())
        used = words(painter, place, self.text(), font(bold=chosen), "accent" if chosen else "text")
        if self._provisional:
            left = place.left() + used + px(9)
            paint_badge(painter, QRect(left, 0, self.width() - left - px(4), self.height()), self._face)
        if self.hasFocus():
            edge_of_focus(painter, self.rect())


class CalendarTop(QWidget):
    """Years, the notice, and what fits nowhere else."""

    year_chosen = Signal(int)
    hours_wanted = Signal()
    file_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("plain", True)
        self._years: list[_YearButton] = []
        layout = QHBoxLayout(self)
        margins(layout, 0, 0, 0, 0)
        spacing(layout, 8)
        self._place = QHBoxLayout()
        spacing(self._place, 8)
        self._notice = elided("", "second")
        layout.addLayout(self._place)
        layout.addSpacing(px(8))
        layout.addWidget(self._notice, 1)
        layout.addStretch(0)
        hours = Button(_("Giờ làm việc"), self.hours_wanted.emit, icon="clock", key="Ctrl+T", small=True)
        file = Button(_("Nhập thông báo năm"), self.file_wanted.emit, icon="upload", key="Ctrl+O", small=True)
        layout.addWidget(hours)
        layout.addWidget(file)
        self._buttons = (hours, file)
        look().changed.connect(self._suit)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._suit()

    def _suit(self) -> None:
        """The notice is read whole before keys are named."""
        for with_keys in (True, False):
            for button in self._buttons:
                button.show_key(with_keys)
            shown = (*self._years, self._notice, *self._buttons)
            if sum(part.sizeHint().width() + px(8) for part in shown) <= self.width():
                break

    def lock(self) -> None:
        """Show only: this officer changes nothing of the calendar."""
        for button in self._buttons:
            button.hide()

    def show_years(self, provisional: Mapping[int, bool], year: int, notice: str) -> None:
        """The years to choose from, the chosen one, and the notice its days come from."""
        wanted = dict(provisional) | ({} if year in provisional else {year: not notice})
        if [(one.year, one._provisional) for one in self._years] != sorted(wanted.items()):
            for button in self._years:
                self._place.removeWidget(button)
                button.hide()
                button.deleteLater()
            self._years = [_YearButton(one, later) for one, later in sorted(wanted.items())]
            for button in self._years:
                button.clicked.connect(lambda _on=False, one=button.year: self.year_chosen.emit(one))
                self._place.addWidget(button)
        for button in self._years:
            button.setChecked(button.year == year)
        first = notice.split(";")[0]
        self._notice.setText(first or _("Chưa có thông báo nghỉ lễ, tính theo luật"))
        self._notice.setToolTip(notice)
        self._suit()


class YearCard(Card):
    """The year with the legend always in sight: with large letters the months scroll above it."""

    def __init__(self) -> None:
        super().__init__(flush=True)
        self.calendar = YearCalendar()
        inside = QVBoxLayout()
        margins(inside, 14, 8, 14, 2)
        inside.addWidget(self.calendar)
        area = scrolled(holder(inside))
        least(area, 2 * MONTH + 40, 136)
        self.add(area, 1)
        foot = QVBoxLayout()
        margins(foot, 16, 5, 16, 5)
        foot.addWidget(
            Legend(
                (
                    ("2", "holiday", _("Nghỉ lễ")),
                    ("27", "in_lieu", _("Nghỉ bù")),
                    ("31", "swap", _("Hoán đổi")),
                    ("22", "makeup", _("Làm bù")),
                    ("28", "proposed", _("Đề xuất")),
                    ("27", "closed", _("Đóng cửa")),
                    ("9", "today", _("Hôm nay")),
                )
            )
        )
        self.add_foot(holder(foot))
