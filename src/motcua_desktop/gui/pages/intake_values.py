"""What has been typed into the intake page, as values; and the draft that is made of it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime

from motcua_desktop.counter.charging import CopyLine, FeeChange, copied_words, copying_fees
from motcua_desktop.domain import identity
from motcua_desktop.domain.applicant import Applicant, ApplicantKind, Involved, Part
from motcua_desktop.domain.dossier import Channel, Draft, ReturnMethod
from motcua_desktop.domain.errors import Refusal
from motcua_desktop.domain.fees import NOT_PAID, FeeLine, Per, fee_lines
from motcua_desktop.domain.procedure import Procedure
from motcua_desktop.domain.terms import Term, Unit
from motcua_desktop.domain.text import clean, fold
from motcua_desktop.i18n import _


@dataclass(frozen=True, slots=True)
class Person:
    """The applicant's fields as typed."""

    id_number: str = ""
    name: str = ""
    birth: str = ""
    sex: str = ""
    address: str = ""
    phone: str = ""
    kind: ApplicantKind = ApplicantKind.CITIZEN
    unit_code: str = ""
    former_address: str = ""

    @property
    def is_empty(self) -> bool:
        """Whether nothing has been typed."""
        return replace(self, kind=ApplicantKind.CITIZEN) == Person()


@dataclass(frozen=True, slots=True)
class Proxy:
    """Who files for the applicant, and the paper that says so (Decree 118/2025 Art. 17.1a). `is_said`: the
    officer said that somebody does, so that nobody is no answer; an organisation may send nobody."""

    name: str = ""
    id_number: str = ""
    paper: str = ""
    is_said: bool = False

    @property
    def is_empty(self) -> bool:
        """Whether nothing has been typed."""
        return not (self.name or self.id_number or self.paper)

    @property
    def missing(self) -> str:
        """The field still needed once something is typed or said: "name", "paper", or ""."""
        if self.is_empty and not self.is_said:
            return ""
        return "name" if not self.name.strip() else "paper" if not self.paper.strip() else ""


@dataclass(frozen=True, slots=True)
class Typed:
    """Everything on the page. `uid` is the draft's identity: receiving it twice gives one dossier. `doubts`:
    why name and address of a card must be looked at."""

    uid: str
    procedure: Procedure | None = None
    channel: Channel = Channel.DIRECT
    person: Person = Person()
    subject: str = ""
    ticked: tuple[int, ...] = ()
    lines: tuple[CopyLine, ...] = (CopyLine(),)
    copies: int = 1
    paid_by: str = "cash"
    return_method: ReturnMethod = ReturnMethod.COUNTER
    note: str = ""
    term: str = ""
    unit: Unit = Unit.WORKING_DAY
    term_reason: str = ""
    appointment: datetime | None = None
    proxy: Proxy = Proxy()
    fee_change: FeeChange | None = None
    doubts: tuple[str, str] = ("", "")

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to lose."""
        written = self.subject or self.note or not self.proxy.is_empty
        return self.procedure is None and self.person.is_empty and not written

    def for_next_person(self, uid: str) -> Typed:
        """The same procedure, papers and way of return for somebody else (F11); pages and copies are new."""
        return replace(
            self,
            uid=uid,
            person=Person(),
            subject="",
            note="",
            appointment=None,
            lines=named_papers(self.lines),
            proxy=Proxy(),
            fee_change=None,
            doubts=("", ""),
            paid_by="cash" if self.paid_by == NOT_PAID else self.paid_by,
        )


def named_papers(lines: tuple[CopyLine, ...]) -> tuple[CopyLine, ...]:
    """The papers that have a name, of one page and one copy; a line without one when none has."""
    return tuple(CopyLine(line.name) for line in lines if clean(line.name)) or (CopyLine(),)


def is_copying(procedure: Procedure | None) -> bool:
    """Whether pages and copies are counted: certified copies."""
    return procedure is not None and any(rule.per is Per.PAGE for rule in procedure.fees)


def counts_copies(procedure: Procedure | None) -> bool:
    """Whether a fee is taken for each copy."""
    return procedure is not None and any(rule.per is Per.COPY for rule in procedure.fees)


def counted_fees(typed: Typed, on: date) -> tuple[FeeLine, ...]:
    """What the rules give for what is typed, before any decision of the officer."""
    procedure = typed.procedure
    if procedure is None:
        return ()
    if is_copying(procedure):
        return copying_fees(procedure, typed.lines, typed.channel.value, on) or ()
    return fee_lines(procedure.fees, channel=typed.channel.value, on=on, copies=typed.copies)


def subject_label(procedure: Procedure | None) -> str:
    """What the field below the applicant asks for, by the procedure's name."""
    name = fold(procedure.name) if procedure else ""
    for part, words in (
        ("khai sinh", _("Khai sinh cho")),
        ("khai tu", _("Khai tử cho")),
        ("ket hon", _("Kết hôn với")),
        ("giam ho", _("Giám hộ cho")),
        ("mai tang", _("Người đã mất")),
    ):
        if part in name:
            return words
    return _("Về việc")


def names_somebody(procedure: Procedure | None) -> bool:
    """Whether the field below the applicant asks for a person's name."""
    return procedure is not None and subject_label(procedure) != _("Về việc")


def applicant_of(person: Person) -> Applicant:
    """The applicant; a valid tax code in the place of the ID makes it an enterprise."""
    number = person.id_number.strip()
    bare = number.replace(" ", "")
    who = Applicant(
        person.name,
        address=person.address,
        unit_code=person.unit_code,
        former_address=person.former_address,
        phone=person.phone,
    )
    if person.kind is not ApplicantKind.CITIZEN:
        return replace(who, kind=person.kind, tax_code=bare)
    if is_tax_code(bare):
        return replace(who, kind=ApplicantKind.BUSINESS, tax_code=bare)
    return replace(who, id_number=number, birth=person.birth, sex=person.sex)


def is_tax_code(bare: str) -> bool:
    """Whether a number is a tax code and cannot be the ID of a person."""
    if not bare or len(bare) == 12 or identity.passport_or_old_id(bare):
        return False
    return identity.tax_code_is_valid(bare)


def involved_of(proxy: Proxy) -> tuple[Involved, ...]:
    """The authorised person; nobody while something of them is missing."""
    if proxy.is_empty or proxy.missing:
        return ()
    who = Applicant(proxy.name, id_number=proxy.id_number)
    return (Involved(Part.AUTHORISED, who, proxy.paper),)


def draft_of(typed: Typed, on: date) -> Draft:
    """The draft; raises a Refusal for a term that is no number."""
    procedure = typed.procedure
    papers = typed.lines if is_copying(procedure) else ()
    subject = clean(typed.subject)
    if subject and names_somebody(procedure):
        subject = f"{subject_label(procedure)} {subject}"
    counted, change = counted_fees(typed, on), typed.fee_change
    return Draft(
        uid=typed.uid,
        procedure=procedure.code if procedure else "",
        applicant=applicant_of(typed.person),
        components=None if is_copying(procedure) else typed.ticked,
        channel=typed.channel,
        return_method=typed.return_method,
        involved=involved_of(typed.proxy),
        subject=copied_words(papers) or subject,
        pages=sum(line.pages for line in papers) if papers else 1,
        copies=sum(line.copies for line in papers) if papers else typed.copies,
        fees=change.applied(counted) if change else counted if papers else None,
        paid_by=typed.paid_by,
        note=typed.note,
        term=Term.of(typed.term.replace(",", "."), typed.unit) if typed.term.strip() else None,
        term_reason=typed.term_reason,
        appointment=typed.appointment,
    )


def id_hint(number: str) -> tuple[str, str]:
    """Sex and year of birth a 12-digit ID says, "" when it is none."""
    try:
        digits = identity.citizen_id(number)
    except Refusal:
        return "", ""
    sex, year = identity.sex_and_year(digits)
    return sex, str(year)
