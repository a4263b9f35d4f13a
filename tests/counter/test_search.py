"""One box for everything, and the lists of the register."""

from dataclasses import replace
from datetime import date, datetime

import pytest
from tests.counter_fixtures import Clock, draft

from motcua_desktop.counter.counter import Counter
from motcua_desktop.domain.applicant import Applicant, Involved, Part
from motcua_desktop.domain.dossier import Channel
from motcua_desktop.domain.lifecycle import Status
from motcua_desktop.domain.query import Chip, Query, Sort

PEOPLE = (
    ("Đặng Thị Ỷ", "051190001234", "0905123456"),
    ("Dương Thị Mỹ Linh", "051190005678", ""),
    ("Nguyễn Văn Hà", "062080000111", "0383000111"),
    ("Nguyễn Văn Hạ", "", ""),
    ("Y Blưm", "", ""),
)


@pytest.fixture
def codes(counter: Counter, clock: Clock) -> list[str]:
    """One dossier for each of the people, an hour apart; every other one of marital status."""
    made = []
    for number, (name, number_, phone) in enumerate(PEOPLE):
        clock.set(f"2026-03-02T{8 + number:02d}:00:00")
        who = Applicant(name, id_number=number_, phone=phone)
        code = "1.004873" if number % 2 else "2.000815"
        made.append(counter.intake.receive(draft(code, applicant=who), slip=False).dossier.code)
    return made


def names(counter: Counter, query: Query) -> list[str]:
    """Who is found, asked in all three ways, which must agree."""
    ids = counter.register.ids(query)
    lines = counter.register.lines(ids)
    assert counter.register.count(query) == len(ids)
    assert counter.register.page(query) == lines
    assert counter.register.window(query, 0, 100) == lines
    return [line.applicant for line in lines]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("dang thi y", ["Đặng Thị Ỷ"]),
        ("Đặng", ["Đặng Thị Ỷ"]),
        ("my l", ["Dương Thị Mỹ Linh"]),
        ("linh duong", ["Dương Thị Mỹ Linh"]),
        ("duo", ["Dương Thị Mỹ Linh"]),
        ("nguyen van ha", ["Nguyễn Văn Hạ", "Nguyễn Văn Hà"]),
        ("Nguyễn Văn Hà", ["Nguyễn Văn Hà", "Nguyễn Văn Hạ"]),
        ("Nguyễn Văn Hạ", ["Nguyễn Văn Hạ", "Nguyễn Văn Hà"]),
        ("y blum", ["Y Blưm"]),
        ("051190001234", ["Đặng Thị Ỷ"]),
        ("05119", ["Dương Thị Mỹ Linh", "Đặng Thị Ỷ"]),
        ("0905 123 456", ["Đặng Thị Ỷ"]),
        ("0383", ["Nguyễn Văn Hà"]),
        ("260302-0002", ["Dương Thị Mỹ Linh"]),
        ("0002", ["Dương Thị Mỹ Linh"]),
        ("302-0003", ["Nguyễn Văn Hà"]),
        ("H48.25.12-260302-0001", ["Đặng Thị Ỷ"]),
        ("5.12-260302-0004", ["Nguyễn Văn Hạ"]),
        ("hôn nhân", ["Nguyễn Văn Hạ", "Dương Thị Mỹ Linh"]),
        ("1.004873", ["Nguyễn Văn Hạ", "Dương Thị Mỹ Linh"]),
        ("không có ai", []),
        ("%", []),
        ("' OR 1=1 --", []),
        ('"*', []),
    ],
)
def test_the_box_understands(counter: Counter, codes: list[str], words: str, found: list[str]) -> None:
    assert names(counter, Query(words)) == found
    narrow = Query(words, chip=Chip.RUNNING)
    assert sorted(names(counter, narrow)) == sorted(found)


def test_the_alias_of_a_procedure_finds_its_dossiers(counter: Counter, codes: list[str]) -> None:
    alias = counter.catalogue.procedure("1.004873").alias
    assert alias
    assert names(counter, Query(alias)) == ["Nguyễn Văn Hạ", "Dương Thị Mỹ Linh"]


@pytest.mark.parametrize("chip", [Chip.ALL, Chip.RUNNING])
def test_a_syllable_of_names_does_not_find_procedures(counter: Counter, codes: list[str], chip: Chip) -> None:
    name = counter.catalogue.procedure("2.000815").name
    assert "nước ngoài" in name
    assert names(counter, Query("ngo", chip=chip)) == []  # nobody is called so, and "ngoài" is another word
    named = counter.intake.receive(draft("2.000815", applicant=Applicant("Trần Thị Nước")), slip=False)
    assert named.dossier.applicant.name == "Trần Thị Nước"
    assert names(counter, Query("nuoc", chip=chip)) == ["Trần Thị Nước"]
    assert len(names(counter, Query("nước ngo", chip=chip))) == 4


def test_everybody_in_a_dossier_is_found(counter: Counter) -> None:
    others = (
        Involved(Part.CO_APPLICANT, Applicant("Hồ Văn Tía")),
        Involved(Part.AUTHORISED, Applicant("Phạm Thị Vrốt"), "GUQ 3/2026"),
    )
    kept = counter.intake.receive(draft(involved=others), slip=False).dossier
    assert kept.involved == others
    assert len(names(counter, Query("ho van tia"))) == len(names(counter, Query("vrot"))) == 1


def test_a_corrected_name_is_found_and_the_old_one_no_longer(counter: Counter, codes: list[str]) -> None:
    counter.handling.correct(codes[0], Applicant("Trần Thị Ỷ"), "Sai họ")
    assert names(counter, Query("dang thi y")) == []
    assert names(counter, Query("tran thi")) == ["Trần Thị Ỷ"]


def test_filters_stand_beside_the_words(counter: Counter, clock: Clock, codes: list[str]) -> None:
    counter.handling.hand_over(codes[1], "Phòng Kinh tế")
    counter.handling.ask_supplement(codes[3], "Bản sao", "Thiếu")
    assert names(counter, Query(holder="Phòng Kinh tế")) == ["Dương Thị Mỹ Linh"]
    assert names(counter, Query("nguyen", statuses=(Status.WAITING,))) == ["Nguyễn Văn Hạ"]
    assert names(counter, Query(chip=Chip.WAITING)) == ["Nguyễn Văn Hạ"]
    assert names(counter, Query(chip=Chip.WAITING, statuses=(Status.RECEIVED,))) == []
    assert names(counter, Query(procedure="1.004873", received_to=date(2026, 3, 2)))[0] == "Nguyễn Văn Hạ"
    assert names(counter, Query(received_from=date(2026, 3, 3))) == []
    assert names(counter, Query(channel=Channel.POST)) == []
    due = Query(due_from=datetime(2026, 3, 5), due_to=datetime(2026, 3, 5, 9, 30))
    assert names(counter, due) == ["Dương Thị Mỹ Linh"]
    field = counter.catalogue.procedure("1.004873").field
    assert len(names(counter, Query(field=field, officer="Bùi Thị Hạnh"))) == 2


def test_names_are_sorted_as_vietnamese_does(counter: Counter, codes: list[str]) -> None:
    given = names(counter, Query(sort=Sort.NAME, descending=False))
    assert given == ["Y Blưm", "Nguyễn Văn Hà", "Nguyễn Văn Hạ", "Dương Thị Mỹ Linh", "Đặng Thị Ỷ"]
    assert names(counter, Query("nguyen", sort=Sort.NAME, descending=False)) == given[1:3]


@pytest.mark.parametrize("sort", [sort for sort in Sort if sort is not Sort.WORK])
@pytest.mark.parametrize("descending", [True, False])
def test_pages_go_on_where_the_last_one_ended(
    counter: Counter, codes: list[str], sort: Sort, descending: bool
) -> None:
    query = Query(sort=sort, descending=descending)
    seen, page = [], counter.register.page(query, limit=2)
    while page:
        seen += [line.code for line in page]
        page = counter.register.page(query, counter.register.key_after(query, page[-1]), limit=2)
    assert seen == [line.code for line in counter.register.page(query, limit=50)]
    assert sorted(seen) == sorted(codes)


def test_chips_count_what_their_lists_show(counter: Counter, clock: Clock, codes: list[str]) -> None:
    counter.handling.result_ready(codes[0])
    counter.handling.ask_supplement(codes[1], "Bản sao", "Thiếu")
    clock.set("2026-03-05T10:00:00")
    chips = counter.register.chips()
    assert chips == {chip: len(counter.register.ids(Query(chip=chip))) for chip in Chip}
    assert (chips[Chip.ALL], chips[Chip.WAITING], chips[Chip.RESULT_READY]) == (5, 1, 1)
    assert chips[Chip.OVERDUE] == 2
    assert chips[Chip.NEAR_DUE] == 1


def test_near_due_and_overdue_part_when_the_promised_minute_is_over(counter: Counter, clock: Clock) -> None:
    counter.intake.receive(draft("1.004873"), slip=False)
    clock.set("2026-03-05T08:00:00")
    assert [len(counter.register.near_due()), len(counter.register.overdue())] == [1, 0]
    clock.set("2026-03-05T08:00:59")  # the badge, Home and the reports count whole minutes too
    assert [len(counter.register.near_due()), len(counter.register.overdue())] == [1, 0]
    clock.set("2026-03-05T08:01:00")
    assert [len(counter.register.near_due()), len(counter.register.overdue())] == [0, 1]


def test_lists_mask_ids_and_telephones_and_the_whole_number_is_logged(
    counter: Counter, codes: list[str]
) -> None:
    line = counter.register.page(Query("dang thi"))[0]
    assert (line.id_masked, line.phone_masked) == ("051•••••1234", "090•••••56")
    assert counter.register.reveal(codes[0], "id_number") == "051190001234"
    newest = counter.accounts.log(1)[0]
    assert (newest.kind, newest.facts["what"]) == ("reveal", "id_number")
    counter.register.view(codes[0])
    assert counter.accounts.log(1)[0].kind == "view"


def test_the_first_page_counts_what_presses(counter: Counter, clock: Clock, codes: list[str]) -> None:
    counter.handling.ask_supplement(codes[1], "Bản sao", "Thiếu")
    clock.set("2026-03-02T13:30:00")
    today = counter.register.today()
    assert (today.received_today, today.waiting) == (5, 1)
    assert today.next_close == datetime(2026, 3, 2, 17, 0)
    assert today.due_today == today.due_before == 3
    assert sum(day.due for day in today.load) == 4
    clock.set("2026-03-17T16:00:00")
    kinds = [task.kind for task in counter.register.tasks()]
    assert kinds[:4] == ["overdue"] * 4
    assert kinds[-1] == "close_supplement"
    assert counter.register.today().longest_late > 0


def test_letters_that_must_go_today_are_a_task(counter: Counter, clock: Clock) -> None:
    clock.set("2026-11-19T08:00:00")
    counter.intake.receive(draft("1.004873"), slip=False)
    clock.set("2026-11-23T09:42:00")
    tasks = [task for task in counter.register.tasks() if task.kind == "letters"]
    assert counter.register.today().letters == 1
    assert [(task.count, task.facts, task.until) for task in tasks] == [
        (1, ("2026-11-25",), datetime(2026, 11, 23, 17, 0))
    ]


def test_the_register_shows_what_needs_work_first(counter: Counter, clock: Clock) -> None:
    clock.set("2026-03-02T08:00:00")
    late, ended, waiting = (
        counter.intake.receive(draft("1.001612"), slip=False).dossier.code for _ in range(3)
    )
    counter.handling.result_ready(ended)
    counter.handling.give_back(ended, "Người nộp")
    counter.handling.ask_supplement(waiting, "Bản sao", "Thiếu")
    clock.set("2026-03-09T08:00:00")
    later = counter.intake.receive(draft("1.004884"), slip=False).dossier.code
    sooner = counter.intake.receive(draft("1.001612"), slip=False).dossier.code
    work = Query(sort=Sort.WORK)
    codes = [line.code for line in counter.register.window(work, 0, 10)]
    assert codes == [late, sooner, later, waiting, ended]
    assert [counter.register.window(work, n, 1)[0].code for n in range(5)] == codes
    assert [line.code for line in counter.register.window(replace(work, words="linh"), 0, 9)] == codes


def test_a_dossier_without_a_term_stands_behind_those_that_can_be_late(
    counter: Counter, clock: Clock
) -> None:
    clock.set("2026-03-02T08:00:00")
    undated = counter.intake.receive(draft("1.011606"), slip=False).dossier
    assert undated.appointment_at is None
    dated = [counter.intake.receive(draft("1.001612"), slip=False).dossier.code for _ in range(2)]
    for words in ("", "linh"):
        work = Query(sort=Sort.WORK, words=words)
        codes = [line.code for line in counter.register.window(work, 0, 9)]
        assert (set(codes[:2]), codes[2:]) == (set(dated), [undated.code])
        assert [counter.register.window(work, n, 1)[0].code for n in range(3)] == codes


def test_a_receipt_taken_back_as_a_mistake_is_none_of_today(counter: Counter, codes: list[str]) -> None:
    counter.intake.take_back(codes[0], "Nhận nhầm, hủy tại quầy")
    assert counter.register.today().received_today == 4
    counter.handling.withdraw(codes[1], "Người nộp xin rút")
    assert counter.register.today().received_today == 4
