"""Nothing of the panel beside a list is cut off, whatever the dossier, whatever the form."""

import pytest
from PySide6.QtWidgets import QApplication, QScrollArea
from tests.gui.lists import letter
from tests.gui.register_desk import codes, page_of, window
from tests.gui.standing import press
from tests.gui.test_register_keys import stands_on

from motcua_desktop.counter.counter import Counter
from motcua_desktop.gui.main_window import MainWindow
from motcua_desktop.gui.theme import look
from motcua_desktop.gui.widgets.button import Button


def test_what_the_panel_scrolls_is_never_wider_than_the_panel(
    window: MainWindow, counter: Counter, codes: dict[str, str]
) -> None:
    counter.handling.hand_over(codes["running"], "Phòng Văn hóa – Xã hội và các tổ chức hội")
    counter.handling.ask_supplement(codes["running"], "Bản sao hợp đồng thuê nhà", "Thiếu")
    dossier = counter.register.dossier(codes["running"])
    for _time in range(4):
        counter.paper.issue(dossier, "receipt")
    window.show_bar("warning", "Chưa có máy in.")
    page = page_of(window)
    page.refresh()
    assert window.tasks.wait_idle()
    for code in codes.values():
        stands_on(window, code)
        QApplication.processEvents()
        (area,) = [one for one in page.pane.panel.findChildren(QScrollArea) if one.isVisible()]
        inside = area.widget()
        assert inside is not None
        assert inside.width() <= area.viewport().width()


@pytest.mark.parametrize("key", list("kbcgrdxep"))
def test_every_form_shows_its_buttons_whole(window: MainWindow, codes: dict[str, str], key: str) -> None:
    stands_on(window, codes["running"])
    letter(window, key)
    page = page_of(window)
    assert page.pane.has_form
    window.grab()
    for button in page.pane.side.currentWidget().findChildren(Button):
        if button.isVisible():
            assert button.width() >= button.sizeHint().width(), button.text()
            assert button.mapTo(page.pane, button.rect().topRight()).x() < page.pane.width()


@pytest.mark.parametrize("scale", [1.0, 1.1, 1.25])
def test_the_state_of_a_dossier_is_never_cut_off(
    window: MainWindow, codes: dict[str, str], scale: float
) -> None:
    look().set(scale=scale)
    page = page_of(window)
    QApplication.processEvents()
    table = page.table
    shown = [n for n in range(len(page.rows.columns)) if not table.isColumnHidden(n)]
    assert sum(map(table.columnWidth, shown)) <= table.viewport().width()
    assert "state" in [page.rows.columns[n].key for n in shown]
