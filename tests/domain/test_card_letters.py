"""A card read with wrong letters is told from a name of any people of the country."""

from datetime import date
from random import Random

import pytest

from motcua_desktop.assets import read_json
from motcua_desktop.counter import invented
from motcua_desktop.domain.identity import read_card


def _card(name: str, address: str) -> tuple[bool, bool]:
    card = read_card(f"051197000123||{name}|14031997|Nữ|{address}|01012022")
    assert card is not None
    return card.damaged, card.address_damaged


@pytest.mark.parametrize(
    ("name", "address"),
    [
        ("Nguyn Th Thu Tho", "Thn Phc Lung, x M c, tnh Qung Ngi"),  # letters with marks dropped
        ("Nguyeenx Thij Thu Thaor", "Thoon Taay An Hair, ddawcj khu Lys Sown"),  # Telex
        ("Nguye64n Thi5 Thu Tha3o", "Tho6n Ta6y An Ha3i, d9a85c khu Ly1 So7n"),  # VNI
        ("Nguyen Thi Thu Thao", "Thon Tay An Hai, dac khu Ly Son, Quang Ngai"),  # marks dropped
        ("Nguy?n Th? Thu Th?o", "Thôn Tây An H?i, đ?c khu Lý Sơn"),
        ("Trn Văn Hùng", "Tổ 3, phưng Nghĩa Lộ, tnh Quảng Ngãi"),
    ],
)
def test_a_damaged_name_and_a_damaged_address_are_told(name: str, address: str) -> None:
    assert _card(name, address) == (True, True)


@pytest.mark.parametrize(
    "address",
    [
        "Thoon DDông An Vixnh, ddặc khu Ly Sơn",
        "Thôn DDông An Vĩnh, đặc khu Lý Sơn",
        "Thôn Đông An Vixnh, đặc khu Lý Sơn",
        "Thoon Đông An Vĩnh, đặc khu Lý Sơn",
        "Thôn Tây An Hair, đặc khu Lys Sơn",
        "Thôn Đông Hoafng, xã Bình Sơn",
        "Thôn Phước Thiejn, xã Tịnh Khê",
    ],
)
def test_an_address_of_which_a_keyboard_marked_only_some_letters_is_told(address: str) -> None:
    assert _card("Nguyễn Thị Thu Thảo", address) == (False, True)


def test_no_place_of_the_province_passes_for_damaged() -> None:
    known = read_json("places/quang_ngai_units.json")
    units = [*known["units"], *(former for unit in known["units"] for former in unit["former_units"])]
    names = {unit["name"] for unit in units if "name" in unit}
    assert len(names) > 300
    assert [name for name in names if _card("Lê An", f"Thôn 1, {name}, Quảng Ngãi") != (False, False)] == []


def test_nobody_of_the_demonstration_passes_for_damaged() -> None:
    people = [invented.person(Random(seed), date(2026, 11, 20)) for seed in range(500)]
    assert [who for who in people if _card(who.name, who.address) != (False, False)] == []


@pytest.mark.parametrize(
    "name",
    [
        "Nguyễn Thị Thu Thảo",
        "NGUYỄN HUỲNH QUỲNH NHƯ",
        "Lê Quyên",
        "Y Đăk Hlim",
        "Ksor H'Bia",
        "Rơ Châm Blúp",
        "Phạm Văn Quý",
        "Trần Thị Tuyết Nguyệt",
        "Nguyễn Tùng Quỳ",
        "Đinh Thị Hrê",
        "Huỳnh Thị Oanh",
        "Lý Quốc Khuynh",
    ],
)
@pytest.mark.parametrize(
    "address",
    [
        "Thôn Tây An Hải, đặc khu Lý Sơn, tỉnh Quảng Ngãi",
        "Số 12B, KP 3, TT Mộ Đức, Quảng Ngãi",
        "TDP 4, P. Nghĩa Lộ, TP Quảng Ngãi",
        "Làng Kon Klor, xã Đăk Rơ Wa, TP. Kon Tum, Kon Tum",
        "Thôn Huỳnh Tịnh, Bình Thuận, Quỳnh Lưu",
        "Đội 5, thôn Ngọc Trì, Bình Chương, Bình Sơn",
        "",
    ],
)
def test_a_card_as_it_is_written_is_believed(name: str, address: str) -> None:
    assert _card(name, address) == (False, False)
