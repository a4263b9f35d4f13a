"""Opens the gallery."""

from __future__ import annotations

import sys

from PySide6.QtWidgets import QApplication

from motcua_desktop.gui.gallery import gallery_window
from motcua_desktop.gui.theme import look


def main(arguments: list[str]) -> int:
    """Show the gallery until its window is closed."""
    app = QApplication.instance() or QApplication(arguments)
    mode = arguments[1] if len(arguments) > 1 else "system"
    scale = int(arguments[2]) / 100 if len(arguments) > 2 else 1.0
    look().set(mode=mode, scale=scale)
    window = gallery_window()
    window.show()
    return app.exec()


if __name__ == "__main__":
    raise SystemExit(main(sys.argv))
