"""How the intake page writes days, terms and people."""

from __future__ import annotations

from datetime import date, datetime

from motcua_desktop.domain import identity
from motcua_desktop.domain.answers import Caution
from motcua_desktop.domain.errors import Refusal
from motcua_desktop.domain.lifecycle import RULES, Move
from motcua_desktop.domain.procedure import Component, Procedure
from motcua_desktop.domain.terms import Term, Unit
from motcua_desktop.domain.text import fold
from motcua_desktop.gui.pages.moments import long_day, weekday
from motcua_desktop.i18n import _
from motcua_desktop.say import say, say_warning

PHONE_DIGITS = 10
LONGEST_CASE = 70
AT_THE_COUNTER = RULES[Move.NOT_ACCEPT].article
"""Art. 17.1c: receipt, request for papers and refusal of what is brought to the counter; 17.2 is online."""


def due_day(at: datetime, today: date) -> str:
    """The day of a promise as it stands beside the time: "hôm nay, thứ Hai 23/11" or the long form."""
    if at.date() == today:
        return _("hôm nay, {weekday} {day}").format(weekday=weekday(at.date()), day=f"{at:%d/%m}")
    return long_day(at.date())


def birth_words(iso: str) -> str:
    """14/03/1997 for an ISO date; a year, or what is no date, as it is."""
    parts = iso.split("-")
    return "/".join(reversed(parts)) if len(parts) == 3 and all(part.isdigit() for part in parts) else iso


def birth_refused(text: str) -> str:
    """What is wrong with a birth date that is none: how to write it."""
    return _("Ngày sinh “{text}” không có. Ghi như 14/03/1997 hoặc 1997.").format(text=text[:10])


def card_doubt(card: identity.Card) -> str:
    """Why the name of a scanned card must be looked at, "" where nothing speaks against it."""
    if not card.damaged:
        return ""
    if card.birth and any(odd.what == "year" for odd in identity.id_warnings(card.id_number, card.birth)):
        return _("Năm sinh khác số định danh: xem lại họ tên, ngày sinh theo thẻ. Ctrl+U để sửa.")
    return _("Máy quét đọc sai chữ có dấu: xem lại họ tên theo thẻ. Ctrl+U để sửa.")


def address_doubt(card: identity.Card) -> str:
    """Why the address of a scanned card must be looked at, "" where nothing speaks against it."""
    if not card.address_damaged:
        return ""
    return _("Máy quét đọc sai chữ có dấu: xem lại nơi cư trú theo thẻ.")


def id_refused(number: str) -> str:
    """What is wrong with an ID that has been left, "" when it is accepted or empty."""
    if not number.replace(" ", "").replace(".", "") or identity.passport_or_old_id(number):
        return ""
    try:
        identity.citizen_id(number)
    except Refusal as refusal:
        return say(refusal)
    return ""


def tax_code_doubt(number: str) -> str:
    """What is odd about the length of a tax code that has been left, "" when it can be one or is empty."""
    digits = identity.tax_code_digits(number)
    if not number.strip() or digits in identity.TAX_CODE_DIGITS:
        return ""
    return say_warning(Caution("applicant.tax_code", "tax_code_length", (str(digits),)))


def shown_name(component: Component) -> str:
    """The name of a paper without the semicolon the portal's list leaves at its end."""
    return component.name.rstrip(" ;")


def case_and_name(component: Component) -> str:
    """The name behind the case it belongs to: "Trường hợp thay đổi tên phương tiện: Đơn đề nghị …"."""
    name, case = shown_name(component), component.case
    if len(case) > LONGEST_CASE:
        case = case[:LONGEST_CASE].rsplit(" ", 1)[0] + "…"
    return f"{case}: {name}" if case else name


def phone_doubt(digits: str) -> str:
    """What is odd about a telephone number: how many digits it lacks, has too many, or that nobody has it."""
    if not digits.isdecimal():
        return _("Số điện thoại chỉ gồm chữ số, vẫn nhận được")
    lacking = PHONE_DIGITS - len(digits)
    if lacking > 0:
        return _("Thiếu {n} chữ số, vẫn nhận được").format(n=lacking)
    if lacking < 0:
        return _("Thừa {n} chữ số, vẫn nhận được").format(n=-lacking)
    return _("Không có đầu số {start}, vẫn nhận được").format(start=digits[:2])


def term_words(procedure: Procedure) -> str:
    """How long a procedure takes: "trong ngày", "3 ngày làm việc"."""
    return duration(procedure.term)


def duration(term: Term | None) -> str:
    """A term in words, "chưa có thời hạn" for none."""
    if term is None:
        return _("chưa có thời hạn")
    if term.value == 0:
        return _("trong ngày")
    value = f"{term.value.normalize():f}".replace(".", ",")
    return unit_words(term.unit).format(n=value)


def unit_words(unit: Unit) -> str:
    """A unit with room for its number."""
    return {
        Unit.WORKING_HOUR: _("{n} giờ làm việc"),
        Unit.WORKING_DAY: _("{n} ngày làm việc"),
        Unit.CALENDAR_DAY: _("{n} ngày"),
        Unit.MONTH: _("{n} tháng"),
        Unit.CLOCK_HOUR: _("{n} giờ"),
    }[unit]


def procedure_icon(procedure: Procedure) -> str:
    """The icon of a procedure's field."""
    field = fold(procedure.field)
    for part, icon in (
        ("chung thuc", "stamp"),
        ("dat dai", "map-pin"),
        ("kinh doanh", "building-2"),
        ("nguoi co cong", "star"),
        ("bao tro", "users"),
    ):
        if part in field:
            return icon
    return "file-text"
