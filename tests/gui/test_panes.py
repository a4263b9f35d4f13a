"""Where the keys are is seen, and what scrolls scrolls by keys: on a dossier's page, beside a list."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from tests.gui.lists import CTRL, letter
from tests.gui.register_desk import codes, page_of, window
from tests.gui.standing import press
from tests.gui.test_dossier_opening import open_page
from tests.gui.test_dossier_opening import page_of as dossier_page

from motcua_desktop.counter.counter import Counter
from motcua_desktop.gui.main_window import MainWindow
from motcua_desktop.gui.pages.forms.short_form import ShortForm
from motcua_desktop.gui.widgets.button import Button
from motcua_desktop.gui.widgets.scroll_pane import ScrollPane


def test_a_dossier_opens_where_its_facts_scroll_by_keys(window: MainWindow, codes: dict[str, str]) -> None:
    window.resize(1024, 600)
    open_page(window, codes["late"])
    stage = dossier_page(window)._stage
    assert window.focusWidget() is stage
    assert stage._edge.isVisible()
    down = stage.verticalScrollBar()
    for key in (Qt.Key.Key_PageDown, Qt.Key.Key_Down, Qt.Key.Key_End):
        before = down.value()
        down.setValue(0)
        press(window, key)
        assert down.value() > 0, (key, before)
    press(window, Qt.Key.Key_Home)
    assert down.value() == 0


def test_ctrl_tab_goes_round_facts_history_and_buttons(window: MainWindow, codes: dict[str, str]) -> None:
    open_page(window, codes["late"])
    page = dossier_page(window)
    press(window, Qt.Key.Key_Tab, CTRL)
    assert window.focusWidget() is page._times
    assert page._times.currentIndex().isValid()
    press(window, Qt.Key.Key_Tab, CTRL)
    assert isinstance(window.focusWidget(), Button)
    press(window, Qt.Key.Key_Tab, CTRL)
    assert window.focusWidget() is page._stage


def test_the_panel_beside_the_list_shows_that_it_has_the_keys(window: MainWindow, clock: object) -> None:
    page = page_of(window)
    page.search.setFocus()
    press(window, Qt.Key.Key_Tab, CTRL)
    assert window.focusWidget() is page.table
    press(window, Qt.Key.Key_Tab, CTRL)
    pane = window.focusWidget()
    assert isinstance(pane, ScrollPane)
    assert pane._edge.isVisible()
    page.pane.refresh()
    assert window.tasks.wait_idle()
    assert isinstance(window.focusWidget(), ScrollPane), "read again, the keys stay in the panel"


def test_with_a_form_open_ctrl_tab_goes_into_it(window: MainWindow, codes: dict[str, str]) -> None:
    page = page_of(window)
    page.table.setFocus()
    letter(window, "g")
    form = page.pane.side.findChildren(ShortForm)[-1]
    page.table.setFocus()
    press(window, Qt.Key.Key_Tab, CTRL)
    assert form.isAncestorOf(window.focusWidget())


def test_a_caution_in_a_narrow_form_is_whole(window: MainWindow, counter: Counter, clock: object) -> None:
    clock.set("2026-04-09T09:00")  # type: ignore[attr-defined]
    page = page_of(window)
    page.table.setFocus()
    letter(window, "b")
    for _turn in range(3):
        QApplication.processEvents()
    bar = page.pane.side.findChildren(ShortForm)[-1]._bar
    assert bar.isVisible()
    assert bar.height() >= bar.heightForWidth(bar.width())
