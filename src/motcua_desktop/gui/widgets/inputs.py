"""Check box, choice box and line input with something inside; Qt's own, drawn our way."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from itertools import pairwise

from PySide6.QtCore import QRect, QRegularExpression, QSize, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QFontMetrics,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QRegularExpressionValidator,
    QResizeEvent,
)
from PySide6.QtWidgets import QCheckBox, QComboBox, QCompleter, QLineEdit, QSizePolicy, QWidget

from motcua_desktop.gui.theme import colour, font, paint_icon, px, width_of
from motcua_desktop.gui.theme.paint import edge_of_focus, frame, words
from motcua_desktop.gui.widgets.choices_below import ChoicesBelow

BOX = 18
COMES_BACK = (Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason)
"""Why a field loses the keyboard for a while only: the officer goes on where they were."""


def only_digits(edit: QLineEdit, places: int) -> None:
    """A whole number from 1, of so many digits at most: nothing else can be typed in, not even the commas of
    thousands, which Qt's own validator of whole numbers lets through."""
    pattern = QRegularExpression(f"[1-9][0-9]{{0,{places - 1}}}")
    edit.setValidator(QRegularExpressionValidator(pattern, edit))


def paint_check(painter: QPainter, rect: QRect, checked: bool, *, enabled: bool = True) -> None:
    """An 18 px check box in the middle of `rect`."""
    side = px(BOX)
    box = QRect(rect.x() + (rect.width() - side) // 2, rect.y() + (rect.height() - side) // 2, side, side)
    if checked:
        frame(painter, box, colour("accentfill" if enabled else "ctl"), None, radius=4)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(colour("on_accent"), px(2))
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        part = side / 18
        points = [(4.5, 9.2), (7.6, 12.3), (13.5, 6.2)]
        for (x1, y1), (x2, y2) in pairwise(points):
            painter.drawLine(
                box.x() + round(x1 * part),
                box.y() + round(y1 * part),
                box.x() + round(x2 * part),
                box.y() + round(y2 * part),
            )
        painter.restore()
    else:
        frame(painter, box, colour("surface" if enabled else "surface2"), colour("ctl"), radius=4)


class CheckBox(QCheckBox):
    """A check box with words, and a second grey line if given."""

    def __init__(self, words: str, detail: str = "", parent: QWidget | None = None) -> None:
        super().__init__(words, parent)
        self._detail = detail
        self.setAccessibleDescription(detail)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(font())
        width = max(metrics.horizontalAdvance(self.text()), metrics.horizontalAdvance(self._detail))
        return QSize(px(BOX + 16) + width, px(48 if self._detail else 32))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(BOX + 16), self.sizeHint().height())

    def hitButton(self, pos: object) -> bool:
        return True

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        first = px(24) if self._detail else self.height()
        top = px(4) if self._detail else 0
        box = QRect(px(2), top, px(BOX), first)
        paint_check(painter, box, self.isChecked(), enabled=self.isEnabled())
        left = px(BOX + 12)
        ink = "text" if self.isEnabled() else "text3"
        words(painter, QRect(left, top, self.width() - left, first), self.text(), font(), ink)
        if self._detail:
            below = QRect(left, top + px(20), self.width() - left, px(24))
            words(painter, below, self._detail, font(), "text2")
        if self.hasFocus():
            edge_of_focus(painter, self.rect().adjusted(0, 1, 0, -1), 4)


class WrappedCheckBox(CheckBox):
    """A check box whose words take as many lines as they need."""

    def __init__(self, words: str, parent: QWidget | None = None) -> None:
        super().__init__(words, parent=parent)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def _lines(self, width: int) -> list[str]:
        metrics, lines = QFontMetrics(font()), [""]
        for word in self.text().split(" "):
            longer = f"{lines[-1]} {word}".strip()
            if not lines[-1] or metrics.horizontalAdvance(longer) <= width - px(BOX + 12):
                lines[-1] = longer
            else:
                lines.append(word)
        return lines

    def sizeHint(self) -> QSize:
        return QSize(px(240), self.heightForWidth(px(240)))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(BOX + 16), px(32))

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return px(12 + 20 * len(self._lines(width)))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_check(painter, QRect(px(2), 0, px(BOX), px(32)), self.isChecked(), enabled=self.isEnabled())
        place = QRect(px(BOX + 12), px(6), self.width() - px(BOX + 12), px(20))
        for line in self._lines(self.width()):
            words(painter, place, line, font(), "text" if self.isEnabled() else "text3", elide=False)
            place.translate(0, px(20))
        if self.hasFocus():
            edge_of_focus(painter, self.rect().adjusted(0, 1, 0, -1), 4)


class ComboBox(QComboBox):
    """A choice among (value, words) pairs; `picked` carries the value an officer chose. Editable it lists
    below what the words typed may mean (`below`), and never completes them by itself."""

    picked = Signal(object)
    below: ChoicesBelow | None = None

    def __init__(self, choices: Iterable[tuple[object, str]] = (), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.set_choices(choices)
        self.activated.connect(lambda _index: self.picked.emit(self.value()))

    def setEditable(self, editable: bool) -> None:
        super().setEditable(editable)
        super().setCompleter(None)  # type: ignore[arg-type]
        self.below = ChoicesBelow(self) if editable else None

    def setCompleter(self, completer: QCompleter) -> None:
        super().setCompleter(completer)
        if self.below is not None:
            self.below.wanted = False

    def set_choices(self, choices: Iterable[tuple[object, str]]) -> None:
        """Replace the choices, keeping the chosen value if it is still among them."""
        kept = self.value()
        self.clear()
        for value, shown in choices:
            self.addItem(shown, value)
        self.set_value(kept)

    def value(self) -> object:
        """The chosen value, or None when there are no choices."""
        return self.currentData()

    def set_value(self, value: object) -> None:
        """Choose `value`; an unknown value changes nothing."""
        for index in range(self.count()):
            if self.itemData(index) == value:
                self.setCurrentIndex(index)

    def narrow(self) -> None:
        """It takes the width there is, however long its choices; those are read whole in its list."""
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(4)

    def showPopup(self) -> None:
        widest = max((width_of(self.itemText(n)) for n in range(self.count())), default=0)
        self.view().setMinimumWidth(widest + px(40))
        super().showPopup()

    def leave_open(self, placeholder: str) -> None:
        """Nothing is chosen in a box that can be typed in; the arrow down goes to the first choice."""
        self.setCurrentIndex(-1)
        line = self.lineEdit()
        if line is not None:
            line.setPlaceholderText(placeholder)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        line = self.lineEdit()
        if line is not None and event.reason() not in COMES_BACK:
            line.setCursorPosition(0)

    def wheelEvent(self, event: object) -> None:
        event.ignore()  # type: ignore[attr-defined]  # a turn of the wheel over a form must not change it

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        place = QRect(self.width() - px(32), 0, px(28), self.height())
        paint_icon(painter, place, "chevron-down", "text2" if self.isEnabled() else "text3", 16)


class LineEdit(QLineEdit):
    """A line input that can show an icon before, a grey note and a small icon button inside at the right.

    `entered` is Enter pressed in the field (F12 and Enter elsewhere belong to the page).
    """

    entered = Signal()

    def __init__(self, placeholder: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setPlaceholderText(placeholder)
        self._lead = self._note = self._tail = ""
        self._tail_tint = "text2"
        self._tail_pressed: Callable[[], object] | None = None
        self.returnPressed.connect(self.entered)

    def set_lead(self, icon: str) -> None:
        """Icon before the text; "" removes it."""
        self._lead = icon
        self._arrange()

    def set_note(self, note: str) -> None:
        """Grey words inside at the right ("13 hồ sơ", "cũ: xã An Hải")."""
        self._note = note
        self._arrange()

    def set_tail(self, icon: str, tint: str = "text2", pressed: Callable[[], object] | None = None) -> None:
        """Icon inside at the right end, a button when `pressed` is given; "" removes it."""
        self._tail, self._tail_tint, self._tail_pressed = icon, tint, pressed
        self._arrange()

    def _right(self) -> int:
        return px(26) if self._tail else 0

    def _arrange(self) -> None:
        note = width_of(self._note) + px(8) if self._note else 0
        self.setTextMargins(px(24) if self._lead else 0, 0, note + self._right(), 0)
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """What is longer than the field is read from its beginning."""
        super().focusOutEvent(event)
        if event.reason() not in COMES_BACK:
            self.setCursorPosition(0)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if self._tail_pressed and event.position().x() > self.width() - px(34):
            self._tail_pressed()
            return
        super().mousePressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        height = self.height()
        if self._lead:
            paint_icon(painter, QRect(px(10), 0, px(16), height), self._lead, "text2", 16)
        right = self.width() - px(11)
        if self._tail:
            paint_icon(painter, QRect(right - px(16), 0, px(16), height), self._tail, self._tail_tint, 16)
        if self._note:
            place = QRect(px(10), 0, right - self._right() - px(10), height)
            words(painter, place, self._note, font(), "text3", Qt.AlignmentFlag.AlignRight)
