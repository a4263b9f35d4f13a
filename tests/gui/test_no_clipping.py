"""Every page at 1366 × 690 on a played day, in both languages and with large letters: nothing is cut off, and
one button at most is filled."""

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot
from tests.gui.clipped import cut_off
from tests.gui.standing import turn_to

from motcua_desktop.gui.main_window import MainWindow
from motcua_desktop.gui.pages import PAGES
from motcua_desktop.gui.theme import colour, look
from motcua_desktop.gui.theme.appearance import SCALES
from motcua_desktop.gui.widgets.button import Button
from motcua_desktop.gui.widgets.number_card import StockCard

KEYS = [row[0] for row in PAGES]


@pytest.mark.parametrize(
    "pages",
    [("vi", scale) for scale in SCALES] + [("en", 1.0), ("en", 1.25), ("en", 1.5)],
    indirect=True,
    ids=str,
)
def test_no_text_is_wider_than_its_place(pages: MainWindow) -> None:
    cut: list[str] = []
    wide = {}
    for key in KEYS:
        turn_to(pages, key)
        cut += [f"{key}: {line}" for line in cut_off(pages)]
        if pages.width() > 1366 or pages.height() > 690:
            wide[key] = (pages.width(), pages.height())
    assert cut == []
    assert wide == {}


@pytest.mark.parametrize("pages", [("vi", 1.0)], indirect=True, ids=str)
def test_a_page_has_one_filled_button_at_most(pages: MainWindow) -> None:
    filled = {}
    for key in KEYS:
        turn_to(pages, key)
        buttons = [button for button in pages.findChildren(Button) if button.isVisible()]
        filled[key] = [button.text() for button in buttons if button.is_main]
    assert filled["intake"] == ["Nhận và in giấy hẹn"]
    assert {key: words for key, words in filled.items() if len(words) > 1} == {}


@pytest.mark.parametrize("pages", [("vi", 1.0)], indirect=True, ids=str)
def test_a_change_of_look_reaches_a_window_already_open(pages: MainWindow) -> None:
    turn_to(pages, "register")
    light = pages.grab().toImage().pixelColor(1363, 120)
    look().set(mode="dark", scale=1.5)
    turn_to(pages, "register")
    dark = pages.grab().toImage().pixelColor(1363, 120)
    assert light != dark == colour("bg")
    assert cut_off(pages) == []


@pytest.mark.parametrize("pages", [("vi", 1.0)], indirect=True, ids=str)
def test_a_page_out_of_sight_wears_the_text_size_when_it_is_shown_next(pages: MainWindow) -> None:
    turn_to(pages, "register")
    edges = pages.page.body.contentsMargins
    normal = edges().left()
    turn_to(pages, "due")
    look().set(scale=1.5)
    assert edges().left() == normal  # all pages at once would stop the window for a second
    turn_to(pages, "register")
    assert edges().left() == normal * 1.5


@pytest.mark.parametrize("pages", [("vi", 1.0)], indirect=True, ids=str)
def test_building_a_page_opens_no_window_of_its_own(pages: MainWindow, qapp: QApplication) -> None:
    lost: list[object] = []
    qapp.focusWindowChanged.connect(lost.append)
    for key in KEYS:
        turn_to(pages, key)
    qapp.focusWindowChanged.disconnect(lost.append)
    assert len(pages.pages.built) == len(KEYS)
    assert lost == []


@pytest.mark.parametrize("pages", [("vi", 1.0)], indirect=True, ids=str)
def test_a_toast_and_the_list_of_keys_stand_inside_the_window(pages: MainWindow) -> None:
    pages.say("Đã nhận 261123-0014, hẹn trả 17:00 thứ Tư 25/11/2026", lambda: None)
    pages.keys_box.open()
    for part in (pages.toast, pages.keys_box):
        assert part.isVisible()
        assert pages.centralWidget().rect().contains(part.geometry())


def test_the_check_finds_words_without_room_and_parts_outside_their_frame(qtbot: QtBot) -> None:
    frame = QWidget()
    qtbot.addWidget(frame)
    look().dress(frame)
    frame.resize(200, 100)
    words = QLabel("Giấy tiếp nhận hồ sơ và hẹn trả kết quả", frame)
    words.resize(60, 20)
    card = StockCard("Chưa đồng bộ", "usb", frame)
    card.set_number(1200)
    card.setGeometry(120, 40, 120, 56)
    frame.show()
    found = " ".join(cut_off(frame))
    assert "Giấy tiếp nhận" in found
    assert "'Chưa đồng bộ'" in found
    assert "outside" in found
