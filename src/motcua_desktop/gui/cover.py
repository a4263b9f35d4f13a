"""What lies over the window before the pages may be used: first run, sign-in, trouble."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QWidget

from motcua_desktop.gui.main_window import MainWindow
from motcua_desktop.gui.theme import look


class Cover(QObject):
    """At most one widget over the window; while it lies there the window's own keys rest."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self.widget: QWidget | None = None
        self._whole, self._resting = True, False
        self._rest(True)
        self._room = window.centralWidget() or window
        self._room.installEventFilter(self)

    def put(self, widget: QWidget, *, whole: bool = True) -> None:
        """Lay `widget` over all of the window, or over all but the navigation."""
        self._drop()
        self._rest(True)
        widget.setParent(self._room)
        look().dress(widget)
        self.widget, self._whole = widget, whole
        self._place()
        widget.show()
        widget.raise_()
        widget.setFocus()

    def take_away(self) -> None:
        """The pages are to be used."""
        self._drop()
        self._rest(False)

    def _drop(self) -> None:
        if self.widget is not None:
            self.widget.hide()
            self.widget.deleteLater()
            self.widget = None

    def _rest(self, resting: bool) -> None:
        """Keys and pages rest, or work again."""
        if resting == self._resting:
            return
        self._resting = resting
        app, window = QApplication.instance(), self._window
        assert app is not None
        act = app.removeEventFilter if resting else app.installEventFilter
        act(window.listener)
        for part in (window.navigation, window.head, window.pages, window.action_bar):
            part.setEnabled(not resting)

    def _place(self) -> None:
        if self.widget is not None:
            left = 0 if self._whole else self._window.navigation.width()
            self.widget.setGeometry(self._room.rect().adjusted(left, 0, 0, 0))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._place()
        return False
