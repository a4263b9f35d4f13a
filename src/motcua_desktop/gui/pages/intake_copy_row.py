"""One paper to be copied: its name, its pages, how many copies; and the small number field."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from motcua_desktop.counter.charging import CopyLine
from motcua_desktop.gui.theme import fixed
from motcua_desktop.gui.widgets.inputs import LineEdit, only_digits
from motcua_desktop.gui.widgets.text import label
from motcua_desktop.i18n import _


class NumberEdit(LineEdit):
    """A small whole number, right-aligned, chosen whole when the focus comes."""

    def __init__(self, name: str) -> None:
        super().__init__()
        only_digits(self, 4)
        self.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.setAccessibleName(name)
        self.setProperty("small", True)
        fixed(self, 64, 32)

    def value(self) -> int:
        """The number; 1 while nothing is typed."""
        return max(1, int(self.text() or "1"))

    def focusInEvent(self, event: QEvent) -> None:
        super().focusInEvent(event)  # type: ignore[arg-type]
        select_all(self, event)


def select_all(edit: QLineEdit, event: QEvent) -> None:
    """Mark what stands in a field that gets the focus, so that typing replaces it."""
    if isinstance(event, QFocusEvent) and event.reason() == Qt.FocusReason.MouseFocusReason:
        QTimer.singleShot(0, edit, edit.selectAll)
    else:
        edit.selectAll()


class CopyRow(QObject):
    """The widgets of one paper."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.number = label("", "second")
        self.name = LineEdit()
        self.name.setAccessibleName(_("Tên giấy tờ"))
        self.name.editingFinished.connect(self.show_start)
        self.name.setProperty("small", True)
        fixed(self.name, height=32)
        self.pages = NumberEdit(_("Số trang"))
        self.copies = NumberEdit(_("Số bản sao"))
        self.each = label("", "second", right=True)
        self.sum = label("", "strong", right=True)

    def say_keys(self, number: int) -> None:
        """What may stand in the name: typed, or one of so many frequent papers."""
        words = _("Tên giấy tờ, hoặc Alt+1 đến Alt+{n}") if number > 1 else _("Tên giấy tờ")
        self.name.setPlaceholderText(words.format(n=number))

    @property
    def widgets(self) -> tuple[QWidget, ...]:
        return (self.number, self.name, self.pages, self.copies, self.each, self.sum)

    @property
    def inputs(self) -> tuple[QLineEdit, ...]:
        return (self.name, self.pages, self.copies)

    def value(self) -> CopyLine:
        return CopyLine(self.name.text().strip(), self.pages.value(), self.copies.value())

    def show_start(self) -> None:
        """A name longer than its field is read from its beginning."""
        self.name.setCursorPosition(0)

    def set_value(self, line: CopyLine) -> None:
        self.name.setText(line.name)
        self.show_start()
        self.pages.setText(str(line.pages))
        self.copies.setText(str(line.copies))
