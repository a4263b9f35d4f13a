"""Lists: the home page, the register."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from motcua_desktop.gui.actions import Action, Hint
from motcua_desktop.gui.gallery.panels import dossier_panel
from motcua_desktop.gui.gallery.people import LINES, WORK
from motcua_desktop.gui.table_model import Column, TableModel
from motcua_desktop.gui.theme import least, margins, spacing
from motcua_desktop.gui.widgets.button import Button
from motcua_desktop.gui.widgets.card import Card
from motcua_desktop.gui.widgets.chips import ChipFace, Chips
from motcua_desktop.gui.widgets.field import Field
from motcua_desktop.gui.widgets.inputs import CheckBox, ComboBox
from motcua_desktop.gui.widgets.number_card import NumberCard, StockCard
from motcua_desktop.gui.widgets.page import Page, page_columns
from motcua_desktop.gui.widgets.search_box import SearchBox
from motcua_desktop.gui.widgets.side_panel import SidePanel
from motcua_desktop.gui.widgets.table import Table
from motcua_desktop.gui.widgets.text import elided, label, row
from motcua_desktop.gui.widgets.work_list import WorkList


class GalleryHome(Page):
    """Cards and the work list."""

    title = "Trang chính"

    def __init__(self, window: Any) -> None:
        super().__init__()
        margins(self.body, 24, 16, 24, 16)
        self.body.setSpacing(16)
        self.body.addLayout(row(*_tall_cards(), gap=16))
        self.body.addLayout(row(*_low_cards(), gap=16))
        self.work = WorkList("Cần làm ngay")
        self.work.set_items(WORK)
        work = Card("Cần làm ngay", "7 việc", label("Phím 1 đến 7 mở việc", "hint"), flush=True)
        work.add(self.work, 1)
        right = Card("Hồ sơ theo ngày hẹn trả", "", label("71 hồ sơ", "hint"))
        right.add(label("Biểu đồ do trang vẽ.", "second"))
        right.body.addStretch(1)
        columns = page_columns(self)
        columns.addWidget(work, 4)
        columns.addWidget(right, 3)

    @property
    def context_line(self) -> str:
        return "Thứ Hai 23/11/2026, 09:42"

    def keys(self) -> list[Hint]:
        return [
            Hint("F2", "Tiếp nhận"),
            Hint("F11", "Như hồ sơ trước"),
            Hint("1–7", "Mở việc"),
            Hint("Ctrl+K", "Tìm, ra lệnh"),
        ]

    def focus_first(self) -> None:
        self.work.setFocus()


def _tall_cards() -> list[NumberCard]:
    cards = [
        ("Quá hạn", "octagon-alert", "red", True, 3, "lâu nhất 1 ngày 2 giờ"),
        ("Đến hạn hôm nay", "alarm-clock", "orange", True, 9, "2 hồ sơ trước 11:30"),
        ("Còn 1 ngày", "clock", "amber", False, 6, "thứ Tư 25/11"),
        ("Còn 2 ngày", "clock", "amber", False, 11, "thứ Năm 26/11"),
        ("Còn 3 ngày", "clock", "amber", False, 8, "thứ Sáu 27/11"),
    ]
    tall: list[NumberCard] = []
    for words, icon, tint, strong, number, line in cards:
        card = NumberCard(words, icon, tint, strong=strong)
        card.set_number(number, line)
        tall.append(card)
    return tall


def _low_cards() -> list[StockCard]:
    stock: list[StockCard] = []
    for words, icon, number in (
        ("Nhận hôm nay", "inbox", 12),
        ("Chờ bổ sung", "circle-pause", 7),
        ("Thư cần gửi", "mail", 4),
        ("Chưa đồng bộ", "usb", 21),
    ):
        low = StockCard(words, icon)
        low.set_number(number)
        stock.append(low)
    return stock


class GalleryRegister(Page):
    """Search, chips, table, side panel."""

    title = "Sổ hồ sơ"

    def __init__(self, window: Any) -> None:
        super().__init__()
        self.search = SearchBox()
        self.search.setText("duong thi")
        self.search.set_note("13 hồ sơ")
        self.chips = _chips()
        self._fill_top()
        self.rows = TableModel(_columns(), self)
        self.table = Table(self.rows, "Sổ hồ sơ")
        self.table.set_search("duong thi")
        self.rows.show_rows(LINES)
        self.table.choose(2)
        card = Card(flush=True)
        card.add(self.table, 1)
        self.panel = SidePanel(dossier_panel())
        least(self.panel, 368)
        columns = page_columns(self)
        columns.addWidget(card, 1)
        columns.addWidget(self.panel)

    def _fill_top(self) -> None:
        buttons = (
            Button("Lọc", icon="list-filter", key="Ctrl+L", small=True),
            Button("Cột", icon="columns-3", small=True),
            Button("Xuất Excel", icon="download", key="Ctrl+E", small=True),
        )
        told = elided("Tên không dấu, mã, số định danh, điện thoại", "second")
        self.body.addLayout(row(self.search, told, 1, *buttons, gap=12))
        self.body.addLayout(row(self.chips, Button("Lưu bộ lọc này", icon="plus", kind="link", small=True)))

    @property
    def context_line(self) -> str:
        return "Năm 2026, 12.480 hồ sơ"

    def keys(self) -> list[Hint]:
        return [Hint("↑↓", "Chọn"), Hint("Enter", "Mở"), Hint("Ctrl+F", "Tìm"), Hint("Space", "Đánh dấu")]

    def actions(self) -> list[Action]:  # type: ignore[override]
        return [
            Action("B", "Bổ sung", self._supplement, show="status"),
            Action("Ctrl+F", "Tìm trong sổ", self.search.setFocus),
        ]

    def panes(self) -> list[QWidget]:
        return [self.search, self.table]

    def _supplement(self) -> None:
        form = QWidget()
        inner = QVBoxLayout(form)
        spacing(inner, 12)
        inner.addWidget(Field("Giấy tờ cần bổ sung", ComboBox([("a", "Giấy chứng sinh"), ("b", "Tờ khai")])))
        inner.addWidget(Field("Lý do", hint="In nguyên văn trên phiếu"))
        inner.addWidget(CheckBox("Nhắn người nộp", "Theo số điện thoại đã ghi"))
        inner.addStretch(1)
        self.panel.open_form("Yêu cầu bổ sung", form, Button("Ghi và in phiếu", key="F12", kind="main"))

    def escape(self) -> bool:
        return self.panel.close_form()

    def focus_first(self) -> None:
        self.search.setFocus()


def _chips() -> Chips:
    words = {
        "all": "Tất cả",
        "open": "Đang giải quyết",
        "due": "Đến hạn",
        "late": "Quá hạn",
        "waiting": "Chờ bổ sung",
        "ready": "Có kết quả",
    }
    chips = Chips([ChipFace(key, shown) for key, shown in words.items()])
    chips.set_counts({"all": 12480, "open": 78, "due": 34, "late": 3, "waiting": 7, "ready": 12})
    return chips


def _columns() -> list[Column]:
    return [
        Column("code", "Mã hồ sơ", lambda line: line.code, fit=True, sort="code"),
        Column("name", "Người nộp", lambda line: line.name, fit=True, hits=True, sort="name"),
        Column("procedure", "Thủ tục", lambda line: line.procedure, stretch=1, tint="text2"),
        Column("due", "Hẹn trả", lambda line: line.due, fit=True, sort="due"),
        Column("state", "Trạng thái", lambda _line: "", fit=True, badge=lambda line: line.badge),
    ]
