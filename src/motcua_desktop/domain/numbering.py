"""The dossier code: pattern, making, reading. The pattern is configuration (law digest §3, TO CONFIRM)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

ACCEPTED_CODE = re.compile(r"^[0-9A-Z]+(\.[0-9A-Z]+){0,5}-\d{6}-\d{3,6}$")


@dataclass(frozen=True, slots=True)
class CodePattern:
    """`<agency><separator>YYMMDD<separator>NNNN`: a serial per agency and day."""

    agency: str
    separator: str = "-"
    width: int = 4

    def scope(self, on: date) -> str:
        """The series a serial is counted in."""
        return f"dossier|{self.agency}|{on:%y%m%d}"

    def code(self, on: date, serial: int) -> str:
        """The code of the serial-th dossier of that day."""
        return f"{self.agency}{self.separator}{on:%y%m%d}{self.separator}{serial:0{self.width}d}"


def is_code(text: str) -> bool:
    """Whether a text has the form of a dossier code of any office."""
    return bool(ACCEPTED_CODE.match(text))
