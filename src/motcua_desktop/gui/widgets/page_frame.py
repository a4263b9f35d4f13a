"""The frame round every page: head, busy line, action bar."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QRect, QSize, Qt, QTimer
from PySide6.QtGui import QFontMetrics, QPainter, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QSizePolicy, QWidget

from motcua_desktop.gui.actions import Action
from motcua_desktop.gui.theme import colour, fixed, font, margins, px, spacing
from motcua_desktop.gui.theme.paint import words
from motcua_desktop.gui.widgets.button import Button
from motcua_desktop.gui.widgets.command_box import SearchEntry
from motcua_desktop.gui.widgets.motion import wants_motion

HEAD, ACTION_BAR, OWN_LINE, BUSY = 56, 56, 44, 2


class _Heading(QWidget):
    """Title and context line on one base line; the context elides first."""

    def __init__(self) -> None:
        super().__init__()
        self.title, self.context = "", ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def say(self, title: str, context: str) -> None:
        self.title, self.context = title, context
        self.setAccessibleName(f"{title}. {context}" if context else title)
        self.update()

    def minimumSizeHint(self) -> QSize:
        return QSize(px(120), px(HEAD))

    def paintEvent(self, event: object) -> None:
        painter = QPainter(self)
        big, small = font(16, bold=True), font()
        top = (self.height() - QFontMetrics(big).height()) // 2
        base = top + QFontMetrics(big).ascent()
        place = QRect(0, top, self.width(), QFontMetrics(big).height())
        used = words(painter, place, self.title, big)
        metrics = QFontMetrics(small)
        left = used + px(16)
        context = QRect(left, base - metrics.ascent(), self.width() - left - px(16), metrics.height())
        words(painter, context, self.context, small, "text2")


class Head(QFrame):
    """Title, one line of context, and the box for Ctrl+K."""

    def __init__(self, search: Callable[[], object], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "head")
        fixed(self, height=HEAD)
        layout = QHBoxLayout(self)
        margins(layout, 24, 1, 24, 0)
        self._heading = _Heading()
        self._search = SearchEntry()
        self._search.clicked.connect(lambda _checked=False: search())
        layout.addWidget(self._heading, 1)
        layout.addWidget(self._search)

    def say(self, title: str, context: str) -> None:
        """Show another title and context."""
        self._heading.say(title, context)


class BusyLine(QWidget):
    """A 2 px accent line that runs under the head while something takes longer than 100 ms."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._at = 0.0
        self._timer = QTimer(self, interval=40)
        self._timer.timeout.connect(self._move)
        self.hide()

    def set_busy(self, busy: bool) -> None:
        """Run or rest."""
        self.setVisible(busy)
        self.raise_()
        if busy and wants_motion():
            self._at = 0.0
            self._timer.start()
        else:
            self._timer.stop()

    def _move(self) -> None:
        self._at = (self._at + 0.03) % 1.3
        self.update()

    def paintEvent(self, event: object) -> None:
        painter = QPainter(self)
        if not self._timer.isActive():
            painter.fillRect(self.rect(), colour("accent"))
            return
        left = round((self._at - 0.3) * self.width())
        painter.fillRect(QRect(left, 0, round(0.3 * self.width()), self.height()), colour("accent"))


class ActionBar(QFrame):
    """56 px: the page's own widgets and quiet buttons at left, buttons and the one filled button at right.
    Where they do not fit beside one another (large letters) the page's widgets have a line of their own."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "foot")
        fixed(self, height=ACTION_BAR)
        self._layout = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._own, self._line = QHBoxLayout(), QHBoxLayout()
        self._layout.addLayout(self._own)
        self._layout.addLayout(self._line, 1)
        self._layout.setAlignment(self._own, Qt.AlignmentFlag.AlignLeft)
        margins(self._layout, 24, 0, 24, 0)
        for layout in (self._layout, self._own, self._line):
            spacing(layout, 8)
        self._tried = 0
        self._shown: list[tuple[str, str, str]] = []
        self._widgets: list[QWidget] = []
        self._buttons: list[tuple[Button, Action]] = []

    def fill(self, widgets: Sequence[QWidget], actions: Sequence[Action], main: Action | None) -> None:
        """Show what a page offers; buttons are rebuilt only when their words or keys have changed."""
        offered = [action for action in actions if action.show == "bar"]
        wanted = [(a.words, a.key, a.icon) for a in (*offered, *([main] if main else []))]
        if wanted != self._shown or list(widgets) != self._widgets:
            self._rebuild(widgets, offered, main)
            self._shown, self._widgets = wanted, list(widgets)
        latest = [*offered, *([main] if main else [])]
        self._buttons = [(button, action) for (button, _), action in zip(self._buttons, latest, strict=True)]
        for button, action in self._buttons:
            button.setEnabled(action.can())
        self.setVisible(bool(widgets or wanted))
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def event(self, event: QEvent) -> bool:
        done = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            needed = self._layout.minimumSize().width()
            if needed > self.width() and needed != self._tried:  # a widget of the page has grown
                self._fit()
                self._tried = self._layout.minimumSize().width()
        return done

    def _fit(self) -> None:
        """Quiet buttons lose their key caps before anything moves, and no word is cut."""
        side, under = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        for with_keys, direction in ((True, side), (False, side), (True, under), (False, under)):
            for button, _action in self._buttons:
                button.show_key(with_keys or button.is_main)
            self._line.invalidate()  # else it measures the buttons as they were before
            self._layout.setDirection(direction)
            if self._layout.minimumSize().width() <= self.width():
                break
        height = ACTION_BAR + (OWN_LINE if direction == under and self._widgets else 0)
        if px(height) != self.height():
            fixed(self, height=height)

    def _rebuild(self, widgets: Sequence[QWidget], offered: Sequence[Action], main: Action | None) -> None:
        for button, _action in self._buttons:
            button.hide()
            button.deleteLater()
        for layout in (self._own, self._line):
            while layout.takeAt(0) is not None:
                pass
        for widget in self._widgets:
            if widget not in widgets:
                widget.hide()  # it stays a child of the bar, so that it goes with the window
        ordered = [a for a in offered if a.side == "left"], [a for a in offered if a.side != "left"]
        made: dict[int, Button] = {}
        for widget in widgets:
            self._own.addWidget(widget)
            widget.show()
        self._own.addStretch(1)  # on a line of their own a name still stands beside what it names
        for group in ordered:
            for action in group:
                made[id(action)] = self._button(action, "plain")
            if group is ordered[0]:
                self._line.addStretch(1)
        if main:
            made[id(main)] = self._button(main, "main")
        self._buttons = [(made[id(a)], a) for a in (*offered, *([main] if main else []))]

    def _button(self, action: Action, kind: str) -> Button:
        button = Button(action.words, icon=action.icon, key=action.key, kind=kind)
        button.clicked.connect(lambda _checked=False, button=button: self._run(button))
        self._line.addWidget(button)
        return button

    def _run(self, pressed: Button) -> None:
        for button, action in self._buttons:
            if button is pressed and action.can():
                action.run()
                return
