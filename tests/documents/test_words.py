"""Amounts in words and dates as official papers write them."""

from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from motcua_desktop.documents.words import amount_in_words, long_instant, number_in_words, paper_date


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (0, "không"),
        (4, "bốn"),
        (10, "mười"),
        (15, "mười lăm"),
        (21, "hai mươi mốt"),
        (24, "hai mươi bốn"),
        (25, "hai mươi lăm"),
        (90, "chín mươi"),
        (105, "một trăm lẻ năm"),
        (111, "một trăm mười một"),
        (1_005, "một nghìn không trăm lẻ năm"),
        (1_015, "một nghìn không trăm mười lăm"),
        (2_024, "hai nghìn không trăm hai mươi bốn"),
        (16_000, "mười sáu nghìn"),
        (101_000, "một trăm lẻ một nghìn"),
        (110_000, "một trăm mười nghìn"),
        (200_000, "hai trăm nghìn"),
        (1_000_000, "một triệu"),
        (1_000_005, "một triệu không trăm lẻ năm"),
        (1_500_000_000, "một tỷ năm trăm triệu"),
        (2_000_000_001, "hai tỷ không trăm lẻ một"),
        (1_005_000_000_000, "một nghìn không trăm lẻ năm tỷ"),
    ],
)
def test_numbers_are_read_as_accountants_read_them(number: int, words: str) -> None:
    assert number_in_words(number) == words
    assert amount_in_words(number) == f"{words} đồng"


def test_an_office_may_say_linh_for_le() -> None:
    assert amount_in_words(1_005, odd="linh") == "một nghìn không trăm linh năm đồng"


_VALUE = {word: n for n, word in enumerate("không một hai ba bốn năm sáu bảy tám chín".split())} | {
    "mốt": 1,
    "lăm": 5,
}


def read_aloud(words: str) -> int:
    """The number a listener would write down."""
    whole = group = digit = 0
    for word in words.split():
        if word in _VALUE:
            digit = _VALUE[word]
            continue
        if word == "mười":
            group += 10
        elif word in ("mươi", "trăm"):
            group += digit * (10 if word == "mươi" else 100)
        elif word == "tỷ":
            whole = (whole + group + digit) * 1_000_000_000
            group = 0
        elif word in ("nghìn", "triệu"):
            whole += (group + digit) * (1_000 if word == "nghìn" else 1_000_000)
            group = 0
        digit = 0
    return whole + group + digit


@given(st.integers(0, 999_999_999_999))
def test_words_say_the_number_and_no_other(number: int) -> None:
    assert read_aloud(number_in_words(number)) == number


@pytest.mark.parametrize(
    ("day", "text"),
    [
        (date(2026, 2, 5), "Lý Sơn, ngày 05 tháng 02 năm 2026"),
        (date(2026, 1, 15), "Lý Sơn, ngày 15 tháng 01 năm 2026"),
        (date(2026, 3, 1), "Lý Sơn, ngày 01 tháng 3 năm 2026"),
        (date(2026, 11, 22), "Lý Sơn, ngày 22 tháng 11 năm 2026"),
    ],
)
def test_decree_30_2020_days_below_10_and_months_1_and_2_have_a_zero(day: date, text: str) -> None:
    assert paper_date(day, "Lý Sơn") == text


def test_an_instant_names_hour_and_minute() -> None:
    assert long_instant(datetime(2026, 3, 2, 7, 5)) == "07 giờ 05 phút, ngày 02 tháng 3 năm 2026"
