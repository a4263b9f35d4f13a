"""A dossier (hồ sơ) with its promises, supplements, events, and the drafts it is made from."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from motcua_desktop.domain.applicant import Applicant, Involved
from motcua_desktop.domain.channels import Channel, ReturnMethod
from motcua_desktop.domain.fees import FeeLine
from motcua_desktop.domain.lifecycle import OPEN, RUNNING, WAITING_FOR_CITIZEN, Move, Status
from motcua_desktop.domain.numbering import short_code
from motcua_desktop.domain.office import Office, Officer, Period
from motcua_desktop.domain.procedure import Procedure
from motcua_desktop.domain.terms import Pause, Term

__all__ = [
    "Apology",
    "Channel",
    "Dossier",
    "DossierLine",
    "Draft",
    "Event",
    "Office",
    "Officer",
    "Paper",
    "Period",
    "Printed",
    "Promise",
    "PromiseReason",
    "ReturnMethod",
    "Supplement",
]


class PromiseReason(StrEnum):
    """Why there is a (new) promised date."""

    RECEIPT = "receipt"
    SUPPLEMENT = "supplement"
    APOLOGY = "apology"
    EARLIER = "earlier"
    CALENDAR = "calendar"
    UNDO = "undo"
    TERM = "term"


@dataclass(frozen=True, slots=True)
class Paper:
    """A component the dossier holds: how many originals and copies, or taken from data already there
    (`from_data`, Decree 118/2025 Art. 17.1b).
    """

    number: int
    originals: int = 1
    copies: int = 0
    from_data: bool = False


@dataclass(frozen=True, slots=True)
class Draft:
    """What the officer has typed for one dossier. `uid` makes a second press harmless.

    `components` None means all that the channel needs. `same_day`: settled at once, the result goes
    along with the applicant (Decree 118/2025 Art. 17.4), no slip is made. `official_code` is the portal's, of
    online dossiers. `term` overrides the procedure's term, with a reason.
    `appointment` is an earlier promise than the legal due instant. `received_at` None means now.
    """

    uid: str
    procedure: str
    applicant: Applicant
    components: tuple[int, ...] | None = None
    from_data: tuple[int, ...] = ()
    channel: Channel = Channel.DIRECT
    return_method: ReturnMethod = ReturnMethod.COUNTER
    involved: tuple[Involved, ...] = ()
    subject: str = ""
    pages: int = 1
    copies: int = 1
    fees: tuple[FeeLine, ...] | None = None
    paid_by: str = "cash"
    note: str = ""
    term: Term | None = None
    term_reason: str = ""
    appointment: datetime | None = None
    received_at: datetime | None = None
    same_day: bool = False
    official_code: str = ""


@dataclass(frozen=True, slots=True)
class Promise:
    """One date the citizen was told. The list is append-only; the last one stands.

    `due_at` is the legal limit, `appointment_at` what was promised: never later without an apology.
    """

    number: int
    made_at: datetime
    officer: str
    reason: PromiseReason
    due_at: datetime | None
    appointment_at: datetime | None
    provisional: bool
    edition: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Supplement:
    """A request to supplement or complete (Decree 118/2025 Art. 17.1c, 19.5) and its answer.

    `at_intake`: asked before the dossier was received, so no clock waits. `id` is the row, 0 before that.
    """

    number: int
    asked_at: datetime
    asked_by: str
    content: str
    reason: str = ""
    completed_at: datetime | None = None
    completed_by: str = ""
    closed_at: datetime | None = None
    at_intake: bool = False
    id: int = 0


@dataclass(frozen=True, slots=True)
class Apology:
    """A letter of apology with the date it proposes (Decree 118/2025 Art. 19.6), once per dossier."""

    number: str
    made_at: datetime
    reason: str
    old_date: datetime
    new_date: datetime
    signer: str = ""


@dataclass(frozen=True, slots=True)
class Event:
    """What happened to the dossier: who, when, what, why. Never changed or removed."""

    uid: str
    at: datetime
    officer: str
    move: Move
    status: Status
    reason: str = ""
    facts: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Printed:
    """A paper of the dossier that was drawn: which form in which edition, when, where the PDF lies."""

    form: str
    edition: str
    at: datetime
    officer: str
    path: str
    reprint: bool = False


@dataclass(frozen=True, slots=True)
class Dossier:
    """One dossier with all that is known of it. `id` is the row, `uid` the identity across machines."""

    id: int
    uid: str
    code: str
    official_code: str
    procedure: Procedure
    applicant: Applicant
    status: Status
    channel: Channel
    return_method: ReturnMethod
    received_at: datetime
    clock_start: datetime
    officer: str
    term: Term | None
    papers: tuple[Paper, ...]
    promises: tuple[Promise, ...]
    events: tuple[Event, ...]
    involved: tuple[Involved, ...] = ()
    supplements: tuple[Supplement, ...] = ()
    apologies: tuple[Apology, ...] = ()
    printed: tuple[Printed, ...] = ()
    subject: str = ""
    pages: int = 1
    copies: int = 1
    fees: tuple[FeeLine, ...] = ()
    paid_by: str = ""
    note: str = ""
    term_reason: str = ""
    holder: str = ""
    finished_at: datetime | None = None
    returned_at: datetime | None = None
    returned_to: str = ""
    register_volume: str = ""
    register_number: int = 0
    rule_edition: str = ""
    form_edition: str = ""
    calendar_edition: str = ""

    @property
    def promise(self) -> Promise:
        """The promise that stands. One never received (only registered) has none: IndexError."""
        return self.promises[-1]

    @property
    def due_at(self) -> datetime | None:
        """The legal limit that stands, None when the procedure has no term or nothing was promised yet."""
        return self.promises[-1].due_at if self.promises else None

    @property
    def appointment_at(self) -> datetime | None:
        """When the citizen was told to come."""
        return self.promises[-1].appointment_at if self.promises else None

    @property
    def short_code(self) -> str:
        """Day and serial, the part an officer says aloud ("261119-0002")."""
        return short_code(self.code)

    @property
    def is_open(self) -> bool:
        """Whether somebody still has to act."""
        return self.status in OPEN

    @property
    def is_running(self) -> bool:
        """Whether the office's clock runs."""
        return self.status in RUNNING

    @property
    def pauses(self) -> tuple[Pause, ...]:
        """The intervals in which the received dossier waited for the citizen."""
        return tuple(Pause(s.asked_at, s.completed_at) for s in self.supplements if not s.at_intake)

    @property
    def waiting_since(self) -> datetime | None:
        """When the citizen was asked for what is still missing, None when nothing is."""
        still = [s for s in self.supplements if s.completed_at is None and s.closed_at is None]
        return still[-1].asked_at if still and self.status in WAITING_FOR_CITIZEN else None


@dataclass(frozen=True, slots=True)
class DossierLine:
    """A dossier in a list: what one row shows, nothing that needs the whole."""

    id: int
    code: str
    official_code: str
    applicant: str
    id_masked: str
    phone_masked: str
    procedure: str
    procedure_code: str
    status: Status
    received_at: datetime
    due_at: datetime | None
    appointment_at: datetime | None
    provisional: bool
    finished_at: datetime | None
    returned_at: datetime | None
    apologised: bool
    channel: Channel
    officer: str
    holder: str = ""
    waiting_since: datetime | None = None
    field: str = ""
    return_method: ReturnMethod = ReturnMethod.COUNTER
    subject: str = ""

    @property
    def short_code(self) -> str:
        """Day and serial, the part an officer says aloud ("261119-0002")."""
        return short_code(self.code)

    @property
    def is_running(self) -> bool:
        """Whether the office's clock runs."""
        return self.status in RUNNING

    def is_overdue(self, now: datetime) -> bool:
        """Whether the result is late at `now`: the clock runs and the promise has passed."""
        return self.is_running and self.appointment_at is not None and now > self.appointment_at
