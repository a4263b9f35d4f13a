"""What keeps a paper from being drawn: found before drawing, never a blank or a black square on paper."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from motcua_desktop.domain.errors import Refusal


@dataclass
class MissingOfficeName(Refusal):
    """The office has no name (or no place, `what`) to stand at the head of the paper."""

    form: str
    what: str = "name"

    def __post_init__(self) -> None:
        """The refusal stands beside the office's field."""
        self.field = f"office.{self.what}"


@dataclass
class MissingSigner(Refusal):
    """The form is signed by the head of the agency and no signer (name, title) is set (`what`)."""

    form: str
    what: str = "signer_name"

    def __post_init__(self) -> None:
        """The refusal stands beside the office's field."""
        self.field = f"office.{self.what}"


@dataclass
class LettersNotInFont(Refusal):
    """Letters the paper's font cannot print; `where` names the fact they stand in."""

    characters: str
    where: str

    def __post_init__(self) -> None:
        """The refusal stands beside the fact."""
        self.field = self.where


@dataclass
class MissingFact(Refusal):
    """The form needs a fact that is not there (an apology's new date, a refusal's reason)."""

    form: str
    fact: str

    def __post_init__(self) -> None:
        """The refusal stands beside the fact."""
        self.field = self.fact


@dataclass
class FormDataError(Refusal):
    """The data of a form edition is wrong: which file, which form, what is wrong (`what`, `detail`)."""

    file: str
    form: str
    what: str
    detail: str = ""


@dataclass
class FormNotInEdition(Refusal):
    """The edition has no such form (TT 01/2018 knows no stop notice)."""

    form: str
    edition: str


@dataclass
class UnreadablePaper(Refusal):
    """A PDF that cannot be opened or has no such page."""

    page: int = 0


@dataclass
class LetterNumberTaken(Refusal):
    """A letter of the year has this number already, also one that was cancelled; `next` is free."""

    number: int
    year: int
    next: int
    code: str = ""

    def __post_init__(self) -> None:
        """The refusal stands beside the first number."""
        self.field = "number"


@dataclass
class LetterNumberSkips(Refusal):
    """The year's series runs without gaps (Decree 30/2020 Art. 15); `next` is its next number."""

    number: int
    year: int
    next: int

    def __post_init__(self) -> None:
        """The refusal stands beside the first number."""
        self.field = "number"


@dataclass
class LetterWentOut(Refusal):
    """A letter recorded on another day has gone to the citizen and is not cancelled."""

    code: str
    number: str
    made_at: datetime
