"""What has been typed into the intake page, as values; and the draft that is made of it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime

from motcua_desktop.domain import identity
from motcua_desktop.domain.applicant import Applicant, ApplicantKind
from motcua_desktop.domain.dossier import Channel, Draft, ReturnMethod
from motcua_desktop.domain.errors import Refusal
from motcua_desktop.domain.fees import FeeLine, FeeRule, Per, fee_lines
from motcua_desktop.domain.procedure import Procedure
from motcua_desktop.domain.terms import Term, Unit
from motcua_desktop.domain.text import clean, fold
from motcua_desktop.i18n import _


@dataclass(frozen=True, slots=True)
class CopyLine:
    """A paper to be copied: its name, pages of the original, copies wanted."""

    name: str = ""
    pages: int = 1
    copies: int = 1


@dataclass(frozen=True, slots=True)
class Person:
    """The applicant's fields as typed."""

    id_number: str = ""
    name: str = ""
    birth: str = ""
    sex: str = ""
    address: str = ""
    phone: str = ""

    @property
    def is_empty(self) -> bool:
        """Whether nothing has been typed."""
        return self == Person()


@dataclass(frozen=True, slots=True)
class Typed:
    """Everything on the page. `uid` is the draft's identity: receiving it twice gives one dossier."""

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

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to lose."""
        return self.procedure is None and self.person.is_empty and not (self.subject or self.note)

    def for_next_person(self, uid: str) -> Typed:
        """The same procedure, papers and way of return for somebody else (F11)."""
        return replace(
            self, uid=uid, person=Person(), subject="", note="", appointment=None, lines=(CopyLine(),)
        )


def is_copying(procedure: Procedure | None) -> bool:
    """Whether pages and copies are counted: certified copies."""
    return procedure is not None and any(rule.per is Per.PAGE for rule in procedure.fees)


def counts_copies(procedure: Procedure | None) -> bool:
    """Whether a fee is taken for each copy."""
    return procedure is not None and any(rule.per is Per.COPY for rule in procedure.fees)


def page_rule(procedure: Procedure | None) -> FeeRule | None:
    """The rule by which pages are paid."""
    rules = procedure.fees if procedure else ()
    return next((rule for rule in rules if rule.per is Per.PAGE), None)


def line_fee(procedure: Procedure, line: CopyLine, channel: Channel, on: date) -> int:
    """What one paper costs, all its copies, in đồng."""
    pages, copies = max(1, line.pages), max(1, line.copies)
    rules = tuple(rule for rule in procedure.fees if rule.per is Per.PAGE)
    lines = fee_lines(rules, channel=channel.value, on=on, pages=pages, copies=copies)
    return sum(fee.amount for fee in lines)


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


def applicant_of(person: Person) -> Applicant:
    """The applicant; a valid tax code in the place of the ID makes it an enterprise or organisation."""
    number = person.id_number.strip()
    bare = number.replace(" ", "")
    if (
        bare
        and not identity.passport_or_old_id(bare)
        and len(bare) != 12
        and identity.tax_code_is_valid(bare)
    ):
        return Applicant(
            person.name,
            ApplicantKind.BUSINESS,
            address=person.address,
            phone=person.phone,
            tax_code=bare,
        )
    return Applicant(
        person.name,
        id_number=number,
        birth=person.birth,
        sex=person.sex,
        address=person.address,
        phone=person.phone,
    )


def draft_of(typed: Typed, on: date) -> Draft:
    """The draft; raises a Refusal for a term that is no number."""
    procedure = typed.procedure
    code = procedure.code if procedure else ""
    papers = typed.lines if is_copying(procedure) else ()
    subject = clean(typed.subject)
    if subject and procedure and subject_label(procedure) != _("Về việc"):
        subject = f"{subject_label(procedure)} {subject}"
    names = "; ".join(line.name for line in papers if line.name)
    return Draft(
        uid=typed.uid,
        procedure=code,
        applicant=applicant_of(typed.person),
        components=None if is_copying(procedure) else typed.ticked,
        channel=typed.channel,
        return_method=typed.return_method,
        subject=names or subject,
        pages=sum(line.pages for line in papers) if len(papers) > 1 else papers[0].pages if papers else 1,
        copies=sum(line.copies for line in papers) if papers else typed.copies,
        fees=_fees_of_lines(procedure, papers, typed.channel, on) if len(papers) > 1 else None,
        paid_by=typed.paid_by,
        note=typed.note,
        term=Term.of(typed.term.replace(",", "."), typed.unit) if typed.term.strip() else None,
        term_reason=typed.term_reason,
        appointment=typed.appointment,
    )


def _fees_of_lines(
    procedure: Procedure | None, lines: tuple[CopyLine, ...], channel: Channel, on: date
) -> tuple[FeeLine, ...] | None:
    rule = page_rule(procedure)
    if procedure is None or rule is None:
        return None
    return tuple(
        FeeLine(
            f"{rule.name}: {line.name}" if line.name else rule.name,
            rule.kind,
            line_fee(procedure, line, channel, on),
            rule.confirmed,
        )
        for line in lines
    )


def id_hint(number: str) -> tuple[str, str]:
    """Sex and year of birth a 12-digit ID says, "" when it is none."""
    try:
        digits = identity.citizen_id(number)
    except Refusal:
        return "", ""
    sex, year = identity.sex_and_year(digits)
    return sex, str(year)
