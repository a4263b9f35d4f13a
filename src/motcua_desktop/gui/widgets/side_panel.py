"""The side panel: a short form slides in over what it shows, and out again."""

from __future__ import annotations

from PySide6.QtCore import QEasingCurve, QPoint, QPropertyAnimation, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from motcua_desktop.gui.theme import margins, px, spacing
from motcua_desktop.gui.widgets.button import Button
from motcua_desktop.gui.widgets.card import Card
from motcua_desktop.gui.widgets.flow import Flow
from motcua_desktop.gui.widgets.motion import wants_motion
from motcua_desktop.gui.widgets.text import holder, scrolled
from motcua_desktop.i18n import _

SLIDE_MS = 120


class SidePanel(QStackedWidget):
    """Shows `content`; `open_form` puts a form in its place, `close_form` takes it away (and deletes it).

    `form_closed` tells. Esc is the page's: its `escape()` asks `close_form()`, which says whether a form was
    open.
    """

    form_closed = Signal()

    def __init__(self, content: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.content = content
        self.addWidget(content)
        self.setFocusProxy(content)
        self._slide: QPropertyAnimation | None = None

    @property
    def form(self) -> QWidget | None:
        """The open form, or None."""
        return self.widget(1) if self.count() > 1 else None

    def hasHeightForWidth(self) -> bool:
        """No: a form scrolls inside the panel, so buttons that wrap do not make the page taller."""
        return False

    def minimumSizeHint(self) -> QSize:
        """As high as the lines of its own words need: a form scrolls, the content may not."""
        least, layout = super().minimumSizeHint(), self.content.layout()
        if layout is not None and layout.hasHeightForWidth():
            least.setHeight(
                max(least.height(), layout.totalMinimumHeightForWidth(max(self.width(), least.width())))
            )
        return least

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()

    def open_form(self, title: str, form: QWidget, *buttons: Button) -> None:
        """Show `form` under a title, its buttons at the bottom (last one is the main button)."""
        self.close_form()
        card = Card(
            title, "", Button(_("Đóng"), self.close_form, icon="x", kind="icon", small=True), flush=True
        )
        inner = form.layout() or QVBoxLayout(form)
        if inner.contentsMargins().isNull() or form.property("plain") is None:
            margins(inner, 16, 12, 16, 12)
        area = scrolled(form)
        # What cannot be made narrower is reached by scrolling; it is never cut at the panel's edge.
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        card.add(area, 1)
        if buttons:
            foot = Flow(right=True)
            margins(foot, 16, 10, 16, 10)
            spacing(foot, 8)
            for button in buttons:
                foot.addWidget(button)
            card.add_foot(holder(foot))
        card.setFocusProxy(form)
        self.setFocusProxy(card)
        self.addWidget(card)
        self.setCurrentWidget(card)
        self._slide_in(card)
        first = form.nextInFocusChain()
        # As if by Tab: what is proposed in the first field is selected, and typing replaces it.
        (form.focusProxy() or first or form).setFocus(Qt.FocusReason.TabFocusReason)

    def _slide_in(self, card: QWidget) -> None:
        if not wants_motion() or not self.isVisible():
            return
        self._slide = QPropertyAnimation(card, b"pos", card)
        self._slide.setDuration(SLIDE_MS)
        self._slide.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._slide.setStartValue(QPoint(px(48), 0))
        self._slide.setEndValue(QPoint(0, 0))
        self._slide.start()

    def close_form(self) -> bool:
        """Take the form away; False when none was open."""
        form = self.form
        if form is None:
            return False
        self.removeWidget(form)
        form.deleteLater()
        self.setCurrentWidget(self.content)
        self.setFocusProxy(self.content)
        self.form_closed.emit()
        return True
