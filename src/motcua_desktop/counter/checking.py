"""What a draft must hold before it may become a dossier, and what the officer should be warned of."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from motcua_desktop.domain import identity
from motcua_desktop.domain.answers import Caution
from motcua_desktop.domain.applicant import Applicant, ApplicantKind, Involved, Part
from motcua_desktop.domain.dossier import Draft, Paper
from motcua_desktop.domain.errors import (
    BadValue,
    BirthInFuture,
    EmptyName,
    ExpiredProcedure,
    MissingPapers,
    ReasonMissing,
    Refusal,
    UnknownComponent,
)
from motcua_desktop.domain.procedure import Procedure
from motcua_desktop.domain.text import clean, clean_lines


@dataclass(frozen=True, slots=True)
class Checked:
    """A draft in normal form with its papers, what refuses it and what is odd about it."""

    draft: Draft
    papers: tuple[Paper, ...]
    refusals: tuple[Refusal, ...]
    warnings: tuple[Caution, ...]


def check(draft: Draft, procedure: Procedure, on: date, *, complete: bool = True) -> Checked:
    """What can be said of a draft without the register; without `complete`, papers may be missing."""
    refusals: list[Refusal] = []
    if not procedure.in_force(on):
        refusals.append(
            ExpiredProcedure(
                procedure.code,
                procedure.name,
                procedure.effective_from,
                procedure.effective_to,
                procedure.replaced_by,
            )
        )
    applicant, troubles = tidy_applicant(draft.applicant)
    refusals += troubles
    if applicant.birth > on.isoformat():
        refusals.append(BirthInFuture(draft.applicant.birth))
    papers: tuple[Paper, ...] = ()
    try:
        papers = papers_of(
            procedure, draft.channel.value, draft.components, draft.from_data, complete=complete
        )
    except Refusal as refusal:
        refusals.append(refusal)
    if draft.term is not None and not clean(draft.term_reason):
        refusals.append(ReasonMissing("term"))
    for field, number in (("pages", draft.pages), ("copies", draft.copies)):
        if not 1 <= number <= 10_000:
            refusals.append(BadValue(field, str(number), ("1–10000",)))
    involved, troubles = _tidy_all(draft.involved)
    refusals += troubles
    tidy = replace(
        draft,
        applicant=applicant,
        involved=involved,
        subject=clean(draft.subject),
        note=clean_lines(draft.note),
        term_reason=clean(draft.term_reason),
    )
    return Checked(tidy, papers, tuple(refusals), tuple(_warnings(tidy, procedure)))


def tidy_applicant(who: Applicant) -> tuple[Applicant, list[Refusal]]:
    """The applicant in normal form (NFC, digits only, ISO birth), and what cannot be accepted."""
    refusals: list[Refusal] = []
    name = clean(who.name)
    if not name:
        refusals.append(EmptyName())
    number = who.id_number.strip()
    if number and who.kind is ApplicantKind.CITIZEN:
        other = identity.passport_or_old_id(number)
        try:
            number = other or identity.citizen_id(number)
        except Refusal as refusal:
            refusals.append(refusal)
    birth = identity.birth_text(who.birth) if who.birth.strip() else ""
    if birth is None:
        refusals.append(BadValue("applicant.birth", who.birth, ("ngày/tháng/năm", "năm")))
        birth = ""
    phone = identity.phone_number(who.phone)
    if phone and not identity.is_a_phone(phone):
        refusals.append(BadValue("applicant.phone", who.phone))
    tidy = replace(
        who,
        name=name,
        id_number=number,
        birth=birth,
        sex=clean(who.sex),
        address=clean(who.address),
        former_address=clean(who.former_address),
        phone=phone,
        email=who.email.strip(),
        tax_code=who.tax_code.replace(" ", ""),
    )
    return tidy, refusals


def _tidy_all(involved: tuple[Involved, ...]) -> tuple[tuple[Involved, ...], list[Refusal]]:
    try:
        return tidy_involved(involved), []
    except Refusal as refusal:
        return involved, [refusal]


def tidy_involved(involved: tuple[Involved, ...]) -> tuple[Involved, ...]:
    """Co-applicants and authorised persons in normal form. Raises what is wrong with one of them."""
    tidy = []
    for other in involved:
        person, refusals = tidy_applicant(other.person)
        if refusals:
            refusals[0].field = refusals[0].field.replace("applicant.", "involved.")
            raise refusals[0]
        if other.part is Part.AUTHORISED and not clean(other.paper):
            raise BadValue("involved.paper", other.paper)
        tidy.append(replace(other, person=person, paper=clean(other.paper)))
    return tuple(tidy)


def papers_of(
    procedure: Procedure,
    channel: str,
    components: tuple[int, ...] | None,
    from_data: tuple[int, ...],
    *,
    complete: bool = True,
) -> tuple[Paper, ...]:
    """The papers a dossier holds; `components` None for all that `channel` needs.

    Raises UnknownComponent, and MissingPapers where the dossier must be `complete`.
    """
    by_number = {c.number: c for c in procedure.components}
    if components is None:
        numbers = tuple(c.number for c in procedure.required(channel))
    else:
        numbers = tuple(dict.fromkeys(components))
    for number in (*numbers, *from_data):
        if number not in by_number:
            raise UnknownComponent(number, len(by_number))
    held = {*numbers, *from_data}
    missing = tuple(c.name for c in procedure.required(channel) if c.number not in held)
    if missing and complete:
        raise MissingPapers(missing)
    return tuple(Paper(n, by_number[n].originals, by_number[n].copies, n in from_data) for n in sorted(held))


def _warnings(draft: Draft, procedure: Procedure) -> Iterator[Caution]:
    who = draft.applicant
    if who.kind is ApplicantKind.CITIZEN and len(who.id_number) == 12 and who.id_number.isdigit():
        for odd in identity.id_warnings(who.id_number, who.birth, who.sex):
            yield Caution("applicant.id_number", f"id_{odd.what}", (odd.expected,))
    if who.phone and not identity.phone_is_plausible(who.phone):
        missing = 10 - len(who.phone)
        yield Caution("applicant.phone", "phone", (str(missing),))
    if who.tax_code and not identity.tax_code_is_valid(who.tax_code):
        digits = identity.tax_code_digits(who.tax_code)
        yield Caution(
            "applicant.tax_code",
            "tax_code" if digits in identity.TAX_CODE_DIGITS else "tax_code_length",
            (str(digits),),
        )
    if procedure.term is None and draft.term is None:
        yield Caution("procedure", "no_term")
    if draft.channel.value not in (*procedure.channels, "direct") and procedure.channels:
        yield Caution("channel", "channel_not_offered", (draft.channel.value,))
