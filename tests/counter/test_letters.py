"""Letters of apology in one press (Decree 118/2025 Art. 19.6)."""

from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import pytest
from tests.counter_fixtures import Clock, draft
from tests.exchange_offices import Machines, carry

from motcua_desktop.counter.counter import Counter
from motcua_desktop.domain.dossier import Period, PromiseReason
from motcua_desktop.domain.errors import BadValue, NewDateNotLater, NothingToUndo
from motcua_desktop.domain.lifecycle import Move
from motcua_desktop.domain.paper_answers import LettersMade, LetterWhy, Signer
from motcua_desktop.domain.paper_errors import LetterNumberSkips, LetterNumberTaken, LetterWentOut

BUSINESS = "1.001612"  # three working days


def test_a_letter_waits_for_what_is_late_and_what_expires_tomorrow(counter: Counter, clock: Clock) -> None:
    late = counter.intake.receive(draft(BUSINESS), slip=False).dossier
    clock.set("2026-03-04T09:00")
    tomorrow = counter.intake.receive(draft(BUSINESS), slip=False).dossier
    clock.set("2026-03-05T10:00")
    later = counter.intake.receive(draft(BUSINESS), slip=False).dossier
    clock.set("2026-03-06T08:00")
    waiting = {letter.code: letter for letter in counter.letters.waiting()}
    assert late.code in waiting and waiting[late.code].late
    assert tomorrow.code in waiting, "due Monday: the letter must go on Friday, Sunday is a day off"
    assert not waiting[tomorrow.code].late
    assert waiting[tomorrow.code].send_by == datetime(2026, 3, 6, 17, 0)
    assert later.code not in waiting


def test_a_press_records_numbers_dates_and_one_pdf(counter: Counter, clock: Clock) -> None:
    codes = [counter.intake.receive(draft(BUSINESS), slip=False).dossier.code for _ in range(3)]
    clock.set("2026-03-06T08:00")
    drafts = [replace(letter, reason="Chờ kết quả xác minh") for letter in counter.letters.waiting()]
    made = counter.letters.make(drafts)
    assert made.codes == tuple(codes) and not made.refused
    assert made.pdf is not None and made.pdf.read_bytes().startswith(b"%PDF")
    text = counter.paper.text_of(made.pdf.read_bytes())
    for number, code in enumerate(codes, start=1):
        dossier = counter.register.dossier(code)
        assert dossier.apologies[0].number == f"{number:02d}"
        assert dossier.promise.reason is PromiseReason.APOLOGY
        assert dossier.appointment_at == drafts[number - 1].new_date
        assert code in text


def test_a_press_prints_with_the_title_and_copies_the_office_chose(counter: Counter, clock: Clock) -> None:
    for _ in range(2):
        counter.intake.receive(draft(BUSINESS), slip=False)
    counter.paper.choices.choose("apology", copies=2, title="2018")
    clock.set("2026-03-06T08:00")
    made = counter.letters.make([replace(one, reason="Chờ xác minh") for one in counter.letters.waiting()])
    assert made.pdf is not None
    pdf = made.pdf.read_bytes()
    assert (
        " ".join(counter.paper.text_of(pdf).split()).count("PHIẾU XIN LỖI VÀ HẸN LẠI NGÀY TRẢ KẾT QUẢ") == 4
    )


def test_a_second_letter_is_shown_locked_and_never_made(counter: Counter, clock: Clock) -> None:
    code = counter.intake.receive(draft(BUSINESS), slip=False).dossier.code
    clock.set("2026-03-06T08:00")
    counter.handling.apologise(code, "Chờ xác minh", paper=False)
    clock.set("2026-03-12T08:00")
    (letter,) = counter.letters.waiting()
    assert letter.locked
    made = counter.letters.make([replace(letter, reason="Lần nữa")])
    assert made.codes == () and [trouble.code for _code, trouble in made.refused] == [code]
    assert len(counter.register.dossier(code).promises) == 2


def test_one_refused_letter_does_not_stop_the_others(counter: Counter, clock: Clock) -> None:
    first, second = (counter.intake.receive(draft(BUSINESS), slip=False).dossier.code for _ in range(2))
    clock.set("2026-03-06T08:00")
    bad, good = (replace(letter, reason="Chờ xác minh") for letter in counter.letters.waiting())
    made = counter.letters.make([replace(bad, new_date=bad.old_date), good])
    assert made.codes == (second,)
    assert isinstance(made.refused[0][1], NewDateNotLater) and made.refused[0][0] == first


def test_a_cancelled_press_keeps_what_was_recorded(counter: Counter, clock: Clock) -> None:
    for _ in range(3):
        counter.intake.receive(draft(BUSINESS), slip=False)
    clock.set("2026-03-06T08:00")
    drafts = [replace(letter, reason="Chờ xác minh") for letter in counter.letters.waiting()]
    seen: list[int] = []
    made = counter.letters.make(
        drafts, progress=lambda n, _of: seen.append(n), cancelled=lambda: len(seen) == 2
    )
    assert len(made.codes) == 2 and seen == [1, 2]
    assert len([letter for letter in counter.letters.waiting() if not letter.locked]) == 1


DEPUTY = Signer("Trần Quốc Việt", "PHÓ GIÁM ĐỐC", "KT. GIÁM ĐỐC")


def made(counter: Counter, clock: Clock, count: int = 2, **how: object) -> LettersMade:
    """Letters of dossiers received on Monday, written on Friday."""
    for _ in range(count):
        counter.intake.receive(draft(BUSINESS), slip=False)
    clock.set("2026-03-06T08:00")
    drafts = [replace(d, reason="Chờ xác minh") for d in counter.letters.waiting() if not d.locked]
    return counter.letters.make(drafts, **how)  # type: ignore[arg-type]


def test_the_law_wants_letters_for_the_late_and_on_the_last_day_only(counter: Counter, clock: Clock) -> None:
    late = counter.intake.receive(draft(BUSINESS), slip=False).dossier
    clock.set("2026-03-03T09:00")
    today = counter.intake.receive(draft(BUSINESS), slip=False).dossier
    clock.set("2026-03-04T09:00")
    monday = counter.intake.receive(draft(BUSINESS), slip=False).dossier
    clock.set("2026-03-06T08:30")
    found = {letter.code: letter for letter in counter.letters.waiting()}
    assert (found[late.code].why, found[late.code].must) == (LetterWhy.LATE, True)
    assert (found[today.code].why, found[today.code].must) == (LetterWhy.PASSED, False)
    assert (found[monday.code].why, found[monday.code].must) == (LetterWhy.TODAY, True)


def test_cancelled_letters_give_the_old_date_back_and_their_numbers_stay_used(
    counter: Counter, clock: Clock
) -> None:
    answer = made(counter, clock)
    before = [counter.register.dossier(code) for code in answer.codes]
    back = counter.letters.take_back(answer.codes)
    assert (back.codes, back.numbers, back.refused) == (answer.codes, ("01", "02"), ())
    for code, old in zip(answer.codes, before, strict=True):
        dossier = counter.register.dossier(code)
        assert dossier.apologies == ()
        assert dossier.appointment_at == old.apologies[0].old_date
        assert dossier.promise.reason is PromiseReason.UNDO
        assert dossier.events[-1].facts["number"] == old.apologies[0].number
    assert counter.letters.next_number() == 3
    assert not any(letter.locked for letter in counter.letters.waiting())
    assert counter.safekeeping.check().findings == ()


def test_a_letter_made_anew_after_a_cancelled_one_is_the_one_letter(counter: Counter, clock: Clock) -> None:
    answer = made(counter, clock, 1)
    counter.letters.take_back(answer.codes)
    (waiting,) = counter.letters.waiting()
    again = counter.letters.make([replace(waiting, reason="Tàu không chạy")], signer=DEPUTY)
    (letter,) = counter.register.dossier(answer.codes[0]).apologies
    assert (letter.number, letter.reason, letter.signer) == ("02", "Tàu không chạy", DEPUTY.name)
    clock.set("2026-03-20T08:00")
    assert [d.locked for d in counter.letters.waiting()] == [True]
    assert counter.letters.make([replace(waiting, reason="Lần nữa")]).codes == ()
    assert again.numbers == ("02",)
    assert counter.safekeeping.check().findings == ()


def test_as_it_was_on_a_day_knows_the_letter_that_stood_then(counter: Counter, clock: Clock) -> None:
    answer = made(counter, clock, 1)
    clock.set("2026-03-06T09:00")
    counter.letters.take_back(answer.codes)
    then = counter.register.as_of(answer.codes[0], datetime(2026, 3, 6, 8, 30))
    assert then is not None
    assert [letter.number for letter in then.apologies] == ["01"]


def test_a_letter_stands_when_more_has_happened_or_the_day_is_over(counter: Counter, clock: Clock) -> None:
    first, second = made(counter, clock).codes
    counter.handling.hand_over(first, "Phòng Kinh tế")
    back = counter.letters.take_back([first, second])
    assert back.codes == (second,)
    assert isinstance(back.refused[0][1], NothingToUndo)
    (waiting,) = (d for d in counter.letters.waiting() if not d.locked)
    other = counter.letters.make([replace(waiting, reason="Chờ")])
    clock.set("2026-03-07T08:00")
    late = counter.letters.take_back(other.codes)
    assert isinstance(late.refused[0][1], LetterWentOut)
    assert counter.register.dossier(second).apologies


def test_only_letters_that_stand_are_made_public(counter: Counter, clock: Clock, tmp_path: Path) -> None:
    answer = made(counter, clock)
    counter.letters.take_back(answer.codes)
    period = Period(date(2026, 3, 1), date(2026, 3, 31))
    assert counter.exchange.publish(tmp_path / "none", period).apologies == 0
    again = [replace(d, reason="Sóng lớn") for d in counter.letters.waiting()[:1]]
    counter.letters.make(again)
    found = counter.exchange.publish(tmp_path / "one", period)
    assert found.apologies == 1
    assert "Sóng lớn" in found.page.read_text("utf-8")
    assert "Chờ xác minh" not in found.page.read_text("utf-8")


def test_the_first_letter_of_a_year_may_follow_those_written_by_hand(counter: Counter, clock: Clock) -> None:
    assert made(counter, clock, 2, first=45).numbers == ("45", "46")
    assert counter.letters.next_number() == 47


def test_a_number_used_or_one_that_leaves_a_gap_is_refused_before_anything_is_recorded(
    counter: Counter, clock: Clock
) -> None:
    answer = made(counter, clock, 1)
    counter.letters.take_back(answer.codes)
    drafts = [replace(d, reason="Chờ") for d in counter.letters.waiting()]
    with pytest.raises(LetterNumberTaken) as taken:
        counter.letters.make(drafts, first=1)
    assert (taken.value.next, taken.value.code, taken.value.field) == (2, answer.codes[0], "number")
    with pytest.raises(LetterNumberSkips):
        counter.letters.make(drafts, first=5)
    with pytest.raises(LetterNumberSkips):
        counter.letters.check_first(3)
    assert counter.register.dossier(answer.codes[0]).apologies == ()
    assert counter.letters.make(drafts, first=2).numbers == ("02",)


def test_each_year_begins_its_own_series(counter: Counter, clock: Clock) -> None:
    made(counter, clock, 1)
    clock.set("2027-01-04T08:00")
    assert counter.letters.next_number() == 1


def test_the_letter_bears_the_signer_chosen_and_keeps_him(counter: Counter, clock: Clock) -> None:
    assert counter.letters.keep_signer(Signer(" Trần  Quốc Việt ", "PHÓ GIÁM ĐỐC", "KT. GIÁM ĐỐC")) == DEPUTY
    assert DEPUTY in counter.letters.signers()
    answer = made(counter, clock, 1, signer=DEPUTY)
    assert answer.pdf is not None
    drawn = counter.paper.text_of(answer.pdf.read_bytes())
    again = counter.paper.text_of(counter.paper.draw(counter.register.dossier(answer.codes[0]), "apology"))
    for text in (drawn, again):
        assert "KT. GIÁM ĐỐC" in text and "Trần Quốc Việt" in text
        assert "Nguyễn Văn Mẫu" not in text


@pytest.mark.parametrize("signer", [Signer("", "GIÁM ĐỐC"), Signer("Trần Quốc Việt", " ")])
def test_a_signer_has_a_name_and_a_title(counter: Counter, signer: Signer) -> None:
    with pytest.raises(BadValue):
        counter.letters.keep_signer(signer)


def test_a_draft_says_that_it_is_one_and_gives_no_reason_nobody_chose(counter: Counter, clock: Clock) -> None:
    code = counter.intake.receive(draft(BUSINESS), slip=False).dossier.code
    text = counter.paper.text_of(counter.letters.preview(counter.register.dossier(code), signer=DEPUTY))
    assert text.count("DỰ THẢO") == 1 and "Số: ……/" in text and "Trần Quốc Việt" in text
    assert not any(reason in text for reason in counter.letters.reasons())
    counter.handling.apologise(code, "Chờ xác minh", paper=False)
    final = counter.paper.text_of(counter.letters.preview(counter.register.dossier(code)))
    assert "DỰ THẢO" not in final and "Số: 01" in final


def test_the_dossiers_story_tells_the_letter_and_that_it_was_cancelled(
    counter: Counter, clock: Clock
) -> None:
    answer = made(counter, clock, 1)
    counter.letters.take_back(answer.codes)
    told = [(e.move, e.facts.get("number")) for e in counter.register.dossier(answer.codes[0]).events[-2:]]
    assert told == [(Move.APOLOGISE, "01"), (Move.UNDO, "01")]


def test_the_register_book_notes_the_number_of_a_cancelled_letter(
    counter: Counter, clock: Clock, tmp_path: Path
) -> None:
    _first, second = made(counter, clock).codes
    counter.letters.take_back([second])
    counter.books.register_book(tmp_path / "book.pdf", 2026)
    text = " ".join(counter.paper.text_of((tmp_path / "book.pdf").read_bytes()).split())
    assert "Hủy thư xin lỗi số 02" in text
    assert "Hủy thư xin lỗi số 01" not in text
    assert text.count("Đã xin lỗi, hẹn lại") == 1


def test_a_cancelled_letter_and_the_one_after_it_travel_to_another_counter(
    machines: Machines, clock: Clock
) -> None:
    here, there = machines("", "")
    answer = made(here, clock, 1)
    carry(here, there)
    clock.set("2026-03-06T09:00")
    here.letters.take_back(answer.codes)
    here.letters.make([replace(here.letters.waiting()[0], reason="Tàu không chạy")], signer=DEPUTY)
    assert carry(here, there).conflicts == 0
    (letter,) = there.register.dossier(answer.codes[0]).apologies
    assert (letter.number, letter.reason, letter.signer) == ("02", "Tàu không chạy", DEPUTY.name)
    assert there.safekeeping.check().findings == ()


def test_a_letter_drawn_again_on_another_day_has_the_date_and_words_it_was_written_with(
    counter: Counter, clock: Clock
) -> None:
    code = counter.intake.receive(draft(BUSINESS), slip=False).dossier.code
    clock.set("2026-03-04T09:00")
    counter.handling.apologise(code, "Chờ xác minh", paper=False)
    clock.set("2026-03-20T09:00")
    drawn = counter.paper.draw(counter.register.dossier(code), "apology", reprint=True)
    text = " ".join(counter.paper.text_of(drawn).split())
    assert "ngày 04 tháng 3 năm 2026" in text
    assert "dự kiến không trả được kết quả" in text
    assert "20/03/2026" in text.partition("BẢN IN LẠI")[2], "and says when it was drawn again"
