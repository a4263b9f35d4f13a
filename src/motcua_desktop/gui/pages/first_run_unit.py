"""The box in which the office finds its unit among those of the province."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter
from PySide6.QtWidgets import QComboBox, QLineEdit

from motcua_desktop.domain.text import fold
from motcua_desktop.gui.theme import font, px
from motcua_desktop.gui.theme.paint import words
from motcua_desktop.gui.widgets.drop_list import DropList
from motcua_desktop.gui.widgets.inputs import ComboBox
from motcua_desktop.i18n import _

Unit = Mapping[str, Any]
_ROW = 32
_BY_HAND = (
    Qt.FocusReason.MouseFocusReason,
    Qt.FocusReason.PopupFocusReason,
    Qt.FocusReason.ActiveWindowFocusReason,
)


def _paint(painter: QPainter, rect: QRect, unit: Unit) -> None:
    words(painter, rect.adjusted(px(12), 0, -px(10), 0), str(unit["name"]), font())


class UnitBox(ComboBox):
    """The 96 units; typing finds one, marks and case ignored. `picked(code)` when one is taken, `emptied`
    when the officer has taken all words out: an office of no list."""

    emptied = Signal()

    def __init__(self, units: Sequence[Unit]) -> None:
        super().__init__([(unit["code"], str(unit["name"])) for unit in units])
        self._units = units
        self.setEditable(True)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.setCompleter(None)  # type: ignore[arg-type]  # the list below the box replaces Qt's own
        self._list: DropList | None = None
        self._line.textEdited.connect(self._typed)

    @property
    def _line(self) -> QLineEdit:
        line = self.lineEdit()
        assert line is not None  # it is editable
        return line

    @property
    def list(self) -> DropList:
        """The list below the box, made when first needed."""
        if self._list is None:
            spoken = lambda unit: str(unit["name"])  # noqa: E731
            self._list = DropList(self.window(), _("Đơn vị hành chính"), spoken, _paint, row=_ROW)
            self._list.picked.connect(self._take)
        return self._list

    @property
    def is_open(self) -> bool:
        """Whether the list is in sight."""
        return self._list is not None and self._list.isVisible()

    def matches(self, text: str) -> Sequence[Unit]:
        """The units a text may mean: the one it names, else those that contain it."""
        wanted = fold(text)
        names = [(unit, {fold(str(unit["name"])), fold(str(unit["short_name"]))}) for unit in self._units]
        named = [unit for unit, both in names if wanted in both]
        found = [unit for unit, both in names if any(wanted in name for name in both)]
        return named if len(named) == 1 else found

    def settle(self) -> bool:
        """Take the only unit the text may mean; False where it means none or several."""
        self._hide()
        if self.currentText() == self.itemText(self.currentIndex()):
            return True
        found = self.matches(self.currentText()) if self.currentText().strip() else []
        if len(found) == 1:
            self._take(found[0])
        return len(found) == 1

    def _take(self, unit: Unit) -> None:
        self._hide()
        self.set_value(unit["code"])
        self.setEditText(str(unit["name"]))
        self.picked.emit(self.value())

    def _typed(self, text: str) -> None:
        if not text.strip():
            self.emptied.emit()
        self.list.show_below(self, self.matches(text) if text.strip() else [])

    def _hide(self) -> None:
        if self._list is not None:
            self._list.hide()

    def showPopup(self) -> None:
        self.list.show_below(self, self._units)
        self.list.move_by(max(0, self.currentIndex()))

    def hidePopup(self) -> None:
        self._hide()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if event.reason() not in _BY_HAND:
            self._line.selectAll()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.ActiveWindowFocusReason:
            self.settle()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            if self.is_open:
                self.list.move_by(1 if key == Qt.Key.Key_Down else -1)
            else:
                self.showPopup()
        elif self.is_open and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.list.current:
            self._take(self.list.current)
        elif self.is_open and key == Qt.Key.Key_Escape:
            self._hide()
        else:
            super().keyPressEvent(event)
