"""The parts of a page behind its chips and the short forms of a dossier: nothing of them is cut off."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from tests.gui.clipped import cut_off
from tests.gui.standing import press, turn_to

from motcua_desktop.gui.main_window import MainWindow

SIZES = [("vi", 1.0), ("vi", 1.25), ("vi", 1.5), ("en", 1.0), ("en", 1.5)]
FORM_KEYS = {
    "dossier": ("B", "C", "D", "E", "G", "K", "N", "P", "R", "S", "T", "V", "X", "Ctrl+M"),
    "intake": ("Ctrl+B", "Ctrl+G", "Ctrl+H", "Ctrl+M", "Ctrl+N"),
    "register": ("B", "C", "E", "G", "R", "S", "Ctrl+L"),
}


def settle() -> None:
    """A wrapped sentence gets its height one layout pass after its width."""
    for _ in range(3):
        QApplication.processEvents()


@pytest.mark.parametrize("pages", SIZES, indirect=True, ids=str)
def test_no_text_is_cut_in_any_part_of_settings_and_sync(pages: MainWindow) -> None:
    cut, parts = [], []
    for key in ("settings", "sync"):
        turn_to(pages, key)
        for part in list(pages.page._parts):  # type: ignore[attr-defined]
            pages.page.show_part(part)  # type: ignore[attr-defined]
            assert pages.tasks.wait_idle()
            settle()
            parts.append(part)
            cut += [f"{key} {part}: {line}" for line in cut_off(pages)]
    assert len(parts) == 11
    assert cut == []


@pytest.mark.parametrize("pages", SIZES, indirect=True, ids=str)
def test_no_text_is_cut_in_any_short_form(pages: MainWindow) -> None:
    cut, opened = [], set()
    for page, keys in FORM_KEYS.items():
        for key in keys:
            turn_to(pages, page)
            action = {one.key: one for one in pages.page.actions()}.get(key)
            if action is None or not action.can():
                continue
            action.run()
            assert pages.tasks.wait_idle()
            settle()
            opened.add(f"{page} {key}")
            cut += [f"{page} {key}: {line}" for line in cut_off(pages)]
            for _ in range(2):
                press(pages, Qt.Key.Key_Escape)
    assert len(opened) >= 15
    assert cut == []
