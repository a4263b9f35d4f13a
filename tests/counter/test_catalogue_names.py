"""A register of an earlier edition: papers whose names broke off end with "…", and nothing else changes."""

import re
from dataclasses import replace

from tests.counter_fixtures import Clock, draft

from motcua_desktop.counter.counter import Counter, open_counter
from motcua_desktop.counter.portal_catalogue import shipped_notes
from motcua_desktop.domain.procedure import Component, Procedure
from motcua_desktop.persistence import catalogue, settings

#: Paper 8 of the birth registration, as the list cut it before.
BIRTH, PAPER = "1.001193", 8


def paper(procedure: Procedure, number: int = PAPER) -> Component:
    return next(component for component in procedure.components if component.number == number)


def with_name(procedure: Procedure, name: str) -> Procedure:
    components = (replace(c, name=name) if c.number == PAPER else c for c in procedure.components)
    return replace(procedure, components=tuple(components))


def as_before(counter: Counter, name: str) -> None:
    """The register as an earlier edition left it."""
    with counter._desk.database.write() as connection:
        old = with_name(counter.catalogue.procedure(BIRTH), name)
        catalogue.put(connection, [old], "portal-2026-07-18", counter.now())
        settings.put(connection, "catalogue_names_mended", None)


def opened_again(counter: Counter, clock: Clock) -> Counter:
    counter.close()
    return open_counter(counter.folder, now=clock, officer=counter.officer)


def test_a_name_cut_within_a_word_ends_with_an_ellipsis_once_the_register_is_opened(
    counter: Counter, clock: Clock
) -> None:
    now = paper(counter.catalogue.procedure(BIRTH)).name
    assert now.endswith("…")
    as_before(counter, now.removesuffix("…") + " tr")
    code = counter.intake.receive(draft(BIRTH, components=None), slip=False).dossier.code
    again = opened_again(counter, clock)
    assert paper(again.catalogue.procedure(BIRTH)).name == now
    assert paper(again.register.dossier(code).procedure).name.endswith(" tr"), "what was promised stays"
    assert [line.kind for line in again.accounts.log(20)].count("catalogue") == 2
    third = opened_again(again, clock)
    assert [line.kind for line in third.accounts.log(20)].count("catalogue") == 2, "once is enough"
    assert third.safekeeping.check().findings == ()
    third.close()


def test_a_name_the_office_wrote_in_full_stays(counter: Counter, clock: Clock) -> None:
    now = paper(counter.catalogue.procedure(BIRTH)).name
    full = now.removesuffix("…") + " trực tuyến) hoặc xuất trình bản chính (theo hình thức trực tiếp)."
    as_before(counter, full)
    again = opened_again(counter, clock)
    assert paper(again.catalogue.procedure(BIRTH)).name == full
    again.close()


def test_no_note_on_the_time_names_a_field_of_the_list(counter: Counter) -> None:
    machine = [
        p.code for p in counter.catalogue.find("", 1000) if re.search(r"[a-z]_[a-z]|OTHER", p.term_note)
    ]
    assert counter.catalogue.count() > 400 and machine == []
    assert "ngày làm việc" in counter.catalogue.procedure(BIRTH).term_note


def test_notes_of_an_earlier_edition_are_said_in_words_once_and_the_offices_own_stay(
    counter: Counter, clock: Clock
) -> None:
    code, told, read = next(one for one in shipped_notes() if "OTHER" in one[1])
    other = next(one for one, note, _read in shipped_notes() if note == told and one != code)
    with counter._desk.database.write() as connection:
        for number, note in ((code, told), (other, "Theo quyết định của xã")):
            old = replace(counter.catalogue.procedure(number), term_note=note)
            catalogue.put(connection, [old], "portal-2026-07-18", counter.now())
        settings.put(connection, "catalogue_notes_read", None)
    again = opened_again(counter, clock)
    assert again.catalogue.procedure(code).term_note == read
    assert again.catalogue.procedure(other).term_note == "Theo quyết định của xã"
    assert again.catalogue.read_notes_anew() == 0
    again.close()


def test_a_new_register_has_nothing_to_mend(counter: Counter) -> None:
    assert counter.catalogue.mend_cut_names() == 0
    assert [line.kind for line in counter.accounts.log(20)].count("catalogue") == 1
