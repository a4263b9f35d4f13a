"""What the counter answers about papers: slips checked, letters waiting and made."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
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


@dataclass(frozen=True, slots=True)
class LettersMade:
    """The answer of a press: codes with a letter, what was refused, and the one PDF of all of them."""

    codes: tuple[str, ...]
    refused: tuple[tuple[str, Refusal], ...]
    pdf: Path | None
