"""Where a field went last is proposed for the next, but no slip of the finger and nothing taken back."""

from tests.counter_fixtures import draft

from motcua_desktop.counter.counter import Counter
from motcua_desktop.domain.query import Query

BUSINESS = "1.001612"
ECONOMY, CULTURE, MISTYPED = "Phòng Kinh tế", "Phòng Văn hóa – Xã hội", "Phong bay ba"


def received(counter: Counter, name: str) -> str:
    return counter.intake.receive(draft(BUSINESS, name)).dossier.code


def proposed(counter: Counter, code: str) -> str:
    lines = counter.register.window(Query(), 0, 10)
    return counter.handover.proposals(lines)[next(line.id for line in lines if line.code == code)]


def test_a_mistyped_section_is_proposed_to_nobody(counter: Counter) -> None:
    first, second, third = (received(counter, name) for name in ("Cao Văn Nghĩa", "Hồ Thị Xuân", "Lê Văn Tư"))
    counter.handling.hand_over(first, CULTURE)
    counter.handling.hand_over(second, MISTYPED)
    assert counter.register.dossier(second).holder == MISTYPED
    assert proposed(counter, third) == CULTURE
    assert MISTYPED not in counter.handover.choices(counter.register.dossier(third))


def test_a_hand_over_taken_back_leaves_what_was_proposed_before(counter: Counter) -> None:
    first, second, third = (received(counter, name) for name in ("Cao Văn Nghĩa", "Hồ Thị Xuân", "Lê Văn Tư"))
    counter.handling.hand_over(first, CULTURE)
    counter.handling.hand_over(second, ECONOMY)
    assert proposed(counter, third) == ECONOMY
    counter.handling.undo(second)
    assert proposed(counter, third) == CULTURE
    counter.handling.undo(first)
    assert proposed(counter, third) == ""


def test_a_list_taken_back_leaves_no_trace_either(counter: Counter) -> None:
    first, second, third = (received(counter, name) for name in ("Cao Văn Nghĩa", "Hồ Thị Xuân", "Lê Văn Tư"))
    made = counter.handover.send([first, second], ECONOMY)
    assert proposed(counter, third) == ECONOMY
    counter.handover.undo([one.uid for one in made.lists])
    assert proposed(counter, third) == ""
    counter.handover.send([first], ECONOMY)
    counter.handling.undo(first)
    assert proposed(counter, third) == ""


def test_a_name_kept_by_an_earlier_edition_is_proposed_only_when_the_office_knows_it(
    counter: Counter,
) -> None:
    code = received(counter, "Cao Văn Nghĩa")
    field = counter.register.dossier(code).procedure.field
    counter.office.set("handover_last", {field: MISTYPED})
    assert proposed(counter, code) == ""
    counter.office.set("handover_last", {field: ECONOMY})
    assert proposed(counter, code) == ECONOMY
