"""Chips: saved filters with live counts, one chosen; what has no room folds into a menu."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QMenu, QSizePolicy, QWidget

from motcua_desktop.gui.theme import colour, font, look, paint_icon, px
from motcua_desktop.gui.theme.paint import edge_of_focus, frame, words
from motcua_desktop.i18n import _

HEIGHT, GAP, WIDEST = 32, 8, 300


@dataclass(frozen=True, slots=True)
class ChipFace:
    """One filter: its key, words, and icon if any. folds: it goes into a menu where the row is full."""

    key: str
    words: str
    icon: str = ""
    folds: bool = False


class _Chip(QAbstractButton):
    def __init__(self, face: ChipFace, parent: QWidget) -> None:
        super().__init__(parent)
        self.face, self.count = face, ""
        self.name(face.words)
        self.setCheckable(True)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def name(self, words: str) -> None:
        if words != self.text() or not words:
            self.setText(words)
            self.setAccessibleName(words)
            self.setToolTip(words if len(words) > 24 else "")

    def set_count(self, count: str) -> None:
        self.count = count
        self.setAccessibleDescription(count)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(font(bold=self.isChecked()))
        words = self.text() if self.face.words else _more_words(88)
        width = metrics.horizontalAdvance(words) + px(26) + (px(24) if self.face.icon else 0)
        width += metrics.horizontalAdvance(self.count) + px(8) if self.count else 0
        return QSize(min(width, px(WIDEST)), px(HEIGHT))

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
        after = QFontMetrics(made).horizontalAdvance(self.count) + px(8) if self.count else 0
        place = QRect(left, 0, self.width() - left - after - px(12), height)
        used = words(painter, place, self.text(), made, "accent" if chosen else "text")
        if self.count:
            behind = QRect(left + used + px(8), 0, self.width() - left - used, height)
            words(painter, behind, self.count, made, "accent" if chosen else "text3")
        if self.hasFocus():
            edge_of_focus(painter, self.rect())


def _more_words(number: int) -> str:
    return _("{n} bộ lọc nữa").format(n=number)


class Chips(QWidget):
    """A row of filters. `chosen` carries the key of the one an officer picked.

    The row goes on below where it is full. Filters that may fold do not: those without room are in the menu
    of a chip at the end, with their counts; the chosen one is always in sight.
    """

    chosen = Signal(str)

    def __init__(self, faces: Sequence[ChipFace] = (), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("plain", True)
        self._group = QButtonGroup(self)
        self._chips: dict[str, _Chip] = {}
        self.more = _Chip(ChipFace("", "", "ellipsis"), self)
        self.more.setCheckable(False)
        self.more.hide()
        self.more.clicked.connect(lambda _on=False: self.open_menu())
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        look().changed.connect(self._changed)
        self.set_faces(faces)

    def set_faces(self, faces: Sequence[ChipFace]) -> None:
        """Replace the filters; the first is chosen unless the chosen one is still there."""
        kept = self.value()
        for chip in self._chips.values():
            self._group.removeButton(chip)
            chip.hide()
            chip.deleteLater()
        self._chips = {face.key: _Chip(face, self) for face in faces}
        for chip in self._chips.values():
            self._group.addButton(chip)
            chip.clicked.connect(lambda _on=False, key=chip.face.key: self._pick(key))
        self.more.raise_()
        if self._chips:
            self.set_value(kept if kept in self._chips else next(iter(self._chips)))

    def set_counts(self, counts: dict[str, int]) -> None:
        """Figures behind the words, by key; thousands get their dot."""
        for key, count in counts.items():
            if key in self._chips:
                self._chips[key].set_count(f"{count:,}".replace(",", "."))
        self._changed()

    def keys(self) -> list[str]:
        """The keys of the filters, left to right (for Ctrl+1…9)."""
        return list(self._chips)

    def value(self) -> str:
        """Key of the chosen filter, "" when there are none."""
        return next((key for key, chip in self._chips.items() if chip.isChecked()), "")

    def words(self, key: str) -> str:
        """What a filter is called."""
        return self._chips[key].face.words

    def set_value(self, key: str) -> None:
        """Choose without telling."""
        self._chips[key].setChecked(True)
        self.setFocusProxy(self._chips[key])
        self._changed()

    def _pick(self, key: str) -> None:
        self.set_value(key)
        self.chosen.emit(key)

    # ------------------------------------------------------------ what has no room
    def folded(self) -> list[str]:
        """Keys of the filters that are only in the menu."""
        lines = self._lines(self.width())
        return [key for key, chip in self._chips.items() if not any(chip in line for line in lines)]

    def open_menu(self) -> QMenu:
        """The filters without room, below the chip that says how many they are."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for key in self.folded():
            chip = self._chips[key]
            entry = menu.addAction(f"{chip.face.words.replace('&', '&&')}\t{chip.count}")
            entry.triggered.connect(lambda _on=False, key=key: self._pick(key))
        menu.popup(self.more.mapToGlobal(self.more.rect().bottomLeft()))
        return menu

    # ------------------------------------------------------------ places
    def _lines(self, width: int) -> list[list[_Chip]]:
        """Which chips stand side by side in this width."""
        chips = list(self._chips.values())
        shown = [chip for chip in chips if not chip.face.folds or chip.isChecked()]
        if len(shown) == len(chips):
            return self._wrapped(chips, width)
        most = max(1, len(self._wrapped(shown, width)))
        for chip in chips:
            tried = [one for one in chips if one in shown or one is chip]
            more = [self.more] if len(tried) < len(chips) else []
            if chip not in shown and len(self._wrapped([*tried, *more], width)) > most:
                break
            shown = tried
        return self._wrapped([*shown, *([self.more] if len(shown) < len(chips) else [])], width)

    def _wrapped(self, chips: Sequence[_Chip], width: int) -> list[list[_Chip]]:
        lines: list[list[_Chip]] = [[]]
        used = 0
        for chip in chips:
            wide = chip.sizeHint().width()
            if lines[-1] and used + px(GAP) + wide > width:
                lines.append([])
            used = used + px(GAP) + wide if lines[-1] else wide
            lines[-1].append(chip)
        return lines

    def _place(self) -> None:
        lines = self._lines(self.width())
        self.more.name(_more_words(len(self._chips) + 1 - sum(map(len, lines))))
        y = 0
        for line in lines:
            x = 0
            for chip in line:
                size = chip.sizeHint()
                chip.setGeometry(QRect(QPoint(x, y), QSize(min(size.width(), self.width()), size.height())))
                x += size.width() + px(GAP)
            y += px(HEIGHT + GAP)
        in_sight = [chip for line in lines for chip in line]
        for chip in (*self._chips.values(), self.more):
            chip.setVisible(chip in in_sight)

    def _changed(self) -> None:
        self.updateGeometry()
        self._place()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return len(self._lines(width)) * px(HEIGHT + GAP) - px(GAP)

    def sizeHint(self) -> QSize:
        wide = sum(chip.sizeHint().width() + px(GAP) for chip in self._chips.values())
        return QSize(max(0, wide - px(GAP)), px(HEIGHT))

    def minimumSizeHint(self) -> QSize:
        widest = max((chip.sizeHint().width() for chip in self._chips.values()), default=0)
        return QSize(widest, px(HEIGHT))
