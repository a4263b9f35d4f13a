"""The one question the window asks before it closes."""

from __future__ import annotations

from PySide6.QtWidgets import QMessageBox, QWidget

from motcua_desktop.gui.theme import look
from motcua_desktop.i18n import _


def stays(window: QWidget, reason: str) -> bool:
    """Whether the officer, told why leaving now would lose something, stays."""
    box = QMessageBox(QMessageBox.Icon.Question, _("Thoát"), reason, parent=window)
    look().wear(box)
    leave = box.addButton(_("Thoát"), QMessageBox.ButtonRole.DestructiveRole)
    stay = box.addButton(_("Ở lại"), QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(stay)
    box.exec()
    return box.clickedButton() is not leave
