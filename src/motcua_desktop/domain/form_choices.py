"""What an office chose for each of its forms, and the editions of wording it can print in."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from motcua_desktop.domain.errors import Refusal

MOST_COPIES = 5


@dataclass(frozen=True, slots=True)
class FormChoice:
    """A form as this office prints it.

    `title` is its plain title in the edition, "" where the paper is headed by the procedure; `titles` are
    others the edition allows (key, plain text) and `titled` the key of the chosen one. `paper` is A4, A5 or
    A6; `on_a4` sets two A5 pages on a sheet. `copies` of `usual_copies` the edition has. A book (`is_book`)
    is printed once, on its own paper.
    """

    form: str
    number: str
    title: str
    titles: tuple[tuple[str, str], ...]
    paper: str
    usual_copies: int
    copies: int
    on_a4: bool = False
    titled: str = ""
    is_book: bool = False

    @property
    def can_share_a4(self) -> bool:
        """Whether two of its pages fit on one A4 sheet."""
        return self.paper == "A5" and not self.is_book


@dataclass(frozen=True, slots=True)
class EditionLine:
    """An edition of wording: shipped or the office's own (`folder`); `trouble` says why it cannot be used."""

    name: str
    title: str
    effective_from: date | None = None
    folder: str = ""
    in_use: bool = False
    trouble: Refusal | None = None
