"""All widgets in one window, with invented people.

python -m motcua_desktop.gui.gallery [light|dark] [100–150]
"""

from __future__ import annotations

from motcua_desktop.gui.gallery.intake import GalleryIntake
from motcua_desktop.gui.gallery.letters import GalleryLetters
from motcua_desktop.gui.gallery.lists import GalleryHome, GalleryRegister
from motcua_desktop.gui.gallery.panels import GalleryDue
from motcua_desktop.gui.main_window import MainWindow
from motcua_desktop.gui.page_stack import Factories


def gallery_window() -> MainWindow:
    """The window with the gallery's pages."""
    window = MainWindow(None, _factories())
    window.navigation.set_office("Lý Sơn", "Một cửa đặc khu", "LS")
    window.navigation.set_officer("Bùi Thị Hạnh", "Công chức, quầy 1")
    window.navigation.set_working("open", "Làm việc đến 11:30")
    window.status.set_backup("Đã sao lưu 07:02")
    window.go("home")
    return window


def _factories() -> Factories:
    return [
        ("home", "house", "Trang chính", GalleryHome),
        ("intake", "file-plus", "Tiếp nhận", GalleryIntake),
        ("register", "table-properties", "Sổ hồ sơ", GalleryRegister),
        ("due", "alarm-clock", "Đến hạn", GalleryDue),
        ("letters", "mail", "Thư xin lỗi", GalleryLetters),
        ("handover", "arrow-left-right", "Bàn giao", GalleryDue),
        ("sync", "refresh-cw", "Đồng bộ", GalleryDue),
        ("reports", "chart-column", "Báo cáo", GalleryDue),
        ("calendar", "calendar-days", "Lịch làm việc", GalleryDue),
        ("settings", "settings", "Cài đặt", GalleryDue),
        ("help", "circle-question-mark", "Trợ giúp", GalleryDue),
    ]
