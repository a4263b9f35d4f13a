"""The facts a form may name, drawn from the values of the counter: each as the text that stands on paper."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal
from typing import Any

from motcua_desktop.documents.fonts import unprintable
from motcua_desktop.documents.setting import BLANK, Run
from motcua_desktop.documents.vocabulary import FIELDS
from motcua_desktop.documents.wording import Edition, Template
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
from motcua_desktop.domain.paper_errors import LettersNotInFont, MissingFact
from motcua_desktop.domain.procedure import Component, Procedure
from motcua_desktop.domain.terms import Term
from motcua_desktop.domain.text import dong

Row = dict[str, str]


@dataclass(slots=True)
class Facts:
    """What is known for one paper: single facts and lists of rows, all as text; `edition` gives the words."""

    edition: Edition
    now: datetime
    fields: dict[str, str] = field(default_factory=dict)
    tables: dict[str, list[Row]] = field(default_factory=dict)
    slip_text: str = ""
    copy_mark: str = ""
    reprint: bool = False

    def word(self, key: str, **values: str) -> str:
        """A short word of the edition, with its fields filled."""
        return "".join(
            s.text or values.get(s.field, self.fields.get(s.field, "")) for s in self.edition.words[key]
        )

    def runs(self, template: Template, row: Row | None = None) -> list[Run]:
        """A sentence with its facts; a fact that is not there leaves room to write."""
        found = []
        for segment in template:
            text = segment.text
            if segment.field:
                known = row if row is not None and segment.field in row else self.fields
                text = known.get(segment.field, "") or BLANK
            found.append((text, segment.weight))
        return found

    def need(self, form: str, *names: str) -> None:
        """Raise MissingFact for the first of the facts that is not there."""
        for name in names:
            if not (self.fields.get(name) or self.tables.get(name)):
                raise MissingFact(form=form, fact=name)

    def check_letters(self) -> None:
        """Every fact in NFC and printable; LettersNotInFont names the first that is not."""
        for name, value in self.fields.items():
            self.fields[name] = _printable(value, name)
        for table, rows in self.tables.items():
            for row in rows:
                for name, value in row.items():
                    row[name] = _printable(value, f"{table}.{name}")


def _printable(value: str, where: str) -> str:
    if value.isascii() and value.isprintable():
        return value
    value = unicodedata.normalize("NFC", value)
    if odd := unprintable(value):
        raise LettersNotInFont(characters=odd, where=where)
    return value


def office_facts(facts: Facts, office: Office, officer: Officer | None) -> None:
    """Name, place, address, signer of the office; who is at the desk; today."""
    facts.fields |= {
        "office_name": office.name,
        "office_parent": office.parent,
        "counter_name": office.counter_name or office.name,
        "place": office.place,
        "office_address": office.address,
        "office_phone": office.phone,
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
    facts.fields |= {
        "code": dossier.code,
        "official_code": dossier.official_code if dossier.official_code != dossier.code else "",
        "applicant": applicant.name,
        "id_number": applicant.id_number or applicant.tax_code,
        "birth": birth_words(applicant.birth),
        "address": applicant.address,
        "phone": applicant.phone,
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
        "papers_count": padded(len(dossier.papers)),
    }
    facts.fields["return_place"] = facts.word(f"return.{dossier.return_method}")
    _promise(facts, dossier)
    _people(facts, dossier, applicant)
    _fees(facts, dossier.fees, dossier.paid_by)
    procedure_facts(facts, dossier.procedure)
    facts.fields["term"] = term_words(facts, dossier.term)
    facts.tables["papers"] = papers(facts, dossier)


def _promise(facts: Facts, dossier: Dossier) -> None:
    due = dossier.appointment_at or dossier.due_at if dossier.promises else None
    facts.fields["due"] = long_instant(due) if due else ""
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
    shown = [f"{line.name} {dong(line.amount)}{'' if line.confirmed else ' ' + unsure}" for line in lines]
    if len(lines) > 1:
        shown.append(facts.word("fees.total", n=dong(whole)))
    paid = paid_by if f"paid.{paid_by}" in facts.edition.words else "none"
    facts.fields |= {
        "fees": "; ".join(shown) if whole else facts.word("fees.none"),
        "fee_total": dong(whole),
        "fee_total_words": capital(amount_in_words(whole)),
        "paid": facts.word(f"paid.{paid}") if whole else "",
        "phi_total": dong(sum(line.amount for line in lines if line.kind is FeeKind.FEE)),
        "le_phi_total": dong(sum(line.amount for line in lines if line.kind is FeeKind.CHARGE)),
    }
    facts.tables["fee_lines"] = [
        {
            "n": str(n),
            "name": line.name,
            "kind": facts.word(f"kind.{line.kind}"),
            "amount": dong(line.amount),
            "phi": dong(line.amount) if line.kind is FeeKind.FEE else "",
            "le_phi": dong(line.amount) if line.kind is FeeKind.CHARGE else "",
        }
        for n, line in enumerate(lines, start=1)
    ]


def papers(facts: Facts, dossier: Dossier) -> list[Row]:
    """The components the dossier holds, in the procedure's order and words, numbered anew."""
    names = {component.number: component for component in dossier.procedure.components}
    rows = []
    for n, paper in enumerate(dossier.papers, start=1):
        component = names.get(paper.number)
        name = component.name if component else f"({paper.number})"
        if paper.from_data:
            name = f"{name} {facts.word('paper.from_data')}"
        kinds = [
            facts.word(f"paper.{key}")
            for key, many in (("original", paper.originals), ("copy", paper.copies))
            if many
        ]
        rows.append(
            {
                "n": str(n),
                "name": name,
                "originals": str(paper.originals) if paper.originals else "–",
                "copies": str(paper.copies) if paper.copies else "–",
                "count": padded(paper.originals + paper.copies) if paper.originals + paper.copies else "–",
                "kind": ", ".join(kinds),
            }
        )
    return rows


def procedure_facts(facts: Facts, procedure: Procedure) -> None:
    """Name, code, field, term, components, fees, steps and results of a procedure."""
    facts.fields |= {
        "procedure": procedure.name,
        "procedure_code": procedure.code,
        "field": procedure.field,
        "term": term_words(facts, procedure.term),
        "term_note": procedure.term_note,
        "fee_note": procedure.fee_note,
        "decision": procedure.decision,
        "promulgated_by": procedure.promulgated_by,
        "handled_by": procedure.handled_by,
        "effective_from": long_date(procedure.effective_from) if procedure.effective_from else "",
        "channels": "; ".join(
            facts.word(f"channel.{way}")
            for way in procedure.channels
            if f"channel.{way}" in facts.edition.words
        ),
        "results": "; ".join(result.name for result in procedure.results),
        "legal_basis": "; ".join(procedure.legal_basis),
    }
    facts.tables |= {
        "components": [_component(facts, row) for row in procedure.components],
        "fee_rules": [
            {
                "n": str(n),
                "name": fee.name,
                "kind": facts.word(f"kind.{fee.kind}"),
                "amount": dong(fee.amount),
            }
            for n, fee in enumerate(procedure.fees, start=1)
        ],
        "steps": [
            {"n": str(n), "name": step.name, "unit": step.unit, "share": step.share}
            for n, step in enumerate(procedure.steps, start=1)
        ],
        "results": numbered([result.name for result in procedure.results]),
        "legal": numbered(procedure.legal_basis),
    }


def _component(facts: Facts, component: Component) -> Row:
    marks = [
        facts.word(f"paper.{key}")
        for key, holds in (("to_show", component.to_show), ("conditional", component.conditional))
        if holds
    ]
    return {
        "n": "" if component.is_note else str(component.number),
        "name": component.name,
        "originals": str(component.originals) if component.originals else "",
        "copies": str(component.copies) if component.copies else "",
        "kind": "; ".join(marks),
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
            "due": short_instant(one.appointment_at) if one.promises and one.appointment_at else "",
            "papers": padded(len(one.papers)),
            "note": facts.word("provisional") if one.promises and one.promise.provisional else "",
        }
        for n, one in enumerate(dossiers, start=1)
    ]


def numbered(items: Sequence[str]) -> list[Row]:
    """Texts as numbered rows."""
    return [{"n": str(n), "item": item} for n, item in enumerate(items, start=1)]


def term_words(facts: Facts, term: Term | None) -> str:
    """ "03 ngày làm việc"; halves with a comma; 0 working days as the same day."""
    if term is None:
        return facts.word("term.none")
    amount = Decimal(term.value)
    if amount == 0:
        return facts.word("term.same_day")
    whole = amount == amount.to_integral_value()
    shown = padded(int(amount)) if whole else f"{amount.normalize():f}".replace(".", ",")
    return facts.word(f"term.{term.unit}", n=shown)


def birth_words(birth: str) -> str:
    """ "14/03/1997" or the year only."""
    return short_date(datetime.fromisoformat(birth)) if len(birth) == 10 else birth


def capital(text: str) -> str:
    """The first letter in upper case, the rest untouched."""
    return text[:1].upper() + text[1:]


def given_facts(facts: Facts, form: str, given: dict[str, Any]) -> None:
    """Facts the counter passes by name, over those of the dossier; TypeError for an unknown one."""
    for name, value in given.items():
        if name not in FIELDS[form]:
            raise TypeError(f"form {form!r} has no fact {name!r}")
        if isinstance(value, datetime):
            value = long_instant(value)
        facts.fields[name] = str(value) if value is not None else ""
