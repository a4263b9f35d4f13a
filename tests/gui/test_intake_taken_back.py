"""Ctrl+Z after F12 and Ctrl+R after what was no receipt: neither touches the wrong dossier."""

from PySide6.QtCore import Qt
from tests.counter_fixtures import draft
from tests.gui.hands import CTRL, Hands
from tests.gui.intake_desk import CARD, OTHER_CARD, choose, hands, kept, page_of, window

from motcua_desktop.counter.counter import Counter
from motcua_desktop.domain.lifecycle import Status
from motcua_desktop.gui.main_window import MainWindow
from motcua_desktop.gui.reprint import _newest_slip

__all__ = ["hands", "window"]
KEY = Qt.Key


def receive(hands: Hands) -> None:
    choose(hands, "sy")
    hands.scan(CARD)
    hands.press(KEY.Key_F12)


def test_with_the_next_person_on_the_form_it_takes_a_second_ctrl_z_to_cancel(
    hands: Hands, window: MainWindow, counter: Counter
) -> None:
    receive(hands)
    choose(hands, "ks")
    hands.scan(OTHER_CARD)
    hands.press(KEY.Key_Z, CTRL)
    (dossier,) = kept(counter)
    assert dossier.status is Status.RECEIVED
    told = window.toast._words.text()
    assert dossier.short_code in told and "Nguyễn Thị Thu Thảo" in told
    hands.press(KEY.Key_Z, CTRL)
    assert kept(counter)[0].status is Status.WITHDRAWN
    assert page_of(window).form.typed().person.name == "Phạm Văn Diễm"


def test_on_an_empty_form_one_ctrl_z_cancels_and_brings_back_what_was_typed(
    hands: Hands, window: MainWindow, counter: Counter
) -> None:
    receive(hands)
    hands.press(KEY.Key_Z, CTRL)
    assert kept(counter)[0].status is Status.WITHDRAWN
    assert page_of(window).form.typed().person.name == "Nguyễn Thị Thu Thảo"


def test_the_slip_printed_again_is_the_last_that_stands(
    hands: Hands, window: MainWindow, counter: Counter
) -> None:
    stands = counter.intake.receive(draft("2.000815")).dossier
    taken_back = counter.intake.receive(draft("2.000815")).dossier
    counter.intake.take_back(taken_back.code, "Nhận nhầm, hủy tại quầy")
    looked_at = counter.online.register(draft("1.001193")).dossier
    refused = counter.online.not_accept(looked_at.code, "Không thuộc thẩm quyền").dossier
    assert refused.received_at >= taken_back.received_at >= stands.received_at
    answer = _newest_slip(counter)
    assert answer is not None and answer[1] == stands.short_code


def test_without_a_receipt_that_stands_there_is_no_slip_to_print_again(
    hands: Hands, window: MainWindow, counter: Counter
) -> None:
    taken_back = counter.intake.receive(draft("2.000815")).dossier
    counter.intake.take_back(taken_back.code, "Nhận nhầm, hủy tại quầy")
    assert _newest_slip(counter) is None
