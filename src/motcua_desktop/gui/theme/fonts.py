"""The window's font family: Segoe UI where Windows has it, else the shipped Noto Sans."""

from __future__ import annotations

import sys

from PySide6.QtGui import QFontDatabase

from motcua_desktop.assets import resource

WINDOWS_FAMILY = "Segoe UI"
SHIPPED_FAMILY = "Noto Sans"


def load() -> str:
    """Name of the family to use; the shipped files are registered so that no system font is relied on."""
    if sys.platform == "win32" and WINDOWS_FAMILY in QFontDatabase.families():
        return WINDOWS_FAMILY
    for path in sorted(resource("fonts/ui").glob("*.ttf")):
        QFontDatabase.addApplicationFont(str(path))
    return SHIPPED_FAMILY
