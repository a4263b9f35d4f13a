"""Below a box that can be typed in: those of its choices that hold the words typed so far.

Nothing is put in before it is chosen. What Qt would complete by itself is selected text, which the officer
did not type and a paper would say all the same.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit

from motcua_desktop.domain.text import name_key
from motcua_desktop.gui.theme import font, px, width_of
from motcua_desktop.gui.theme.paint import words
from motcua_desktop.gui.widgets.drop_list import DropList

_AROUND = 40


def _paint(painter: QPainter, rect: QRect, choice: str) -> None:
    words(painter, rect.adjusted(px(12), 0, -px(10), 0), choice, font())


class ChoicesBelow(QObject):
    """↓ and ↑ go through the list and put the choice in, Enter or a click takes it, Esc brings back what was
    typed.

    takes_only: a list of one choice needs no mark, Enter takes it (`meant`); Esc before keeps what was typed.
    `taken` when Enter took a choice.
    """

    taken = Signal()

    def __init__(self, box: QComboBox) -> None:
        super().__init__(box)
        self._box = box
        self._typed_text = ""
        self._list: DropList | None = None
        self.wanted, self.takes_only, self.meant = True, False, ""
        self._line.textEdited.connect(self._typed)
        box.installEventFilter(self)

    @property
    def _line(self) -> QLineEdit:
        line = self._box.lineEdit()
        assert line is not None  # it is editable
        return line

    @property
    def is_open(self) -> bool:
        """Whether the list is in sight."""
        return self._list is not None and self._list.isVisible()

    @property
    def offered(self) -> list[str]:
        """What the open list shows."""
        return list(self._list.rows.values) if self._list is not None and self.is_open else []

    def _typed(self, text: str) -> None:
        self._typed_text, typed = text, name_key(text).split()
        found = [one for one in self._choices() if typed and all(word in name_key(one) for word in typed)]
        self.meant = found[0] if self.takes_only and len(found) == 1 else ""
        if not self.wanted or not found or text in found:
            self._hide()
            return
        if self._list is None:
            self._list = DropList(self._box.window(), self._box.accessibleName(), str, _paint)
            self._list.picked.connect(self._take)
            self._box.destroyed.connect(self._list.deleteLater)  # it is a child of the window
        self._list.show_below(self._box, found, marked=False, room=max(map(width_of, found)) + px(_AROUND))
        QApplication.instance().installEventFilter(self)  # type: ignore[union-attr]

    def _choices(self) -> list[str]:
        return [self._box.itemText(number) for number in range(self._box.count())]

    def _hide(self) -> None:
        if self._list is not None:
            QApplication.instance().removeEventFilter(self)  # type: ignore[union-attr]
            self._list.hide()

    def _take(self, choice: str) -> None:
        self._hide()
        self._put_in(choice)

    def _put_in(self, choice: str) -> None:
        number = self._choices().index(choice)
        self.meant = ""
        self._box.setCurrentIndex(number)
        self._box.setEditText(choice)  # the index may have stood there already
        self._box.activated.emit(number)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is not self._box:
            return False
        if event.type() == QEvent.Type.FocusOut:
            self._hide()
        elif self.is_open and isinstance(event, QKeyEvent):
            return self._key(event)
        return False

    def _key(self, event: QKeyEvent) -> bool:
        """Whether the key was the list's. Esc is heard before the page, which would close the whole form."""
        key, pressed = Qt.Key(event.key()), event.type() == QEvent.Type.KeyPress
        if self._list is None or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            return False
        if key == Qt.Key.Key_Escape:
            event.accept()
            if pressed:
                self._hide()
                self.meant = ""
                self._line.setText(self._typed_text)
                self._line.setModified(True)
            return True
        if pressed and key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self._list.move_by(1 if key == Qt.Key.Key_Down else -1)
            self._put_in(self._list.current)
            return True
        if pressed and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            marked, meant = self._list.current is not None, self.meant
            self._hide()
            if meant and not marked:
                self._put_in(meant)
            if marked or meant:
                self.taken.emit()
            return marked or bool(meant)
        return False
