"""Receiving at the counter by keys alone, with a real counter behind the page."""

from datetime import datetime
from pathlib import Path

import pytest
from tests.counter_fixtures import Clock
from tests.gui.hands import ALT, CTRL, Hands
from tests.gui.intake_desk import CARD, KEY, OTHER_CARD, choose, hands, kept, page_of, previewed, window

from motcua_desktop.counter.counter import Counter
from motcua_desktop.domain.fees import total
from motcua_desktop.gui.main_window import MainWindow


# ---------------------------------------------------------------- the two budgets
def test_a_birth_registration_with_a_card_scan_takes_at_most_thirty_keys(
    hands: Hands, counter: Counter
) -> None:
    choose(hands, "ks")
    hands.scan(CARD)
    hands.press(KEY.Key_Return)
    hands.type("Lê Gia Hân")
    hands.press(KEY.Key_Space, CTRL)
    hands.press(KEY.Key_F12)
    (dossier,) = kept(counter)
    assert dossier.procedure.code == "1.001193"
    assert dossier.applicant.name == "Nguyễn Thị Thu Thảo"
    assert dossier.applicant.birth == "1997-03-14"
    assert dossier.subject == "Khai sinh cho Lê Gia Hân"
    assert {paper.number for paper in dossier.papers} == {1, 3, 4}
    assert hands.keys <= 30


def test_a_repeated_certified_copy_takes_at_most_eight_keys(hands: Hands, counter: Counter) -> None:
    choose(hands, "sy")
    hands.scan(CARD)
    hands.press(KEY.Key_F12)
    hands.window.go("register")
    assert hands.window.tasks.wait_idle()
    hands.keys = 0
    hands.press(KEY.Key_F11)
    hands.scan(OTHER_CARD)
    hands.type("4")
    hands.press(KEY.Key_Tab)
    hands.type("3")
    hands.press(KEY.Key_F12)
    newest, first = kept(counter)
    assert newest.applicant.name == "Phạm Văn Diễm"
    assert newest.procedure.code == first.procedure.code == "2.000815"
    assert (newest.pages, newest.copies, total(newest.fees)) == (4, 3, 18_000)
    assert hands.keys <= 8


# ---------------------------------------------------------------- receiving
def test_after_f12_the_form_is_empty_and_the_cursor_in_procedure(
    hands: Hands, window: MainWindow, counter: Counter
) -> None:
    choose(hands, "sy")
    hands.scan(CARD)
    hands.press(KEY.Key_F12)
    form = page_of(window).form
    assert form.typed().is_empty
    assert window.focusWidget() is form.procedure.edit
    assert kept(counter)[0].short_code in window.toast._words.text()
    assert "17:00" in window.toast._words.text()


def test_f12_pressed_twice_receives_once(hands: Hands, window: MainWindow, counter: Counter) -> None:
    choose(hands, "sy")
    hands.scan(CARD)
    page = page_of(window)
    typed = page.form.typed()
    page.receiving.receive()
    page.receiving.receive()
    assert window.tasks.wait_idle()
    page.fill(typed, "")  # even the same draft brought back is the same dossier
    page.receiving.receive()
    assert window.tasks.wait_idle()
    assert len(kept(counter)) == 1


def test_the_slip_is_shown_where_there_is_no_printer_and_goes_with_the_next_dossier(
    hands: Hands, window: MainWindow
) -> None:
    choose(hands, "sy")
    hands.scan(CARD)
    hands.press(KEY.Key_F12)
    panel = page_of(window).form.panel
    assert panel.form is not None
    choose(hands, "ks")
    assert panel.form is None


def test_trouble_with_the_paper_leaves_the_dossier_received(
    hands: Hands, window: MainWindow, counter: Counter, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_disk(*_args: object, **_facts: object) -> Path:
        raise OSError(28, "no space", "papers")

    monkeypatch.setattr(counter.paper, "issue", no_disk)
    choose(hands, "sy")
    hands.scan(CARD)
    hands.press(KEY.Key_F12)
    assert len(kept(counter)) == 1
    assert window._bars.count() == 1


# ---------------------------------------------------------------- what stops it, what only warns
def test_nothing_chosen_is_said_in_procedure(hands: Hands, window: MainWindow, counter: Counter) -> None:
    hands.press(KEY.Key_F12)
    form = page_of(window).form
    assert form.procedure.state == "error"
    assert window.focusWidget() is form.procedure.edit
    assert kept(counter) == []


def test_a_missing_name_is_said_beside_it_and_nothing_is_lost(
    hands: Hands, window: MainWindow, counter: Counter
) -> None:
    choose(hands, "sy")
    form = page_of(window).form
    form.person.phone.edit.setFocus()
    hands.type("0905123456")
    hands.press(KEY.Key_F12)
    hands.until(lambda: window.focusWidget() is form.person.name.edit)
    assert form.person.name.state == "error"
    assert form.typed().person.phone == "0905123456"
    assert kept(counter) == []


def test_missing_papers_are_named_in_their_card(hands: Hands, window: MainWindow, counter: Counter) -> None:
    choose(hands, "ks")
    hands.scan(CARD)
    hands.press(KEY.Key_F12)
    form = page_of(window).form
    assert form.papers.sentence.isVisible()
    assert "thiếu giấy 1, 2, 3" in form.papers.sentence.text()
    assert "Điều 17" in form.papers.sentence.text()
    assert "Giấy chứng sinh" in form.papers.sentence.toolTip()
    assert kept(counter) == []
    hands.press(KEY.Key_Space, CTRL)
    hands.press(KEY.Key_F12)
    assert len(kept(counter)) == 1


def test_an_id_with_eleven_digits_is_refused_once_the_field_is_left(hands: Hands, window: MainWindow) -> None:
    choose(hands, "sy")
    form = page_of(window).form
    assert window.focusWidget() is form.person.id.edit
    hands.type("05119700012")
    previewed(hands)
    assert form.person.id.state == ""
    hands.press(KEY.Key_Return)
    hands.type("Lê")
    hands.until(lambda: form.person.id.state == "error")
    assert "đang có 11" in form.person.id.sentence.text()


def test_a_short_telephone_number_warns_and_is_received(
    hands: Hands, window: MainWindow, counter: Counter
) -> None:
    choose(hands, "sy")
    hands.scan(CARD)
    hands.type("09051234")
    form = page_of(window).form
    hands.until(lambda: form.person.phone.state == "warning")
    assert "vẫn nhận được" in form.person.phone.sentence.text()
    hands.press(KEY.Key_F12)
    assert len(kept(counter)) == 1


def test_an_unknown_word_says_so_and_chooses_nothing(hands: Hands, window: MainWindow) -> None:
    form = page_of(window).form
    hands.type("xyzxyz")
    hands.until(lambda: form.procedure.state == "error")
    assert form.procedure.value is None


# ---------------------------------------------------------------- the promise
def test_the_due_date_stands_with_its_reason_and_follows_the_clock(
    hands: Hands, window: MainWindow, clock: Clock
) -> None:
    form = page_of(window).form
    choose(hands, "sy")
    hands.until(lambda: form.promise.time.text() == "17:00")
    assert form.promise.day.text() == "hôm nay, thứ Hai 02/03"
    clock.set("2026-03-02T15:12")
    page_of(window)._minute_passed()
    hands.until(lambda: form.promise.day.text() == "thứ Ba 03/03/2026")
    assert "15:00" in form.promise.why.text()


def test_an_earlier_date_is_promised_and_a_later_one_is_not(
    hands: Hands, window: MainWindow, counter: Counter
) -> None:
    choose(hands, "tthn")
    hands.scan(CARD)
    hands.press(KEY.Key_Space, CTRL)
    hands.press(KEY.Key_H, CTRL)
    hands.type("16:00 20/03")
    hands.press(KEY.Key_F12)
    assert page_of(window).side is not None
    for _letter in range(11):
        hands.press(KEY.Key_Backspace)
    hands.type("16:00 04/03")
    hands.press(KEY.Key_F12)
    assert page_of(window).side is None
    hands.press(KEY.Key_F12)
    (dossier,) = kept(counter)
    assert dossier.appointment_at == datetime(2026, 3, 4, 16)
    assert dossier.due_at is not None and dossier.due_at > dossier.appointment_at


def test_a_procedure_without_a_term_takes_one_with_its_reason(
    hands: Hands, window: MainWindow, counter: Counter
) -> None:
    choose(hands, "hn")
    hands.scan(CARD)
    hands.press(KEY.Key_Space, CTRL)
    form = page_of(window).form
    previewed(hands)
    assert form.promise.time.text() == "--:--"
    form.promise.term.edit.setFocus()
    hands.type("5")
    hands.press(KEY.Key_F12)
    assert form.promise.reason.state == "error"
    assert kept(counter) == []
    form.promise.reason.edit.setFocus()
    hands.type("Quyết định 12/QĐ-UBND")
    hands.press(KEY.Key_F12)
    (dossier,) = kept(counter)
    assert dossier.appointment_at == datetime(2026, 3, 9, 8)
    assert dossier.term_reason == "Quyết định 12/QĐ-UBND"


# ---------------------------------------------------------------- papers and copies
def test_digits_tick_papers_and_the_badge_counts_them(hands: Hands, window: MainWindow) -> None:
    choose(hands, "ks")
    form = page_of(window).form
    form.papers.list.setFocus()
    hands.type("1")
    assert form.papers.badge.text() == "có 1 trên 3"
    hands.press(KEY.Key_Space, CTRL)
    assert form.papers.badge.text() == "đủ 3 trên 3"


def test_papers_for_another_channel_only_are_not_listed(hands: Hands, window: MainWindow) -> None:
    choose(hands, "ks")
    form = page_of(window).form
    names = [line.name for line in form.papers.list.lines()]
    assert not any("điện tử tương tác" in name for name in names)


def test_several_papers_are_copied_on_one_slip(hands: Hands, window: MainWindow, counter: Counter) -> None:
    choose(hands, "sy")
    hands.scan(CARD)
    page_of(window).form.copies.start().setFocus()
    hands.type("4")
    hands.press(KEY.Key_Tab)
    hands.type("3")
    hands.press(KEY.Key_2, ALT)
    hands.press(KEY.Key_Return, CTRL)
    hands.type("Bằng tốt nghiệp")
    hands.press(KEY.Key_Return)
    hands.press(KEY.Key_Return)
    hands.type("5")
    hands.press(KEY.Key_F12)
    (dossier,) = kept(counter)
    assert dossier.subject == "Giấy khai sinh (4 trang, 3 bản sao); Bằng tốt nghiệp (1 trang, 5 bản sao)"
    assert [fee.amount for fee in dossier.fees] == [18_000, 10_000]
    assert [fee.name.partition(": ")[2] for fee in dossier.fees] == dossier.subject.split("; ")
    assert dossier.copies == 8
