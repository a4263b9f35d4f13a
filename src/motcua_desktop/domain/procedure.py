"""An administrative procedure (thủ tục hành chính) as it stood on a day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time

from motcua_desktop.domain.fees import FeeRule
from motcua_desktop.domain.terms import OnResume, Policy, Term

#: How the portal's list begins what it says of one case.
_CASES = ("Trường hợp", "Đối với")


@dataclass(frozen=True, slots=True)
class Component:
    """A paper of the procedure (thành phần hồ sơ). `number` counts from 1 within the procedure.

    `to_show` papers are looked at and given back; `conditional` ones are brought only "if any"; rows with
    neither originals nor copies are notes.
    """

    number: int
    name: str
    originals: int = 1
    copies: int = 0
    to_show: bool = False
    conditional: bool = False
    only_channel: str = ""
    code: str = ""
    group: str = ""

    @property
    def is_note(self) -> bool:
        """Whether the row is only an explanation, not a paper."""
        return self.originals == 0 and self.copies == 0

    @property
    def case(self) -> str:
        """The case the paper belongs to where the list goes case by case and the name does not tell it."""
        if not self.conditional or self.name.startswith(_CASES):
            return ""
        starts = [at for word in _CASES if (at := self.group.find(word)) >= 0]
        return self.group[min(starts) :].strip(" :;") if starts else ""

    def applies_to(self, channel: str) -> bool:
        """Whether a dossier of `channel` has this row at all."""
        return self.only_channel in ("", channel)

    def is_required(self, channel: str) -> bool:
        """Whether a dossier of `channel` is incomplete without it."""
        return self.applies_to(channel) and not self.is_note and not self.conditional


@dataclass(frozen=True, slots=True)
class Step:
    """A step of the internal process: who does it and which share of the term (in the term's unit)."""

    name: str
    unit: str
    share: str


@dataclass(frozen=True, slots=True)
class Result:
    """What the citizen gets, with the portal's result code where known."""

    name: str
    code: str = ""


@dataclass(frozen=True, slots=True)
class Procedure:
    """A procedure of the catalogue; a dossier keeps the one it was received under as a snapshot.

    `term` None: the portal gives no usable time. `unverified` names the fields not read in a published text.
    """

    code: str
    name: str
    field: str
    field_code: str = ""
    common: bool = False
    term: Term | None = None
    term_note: str = ""
    policy: Policy | None = None
    cutoff: time | None = None
    on_resume: OnResume = OnResume.RESTART
    fees: tuple[FeeRule, ...] = ()
    fee_note: str = ""
    components: tuple[Component, ...] = ()
    results: tuple[Result, ...] = ()
    channels: tuple[str, ...] = ()
    online_level: str = ""
    legal_basis: tuple[str, ...] = ()
    alias: str = ""
    steps: tuple[Step, ...] = ()
    promulgated_by: str = ""
    handled_by: str = ""
    decision: str = ""
    effective_from: date | None = None
    effective_to: date | None = None
    replaced_by: str = ""
    unverified: tuple[str, ...] = ()
    source: str = ""

    def in_force(self, on: date) -> bool:
        """Whether it could be chosen on that day."""
        return (self.effective_from is None or self.effective_from <= on) and (
            self.effective_to is None or on <= self.effective_to
        )

    def required(self, channel: str) -> tuple[Component, ...]:
        """The components without which a dossier of `channel` is incomplete."""
        return tuple(c for c in self.components if c.is_required(channel))
