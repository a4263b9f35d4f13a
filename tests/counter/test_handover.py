"""Hand-over lists: numbered without gaps, whole or not at all, safe whatever happens to the paper."""

from datetime import datetime, timedelta
from pathlib import Path

import pytest
from tests.counter_fixtures import Clock, draft

from motcua_desktop.counter import handover as handover_area
from motcua_desktop.counter import moves
from motcua_desktop.counter.counter import Counter
from motcua_desktop.domain.errors import BadValue, MoveNotAllowed
from motcua_desktop.domain.handover import (
    HandedOver,
    HandoverListCancelled,
    HandoverListMovedOn,
    UnknownHandoverList,
)
from motcua_desktop.domain.lifecycle import Move, Status
from motcua_desktop.domain.query import Query
from motcua_desktop.persistence import settings

BUSINESS, MARRIAGE, RESIDENCE = "1.001612", "1.000894", "1.004194"
ECONOMY, CULTURE = "Phòng Kinh tế", "Phòng Văn hóa – Xã hội"


def received(counter: Counter, name: str = "Cao Văn Nghĩa", procedure: str = BUSINESS) -> str:
    return counter.intake.receive(draft(procedure, name)).dossier.code


@pytest.fixture
def codes(counter: Counter) -> list[str]:
    return [received(counter, name) for name in ("Cao Văn Nghĩa", "Hồ Thị Xuân", "Trương Thị Mận")]


def standing(counter: Counter, codes: list[str]) -> list[tuple[Status, str]]:
    return [(d.status, d.holder) for d in map(counter.register.dossier, codes)]


def words_on(counter: Counter, answer: HandedOver) -> str:
    return " ".join(counter.paper.text_of(answer.papers[0].read_bytes()).split())


def test_a_list_is_numbered_and_names_both_sides_and_every_dossier(
    counter: Counter, codes: list[str]
) -> None:
    answer = counter.handover.send(codes, f"  {ECONOMY} ")
    assert standing(counter, codes) == [(Status.IN_PROCESS, ECONOMY)] * 3
    words = words_on(counter, answer)
    assert "Số: 01/BG" in words
    assert "Bên giao: Trung tâm Phục vụ hành chính công đặc khu Lý Sơn" in words
    assert f"Bên nhận: {ECONOMY}" in words
    assert all(name in words for name in ("Cao Văn Nghĩa", "Hồ Thị Xuân", "Trương Thị Mận"))
    assert answer.papers[0].parent == counter.folder / "papers" / "2026" / "03"


def test_numbers_of_a_year_follow_without_a_gap_and_start_again_with_the_next(
    counter: Counter, codes: list[str], clock: Clock
) -> None:
    first = counter.handover.send(codes[:1], ECONOMY)
    refused = counter.handover.send(codes[:1], ECONOMY)  # the same press again: it is there already
    assert (refused.lists, [code for code, _why in refused.refused]) == ((), codes[:1])
    second = counter.handover.send(codes[1:2], ECONOMY)
    clock.set("2027-01-04T08:00")
    third = counter.handover.send(codes[2:], ECONOMY)
    assert [answer.lists[0].number for answer in (first, second, third)] == ["01/BG", "02/BG", "01/BG"]


def test_each_section_gets_a_list_of_its_own_in_one_act(counter: Counter, codes: list[str]) -> None:
    answer = counter.handover.send_each({codes[0]: ECONOMY, codes[1]: CULTURE, codes[2]: ECONOMY})
    told = [(made.number, made.section, made.codes) for made in answer.lists]
    assert told == [("01/BG", ECONOMY, (codes[0], codes[2])), ("02/BG", CULTURE, (codes[1],))]
    assert len(answer.papers) == 2


def test_a_dossier_that_may_not_go_stops_no_other(counter: Counter, codes: list[str]) -> None:
    counter.handling.withdraw(codes[1], "Người nộp xin rút")
    answer = counter.handover.send(codes, ECONOMY)
    assert answer.codes == (codes[0], codes[2])
    assert [(code, type(why)) for code, why in answer.refused] == [(codes[1], MoveNotAllowed)]


def test_without_a_section_nothing_is_handed_over(counter: Counter, codes: list[str]) -> None:
    with pytest.raises(BadValue):
        counter.handover.send_each({codes[0]: ECONOMY, codes[1]: "  "})
    assert standing(counter, codes) == [(Status.RECEIVED, "")] * 3


def test_trouble_half_way_moves_no_dossier_and_uses_no_number(
    counter: Counter, codes: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    wrote, write = [], moves.write

    def failing(*given: object, **columns: object) -> datetime:
        wrote.append(given)
        if len(wrote) == 3:
            raise OSError("disk")
        return write(*given, **columns)  # type: ignore[arg-type]

    monkeypatch.setattr(moves, "write", failing)
    with pytest.raises(OSError, match="disk"):
        counter.handover.send(codes, ECONOMY)
    monkeypatch.undo()
    assert standing(counter, codes) == [(Status.RECEIVED, "")] * 3
    assert counter.handover.send(codes, ECONOMY).lists[0].number == "01/BG"


def test_trouble_with_the_paper_undoes_nothing_and_the_list_can_be_drawn_later(
    counter: Counter, codes: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_path: Path, _content: bytes) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(handover_area, "write_whole", full)
    answer = counter.handover.send(codes, ECONOMY)
    monkeypatch.undo()
    assert (answer.papers, bool(answer.trouble)) == ((), True)
    assert standing(counter, codes) == [(Status.IN_PROCESS, ECONOMY)] * 3
    assert counter.handover.kept(answer.lists[0]).exists()


def test_a_list_taken_back_leaves_every_dossier_where_it_stood_and_its_number_used(
    counter: Counter, codes: list[str]
) -> None:
    answer = counter.handover.send_each({codes[0]: ECONOMY, codes[1]: CULTURE})
    counter.handover.undo([made.uid for made in answer.lists])
    assert standing(counter, codes) == [(Status.RECEIVED, "")] * 3
    assert [made.cancelled for made in counter.handover.lists(counter.now())] == [True, True]
    with pytest.raises(HandoverListCancelled):
        counter.handover.reprint(counter.handover.find("1", 2026))
    with pytest.raises(HandoverListCancelled):
        counter.handover.undo([answer.lists[0].uid])
    assert counter.handover.send(codes, ECONOMY).lists[0].number == "03/BG"


def test_a_list_is_not_taken_back_once_one_of_its_dossiers_has_moved_on(
    counter: Counter, codes: list[str]
) -> None:
    answer = counter.handover.send(codes, ECONOMY)
    counter.handling.result_ready(codes[2])
    with pytest.raises(HandoverListMovedOn) as refused:
        counter.handover.undo([answer.lists[0].uid])
    assert refused.value.code == codes[2]
    assert standing(counter, codes[:2]) == [(Status.IN_PROCESS, ECONOMY)] * 2
    assert not counter.handover.lists(counter.now())[0].cancelled


def test_what_comes_back_lies_at_the_counter_and_the_list_names_the_section_as_giver(
    counter: Counter, codes: list[str]
) -> None:
    counter.handover.send(codes, ECONOMY)
    answer = counter.handover.take_back(codes[:2])
    assert standing(counter, codes) == [*[(Status.IN_PROCESS, "")] * 2, (Status.IN_PROCESS, ECONOMY)]
    words = words_on(counter, answer)
    assert f"Bên giao: {ECONOMY}" in words
    assert "Bên nhận: Trung tâm Phục vụ hành chính công đặc khu Lý Sơn" in words
    assert [code for code, _why in counter.handover.take_back(codes[:1]).refused] == codes[:1]


def test_results_that_come_along_wait_for_the_citizen_and_one_undo_takes_both_back(
    counter: Counter, codes: list[str]
) -> None:
    counter.handover.send(codes, ECONOMY)
    answer = counter.handover.take_back(codes, ready=True)
    assert standing(counter, codes) == [(Status.RESULT_READY, "")] * 3
    counter.handover.undo([answer.lists[0].uid])
    assert standing(counter, codes) == [(Status.IN_PROCESS, ECONOMY)] * 3
    assert counter.register.dossier(codes[0]).finished_at is None


def test_nobody_holds_a_dossier_whose_result_is_back(counter: Counter, codes: list[str]) -> None:
    counter.handover.send(codes, ECONOMY)
    counter.handling.result_ready(codes[0])
    counter.handling.refuse(codes[1], "Không đủ điều kiện")
    counter.handling.withdraw(codes[2], "Người nộp xin rút")
    assert [holder for _status, holder in standing(counter, codes)] == ["", "", ""]
    counter.handling.give_back(codes[0])
    assert counter.register.dossier(codes[0]).holder == ""
    assert counter.register.count(Query(holder=ECONOMY)) == 0


def test_an_undone_result_is_with_the_section_again(counter: Counter, codes: list[str]) -> None:
    counter.handover.send(codes, ECONOMY)
    counter.handling.result_ready(codes[0])
    assert counter.handling.undo(codes[0]).dossier.holder == ECONOMY


def test_the_register_book_still_names_the_section_that_settled(
    counter: Counter, codes: list[str], tmp_path: Path
) -> None:
    counter.handover.send(codes[:1], ECONOMY)
    counter.handover.take_back(codes[:1], ready=True)
    wrong = counter.handover.send(codes[1:2], CULTURE)
    counter.handover.undo([wrong.lists[0].uid])
    counter.books.register_book(tmp_path / "book.pdf", 2026)
    words = " ".join(counter.paper.text_of((tmp_path / "book.pdf").read_bytes()).split())
    assert ECONOMY in words
    assert CULTURE not in words


def test_a_reprint_says_so_and_shows_the_dossiers_as_they_went(
    counter: Counter, codes: list[str], clock: Clock
) -> None:
    counter.handover.send(codes, ECONOMY)
    clock.set("2026-03-06T09:00")
    counter.handling.apologise(codes[0], "Chờ xác minh", paper=False)
    path = counter.handover.reprint(counter.handover.find("01", 2026))
    words = " ".join(counter.paper.text_of(path.read_bytes()).split())
    assert "08 giờ 00 phút, ngày 02 tháng 3 năm 2026" in words
    assert "ngày 06 tháng 3 năm 2026" not in words
    assert "09:00 06/03/2026" in words  # the mark of the second printing
    assert f"{counter.register.as_of(codes[0], datetime(2026, 3, 2, 8)).appointment_at:%d/%m/%Y}" in words  # type: ignore[union-attr]


def test_the_log_knows_every_list_and_every_printing_of_it(counter: Counter, codes: list[str]) -> None:
    answer = counter.handover.send(codes, ECONOMY)
    counter.handover.reprint(answer.lists[0])
    counter.handover.undo([answer.lists[0].uid])
    told = [(line.kind, line.facts.get("reprint")) for line in counter.accounts.log() if line.dossier is None]
    assert told[:4] == [
        ("handover_cancelled", None),
        ("print", "True"),
        ("print", "False"),
        ("handover", None),
    ]
    assert counter.safekeeping.check().findings == ()


def test_lists_are_found_by_day_and_by_number(counter: Counter, codes: list[str], clock: Clock) -> None:
    counter.handover.send(codes[:1], ECONOMY)
    clock.set("2026-03-03T10:00")
    counter.handover.send(codes[1:], CULTURE)
    today = datetime(2026, 3, 3)
    assert [made.number for made in counter.handover.lists(today)] == ["02/BG"]
    assert [made.number for made in counter.handover.lists(today - timedelta(days=1))] == ["02/BG", "01/BG"]
    assert counter.handover.find("2", 2026).section == CULTURE
    with pytest.raises(UnknownHandoverList):
        counter.handover.find("02/BG", 2025)


def test_the_sections_are_those_the_office_named(counter: Counter) -> None:
    assert counter.handover.sections()[0] == ECONOMY
    counter.office.set("sections", ["Phòng Kinh tế, Hạ tầng và Đô thị ", "", CULTURE, CULTURE])
    assert counter.handover.sections() == ("Phòng Kinh tế, Hạ tầng và Đô thị", CULTURE)


def test_a_dossier_is_proposed_for_where_its_field_went_last(counter: Counter) -> None:
    first, second = received(counter), received(counter, "Hồ Thị Xuân")
    wedding = received(counter, "Trương Thị Mận", MARRIAGE)
    counter.handover.send([first], CULTURE)
    lines = {line.code: line.id for line in counter.register.window(Query(), 0, 10)}
    proposed = counter.handover.proposals(counter.register.window(Query(), 0, 10))
    assert proposed[lines[second]] == CULTURE
    assert proposed[lines[wedding]] == ""  # nothing says where civil status goes: nobody guesses


def test_a_section_named_by_the_catalogue_comes_before_the_last_one_used(counter: Counter) -> None:
    first, second = (received(counter, name, RESIDENCE) for name in ("Cao Văn Nghĩa", "Hồ Thị Xuân"))
    counter.handover.send([first], CULTURE)
    line = next(line for line in counter.register.window(Query(), 0, 10) if line.code == second)
    assert counter.handover.proposals([line]) == {line.id: "Công an đặc khu"}


def test_the_history_tells_the_list_of_a_hand_over(counter: Counter, codes: list[str]) -> None:
    counter.handover.send(codes[:1], ECONOMY)
    counter.handover.take_back(codes[:1])
    out, back = counter.register.dossier(codes[0]).events[-2:]
    assert (out.move, out.facts["to"], out.facts["list"]) == (Move.HAND_OVER, ECONOMY, "01/BG")
    assert (back.move, back.facts["from"], back.facts["list"]) == (Move.TAKE_OVER, ECONOMY, "02/BG")


def test_the_office_may_have_a_pattern_for_its_numbers(counter: Counter, codes: list[str]) -> None:
    counter.office.set("handover_pattern", "MC{number:03d}")
    assert counter.handover.send(codes, ECONOMY).lists[0].number == "MC001"
    with counter._desk.database.read() as connection:
        assert settings.last_serial(connection, "handover|2026") == 1


def test_a_dossier_may_go_to_any_section_but_the_one_it_lies_with(counter: Counter, codes: list[str]) -> None:
    counter.handover.send(codes[:1], CULTURE)
    there, here = (counter.register.dossier(code) for code in codes[:2])
    assert counter.handover.choices(here)[0] == CULTURE
    assert counter.handover.choices(there)[:2] == ("", ECONOMY)
    assert CULTURE not in counter.handover.choices(there)


def test_the_control_slip_has_a_row_for_each_way_and_none_for_what_was_taken_back(
    counter: Counter, codes: list[str]
) -> None:
    wrong = counter.handover.send(codes[:1], CULTURE)
    counter.handover.undo([wrong.lists[0].uid])
    counter.handover.send(codes[:1], ECONOMY)
    counter.handover.take_back(codes[:1])
    pdf = counter.paper.draw(counter.register.dossier(codes[0]), "control")
    words = " ".join(counter.paper.text_of(pdf).split())
    assert f"Giao: Trung tâm Phục vụ hành chính công đặc khu Lý Sơn 2. Nhận: {ECONOMY}" in words
    assert f"Giao: {ECONOMY} 2. Nhận: Trung tâm Phục vụ hành chính công đặc khu Lý Sơn" in words
    assert CULTURE not in words
