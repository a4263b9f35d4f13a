"""What is refused of files that come and go."""

from __future__ import annotations

from dataclasses import dataclass

from motcua_desktop.domain.errors import Refusal


@dataclass
class SyncFileBroken(Refusal):
    """A sync file that was changed, cut or is none: `what` is unreadable, changed or incomplete."""

    path: str
    line: int
    what: str
    field = "file"


@dataclass
class NotAPackage(Refusal):
    """The file is no package of ours, or one whose form was tampered with (`what` says where)."""

    path: str
    what: str
    field = "file"


@dataclass
class NewerFormat(Refusal):
    """A newer program made this file."""

    path: str
    found: int
    known: int
    field = "file"


@dataclass
class WrongSignature(Refusal):
    """The signature does not belong to the content."""

    path: str
    field = "file"


@dataclass
class UnknownSigner(Refusal):
    """The file is whole, but nobody here trusts the key that signed it."""

    path: str
    fingerprint: str
    unit: str
    field = "file"


@dataclass
class ContentChanged(Refusal):
    """A part of the package is not what the signed manifest says."""

    path: str
    part: str
    field = "file"


@dataclass
class TooLarge(Refusal):
    """More than we are willing to unpack: `what` is file, part, total, ratio, parts or line."""

    path: str
    what: str
    found: int
    limit: int
    field = "file"


@dataclass
class UnsafePath(Refusal):
    """A name in the package that leads elsewhere."""

    path: str
    name: str
    field = "file"


@dataclass
class WrongUnit(Refusal):
    """The file belongs to another office."""

    path: str
    found: str
    ours: str
    field = "file"


@dataclass
class SequenceReplayed(Refusal):
    """Another package with this number was read before."""

    machine: str
    sequence: int
    field = "file"


@dataclass
class SequenceSkipped(Refusal):
    """Changes between what we have of that machine and this package are missing."""

    machine: str
    sequence: int
    last: int
    field = "file"


@dataclass
class ChainBroken(Refusal):
    """The package does not go on from the one before it that we read."""

    machine: str
    sequence: int
    field = "file"


@dataclass
class BadRecord(Refusal):
    """A signed line that cannot be a record."""

    path: str
    part: str
    line: int
    what: str
    field = "file"


@dataclass
class SealedForOther(Refusal):
    """A sealed file that our key does not open."""

    path: str
    field = "file"


@dataclass
class UnknownKey(Refusal):
    """No trusted key has this name or fingerprint, and it is no key card."""

    key: str
    field = "recipient"


@dataclass
class BadKeyFile(Refusal):
    """A key card, or our own key file, that cannot be read."""

    path: str
    what: str
    field = "file"


@dataclass
class UnknownPackage(Refusal):
    """An acknowledgement (or `--since`) of a package this register never made."""

    sequence: int
    field = "file"


@dataclass
class BadAcknowledgement(Refusal):
    """A file that is no acknowledgement, or not one for this register: `what` says why."""

    path: str
    what: str
    field = "file"


@dataclass
class NothingToSend(Refusal):
    """There is nothing the province has not accepted."""


@dataclass
class UnknownConflict(Refusal):
    """No open conflict has this number, or this kind has no such decision."""

    number: int
    decision: str = ""


@dataclass
class NotASheet(Refusal):
    """A file that is no Excel workbook we can read."""

    path: str
    what: str
    field = "file"


@dataclass
class ColumnMissing(Refusal):
    """A column without which a row is no dossier."""

    columns: tuple[str, ...]
    headers: tuple[str, ...]
    field = "columns"
