"""Papers are drawn after the commit, kept by year and month, and marked when printed again."""

from dataclasses import replace
from pathlib import Path

import pytest
from tests.counter_fixtures import Clock, draft

from motcua_desktop.counter.counter import Counter, open_counter
from motcua_desktop.domain.dossier import Office, Officer
from motcua_desktop.domain.lifecycle import Role
from motcua_desktop.domain.paper_errors import MissingFact, MissingSigner
from motcua_desktop.say import say


def test_a_receipt_is_kept_under_year_and_month_and_can_be_opened_again(counter: Counter) -> None:
    received = counter.intake.receive(draft())
    assert received.slip is not None and received.slip_trouble == ""
    assert received.slip.parent == counter.folder / "papers" / "2026" / "03"
    (printed,) = counter.register.dossier(received.dossier.code).printed
    text = counter.paper.text_of(counter.paper.kept(printed).read_bytes())
    assert received.dossier.code in text and "Dương Thị Mỹ Linh" in text


def test_a_second_receipt_is_a_reprint_but_a_new_promise_is_not(counter: Counter, clock: Clock) -> None:
    code = counter.intake.receive(draft("1.001612")).dossier.code
    clock.set("2026-03-02T09:00")
    counter.paper.issue(counter.register.dossier(code), "receipt")
    assert [paper.reprint for paper in counter.register.dossier(code).printed] == [False, True]
    counter.handling.ask_supplement(code, "Bản sao căn cước", "Bản chụp mờ")
    clock.set("2026-03-03T09:00")
    counter.handling.complete(code)
    receipts = [p for p in counter.register.dossier(code).printed if p.form == "receipt"]
    assert [paper.reprint for paper in receipts] == [False, True, False]


def test_paper_trouble_never_undoes_the_receipt(counter: Counter) -> None:
    (counter.folder / "papers").write_text("a file where the folder should be")
    received = counter.intake.receive(draft())
    assert received.slip is None and received.slip_trouble
    assert counter.register.dossier(received.dossier.code).code == received.dossier.code


def test_a_letter_nobody_can_sign_is_refused_before_it_takes_the_one_re_appointment(
    counter: Counter, clock: Clock
) -> None:
    code = counter.intake.receive(draft("1.001612"), slip=False).dossier.code
    counter.office.set_up(Office(name="UBND ĐẶC KHU LÝ SƠN", place="Lý Sơn", agency_id="H48.25.12"))
    clock.set("2026-03-06T08:00")
    with pytest.raises(MissingSigner):
        counter.handling.apologise(code, "Chờ xác minh", paper=False)
    drafts = [replace(one, reason="Chờ xác minh") for one in counter.letters.waiting()]
    with pytest.raises(MissingSigner):
        counter.letters.make(drafts, first=45)
    with pytest.raises(MissingSigner):
        counter.letters.preview(counter.register.dossier(code), "Chờ xác minh")
    assert counter.register.dossier(code).apologies == ()
    assert counter.letters.next_number() == 1


def test_an_office_edition_with_a_mistake_is_named_and_stops_no_other(counter: Counter) -> None:
    own = counter.folder / "forms" / "QĐ 750"
    own.mkdir(parents=True)
    (own / "edition.json").write_text("{", encoding="utf-8")
    broken = [line for line in counter.paper.choices.editions() if line.trouble is not None]
    assert "edition.json" in str(vars(broken[0].trouble))
    assert counter.intake.receive(draft()).slip is not None


def test_nothing_is_printed_in_other_words_than_the_chosen_ones(counter: Counter) -> None:
    own = counter.folder / "forms" / "qd750"
    own.mkdir(parents=True)
    head = '{"name": "qd750", "title": "QĐ 750", "source": "QĐ 750", "base": "2025"'
    (own / "edition.json").write_text(head + "}", encoding="utf-8")
    counter.office.set("form_edition", "qd750")
    assert counter.intake.receive(draft()).slip is not None
    (own / "edition.json").write_text(head, encoding="utf-8")
    received = counter.intake.receive(draft())
    assert received.slip is None and "edition.json" in received.slip_trouble


def test_the_register_book_lists_every_dossier_of_the_year(counter: Counter, tmp_path: Path) -> None:
    codes = [counter.intake.receive(draft(), slip=False).dossier.code for _ in range(5)]
    out = tmp_path / "so.pdf"
    assert counter.books.register_book(out, 2026) == 5
    text = counter.paper.text_of(out.read_bytes()).replace("\r\n", "").replace("\n", "")
    assert all(code in text for code in codes)
    assert counter.books.register_book(tmp_path / "empty.pdf", 2025) == 0


def _another(counter: Counter, clock: Clock) -> Counter:
    """The same office with somebody else at the desk."""
    counter.close()
    return open_counter(counter.folder, now=clock, officer=Officer("Phạm Quốc Mẫu", Role.ADMIN))


def test_a_receipt_drawn_again_keeps_its_day_and_who_received_and_says_it_is_a_second_printing(
    counter: Counter, clock: Clock
) -> None:
    code = counter.intake.receive(draft("1.001612")).dossier.code
    clock.set("2026-03-04T09:00")
    counter = _another(counter, clock)
    dossier = counter.register.dossier(code)
    for pdf in (counter.paper.copy(dossier, "receipt"), counter.paper.issue(dossier, "receipt").read_bytes()):
        text = counter.paper.text_of(pdf)
        assert "Lý Sơn, ngày 02 tháng 3 năm 2026" in text and "ngày 04 tháng 3" not in text
        assert "Bùi Thị Hạnh" in text and "Phạm Quốc Mẫu" not in text
        assert "BẢN IN LẠI – 09:00 04/03/2026" in text
    counter.close()


def test_a_receipt_never_printed_bears_no_mark_of_a_second_printing(counter: Counter) -> None:
    dossier = counter.intake.receive(draft(), slip=False).dossier
    assert "IN LẠI" not in counter.paper.text_of(counter.paper.copy(dossier, "receipt"))


def test_a_request_for_papers_drawn_again_keeps_its_day_and_who_asked(counter: Counter, clock: Clock) -> None:
    code = counter.intake.receive(draft("1.001612")).dossier.code
    clock.set("2026-03-03T09:00")
    counter.handling.ask_supplement(code, "Bản sao căn cước", "Bản chụp mờ")
    clock.set("2026-03-05T09:00")
    counter = _another(counter, clock)
    text = counter.paper.text_of(counter.paper.copy(counter.register.dossier(code), "supplement"))
    assert "ngày 03 tháng 3 năm 2026" in text and "Bùi Thị Hạnh" in text
    assert "Phạm Quốc Mẫu" not in text and "BẢN IN LẠI" in text
    counter.close()


def test_a_result_that_is_not_there_is_not_said_to_be_returned(counter: Counter) -> None:
    code = counter.intake.receive(draft("1.001612"), slip=False).dossier.code
    with pytest.raises(MissingFact) as refused:
        counter.paper.draw(counter.register.dossier(code), "return")
    assert "kết quả" in say(refused.value)
    counter.handling.result_ready(code)
    counter.handling.give_back(code)
    counter.paper.draw(counter.register.dossier(code), "return")
