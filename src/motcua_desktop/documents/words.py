"""Numbers and dates as Vietnamese official papers write them."""

from __future__ import annotations

from datetime import date, datetime

_DIGITS = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")
_GROUPS = ("", "nghìn", "triệu")


def _tens_and_units(tens: int, units: int, *, odd: str, leading: bool) -> list[str]:
    """The last two digits of a group; `leading` says that no hundred stands before them."""
    if tens == 0:
        if units == 0:
            return []
        return [_DIGITS[units]] if leading else [odd, _DIGITS[units]]
    words = ["mười"] if tens == 1 else [_DIGITS[tens], "mươi"]
    if units == 0:
        return words
    if units == 5:
        return [*words, "lăm"]
    if units == 1 and tens > 1:
        return [*words, "mốt"]
    return [*words, _DIGITS[units]]


def _three_digits(group: int, *, odd: str, leading: bool) -> list[str]:
    hundreds, rest = divmod(group, 100)
    tens, units = divmod(rest, 10)
    if leading and hundreds == 0:
        return _tens_and_units(tens, units, odd=odd, leading=True)
    return [_DIGITS[hundreds], "trăm", *_tens_and_units(tens, units, odd=odd, leading=False)]


def number_in_words(number: int, *, odd: str = "lẻ") -> str:
    """A whole number in Vietnamese words; `odd` is the word for an empty ten ("lẻ" or "linh").

    1005 is "một nghìn không trăm lẻ năm": an empty hundred inside the number is spoken. From tỷ on the
    same three groups repeat.
    """
    if number < 0:
        return f"âm {number_in_words(-number, odd=odd)}"
    if number == 0:
        return _DIGITS[0]
    billions, rest = divmod(number, 1_000_000_000)
    words = [number_in_words(billions, odd=odd), "tỷ"] if billions else []
    for place in (2, 1, 0):
        group = rest // 1000**place % 1000
        if group:
            words += _three_digits(group, odd=odd, leading=not words)
            words += [_GROUPS[place]] if place else []
    return " ".join(words)


def amount_in_words(amount: int, *, odd: str = "lẻ") -> str:
    """Money in đồng as fee receipts write it: "mười sáu nghìn đồng"."""
    return f"{number_in_words(amount, odd=odd)} đồng"


def padded(number: int) -> str:
    """Serials and counts below 10 with a leading zero (Decree 30/2020, cell 3)."""
    return f"{number:02d}"


def long_date(day: date) -> str:
    """ "ngày 05 tháng 02 năm 2026": days below 10 and months 1 and 2 with a zero (Decree 30/2020, cell 4)."""
    month = f"{day.month:02d}" if day.month <= 2 else str(day.month)
    return f"ngày {day.day:02d} tháng {month} năm {day.year}"


def paper_date(day: date, place: str) -> str:
    """Place and date of issue: "Lý Sơn, ngày 05 tháng 02 năm 2026"."""
    return f"{place}, {long_date(day)}"


def long_instant(at: datetime) -> str:
    """ "15 giờ 00 phút, ngày 02 tháng 3 năm 2026"."""
    return f"{at.hour:02d} giờ {at.minute:02d} phút, {long_date(at)}"


def short_date(day: date) -> str:
    """ "02/03/2026", for tables."""
    return f"{day:%d/%m/%Y}"


def short_instant(at: datetime) -> str:
    """ "15:00 02/03/2026", for tables."""
    return f"{at:%H:%M %d/%m/%Y}"
