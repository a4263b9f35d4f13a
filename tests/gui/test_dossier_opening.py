"""One dossier's page after another: nothing of the first is seen, or changed, while the second is read."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from tests.gui.lists import letter, type_into
from tests.gui.register_desk import codes
from tests.gui.standing import press, standing

from motcua_desktop.counter.counter import Counter
from motcua_desktop.gui.main_window import MainWindow
from motcua_desktop.gui.pages.dossier import DossierPage
from motcua_desktop.gui.pages.forms.short_form import ShortForm


@pytest.fixture
def window(qtbot: QtBot, counter: Counter, codes: dict[str, str], tmp_path: Path) -> Iterator[MainWindow]:
    with standing(qtbot, counter, tmp_path / "desk", "home") as made:
        yield made


def page_of(window: MainWindow) -> DossierPage:
    assert isinstance(window.page, DossierPage)
    return window.page


def open_page(window: MainWindow, code: str) -> None:
    window.go("dossier", code)
    assert window.tasks.wait_idle()
    QApplication.processEvents()


def form_of(window: MainWindow) -> ShortForm | None:
    found = page_of(window).side.findChildren(ShortForm)
    return found[-1] if page_of(window).side.form is not None else None


def hit(window: MainWindow, key: Qt.Key) -> None:
    """A key that waits for no answer, as quick hands press it."""
    target: QWidget = window.focusWidget() or window
    QTest.keyClick(target, key)


def test_a_key_pressed_at_once_opens_the_form_of_the_dossier_asked_for(
    window: MainWindow, codes: dict[str, str]
) -> None:
    open_page(window, codes["late"])
    press(window, Qt.Key.Key_Escape)
    window.go("dossier", codes["running"])
    hit(window, Qt.Key.Key_K)
    assert window.tasks.wait_idle()
    form = form_of(window)
    assert form is not None
    assert form.view.dossier.code == codes["running"]


def test_nothing_of_the_dossier_before_is_seen_meanwhile(window: MainWindow, codes: dict[str, str]) -> None:
    open_page(window, codes["late"])
    window.go("dossier", codes["running"])
    assert window.page.context_line == ""
    assert page_of(window).foot.isHidden()
    assert window.tasks.wait_idle()
    assert window.page.context_line == codes["running"]


def test_a_key_pressed_for_a_dossier_that_was_left_is_forgotten(
    window: MainWindow, codes: dict[str, str]
) -> None:
    open_page(window, codes["late"])
    window.go("dossier", codes["running"])
    hit(window, Qt.Key.Key_K)
    window.go("home")
    open_page(window, codes["running"])
    assert form_of(window) is None


def test_what_was_written_for_the_dossier_before_is_kept_for_it(
    window: MainWindow, codes: dict[str, str]
) -> None:
    open_page(window, codes["late"])
    letter(window, "g")
    type_into(window, "Thiếu bản chính")
    open_page(window, codes["running"])
    assert form_of(window) is None
    open_page(window, codes["late"])
    letter(window, "g")
    form = form_of(window)
    assert form is not None
    assert form.value("reason") == "Thiếu bản chính"


def test_a_key_after_an_arrow_belongs_to_the_row_in_hand(window: MainWindow, codes: dict[str, str]) -> None:
    """In the list too: the panel may still show the row before."""
    window.go("register")
    assert window.tasks.wait_idle()
    page = window.page
    page.table.setFocus()  # type: ignore[attr-defined]
    page.table.choose(0)  # type: ignore[attr-defined]
    assert window.tasks.wait_idle()
    hit(window, Qt.Key.Key_Down)
    hit(window, Qt.Key.Key_K)
    assert window.tasks.wait_idle()
    second = page.table.current()  # type: ignore[attr-defined]
    (form,) = page.pane.side.findChildren(ShortForm)  # type: ignore[attr-defined]
    assert form.view.dossier.id == second.id


def test_every_dossier_opens_at_its_top(window: MainWindow, codes: dict[str, str]) -> None:
    window.resize(1024, 600)
    open_page(window, codes["late"])
    down = page_of(window)._stage.verticalScrollBar()
    down.setValue(down.maximum())
    assert down.value() > 0
    press(window, Qt.Key.Key_Escape)
    open_page(window, codes["running"])
    assert down.value() == 0


def test_esc_from_a_dossier_goes_back_to_its_row(window: MainWindow, codes: dict[str, str]) -> None:
    window.go("register")
    assert window.tasks.wait_idle()
    page = window.page
    page.table.setFocus()  # type: ignore[attr-defined]
    page.table.choose(1)  # type: ignore[attr-defined]
    press(window, Qt.Key.Key_Return)
    press(window, Qt.Key.Key_Escape)
    assert window.focusWidget() is page.table  # type: ignore[attr-defined]
    assert page.table.currentIndex().row() == 1  # type: ignore[attr-defined]
    press(window, Qt.Key.Key_Escape)
    press(window, Qt.Key.Key_F3)
    assert window.focusWidget() is page.search  # type: ignore[attr-defined]
