"""Forms: the intake page."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QVBoxLayout

from motcua_desktop.gui.actions import Action, Hint
from motcua_desktop.gui.gallery.people import PAPERS, STRIP, WHY, nothing
from motcua_desktop.gui.theme import fixed, least, spacing
from motcua_desktop.gui.widgets.badge import Badge, BadgeFace
from motcua_desktop.gui.widgets.button import Button
from motcua_desktop.gui.widgets.card import Card
from motcua_desktop.gui.widgets.components_list import ComponentsList
from motcua_desktop.gui.widgets.day_strip import DayStrip
from motcua_desktop.gui.widgets.field import Field
from motcua_desktop.gui.widgets.key_cap import KeyCap
from motcua_desktop.gui.widgets.page import Page, page_columns
from motcua_desktop.gui.widgets.segments import Segments
from motcua_desktop.gui.widgets.text import column, holder, label, row, scrolled


class GalleryIntake(Page):
    """Fields, segments, components, day strip, action bar."""

    title = "Tiếp nhận"

    def __init__(self, window: Any) -> None:
        super().__init__()
        self._window = window
        left, right = QVBoxLayout(), QVBoxLayout()
        for side in (left, right):
            spacing(side, 12)
        columns = page_columns(self)
        columns.addLayout(left, 1)
        right.setContentsMargins(0, 0, 0, 0)
        promise = scrolled(holder(right))
        least(promise, 376)
        columns.addWidget(promise)
        left.addWidget(self._procedure())
        left.addWidget(self._person())
        left.addWidget(self._components(), 1)
        right.addWidget(_promise_card())
        right.addWidget(_fee_card())
        right.addWidget(self._return_card(), 1)

    def _procedure(self) -> Card:
        self.procedure = Field("Thủ tục", aside="mã, tên hoặc chữ tắt")
        self.procedure.line.set_lead("file-text")
        self.procedure.set_text("Đăng ký khai sinh")
        self.procedure.line.set_note("Hộ tịch · trong ngày")
        way = Segments([("direct", "Trực tiếp"), ("post", "Bưu chính")], name="Cách nộp")
        fixed(way, 264)
        card = Card()
        inner = row(self.procedure, Field("Cách nộp", way), gap=12)
        inner.setStretch(0, 1)
        card.add(inner)
        return card

    def _person(self) -> Card:
        card = Card(
            "Người nộp",
            "",
            Badge(BadgeFace("Đã đọc thẻ căn cước, điền 6 ô", "scan-line", "green")),
            lined=False,
        )
        identity = Field("Số định danh")
        identity.set_text("051•••••0123")
        identity.line.setReadOnly(True)
        identity.line.set_tail("eye", pressed=nothing)
        name, born, sex = Field("Họ và tên"), Field("Ngày sinh"), Field("Giới tính")
        name.set_text("Nguyễn Thị Thu Thảo")
        born.set_text("14/03/1997")
        sex.set_text("Nữ")
        home = Field("Nơi cư trú")
        home.set_text("Thôn Tây An Hải, đặc khu Lý Sơn")
        home.line.set_note("cũ: xã An Hải")
        self.phone = Field("Điện thoại")
        self.phone.set_text("090 512 34")
        self.phone.warn("Thiếu 2 chữ số, vẫn nhận được")
        child = Field("Khai sinh cho")
        child.set_text("Nguyễn Gia Hân, sinh 02/11/2026")
        fixed(identity, 168)
        fixed(born, 128)
        fixed(sex, 96)
        fixed(self.phone, 236)
        offered = row(
            Button("Số cũ: 090•••••18", icon="history", kind="link", small=True), KeyCap("Ctrl+U"), 1
        )
        left = column(home, child, gap=8)
        right = column(self.phone, offered, 1, gap=4)
        lower = row(left, right, gap=12)
        lower.setStretch(0, 1)
        card.add(row(identity, name, born, sex, gap=12))
        card.add(lower)
        return card

    def _components(self) -> Card:
        self.papers = ComponentsList()
        self.papers.set_lines(PAPERS)
        card = Card("Thành phần hồ sơ", "", flush=True)
        card.head.insertWidget(2, Badge(BadgeFace("đủ 3 trên 3", "check", "green")))
        for part in (label("Phím 1 đến 7 đánh dấu", "hint"), KeyCap("Ctrl+Space"), label("đủ hết", "hint")):
            card.head.addWidget(part)
        card.add(self.papers, 1)
        return card

    def _return_card(self) -> Card:
        card = Card()
        way = Segments(
            [("desk", "Tại quầy"), ("post", "Bưu chính"), ("online", "Điện tử")], name="Trả kết quả"
        )
        card.add(Field("Trả kết quả", way))
        card.add(Field("Ghi chú trên giấy hẹn", placeholder="Không bắt buộc"))
        card.body.addStretch(1)
        return card

    @property
    def context_line(self) -> str:
        return "Hồ sơ mới, 15:12 thứ Hai 23/11/2026"

    def keys(self) -> list[Hint]:
        return [
            Hint("Enter", "Ô kế tiếp"),
            Hint("Ctrl+↑↓", "Nhóm trước, sau"),
            Hint("F11", "Như hồ sơ trước"),
            Hint("Esc", "Bỏ, có hoàn tác"),
        ]

    def actions(self) -> list[Action]:  # type: ignore[override]
        return [
            Action("Ctrl+B", "Yêu cầu bổ sung", nothing, show="bar"),
            Action("Ctrl+G", "Từ chối", nothing, show="bar"),
            Action("Ctrl+P", "Xem trước", nothing, show="bar", side="right"),
            Action("Ctrl+U", "Lấy số cũ", self.phone.calm),
        ]

    @property
    def main_action(self) -> Action:
        return Action("F12", "Nhận và in giấy hẹn", self._receive, "printer")

    def _receive(self) -> None:
        self._window.say("Đã nhận 261123-0014, hẹn trả 17:00 thứ Tư 25/11/2026", nothing)

    def focus_first(self) -> None:
        self.phone.setFocus()


def _promise_card() -> Card:
    card = Card("Hẹn trả kết quả", "", label("Sớm hơn", "hint"), KeyCap("Ctrl+H"))
    card.add(row(label("17:00", "due"), label("thứ Tư 25/11/2026", "sum"), 1, gap=10))
    strip = DayStrip()
    strip.set_days(STRIP, WHY)
    card.add(strip)
    card.add(label(WHY, "second", wrap=True))
    return card


def _fee_card() -> Card:
    card = Card("Phí, lệ phí", "", label("16.000 đ", "sum"))
    card.add(row(label("Lệ phí khai sinh"), 1, label("đúng hạn, miễn", "second"), label("0 đ")))
    pay = Segments([("cash", "Tiền mặt"), ("bank", "Chuyển khoản")], name="Cách thu")
    card.add(pay)
    return card
