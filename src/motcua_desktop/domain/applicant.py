"""Who a dossier is for: a person or organisation as known at receipt."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class ApplicantKind(StrEnum):
    """Who applies, in the portal's order (LoaiDoiTuong 1–4)."""

    CITIZEN = "citizen"
    BUSINESS = "business"
    AGENCY = "agency"
    ORGANISATION = "organisation"


class Part(StrEnum):
    """The part a person plays in a dossier."""

    APPLICANT = "applicant"
    CO_APPLICANT = "co_applicant"
    AUTHORISED = "authorised"


@dataclass(frozen=True, slots=True)
class Applicant:
    """A person or organisation; only the name is always there. All texts NFC.

    `birth` is ISO ("1997-03-14") or a year ("1997"); `address` is as the papers say it; `unit_code` the
    present commune-level unit; `former_address` the three-level address of old papers.
    """

    name: str
    kind: ApplicantKind = ApplicantKind.CITIZEN
    id_number: str = ""
    birth: str = ""
    sex: str = ""
    address: str = ""
    unit_code: str = ""
    former_address: str = ""
    phone: str = ""
    email: str = ""
    tax_code: str = ""


@dataclass(frozen=True, slots=True)
class Involved:
    """Another person of the dossier: a co-applicant, or the authorised person with the paper saying so."""

    part: Part
    person: Applicant
    paper: str = ""


@dataclass(frozen=True, slots=True)
class KnownPerson:
    """Somebody who applied here before: as last seen, how many dossiers, when last."""

    id: int
    person: Applicant
    dossiers: int
    seen_at: datetime


@dataclass(frozen=True, slots=True)
class Place:
    """A commune-level unit of today, found by its own name or by a former unit's (`former`, three levels)."""

    code: str
    name: str
    province: str
    former: str = ""

    @property
    def address(self) -> str:
        """The end of an address of today."""
        return f"{self.name}, {self.province}"
