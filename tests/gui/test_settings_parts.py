"""Procedures, applicants and accounts: each worked with by keys on a real counter."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from tests.counter_fixtures import draft
from tests.gui.standing import press, standing

from motcua_desktop.counter.counter import Counter
from motcua_desktop.domain.lifecycle import Role
from motcua_desktop.gui.main_window import MainWindow
from motcua_desktop.gui.pages.accounts import AccountsPane
from motcua_desktop.gui.pages.catalogue import CataloguePane
from motcua_desktop.gui.pages.people import PeoplePane
from motcua_desktop.gui.pages.settings import SettingsPage

LISTS = Path(__file__).resolve().parents[1] / "data" / "portal_lists"
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def window(qtbot: QtBot, counter: Counter, tmp_path: Path) -> Iterator[MainWindow]:
    counter.intake.receive(draft(name="Cao Văn Nghĩa"))
    with standing(qtbot, counter, tmp_path / "desk", "settings") as made:
        yield made


def part(window: MainWindow, key: str) -> object:
    assert isinstance(window.page, SettingsPage)
    window.page.show_part(key)
    assert window.tasks.wait_idle()
    return window.page.part


def test_a_procedures_short_name_is_written_and_found_by_it(window: MainWindow, counter: Counter) -> None:
    pane = part(window, "catalogue")
    assert isinstance(pane, CataloguePane)
    QTest.keyClicks(pane.search, "1.001612")
    press(window, Qt.Key.Key_Return)
    pane.table.setFocus()
    press(window, Qt.Key.Key_Return)
    assert pane._form is not None
    pane._form.first.selectAll()
    QTest.keyClicks(pane._form.first, "hkd")
    press(window, Qt.Key.Key_F12)
    assert counter.catalogue.find("hkd")[0].code == "1.001612"
    assert pane.panel.form is None


def test_a_list_of_the_portal_is_looked_at_before_it_is_written(
    window: MainWindow, counter: Counter, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pane = part(window, "catalogue")
    assert isinstance(pane, CataloguePane)
    path = tmp_path / "list.xlsx"
    shutil.copy(LISTS / "danh-sach-tthc-BoTuPhap.xlsx", path)
    monkeypatch.setattr(pane, "choose_file", lambda: path)
    before = counter.accounts.log(1)
    press(window, Qt.Key.Key_O, CTRL)
    assert pane._preview is not None
    assert counter.accounts.log(1) == before
    press(window, Qt.Key.Key_Escape)
    assert pane._preview is None


def test_a_person_is_found_without_marks_with_their_dossiers(window: MainWindow) -> None:
    pane = part(window, "people")
    assert isinstance(pane, PeoplePane)
    QTest.keyClicks(pane.search, "cao van")
    press(window, Qt.Key.Key_Return)
    assert [known.person.name for known in pane.rows.loaded()] == ["Cao Văn Nghĩa"]
    assert len(pane.dossiers.loaded()) == 1


def test_the_first_account_is_an_administrator_and_more_follow(window: MainWindow, counter: Counter) -> None:
    pane = part(window, "accounts")
    assert isinstance(pane, AccountsPane)
    for login in ("hanh", "tam"):
        pane.table.setFocus()
        pane.open_new()
        for text in (login, f"Ban {login}", "", ""):
            QTest.keyClicks(window.focusWidget(), text)
            press(window, Qt.Key.Key_Tab)
        press(window, Qt.Key.Key_Tab)
        QTest.keyClicks(window.focusWidget(), "mat-khau-1")
        press(window, Qt.Key.Key_F12)
    assert [(a.login, a.role) for a in counter.accounts.list()] == [
        ("hanh", Role.ADMIN),
        ("tam", Role.RECEIVE),
    ]


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
