"""All widgets in one window, with invented people: `python -m motcua_desktop.gui.gallery [light|dark]
[100-150]`."""

from __future__ import annotations

import sys

from PySide6.QtWidgets import QApplication

from motcua_desktop.gui.gallery_pages import (
    GalleryDue,
    GalleryHome,
    GalleryIntake,
    GalleryLetters,
    GalleryRegister,
)
from motcua_desktop.gui.main_window import MainWindow
from motcua_desktop.gui.theme import look
from motcua_desktop.i18n import _


def gallery_window() -> MainWindow:
    """The window with the gallery's pages."""
    window = MainWindow(
        None,
        [
            ("home", "house", _("Trang chính"), GalleryHome),
            ("intake", "file-plus", _("Tiếp nhận"), GalleryIntake),
            ("register", "table-properties", _("Sổ hồ sơ"), GalleryRegister),
            ("due", "alarm-clock", _("Đến hạn"), GalleryDue),
            ("letters", "mail", _("Thư xin lỗi"), GalleryLetters),
            ("handover", "arrow-left-right", _("Bàn giao"), GalleryDue),
            ("sync", "refresh-cw", _("Đồng bộ"), GalleryDue),
            ("reports", "chart-column", _("Báo cáo"), GalleryDue),
            ("calendar", "calendar-days", _("Lịch làm việc"), GalleryDue),
            ("settings", "settings", _("Cài đặt"), GalleryDue),
            ("help", "circle-question-mark", _("Trợ giúp"), GalleryDue),
        ],
    )
    window.navigation.set_office("Lý Sơn", "Một cửa đặc khu", "LS")
    window.navigation.set_officer("Bùi Thị Hạnh", "Công chức, quầy 1")
    window.navigation.set_working("open", "Làm việc đến 11:30")
    window.status.set_backup("Đã sao lưu 07:02")
    window.go("home")
    return window


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
