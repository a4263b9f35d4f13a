"""Whether things may move: nothing does when the system asks for less motion."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QStyle


def wants_motion() -> bool:
    """False when the system has animations switched off."""
    app = QApplication.instance()
    return (
        isinstance(app, QApplication)
        and app.isEffectEnabled(Qt.UIEffect.UI_General)
        and bool(app.style().styleHint(QStyle.StyleHint.SH_Widget_Animation_Duration))
    )
