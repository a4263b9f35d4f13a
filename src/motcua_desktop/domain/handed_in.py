"""What of a dossier lies with the office: the papers it keeps, and what was handed in later on request."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from motcua_desktop.domain.dossier import Dossier, Paper
from motcua_desktop.domain.procedure import Component
from motcua_desktop.domain.text import clean


@dataclass(frozen=True, slots=True)
class HandedIn:
    """One line of a request to supplement that was answered. `component` where it is a paper of the list."""

    words: str
    day: date
    component: Component | None = None


def only_shown(dossier: Dossier) -> frozenset[int]:
    """The numbers of the papers that were looked at and given back; data taken over was not shown."""
    shown = {component.number for component in dossier.procedure.components if component.to_show}
    return frozenset(p.number for p in dossier.papers if p.number in shown and not p.from_data)


def kept(dossier: Dossier) -> tuple[Paper, ...]:
    """The papers of the receipt that the office answers for: neither only shown nor taken from data."""
    shown = only_shown(dossier)
    return tuple(paper for paper in dossier.papers if paper.number not in shown and not paper.from_data)


def later(dossier: Dossier) -> tuple[HandedIn, ...]:
    """What was brought after a request (Decree 118/2025 Art. 17.1c, 19.5), line by line as it was asked.

    Of a request made before the receipt, a paper that the receipt lists anyway is not told twice.
    """
    by_name = {_bare(component.name): component for component in dossier.procedure.components}
    held = {paper.number for paper in dossier.papers}
    lines = []
    for request in dossier.supplements:
        if request.completed_at is None:
            continue
        for words in filter(None, map(clean, request.content.splitlines())):
            component = by_name.get(_bare(words))
            if not (request.at_intake and component is not None and component.number in held):
                lines.append(HandedIn(words, request.completed_at.date(), component))
    return tuple(lines)


def _bare(words: str) -> str:
    return clean(words).rstrip(" .;,").casefold()
