"""A fee not taken yet is "chưa thu": on the slip, in the register book, to the portal, until it is paid."""

import json

import pytest
from tests.counter_fixtures import Clock, draft

from motcua_desktop.counter.counter import Counter
from motcua_desktop.counter.exporting import day_records
from motcua_desktop.domain.dossier import Dossier
from motcua_desktop.domain.errors import BadValue
from motcua_desktop.domain.fees import FeeKind, FeeLine, owed
from motcua_desktop.persistence import book

FEE = (FeeLine("Lệ phí đăng ký", FeeKind.CHARGE, 50_000),)


def received(counter: Counter, paid_by: str) -> Dossier:
    return counter.intake.receive(draft("1.001612", fees=FEE, paid_by=paid_by), slip=False).dossier


def slip(counter: Counter, dossier: Dossier) -> str:
    return " ".join(counter.paper.text_of(counter.paper.draw(dossier, "receipt", copies=1)).split())


def portal_record(counter: Counter, dossier: Dossier) -> dict[str, object]:
    start = dossier.received_at.replace(hour=0, minute=0)
    with counter._desk.database.read() as connection:
        (record,) = day_records(counter._desk, connection, start, start.replace(hour=23))
    return record


def test_the_slip_says_what_is_owed_and_what_was_paid(counter: Counter) -> None:
    assert "50.000 đ (chưa thu)" in slip(counter, received(counter, "none"))
    assert "50.000 đ (đã thu bằng tiền mặt)" in slip(counter, received(counter, "cash"))


def test_the_register_book_names_what_is_owed(counter: Counter) -> None:
    received(counter, "none")
    received(counter, "cash")
    with counter._desk.database.read() as connection:
        debts = [json.loads(row.owed) for row in book.rows(connection, 2026)]
    assert [sum(line["amount"] for line in lines) for lines in debts] == [50_000, 0]


def test_the_portal_is_told_of_money_only_when_it_was_paid(counter: Counter) -> None:
    record = portal_record(counter, received(counter, "none"))
    assert record["DanhSachLePhi"] == []
    assert record["GhiChu"] == "Chưa thu phí, lệ phí 50.000 đ"


def test_the_portal_is_told_of_what_was_paid(counter: Counter) -> None:
    record = portal_record(counter, received(counter, "transfer"))
    assert [line["Gia"] for line in record["DanhSachLePhi"]] == ["50000"]  # type: ignore[attr-defined]
    assert record["GhiChu"] == ""


def test_what_is_owed_is_paid_when_the_result_is_returned_and_owed_again_when_that_is_undone(
    counter: Counter, clock: Clock
) -> None:
    code = received(counter, "none").code
    clock.set("2026-03-04T09:00")
    counter.handling.result_ready(code)
    back = counter.handling.give_back(code, "Dương Thị Mỹ Linh", paid_by="cash").dossier
    assert back.paid_by == "cash"
    assert back.events[-1].facts["paid"] == "50000"
    assert owed(back.fees, back.paid_by) == 0
    undone = counter.handling.undo(code).dossier
    assert owed(undone.fees, undone.paid_by) == 50_000
    assert counter.safekeeping.check().findings == ()


def test_returning_a_result_says_nothing_of_a_fee_that_was_paid_before(counter: Counter) -> None:
    code = received(counter, "transfer").code
    counter.handling.result_ready(code)
    back = counter.handling.give_back(code, "Dương Thị Mỹ Linh", paid_by="cash").dossier
    assert back.paid_by == "transfer"
    assert "paid" not in back.events[-1].facts


def test_an_unknown_way_of_paying_is_refused(counter: Counter) -> None:
    code = received(counter, "none").code
    counter.handling.result_ready(code)
    with pytest.raises(BadValue):
        counter.handling.give_back(code, "Dương Thị Mỹ Linh", paid_by="gold")
