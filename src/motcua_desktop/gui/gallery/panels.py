"""The panel of a dossier and an empty list."""

from __future__ import annotations

from typing import Any

from motcua_desktop.gui.theme import least, margins, spacing
from motcua_desktop.gui.widgets.badge import Badge, state_badge
from motcua_desktop.gui.widgets.button import Button
from motcua_desktop.gui.widgets.card import Band, Card
from motcua_desktop.gui.widgets.chips import ChipFace, Chips
from motcua_desktop.gui.widgets.empty_state import EmptyState
from motcua_desktop.gui.widgets.key_cap import KeyCap
from motcua_desktop.gui.widgets.page import Page
from motcua_desktop.gui.widgets.text import column, holder, label, row
from motcua_desktop.gui.widgets.time_line import Step, TimeLine


def dossier_panel() -> Card:
    card = Card(flush=True)
    head = column(
        row(label("H48.25.12-261119-0002", "second"), 1, Badge(state_badge("soon", "Còn 1 ngày"))),
        label("Dương Thị Mỹ Linh", "sum"),
        label("Đăng ký thành lập hộ kinh doanh 1.001612"),
        label("051•••••7731 · 035•••••92 · thôn Bắc An Bình", "second"),
        gap=2,
    )
    margins(head, 16, 11, 16, 10)
    card.add(head)
    card.add(Band("Diễn biến", "Ai làm, lúc nào"))
    line = TimeLine("Diễn biến", whole=True)
    line.set_steps(
        [
            Step("inbox", "Bùi Thị Hạnh tiếp nhận", "19/11 07:35"),
            Step("send", "Chuyển Phòng Kinh tế", "19/11 09:10"),
            Step("eye", "Hồ Văn Tâm nhận xử lý", "19/11 09:40"),
            Step("hourglass", "Đang thẩm định", "còn 1 ngày", now=True),
        ]
    )
    card.add(line)
    card.add(Band("Lời hẹn", "1 lần hẹn"))
    promise = column(
        row(label("07:35 thứ Tư 25/11/2026", "strong"), 1, label("Vì sao", "link"), KeyCap("V")),
        label("3 ngày làm việc: 20, 23 và 25/11; 24/11 nghỉ lễ", "second", wrap=True),
        gap=4,
    )
    margins(promise, 16, 8, 16, 8)
    card.add(promise)
    card.body.addStretch(1)
    buttons = (
        Button("Có kết quả", key="K", kind="main", small=True),
        Button("Trả", key="T", small=True),
        Button("Bổ sung", key="B", small=True),
    )
    foot = row(*buttons, 1)
    margins(foot, 16, 12, 16, 12)
    card.add_foot(holder(foot))
    return card


class GalleryDue(Page):
    """Chips and an empty list."""

    title = "Đến hạn"

    def __init__(self, window: Any) -> None:
        super().__init__()
        margins(self.body, 24, 16, 24, 16)
        spacing(self.body, 16)
        chips = Chips(
            [
                ChipFace("all", "Tất cả", "list-filter"),
                ChipFace("late", "Quá hạn", "octagon-alert"),
                ChipFace("today", "Hôm nay", "alarm-clock"),
                ChipFace("1", "1 ngày", "clock"),
                ChipFace("2", "2 ngày", "clock"),
                ChipFace("3", "3 ngày", "clock"),
                ChipFace("letter", "Cần thư xin lỗi", "mail"),
            ]
        )
        chips.set_counts(dict.fromkeys(chips.keys(), 0))
        self.body.addWidget(chips)
        card = Card(flush=True)
        card.add(
            EmptyState(
                "calendar-days",
                "Không có hồ sơ nào sắp đến hạn",
                "Không hồ sơ nào quá hạn hoặc phải trả trong 3 ngày làm việc tới.",
                Button("Xem hồ sơ đang giải quyết", icon="table-properties", key="F3"),
                Button("Tiếp nhận hồ sơ", icon="file-plus", key="F2", kind="main"),
                nearest=_nearest(),
            ),
            1,
        )
        self.body.addWidget(card, 1)

    @property
    def context_line(self) -> str:
        return "Thứ Sáu 18/12/2026, 16:20"


def _nearest() -> Card:
    nearest = Card(flush=True)
    inner = row(
        column(
            label("Hồ sơ phải trả sớm nhất", "second"),
            label("<b>15:00 thứ Năm 24/12/2026</b>, còn 4 ngày làm việc"),
            gap=0,
        ),
        1,
        Button("Mở", key="Enter", small=True),
    )
    margins(inner, 16, 10, 16, 10)
    nearest.add(inner)
    least(nearest, 560)
    return nearest
