"""What a commune-level unit is called on its papers."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import Any

from motcua_desktop.domain.dossier import Office
from motcua_desktop.domain.text import fold

#: The unit the program was first written for, and its identification code (QCVN 102:2016/BTTTT).
HOME_UNIT = "Lý Sơn"
KNOWN_AGENCIES = {HOME_UNIT: "H48.25.12"}


class Level(StrEnum):
    """The three kinds of commune-level unit (Law 72/2025/QH15 Art. 1)."""

    COMMUNE = "commune"
    WARD = "ward"
    SPECIAL_ZONE = "special_zone"


def level_of(name: str) -> Level:
    """The kind of unit a name speaks of; a commune where it does not say."""
    words = fold(name)
    if "dac khu" in words:
        return Level.SPECIAL_ZONE
    return Level.WARD if "phuong" in words.split() else Level.COMMUNE


def office_of(unit: Mapping[str, Any]) -> Office:
    """The office of a unit of the shipped list, as it stands on paper; the signer is its chairman."""
    name, kind = str(unit["short_name"]), str(unit["type"]).lower()
    return Office(
        name=f"UBND {kind} {name}".upper(),
        parent=f"UBND tỉnh {unit['province']}".upper(),
        counter_name=f"Trung tâm Phục vụ hành chính công {kind} {name}",
        place=name,
        address=f"{kind.capitalize()} {name}, tỉnh {unit['province']}",
        unit_code=str(unit["code"]),
        agency_id=KNOWN_AGENCIES.get(name, ""),
        signer_title="CHỦ TỊCH",
    )
