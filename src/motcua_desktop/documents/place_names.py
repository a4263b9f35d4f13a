"""Names of agencies and addresses as a sentence or an envelope wants them, from the list of units we ship."""

from __future__ import annotations

import re
from functools import cache

from motcua_desktop.assets import read_json

#: What agencies are called, as it stands inside a sentence (Decree 30/2020, Appendix II, on capitals).
_KNOWN = (
    "Trung tâm Phục vụ hành chính công",
    "Bộ phận Tiếp nhận và Trả kết quả",
    "Bộ phận Một cửa",
    "Hội đồng nhân dân",
    "Ủy ban nhân dân",
    "UBND",
    "HĐND",
    "thành phố",
    "đặc khu",
    "phường",
    "tỉnh",
    "xã",
)
_COMMUNE = re.compile(r"(?:xã|phường|đặc khu)\s+\S", re.IGNORECASE)


@cache
def _province() -> tuple[str, frozenset[str], dict[str, str]]:
    """Its name, the communes in small letters, and proper names: in capitals → as they are written."""
    data = read_json("places/quang_ngai_units.json")
    units, province = data["units"], data["province"]["name"]
    names = {unit["short_name"].upper(): unit["short_name"] for unit in units}
    known = frozenset(unit["name"].casefold() for unit in units)
    return f"{data['province']['type'].lower()} {province}", known, {**names, province.upper(): province}


def in_sentence(name: str, place: str = "") -> str:
    """An agency's name that is kept in capitals, as it stands in a sentence: "UBND đặc khu Lý Sơn".

    `place` is the office's own place. A name with one word that is not known stays as it was typed.
    """
    if name != name.upper() or not any(letter.isalpha() for letter in name):
        return name
    proper = _province()[2] | {place.upper(): place}
    known = {words.upper(): words for words in _KNOWN} | proper
    rest, found = " ".join(name.split()), []
    while rest:
        longest = max((one for one in known if one and f"{rest} ".startswith(f"{one} ")), key=len, default="")
        if not longest:
            return name
        found.append(known[longest])
        rest = rest[len(longest) :].lstrip()
    sentence = " ".join(found)
    return sentence[:1].upper() + sentence[1:]


def with_province(address: str) -> str:
    """An address as an envelope needs it: one that ends with a commune of ours gets the province."""
    province, communes, _names = _province()
    last = " ".join(address.rpartition(",")[2].split())
    if _COMMUNE.match(last) and last.casefold() in communes:
        return f"{address.rstrip(' ,')}, {province}"
    return address
