"""Answers that come late: nothing an officer has typed meanwhile is lost to them."""

from threading import Event
from typing import Any

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QApplication
from tests.gui.hands import NONE, Hands
from tests.gui.intake_desk import CARD, KEY, choose, hands, page_of, window

from motcua_desktop.counter.counter import Counter
from motcua_desktop.gui.main_window import MainWindow

__all__ = ["hands", "window"]


def _keys(text: str) -> None:
    """Keys as a busy machine hands them out: one after the other, no timer between them."""
    for letter in text:
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            focus = QApplication.focusWidget()
            assert focus is not None
            QApplication.sendEvent(focus, QKeyEvent(kind, 0, NONE, letter))


@pytest.fixture
def seen_before(hands: Hands) -> None:
    """The person of the card was here before, with another telephone."""
    choose(hands, "sy")
    hands.scan(CARD)
    hands.type("0905000111")
    hands.press(KEY.Key_F12)


def _held_back(counter: Counter, monkeypatch: pytest.MonkeyPatch) -> Event:
    """Who is known is answered only when the event is set."""
    may, known = Event(), counter.people.known

    def late(*args: Any) -> Any:
        assert may.wait(10)
        return known(*args)

    monkeypatch.setattr(counter.people, "known", late)
    return may


@pytest.mark.parametrize("before", [0, 1, 4, 10])
def test_digits_typed_right_after_a_card_outlive_the_answer_who_it_is(
    hands: Hands,
    window: MainWindow,
    counter: Counter,
    monkeypatch: pytest.MonkeyPatch,
    seen_before: None,
    before: int,
) -> None:
    choose(hands, "sy")
    may = _held_back(counter, monkeypatch)
    window.take_scan(CARD)
    form, number = page_of(window).form, "0905111222"
    _keys(number[:before])
    if 0 < before < 10:
        QApplication.processEvents()  # the timers of the focus run in the middle of the number
    may.set()
    assert window.tasks.wait_idle()
    _keys(number[before:])
    assert window.tasks.wait_idle()
    assert form.person.phone.value() == number
    assert form.typed().person.name == "Nguyễn Thị Thu Thảo"


@pytest.mark.parametrize("field", ["name", "address", "subject", "birth"])
def test_what_is_typed_in_any_field_outlives_the_answer_who_it_is(
    hands: Hands,
    window: MainWindow,
    counter: Counter,
    monkeypatch: pytest.MonkeyPatch,
    seen_before: None,
    field: str,
) -> None:
    choose(hands, "ks")
    may = _held_back(counter, monkeypatch)
    window.take_scan(CARD)
    chosen = getattr(page_of(window).form.person, field)
    chosen.edit.setFocus()
    chosen.edit.selectAll()
    _keys("13/02/1996" if field == "birth" else "Đặng Văn Mới")
    typed = chosen.text()
    may.set()
    assert window.tasks.wait_idle()
    assert chosen.text() == typed in ("13/02/1996", "Đặng Văn Mới")


def test_coming_back_to_the_window_goes_on_where_the_number_stopped(hands: Hands, window: MainWindow) -> None:
    choose(hands, "sy")
    hands.scan(CARD)
    hands.type("09051")
    phone = page_of(window).form.person.phone
    for kind in (QEvent.Type.FocusOut, QEvent.Type.FocusIn):
        QApplication.sendEvent(phone.edit, QFocusEvent(kind, Qt.FocusReason.ActiveWindowFocusReason))
    QApplication.processEvents()
    hands.type("11222")
    assert phone.value() == "0905111222"
