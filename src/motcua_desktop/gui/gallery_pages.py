"""The gallery's pages: every widget of the kit at its work, with invented people."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from motcua_desktop.gui.actions import Action, Hint
from motcua_desktop.gui.table_model import Column, TableModel
from motcua_desktop.gui.theme import fixed, least, margins, spacing
from motcua_desktop.gui.widgets.badge import Badge, BadgeFace, state_badge
from motcua_desktop.gui.widgets.bar import Bar
from motcua_desktop.gui.widgets.button import Button
from motcua_desktop.gui.widgets.card import Band, Card
from motcua_desktop.gui.widgets.chips import ChipFace, Chips
from motcua_desktop.gui.widgets.components_list import ComponentLine, ComponentsList
from motcua_desktop.gui.widgets.day_strip import DayStrip, StripDay
from motcua_desktop.gui.widgets.empty_state import EmptyState
from motcua_desktop.gui.widgets.field import Field
from motcua_desktop.gui.widgets.inputs import CheckBox, ComboBox
from motcua_desktop.gui.widgets.key_cap import KeyCap
from motcua_desktop.gui.widgets.number_card import NumberCard, StockCard
from motcua_desktop.gui.widgets.page import Page, page_columns
from motcua_desktop.gui.widgets.search_box import SearchBox
from motcua_desktop.gui.widgets.segments import Segments
from motcua_desktop.gui.widgets.side_panel import SidePanel
from motcua_desktop.gui.widgets.table import Table
from motcua_desktop.gui.widgets.text import column, holder, label, row
from motcua_desktop.gui.widgets.time_line import Step, TimeLine
from motcua_desktop.gui.widgets.work_list import WorkItem, WorkList

_STRIP = [
    StripDay(date(2026, 11, 23), "received", "Nhận"),
    StripDay(date(2026, 11, 24), "off", "Nghỉ"),
    StripDay(date(2026, 11, 25), "due", "Trả"),
    StripDay(date(2026, 11, 26), "later"),
    StripDay(date(2026, 11, 27), "later"),
]
_WHY = "Nhận lúc 15:12, sau 15:00, nên trả vào ngày làm việc tiếp theo; 24/11 nghỉ Ngày Văn hóa Việt Nam."


def _nothing() -> None:
    """What a button of the gallery does."""


class GalleryHome(Page):
    """Cards and the work list."""

    title = "Trang chính"

    def __init__(self, window: Any) -> None:
        super().__init__()
        margins(self.body, 24, 16, 24, 16)
        self.body.setSpacing(16)
        cards = [
            ("Quá hạn", "octagon-alert", "red", True, 3, "lâu nhất 1 ngày 2 giờ"),
            ("Đến hạn hôm nay", "alarm-clock", "orange", True, 9, "2 hồ sơ trước 11:30"),
            ("Còn 1 ngày", "clock", "amber", False, 6, "thứ Tư 25/11"),
            ("Còn 2 ngày", "clock", "amber", False, 11, "thứ Năm 26/11"),
            ("Còn 3 ngày", "clock", "amber", False, 8, "thứ Sáu 27/11"),
        ]
        tall = []
        for words, icon, tint, strong, number, line in cards:
            card = NumberCard(words, icon, tint, strong=strong)
            card.set_number(number, line)
            tall.append(card)
        self.body.addLayout(row(*tall, gap=16))
        stock = []
        for words, icon, number in (
            ("Nhận hôm nay", "inbox", 12),
            ("Chờ bổ sung", "circle-pause", 7),
            ("Thư cần gửi", "mail", 4),
            ("Chưa đồng bộ", "usb", 21),
        ):
            low = StockCard(words, icon)
            low.set_number(number)
            stock.append(low)
        self.body.addLayout(row(*stock, gap=16))
        self.work = WorkList("Cần làm ngay")
        self.work.set_items(_WORK)
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


_WORK = [
    WorkItem(
        state_badge("overdue", "Quá hạn"),
        "Võ Minh Hải, đăng ký thành lập hộ kinh doanh",
        "261117-0004 · trễ 1 ngày 2 giờ làm việc",
        "Mở",
    ),
    WorkItem(
        state_badge("today", "10:15"),
        "Dương Thị Lài, xác nhận tình trạng hôn nhân",
        "261118-0009 · còn 33 phút · đã có kết quả",
        "Trả",
    ),
    WorkItem(
        state_badge("letter", "Hôm nay"),
        "Gửi 4 thư xin lỗi cho hồ sơ hẹn 25/11",
        "Ngày 24/11 nghỉ lễ nên phải gửi trước 17:00",
        "Thư",
    ),
    WorkItem(
        BadgeFace("3 giờ", "clock", "orange"),
        "2 hồ sơ trực tuyến chờ tiếp nhận",
        "Phải trả lời trước 15:05, còn 3 giờ 23 phút làm việc",
        "Mở",
    ),
    WorkItem(
        BadgeFace("Còn 2 ngày", "hourglass", "violet"),
        "Trần Văn Lợi chưa bổ sung giấy tờ",
        "261110-0003 · đủ 15 ngày vào 25/11 thì đóng hồ sơ",
        "Mở",
    ),
    WorkItem(
        BadgeFace("Lịch", "calendar-clock"),
        "Hoán đổi 23/11 với 28/11: chưa có quyết định",
        "Đang tính hôm nay là ngày làm việc",
        "Lịch",
    ),
    WorkItem(
        BadgeFace("Còn 3 ngày", "reply"),
        "1 phản ánh của người dân phải chuyển đi",
        "Nhận 18/11 · chuyển đi chậm nhất 26/11",
        "Mở",
    ),
]


class GalleryIntake(Page):
    """Fields, segments, components, day strip, action bar."""

    title = "Tiếp nhận"

    def __init__(self, window: Any) -> None:
        super().__init__()
        left, right = QVBoxLayout(), QVBoxLayout()
        for side in (left, right):
            spacing(side, 12)
        columns = page_columns(self)
        columns.addLayout(left, 1)
        side = holder(right)
        right.setContentsMargins(0, 0, 0, 0)
        fixed(side, 376)
        columns.addWidget(side)
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
        grid = QGridLayout()
        margins(grid, 0, 0, 0, 0)
        spacing(grid, 12)
        identity = Field("Số định danh")
        identity.set_text("051•••••0123")
        identity.line.setReadOnly(True)
        identity.line.set_tail("eye", pressed=_nothing)
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
        for field, at in (
            (identity, (0, 0, 1, 2)),
            (name, (0, 2, 1, 3)),
            (born, (0, 5, 1, 2)),
            (sex, (0, 7, 1, 1)),
            (home, (1, 0, 1, 5)),
            (self.phone, (1, 5, 1, 3)),
            (child, (2, 0, 1, 5)),
        ):
            grid.addWidget(field, *at)
        offered = row(
            Button("Số cũ: 090•••••18", icon="history", kind="link", small=True), KeyCap("Ctrl+U"), 1
        )
        grid.addLayout(offered, 2, 5, 1, 3)
        card.add(grid)
        return card

    def _components(self) -> Card:
        self.papers = ComponentsList()
        self.papers.set_lines(_PAPERS)
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
            Action("Ctrl+B", "Yêu cầu bổ sung", _nothing, show="bar"),
            Action("Ctrl+G", "Từ chối", _nothing, show="bar"),
            Action("Ctrl+P", "Xem trước", _nothing, show="bar", side="right"),
            Action("Ctrl+U", "Lấy số cũ", self.phone.calm),
        ]

    @property
    def main_action(self) -> Action:
        return Action("F12", "Nhận và in giấy hẹn", self._receive, "printer")

    def _receive(self) -> None:
        self.said.emit("Đã nhận 261123-0014, hẹn trả 17:00 thứ Tư 25/11/2026", _nothing)

    def focus_first(self) -> None:
        self.phone.setFocus()


_PAPERS = [
    ComponentLine("Tờ khai đăng ký khai sinh theo mẫu", "Phải nộp", "1 bản chính", True, True),
    ComponentLine(
        "Giấy chứng sinh; không có thì văn bản của người làm chứng hoặc giấy cam đoan về việc sinh",
        "Phải nộp",
        "1 bản chính",
        True,
        True,
    ),
    ComponentLine(
        "Căn cước, hộ chiếu hoặc giấy tờ tùy thân có dán ảnh, còn giá trị sử dụng",
        "Xuất trình",
        "xem và trả",
        True,
        True,
    ),
    ComponentLine("Văn bản ủy quyền (được chứng thực)", "Nếu có"),
    ComponentLine("Giấy tờ chứng minh nơi cư trú", "Nếu có"),
]


def _promise_card() -> Card:
    card = Card("Hẹn trả kết quả", "", label("Sớm hơn", "hint"), KeyCap("Ctrl+H"))
    card.add(row(label("17:00", "due"), label("thứ Tư 25/11/2026", "sum"), 1, gap=10))
    strip = DayStrip()
    strip.set_days(_STRIP, _WHY)
    card.add(strip)
    card.add(label(_WHY, "second", wrap=True))
    return card


def _fee_card() -> Card:
    card = Card("Phí, lệ phí", "", label("16.000 đ", "sum"))
    card.add(row(label("Lệ phí khai sinh"), 1, label("đúng hạn, miễn", "second"), label("0 đ")))
    pay = Segments([("cash", "Tiền mặt"), ("bank", "Chuyển khoản")], name="Cách thu")
    card.add(pay)
    return card


@dataclass(frozen=True)
class _Line:
    id: int
    code: str
    name: str
    procedure: str
    due: str
    badge: BadgeFace


_LINES = [
    _Line(1, "261117-0006", "Dương Thị Bé", "Đăng ký thay đổi nội dung", "20/11 08:40", state_badge("overdue", "Quá hạn 9 giờ")),
    _Line(2, "261118-0009", "Dương Thị Lài", "Cấp Giấy xác nhận tình trạng hôn nhân", "23/11 10:15", state_badge("today", "Hôm nay 10:15")),
    _Line(3, "261119-0002", "Dương Thị Mỹ Linh", "Đăng ký thành lập hộ kinh doanh", "25/11 07:35", state_badge("soon", "Còn 1 ngày")),
    _Line(4, "261119-0011", "Dương Thị Hồng", "Đăng ký giám hộ", "25/11 14:20", state_badge("soon", "Còn 1 ngày")),
    _Line(5, "261120-0016", "Dương Thị Tuyết Nhung", "Đăng ký nhận cha, mẹ, con", "26/11 16:05", state_badge("soon", "Còn 2 ngày")),
    _Line(6, "261112-0007", "Dương Thị Thu", "Đăng ký lại khai sinh", "", state_badge("waiting", "Chờ bổ sung")),
    _Line(7, "261105-0004", "Dương Thị Sen", "Hòa giải tranh chấp đất đai", "15/12 17:00", state_badge("in_time", "Trong hạn")),
    _Line(8, "261119-0014", "Dương Thị Vân", "Chứng thực chữ ký", "19/11 17:00", state_badge("ready", "Có kết quả")),
    _Line(9, "261118-0021", "Dương Thị Nga", "Đăng ký khai sinh", "18/11 17:00", state_badge("returned", "Đã trả 18/11")),
]  # fmt: skip


class GalleryRegister(Page):
    """Search, chips, table, side panel."""

    title = "Sổ hồ sơ"

    def __init__(self, window: Any) -> None:
        super().__init__()
        self.search = SearchBox()
        self.search.setText("duong thi")
        self.search.set_note("13 hồ sơ")
        buttons = (
            Button("Lọc", icon="list-filter", key="Ctrl+L", small=True),
            Button("Cột", icon="columns-3", small=True),
            Button("Xuất Excel", icon="download", key="Ctrl+E", small=True),
        )
        self.body.addLayout(
            row(
                self.search,
                label("Tên không dấu, mã, số định danh, điện thoại", "second"),
                1,
                *buttons,
                gap=12,
            )
        )
        self.chips = Chips(
            [
                ChipFace(key, words)
                for key, words in (
                    ("all", "Tất cả"),
                    ("open", "Đang giải quyết"),
                    ("due", "Đến hạn"),
                    ("late", "Quá hạn"),
                    ("waiting", "Chờ bổ sung"),
                    ("ready", "Có kết quả"),
                )
            ]
        )
        self.chips.set_counts({"all": 12480, "open": 78, "due": 34, "late": 3, "waiting": 7, "ready": 12})
        self.body.addLayout(row(self.chips, Button("Lưu bộ lọc này", icon="plus", kind="link", small=True)))
        self.rows = TableModel(
            [
                Column("code", "Mã hồ sơ", lambda line: line.code, fit=True, sort="code"),
                Column("name", "Người nộp", lambda line: line.name, fit=True, hits=True, sort="name"),
                Column("procedure", "Thủ tục", lambda line: line.procedure, stretch=1, tint="text2"),
                Column("due", "Hẹn trả", lambda line: line.due, fit=True, sort="due"),
                Column(
                    "state",
                    "Trạng thái",
                    lambda line: line.badge.words,
                    fit=True,
                    badge=lambda line: line.badge,
                ),
            ],
            self,
        )
        self.table = Table(self.rows, "Sổ hồ sơ")
        self.table.set_search("duong thi")
        self.rows.show_rows(_LINES)
        self.table.choose(2)
        card = Card(flush=True)
        card.add(self.table, 1)
        self.panel = SidePanel(_dossier_panel())
        fixed(self.panel, 368)
        columns = page_columns(self)
        columns.addWidget(card, 1)
        columns.addWidget(self.panel)

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


def _dossier_panel() -> Card:
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
    foot = QHBoxLayout()
    margins(foot, 16, 12, 16, 12)
    spacing(foot, 8)
    for button in (
        Button("Có kết quả", key="K", kind="main", small=True),
        Button("Trả", key="T", small=True),
        Button("Bổ sung", key="B", small=True),
    ):
        foot.addWidget(button)
    foot.addStretch(1)
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
        nearest = Card(flush=True)
        inner = row(
            column(label("Hồ sơ phải trả sớm nhất", "second"), label("<b>15:00 thứ Năm 24/12/2026</b>, còn 4 ngày làm việc"), gap=0),
            1,
            Button("Mở", key="Enter", small=True),
        )  # fmt: skip
        margins(inner, 16, 10, 16, 10)
        nearest.add(inner)
        least(nearest, 560)
        card = Card(flush=True)
        card.add(
            EmptyState(
                "calendar-days",
                "Không có hồ sơ nào sắp đến hạn",
                "Không hồ sơ nào quá hạn hoặc phải trả trong 3 ngày làm việc tới.",
                Button("Xem hồ sơ đang giải quyết", icon="table-properties", key="F3"),
                Button("Tiếp nhận hồ sơ", icon="file-plus", key="F2", kind="main"),
                nearest=nearest,
            ),
            1,
        )
        self.body.addWidget(card, 1)

    @property
    def context_line(self) -> str:
        return "Thứ Sáu 18/12/2026, 16:20"


class GalleryLetters(Page):
    """Bars, choices, check boxes, a long day strip, every badge, error and disabled states."""

    title = "Thư xin lỗi"

    def __init__(self, window: Any) -> None:
        super().__init__()
        self._window = window
        signer = ComboBox([("a", "Trần Quốc Việt, Phó Giám đốc"), ("b", "Lê Thị Cẩm, Giám đốc")])
        fixed(signer, 280, 36)
        self._signer = [label("Người ký", "second"), signer]
        urgent = "<b>Phải gửi trước 17:00 hôm nay.</b> Hạn 25/11, chậm nhất trước 01 ngày; 24/11 nghỉ lễ."
        self.body.addWidget(Bar("urgent", urgent))
        self.body.addWidget(
            Bar("info", "Giữ thủ tục và cách trả của hồ sơ <b>261123-0013</b>, người nộp mới", Button("Bỏ, nhập từ đầu", kind="link", small=True), KeyCap("Ctrl+Z"), icon="copy")
        )  # fmt: skip
        self.body.addWidget(
            Bar("error", "Máy in không trả lời. Hồ sơ 261123-0014 đã lưu. Kiểm tra giấy, rồi bấm In lại.")
        )
        self.body.addWidget(Bar("warning", "Lịch 2027 chưa có thông báo, ngày hẹn là tạm tính."))
        badges = [Badge(state_badge(state, words)) for state, words in _BADGES]
        states = Card("Trạng thái")
        states.add(row(*badges, 1))
        long_strip = DayStrip()
        long_strip.set_days(_long_days(), "15 ngày làm việc")
        states.add(long_strip)
        self.body.addWidget(states)
        inputs = Card("Ô nhập")
        wrong = Field("Số định danh")
        wrong.set_text("05119700012")
        wrong.fail("Số định danh cần 12 chữ số, đang có 11. Kiểm tra lại thẻ.")
        off = Field("Không dùng")
        off.edit.setEnabled(False)
        chosen = CheckBox("Nhận hồ sơ sáng thứ Bảy", "Chỉ nhận, không tính vào thời hạn")
        chosen.setChecked(True)
        disabled = Button("Không làm được", key="F4")
        disabled.setEnabled(False)
        inputs.add(
            row(wrong, off, Field("Lý do", ComboBox([(1, "Chờ xác minh của Công an đặc khu")])), gap=12)
        )
        inputs.add(row(chosen, CheckBox("Chọn hết"), disabled, Button("In", icon="printer"), 1))
        self.body.addWidget(inputs)
        self.body.addStretch(1)

    @property
    def context_line(self) -> str:
        return "và hẹn lại ngày trả kết quả"

    def bar_widgets(self) -> list[QWidget]:
        return self._signer

    @property
    def main_action(self) -> Action:
        return Action(
            "F12", "Ghi số và in 3 thư", lambda: self.said.emit("Đã in 3 thư, số 27 đến 29", None), "printer"
        )


_BADGES = [
    ("overdue", "Quá hạn 9 giờ"),
    ("today", "Hôm nay 10:15"),
    ("soon", "Còn 1 ngày"),
    ("in_time", "Trong hạn"),
    ("waiting", "Chờ bổ sung"),
    ("ready", "Có kết quả"),
    ("returned", "Đã trả 18/11"),
    ("provisional", "tạm tính"),
]


def _long_days() -> list[StripDay]:
    days = [StripDay(date(2026, 11, 23), "received", "Nhận"), StripDay(date(2026, 11, 24), "off", "Nghỉ")]
    days += [StripDay(date(2026, 11, n), "counted", str(n - 24)) for n in range(25, 31)]
    days += [StripDay(date(2026, 12, n), "counted", str(n + 6)) for n in range(1, 8)]
    return [*days, StripDay(date(2026, 12, 8), "due", "Trả"), StripDay(date(2026, 12, 9), "later")]
