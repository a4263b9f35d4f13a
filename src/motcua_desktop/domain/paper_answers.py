"""What the counter answers about papers: slips checked, letters waiting and made."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from pathlib import Path

from motcua_desktop.domain.errors import Refusal


@dataclass(frozen=True, slots=True)
class SlipCheck:
    """A scanned slip: whether this office signed just these words, and whether the register still says so.

    `in_register` None: the dossier is not in this register (another counter's, or an old one).
    """

    genuine: bool
    code: str
    due_at: datetime | None
    in_register: bool | None


class LetterWhy(StrEnum):
    """Why a dossier stands in the list of letters (Decree 118/2025 Art. 19.6).

    LATE: the promise has passed. TODAY: the last day to send the letter. PASSED: that day is over and the
    promise is not; a result in time needs no letter. LATER: the letter may still go on another day.
    """

    LATE = "late"
    TODAY = "today"
    PASSED = "passed"
    LATER = "later"


@dataclass(frozen=True, slots=True)
class Signer:
    """Who signs a letter, as it stands on paper (Decree 30/2020 Art. 13).

    `power` is KT., TL., TM. or TUQ. with the title of the one signed for, "" for the head himself.
    """

    name: str
    title: str
    power: str = ""


@dataclass(frozen=True, slots=True)
class LetterDraft:
    """A letter of apology that waits to be made; `locked` when the dossier was re-appointed once already."""

    code: str
    applicant: str
    procedure: str
    old_date: datetime
    new_date: datetime
    send_by: datetime
    late: bool
    locked: bool
    reason: str = ""
    why: LetterWhy = LetterWhy.LATER

    @property
    def must(self) -> bool:
        """Whether the law wants the letter now: late already, or today is the last day to send it."""
        return not self.locked and self.why in (LetterWhy.LATE, LetterWhy.TODAY)


@dataclass(frozen=True, slots=True)
class LettersMade:
    """The answer of a press: codes with a letter and their numbers, what was refused, and the one PDF of all.

    `pdf_trouble`: the letters are recorded, the paper could not be drawn.
    """

    codes: tuple[str, ...]
    refused: tuple[tuple[str, Refusal], ...]
    pdf: Path | None
    numbers: tuple[str, ...] = ()
    year: int = 0
    pdf_trouble: Exception | None = None


@dataclass(frozen=True, slots=True)
class LettersTakenBack:
    """Letters cancelled in one act: their numbers stay used; `refused` are those that stand."""

    codes: tuple[str, ...]
    numbers: tuple[str, ...]
    refused: tuple[tuple[str, Refusal], ...]
