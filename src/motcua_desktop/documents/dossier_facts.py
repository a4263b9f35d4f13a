"""What office and dossier have to say on paper."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from motcua_desktop.documents.facts import Facts, Row, capital, unbroken
from motcua_desktop.documents.place_names import in_sentence
from motcua_desktop.documents.procedure_facts import procedure_facts, term_words
from motcua_desktop.documents.words import (
    amount_in_words,
    long_date,
    long_instant,
    padded,
    paper_date,
    short_date,
    short_instant,
)
from motcua_desktop.domain.applicant import Applicant, Part
from motcua_desktop.domain.dossier import Dossier, Office, Officer
from motcua_desktop.domain.fees import FeeKind, FeeLine, total
from motcua_desktop.domain.handed_in import HandedIn, kept, later, only_shown
from motcua_desktop.domain.text import dong


def office_facts(facts: Facts, office: Office, officer: Officer | None) -> None:
    """Name, place, address, signer of the office; who is at the desk; today."""
    facts.fields |= {
        "office_name": in_sentence(office.name, office.place),
        "office_parent": in_sentence(office.parent, office.place),
        "counter_name": in_sentence(office.counter_name or office.name, office.place),
        "place": office.place,
        "office_address": office.address,
        "office_phone": unbroken(office.phone),
        "office_email": office.email,
        "office_website": office.website,
        "signer_title": office.signer_title,
        "signer_for": office.signer_for,
        "signer_name": office.signer_name,
        "today": paper_date(facts.now, office.place),
        "officer": officer.name if officer else "",
        "officer_title": officer.title if officer else "",
        "desk": officer.desk if officer else "",
    }


def dossier_facts(facts: Facts, dossier: Dossier) -> None:
    """Everything of the dossier that a form may name, its papers and its fees."""
    applicant = dossier.applicant
    facts.coded = dossier.code
    facts.fields |= {
        "code": dossier.code,
        "official_code": dossier.official_code if dossier.official_code != dossier.code else "",
        "applicant": applicant.name,
        "id_number": applicant.id_number or applicant.tax_code,
        "birth": birth_words(applicant.birth),
        "address": applicant.address,
        "phone": unbroken(applicant.phone),
        "email": applicant.email,
        "tax_code": applicant.tax_code,
        "subject": dossier.subject,
        "received": long_instant(dossier.received_at),
        "received_day": long_date(dossier.received_at),
        "return_method": dossier.return_method.value,
        "channel": facts.word(f"channel.{dossier.channel}"),
        "sets": padded(1),
        "pages": str(dossier.pages),
        "volume": dossier.register_volume,
        "register_number": padded(dossier.register_number) if dossier.register_number else "",
        "holder": dossier.holder,
        "note": dossier.note,
        "papers_count": padded(_lying_here(dossier)),
    }
    facts.fields["return_place"] = facts.word(f"return.{dossier.return_method}")
    _promise(facts, dossier)
    _people(facts, dossier, applicant)
    _fees(facts, dossier.fees, dossier.paid_by)
    facts.tables["papers"] = papers(facts, dossier)
    procedure_facts(facts, dossier.procedure)
    facts.fields["term"] = term_words(facts, dossier.term)


def _promise(facts: Facts, dossier: Dossier) -> None:
    due = dossier.appointment_at or dossier.due_at if dossier.promises else None
    undated = facts.word("no_date") if dossier.promises else ""  # said in words, never room to write a day
    facts.fields["due"] = long_instant(due) if due else undated
    facts.fields["due_day"] = long_date(due) if due else ""
    provisional = bool(due) and dossier.promise.provisional
    facts.fields["provisional"] = facts.word("provisional") if provisional else ""


def _people(facts: Facts, dossier: Dossier, applicant: Applicant) -> None:
    facts.fields["submitter"] = applicant.name
    others = []
    for person in dossier.involved:
        if person.part is Part.AUTHORISED:
            facts.fields["submitter"] = person.person.name
            facts.fields["authority"] = f"{person.person.name}{facts.word('authority', paper=person.paper)}"
        elif person.part is Part.CO_APPLICANT:
            others.append(person.person.name)
    facts.fields["co_applicants"] = ", ".join(others)


def _fees(facts: Facts, lines: tuple[FeeLine, ...], paid_by: str) -> None:
    whole = total(lines)
    unsure = facts.word("fees.unconfirmed")
    paid = paid_by if f"paid.{paid_by}" in facts.edition.words else "none"
    names = [_fee_name(facts, line) for line in lines]
    shown = [
        f"{name} {_money(line.amount)}{'' if line.confirmed or paid != 'none' else ' ' + unsure}"
        for name, line in zip(names, lines, strict=True)
    ]
    if len(lines) > 1:
        shown.append(facts.word("fees.total", n=_money(whole)))
    facts.fields |= {
        "fees": "; ".join(shown) if whole or any(line.note for line in lines) else facts.word("fees.none"),
        "fee_total": _money(whole),
        "fee_total_words": capital(amount_in_words(whole)),
        "paid": facts.word(f"paid.{paid}") if whole else "",
        "phi_total": _money(sum(line.amount for line in lines if line.kind is FeeKind.FEE)),
        "le_phi_total": _money(sum(line.amount for line in lines if line.kind is FeeKind.CHARGE)),
    }
    facts.tables["fee_lines"] = [
        {
            "n": str(n),
            "name": names[n - 1],
            "kind": facts.word(f"kind.{line.kind}"),
            "amount": _money(line.amount),
            "phi": _money(line.amount) if line.kind is FeeKind.FEE else "",
            "le_phi": _money(line.amount) if line.kind is FeeKind.CHARGE else "",
        }
        for n, line in enumerate(lines, start=1)
    ]


def _money(amount: int) -> str:
    return unbroken(dong(amount))


def _fee_name(facts: Facts, line: FeeLine) -> str:
    """The line's name; one that says "phí, lệ phí" of both kinds is called by the kind it is."""
    if line.name.casefold() in ("phí, lệ phí", "phí lệ phí"):
        line = replace(line, name=facts.word(f"kind.{line.kind}"))
    return line.words


def papers(facts: Facts, dossier: Dossier) -> list[Row]:
    """What the office keeps of the dossier, then what was handed in later with its day, then what was only
    looked at: in the procedure's order and words, numbered anew."""
    names = {component.number: component for component in dossier.procedure.components}
    shown = only_shown(dossier)
    told: list[tuple[str, int, int]] = []
    for paper in sorted(dossier.papers, key=lambda paper: paper.number in shown):
        component = names.get(paper.number)
        name = component.name.rstrip(" ;") if component else f"({paper.number})"
        if paper.from_data:
            told.append((f"{name} {facts.word('paper.from_data')}", paper.originals, paper.copies))
        elif paper.number in shown:
            told.append((f"{facts.word('paper.returned')} {name}", 0, 0))
        else:
            told.append((name, paper.originals, paper.copies))
    place, brought = len(told) - len(shown), [_handed_in(facts, one) for one in later(dossier)]
    told[place:place] = brought
    return [_paper_row(facts, n, *one, there=one in brought) for n, one in enumerate(told, start=1)]


def _handed_in(facts: Facts, one: HandedIn) -> tuple[str, int, int]:
    """A paper brought later, counted as the procedure's list counts it. Of another one it was never written
    whether it is an original: a copy only where it was asked for as one."""
    name = f"{one.words.rstrip(' .;')} {facts.word('paper.later', day=short_date(one.day))}"
    if one.component is not None:
        return name, one.component.originals, one.component.copies
    return name, 0, int(one.words.casefold().startswith(("bản sao", "bản chụp")))


def _paper_row(facts: Facts, n: int, name: str, originals: int, copies: int, *, there: bool = False) -> Row:
    """`there`: one paper is there, whatever its kind."""
    handed_in = [
        (facts.word(f"paper.{key}"), many)
        for key, many in (("original", originals), ("copy", copies))
        if many
    ]
    none = padded(1) if there else "–"
    return {
        "n": str(n),
        "name": name,
        "originals": str(originals) if originals else "–",
        "copies": str(copies) if copies else "–",
        "count": padded(originals + copies) if originals + copies else none,
        "kind": ", ".join(kind for kind, _ in handed_in),
        "kinds": "\n".join(unbroken(kind) for kind, _ in handed_in) or "–",
        "counts": "\n".join(padded(many) for _, many in handed_in) or none,
    }


def dossier_rows(facts: Facts, dossiers: Sequence[Dossier]) -> list[Row]:
    """One row per dossier for hand-over lists."""
    return [
        {
            "n": str(n),
            "code": one.code,
            "applicant": one.applicant.name,
            "procedure": one.procedure.name,
            "received": short_instant(one.received_at),
            "due": short_instant(one.appointment_at)
            if one.promises and one.appointment_at
            else facts.word("no_date"),
            "papers": padded(_lying_here(one)),
            "note": facts.word("provisional") if one.promises and one.promise.provisional else "",
        }
        for n, one in enumerate(dossiers, start=1)
    ]


def _lying_here(dossier: Dossier) -> int:
    return len(kept(dossier)) + len(later(dossier))


def birth_words(birth: str) -> str:
    """ "14/03/1997" or the year only."""
    return short_date(datetime.fromisoformat(birth)) if len(birth) == 10 else birth
