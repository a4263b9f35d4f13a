"""Applicants and accounts of the settings: each worked with by keys on a real counter."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from tests.counter_fixtures import draft
from tests.gui.settings_desk import part, window
from tests.gui.standing import press, standing

from motcua_desktop.counter.counter import Counter
from motcua_desktop.domain.lifecycle import Role
from motcua_desktop.gui.frame_words import FrameWords
from motcua_desktop.gui.main_window import MainWindow
from motcua_desktop.gui.pages.accounts import AccountsPane
from motcua_desktop.gui.pages.accounts_fields import RoleField, TypedBox
from motcua_desktop.gui.pages.people import PeoplePane
from motcua_desktop.gui.pages.settings import SettingsPage
from motcua_desktop.gui.widgets.field import Field
from motcua_desktop.gui.window_settings import WindowSettings

CTRL = Qt.KeyboardModifier.ControlModifier

__all__ = ["window"]


def test_a_person_is_found_without_marks_with_their_dossiers(window: MainWindow) -> None:
    pane = part(window, "people")
    assert isinstance(pane, PeoplePane)
    QTest.keyClicks(pane.search, "cao van")
    press(window, Qt.Key.Key_Return)
    assert [known.person.name for known in pane.rows.loaded()] == ["Cao Văn Nghĩa"]
    assert len(pane.dossiers.loaded()) == 1
    press(window, Qt.Key.Key_Down)
    assert pane.table.hasFocus()
    pane.search.setText("khong ai ten nay")
    pane.search.setFocus()
    press(window, Qt.Key.Key_Return)
    assert pane.none.isVisible() and "Không có người" in pane.none.sentence.text()
    assert not pane.listed.isVisible()
    press(window, Qt.Key.Key_Escape)
    assert "Tìm người đã nộp" in pane.none.sentence.text()


def test_the_first_account_is_an_administrator_and_more_follow(window: MainWindow, counter: Counter) -> None:
    pane = part(window, "accounts")
    assert isinstance(pane, AccountsPane)
    for login in ("hanh", "tam"):
        press(window, Qt.Key.Key_N)
        for text in (login, f"Ban {login}", "", ""):
            QTest.keyClicks(window.focusWidget(), text)
            press(window, Qt.Key.Key_Tab)
        QTest.keyClicks(window.focusWidget(), "mat-khau-1")
        press(window, Qt.Key.Key_Tab)
        QTest.keyClicks(window.focusWidget(), "mat-khau-1")
        press(window, Qt.Key.Key_F12)
    assert not pane.none.isVisible()
    assert [(a.login, a.role) for a in counter.accounts.list()] == [
        ("hanh", Role.ADMIN),
        ("tam", Role.RECEIVE),
    ]


def test_who_makes_the_first_account_is_named_in_the_window_at_once(
    window: MainWindow, counter: Counter, tmp_path: Path
) -> None:
    words = FrameWords(window, counter, WindowSettings(tmp_path))
    words.start()
    pane = part(window, "accounts")
    assert isinstance(pane, AccountsPane)
    press(window, Qt.Key.Key_N)
    for text in ("hanh", "Ban Hanh", "Cong chuc", "Quay 1", "mat-khau-1", "mat-khau-1"):
        QTest.keyClicks(window.focusWidget(), text)
        press(window, Qt.Key.Key_Tab)
    press(window, Qt.Key.Key_F12)
    assert window.tasks.wait_idle()
    assert window.navigation._officer.accessibleName().startswith("Ban Hanh, Cong chuc, quay 1")
    words.stop()


def test_the_offices_titles_are_offered_for_an_account_and_another_may_be_typed(
    window: MainWindow, counter: Counter
) -> None:
    counter.office.set_names("account_titles", ["Trưởng bộ phận"])
    pane = part(window, "accounts")
    assert isinstance(pane, AccountsPane)
    pane.open_new()
    box = next(box for box in pane.panel.findChildren(TypedBox))
    assert [box.itemText(n) for n in range(box.count())] == ["Trưởng bộ phận"]
    assert box.currentText() == ""


def test_a_short_password_is_refused_beside_its_field(window: MainWindow, counter: Counter) -> None:
    pane = part(window, "accounts")
    assert isinstance(pane, AccountsPane)
    pane.open_new()
    QTest.keyClicks(window.focusWidget(), "hanh")
    press(window, Qt.Key.Key_Tab)
    QTest.keyClicks(window.focusWidget(), "Hanh")
    press(window, Qt.Key.Key_F12)
    assert pane.panel.form is not None
    assert not counter.accounts.any()


def test_a_slip_in_a_new_password_is_found_before_it_locks_the_only_administrator_out(
    window: MainWindow, counter: Counter
) -> None:
    pane = part(window, "accounts")
    assert isinstance(pane, AccountsPane)
    assert pane.none.isVisible() and "ai mở máy cũng" in pane.none.detail.text()
    pane.open_new()
    for text in ("hanh", "Ban Hanh", "", "", "mat-khau-1", "mat-khau-2"):
        QTest.keyClicks(window.focusWidget(), text)
        press(window, Qt.Key.Key_Tab)
    press(window, Qt.Key.Key_F12)
    assert not counter.accounts.any()
    assert pane.panel.form is not None
    told = [field.sentence.text() for field in pane.panel.findChildren(Field)]
    assert "Hai lần gõ khác nhau. Gõ lại cả hai." in told
    for _time in range(2):
        QTest.keyClicks(window.focusWidget(), "mat-khau-1")
        press(window, Qt.Key.Key_Tab)
    assert all(field.state == "" for field in pane.panel.findChildren(Field)), "calm once it is typed anew"
    press(window, Qt.Key.Key_F12)
    assert [account.login for account in counter.accounts.list()] == ["hanh"]


def test_an_officer_moves_to_another_desk_with_another_role_and_back(
    window: MainWindow, counter: Counter
) -> None:
    counter.accounts.create_first("hanh", "Ban Hanh", "mat-khau-1", "Công chức", "Quầy 1")
    counter.accounts.add("tam", "Ban Tam", "mat-khau-1", Role.RECEIVE, desk="Quầy 2")
    pane = part(window, "accounts")
    assert isinstance(pane, AccountsPane)
    pane.table.choose(1)
    pane.table.setFocus()
    press(window, Qt.Key.Key_Return)
    (role,) = pane.panel.findChildren(RoleField)
    assert role.sentence.text().startswith("Nhận hồ sơ, chuyển, trả")
    role.choose(Role.SETTLE)
    assert role.sentence.text().startswith("Giải quyết hồ sơ")
    desk = next(f for f in pane.panel.findChildren(Field) if f.label.text() == "Quầy")
    desk.set_text("Quầy 3")
    press(window, Qt.Key.Key_F12)
    assert [(a.role, a.desk) for a in counter.accounts.list() if a.login == "tam"] == [
        (Role.SETTLE, "Quầy 3")
    ]
    press(window, Qt.Key.Key_Z, CTRL)
    assert [(a.role, a.desk) for a in counter.accounts.list() if a.login == "tam"] == [
        (Role.RECEIVE, "Quầy 2")
    ]


def test_the_only_administrator_cannot_be_made_less_and_the_form_says_why(
    window: MainWindow, counter: Counter
) -> None:
    counter.accounts.create_first("hanh", "Ban Hanh", "mat-khau-1", "Công chức", "Quầy 1")
    pane = part(window, "accounts")
    assert isinstance(pane, AccountsPane)
    press(window, Qt.Key.Key_Return)
    (role,) = pane.panel.findChildren(RoleField)
    role.choose(Role.READ_ONLY)
    press(window, Qt.Key.Key_F12)
    assert counter.accounts.list()[0].role == Role.ADMIN
    assert counter.accounts.list()[0].desk == "Quầy 1"
    assert pane.panel.form is not None
