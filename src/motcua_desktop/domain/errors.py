"""What the counter refuses: each refusal carries its facts; sentences are made at the edge."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


class Refusal(Exception):
    """The officer can act on it. `field` names the part of the draft it belongs to, "" for the whole."""

    field: str = ""


@dataclass
class UnknownProcedure(Refusal):
    """No procedure of the catalogue has this code."""

    code: str
    field = "procedure"


@dataclass
class ExpiredProcedure(Refusal):
    """The procedure was no longer (or not yet) in force on the day of receipt."""

    code: str
    name: str
    effective_from: date | None
    effective_to: date | None
    replaced_by: str
    field = "procedure"


@dataclass
class EmptyName(Refusal):
    """The applicant has no name."""

    field = "applicant.name"


@dataclass
class BadCitizenId(Refusal):
    """An ID number that is no 12-digit citizen ID (facts: how many digits, whether other characters)."""

    digits: int
    other_characters: bool
    field = "applicant.id_number"


@dataclass
class BadValue(Refusal):
    """A value that is not one of, or not in the form of, what the field takes."""

    where: str
    value: str
    allowed: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        """The refusal stands beside the field the value belongs to."""
        self.field = self.where


@dataclass
class MissingPapers(Refusal):
    """Required components of the dossier are not there (Decree 118/2025 Art. 17.1c)."""

    papers: tuple[str, ...]
    field = "components"


@dataclass
class UnknownComponent(Refusal):
    """A component number the procedure does not have."""

    number: int
    highest: int
    field = "components"


@dataclass
class UnknownDossier(Refusal):
    """No dossier has this code, neither ours nor the official one."""

    code: str
    field = "code"


@dataclass
class MoveNotAllowed(Refusal):
    """The life cycle has no such move from the dossier's status."""

    code: str
    move: str
    status: str
    article: str = ""


@dataclass
class NotPermitted(Refusal):
    """The officer's role may not do this; `allowed` are the roles that may."""

    act: str
    role: str
    allowed: tuple[str, ...] = ()


@dataclass
class ReasonMissing(Refusal):
    """The move needs a reason and none was given."""

    move: str
    field = "reason"


@dataclass
class AlreadyReappointed(Refusal):
    """A second apology for one dossier (Decree 118/2025 Art. 19.6: re-appointment not more than once)."""

    code: str
    article: str = "NĐ 118/2025, Điều 19 khoản 6"


@dataclass
class NewDateNotLater(Refusal):
    """The new date of an apology must lie after the promise it replaces."""

    code: str
    old: str
    new: str
    field = "new_date"


@dataclass
class DatabaseDamaged(Refusal):
    """The register file is no database of ours, or a broken one."""

    path: str
    detail: str


@dataclass
class DatabaseTooNew(Refusal):
    """A newer version of the program made this file."""

    path: str
    found: str
    known: str


@dataclass
class DatabaseLocked(Refusal):
    """Somebody else held the register file for longer than we wait."""

    path: str


@dataclass
class FolderNotWritable(Refusal):
    """The data folder cannot be written to."""

    path: str
    detail: str


@dataclass
class DiskFull(Refusal):
    """There is no room left where the register lies; nothing of the last act was kept."""

    path: str


@dataclass
class DiskFailing(Refusal):
    """The disk failed while reading or writing the register."""

    path: str
    detail: str


@dataclass
class BlockUsedUp(Refusal):
    """Every serial set aside for this machine and day has been given out."""

    first: int
    last: int
    day: date


@dataclass
class BlockOverlaps(Refusal):
    """A block that shares serials and days with another, or lies over codes already given."""

    first: int
    last: int
    field = "block"


@dataclass
class ProxyPaperMissing(Refusal):
    """A proxy collects a result without the paper that authorises (Decree 61/2018 Art. 6.2b)."""

    code: str
    field = "paper"


@dataclass
class TooEarlyToClose(Refusal):
    """A dossier waiting for its supplement may be closed only after 15 days (Decree 118/2025 Art. 19.5)."""

    code: str
    until: str
    article: str = "NĐ 118/2025, Điều 19 khoản 5"


@dataclass
class NothingToUndo(Refusal):
    """The last move of the dossier cannot be taken back, or there is none left to take back.

    why: "day" (only on its own day could it be), "paper" (a paper has told the citizen), "" otherwise.
    """

    code: str
    move: str = ""
    why: str = ""
    article: str = ""


@dataclass
class TermOnlyShorter(Refusal):
    """A new term would end after what was promised, which only an apology may do."""

    code: str
    promised: str
    due: str
    field = "term"


@dataclass
class CodeTaken(Refusal):
    """Another dossier has this code already."""

    code: str
    field = "official_code"


@dataclass
class FutureReceipt(Refusal):
    """A receipt dated after the clock of this machine."""

    at: str
    field = "received_at"


@dataclass
class AppointmentAfterDue(Refusal):
    """A promise later than the legal limit, which only an apology may make."""

    appointment: str
    due: str
    field = "appointment"


@dataclass
class FileExists(Refusal):
    """A file of that name is there already; nothing is ever written over."""

    path: str
    field = "out"


@dataclass
class BackupBroken(Refusal):
    """A copy of the register does not check out."""

    path: str
    detail: str


@dataclass
class ContentMissing(Refusal):
    """A request to supplement that names nothing to bring (Decree 118/2025 Art. 17.1c: guide in full)."""

    field = "content"


@dataclass
class BirthInFuture(Refusal):
    """A birth date after the day of receipt."""

    birth: str
    field = "applicant.birth"
