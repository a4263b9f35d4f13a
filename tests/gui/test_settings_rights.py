"""Settings of an officer who may not change the office: seen, never changed, and said whom to ask."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from tests.gui.lists import CTRL
from tests.gui.standing import press, standing

from motcua_desktop.counter.counter import Counter
from motcua_desktop.domain.dossier import Officer
from motcua_desktop.domain.lifecycle import Role
from motcua_desktop.gui.main_window import MainWindow
from motcua_desktop.gui.pages.calendar import CalendarPage
from motcua_desktop.gui.pages.catalogue import CataloguePane
from motcua_desktop.gui.pages.settings import SettingsPage
from motcua_desktop.gui.pages.settings_general import GeneralPane
from motcua_desktop.gui.pages.settings_lists import ListsPane
from motcua_desktop.gui.pages.settings_paper import PaperPane
from motcua_desktop.gui.widgets.button import Button

#: Settings of the general part each role finds locked, by a few that stand for their groups.
_LEADERS = {"office.name", "office.signer_name", "pattern.width", "idle_minutes", "logo", "accent"}
_CLERKS = _LEADERS | {"policy", "report_cutoff_day"}
LOCKED = {
    Role.ADMIN: set[str](),
    Role.LEAD: _LEADERS,
    Role.RECEIVE: _CLERKS,
    Role.READ_ONLY: _CLERKS | {"backup"},
}
ASKED = set().union(*LOCKED.values()) | {"look/scale", "look/mode", "language", "calendar", "paper"}


def sit(counter: Counter, role: Role) -> None:
    """Somebody of this role sits at the desk."""
    counter._desk.officer = Officer("Lê Thị Hoa", role)


@pytest.fixture
def window(qtbot: QtBot, counter: Counter, tmp_path: Path) -> Iterator[MainWindow]:
    """The settings of a receiving officer."""
    sit(counter, Role.RECEIVE)
    with standing(qtbot, counter, tmp_path / "desk", "settings") as made:
        yield made


def part(window: MainWindow, key: str) -> QWidget:
    assert isinstance(window.page, SettingsPage)
    window.page.show_part(key)
    assert window.tasks.wait_idle()
    return window.page.part


@pytest.mark.parametrize("role", list(LOCKED))
def test_each_role_finds_open_what_it_may_change_and_its_own_desk_always(
    qtbot: QtBot, counter: Counter, tmp_path: Path, role: Role
) -> None:
    sit(counter, role)
    with standing(qtbot, counter, tmp_path / "desk", "settings") as window:
        general = part(window, "general")
        assert isinstance(general, GeneralPane)
        locked = {key for key in ASKED if not general.rows[key].control.isEnabled()}
        assert locked == LOCKED[role]
        assert general.told.isVisible() == bool(locked)
        assert ("quản trị" in general.told.accessibleName()) == bool(locked)


def test_the_first_choice_enter_goes_to_can_be_changed(window: MainWindow) -> None:
    general = part(window, "general")
    assert isinstance(general, GeneralPane)
    general._searched("cơ quan")
    general._to_first()
    focus = window.focusWidget()
    assert focus is not None and focus.isEnabled()


def test_a_receiving_officer_reads_papers_lists_and_procedures_and_changes_none(
    window: MainWindow, counter: Counter
) -> None:
    paper = part(window, "paper")
    assert isinstance(paper, PaperPane)
    assert not paper.edition.isEnabled() and paper.printer.isEnabled()
    paper.open_form()
    assert paper.form is not None
    assert not paper.form.copies.edit.isEnabled() and paper.form.printer.edit.isEnabled()
    assert "lãnh đạo hoặc quản trị" in paper.form.copies.sentence.text()
    press(window, Qt.Key.Key_F12)
    assert paper.form is None, "the printer of this desk is kept"
    lists = part(window, "lists")
    assert isinstance(lists, ListsPane)
    assert not lists.save_button.isVisible() and not lists.signers.isEnabled()
    before = lists.fields["sections"].edit.toPlainText()  # type: ignore[attr-defined]
    lists.focus_first()
    press(window, Qt.Key.Key_A)
    assert lists.fields["sections"].edit.toPlainText() == before  # type: ignore[attr-defined]
    procedures = part(window, "catalogue")
    assert isinstance(procedures, CataloguePane)
    procedures.edit(counter.catalogue.procedure("2.000815"))
    assert procedures._form is None
    press(window, Qt.Key.Key_F12)
    press(window, Qt.Key.Key_O, CTRL)
    assert counter.catalogue.procedure("2.000815").alias == "sy"
    press(window, Qt.Key.Key_Escape)


def test_the_list_of_accounts_is_an_administrators(window: MainWindow) -> None:
    assert isinstance(window.page, SettingsPage)
    assert "accounts" not in window.page._parts


def test_the_calendar_is_read_and_says_who_changes_it(window: MainWindow, counter: Counter) -> None:
    window.go("calendar")
    assert window.tasks.wait_idle()
    page = window.page
    assert isinstance(page, CalendarPage)
    for key in (Qt.Key.Key_N, Qt.Key.Key_D, Qt.Key.Key_Q):
        press(window, key)
    assert page.form is None and page.change is None
    assert page.day_card._seen.text() == "Chỉ để xem, cần đổi thì nhờ lãnh đạo hoặc quản trị."
    shown = [button.text() for button in page.findChildren(Button) if button.isVisible()]
    assert not [words for words in shown if "Ngày nghỉ" in words or "Nhập" in words or "Bỏ" in words]
