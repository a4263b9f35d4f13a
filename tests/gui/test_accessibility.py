"""Every page without mouse or good eyes: names, tab order, focus in sight, one act to a key."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot
from tests.counter_fixtures import Clock
from tests.gui.lists import CERTIFIED_COPY, received
from tests.gui.standing import standing

from motcua_desktop.counter.counter import Counter
from motcua_desktop.gui.actions import TwoActionsOneKey, checked
from motcua_desktop.gui.main_window import MainWindow
from motcua_desktop.gui.pages import PAGES
from motcua_desktop.gui.theme import look
from motcua_desktop.gui.theme.sheet import TEMPLATE
from motcua_desktop.gui.widgets.button import Button

INPUTS = (QLineEdit, QPlainTextEdit, QTextEdit, QComboBox, QAbstractSpinBox)
KEYS = [row[0] for row in PAGES]
MOST_STOPS = 24


@pytest.fixture
def window(qtbot: QtBot, counter: Counter, clock: Clock, tmp_path: Path) -> Iterator[MainWindow]:
    """A desk with one late, one running and one finished dossier."""
    received(counter, "Dương Thị Bé")
    clock.set("2026-03-09T09:00")
    received(counter, "Dương Thị Mỹ Linh")
    counter.handling.result_ready(received(counter, "Võ Minh Hải", CERTIFIED_COPY))
    with standing(qtbot, counter, tmp_path / "desk", "home") as made:
        yield made


def show(window: MainWindow, key: str) -> QWidget:
    """Go to a page; the dossier's page gets a dossier."""
    line = window.counter.register.newest(1)[0]
    window.go(key, line.id if key == "dossier" else None)
    assert window.tasks.wait_idle()
    QApplication.processEvents()
    page: QWidget = window.page
    return page


def inputs_of(page: QWidget) -> list[QWidget]:
    """What can be typed into or chosen from, without the inner line of a combo box."""
    found = [one for kind in INPUTS for one in page.findChildren(kind)]
    return [
        one
        for one in found
        if one.isVisibleTo(page)
        and not isinstance(one.parentWidget(), (QComboBox, QAbstractSpinBox))
        and not (isinstance(one, (QLineEdit, QTextEdit, QPlainTextEdit)) and one.isReadOnly())
    ]


def spoken_name(page: QWidget, widget: QWidget) -> str:
    """What a screen reader says of an input: its own name, or its label's."""
    if widget.accessibleName().strip():
        return widget.accessibleName()
    return next((one.text() for one in page.findChildren(QLabel) if one.buddy() is widget), "")


def test_every_input_and_list_has_a_name_a_screen_reader_can_say(window: MainWindow) -> None:
    nameless = []
    for key in KEYS:
        page = show(window, key)
        lists = [one for one in page.findChildren(QAbstractItemView) if takes_tab(one, page)]
        nameless += [
            (key, repr(one)) for one in [*inputs_of(page), *lists] if not spoken_name(page, one).strip()
        ]
    assert nameless == []


def test_every_button_says_what_it_does_though_it_shows_only_an_icon(window: MainWindow) -> None:
    silent = []
    for key in KEYS:
        show(window, key)
        for one in window.findChildren(QAbstractButton):
            inner = isinstance(one.parentWidget(), QAbstractItemView)
            if one.isVisibleTo(window) and not inner and not (one.accessibleName() or one.text()).strip():
                silent.append((key, repr(one)))
    assert silent == []


def takes_tab(widget: QWidget, page: QWidget) -> bool:
    """Whether Tab must be able to come here."""
    tab = widget.focusPolicy() & Qt.FocusPolicy.TabFocus
    inner = isinstance(widget.parentWidget(), (QComboBox, QAbstractSpinBox))
    return bool(tab) and widget.isVisibleTo(page) and widget.isEnabled() and not inner


def test_tab_reaches_every_input(window: MainWindow) -> None:
    for key in KEYS:
        page = show(window, key)
        wanted = {one for one in inputs_of(page) if one.isEnabled()}
        start: QWidget = window.focusWidget() or window
        seen, here = {start}, start.nextInFocusChain()
        while here is not start:
            if here.focusPolicy() & Qt.FocusPolicy.TabFocus:
                seen.add(here)
            here = here.nextInFocusChain()
        assert wanted - seen == set(), key


def test_no_two_actions_of_a_context_share_a_key(window: MainWindow) -> None:
    for key in KEYS:
        show(window, key)
        for table in window.contexts():
            keys = [QKeySequence(action.key).toString() for action in table if action.key]
            assert len(keys) == len(set(keys)), key
            assert checked(table)


def test_a_second_action_on_a_key_is_found_out(window: MainWindow) -> None:
    action = window.window_actions()[0]
    with pytest.raises(TwoActionsOneKey):
        checked([action, action])


# ---------------------------------------------------------------- focus in sight
@pytest.mark.parametrize(
    "kind", ["QLineEdit", "QPlainTextEdit", "QTextEdit", "QComboBox", "QAbstractSpinBox"]
)
def test_the_style_draws_two_pixels_of_accent_round_the_field_with_the_focus(kind: str) -> None:
    rules = re.findall(r"([^{}]+)\{([^}]*)\}", TEMPLATE)
    assert any(f"{kind}:focus" in selector and "2px solid @accent" in style for selector, style in rules), (
        kind
    )


def picture(widget: QWidget) -> QImage:
    return widget.grab().toImage()


@pytest.mark.parametrize("mode", ["light", "dark"])
def test_a_button_looks_different_with_the_focus(qtbot: QtBot, mode: str) -> None:
    look().set(mode=mode)
    frame = QWidget()
    qtbot.addWidget(frame)
    look().dress(frame)
    column = QVBoxLayout(frame)
    other = QLineEdit()
    column.addWidget(other)
    buttons = [Button("Nhận", icon="check", kind=kind) for kind in ("plain", "main", "link", "icon")]
    for button in buttons:
        column.addWidget(button)
    frame.show()
    frame.activateWindow()
    qtbot.waitUntil(frame.isActiveWindow)
    for button in buttons:
        other.setFocus()
        before = picture(button)
        button.setFocus()
        assert button.hasFocus()
        assert picture(button) != before


def test_the_focus_is_seen_on_whatever_has_it_when_a_page_opens(qtbot: QtBot, window: MainWindow) -> None:
    qtbot.waitUntil(window.isActiveWindow)
    unseen = []
    for key in KEYS:
        page = show(window, key)
        focus = window.focusWidget()
        assert focus is not None, key
        assert page.isAncestorOf(focus), key
        if isinstance(focus, QAbstractItemView) and not focus.currentIndex().isValid():
            continue  # an empty list: there is nothing in it a key could act on
        with_focus = picture(focus)
        focus.clearFocus()
        QApplication.processEvents()
        if picture(focus) == with_focus:
            unseen.append((key, repr(focus)))
    assert unseen == []


def test_tab_goes_through_a_page_and_the_focus_is_seen_at_every_stop(
    qtbot: QtBot, window: MainWindow
) -> None:
    qtbot.waitUntil(window.isActiveWindow)
    unseen = []
    for key in KEYS:
        page = show(window, key)
        stops: list[QWidget] = []
        while (here := window.focusWidget()) is not None and here not in stops and len(stops) < MOST_STOPS:
            stops.append(here)
            QTest.keyClick(here, Qt.Key.Key_Tab)
        assert len(stops) > 1, key
        for stop in stops:
            is_empty = isinstance(stop, QAbstractItemView) and not stop.currentIndex().isValid()
            if is_empty or not stop.isVisible() or not window.isAncestorOf(stop):
                continue
            stop.setFocus(Qt.FocusReason.TabFocusReason)
            if isinstance(stop, QAbstractItemView) and not stop.currentIndex().isValid():
                continue
            with_focus = picture(stop)
            stop.clearFocus()
            if picture(stop) == with_focus:
                unseen.append((key, repr(stop)))
        assert page is window.page
    assert unseen == []
