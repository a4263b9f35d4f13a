"""Chips: saved filters with live counts, one chosen."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QSizePolicy, QWidget

from motcua_desktop.gui.theme import colour, font, paint_icon, px, spacing
from motcua_desktop.gui.theme.paint import edge_of_focus, frame, words
from motcua_desktop.gui.widgets.flow import Flow


@dataclass(frozen=True, slots=True)
class ChipFace:
    """One filter: its key, words, and icon if any."""

    key: str
    words: str
    icon: str = ""


class _Chip(QAbstractButton):
    def __init__(self, face: ChipFace) -> None:
        super().__init__()
        self.face, self._count = face, ""
        self.setText(face.words)
        self.setCheckable(True)
        self.setAccessibleName(face.words)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_count(self, count: str) -> None:
        self._count = count
        self.setAccessibleDescription(count)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(font(bold=self.isChecked()))
        width = metrics.horizontalAdvance(self.face.words) + px(26) + (px(24) if self.face.icon else 0)
        width += metrics.horizontalAdvance(self._count) + px(8) if self._count else 0
        return QSize(width, px(32))

    minimumSizeHint = sizeHint

    def paintEvent(self, event: object) -> None:
        painter = QPainter(self)
        chosen = self.isChecked()
        back = "soft" if chosen else "surface2" if self.underMouse() else "surface"
        frame(painter, self.rect(), colour(back), colour("accent" if chosen else "line"))
        made = font(bold=chosen)
        left, height = px(13), self.height()
        if self.face.icon:
            paint_icon(
                painter,
                QRect(left, 0, px(16), height),
                self.face.icon,
                "accent" if chosen else "text",
                16,
            )
            left += px(24)
        place = QRect(left, 0, self.width() - left, height)
        used = words(painter, place, self.face.words, made, "accent" if chosen else "text")
        if self._count:
            after = place.adjusted(used + px(8), 0, 0, 0)
            words(painter, after, self._count, made, "accent" if chosen else "text3")
        if self.hasFocus():
            edge_of_focus(painter, self.rect())


class Chips(QWidget):
    """A row of filters. `chosen` carries the key of the one an officer picked."""

    chosen = Signal(str)

    def __init__(self, faces: Sequence[ChipFace] = (), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("plain", True)
        self._layout = Flow(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        spacing(self._layout, 8)
        self._group = QButtonGroup(self)
        self._chips: dict[str, _Chip] = {}
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.set_faces(faces)

    def set_faces(self, faces: Sequence[ChipFace]) -> None:
        """Replace the filters; the first is chosen unless the chosen one is still there."""
        kept = self.value()
        for chip in self._chips.values():
            self._group.removeButton(chip)
            self._layout.removeWidget(chip)
            chip.deleteLater()
        self._chips = {face.key: _Chip(face) for face in faces}
        for chip in self._chips.values():
            self._group.addButton(chip)
            self._layout.addWidget(chip)
            chip.clicked.connect(lambda _on=False, key=chip.face.key: self._pick(key))
        if self._chips:
            self.set_value(kept if kept in self._chips else next(iter(self._chips)))

    def set_counts(self, counts: dict[str, int]) -> None:
        """Figures behind the words, by key; thousands get their dot."""
        for key, count in counts.items():
            if key in self._chips:
                self._chips[key].set_count(f"{count:,}".replace(",", "."))

    def keys(self) -> list[str]:
        """The keys of the filters, left to right (for Ctrl+1…9)."""
        return list(self._chips)

    def value(self) -> str:
        """Key of the chosen filter, "" when there are none."""
        return next((key for key, chip in self._chips.items() if chip.isChecked()), "")

    def set_value(self, key: str) -> None:
        """Choose without telling."""
        self._chips[key].setChecked(True)
        for chip in self._chips.values():
            chip.updateGeometry()

    def _pick(self, key: str) -> None:
        self.set_value(key)
        self.chosen.emit(key)
