"""What a procedure has to say on paper: term, components, fees, steps, results."""

from __future__ import annotations

from decimal import Decimal

from motcua_desktop.documents.facts import Facts, Row, numbered
from motcua_desktop.documents.words import (
    long_date,
    padded,
)
from motcua_desktop.domain.procedure import Component, Procedure
from motcua_desktop.domain.terms import Term
from motcua_desktop.domain.text import dong


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
