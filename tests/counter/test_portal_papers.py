"""What the counter takes each row of "thành phần hồ sơ" for: kept, shown, brought "if any", or a note."""

from dataclasses import replace

from tests.counter_fixtures import Clock, draft

from motcua_desktop.counter import portal_catalogue
from motcua_desktop.counter.counter import Counter, open_counter
from motcua_desktop.domain.procedure import Component, Procedure
from motcua_desktop.persistence import catalogue, settings

HOUSEHOLD_BUSINESS, MARRIAGE, FROM_REGISTER = "1.001612", "1.000894", "2.000908"
SHIPPED = {procedure.code: procedure for procedure in portal_catalogue.shipped_procedures()}


def required(code: str, channel: str = "direct") -> list[int]:
    return [component.number for component in SHIPPED[code].required(channel)]


def paper(procedure: Procedure, number: int) -> Component:
    return next(component for component in procedure.components if component.number == number)


def test_who_comes_himself_for_a_household_business_needs_the_application_alone() -> None:
    assert required(HOUSEHOLD_BUSINESS) == [1]
    sentence = paper(SHIPPED[HOUSEHOLD_BUSINESS], 2)
    assert "chịu trách nhiệm trước pháp luật" in sentence.name
    assert sentence.is_note


def test_no_sentence_on_who_is_answerable_before_the_law_is_a_paper() -> None:
    told = [
        c for p in SHIPPED.values() for c in p.components if "chịu trách nhiệm trước pháp luật về" in c.name
    ]
    sentences = [c for c in told if not c.name.startswith(("Mẫu", "Tờ khai"))]
    assert sentences
    assert all(component.is_note for component in sentences)


def test_a_paper_of_one_case_is_not_asked_of_everybody() -> None:
    of_a_case = [
        c
        for p in SHIPPED.values()
        for c in p.components
        if c.name.startswith(("Trường hợp", "Đối với", "Nếu ")) or c.group.startswith("Trường hợp ủy quyền")
    ]
    assert len(of_a_case) == 200
    assert [c.name for c in of_a_case if not c.is_note and not c.conditional] == []


def test_no_identity_card_in_original_is_kept() -> None:
    cards = [
        c
        for p in SHIPPED.values()
        for c in p.components
        if c.name.startswith(("Hộ chiếu/", "Một trong các giấy tờ sau: Căn cước"))
    ]
    assert len(cards) > 40
    assert [c.name for c in cards if not c.to_show] == []


def test_what_the_officer_signs_stays_with_the_office_although_it_is_shown() -> None:
    signature = SHIPPED["2.000884"]
    assert paper(signature, 1).to_show
    assert not paper(signature, 2).to_show


def test_a_copy_is_no_original() -> None:
    card = paper(SHIPPED["2.002349"], 5)
    assert card.name.startswith("Bản sao Hộ chiếu")
    assert (card.originals, card.copies) == (0, 1)


def test_a_number_of_the_name_is_no_count_of_papers() -> None:
    assert max(c.originals for p in SHIPPED.values() for c in p.components) <= 2
    form = paper(SHIPPED["1.012817"], 1)
    assert form.name.endswith("theo Mẫu số 18")
    assert form.originals == 1


def test_no_paper_is_called_by_the_name_of_a_file() -> None:
    names = [c.name for p in SHIPPED.values() for c in p.components]
    assert [name for name in names if name.endswith((".doc", ".docx", ".pdf"))] == []
    assert paper(SHIPPED["2.001214"], 2).name == "Đơn đề nghị đăng ký phương tiện theo Mẫu"
    assert paper(SHIPPED["2.001263"], 1).name == "Đơn xin nhận con nuôi"


def test_an_application_common_to_all_cases_stays_needed() -> None:
    assert required("1.013978") == [1]
    assert required("2.000635") == [2, 3]
    assert required("1.014632") == [], "seven cases with a paper each: none of them is everybody's"


def test_what_is_filled_in_on_the_portal_is_not_asked_for_at_the_counter() -> None:
    assert 3 not in required("2.002363")
    assert 3 in required("2.002363", "online")


def as_before(counter: Counter, *codes: str) -> None:
    """The register as an earlier edition left it, with the portal's own marks."""
    with counter._desk.database.write() as connection:
        for code, marked, _told in portal_catalogue.shipped_papers():
            if code in codes:
                old = replace(counter.catalogue.procedure(code), components=marked)
                catalogue.put(connection, [old], "portal-2026-07-18", counter.now())
        settings.put(connection, "catalogue_papers_read", None)


def test_a_register_of_an_earlier_edition_reads_its_papers_anew_once(counter: Counter, clock: Clock) -> None:
    as_before(counter, HOUSEHOLD_BUSINESS, FROM_REGISTER)
    assert len(counter.catalogue.procedure(HOUSEHOLD_BUSINESS).required("direct")) == 2
    code = counter.intake.receive(draft(HOUSEHOLD_BUSINESS, components=(1, 2)), slip=False).dossier.code
    counter.close()
    again = open_counter(counter.folder, now=clock, officer=counter.officer)
    assert again.catalogue.procedure(HOUSEHOLD_BUSINESS) == SHIPPED[HOUSEHOLD_BUSINESS]
    assert paper(again.catalogue.procedure(FROM_REGISTER), 1).to_show
    kept = again.register.dossier(code).procedure
    assert len(kept.required("direct")) == 2, "what it was received under stays"
    assert again.catalogue.read_papers_anew() == 0
    assert again.safekeeping.check().findings == ()
    again.close()


def test_a_paper_the_office_marked_itself_stays_so(counter: Counter) -> None:
    as_before(counter, HOUSEHOLD_BUSINESS, MARRIAGE)
    entry = counter.catalogue.procedure(HOUSEHOLD_BUSINESS)
    ours = tuple(replace(c, copies=3) if c.number == 4 else c for c in entry.components)
    with counter._desk.database.write() as connection:
        catalogue.put_body(connection, replace(entry, components=ours), counter.now())
    assert counter.catalogue.read_papers_anew() == 1
    now = counter.catalogue.procedure(HOUSEHOLD_BUSINESS)
    assert paper(now, 4).copies == 3
    assert paper(now, 2).is_note


def test_a_new_register_has_nothing_to_read_anew(counter: Counter) -> None:
    assert counter.catalogue.read_papers_anew() == 0
