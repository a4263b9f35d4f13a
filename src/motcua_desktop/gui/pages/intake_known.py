"""Whom the counter knows already by ID, tax code or name; and the places an address may end in."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from motcua_desktop.counter.people import former_name, present_name
from motcua_desktop.domain import identity
from motcua_desktop.domain.applicant import Applicant, ApplicantKind
from motcua_desktop.domain.text import mask_number
from motcua_desktop.gui.pages.intake_suggest import Suggestion
from motcua_desktop.gui.pages.intake_values import Person
from motcua_desktop.gui.pages.intake_words import birth_words
from motcua_desktop.i18n import _

if TYPE_CHECKING:
    from motcua_desktop.counter.counter import Counter

SHOWN = 5


@dataclass(frozen=True, slots=True)
class Known:
    """Somebody who was here before, and how often."""

    person: Person
    dossiers: int


def known_person(counter: Counter, number: str) -> Known | None:
    """The person or organisation with this ID or tax code as last seen here, None when nobody is known."""
    bare = number.replace(" ", "")
    for found in counter.people.known(number, 1):
        if bare in (found.person.id_number, found.person.tax_code):
            return Known(_typed(found.person), found.dossiers)
    return None


def known_by_name(counter: Counter, text: str, *, organisation: bool) -> list[Suggestion]:
    """People, or organisations, whose name begins so; numbers stay masked in the list."""
    if any(character.isdigit() for character in text):
        return []
    lines = []
    for found in counter.people.known(text, SHOWN * 3):
        who = found.person
        if (who.kind is not ApplicantKind.CITIZEN) != organisation:
            continue
        parts = (mask_number(who.tax_code or who.id_number), who.birth[:4])
        aside = " · ".join(part for part in parts if part) or _("{n} hồ sơ trước").format(n=found.dossiers)
        lines.append(Suggestion(who.name, aside, Known(_typed(who), found.dossiers)))
    return lines[:SHOWN]


def places(counter: Counter, text: str) -> list[Suggestion]:
    """Units the end of an address may mean, an old name with the unit of today."""
    lines = []
    for end in counter.people.complete_address(text):
        now, old = present_name(end.place), former_name(end.place)
        shown, aside = (old, _("nay: {name}").format(name=now)) if old else (now, end.place.province)
        lines.append(Suggestion(shown, aside, end, end.whole))
    return lines


def _typed(who: Applicant) -> Person:
    """As it would be typed; what older registers hold as a telephone may have no digit in it."""
    return Person(
        who.tax_code if who.kind is not ApplicantKind.CITIZEN else who.id_number,
        who.name,
        birth_words(who.birth),
        who.sex,
        who.address,
        who.phone if identity.is_a_phone(who.phone) else "",
        who.kind,
        who.unit_code,
        who.former_address,
    )
