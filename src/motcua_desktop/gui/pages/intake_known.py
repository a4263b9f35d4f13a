"""Who the counter knows by this ID already."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from motcua_desktop.gui.pages.intake_values import Person
from motcua_desktop.gui.pages.intake_words import birth_words

if TYPE_CHECKING:
    from motcua_desktop.counter.counter import Counter


@dataclass(frozen=True, slots=True)
class Known:
    """Somebody who was here before, and how often."""

    person: Person
    dossiers: int


def known_person(counter: Counter, number: str) -> Known | None:
    """The person with this ID as last seen here, None when nobody is known."""
    for found in counter.people.known(number, 1):
        who = found.person
        if who.id_number == number:
            born = birth_words(who.birth)
            person = Person(number, who.name, born, who.sex, who.address, who.phone)
            return Known(person, found.dossiers)
    return None
