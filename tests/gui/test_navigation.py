"""The navigation: who sits where, and which page an icon alone stands for."""

import pytest
from PySide6.QtCore import QEvent, QRect
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QApplication, QToolTip
from pytestqt.qtbot import QtBot

from motcua_desktop.gui.theme import look
from motcua_desktop.gui.widgets.nav import Navigation, NavItem


@pytest.fixture
def navigation(qtbot: QtBot) -> Navigation:
    made = Navigation(
        [NavItem("home", "house", "Trang chính", "Esc"), NavItem("due", "clock", "Đến hạn", "F4")]
    )
    qtbot.addWidget(made)
    made.resize(made.width(), 690)
    made.show()
    return made


def pointed_at(navigation: Navigation, row: int) -> str:
    """What the tool tip says over a page."""
    pages = navigation._list
    place = pages.visualRect(pages.model().index(row, 0)).center()
    event = QHelpEvent(QEvent.Type.ToolTip, place, pages.viewport().mapToGlobal(place))
    QApplication.sendEvent(pages.viewport(), event)
    told = QToolTip.text()
    QToolTip.hideText()
    return told


def test_an_icon_alone_says_its_page(navigation: Navigation) -> None:
    assert pointed_at(navigation, 1) == ""
    look().set(scale=1.5)
    QApplication.processEvents()
    assert pointed_at(navigation, 1) == "Đến hạn"


def test_an_officer_without_a_post_leaves_no_gap(navigation: Navigation) -> None:
    officer = navigation._officer

    def has_ink(top: int) -> bool:
        picture = officer.grab(QRect(16, top, 160, 14)).toImage()
        ground = picture.pixelColor(0, 0)
        columns, rows = range(picture.width()), range(picture.height())
        return any(picture.pixelColor(x, y) != ground for x in columns for y in rows)

    navigation.set_working("open", "Làm việc đến 11:30")
    navigation.set_officer("Bùi Thị Hạnh", "Công chức, quầy 1")
    assert has_ink(40)
    navigation.set_officer("Bùi Thị Hạnh", "")
    assert has_ink(52), "the hours stand right below the name"
    assert not has_ink(74)
