"""What goes out, comes back and comes in: plain values of the exchange."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from pathlib import Path

from motcua_desktop.domain.errors import Refusal
from motcua_desktop.domain.lifecycle import Status

#: Called with (done, total) at each step of long work; it raises to stop the work.
Step = Callable[[int, int], object]


class KeyRole(StrEnum):
    """Whose key it is."""

    COUNTER = "counter"
    PROVINCE = "province"


@dataclass(frozen=True, slots=True)
class PublicKey:
    """An office's two public keys (Ed25519 to sign, X25519 to seal), base64; the fingerprint names both."""

    fingerprint: str
    sign: str
    seal: str
    unit: str = ""
    name: str = ""
    role: KeyRole = KeyRole.COUNTER


@dataclass(frozen=True, slots=True)
class Fault:
    """A field of a dossier the portal's rules refuse: `rule` is a key `say_sync` has words for."""

    code: str
    field: str
    rule: str
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Exported:
    """A package that lies on the disk: what it holds and what stayed behind. `wanting` went all the same."""

    path: Path
    sequence: int
    hash: str
    dossiers: int
    bytes: int
    held: tuple[Fault, ...] = ()
    wanting: Mapping[str, int] = field(default_factory=dict)
    recipient: str = ""


@dataclass(frozen=True, slots=True)
class PackageLine:
    """A package in the list of what went. `acknowledged_at` None: no answer yet; `hash` is what its
    signature stands on, SHA-256 in full, `previous` that of the package it follows.
    """

    sequence: int
    at: datetime
    officer: str
    file: str
    recipient: str
    dossiers: int
    held: int
    bytes: int
    acknowledged_at: datetime | None
    accepted: int
    refused: int
    hash: str = ""
    previous: str = ""


@dataclass(frozen=True, slots=True)
class Outbox:
    """What the province has not taken yet. `oldest` is the instant of the oldest such change."""

    waiting: int
    oldest: datetime | None
    never_sent: int
    on_the_way: int
    refused: int
    held: int
    conflicts: int
    packages: tuple[PackageLine, ...]

    def age_days(self, now: datetime) -> int:
        """Whole days since the oldest change that was not taken."""
        return 0 if self.oldest is None else max(0, (now - self.oldest).days)


@dataclass(frozen=True, slots=True)
class Waiting:
    """A dossier in the outbox: what it waits for, and since when."""

    code: str
    applicant: str
    procedure: str
    status: Status
    since: datetime
    package: int | None = None


@dataclass(frozen=True, slots=True)
class RefusedLine:
    """A dossier the province refused: to be worked off. `corrected`: changed since, it will go again."""

    code: str
    applicant: str
    procedure: str
    package: int
    at: datetime
    reason: str
    field: str
    corrected: bool


@dataclass(frozen=True, slots=True)
class Acknowledged:
    """An acknowledgement that was read: numbers, official codes learnt, codes it names that we never sent."""

    sequence: int
    accepted: int
    refused: int
    official_codes: int
    strangers: tuple[str, ...] = ()
    signed_by: str = ""
    again: bool = False


@dataclass(frozen=True, slots=True)
class PackageFacts:
    """What a package says of itself, once it is known to be whole. `signer` is trusted when it has a name."""

    format: int
    unit: str
    office: str
    machine: str
    sequence: int
    made_at: str
    officer: str
    dossiers: int
    hash: str
    previous: str
    first_event: int
    last_event: int
    signer: str
    signer_name: str = ""


@dataclass(frozen=True, slots=True)
class Imported:
    """A package of another counter that was read in (or would be: `dry_run`)."""

    facts: PackageFacts
    added: int
    moved_on: int
    known: int
    conflicts: int
    again: bool = False
    dry_run: bool = False


class ConflictKind(StrEnum):
    """Why a person must decide."""

    BOTH_CHANGED = "both_changed"
    SAME_CODE = "same_code"
    SAME_LETTER = "same_letter"


class Decision(StrEnum):
    """What a person can decide. BOTH gives the other counter's dossier a new code of ours."""

    MINE = "mine"
    THEIRS = "theirs"
    BOTH = "both"


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a conflict, as a person compares it."""

    code: str
    applicant: str
    id_masked: str
    procedure: str
    status: Status
    appointment_at: datetime | None
    changed_at: datetime | None
    changed_by: str
    events: tuple[tuple[datetime, str, str, str], ...]


@dataclass(frozen=True, slots=True)
class Conflict:
    """Two counters say different things; `differs` names the columns that differ."""

    id: int
    kind: ConflictKind
    machine: str
    at: datetime
    mine: Side
    theirs: Side
    differs: tuple[str, ...]
    choices: tuple[Decision, ...]


@dataclass(frozen=True, slots=True)
class Difference:
    """Where paper, register and province disagree about a dossier; `why` are keys of `say_sync`."""

    code: str
    applicant: str
    procedure: str
    paper: str
    paper_at: datetime | None
    status: Status
    acknowledged: Status | None
    acknowledged_at: datetime | None
    why: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Stick:
    """A removable disk that is plugged in."""

    path: Path
    name: str
    free: int
    writable: bool


@dataclass(frozen=True, slots=True)
class RowFault:
    """A row of a spreadsheet that cannot be received: its number in Excel, the column, the reason."""

    row: int
    column: str
    refusal: Refusal


@dataclass(frozen=True, slots=True)
class SheetRead:
    """A spreadsheet of dossiers: nothing is received while there is a bad row."""

    path: Path
    rows: int
    known: int
    bad: tuple[RowFault, ...]
    received: tuple[str, ...] = ()
    dry_run: bool = True


@dataclass(frozen=True, slots=True)
class SheetHeads:
    """The headers of a spreadsheet, and which of our columns each is taken for ("" = left out)."""

    headers: tuple[str, ...]
    mapping: Mapping[str, str]
    missing: tuple[str, ...]
    rows: int


@dataclass(frozen=True, slots=True)
class Published:
    """The public lists that were written."""

    sheet: Path
    page: Path
    progress: int
    results: int
    apologies: int
