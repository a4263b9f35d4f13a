"""Citizen IDs, the QR of the citizen card, telephone numbers and tax codes."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime

from motcua_desktop.domain.card_letters import address_is_damaged, has_lost_its_marks, name_is_damaged
from motcua_desktop.domain.errors import BadCitizenId
from motcua_desktop.domain.text import clean

PROVINCES = frozenset(
    "001 002 004 006 008 010 011 012 014 015 017 019 020 022 024 025 026 027 030 031 033 034 035 036 037 038 "
    "040 042 044 045 046 048 049 051 052 054 056 058 060 062 064 066 067 068 070 072 074 075 077 079 080 082 "
    "083 084 086 087 089 091 092 093 094 095 096".split()
)
MALE, FEMALE = "Nam", "Nữ"
TAX_CODE_DIGITS = (10, 12, 13)
_TAX_WEIGHTS = (31, 29, 23, 19, 17, 13, 7, 5, 3)
_PHONE = re.compile(r"^(0[35789]\d{8}|02\d{8,9})$")


@dataclass(frozen=True, slots=True)
class IdWarning:
    """Something odd about an ID that does not stop the receipt: `what` is prefix, sex or year."""

    what: str
    expected: str


@dataclass(frozen=True, slots=True)
class Card:
    """What the QR of a citizen card says; every field but the number may be empty. `damaged`: the name, or
    what stands beside it, cannot be as it is on the card; `address_damaged`: the address cannot."""

    id_number: str
    old_number: str
    name: str
    birth: str
    sex: str
    address: str
    issued: str
    damaged: bool = False
    address_damaged: bool = False


def citizen_id(text: str) -> str:
    """The 12 digits of a citizen ID; separators are dropped.

    Raises BadCitizenId when there are not 12 digits or there is anything but digits.
    """
    bare = re.sub(r"[\s.\-]", "", text)
    if re.fullmatch(r"[0-9]{12}", bare):
        return bare
    digits = sum(c in "0123456789" for c in bare)
    raise BadCitizenId(digits=digits, other_characters=digits != len(bare))


def id_warnings(number: str, birth: str = "", sex: str = "") -> tuple[IdWarning, ...]:
    """What in a 12-digit ID disagrees with the rules of its making, the birth date or the sex."""
    found = []
    if number[:3] not in PROVINCES and number[0] == "0":
        found.append(IdWarning("prefix", number[:3]))
    century, odd = divmod(int(number[3]), 2)
    if sex and sex != ("Nữ" if odd else "Nam"):
        found.append(IdWarning("sex", "Nữ" if odd else "Nam"))
    year = 1900 + 100 * century + int(number[4:6])
    if birth and birth[:4].isdigit() and int(birth[:4]) != year:
        found.append(IdWarning("year", str(year)))
    return tuple(found)


def sex_and_year(number: str) -> tuple[str, int]:
    """Sex and year of birth a 12-digit ID tells (its fourth digit is century and sex)."""
    century, odd = divmod(int(number[3]), 2)
    return (FEMALE if odd else MALE), 1900 + 100 * century + int(number[4:6])


def passport_or_old_id(text: str) -> str | None:
    """A 9-digit old CMND or a passport number in normal form, else None."""
    bare = re.sub(r"[\s.\-]", "", text).upper()
    return bare if re.fullmatch(r"[0-9]{9}|[A-Z][0-9]{7,8}", bare) else None


def tax_code_digits(text: str) -> int:
    """How many digits stand in a tax code; `TAX_CODE_DIGITS` can be one."""
    return sum(character in "0123456789" for character in text)


def tax_code_is_valid(text: str) -> bool:
    """Whether a tax code has the form and check digit of 10 digits, 10-3, or 12 digits (the ID itself)."""
    bare = text.replace(" ", "")
    if re.fullmatch(r"[0-9]{12}", bare):
        return True
    if not re.fullmatch(r"[0-9]{10}(-?[0-9]{3})?", bare):
        return False
    total = sum(w * int(d) for w, d in zip(_TAX_WEIGHTS, bare, strict=False))
    return 10 - total % 11 == int(bare[9])


def phone_number(text: str) -> str:
    """Digits of a telephone number, +84 as 0; the caller asks `phone_is_plausible`."""
    bare = re.sub(r"[\s.\-()]", "", text)
    return "0" + bare[3:] if bare.startswith("+84") else bare


def is_a_phone(number: str) -> bool:
    """Whether there is any digit in it: without one nobody can be called."""
    return any(character in "0123456789" for character in number)


def phone_is_plausible(number: str) -> bool:
    """Ten digits of a mobile prefix, or a landline 02…"""
    return bool(_PHONE.match(number))


def birth_text(text: str) -> str | None:
    """A birth date as ISO text ("1997-03-14") or a year only ("1997"); None when it is neither.

    Accepts ddmmyyyy, dd/mm/yyyy, yyyy-mm-dd and yyyy.
    """
    text = text.strip()
    if re.fullmatch(r"[0-9]{4}", text):
        return text if 1850 <= int(text) <= 2200 else None
    for pattern in ("%d%m%Y", "%d/%m/%Y", "%d-%m-%Y", "%Y-%m-%d", "%d.%m.%Y"):
        try:
            return date.isoformat(datetime.strptime(text, pattern).date())
        except ValueError:
            continue
    return None


def read_card(text: str) -> Card | None:
    """The card behind a scanned QR text, or None when it is no citizen card.

    Tolerates the new cards' empty trailing fields, readers that drop the empty old number, slashes in
    dates, and letters damaged by an active Vietnamese keyboard (then `damaged`: check the name).
    """
    parts = [clean(part) for part in text.replace("\x00", "").strip().split("|")]
    if len(parts) < 6 or not re.fullmatch(r"[0-9]{12}", parts[0]):
        return None
    if not re.fullmatch(r"[0-9]{9}|", parts[1]):
        parts.insert(1, "")
    parts += [""] * (7 - len(parts))
    number, old, name, birth, sex, address, issued = parts[:7]
    born = birth_text(birth) or ""
    unmarked = has_lost_its_marks(name, address)
    damaged = unmarked or name_is_damaged(name) or sex not in ("Nam", "Nữ")
    if sex not in ("Nam", "Nữ"):
        sex = "Nữ" if int(number[3]) % 2 else "Nam"
    if born and any(w.what == "year" for w in id_warnings(number, born)):
        damaged = True
    broken = unmarked or address_is_damaged(address)
    return Card(number, old, name, born, sex, address, birth_text(issued) or "", damaged, broken)
