"""A scan is told from typing, and a field gets back what stood in it."""

from collections.abc import Iterator
from itertools import pairwise

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from motcua_desktop.gui.scanner import Scanner

CARD = "051097000123||Nguyen Thi Thu Thao|14031997|Nu|Ly Son|01012022"


class Keys(QWidget):
    """Something with the focus that is no field."""

    def __init__(self) -> None:
        super().__init__()
        self.pressed: list[str] = []

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.text():
            self.pressed.append(event.text())


@pytest.fixture
def scanner(qtbot: QtBot) -> Iterator[Scanner]:
    made = Scanner(QApplication.instance())  # type: ignore[arg-type]
    yield made
    QApplication.instance().removeEventFilter(made)  # type: ignore[union-attr]
    made.deleteLater()


class Typist:
    """Presses keys at a given pace, in milliseconds on the keyboard's own clock."""

    def __init__(self) -> None:
        self.now = 1000

    def press(self, widget: QWidget, text: str, gap: int, *, repeats: bool = False, end: bool = True) -> None:
        for letter in text:
            if letter == "|" or letter.isupper():
                self._one(widget, Qt.Key.Key_Shift, "", 0, False)
            self._one(widget, Qt.Key.Key_unknown, letter, gap, repeats)
        if end:
            self._one(widget, Qt.Key.Key_Return, "\r", gap, False)

    def _one(self, widget: QWidget, key: Qt.Key, text: str, gap: int, repeats: bool) -> None:
        self.now += gap
        event = QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier, text, repeats)
        event.setTimestamp(self.now)
        QCoreApplication.sendEvent(widget, event)


def scans(scanner: Scanner) -> list[str]:
    told: list[str] = []
    scanner.scanned.connect(told.append)
    return told


def test_a_scan_into_a_field_is_told_and_the_field_restored(qtbot: QtBot, scanner: Scanner) -> None:
    edit, told, entered = QLineEdit("Lý do"), scans(scanner), []
    qtbot.addWidget(edit)
    edit.returnPressed.connect(lambda: entered.append(1))
    Typist().press(edit, CARD, 3)
    assert told == [CARD]
    assert edit.text() == "Lý do"
    assert entered == []


def test_a_scan_on_a_list_presses_no_shortcut(qtbot: QtBot, scanner: Scanner) -> None:
    keys, told = Keys(), scans(scanner)
    qtbot.addWidget(keys)
    Typist().press(keys, CARD, 3)
    assert told == [CARD]
    assert keys.pressed == []


def test_a_lone_letter_on_a_list_arrives_after_a_moment(qtbot: QtBot, scanner: Scanner) -> None:
    keys = Keys()
    qtbot.addWidget(keys)
    Typist().press(keys, "K", 3, end=False)
    assert keys.pressed == []
    qtbot.waitUntil(lambda: keys.pressed == ["K"])


def test_typing_a_number_by_hand_is_no_scan(qtbot: QtBot, scanner: Scanner) -> None:
    edit, told = QLineEdit(), scans(scanner)
    qtbot.addWidget(edit)
    Typist().press(edit, "261119-0002", 60)
    assert (told, edit.text()) == ([], "261119-0002")


def test_a_key_held_down_is_no_scan(qtbot: QtBot, scanner: Scanner) -> None:
    edit, told = QLineEdit(), scans(scanner)
    qtbot.addWidget(edit)
    Typist().press(edit, "0" * 20, 20, repeats=True)
    assert (told, edit.text()) == ([], "0" * 20)


@pytest.mark.parametrize("gap", [0, 3])
@pytest.mark.parametrize("where", [Keys, QLineEdit])
def test_a_digit_a_fast_scanner_writes_twice_is_not_taken_for_a_key_held_down(
    qtbot: QtBot, scanner: Scanner, gap: int, where: type[QWidget]
) -> None:
    card = "051188002467|212345678|Pham Van Diem|22111988|Nam|Ly Son|01012022"
    widget, told, typist = where(), scans(scanner), Typist()
    qtbot.addWidget(widget)
    for before, letter in pairwise(" " + card):
        typist.press(widget, letter, gap, repeats=letter == before, end=False)
    typist.press(widget, "", gap)
    assert told == [card]
    assert (widget.text() if isinstance(widget, QLineEdit) else widget.pressed) in ("", [])  # type: ignore[attr-defined]


def test_fast_text_that_is_neither_a_card_nor_a_slip_stays_text(qtbot: QtBot, scanner: Scanner) -> None:
    edit, told = QLineEdit(), scans(scanner)
    qtbot.addWidget(edit)
    Typist().press(edit, "https://example.vn/qr", 3)
    assert (told, edit.text()) == ([], "https://example.vn/qr")


@pytest.mark.parametrize("code", ["261119-0002", "H48.25.12-261119-0002", CARD])
def test_cards_and_our_own_slips_are_recognised(qtbot: QtBot, scanner: Scanner, code: str) -> None:
    edit, told = QLineEdit(), scans(scanner)
    qtbot.addWidget(edit)
    Typist().press(edit, code, 5)
    assert told == [code]


def test_a_scan_right_after_typing_keeps_what_was_typed(qtbot: QtBot, scanner: Scanner) -> None:
    edit, told, typist = QLineEdit(), scans(scanner), Typist()
    qtbot.addWidget(edit)
    typist.press(edit, "abc", 80, end=False)
    typist.now += 500
    typist.press(edit, CARD, 3)
    assert (told, edit.text()) == ([CARD], "abc")


@pytest.mark.parametrize("gap", [5, 20, 60, 200])
def test_a_card_is_a_card_at_any_pace(qtbot: QtBot, scanner: Scanner, gap: int) -> None:
    edit, told = QLineEdit("0905"), scans(scanner)
    qtbot.addWidget(edit)
    Typist().press(edit, CARD, gap)
    assert (told, edit.text()) == ([CARD], "0905")


@pytest.mark.parametrize("gap", [20, 60, 200])
def test_a_card_scanned_slowly_where_nothing_is_typed_is_no_command(
    qtbot: QtBot, scanner: Scanner, gap: int
) -> None:
    keys, told, typist = Keys(), scans(scanner), Typist()
    qtbot.addWidget(keys)
    for digit in CARD[:12]:
        typist.press(keys, digit, gap, end=False)
        if gap > 40:
            qtbot.waitUntil(lambda: not scanner._held)  # each was let go before the next came
    typist.press(keys, CARD[12:], gap)
    assert told == [CARD]
    assert set("".join(keys.pressed)) <= set("0123456789")


def test_a_card_needs_no_enter(qtbot: QtBot, scanner: Scanner) -> None:
    edit, keys, told = QLineEdit(), Keys(), scans(scanner)
    qtbot.addWidget(edit)
    qtbot.addWidget(keys)
    Typist().press(edit, CARD, 20, end=False)
    qtbot.waitUntil(lambda: told == [CARD])
    Typist().press(keys, CARD, 20, end=False)
    qtbot.waitUntil(lambda: told == [CARD, CARD])
    assert (edit.text(), keys.pressed) == ("", [])


def test_no_letter_of_a_card_is_a_command_however_late_its_enter_comes(
    qtbot: QtBot, scanner: Scanner
) -> None:
    keys, told, typist = Keys(), scans(scanner), Typist()
    qtbot.addWidget(keys)
    typist.press(keys, CARD, 20, end=False)
    qtbot.waitUntil(lambda: told == [CARD])
    typist.press(keys, "", 300)
    assert keys.pressed == []


def test_the_second_enter_of_a_scanner_confirms_nothing(qtbot: QtBot, scanner: Scanner) -> None:
    edit, told, entered, typist = QLineEdit(), scans(scanner), [], Typist()
    qtbot.addWidget(edit)
    edit.returnPressed.connect(lambda: entered.append(1))
    typist.press(edit, CARD, 3)
    typist.press(edit, "", 5)
    assert (told, entered) == ([CARD], [])
    typist.press(edit, "", 900)
    assert entered == [1]


def test_letters_a_vietnamese_keyboard_takes_back_are_taken_back(qtbot: QtBot, scanner: Scanner) -> None:
    edit, told, typist = QLineEdit(), scans(scanner), Typist()
    qtbot.addWidget(edit)
    typist.press(edit, "051097000123||Nguye", 3, end=False)
    typist._one(edit, Qt.Key.Key_Backspace, "\b", 3, False)
    typist.press(edit, "ễn|14031997|Nữ|Lý Sơn|01012022", 3)
    assert told == ["051097000123||Nguyễn|14031997|Nữ|Lý Sơn|01012022"]


def test_letters_a_scanner_cannot_write_are_left_out_and_the_rest_is_the_card(
    qtbot: QtBot, scanner: Scanner
) -> None:
    edit, told, typist = QLineEdit(), scans(scanner), Typist()
    qtbot.addWidget(edit)
    typist.press(edit, "051097000123||Nguy", 3, end=False)
    typist._one(edit, Qt.Key.Key_unknown, "", 3, False)
    typist.press(edit, "n|14031997|Nu|Ly Son|01012022", 3)
    assert (told, edit.text()) == (["051097000123||Nguyn|14031997|Nu|Ly Son|01012022"], "")


def test_the_code_on_a_receipt_is_a_scan(qtbot: QtBot, scanner: Scanner) -> None:
    edit, told = QLineEdit(), scans(scanner)
    qtbot.addWidget(edit)
    Typist().press(edit, "MC1*H48.25.12-261119-0002*202611231700*ABCDEFGH2345WXYZ", 3)
    assert told == ["MC1*H48.25.12-261119-0002*202611231700*ABCDEFGH2345WXYZ"]


def test_a_busy_window_that_hears_the_enter_late_knows_the_code_all_the_same(
    qtbot: QtBot, scanner: Scanner
) -> None:
    keys, told, typist = Keys(), scans(scanner), Typist()
    qtbot.addWidget(keys)
    typist.press(keys, "H48.25.12-261119-0002", 3, end=False)
    typist.press(keys, "", 70)
    assert (told, keys.pressed) == (["H48.25.12-261119-0002"], [])


def test_a_scanner_that_ends_with_a_line_feed_is_understood(qtbot: QtBot, scanner: Scanner) -> None:
    keys, told, typist = Keys(), scans(scanner), Typist()
    qtbot.addWidget(keys)
    typist.press(keys, "H48.25.12-261119-0002", 3, end=False)
    typist._one(keys, Qt.Key.Key_J, "\n", 3, False)
    assert (told, keys.pressed) == (["H48.25.12-261119-0002"], [])
