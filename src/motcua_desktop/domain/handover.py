"""What the counter answers about hand-over lists: the list both sides sign, and what a press made."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from motcua_desktop.domain.errors import Refusal


@dataclass(frozen=True, slots=True)
class HandoverList:
    """A list of dossiers that went from the counter to a section, or came `back` from it.

    `number` as it stands on paper, `uid` what tells lists apart. `ready`: the results came with it. `path` is
    where its PDF was to be kept, in the data folder. A cancelled list keeps its number.
    """

    uid: str
    number: str
    at: datetime
    officer: str
    section: str
    back: bool
    codes: tuple[str, ...]
    path: str
    ready: bool = False
    cancelled: bool = False


@dataclass(frozen=True, slots=True)
class HandedOver:
    """The answer of a press: one list a section, the PDFs that could be drawn, what kept the others from it.

    `refused` are the dossiers left out, with why; they stand where they stood.
    """

    lists: tuple[HandoverList, ...]
    papers: tuple[Path, ...] = ()
    trouble: str = ""
    refused: tuple[tuple[str, Refusal], ...] = ()

    @property
    def codes(self) -> tuple[str, ...]:
        """Every dossier that was handed over."""
        return tuple(code for made in self.lists for code in made.codes)


@dataclass
class UnknownHandoverList(Refusal):
    """No list has this number in this year."""

    number: str
    year: int


@dataclass
class HandoverListCancelled(Refusal):
    """The list was cancelled: it can be neither printed again nor cancelled once more."""

    number: str


@dataclass
class HandoverListMovedOn(Refusal):
    """Something has happened to a dossier since its list, so that the list cannot be cancelled any more."""

    number: str
    code: str
