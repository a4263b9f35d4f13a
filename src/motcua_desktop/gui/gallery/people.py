"""Invented people and dossiers of the gallery."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from motcua_desktop.gui.widgets.badge import BadgeFace, state_badge
from motcua_desktop.gui.widgets.components_list import ComponentLine
from motcua_desktop.gui.widgets.day_strip import StripDay
from motcua_desktop.gui.widgets.work_list import WorkItem

STRIP = [
    StripDay(date(2026, 11, 23), "received", "Nhận"),
    StripDay(date(2026, 11, 24), "off", "Nghỉ"),
    StripDay(date(2026, 11, 25), "due", "Trả"),
    StripDay(date(2026, 11, 26), "later"),
    StripDay(date(2026, 11, 27), "later"),
]
WHY = "Nhận lúc 15:12, sau 15:00, nên trả vào ngày làm việc tiếp theo; 24/11 nghỉ Ngày Văn hóa Việt Nam."


def nothing() -> None:
    """What a button of the gallery does."""


WORK = [
    WorkItem(
        state_badge("overdue", "Quá hạn"),
        "Võ Minh Hải, đăng ký thành lập hộ kinh doanh",
        "261117-0004 · quá hạn 1 ngày 2 giờ làm việc",
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


PAPERS = [
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


@dataclass(frozen=True)
class Line:
    id: int
    code: str
    name: str
    procedure: str
    due: str
    badge: BadgeFace


LINES = [
    Line(int(number), code, name, procedure, due, state_badge(state, words))
    for number, code, name, procedure, due, state, words in (
        (
            "1",
            "261117-0006",
            "Dương Thị Bé",
            "Đăng ký thay đổi nội dung",
            "20/11 08:40",
            "overdue",
            "Quá hạn 9 giờ",
        ),
        (
            "2",
            "261118-0009",
            "Dương Thị Lài",
            "Cấp Giấy xác nhận tình trạng hôn nhân",
            "23/11 10:15",
            "today",
            "Hôm nay 10:15",
        ),
        (
            "3",
            "261119-0002",
            "Dương Thị Mỹ Linh",
            "Đăng ký thành lập hộ kinh doanh",
            "25/11 07:35",
            "soon",
            "Còn 1 ngày",
        ),
        ("4", "261119-0011", "Dương Thị Hồng", "Đăng ký giám hộ", "25/11 14:20", "soon", "Còn 1 ngày"),
        (
            "5",
            "261120-0016",
            "Dương Thị Tuyết Nhung",
            "Đăng ký nhận cha, mẹ, con",
            "26/11 16:05",
            "soon",
            "Còn 2 ngày",
        ),
        ("6", "261112-0007", "Dương Thị Thu", "Đăng ký lại khai sinh", "", "waiting", "Chờ bổ sung"),
        (
            "7",
            "261105-0004",
            "Dương Thị Sen",
            "Hòa giải tranh chấp đất đai",
            "15/12 17:00",
            "in_time",
            "Trong hạn",
        ),
        ("8", "261119-0014", "Dương Thị Vân", "Chứng thực chữ ký", "19/11 17:00", "ready", "Có kết quả"),
        ("9", "261118-0021", "Dương Thị Nga", "Đăng ký khai sinh", "18/11 17:00", "returned", "Đã trả 18/11"),
    )
]


BADGES = [
    ("overdue", "Quá hạn 9 giờ"),
    ("today", "Hôm nay 10:15"),
    ("soon", "Còn 1 ngày"),
    ("in_time", "Trong hạn"),
    ("waiting", "Chờ bổ sung"),
    ("ready", "Có kết quả"),
    ("returned", "Đã trả 18/11"),
    ("provisional", "tạm tính"),
]


def long_days() -> list[StripDay]:
    days = [StripDay(date(2026, 11, 23), "received", "Nhận"), StripDay(date(2026, 11, 24), "off", "Nghỉ")]
    days += [StripDay(date(2026, 11, n), "counted", str(n - 24)) for n in range(25, 31)]
    days += [StripDay(date(2026, 12, n), "counted", str(n + 6)) for n in range(1, 8)]
    return [*days, StripDay(date(2026, 12, 8), "due", "Trả"), StripDay(date(2026, 12, 9), "later")]
