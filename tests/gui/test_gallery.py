"""Every component drawn in both looks and at both ends of the scale: nothing squeezed, one filled button."""

import pytest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from motcua_desktop.gui.gallery import gallery_window
from motcua_desktop.gui.main_window import MainWindow
from motcua_desktop.gui.theme import colour, look
from motcua_desktop.gui.widgets.badge import Badge
from motcua_desktop.gui.widgets.button import Button
from motcua_desktop.gui.widgets.key_cap import KeyCap

PAGES = ("home", "intake", "register", "due", "letters")


@pytest.mark.parametrize("scale", [1.0, 1.5])
@pytest.mark.parametrize("mode", ["light", "dark"])
def test_every_page_is_drawn_whole_on_the_smallest_screen(qtbot: QtBot, mode: str, scale: float) -> None:
    look().set(mode=mode, scale=scale)
    window = gallery_window()
    qtbot.addWidget(window)
    window.resize(1366, 690)
    window.show()
    for page in PAGES:
        window.go(page)
        QApplication.processEvents()
        picture = window.grab().toImage()
        assert (picture.width(), picture.height()) == (1366, 690)
        assert picture.pixelColor(1366 - 3, 120) == colour("bg"), page
        assert squeezed(window) == [], page
        assert len(filled(window)) <= 1, page
    window.close()


def squeezed(window: MainWindow) -> list[str]:
    """Words of what has less room than it needs."""
    parts = [*window.findChildren(Button), *window.findChildren(Badge), *window.findChildren(KeyCap)]
    plain = [label for label in window.findChildren(QLabel) if type(label) is QLabel and not label.wordWrap()]
    return [
        part.text()
        for part in (*parts, *plain)
        if part.isVisible()
        and (part.width() < part.minimumSizeHint().width() or part.height() < part.minimumSizeHint().height())
    ]


def filled(window: MainWindow) -> list[str]:
    """The words of every filled button in sight."""
    return [button.text() for button in window.findChildren(Button) if button.isVisible() and button.is_main]


def test_a_change_of_look_reaches_a_window_already_open(qtbot: QtBot) -> None:
    window = gallery_window()
    qtbot.addWidget(window)
    window.resize(1366, 768)
    window.show()
    light = window.grab().toImage().pixelColor(1363, 120)
    look().set(mode="dark", scale=1.5)
    QApplication.processEvents()
    dark = window.grab().toImage().pixelColor(1363, 120)
    assert light != dark
    assert dark == colour("bg")
    assert squeezed(window) == []
    window.close()


def test_building_a_page_opens_no_window_of_its_own(qtbot: QtBot, qapp: QApplication) -> None:
    window = gallery_window()
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    lost: list[object] = []
    qapp.focusWindowChanged.connect(lost.append)
    for page in PAGES:
        window.go(page)
        QApplication.processEvents()
    qapp.focusWindowChanged.disconnect(lost.append)
    assert lost == []
    window.close()


def test_a_toast_and_the_list_of_keys_stand_inside_the_window(qtbot: QtBot) -> None:
    window = gallery_window()
    qtbot.addWidget(window)
    window.show()
    window.say("Đã nhận 261123-0014, hẹn trả 17:00 thứ Tư 25/11/2026", lambda: None)
    window.keys_box.open()
    for part in (window.toast, window.keys_box):
        assert window.centralWidget().rect().contains(part.geometry())
    window.close()
