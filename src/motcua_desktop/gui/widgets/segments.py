"""Two or three choices in one frame; the arrows left and right change them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPainterPath
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QSizePolicy, QToolButton, QWidget

from motcua_desktop.gui.theme import colour, font, px, width_of
from motcua_desktop.gui.theme.paint import RADIUS_CONTROL, frame, words


class _Segment(QToolButton):
    def __init__(self, shown: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setText(shown)
        self.setCheckable(True)
        self.setAccessibleName(shown)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)

    def sizeHint(self) -> QSize:
        return QSize(width_of(self.text(), bold=True) + px(24), px(36))

    minimumSizeHint = sizeHint

    def paintEvent(self, event: object) -> None:
        pass  # the frame round all segments is one drawing, made by the parent


class Segments(QWidget):
    """Choose one of (value, words). `changed` carries the new value; the first is chosen at first."""

    changed = Signal(object)

    def __init__(
        self,
        choices: Sequence[tuple[object, str]],
        *,
        name: str = "",
        small: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._values = [value for value, _ in choices]
        self._small = small
        self._chosen = 0
        self._group = QButtonGroup(self)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        for index, (_, shown) in enumerate(choices):
            part = _Segment(shown, self)
            part.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            self._group.addButton(part, index)
            layout.addWidget(part, 1)
        self._group.button(0).setChecked(True)
        self._group.idClicked.connect(self._choose)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(name)

    def value(self) -> object:
        """The chosen value."""
        return self._values[self._chosen]

    def set_value(self, value: object) -> None:
        """Choose without telling; ValueError for a value that is not among the choices."""
        self._chosen = self._values.index(value)
        self._group.button(self._chosen).setChecked(True)
        self.setAccessibleDescription(self._group.button(self._chosen).text())
        self.update()

    def _choose(self, index: int) -> None:
        if index != self._chosen:
            self.set_value(self._values[index])
            self.changed.emit(self.value())
        self.setFocus()

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), px(32 if self._small else 36))

    def minimumSizeHint(self) -> QSize:
        return QSize(super().minimumSizeHint().width(), self.sizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        if step is None or event.modifiers() & Qt.KeyboardModifier.AltModifier:
            super().keyPressEvent(event)
            return
        self._choose(min(len(self._values) - 1, max(0, self._chosen + step)))

    def focusInEvent(self, event: object) -> None:
        self.update()

    def focusOutEvent(self, event: object) -> None:
        self.update()

    def paintEvent(self, event: object) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        frame(painter, self.rect(), colour("surface"), None)
        clip = QPainterPath()
        clip.addRoundedRect(QRectF(self.rect()), px(RADIUS_CONTROL), px(RADIUS_CONTROL))
        for index in range(len(self._values)):
            part = self._group.button(index).geometry()
            rect = QRect(part.x(), 0, part.width(), self.height())
            chosen = index == self._chosen
            if chosen:
                painter.save()
                painter.setClipPath(clip)
                painter.fillRect(rect, colour("soft"))
                painter.restore()
            if index:
                painter.setPen(colour("softline" if chosen or index - 1 == self._chosen else "line"))
                painter.drawLine(rect.left(), 1, rect.left(), self.height() - 2)
            ink = ("accent" if chosen else "text") if self.isEnabled() else "text3"
            shown = self._group.button(index).text()
            words(painter, rect, shown, font(bold=chosen), ink, Qt.AlignmentFlag.AlignHCenter)
        focus = self.hasFocus()
        frame(painter, self.rect(), None, colour("accent" if focus else "ctl"), width=px(2) if focus else 1)
