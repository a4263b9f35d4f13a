"""The pages of the window, in the order of the navigation; each is imported when it is first shown.

A page is a module `gui/pages/<key>.py` with one door: `def make(context: PageContext) -> Page`.
"""

from __future__ import annotations

import importlib
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from motcua_desktop.gui.tasks import Tasks
from motcua_desktop.gui.widgets.page import Page
from motcua_desktop.gui.window_settings import WindowSettings
from motcua_desktop.i18n import N_, _

if TYPE_CHECKING:  # the counter is opened after the window has been painted
    from motcua_desktop.counter.counter import Counter
    from motcua_desktop.gui.printing import Printing


@dataclass(frozen=True, slots=True)
class PageContext:
    """What a page is given: the one door, the two verbs, and what belongs to this desk.

    counter: every act and every question goes through it, inside `tasks.ask` (reads) or `tasks.do` (changes).
    settings: language, look and printer of this desk. printing: sends a PDF to paper. drafts: what was
    written in short forms that were left, by form and dossier; kept until the program ends.
    """

    counter: Counter
    tasks: Tasks
    settings: WindowSettings
    printing: Printing
    drafts: dict[tuple[str, str], dict[str, str]] = field(default_factory=dict)


PAGES = (
    ("home", "house", N_("Trang chính"), N_("Việc cần làm ngay và hồ sơ theo ngày hẹn trả.")),
    ("intake", "file-plus", N_("Tiếp nhận"), N_("Nhận hồ sơ và in giấy hẹn.")),
    ("register", "table-properties", N_("Sổ hồ sơ"), N_("Tìm, theo dõi và trả hồ sơ.")),
    ("due", "alarm-clock", N_("Đến hạn"), N_("Hồ sơ quá hạn, đến hạn hôm nay và ba ngày tới.")),
    ("letters", "mail", N_("Thư xin lỗi"), N_("Thư xin lỗi và hẹn lại ngày trả kết quả.")),
    ("handover", "arrow-left-right", N_("Bàn giao"), N_("Danh sách giao, nhận hồ sơ giấy.")),
    ("sync", "refresh-cw", N_("Đồng bộ"), N_("Gói dữ liệu mang đi và câu trả lời mang về.")),
    ("reports", "chart-column", N_("Báo cáo"), N_("Số liệu theo kỳ, xuất Excel và in.")),
    ("calendar", "calendar-days", N_("Lịch làm việc"), N_("Ngày nghỉ, làm bù và giờ làm việc của cơ quan.")),
    ("settings", "settings", N_("Cài đặt"), N_("Cơ quan, máy in, giao diện và tài khoản.")),
    ("help", "circle-question-mark", N_("Trợ giúp"), N_("Hướng dẫn từng trang và các phím.")),
    ("dossier", "file-text", N_("Hồ sơ"), N_("Một hồ sơ: diễn biến, lời hẹn, giấy tờ.")),
)
"""Key, icon, label, what is there."""


class Placeholder(Page):
    """A page that is not there yet: its name, and what will be there."""

    def __init__(self, icon: str, title: str, purpose: str) -> None:
        from motcua_desktop.gui.widgets.card import Card
        from motcua_desktop.gui.widgets.empty_state import EmptyState

        super().__init__()
        self.title = title
        card = Card(flush=True)
        card.add(EmptyState(icon, purpose, _("Trang này chưa có."), tint="neutral"), 1)
        self.body.addWidget(card, 1)


def build_page(key: str, context: PageContext) -> Page:
    """The page with this key, or a quiet placeholder where its module is missing."""
    name = f"{__name__}.{key}"
    try:
        module = importlib.import_module(name)
    except ModuleNotFoundError as error:
        if error.name != name:
            raise
        _key, icon, label, purpose = next(row for row in PAGES if row[0] == key)
        return Placeholder(icon, _(label), _(purpose))
    page: Page = module.make(context)
    return page
