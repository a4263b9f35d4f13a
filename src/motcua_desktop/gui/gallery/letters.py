"""Bars, choices, states of inputs, every badge."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QWidget

from motcua_desktop.gui.actions import Action
from motcua_desktop.gui.gallery.people import BADGES, long_days
from motcua_desktop.gui.theme import fixed
from motcua_desktop.gui.widgets.badge import Badge, state_badge
from motcua_desktop.gui.widgets.bar import Bar
from motcua_desktop.gui.widgets.button import Button
from motcua_desktop.gui.widgets.card import Card
from motcua_desktop.gui.widgets.day_strip import DayStrip
from motcua_desktop.gui.widgets.field import Field
from motcua_desktop.gui.widgets.inputs import CheckBox, ComboBox
from motcua_desktop.gui.widgets.key_cap import KeyCap
from motcua_desktop.gui.widgets.page import Page
from motcua_desktop.gui.widgets.text import column, holder, label, row, scrolled


class GalleryLetters(Page):
    """Bars, choices, check boxes, a long day strip, every badge, error and disabled states."""

    title = "Thư xin lỗi"

    def __init__(self, window: Any) -> None:
        super().__init__()
        self._window = window
        signer = ComboBox([("a", "Trần Quốc Việt, Phó Giám đốc"), ("b", "Lê Thị Cẩm, Giám đốc")])
        fixed(signer, 280, 36)
        self._signer = [label("Người ký", "second"), signer]
        for bar in _bars():
            self.body.addWidget(bar)
        lower = column(_states(), _inputs(), 1, gap=12)
        self.body.addWidget(scrolled(holder(lower)), 1)

    @property
    def context_line(self) -> str:
        return "và hẹn lại ngày trả kết quả"

    def bar_widgets(self) -> list[QWidget]:
        return self._signer

    @property
    def main_action(self) -> Action:
        return Action(
            "F12", "Ghi số và in 3 thư", lambda: self._window.say("Đã in 3 thư, số 27 đến 29"), "printer"
        )


def _bars() -> list[Bar]:
    urgent = "<b>Phải gửi trước 17:00 hôm nay.</b> Hạn 25/11, chậm nhất trước 01 ngày; 24/11 nghỉ lễ."
    kept = "Giữ thủ tục và cách trả của hồ sơ <b>261123-0013</b>, người nộp mới"
    again = Button("Bỏ, nhập từ đầu", kind="link", small=True)
    return [
        Bar("urgent", urgent),
        Bar("info", kept, again, KeyCap("Ctrl+Z"), icon="copy"),
        Bar("error", "Máy in không trả lời. Hồ sơ 261123-0014 đã lưu. Kiểm tra giấy, rồi bấm In lại."),
        Bar("warning", "Lịch 2027 chưa có thông báo, ngày hẹn là tạm tính."),
    ]


def _states() -> Card:
    card = Card("Trạng thái")
    card.add(row(*(Badge(state_badge(state, words)) for state, words in BADGES), 1))
    strip = DayStrip()
    strip.set_days(long_days(), "15 ngày làm việc")
    card.add(strip)
    return card


def _inputs() -> Card:
    card = Card("Ô nhập")
    wrong = Field("Số định danh")
    wrong.set_text("05119700012")
    wrong.fail("Số định danh cần 12 chữ số, đang có 11. Kiểm tra lại thẻ.")
    off = Field("Không dùng")
    off.edit.setEnabled(False)
    chosen = CheckBox("Nhận hồ sơ sáng thứ Bảy", "Chỉ nhận, không tính vào thời hạn")
    chosen.setChecked(True)
    disabled = Button("Không làm được", key="F4")
    disabled.setEnabled(False)
    reason = Field("Lý do", ComboBox([(1, "Chờ xác minh của Công an đặc khu")]))
    card.add(row(wrong, off, reason, gap=12))
    card.add(row(chosen, CheckBox("Chọn hết"), disabled, Button("In", icon="printer"), 1))
    return card
