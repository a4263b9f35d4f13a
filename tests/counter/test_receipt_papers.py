"""The receipt (form 01) names what the office keeps: no card that was only shown, and what came later too."""

from dataclasses import replace

from tests.counter_fixtures import Clock, draft

from motcua_desktop.counter.counter import Counter
from motcua_desktop.domain import handed_in
from motcua_desktop.domain.dossier import Dossier

MARRIAGE, CARD = "1.000894", 3
LEASE = "Bản sao hợp đồng thuê nhà"


def receipt_text(counter: Counter, dossier: Dossier) -> str:
    """The words of the slip without its line breaks."""
    return " ".join(counter.paper.text_of(counter.paper.draw(dossier, "receipt", copies=1)).split())


def table_of(text: str) -> str:
    return text[text.index("1. Thành phần hồ sơ") : text.index("2. Số lượng hồ sơ")]


def test_the_identity_card_of_a_couple_is_seen_and_given_back_not_received(counter: Counter) -> None:
    dossier = counter.intake.receive(draft(MARRIAGE), slip=False).dossier
    assert CARD in {paper.number for paper in dossier.papers}
    table = table_of(receipt_text(counter, dossier))
    assert "2 Đã xem, trả lại: Hộ chiếu/Thẻ căn cước" in table
    assert table.count("Bản chính") == 1, "the application alone lies with the office"
    assert [paper.number for paper in handed_in.kept(dossier)] == [2]


def test_a_card_read_from_the_data_base_was_not_shown(counter: Counter) -> None:
    dossier = counter.intake.receive(draft(MARRIAGE, from_data=(CARD,)), slip=False).dossier
    table = table_of(receipt_text(counter, dossier))
    assert "Đã xem, trả lại" not in table
    assert "khai thác từ dữ liệu đã có" in table


def test_the_receipt_after_a_supplement_lists_what_was_brought_with_its_day(
    counter: Counter, clock: Clock
) -> None:
    code = counter.intake.receive(draft("1.001612"), slip=False).dossier.code
    clock.set("2026-03-03T09:00")
    asked = counter.handling.ask_supplement(code, f"{LEASE}\nẢnh mặt tiền", "Chưa có địa điểm").dossier
    assert LEASE not in table_of(receipt_text(counter, asked)), "asked for is not brought"
    clock.set("2026-03-05T10:00")
    whole = counter.handling.complete(code).dossier
    table = table_of(receipt_text(counter, whole))
    assert f"2 {LEASE} (bổ sung ngày 05/03/2026) Bản sao 01" in table
    assert "3 Ảnh mặt tiền (bổ sung ngày 05/03/2026) – 01" in table


def test_a_paper_of_the_list_brought_later_is_counted_as_the_list_counts_it(
    counter: Counter, clock: Clock
) -> None:
    procedure = counter.catalogue.procedure("1.001612")
    proxy = next(c for c in procedure.components if c.number == 8)
    code = counter.intake.receive(draft("1.001612"), slip=False).dossier.code
    counter.handling.ask_supplement(code, proxy.name, "Nhiều thành viên")
    clock.set("2026-03-04T10:00")
    (line,) = handed_in.later(counter.handling.complete(code).dossier)
    assert line.component == proxy
    assert (line.component.originals, line.component.copies) == (0, 1)


def test_a_supplement_taken_back_was_not_brought(counter: Counter, clock: Clock) -> None:
    code = counter.intake.receive(draft("1.001612"), slip=False).dossier.code
    counter.handling.ask_supplement(code, LEASE, "Chưa có địa điểm")
    clock.set("2026-03-04T10:00")
    whole = counter.handling.complete(code).dossier
    assert len(handed_in.later(whole)) == 1
    undone = replace(whole, supplements=(replace(whole.supplements[0], completed_at=None),))
    assert handed_in.later(undone) == ()
