"""Navigation: office, pages, and who sits at which desk."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import cast

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QHelpEvent, QMouseEvent, QPainter, QPixmap, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QSizePolicy,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolTip,
    QVBoxLayout,
    QWidget,
)

from motcua_desktop.gui.theme import colour, fixed, font, look, paint_icon, px
from motcua_desktop.gui.theme.paint import RADIUS_CONTROL, frame, words
from motcua_desktop.gui.widgets.rows import VALUE, QuietList, Rows
from motcua_desktop.i18n import _

WIDTH, COMPACT_WIDTH, BRAND, OFFICER, COMPACT_OFFICER = 208, 80, 72, 93, 40
PITCH, LEAST_PITCH = 44, 22
_Index = QModelIndex | QPersistentModelIndex
_CENTRE = Qt.AlignmentFlag.AlignHCenter
_DOTS = {"open": "#6FD08C", "pause": "#F2C14E", "closed": "#A9BCD8", "holiday": "#A9BCD8"}


@dataclass(frozen=True, slots=True)
class NavItem:
    """One page: its key in the program, icon, label, and the key an officer presses."""

    page: str
    icon: str
    label: str
    key: str


class _Delegate(QStyledItemDelegate):
    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        view = cast("_List", option.widget)
        return QSize(px(COMPACT_WIDTH), view.pitch)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        rect: QRect = option.rect
        view = cast("_List", option.widget)
        item: NavItem = index.data(VALUE)
        here = index.row() == view.currentIndex().row()
        slot = rect.adjusted(px(8), 0, -px(8), -px(4))
        painter.save()
        if here or view.hovered == index.row():
            ground = colour("navsel")
            if not here:
                ground.setAlphaF(0.5)
            frame(painter, slot, ground, None)
        if here:
            bar = QRect(slot.x(), slot.y() + px(8), px(3), slot.height() - px(16))
            painter.fillRect(bar, colour("nav_here"))
        if here and view.hasFocus():
            frame(painter, slot, None, colour("nav_text"), radius=RADIUS_CONTROL, width=px(2))
        ink = QColor("#FFFFFF") if here else colour("nav_text")
        if look().is_compact:
            paint_icon(painter, QRect(slot.x() + px(4), slot.y(), px(20), slot.height()), item.icon, ink)
            cap = QRect(slot.x() + px(26), slot.y(), slot.width() - px(28), slot.height())
            words(painter, cap, item.key, font(bold=here), "nav_key", _CENTRE, elide=False)
        else:
            paint_icon(painter, QRect(slot.x() + px(12), slot.y(), px(20), slot.height()), item.icon, ink)
            place = QRect(slot.x() + px(44), slot.y(), slot.width() - px(54), slot.height())
            side = Qt.AlignmentFlag.AlignRight
            used = words(painter, place, item.key, font(bold=here), "nav_key", side, elide=False)
            words(painter, place.adjusted(0, 0, -used - px(6), 0), item.label, font(bold=here), ink)
        painter.restore()

    def helpEvent(
        self, event: QHelpEvent, view: QAbstractItemView, option: QStyleOptionViewItem, index: _Index
    ) -> bool:
        """Where only icons stand, the name of the page under the pointer."""
        named = index.isValid() and look().is_compact
        QToolTip.showText(event.globalPos(), index.data(VALUE).label if named else "", view)
        return True


class _List(QuietList):
    def __init__(self) -> None:
        super().__init__(_("Các trang"))
        self.hovered = -1
        self.pitch = px(PITCH)
        self.setStyleSheet("background: transparent;")
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def fit(self) -> None:
        """Rows draw closer where the window is low, so that every page stays in sight."""
        rows = max(1, self.model().rowCount())
        self.pitch = max(px(LEAST_PITCH), min(px(PITCH), self.viewport().height() // rows))
        self.scheduleDelayedItemsLayout()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._hover(self.indexAt(event.position().toPoint()).row())

    def leaveEvent(self, event: object) -> None:
        self._hover(-1)

    def _hover(self, row: int) -> None:
        if row != self.hovered:
            self.hovered = row
            self.viewport().update()


class _Brand(QWidget):
    """Logo square and the name of the office."""

    def __init__(self) -> None:
        super().__init__()
        self.name, self.detail, self.letters = "", "", ""
        self.logo: QPixmap | None = None
        fixed(self, height=BRAND)

    def paintEvent(self, event: object) -> None:
        painter = QPainter(self)
        square = QRect(px(16), px(16), px(40), px(40))
        frame(painter, square, QColor("#FFFFFF"), None)
        if self.logo is not None:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawPixmap(square.adjusted(px(3), px(3), -px(3), -px(3)), self.logo)
        else:
            words(painter, square, self.letters, font(12, bold=True), QColor("#1B4B8F"), _CENTRE, elide=False)
        if not look().is_compact:
            place = QRect(px(68), px(16), self.width() - px(76), px(20))
            words(painter, place, self.name, font(12, bold=True), QColor("#FFFFFF"))
            words(painter, place.translated(0, px(21)), self.detail, font(), "nav_sub")
        painter.fillRect(QRect(0, self.height() - 1, self.width(), 1), colour("nav_line"))


class _Officer(QWidget):
    """Officer, desk, and whether the counter is open now: dot and words."""

    pressed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.name, self.post = "", ""
        self.state, self.now, self.does = "open", "", ""

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.pressed.emit()

    def paintEvent(self, event: object) -> None:
        painter = QPainter(self)
        painter.fillRect(QRect(0, 0, self.width(), 1), colour("nav_line"))
        if look().is_compact:
            self._dot(painter, self.width() // 2 - px(5), self.height() // 2 - px(5), 10)
            return
        place = QRect(px(16), px(13 if self.post else 25), self.width() - px(24), px(20))
        words(painter, place, self.name, font(bold=True), QColor("#FFFFFF"))
        if self.post:  # who has none leaves no gap
            place.translate(0, px(24))
            words(painter, place, self.post, font(), "nav_sub")
        last = place.translated(px(16), px(24))
        self._dot(painter, px(16), last.center().y() - px(3), 8)
        words(painter, last.adjusted(0, 0, -px(16), 0), self.now, font(), "nav_text")

    def _dot(self, painter: QPainter, x: int, y: int, size: int) -> None:
        if not self.now:  # nothing is known of the hours yet
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(_DOTS[self.state]))
        painter.drawEllipse(QRectF(x, y, px(size), px(size)))


class Navigation(QFrame):
    """The pages at the left, 208 wide; icons and keys only above 125 %. `picked(page)` when one is
    pressed."""

    picked = Signal(str)
    officer_pressed = Signal()

    def __init__(self, items: Sequence[NavItem], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "nav")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        self._items = list(items)
        self._brand, self._officer, self._list = _Brand(), _Officer(), _List()
        self._rows = Rows(lambda item: f"{item.label}, {item.key}", self)
        self._list.setModel(self._rows)
        self._list.setItemDelegate(_Delegate(self._list))
        self._list.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._rows.show(self._items)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._brand)
        layout.addSpacing(8)
        layout.addWidget(self._list, 1)
        layout.addWidget(self._officer)
        self._officer.pressed.connect(self.officer_pressed)
        self._list.clicked.connect(lambda index: self.picked.emit(index.data(VALUE).page))
        self._list.activated.connect(lambda index: self.picked.emit(index.data(VALUE).page))
        look().changed.connect(self._arrange)
        self._arrange()

    def _arrange(self) -> None:
        compact = look().is_compact
        self.setFixedWidth(px(COMPACT_WIDTH if compact else WIDTH))
        self._officer.setFixedHeight(px(COMPACT_OFFICER if compact else OFFICER))
        self._list.fit()
        self._brand.setToolTip(self._brand.accessibleName() if compact else "")
        told = self._officer.accessibleName() if compact else ""
        self._officer.setToolTip(". ".join(part for part in (told, self._officer.does) if part))

    def set_office(self, name: str, detail: str, letters: str = "", logo: QPixmap | None = None) -> None:
        """Name of the office, the line below it, and its logo (else two letters in the square)."""
        initials = letters or "".join(word[0] for word in name.split()[-2:]).upper()
        self._brand.name, self._brand.detail, self._brand.letters = name, detail, initials
        self._brand.logo = logo
        self._brand.setAccessibleName(f"{name}, {detail}")
        self._brand.update()

    def set_officer(self, name: str, post: str, does: str = "") -> None:
        """Who is signed in, where they sit, and what a click on them does."""
        self._officer.name, self._officer.post, self._officer.does = name, post, does
        hand = Qt.CursorShape.PointingHandCursor if does else Qt.CursorShape.ArrowCursor
        self._officer.setCursor(hand)
        self._tell_officer()

    def set_working(self, state: str, words: str) -> None:
        """state: open, pause, closed or holiday; words: "Làm việc đến 11:30"."""
        self._officer.state, self._officer.now = state, words
        self._tell_officer()

    def _tell_officer(self) -> None:
        officer = self._officer
        officer.setAccessibleName(
            ", ".join(part for part in (officer.name, officer.post, officer.now) if part)
        )
        officer.update()
        self._arrange()

    def set_current(self, page: str) -> None:
        """Mark the page shown now."""
        for row, item in enumerate(self._items):
            if item.page == page:
                self._list.setCurrentIndex(self._rows.index(row))
        self._list.viewport().update()
