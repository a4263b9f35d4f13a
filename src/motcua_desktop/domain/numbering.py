"""The dossier code: pattern, making, reading. The pattern is configuration (law digest §3, TO CONFIRM)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

SHORT_CODE = re.compile(r"^\d{6}-\d{3,6}$")
ACCEPTED_CODE = re.compile(r"^[0-9A-Z]+(\.[0-9A-Z]+){0,5}-\d{6}-\d{3,6}$")
_SEPARATORS = ("-", ".", "_")


class Numbering(StrEnum):
    """Where serials come from: this office's own series, or local codes that never look official."""

    OFFICIAL = "official"
    TEMPORARY = "temporary"


@dataclass(frozen=True, slots=True)
class CodePattern:
    """`<agency><separator>YYMMDD<separator>NNNN`: a serial per agency and day."""

    agency: str
    separator: str = "-"
    width: int = 4

    @property
    def is_usable(self) -> bool:
        """Whether codes made by it can be told apart and read back."""
        made_of = re.fullmatch(r"[0-9A-Z]+(\.[0-9A-Z]+){0,5}", self.agency)
        return bool(made_of) and self.separator in _SEPARATORS and 3 <= self.width <= 6

    def scope(self, on: date) -> str:
        """The series a serial is counted in."""
        return f"dossier|{self.agency}|{on:%y%m%d}"

    def code(self, on: date, serial: int) -> str:
        """The code of the serial-th dossier of that day."""
        return f"{self.agency}{self.separator}{on:%y%m%d}{self.separator}{serial:0{self.width}d}"


@dataclass(frozen=True, slots=True)
class Block:
    """Serials `first` to `last` of each day from `start` to `end`, set aside for this machine."""

    first: int
    last: int
    start: date
    end: date

    def covers(self, on: date) -> bool:
        """Whether the block is used on that day."""
        return self.start <= on <= self.end

    @property
    def is_usable(self) -> bool:
        """Whether it holds at least one serial and one day."""
        return 1 <= self.first <= self.last <= 999_999 and self.start <= self.end


def temporary_scope(machine: str, on: date) -> str:
    """The series of local codes of a machine and day."""
    return f"temporary|{machine}|{on:%y%m%d}"


def temporary_code(machine: str, on: date, serial: int) -> str:
    """A local code ("T2.261119.0001"): dots where an official one has dashes, so none is taken for it."""
    return f"T{machine}.{on:%y%m%d}.{serial:04d}"


def is_code(text: str) -> bool:
    """Whether a text has the form of a dossier code of any office."""
    return bool(ACCEPTED_CODE.match(text))


def is_temporary(code: str) -> bool:
    """Whether a code is a local one that waits for the official code."""
    return bool(re.fullmatch(r"T[0-9A-Z]*\.\d{6}\.\d{4,6}", code))


def short_code(code: str) -> str:
    """Day and serial, the part an officer says aloud ("261119-0002"); a code of another make as it is."""
    found = re.search(r"(\d{6})([-._])(\d{3,6})$", code)
    return f"{found[1]}{found[2]}{found[3]}" if found else code


def search_key(code: str, official_code: str = "") -> str:
    """What a search for a part of a code looks through: the short codes of both."""
    keys = dict.fromkeys(short_code(text).upper() for text in (code, official_code) if text)
    return " ".join(keys)
