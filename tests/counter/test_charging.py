"""Fees that are not simply what the rules give, and receipts that were a mistake."""

from datetime import date, timedelta

import pypdfium2
import pytest
from tests.counter_fixtures import Clock, draft

from motcua_desktop.counter.charging import CopyLine, FeeChange, changed, copying_fees, waived
from motcua_desktop.counter.counter import Counter
from motcua_desktop.domain.errors import MoveNotAllowed, ReasonMissing
from motcua_desktop.domain.fees import FeeKind, FeeLine, total
from motcua_desktop.domain.lifecycle import Move, Status

ON = date(2026, 3, 2)
CHARGE = FeeLine("Lệ phí hộ tịch", FeeKind.CHARGE, 8_000, confirmed=False)


@pytest.mark.parametrize(
    ("pages", "copies", "cost"),
    [(1, 1, 2_000), (2, 1, 4_000), (3, 1, 5_000), (4, 3, 18_000), (500, 2, 400_000)],
)
def test_a_certified_copy_costs_by_its_pages_up_to_the_cap(
    counter: Counter, pages: int, copies: int, cost: int
) -> None:
    procedure = counter.catalogue.procedure("2.000815")
    fees = copying_fees(procedure, (CopyLine("Học bạ", pages, copies),), "direct", ON)
    assert fees is not None
    assert total(fees) == cost
    assert f"Học bạ ({pages} trang, {copies} bản sao)" in fees[0].name


def test_a_waived_fee_keeps_its_name_and_says_why() -> None:
    (line,) = waived((CHARGE,), "Hộ nghèo")
    assert (line.amount, line.kind, line.words) == (0, FeeKind.CHARGE, "Lệ phí hộ tịch (miễn: Hộ nghèo)")


def test_a_changed_fee_says_what_it_was_and_the_same_amount_says_nothing() -> None:
    assert changed(CHARGE, 4_000, "NQ 05").words == "Lệ phí hộ tịch (giảm từ 8.000 đ: NQ 05)"
    assert changed(CHARGE, 10_000, "NQ 05").words == "Lệ phí hộ tịch (thu theo: NQ 05)"
    assert changed(CHARGE, 8_000, "NQ 05") == CHARGE


def test_amounts_decided_one_by_one_hold_only_for_what_they_were_decided_on() -> None:
    decided = FeeChange((CHARGE,), (changed(CHARGE, 0, "Trẻ em"),), "Trẻ em")
    other = (FeeLine("Lệ phí hộ tịch", FeeKind.CHARGE, 4_000),)
    assert total(decided.applied((CHARGE,))) == 0
    assert decided.applied(other) == other
    assert total(FeeChange((CHARGE,), (), "Trẻ em", waived=True).applied(other)) == 0


def test_a_waived_fee_is_kept_in_the_dossier_and_printed_with_its_ground(counter: Counter) -> None:
    lines = waived((CHARGE,), "Hộ nghèo")
    dossier = counter.intake.receive(draft(fees=lines)).dossier
    assert counter.register.dossier(dossier.code).fees == lines
    with pypdfium2.PdfDocument(counter.paper.draw(dossier, "receipt", copies=1)) as pdf:
        words = " ".join(pdf[0].get_textpage().get_text_range().split())
    assert "Lệ phí hộ tịch (miễn: Hộ nghèo) 0 đ" in words


# ---------------------------------------------------------------- taken back
def test_a_receipt_taken_back_is_withdrawn_and_its_number_is_not_given_again(counter: Counter) -> None:
    first = counter.intake.receive(draft()).dossier
    done = counter.intake.take_back(first.code, "Nhận nhầm").dossier
    assert done.status is Status.WITHDRAWN
    assert done.events[-1].facts["mistake"] == "1"
    second = counter.intake.receive(draft()).dossier
    assert (first.code[-4:], second.code[-4:]) == ("0001", "0002")


def test_taking_a_receipt_back_needs_a_reason(counter: Counter) -> None:
    dossier = counter.intake.receive(draft()).dossier
    with pytest.raises(ReasonMissing):
        counter.intake.take_back(dossier.code, "  ")


def test_a_dossier_that_went_on_is_not_taken_back(counter: Counter) -> None:
    dossier = counter.intake.receive(draft()).dossier
    counter.handling.hand_over(dossier.code, "Phòng Văn hóa – Xã hội")
    with pytest.raises(MoveNotAllowed) as refused:
        counter.intake.take_back(dossier.code, "Nhận nhầm")
    assert refused.value.move == Move.UNDO
    assert counter.register.dossier(dossier.code).status is Status.IN_PROCESS


def test_a_receipt_of_another_day_is_not_taken_back(counter: Counter, clock: Clock) -> None:
    dossier = counter.intake.receive(draft()).dossier
    clock.now += timedelta(days=1)
    with pytest.raises(MoveNotAllowed):
        counter.intake.take_back(dossier.code, "Nhận nhầm")
