"""The office whose counter this is, who sits at it, and stretches of days."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

#: Of the shortest number citizens can call (113).
FEWEST_DIGITS = 3


@dataclass(frozen=True, slots=True)
class Office:
    """The office whose counter this is, as it stands on paper. `is_sample`: nobody's, to try the program."""

    name: str = ""
    parent: str = ""
    counter_name: str = ""
    place: str = ""
    address: str = ""
    phone: str = ""
    email: str = ""
    website: str = ""
    unit_code: str = ""
    agency_id: str = ""
    signer_title: str = ""
    signer_for: str = ""
    signer_name: str = ""
    is_sample: bool = False


def names_a_telephone(line: str) -> bool:
    """Whether citizens can call by this line of the paper: empty, or with a number in it (113 is one)."""
    return not line.strip() or sum(character.isdigit() for character in line) >= FEWEST_DIGITS


@dataclass(frozen=True, slots=True)
class Officer:
    """Who is at the desk."""

    name: str
    role: str
    login: str = ""
    title: str = ""
    desk: str = ""


@dataclass(frozen=True, slots=True)
class Period:
    """Days from and to, both counted."""

    start: date
    end: date
