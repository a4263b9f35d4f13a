"""The status bar: last backup, background work, the page's keys."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QFrame, QHBoxLayout, QProgressBar, QSizePolicy, QWidget

from motcua_desktop.gui.actions import Hint
from motcua_desktop.gui.theme import IconLabel, fixed, font, margins, px, spacing, width_of
from motcua_desktop.gui.theme.paint import words
from motcua_desktop.gui.widgets.button import Button
from motcua_desktop.gui.widgets.key_cap import key_cap_width, paint_key_cap
from motcua_desktop.gui.widgets.text import label
from motcua_desktop.i18n import _

HEIGHT, BETWEEN = 32, 20


def guide_hint() -> Hint:
    """The key that works everywhere."""
    return Hint("F1", _("Trợ giúp"))


def typed_hints(hints: Sequence[Hint]) -> list[Hint]:
    """What of `hints` works where letters are typed; the guide stands for what does not."""
    works = [hint for hint in hints if len(hint.key) > 1 and hint.key != "Space"]
    return works if works and len(works) == len(hints) else [*works, guide_hint()]


class KeyHints(QWidget):
    """Caps with words, right-aligned; what does not fit is left out from the middle: the last stays ("?",
    F1)."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._hints: list[Hint] = []
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        policy.setRetainSizeWhenHidden(True)
        self.setSizePolicy(policy)

    def set_hints(self, hints: Sequence[Hint]) -> None:
        """Show these keys."""
        self._hints = list(hints)
        self.setAccessibleName("; ".join(f"{hint.key}: {hint.words}" for hint in self._hints))
        self.update()

    def minimumSizeHint(self) -> QSize:
        return QSize(px(40), px(HEIGHT))

    def _width(self, hint: Hint) -> int:
        return key_cap_width(hint.key) + px(6) + width_of(hint.words)

    def fitting(self, room: int) -> list[Hint]:
        """The hints that fit into `room` scaled pixels."""
        shown = list(self._hints)
        while len(shown) > 1 and sum(map(self._width, shown)) + px(BETWEEN) * (len(shown) - 1) > room:
            del shown[-2]
        return shown

    def paintEvent(self, event: object) -> None:
        painter = QPainter(self)
        right, middle = self.width(), self.height() // 2 + 1
        metrics = QFontMetrics(font())
        for hint in reversed(self.fitting(self.width())):
            width = metrics.horizontalAdvance(hint.words)
            place = QRect(right - width, 0, width + 1, self.height())
            words(painter, place, hint.words, font(), "text2", elide=False)
            cap = paint_key_cap(painter, right - width - px(6), middle, hint.key)
            right = cap.left() - px(BETWEEN)


class StatusBar(QFrame):
    """32 px at the bottom. `stop_asked` when the officer stops background work with the mouse, `undo_asked`
    when the last act is to be taken back."""

    stop_asked = Signal()
    undo_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "foot")
        fixed(self, height=HEIGHT)
        layout = QHBoxLayout(self)
        margins(layout, 24, 0, 24, 0)
        spacing(layout, 8)
        self._icon = IconLabel("shield-check", "text2", 16)
        self._backup = label("", "second")
        self._work = label("", "second")
        self._progress = QProgressBar()
        self._progress.setTextVisible(False)
        fixed(self._progress, 120)
        self._stop = Button(_("dừng"), self.stop_asked.emit, key="Esc", kind="link", small=True)
        self._stop.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._undo = Button(
            _("Hoàn tác"), self.undo_asked.emit, icon="undo-2", key="Ctrl+Z", kind="link", small=True
        )
        self._undo.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hints = KeyHints()
        for part in (self._icon, self._backup, self._work, self._progress, self._stop, self._undo):
            layout.addWidget(part)
        layout.addSpacing(px(16))
        layout.addWidget(self.hints, 1)
        self.set_work("")
        self.set_undo("")

    def set_undo(self, words: str) -> None:
        """The last act, while it can be undone; "" for none."""
        self._undo.setVisible(bool(words))
        self._undo.setToolTip(words)
        self._undo.setAccessibleDescription(words)

    @property
    def free(self) -> QRect:
        """What a toast may cover: all beside the last backup and the work that runs."""
        layout = self.layout()
        if layout is not None:
            layout.activate()
        parts = (self._icon, self._backup, self._work, self._progress, self._stop)
        taken = max((part.geometry().right() for part in parts if not part.isHidden()), default=0)
        return self.rect().adjusted(max(taken, 0), 0, 0, 0)

    def give_way(self, given: bool) -> None:
        """While a toast stands in the lane the keys are not shown half."""
        self.hints.setVisible(not given)

    def set_backup(self, words: str, *, worry: bool = False) -> None:
        """When the last backup was made; `worry` shows it amber with a warning sign."""
        self._icon.set_icon("triangle-alert" if worry else "shield-check", "amber" if worry else "text2")
        self._backup.setText(words)

    def set_work(self, words: str, done: int = 0, total: int = 0, *, can_stop: bool = False) -> None:
        """What runs in the background, "" for nothing; total 0 means it cannot be counted."""
        busy = bool(words)
        count = f" {done}/{total}" if total else ""
        self._work.setText(words + count)
        for part in (self._icon, self._backup):
            part.setVisible(not busy)
        self._work.setVisible(busy)
        self._progress.setVisible(busy and total > 0)
        self._progress.setRange(0, max(1, total))
        self._progress.setValue(done)
        self._stop.setVisible(busy and can_stop)

    def set_hints(self, hints: Sequence[Hint]) -> None:
        """The page's keys."""
        self.hints.set_hints(hints)
