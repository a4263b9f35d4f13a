"""A bar: icon, one sentence, at most one action."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QWidget

from motcua_desktop.gui.theme import IconLabel, least, margins, spacing
from motcua_desktop.gui.widgets.text import label, restyle

_ICONS = {
    "info": ("info", "accent"),
    "warning": ("triangle-alert", "amber"),
    "urgent": ("alarm-clock", "orange"),
    "error": ("octagon-alert", "red"),
    "good": ("circle-check", "green"),
}


class Bar(QFrame):
    """kind: info, warning, urgent (must act today), error (machine trouble), good.

    The sentence may hold `<b>`. `action` is one button or other widget at the right end (a
    `Button(kind="link")`).
    """

    def __init__(
        self,
        kind: str,
        sentence: str,
        *action: QWidget,
        icon: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        least(self, height=40)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        layout = QHBoxLayout(self)
        margins(layout, 13, 3, 12, 3)
        spacing(layout, 12)
        self._icon = IconLabel("info")
        self._sentence: QLabel = label(sentence, wrap=True)
        layout.addWidget(self._icon)
        layout.addWidget(self._sentence, 1)
        for part in action:
            layout.addWidget(part)
        self.say(kind, sentence, icon)

    def say(self, kind: str, sentence: str, icon: str = "") -> None:
        """Show another sentence, of another kind."""
        name, tint = _ICONS[kind]
        self.setProperty("bar", kind)
        self._icon.set_icon(icon or name, tint)
        self._sentence.setText(sentence)
        self.setAccessibleName(sentence.replace("<b>", "").replace("</b>", ""))
        restyle(self)
