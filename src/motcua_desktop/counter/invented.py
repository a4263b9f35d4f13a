"""Invented people of Lý Sơn and the mainland for demonstrations and tests: same seed, same people."""

from __future__ import annotations

from datetime import date, timedelta
from random import Random

from motcua_desktop.domain.applicant import Applicant

_FAMILY = (
    "Nguyễn",
    "Trần",
    "Lê",
    "Phạm",
    "Võ",
    "Dương",
    "Bùi",
    "Đặng",
    "Huỳnh",
    "Phan",
    "Mai",
    "Trương",
    "Ngô",
    "Đỗ",
)
_MIDDLE = {
    "Nam": ("Văn", "Minh", "Quốc", "Hữu", "Thanh", "Đức", "Ngọc", "Công", "Xuân", "Hoàng"),
    "Nữ": ("Thị", "Thị Thu", "Thị Mỹ", "Thị Kim", "Ngọc", "Thị Tuyết", "Thanh", "Thị Hồng", "Như"),
}
_GIVEN = {
    "Nam": (
        "Hải",
        "Lợi",
        "Thuận",
        "Phước",
        "Tâm",
        "Sơn",
        "Vinh",
        "Đạt",
        "Ý",
        "Khôi",
        "Trưởng",
        "Nghĩa",
        "Quý",
        "Bảo",
    ),
    "Nữ": (
        "Thảo",
        "Hạnh",
        "Lài",
        "Linh",
        "Thoa",
        "Ánh",
        "Nhung",
        "Thu",
        "Sen",
        "Vân",
        "Nga",
        "Bé",
        "Hồng",
        "Ỷ",
    ),
}
_ETHNIC = {
    "Nam": ("A Thuận", "A Đrưn", "Đinh Văn Rêu", "Hồ Văn Tía", "Phạm Văn Nốt"),
    "Nữ": ("Y Blưm", "Y Hnhi", "Đinh Thị Xơ", "Hồ Thị Dừa", "Phạm Thị Vrốt"),
}
_PLACES = (
    "Thôn Tây An Vĩnh, đặc khu Lý Sơn",
    "Thôn Đông An Vĩnh, đặc khu Lý Sơn",
    "Thôn Tây An Hải, đặc khu Lý Sơn",
    "Thôn Đông An Hải, đặc khu Lý Sơn",
    "Thôn Đồng Hộ, đặc khu Lý Sơn",
    "Thôn Bắc An Bình, đặc khu Lý Sơn",
)
_MOBILE = ("032", "035", "038", "056", "070", "078", "081", "083", "090", "091", "097")


def person(random: Random, on: date) -> Applicant:
    """An adult of either sex; every tenth one of the mountain peoples, whose names are whole as they are."""
    sex = random.choice(("Nam", "Nữ"))
    if random.random() < 0.1:
        name = random.choice(_ETHNIC[sex])
    else:
        name = f"{random.choice(_FAMILY)} {random.choice(_MIDDLE[sex])} {random.choice(_GIVEN[sex])}"
    birth = on - timedelta(days=random.randint(18 * 366, 85 * 365))
    phone = random.choice(_MOBILE) + f"{random.randint(0, 9_999_999):07d}" if random.random() < 0.8 else ""
    return Applicant(
        name=name,
        id_number=_citizen_id(random, birth, sex),
        birth=birth.isoformat(),
        sex=sex,
        address=random.choice(_PLACES),
        unit_code="21548",
        phone=phone,
    )


def child_name(random: Random, parent: str) -> str:
    """A child's name after the parent's family name."""
    sex = random.choice(("Nam", "Nữ"))
    family = parent.split(" ", maxsplit=1)[0]
    return f"{family} {random.choice(('Gia', 'Bảo', 'Minh'))} {random.choice(_GIVEN[sex])}"


def _citizen_id(random: Random, birth: date, sex: str) -> str:
    """Place of registration, century and sex, year, six digits (reference: Citizen ID)."""
    place = random.choice(("051", "051", "051", "051", "062", "049", "048"))
    century = (birth.year // 100 - 19) * 2 + (sex == "Nữ")
    return f"{place}{century}{birth.year % 100:02d}{random.randint(0, 999_999):06d}"
