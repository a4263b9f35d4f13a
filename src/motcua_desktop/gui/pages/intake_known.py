"""Who the counter knows by this ID already."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from motcua_desktop.gui.pages.intake_values import Person
from motcua_desktop.gui.pages.intake_words import birth_words

if TYPE_CHECKING:
    from motcua_desktop.counter.counter import Counter


def known_person(counter: Counter, number: str) -> Person | None:
    """The person with this ID as last seen here, None when nobody is known."""
    people: Any = getattr(counter, "people", None)
    if people is None:
        return None
    found = people.known(number)
    if isinstance(found, (list, tuple)):
        found = found[0] if found else None
    who = getattr(found, "applicant", found)
    if who is None:
        return None
    return Person(who.id_number, who.name, birth_words(who.birth), who.sex, who.address, who.phone)
